//! The audit: on the real report, on copies of it that differ, and of rows that are wrong.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[path = "../support/audited.rs"]
mod audited;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/beside.rs"]
mod beside;
#[path = "../support/cases.rs"]
mod cases;
#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[path = "../support/fresh.rs"]
mod fresh;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/ledger.rs"]
mod ledger;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/text.rs"]
mod text;
#[path = "../../src/titles.rs"]
mod titles;
#[path = "../../src/model/units.rs"]
mod units;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;
#[path = "../../src/wording.rs"]
mod wording;

use ledger::{Entries, Report, Row};
use model::figure::Known;
use vocabulary::Dimension;
use yongkang_metrics::{
    Aggregate, Category, DATASET, Exclusion, ExclusionReason, FindingKind, Metric, MetricSet, Section, Source, Subject,
    Unit, audit,
};

mod of_the_report {
    use super::*;

    #[test]
    fn is_clean() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report);
        assert!(audit.is_clean(), "{audit}");
        assert_eq!((audit.source, audit.findings.len()), (Source::Identical, 0));
        // 69 runs of Arabic digits and 138 characters, 16 of them 首, counted with grep.
        assert_eq!(audit.numeral_count(), 207);
        assert_eq!(report.chars().count(), DATASET.source_chars);
        let page = audit.to_string();
        let header = "section   metrics verified   exclusions verified   mismatched   numerals = in metrics + in exclusions + unaccounted\n";
        assert!(page.contains(header), "{page}");
        assert!(
            page.contains("\nall                     66                   127            0        207 =         75 +           132 +           0\n"),
            "{page}"
        );
        assert!(page.ends_with(
            "Clean: every figure and every exclusion stands where the tables say, and every numeral is accounted for:\n\
             each run of Arabic digits, and each of 〇零一二两三四五六七八九十百千万亿半首. The 207 of them are\n\
             75 in the figures of 66 metrics, and 132 in 127 exclusions."
        ));
    }

    #[test]
    fn prints_no_figure_of_what_is_not_printed() {
        let Some(report) = report::read() else { return };
        for thing in DATASET.not_printed {
            assert!(!report.contains(thing.name_zh), "{}", thing.name_zh);
            for word in thing.words.iter().filter(|word| !word.is_ascii()) {
                let mut clauses = report.split([',', '、', '。', ';', '\n']).filter(|clause| clause.contains(word));
                assert!(clauses.all(|clause| !clause.contains(|c: char| c.is_ascii_digit())), "{word}");
            }
        }
    }

    #[test]
    fn adds_up_in_each_section() {
        let Some(report) = report::read() else { return };
        let changed = report.replacen("387.7亿元", "387.8亿元", 1);
        for text in [report, changed, "2020年,12个。".to_owned(), String::new()] {
            let audit = audit(&text);
            let mut sum = 0;
            for line in audit.to_string().lines().filter(|line| line.contains(" = ") && line.contains(" + ")) {
                let numbers: Vec<usize> = line.split([' ', '=', '+']).filter_map(|word| word.parse().ok()).collect();
                let [.., all, metrics, exclusions, neither] = numbers[..] else { continue };
                assert_eq!(all, metrics + exclusions + neither, "{line}");
                sum += all;
            }
            // The last line is of them all.
            assert_eq!(sum, 2 * audit.numeral_count(), "{audit}");
        }
    }

    #[test]
    fn is_clean_of_copies_with_other_line_ends_byte_order_mark_or_trailing_blanks() {
        let Some(report) = report::read() else { return };
        for copy in [
            report.replace('\n', "\r\n"),
            report.replace('\n', "\r"),
            format!("\u{FEFF}{report}"),
            report.replace('\n', " \t\n"),
            format!("{report}\n\n  \r\n"),
            format!("\u{FEFF}{}\u{3000}\r\n", report.replace('\n', "  \r\n")),
        ] {
            let audit = audit(&copy);
            assert!(audit.is_clean(), "{audit}");
            assert_eq!(audit.source, Source::SameText);
            assert!(audit.to_string().contains("but for line ends, a byte order mark or trailing blanks"));
        }
    }

    #[test]
    fn is_not_clean_of_another_text_in_which_all_rows_still_stand() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report.replacen('永', "咏", 1));
        assert_eq!((audit.source, audit.findings.len()), (Source::Different, 0));
        assert!(!audit.is_clean());
        let page = audit.to_string();
        assert!(
            page.ends_with(
                "Not clean: 0 findings, but a text that is not the report. Every figure and every exclusion stands where the tables say, \
                 so that it\ndiffers in other words, which no table has: only the SHA-256 tells."
            ),
            "{page}"
        );
    }

    #[test]
    fn finds_a_changed_figure_with_its_place() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report.replacen("387.7亿元", "387.8亿元", 1));
        let [metric, .., numeral] = &audit.findings[..] else { panic!("{audit}") };
        assert_eq!(metric.subject, Subject::Metric(Metric::FOREIGN_TRADE_TOTAL));
        assert_eq!(metric.kind, FindingKind::Text);
        assert_eq!((&*metric.expected, &*metric.found), ("387.7亿元人民币", "387.8亿元人民币"));
        let line = report.lines().nth(metric.line - 1).expect("a line of the report");
        let stands: String = line.chars().skip(metric.column - 1).take(10).collect();
        assert_eq!(stands, "387.7亿元人民币");
        // A row that does not stand accounts for no numeral: 387, 7 and 亿 are left over.
        assert_eq!(audit.findings.len(), 4);
        assert_eq!((numeral.subject, &*numeral.found), (Subject::Numeral, "亿"));
        assert!(
            audit
                .to_string()
                .contains("metric `foreign-trade-total`: expected “387.7亿元人民币”, found \"387.8亿元人民币\"")
        );
    }

    #[test]
    fn counts_each_row_that_is_wrong_once_and_its_numerals_as_unaccounted() {
        let Some(report) = report::read() else { return };
        let page = audit(&report.replacen("387.7亿元", "387.8亿元", 1).replacen("一把手", "甲把手", 1)).to_string();
        let row = |name: &str| -> Vec<usize> {
            let line = page.lines().find(|line| line.split(' ').next() == Some(name)).expect("a line of the table");
            line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
        };
        let metrics = Section::ALL[4].metrics().len();
        let exclusions = DATASET.exclusions.iter().filter(|row| row.section == Section::ALL[4]).count();
        assert_eq!(row("4")[..4], [4, metrics - 1, exclusions - 1, 2], "{page}");
        // 387, 7 and 亿 are of no row, and 一 is no numeral any more.
        assert_eq!(row("all")[..], [65, 126, 2, 206, 72, 131, 3], "{page}");
        assert_eq!(row("5")[3], 0, "{page}");
    }

    #[test]
    fn finds_months_that_are_not_those_of_the_period() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report.replacen("1至11月", "1至10月", 1));
        let periods = audit.findings.iter().filter(|finding| finding.kind == FindingKind::Period);
        let subjects: Vec<Subject> = periods.map(|finding| finding.subject).collect();
        assert_eq!(subjects, [Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH].map(Subject::Metric));
    }

    #[test]
    fn finds_every_row_after_an_insertion() {
        let Some(report) = report::read() else { return };
        let audit = audit(&format!("新{report}"));
        let rows = audit.findings.iter().filter(|finding| finding.kind == FindingKind::Text).count();
        // 首位 repeats no character, so each row is found to stand elsewhere.
        assert_eq!(rows, Metric::ALL.len() + DATASET.exclusions.len());
    }

    #[test]
    fn finds_a_section_that_begins_within_a_line_after_a_lost_line_break() {
        let Some(report) = report::read() else { return };
        // A blank for the break keeps all offsets.
        let audit = audit(&report.replacen('\n', "\u{2003}", 1));
        let [section] = &audit.findings[..] else { panic!("{audit}") };
        assert_eq!((section.subject, section.kind), (Subject::Section(Section::ALL[1]), FindingKind::Section));
        assert_eq!((&*section.expected, section.found.chars().count()), ("the start of a line", 12));
        let ends = format!("section 1: expected the start of a line, found {:?}", section.found);
        assert!(section.to_string().ends_with(&ends), "{section}");
    }

    #[test]
    fn finds_a_heading_with_no_section() {
        let Some(report) = report::read() else { return };
        let audit = audit(&format!("{report}\n附录"));
        let [length, heading] = &audit.findings[..] else { panic!("{audit}") };
        assert_eq!((length.subject, length.kind), (Subject::Report, FindingKind::Length));
        assert_eq!((heading.subject, &*heading.found, heading.line), (Subject::Heading, "附录", 20));
    }

    #[test]
    fn finds_a_new_numeral() {
        let Some(report) = report::read() else { return };
        let audit = audit(&format!("{report}又有12家。"));
        let [length, finding] = &audit.findings[..] else { panic!("{audit}") };
        assert_eq!(length.to_string(), "line 19, column 407: expected 4102 characters, found 4108");
        assert_eq!((finding.kind, &*finding.found, finding.line), (FindingKind::Unaccounted, "12", 19));
        assert_eq!(
            finding.to_string(),
            format!(
                "line 19, column {}: expected a metric or an exclusion for the numeral “12”, found none",
                finding.column
            )
        );
    }
}

