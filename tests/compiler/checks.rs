//! Every check of the tables: one deliberately broken table each, and its message.

use crate::compiler;

const METRICS: &str = "\
id|title|title_zh|category|section|source_start|obs_text|obs_value|comparator|unit|stat_type|time_period|admin_level|of_metric|note
trade|Trade|贸易总值|foreign-trade|1|10|387.7亿元|38770000000||yuan|flow|2020-01-01/2020-11-30|||
growth|Growth of trade|贸易增长率|foreign-trade|1|30|同比增长33%|33||percent|growth-rate|2020-01-01/2020-11-30||trade|
place|Place of the city|城市位次|competitiveness|2|50|第24位|24||rank|rank|2020-01-01/2020-12-31|national||
years|Years in that place|连续年数|competitiveness|2|60|连续3年|3||year|streak|2018-01-01/2020-12-31|national|place|
limit|Limit of tax|税收标准|industry|2|70|亩均税收1万元以下|10000|<=|yuan-per-mu|threshold|2020-01-01/2020-12-31||closed|
closed|Firms closed|出清企业数|industry|2|90|40家|40||enterprise|flow|2020-01-01/2020-12-31|||
halls|Halls|礼堂数|culture-and-tourism|3|95|各1个|1||cultural-hall|flow|2020-01-01/2020-12-31|||
areas|Areas|景区数|culture-and-tourism|3|95|各1个|1||scenic-area|flow|2020-01-01/2020-12-31|||
pension|Rise of the pension|养老金增加额|livelihood|3|100|每人每月增加30元|30||yuan-per-person-month|change|2020-01-01/2020-12-31|||A rise.
";

const EXCLUSIONS: &str = "\
section|source_start|text|reason
0|0|2020|date
1|4|1|date
1|6|一|idiom
1|7|11|date
3|120|三|place-name
";

