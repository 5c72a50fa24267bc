//! Claims held against metrics: a table by hand, and thousands against an oracle that knows the rules in its own way.

use std::collections::BTreeMap;

use yongkang_metrics::{Claim, Comparator, Figure, Metric, StatType, Verdict};

const TRUE: &str = "true";
const FALSE: &str = "false";
const UNDECIDED: &str = "undecided";
const OTHER: &str = "not comparable";
const NO_FIGURE: &str = "no figure";

fn verdict(metric: Metric, claim: &str) -> String {
    let claim = claim.parse::<Claim>().ok();
    claim.map_or(NO_FIGURE.to_owned(), |claim| metric.check(claim).verdict.to_string())
}

#[test]
fn a_table_of_claims() {
    let mut wrong = Vec::new();
    for (metric, claims) in TABLE.iter().chain(WORDS) {
        for (claim, expected) in *claims {
            let found = verdict(*metric, claim);
            if found != *expected {
                wrong.push(format!("{metric}: {claim} is {found}, and no longer {expected}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    let all = TABLE.iter().chain(WORDS).flat_map(|(_, claims)| *claims);
    for (wanted, least) in [(TRUE, 15), (FALSE, 15), (UNDECIDED, 15), (OTHER, 15), (NO_FIGURE, 5)] {
        assert!(all.clone().filter(|(_, verdict)| *verdict == wanted).count() >= least, "{wanted}");
    }
}

#[test]
fn a_judgement_gives_its_reason() {
    for (metric, claim, reason) in [
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "不足3%",
            "false: the report has “同比增长33%”, 32.5 to 33.5%, which is outside of “不足3%”, taken as less than 3%",
        ),
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "增长不足3%",
            "false: the report has “同比增长33%”, 32.5 to 33.5%, which is outside of “增长不足3%”, taken as at least 0, less than 3%",
        ),
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "增长33%",
            "true: the report has “同比增长33%”, 32.5 to 33.5%, and so says “增长33%”",
        ),
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "增长超过32%",
            "true: the report has “同比增长33%”, 32.5 to 33.5%, which is all within “增长超过32%”, taken as more than 32%",
        ),
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "增长33元",
            "not comparable: the report has “同比增长33%”, 32.5 to 33.5%; “增长33元” is in another unit",
        ),
        (
            Metric::MARKET_ENTITIES,
            "超过13万户",
            "undecided: the report has “突破13万户”, at least 130\u{202F}000 market entities, which does not decide “超过13万户”, taken as more than 130\u{202F}000 market entities: the words differ in whether it may be exactly that",
        ),
        (
            Metric::MARKET_ENTITIES,
            "13万户",
            "undecided: the report has “突破13万户”, at least 130\u{202F}000 market entities, which does not decide “13万户”, taken as 125\u{202F}000 to 135\u{202F}000 market entities",
        ),
        (
            Metric::FOREIGN_TRADE_TOTAL,
            "390亿元",
            "false: the report has “387.7亿元人民币”, 38.765 to 38.775 billion yuan, which is outside of “390亿元”, taken as \
             38.95 to 39.05 billion yuan; as a number rounded to the nearest 1 billion yuan it would be true",
        ),
        (
            Metric::TYPHOON_ACCOMMODATION_TIME,
            "半天",
            "undecided: the report has “一天”, 1 day, a target, which does not decide how long it took: “半天”",
        ),
        (
            Metric::LOW_EFFICIENCY_TAX_THRESHOLD,
            "亩均税收5000元以下",
            "false: the report has “亩均税收1万元以下”, at most 10\u{202F}000 yuan per mu, another limit than “亩均税收5000元以下”, \
             taken as at most 5000 yuan per mu",
        ),
    ] {
        let judgement = metric.check(claim.parse::<Claim>().expect(claim));
        let period = metric.display().period().to_string();
        let note = metric.note().map(|note| format!("Note: {note}\n")).unwrap_or_default();
        assert_eq!(judgement.to_string(), format!("{reason}\nPeriod: {period}\n{note}{}", metric.cite()));
        assert!(judgement == judgement.verdict);
        let others = [Verdict::True, Verdict::False, Verdict::Undecided, Verdict::NotComparable("of another kind")];
        let others = others.into_iter().filter(|other| *other != judgement.verdict);
        assert!(others.clone().count() >= 3 && others.into_iter().all(|other| judgement != other));
    }
}

#[test]
fn what_is_not_comparable_says_why() {
    for (metric, claim, reason) in [
        (Metric::FOREIGN_TRADE_TOTAL, "第387位", "a place in an order"),
        (Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK, "24位", "no place in an order: 第 …"),
        (Metric::FOREIGN_TRADE_TOTAL, "387.7亿人", "in another unit"),
        (Metric::FOREIGN_TRADE_TOTAL, "一季度387.7亿元", "of another period"),
        (Metric::TYPHOON_WATER_AND_POWER_RESTORATION_TIME, "连续7天", "a streak"),
        (Metric::JOINT_STOCK_COMPANIES_ADDED, "增至21家", "a level that was reached"),
        (Metric::FOREIGN_TRADE_TOTAL, "增长387.7亿元", "how much it grew"),
        (Metric::BASIC_PENSION_INCREASE, "每人每月30元", "not how much it grew"),
        (
            Metric::FOREIGN_TRADE_GROWTH,
            "环比增长33%",
            "measured against another time, or one that the report does not name",
        ),
    ] {
        let judgement = metric.check(claim.parse::<Claim>().expect(claim));
        assert_eq!(judgement.verdict, Verdict::NotComparable(reason), "{claim}");
        assert!(judgement.to_string().lines().next().is_some_and(|line| line.ends_with(reason)), "{judgement}");
    }
    // A claim may hold anything, and is shown in a line.
    let claim = "3\u{1b}[31m\u{202e}元".parse::<Claim>().expect("a claim");
    let judgement = Metric::FOREIGN_TRADE_TOTAL.check(claim).to_string();
    assert!(!judgement.contains(['\u{1b}', '\u{202e}']) && judgement.contains("\\u{202e}"), "{judgement}");
}

