//! Figures without what stands beside them, or with more than belongs to them, written consistently: value, comparator, unit, kind
//! and title say what is left, what numerals are left out become exclusions, and no other table knows of what was there.

use crate::model::figure::Reading;
use crate::source::{
    AGGREGATE, EXCLUDED_START, EXCLUSIONS, Edit, Files, METRICS, OBS_TEXT, OF_METRIC, PERIOD, REPORT_PERIOD, SECTION,
    START, STAT_TYPE, Source, TITLE_ZH, UNIT, UNIT_CODE, UNITS, known, numerals, offset, parts, printed, read,
};

/// How far from a figure a span may begin or end.
const AROUND: usize = 4;

/// Each span of the report at a figure that the grammar reads, in its own unit and of its own kind, or in each unit and of each
/// kind that it may be then; for one of the rows that share the figure, and for all of them.
pub fn figure_cut(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(START) {
        let (start, end) = place(source, row);
        let sharing: Vec<usize> =
            source.rows(START).into_iter().filter(|&other| place(source, other).0 == start).collect();
        let first = start.saturating_sub(AROUND);
        let spans = parts(end + AROUND - first).map(|(from, to)| (first + from, first + to));
        for cut in spans.filter_map(|(from, to)| Cut::new(source, row, from, to)) {
            for variant in 0..cut.variants() {
                emit(write(source, [&cut].into_iter(), variant));
            }
            if sharing[..] == [row] || sharing[0] != row {
                continue;
            }
            let cuts: Option<Vec<Cut<'_>>> =
                sharing.iter().map(|&row| Cut::new(source, row, cut.from, cut.to)).collect();
            for variant in 0..cut.variants() {
                emit(write(source, cuts.iter().flatten(), variant));
            }
        }
    }
}

/// The same cut from the figures of all metrics of a unit, as of one that was never seen: 人 for 人次.
pub fn unit_cut(source: &Source, emit: &mut dyn FnMut(Files)) {
    for unit in source.rows(UNIT_CODE) {
        let mut rows = source.rows(UNIT);
        rows.retain(|&row| source.get(UNIT, row) == source.get(UNIT_CODE, unit));
        for (before, behind) in (0..=AROUND).flat_map(|before| (0..=AROUND).map(move |behind| (before, behind))) {
            let cut = |&row: &usize| {
                let (start, end) = place(source, row);
                Cut::new(source, row, start + before, end.checked_sub(behind).filter(|_| before + behind > 0)?)
            };
            let Some(cuts) = rows.iter().map(cut).collect::<Option<Vec<_>>>() else { continue };
            for variant in 0..cuts.iter().map(Cut::variants).max().unwrap_or_default() {
                emit(write(source, cuts.iter(), variant));
            }
        }
    }
}

/// Where the figure of a row starts and ends.
fn place(source: &Source, row: usize) -> (usize, usize) {
    let start = offset(source, START, row);
    (start, start + source.get(OBS_TEXT, row).chars().count())
}

/// The tables with all these, in one of the ways in which they may be written.
fn write<'a>(source: &Source, cuts: impl Iterator<Item = &'a Cut<'a>>, variant: usize) -> Files {
    let mut edit = source.edit();
    for cut in cuts {
        cut.write(&mut edit, variant % cut.variants());
        cut.account(&mut edit);
    }
    edit.complete();
    edit.files()
}

/// A span of the report in the place of the figure of a row.
struct Cut<'a> {
    source: &'a Source,
    row: usize,
    from: usize,
    to: usize,
    text: String,
    value: String,
    comparator: &'static str,
    /// The units and kinds of statistic that it may have.
    units: Vec<usize>,
    kinds: &'static [&'static str],
}

