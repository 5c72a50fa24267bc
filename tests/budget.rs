//! What the crate may cost: sizes, dependencies, allocations. None of it depends on the speed of the machine.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use yongkang_metrics::{AdminLevel, Category, DATASET, Metric, MetricSet, Quantity, Unit, unit};

#[test]
fn a_metric_is_two_bytes_and_a_set_a_bit_for_each() {
    assert_eq!(size_of::<Metric>(), 2);
    assert_eq!(size_of::<MetricSet>(), Metric::ALL.len().div_ceil(64) * 8);
    assert_eq!(size_of::<Quantity<unit::Yuan>>(), 16 + 2 * 20);
}

#[test]
fn nothing_is_allocated() {
    let ids: Vec<&str> = MetricSet::ALL.iter().map(Metric::id).collect();
    let allocated = allocation_counter::measure(|| {
        for (metric, id) in MetricSet::ALL.iter().zip(&ids) {
            assert_eq!(Metric::from_id(id), Some(metric));
            assert_eq!(id.parse(), Ok(metric));
            assert!(metric.bounds().contains(metric.value()) || metric.comparator().is_some());
            assert!(!metric.title().is_empty() && !metric.title_zh().is_empty() && metric.note() != Some(""));
            assert!(metric.time_period().days() > 0 && metric.section().number() < 10);
            assert!(metric.of_metric() != Some(metric) && metric.admin_level() <= Some(AdminLevel::County));
        }
        for &category in Category::ALL {
            for &unit in Unit::ALL {
                let set = MetricSet::ALL.category(category).unit(unit);
                assert_eq!(set, category.metrics() & unit.metrics());
                assert_eq!(set.iter().rev().count(), set.len());
            }
        }
        assert!(Unit::Yuan.metrics().total::<unit::Yuan>().is_err());
        assert!(Unit::PolicyArticle.metrics().total::<unit::PolicyArticle>().is_ok());
        assert!(Unit::Yuan.metrics().distinct_total_in(Unit::Yuan).is_ok());
        assert_eq!(DATASET.exclusions.iter().filter(|exclusion| exclusion.text.is_empty()).count(), 0);
    });
    assert_eq!(allocated.count_total, 0);
}

/// So the crate's own build makes no machine code: users pay for that of what they call, and not for the rest.
#[test]
fn all_functions_are_inline() {
    let is_function = |line: &str| {
        let words = line.split(' ').skip_while(|word| word.starts_with("pub") || *word == "const");
        words.take(1).any(|word| word == "fn") && !line.ends_with(';')
    };
    let mut functions = 0;
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // The table compiler is not in the library.
    let files =
        [&src, &src.join("model")].map(|folder| fs::read_dir(folder).expect("the crate has it")).into_iter().flatten();
    for path in files.map(|entry| entry.expect("readable").path()).filter(|path| path.is_file()) {
        let source = fs::read_to_string(&path).expect("readable");
        let mut inline = false;
        let lines = source.lines().map(str::trim).take_while(|line| *line != "#[cfg(test)]");
        for (i, line) in lines.enumerate() {
            if is_function(line) {
                functions += 1;
                assert!(inline, "{}:{}: expected #[inline] on `{line}`", path.display(), i + 1);
            }
            inline = line.starts_with("#[") && (inline || line == "#[inline]");
        }
    }
    assert!(functions > 200, "only {functions} functions seen");
}

#[test]
fn each_feature_adds_what_it_says_and_no_more() {
    let base = ["arrayvec", "chrono", "num-traits", "rust_decimal", "yongkang-metrics"];
    assert_eq!(dependencies("normal", "audit,figures"), base.into());
    assert_eq!(dependencies("normal", "search"), base.into_iter().chain(["once_cell"]).collect());
    assert_eq!(dependencies("normal", "serde"), base.into_iter().chain(["serde", "serde_core"]).collect());
}

/// What an example or a test needs, everyone's first command builds.
#[test]
fn a_first_command_builds_few_packages() {
    let packages = dependencies("normal,build,dev", "");
    assert!(packages.len() <= 21, "{packages:?}; expected heavy ones in a member of the workspace");
}

/// The packages that these features need, by edges of `cargo tree`: `normal` ones are what a user's program has.
fn dependencies(edges: &str, features: &str) -> BTreeSet<&'static str> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--edges",
            edges,
            "--prefix=none",
            "--format={p}",
            "--no-default-features",
            "--features",
            features,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).expect("names of packages").leak();
    listed.lines().filter_map(|line| line.split(' ').next()).collect()
}
