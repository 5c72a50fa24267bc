//! Holds the rows of all tables against the rules, above all each value against its printed figure.

use super::dates::Duration;
use super::order;
use super::read::{APART, METRICS, MOST_METRICS, MetricRow, PAIRS, Passage, REPORT, SECTIONS, Tables, UnitRow, sure};
use super::table::{Faults, Field, Place, Row};
use crate::model::exact::Exact;
use crate::model::numeral::is_digit;
use crate::unknown::nearest;
use crate::vocabulary::{Comparator, Dimension, ExclusionReason, StatType};

/// Every rule that a single field does not know.
pub fn check(tables: &Tables<'_>, faults: &mut Faults) {
    let found_before = faults.0.len();
    check_sections(tables, faults);
    let sections_are_sound = faults.0.len() == found_before;
    check_codes(tables, faults);
    for row in &tables.metrics {
        check_figure(row, tables, faults);
        check_kind(row, tables, faults);
        check_noun(row, tables, faults);
        check_keywords(row, faults);
    }
    check_metric_count(tables, faults);
    check_unique(&tables.metrics, |row| row.fields.field("id"), "id", faults);
    check_unique(&tables.metrics, |row| row.fields.field("title"), "title", faults);
    check_unique(&tables.metrics, |row| row.fields.field("title_zh"), "title", faults);
    check_names_of_neighbours(tables, faults);
    check_links(tables, faults);
    check_shared_figures(tables, faults);
    check_periods(tables, faults);
    check_positions(tables, faults);
    check_runs(tables, faults);
    if sections_are_sound {
        for span in tables.metrics.iter().map(|row| row.passage).chain(tables.exclusions.iter().map(|row| row.passage))
        {
            check_section(span, tables, faults);
        }
    }
    check_pairs(tables, faults);
    check_range(tables, faults);
}

/// That all values together fit in the 96 bits of a `Decimal`, and all ends of intervals, with the digits after the point that one
/// of them needs.
fn check_range(tables: &Tables<'_>, faults: &mut Faults) {
    const MOST: u128 = 10u128.pow(25);
    let scale = tables.scale();
    for row in &tables.metrics {
        let is_too_much = |number: &Exact| number.at_scale(scale).is_none_or(|digits| digits.unsigned_abs() > MOST);
        if let Some(number) = row.numbers().iter().find(|number| is_too_much(number)) {
            faults.add(
                row.fields.place("obs_value"),
                format!("obs_value {number}, or an end of the interval; expected less, or fewer than the {scale} digits after the point that another row needs"),
            );
        }
    }
}

/// That the sections are numbered from 0, and begin one after the other within the report.
fn check_sections(tables: &Tables<'_>, faults: &mut Faults) {
    let mut end = 0;
    for (row, section) in tables.sections.iter().enumerate() {
        if section.number.is_some_and(|number| number as usize != row) {
            let place = section.fields.place("section");
            faults.add(
                place,
                format!(
                    "section `{}`; expected {row}, as sections are numbered from 0",
                    section.fields.text("section")
                ),
            );
        }
        let Some(start) = section.start else { continue };
        if row == 0 && start != 0 || row > 0 && start <= end {
            let expected = if row == 0 {
                "0, where the report begins".to_owned()
            } else {
                format!("more than {end}, where the section before begins")
            };
            faults.add(
                section.fields.place("source_start"),
                format!("source_start {start} of a section; expected {expected}"),
            );
        }
        check_length(start, section.fields.field("source_start"), tables, faults);
        end = end.max(start);
    }
    if tables.sections.is_empty() {
        faults.add(Place { file: SECTIONS, line: 2, column: 1 }, "no rows; expected at least section 0");
    }
}

/// That an offset lies within the report.
fn check_length(end: u32, field: Field<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    if let Some(characters) = tables.report.characters.filter(|characters| end > *characters) {
        faults.add(
            field.place,
            format!("offset {end}; expected at most {characters}, the length of the report in {REPORT}"),
        );
    }
}

