//! What is read by the codes of a closed list, with [`ParseError`] as the error.

use std::collections::BTreeSet;

use yongkang_metrics::{
    AdminLevel, Category, Comparator, Dimension, ExclusionReason, Metric, MetricSet, ObsStatus, ParseError, Precision,
    StatType, Unit,
};

/// A type with codes. Values are their codes here, as no two of them are alike.
struct Vocabulary {
    kind: &'static str,
    codes: Vec<&'static str>,
    /// Name and explanation of each, in English and in Chinese; metrics have notes for these.
    words: Vec<[[&'static str; 2]; 2]>,
    from_str: fn(&str) -> Result<&'static str, ParseError>,
}

impl Vocabulary {
    /// What `FromStr` should read: a code, or a name.
    fn meant(&self, text: &str) -> Option<&'static str> {
        let is = |word: &str| word.eq_ignore_ascii_case(text);
        let by_code = self.codes.iter().position(|code| is(code));
        let place = by_code.or_else(|| self.words.iter().position(|[names, _]| names.iter().any(|name| is(name))))?;
        Some(self.codes[place])
    }

    fn error(&self, text: &str) -> ParseError {
        (self.from_str)(text).expect_err("the code should be unknown")
    }
}

macro_rules! vocabulary {
    ($Type:ident, $kind:literal) => {
        vocabulary!($Type, $kind, $Type::ALL.iter().copied(), code, |it: &$Type| {
            Some([[it.name(), it.name_zh()], [it.about(), it.about_zh()]])
        })
    };
    ($Type:ident, $kind:literal, $all:expr, $code:ident, $words:expr) => {{
        let all: Vec<$Type> = $all.collect();
        assert!(all.is_sorted_by(|a, b| a < b), "{all:?}");
        for value in &all {
            let code = value.$code();
            assert_eq!((&*value.to_string(), code.parse()), (code, Ok(*value)));
            assert_eq!([$Type::try_from(code), $Type::try_from(code.to_owned())], [Ok(*value), Ok(*value)]);
        }
        Vocabulary {
            kind: $kind,
            codes: all.iter().map(|value| value.$code()).collect(),
            words: all.iter().filter_map($words).collect(),
            from_str: |text| text.parse().map($Type::$code),
        }
    }};
}

fn vocabularies() -> [Vocabulary; 9] {
    [
        vocabulary!(Metric, "metric", MetricSet::ALL.iter(), id, |it: &Metric| {
            Some([[it.title(), it.title_zh()], ["", ""]])
        }),
        vocabulary!(Category, "category"),
        vocabulary!(Unit, "unit"),
        vocabulary!(Dimension, "dimension"),
        vocabulary!(StatType, "kind of statistic"),
        vocabulary!(AdminLevel, "administrative level"),
        vocabulary!(ObsStatus, "observation status"),
        vocabulary!(Comparator, "comparator"),
        vocabulary!(ExclusionReason, "exclusion reason"),
    ]
}

fn assert_unique(texts: &[&str]) {
    let different: BTreeSet<&str> = texts.iter().copied().collect();
    assert!(!texts.is_empty() && different.len() == texts.len(), "{texts:?}");
}

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    for vocabulary in vocabularies() {
        assert_unique(&vocabulary.codes);
        for code in vocabulary.codes {
            assert!(vocabulary.kind == "comparator" || code.split('-').all(is_word), "{code}");
        }
    }
}

#[test]
fn a_code_and_a_name_in_either_language_are_read_in_any_case_and_no_other_spelling() {
    for vocabulary in vocabularies() {
        let names = vocabulary.words.iter().flat_map(|[names, _]| names);
        for text in vocabulary.codes.iter().chain(names) {
            let first = text.chars().next().map_or(0, char::len_utf8);
            for variant in [
                (*text).to_owned(),
                text.to_uppercase(),
                text.to_lowercase(),
                text.replace('-', "_"),
                text[first..].to_owned(),
                text.chars().take(text.chars().count() - 1).collect(),
                format!(" {text}"),
                format!("{text} "),
                format!("{text}。"),
                format!("{text}\n"),
                format!("{text}\0"),
                format!("\u{FEFF}{text}"),
                format!("{text}{}", " ".repeat(1 << 12)),
            ] {
                // One of it, and UN/ECE's code of weeks.
                let is_singular = |unit: &Unit| variant.eq_ignore_ascii_case(unit.name_singular());
                if Unit::ALL.iter().any(is_singular) || variant.eq_ignore_ascii_case("wee") {
                    continue;
                }
                assert_eq!((vocabulary.from_str)(&variant).ok(), vocabulary.meant(&variant), "{variant:?}");
            }
        }
    }
}