mod of_any_text {
    use super::*;

    #[test]
    fn of_nothing() {
        let audit = audit("");
        assert_eq!(audit.numeral_count(), 0);
        let missing = &audit.findings[1..];
        assert_eq!(missing.len(), Section::ALL.len() - 1 + Metric::ALL.len() + DATASET.exclusions.len());
        assert!(missing.iter().all(|finding| finding.found.is_empty() && (finding.line, finding.column) != (0, 0)));
        let [section, .., exclusion] = missing else { panic!("{audit}") };
        assert!(
            section.to_string().ends_with(": section 1: expected the start of a line, found the end of the text"),
            "{section}"
        );
        let ends = format!(": expected “{}”, found the end of the text", exclusion.expected);
        assert!(exclusion.to_string().ends_with(&ends), "{exclusion}");
        assert!(audit.to_string().contains("\n  and 103 more"), "{audit}");
    }

    #[test]
    fn a_megabyte_takes_no_longer_than_linear_time_allows() {
        let start = std::time::Instant::now();
        for text in ["9", "一", "\n", "\r", " ", "\u{FEFF}", "首位", "1人\r\n"] {
            let audit = audit(&text.repeat(1_000_000 / text.len()));
            assert!(!audit.is_clean());
        }
        // What takes the square of its length would take hours.
        assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
    }
}

/// The ledger below it, on a text of three sections. What stands in the tables only gives the rows their names.
mod of_rows {
    use super::*;
    use ledger::{Finding, FindingKind, Subject};

    fn metric(row: usize) -> Subject {
        Subject::Metric(MetricSet::ALL.iter().nth(row).expect("as many metrics"))
    }

    fn exclusion(row: usize) -> Subject {
        Subject::Exclusion(DATASET.exclusions[row])
    }