#[test]
fn a_figure_is_its_parts_and_its_text() {
    let read = |text: &str| {
        let figure: Figure = text.parse().expect(text);
        assert_eq!(figure.to_string(), text);
        (figure.value, figure.comparator)
    };
    assert_eq!(read("超过380亿元"), (Some(38_000_000_000_i64.into()), Some(Comparator::Greater)));
    assert_eq!(read("330‰"), (Some(33.into()), None));
    assert_eq!(read("3至5个"), (None, None));
    assert_eq!(read("约40家"), (Some(40.into()), None));
    for (text, words, kind) in [
        ("7538个", ("", "个"), None),
        ("每人每月850元", ("每人每月", "元"), None),
        ("3.5倍", ("", "倍"), Some(StatType::Multiple)),
        ("增长3.5个", ("", "个"), Some(StatType::Change)),
        ("增长3.5倍", ("", "倍"), None),
    ] {
        let figure: Figure = text.parse().expect(text);
        assert_eq!((figure.unit_words(), figure.stat_type()), (words, kind), "{text}");
    }
    for (text, at) in [("几家", 0), ("4约0家", 1), ("40家封顶", 3), ("3个。", 2), ("十万吨级", 3)] {
        let error = text.parse::<Figure>().expect_err(text);
        assert_eq!(error.at, at, "{error}");
        let place = if at == 0 { String::new() } else { format!("character {}: ", at + 1) };
        assert!(error.to_string().starts_with(&format!("{place}\"{text}\" is not a figure: ")), "{error}");
    }
}

/// Names with numerals in them, ordinals, and what is cut out of a sentence, each with a bar before the word at which it is refused.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    // Slogans and programmes.
    "八项|规定", "两个|维护", "四个|意识", "四个|自信", "四个|全面", "两个|确立", "三个|代表", "两个|一百年", "三|严三实", "两|学一做",
    "五位|一体", "三|会一课", "六|稳", "六|保", "三|农", "两|会", "两|山", "|双一流", "一|带一路", "三|大攻坚战", "三|公经费", "一|国两制",
    "一|号文件", "三|改一拆", "五|水共治", "十|四五", "十|三五规划", "三年|行动计划", "|千人计划", "|百日攻坚", "百|强县", "百万|英才",
    "十|大名牌", "最多|跑一次", "一站|式", "一件|事", "一户|一策", "一张|网", "一次|性", "一对|一", "一条|龙", "一|把手", "一|刀切",
    // Holidays, meetings and places.
    "|五四青年节", "|五一劳动节", "|八一建军节", "|三八红旗手", "十一|黄金周", "十九|大", "十九|届五中全会", "一百周年|庆典", "十里|长街",
    "三|江六岸", "五|指岩", "330|国道", "12345|热线",
    // Grades and ordinals.
    "5|A级", "4|A级景区", "5|G基站", "3|D打印", "三|等奖", "五|星级", "一|级公路", "三|甲医院", "10万吨|级", "400亿元|级", "第三|届", "第三|批", "第二|项",
    "第三|产业", "第一|书记", "第一|时间", "第二|课堂", "二|手房", "三|轮车",
    // Of work reports of provinces.
    "两|重", "两|新", "三|北", "三|保", "一|老一小", "五个|中心", "四|下基层", "五|良", "五篇|大文章", "一|卡通", "四|好农村路",
    "五|大任务", "五个|一工程", "一|网通办", "九|小场所", "一|单制", "|八八战略", "三|大差距", "九|珍十八品", "三|改联动", "四个|体系",
    "一|湖两海", "一|盘棋", "四个|一批", "|五五购物节", "两项|补贴", "四|级三类", "三个|全覆盖", "三|免三便利", "两个|健康", "|千项万亿",
    "零|就业家庭", "六|链五群", "二次|创业", "|百日行动", "两件|大事", "二十一|连丰", "四|横六纵", "一|碗水端平", "四|水四定", "两|癌",
    "三|师", "三|重一大", "三|管三必须", "一|校一策", "七|优享", "万|企兴万村", "三部|曲", "三年|行动", "两位|数", "二十|届三中全会",
    "十一|届九次全会", "|北三县", "|G60", "|G60科创走廊", "|PM2.5", "415|X", "1|+N", "16|+16", "8|+4", "5|G+工业互联网", "500|强",
    "2.0|版", "20|号线", "二|期", "第三|轮", "第五|次全国经济普查", "第1|小时", "第一|档", "第一|方阵", "第一|个", "20|世纪",
    "一|刻钟生活圈", "万亿|级", "3000吨|级", "500千|伏",
    // Words and names of places.
    "一|号工程", "四|大家", "四套|班子", "三|公", "十|大行动", "三千多年|文明", "八|方", "千|方百计", "三|思而行", "九|牛一毛",
    "|五四精神", "|九一八事变", "|七一勋章", "|双十一", "|六一儿童节", "三|伏天", "二十四|节气", "七十二家|房客", "|一二三产业",
    "二|维码", "四|川", "三|亚", "三|门峡", "八|达岭", "百|色", "十|堰",
    // Parts of a sentence.
    "3个|。", "3个|,", "3家|；", "40家|封顶", "40家|不等", "3个以上|的", "3个左右|的", "3天|前", "3年|来", "3公里|外", "1小时|车程",
    "30分钟|交通圈", "3|/4", "三分|之一", "5|折", "1|+3", "|数百人", "|几十个", "十|几家", "十|来个", "|上百家",
];

#[test]
fn names_are_no_figures() {
    for marked in NAMES {
        let (before, _) = marked.split_once('|').expect("a bar");
        let error = marked.replace('|', "").parse::<Figure>().expect_err(marked);
        assert_eq!(error.at, before.chars().count(), "{error}");
    }
    let error = "八项规定".parse::<Figure>().expect_err("a name").to_string();
    let why = "`规定`: no word of this grammar; expected nothing behind the unit, or what a metric counts";
    assert_eq!(error, format!("character 3: \"八项规定\" is not a figure: {why}"));
}

