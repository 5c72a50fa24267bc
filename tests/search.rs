//! `search`: what is found, and in which order.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use yongkang_metrics::{Category, DATASET, Metric, MetricSet, Unit, search};

#[test]
fn every_metric_is_first_by_its_id_and_both_titles() {
    for metric in MetricSet::ALL {
        for name in [metric.id(), metric.title_zh()] {
            assert_eq!(search(name).first(), Some(&metric), "{name}");
        }
        assert!(search(metric.title()).contains(&metric), "{}", metric.title());
    }
}

#[test]
fn case_and_width_do_not_matter() {
    let trade = search("trade");
    assert!(trade.contains(&Metric::FOREIGN_TRADE_TOTAL));
    for alike in ["TRADE", "Trade", "\u{FF34}\u{FF32}\u{FF21}\u{FF24}\u{FF25}", " trade ", "\u{3000}trade"] {
        assert_eq!(search(alike), trade, "{alike}");
    }
    assert_eq!(search("\u{FF13}A"), search("3a"));
}

#[test]
fn traditional_characters_find_simplified_ones() {
    for (traditional, simplified) in [("外貿", "外贸"), ("醫務人員", "医务人员"), ("養老金", "养老金"), ("鎮", "镇")]
    {
        assert_eq!(search(traditional), search(simplified));
        assert!(!search(simplified).is_empty(), "{simplified}");
    }
}

#[test]
fn all_words_must_be_found() {
    let found = search("persons provincial");
    assert!(found.contains(&Metric::PROVINCIAL_OUTSTANDING_PARTY_MEMBERS));
    assert!(!found.contains(&Metric::JINHUA_OUTSTANDING_PARTY_MEMBERS));
    assert_eq!(search("外贸 同比"), [Metric::FOREIGN_TRADE_GROWTH]);
    assert_eq!(search("trade nonsense"), []);
}

#[test]
fn names_of_categories_and_units_find_all_of_theirs() {
    for &category in Category::ALL {
        let found: MetricSet = search(category.name_zh()).into_iter().collect();
        assert!(category.metrics().is_subset(found), "{category}");
    }
    for &unit in Unit::ALL {
        let found: MetricSet = search(unit.code()).into_iter().collect();
        assert!(unit.metrics().is_subset(found), "{unit}");
    }
}

/// Names, then keywords and figures, then category and unit, then notes: of every word that stands in one of them, before what has it in
/// another number.
#[test]
fn the_place_of_a_word_decides_on_the_order() {
    let texts = |metric: &Metric| -> [String; 4] {
        let (category, unit) = (metric.category(), metric.unit());
        let facets = [category.code(), category.name(), category.name_zh(), unit.code(), unit.name(), unit.name_zh()];
        let names = [metric.id(), metric.title(), metric.title_zh()];
        let notes = [metric.note().unwrap_or_default(), metric.note_zh().unwrap_or_default()];
        [&names[..], &[metric.keywords(), &[metric.obs_text()]].concat(), &facets, &notes]
            .map(|texts| texts.join("\n").to_lowercase())
    };
    let all: Vec<[String; 4]> = Metric::ALL.iter().map(texts).collect();
    let place = |metric: &Metric, word: &str| {
        let texts = &all[Metric::ALL.iter().position(|other| other == metric).expect("one of all")];
        texts.iter().position(|text| text.contains(word))
    };
    let words: BTreeSet<&str> =
        all.iter().flatten().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).collect();
    let mut steps = BTreeSet::new();
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let mut expected: Vec<(usize, Metric)> =
            Metric::ALL.iter().filter_map(|metric| Some((place(metric, word)?, *metric))).collect();
        expected.sort_by_key(|(place, _)| *place);
        let places: Vec<usize> = expected.iter().map(|(place, _)| *place).collect();
        let found: Vec<usize> = search(word).iter().filter_map(|metric| place(metric, word)).collect();
        assert_eq!(found, places, "{word}");
        steps.extend(found.windows(2).filter(|pair| pair[0] < pair[1]).map(<[usize]>::to_vec));
    }
    assert!([[0, 1], [1, 2], [2, 3]].iter().all(|step| steps.contains(&step[..])), "{steps:?}");
}

