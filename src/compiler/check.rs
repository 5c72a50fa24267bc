//! Holds the rows of all tables against the rules, above all each value against its printed figure.

use super::aggregates::{self, nearest_id};
use super::dates::{Dates, Duration};
use super::rows::{METRICS, MetricRow, Passage, REPORT, ReportRow, SECTIONS, SectionRow, Tables, UnitRow};
use super::table::{Faults, Field, Place, check_unique, order};
use crate::model::numeral::is_digit;
use crate::model::words::Base;
use crate::vocabulary::{Comparator, Dimension, ExclusionReason, PeriodBasis, StatType};

/// The most metrics that are embedded: what a person could look through.
const MOST_METRICS: usize = 1_024;

/// Checks every rule that takes more than one field, of tables whose rows were all read.
pub fn check(tables: &Tables<'_>, faults: &mut Faults) {
    if tables.metrics.is_empty() {
        // Every code would be without metrics.
        faults.add(Place { file: METRICS, line: 2, column: 1 }, "no rows; expected at least one metric");
        return;
    }
    // Sections first: what is told about them must be known before passages are looked up in them.
    check_sections(tables, faults);
    let sections_are_sound = faults.0.is_empty();
    check_region(&tables.report, faults);
    check_codes(tables, faults);
    check_metric_count(tables, faults);
    check_unique(&tables.metrics, |row| row.fields.id, "id", faults);
    check_unique(&tables.metrics, |row| row.fields.title, "title", faults);
    check_unique(&tables.metrics, |row| row.fields.title_zh, "title", faults);
    for row in &tables.metrics {
        check_figure(row, tables, faults);
        check_kind(row, tables, faults);
        check_link(row, tables, faults);
        check_shared_figure(row, tables, faults);
    }
    check_periods(tables, faults);
    check_positions(tables, faults);
    check_runs(tables, faults);
    // Sections that overlap would put every figure behind them into the wrong one.
    if sections_are_sound {
        for row in &tables.metrics {
            check_section(row.passage, tables, faults);
        }
        for row in &tables.exclusions {
            check_section(row.passage, tables, faults);
        }
    }
    aggregates::check_headlines(tables, faults);
    aggregates::check(tables, faults);
}

/// That the sections begin one after the other within the report.
fn check_sections(tables: &Tables<'_>, faults: &mut Faults) {
    let mut end = 0;
    for (row, section) in tables.sections.iter().enumerate() {
        let SectionRow { fields, start, .. } = section;
        if row == 0 && *start != 0 || row > 0 && *start <= end {
            let expected = if row == 0 {
                "0, where the report begins".to_owned()
            } else {
                format!("more than {end}, where the section before begins")
            };
            faults.add(fields.source_start.place, format!("source_start {start} of a section; expected {expected}"));
        }
        check_length(*start, fields.source_start.place, tables, faults);
        // The greatest start so far: after one that is out of order the next are not told as wrong too.
        end = end.max(*start);
    }
    if tables.sections.is_empty() {
        faults.add(Place { file: SECTIONS, line: 2, column: 1 }, "no rows; expected at least section 0");
    }
}

/// That an offset lies within the report.
fn check_length(end: u32, place: Place, tables: &Tables<'_>, faults: &mut Faults) {
    let characters = tables.report.characters;
    if end > characters {
        let message = format!("offset {end}; expected at most {characters}, the length of the report in {REPORT}");
        faults.add(place, message);
    }
}

/// GB/T 2260's number of each province beside its letters in ISO 3166-2.
const PROVINCES: &str = "11BJ 12TJ 13HE 14SX 15NM 21LN 22JL 23HL 31SH 32JS 33ZJ 34AH 35FJ 36JX 37SD 41HA 42HB 43HN 44GD 45GX 46HI 50CQ 51SC \
                         52GZ 53YN 54XZ 61SN 62GS 63QH 64NX 65XJ 71TW 81HK 82MO";

