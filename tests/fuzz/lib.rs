//! Property-based fuzzing of all that reads what others wrote: tables, printed figures, reports; `FromStr` in [`texts`],
//! `Deserialize` in [`values`], what one writes by them in [`drafts`].
//!
//! Each runs for a second; for longer, and with another seed each time:
//!
//! ```text
//! YONGKANG_FUZZ_SECONDS=600 cargo test --release --package yongkang-metrics-fuzz -- --nocapture texts
//! ```
//!
//! `texts` and `values` mutate what is right. A fuzzer that is guided by coverage (libFuzzer), given the same minute, reaches as many
//! branches of the library with these properties at best, and far fewer with bytes and a dictionary.
//!
//! A failure prints the seed to reproduce it with (`arbtest(…).seed(…)`).

#![cfg(test)]

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
mod drafts;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
#[allow(dead_code, reason = "the example writes the rest")]
#[path = "../../examples/draft/rows.rs"]
mod rows;
#[path = "../../src/sha256.rs"]
mod sha256;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/text.rs"]
mod text;
mod texts;
#[path = "../../src/model/units.rs"]
mod units;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
mod values;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

use std::time::Duration;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use compiler::{FILES, Fault};
use model::figure::{self, Known};
use units::COMMON;
use vocabulary::Dimension;
use yongkang_metrics::{Subject, audit};

fn fuzz(mut property: impl FnMut(&mut Unstructured<'_>) -> Result<()>) {
    let seconds = std::env::var("YONGKANG_FUZZ_SECONDS").ok();
    let seconds = seconds.map_or(1, |text| text.parse().expect("YONGKANG_FUZZ_SECONDS is a number"));
    let mut runs = 0_u64;
    let property = |u: &mut Unstructured<'_>| {
        runs += 1;
        property(u)
    };
    // No property uses more bytes, and to make more takes longer than to use them.
    arbtest(property).budget(Duration::from_secs(seconds)).size_max(2_048).run();
    println!("{runs} runs");
}

/// The words of some units.
const UNITS: &[Known<'static>] = &[
    (("", "元"), Dimension::Money),
    (("", "千瓦时"), Dimension::Energy),
    (("", "个百分点"), Dimension::Ratio),
    (("", "个月"), Dimension::Duration),
    (("每人每月", "元"), Dimension::MoneyRate),
    (("亩均税收", "元"), Dimension::MoneyRate),
];

/// What figures are made of, and what they are not.
const WORDS: &[&str] = &[
    "第",
    "首",
    "首位",
    "连续",
    "各",
    "均",
    "同比",
    "增长",
    "下降",
    "突破",
    "超过",
    "超",
    "近",
    "不足",
    "不超过",
    "以上",
    "以下",
    "余",
    "多",
    "百分之",
    "千分之",
    "分之",
    "%",
    "‰",
    "负",
    "负增长",
    "−",
    "至",
    "到",
    "~",
    "—",
    ",",
    "234",
    "千瓦时",
    "个百分点",
    "百分点",
    "个半月",
    "天",
    "日",
    "把",
    "成",
    "萬",
    "３",
    "①",
    "廿",
    "点",
    ".",
    "半",
    "两",
    "零",
    "〇",
    "一",
    "二",
    "三",
    "九",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "兆",
    "0",
    "1",
    "5",
    "387",
    "00",
    "99999999999999999999",
    "元",
    "人民币",
    "个",
    "个半",
    "年",
    "月",
    "位",
    "人次",
    "每人每月",
    "亩均税收",
    "大举措",
    "约",
    "左右",
    "达",
    "增至",
    "了",
    "年均",
    "比上年",
    "翻",
    "番",
    "倍",
    "分",
    "吨",
    "人均",
    "内",
    "整",
    "有余",
    "之间",
    "企业",
    "规定",
    "-",
    " ",
    "\u{FEFF}",
    "😀",
    "\u{301}",
];

/// What tables are made of, and what they are not.
const PIECES: &[&str] = &[
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\t\t\t\t\t\t\t\t\t\t\t\t\t\t",
    "yuan",
    "rank",
    "2020-01-01/2020-12-31",
    "9999-12-31",
    "0000-00-00",
    "0",
    "-1",
    "99999999",
    "=",
    "+",
    "@",
    "-",
    "\"",
    "NA",
    "\u{FEFF}",
    "\u{202E}",
    "\u{FF11}",
    "national",
    "growth-rate",
    "streak",
    "stated",
    "within",
    "4102",
];

fn text(u: &mut Unstructured<'_>, words: &[&str]) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=40)? {
        if u.ratio(1, 12)? {
            text.push(u.arbitrary::<char>()?);
        } else {
            text.push_str(u.choose(words)?);
        }
    }
    Ok(text)
}

