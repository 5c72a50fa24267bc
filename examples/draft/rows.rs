//! What a text tells of the rows that its numerals want: which are figures, of what and when, and why the others are none.

use std::cmp::Reverse;

use yongkang_metrics::ExclusionReason as Reason;
use yongkang_metrics::{
    AdminLevel, Comparator, Dimension, Figure, FoundFigure, Period, PeriodBasis, StatType, Unit, figures,
};

use crate::compiler::rows::{ReportFields, UNITS, UnitFields};
use crate::compiler::table::{self, Faults, Fields as _};
use crate::model::numeral::{is_digit, is_ledger_character};
use crate::model::words::{PER_HEAD, RANGE_MARKS, STATUS, each};
use crate::sha256;
use crate::text::{SENTENCE_ENDS, is_heading, printed_period};

/// Cells by the names of their columns.
pub type Row = Vec<(&'static str, String)>;

pub fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
}

pub struct Draft<'a> {
    text: &'a str,
    /// That of the report.
    period: Option<Period>,
    pub sections: Vec<Row>,
    /// Where each section begins.
    starts: Vec<usize>,
    units: Vec<DraftedUnit>,
    pub metrics: Vec<Row>,
    /// Where the metric before ends, in bytes: its words are no words of the next.
    end: usize,
    /// Where, which numeral, and why.
    exclusions: Vec<(usize, String, Reason)>,
}

struct DraftedUnit {
    code: String,
    printed: String,
    dimension: Dimension,
}

/// What the text has around a numeral: before it in its sentence, and behind it in its line.
struct Context {
    before: String,
    behind: String,
}

/// No sentence is longer, in characters, nor is what goes on behind a numeral: what stands farther says nothing of it.
const FAR: [usize; 2] = [200, 16];

impl Context {
    fn of(chars: &[char], found: &FoundFigure<'_>) -> Self {
        let (start, end) = (found.characters.start, found.characters.end);
        let before = &chars[start.saturating_sub(FAR[0])..start];
        let sentence = before.iter().rposition(|c| "\n。！？!?".contains(*c)).map_or(0, |at| at + 1);
        let behind = chars[end..].iter().take(FAR[1]).take_while(|c| **c != '\n');
        Self { before: before[sentence..].iter().collect(), behind: behind.collect() }
    }
}

impl<'a> Draft<'a> {
    /// Of a text, and its period if that is not the year that is printed most.
    pub fn of(text: &'a str, period: Option<Period>) -> Self {
        let period = period.or_else(|| own_year(text)?.parse().ok());
        let (starts, sections) = sections(text).into_iter().unzip();
        let (units, metrics, exclusions) = (Vec::new(), Vec::new(), Vec::new());
        let mut draft = Self { text, period, sections, starts, units, metrics, end: 0, exclusions };
        let chars: Vec<char> = text.chars().collect();
        for found in figures(text) {
            let around = Context::of(&chars, &found);
            match &found.figure {
                Ok(figure) if is_metric(figure) => draft.add_metric(figure, &found, &around),
                _ => draft.add_exclusions(&found, &around),
            }
        }
        draft
    }

    /// What is known of the report as a whole: its first line, if that is a title, its year, and which text it is.
    pub fn report(&self) -> Vec<Row> {
        let title = self.text.lines().next().filter(|line| is_heading(line)).map(clean).unwrap_or_default();
        let value = |key: &str| match key {
            "source_zh" => title.clone(),
            "time_period" => self.period.map(|period| period.to_string()).unwrap_or_default(),
            "characters" => self.text.chars().count().to_string(),
            "sha256" => sha256::digest(self.text.as_bytes()).map(|word| format!("{word:08x}")).concat(),
            _ => String::new(),
        };
        let keys = ReportFields::COLUMNS.iter();
        keys.map(|key| vec![("key", (*key).to_owned()), ("value", value(key))]).collect()
    }

