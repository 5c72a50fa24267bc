//! The closed world of words about a figure: what may stand before its number, behind its unit, and beside it. Whatever else stands
//! there is refused, as no list of what may not is ever complete.

use super::precision::Qualifier;
use crate::vocabulary::ObsStatus;

/// What a word before the number means.
#[derive(Clone, Copy)]
pub enum Lead {
    Ordinal,
    Streak,
    Each,
    /// An average, which is rounded whatever it counts.
    Average,
    /// What a rise or a rate is measured against; the rise itself is the next word.
    Against(Base),
    Up,
    Down,
    /// Behind a rise or a fall: the level that it reached, and not how much it was.
    Reached,
    Qualifier(Qualifier),
    /// Says that there is a figure, and nothing of it.
    Neutral,
    /// Says nothing of a figure with a qualifier; one without it may be a limit, and is not read.
    Held,
}

/// What a rate is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// 同比, 比上年: the same time a year before.
    YearBefore,
    /// 年均: each year of several, on average.
    Average,
    /// 环比: the time before, whatever it is.
    Before,
}

/// Words, by what they mean.
pub type Words<T> = &'static [(T, &'static [&'static str])];

/// Each word, with what it means.
pub fn each<T: Copy>(words: Words<T>) -> impl Iterator<Item = (&'static str, T)> {
    words.iter().flat_map(|(meaning, words)| words.iter().map(|word| (*word, *meaning)))
}

/// The words before the number.
pub const LEADS: Words<Lead> = &[
    (Lead::Ordinal, &["第"]),
    (Lead::Streak, &["连续"]),
    (Lead::Each, &["各", "均"]),
    (Lead::Average, &["平均"]),
    (
        Lead::Against(Base::YearBefore),
        &["同比", "比上年同期", "较上年同期", "比去年同期", "较去年同期", "比上年", "较上年", "比去年", "较去年"],
    ),
    (Lead::Against(Base::Average), &["年均", "年平均"]),
    (Lead::Against(Base::Before), &["环比"]),
    (Lead::Up, &["增长", "增加", "提高", "提升", "上升", "上涨", "上调", "回升", "攀升", "跃升", "递增", "加快"]),
    (Lead::Up, &["扩大", "延长", "净增", "增幅", "增速", "涨幅", "增", "升"]),
    // Were 负增长 not here, 负 would be read as the sign and 增长 refused as the number.
    (Lead::Down, &["负增长", "下降", "下滑", "下跌", "下调", "减少", "降低", "回落", "收窄", "放缓"]),
    (Lead::Down, &["压减", "压降", "缩小", "缩短", "降幅", "减", "降"]),
    (Lead::Neutral, &["达到", "高达", "多达", "稳定在", "保持在", "首次", "分别", "人民币", "达", "为"]),
    (Lead::Neutral, &["共计", "合计", "总计", "累计", "共", "仅"]),
    (Lead::Held, &["控制在"]),
    (Lead::Reached, &["到", "至"]),
    (
        Lead::Qualifier(Qualifier::AtLeast),
        &["突破", "至少", "最少", "不少于", "不低于", "不小于", "大于等于", "≥", ">="],
    ),
    (Lead::Qualifier(Qualifier::MoreThan), &["超过", "超", "逾", "不止", "多于", "高于", "大于", ">"]),
    (
        Lead::Qualifier(Qualifier::AtMost),
        &["不超过", "不超", "未超过", "不多于", "不高于", "不大于", "小于等于", "至多", "最多", "≤", "<="],
    ),
    (Lead::Qualifier(Qualifier::LessThan), &["不足", "不到", "不满", "低于", "少于", "小于", "<"]),
    (Lead::Qualifier(Qualifier::SomeLess), &["将近", "接近", "近"]),
    (Lead::Qualifier(Qualifier::About), &["大约", "大概", "约"]),
];

/// What begins the basis of a rate, and is said of it in a title too.
pub const PER_HEAD: &[&str] = &["人均", "户均", "亩均", "地均"];

/// Words that end like one of these or like 负, and are words of their own, besides the neutral ones.
pub const NO_LEADS: &[&str] = &[
    "附近", "最近", "邻近", "就近", "公升", "晋升", "节约", "履约", "违约", "月均", "日均", "季均", "减负", "担负",
    "肩负", "背负", "自负",
];

/// Some more than the number or the unit before it.
pub const SOME_MORE: &[&str] = &["余", "多"];

/// What a word behind the unit means; `None` says nothing of the figure.
pub const TRAILS: Words<Option<Qualifier>> = &[
    (Some(Qualifier::AtLeast), &["及以上", "以上"]),
    (Some(Qualifier::AtMost), &["及以下", "以下", "以内", "之内", "内"]),
    (Some(Qualifier::About), &["左右", "上下"]),
    (Some(Qualifier::SomeMore), &["有余", "余", "多"]),
    (None, &["之多", "之久", "之间", "大关", "整"]),
];

/// The word at the front or the end of a figure that says nothing of it.
pub fn idle(figure: &str) -> Option<&'static str> {
    // Loops, as the build script asks this: chained iterators are ten times as much for every user to compile.
    for (lead, words) in LEADS {
        for word in *words {
            if matches!(lead, Lead::Neutral | Lead::Held) && figure.starts_with(word) {
                return Some(word);
            }
        }
    }
    for (qualifier, words) in TRAILS {
        for word in *words {
            if qualifier.is_none() && figure.ends_with(word) {
                return Some(word);
            }
        }
    }
    None
}