    const TEXT: &str =
        "2020年。\n一、标题\n共5项,3万余人次。\n二、标题\n1至9月,增长2%。甲和乙均居首位,丙、丁、戊各3项。";
    const COUNTED: &[&str] = &["甲", "乙", "丙", "丁", "戊", "辛", "癸", "单", "齐", "稳"];
    const METRICS: [(usize, &str); 8] = [
        (13, "5项"),
        (16, "3万余人次"),
        (33, "增长2%"),
        (43, "首位"),
        (43, "首位"),
        (51, "各3项"),
        (51, "各3项"),
        (51, "各3项"),
    ];
    const EXCLUSIONS: [(usize, &str); 5] = [(0, "2020"), (7, "一"), (23, "二"), (28, "1"), (30, "9")];

    fn findings(metrics: &[(usize, &str)], exclusions: &[(usize, &str)], text: &str) -> Vec<Finding> {
        Report::new(text).examine(&entries(metrics, exclusions)).findings
    }

    fn entries(metrics: &[(usize, &str)], exclusions: &[(usize, &str)]) -> Entries<'static> {
        let row = |subject, &(start, text): &(usize, &'static str)| {
            let is_stated = text == "增长2%";
            let period = Some([(2020, 1), (2020, if is_stated { 9 } else { 12 })]);
            Row { counted_zh: COUNTED, period, is_stated, may_be_quoted: false, ..Row::excluded(subject, start, text) }
        };
        let rows = |subject: fn(usize) -> Subject, rows: &[(usize, &str)]| {
            let rows = rows.iter().enumerate();
            rows.map(|(number, &(start, text))| row(subject(number), &(start, &*text.to_owned().leak()))).collect()
        };
        Entries {
            characters: TEXT.chars().count(),
            sections: [0, 7, 23].into_iter().zip(Section::ALL).map(|(start, section)| (*section, start)).collect(),
            units: vec![
                (("", "项"), Dimension::Count),
                (("", "人"), Dimension::Count),
                (("", "人次"), Dimension::Count),
                (("", "位"), Dimension::Rank),
                (("", "%"), Dimension::Ratio),
            ],
            metrics: rows(metric, metrics),
            exclusions: rows(exclusion, exclusions),
        }
    }

    #[track_caller]
    fn assert_found(
        metrics: &[(usize, &str)],
        exclusions: &[(usize, &str)],
        expected: &[(Subject, FindingKind, &str)],
    ) {
        let found = findings(metrics, exclusions, TEXT);
        let found: Vec<(Subject, FindingKind, &str)> =
            found.iter().map(|finding| (finding.subject, finding.kind, &*finding.found)).collect();
        assert_eq!(found, expected);
    }

    /// The metrics with one replaced.
    fn with(row: usize, start: usize, text: &'static str) -> Vec<(usize, &'static str)> {
        let mut metrics = METRICS.to_vec();
        metrics[row] = (start, text);
        metrics
    }

    fn without<T: Copy>(rows: &[T], row: usize) -> Vec<T> {
        let mut rows = rows.to_vec();
        rows.remove(row);
        rows
    }

    #[test]
    fn that_are_right() {
        assert_found(&METRICS, &EXCLUSIONS, &[]);
    }

    #[test]
    fn whose_text_stands_elsewhere() {
        assert_found(
            &with(0, 14, "5项"),
            &EXCLUSIONS,
            &[(metric(0), FindingKind::Text, "项,"), (Subject::Numeral, FindingKind::Unaccounted, "5")],
        );
    }

    #[test]
    fn whose_text_reaches_past_the_end_or_is_empty() {
        for (start, text, found) in [(51, "各3项。。", "各3项。"), (usize::MAX, "一", ""), (12, "", "")] {
            let mut exclusions = EXCLUSIONS.to_vec();
            exclusions.push((start, text));
            assert_found(&METRICS, &exclusions, &[(exclusion(5), FindingKind::Text, found)]);
        }
    }

    #[test]
    fn of_both_kinds_for_one_numeral() {
        let both = [EXCLUSIONS[0], EXCLUSIONS[1], (13, "5"), EXCLUSIONS[2], EXCLUSIONS[3], EXCLUSIONS[4]];
        let has_unit = (exclusion(2), FindingKind::HasUnit, "`5` with the unit `项`");
        assert_found(&METRICS, &both, &[has_unit, (Subject::Numeral, FindingKind::AccountedTwice, "5")]);
    }

    #[test]
    fn that_account_for_a_part_of_a_numeral() {
        let mut part = EXCLUSIONS;
        part[0] = (0, "202");
        assert_found(&METRICS, &part, &[(Subject::Numeral, FindingKind::Unaccounted, "2020")]);
    }

    #[test]
    fn whose_figure_is_not_whole() {
        let beside = |row, found| [(metric(row), FindingKind::NotWhole, found)];
        assert_found(&with(1, 16, "3万余人"), &EXCLUSIONS, &beside(1, "`次` beside it"));
        let found = findings(&with(2, 35, "2%"), &EXCLUSIONS, TEXT);
        assert_eq!((found[0].subject, found[0].kind, &*found[0].found), beside(2, "`增长` beside it")[0]);
        // Whoever accounts for the first part of a number, it is one.
        let part = [EXCLUSIONS[0], EXCLUSIONS[1], (11, "1"), EXCLUSIONS[2], EXCLUSIONS[3], EXCLUSIONS[4]];
        let found = findings(&METRICS, &part, &TEXT.replacen("题\n共5项", "\n1,5项", 1));
        assert!(found.iter().any(|it| (it.subject, it.kind) == (metric(0), FindingKind::NotWhole)), "{found:?}");
        // 均 alone may stand there.
        let found = findings(&METRICS, &EXCLUSIONS, &TEXT.replacen("标题\n共5项", "标\n年均5项", 1));
        assert!(
            found.iter().any(|it| (it.subject, it.kind, &*it.found) == beside(0, "`年均` beside it")[0]),
            "{found:?}"
        );
    }

    #[test]
    fn with_fewer_or_more_rows_than_the_words_name() {
        assert_found(&without(&METRICS, 4), &EXCLUSIONS, &[(metric(3), FindingKind::Indicators, "1")]);
        let two = [5, 6].map(|row| (metric(row), FindingKind::Indicators, "2"));
        assert_found(&without(&METRICS, 7), &EXCLUSIONS, &two);
        let mut four = METRICS.to_vec();
        four.push(METRICS[7]);
        assert_eq!(findings(&four, &EXCLUSIONS, TEXT)[0].expected, "3 rows for this figure");
        // 和 may be in a name, but 均 and 各 want two.
        let text = TEXT.replace("丙、丁、戊", "丙和、戊丁");
        let found = findings(&without(&without(&METRICS, 7), 6), &EXCLUSIONS, &text);
        assert_eq!((found[0].subject, &*found[0].expected), (metric(5), "2 to 3 rows for this figure"));
    }

    /// What is wrong with the number of rows in a text that is changed, and what was expected.
    fn indicators(metrics: &[(usize, &str)], text: &str) -> Vec<(usize, String)> {
        let found = findings(metrics, &EXCLUSIONS, text).into_iter();
        let found = found.filter(|finding| finding.kind == FindingKind::Indicators);
        let start =
            |line: usize| text.split_inclusive('\n').take(line - 1).map(|line| line.chars().count()).sum::<usize>();
        found.map(|finding| (start(finding.line) + finding.column - 1, finding.expected)).collect()
    }

    #[test]
    fn with_as_many_rows_as_the_list_before_the_figure_is_long() {
        let one = without(&METRICS, 4);
        for (changed, rows) in [
            // Where no list stands in the clause there is no telling how long it is.
            ("甲等乙均居首位,丙、丁、戊各3项", "2 or more rows for this figure"),
            // Nor where it stands in the clause before.
            ("甲乙,均居首位,丙、丁、戊各3项", "2 or more rows for this figure"),
            ("“甲、”均首位,丙、丁、戊各3项", "2 or more rows for this figure"),
            ("“”、乙均首位,丙、丁、戊各3项", "2 rows for this figure"),
            ("甲平均稳居首位,丙、丁、戊各3项", ""),
            ("甲均衡发居首位,丙、丁、戊各3项", ""),
            // Nor is there a place in an order for two together.
            ("甲、乙齐居首位,丙、丁、戊各3项", "2 rows for this figure"),
            ("甲一人单居首位,丙、丁、戊各3项", ""),
            // A list before the end of a sentence or a line is another one.
            ("甲一人单居首位,丙、丁戊。各3项", ""),
            ("甲一人单居首位,丙、丁戊\n各3项", ""),
            ("甲一人单居首位,丙、丁戊,各3项", ""),
        ] {
            let expected = Vec::from_iter((!rows.is_empty()).then(|| (43, rows.to_owned())));
            let text = TEXT.replacen("甲和乙均居首位,丙、丁、戊各3项", changed, 1);
            assert_eq!(text.chars().count(), TEXT.chars().count(), "{changed}: rows stand where they did");
            assert_eq!(indicators(&one, &text), expected, "{changed}");
        }
    }

    #[test]
    fn with_the_list_behind_the_figure_before() {
        let text = format!("{TEXT}己、庚、辛2项和壬、癸均1项。");
        let at = |figure| text[..text.find(figure).expect("there")].chars().count();
        let mut metrics = METRICS.to_vec();
        metrics.extend([(at("2项"), "2项"), (at("1项"), "1项"), (at("1项"), "1项")]);
        assert_eq!(indicators(&metrics, &text), []);
        metrics.pop();
        assert_eq!(indicators(&metrics, &text), [(at("1项"), "2 to 3 rows for this figure".to_owned())]);
    }

    #[test]
    fn whose_section_begins_within_a_line_or_with_no_heading() {
        // A report without headings has its sections by paragraphs.
        for changed in ["标。", "标："] {
            assert_eq!(findings(&METRICS, &EXCLUSIONS, &TEXT.replacen("标题", changed, 1)), []);
        }
        let mut entries = entries(&METRICS, &EXCLUSIONS);
        entries.sections[1].1 += 1;
        let found = Report::new(TEXT).examine(&entries).findings;
        let found: Vec<_> = found.iter().map(|finding| (finding.subject, finding.kind, &*finding.found)).collect();
        let heading = (Subject::Heading, FindingKind::Section, "一、标题");
        assert_eq!(found, [(Subject::Section(Section::ALL[1]), FindingKind::Section, "、标题"), heading]);
    }

    #[test]
    fn of_another_period_than_the_months_before_the_figure() {
        let text = TEXT.replace('9', "8");
        let found = findings(&METRICS, &EXCLUSIONS, &text);
        let period = found.iter().find(|finding| finding.kind == FindingKind::Period).expect("the months differ");
        assert_eq!(
            (period.subject, &*period.expected, &*period.found),
            (metric(2), "months 1 to 9 of 2020 to 2020", "months 1 to 8")
        );
        // 月 may stand twice, and 全年 ends the months.
        let periods = |text: &str, stated: &[usize]| -> Vec<Finding> {
            let mut entries = entries(&METRICS, &EXCLUSIONS);
            stated.iter().for_each(|row| entries.metrics[*row].is_stated = true);
            let found = Report::new(text).examine(&entries).findings.into_iter();
            found.filter(|finding| finding.kind == FindingKind::Period).collect()
        };
        assert_eq!(periods(&TEXT.replace("1至9月,", "1至9月,月"), &[]), []);
        assert_eq!(periods(&TEXT.replacen("2%。甲和乙均居", "2%,全年甲乙居", 1), &[3, 4, 5, 6, 7]), []);
        // Without the full stop the months are those of the next figures too.
        let text = TEXT.replacen("2%。", "2%,", 1);
        let found = findings(&METRICS, &EXCLUSIONS, &text);
        let periods = found.iter().filter(|finding| finding.kind == FindingKind::Period);
        assert_eq!(periods.map(|finding| finding.subject).collect::<Vec<_>>(), [3, 4, 5, 6, 7].map(metric));
    }

    #[test]
    fn whose_period_is_stated_or_assumed_wrongly() {
        let mut entries = entries(&METRICS, &EXCLUSIONS);
        entries.metrics[0].is_stated = true;
        entries.metrics[2].is_stated = false;
        let found = Report::new(TEXT).examine(&entries).findings;
        let found: Vec<_> = found.iter().map(|it| (it.subject, it.kind, &*it.expected, &*it.found)).collect();
        assert_eq!(
            found,
            [
                (
                    metric(0),
                    FindingKind::Period,
                    "the period in the sentence before it, as period_basis is `stated`",
                    "none"
                ),
                (
                    metric(2),
                    FindingKind::Period,
                    "no period in the sentence before it, as period_basis is `assumed`",
                    "months 1 to 9"
                ),
            ]
        );
        // Of a streak the report's months say nothing.
        entries.metrics[0].period = None;
        entries.metrics[2].period = None;
        assert_eq!(Report::new(TEXT).examine(&entries).findings, []);
    }

    #[test]
    fn that_are_final_or_not_as_the_report_says() {
        use vocabulary::ObsStatus::{Estimated, Provisional};
        let told = |text: &str, status| {
            let mut entries = entries(&METRICS, &EXCLUSIONS);
            entries.metrics[0].obs_status = status;
            let found = Report::new(text).examine(&entries).findings.into_iter();
            found.map(|finding| (finding.subject, finding.kind, finding.found)).collect::<Vec<_>>()
        };
        let finding = |row, found: &str| (metric(row), FindingKind::Status, found.to_owned());
        assert_eq!(told(TEXT, Some(Estimated)), [finding(0, "none")]);
        let text = TEXT.replacen("标题\n共5项,", "标\n快报5项;", 1);
        assert_eq!(told(&text, Some(Provisional)), []);
        let not_said = told(&text, None);
        assert!(not_said.contains(&finding(0, "`快报` in the sentence before it")), "{not_said:?}");
        let another = told(&text, Some(Estimated));
        assert!(another.contains(&finding(0, "`快报` in the sentence before it")), "{another:?}");
        for (words, status) in [
            ("、标\n预计", Estimated),
            ("、标\n预估", Estimated),
            ("、标\n估计", Estimated),
            ("、标\n快报", Provisional),
            ("\n初步核算", Provisional),
            ("\n初步统计", Provisional),
        ] {
            let text = TEXT.replacen("、标题\n共5项,", &format!("{words}5项;"), 1);
            assert_eq!(told(&text, Some(status)), [], "{words}");
        }
        // The first sentence of a paragraph says it for all, and says nothing else.
        let text = TEXT.replacen("标题\n共5项", "\n快报。5项", 1);
        assert!(!told(&text, Some(Provisional)).iter().any(|found| found.1 == FindingKind::Status));
        assert!(told(&text, Some(Estimated)).contains(&finding(0, "none")));
    }

    #[test]
    fn whose_names_stand_before_a_list_of_figures() {
        // 数字化车间、上云企业分别达110个、82家.
        let text = TEXT.replacen("甲和乙均居首位,丙、丁、戊各3项", "甲乙分别居首位、丙、与和戊各3项", 1);
        let mut entries = entries(&METRICS, &EXCLUSIONS);
        (entries.metrics[3].counted_zh, entries.metrics[4].counted_zh) = (&[], &[]);
        let beside = |entries: &Entries<'_>| {
            let found = Report::new(&text).examine(entries).findings.into_iter();
            found.filter(|finding| finding.kind == FindingKind::NotWhole).map(|it| it.subject).collect::<Vec<_>>()
        };
        assert_eq!(beside(&entries), [], "乙 is what the next figure counts");
        for row in &mut entries.metrics[5..] {
            row.counted_zh = &["戊"];
        }
        assert_eq!(beside(&entries), [3, 4].map(metric));
    }

    #[test]
    fn whose_direction_stands_before_the_figure_of_another() {
        // 增长2%、3%.
        let told = |between: &str| {
            let text = TEXT.replacen("增长2%。甲和", &format!("增长2%{between}3%"), 1);
            let mut metrics = METRICS.to_vec();
            metrics[3..5].fill((38, "3%"));
            let mut entries = entries(&metrics, &EXCLUSIONS);
            for row in &mut entries.metrics[3..5] {
                row.is_change = true;
            }
            let found = Report::new(&text).examine(&entries).findings.into_iter();
            let lists = found.filter(|finding| finding.expected.contains("joined"));
            lists.map(|finding| (finding.subject, finding.found)).collect::<Vec<_>>()
        };
        assert_eq!(told("、"), []);
        let comma = |row| (metric(row), "`,` between them".to_owned());
        assert_eq!(told(","), [comma(3), comma(4)]);
    }

    #[test]
    fn that_are_quoted() {
        let text = TEXT.replacen("共5项,3万余", "“5项”3万余", 1);
        let mut entries = entries(&METRICS, &EXCLUSIONS);
        let kinds = |entries: &Entries<'_>| -> Vec<_> {
            let found = Report::new(&text).examine(entries).findings;
            found.iter().map(|finding| (finding.subject, finding.kind)).collect()
        };
        assert_eq!(kinds(&entries), [(metric(0), FindingKind::Quoted)]);
        // A target to do something within a time.
        entries.metrics[0].may_be_quoted = true;
        assert_eq!(kinds(&entries), []);
    }

    #[test]
    fn that_are_one_too_many() {
        let mut two = METRICS.to_vec();
        two.insert(1, METRICS[0]);
        // Also behind a list: an amount is its total.
        for changed in ["共5项,3万余", "、5项,3万余"] {
            let text = TEXT.replacen("共5项,3万余", changed, 1);
            let found = findings(&two, &EXCLUSIONS, &text);
            let found: Vec<_> = found.iter().map(|it| (it.kind, &*it.expected, &*it.found)).collect();
            let expected = "one row for this figure, or words that give it to several";
            assert_eq!(found, [(FindingKind::Indicators, expected, "2"); 2], "{changed}");
        }
    }

    #[test]
    fn whose_period_stands_far_before() {
        for (filler, is_seen) in [(390, true), (400, false)] {
            let text = TEXT.replacen("月,", &format!("月,{}", "甲".repeat(filler)), 1);
            let metrics = METRICS.map(|(start, text)| (if start < 33 { start } else { start + filler }, text));
            let found = findings(&metrics, &EXCLUSIONS, &text);
            let is_told = found.iter().any(|it| (it.subject, it.kind) == (metric(2), FindingKind::Period));
            assert_eq!(is_told, !is_seen, "{filler} characters before");
        }
    }

    #[test]
    fn of_the_period_that_is_printed_last() {
        for (text, months) in [
            ("按旧的口径来统计前三季度共计数全年", (1, 12)),
            ("全年其中一季度", (1, 3)),
            ("二季度", (4, 6)),
            ("三季度", (7, 9)),
            ("四季度", (10, 12)),
            ("前三季度", (1, 9)),
            ("前三个季度", (1, 9)),
            ("上半年", (1, 6)),
            ("下半年", (7, 12)),
            ("年内", (1, 12)),
            ("当年", (1, 12)),
            ("月末", (1, 12)),
            ("季度末", (1, 12)),
        ] {
            assert_eq!(text::printed_period(text).map(|printed| printed.months), Some(months), "{text}");
        }
    }

    #[test]
    fn places() {
        let report = Report::new(TEXT);
        assert_eq!((report.place(0), report.place(5), report.place(6)), ((1, 1), (1, 6), (1, 7)));
        assert_eq!((report.place(7), report.place(13)), ((2, 1), (3, 2)));
    }
}