#[test]
fn a_figure_is_read_or_refused_at_a_place_in_it() {
    fuzz(|u| {
        let text = text(u, WORDS)?;
        match figure::parse(&text, UNITS.iter().chain(COMMON).copied()) {
            Ok(figure) => {
                let may_fall = figure.change || text.contains(['负', '-', '−']);
                assert!(figure.value.mantissa >= 0 || may_fall, "{text}: only a fall or a sign is negative");
                assert!(!figure.unit_words.1.is_empty(), "{text}: there is no figure without a unit");
                let unit = figure.unit_words.1;
                // 百分之三 and 三成 have no %, 一个半月 no 个月, 一个半小时 no 个小时, 翻一番 no 倍, and 第三 no 位.
                let is_put = unit.starts_with('个') && text.contains("个半") || unit == "倍" && text.contains('翻');
                let is_printed = text.contains(unit) || matches!(unit, "%" | "‰") || is_put || figure.ordinal;
                assert!(is_printed, "{text}: the unit is in the text");
                let is_known = [UNITS, COMMON].concat().iter().any(|(words, _)| *words == figure.unit_words);
                assert!(is_known || matches!(unit, "%" | "‰" | "位"), "{text}: no unknown word is a unit");
                assert!(text.ends_with(figure.noun), "{text}: the noun is what is left");
                assert_eq!(figure.noun_at + figure.noun.chars().count(), text.chars().count(), "{text}");
                assert!(figure.limits().is_some(), "{text}: no bounds are out of range");
                for (value, margin) in figure.to.into_iter().chain([(figure.value, figure.margin)]) {
                    assert!(margin.limits(value).is_some(), "{text}: no bounds are out of range");
                    assert!(margin.narrow(value).is_some(), "{text}: no narrow bounds are out of range");
                    assert!(margin.wide(value).is_some(), "{text}: no wide bounds are out of range");
                }
            }
            Err(error) => {
                assert!(error.at <= text.chars().count(), "{text}: {error:?}");
                assert!(error.message.contains("; "), "{text}: {error:?}: what is wrong; what was expected");
            }
        }
        Ok(())
    });
}

#[test]
fn a_table_is_compiled_or_refused_at_places_in_it() {
    let right = tables();
    fuzz(|u| {
        let mut files = right.clone();
        for _ in 0..u.int_in_range(0..=4)? {
            let number = u.choose_index(FILES.len())?;
            let table = &mut files[number];
            let start = u.int_in_range(0..=table.len())?;
            let end = (start + u.int_in_range(0..=30)?).min(table.len());
            let new =
                if u.ratio(1, 4)? { u.arbitrary::<[u8; 4]>()?.to_vec() } else { u.choose(PIECES)?.as_bytes().to_vec() };
            table.splice(start..end, new);
        }
        match compiler::compile(&files) {
            Ok(tables) => {
                let written = compiler::write::files(&tables);
                let (_, metrics) = written.iter().find(|(name, _)| *name == "metric.rs").expect("it is written");
                assert_eq!(metrics.matches("pub const ").count(), tables.metrics.len());
            }
            Err(faults) => {
                assert!(!faults.is_empty());
                for fault in faults {
                    check_fault(&fault, &files);
                }
            }
        }
        Ok(())
    });
}

/// A table of the crate.
fn read(file: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../{file}", env!("CARGO_MANIFEST_DIR"))).expect("the table is in the package")
}

fn tables() -> [Vec<u8>; FILES.len()] {
    FILES.map(read)
}

/// A fault is at a place of its table, in one line, and says what was expected.
fn check_fault(fault: &Fault, files: &[Vec<u8>; FILES.len()]) {
    let number = FILES.iter().position(|file| *file == fault.place.file).expect("a table");
    // One line more than there are, where a row is missing.
    let lines = 2 + files[number].iter().filter(|b| **b == b'\n').count();
    assert!((1..=lines).contains(&fault.place.line) && fault.place.column > 0, "{fault}");
    assert!(!fault.to_string().contains(['\n', '\r', '\u{202E}']), "{fault:?}");
    assert!(fault.message.contains("; "), "{fault}: what is wrong; what was expected");
}

#[test]
fn a_report_is_audited_whatever_it_is() {
    fuzz(|u| {
        let report = text(u, &[WORDS, PIECES].concat())?;
        let audit = audit(&report);
        assert!(!audit.is_clean());
        let lines = 1 + report.chars().filter(|c| matches!(c, '\n' | '\r')).count();
        let numerals = audit.findings.iter().filter(|finding| finding.subject == Subject::Numeral);
        for finding in numerals.clone() {
            assert!((1..=lines).contains(&finding.line) && finding.column > 0, "{finding:?}");
            assert!(report.contains(&finding.found), "{finding:?}");
        }
        assert!(numerals.count() <= audit.numeral_count());
        assert!(audit.to_string().contains("Not clean"));
        Ok(())
    });
}

/// What takes the square of its length would not end on these in the time of a test run.
mod long_input {
    use super::*;

    pub const LENGTH: usize = 100_000;

    #[test]
    fn figures() {
        for word in WORDS {
            let long = word.repeat(LENGTH / word.len());
            for text in [long.clone(), format!("1{long}"), format!("{long}1元"), format!("每人每月{long}元")] {
                let _ = figure::parse(&text, UNITS.iter().chain(COMMON).copied());
            }
        }
    }

    /// The real tables with other metrics.
    fn faults_of(metrics: String) -> Vec<Fault> {
        let files = FILES.map(|file| match file {
            "data/metrics.tsv" => metrics.clone().into_bytes(),
            _ => read(file),
        });
        compiler::compile(&files).err().expect("these are no metrics")
    }

    #[test]
    fn fields_and_lines() {
        for piece in PIECES {
            let faults = faults_of(piece.repeat(LENGTH / piece.len()) + "\n");
            assert!(faults.iter().all(|fault| fault.message.chars().count() <= 1_001));
        }
    }

    #[test]
    fn tables_of_nothing_but_faults() {
        let table = String::from_utf8(read("data/metrics.tsv")).expect("UTF-8");
        let (header, rows) = table.split_once('\n').expect("a header");
        let wrong = rows.lines().next().expect("a row").replace("\t\t", "\tno-such-metric\t");
        let faults = faults_of(format!("{header}\n{}", (wrong + "\n").repeat(2_000)));
        assert!(faults.len() >= 2_000, "it has as many faults as rows");
    }
}
