//! Holds the rows of both tables against the rules, above all each value against its printed figure.

use super::exact::Exact;
use super::order;
use super::rows::{
    EXCLUSION_COLUMNS, EXCLUSIONS, ExclusionRow, METRIC_COLUMNS, METRICS, MetricRow, Period, REPORT_YEAR, Span,
};
use super::table::{self, Fault, Faults, Field, Place};
use crate::precision::Precision;
use crate::units::Unit;
use crate::vocabulary::{AdminLevel, Category, Comparator, Dimension, ExclusionReason, StatType, nearest};

/// What the two tables say, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    pub metrics: Vec<Metric>,
    pub exclusions: Vec<Exclusion>,
    /// The digits after the point that hold every value and every bound's place.
    pub scale: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metric {
    pub id: String,
    pub title: String,
    pub title_zh: String,
    pub category: Category,
    pub section: u8,
    pub source_start: u32,
    pub obs_text: String,
    pub value: Exact,
    pub precision: Precision,
    pub unit: Unit,
    pub stat_type: StatType,
    pub period: Period,
    pub admin_level: Option<AdminLevel>,
    /// The row of the metric that this one qualifies.
    pub of_metric: Option<usize>,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    pub section: u8,
    pub source_start: u32,
    pub text: String,
    pub reason: ExclusionReason,
}

/// Reads both tables and checks them: either all that they say, or all that is wrong, in their order.
pub fn check(metrics: &[u8], exclusions: &[u8]) -> Result<Tables, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut metric_rows = Vec::new();
    for row in table::read(METRICS, metrics, METRIC_COLUMNS, &mut faults) {
        metric_rows.push(MetricRow::parse(row, &mut faults));
    }
    let mut exclusion_rows = Vec::new();
    for row in table::read(EXCLUSIONS, exclusions, EXCLUSION_COLUMNS, &mut faults) {
        exclusion_rows.push(ExclusionRow::parse(row, &mut faults));
    }
    for row in &metric_rows {
        check_figure(row, &mut faults);
        check_kind(row, &mut faults);
        check_noun(row, &mut faults);
    }
    let by_id = check_unique(&metric_rows, |row| row.id, "id", &mut faults);
    check_unique(&metric_rows, |row| row.title, "title", &mut faults);
    check_unique(&metric_rows, |row| row.title_zh, "title", &mut faults);
    check_links(&metric_rows, &by_id, &mut faults);
    check_periods(&metric_rows, &exclusion_rows, &mut faults);
    check_positions(&metric_rows, &exclusion_rows, &mut faults);
    if metric_rows.is_empty() && faults.0.is_empty() {
        let place = Place { file: METRICS, line: 2, column: 1 };
        faults.add(place, "no rows; expected at least one metric");
    }
    let mut scale = 0;
    for row in &metric_rows {
        scale = scale.max(row.scale().unwrap_or(0));
    }
    check_range(&metric_rows, scale, &mut faults);
    let faults = faults.0;
    if faults.is_empty() {
        if let Some(tables) = assemble(&metric_rows, &exclusion_rows, &by_id, scale) {
            return Ok(tables);
        }
    }
    Err(sorted(&faults))
}

/// Those of `METRICS` before those of `EXCLUSIONS`, each in the order of the lines, and none twice.
fn sorted(faults: &[Fault]) -> Vec<Fault> {
    let place = |fault: &Fault| (fault.file != METRICS, fault.line, fault.column);
    let mut sorted: Vec<Fault> = Vec::new();
    for number in order(faults.len(), &|a, b| place(&faults[a]).cmp(&place(&faults[b]))) {
        let fault = &faults[number];
        if sorted.last() != Some(fault) {
            sorted.push(fault.clone());
        }
    }
    sorted
}

/// Double entry: value, comparator and unit as the row has them, against the printed figure.
fn check_figure(row: &MetricRow<'_>, faults: &mut Faults) {
    let Some(figure) = &row.figure else { return };
    let printed = row.obs_text.text;
    if row.value.is_some_and(|value| value != figure.value) {
        faults.add(
            row.obs_value.place,
            format!("obs_value {}; expected {}, which `{printed}` says", row.obs_value.text, figure.value),
        );
    }
    let comparator = figure.precision.qualifier.comparator().map_or("", Comparator::code);
    if row.comparator.text != comparator {
        let shown = |code: &str| if code.is_empty() { "empty".to_owned() } else { format!("`{code}`") };
        let (found, expected) = (shown(row.comparator.text), shown(comparator));
        faults.add(row.comparator.place, format!("comparator {found}; expected {expected}, which `{printed}` says"));
    }
    let Some(unit) = row.unit else { return };
    if !unit.printed().contains(&figure.unit_words) {
        let (before, after) = figure.unit_words;
        let mut expected = String::new();
        for unit in Unit::ALL {
            if unit.printed().contains(&figure.unit_words) {
                expected += if expected.is_empty() { "`" } else { " or `" };
                expected += unit.code();
                expected += "`";
            }
        }
        if expected.is_empty() {
            expected = "a unit with these words, and there is none: add them to it in src/units.rs".to_owned();
        }
        faults.add(
            row.unit_field.place,
            format!("unit `{unit}` is not printed as `{before}…{after}`; expected {expected}"),
        );
    }
}