    /// The units that were met: with all that the tables of this crate know of one, if only one is printed so.
    pub fn units(&self) -> Vec<Row> {
        let ours = include_bytes!("../../data/units.tsv");
        let ours = table::read(UNITS, ours, UnitFields::COLUMNS, &mut Faults::default());
        let mut rows: Vec<Row> = Vec::new();
        for DraftedUnit { code, printed, dimension } in &self.units {
            let known = ours.iter().find(|row| row[0].text == code).into_iter().flatten();
            let mut row: Row = UnitFields::COLUMNS.iter().copied().zip(known.map(|it| it.text.to_owned())).collect();
            if row.is_empty() {
                let (dimension, printed) = (dimension.to_string(), printed.clone());
                row = vec![("code", code.clone()), ("dimension", dimension), ("printed", printed)];
            }
            // 元 and 元人民币 are one unit.
            if rows.iter().all(|other| cell(other, "code") != code) {
                rows.push(row);
            }
        }
        rows
    }

    fn add_metric(&mut self, figure: &Figure, found: &FoundFigure<'_>, around: &Context) {
        let from = self.end.max(found.bytes.start - around.before.len());
        let own = &self.text[from..found.bytes.start];
        let clause =
            own.rsplit(|c: char| "，,：:、".contains(c) || SENTENCE_ENDS.contains(&c)).next().unwrap_or_default();
        let sentence = around.before.rsplit(|c| SENTENCE_ENDS.contains(&c)).next().unwrap_or_default();
        let last = self.metrics.last().map_or("", |row| cell(row, "title_zh"));
        let title = title(clause, figure, last);
        // A rate has its words in its figure: 人均生产总值超12.5万元.
        let rate = rate(clause, figure);
        let (period, basis) = self.period(figure, &around.before);
        let status = each(STATUS).find(|(word, _)| sentence.contains(word));
        let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
        let start = found.characters.start - rate.chars().count();
        let mut row = self.place("obs_text", start, &format!("{rate}{}", found.text));
        row.extend([
            ("title_zh", title),
            ("comparator", code(figure.comparator.map(Comparator::code))),
            ("unit", self.unit(rate, figure)),
            ("stat_type", code(figure.stat_type().map(StatType::code))),
            ("time_period", period.map(|period| period.to_string()).unwrap_or_default()),
            ("period_basis", basis.to_string()),
            ("admin_level", code(level(own, figure).map(AdminLevel::code))),
            ("obs_status", code(status.map(|(_, status)| status.code()))),
        ]);
        self.metrics.push(row);
        self.end = found.bytes.end;
    }

    /// Each numeral by itself, of which one thing may have several: 1,234 and 10万.
    fn add_exclusions(&mut self, found: &FoundFigure<'_>, around: &Context) {
        let reason = reason(found, around);
        let kind = |c: char| (is_digit(c), is_ledger_character(c));
        let chars: Vec<char> = found.text.chars().collect();
        let mut start = found.characters.start;
        for run in chars.chunk_by(|a, b| kind(*a) == kind(*b)) {
            if kind(run[0]) != (false, false) {
                self.add_exclusion(start, run.iter().collect(), reason);
            }
            start += run.len();
        }
    }

    fn add_exclusion(&mut self, start: usize, text: String, reason: Reason) {
        match self.exclusions.last_mut() {
            // Two runs of Chinese side by side are one, if of one reason.
            Some((first, before, same))
                if *same == reason
                    && *first + before.chars().count() == start
                    && !before.contains(is_digit)
                    && !text.contains(is_digit) =>
            {
                before.push_str(&text);
            }
            _ => self.exclusions.push((start, text, reason)),
        }
    }

    pub fn exclusions(&self) -> Vec<Row> {
        let row = |(start, text, reason): &(usize, String, Reason)| {
            let mut row = self.place("text", *start, text);
            row.push(("reason", reason.to_string()));
            row
        };
        self.exclusions.iter().map(row).collect()
    }

