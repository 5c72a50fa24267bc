//! `Filter`: what it asks, and its text.

use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Dimension, Filter, Metric, MetricSet, NaiveDate, ParseError, Period, PeriodBasis,
    Precision, Section, StatType, Unit,
};

fn read(text: &str) -> Filter {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn error(text: &str) -> ParseError {
    text.parse::<Filter>().expect_err(text)
}

/// Many queries, of random values.
fn random() -> impl Iterator<Item = Filter> {
    let mut rng = fastrand::Rng::with_seed(330_784);
    (0..5_000).map(move |_| random_one(&mut rng))
}

fn random_one(rng: &mut fastrand::Rng) -> Filter {
    let [trade, streak] = [Metric::FOREIGN_TRADE_TOTAL, Metric::GAOKAO_RESULTS_STREAK].map(Metric::time_period);
    // The year 10 000 has a sign, which a form would send for a space.
    let [year, far] = [2020, 10_000].map(|year| Period::year(year).expect("a year"));
    let periods = [trade, streak, year, far];
    let mut query = Filter::new();
    for _ in 0..rng.u8(0..=6) {
        query = match rng.u8(0..11) {
            0 => query.category(choose(rng, Category::ALL)),
            1 => query.unit(choose(rng, Unit::ALL)),
            2 => query.dimension(choose(rng, Dimension::ALL)),
            3 => query.stat_type(choose(rng, StatType::ALL)),
            4 => query.admin_level(choose(rng, AdminLevel::ALL)),
            5 => query.section(choose(rng, Section::ALL)),
            6 => query.period(choose(rng, &periods)),
            7 => query.precision(choose(rng, Precision::ALL)),
            8 => query.period_basis(choose(rng, PeriodBasis::ALL)),
            9 => query.aggregate((rng.u8(0..4) > 0).then(|| choose(rng, Aggregate::ALL))),
            _ => query.within(choose(rng, &periods)),
        };
        #[cfg(feature = "search")]
        if rng.u8(0..4) == 0 {
            query = query.search(choose(rng, &["trade", "人才 引进", "a&b=c,d%+\0/?#", "100%", "\u{10FFFF}"]));
        }
    }
    query
}

fn choose<T: Copy>(rng: &mut fastrand::Rng, values: &[T]) -> T {
    values[rng.usize(0..values.len())]
}

#[test]
fn text_reads_back() {
    for query in random() {
        let text = query.to_string();
        assert_eq!(read(&text), query, "{text}");
        assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"#<>\\^`{|}".contains(&byte)), "{text}");
        // As a form sends it: all is encoded but names and what is between them.
        let encoded: String = text.replace('%', "%25").replace(',', "%2C").replace('/', "%2f");
        if !text.contains('%') {
            assert_eq!(read(&encoded), query, "{encoded}");
        }
    }
}

#[test]
fn each_method_adds_to_what_was_asked() {
    let query = Filter::new()
        .category(Category::Talent)
        .unit(Unit::Yuan)
        .dimension(Dimension::Money)
        .stat_type(StatType::Rank)
        .precision(Precision::Rounded)
        .admin_level(AdminLevel::National)
        .section(Section::ALL[4])
        .aggregate(Some(Aggregate::EnterpriseRelief))
        .aggregate(None)
        .period_basis(PeriodBasis::Stated)
        .period(Metric::FOREIGN_TRADE_TOTAL.time_period())
        .within(Period::year(2020).expect("a year"));
    assert_eq!(
        query.to_string(),
        "category=talent&unit=yuan&dimension=money&stat_type=rank&precision=rounded&admin_level=national&section=4\
         &aggregate=enterprise-relief,none&period_basis=stated&period=2020-01-01/2020-11-30&within=2020-01-01/2020-12-31"
    );
}