/// That the report's codes name one province.
fn check_region(report: &ReportRow<'_>, faults: &mut Faults) {
    let fields = &report.fields;
    let (number, Field { text, place }) = (&fields.gb_t_2260.text[..2], fields.iso_3166_2);
    let province = PROVINCES.split(' ').find(|province| province.starts_with(number)).map(|province| &province[2..]);
    if text.strip_prefix("CN-") != province {
        let expected = province.map_or("a province of both".to_owned(), |province| format!("`CN-{province}`"));
        faults.add(
            place,
            format!("iso_3166_2 `{text}` beside gb_t_2260 `{}`; expected {expected}", fields.gb_t_2260.text),
        );
    }
}

/// That each code has metrics.
fn check_codes(tables: &Tables<'_>, faults: &mut Faults) {
    for (number, category) in tables.categories.iter().enumerate() {
        if !tables.metrics.iter().any(|metric| metric.category == number) {
            let Field { text, place } = category.code;
            faults.add(place, format!("category `{text}` has no metric; expected one, or no such row"));
        }
    }
    for (number, unit) in tables.units.iter().enumerate() {
        if !tables.metrics.iter().any(|metric| metric.unit == number) {
            let Field { text, place } = unit.fields.code;
            faults.add(place, format!("no metric is in unit `{text}`; expected one, or no such row"));
        }
    }
    check_nouns(tables, faults);
}

/// That units which are printed alike are told apart by the nouns of their titles.
fn check_nouns(tables: &Tables<'_>, faults: &mut Faults) {
    // Both need nouns: a unit without any would take all titles that those of the other refuse.
    for unit in &tables.units {
        let is_alike = |other: &&UnitRow<'_>| {
            other.code() != unit.code() && other.printed.iter().any(|words| unit.printed.contains(words))
        };
        if let Some(other) = tables.units.iter().find(is_alike).filter(|_| unit.nouns.is_empty()) {
            let other = other.code();
            let message = format!("no nouns, though `{other}` is printed alike; expected what titles count");
            faults.add(unit.fields.nouns.place, message);
        }
    }
}

fn check_metric_count(tables: &Tables<'_>, faults: &mut Faults) {
    if let Some(row) = tables.metrics.get(MOST_METRICS) {
        let count = tables.metrics.len();
        faults.add(
            row.fields.id.place,
            format!(
                "{count} metrics; expected at most {MOST_METRICS}, as an embedded table is for what a person could look through: \
                 make a crate for each report, or load the tables into an engine, as data/READERS.md shows"
            ),
        );
    }
}

/// Double entry: value, comparator and unit as the row has them, against the printed figure.
fn check_figure(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    // What one entry says is not told as what the other should be: two that are made to match prove nothing.
    const DISAGREE: &str = "disagree; expected both to be entered from the report again, at";
    let MetricRow { fields, figure, .. } = row;
    let (printed, start) = (fields.obs_text.text, row.passage.start);
    if row.value != figure.value {
        let Field { text, place } = fields.obs_value;
        faults.add(place, format!("obs_value {text} and obs_text `{printed}` {DISAGREE} {start}"));
    }
    let comparator = figure.margin.qualifier.comparator();
    if row.comparator != comparator {
        let found = row.comparator.map_or("empty", Comparator::code);
        let message = format!("comparator {found} and obs_text `{printed}` {DISAGREE} {start}");
        faults.add(fields.comparator.place, message);
    }
    let unit = tables.unit_of(row);
    if !unit.printed.contains(&figure.unit_words) {
        // Several units share 个 and 家, so the figure alone does not say which: all are offered.
        let mut codes = Vec::new();
        for unit in &tables.units {
            if unit.printed.contains(&figure.unit_words) {
                codes.push(unit.code());
            }
        }
        let expected = match &codes[..] {
            [] => "a unit with these words, and there is none: add them to it in data/units.tsv".to_owned(),
            codes => format!("`{}`", codes.join("` or `")),
        };
        let ((before, after), code) = (figure.unit_words, unit.code());
        let message = format!("unit `{code}` is not printed as `{before}…{after}`; expected {expected}");
        faults.add(fields.unit.place, message);
    }
}