const TABLE: &[(Metric, &[(&str, &str)])] = &[
    // 387.7亿元人民币: 38 765 000 000 to 38 775 000 000.
    (
        Metric::FOREIGN_TRADE_TOTAL,
        &[
            ("387.7亿元人民币", TRUE),
            ("387.7亿元", TRUE),
            ("三百八十七点七亿元", TRUE),
            ("388亿元", TRUE),
            ("超过380亿元", TRUE),
            ("近390亿元", TRUE),
            ("380余亿元", TRUE),
            ("387亿多元", TRUE),
            ("380亿元以上", TRUE),
            ("不超过388亿元", TRUE),
            ("不足388亿元", TRUE),
            ("380亿至390亿元", TRUE),
            ("387至388亿元", TRUE),
            // One digit, so that it is rounded to hundreds, and within a twentieth.
            ("4百亿元", TRUE),
            ("400亿元", FALSE),
            ("约390亿元", TRUE),
            ("约387.7亿元", TRUE),
            ("390亿元左右", TRUE),
            ("大约400亿元", TRUE),
            ("380亿元上下", UNDECIDED),
            ("约387亿元", UNDECIDED),
            ("约300亿元", UNDECIDED),
            ("约350亿元", FALSE),
            ("约380至390亿元", TRUE),
            ("约350至360亿元", UNDECIDED),
            ("约300至350亿元", FALSE),
            ("387.8亿元", UNDECIDED),
            ("387.70亿元", UNDECIDED),
            ("38770000000元", UNDECIDED),
            ("超过387.7亿元", UNDECIDED),
            ("不足387.7亿元", UNDECIDED),
            ("近388亿元", TRUE),
            ("近400亿元", TRUE),
            ("380亿元", FALSE),
            ("387.7亿元出口总值", OTHER),
            ("387.7亿元进出口总值", TRUE),
            ("390亿元", FALSE),
            ("387.9亿元", FALSE),
            ("377.8亿元", FALSE),
            ("387.7万元", FALSE),
            ("超过390亿元", FALSE),
            ("不足380亿元", FALSE),
            ("近380亿元", FALSE),
            ("390余亿元", FALSE),
            ("负387.7亿元", FALSE),
            ("387.7亿美元", OTHER),
            ("增长387.7亿元", OTHER),
            ("387.7亿人", OTHER),
            ("387.7%", OTHER),
            ("第387位", OTHER),
        ],
    ),
    // 同比增长33%: 32.5 to 33.5.
    (
        Metric::FOREIGN_TRADE_GROWTH,
        &[
            ("增长33%", TRUE),
            ("33%", TRUE),
            ("增长百分之三十三", TRUE),
            ("330‰", UNDECIDED),
            ("增长超过32%", TRUE),
            ("增长30%以上", TRUE),
            ("增长近34%", UNDECIDED),
            ("增长33.4%", UNDECIDED),
            // Both are right if it is exactly 33.5.
            ("增长34%", UNDECIDED),
            ("增长不足50%", TRUE),
            ("增长超过0%", TRUE),
            ("增长约33%", TRUE),
            ("增长三成左右", UNDECIDED),
            ("增长约20%", FALSE),
            ("下降约33%", FALSE),
            ("约33%企业", OTHER),
            ("增长35%", FALSE),
            ("增长近35%", UNDECIDED),
            ("增长近40%", UNDECIDED),
            ("增长近32%", FALSE),
            ("下降33%", FALSE),
            ("下降不足3%", FALSE),
            ("增长超过33.5%", FALSE),
            ("增长33元", OTHER),
        ],
    ),
    // 3万余人次: more than 30 000, less than 40 000.
    (
        Metric::NUCLEIC_ACID_TESTS,
        &[
            ("3万余人次", TRUE),
            ("三万多人次", TRUE),
            ("超过3万人次", TRUE),
            ("超3万人次", TRUE),
            ("逾3万人次", TRUE),
            ("3万人次以上", TRUE),
            ("不到4万人次", TRUE),
            ("3.5万人次", UNDECIDED),
            ("35000人次", UNDECIDED),
            ("近4万人次", UNDECIDED),
            ("4万人次", UNDECIDED),
            ("超过3.5万人次", UNDECIDED),
            ("近3万人次", FALSE),
            ("30000人次", FALSE),
            ("5万人次", FALSE),
            ("4万余人次", FALSE),
            ("不足3万人次", FALSE),
            ("3万余人", OTHER),
            ("3万余次", OTHER),
        ],
    ),
    // 突破13万户: 130 000 or more.
    (
        Metric::MARKET_ENTITIES,
        &[
            ("市场主体市场主体突破13万户", OTHER),
            ("突破13万户", TRUE),
            ("13万户以上", TRUE),
            ("至少12万户", TRUE),
            ("超过12万户", TRUE),
            ("超过13万户", UNDECIDED),
            ("13万余户", UNDECIDED),
            ("13.2万户", UNDECIDED),
            ("13万户", UNDECIDED),
            ("不足13万户", FALSE),
            ("12万户", FALSE),
            ("近13万户", UNDECIDED),
            ("近12万户", FALSE),
            ("13万余户市场主体", UNDECIDED),
            ("突破13万户市场主体", TRUE),
            ("13万家", OTHER),
            ("约15万户", UNDECIDED),
            ("约11万户", FALSE),
            ("13万户体", OTHER),
        ],
    ),
    // 7538个, exactly.
    (
        Metric::ENTERPRISE_PROBLEMS_SOLVED,
        &[
            ("7538个", TRUE),
            ("7538个问题", TRUE),
            ("7,538个", TRUE),
            ("七千五百三十八个", TRUE),
            ("7500余个", TRUE),
            ("超过7500个", TRUE),
            ("近7600个", UNDECIDED),
            ("0.8万个", UNDECIDED),
            // Nobody rounds 7538 to 1万: a 1 alone is as precise as the next place.
            ("1万个", FALSE),
            ("约1万个", UNDECIDED),
            ("约7500个", TRUE),
            ("7538个左右", TRUE),
            ("8千个", FALSE),
            ("8000个", FALSE),
            ("近7550个", UNDECIDED),
            ("7500个", FALSE),
            ("7583个", FALSE),
            ("7538家", OTHER),
            ("第7538个", OTHER),
            ("7538个企业", OTHER),
        ],
    ),
    // 第24位.
    (
        Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK,
        &[
            ("第24位", TRUE),
            ("第二十四位", TRUE),
            ("第42位", FALSE),
            ("首位", FALSE),
            ("24位", OTHER),
            ("第24名", TRUE),
        ],
    ),
    // 连续10年.
    (
        Metric::GAOKAO_RESULTS_STREAK,
        &[
            ("连续10年", TRUE),
            ("连续十年", TRUE),
            ("连续9年", UNDECIDED),
            ("连续九年半", UNDECIDED),
            ("连续11年", FALSE),
            ("连续十年半", UNDECIDED),
            ("连续10年以上", TRUE),
            ("连续10月", OTHER),
        ],
    ),
    // 一天: a half is no decimal fraction, and says no more than its whole.
    (
        Metric::TYPHOON_ACCOMMODATION_TIME,
        &[
            ("一天", TRUE),
            ("一天以内", TRUE),
            ("半天", UNDECIDED),
            ("一天半", UNDECIDED),
            ("两天", UNDECIDED),
            // A target that was met, and no measured time.
            ("不到1天", UNDECIDED),
            ("一天左右", UNDECIDED),
            ("一周", UNDECIDED),
        ],
    ),
    // A noun is the metric's own, whole.
    (
        Metric::MEDICAL_WORKERS_SENT_TO_HUBEI,
        &[
            ("5名医务人员", TRUE),
            ("5名驰援湖北医务人员", TRUE),
            ("5名", TRUE),
            ("约5名", TRUE),
            ("5名企业", OTHER),
            ("5名湖北医务人员", OTHER),
            ("5名人员", OTHER),
        ],
    ),
    (
        Metric::LOW_EFFICIENCY_ENTERPRISES_CLEARED,
        &[("40家低效企业", TRUE), ("40家企业", TRUE), ("40家效企业", OTHER), ("40家公司", OTHER), ("40家平台", OTHER)],
    ),
    (
        Metric::NATIONAL_LITTLE_GIANT_ENTERPRISES_RECOGNISED,
        &[("2家企业", TRUE), ("2家平台", OTHER), ("2家公司", OTHER)],
    ),
    (Metric::NATIONAL_CIVILISED_VILLAGES_CREATED, &[("1个文明村", TRUE), ("1个村", TRUE), ("1个明村", OTHER)]),
    // What is counted has no tenths: 800.0家 is 800家, and the report has more than 800.
    (
        Metric::ENTERPRISES_NEWLY_ON_CLOUD,
        &[
            ("800余家", TRUE),
            ("800家", FALSE),
            ("800.0家", FALSE),
            ("800.5家", FALSE),
            ("800余家平台", OTHER),
            ("800余家上云企业", TRUE),
        ],
    ),
    (Metric::ENTERPRISE_PROBLEMS_SOLVED, &[("7538.0个", TRUE), ("7538.5个", FALSE)]),
    // 亩均税收1万元以下, a limit.
    (
        Metric::LOW_EFFICIENCY_TAX_THRESHOLD,
        &[
            ("亩均税收1万元以下", TRUE),
            ("亩均税收不超过1万元", TRUE),
            ("亩均税收2万元以下", FALSE),
            ("亩均税收5000元以下", FALSE),
            ("亩均税收1万元以上", FALSE),
            ("亩均税收不足1万元", UNDECIDED),
            ("亩均税收1万元", UNDECIDED),
            ("亩均税收约1万元", UNDECIDED),
            ("1万元以下", OTHER),
        ],
    ),
    // 每人每月增加30元, a rise, and 每人每月850元, a level.
    (
        Metric::BASIC_PENSION_INCREASE,
        &[("每人每月增加30元", TRUE), ("每人每月减少30元", FALSE), ("每人每月30元", OTHER), ("增加30元", OTHER)],
    ),
    (
        Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD,
        &[("每人每月850元", TRUE), ("每人每月800元以上", TRUE), ("每人每月增加850元", OTHER), ("850元", OTHER)],
    ),
];

