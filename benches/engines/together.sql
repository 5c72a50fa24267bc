-- What two metrics that may overlap come to in all counties of a year: at least the greater of both, at most their sum.
SELECT one.id, two.id AS other, one.unit, one.period_end, count(*) AS areas,
  sum(greatest(one.obs_value, two.obs_value)) AS at_least, sum(one.obs_value + two.obs_value) AS at_most
FROM pairs
JOIN stacked AS one ON one.folder = pairs.folder AND one.id = pairs.metric
JOIN stacked AS two ON two.folder = pairs.folder AND two.id = pairs.other
WHERE pairs.relation = 'may-overlap' AND one.period_start = two.period_start AND one.period_end = two.period_end
GROUP BY one.id, two.id, one.unit, one.period_end