/// What a kind of statistic asks of the unit, the figure and the other fields.
fn check_kind(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (MetricRow { fields, stat_type, .. }, unit) = (row, tables.unit_of(row));
    let dimension = unit.dimension;
    let (fits, fitting) = match stat_type {
        StatType::Rank => (dimension == Dimension::Rank, "a unit of dimension `rank`"),
        StatType::GrowthRate | StatType::AverageGrowthRate | StatType::Multiple => {
            (dimension == Dimension::Ratio, "a unit of dimension `ratio`")
        }
        StatType::Duration | StatType::TimeLimit => (dimension == Dimension::Duration, "a unit of time"),
        // Weeks and days make no whole months, and the first day of the streak is computed from these.
        StatType::Streak => (matches!(unit.duration, Some(Duration::Months(_))), "a unit of months or years"),
        StatType::Threshold => (dimension != Dimension::Rank, OTHER_UNIT),
        StatType::Stock | StatType::Flow | StatType::Extent | StatType::Standard | StatType::Change => {
            (!matches!(dimension, Dimension::Rank | Dimension::Duration), OTHER_UNIT)
        }
    };
    if !fits {
        let message = format!("unit `{}` with stat_type `{stat_type}`; expected {fitting}", unit.code());
        faults.add(fields.unit.place, message);
    }
    if *stat_type == StatType::Rank && row.admin_level.is_none() {
        faults.add(fields.admin_level.place, "a rank without admin_level; expected the level that was ranked");
    }
    if *stat_type == StatType::Threshold && row.comparator.is_none() {
        faults.add(fields.comparator.place, "a threshold without comparator; expected the side of it that counts");
    }
    if *stat_type == StatType::Threshold && fields.note.text.is_empty() {
        faults.add(
            fields.note.place,
            "a threshold without a note; expected one that says that it is a criterion and no outcome",
        );
    }
    check_counts(row, dimension, faults);
    check_words(row, faults);
}

const OTHER_UNIT: &str = "stat_type `rank`, `duration`, `time-limit` or `streak`, or another unit";

fn check_counts(row: &MetricRow<'_>, dimension: Dimension, faults: &mut Faults) {
    let (value, place) = (row.value, row.fields.obs_value.place);
    // A count is not less than nothing, but it may fall.
    let may_be_negative = row.stat_type == StatType::Change;
    if dimension == Dimension::Count && (value.scale > 0 || value.mantissa < 0 && !may_be_negative) {
        faults.add(place, format!("obs_value {value} of a count; expected a whole number, not negative"));
    }
    if dimension == Dimension::Rank && (value.scale > 0 || value.mantissa <= 0) {
        faults.add(place, format!("obs_value {value} of a rank; expected 1 or a larger whole number"));
    }
    // What is displayed behind the number: of money that is the unit.
    let (is_count, Field { text: counted, place }) = (dimension == Dimension::Count, row.fields.counted);
    if is_count == counted.is_empty() {
        let expected = if is_count { "what is counted" } else { "it empty" };
        faults.add(place, format!("counted `{counted}` of a {dimension}; expected {expected}"));
    }
}

/// That a word which only one kind of statistic has is in all figures of that kind, and in no others.
fn check_words(row: &MetricRow<'_>, faults: &mut Faults) {
    let MetricRow { fields, figure, stat_type, .. } = row;
    // Both ways: a word without its kind would be lost in the table, and a kind without its word was never printed.
    for (printed, fits, words, kinds) in [
        (figure.ordinal, *stat_type == StatType::Rank, "第 or 首", "`rank`"),
        (figure.streak, *stat_type == StatType::Streak, "连续", "`streak`"),
        (figure.change, stat_type.is_change(), "增长, 下降 or the like", "a change or a growth rate"),
        (
            figure.against == Some(Base::Average),
            *stat_type == StatType::AverageGrowthRate,
            "年均",
            "`average-growth-rate`",
        ),
    ] {
        let Field { text, place } = fields.obs_text;
        if printed && !fits {
            let message = format!("stat_type `{stat_type}` of `{text}`; expected {kinds}, as it has {words}");
            faults.add(fields.stat_type.place, message);
        }
        if fits && !printed {
            faults.add(place, format!("obs_text `{text}` with stat_type `{stat_type}`; expected {words} in it"));
        }
    }
}