/// `MONEY-RATE` is nearer to `money-rate` than to `money`, which is a part of it, and `yuan!per-person-month` has `month`, `person`
/// and `yuan` in it, and none of them is meant.
#[test]
fn a_slip_still_finds_the_code() {
    for vocabulary in vocabularies() {
        for code in &vocabulary.codes {
            let mut slips = vec![format!(" {code}"), format!("{code}\n"), code.to_uppercase()];
            slips.retain(|slip| vocabulary.meant(slip).is_none());
            for slip in slips {
                assert_eq!(vocabulary.error(&slip).nearest()[0], *code);
            }
            let mut typos = vec![format!("{code}~")];
            if code.len() >= 3 {
                typos.extend(
                    [0, code.len() / 3, code.len() - 1].map(|at| format!("{}!{}", &code[..at], &code[at + 1..])),
                );
            }
            for error in typos.iter().map(|typo| vocabulary.error(typo)) {
                assert!(error.nearest().len() <= 3 && error.nearest().contains(code), "{error}");
                assert!(error.nearest().iter().all(|near| vocabulary.codes.contains(near)), "{error}");
            }
        }
    }
    assert_eq!("persontime".parse::<Unit>().expect_err("no unit").nearest()[0], "person-time");
    assert_eq!("trade".parse::<Category>().expect_err("no category").nearest(), ["foreign-trade"]);
    // Of a name too.
    assert_eq!("对外贸".parse::<Category>().expect_err("no category").nearest(), ["foreign-trade"]);
    assert_eq!("market entitty".parse::<Unit>().expect_err("no unit").nearest(), ["market-entity"]);
    assert_eq!("lower limt".parse::<Precision>().expect_err("no precision").nearest()[0], "more");
    for title in ["外贸进出口总额", "Total value of imports and export"] {
        let error = title.parse::<Metric>().expect_err("no metric");
        assert_eq!(error.nearest()[0], "foreign-trade-total", "{error}");
    }
}

/// With a feature that has the table of them.
#[test]
#[cfg(any(feature = "audit", feature = "figures", feature = "search"))]
fn names_in_traditional_characters_are_read() {
    assert_eq!("對外貿易".parse(), Ok(Category::ForeignTrade));
    assert_eq!("外貿進出口總值".parse(), Ok(Metric::FOREIGN_TRADE_TOTAL));
    assert_eq!("市場主體".parse(), Ok(Unit::MarketEntity));
    assert_eq!("國家級".parse(), Ok(AdminLevel::National));
}

#[test]
fn an_unknown_code_is_told_as_text_that_can_be_shown() {
    let control = "it's\0\x07\x1b[31m\n\r\t\u{7f}\u{85}\u{200b}\u{202e}\u{2028}\u{feff}\"\\";
    let escaped = r#""it's\0\u{7}\u{1b}[31m\n\r\t\u{7f}\u{85}\u{200b}\u{202e}\u{2028}\u{feff}\"\\""#;
    let (whole, longer) = ("永".repeat(48), "永".repeat(49));
    for vocabulary in vocabularies() {
        for (text, shown) in [
            ("no such code", "\"no such code\""),
            ("", "\"\""),
            ("👩‍🌾", "\"👩\\u{200d}🌾\""),
            (control, escaped),
            (&whole, &format!("\"{whole}\"")),
            (&longer, &format!("\"{whole}\"…")),
        ] {
            let error = vocabulary.error(text);
            assert_eq!((error.what, &*error.text, error.at), (vocabulary.kind, text, 0));
            assert_eq!(error.valid(), vocabulary.codes);
            let start = format!("no {} is called {shown}; ", vocabulary.kind);
            assert!(error.to_string().starts_with(&start), "{error}");
        }
        assert_eq!(vocabulary.error("").nearest(), [""; 0]);
        let shortest = vocabulary.error("").to_string().len();
        for text in ["x", "\0", "永", "\u{10FFFF}"].map(|c| c.repeat(1 << 20)) {
            let error = vocabulary.error(&text);
            assert_eq!(error.text, text);
            assert!(error.to_string().len() < shortest + 48 * 10 + "…".len() + 1);
        }
    }
}

/// With one near, with none, and with too many to list them all.
#[test]
fn messages() {
    let nationl = "no administrative level is called \"nationl\"; did you mean `national`? \
                   Valid: `national`, `provincial`, `prefectural`, `county`";
    assert_eq!("nationl".parse::<AdminLevel>().expect_err("no level").to_string(), nationl);
    let about = "no comparator is called \"about\"; valid: `<`, `<=`, `>=`, `>`";
    assert_eq!("about".parse::<Comparator>().expect_err("no comparator").to_string(), about);
    let population = format!("no metric is called \"population\"; there are {} valid ones", Metric::ALL.len());
    assert_eq!("population".parse::<Metric>().expect_err("no metric").to_string(), population);
    let trade = "no metric is called \"foreign-trade\"; did you mean `foreign-trade-total` or `foreign-trade-growth`?";
    assert_eq!("foreign-trade".parse::<Metric>().expect_err("no metric").to_string(), trade);
}

#[test]
fn names_and_explanations_are_unique_and_each_in_its_language() {
    for vocabulary in vocabularies().iter().filter(|vocabulary| vocabulary.kind != "metric") {
        assert_eq!(vocabulary.words.len(), vocabulary.codes.len());
        for language in [0, 1] {
            assert_unique(&vocabulary.words.iter().map(|[names, _]| names[language]).collect::<Vec<_>>());
        }
        for [[name, name_zh], [about, about_zh]] in &vocabulary.words {
            assert!(name.is_ascii() && !name.is_empty() && name.trim() == *name, "{name}");
            assert!(!name_zh.is_empty() && name_zh.trim() == *name_zh, "{name_zh}");
            assert!(about.is_ascii() && about.starts_with(|c: char| c.is_ascii_uppercase()), "{about}");
            assert!(about.len() > 1 && about.ends_with('.'), "{about}");
            assert!(about_zh.chars().count() > 1 && about_zh.ends_with('。'), "{about_zh}");
        }
    }
}