/// That codes and names are unique, that each code has metrics, and that units say what their dimension asks for.
fn check_codes(tables: &Tables<'_>, faults: &mut Faults) {
    check_unique(&tables.categories, |row| row.field("code"), "code", faults);
    check_unique(&tables.categories, |row| row.field("name"), "name", faults);
    check_unique(&tables.categories, |row| row.field("name_zh"), "name", faults);
    check_unique(&tables.units, |row| row.fields.field("code"), "code", faults);
    check_unique(&tables.units, |row| row.fields.field("name"), "name", faults);
    check_unique(&tables.units, |row| row.fields.field("name_zh"), "name", faults);
    for (number, category) in tables.categories.iter().enumerate() {
        if !tables.metrics.iter().any(|metric| metric.category == Some(number)) {
            faults.add(
                category.place("code"),
                format!("category `{}` has no metric; expected one, or no such row", category.text("code")),
            );
        }
    }
    for (number, unit) in tables.units.iter().enumerate() {
        if !tables.metrics.iter().any(|metric| metric.unit == Some(number)) {
            faults.add(
                unit.fields.place("code"),
                format!("no metric is in unit `{}`; expected one, or no such row", unit.code()),
            );
        }
        check_dimension(unit, faults);
    }
    check_nouns(tables, faults);
}

/// What units say twice: their dimension by the columns that go with it, and their length by the code of UCUM.
fn check_dimension(unit: &UnitRow<'_>, faults: &mut Faults) {
    let Some(dimension) = unit.dimension else { return };
    for (column, wanted) in
        [("duration", dimension == Dimension::Duration), ("iso_4217", dimension == Dimension::Money)]
    {
        let field = unit.fields.field(column);
        if field.text.is_empty() == wanted {
            let expected = if wanted { "one" } else { "none" };
            faults.add(field.place, format!("{column} `{}` of a unit of {dimension}; expected {expected}", field.text));
        }
    }
    let printed = unit.fields.field("printed");
    let is_rate = unit.printed.iter().any(|(before, _)| !before.is_empty());
    if is_rate != (dimension == Dimension::MoneyRate) {
        let expected = if is_rate {
            "dimension `money-rate`, as words stand before …"
        } else {
            "words before …, as in 每人每月…元"
        };
        faults.add(printed.place, format!("printed `{}` of a unit of {dimension}; expected {expected}", printed.text));
    }
    let is_ratio = ["%", "‰", "百分"].iter().any(|word| printed.text.contains(word));
    if is_ratio != (dimension == Dimension::Ratio) {
        let expected = if is_ratio { "dimension `ratio`" } else { "%, ‰ or 百分点" };
        faults.add(printed.place, format!("printed `{}` of a unit of {dimension}; expected {expected}", printed.text));
    }
    let (ucum, duration) = (unit.fields.text("ucum"), unit.fields.field("duration"));
    let known = [("a", "P1Y"), ("mo", "P1M"), ("wk", "P1W"), ("d", "P1D")];
    if let Some((_, expected)) = known.iter().find(|(code, expected)| *code == ucum && *expected != duration.text) {
        faults.add(
            duration.place,
            format!("duration `{}`; expected `{expected}`, which `{ucum}` is in UCUM", duration.text),
        );
    }
}

/// That units which are printed alike are told apart by the nouns of their titles.
fn check_nouns(tables: &Tables<'_>, faults: &mut Faults) {
    for (number, unit) in tables.units.iter().enumerate().filter(|(_, unit)| unit.nouns.is_empty()) {
        let is_alike = |(other, row): &(usize, &UnitRow<'_>)| {
            *other != number && row.printed.iter().any(|words| unit.printed.contains(words))
        };
        if let Some((_, other)) = tables.units.iter().enumerate().find(is_alike) {
            faults.add(
                unit.fields.place("nouns"),
                format!("no nouns, though `{}` is printed alike; expected what titles count", other.code()),
            );
        }
    }
}

fn check_metric_count(tables: &Tables<'_>, faults: &mut Faults) {
    let count = tables.metrics.len();
    if count == 0 && faults.0.is_empty() {
        faults.add(Place { file: METRICS, line: 2, column: 1 }, "no rows; expected at least one metric");
    }
    if let Some(row) = tables.metrics.get(MOST_METRICS) {
        faults.add(
            row.fields.place("id"),
            format!(
                "{count} metrics; expected at most {MOST_METRICS}, as an embedded table is for what a person could look through: \
                 make a crate for each report, or load the tables into an engine, as data/READERS.md shows"
            ),
        );
    }
}

