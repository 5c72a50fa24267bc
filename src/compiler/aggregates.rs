//! Holds aggregates against their metrics, and the pairs of these against each other: what may be added, and what lies within what.

use super::rows::{MetricRow, PAIRS, PairRow, Tables, converse};
use super::table::{Faults, Field, Place};
use crate::model::precision::Limit;
use crate::unknown::nearest;
use crate::vocabulary::Relation;

/// The most metrics of one aggregate: as many as a person can judge two by two.
const MOST_MEMBERS: usize = 32;

pub fn check(tables: &Tables<'_>, faults: &mut Faults) {
    for aggregate in 0..tables.aggregates.len() {
        check_members(aggregate, tables, faults);
    }
    let mut pairs = Pairs(Vec::new());
    let all_are_known = pairs.list(tables, faults);
    for aggregate in 0..tables.aggregates.len() {
        let members = tables.members(aggregate);
        // The pairs of an id that is misspelt would all be missing.
        if all_are_known {
            pairs.check_total(&members, tables.aggregates[aggregate].code.text, tables, faults);
        }
        pairs.check_closed(&members, tables, faults);
    }
}

/// That an aggregate has metrics to add, of one unit, kind and period.
fn check_members(aggregate: usize, tables: &Tables<'_>, faults: &mut Faults) {
    let (code, members) = (tables.aggregates[aggregate].code, tables.members(aggregate));
    if !(2..=MOST_MEMBERS).contains(&members.len()) {
        let what = format!("aggregate `{}` has {} metrics", code.text, members.len());
        faults.add(code.place, format!("{what}; expected 2 to {MOST_MEMBERS}, or no such row"));
    }
    let Some(first) = members.first().map(|row| &tables.metrics[*row]) else { return };
    for member in members {
        let row = &tables.metrics[member];
        let place = row.fields.aggregate.place;
        let other = if !tables.adds_up(row) {
            let expected = "one of money or a count that is a stock, a flow or an extent";
            Some(format!("of kind `{}` in {}; expected {expected}", row.stat_type, tables.unit_of(row).code()))
        } else if row.unit != first.unit {
            Some(format!("in {}; expected {}", tables.unit_of(row).code(), tables.unit_of(first).code()))
        } else if row.stat_type != first.stat_type {
            Some(format!("of kind `{}`; expected `{}`", row.stat_type, first.stat_type))
        } else if row.period != first.period {
            let period = first.fields.time_period.text;
            Some(format!("for {}; expected {period}", row.fields.time_period.text))
        } else if row.value.mantissa < 0 {
            Some("of less than nothing; expected a value that adds to the total".to_owned())
        } else {
            None
        };
        if let Some(other) = other {
            let (code, first) = (code.text, first.id());
            faults.add(place, format!("aggregate `{code}`, whose first is `{first}`, of a metric that is {other}"));
        }
    }
}

/// The pairs that are told as right, in order, with their place.
struct Pairs(Vec<(usize, usize, Relation, Place)>);

impl Pairs {
    /// Lists the pairs, and tells whether each id in them is one.
    fn list(&mut self, tables: &Tables<'_>, faults: &mut Faults) -> bool {
        let mut unknown: Vec<&str> = Vec::new();
        for PairRow { fields, relation } in &tables.pairs {
            for Field { text: id, place } in [fields.metric, fields.other] {
                // Once, though an id that changed stands in many pairs.
                if tables.find(id).is_none() && !unknown.contains(&id) {
                    unknown.push(id);
                    faults.add(place, format!("`{id}` is no id; expected {}", nearest_id(id, tables, faults)));
                }
            }
            let (Some(metric), Some(other)) = (tables.find(fields.metric.text), tables.find(fields.other.text)) else {
                continue;
            };
            let (first, second) = (fields.metric.text, fields.other.text);
            let aggregate = tables.metrics[metric].aggregate;
            if metric >= other {
                let message = format!("`{first}` and `{second}`; expected two metrics, in report order");
                faults.add(fields.other.place, message);
            } else if aggregate.is_none() || aggregate != tables.metrics[other].aggregate {
                let expected = "pairs of one aggregate alone";
                let message = format!("`{first}` and `{second}` have no aggregate in common; expected {expected}");
                faults.add(fields.metric.place, message);
            } else if self.0.last().is_some_and(|(a, b, ..)| (*a, *b) >= (metric, other)) {
                let message = "a pair again, or after a later one; expected each once, in report order";
                faults.add(fields.metric.place, message);
            } else {
                self.0.push((metric, other, *relation, fields.relation.place));
            }
        }
        unknown.is_empty()
    }

