//! The table of units, and [`Unit`], what a value counts or measures. Shared by the library and by `build.rs`.

use crate::vocabulary::{Dimension, vocabulary};

/// Hands the table of units to a macro: below to one that defines `Unit`, in the library also to one that defines marker types.
macro_rules! for_each_unit {
    ($define:ident) => {
        $define! {
            Yuan = "yuan", Money, "yuan" of "yuan", "元",
                printed [("", "元"), ("", "元人民币")],
                codes { iso4217: "CNY", qudt: "CCY_CNY", ucum: "{CNY}" },
                "Chinese yuan renminbi.", "人民币元。";
            YuanPerMu = "yuan-per-mu", MoneyRate, "yuan per mu" of "yuan per mu", "元/亩",
                printed [("亩均税收", "元")],
                codes { ucum: "{CNY}/{mu}" },
                "Yuan per mu of land, a mu being 2000/3 square metres.", "每亩土地的元数，一亩合2000/3平方米。";
            YuanPerPersonMonth = "yuan-per-person-month", MoneyRate, "yuan per person per month" of "yuan per person per month", "元/(人·月)",
                printed [("每人每月", "元")],
                codes { ucum: "{CNY}/({person}.mo)" },
                "Yuan for each person and month.", "每人每月的元数。";
            Person = "person", Count, "persons" of "person", "人",
                printed [("", "人"), ("", "名")],
                codes { ucum: "{person}", rec20: "IE" },
                "Persons, each counted once.", "人数，每人计一次。";
            PersonTime = "person-time", Count, "person-times" of "person-time", "人次",
                printed [("", "人次")],
                codes { ucum: "{person-time}" },
                "Persons, each counted as often as it happened to them.", "人次，同一人可计多次。";
            Occurrence = "occurrence", Count, "occurrences" of "occurrence", "次",
                printed [("", "次")],
                codes { ucum: "{occurrence}" },
                "Times that something was done.", "次数。";
            Problem = "problem", Count, "problems" of "problem", "个问题",
                printed [("", "个")],
                nouns ["问题"],
                codes { ucum: "{problem}" },
                "Problems brought up and solved.", "解决的问题数。";
            Enterprise = "enterprise", Count, "enterprises" of "enterprise", "家企业",
                printed [("", "家")],
                nouns ["企业", "公司", "平台"],
                codes { ucum: "{enterprise}" },
                "Enterprises and companies.", "企业和公司数。";
            MarketEntity = "market-entity", Count, "market entities" of "market entity", "户",
                printed [("", "户")],
                codes { ucum: "{market-entity}" },
                "Registered market entities: enterprises, sole traders and cooperatives.", "登记在册的市场主体，含企业、个体工商户和合作社。";
            PartyOrganisation = "party-organisation", Count, "Party organisations" of "Party organisation", "个党组织",
                printed [("", "个")],
                nouns ["党组织)"],
                codes { ucum: "{party-organisation}" },
                "Primary-level organisations of the Communist Party.", "基层党组织数。";
            Project = "project", Count, "projects" of "project", "个项目",
                printed [("", "项"), ("", "个")],
                nouns ["项目"],
                codes { ucum: "{project}" },
                "Construction and investment projects.", "建设与投资项目数。";
            Work = "work", Count, "lines of work" of "line of work", "项工作",
                printed [("", "项")],
                nouns ["工作"],
                codes { ucum: "{work}" },
                "Lines of work of the city.", "全市工作的项数。";
            PolicyMeasure = "policy-measure", Count, "policy measures" of "policy measure", "项举措",
                printed [("", "大举措")],
                codes { ucum: "{policy-measure}" },
                "Measures of a policy package.", "政策举措数。";
            SpecialAction = "special-action", Count, "special actions" of "special action", "项行动",
                printed [("", "项")],
                nouns ["行动"],
                codes { ucum: "{special-action}" },
                "Special campaigns of a programme.", "专项行动数。";
            PolicyArticle = "policy-article", Count, "policy articles" of "policy article", "条",
                printed [("", "条")],
                codes { ucum: "{policy-article}" },
                "Articles of a policy document.", "政策文件的条数。";
            ReformPilot = "reform-pilot", Count, "reform pilots" of "reform pilot", "项试点",
                printed [("", "项")],
                nouns ["试点"],
                codes { ucum: "{reform-pilot}" },
                "Reforms tried out on behalf of a higher level.", "承担的改革试点数。";
            Reform = "reform", Count, "reforms" of "reform", "项改革",
                printed [("", "项")],
                nouns ["改革"],
                codes { ucum: "{reform}" },
                "Reforms promoted or carried out.", "推动或实施的改革项数。";
            NewsArticle = "news-article", Count, "news articles" of "news article", "篇",
                printed [("", "篇")],
                codes { ucum: "{news-article}" },
                "Articles in the press.", "新闻报道篇数。";
            Park = "park", Count, "industrial parks" of "industrial park", "个园区",
                printed [("", "个")],
                nouns ["园"],
                codes { ucum: "{park}" },
                "Industrial parks.", "产业园区数。";
            Village = "village", Count, "villages" of "village", "个村",
                printed [("", "个")],
                nouns ["村"],
                codes { ucum: "{village}" },
                "Villages.", "村数。";
            Town = "town", Count, "towns" of "town", "个镇",
                printed [("", "个")],
                nouns ["镇"],
                codes { ucum: "{town}" },
                "Towns.", "镇数。";
            CulturalHall = "cultural-hall", Count, "cultural halls" of "cultural hall", "家文化礼堂",
                printed [("", "个"), ("", "家")],
                nouns ["礼堂"],
                codes { ucum: "{cultural-hall}" },
                "Cultural halls: village community centres.", "文化礼堂数。";
            ScenicArea = "scenic-area", Count, "scenic areas" of "scenic area", "个景区",
                printed [("", "个")],
                nouns ["景区"],
                codes { ucum: "{scenic-area}" },
                "Scenic areas.", "景区数。";
            CareFacility = "care-facility", Count, "care facilities" of "care facility", "家机构",
                printed [("", "家")],
                nouns ["之家”"],
                codes { ucum: "{care-facility}" },
                "Facilities that care for people with disabilities.", "助残服务机构数。";
            Rank = "rank", Rank, "rank" of "rank", "位",
                printed [("", "位")],
                codes { ucum: "{rank}" },
                "A place in an order, one being first.", "位次，第一位为首。";
            Percent = "percent", Ratio, "percent" of "percent", "%",
                printed [("", "%")],
                codes { ucum: "%", qudt: "PERCENT", rec20: "P1" },
                "Hundredths.", "百分比。";
            Year = "year", Duration, "years" of "year", "年",
                printed [("", "年")],
                codes { ucum: "a", qudt: "YR", rec20: "ANN" },
                "Calendar years.", "年数。";
            Month = "month", Duration, "months" of "month", "个月",
                printed [("", "月"), ("", "个月")],
                codes { ucum: "mo", rec20: "MON" },
                "Months.", "月数。";
            Week = "week", Duration, "weeks" of "week", "周",
                printed [("", "周")],
                codes { ucum: "wk", qudt: "WK", rec20: "WEE" },
                "Weeks of seven days.", "周数。";
            Day = "day", Duration, "days" of "day", "天",
                printed [("", "天")],
                codes { ucum: "d", qudt: "DAY", rec20: "DAY" },
                "Days.", "天数。";
        }
    };
}
#[allow(unused_imports, reason = "the build script has no marker types")]
pub(crate) use for_each_unit;