/// That the Chinese title names what is counted: the double entry of units that share a measure word.
fn check_noun(row: &MetricRow<'_>, faults: &mut Faults) {
    let Some(unit) = row.unit else { return };
    let title = row.title_zh.text;
    let counted = title.strip_suffix("项数").or(title.strip_suffix('数')).unwrap_or(title);
    let nouns = unit.nouns();
    if !nouns.is_empty() && !nouns.iter().any(|noun| counted.ends_with(noun)) {
        let expected = nouns.join("数, …");
        faults.add(
            row.title_zh.place,
            format!(
                "title_zh `{title}` of a metric in `{unit}`; expected it to end with what is counted: …{expected}数"
            ),
        );
    }
}

/// What a stat type asks of the unit, the figure and the other fields.
fn check_kind(row: &MetricRow<'_>, faults: &mut Faults) {
    let (Some(stat_type), Some(unit)) = (row.stat_type, row.unit) else {
        return;
    };
    let dimension = unit.dimension();
    let unit_fits = match stat_type {
        StatType::Rank => dimension == Dimension::Rank,
        StatType::GrowthRate => unit == Unit::Percent,
        StatType::Duration => dimension == Dimension::Duration,
        StatType::Streak => unit == Unit::Year,
        StatType::Threshold => dimension != Dimension::Rank,
        StatType::Level | StatType::Flow | StatType::Change => {
            !matches!(dimension, Dimension::Rank | Dimension::Duration)
        }
    };
    if !unit_fits {
        let fitting = match stat_type {
            StatType::Rank => "unit `rank`",
            StatType::GrowthRate => "unit `percent`",
            StatType::Duration => "a unit of time",
            StatType::Streak => "unit `year`",
            _ => "stat_type `rank`, `duration` or `streak`, or another unit",
        };
        faults.add(row.unit_field.place, format!("unit `{unit}` with stat_type `{stat_type}`; expected {fitting}"));
    }
    if stat_type == StatType::Rank && row.level_field.text.is_empty() {
        faults.add(row.level_field.place, "a rank without admin_level; expected the level that was ranked");
    }
    if stat_type == StatType::Threshold && row.comparator.text.is_empty() {
        faults.add(row.comparator.place, "a threshold without comparator; expected the side of it that counts");
    }
    check_counts(row, dimension, faults);
    check_words(row, stat_type, faults);
}

fn check_counts(row: &MetricRow<'_>, dimension: Dimension, faults: &mut Faults) {
    let Some(value) = row.value else { return };
    let whole = value.scale == 0 && value.mantissa >= 0;
    if dimension == Dimension::Count && !whole {
        faults.add(row.obs_value.place, format!("obs_value {value} of a count; expected a whole number, not negative"));
    }
    if dimension == Dimension::Rank && !(whole && value.mantissa > 0) {
        faults.add(row.obs_value.place, format!("obs_value {value} of a rank; expected 1 or a larger whole number"));
    }
}

/// The words in the figure that only one kind of statistic has, and has always.
fn check_words(row: &MetricRow<'_>, stat_type: StatType, faults: &mut Faults) {
    let Some(figure) = &row.figure else { return };
    let is_change = matches!(stat_type, StatType::Change | StatType::GrowthRate);
    for (printed, fits, words, kinds) in [
        (figure.ordinal, stat_type == StatType::Rank, "第 or 首", "`rank`"),
        (figure.streak, stat_type == StatType::Streak, "连续", "`streak`"),
        (figure.change, is_change, "增长, 下降 or the like", "`change` or `growth-rate`"),
    ] {
        let text = row.obs_text.text;
        if printed && !fits {
            faults.add(
                row.stat_field.place,
                format!("stat_type `{stat_type}` of `{text}`; expected {kinds}, as it has {words}"),
            );
        }
        if fits && !printed {
            faults.add(
                row.obs_text.place,
                format!("obs_text `{text}` with stat_type `{stat_type}`; expected {words} in it"),
            );
        }
    }
}

