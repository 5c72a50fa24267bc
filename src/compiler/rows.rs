//! Reads rows: each whole or not at all, with a fault for each field that could not be read.

use super::dates::{Dates, Duration};
use super::fields::{
    check_both, check_code, check_id, check_languages, is_numeral, number_of, optional, parse_duration, parse_figure,
    parse_period, parse_printed, parse_value, parts, row_of_code, whole_number, words,
};
use super::table::{self, Faults, Field, Fields, Place, check_unique, columns, is_all, order};
use crate::model::exact::Exact;
use crate::model::figure::{Known, Reading, UnitWords};
use crate::model::precision::Limit;
use crate::unknown::{nearest, unknown};
use crate::vocabulary::{
    AdminLevel, Comparator, Dimension, ExclusionReason, ObsStatus, PeriodBasis, Precision, Relation, StatType,
};

/// The tables, in the order in which faults are told.
pub const FILES: [&str; 8] = [REPORT, SECTIONS, CATEGORIES, UNITS, AGGREGATES, METRICS, PAIRS, EXCLUSIONS];
pub const REPORT: &str = "data/report.tsv";
pub const SECTIONS: &str = "data/sections.tsv";
pub const CATEGORIES: &str = "data/categories.tsv";
pub const UNITS: &str = "data/units.tsv";
pub const AGGREGATES: &str = "data/aggregates.tsv";
pub const METRICS: &str = "data/metrics.tsv";
pub const PAIRS: &str = "data/pairs.tsv";
pub const EXCLUSIONS: &str = "data/exclusions.tsv";

columns! { KeyFields: key value }
columns! {
    /// `report.tsv`: what the report is, a key a line, in this order. The last may be missing.
    ReportFields: title title_zh source source_zh time_period area area_zh gb_t_2260 iso_3166_2 characters sha256 not_printed
}
columns! {
    /// `sections.tsv`: where each section of the report begins.
    SectionFields: section source_start title title_zh
}
columns! {
    /// `categories.tsv`: what a category is called, and what it is. Units have these columns too.
    TermFields: code name name_zh about about_zh
}
columns! {
    /// `units.tsv`.
    UnitFields: code name name_singular name_zh dimension printed nouns duration ucum iso_4217 qudt rec_20 about about_zh
}
columns! {
    /// `aggregates.tsv`: an indicator that is the total of others.
    AggregateFields: code name name_zh about about_zh instances instances_zh
}
columns! {
    /// `metrics.tsv`.
    MetricFields:
        id title title_zh counted counted_zh category section source_start obs_text obs_value comparator unit stat_type time_period
        period_basis admin_level of_metric aggregate headline note note_zh keywords obs_status
}
columns! {
    /// `pairs.tsv`: what two metrics of one aggregate have in common.
    PairFields: metric other relation
}
columns! {
    /// `exclusions.tsv`: a numeral of the report that is no metric.
    ExclusionFields: section source_start text reason phrase
}

/// What the tables say.
pub struct Tables<'a> {
    pub report: ReportRow<'a>,
    pub sections: Vec<SectionRow<'a>>,
    pub categories: Vec<TermFields<'a>>,
    pub units: Vec<UnitRow<'a>>,
    pub aggregates: Vec<AggregateFields<'a>>,
    pub metrics: Vec<MetricRow<'a>>,
    pub pairs: Vec<PairRow<'a>>,
    pub exclusions: Vec<ExclusionRow<'a>>,
    /// The rows of metrics in the order of their ids.
    by_id: Vec<usize>,
}

