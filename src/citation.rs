//! [`Citation`]: where a figure stands in the report, in a form to print.

use core::fmt;

use crate::{DATASET, Metric, padding};

/// A citation of a metric: the indicator, the figure as printed, the report, section and position, and this crate with its
/// version. The report names no publisher and no date of publication, so there is none in it.
///
/// Positions are offsets from 0 in Unicode code points, the first character and the last.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// let citation = Metric::FOREIGN_TRADE_TOTAL.cite();
/// println!("{citation}");
/// println!("{}", citation.bibtex());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    metric: Metric,
}

impl Citation {
    #[inline]
    pub(crate) const fn new(metric: Metric) -> Self {
        Self { metric }
    }

    /// The metric that is cited.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::MARKET_ENTITIES.cite().metric(), Metric::MARKET_ENTITIES);
    /// ```
    #[must_use]
    #[inline]
    pub const fn metric(self) -> Metric {
        self.metric
    }

    /// The same as a BibTeX entry, in UTF-8, under the key `yongkang-metrics:ID`.
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

/// The first and the last character of the figure.
#[inline]
fn position(metric: Metric) -> (usize, usize) {
    let start = metric.source_start();
    (start, start + metric.obs_text().chars().count() - 1)
}

/// Prints one line of text.
impl fmt::Display for Citation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let metric = self.metric;
        let (first, last) = position(metric);
        padding::pad(
            f,
            format_args!(
                "{} ({}): “{}”, section {}, characters {first} to {last}. In: {} (SHA-256 {}). Cited from yongkang-metrics {}, metric {metric}.",
                metric.title(),
                metric.title_zh(),
                metric.obs_text(),
                metric.section(),
                DATASET.source,
                DATASET.source_sha256,
                DATASET.version,
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
        writeln!(f, "@misc{{{}:{metric},", env!("CARGO_PKG_NAME"))?;
        writeln!(
            f,
            "  title = {{{} ({}): {}}},",
            Escaped(metric.title()),
            Escaped(metric.title_zh()),
            Escaped(metric.obs_text())
        )?;
        writeln!(
            f,
            "  howpublished = {{{}, section {}, characters {first} to {last}}},",
            Escaped(DATASET.source),
            metric.section()
        )?;
        writeln!(
            f,
            "  note = {{SHA-256 of the report {}; cited from yongkang-metrics {}}},",
            DATASET.source_sha256, DATASET.version
        )?;
        writeln!(f, "  language = {{chinese}},")?;
        write!(f, "}}")
    }
}

/// A text with what TeX would take for commands escaped.
struct Escaped(&'static str);

impl fmt::Display for Escaped {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '%' | '&' | '#' | '$' | '_' | '{' | '}' => write!(f, "\\{c}")?,
                '\\' => f.write_str("\\textbackslash{}")?,
                '~' => f.write_str("\\textasciitilde{}")?,
                '^' => f.write_str("\\textasciicircum{}")?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}
