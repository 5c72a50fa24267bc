//! The audit: on the real report, on copies of it that differ, and of rows that are wrong.

extern crate alloc;

#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/ledger.rs"]
mod ledger;
#[path = "../../src/numeral.rs"]
mod numeral;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/sha256.rs"]
mod sha256;

use ledger::{Fault, Report, Row, Span};
use sha2::Digest as _;
use yongkang_metrics::{DATASET, Metric, MetricSet, Problem, Source, Subject, audit};

mod of_the_report {
    use super::*;

    #[test]
    fn is_clean() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report);
        assert!(audit.is_clean(), "{audit}");
        assert_eq!((audit.source(), audit.findings().len()), (Source::Identical, 0));
        // 69 runs of Arabic digits and 122 Chinese numeral characters, counted with grep.
        assert_eq!(audit.numeral_count(), 191);
        assert_eq!(report.chars().count(), DATASET.source_chars());
        let page = audit.to_string();
        assert!(
            page.contains("\nall                     66                   113            0        191             0\n"),
            "{page}"
        );
        assert!(page.ends_with(
            "Clean: every figure and every exclusion stands where the tables say, and every numeral is accounted for."
        ));
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
            assert_eq!(audit.source(), Source::SameText);
            assert!(audit.to_string().contains("but for line ends, a byte order mark or trailing blanks"));
        }
    }

    #[test]
    fn is_not_clean_of_another_text_in_which_all_rows_still_stand() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report.replacen('永', "咏", 1));
        assert_eq!((audit.source(), audit.findings().len()), (Source::Different, 0));
        assert!(!audit.is_clean());
        assert!(audit.to_string().ends_with("Not clean: 0 findings, in a text that is not the report."));
    }

    #[test]
    fn finds_a_changed_figure_with_its_place() {
        let Some(report) = report::read() else { return };
        let audit = audit(&report.replacen("387.7亿元", "387.8亿元", 1));
        let [metric, .., numeral] = audit.findings() else { panic!("{audit}") };
        assert_eq!(metric.subject(), Subject::Metric(Metric::FOREIGN_TRADE_TOTAL));
        assert_eq!(metric.problem(), Problem::Text);
        assert_eq!((&*metric.expected(), metric.found()), ("387.7亿元人民币", "387.8亿元人民币"));
        let line = report.lines().nth(metric.line() - 1).expect("a line of the report");
        let stands: String = line.chars().skip(metric.column() - 1).take(10).collect();
        assert_eq!(stands, "387.7亿元人民币");
        // A row that does not stand accounts for no numeral: 387, 7 and 亿 are left over.
        assert_eq!(audit.findings().len(), 4);
        assert_eq!((numeral.subject(), numeral.found()), (Subject::Numeral, "亿"));
        assert!(
            audit
                .to_string()
                .contains("metric `foreign-trade-total`: expected “387.7亿元人民币”, found \"387.8亿元人民币\"")
        );
    }

    #[test]
    fn finds_every_row_after_an_insertion() {
        let Some(report) = report::read() else { return };
        let audit = audit(&format!("新{report}"));
        let rows = audit.findings().iter().filter(|finding| finding.subject() != Subject::Numeral).count();
        // 首位 repeats no character, so each row is found to stand elsewhere.
        assert_eq!(rows, DATASET.metric_count() + DATASET.exclusion_count());
    }

    #[test]
    fn finds_rows_in_another_section_after_a_lost_line_break() {
        let Some(report) = report::read() else { return };
        // A blank for the break keeps all offsets.
        let audit = audit(&report.replacen('\n', "\u{2003}", 1));
        let wrong: Vec<_> = audit.findings().iter().filter(|finding| finding.problem() == Problem::Section).collect();
        let first = wrong.first().expect("rows of section 1 are now elsewhere");
        assert_eq!((&*first.expected(), first.found()), ("section 1", "section 0"));
    }

    #[test]
    fn finds_a_new_numeral() {
        let Some(report) = report::read() else { return };
        let audit = audit(&format!("{report}又有12家"));
        let [finding] = audit.findings() else { panic!("{audit}") };
        assert_eq!((finding.problem(), finding.found(), finding.line()), (Problem::Unaccounted, "12", 19));
        assert_eq!(
            finding.to_string(),
            format!(
                "line 19, column {}: expected a metric or an exclusion for the numeral “12”, found none",
                finding.column()
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
        assert_eq!(audit.findings().len(), DATASET.metric_count() + DATASET.exclusion_count());
        assert!(
            audit
                .findings()
                .iter()
                .all(|finding| finding.found().is_empty() && (finding.line(), finding.column()) != (0, 0))
        );
        assert!(audit.to_string().contains("found the end of the text"));
        assert!(audit.to_string().contains("\n  and 79 more"), "{audit}");
    }

    #[test]
    fn numerals_after_the_last_section_are_counted_apart() {
        let audit = audit(&"一\n".repeat(30));
        let page = audit.to_string();
        assert!(page.contains("\nafter "), "{page}");
        assert_eq!(audit.numeral_count(), 30);
    }

    #[test]
    fn a_megabyte_takes_no_longer_than_linear_time_allows() {
        // What takes the square of its length would take hours.
        for text in ["9", "一", "\n", "\r", " ", "\u{FEFF}", "首位", "1人\r\n"] {
            let audit = audit(&text.repeat(1_000_000 / text.len()));
            assert!(!audit.is_clean());
        }
    }
}

/// The ledger below it, on a text of three sections.
mod of_rows {
    use super::*;

    const TEXT: &str = "2020年\n一、标题\n共5项,3万余人次\n二、标题\n第一";

    fn faults(metrics: &[(u8, usize, &str)], exclusions: &[(u8, usize, &str)]) -> Vec<Fault> {
        let spans = |rows: &[(u8, usize, &'static str)]| -> Vec<Span<'static>> {
            rows.iter().map(|&(section, start, text)| Span { section, start, text }).collect()
        };
        let leaked = |rows: &[(u8, usize, &str)]| -> Vec<(u8, usize, &'static str)> {
            rows.iter().map(|&(section, start, text)| (section, start, &*text.to_owned().leak())).collect()
        };
        Report::new(TEXT).examine(&spans(&leaked(metrics)), &spans(&leaked(exclusions)))
    }

    const METRICS: [(u8, usize, &str); 2] = [(1, 12, "5项"), (1, 15, "3万余人次")];
    const EXCLUSIONS: [(u8, usize, &str); 4] = [(0, 0, "2020"), (1, 6, "一"), (2, 21, "二"), (2, 27, "一")];

    #[test]
    fn that_are_right() {
        assert_eq!(faults(&METRICS, &EXCLUSIONS), []);
    }

    #[test]
    fn whose_text_stands_elsewhere() {
        let wrong = [(1, 13, "5项"), METRICS[1]];
        assert_eq!(
            faults(&wrong, &EXCLUSIONS),
            [
                Fault::Text { row: Row::Metric(0), found: "项,".into() },
                Fault::Unaccounted { start: 12, text: "5".into() },
            ]
        );
    }

    #[test]
    fn whose_text_reaches_past_the_end() {
        let wrong = [EXCLUSIONS[0], EXCLUSIONS[1], EXCLUSIONS[2], (2, 27, "一二")];
        let expected = Fault::Text { row: Row::Exclusion(3), found: "一".into() };
        assert_eq!(faults(&METRICS, &wrong)[0], expected);
        let far = [EXCLUSIONS[0], EXCLUSIONS[1], EXCLUSIONS[2], (2, usize::MAX, "一")];
        let expected = Fault::Text { row: Row::Exclusion(3), found: String::new() };
        assert_eq!(faults(&METRICS, &far)[0], expected);
    }

    #[test]
    fn without_text() {
        let wrong = [(1, 12, ""), METRICS[1]];
        assert_eq!(faults(&wrong, &EXCLUSIONS)[0], Fault::Text { row: Row::Metric(0), found: String::new() });
    }

    #[test]
    fn in_another_section() {
        let wrong = [(2, 12, "5项"), METRICS[1]];
        assert_eq!(faults(&wrong, &EXCLUSIONS), [Fault::Section { row: Row::Metric(0), found: Some(1) }]);
    }

    #[test]
    fn of_both_kinds_for_one_numeral() {
        let both = [EXCLUSIONS[0], EXCLUSIONS[1], (1, 12, "5"), EXCLUSIONS[2], EXCLUSIONS[3]];
        assert_eq!(faults(&METRICS, &both), [Fault::AccountedTwice { start: 12, text: "5".into() }]);
    }

    #[test]
    fn that_share_a_figure() {
        let shared = [METRICS[0], METRICS[0], METRICS[1]];
        assert_eq!(faults(&shared, &EXCLUSIONS), []);
    }

    #[test]
    fn that_account_for_a_part_of_a_numeral() {
        let part = [(0, 0, "202"), EXCLUSIONS[1], EXCLUSIONS[2], EXCLUSIONS[3]];
        assert_eq!(faults(&METRICS, &part), [Fault::Unaccounted { start: 0, text: "2020".into() }]);
    }

    #[test]
    fn places_and_sections() {
        let report = Report::new(TEXT);
        assert_eq!((report.place(0), report.place(4), report.place(5)), ((1, 1), (1, 5), (1, 6)));
        assert_eq!((report.place(6), report.place(12)), ((2, 1), (3, 2)));
        assert_eq!([0, 6, 12, 21, 27].map(|offset| report.section(offset)), [0, 1, 1, 2, 2].map(Some));
        assert_eq!(report.section(28), None);
    }
}

mod sha_256 {
    use super::*;

    #[test]
    fn is_that_of_another_library() {
        let mut random = fastrand::Rng::with_seed(1);
        for length in (0..300).chain([4_095, 4_096, 100_000]) {
            let message: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
            let bytes: Vec<u8> = sha256::digest(&message).iter().flat_map(|word| word.to_be_bytes()).collect();
            assert_eq!(bytes, sha2::Sha256::digest(&message).to_vec(), "{length} bytes");
        }
    }
}

mod citations {
    use super::*;

    #[test]
    fn as_text() {
        assert_eq!(
            Metric::FOREIGN_TRADE_TOTAL.cite().to_string(),
            format!(
                "Total value of imports and exports (外贸进出口总值): “387.7亿元人民币”, section 4, characters 2158 to 2167. \
                 In: Yongkang City's 2020 year-in-review report, in Chinese (SHA-256 {}). \
                 Cited from yongkang-metrics {}, metric foreign-trade-total.",
                DATASET.source_sha256(),
                DATASET.version()
            )
        );
    }

    #[test]
    fn as_bibtex() {
        assert_eq!(
            Metric::FOREIGN_TRADE_GROWTH.cite().bibtex().to_string(),
            format!(
                "@misc{{yongkang-metrics:foreign-trade-growth,\n  \
                 title = {{Growth of the total value of imports and exports (外贸进出口总值同比增长率): 同比增长33\\%}},\n  \
                 howpublished = {{Yongkang City's 2020 year-in-review report, in Chinese, section 4, characters 2169 to 2175}},\n  \
                 note = {{SHA-256 of the report {}; cited from yongkang-metrics {}}},\n  \
                 language = {{chinese}},\n}}",
                DATASET.source_sha256(),
                DATASET.version()
            )
        );
    }

    #[test]
    fn of_every_metric_point_at_its_figure() {
        let Some(report) = report::read() else { return };
        let report: Vec<char> = report.chars().collect();
        for metric in MetricSet::ALL {
            let text = metric.cite().to_string();
            let (_, position) = text.split_once("characters ").expect("the position");
            let (position, _) = position.split_once('.').expect("its end");
            let (first, last) = position.split_once(" to ").expect("two offsets");
            let (first, last): (usize, usize) = (first.parse().expect("a number"), last.parse().expect("a number"));
            assert_eq!(report[first..=last].iter().collect::<String>(), metric.obs_text());
            let entry = metric.cite().bibtex().to_string();
            assert_eq!(entry.matches('{').count(), entry.matches('}').count(), "{entry}");
            assert_eq!(metric.cite().metric(), metric);
        }
    }
}