/// That each period is the report's, unless the figure is a streak that ends with it, or the report prints before the figure
/// which months it is for.
fn check_periods(tables: &Tables<'_>, faults: &mut Faults) {
    let year = tables.report.time_period;
    // No date is a metric, so every date that the report prints is an exclusion.
    let (mut dates, mut printed) = (Vec::new(), Vec::new());
    for exclusion in &tables.exclusions {
        if exclusion.reason == ExclusionReason::Date {
            dates.push(exclusion.passage);
            printed.extend(year_of(exclusion.passage.text));
        }
    }
    if !check_year(&tables.report, &printed, faults) {
        return;
    }
    let own = tables.report.fields.time_period.text;
    for row in &tables.metrics {
        let (period, stat_type) = (row.period, row.stat_type);
        let Field { text: basis, place } = row.fields.period_basis;
        let is_stated = row.period_basis == PeriodBasis::Stated;
        let (fits, expected) = match (stat_type, is_stated) {
            (StatType::Streak, true) => {
                let expected = "`assumed`, as the report prints how long it lasted and not when it ended";
                faults.add(place, format!("period_basis `{basis}` of a streak; expected {expected}"));
                continue;
            }
            (StatType::Streak, false) => {
                let expected = format!("the time of {} that ends with the report's period", row.passage.text);
                (fits_streak(row, year, tables), expected)
            }
            // Months of a year are printed before the figure, and other years with their numbers.
            (_, true) => (
                match period.months() {
                    Some(months) => printed_months(row, &dates) == Some(months),
                    None => {
                        period == year
                            || period.is_whole_years() && (year.contains(period) || printed.contains(&period.end.year))
                    }
                },
                format!(
                    "the report's period, {own}, whole years, or those months that the report prints before the figure and that are exclusions of reason `date`"
                ),
            ),
            (_, false) => (period == year, format!("the report's period, {own}, or period_basis `stated`")),
        };
        if !fits {
            let Field { text, place } = row.fields.time_period;
            faults.add(place, format!("time_period `{text}`, {basis}, of kind `{stat_type}`; expected {expected}"));
        }
    }
}

/// Whether the report's year is the one that the report prints first, or the year before, if it prints that too, as a report is often
/// given in the next year.
fn check_year(report: &ReportRow<'_>, printed: &[i32], faults: &mut Faults) -> bool {
    let (last, Field { text: own, place }) = (report.time_period.end.year, report.fields.time_period);
    let is_given = |given: &i32| *given == last || *given == last + 1 && printed.contains(&last);
    let is_printed = printed.first().is_some_and(is_given);
    if !is_printed {
        let expected = "a year that the report prints, as an exclusion of reason `date`";
        faults.add(place, format!("time_period {own}; expected {expected}"));
    }
    is_printed
}

/// The year that four digits are.
fn year_of(digits: &str) -> Option<i32> {
    digits.parse::<u32>().ok().filter(|_| digits.len() == 4).map(|year| year as i32)
}

/// Whether the period is as long as the streak and ends with the year.
fn fits_streak(row: &MetricRow<'_>, year: Dates, tables: &Tables<'_>) -> bool {
    // Another unit than months or years is told by `check_kind`.
    let Some(Duration::Months(unit)) = tables.unit_of(row).duration else { return true };
    // A broken year has no first day that could be computed, and to a thousand of them no dates are held.
    let Some(months) = streak_months(row, unit) else { return row.value.scale == 0 };
    // Months are counted from year 0, so that the streak may begin in an earlier year.
    let first = year.end.year * 12 + 12 - months;
    let (start, end) = (row.period.start, row.period.end);
    (start.year, start.month as i32, start.day) == (first.div_euclid(12), first.rem_euclid(12) + 1, 1)
        && end == year.end
}

/// How many months a streak lasted; `None` if they are no whole ones, or too many.
fn streak_months(row: &MetricRow<'_>, unit: u32) -> Option<i32> {
    let value = row.value.mantissa.checked_mul(unit.into()).filter(|_| row.value.scale == 0)?;
    // The calendar of `NaiveDate` is far longer, but no streak of a report began a thousand years ago.
    i32::try_from(value).ok().filter(|months| *months < 12_000)
}

