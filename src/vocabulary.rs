//! The closed vocabularies, which the rules refer to: kinds of statistic, levels, comparators, dimensions, reasons.
//!
//! A code that a table may hold and a variant that the API offers are one and the same line of this file. What the build script makes
//! of the tables of categories and units calls the same macro.

/// Defines an enum whose variants have a code, names and an explanation in two languages, and maybe other names to be read by.
///
/// The part in `library!` is left out where the build script includes this file, which every user compiles first: tables have codes
/// and no names.
macro_rules! vocabulary {
    // Variants without a page are documented by their own texts.
    (
        $(#[$attribute:meta])*
        pub enum $Name:ident, $kind:literal;
        $($Variant:ident = $code:literal, $name:literal, $name_zh:literal, $about:literal, $about_zh:literal;)+
    ) => {
        vocabulary! {
            $(#[$attribute])*
            pub enum $Name, $kind;
            $(
                #[doc = concat!($about, "\n\n", $name_zh, "：", $about_zh, " (code `", $code, "`)")]
                $Variant = $code, $name, $name_zh, $about, $about_zh;
            )+
        }
    };
    (
        $(#[$attribute:meta])*
        pub enum $Name:ident, $kind:literal;
        $(
            $(#[$page:meta])+
            $Variant:ident = $code:literal, $name:literal, $name_zh:literal, $about:literal, $about_zh:literal $(, $also:literal)*;
        )*
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $($(#[$page])+ $Variant,)*
        }

        impl $Name {
            // Texts stand in arrays, by number: a `match` for each would be as many more functions for every user to compile.
            pub(crate) const KIND: &'static str = $kind;
            pub(crate) const CODES: &'static [&'static str] = &[$($code),*];
            const NAMES: &'static [&'static str] = &[$($name),*];
            const NAMES_ZH: &'static [&'static str] = &[$($name_zh),*];

            #[doc = concat!("Every ", $kind, ", in the order of the vocabulary.")]
            pub const ALL: &'static [Self] = &[$(Self::$Variant),*];

            #[doc = concat!("The code by which the tables and `FromStr` name this ", $kind, ".")]
            #[must_use]
            #[inline]
            pub const fn code(self) -> &'static str {
                Self::CODES[self as usize]
            }

            #[doc = concat!("The English name of this ", $kind, ".")]
            #[must_use]
            #[inline]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            #[doc = concat!("The Chinese name of this ", $kind, ".")]
            #[must_use]
            #[inline]
            pub const fn name_zh(self) -> &'static str {
                Self::NAMES_ZH[self as usize]
            }
        }

        /// Prints the code.
        impl core::fmt::Display for $Name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        library! {
            impl $Name {
                #[allow(dead_code, reason = "of what is a facet")]
                #[inline]
                pub(crate) const fn index(self) -> usize {
                    self as usize
                }

                #[doc = concat!("What this ", $kind, " covers, in an English sentence.")]
                #[must_use]
                #[inline]
                pub const fn about(self) -> &'static str {
                    const ABOUT: &[&str] = &[$($about),*];
                    ABOUT[self as usize]
                }

                #[doc = concat!("What this ", $kind, " covers, in a Chinese sentence.")]
                #[must_use]
                #[inline]
                pub const fn about_zh(self) -> &'static str {
                    const ABOUT_ZH: &[&str] = &[$($about_zh),*];
                    ABOUT_ZH[self as usize]
                }
            }

            /// Reads the code, or else the English or the Chinese name, in whatever case.
            impl core::str::FromStr for $Name {
                type Err = $crate::ParseError;

                #[inline]
                fn from_str(text: &str) -> Result<Self, $crate::ParseError> {
                    const ALSO: &[&[&str]] = &[$(&[$($also),*]),*];
                    const NAMES: &[&[&str]] = &[$Name::NAMES, $Name::NAMES_ZH];
                    let found = $crate::vocabulary::read(text, Self::CODES, NAMES, ALSO);
                    // The error lists codes alone, as with the names in two languages the list would be three times as long.
                    let error = || $crate::ParseError::one_of(Self::KIND, Self::CODES, NAMES, text);
                    found.map(|position| Self::ALL[position]).ok_or_else(error)
                }
            }
        }
    };
}
#[allow(unused_imports, reason = "the library has more vocabularies than the build script")]
pub(crate) use vocabulary;