mod excluded_numerals {
    use super::*;
    use ledger::{FindingKind, Subject};

    /// What is told of the numeral in brackets.
    fn told(text: &str, reason: ExclusionReason) -> Option<String> {
        let (before, rest) = text.split_once('[').expect("a bracket");
        let (numeral, after) = rest.split_once(']').expect("its end");
        let text = format!("{before}{numeral}{after}");
        let exclusion = DATASET.exclusions.iter().find(|exclusion| exclusion.reason == reason).expect("one of it");
        examined(
            &text,
            Row::excluded(Subject::Exclusion(*exclusion), before.chars().count(), numeral),
            FindingKind::HasUnit,
        )
    }

    /// What is told, of this kind, of a row held against a text.
    fn examined(text: &str, row: Row<'_>, kind: FindingKind) -> Option<String> {
        let entries = Entries {
            characters: text.chars().count(),
            sections: vec![(Section::ALL[0], 0)],
            units: vec![
                (("", "项"), Dimension::Count),
                (("", "年"), Dimension::Duration),
                (("", "月"), Dimension::Duration),
                (("", "人"), Dimension::Count),
                (("", "人次"), Dimension::Count),
            ],
            metrics: Vec::new(),
            exclusions: vec![row],
        };
        let findings = Report::new(text).examine(&entries).findings;
        let mut found = findings.into_iter().filter(|finding| finding.kind == kind);
        found.next().map(|finding| finding.found)
    }