/// That keywords add to what the titles say.
fn check_keywords(row: &MetricRow<'_>, faults: &mut Faults) {
    let (title, title_zh) = (row.fields.text("title").to_lowercase(), row.fields.text("title_zh").to_lowercase());
    for (i, keyword) in row.keywords.iter().enumerate() {
        let word = keyword.to_lowercase();
        if title.contains(&word) || title_zh.contains(&word) {
            faults.add(
                row.fields.place("keywords"),
                format!("keyword `{keyword}` is in the titles; expected words that are not"),
            );
        }
        if row.keywords[..i].contains(keyword) {
            faults.add(row.fields.place("keywords"), format!("keyword `{keyword}` again; expected each once"));
        }
    }
}

/// Double entry: value, comparator and unit as the row has them, against the printed figure.
fn check_figure(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let Some(figure) = &row.figure else { return };
    let printed = row.fields.text("obs_text");
    if row.value.is_some_and(|value| value != figure.value) {
        faults.add(
            row.fields.place("obs_value"),
            format!("obs_value {}; expected {}, which `{printed}` says", row.fields.text("obs_value"), figure.value),
        );
    }
    let comparator = figure.precision.qualifier.comparator().map_or("", Comparator::code);
    if row.fields.text("comparator") != comparator {
        let shown = |code: &str| if code.is_empty() { "empty".to_owned() } else { format!("`{code}`") };
        let (found, expected) = (shown(row.fields.text("comparator")), shown(comparator));
        faults.add(
            row.fields.place("comparator"),
            format!("comparator {found}; expected {expected}, which `{printed}` says"),
        );
    }
    let Some(unit) = tables.unit_of(row) else { return };
    // Without any the fault is the unit's.
    if !unit.printed.is_empty() && !unit.printed.contains(&figure.unit_words) {
        let (before, after) = figure.unit_words;
        let mut expected = String::new();
        for unit in &tables.units {
            if unit.printed.contains(&figure.unit_words) {
                expected += if expected.is_empty() { "`" } else { " or `" };
                expected += unit.code();
                expected += "`";
            }
        }
        if expected.is_empty() {
            expected = "a unit with these words, and there is none: add them to it in data/units.tsv".to_owned();
        }
        faults.add(
            row.fields.place("unit"),
            format!("unit `{}` is not printed as `{before}…{after}`; expected {expected}", unit.code()),
        );
    }
}

/// That the Chinese title names what is counted: the double entry of units that share a measure word.
fn check_noun(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let Some(unit) = tables.unit_of(row) else { return };
    let title = row.fields.text("title_zh");
    let counted = title.strip_suffix("项数").or(title.strip_suffix('数')).unwrap_or(title);
    let nouns = &unit.nouns;
    if !nouns.is_empty() && !nouns.iter().any(|noun| counted.ends_with(noun)) {
        let expected = nouns.join("数, …");
        faults.add(
            row.fields.place("title_zh"),
            format!(
                "title_zh `{title}` of a metric in `{}`; expected it to end with what is counted: …{expected}数",
                unit.code()
            ),
        );
    }
}

/// What a stat type asks of the unit, the figure and the other fields.
fn check_kind(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (Some(stat_type), Some(unit)) = (row.stat_type, tables.unit_of(row)) else { return };
    let Some(dimension) = unit.dimension else { return };
    let unit_fits = match stat_type {
        StatType::Rank => dimension == Dimension::Rank,
        StatType::GrowthRate => dimension == Dimension::Ratio,
        StatType::Duration => dimension == Dimension::Duration,
        StatType::Streak => matches!(unit.duration, Some(Duration::Months(_))),
        StatType::Threshold => dimension != Dimension::Rank,
        StatType::Level | StatType::Flow | StatType::Change => {
            !matches!(dimension, Dimension::Rank | Dimension::Duration)
        }
    };
    if !unit_fits {
        let fitting = match stat_type {
            StatType::Rank => "a unit of dimension `rank`",
            StatType::GrowthRate => "a unit of dimension `ratio`",
            StatType::Duration => "a unit of time",
            StatType::Streak => "a unit of months or years",
            _ => "stat_type `rank`, `duration` or `streak`, or another unit",
        };
        faults.add(
            row.fields.place("unit"),
            format!("unit `{}` with stat_type `{stat_type}`; expected {fitting}", unit.code()),
        );
    }
    if stat_type == StatType::Rank && row.fields.text("admin_level").is_empty() {
        faults.add(row.fields.place("admin_level"), "a rank without admin_level; expected the level that was ranked");
    }
    if stat_type == StatType::Threshold && row.fields.text("comparator").is_empty() {
        faults
            .add(row.fields.place("comparator"), "a threshold without comparator; expected the side of it that counts");
    }
    check_counts(row, dimension, faults);
    check_words(row, stat_type, faults);
}