library! {
    /// The position of what has this code, or else this name, in whatever case; and in traditional characters too, where a feature has their
    /// table.
    #[inline]
    pub fn read(text: &str, codes: &[&str], names: &[&[&str]], also: &[&[&str]]) -> Option<usize> {
        #[cfg(any(feature = "audit", feature = "figures", feature = "search"))]
        let text = &*crate::model::traditional::to_simplified(text);
        let is_meant = |it: &&str| it.eq_ignore_ascii_case(text);
        // All codes before all names: no name of one may hide the code of another.
        let found = [codes].iter().chain(names).find_map(|list| list.iter().position(is_meant));
        found.or_else(|| also.iter().position(|also| also.iter().any(is_meant)))
    }
}

vocabulary! {
    /// What kind of statistic a value is, which says what may be done with it.
    #[non_exhaustive]
    pub enum StatType, "kind of statistic";
    Stock = "stock", "Stock", "时点数",
        "How much or how many there were at a point in time. Stocks of one time may add up; those of two times compare.",
        "某一时点上的数量；同一时点的可相加，不同时点的可比较。";
    Flow = "flow", "Flow", "时期数",
        "What came about within the period. Flows of one period may add up, and the longer the period, the more there are.",
        "时期内发生的数量；同一时期的可相加，时期越长，数值越大。";
    Extent = "extent", "Extent", "总规模",
        "The whole size of a project, a programme or a document. It may add up with others, but was not all brought about within the period.",
        "项目、计划或文件的全部规模；可相加，但未必全部发生于该时期内。";
    Standard = "standard", "Standard", "标准",
        "A standard in force. It may be compared with others, and adds up to nothing.",
        "现行标准；可比较，不可相加。";
    Change = "change", "Change", "增减量",
        "By how much another quantity rose or fell, in its own unit. It is not that quantity, and adds to it.",
        "另一指标的增减量；并非该指标本身，可与之相加。";
    GrowthRate = "growth-rate", "Growth rate", "同比增长率",
        "By how many percent a quantity rose or fell against the same period a year before. It may be compared with rates of the same period.",
        "与上年同期相比的增长率；可与同一时期的增长率比较。";
    AverageGrowthRate = "average-growth-rate", "Average growth rate", "年均增长率",
        "By how many percent a year a quantity grew on average over several years. It is the rate of none of these years.",
        "数年间平均每年的增长率；并非其中任何一年的增长率。";
    Multiple = "multiple", "Multiple", "倍数",
        "How many times as large as another quantity, or as itself in an earlier period.",
        "为另一指标或早先时期的多少倍。";
    Rank = "rank", "Rank", "位次",
        "A place in an order, one being first. It may be compared with places in the same order.",
        "在排名中的位次，第1位最高；可与同一排名中的位次比较。";
    Threshold = "threshold", "Threshold", "界限标准",
        "A criterion that something had to meet. It is not an outcome.",
        "判定某事物是否符合的界限，并非结果。";
    Streak = "streak", "Streak", "连续时间",
        "For how many years, quarters or months in a row something held. A longer streak holds every shorter one.",
        "连续保持的年数、季度数或月数；较长者包含较短者。";
    TimeLimit = "time-limit", "Time limit", "时限",
        "A target time within which something was to be done. It is not the time that it took.",
        "完成某事的目标时限，并非实际用时。";
    Duration = "duration", "Duration", "时长",
        "How long something took. Two of them may have run side by side, so they do not add up.",
        "完成某事所用的时间；可能同时进行，不可相加。";
}

vocabulary! {
    /// The administrative level that a figure refers to. Of what it is the level follows from the [kind](StatType): of a rank or a
    /// streak, among whose units it is; of a standard, a threshold or a change, who set it; of all else, who awarded, recognised, listed
    /// or delegated it, and of media whose they are.
    pub enum AdminLevel, "administrative level";
    National = "national", "National", "国家级",
        "The whole country: the state, its ministries, central media, or a nationwide ranking.", "国家、部委、中央媒体或全国性排名。";
    Provincial = "provincial", "Provincial", "省级",
        "The province or its departments.", "本省或省直部门。";
    Prefectural = "prefectural", "Prefectural", "地市级",
        "The prefecture-level city above the county.", "上级地级市。";
    County = "county", "County", "县级",
        "The county or county-level city itself.", "县（市）本级。";
}