/// What people write, in words that the table does not have; and what looks like it and says another thing.
const WORDS: &[(Metric, &[(&str, &str)])] = &[
    (
        Metric::FOREIGN_TRADE_TOTAL,
        &[
            ("突破380亿元大关", TRUE),
            ("380亿至390亿元之间", TRUE),
            ("380亿元至390亿元", TRUE),
            ("387.7亿元整", TRUE),
            ("380亿元及以上", TRUE),
            ("达到387.7亿元", TRUE),
            ("高达387.7亿元", TRUE),
            (">=380亿元", TRUE),
            ("接近390亿元", TRUE),
            ("人民币387.7亿元", TRUE),
            ("387.7亿人民币", TRUE),
            ("387.7亿元（人民币）", TRUE),
            ("387.7亿", TRUE),
            ("387亿7000万元", TRUE),
            ("30万多亿元", FALSE),
            ("三十万多亿元", FALSE),
            // The noun and the period are its own.
            ("2020年1至11月，全市实现外贸进出口总值387.7亿元。", TRUE),
            ("1-11月进出口总额达387.7亿元", TRUE),
            ("前11个月永康外贸进出口总额387.7亿元", TRUE),
            ("1月至11月份387.7亿元", TRUE),
            ("387.7亿元的进出口总值", TRUE),
            ("外貿進出口總值387.7億元", TRUE),
            ("外贸进出口总值增至387.7亿元", TRUE),
            ("外贸进出口总值390亿元", FALSE),
            // Another thing, whole or in part.
            ("进口额387.7亿元", OTHER),
            ("出口总值387.7亿元", OTHER),
            ("进387.7亿元出口总值", OTHER),
            ("民营企业进出口总值387.7亿元", OTHER),
            ("其中387.7亿元", OTHER),
            ("义乌市外贸进出口总值387.7亿元", OTHER),
            ("金华市外贸进出口总值387.7亿元", OTHER),
            ("永康开发区外贸进出口总值387.7亿元", OTHER),
            ("进出口总值增长387.7亿元", OTHER),
            // Another period, or one that nobody can tell.
            ("2020年进出口总值387.7亿元", OTHER),
            ("全年387.7亿元", OTHER),
            ("一季度387.7亿元", OTHER),
            ("前三季度进出口总值387.7亿元", OTHER),
            ("11月387.7亿元", OTHER),
            ("2019年1至11月387.7亿元", OTHER),
            ("2019至2020年387.7亿元", OTHER),
            ("十一月387.7亿元", OTHER),
            ("今年1至11月387.7亿元", OTHER),
            ("截至11月387.7亿元", OTHER),
            ("2020年末387.7亿元", OTHER),
            // Words that turn it round.
            ("预计387.7亿元", OTHER),
            ("力争达到387.7亿元", OTHER),
            ("未达387.7亿元", OTHER),
            ("并不超过388亿元", OTHER),
            ("远超380亿元", OTHER),
            ("387.7亿元?", OTHER),
            ("387.7亿元（预计）", OTHER),
            ("增至387.7亿元", OTHER),
            ("38.77亿", FALSE),
            ("总值", NO_FIGURE),
            ("", NO_FIGURE),
            // English.
            ("38.8 billion yuan", TRUE),
            ("RMB 38.8 billion", OTHER),
            ("More than 38 billion yuan.", TRUE),
            ("nearly 39 billion", TRUE),
            ("between 38 and 39 billion yuan", OTHER),
            ("Total value of imports and exports of 38.77 billion yuan", TRUE),
            ("exports of 38.77 billion yuan", OTHER),
            ("US$38.77 billion", OTHER),
            ("38.77 billion yuan in 2020", OTHER),
            ("not 38.77 billion", OTHER),
            ("387.7 billion yuan", FALSE),
            ("0 billion yuan", FALSE),
        ],
    ),
    (
        Metric::FOREIGN_TRADE_GROWTH,
        &[
            ("增长了33%", TRUE),
            ("上涨33%", TRUE),
            ("同比增33%", TRUE),
            ("增幅33%", TRUE),
            ("比上年增长33%", TRUE),
            ("33％", TRUE),
            ("外贸进出口总值同比增长率为33%", TRUE),
            ("1至11月进出口总值同比增长33%", TRUE),
            ("2020年增长33%", OTHER),
            ("比2018年增长33%", OTHER),
            ("环比增长33%", OTHER),
            ("年均增长33%", OTHER),
            ("出口增长33%", OTHER),
            ("不增长33%", OTHER),
            ("增长33个百分点", OTHER),
            ("增长33", OTHER),
            ("翻一番", OTHER),
            ("增至33%", TRUE),
            ("up 33%", TRUE),
            ("up by more than 32 percent", TRUE),
            ("down 33%", FALSE),
            ("up 33 percentage points", OTHER),
            ("exports up 33%", OTHER),
        ],
    ),
    (
        Metric::MARKET_ENTITIES,
        &[
            ("首次突破13万户", TRUE),
            ("突破了13万户", TRUE),
            ("突破13万户大关", TRUE),
            ("13万户之多", UNDECIDED),
            ("市场主体户数突破13万户", TRUE),
            ("市场主体突破13万", TRUE),
            ("2020年突破13万户", TRUE),
            ("永康市市场主体突破13万户", TRUE),
            ("全省市场主体突破13万户", OTHER),
            ("新增市场主体突破13万户", OTHER),
            ("市场主体净增13万户", OTHER),
            ("13万＋户", OTHER),
            ("13万户强", OTHER),
            ("一半", NO_FIGURE),
            ("more than 120,000", TRUE),
            ("more than 130,000", UNDECIDED),
            ("at least 130,000 market entities", TRUE),
            ("more than 130 thousand market entities", UNDECIDED),
            ("more than 120,000 enterprises", OTHER),
            ("fewer than 130,000", FALSE),
        ],
    ),
    (
        Metric::JOINT_STOCK_COMPANIES_ADDED,
        &[
            ("2020年新增21家", TRUE),
            ("21家股份制公司", TRUE),
            ("新增21家股份制公司", TRUE),
            ("我市新增股份制公司21家", TRUE),
            ("全年新增了21家公司", TRUE),
            ("新增20家", FALSE),
            ("新建21家", OTHER),
            ("增21家", OTHER),
            ("净增21家", OTHER),
            ("股份制公司增至21家", OTHER),
            ("从10家增至21家", OTHER),
            ("新增21家企业", OTHER),
            ("新增上云企业21家", OTHER),
            ("拥有股份制公司21家", OTHER),
            ("五年新增21家", OTHER),
            ("近三年新增21家", OTHER),
            ("上半年新增21家", OTHER),
            ("年底21家", OTHER),
            ("21 joint-stock companies", TRUE),
            ("21 companies", OTHER),
            ("21 enterprises", OTHER),
        ],
    ),
    (
        Metric::ONE_MATTER_REFORMS,
        &[
            // The number in its name is none of the claim.
            ("一件事改革10项", TRUE),
            ("“一件事”改革十项", TRUE),
            ("十项", TRUE),
            ("数十项", NO_FIGURE),
            ("改革数十项", NO_FIGURE),
            ("数10项", OTHER),
            ("几十项", OTHER),
            ("十几项", OTHER),
            ("上十项", OTHER),
            ("十项改革试点", OTHER),
        ],
    ),
    (
        Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK,
        &[
            ("县域营商环境居全国第24位", TRUE),
            ("我市营商环境位列全国第24位", TRUE),
            ("营商环境第24", TRUE),
            ("全省第24位", OTHER),
            ("县域营商环境全省第24位", OTHER),
            ("全市第24位", OTHER),
            ("信用指数全国第24位", OTHER),
            ("第一", FALSE),
            ("第24人", OTHER),
            ("24", OTHER),
            ("ranked 24th", TRUE),
        ],
    ),
    (
        Metric::PROVINCIAL_OUTSTANDING_PARTY_MEMBERS,
        &[
            ("1位优秀共产党员", TRUE),
            ("永康获评省优秀共产党员1名", TRUE),
            // A place beside it may be the level of another award.
            ("全市优秀共产党员1人", OTHER),
            ("永康市优秀共产党员1名", OTHER),
            ("国家级优秀共产党员1人", OTHER),
            ("1名金华市优秀共产党员", OTHER),
            ("1名党员干部", OTHER),
        ],
    ),
    (Metric::COST_AND_BURDEN_REDUCTIONS, &[("降本减负18.9亿元", TRUE), ("减负18.9亿元", OTHER), ("降18.9亿元", OTHER)]),
    (
        Metric::FIVE_REDUCTIONS_RELIEF,
        &[("落实“五减”26.7亿元", TRUE), ("五减26.7亿元", TRUE), ("降本减负26.7亿元", OTHER)],
    ),
    (Metric::REFORM_PILOTS_ADDED, &[("新增17项改革试点", TRUE), ("省级改革试点17项", OTHER), ("新增省级17项", OTHER)]),
    (
        Metric::SMART_FACTORY_PROJECTS_COMPLETED,
        &[("建成12个智能工厂（车间）项目", TRUE), ("开工12个智能工厂项目", OTHER)],
    ),
    (Metric::SMALL_MICRO_PARKS_STARTED, &[("新开工小微园12个", TRUE), ("完成小微园12个", OTHER), ("建成12个", OTHER)]),
    (
        Metric::NATIONAL_LITTLE_GIANT_ENTERPRISES_RECOGNISED,
        &[("新认定2家", TRUE), ("两家", TRUE), ("翻一番", OTHER), ("省级专精特新“小巨人”企业2家", OTHER)],
    ),
    (
        Metric::TYPHOON_ACCOMMODATION_TIME,
        &[
            ("24小时", TRUE),
            ("within 24 hours", TRUE),
            ("24 hours", TRUE),
            ("1", OTHER),
            ("24小时以内", TRUE),
            ("一天内", TRUE),
            ("48小时", UNDECIDED),
        ],
    ),
    (Metric::TYPHOON_WATER_AND_POWER_RESTORATION_TIME, &[("7天", TRUE), ("10天", UNDECIDED), ("恢复交通7天", OTHER)]),
    (
        Metric::MEDICAL_WORKERS_SENT_TO_HUBEI,
        &[("5位医务人员", TRUE), ("5 medical workers", TRUE), ("5", TRUE), ("5个", OTHER)],
    ),
    (
        Metric::LOW_EFFICIENCY_ENTERPRISES_CLEARED,
        &[("40家至50家", TRUE), ("40家顶多", OTHER), ("40家光景", OTHER), ("40家封顶", OTHER), ("40家不等", OTHER)],
    ),
    (Metric::JINHUA_EPIDEMIC_ADVANCED_COLLECTIVES, &[("11个先进集体", TRUE), ("11个省先进集体", OTHER)]),
    (
        Metric::ABOVE_SIZE_UPGRADES_STREAK,
        &[("小升规新增数连续3年", TRUE), ("小升规新增数3", OTHER), ("小升规新增数3家", OTHER)],
    ),
    (Metric::DISABLED_PERSONS_HOMES_BUILT, &[("6家“残疾人之家”", TRUE), ("建成6家", TRUE)]),
    (Metric::RELIEF_AND_EMPOWERMENT_MEASURES, &[("10项举措", TRUE), ("十大名牌", OTHER)]),
    (
        Metric::ENTERPRISE_PROBLEMS_SOLVED,
        &[("7500至7600个之间", TRUE), ("7.5 thousand problems", TRUE), ("八项规定", OTHER)],
    ),
    (Metric::ENTERPRISES_NEWLY_ON_CLOUD, &[("超800余家", TRUE), ("上云企业超800家", TRUE)]),
    (Metric::GAOKAO_RESULTS_STREAK, &[("连续10年之久", TRUE), ("连续近10年", UNDECIDED), ("10 years", TRUE)]),
    (
        Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD,
        &[
            ("低保标准每人每月提高到850元", TRUE),
            ("低保标准每人每月提高850元", OTHER),
            ("基础养老金每人每月850元", OTHER),
        ],
    ),
    (
        Metric::BASIC_PENSION_INCREASE,
        &[
            ("基础养老金每人每月增加30元", TRUE),
            ("基础养老金每人每月增加到30元", OTHER),
            ("每人每月比上年增加30元", OTHER),
        ],
    ),
];