#[test]
fn keywords_find_what_no_title_says() {
    assert_eq!(search("dibao"), [Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD]);
    assert!(search("COVID").contains(&Metric::NUCLEIC_ACID_TESTS));
    for metric in MetricSet::ALL {
        for keyword in metric.keywords() {
            assert!(search(keyword).contains(&metric), "{metric}: {keyword}");
        }
    }
    for word in ["imports", "exports", "核酸", "人才", "养老金", "COVID"] {
        assert!(!search(word).is_empty(), "{word}");
    }
}

#[test]
fn words_are_found_as_readers_write_them() {
    use Metric as M;
    for (text, first) in [
        ("company", M::JOINT_STOCK_COMPANIES_ADDED),
        ("taxes", M::LOW_EFFICIENCY_TAX_THRESHOLD),
        ("doctors", M::MEDICAL_WORKERS_SENT_TO_HUBEI),
        ("医生", M::MEDICAL_WORKERS_SENT_TO_HUBEI),
        ("school", M::GAOKAO_RESULTS_STREAK),
        ("covid-19 tests", M::NUCLEIC_ACID_TESTS),
        ("Pandemic: nucleic acid", M::NUCLEIC_ACID_TESTS),
        ("外贸、进出口", M::FOREIGN_TRADE_TOTAL),
        ("外貿，進出口", M::FOREIGN_TRADE_TOTAL),
        ("trade,imports", M::FOREIGN_TRADE_TOTAL),
        ("imports & exports.", M::FOREIGN_TRADE_TOTAL),
        ("trade/import_total", M::FOREIGN_TRADE_TOTAL),
        ("\"五减\"", M::FIVE_REDUCTIONS_RELIEF),
        ("「五減」", M::FIVE_REDUCTIONS_RELIEF),
    ] {
        assert_eq!(search(text).first(), Some(&first), "{text}");
    }
    assert_eq!(search("news")[0].unit(), Unit::NewsArticle, "before what is new");
    assert!(search("exports").contains(&M::FOREIGN_TRADE_TOTAL));
}

#[test]
fn figures_are_found_as_printed_and_by_their_digits() {
    for metric in MetricSet::ALL {
        let [value, en, zh] =
            [metric.value().to_string(), metric.display().to_string(), metric.display_zh().to_string()];
        for figure in [metric.obs_text(), &value, &en, &zh] {
            assert!(search(figure).contains(&metric), "{metric}: {figure}");
        }
    }
    assert_eq!(search("387.7"), [Metric::FOREIGN_TRADE_TOTAL]);
    assert_eq!(search("人民币"), [Metric::FOREIGN_TRADE_TOTAL]);
    assert_eq!(search("33%"), search("３３％"));
    assert_eq!(search("第24位"), [Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK]);
    assert_eq!(search("7,538"), [Metric::ENTERPRISE_PROBLEMS_SOLVED]);
    assert_eq!(search("38.77 billion")[0], Metric::FOREIGN_TRADE_TOTAL);
    assert_eq!(search("538"), [], "part of a number is another number");
    let first: MetricSet = search("首位").into_iter().collect();
    let printed = MetricSet::ALL.iter().filter(|metric| metric.obs_text() == "首位");
    assert!(printed.eq(first.unit(Unit::Rank)) && first.unit(Unit::Year).len() == 2, "{first}");
}

#[test]
fn what_is_not_printed_is_not_found_and_said() {
    for thing in DATASET.not_printed {
        for word in [thing.name, thing.name_zh].iter().chain(thing.words) {
            assert_eq!(search(word), [], "{word} is found, so nobody is told that it is not printed");
            let asked = |text: &str| DATASET.not_printed.iter().filter(|thing| thing.is_asked_by(text)).count();
            assert_eq!((asked(word), asked(&word.to_uppercase())), (1, 1), "{word}");
        }
    }
    assert!(DATASET.not_printed.iter().any(|thing| thing.is_asked_by("人口 總數")));
    assert!(!DATASET.not_printed.iter().any(|thing| thing.is_asked_by("trade")));
}

#[test]
fn nothing_finds_nothing() {
    assert_eq!(search(""), []);
    assert_eq!(search(" \t\u{3000}"), []);
    assert_eq!(search(&"x".repeat(1_000_000)), []);
}

#[test]
fn a_word_is_looked_up_once_however_often_it_is_given() {
    let start = Instant::now();
    assert_eq!(search("trade trade TRADE"), search("trade"));
    assert_eq!(search(&"e ".repeat(500_000)), search("e"));
    let numbers: String = (0..200_000).map(|number| format!("{number} ")).collect();
    assert_eq!(search(&numbers), []);
    // Looked up again and again it would take a minute.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
