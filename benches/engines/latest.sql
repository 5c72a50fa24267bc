-- The latest value of each metric of foreign trade in each county, and its place among the counties.
WITH latest AS (
  SELECT gb_t_2260, id, title_zh, obs_value, unit, period_start, period_end,
    row_number() OVER (PARTITION BY gb_t_2260, id ORDER BY period_end DESC) AS age
  FROM stacked WHERE category = 'foreign-trade'
)
SELECT gb_t_2260, id, title_zh, obs_value, unit, period_start, period_end, rank() OVER (PARTITION BY id ORDER BY obs_value DESC) AS place
FROM latest WHERE age = 1