#[test]
fn or_within_a_facet_and_and_between() {
    for query in random() {
        let found = query.metrics();
        for metric in MetricSet::ALL {
            let any = |is_empty, has: &dyn Fn() -> bool| is_empty || has();
            let period = metric.time_period();
            let expected = any(query.category.is_empty(), &|| query.category.contains(&metric.category()))
                && any(query.unit.is_empty(), &|| query.unit.contains(&metric.unit()))
                && any(query.dimension.is_empty(), &|| query.dimension.contains(&metric.dimension()))
                && any(query.stat_type.is_empty(), &|| query.stat_type.contains(&metric.stat_type()))
                && any(query.precision.is_empty(), &|| query.precision.contains(&metric.precision()))
                && any(query.admin_level.is_empty(), &|| {
                    metric.admin_level().is_some_and(|level| query.admin_level.contains(&level))
                })
                && any(query.section.is_empty(), &|| query.section.contains(&metric.section()))
                && any(query.aggregate.is_empty(), &|| query.aggregate.contains(&metric.aggregate()))
                && any(query.period_basis.is_empty(), &|| query.period_basis.contains(&metric.period_basis()))
                && any(query.period.is_empty(), &|| query.period.contains(&period))
                && any(query.within.is_empty(), &|| query.within.iter().any(|outer| period.is_subset(*outer)));
            #[cfg(feature = "search")]
            let expected = expected
                && any(query.search.is_empty(), &|| {
                    query.search.iter().any(|text| yongkang_metrics::search(text).contains(&metric))
                });
            assert_eq!(found.contains(metric), expected, "{query}: {metric}");
        }
    }
}

#[test]
fn what_has_two_of_the_values_is_found_once() {
    let year = Period::year(2020).expect("a year");
    let query = Filter::new().within(year).within(Metric::FOREIGN_TRADE_TOTAL.time_period());
    assert_eq!(query.metrics(), MetricSet::ALL.within(year));
}

#[test]
fn nothing_asked_is_every_metric() {
    let form = Filter::FACETS.join("=&") + "=";
    for text in ["", "&", "&&", "category=", &form] {
        assert_eq!(read(text), Filter::new(), "{text}");
        assert_eq!(read(text).metrics(), MetricSet::ALL);
    }
    assert_eq!((Filter::new(), Filter::new().to_string()), (Filter::default(), String::new()));
}

#[test]
fn texts_of_other_hands_are_read() {
    let query = Filter::new().category(Category::ForeignTrade).category(Category::Talent).unit(Unit::Yuan);
    for text in [
        "category=foreign-trade,talent&unit=yuan",
        "unit=yuan&category=foreign-trade&category=talent",
        "category=foreign-trade%2Ctalent&unit=yuan&",
        "category=Foreign+trade,TALENT&unit=元",
        "category=%E5%AF%B9%E5%A4%96%e8%b4%b8%e6%98%93,人才&unit=%E5%85%83",
        "category=foreign-trade,foreign-trade,talent,talent&unit=yuan,yuan",
        "?category=foreign-trade, talent&unit=yuan",
        "category=foreign-trade,+talent&unit=+yuan+",
        "category=对外贸易，人才&unit= 元",
        "category=Foreign-Trade、TALENT&unit=CNY",
        "Category=foreign-trade,talent&UNIT=yuan&section= ",
    ] {
        assert_eq!(read(text), query, "{text}");
    }
    let period =
        Filter::new().period(Metric::FOREIGN_TRADE_TOTAL.time_period()).within(Period::year(2020).expect("a year"));
    assert_eq!(read("period=2020-01-01%2F2020-11-30&within=2020"), period);
    assert_eq!(read("section=4,5").section, [Section::ALL[4], Section::ALL[5]]);
    let precision = Filter::new().precision(Precision::More).period_basis(PeriodBasis::Assumed);
    assert_eq!(read("precision=下限&period_basis=ASSUMED"), precision);
    assert_eq!(read("precision=More&period-basis=Assumed&aggregate=None"), precision.aggregate(None));
}

