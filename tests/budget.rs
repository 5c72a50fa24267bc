//! What the crate may cost: sizes, dependencies, allocations. None of it depends on the speed of the machine.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use yongkang_metrics::{AdminLevel, Aggregate, Category, DATASET, Metric, MetricSet, Quantity, Unit, unit};

#[test]
fn a_metric_is_two_bytes_and_a_set_a_bit_for_each() {
    assert_eq!(size_of::<Metric>(), 2);
    assert_eq!(size_of::<MetricSet>(), Metric::ALL.len().div_ceil(64) * 8);
    assert_eq!(size_of::<Quantity<unit::Yuan>>(), 16 + 2 * 20);
}

/// Takes a text and does not keep it.
struct Sink;

impl fmt::Write for Sink {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.contains('\0') { Err(fmt::Error) } else { Ok(()) }
    }
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
            for shown in [metric.display(), metric.display_zh()] {
                assert_eq!(write!(Sink, "{shown:#}"), Ok(()));
            }
        }
        for &category in Category::ALL {
            for &unit in Unit::ALL {
                let set = MetricSet::ALL.category(category).unit(unit);
                assert_eq!(set, category.metrics() & unit.metrics());
                assert_eq!(set.iter().rev().count(), set.len());
            }
        }
        assert!(Unit::Yuan.metrics().total::<unit::Yuan>().is_err());
        assert!(Aggregate::TalentsRecruited.metrics().total::<unit::Person>().is_ok());
        assert!(Category::EnterpriseSupport.metrics().unit(Unit::Yuan).distinct_total_in(Unit::Yuan).is_ok());
        assert_eq!(DATASET.exclusions.iter().filter(|exclusion| exclusion.text.is_empty()).count(), 0);
    });
    assert_eq!(allocated.count_total, 0);
}

/// A text of nothing but numerals or headings: twenty bytes for each that it has, and findings that a reader can read.
#[test]
#[cfg(feature = "audit")]
fn a_hostile_text_is_audited_at_twenty_times_its_weight() {
    for text in ["1,", "a\n", "一", "“1”\r\n"] {
        let text = text.repeat(1 << 16);
        let mut audit = None;
        let allocated = allocation_counter::measure(|| audit = Some(yongkang_metrics::audit(&text)));
        let audit = audit.expect("it ran");
        assert!(allocated.bytes_max < 20 * text.len() as u64, "{allocated:?}");
        // A row or two stand by chance.
        assert!(
            audit.left_out > (1 << 16) - 1_100 && audit.findings.len() < 1_300,
            "{} {}",
            audit.left_out,
            audit.findings.len()
        );
        assert!(audit.to_string().ends_with(&format!("and {} more", audit.findings.len() + audit.left_out - 100)));
    }
}

/// The rule of CONTRIBUTING: what every user builds and is not generic is `#[inline]`, and makes no machine code before it is called.
#[test]
fn what_every_user_builds_and_is_not_generic_is_inline() {
    // Whoever turns these on calls them, and their machine code is made once.
    const OF_FEATURES: [&str; 13] = [
        "audit.rs",
        "beside.rs",
        "claim.rs",
        "figure.rs",
        "figures.rs",
        "ledger.rs",
        "own_words.rs",
        "search.rs",
        "serialize.rs",
        "sha256.rs",
        "text.rs",
        "titles.rs",
        "wording.rs",
    ];
    let mut functions = 0;
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in fs::read_dir(src).expect("the crate has it").map(|entry| entry.expect("readable").path()) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if path.is_dir() || OF_FEATURES.contains(&name) {
            continue;
        }
        let (mut in_generic, mut inline) = (false, false);
        for (i, line) in fs::read_to_string(&path).expect("readable").lines().map(str::trim).enumerate() {
            if line.starts_with("impl") {
                in_generic = line.strip_prefix("impl<").is_some_and(names_a_type);
            }
            if let Some(signature) = signature(line) {
                let parameters = signature.split_once('<').filter(|(name, _)| !name.contains('('));
                let is_generic = in_generic
                    || parameters.is_some_and(|(_, rest)| names_a_type(rest))
                    || signature.split("->").next().is_some_and(|head| head.contains("impl "));
                let expected = if is_generic { "no #[inline] on what is generic" } else { "#[inline]" };
                assert!(inline != is_generic, "{}:{}: expected {expected}: `{line}`", path.display(), i + 1);
                functions += 1;
            }
            inline = line.starts_with("#[") && (inline || line == "#[inline]");
        }
    }
    assert!(functions > 150, "only {functions} functions seen");
}

/// Whether a list of parameters has one that is no lifetime.
fn names_a_type(parameters: &str) -> bool {
    parameters.split('>').next().is_some_and(|list| list.contains(|c: char| c.is_ascii_uppercase()))
}

/// What stands behind `fn` where a function with a body begins.
fn signature(line: &str) -> Option<&str> {
    let mut words = line.split(' ').skip_while(|word| word.starts_with("pub") || *word == "const");
    let is_function = words.next() == Some("fn") && !line.ends_with(';');
    is_function.then(|| line.split_once("fn ")).flatten().map(|(_, signature)| signature)
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
