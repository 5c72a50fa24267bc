use yongkang_metrics::{DATASET, Metric, MetricSet};

use crate::report;

#[test]
fn as_text() {
    assert_eq!(
        Metric::FOREIGN_TRADE_TOTAL.cite().to_string(),
        format!(
            "Total value of imports and exports, January to November 2020: 38.77 billion yuan (“387.7亿元人民币”). \
             Yongkang City's 2020 year-in-review report, in Chinese, section 4, characters 2158 to 2167. \
             Cited from yongkang-metrics {}, foreign-trade-total.",
            DATASET.version
        )
    );
}

#[test]
fn as_bibtex() {
    assert_eq!(
        Metric::FOREIGN_TRADE_GROWTH.cite().bibtex().to_string(),
        format!(
            "@misc{{yongkang-metrics:foreign-trade-growth,\n  \
             title = {{Year-on-year growth of the total value of imports and exports (外贸进出口总值同比增长率): 同比增长33\\%}},\n  \
             howpublished = {{Yongkang City's 2020 year-in-review report, in Chinese, section 4, characters 2169 to 2175}},\n  \
             note = {{SHA-256 of the report {}; cited from yongkang-metrics {}}},\n  \
             language = {{chinese}},\n}}",
            DATASET.source_sha256, DATASET.version
        )
    );
}

#[test]
fn of_every_metric_point_at_its_figure() {
    let Some(report) = report::read() else { return };
    let report: Vec<char> = report.chars().collect();
    for metric in MetricSet::ALL {
        let text = metric.cite().to_string();
        let (_, position) = text.split_once("characters ").expect("the position");
        let (position, _) = position.split_once('.').expect("its end");
        let (first, last) = position.split_once(" to ").expect("two offsets");
        let (first, last): (usize, usize) = (first.parse().expect("a number"), last.parse().expect("a number"));
        assert_eq!(report[first..=last].iter().collect::<String>(), metric.obs_text());
        let entry = metric.cite().bibtex().to_string();
        assert_eq!(entry.matches('{').count(), entry.matches('}').count(), "{entry}");
        assert_eq!(metric.cite().metric, metric);
    }
}