#[test]
fn what_adds_up_with_nothing_can_be_asked_for() {
    let talents = [Metric::TOP_TALENTS_RECRUITED, Metric::LEADING_TALENTS_RECRUITED];
    for text in ["aggregate=talents-recruited", "aggregate=talents recruited", "aggregate=引进高层次人才数"] {
        assert!(read(text).metrics().iter().eq(talents), "{text}");
    }
    let none = read("aggregate=none").metrics();
    assert_eq!(none, MetricSet::ALL.filter(|metric| metric.aggregate().is_none()));
    assert!(none.contains(Metric::FOREIGN_TRADE_TOTAL) && !none.contains(Metric::TOP_TALENTS_RECRUITED));
    assert_eq!(read("aggregate=talents-recruited,none").metrics(), none | MetricSet::from(talents));
}

#[test]
fn months_are_read_as_all_their_days() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let months = Period::new(day(2020, 1, 1), day(2020, 11, 30)).expect("in order");
    for text in
        ["period=2020-01/2020-11", "period=2020-01%2F2020-11", "period=2020/2020-11", "period=2020-01-01/2020-11"]
    {
        assert_eq!(read(text), Filter::new().period(months), "{text}");
    }
    assert!(read("period=2020-01/2020-11").metrics().iter().eq(Category::ForeignTrade.metrics()));
    assert_eq!(read("period_basis=stated").metrics(), Category::ForeignTrade.metrics());
    // Shorter by a month, and it is another period.
    assert!(read("period=2020-01/2020-10").metrics().is_empty() && read("within=2020-01/2020-10").metrics().is_empty());
    assert_eq!(read("within=2020-01/2020-12").metrics(), read("within=2020").metrics());
    let leap = Period::new(day(2020, 2, 1), day(2020, 2, 29)).expect("in order");
    assert_eq!(read("within=2020-02").within, [leap]);
    assert_eq!(read("within=2020-02").to_string(), "within=2020-02-01/2020-02-29");
}