/// The two dates next before a figure in its section, as numbers of months.
fn printed_months(row: &MetricRow<'_>, dates: &[Passage<'_>]) -> Option<(u32, u32)> {
    // 1—9月 is two numerals, so two exclusions. Dates are in report order, or that is told as a fault of its own.
    let before = dates.partition_point(|date| date.start < row.passage.start);
    match &dates[..before] {
        // In the same section, or the months of the last paragraph of one would reach into the next.
        [.., first, last] if first.section == row.passage.section && last.section == row.passage.section => {
            Some((first.text.parse().ok()?, last.text.parse().ok()?))
        }
        _ => None,
    }
}

/// That `of_metric` names a metric that can be qualified so.
fn check_link(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (stat_type, Field { text: id, place }) = (row.stat_type, row.fields.of_metric);
    // A limit alone says nothing. A rate, a multiple, a streak or a change may say in its title what it is of, where no level is printed.
    let required = stat_type == StatType::Threshold;
    // A share is of the whole.
    let allowed = required
        || tables.unit_of(row).dimension == Dimension::Ratio
        || matches!(
            stat_type,
            StatType::Streak
                | StatType::Change
                | StatType::Extent
                | StatType::GrowthRate
                | StatType::AverageGrowthRate
                | StatType::Multiple
        );
    let named = tables.metrics.iter().find(|of| allowed && is_named(row, of, tables));
    let message = match (tables.of_metric(row), named) {
        (None, _) if !id.is_empty() => {
            format!("of_metric `{id}` is no id; expected {}", nearest_id(id, tables, faults))
        }
        (None, None) if required => {
            format!("a {stat_type} of nothing; expected the id of the metric that it qualifies")
        }
        (None, None) => return,
        (Some(_), _) if !allowed => {
            format!("of_metric `{id}` of kind `{stat_type}`, which qualifies no other metric; expected it empty")
        }
        (Some(of), named) => match senseless_link(row, of, tables) {
            Some(expected) => format!("of_metric `{id}` makes no sense for kind `{stat_type}`; expected {expected}"),
            None if named.is_some() && !is_named(row, of, tables) => other_name(id, named),
            None if of.counted.first().is_none_or(|noun| row.fields.title_zh.text.contains(noun)) => return,
            None => {
                format!("of_metric `{id}`, of which title_zh says nothing; expected a metric whose counted_zh it has")
            }
        },
        (None, named) => other_name(id, named),
    };
    faults.add(place, message);
}

fn other_name(id: &str, named: Option<&MetricRow<'_>>) -> String {
    let named = named.map_or("", MetricRow::id);
    format!(
        "of_metric `{id}`, where counted_zh begins with that of `{named}`; expected `{named}`, or other words in counted_zh"
    )
}

/// Whether the row counts, by its name, something of what `of` counts: the investment in projects, and projects.
fn is_named(row: &MetricRow<'_>, of: &MetricRow<'_>, tables: &Tables<'_>) -> bool {
    let (Some(own), Some(other)) = (row.counted.first(), of.counted.first()) else { return false };
    row.id() != of.id() && own.starts_with(other) && senseless_link(row, of, tables).is_none()
}