/// That each period is the report's year, unless the figure is a streak of years that end with it, or the report prints
/// before the figure which months it is for.
fn check_periods(rows: &[MetricRow<'_>], exclusions: &[ExclusionRow<'_>], faults: &mut Faults) {
    let mut dates = Vec::new();
    for exclusion in exclusions {
        if exclusion.reason == Some(ExclusionReason::Date) {
            dates.push(exclusion.span);
        }
    }
    for row in rows {
        let (Some(period), Some(stat_type), Some(_), Some(_)) =
            (row.period, row.stat_type, row.span.section, row.span.start)
        else {
            continue;
        };
        let years = period.years().filter(|_| period.end.year == REPORT_YEAR);
        let expected = match (stat_type, row.value) {
            (StatType::Streak, Some(value)) if years.map(whole) != Some(value) => {
                format!("the {value} whole years that end with {REPORT_YEAR}")
            }
            (StatType::Streak, _) => continue,
            _ if years == Some(1) => continue,
            _ if period.months().is_some_and(|months| printed_months(row, &dates) == Some(months)) => {
                continue;
            }
            _ => format!(
                "the year {REPORT_YEAR}, or those months of it that the report prints before the figure and that are exclusions of reason `date`"
            ),
        };
        faults.add(
            row.period_field.place,
            format!("time_period `{}` of a {stat_type}; expected {expected}", row.period_field.text),
        );
    }
}

fn whole(number: i32) -> Exact {
    Exact::integer(i128::from(number))
}

/// The two dates next before a figure in its section, as numbers of months.
fn printed_months(row: &MetricRow<'_>, dates: &[Span<'_>]) -> Option<(u32, u32)> {
    let before = dates.partition_point(|date| date.start < row.span.start);
    match &dates[..before] {
        [.., first, last] if first.section == row.span.section && last.section == row.span.section => {
            Some((first.text.parse().ok()?, last.text.parse().ok()?))
        }
        _ => None,
    }
}