#[test]
fn errors_say_where_and_what() {
    for (text, at, wrong, message) in [
        ("unti=yuan", 0, "unti", "no facet is called \"unti\"; did you mean `unit`?"),
        ("unit=yuan&unit=person,yaun", 22, "yaun", "character 23: no unit is called \"yaun\"; did you mean `yuan`"),
        ("category=人才&unit=x", 17, "x", "character 18: no unit is called \"x\""),
        ("category=talent,", 16, "", "no category is called \"\""),
        ("section=10", 8, "10", "\"10\" is not a section of the report: expected a number from 0 to 9"),
        ("within=2020-1", 7, "2020-1", "expected days, months or years, the earlier first"),
        ("within=2020-11/2020-01", 7, "2020-11/2020-01", "expected days, months or years, the earlier first"),
        ("period=2020-13", 7, "2020-13", "expected days, months or years"),
        ("aggregate=relief", 10, "relief", "no aggregate is called \"relief\""),
        ("aggregate=none,nothing", 15, "nothing", "character 16: no aggregate is called \"nothing\""),
        ("precision=rough", 10, "rough", "no precision is called \"rough\""),
        ("talent", 0, "talent", "expected a facet and its values, as in `unit=yuan,person`"),
        ("unit=yuan&unit", 10, "unit", "expected a facet and its values"),
        ("unit=%", 5, "%", "expected percent-encoded UTF-8"),
        ("unit=%4", 5, "%4", "expected percent-encoded UTF-8"),
        ("unit=%GG", 5, "%GG", "expected percent-encoded UTF-8"),
        ("unit=%+4", 5, "%+4", "expected percent-encoded UTF-8"),
        ("unit=%FF", 5, "%FF", "expected percent-encoded UTF-8"),
        ("unit=%元", 5, "%元", "expected percent-encoded UTF-8"),
        ("??unit=yuan", 1, "?unit", "did you mean `unit`?"),
        ("?unit=yuan, 元, yaun", 15, "yaun", "character 16: no unit is called \"yaun\""),
        ("category=人才、 工 业", 13, "工 业", "character 14: no category is called \"工 业\""),
    ] {
        let error = error(text);
        assert_eq!((error.at, &*error.text), (at, wrong), "{text}");
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn a_facet_is_read_by_its_name() {
    let query = Filter::new().facet("unit", "yuan,人").and_then(|query| query.facet("within", "2020"));
    assert_eq!(
        query,
        Ok(Filter::new().unit(Unit::Yuan).unit(Unit::Person).within(Period::year(2020).expect("a year")))
    );
    let error = Filter::new().facet("unit", "yaun").expect_err("no unit");
    assert_eq!((error.what, &*error.text, error.at), ("unit", "yaun", 0));
    // Nothing is percent-encoded here.
    assert!(Filter::new().facet("unit", "%E5%85%83").is_err());
    for facet in Filter::FACETS {
        assert_eq!(Filter::new().facet(facet, ""), Ok(Filter::new()));
    }
}

#[test]
fn a_facet_has_no_more_values_than_there_can_be_metrics() {
    let years = |count: u32| (1_000..1_000 + count).map(|year| year.to_string()).collect::<Vec<_>>();
    assert_eq!(read(&format!("within={}", years(1_024).join(","))).within.len(), 1_024);
    for text in [
        format!("within={}", years(1_025).join(",")),
        format!("period={}", years(1_025).join("&period=")),
        #[cfg(feature = "search")]
        format!("search={}", years(1_025).join("&search=")),
    ] {
        assert!(error(&text).to_string().contains("expected no more than 1024 values of a facet"), "{text}");
    }
    // However often the same come again.
    assert_eq!(read(&"within=2020,2020&".repeat(100_000)), read("within=2020"));
}

#[test]
fn a_huge_text_gets_a_short_error() {
    for text in ["x".repeat(1 << 20), format!("unit={}", "元".repeat(1 << 20)), "%".repeat(1 << 20)] {
        let message = error(&text).to_string();
        assert!(message.len() < 2000, "{}", message.len());
    }
    assert_eq!(read(&"&".repeat(1 << 20)), Filter::new());
}

#[test]
fn any_text_is_read_or_refused_at_a_place_in_it() {
    const WORDS: [&str; 26] = [
        "category",
        "unit",
        "aggregate",
        "section",
        "within",
        "period",
        "search",
        "=",
        "=",
        "=",
        "&",
        "&",
        ",",
        "%",
        "%E5",
        "%85%83",
        "+",
        "yuan",
        "人",
        "talent",
        "none",
        "2020",
        "4",
        "/",
        "\0",
        "👩‍🌾",
    ];
    let mut rng = fastrand::Rng::with_seed(330_784);
    for _ in 0..100_000 {
        let text: String = (0..rng.u8(0..=12)).map(|_| choose(&mut rng, &WORDS)).collect();
        match text.parse::<Filter>() {
            Ok(query) => assert_eq!(read(&query.to_string()), query, "{text}"),
            Err(error) => {
                let found: String = text.chars().skip(error.at).collect();
                // Decoding moves what comes after it.
                assert!(text.contains(['%', '+']) || found.starts_with(&error.text), "{text}: {error}");
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

#[cfg(feature = "search")]
#[test]
fn words_are_a_facet() {
    let query = Filter::new().search("trade growth").search("人才").unit(Unit::Percent);
    assert!(query.metrics().iter().eq([Metric::FOREIGN_TRADE_GROWTH]));
    assert_eq!(query.to_string(), "unit=percent&search=trade%20growth&search=%E4%BA%BA%E6%89%8D");
    assert_eq!(read("search=trade+growth&search=人才&unit=percent"), query);
    // A comma is a part of the text.
    assert_eq!(read("search=a,b").search, ["a,b"]);
    for blank in ["", " ", "\u{3000}"] {
        let mut query = Filter::new().search(blank);
        assert_eq!((query.metrics(), query.to_string()), (MetricSet::ALL, String::new()));
        query.search.push(blank.to_owned());
        assert_eq!((query.metrics(), query.to_string()), (MetricSet::ALL, String::new()));
    }
    assert!(Filter::new().search("population").metrics().is_empty());
}

#[cfg(not(feature = "search"))]
#[test]
fn words_need_the_feature() {
    let error = error("search=trade");
    assert!(error.to_string().contains("it needs the feature `search`"), "{error}");
}