    /// Where the pair is, or would be.
    fn position(&self, pair: (usize, usize)) -> Result<usize, usize> {
        self.0.binary_search_by(|(a, b, ..)| (*a, *b).cmp(&pair))
    }

    /// What the first has to do with the other, whichever comes first in the report.
    fn relation(&self, metric: usize, other: usize) -> Option<(Relation, Place)> {
        let (_, _, relation, place) = self.0[self.position((metric.min(other), metric.max(other))).ok()?];
        Some((if metric < other { relation } else { converse(relation) }, place))
    }

    /// That every two metrics of an aggregate are listed.
    fn check_total(&self, members: &[usize], code: &str, tables: &Tables<'_>, faults: &mut Faults) {
        let mut missing = Vec::new();
        for (number, metric) in members.iter().enumerate() {
            for other in &members[number + 1..] {
                if let Err(position) = self.position((*metric, *other)) {
                    missing.push((*metric, *other, position));
                }
            }
        }
        // One fault an aggregate, as a new metric wants a row with each of it.
        let Some((metric, other, position)) = missing.first().copied() else { return };
        let more = if missing.len() > 1 { format!(", nor for {} more", missing.len() - 1) } else { String::new() };
        let (metric, other) = (tables.metrics[metric].id(), tables.metrics[other].id());
        let codes = Relation::CODES.join("`, `");
        // Lines count from 1, and the first is the header.
        let place = Place { file: PAIRS, line: position + 2, column: 1 };
        let what = format!("no row for `{metric}` and `{other}`, which are both of `{code}`{more}");
        faults.add(place, format!("{what}; expected one with `{codes}`"));
    }

    /// That a part is no larger than its whole, and has to do with a third what its whole has.
    fn check_closed(&self, members: &[usize], tables: &Tables<'_>, faults: &mut Faults) {
        for &part in members {
            for &whole in members {
                let Some((Relation::Within, place)) = self.relation(part, whole) else { continue };
                let (part_row, whole_row) = (&tables.metrics[part], &tables.metrics[whole]);
                let (id, whole_id) = (part_row.id(), whole_row.id());
                if is_larger(part_row, whole_row) {
                    let expected = "a part to be no larger than its whole";
                    faults.add(place, format!("`{id}` lies within `{whole_id}` and is larger; expected {expected}"));
                }
                for &third in members {
                    let Some((relation @ (Relation::Within | Relation::Apart), _)) = self.relation(whole, third) else {
                        continue;
                    };
                    if let Some((_, place)) = self.relation(part, third).filter(|(found, _)| *found != relation) {
                        let third = tables.metrics[third].id();
                        let what =
                            format!("`{id}` lies within `{whole_id}`, whose relation to `{third}` is `{relation}`");
                        faults.add(place, format!("{what}; expected the same of `{id}`"));
                    }
                }
            }
        }
    }
}

/// Whether the part is larger than the whole, whatever the figures stand for.
fn is_larger(part: &MetricRow<'_>, whole: &MetricRow<'_>) -> bool {
    let (Limit::Included(least) | Limit::Excluded(least), Limit::Included(most) | Limit::Excluded(most)) =
        (part.limits.0, whole.limits.1)
    else {
        return false;
    };
    least != most && least.least(most) == Some(most)
}

/// What to expect in the place of an unknown id.
pub fn nearest_id(id: &str, tables: &Tables<'_>, faults: &Faults) -> String {
    // Finding the nearest takes time for each id that there is: not in a table of nothing but faults, where it would take minutes.
    if faults.0.len() >= 100 {
        return "the id of a row".to_owned();
    }
    let ids: Vec<&str> = tables.metrics.iter().map(MetricRow::id).collect();
    match nearest(id, &ids, &[])[..] {
        [] => "the id of a row".to_owned(),
        [id, ..] => format!("the id of a row, maybe `{id}`"),
    }
}

/// That the headlines are numbered from 1, each once.
pub fn check_headlines(tables: &Tables<'_>, faults: &mut Faults) {
    let count = tables.rows_of(&|metric| metric.headline.is_some()).len() as u32;
    let mut seen = Vec::new();
    for row in &tables.metrics {
        let Some(number) = row.headline else { continue };
        if number == 0 || number > count || seen.contains(&number) {
            let message = format!("headline {number} of {count}; expected them to be numbered from 1, each once");
            faults.add(row.fields.headline.place, message);
        }
        seen.push(number);
    }
}