    /// Where a row stands, and what stands there.
    fn place(&self, column: &'static str, start: usize, text: &str) -> Row {
        let section = self.starts.partition_point(|section| *section <= start) - 1;
        vec![("section", section.to_string()), ("source_start", start.to_string()), (column, text.to_owned())]
    }

    /// The code of our own unit that is printed so, or one that tells only of what sort the unit is.
    fn unit(&mut self, rate: &str, figure: &Figure) -> String {
        let (before, after) = figure.unit_words();
        let before = format!("{rate}{before}");
        let dimension = if rate.is_empty() { figure.dimension() } else { Dimension::MoneyRate };
        let printed = format!("{before}…{after}");
        if let Some(unit) = self.units.iter().find(|unit| unit.printed == printed && unit.dimension == dimension) {
            return unit.code.clone();
        }
        let is_alike = |unit: &&Unit| unit.dimension() == dimension && unit.printed().contains(&(&before, after));
        let mut alike = Unit::ALL.iter().filter(is_alike);
        let ours = alike.next().filter(|unit| unit.nouns().is_empty() && alike.next().is_none());
        let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
        let (first, second) = (letter(self.units.len() / 26), letter(self.units.len()));
        let code = ours.map_or_else(|| format!("{dimension}-{first}{second}"), Unit::to_string);
        self.units.push(DraftedUnit { code: code.clone(), printed, dimension });
        code
    }

    /// The period that is printed before a figure, or else that of the report; of a streak the years that end with it.
    fn period(&self, figure: &Figure, before: &str) -> (Option<Period>, PeriodBasis) {
        let last = self.period.map(|period| period.end().to_string()[..4].to_owned()).unwrap_or_default();
        if figure.stat_type() == Some(StatType::Streak) {
            return (streak(figure, &last), PeriodBasis::Assumed);
        }
        let Some(printed) = printed_period(before) else { return (self.period, PeriodBasis::Assumed) };
        let ((from, to), year) = (printed.months, printed.year.map_or(last, |year| year.to_string()));
        // 五年 and 时期 are all of a report of several years.
        let named = || format!("{year}-{from:02}/{year}-{to:02}").parse().ok();
        let period = if printed.several { self.period } else { named() };
        (period, PeriodBasis::Stated)
    }
}

/// The years of a streak that ends with this one.
fn streak(figure: &Figure, last: &str) -> Option<Period> {
    let years = figure.value.filter(|_| figure.unit_words().1 == "年")?.to_string().parse::<i32>().ok()?;
    format!("{}/{last}", last.parse::<i32>().ok()? - years + 1).parse().ok()
}

/// The words before an amount of money that make a rate of it.
fn rate<'a>(clause: &'a str, figure: &Figure) -> &'a str {
    let is_amount = figure.dimension() == Dimension::Money && figure.stat_type().is_none();
    let start = PER_HEAD.iter().filter_map(|word| clause.rfind(word)).max();
    let rate = start.filter(|_| is_amount).map_or("", |start| &clause[start..]);
    if rate.chars().count() <= 10 && clean(rate) == rate { rate } else { "" }
}

/// Section 0 begins with the text, and each other with a heading; with where it begins.
fn sections(text: &str) -> Vec<(usize, Row)> {
    let row = |number: usize, start: usize, title: String| {
        (start, vec![("section", number.to_string()), ("source_start", start.to_string()), ("title_zh", title)])
    };
    let mut sections = vec![row(0, 0, String::new())];
    let mut start = 0;
    for line in text.split('\n') {
        if start > 0 && is_heading(line) {
            sections.push(row(sections.len(), start, clean(line)));
        }
        start += line.chars().count() + 1;
    }
    sections
}

/// The years that a text prints: 2020年.
fn years(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('年').filter_map(|(at, _)| {
        let digits = &text[text[..at].trim_end_matches(is_digit).len()..at];
        (digits.len() == 4).then_some(digits)
    })
}