vocabulary! {
    /// That a figure is not final, as SDMX has it.
    pub enum ObsStatus, "observation status";
    Estimated = "estimated", "Estimated", "预计",
        "The report says that it expects or estimates the figure.", "原文称其为预计或估计。";
    Provisional = "provisional", "Provisional", "初步核算",
        "The report says that the figure comes from preliminary accounts.", "原文称其为初步核算或快报数。";
}

vocabulary! {
    /// Whether the report prints the period of a figure.
    pub enum PeriodBasis, "period basis";
    Stated = "stated", "Stated", "原文载明",
        "The sentence of the figure prints the days, months or years that it is for.", "数字所在句载明其日期、月份或年份。";
    Assumed = "assumed", "Assumed", "推定",
        "The report prints no period with the figure: its year is assumed, and of a streak that it ends with that year.",
        "原文未载明时期，推定为报告年度；连续时间推定截至报告年度末。";
}

vocabulary! {
    /// What two metrics of one [aggregate](crate::Aggregate) have in common.
    pub enum Relation, "relation";
    Apart = "apart", "Apart", "互不重叠",
        "Nothing is counted in both.", "没有同时计入两项的事物。";
    Within = "within", "Within", "包含于",
        "All that the first counts is counted in the other.", "前项所计全部计入后项。";
    Contains = "contains", "Contains", "包含",
        "All that the other counts is counted in the first.", "后项所计全部计入前项。";
    MayOverlap = "may-overlap", "May overlap", "可能重叠",
        "One thing may be counted in both.", "同一事物可能同时计入两项。";
}

vocabulary! {
    /// How precise a figure is.
    pub enum Precision, "precision";
    Exact = "exact", "Exact", "确数",
        "It is exactly that, as the report states it.", "即原文所述数值。";
    Rounded = "rounded", "Rounded", "舍入",
        "It was rounded to its last printed digit.", "已舍入至所列末位。";
    More = "more", "Lower limit", "下限",
        "It is that or more, or more than that.", "不少于或超过所述数值。";
    Less = "less", "Upper limit", "上限",
        "It is that or less, or less than that.", "不超过或不足所述数值。";
    Open = "open", "Open", "约数",
        "It is near that, with no limit on either side.", "在所述数值左右，两端均无界限。";
}

vocabulary! {
    /// How the actual value compares to the one given, where the report does not print it as such.
    ///
    /// The codes are those of [FHIR's `Quantity.comparator`](https://hl7.org/fhir/R5/datatypes.html#Quantity).
    /// [`Metric::bounds`](crate::Metric::bounds) says how far the actual value can be from it.
    pub enum Comparator, "comparator";
    Less = "<", "Less than", "不足",
        "The actual value is less than the one given.", "实际值不足所给值。";
    LessOrEqual = "<=", "At most", "不超过",
        "The actual value is the one given or less.", "实际值不超过所给值。";
    GreaterOrEqual = ">=", "At least", "不少于",
        "The actual value is the one given or more.", "实际值不少于所给值。";
    Greater = ">", "More than", "超过",
        "The actual value is more than the one given.", "实际值超过所给值。";
}

