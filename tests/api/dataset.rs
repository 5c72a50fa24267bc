use yongkang_metrics::{DATASET, Metric};

#[test]
fn display_is_a_line_of_it_all() {
    let (metrics, exclusions) = (Metric::ALL.len(), DATASET.exclusions.len());
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        DATASET.to_string(),
        format!(
            "Key metrics of Yongkang City, 2020 (永康市2020年度工作回顾所载数据), version {version}: \
             {metrics} metrics, {exclusions} numerals excluded"
        )
    );
    assert_eq!(DATASET.version, version);
}