/// Reads the rows of a table, each by `parse`, which tells its own faults, and gives `None` for a row that can't be used.
fn rows<'a, F: Fields<'a>, T>(
    (file, bytes): (&'static str, &'a [u8]),
    faults: &mut Faults,
    mut parse: impl FnMut(F, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let mut rows = Vec::new();
    for fields in &table::read(file, bytes, F::COLUMNS, faults) {
        if let Some(row) = F::of(fields).and_then(|fields| parse(fields, faults)) {
            rows.push(row);
        }
    }
    rows
}

/// Of 分别增长4.3%、5.5% the direction stands once: whatever is joined to the first by a character or two, in its unit and of its kind,
/// has it too. That they are joined by 、 or the like, the audit sees.
fn join_lists(metrics: &mut [MetricRow<'_>]) {
    for row in 1..metrics.len() {
        let (before, rest) = metrics.split_at_mut(row);
        let (before, row) = (&before[before.len() - 1], &mut rest[0]);
        let (first, gap) = (&before.figure, row.passage.start.checked_sub(before.passage.end()));
        let is_joined = matches!(gap, Some(1 | 2)) && first.change && row.stat_type == before.stat_type;
        if is_joined && !row.figure.change && row.figure.to.is_none() && row.figure.unit_words == first.unit_words {
            (row.figure.change, row.figure.against) = (true, first.against);
            if first.value.mantissa < 0 {
                row.figure.value = row.figure.value.negated();
                row.figure.margin.qualifier = row.figure.margin.qualifier.mirrored();
                row.limits = row.figure.limits().expect("the grammar reads no figure whose interval is out of range");
            }
        }
    }
}

impl<'a> Tables<'a> {
    /// Reads the rows that can be read.
    pub fn read(files: &'a [Vec<u8>; FILES.len()], faults: &mut Faults) -> Option<Self> {
        let [report, sections, categories, units, aggregates, metrics, pairs, exclusions] = files;
        let report = ReportRow::read(report, faults);
        // Faults of the report's own table do not make the codes of the others wrong.
        let found_before = faults.0.len();
        let sections = rows((SECTIONS, sections), faults, SectionRow::parse);
        let categories = rows((CATEGORIES, categories), faults, |fields: TermFields<'a>, faults| {
            check_code(fields.code, faults);
            Some(fields)
        });
        let units = rows((UNITS, units), faults, UnitRow::parse);
        let aggregates = rows((AGGREGATES, aggregates), faults, |fields: AggregateFields<'a>, faults| {
            check_code(fields.code, faults);
            Some(fields)
        });
        check_numbers(&sections, faults);
        check_unique(&categories, |row| row.code, "code", faults);
        check_unique(&units, |row| row.fields.code, "code", faults);
        check_unique(&aggregates, |row| row.code, "code", faults);
        // Where one of these is wrong none is looked up, or each row that names it would be told as wrong too.
        let codes = (faults.0.len() == found_before).then(|| Codes::new(&sections, &categories, &units, &aggregates));
        // What they are called is not looked up, so a fault in it hides no other.
        check_terms(&sections, &categories, &units, &aggregates, faults);
        let mut metrics =
            rows((METRICS, metrics), faults, |fields, faults| MetricRow::parse(fields, codes.as_ref(), faults));
        join_lists(&mut metrics);
        let pairs = rows((PAIRS, pairs), faults, PairRow::parse);
        let exclusions = rows((EXCLUSIONS, exclusions), faults, |fields, faults| {
            ExclusionRow::parse(fields, codes.as_ref(), faults)
        });
        // Sorted once: every pair looks two ids up, of which a table of 1 024 metrics has half a million.
        let by_id = order(metrics.len(), &|a, b| metrics[a].id().cmp(metrics[b].id()));
        Some(Self { report: report?, sections, categories, units, aggregates, metrics, pairs, exclusions, by_id })
    }

    /// The row of the metric with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let place = self.by_id.partition_point(|&row| self.metrics[row].id() < id);
        self.by_id.get(place).copied().filter(|&row| self.metrics[row].id() == id)
    }

    /// The metric that this one qualifies.
    pub fn of_metric(&self, metric: &MetricRow<'_>) -> Option<&MetricRow<'a>> {
        self.find(metric.fields.of_metric.text).map(|row| &self.metrics[row])
    }

    /// For each metric the others of its aggregate, and what it has to do with them: both ways, as the table has each pair once.
    pub fn related(&self) -> Vec<Vec<(usize, Relation)>> {
        let mut related = vec![Vec::new(); self.metrics.len()];
        for PairRow { fields, relation } in &self.pairs {
            if let (Some(metric), Some(other)) = (self.find(fields.metric.text), self.find(fields.other.text)) {
                related[metric].push((other, *relation));
                related[other].push((metric, converse(*relation)));
            }
        }
        related
    }

    /// The rows of the metrics of an aggregate.
    pub fn members(&self, aggregate: usize) -> Vec<usize> {
        self.rows_of(&|metric| metric.aggregate == Some(aggregate))
    }

    /// The rows of the metrics that are so.
    pub fn rows_of(&self, is_so: &dyn Fn(&MetricRow<'_>) -> bool) -> Vec<usize> {
        let mut rows = Vec::new();
        for (row, metric) in self.metrics.iter().enumerate() {
            if is_so(metric) {
                rows.push(row);
            }
        }
        rows
    }

    pub fn unit_of(&self, metric: &MetricRow<'_>) -> &UnitRow<'a> {
        &self.units[metric.unit]
    }

    /// Whether values of this metric add up to a sum.
    pub fn adds_up(&self, metric: &MetricRow<'_>) -> bool {
        metric.stat_type.adds_up(self.unit_of(metric).dimension)
    }
}

/// That sections are numbered from 0, as rows name them by number.
fn check_numbers(sections: &[SectionRow<'_>], faults: &mut Faults) {
    for (row, SectionRow { fields, number, .. }) in sections.iter().enumerate() {
        if *number as usize != row {
            let message = format!("section `{number}`; expected {row}, as sections are numbered from 0");
            faults.add(fields.section.place, message);
        }
    }
}

/// What sections, categories and units are called: in both languages, and no two alike.
fn check_terms(
    sections: &[SectionRow<'_>],
    categories: &[TermFields<'_>],
    units: &[UnitRow<'_>],
    aggregates: &[AggregateFields<'_>],
    faults: &mut Faults,
) {
    for SectionRow { fields, .. } in sections {
        check_languages(fields.title, fields.title_zh, faults);
    }
    for row in categories {
        check_languages(row.name, row.name_zh, faults);
        check_languages(row.about, row.about_zh, faults);
    }
    for UnitRow { fields, .. } in units {
        if fields.name.text.is_empty() || fields.name_singular.text.is_empty() || fields.name_zh.text.is_empty() {
            faults.add(fields.name.place, "a unit without a name; expected name, name_singular and name_zh");
        }
        check_languages(fields.about, fields.about_zh, faults);
    }
    for row in aggregates {
        check_languages(row.name, row.name_zh, faults);
        check_languages(row.about, row.about_zh, faults);
        check_both(row.instances, row.instances_zh, faults);
    }
    check_unique(categories, |row| row.name, "name", faults);
    check_unique(categories, |row| row.name_zh, "name", faults);
    check_unique(units, |row| row.fields.name, "name", faults);
    check_unique(units, |row| row.fields.name_zh, "name", faults);
    check_unique(aggregates, |row| row.name, "name", faults);
    check_unique(aggregates, |row| row.name_zh, "name", faults);
}

/// All of `report.tsv`.
pub struct ReportRow<'a> {
    pub fields: ReportFields<'a>,
    /// A calendar year.
    pub time_period: Dates,
    pub characters: u32,
    /// What readers come for and the report does not print: of each its names in both languages, and other words for it.
    pub not_printed: Vec<Vec<&'a str>>,
}

impl<'a> ReportRow<'a> {
    fn read(bytes: &'a [u8], faults: &mut Faults) -> Option<Self> {
        const KEYS: &[&str] = ReportFields::COLUMNS;
        let mut values = Vec::new();
        let lines = rows((REPORT, bytes), faults, |fields, _| Some(fields));
        let found_before = faults.0.len();
        for KeyFields { key, value } in lines {
            let expected = values.len();
            match number_of(key.text, KEYS) {
                None => faults.add(key.place, unknown("key", key.text, &nearest(key.text, KEYS, &[]), KEYS)),
                Some(position) if position < expected => {
                    let order = KEYS.join(", ");
                    faults.add(key.place, format!("key `{}` again or too late; expected {order}, each once", key.text));
                }
                Some(position) => {
                    for missing in &KEYS[expected..position] {
                        faults.add(key.place, format!("key `{}`; expected `{missing}` before it", key.text));
                    }
                    // In the place of those that are missing too, so that the next key is read as itself.
                    values.resize(position + 1, value);
                }
            }
        }
        let place = Place { file: REPORT, line: 1, column: 1 };
        let required = &KEYS[..KEYS.len() - 1];
        for missing in required.get(values.len()..).into_iter().flatten() {
            faults.add(place, format!("there is no key `{missing}`; expected it as the table's {}", KEYS.join(", ")));
        }
        values.resize(KEYS.len(), Field { text: "", place });
        // Otherwise values in the place of missing ones would be told as wrong.
        if faults.0.len() == found_before { Self::parse(ReportFields::of(&values)?, faults) } else { None }
    }

    fn parse(fields: ReportFields<'a>, faults: &mut Faults) -> Option<Self> {
        check_languages(fields.title, fields.title_zh, faults);
        check_languages(fields.source, fields.source_zh, faults);
        check_languages(fields.area, fields.area_zh, faults);
        let ReportFields { gb_t_2260, iso_3166_2, sha256, .. } = fields;
        // The form only: a list of all codes would be another table to keep, and a wrong code is for the reviewer to see.
        if gb_t_2260.text.len() != 6 || !is_all(gb_t_2260.text, |b| b.is_ascii_digit()) {
            faults.add(gb_t_2260.place, format!("`{}` is no code of GB/T 2260; expected six digits", gb_t_2260.text));
        }
        let upper = |text| is_all(text, |b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let codes = iso_3166_2.text.split_once('-');
        if !codes.is_some_and(|(a, b)| a.len() == 2 && matches!(b.len(), 1..=3) && upper(a) && upper(b)) {
            let text = iso_3166_2.text;
            faults.add(iso_3166_2.place, format!("`{text}` is no code of ISO 3166-2; expected one like AB-CD"));
        }
        if sha256.text.len() != 64 || !is_all(sha256.text, |b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            faults.add(sha256.place, "no SHA-256; expected 64 digits of lower-case hexadecimal");
        }
        let time_period = parse_period(fields.time_period, faults);
        let characters = whole_number(fields.characters, MOST_CHARACTERS, "a length in characters", faults);
        if time_period.is_some_and(|period| !period.is_whole_years()) {
            let Field { text, place } = fields.time_period;
            faults.add(place, format!("time_period `{text}`; expected whole years, from 1 January"));
        }
        let Field { text, place } = fields.not_printed;
        let mut not_printed = Vec::new();
        for thing in parts(text, "; ") {
            let words = parts(thing, ", ");
            let name = |at: usize| Field { text: words.get(at).copied().unwrap_or_default(), place };
            check_languages(name(0), name(1), faults);
            not_printed.push(words);
        }
        // In the header stands no value: there the row is missing, which it may be.
        if not_printed.is_empty() && place.line > 1 {
            faults.add(place, "nothing; expected what the report does not print, or no such row");
        }
        Some(Self { fields, time_period: time_period?, characters: characters?, not_printed })
    }
}

/// The most characters that a report may have.
const MOST_CHARACTERS: u32 = 99_999_999;

/// The greatest number of a section, which `Section` holds in a `u8`.
const LAST_SECTION: u32 = 254;

/// A section, by its number, which is its row.
pub struct SectionRow<'a> {
    pub fields: SectionFields<'a>,
    pub number: u32,
    pub start: u32,
}

impl<'a> SectionRow<'a> {
    fn parse(fields: SectionFields<'a>, faults: &mut Faults) -> Option<Self> {
        let number = whole_number(fields.section, LAST_SECTION, "the number of a section", faults);
        let start = whole_number(fields.source_start, MOST_CHARACTERS, "an offset in characters", faults);
        Some(Self { fields, number: number?, start: start? })
    }
}

pub struct UnitRow<'a> {
    pub fields: UnitFields<'a>,
    pub dimension: Dimension,
    /// What stands before the number, and after it.
    pub printed: Vec<UnitWords<'a>>,
    pub nouns: Vec<&'a str>,
    pub duration: Option<Duration>,
}

impl<'a> UnitRow<'a> {
    fn parse(fields: UnitFields<'a>, faults: &mut Faults) -> Option<Self> {
        check_code(fields.code, faults);
        let dimension = row_of_code(fields.dimension, Dimension::KIND, Dimension::CODES, faults);
        let printed = parse_printed(fields.printed, faults);
        let duration = optional(fields.duration, |field| parse_duration(field, faults));
        // `?` only from here on: a fault in one field must not hide those in the fields behind it.
        let (dimension, nouns) = (Dimension::ALL[dimension?], words(fields.nouns));
        let unit = Self { fields, dimension, printed: printed?, nouns, duration: duration? };
        check_dimension(&unit, faults);
        Some(unit)
    }

    pub fn code(&self) -> &'a str {
        self.fields.code.text
    }

    /// For one, and for more.
    pub fn names(&self) -> [&'a str; 2] {
        [self.fields.name_singular.text, self.fields.name.text]
    }

    pub fn term(&self) -> TermFields<'a> {
        let UnitFields { code, name, name_zh, about, about_zh, .. } = self.fields;
        TermFields { code, name, name_zh, about, about_zh }
    }
}

/// Checks that a unit agrees with itself: its dimension with the columns that go with it, and its length with its code of UCUM.
///
/// Here and not among the rules between rows, as a unit whose words are wrong makes figures of it look wrong.
fn check_dimension(unit: &UnitRow<'_>, faults: &mut Faults) {
    let UnitRow { fields, dimension, .. } = unit;
    for (column, field, wanted) in [
        ("duration", fields.duration, *dimension == Dimension::Duration),
        ("iso_4217", fields.iso_4217, *dimension == Dimension::Money),
    ] {
        if field.text.is_empty() == wanted {
            let expected = if wanted { "one" } else { "none" };
            faults.add(field.place, format!("{column} `{}` of a unit of {dimension}; expected {expected}", field.text));
        }
    }
    if !unit.nouns.is_empty() && !matches!(dimension, Dimension::Count | Dimension::Duration) {
        let Field { text, place } = fields.nouns;
        faults.add(place, format!("nouns `{text}` of a unit of {dimension}, which counts nothing; expected none"));
    }
    let Field { text, place } = fields.printed;
    // Words before the number make a rate of it, 每人每月…元. An amount or a count has all its words behind.
    let is_rate = unit.printed.iter().any(|(before, _)| !before.is_empty());
    let is_ratio = ["%", "‰", "百分", "倍", ":1"].iter().any(|word| text.contains(word));
    for (found, wanted, in_table, in_words) in [
        (
            is_rate,
            Dimension::MoneyRate,
            "dimension `money-rate`, as words stand before …",
            "words before …, as in 每人每月…元",
        ),
        (is_ratio, Dimension::Ratio, "dimension `ratio`", "%, ‰, 百分点 or 倍"),
    ] {
        if found != (*dimension == wanted) {
            let expected = if found { in_table } else { in_words };
            faults.add(place, format!("printed `{text}` of a unit of {dimension}; expected {expected}"));
        }
    }
    check_standard_codes(fields, *dimension, faults);
}

/// UCUM's code of a unit, with what QUDT, Recommendation 20 and ISO 8601 call the same. UCUM's month is a twelfth of 365.25 days, and
/// ours one of the calendar: codes are compared, not lengths.
const CODES: [[&str; 4]; 16] = [
    ["t", "TONNE", "TNE", ""],
    ["kg", "KiloGM", "KGM", ""],
    ["km", "KiloM", "KMT", ""],
    ["m", "M", "MTR", ""],
    ["har", "HA", "HAR", ""],
    ["m2", "M2", "MTK", ""],
    ["km2", "KiloM2", "KMK", ""],
    ["m3", "M3", "MTQ", ""],
    ["kW.h", "KiloW-HR", "KWH", ""],
    ["kW", "KiloW", "KWT", ""],
    ["a", "YR", "ANN", "P1Y"],
    ["mo", "MO", "MON", "P1M"],
    ["wk", "WK", "WEE", "P1W"],
    ["d", "DAY", "DAY", "P1D"],
    ["%", "PERCENT", "P1", ""],
    ["[ppth]", "PPTH", "NX", ""],
];

/// That the codes of a unit in several standards mean one unit.
fn check_standard_codes(fields: &UnitFields<'_>, dimension: Dimension, faults: &mut Faults) {
    let UnitFields { code, ucum, iso_4217, qudt, rec_20, duration, .. } = *fields;
    let (annotation, currency) = (format!("{{{}}}", code.text), format!("{{{}}}", iso_4217.text));
    // What is counted is an annotation of ours in UCUM, and a rate of money begins with one.
    let (fits, expected) = match dimension {
        Dimension::Count | Dimension::Rank => (ucum.text == annotation, format!("`{annotation}`")),
        Dimension::MoneyRate => {
            let (money, mut per) = ucum.text.split_once("}/").unwrap_or_default();
            let mut fits = money.starts_with('{');
            // 1/({person}.mo): what is no annotation is a unit of UCUM.
            while let Some((_, behind)) = per.split_once('{') {
                let annotation;
                (annotation, per) = behind.split_once('}').unwrap_or_default();
                fits &= number_of(annotation, &parts(code.text, "-")).is_some();
            }
            (fits, "money per what the code says, as in {CNY}/{mu}".to_owned())
        }
        // Held against the code of the currency below, or that is missing, which was told.
        Dimension::Money if iso_4217.text.is_empty() => return,
        Dimension::Money => (true, String::new()),
        _ => (!ucum.text.starts_with('{'), "a code of UCUM, or none".to_owned()),
    };
    if !fits {
        faults.add(ucum.place, format!("ucum `{}` of a unit of {dimension}; expected {expected}", ucum.text));
    }
    for Field { text, place } in [qudt, rec_20] {
        let is_code = is_all(text, |b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"_-".contains(&b));
        if !is_code || text.starts_with("CCY_") && dimension != Dimension::Money {
            faults.add(
                place,
                format!(
                    "`{text}` for a unit of {dimension}; expected a code in capitals, and no currency but of money"
                ),
            );
        }
    }
    let fields = [ucum, qudt, rec_20, duration];
    let of_currency = format!("CCY_{}", iso_4217.text);
    let money = [&*currency, &of_currency, "", ""];
    let known = if dimension == Dimension::Money { Some(&money) } else { known_codes(&fields) };
    let Some(codes) = known else { return };
    for (number, code) in codes.iter().enumerate() {
        let Field { text, place } = fields[number];
        // UCUM's code and the length of a known unit are never missing.
        let may_be_empty = text.is_empty() && matches!(number, 1 | 2);
        if text != *code && !may_be_empty {
            let others = codes.join(" ");
            let expected = format!("expected `{code}`, as in {}", others.trim_end());
            faults.add(place, format!("`{text}` beside the other codes of the unit; {expected}"));
        }
    }
}

/// The row of the first of these codes that is known.
fn known_codes(fields: &[Field<'_>; 4]) -> Option<&'static [&'static str; 4]> {
    for (number, field) in fields.iter().enumerate() {
        let known = CODES.iter().find(|codes| !field.text.is_empty() && codes[number] == field.text);
        if known.is_some() {
            return known;
        }
    }
    None
}

/// The codes that other tables define, for the rows that name them.
struct Codes<'a> {
    categories: Vec<&'a str>,
    units: Vec<&'a str>,
    aggregates: Vec<&'a str>,
    printed: Vec<Known<'a>>,
    last_section: u32,
}

impl<'a> Codes<'a> {
    fn new(
        sections: &[SectionRow<'a>],
        categories: &[TermFields<'a>],
        units: &[UnitRow<'a>],
        aggregates: &[AggregateFields<'a>],
    ) -> Self {
        fn texts<'a, T>(rows: &[T], text: fn(&T) -> &'a str) -> Vec<&'a str> {
            let mut texts = Vec::new();
            for row in rows {
                texts.push(text(row));
            }
            texts
        }
        let mut printed = Vec::new();
        for unit in units {
            for words in &unit.printed {
                printed.push((*words, unit.dimension));
            }
        }
        Self {
            categories: texts(categories, |row| row.code.text),
            units: texts(units, UnitRow::code),
            aggregates: texts(aggregates, |row| row.code.text),
            printed,
            last_section: sections.len().saturating_sub(1) as u32,
        }
    }
}

pub struct MetricRow<'a> {
    pub fields: MetricFields<'a>,
    /// The row of the category.
    pub category: usize,
    pub passage: Passage<'a>,
    pub figure: Reading<'a>,
    /// The interval that the actual value lies in, by the figure.
    pub limits: (Limit, Limit),
    pub value: Exact,
    pub comparator: Option<Comparator>,
    /// The row of the unit.
    pub unit: usize,
    pub stat_type: StatType,
    pub period: Dates,
    pub period_basis: PeriodBasis,
    pub admin_level: Option<AdminLevel>,
    pub obs_status: Option<ObsStatus>,
    /// The row of the aggregate.
    pub aggregate: Option<usize>,
    /// Its place among the headlines, from 1.
    pub headline: Option<u32>,
    /// The Chinese nouns for what the value counts, the one of the title first.
    pub counted: Vec<&'a str>,
    pub keywords: Vec<&'a str>,
}

/// Where a figure or numeral stands in the report.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// The number of the section, which is its row.
    pub section: usize,
    pub start: u32,
    /// Of the start, in the table.
    pub place: Place,
    pub text: &'a str,
}

impl<'a> Passage<'a> {
    fn parse([section, start, text]: [Field<'a>; 3], codes: Option<&Codes<'_>>, faults: &mut Faults) -> Option<Self> {
        // Without the sections, what no section could have is still told.
        let last = codes.map_or(LAST_SECTION, |codes| codes.last_section);
        let number = whole_number(section, last, "the number of a section", faults);
        let offset = whole_number(start, MOST_CHARACTERS, "an offset in characters", faults);
        Some(Self { section: number? as usize, start: offset?, place: start.place, text: text.text })
    }

    pub fn end(self) -> u32 {
        // A field of 4 GiB would have failed long before.
        self.start + self.text.chars().count() as u32
    }
}

impl<'a> MetricRow<'a> {
    fn parse(fields: MetricFields<'a>, codes: Option<&Codes<'a>>, faults: &mut Faults) -> Option<Self> {
        check_id(fields.id, faults);
        check_languages(fields.title, fields.title_zh, faults);
        check_both(fields.note, fields.note_zh, faults);
        let passage = Passage::parse([fields.section, fields.source_start, fields.obs_text], codes, faults);
        let value = parse_value(fields.obs_value, faults);
        let comparator =
            optional(fields.comparator, |field| row_of_code(field, Comparator::KIND, Comparator::CODES, faults));
        let stat_type = row_of_code(fields.stat_type, StatType::KIND, StatType::CODES, faults);
        let period = parse_period(fields.time_period, faults);
        let basis = row_of_code(fields.period_basis, PeriodBasis::KIND, PeriodBasis::CODES, faults);
        let level =
            optional(fields.admin_level, |field| row_of_code(field, AdminLevel::KIND, AdminLevel::CODES, faults));
        let status = optional(fields.obs_status, |field| row_of_code(field, ObsStatus::KIND, ObsStatus::CODES, faults));
        let headline =
            optional(fields.headline, |field| whole_number(field, 99, "a place among the headlines", faults));
        // So far the row was read by itself. The rest needs the codes of the other tables.
        let codes = codes?;
        let category = row_of_code(fields.category, "category", &codes.categories, faults);
        let unit = row_of_code(fields.unit, "unit", &codes.units, faults);
        let aggregate = optional(fields.aggregate, |field| row_of_code(field, "aggregate", &codes.aggregates, faults));
        // By the words of all units, so that a wrong unit is told as that and not as a figure that can't be read.
        let (figure, limits) = parse_figure(fields.obs_text, &codes.printed, faults)?;
        Some(Self {
            category: category?,
            passage: passage?,
            figure,
            limits,
            value: value?,
            comparator: comparator?.map(|row| Comparator::ALL[row]),
            unit: unit?,
            stat_type: StatType::ALL[stat_type?],
            period: period?,
            period_basis: PeriodBasis::ALL[basis?],
            admin_level: level?.map(|row| AdminLevel::ALL[row]),
            obs_status: status?.map(|row| ObsStatus::ALL[row]),
            aggregate: aggregate?,
            headline: headline?,
            counted: words(fields.counted_zh),
            keywords: words(fields.keywords),
            fields,
        })
    }

    pub fn id(&self) -> &'a str {
        self.fields.id.text
    }

    pub fn precision(&self) -> Precision {
        let (lower, upper) = self.limits;
        match (self.comparator, lower, upper) {
            (Some(Comparator::Greater | Comparator::GreaterOrEqual), ..) => Precision::More,
            (Some(Comparator::Less | Comparator::LessOrEqual), ..) => Precision::Less,
            (None, Limit::Unbounded, Limit::Unbounded) => Precision::Open,
            (None, ..) if lower == upper => Precision::Exact,
            (None, ..) => Precision::Rounded,
        }
    }
}

pub struct PairRow<'a> {
    pub fields: PairFields<'a>,
    pub relation: Relation,
}

impl<'a> PairRow<'a> {
    fn parse(fields: PairFields<'a>, faults: &mut Faults) -> Option<Self> {
        // The ids are looked up by `check_pairs`: here some metrics may not have been read.
        let relation = row_of_code(fields.relation, Relation::KIND, Relation::CODES, faults)?;
        Some(Self { fields, relation: Relation::ALL[relation] })
    }
}

/// What the other has to do with the first.
pub fn converse(relation: Relation) -> Relation {
    match relation {
        Relation::Within => Relation::Contains,
        Relation::Contains => Relation::Within,
        Relation::Apart | Relation::MayOverlap => relation,
    }
}

/// A name is no passage of the report.
const LONGEST_PHRASE: usize = 12;

pub struct ExclusionRow<'a> {
    pub passage: Passage<'a>,
    pub reason: ExclusionReason,
    pub phrase: &'a str,
}

impl<'a> ExclusionRow<'a> {
    fn parse(fields: ExclusionFields<'a>, codes: Option<&Codes<'a>>, faults: &mut Faults) -> Option<Self> {
        let Field { text, place } = fields.text;
        if !is_numeral(text) {
            faults.add(
                place,
                format!("`{text}` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters"),
            );
        }
        let phrase = fields.phrase.text;
        if !phrase.is_empty() && (!phrase.contains(text) || phrase.chars().count() > LONGEST_PHRASE) {
            let expected = format!("a name with `{text}` in it, of at most {LONGEST_PHRASE} characters, or none");
            faults.add(fields.phrase.place, format!("phrase `{phrase}`; expected {expected}"));
        }
        let passage = Passage::parse([fields.section, fields.source_start, fields.text], codes, faults);
        let reason = row_of_code(fields.reason, ExclusionReason::KIND, ExclusionReason::CODES, faults);
        Some(Self { passage: passage?, reason: ExclusionReason::ALL[reason?], phrase })
    }
}