impl<'a> Cut<'a> {
    /// `None` if it does not overlap the figure, or is none that some unit has.
    fn new(source: &'a Source, row: usize, from: usize, to: usize) -> Option<Self> {
        let (start, end) = place(source, row);
        let text: String = source.report.get(from..to).filter(|_| from < end && to > start)?.iter().collect();
        let known = known(source);
        let figure = read(&text, &known)?;
        let mut units = source.rows(UNIT_CODE);
        units.retain(|&unit| printed(source, unit).contains(&figure.unit_words));
        let own = |unit: &usize| source.get(UNIT_CODE, *unit) == source.get(UNIT, row);
        if let Some(own) = units.iter().copied().find(own) {
            units = vec![own];
        }
        let kinds: &[&str] = match figure {
            Reading { ordinal: true, .. } => &["rank"],
            Reading { streak: true, .. } => &["streak"],
            Reading { change: true, .. } => &["change", "growth-rate"],
            _ => &["stock", "flow", "extent", "standard", "threshold", "time-limit", "duration"],
        };
        let own = kinds.iter().position(|kind| *kind == source.get(STAT_TYPE, row));
        let kinds = own.map_or(kinds, |own| &kinds[own..=own]);
        let value = figure.value.to_string();
        let comparator = figure.margin.qualifier.comparator().map_or("", |comparator| comparator.code());
        (!units.is_empty()).then_some(Self { source, row, from, to, text, value, comparator, units, kinds })
    }

    fn variants(&self) -> usize {
        self.units.len() * self.kinds.len()
    }

    fn write(&self, edit: &mut Edit<'_>, variant: usize) {
        let (source, row) = (self.source, self.row);
        let (unit, kind) = (self.units[variant / self.kinds.len()], self.kinds[variant % self.kinds.len()]);
        edit.set(START, row, self.from.to_string());
        edit.set(OBS_TEXT, row, &*self.text);
        edit.set((METRICS, "obs_value"), row, &*self.value);
        edit.set((METRICS, "comparator"), row, self.comparator);
        edit.set(UNIT, row, source.get(UNIT_CODE, unit));
        let own = source.get(STAT_TYPE, row);
        if own != kind {
            edit.set(STAT_TYPE, row, kind);
            edit.set(OF_METRIC, row, "");
            edit.set(AGGREGATE, row, "");
        }
        if own == "streak" && own != kind {
            edit.set(PERIOD, row, source.get(REPORT_PERIOD, source.rows(REPORT_PERIOD)[0]));
        }
        // The title names what is counted or the kind, and no keyword repeats it.
        let is_own_unit = source.get(UNIT, row) == source.get(UNIT_CODE, unit);
        if own == kind && is_own_unit {
            return;
        }
        let noun = source.get((UNITS, "nouns"), unit).split(' ').next().unwrap_or_default();
        let ending = match kind {
            "rank" => "位次",
            "growth-rate" => "增长率",
            "time-limit" => "时限",
            "duration" => "时长",
            _ => &*format!("{noun}数"),
        };
        edit.set(TITLE_ZH, row, format!("{}{ending}", source.get(TITLE_ZH, row)));
        edit.set((METRICS, "keywords"), row, "");
        if !is_own_unit {
            edit.set(AGGREGATE, row, "");
        }
    }

    /// Makes exclusions of the numerals that the figure had and has no longer, and none of those that it has now.
    fn account(&self, edit: &mut Edit<'_>) {
        let (start, end) = place(self.source, self.row);
        let (front, back) = (start..end.min(self.from), start.max(self.to)..end);
        let mut left = numerals(&self.source.report, front);
        left.extend(numerals(&self.source.report, back));
        let section = self.source.get(SECTION, self.row);
        let column = self.source.column(EXCLUDED_START);
        let at = |row: &Vec<String>| row[column].parse::<usize>().ok();
        let added: Vec<_> =
            left.iter().map(|(at, run)| edit.exclusion([section, &at.to_string(), run, "word-internal"])).collect();
        let exclusions = edit.table(EXCLUSIONS);
        exclusions.retain(|row| !at(row).is_some_and(|at| (start.min(self.from)..end.max(self.to)).contains(&at)));
        exclusions.extend(added);
        // The header, which has no number, stays the first.
        exclusions.sort_by_key(at);
    }
}