fn check_counts(row: &MetricRow<'_>, dimension: Dimension, faults: &mut Faults) {
    let Some(value) = row.value else { return };
    let whole = value.scale == 0 && value.mantissa >= 0;
    // A count is not less than nothing, but it may fall.
    let may_fall = row.stat_type == Some(StatType::Change) && value.scale == 0;
    if dimension == Dimension::Count && !whole && !may_fall {
        faults.add(
            row.fields.place("obs_value"),
            format!("obs_value {value} of a count; expected a whole number, not negative"),
        );
    }
    if dimension == Dimension::Rank && !(whole && value.mantissa > 0) {
        faults.add(
            row.fields.place("obs_value"),
            format!("obs_value {value} of a rank; expected 1 or a larger whole number"),
        );
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
        let text = row.fields.text("obs_text");
        if printed && !fits {
            faults.add(
                row.fields.place("stat_type"),
                format!("stat_type `{stat_type}` of `{text}`; expected {kinds}, as it has {words}"),
            );
        }
        if fits && !printed {
            faults.add(
                row.fields.place("obs_text"),
                format!("obs_text `{text}` with stat_type `{stat_type}`; expected {words} in it"),
            );
        }
    }
}

/// That each period is the report's, unless the figure is a streak that ends with it, or the report prints before the figure
/// which months it is for.
fn check_periods(tables: &Tables<'_>, faults: &mut Faults) {
    let Some(year) = tables.report.time_period.filter(|period| period.is_calendar_year()) else { return };
    let mut dates = Vec::new();
    for exclusion in &tables.exclusions {
        if exclusion.reason == Some(ExclusionReason::Date) {
            dates.push(exclusion.passage);
        }
    }
    let printed = dates.iter().find(|date| date.text.len() == 4 && date.text.starts_with(is_digit));
    if printed.is_none_or(|date| date.text != year.end.year.to_string()) {
        let period = tables.report.field("time_period");
        faults.add(
            period.place,
            format!(
                "time_period {}; expected a year that the report prints, as an exclusion of reason `date`",
                period.text
            ),
        );
        return;
    }
    for row in &tables.metrics {
        let (Some(period), Some(stat_type), Some(_), Some(_)) =
            (row.period, row.stat_type, row.passage.section, row.passage.start)
        else {
            continue;
        };
        let expected = if stat_type == StatType::Streak {
            let months = streak_months(row, tables);
            let first_month = year.end.year * 12 + 12 - months.unwrap_or(0);
            let first = (first_month.div_euclid(12), first_month.rem_euclid(12) + 1);
            let start = period.start;
            if months.is_none() || (start.year, start.month as i32) == first && start.day == 1 && period.end == year.end
            {
                continue;
            }
            format!("the time of {} that ends with the report's period", row.fields.text("obs_text"))
        } else {
            let printed = period.months().filter(|_| year.contains(period));
            if period == year || printed.is_some_and(|months| printed_months(row, &dates) == Some(months)) {
                continue;
            }
            format!(
                "the report's period, {}, or those months of it that the report prints before the figure and that are exclusions of reason `date`",
                tables.report.value("time_period")
            )
        };
        faults.add(
            row.fields.place("time_period"),
            format!("time_period `{}` of a {stat_type}; expected {expected}", row.fields.text("time_period")),
        );
    }
}