/// The words before the number that say nothing of it where it can be read.
pub fn idle_leads() -> impl Iterator<Item = &'static str> {
    each(LEADS).filter(|(_, lead)| matches!(lead, Lead::Neutral | Lead::Held)).map(|(word, _)| word)
}

/// The words before the number that say something of it; 到 only ends many words.
pub fn telling_leads<'a>() -> impl Iterator<Item = &'a str> {
    each(LEADS).filter(|(_, lead)| !matches!(lead, Lead::Neutral | Lead::Held | Lead::Reached)).map(|(word, _)| word)
}

/// The words behind the unit that say nothing of the figure.
pub fn idle_trails() -> impl Iterator<Item = &'static str> {
    each(TRAILS).filter(|(_, qualifier)| qualifier.is_none()).map(|(word, _)| word)
}

/// What joins the figures of a list.
pub const JOINERS: &[&str] = &["、", "和", "与", "及", "以及"];

/// What stands between the two numbers of a range.
pub const RANGE_MARKS: &[char] = &['至', '到', '-', '—', '–', '~', '～'];

/// What may stand beside a figure and is none of its words, by why it changes neither its sign, its bounds nor its unit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// It begins or ends what is said of the figure: of the words beyond it the figure has none.
    Joins,
    /// It says whose figure it is, in words that each report has its own of for the same place.
    Place,
    /// It says what was done, which the title says in its own words. Of a claim, the title has to begin with it.
    Deed,
    /// It leads to the figure, or to the title behind it.
    Leads,
    /// It does so in the report, and makes another figure of that in a claim: who added 21 need not have 21.
    Has,
}

/// Words beside a figure that the audit reads over. Here stands no word of a plan or a guess, and none that could end a number.
pub const NEUTRAL: Words<Beside> = &[
    (Beside::Joins, &["和", "与", "及", "以及", "等", "并", "其中", "——"]),
    (Beside::Place, &["全市", "全县", "全区", "我市", "我县", "我区"]),
    (
        Beside::Deed,
        &[
            "完成", "实施", "开展", "推进", "推出", "出台", "发布", "制定", "新增", "新建", "建设", "建成", "打造",
            "培育", "创建", "增列", "引进", "招引", "招聘", "派出", "选派", "组织", "举办", "办理", "办结", "解决",
            "发放", "兑现", "落实", "投入", "拨付", "改造", "整治", "开通", "开行", "启动", "交付", "完工", "竣工",
            "投产", "签约", "落户", "获得", "获评", "荣获", "入选", "认定", "设立", "成立", "提供", "接待", "惠及",
            "服务", "帮助",
        ],
    ),
    (Beside::Deed, &["新开工", "新认定", "获"]),
    (Beside::Leads, &["的", "实现", "居", "位居", "位列", "列", "排名", "名列"]),
    (
        Beside::Has,
        &[
            "有", "共有", "已有", "现有", "拥有", "已", "再", "又", "先后", "成功", "全面", "顺利", "圆满", "均", "占",
            "占比", "比重", "跃居", "来自",
        ],
    ),
    (Beside::Has, &["发展到", "扩充到"]),
];

/// Words by which a report says that figures behind them are not final.
pub const STATUS: Words<ObsStatus> =
    &[(ObsStatus::Estimated, &["预计", "预估", "估计"]), (ObsStatus::Provisional, &["初步核算", "初步统计", "快报"])];

/// Words that print a period of a year, with its first and last month. `data/README.md` has them for curators.
pub const PERIODS: Words<(u32, u32)> = &[
    ((1, 12), &["全年", "年内", "当年"]),
    ((1, 6), &["上半年"]),
    ((7, 12), &["下半年"]),
    ((1, 9), &["前三季度", "前三个季度"]),
    ((1, 3), &["一季度"]),
    ((4, 6), &["二季度"]),
    ((7, 9), &["三季度"]),
    ((10, 12), &["四季度"]),
];

/// Words that print a day of a year. Of a report they name its own, and of a claim nobody can tell which.
pub const DAYS: Words<(u32, u32)> = &[((1, 12), &["年末", "年底", "月末", "季度末"])];

/// Words that print several years, likewise.
pub const SEVERAL_YEARS: Words<(u32, u32)> = &[((1, 12), &["时期", "五年"])];

/// All words by which a report prints a period.
pub fn periods() -> impl Iterator<Item = &'static str> {
    each(PERIODS).chain(each(DAYS)).chain(each(SEVERAL_YEARS)).map(|(word, _)| word)
}