/// Claims about `metric` with its own figure, and a thing, a level, a period or a verb that is not its own.
fn wrong_claims(metric: Metric) -> Vec<String> {
    let (title, figure, own) = (metric.title_zh(), metric.obs_text(), metric.counted_zh());
    let mut claims = Vec::new();
    for other in
        Metric::ALL.iter().filter(|other| other.unit() == metric.unit() || other.category() == metric.category())
    {
        let (counted, other_title) = (other.counted_zh(), other.title_zh());
        for noun in counted.iter().filter(|noun| !own.contains(noun)) {
            claims.extend([format!("{noun}{figure}"), format!("{figure}{noun}"), format!("{noun}数{figure}")]);
        }
        // Up to its noun, 数 left out.
        if let Some((front, _)) = counted.first().and_then(|noun| other_title.split_once(noun)) {
            let whole = format!("{front}{}", counted[0]);
            if !title.starts_with(&whole) && !own.contains(&&*whole) {
                claims.extend([format!("{whole}{figure}"), format!("2020年永康市{front}{figure}{}", counted[0])]);
            }
        }
        if !title.starts_with(other_title) {
            claims.push(format!("{other_title}{figure}"));
        }
    }
    for level in ["全国", "国家级", "全省", "省级", "金华市", "市级", "县级", "全市", "永康市"] {
        // Of what no level is told the city may be named, and its own level too.
        let is_place =
            ["全市", "永康市"].contains(&level) && metric.admin_level().is_none_or(|level| level.code() == "county");
        for noun in own.iter().map(|noun| format!("{level}{noun}")).chain([level.to_owned()]) {
            if !is_place && !title.contains(&noun) && !own.contains(&&*noun) {
                claims.push(format!("{noun}{figure}"));
            }
        }
    }
    for (period, iso) in
        [("2019年", "2019"), ("2020年", "2020"), ("一季度", "2020-01/2020-03"), ("1至11月", "2020-01/2020-11")]
    {
        if iso.parse() != Ok(metric.time_period()) {
            claims.extend([format!("{period}{figure}"), format!("{period}{title}{figure}")]);
        }
    }
    for verb in ["新增", "新建", "建成", "引进", "获评", "出清", "拥有", "净增", "减少", "计划", "力争", "预计"]
    {
        if !title.starts_with(verb) {
            claims.push(format!("{verb}{figure}"));
        }
    }
    claims
}