/// What `of` would have to be for `row` to qualify it, where it is not.
fn senseless_link(row: &MetricRow<'_>, of: &MetricRow<'_>, tables: &Tables<'_>) -> Option<&'static str> {
    let quantity = matches!(of.stat_type, StatType::Stock | StatType::Flow | StatType::Extent | StatType::Standard);
    const QUANTITY: Option<&str> = Some("a stock, a flow, an extent or a standard");
    match row.stat_type {
        StatType::GrowthRate | StatType::Threshold if !quantity => QUANTITY,
        StatType::GrowthRate if row.period != of.period => Some("a metric of the same period"),
        StatType::Extent if tables.unit_of(of).dimension != Dimension::Count => {
            // The investment in projects, say, whose number is another metric.
            Some("a count of what it is the measure of")
        }
        StatType::Extent if row.unit == of.unit => Some("a metric of another unit"),
        StatType::Change if !matches!(of.stat_type, StatType::Stock | StatType::Standard) => {
            Some("a stock or a standard")
        }
        StatType::Change if row.unit != of.unit => Some("a metric of the same unit"),
        StatType::Streak if !quantity && of.stat_type != StatType::Rank => Some("a quantity or a rank"),
        StatType::Streak if !row.period.contains(of.period) => Some("a metric of a period within the streak"),
        _ => None,
    }
}

/// That where a figure qualifies one that several indicators share, each of them is qualified, by a row of its own.
fn check_shared_figure(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let Some(of) = tables.of_metric(row) else { return };
    // A figure is shared by the rows that start at the same place, which `check_positions` lets only metrics of one text do.
    for sharing in tables.metrics.iter().filter(|other| other.passage.start == of.passage.start) {
        let is_qualified = |other: &MetricRow<'_>| {
            other.passage.start == row.passage.start && other.fields.of_metric.text == sharing.id()
        };
        if !tables.metrics.iter().any(is_qualified) {
            let (id, of, sharing, start) = (row.id(), of.id(), sharing.id(), row.passage.start);
            faults.add(
                row.fields.of_metric.place,
                format!("`{id}` qualifies `{of}`, whose figure serves `{sharing}` too; expected a row at {start} that qualifies it"),
            );
        }
    }
}

/// That no two figures or numerals overlap, and that the rows are in report order.
fn check_positions(tables: &Tables<'_>, faults: &mut Faults) {
    let mut passages: Vec<(Passage<'_>, bool)> = Vec::new();
    for row in &tables.metrics {
        passages.push((row.passage, true));
    }
    for row in &tables.exclusions {
        passages.push((row.passage, false));
    }
    for pair in passages.windows(2) {
        let (before, Passage { start, place, .. }) = (pair[0].0, pair[1].0);
        // Metrics and exclusions are two files, each in order by itself.
        if before.place.file == place.file && start < before.start {
            let last = before.start;
            let message =
                format!("source_start {start} after {last} on the line before; expected rows in report order");
            faults.add(place, message);
        }
    }
    for (passage, _) in &passages {
        check_length(passage.end(), passage.place, tables, faults);
    }
    // In the order of their starts, what overlaps anything overlaps its neighbour.
    for pair in order(passages.len(), &|a, b| passages[a].0.start.cmp(&passages[b].0.start)).windows(2) {
        let ((first, first_is_metric), (second, is_metric)) = (passages[pair[0]], passages[pair[1]]);
        // One printed figure may serve several indicators, with a row for each.
        let shared = first_is_metric && is_metric && second.start == first.start && second.text == first.text;
        if second.start < first.end() && !shared {
            let (text, start, first_text, first_start) = (second.text, second.start, first.text, first.start);
            let Place { file, line, .. } = first.place;
            faults.add(
                second.place,
                format!(
                    "`{text}` at {start} overlaps `{first_text}` at {first_start}, which {file}:{line} has; expected spans apart"
                ),
            );
        }
    }
}

/// That a run of digits, or of Chinese numeral characters for one reason, is one exclusion.
fn check_runs(tables: &Tables<'_>, faults: &mut Faults) {
    for pair in tables.exclusions.windows(2) {
        let (first, second) = (pair[0].passage, pair[1].passage);
        let (are_digits, also) = (first.text.starts_with(is_digit), second.text.starts_with(is_digit));
        // Chinese numerals beside each other may belong to two words, so only a common reason joins them.
        if first.end() == second.start && are_digits == also && (are_digits || pair[0].reason == pair[1].reason) {
            let (text, start, before) = (second.text, second.start, first.text);
            let message = format!("`{text}` at {start} goes on behind `{before}`; expected one row for the run");
            faults.add(second.place, message);
        }
    }
}

/// That a passage lies in the section that its row says.
fn check_section(passage: Passage<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let Passage { section, start, place, text } = passage;
    let begins = tables.sections[section].start;
    // No end of the last one: what lies behind the report was told by its length.
    let ends = tables.sections.get(section + 1).map_or(u32::MAX, |next| next.start);
    if start < begins || start >= ends {
        faults.add(
            place,
            format!("`{text}` at {start} is not in section {section}, which begins at {begins}; expected the section that {SECTIONS} says"),
        );
    }
}