/// The year that a text prints most, the first of them.
fn own_year(text: &str) -> Option<&str> {
    let often = |year: &str| years(text).filter(|other| *other == year).count();
    years(text).take(MOST_YEARS).enumerate().max_by_key(|(at, year)| (often(year), Reverse(*at))).map(|(_, year)| year)
}

/// A text of years alone would take time with the square of its length.
const MOST_YEARS: usize = 100;

/// The level that its own words name last: of a place in an order or a streak among whose units it is, of all else who gave it.
fn level(own: &str, figure: &Figure) -> Option<AdminLevel> {
    use AdminLevel::{County, National, Provincial};
    let words: &[(AdminLevel, &str)] = match figure.stat_type() {
        Some(StatType::Rank | StatType::Streak) => &[(National, "全国"), (Provincial, "全省"), (Provincial, "全区")],
        None => &[(National, "国家级"), (National, "中央级"), (Provincial, "省级"), (County, "县级")],
        _ => &[],
    };
    let last = words.iter().filter_map(|(level, word)| Some((own.rfind(word)?, *level))).max();
    last.map(|(_, level)| level)
}

/// Words that say when or how much, and not what.
const BEFORE_TITLE: &[&str] = &["全年", "年末", "其中", "实现", "完成", "累计", "预计", "五年"];
const BEHIND_TITLE: &[&str] = &["达到", "达", "为", "是", "有", "约", "共", "预计", "累计", "分别", "的"];

/// The words of a clause that stand before a figure, as a title. A rate without any is of what the metric before counts.
fn title(clause: &str, figure: &Figure, last: &str) -> String {
    let behind_year = clause.rsplit_once('年').filter(|(year, _)| year.ends_with(is_digit));
    let mut words = behind_year.map_or(clause, |(_, behind)| behind);
    while let Some(rest) = BEFORE_TITLE.iter().find_map(|word| words.strip_prefix(word)) {
        words = rest;
    }
    while let Some(rest) = BEHIND_TITLE.iter().find_map(|word| words.strip_suffix(word)) {
        words = rest;
    }
    let ending = match figure.stat_type() {
        Some(StatType::GrowthRate) => "同比增长率",
        Some(StatType::AverageGrowthRate) => "年均增长率",
        _ => "",
    };
    // 和 joins the last of a list, whose words stand before the first.
    let words = clean(words.strip_prefix("和").unwrap_or(words));
    let base = if words.is_empty() && !ending.is_empty() { last.trim_end_matches("同比增长率") } else { &words };
    if base.is_empty() { String::new() } else { format!("{base}{ending}") }
}

/// A text as a field may hold it, with the punctuation of Chinese.
fn clean(text: &str) -> String {
    let marks = [(",", "，"), (";", "；"), (":", "："), ("(", "（"), (")", "）")];
    let mut text = marks.iter().fold(text.to_owned(), |text, (ascii, chinese)| text.replace(ascii, chinese));
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    text.retain(|c| is_han(c) || c.is_ascii_alphanumeric() || "“”《》、，；：（）—·%+-/.".contains(c));
    text
}

/// Whether it is the value of something: no range, as a row has one value, and no time that names a plan, 三年行动.
fn is_metric(figure: &Figure) -> bool {
    let says_more = figure.stat_type().is_some() || figure.comparator.is_some();
    let is_years = figure.dimension() == Dimension::Duration && figure.unit_words().1 == "年";
    figure.value.is_some() && (says_more || !is_years)
}