#[test]
fn no_claim_of_another_thing_is_true() {
    let (mut wrong, mut told) = (Vec::new(), 0);
    for metric in Metric::ALL {
        for claim in wrong_claims(*metric) {
            match &*verdict(*metric, &claim) {
                OTHER => told += 1,
                NO_FIGURE => {}
                verdict => wrong.push(format!("{metric}: {claim} is {verdict}")),
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(told > 5_000, "{told}");
}

/// Words of all sorts in any order: whatever they are taken for, it is no panic, and true only of what is made of own words.
#[test]
fn words_in_any_order_are_read_or_refused() {
    #[rustfmt::skip]
    let strange = [
        "预计", "未", "出口", "企业", "，2019年", "，一季度", "以上的", "?", "“", "半", "数", "第", "-", "，其中", "up", "billion",
    ];
    let mut random = fastrand::Rng::with_seed(20);
    let mut counts = BTreeMap::new();
    for _ in 0..4_000 {
        let metric = Metric::ALL[random.usize(..Metric::ALL.len())];
        let mut words = vec![metric.obs_text(), metric.title_zh(), "达到", "3", "万", "%"];
        words.extend(metric.counted_zh());
        random.shuffle(&mut words);
        words.truncate(random.usize(1..4));
        let at = random.usize(..=words.len());
        words.insert(at, strange[random.usize(..strange.len())]);
        let claim = words.concat();
        let found = verdict(metric, &claim);
        let is_turned = ["预计", "未", "2019年", "一季度", "?"].iter().any(|word| claim.contains(word));
        assert!(!is_turned || [OTHER, NO_FIGURE].contains(&&*found), "{metric}: {claim} is {found}");
        *counts.entry(found).or_insert(0) += 1;
    }
    assert!(counts.len() == 5, "{counts:?}");
}

#[test]
fn a_title_with_its_figure_is_true() {
    for metric in Metric::ALL {
        let (title, figure, period) = (metric.title_zh(), metric.obs_text(), metric.time_period());
        let months = if period.to_string().ends_with("11-30") { "1至11月" } else { "全年" };
        let years = if period.start().to_string().starts_with("2020") { months } else { "" };
        assert_eq!(verdict(*metric, &format!("{years}{title}为{figure}")), TRUE, "{metric}");
        for noun in metric.counted_zh() {
            assert_eq!(verdict(*metric, &format!("{years}{noun}{figure}")), TRUE, "{metric}: {noun}");
        }
    }
}

#[test]
fn a_claim_is_its_parts_and_its_text() {
    let claim: Claim = "2020年1至11月，全市外贸进出口总值达387.7亿元。".parse().expect("a claim");
    assert_eq!(claim.period, Some(Metric::FOREIGN_TRADE_TOTAL.time_period()));
    assert_eq!((&*claim.words, claim.figure.to_string()), (",全市外贸进出口总值", "达387.7亿元".to_owned()));
    assert_eq!(claim.to_string(), "2020年1至11月，全市外贸进出口总值达387.7亿元。");
    assert_eq!(Claim::from(&claim.figure).figure, claim.figure);
    for (text, at) in
        [("市场主体", 0), ("企业一百二百家", 4), ("改革数十项", 3), ("新增1.2.3家", 2), (&*"企".repeat(201), 0)]
    {
        let error = text.parse::<Claim>().expect_err(text);
        assert_eq!((error.what, error.at), ("claim", at), "{error}");
    }
}

/// A number of ten-thousandths, and whether it is included; `None` for no end.
type End = Option<(i128, bool)>;

const ONE: i128 = 10_000;

/// What the report gives, written by hand: the metric, how it prints its unit, the ends, and value and words where it has words.
const REPORT: &[(Metric, &str, End, End)] = &[
    (Metric::FOREIGN_TRADE_TOTAL, "元", Some((38_765_000_000 * ONE, true)), Some((38_775_000_000 * ONE, true))),
    (Metric::NUCLEIC_ACID_TESTS, "人次", Some((30_000 * ONE, false)), Some((40_000 * ONE, false))),
    (Metric::MARKET_ENTITIES, "户", Some((130_000 * ONE, true)), None),
    (Metric::ENTERPRISE_PROBLEMS_SOLVED, "个", Some((7_538 * ONE, true)), Some((7_538 * ONE, true))),
    (Metric::FOREIGN_TRADE_GROWTH, "%", Some((325_000, true)), Some((335_000, true))),
    (Metric::ERRANDS_RUN_FOR_RESIDENTS, "次", Some((13_500 * ONE, true)), Some((14_500 * ONE, true))),
    (Metric::CENTRAL_MEDIA_ARTICLES, "篇", Some((100 * ONE, false)), Some((200 * ONE, false))),
];

/// What a figure says, read by the oracle: an interval that is certain, and one of all that it may be taken to say.
struct Said {
    text: String,
    narrow: (End, End),
    wide: (End, End),
}

/// A number with a magnitude and a word, put together by chance, and what that means by the rules in the documentation of `Bounds`.
fn claim(random: &mut fastrand::Rng, near: i128, unit: &str) -> Said {
    let magnitudes: &[(&str, u32)] = if unit == "%" {
        &[("", 0)]
    } else {
        &[("", 0), ("万", 4), ("百万", 6), ("千万", 7), ("亿", 8), ("百亿", 10)]
    };
    let (magnitude, power) = magnitudes[random.usize(..magnitudes.len())];
    let decimals = if power == 0 && unit != "%" { 0 } else { random.u32(..3) };
    // About what the metric has, to so many digits.
    let about = near * random.i128(70..140) / 100;
    let exact = if random.u8(..3) == 0 { near } else { about };
    let digit = 10i128.pow(4 + power - decimals.min(4 + power));
    let keep = 10i128.pow(random.u32(..4)) * digit;
    let number = ((exact + keep / 2) / keep).max(1) * keep;
    let shown = format!("{:.*}", decimals as usize, number as f64 / 10f64.powi(4 + power as i32));
    // What the text says, since floating-point numbers are not exact.
    let units: i128 = shown.replace('.', "").parse().expect("digits");
    let value = units * digit;
    let mut last = digit;
    while value % (last * 10) == 0 {
        last *= 10;
    }
    let is_rounded = power > 0 || decimals > 0 || unit == "%";
    // A single 1 that a magnitude follows stands for less than a step of its own size: a tenth of it.
    let of_one = |at: i128, step: i128| if at == step && power > 0 { step / 10 } else { step };
    let half = if is_rounded { of_one(value, digit) / 2 } else { 0 };
    let about = of_one(value, last) / 2;
    let one = ONE * 10i128.pow(power);
    // What 余 counts: 万 of 3百万余, and 亿 of 3百亿余.
    let counted = ONE * 10i128.pow(power / 4 * 4);
    let (open, closed) = (|at| Some((at, false)), |at| Some((at, true)));
    let same = |text: String, lower: End, upper: End| Said { text, narrow: (lower, upper), wide: (lower, upper) };
    let shown = format!("{shown}{magnitude}");
    match random.u8(..14) {
        0 => same(format!("超过{shown}{unit}"), open(value), None),
        1 => same(format!("突破{shown}{unit}"), closed(value), None),
        2 => same(format!("{shown}{unit}以上"), closed(value), None),
        3 => same(format!("不足{shown}{unit}"), closed(0), open(value)),
        4 => same(format!("不超过{shown}{unit}"), closed(0), closed(value)),
        5 => Said {
            text: format!("近{shown}{unit}"),
            narrow: (open(value - (last / 2).min(value / 20)), open(value)),
            wide: (open(value - last.max(value / 10)), closed(value)),
        },
        // Behind 万 or 亿, 余 is less than one of these, or than one of the last digit other than zero.
        6 if power > 0 && decimals == 0 => Said {
            text: format!("{shown}余{unit}"),
            narrow: (open(value), open(value + counted)),
            wide: (open(value), open(value + last.max(value / 10))),
        },
        6 if power == 0 && decimals == 0 && unit != "%" => Said {
            text: format!("{shown}多{unit}"),
            narrow: (open(value), open(value + last)),
            wide: (open(value), open(value + last.max(value / 10))),
        },
        7 => {
            let to = value + keep;
            let upper = format!("{:.*}", decimals as usize, to as f64 / one as f64);
            Said {
                text: format!("{shown}{}至{upper}{magnitude}{unit}", if unit == "%" { "%" } else { "" }),
                narrow: (closed(value), closed(to)),
                wide: (closed(value - half), closed(to + half)),
            }
        }
        // No rule says how near 约 is: as near as 近, and to both sides.
        word @ (8 | 9) => Said {
            text: if word == 8 { format!("约{shown}{unit}") } else { format!("{shown}{unit}左右") },
            narrow: (closed(value - about.min(value / 20)), closed(value + about.min(value / 20))),
            wide: (closed(value - last.max(value / 10)), closed(value + last.max(value / 10))),
        },
        _ => {
            let near = half.min(value / 20);
            Said {
                text: format!("{shown}{unit}"),
                narrow: (closed(value - near), closed(value + near)),
                wide: (closed(value - half), closed(value + half)),
            }
        }
    }
}

/// Whether the first lower end lets in nothing that the second keeps out.
fn is_within_below(inner: End, outer: End) -> bool {
    match (inner, outer) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some((a, a_in)), Some((b, b_in))) => a > b || a == b && (b_in || !a_in),
    }
}

fn mirrored(end: End) -> End {
    end.map(|(at, included)| (-at, included))
}

/// Whether the upper end of the one lies before the lower end of the other.
fn is_before(upper: End, lower: End) -> bool {
    upper.zip(lower).is_some_and(|((a, a_in), (b, b_in))| a < b || a == b && !(a_in && b_in))
}

#[test]
fn generated_claims_against_an_oracle() {
    let mut random = fastrand::Rng::with_seed(4_102);
    let mut counts = BTreeMap::new();
    for i in 0..20_000 {
        let (metric, unit, lower, upper) = REPORT[i % REPORT.len()];
        let near = lower.map_or(0, |(at, _)| at);
        let claim = claim(&mut random, near, unit);
        let says_the_same = claim.text == metric.obs_text() || format!("增长{}", claim.text) == metric.obs_text();
        let is_true =
            is_within_below(lower, claim.narrow.0) && is_within_below(mirrored(upper), mirrored(claim.narrow.1));
        let is_false = is_before(upper, claim.wide.0) || is_before(claim.wide.1, lower);
        let expected = match (is_true || says_the_same, is_false) {
            (true, false) => TRUE,
            (false, true) => FALSE,
            _ => UNDECIDED,
        };
        assert_eq!(verdict(metric, &claim.text), expected, "{metric}: {}", claim.text);
        *counts.entry(expected).or_insert(0) += 1;
    }
    assert!(counts.len() == 3 && counts.values().all(|count| *count > 1_000), "{counts:?}");
}

#[test]
fn every_metric_is_as_it_is_printed() {
    for metric in yongkang_metrics::MetricSet::ALL {
        let judgement_of = |text: &str| verdict(metric, text);
        assert_eq!(judgement_of(metric.obs_text()), TRUE, "{metric}");
    }
}

/// What the crate shows, typed in: with commas, as no keyboard has the space that groups digits.
#[test]
fn every_metric_is_as_it_is_shown() {
    let shown = |metric: Metric| metric.display().to_string().replace('\u{202f}', ",");
    let told = |metric| format!("{metric}: {} is {}", shown(metric), verdict(metric, &shown(metric)));
    let wrong = Metric::ALL.iter().filter(|metric| verdict(**metric, &shown(**metric)) != TRUE);
    // Of 1.4万 nobody can type the precision without a word, nor a rise without 'up'.
    let known = [
        "errands-run-for-residents: 14,000 errands is undecided",
        "basic-pension-increase: 30 yuan per person per month is not comparable",
    ];
    assert_eq!(wrong.map(|metric| told(*metric)).collect::<Vec<_>>(), known);
}

#[test]
fn an_error_is_a_short_line_whatever_the_text() {
    for text in
        ["3\n个", "3\u{202E}个", "26.\0", &"9".repeat(1 << 20), &"万".repeat(1 << 20), &"3个\u{7}".repeat(1 << 20)]
    {
        let error = text.parse::<Figure>().expect_err("no figure").to_string();
        assert!(
            error.chars().count() < 1_000 && !error.contains(|c: char| c.is_control() || c == '\u{202E}'),
            "{error}"
        );
        let error =
            text.parse::<Claim>().map_or_else(|error| error.to_string(), |claim| format!("{:?}", claim.figure.value));
        assert!(
            error.chars().count() < 1_000 && !error.contains(|c: char| c.is_control() || c == '\u{202E}'),
            "{error}"
        );
    }
    let error = "3个\"4\n0家".parse::<Figure>().expect_err("no figure").to_string();
    assert!(error.starts_with(r#"character 3: "3个\"4\n0家" is not a figure: `"`"#), "{error}");
}