/// How many months a streak lasted.
fn streak_months(row: &MetricRow<'_>, tables: &Tables<'_>) -> Option<i32> {
    let value = row.value.filter(|value| value.scale == 0)?;
    let Some(Duration::Months(months)) = tables.unit_of(row)?.duration else { return None };
    i32::try_from(value.mantissa.checked_mul(months.into())?).ok().filter(|months| *months < 12_000)
}

/// The two dates next before a figure in its section, as numbers of months.
fn printed_months(row: &MetricRow<'_>, dates: &[Passage<'_>]) -> Option<(u32, u32)> {
    let before = dates.partition_point(|date| date.start < row.passage.start);
    match &dates[..before] {
        [.., first, last] if first.section == row.passage.section && last.section == row.passage.section => {
            Some((first.text.parse().ok()?, last.text.parse().ok()?))
        }
        _ => None,
    }
}

fn check_unique<'a, T>(rows: &[T], field: fn(&T) -> Field<'a>, what: &str, faults: &mut Faults) {
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
}

/// That an id is made of the words of its own title, and not of those of a neighbour in the same unit.
fn check_names_of_neighbours(tables: &Tables<'_>, faults: &mut Faults) {
    let shared = |id: &MetricRow<'_>, title: &MetricRow<'_>| {
        let title = title.fields.text("title").to_lowercase();
        id.id().split('-').filter(|word| title.contains(word)).count()
    };
    for (number, row) in tables.metrics.iter().enumerate() {
        let next = tables.metrics[number + 1..].iter().find(|next| next.unit == row.unit);
        let Some(next) = next else { continue };
        let straight = shared(row, row) + shared(next, next);
        let crossed = shared(row, next) + shared(next, row);
        if crossed > straight {
            faults.add(
                next.fields.place("id"),
                format!(
                    "id `{}` and that of line {}, `{}`, fit each other's titles better; expected ids in the words of their titles",
                    next.id(), row.fields.place("id").line, row.id()
                ),
            );
        }
    }
}

/// That `of_metric` names a metric that can be qualified so.
fn check_links(tables: &Tables<'_>, faults: &mut Faults) {
    for row in &tables.metrics {
        let field = row.fields.field("of_metric");
        let Some(stat_type) = row.stat_type else { continue };
        let required = matches!(stat_type, StatType::GrowthRate | StatType::Threshold);
        let allowed = required || matches!(stat_type, StatType::Streak | StatType::Change | StatType::Level);
        if field.text.is_empty() {
            if required {
                faults.add(
                    field.place,
                    format!("a {stat_type} of nothing; expected the id of the metric that it qualifies"),
                );
            }
            continue;
        }
        let Some(of) = tables.find(field.text) else {
            faults.add(
                field.place,
                format!("of_metric `{}` is no id; expected {}", field.text, nearest_id(field.text, tables, faults)),
            );
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
        } else if let Some(expected) = senseless_link(row, &tables.metrics[of], tables) {
            faults.add(
                field.place,
                format!("of_metric `{}` makes no sense for a {stat_type}; expected {expected}", field.text),
            );
        } else if let Some(better) = better_link(row, of, tables) {
            faults.add(
                field.place,
                format!(
                    "of_metric `{}`, though title_zh begins like that of `{better}`; expected `{better}`",
                    field.text
                ),
            );
        }
    }
}

/// What to say of an id that there is not.
fn nearest_id(id: &str, tables: &Tables<'_>, faults: &Faults) -> String {
    // To look for the nearest id takes as long as there are ids: not for a table of nothing but faults.
    let mut ids = Vec::new();
    for row in &tables.metrics[..if faults.0.len() < 100 { tables.metrics.len() } else { 0 }] {
        ids.push(row.id());
    }
    match nearest(id, &ids)[..] {
        [] => "the id of a row".to_owned(),
        [id, ..] => format!("the id of a row, maybe `{id}`"),
    }
}

