-- How many metrics of each kind there are, of how many counties and in which years, and between which values they lie.
SELECT category, unit, stat_type, count(*) AS metrics, count(DISTINCT gb_t_2260) AS areas, count(comparator) AS bounds,
  min(period_start) AS first_day, max(period_end) AS last_day, min(obs_value) AS least, max(obs_value) AS most
FROM stacked GROUP BY category, unit, stat_type