/// Gives the rows in the order of the field.
fn check_unique<'a>(
    rows: &[MetricRow<'a>],
    field: fn(&MetricRow<'a>) -> Field<'a>,
    what: &str,
    faults: &mut Faults,
) -> Vec<usize> {
    let order = order(rows.len(), &|a, b| field(&rows[a]).text.cmp(field(&rows[b]).text));
    for pair in order.windows(2) {
        let (first, second) = (field(&rows[pair[0]]), field(&rows[pair[1]]));
        if first.text == second.text {
            let line = first.place.line;
            faults.add(
                second.place,
                format!("{what} `{}` is that of line {line} too; expected one of its own", second.text),
            );
        }
    }
    order
}

fn find(rows: &[MetricRow<'_>], by_id: &[usize], id: &str) -> Option<usize> {
    let place = by_id.partition_point(|&row| rows[row].id.text < id);
    by_id.get(place).copied().filter(|&row| rows[row].id.text == id)
}

/// That `of_metric` names a metric that can be qualified so.
fn check_links(rows: &[MetricRow<'_>], by_id: &[usize], faults: &mut Faults) {
    let mut ids = Vec::new();
    for row in rows {
        ids.push(row.id.text);
    }
    for row in rows {
        let field = row.of_metric;
        let Some(stat_type) = row.stat_type else {
            continue;
        };
        let required = matches!(stat_type, StatType::GrowthRate | StatType::Threshold);
        let allowed = required || matches!(stat_type, StatType::Streak | StatType::Change);
        if field.text.is_empty() {
            if required {
                faults.add(
                    field.place,
                    format!("a {stat_type} of nothing; expected the id of the metric that it qualifies"),
                );
            }
            continue;
        }
        let Some(of) = find(rows, by_id, field.text) else {
            // To look for the nearest id takes as long as there are ids: not for a table of nothing but faults.
            let candidates = if faults.0.len() < 100 { &ids[..] } else { &[] };
            let nearest = match nearest(field.text, candidates)[..] {
                [] => "the id of a row".to_owned(),
                [id, ..] => format!("the id of a row, maybe `{id}`"),
            };
            faults.add(field.place, format!("of_metric `{}` is no id; expected {nearest}", field.text));
            continue;
        };
        if !allowed {
            faults.add(
                field.place,
                format!(
                    "of_metric `{}` of a {stat_type}, which qualifies no other metric; expected it empty",
                    field.text
                ),
            );
        } else if let Some(expected) = senseless_link(row, &rows[of]) {
            faults.add(
                field.place,
                format!("of_metric `{}` makes no sense for a {stat_type}; expected {expected}", field.text),
            );
        }
    }
}

/// What `of` would have to be for `row` to qualify it, where it is not.
fn senseless_link(row: &MetricRow<'_>, of: &MetricRow<'_>) -> Option<&'static str> {
    let quantity = matches!(of.stat_type?, StatType::Level | StatType::Flow);
    match row.stat_type? {
        StatType::GrowthRate if !quantity => Some("a level or a flow"),
        StatType::GrowthRate if row.period? != of.period? => Some("a metric of the same period"),
        StatType::Threshold if !quantity => Some("a level or a flow"),
        StatType::Change if of.stat_type? != StatType::Level => Some("a level"),
        StatType::Change if row.unit? != of.unit? => Some("a metric of the same unit"),
        StatType::Streak if !quantity && of.stat_type? != StatType::Rank => Some("a level, a flow or a rank"),
        StatType::Streak if !row.period?.contains(of.period?) => Some("a metric of a period within the streak"),
        _ => None,
    }
}

/// That the rows are in report order, that no two figures overlap, and that sections do not mix.
fn check_positions(metrics: &[MetricRow<'_>], exclusions: &[ExclusionRow<'_>], faults: &mut Faults) {
    let mut spans: Vec<(u32, Span<'_>, bool)> = Vec::new();
    let mut before = 0;
    for row in metrics {
        before = check_order(row.span, before, faults);
        spans.extend(row.span.start.map(|start| (start, row.span, true)));
    }
    before = 0;
    for row in exclusions {
        before = check_order(row.span, before, faults);
        spans.extend(row.span.start.map(|start| (start, row.span, false)));
    }
    let order = order(spans.len(), &|a, b| spans[a].0.cmp(&spans[b].0));
    for pair in order.windows(2) {
        let ((first_start, first, first_metric), (start, span, metric)) = (spans[pair[0]], spans[pair[1]]);
        // One printed figure may serve several indicators, with a row for each.
        let shared = first_metric && metric && start == first_start && span.text == first.text;
        if start < first.end(first_start) && !shared {
            faults.add(
                span.start_field.place,
                format!(
                    "`{}` at {start} overlaps `{}` at {first_start}, which {} has; expected spans apart",
                    span.text,
                    first.text,
                    line_of(first.start_field.place)
                ),
            );
        }
        if span.section.is_some() && span.section < first.section {
            faults.add(
                span.start_field.place,
                format!("section {} at {start} comes after section {} at {first_start}, which {} has; expected sections in their order", show(span.section), show(first.section), line_of(first.start_field.place)),
            );
        }
    }
}

/// Gives how far the rows have come with this one.
fn check_order(span: Span<'_>, before: u32, faults: &mut Faults) -> u32 {
    let Some(start) = span.start else { return before };
    if start < before {
        faults.add(
            span.start_field.place,
            format!("source_start {start} after {before} on an earlier line; expected rows in report order"),
        );
    }
    before.max(start)
}

fn line_of(place: Place) -> String {
    format!("{}:{}", place.file, place.line)
}

fn show(section: Option<u32>) -> String {
    section.map_or_else(|| "?".to_owned(), |section| section.to_string())
}

/// That each value fits the generated columns: 64 bits, all values at one scale.
fn check_range(rows: &[MetricRow<'_>], scale: u32, faults: &mut Faults) {
    for row in rows {
        let Some(value) = row.value else { continue };
        if value.at_scale(scale).is_none_or(|value| i64::try_from(value).is_err()) {
            faults.add(
                row.obs_value.place,
                format!("obs_value {value} does not fit in 64 bits with {scale} digits after the point, which another row needs; expected smaller values or fewer digits"),
            );
        }
    }
}

/// All that the rows say; `None` if a field of one could not be read.
fn assemble(metrics: &[MetricRow<'_>], exclusions: &[ExclusionRow<'_>], by_id: &[usize], scale: u32) -> Option<Tables> {
    let mut tables = Tables { metrics: Vec::new(), exclusions: Vec::new(), scale };
    for row in metrics {
        tables.metrics.push(Metric {
            id: row.id.text.to_owned(),
            title: row.title.text.to_owned(),
            title_zh: row.title_zh.text.to_owned(),
            category: row.category?,
            section: u8::try_from(row.span.section?).ok()?,
            source_start: row.span.start?,
            obs_text: row.obs_text.text.to_owned(),
            value: row.value?,
            precision: row.figure.as_ref()?.precision,
            unit: row.unit?,
            stat_type: row.stat_type?,
            period: row.period?,
            admin_level: row.admin_level,
            of_metric: find(metrics, by_id, row.of_metric.text),
            note: row.note.text.to_owned(),
        });
    }
    for row in exclusions {
        tables.exclusions.push(Exclusion {
            section: u8::try_from(row.span.section?).ok()?,
            source_start: row.span.start?,
            text: row.span.text.to_owned(),
            reason: row.reason?,
        });
    }
    Some(tables)
}
