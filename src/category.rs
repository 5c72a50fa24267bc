//! [`Category`]: what a metric is about. The categories are rows of `data/categories.tsv`.

use crate::columns;
use crate::vocabulary::coded;

include!(concat!(env!("OUT_DIR"), "/category.rs"));

impl Category {
    /// Every category, in the order of its table.
    ///
    /// ```
    /// use yongkang_metrics::Category;
    ///
    /// assert!(Category::ALL.contains(&Category::ForeignTrade));
    /// ```
    pub const ALL: &'static [Self] = &columns::CATEGORY_ALL;

    /// The code by which the tables and `FromStr` name this category.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert_eq!(Category::ForeignTrade.code(), "foreign-trade");
    /// ```
    #[must_use]
    #[inline]
    pub const fn code(self) -> &'static str {
        columns::CATEGORY_CODE[self as usize]
    }

    /// The English name.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert_eq!(Category::ForeignTrade.name(), "Foreign trade");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        columns::CATEGORY_NAME[self as usize]
    }

    /// The Chinese name.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert_eq!(Category::ForeignTrade.name_zh(), "对外贸易");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name_zh(self) -> &'static str {
        columns::CATEGORY_NAME_ZH[self as usize]
    }

    /// What this category covers, in an English sentence.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert!(Category::ForeignTrade.about().contains("imports and exports"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn about(self) -> &'static str {
        columns::CATEGORY_ABOUT[self as usize]
    }

    /// What this category covers, in a Chinese sentence.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert!(Category::ForeignTrade.about_zh().ends_with('。'));
    /// ```
    #[must_use]
    #[inline]
    pub const fn about_zh(self) -> &'static str {
        columns::CATEGORY_ABOUT_ZH[self as usize]
    }
}

impl Category {
    pub(crate) const KIND: &'static str = "category";
    pub(crate) const CODES: &'static [&'static str] = &columns::CATEGORY_CODE;
}

coded!(Category, "category", &columns::CATEGORY_CODE);