/// The metric whose Chinese title begins more like the row's than that of `of` does, if it could be qualified as well.
fn better_link<'a>(row: &MetricRow<'_>, of: usize, tables: &Tables<'a>) -> Option<&'a str> {
    let alike = |other: &MetricRow<'_>| {
        let pairs = row.fields.text("title_zh").chars().zip(other.fields.text("title_zh").chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let found = alike(&tables.metrics[of]);
    // Never the row itself, as no kind qualifies its own.
    let is_better = |other: &&MetricRow<'_>| alike(other) > found && senseless_link(row, other, tables).is_none();
    tables.metrics.iter().find(is_better).map(MetricRow::id)
}

/// What `of` would have to be for `row` to qualify it, where it is not.
fn senseless_link(row: &MetricRow<'_>, of: &MetricRow<'_>, tables: &Tables<'_>) -> Option<&'static str> {
    let quantity = matches!(of.stat_type?, StatType::Level | StatType::Flow);
    match row.stat_type? {
        StatType::GrowthRate if !quantity => Some("a level or a flow"),
        StatType::GrowthRate if row.period? != of.period? => Some("a metric of the same period"),
        StatType::Threshold if !quantity => Some("a level or a flow"),
        StatType::Level if tables.unit_of(of)?.dimension? != Dimension::Count => {
            Some("a count of what it is the measure of")
        }
        StatType::Level if row.unit? == of.unit? => Some("a metric of another unit"),
        StatType::Change if of.stat_type? != StatType::Level => Some("a level"),
        StatType::Change if row.unit? != of.unit? => Some("a metric of the same unit"),
        StatType::Streak if !quantity && of.stat_type? != StatType::Rank => Some("a level, a flow or a rank"),
        StatType::Streak if !row.period?.contains(of.period?) => Some("a metric of a period within the streak"),
        _ => None,
    }
}

/// That where a figure qualifies one that several indicators share, each of them is qualified, by a row of its own.
fn check_shared_figures(tables: &Tables<'_>, faults: &mut Faults) {
    let of = |row: &MetricRow<'_>| tables.find(row.fields.text("of_metric")).map(|of| &tables.metrics[of]);
    for row in &tables.metrics {
        let Some(target) = of(row).filter(|target| target.passage.start.is_some()) else { continue };
        for sharing in tables.metrics.iter().filter(|other| other.passage.start == target.passage.start) {
            let is_qualified = |other: &MetricRow<'_>| {
                other.passage.start == row.passage.start && other.fields.text("of_metric") == sharing.id()
            };
            if !tables.metrics.iter().any(is_qualified) {
                faults.add(
                    row.fields.place("of_metric"),
                    format!(
                        "`{}` qualifies `{}`, whose figure serves `{}` too; expected a row at {} that qualifies it",
                        row.id(),
                        target.id(),
                        sharing.id(),
                        row.passage.start_field.text
                    ),
                );
            }
        }
    }
}

/// That the rows are in report order, that no two figures overlap, and that sections do not mix.
fn check_positions(tables: &Tables<'_>, faults: &mut Faults) {
    let mut spans: Vec<(u32, Passage<'_>, bool)> = Vec::new();
    let mut before = 0;
    for row in &tables.metrics {
        before = check_order(row.passage, before, faults);
        spans.extend(row.passage.start.map(|start| (start, row.passage, true)));
    }
    before = 0;
    for row in &tables.exclusions {
        before = check_order(row.passage, before, faults);
        spans.extend(row.passage.start.map(|start| (start, row.passage, false)));
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
    }
    for &(start, span, _) in &spans {
        check_length(span.end(start), span.start_field, tables, faults);
    }
}

/// That a run of digits, or of Chinese numeral characters for one reason, is one exclusion.
fn check_runs(tables: &Tables<'_>, faults: &mut Faults) {
    for pair in tables.exclusions.windows(2) {
        let (first, second) = (pair[0].passage, pair[1].passage);
        let (Some(start), Some(next)) = (first.start, second.start) else { continue };
        let (are_digits, also) = (first.text.starts_with(is_digit), second.text.starts_with(is_digit));
        if first.end(start) == next && are_digits == also && (are_digits || pair[0].reason == pair[1].reason) {
            faults.add(
                second.start_field.place,
                format!("`{}` at {next} goes on behind `{}`; expected one row for the run", second.text, first.text),
            );
        }
    }
}

/// That a span lies in the section that its row says.
fn check_section(span: Passage<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (Some(start), Some(section)) = (span.start, span.section) else { return };
    let begins = tables.sections[section].start;
    let ends = tables.sections.get(section + 1).map(|next| next.start);
    let (Some(begins), ends) = (begins, ends.flatten().unwrap_or(u32::MAX)) else { return };
    if start < begins || start >= ends {
        faults.add(
            span.start_field.place,
            format!("`{}` at {start} is not in section {section}, which begins at {begins}; expected the section that {SECTIONS} says", span.text),
        );
    }
}

/// Gives how far the rows have come with this one.
fn check_order(span: Passage<'_>, before: u32, faults: &mut Faults) -> u32 {
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

/// That the pairs are in order and say what there is to say, and that no two metrics of one unit that adds up are without.
fn check_pairs(tables: &Tables<'_>, faults: &mut Faults) {
    let mut listed = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for row in &tables.pairs {
        let mut ends = [None, None];
        for (end, field) in ends.iter_mut().zip([row.field("metric"), row.field("other")]) {
            *end = tables.find(field.text);
            // Once, though an id that changed stands in many pairs.
            if end.is_none() && !unknown.contains(&field.text) {
                unknown.push(field.text);
                faults.add(
                    field.place,
                    format!("`{}` is no id; expected {}", field.text, nearest_id(field.text, tables, faults)),
                );
            }
        }
        let [Some(metric), Some(other)] = ends else { continue };
        if metric >= other {
            faults.add(
                row.place("other"),
                format!("`{}` and `{}`; expected two metrics, in report order", row.text("metric"), row.text("other")),
            );
        } else if listed.last().is_some_and(|last| *last >= (metric, other)) {
            faults.add(row.place("metric"), "a pair again, or after a later one; expected each once, in report order");
        } else {
            listed.push((metric, other));
            check_relation(row, metric, other, tables, faults);
        }
    }
    if unknown.is_empty() {
        check_total(&listed, tables, faults);
    }
}

fn check_relation(row: &Row<'_>, metric: usize, other: usize, tables: &Tables<'_>, faults: &mut Faults) {
    let (a, b) = (&tables.metrics[metric], &tables.metrics[other]);
    let is_read = |end: &MetricRow<'_>| {
        end.stat_type.is_some() && tables.unit_of(end).is_some_and(|unit| unit.dimension.is_some())
    };
    if !is_read(a) || !is_read(b) {
        return;
    }
    if let Some(end) = [a, b].into_iter().find(|end| !tables.adds_up(end)) {
        let stat_type = end.fields.text("stat_type");
        let problem =
            format!("`{}` is a {stat_type} in {}, to which nothing is added", end.id(), end.fields.text("unit"));
        faults.add(
            row.place("relation"),
            format!("{problem}; expected pairs of money or of counts, that are no rate, rank or streak"),
        );
    } else if a.unit != b.unit && row.text("relation") == APART {
        faults.add(
            row.place("relation"),
            "`apart` of two units, which nobody adds; expected `may-overlap`, or no such row",
        );
    }
}

/// Finds the pairs of one unit that adds up and are not listed: the first of each unit, at the line where it belongs.
fn check_total(listed: &[(usize, usize)], tables: &Tables<'_>, faults: &mut Faults) {
    let mut missing = vec![Vec::new(); tables.units.len()];
    let mut next = 0;
    for (a, metric) in tables.metrics.iter().enumerate().filter(|(_, metric)| tables.adds_up(metric)) {
        for (b, other) in tables.metrics.iter().enumerate().skip(a + 1) {
            if other.unit != metric.unit || !tables.adds_up(other) {
                continue;
            }
            while next < listed.len() && listed[next] < (a, b) {
                next += 1;
            }
            if listed.get(next) != Some(&(a, b)) {
                missing[sure(metric.unit)].push((metric, other, next + 2));
            }
        }
    }
    for (unit, missing) in tables.units.iter().zip(missing) {
        let Some((metric, other, line)) = missing.first() else { continue };
        let more = if missing.len() > 1 { format!(", nor for {} more", missing.len() - 1) } else { String::new() };
        faults.add(
            Place { file: PAIRS, line: *line, column: 1 },
            format!(
                "no row for `{}` and `{}`, which are both in `{}`{more}; expected `may-overlap` or `apart`",
                metric.id(),
                other.id(),
                unit.code()
            ),
        );
    }
}
