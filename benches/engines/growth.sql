-- In how many counties each metric grew, and grew by more than a tenth, from one year to the next, and by how much.
WITH years AS (
  SELECT id, unit, period_end, obs_value, lag(obs_value) OVER (PARTITION BY gb_t_2260, id ORDER BY period_end) AS before
  FROM stacked
)
SELECT id, unit, period_end, count(*) AS areas, count(CASE WHEN obs_value > before THEN 1 END) AS grew,
  count(CASE WHEN 10 * obs_value > 11 * before THEN 1 END) AS grew_by_a_tenth,
  min(obs_value - before) AS least, max(obs_value - before) AS most
FROM years WHERE before IS NOT NULL GROUP BY id, unit, period_end