    #[test]
    fn stand_in_their_phrase() {
        let exclusion = Subject::Exclusion(DATASET.exclusions[0]);
        // The second 一 of 一事一议, and of no other phrase.
        for (phrase, found) in
            [("", None), ("一议", None), ("一事一议", None), ("一事", Some("一议")), ("三一", Some("一议"))]
        {
            let row = Row { title_zh: phrase, ..Row::excluded(exclusion, 5, "一") };
            assert_eq!(examined("开展“一事一议”。", row, FindingKind::Text).as_deref(), found, "{phrase}");
        }
    }

    #[test]
    fn with_a_unit_behind_are_figures() {
        const NAME: ExclusionReason = ExclusionReason::ProgrammeName;
        const DATE: ExclusionReason = ExclusionReason::Date;
        for (text, reason, expected) in [
            ("共[5]项。", NAME, Some("`5` with the unit `项`")),
            // The longest of them.
            ("共[5]百人次", NAME, Some("`5` with the unit `人次`")),
            ("共[5]万户", NAME, Some("`5` with `万` behind it")),
            ("增长[5]%", NAME, Some("`5` with `%` behind it")),
            ("[百]余户", NAME, Some("`百` with `余` behind it")),
            ("[三]项行动", NAME, None),
            ("“[5]项”行动", NAME, None),
            ("“行动”[5]项", NAME, Some("`5` with the unit `项`")),
            ("[5]号", NAME, None),
            ("[2020]年", DATE, None),
            ("1至[9]月", DATE, None),
            ("连续[3]年", DATE, Some("`3` with the unit `年`")),
            ("新增[3]人", DATE, Some("`3` with the unit `人`")),
            ("[2020]年", NAME, Some("`2020` with the unit `年`")),
        ] {
            assert_eq!(told(text, reason).as_deref(), expected, "{text}");
        }
    }
}