vocabulary! {
    /// What sort of quantity a unit measures, which says what arithmetic makes sense.
    #[non_exhaustive]
    pub enum Dimension, "dimension";
    Money = "money", "Money", "金额",
        "An amount of money: amounts add up.", "金额，可相加。";
    MoneyRate = "money-rate", "Money rate", "单位金额",
        "Money per something else: rates compare, but do not add up.", "单位金额（人均、亩均等），可比较，不可相加。";
    Count = "count", "Count", "计数",
        "How many there are of what the unit names: counts of the same thing add up where they do not overlap.", "计数，同类且不重叠的可相加。";
    Duration = "duration", "Duration", "时长",
        "A length of time: two of them may have run side by side, so they do not add up.", "时长；可能同时进行，不可相加。";
    Mass = "mass", "Mass", "质量",
        "How much there is by weight: masses of the same thing add up.", "质量，同类且不重叠的可相加。";
    Length = "length", "Length", "长度",
        "A length or a distance: lengths add up.", "长度或里程，可相加。";
    Area = "area", "Area", "面积",
        "An area: areas that do not overlap add up.", "面积，不重叠的可相加。";
    Volume = "volume", "Volume", "体积",
        "A volume: volumes add up.", "体积，可相加。";
    Energy = "energy", "Energy", "能量",
        "Energy used or made: it adds up.", "消耗或生产的能量，可相加。";
    Power = "power", "Power", "功率",
        "Energy by time: what is installed adds up.", "功率；装机容量可相加。";
    Concentration = "concentration", "Concentration", "浓度",
        "So much of one thing in so much of another: concentrations compare, but do not add up.", "单位体积、面积或时间中的量，可比较，不可相加。";
    Rank = "rank", "Rank", "位次",
        "A place in an order: it can be compared, and nothing else.", "位次，仅可比较先后。";
    Ratio = "ratio", "Ratio", "比率",
        "A part of a whole or of another value: ratios do not add up.", "比率，不可相加。";
}

vocabulary! {
    /// Why a numeral of the report is not a metric.
    #[non_exhaustive]
    pub enum ExclusionReason, "exclusion reason";
    ProgrammeName = "programme-name", "Slogan or programme name", "口号或项目名称",
        "Part of a slogan, of the name of a programme, method, reform or award, or of a label.", "口号、行动、方法、改革、奖项名称或标识中的数字。";
    PlanName = "plan-name", "Plan or document name", "规划或文件名称",
        "Part of the name of a plan or document.", "规划或文件名称中的数字。";
    Date = "date", "Date", "日期",
        "A date, a year or a span of months.", "日期、年份或月份。";
    EventOrdinal = "event-ordinal", "Ordinal of an event", "届次",
        "Says which in a series an event, a batch or a building phase is.", "活动届次、批次或工程期次。";
    PlaceName = "place-name", "Place or road name", "地名或路名",
        "Part of the name of a place, a road or a group of places.", "地名、路名或几地合称中的数字。";
    OrganisationName = "organisation-name", "Organisation name", "机构名称",
        "Part of the name of an organisation.", "机构名称中的数字。";
    FirstOfItsKind = "first-of-its-kind", "First-of-its-kind claim", "首创表述",
        "Claims that something is the first, happened for the first time, or is the only one of its kind.", "首创、首次、唯一之类的表述。";
    RatingGrade = "rating-grade", "Rating grade", "等级",
        "A grade or class on a scale.", "评级或响应等级。";
    Idiom = "idiom", "Idiom", "习语",
        "Part of a set phrase that counts nothing.", "固定短语中不计数的数字。";
    Indefinite = "indefinite", "Indefinite", "泛指",
        "Says that there is some or any, not how many.", "泛指，不表示确数。";
    WordInternal = "word-internal", "Word-internal", "词内数字",
        "A numeral character inside a word that has no number in it.", "非数词中的数字字符。";
}

impl Dimension {
    /// Whether amounts of it add up. Lengths of time do not, as two of them may have run side by side.
    #[inline]
    pub(crate) const fn adds_up(self) -> bool {
        matches!(self, Self::Money | Self::Count | Self::Mass | Self::Length | Self::Area | Self::Volume | Self::Energy)
    }
}

impl StatType {
    /// Whether it is how much something rose or fell.
    #[allow(dead_code, reason = "the build script, the audit and claims ask")]
    #[inline]
    pub(crate) const fn is_change(self) -> bool {
        matches!(self, Self::Change | Self::GrowthRate | Self::AverageGrowthRate)
    }

    /// Whether values of this kind may add up: stocks, flows and extents do, of what [adds up](Dimension::adds_up).
    #[inline]
    pub(crate) const fn adds_up(self, dimension: Dimension) -> bool {
        dimension.adds_up() && matches!(self, Self::Stock | Self::Flow | Self::Extent)
    }
}
