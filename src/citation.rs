//! [`Citation`]: where a figure stands in the report, in a form to print.

use core::fmt::{self, Write as _};

use crate::{DATASET, Metric, padding};

/// A citation of a metric: the indicator and its period, the figure, the report, section and position, and this crate with its
/// version. The report names no publisher and no date of publication, so there is none in it; the day of access is yours to add.
///
/// Positions are offsets from 0 in Unicode code points, the first character and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Citation {
    /// The metric that is cited.
    pub metric: Metric,
}

impl Citation {
    /// The same as a BibTeX entry with the SHA-256 of the report, in UTF-8, under the key `yongkang-metrics:ID`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// let entry = Metric::FOREIGN_TRADE_GROWTH.cite().bibtex().to_string();
    /// assert!(entry.starts_with("@misc{yongkang-metrics:foreign-trade-growth,"));
    /// assert!(entry.contains(r"同比增长33\%"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn bibtex(self) -> impl fmt::Display + fmt::Debug + Copy {
        Bibtex(self.metric)
    }
}

// Not in metric.rs, which would need this file then, as this one needs it.
/// How to cite it.
impl Metric {
    /// Where the figure stands in the report, to print beside it: as text by `Display`, or as [BibTeX](Citation::bibtex).
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert!(Metric::FOREIGN_TRADE_TOTAL.cite().to_string().starts_with(
    ///     "Total value of imports and exports, January to November 2020: 38.77 billion yuan (“387.7亿元人民币”). ",
    /// ));
    /// ```
    #[must_use]
    #[inline]
    pub const fn cite(self) -> Citation {
        Citation { metric: self }
    }
}

/// Not written out, as a crate of another report has another name.
const CRATE: &str = env!("CARGO_PKG_NAME");

/// The first and the last character of the figure.
#[inline]
fn position(metric: Metric) -> (usize, usize) {
    let start = metric.source_start();
    // No figure is empty, as the build reads each.
    (start, start + metric.obs_text().chars().count() - 1)
}

/// Prints one line of text.
impl fmt::Display for Citation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let metric = self.metric;
        let (first, last) = position(metric);
        let (title, period, figure, printed) =
            (metric.title(), metric.time_period().display(), metric.display(), metric.obs_text());
        let (section, source, version) = (metric.section(), DATASET.source, DATASET.version);
        padding::pad(
            f,
            format_args!(
                "{title}, {period}: {figure} (“{printed}”). {source}, section {section}, characters {first} to {last}. \
                 Cited from {CRATE} {version}, {metric}."
            ),
        )
    }
}

#[derive(Debug, Clone, Copy)]
struct Bibtex(Metric);

impl fmt::Display for Bibtex {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let metric = self.0;
        let (first, last) = position(metric);
        let [title, title_zh, figure, source] =
            [metric.title(), metric.title_zh(), metric.obs_text(), DATASET.source].map(Escaped);
        let (section, sha256, version) = (metric.section(), DATASET.source_sha256, DATASET.version);
        write!(
            f,
            "@misc{{{CRATE}:{metric},\n  \
               title = {{{title} ({title_zh}): {figure}}},\n  \
               howpublished = {{{source}, section {section}, characters {first} to {last}}},\n  \
               note = {{SHA-256 of the report {sha256}; cited from {CRATE} {version}}},\n  \
               language = {{chinese}},\n\
             }}"
        )
    }
}

/// A text in which TeX takes no character for a command.
struct Escaped(&'static str);

impl fmt::Display for Escaped {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The braces of \textbackslash{} and its like end the command, so that it does not swallow a blank behind it.
        self.0.chars().try_for_each(|c| match c {
            '%' | '&' | '#' | '$' | '_' | '{' | '}' => write!(f, "\\{c}"),
            '\\' => f.write_str("\\textbackslash{}"),
            '~' => f.write_str("\\textasciitilde{}"),
            '^' => f.write_str("\\textasciicircum{}"),
            c => f.write_char(c),
        })
    }
}