/// Defines `Unit`.
macro_rules! define_unit {
    ($(
        $Name:ident = $code:literal, $Dimension:ident, $name:literal of $singular:literal, $name_zh:literal,
        printed $printed:expr, $(nouns $nouns:expr,)? codes { $($standard:ident: $standard_code:literal),* },
        $about:literal, $about_zh:literal;
    )+) => {
        /// What a value counts or measures.
        ///
        /// [`Unit::metrics`] answers the query; [`MetricSet::unit`](crate::MetricSet::unit) narrows another.
        /// The marker type of the same name in [`unit`](crate::unit) is for typed arithmetic.
        ///
        /// ```
        /// use yongkang_metrics::Unit;
        ///
        /// for metric in Unit::Yuan.metrics() {
        ///     println!("{}: {} {}", metric.title(), metric.value(), metric.unit().name());
        /// }
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Unit {
            $(
                #[doc = concat!($about, "\n\n", $name_zh, "：", $about_zh, " (code `", $code, "`)")]
                $Name,
            )+
        }

        impl Unit {
            /// Every unit, in the order of the vocabulary.
            ///
            /// ```
            /// use yongkang_metrics::Unit;
            ///
            /// assert!(Unit::ALL.contains(&Unit::Yuan));
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$Name),+];

            /// The code by which the tables and `FromStr` name this unit.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::PersonTime.code(), "person-time");
            /// ```
            #[must_use]
            #[inline]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Name => $code),+ }
            }

            /// What sort of quantity this unit measures, which says what arithmetic makes sense.
            ///
            /// ```
            /// # use yongkang_metrics::{Dimension, Unit};
            /// assert_eq!(Unit::Yuan.dimension(), Dimension::Money);
            /// assert_eq!(Unit::YuanPerMu.dimension(), Dimension::MoneyRate);
            /// ```
            #[must_use]
            #[inline]
            pub const fn dimension(self) -> Dimension {
                match self { $(Self::$Name => Dimension::$Dimension),+ }
            }

            /// The English name, in the plural where the unit counts things.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::MarketEntity.name(), "market entities");
            /// ```
            #[must_use]
            #[inline]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Name => $name),+ }
            }

            /// The English name for one of it.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::MarketEntity.name_singular(), "market entity");
            /// ```
            #[must_use]
            #[inline]
            pub const fn name_singular(self) -> &'static str {
                match self { $(Self::$Name => $singular),+ }
            }

            /// The Chinese name.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::MarketEntity.name_zh(), "户");
            /// ```
            #[must_use]
            #[inline]
            pub const fn name_zh(self) -> &'static str {
                match self { $(Self::$Name => $name_zh),+ }
            }

            /// What this unit counts or measures, in an English sentence.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert!(Unit::PersonTime.about().contains("as often as"));
            /// ```
            #[must_use]
            #[inline]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$Name => $about),+ }
            }

            /// What this unit counts or measures, in a Chinese sentence.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert!(Unit::PersonTime.about_zh().ends_with('。'));
            /// ```
            #[must_use]
            #[inline]
            pub const fn about_zh(self) -> &'static str {
                match self { $(Self::$Name => $about_zh),+ }
            }

            /// The words by which the report prints this unit: what stands before the number, and after it.
            ///
            /// The build refuses a row whose printed figure has other words than these.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::YuanPerPersonMonth.printed(), [("每人每月", "元")]);
            /// ```
            #[must_use]
            #[inline]
            pub const fn printed(self) -> &'static [(&'static str, &'static str)] {
                match self { $(Self::$Name => &$printed),+ }
            }

            /// The Chinese nouns for what this unit counts, where its measure word alone could mean something else.
            ///
            /// The build refuses a row whose Chinese title does not end with one of them and 数 or 项数.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// assert_eq!(Unit::Village.nouns(), ["村"]);
            /// ```
            #[must_use]
            #[inline]
            pub const fn nouns(self) -> &'static [&'static str] {
                match self {
                    $($(Self::$Name => &$nouns,)?)+
                    _ => &[],
                }
            }

            /// The codes of this unit in the standards that have one; the others are `None`.
            ///
            /// ```
            /// # use yongkang_metrics::Unit;
            /// let yuan = Unit::Yuan.standard_codes();
            /// assert_eq!((yuan.iso4217, yuan.qudt), (Some("CNY"), Some("CCY_CNY")));
            /// assert_eq!(Unit::Village.standard_codes().rec20, None);
            /// ```
            #[must_use]
            #[inline]
            pub const fn standard_codes(self) -> StandardCodes {
                match self {
                    $(Self::$Name => {
                        #[allow(unused_mut)]
                        let mut codes = StandardCodes::NONE;
                        $(codes.$standard = Some($standard_code);)*
                        codes
                    })+
                }
            }
        }

        vocabulary!(@text Unit, "unit", $($code)+);
    };
}

for_each_unit!(define_unit);

/// The codes of a unit in the standards for exchange, for export and never for checking types.
///
/// UCUM's `a` and `mo`, and Recommendation 20's `ANN` and `MON`, are mean years and months of the Julian calendar.
///
/// UCUM writes what is counted as an annotation (`{person}`), which its parsers drop: to them `{person}` and
/// `{rank}` are the same. [`Unit`] is what keeps them apart.
///
/// ```
/// # use yongkang_metrics::Unit;
/// assert_eq!(Unit::Percent.standard_codes().ucum, Some("%"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct StandardCodes {
    /// [UCUM](https://ucum.org/ucum), case sensitive; currencies and counts as annotations.
    pub ucum: Option<&'static str>,
    /// ISO 4217, for money.
    pub iso4217: Option<&'static str>,
    /// The local name in [QUDT](https://www.qudt.org/doc/DOC_VOCAB-UNITS.html)'s unit vocabulary.
    pub qudt: Option<&'static str>,
    /// UN/ECE Recommendation 20, the common code.
    pub rec20: Option<&'static str>,
}

impl StandardCodes {
    const NONE: Self = Self { ucum: None, iso4217: None, qudt: None, rec20: None };
}