mod names {
    use super::*;
    use ledger::{Finding, FindingKind, Subject};
    use titles::{MetricNames, Names, ReportNames};
    use vocabulary::StatType;

    const TEXT: &str = "新开工厂房3座,建成桥梁5座。出口额增长2%,至今已连续4年。";
    const FIGURES: [(usize, &str); 4] = [(5, "3座"), (12, "5座"), (18, "增长2%"), (26, "连续4年")];

    /// Ids, titles in both languages, and what each qualifies.
    const METRICS: [[&str; 4]; 4] = [
        ["factories-started", "Factories started", "新开工厂房数", ""],
        ["bridges-built", "Bridges built", "建成桥梁数", ""],
        ["exports-growth", "Growth of exports", "出口额同比增幅", ""],
        ["growth-streak", "Streak of growth", "出口额增长连续年数", "exports-growth"],
    ];

    /// The numbers of the metrics of which something is told.
    fn told(metrics: [[&'static str; 4]; 4]) -> Vec<usize> {
        let row = |(number, &(start, text)): (usize, &(usize, &'static str))| {
            let subject = Subject::Metric(MetricSet::ALL.iter().nth(number).expect("as many"));
            let title_zh = METRICS[number][2];
            Row { title_zh, counted_zh: &["至今"], may_be_quoted: false, ..Row::excluded(subject, start, text) }
        };
        let entries = Entries {
            characters: TEXT.chars().count(),
            sections: vec![(Section::ALL[0], 0)],
            units: vec![
                (("", "座"), Dimension::Count),
                (("", "%"), Dimension::Ratio),
                (("", "年"), Dimension::Duration),
            ],
            metrics: FIGURES.iter().enumerate().map(row).collect(),
            exclusions: Vec::new(),
        };
        let names = metrics.map(|[id, title, title_zh, of_metric]| MetricNames {
            id,
            title,
            title_zh,
            of_metric,
            counted: "",
            is_one: false,
            unit: 0,
            stat_type: StatType::Flow,
            admin_level: None,
        });
        let report = Report::new(TEXT);
        let mut examination = report.examine(&entries);
        assert_eq!(examination.findings, [], "the figures stand there");
        wording::check(&mut examination, &names);
        let number = |subject| entries.metrics.iter().position(|row| row.subject == subject).expect("a row");
        assert!(examination.findings.iter().all(|finding| finding.kind == FindingKind::Wording));
        examination.findings.iter().map(|finding| number(finding.subject)).collect()
    }

    #[test]
    fn of_a_metric_that_fit_another_better() {
        assert_eq!(told(METRICS), []);
        let swapped = |column: usize, row: usize, other: usize| {
            let mut metrics = METRICS;
            (metrics[row][column], metrics[other][column]) = (METRICS[other][column], METRICS[row][column]);
            told(metrics)
        };
        // The id, the title and the title in Chinese.
        assert_eq!([0, 1, 2].map(|column| swapped(column, 0, 1)), [[0], [0], [0]]);
        // The bridges' title fits neither the growth nor its streak.
        assert_eq!(swapped(2, 1, 2), [1, 1]);
        // What qualifies a figure repeats its name, which stands nearer to that.
        let mut metrics = METRICS;
        metrics[2][2] = "同比增幅";
        assert_eq!(told(metrics), []);
        metrics[3][3] = "";
        assert_eq!(told(metrics), [2]);
    }

    /// As `names.txt` has it of the made-up report, whose text is audited.
    #[test]
    fn that_say_something_else_than_codes_and_columns() {
        let report = std::fs::read_to_string(cases::path(cases::OTHER_REPORT).join("report.txt")).expect("the report");
        let report = Report::new(&report);
        cases::hold("tests/audit/names.txt", |files| {
            let tables = compiler::compile(files).expect("the build takes the tables");
            let (entries, names) = (audited::entries(&tables), audited::names(&tables));
            let mut examination = report.examine(&entries);
            assert_eq!(examination.findings, []);
            titles::check(&mut examination, &names);
            assert!(examination.findings.iter().all(|finding| finding.kind == FindingKind::Wording));
            let told =
                |it: &Finding| format!("{}:{}: expected {}, found {}", it.line, it.column, it.expected, it.found);
            examination.findings.iter().map(told).collect()
        });
    }

    /// What is told of the made-up tables with other names and rows.
    fn told_of(change: impl Fn(&mut Names<'_>, &mut [Row<'_>])) -> Vec<String> {
        let files = cases::tables(cases::OTHER_REPORT).map(String::into_bytes);
        let tables = compiler::compile(&files).expect("the tables are right");
        let (mut entries, mut names) = (audited::entries(&tables), audited::names(&tables));
        change(&mut names, &mut entries.metrics);
        let report = Report::new("");
        let mut examination = report.examine(&entries);
        examination.findings.clear();
        titles::check(&mut examination, &names);
        examination.findings.into_iter().map(|finding| finding.expected).collect()
    }

    #[test]
    fn of_a_report_that_is_given_in_the_next_year_or_of_several() {
        // It prints 2031 first.
        for (years, title, source, is_right) in [
            ([2030, 2030], "2030", "2031", true),
            ([2030, 2030], "2030", "2030", true),
            ([2030, 2030], "2030", "of 2031, on 2030", false),
            ([2030, 2030], "", "", true),
            ([2030, 2030], "2030", "2032", false),
            ([2030, 2030], "2030", "2029", false),
            ([2030, 2030], "2031", "2030", false),
            ([2026, 2030], "2026-2030", "2030", true),
            ([2026, 2030], "2027-2030", "2030", false),
            ([2026, 2030], "2026", "2030", false),
            ([2026, 2030], "2026-2029", "2030", false),
        ] {
            let (titles, sources) = ([title; 2], [source; 2]);
            let told = told_of(|names, _| names.report = ReportNames { titles, sources, years, ..names.report });
            assert_eq!(told.is_empty(), is_right, "{years:?} {title} {source}: {told:?}");
        }
    }

    #[test]
    fn of_an_amount_per_head_say_so() {
        let per_head = |text| told_of(|_, rows| rows[20].text = text);
        assert_eq!(per_head("每户每年1200元"), [""; 0]);
        for text in ["户均1200元", "人均1200元", "亩均1200元", "地均1200元"] {
            assert_eq!(per_head(text), [format!("title_zh of `{text}` with {}", text.trim_end_matches("1200元"))]);
        }
    }

    #[test]
    fn of_ratios_end_as_their_kinds_do() {
        // The title ends with 同比增长率.
        let told = |kind| told_of(|names, _| names.metrics[7].stat_type = kind);
        assert_eq!(told(StatType::AverageGrowthRate), [""; 0]);
        let expected = "title_zh of kind `stock` in `percent` with another ending, as it is no growth rate";
        assert_eq!(told(StatType::Stock), [expected]);
        assert_eq!(told(StatType::Multiple), ["title_zh of kind `multiple` in `percent` with the ending 倍数"]);
    }

    #[test]
    fn are_told_with_their_code() {
        let mut finding = audit("").findings.remove(0);
        for (subject, expected) in [
            (super::Subject::Category(Category::ALL[0]), format!("category `{}`: expected ", Category::ALL[0])),
            (super::Subject::Unit(Unit::ALL[0]), format!("unit `{}`: expected ", Unit::ALL[0])),
            (super::Subject::Aggregate(Aggregate::ALL[0]), format!("aggregate `{}`: expected ", Aggregate::ALL[0])),
        ] {
            finding.subject = subject;
            assert!(finding.to_string().contains(&expected), "{finding}");
        }
    }
}

mod words_beside_a_figure {
    use super::*;
    use beside::{Lexicon, Own, Side};

    const UNITS: &[Known<'static>] =
        &[(("", "元"), Dimension::Money), (("", "人"), Dimension::Count), (("亩均税收", "元"), Dimension::MoneyRate)];

    /// The word that nothing accounts for beside the figure in brackets.
    fn told(text: &str) -> Option<&str> {
        let (before, rest) = text.split_once('[').expect("a bracket");
        let (figure, behind) = rest.split_once(']').expect("its end");
        let own =
            Own { figure, title: "新增超算项目总投资额", counted: &["超算项目", "县"], status: None };
        let lexicon = Lexicon::new(UNITS);
        let word = beside::unaccounted(Side::Before, own, before, &lexicon);
        word.or_else(|| beside::unaccounted(Side::Behind, own, behind, &lexicon)).or_else(|| beside::rate(own, before))
    }

    #[test]
    fn that_are_known() {
        for text in [
            // Punctuation, of ASCII too, and the end of a line.
            "。[5亿元],",
            "[5亿元]",
            "\n[5亿元]\n",
            "2020, [5亿元] ;",
            "（县）[5亿元]（县）",
            // Words of the title, or what is counted.
            "总投资[5亿元]超算项目",
            "新增[5亿元]投资",
            "3个县[5亿元]县",
            // Neutral words, and what leads to the number.
            "全市共有[5亿元]的县",
            "县达到[5亿元]以及",
            "投资额为[5亿元]和",
            "投资额提高到[5亿元]大关。",
            "县、成功引进[5亿元]之多,",
            "甲等[5亿元]",
            // Dates, which the audit holds against the period.
            "1至11月[5亿元]",
            "2020年[5亿元]",
            "上半年[5亿元]",
            "总投资分别达[5亿元]、",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn that_change_sign_bounds_or_unit_or_may() {
        for (text, expected) in [
            // A sign, also in words that no list has.
            ("投资比上年缩水[5亿元]", "年缩水"),
            ("投资下滑[5亿元]", "下滑"),
            ("投资增长[5亿元]", "增长"),
            ("-[5亿元]", "-"),
            ("负[5亿元]", "负"),
            // Bounds.
            ("投资直逼[5亿元]", "投资直逼"),
            ("投资约为[5亿元]", "约"),
            ("全市力争达到[5亿元]", "全市力争"),
            ("县可达[5亿元]", "可"),
            ("县预计达[5亿元]", "预计"),
            ("不[超过5亿元]", "不"),
            ("未达[5亿元]", "未"),
            ("几近[5亿元]", "近"),
            ("[5亿元]出头", "出头"),
            ("[5亿元]有余", "有余"),
            ("[5亿元]以上投资", "以上"),
            ("[5亿元]（含）", "含"),
            // Units.
            ("[5亿元]/亩", "/亩"),
            ("[5亿元]每亩", "每亩"),
            ("[5亿元]级", "级"),
            ("[5亿元](标准煤)", "标准煤"),
            ("[5亿元]人民币", "人民币"),
            ("[5人]次", "次"),
            ("每县[5亿元]", "每"),
            ("平均投资额[5亿元]", "平均"),
            ("亩均税收[5元]", "亩均税收"),
            // The rest of a number.
            ("1,[234元]", "1,"),
            ("26.[7亿元]", "6."),
            ("二[十元]", "二"),
            ("数[百元以上]", "数"),
            ("3至[5亿元]", "3至"),
            ("第[5]位", "第"),
            // Another time, place or thing.
            ("上年[5亿元]", "上年"),
            ("全国[5亿元]", "全国"),
            ("引进[5亿元]外资", "外资"),
        ] {
            let found = told(text).unwrap_or("nothing");
            assert!(found.contains(expected) || expected.contains(found), "{text}: {found}");
        }
    }
}