/// Words in which a numeral is none, or has another task; the innermost decides.
#[rustfmt::skip]
const WORDS: &[(Reason, &[&str])] = &[
    (Reason::WordInternal, &[
        "一般", "一体", "一定", "一直", "一致", "统一", "一线", "一旦", "一起", "一律", "一贯", "同一", "专一", "单一", "下一代", "一切",
        "一流", "零售", "首要", "首都", "首府", "首先", "首席", "五金", "百货", "百姓", "半导体", "半岛", "万一", "三角洲",
    ]),
    (Reason::FirstOfItsKind, &["唯一", "首次", "零突破", "零的突破", "第一个", "第一家", "第一次", "第一条"]),
    (Reason::Idiom, &[
        "第一时间", "一把手", "进一步", "一步一个", "一心一意", "千方百计", "四面八方", "五湖四海", "千家万户", "一以贯之",
    ]),
    (Reason::Indefinite, &["一系列", "一批", "一些", "一种", "一大批", "一方面", "一项", "一个", "一年来", "一次性"]),
    (Reason::PlaceName, &[
        "长三角", "珠三角", "三峡", "四川", "三亚", "九江", "两岸", "两地", "三地", "四地", "两江", "三江", "国道", "省道",
    ]),
    (Reason::OrganisationName, &["红十字", "第一医院", "第二医院", "第一中学", "第二中学"]),
];

/// Words behind a numeral that is none.
const BEHIND: &[(Reason, &[&str])] = &[
    (Reason::EventOrdinal, &["届", "期", "批", "轮", "次", "中全会"]),
    (Reason::RatingGrade, &["级", "星", "A", "等", "类", "甲", "规模"]),
    (Reason::Date, &["年", "月", "日", "时", "季度", "世纪"]),
    (Reason::PlaceName, &["地", "江", "路", "环", "岛", "河", "峡"]),
];

/// The most specific of the reasons why a numeral is no metric, as far as the words around it tell.
fn reason(found: &FoundFigure<'_>, around: &Context) -> Reason {
    if let Some(reason) = by_word(found, around) {
        return reason;
    }
    let rest = found.text.trim_start_matches(|c| is_digit(c) || is_ledger_character(c));
    let (numeral, behind) = (&found.text[..found.text.len() - rest.len()], format!("{rest}{}", around.behind));
    // 十四五, the fourteenth five years.
    let is_plan = numeral.chars().count() > 1 && numeral.ends_with('五');
    let near: String = behind.chars().take(8).collect();
    let is_document = ["规划", "计划", "方案", "条例"].iter().any(|word| near.contains(word));
    let is_heading = ["", "（", "("].contains(&&*around.before) && behind.starts_with(['、', '）', ')']);
    // 1至11月.
    let end = behind.trim_start_matches(RANGE_MARKS).trim_start_matches(is_digit);
    let is_range = end.len() < behind.len() && end.starts_with(['年', '月', '日']);
    let by_next = BEHIND.iter().find(|(_, words)| words.iter().any(|word| behind.starts_with(word)));
    match (found.name, numeral.chars().next()) {
        _ if is_plan => Reason::PlanName,
        (Some(name), _) if name.starts_with('《') || is_document => Reason::PlanName,
        (Some(_), _) => Reason::ProgrammeName,
        _ if is_heading => Reason::EventOrdinal,
        (_, Some(c)) if is_document && behind.starts_with('年') && !is_digit(c) => Reason::PlanName,
        _ if is_range => Reason::Date,
        _ if by_next.is_some() => by_next.map_or(Reason::Date, |(reason, _)| *reason),
        (_, Some('首')) => Reason::FirstOfItsKind,
        (_, Some('一')) if !around.before.ends_with('第') => Reason::Indefinite,
        _ => Reason::ProgrammeName,
    }
}

/// The reason of the innermost of the words that the numeral is in.
fn by_word(found: &FoundFigure<'_>, Context { before, behind }: &Context) -> Option<Reason> {
    let near: String = before.chars().skip(before.chars().count().saturating_sub(4)).collect();
    let text = format!("{near}{}{}", found.text, behind.chars().take(4).collect::<String>());
    let is_around =
        |word: &&str| text.match_indices(*word).any(|(at, word)| at <= near.len() && near.len() < at + word.len());
    let words = WORDS.iter().filter_map(|(reason, words)| {
        words.iter().filter(|word| is_around(word)).map(|word| word.len()).min().map(|length| (length, *reason))
    });
    words.min_by_key(|(length, _)| *length).map(|(_, reason)| reason)
}