/// What the compiler says of these tables, in which `|` stands for a tab.
fn faults(metrics: &str, exclusions: &str) -> Vec<String> {
    let tab = |table: &str| table.replace('|', "\t");
    match compiler::check(tab(metrics).as_bytes(), tab(exclusions).as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// Replaces `from`, which stands once in the table of metrics, and asserts the faults.
#[track_caller]
fn broken(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(METRICS.matches(from).count(), 1, "`{from}` must stand once");
    assert_eq!(faults(&METRICS.replace(from, to), EXCLUSIONS), expected);
}

#[track_caller]
fn broken_exclusion(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(EXCLUSIONS.matches(from).count(), 1, "`{from}` must stand once");
    assert_eq!(faults(METRICS, &EXCLUSIONS.replace(from, to)), expected);
}

#[test]
fn the_table_is_right_before_it_is_broken() {
    assert_eq!(faults(METRICS, EXCLUSIONS), [""; 0]);
}

mod double_entry {
    use super::*;

    #[test]
    fn value() {
        broken(
            "|38770000000|",
            "|3877000000|",
            &["data/metrics.tsv:2:45: obs_value 3877000000; expected 38770000000, which `387.7亿元` says"],
        );
        broken("|24||rank", "|25||rank", &["data/metrics.tsv:4:56: obs_value 25; expected 24, which `第24位` says"]);
    }

    #[test]
    fn comparator() {
        broken(
            "|<=|",
            "|>=|",
            &["data/metrics.tsv:6:55: comparator `>=`; expected `<=`, which `亩均税收1万元以下` says"],
        );
        broken("|40||", "|40|>|", &["data/metrics.tsv:7:48: comparator `>`; expected empty, which `40家` says"]);
    }

    #[test]
    fn unit() {
        broken(
            "||yuan|flow",
            "||person|flow",
            &["data/metrics.tsv:2:58: unit `person` is not printed as `…元`; expected `yuan`"],
        );
        broken(
            "|40家|",
            "|40艘|",
            &[
                "data/metrics.tsv:7:49: unit `enterprise` is not printed as `…艘`; expected a unit with these words, and there is none: add them to it in src/units.rs",
            ],
        );
    }

    #[test]
    fn printed_figure() {
        broken(
            "|40家|",
            "|约40家|",
            &["data/metrics.tsv:7:41: obs_text `约40家`: a word that no rule gives bounds for; expected a number"],
        );
        broken(
            "|38770000000|",
            "|3.877e10|",
            &[
                "data/metrics.tsv:2:45: obs_value `3.877e10` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
        broken(
            "|38770000000|",
            "|38,770,000,000|",
            &[
                "data/metrics.tsv:2:45: obs_value `38,770,000,000` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
        broken(
            "|40||",
            "|040||",
            &[
                "data/metrics.tsv:7:45: obs_value `040` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
        broken(
            "|40||",
            "|40.0||",
            &[
                "data/metrics.tsv:7:45: obs_value `40.0` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
        broken(
            "|40||",
            "|||",
            &[
                "data/metrics.tsv:7:45: obs_value `` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
    }
}

mod codes {
    use super::*;

    #[test]
    fn unknown() {
        broken(
            "|foreign-trade|1|10|",
            "|foriegn-trade|1|10|",
            &[
                "data/metrics.tsv:2:18: no category is called \"foriegn-trade\"; did you mean `foreign-trade`? Valid: `foreign-trade`, `industry`, `innovation`, `talent`, `enterprises`, `enterprise-support`, `epidemic-response`, `disaster-relief`, `reform`, `recognition`, `competitiveness`, `culture-and-tourism`, `urban-and-rural-development`, `livelihood`, `governance`",
            ],
        );
        broken(
            "|yuan|",
            "|Yuan|",
            &[
                "data/metrics.tsv:2:58: no unit is called \"Yuan\"; did you mean `yuan` or `yuan-per-mu` or `yuan-per-person-month`? Valid: `yuan`, `yuan-per-mu`, `yuan-per-person-month`, `person`, `person-time`, `occurrence`, `problem`, `enterprise`, `market-entity`, `party-organisation`, `project`, `work`, `policy-measure`, `special-action`, `policy-article`, `reform-pilot`, `reform`, `news-article`, `park`, `village`, `town`, `cultural-hall`, `scenic-area`, `care-facility`, `rank`, `percent`, `year`, `month`, `week`, `day`",
            ],
        );
        broken(
            "|growth-rate|",
            "|growth|",
            &[
                "data/metrics.tsv:3:69: no stat type is called \"growth\"; did you mean `growth-rate`? Valid: `level`, `flow`, `change`, `growth-rate`, `rank`, `threshold`, `duration`, `streak`",
            ],
        );
        broken(
            "|rank|2020-01-01/2020-12-31|national|",
            "|rank|2020-01-01/2020-12-31|state|",
            &[
                "data/metrics.tsv:4:92: no admin level is called \"state\"; valid: `national`, `provincial`, `prefectural`, `county`",
            ],
        );
        broken(
            "|<=|",
            "|≤|",
            &[
                "data/metrics.tsv:6:55: no comparator is called \"≤\"; valid: `<`, `<=`, `>=`, `>`",
                "data/metrics.tsv:6:55: comparator `≤`; expected `<=`, which `亩均税收1万元以下` says",
            ],
        );
        broken_exclusion(
            "|idiom",
            "|idioms",
            &[
                "data/exclusions.tsv:4:7: no exclusion reason is called \"idioms\"; did you mean `idiom`? Valid: `programme-name`, `plan-name`, `date`, `event-ordinal`, `place-name`, `organisation-name`, `first-of-its-kind`, `rating-grade`, `idiom`, `indefinite`, `word-internal`",
            ],
        );
    }
}

mod ids_and_titles {
    use super::*;

    #[test]
    fn id_form() {
        broken(
            "trade|Trade",
            "Trade|Trade",
            &[
                "data/metrics.tsv:2:1: id `Trade` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
                "data/metrics.tsv:3:104: of_metric `trade` is no id; expected the id of a row, maybe `Trade`",
            ],
        );
        broken(
            "halls|Halls",
            "new--halls|Halls",
            &[
                "data/metrics.tsv:8:1: id `new--halls` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
            ],
        );
        broken(
            "halls|Halls",
            "3a-halls|Halls",
            &[
                "data/metrics.tsv:8:1: id `3a-halls` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
            ],
        );
        broken(
            "halls|Halls",
            "|Halls",
            &[
                "data/metrics.tsv:8:1: id `` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
            ],
        );
    }

    #[test]
    fn duplicate_id() {
        broken(
            "areas|Areas",
            "halls|Areas",
            &["data/metrics.tsv:9:1: id `halls` is that of line 8 too; expected one of its own"],
        );
    }

    #[test]
    fn titles() {
        broken(
            "|Trade|贸易总值|",
            "||贸易总值|",
            &["data/metrics.tsv:2:7: title ``; expected the indicator's name in English"],
        );
        broken(
            "|Trade|贸易总值|",
            "|Trade||",
            &["data/metrics.tsv:2:13: title_zh ``; expected the indicator's name in Chinese"],
        );
        broken(
            "|Trade|贸易总值|",
            "|贸易总值|Trade|",
            &[
                "data/metrics.tsv:2:7: title `贸易总值`; expected the indicator's name in English",
                "data/metrics.tsv:2:12: title_zh `Trade`; expected the indicator's name in Chinese",
            ],
        );
        broken(
            "|Areas|",
            "|Halls|",
            &["data/metrics.tsv:9:7: title `Halls` is that of line 8 too; expected one of its own"],
        );
        broken(
            "|景区数|",
            "|礼堂数|",
            &[
                "data/metrics.tsv:9:13: title_zh `礼堂数` of a metric in `scenic-area`; expected it to end with what is counted: …景区数",
                "data/metrics.tsv:9:13: title `礼堂数` is that of line 8 too; expected one of its own",
            ],
        );
    }
}

mod periods {
    use super::*;

    #[test]
    fn form() {
        for period in [
            "2020",
            "2020-01-01",
            "2020-01-01/2020-13-31",
            "2020-01-01/2021-02-29",
            "2020-1-1/2020-12-31",
            "2020-01-01/2020-12-31/",
            "2020-01-01--2020-12-31",
        ] {
            let fault = format!(
                "data/metrics.tsv:2:68: time_period `{period}`; expected two days of the calendar, as in 2020-01-01/2020-12-31"
            );
            broken("|flow|2020-01-01/2020-11-30|", &format!("|flow|{period}|"), &[&fault]);
        }
    }

    #[test]
    fn reversed() {
        broken(
            "|flow|2020-01-01/2020-11-30|",
            "|flow|2020-11-30/2020-01-01|",
            &[
                "data/metrics.tsv:2:68: time_period `2020-11-30/2020-01-01` ends before it starts; expected the earlier day first",
            ],
        );
    }

    #[test]
    fn months_that_the_report_does_not_print() {
        broken(
            "|3|100|每人每月增加30元|30||yuan-per-person-month|change|2020-01-01/2020-12-31|",
            "|3|100|每人每月增加30元|30||yuan-per-person-month|change|2020-01-01/2020-11-30|",
            &[
                "data/metrics.tsv:10:96: time_period `2020-01-01/2020-11-30` of a change; expected the year 2020, or those months of it that the report prints before the figure and that are exclusions of reason `date`",
            ],
        );
        broken(
            "|3|100|每人每月增加30元|30||yuan-per-person-month|change|2020-01-01/2020-12-31|",
            "|3|100|每人每月增加30元|30||yuan-per-person-month|change|2019-01-01/2019-12-31|",
            &[
                "data/metrics.tsv:10:96: time_period `2019-01-01/2019-12-31` of a change; expected the year 2020, or those months of it that the report prints before the figure and that are exclusions of reason `date`",
            ],
        );
    }

    #[test]
    fn streak_of_other_years() {
        broken(
            "|2018-01-01/2020-12-31|",
            "|2019-01-01/2020-12-31|",
            &[
                "data/metrics.tsv:5:73: time_period `2019-01-01/2020-12-31` of a streak; expected the 3 whole years that end with 2020",
            ],
        );
        broken(
            "|2018-01-01/2020-12-31|",
            "|2018-01-02/2020-12-31|",
            &[
                "data/metrics.tsv:5:73: time_period `2018-01-02/2020-12-31` of a streak; expected the 3 whole years that end with 2020",
            ],
        );
    }
}

mod nouns {
    use super::*;

    #[test]
    fn measure_word_of_another_unit() {
        broken(
            "|40||enterprise|",
            "|40||care-facility|",
            &[
                "data/metrics.tsv:7:21: title_zh `出清企业数` of a metric in `care-facility`; expected it to end with what is counted: …之家”数",
            ],
        );
    }
}

mod kinds {
    use super::*;

    #[test]
    fn rank_without_level() {
        broken(
            "|rank|2020-01-01/2020-12-31|national|",
            "|rank|2020-01-01/2020-12-31||",
            &["data/metrics.tsv:4:92: a rank without admin_level; expected the level that was ranked"],
        );
    }

    #[test]
    fn rank_in_another_unit() {
        broken(
            "|24||rank|rank|",
            "|24||person|rank|",
            &[
                "data/metrics.tsv:4:60: unit `person` is not printed as `…位`; expected `rank`",
                "data/metrics.tsv:4:60: unit `person` with stat_type `rank`; expected unit `rank`",
            ],
        );
        broken(
            "|24||rank|rank|",
            "|24||rank|level|",
            &[
                "data/metrics.tsv:4:60: unit `rank` with stat_type `level`; expected stat_type `rank`, `duration` or `streak`, or another unit",
                "data/metrics.tsv:4:65: stat_type `level` of `第24位`; expected `rank`, as it has 第 or 首",
            ],
        );
    }

    #[test]
    fn rank_of_zero() {
        broken(
            "|第24位|24|",
            "|第0位|0|",
            &["data/metrics.tsv:4:55: obs_value 0 of a rank; expected 1 or a larger whole number"],
        );
    }

    #[test]
    fn count_of_a_part() {
        broken(
            "|40家|40|",
            "|40.5家|40.5|",
            &["data/metrics.tsv:7:47: obs_value 40.5 of a count; expected a whole number, not negative"],
        );
    }

    #[test]
    fn growth_rate_that_is_no_percentage() {
        broken(
            "|percent|growth-rate|",
            "|person|growth-rate|",
            &[
                "data/metrics.tsv:3:61: unit `person` is not printed as `…%`; expected `percent`",
                "data/metrics.tsv:3:61: unit `person` with stat_type `growth-rate`; expected unit `percent`",
            ],
        );
    }

    #[test]
    fn growth_without_direction() {
        broken(
            "|同比增长33%|",
            "|33%|",
            &[
                "data/metrics.tsv:3:49: obs_text `33%` with stat_type `growth-rate`; expected 增长, 下降 or the like in it",
            ],
        );
        broken(
            "|percent|growth-rate|",
            "|percent|level|",
            &[
                "data/metrics.tsv:3:69: stat_type `level` of `同比增长33%`; expected `change` or `growth-rate`, as it has 增长, 下降 or the like",
                "data/metrics.tsv:3:98: of_metric `trade` of a level, which qualifies no other metric; expected it empty",
            ],
        );
    }

    #[test]
    fn streak_without_its_word() {
        broken(
            "|连续3年|",
            "|3年|",
            &["data/metrics.tsv:5:53: obs_text `3年` with stat_type `streak`; expected 连续 in it"],
        );
        broken(
            "|year|streak|",
            "|year|duration|",
            &[
                "data/metrics.tsv:5:66: stat_type `duration` of `连续3年`; expected `streak`, as it has 连续",
                "data/metrics.tsv:5:75: time_period `2018-01-01/2020-12-31` of a duration; expected the year 2020, or those months of it that the report prints before the figure and that are exclusions of reason `date`",
                "data/metrics.tsv:5:106: of_metric `place` of a duration, which qualifies no other metric; expected it empty",
            ],
        );
    }

    #[test]
    fn duration_in_no_unit_of_time() {
        broken(
            "|enterprise|flow|",
            "|enterprise|duration|",
            &[
                "data/metrics.tsv:6:103: of_metric `closed` makes no sense for a threshold; expected a level or a flow",
                "data/metrics.tsv:7:49: unit `enterprise` with stat_type `duration`; expected a unit of time",
            ],
        );
    }

    #[test]
    fn threshold_without_a_side() {
        broken(
            "|亩均税收1万元以下|10000|<=|",
            "|亩均税收1万元|10000||",
            &["data/metrics.tsv:6:53: a threshold without comparator; expected the side of it that counts"],
        );
    }
}

mod links {
    use super::*;

    #[test]
    fn dangling() {
        broken(
            "||trade|",
            "||trad|",
            &["data/metrics.tsv:3:104: of_metric `trad` is no id; expected the id of a row, maybe `trade`"],
        );
    }

    #[test]
    fn missing() {
        broken(
            "||trade|",
            "|||",
            &["data/metrics.tsv:3:104: a growth-rate of nothing; expected the id of the metric that it qualifies"],
        );
        broken(
            "||closed|",
            "|||",
            &["data/metrics.tsv:6:103: a threshold of nothing; expected the id of the metric that it qualifies"],
        );
    }

    #[test]
    fn of_what_is_qualified_by_nothing() {
        broken(
            "|40||enterprise|flow|2020-01-01/2020-12-31|||",
            "|40||enterprise|flow|2020-01-01/2020-12-31||trade|",
            &["data/metrics.tsv:7:88: of_metric `trade` of a flow, which qualifies no other metric; expected it empty"],
        );
    }

    #[test]
    fn senseless() {
        broken(
            "||trade|",
            "||place|",
            &["data/metrics.tsv:3:104: of_metric `place` makes no sense for a growth-rate; expected a level or a flow"],
        );
        broken(
            "||trade|",
            "||growth|",
            &[
                "data/metrics.tsv:3:104: of_metric `growth` makes no sense for a growth-rate; expected a level or a flow",
            ],
        );
        broken(
            "||trade|",
            "||closed|",
            &[
                "data/metrics.tsv:3:104: of_metric `closed` makes no sense for a growth-rate; expected a metric of the same period",
            ],
        );
        broken(
            "||closed|",
            "||place|",
            &["data/metrics.tsv:6:103: of_metric `place` makes no sense for a threshold; expected a level or a flow"],
        );
        broken(
            "|national|place|",
            "|national|growth|",
            &[
                "data/metrics.tsv:5:104: of_metric `growth` makes no sense for a streak; expected a level, a flow or a rank",
            ],
        );
        broken(
            "|change|2020-01-01/2020-12-31|||A rise.",
            "|change|2020-01-01/2020-12-31||trade|A rise.",
            &["data/metrics.tsv:10:119: of_metric `trade` makes no sense for a change; expected a level"],
        );
    }

    #[test]
    fn streak_that_ended_before_the_rank() {
        broken(
            "|2018-01-01/2020-12-31|",
            "|2017-01-01/2019-12-31|",
            &[
                "data/metrics.tsv:5:73: time_period `2017-01-01/2019-12-31` of a streak; expected the 3 whole years that end with 2020",
                "data/metrics.tsv:5:104: of_metric `place` makes no sense for a streak; expected a metric of a period within the streak",
            ],
        );
    }
}

mod positions {
    use super::*;

    #[test]
    fn form() {
        broken(
            "|1|10|",
            "|10|10|",
            &["data/metrics.tsv:2:32: `10` is not the number of a section; expected a whole number from 0 to 9"],
        );
        broken(
            "|1|10|",
            "|1|ten|",
            &[
                "data/metrics.tsv:2:34: `ten` is not an offset in characters; expected a whole number from 0 to 99999999",
            ],
        );
        broken(
            "|1|10|",
            "|1|-10|",
            &[
                "data/metrics.tsv:2:34: `-10` is not an offset in characters; expected a whole number from 0 to 99999999",
            ],
        );
        broken(
            "|1|10|",
            "|1|010|",
            &[
                "data/metrics.tsv:2:34: `010` is not an offset in characters; expected a whole number from 0 to 99999999",
            ],
        );
        broken(
            "|1|10|",
            "|1|99999999999|",
            &[
                "data/metrics.tsv:2:34: `99999999999` is not an offset in characters; expected a whole number from 0 to 99999999",
            ],
        );
    }

    #[test]
    fn out_of_report_order() {
        broken(
            "|1|10|",
            "|1|40|",
            &["data/metrics.tsv:3:46: source_start 30 after 40 on an earlier line; expected rows in report order"],
        );
        broken_exclusion(
            "|6|",
            "|0|",
            &[
                "data/exclusions.tsv:4:3: source_start 0 after 4 on an earlier line; expected rows in report order",
                "data/exclusions.tsv:4:3: `一` at 0 overlaps `2020` at 0, which data/exclusions.tsv:2 has; expected spans apart",
            ],
        );
    }

    #[test]
    fn overlap() {
        broken(
            "|1|30|",
            "|1|14|",
            &[
                "data/metrics.tsv:3:46: `同比增长33%` at 14 overlaps `387.7亿元` at 10, which data/metrics.tsv:2 has; expected spans apart",
            ],
        );
        broken(
            "areas|Areas|景区数|culture-and-tourism|3|95|各1个|1|",
            "areas|Areas|景区数|culture-and-tourism|3|95|各2个|2|",
            &[
                "data/metrics.tsv:9:39: `各2个` at 95 overlaps `各1个` at 95, which data/metrics.tsv:8 has; expected spans apart",
            ],
        );
        broken_exclusion(
            "1|6|",
            "1|12|",
            &[
                "data/exclusions.tsv:4:3: `一` at 12 overlaps `387.7亿元` at 10, which data/metrics.tsv:2 has; expected spans apart",
                "data/exclusions.tsv:5:3: source_start 7 after 12 on an earlier line; expected rows in report order",
            ],
        );
    }

    #[test]
    fn sections_out_of_order() {
        broken(
            "|1|30|",
            "|3|30|",
            &[
                "data/metrics.tsv:3:81: time_period `2020-01-01/2020-11-30` of a growth-rate; expected the year 2020, or those months of it that the report prints before the figure and that are exclusions of reason `date`",
                "data/metrics.tsv:4:48: section 2 at 50 comes after section 3 at 30, which data/metrics.tsv:3 has; expected sections in their order",
            ],
        );
        broken_exclusion(
            "3|120|",
            "2|120|",
            &[
                "data/exclusions.tsv:6:3: section 2 at 120 comes after section 3 at 100, which data/metrics.tsv:10 has; expected sections in their order",
            ],
        );
    }

    #[test]
    fn exclusion_that_is_no_numeral() {
        broken_exclusion(
            "|2020|",
            "|2020年|",
            &[
                "data/exclusions.tsv:2:5: `2020年` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters",
                "data/exclusions.tsv:3:3: `1` at 4 overlaps `2020年` at 0, which data/exclusions.tsv:2 has; expected spans apart",
            ],
        );
        broken_exclusion(
            "|三|",
            "||",
            &[
                "data/exclusions.tsv:6:7: `` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters",
            ],
        );
        broken_exclusion(
            "|三|",
            "|3三|",
            &[
                "data/exclusions.tsv:6:7: `3三` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters",
            ],
        );
    }
}

mod cells {
    use super::*;

    #[test]
    fn field_count() {
        broken("|A rise.", "", &["data/metrics.tsv:10:1: 14 fields; expected 15, with a tab between each two"]);
        broken(
            "|A rise.",
            "|A rise.|",
            &["data/metrics.tsv:10:1: 16 fields; expected 15, with a tab between each two"],
        );
        broken_exclusion("|idiom", "", &["data/exclusions.tsv:4:1: 3 fields; expected 4, with a tab between each two"]);
        broken_exclusion(
            "1|6|一|idiom\n",
            "\n",
            &["data/exclusions.tsv:4:1: an empty line; expected a row, or the end of the file"],
        );
    }

    #[test]
    fn header() {
        broken(
            "|obs_value|comparator|",
            "|comparator|obs_value|",
            &[
                "data/metrics.tsv:1:1: not the header; expected the tab-separated columns id title title_zh category section source_start obs_text obs_value comparator unit stat_type time_period admin_level of_metric note",
            ],
        );
        broken_exclusion(
            "section|",
            "chapter|",
            &[
                "data/exclusions.tsv:1:1: not the header; expected the tab-separated columns section source_start text reason",
            ],
        );
    }

    #[test]
    fn formulas() {
        for text in ["=1+1", "+1", "-A1", "@SUM(A1)"] {
            let fault = format!(
                "data/metrics.tsv:10:120: `{text}` would run as a formula in a spreadsheet; expected it to start otherwise"
            );
            broken("A rise.", text, &[&fault]);
        }
    }

    #[test]
    fn missing_value_words() {
        for text in ["NA", "null", "NaN"] {
            let fault = format!(
                "data/metrics.tsv:10:120: `{text}`, which programs read as missing; expected an empty field or a value"
            );
            broken("A rise.", text, &[&fault]);
        }
    }

    #[test]
    fn characters_that_are_not_seen_or_are_misread() {
        for (c, what) in [
            ('\u{200B}', "an invisible or direction-changing character"),
            ('\u{202E}', "an invisible or direction-changing character"),
            ('\u{2067}', "an invisible or direction-changing character"),
            ('\u{FEFF}', "an invisible or direction-changing character"),
            ('\u{FE0F}', "an invisible or direction-changing character"),
            ('\u{A0}', "a space that is not U+0020"),
            ('\u{3000}', "a space that is not U+0020"),
            ('\u{7}', "a control character"),
            ('\r', "a control character"),
            ('\u{FF11}', "a full-width form"),
            ('\u{FF0C}', "a full-width form"),
            ('"', "a quotation mark that table readers take for quoting"),
            ('\u{FFFD}', "a replacement character, so text was lost before"),
            ('\u{E000}', "a private-use character"),
        ] {
            let code = u32::from(c);
            let fault = format!("data/metrics.tsv:10:121: U+{code:04X}, {what}; expected plain text");
            broken("A rise.", &format!("A{c} rise."), &[&fault]);
        }
        broken("A rise.", " A rise.", &["data/metrics.tsv:10:120: ` A rise.` has a space at its edge; expected none"]);
    }

    #[test]
    fn numbers_that_are_not_ascii() {
        broken(
            "|40||",
            "|٤٠||",
            &[
                "data/metrics.tsv:7:45: obs_value `٤٠` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros",
            ],
        );
        broken(
            "|1|10|",
            "|1|١٠|",
            &["data/metrics.tsv:2:34: `١٠` is not an offset in characters; expected a whole number from 0 to 99999999"],
        );
    }
}

mod files {
    use super::*;
    use crate::compiler;

    fn bytes(metrics: &[u8]) -> Vec<String> {
        let exclusions = EXCLUSIONS.replace('|', "\t");
        match compiler::check(metrics, exclusions.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn cut_off() {
        let metrics = METRICS.replace('|', "\t");
        let cut = &metrics.as_bytes()[..metrics.len() - 1];
        assert_eq!(
            bytes(cut),
            ["data/metrics.tsv:10:1: the last line does not end; expected a line break, so the file may be cut off"]
        );
    }

    #[test]
    fn empty() {
        assert_eq!(
            bytes(b""),
            ["data/metrics.tsv:1:1: the last line does not end; expected a line break, so the file may be cut off"]
        );
        let header = METRICS.lines().next().unwrap_or_default().replace('|', "\t") + "\n";
        assert_eq!(bytes(header.as_bytes()), ["data/metrics.tsv:2:1: no rows; expected at least one metric"]);
    }

    #[test]
    fn not_utf_8() {
        let mut metrics = METRICS.replace('|', "\t").into_bytes();
        let at = metrics.len() - 4;
        metrics[at] = 0xFF;
        assert_eq!(
            bytes(&metrics),
            ["data/metrics.tsv:10:124: a byte that is not UTF-8; expected the file to be saved as UTF-8"]
        );
    }

    #[test]
    fn values_too_large_to_store_at_one_scale() {
        let metrics = METRICS.replace("|每人每月增加30元|30|", "|每人每月增加0.000000005元|0.000000005|");
        assert_eq!(
            faults(&metrics, EXCLUSIONS),
            [
                "data/metrics.tsv:2:45: obs_value 38770000000 does not fit in 64 bits with 9 digits after the point, which another row needs; expected smaller values or fewer digits"
            ]
        );
    }
}

#[test]
fn all_faults_of_both_tables_are_found_in_one_run() {
    let metrics = METRICS
        .replace("|40||", "|41||")
        .replace("|24||rank", "|23||rank")
        .replace("national|place", "national|plaice");
    let exclusions = EXCLUSIONS.replace("|idiom", "|idioms").replace("|三|", "|3三|");
    let lines: Vec<String> = faults(&metrics, &exclusions)
        .iter()
        .map(|fault| fault.split(": ").next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "data/metrics.tsv:4:56",
            "data/metrics.tsv:5:104",
            "data/metrics.tsv:7:45",
            "data/exclusions.tsv:4:7",
            "data/exclusions.tsv:6:7",
        ]
    );
}
