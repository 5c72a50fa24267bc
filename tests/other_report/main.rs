//! Another report, as data only: the library's source and eight other tables make a crate of a made-up county, with its own
//! categories, units and metrics, and an audit of its own text. No line under `src` changes for it.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/other_report");

/// Kept between runs, so that only the first builds all.
const TEMPORARY: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/other_report");

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes only what is new, as cargo builds again what was written.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() { copy(&path, &to) } else { write(&to, &read(&path)) }
    }
}

/// The manifest without what is for tests, examples and the workspace of this crate.
fn manifest(text: &str) -> String {
    // A workspace of its own, as the folder is below that of this crate.
    let mut kept = String::from("[workspace]\n");
    let mut is_kept = false;
    for line in text.lines() {
        if line.starts_with('[') {
            is_kept = ["[package]", "[features]", "[dependencies]"].contains(&line);
        }
        if is_kept {
            kept = kept + line + "\n";
        }
    }
    kept
}

/// A crate of that name: the library's source, with these tables as its data and `ask.rs` as its only example.
fn other_crate(name: &str) -> PathBuf {
    let (package, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(TEMPORARY).join(name));
    write(&folder.join("Cargo.toml"), &manifest(&read(package.join("Cargo.toml"))));
    for file in ["Cargo.lock", "build.rs"] {
        write(&folder.join(file), &read(package.join(file)));
    }
    copy(&package.join("src"), &folder.join("src"));
    copy(&Path::new(HERE).join("data"), &folder.join("data"));
    write(&folder.join("examples/ask.rs"), &read(Path::new(HERE).join("ask.rs")));
    folder
}

/// Each crate has a target folder of its own: in a common one cargo takes them for the same crate.
fn cargo(folder: &Path, command: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).args([command, "--quiet", "--offline", "--example", "ask", "--features", "audit,search"]);
    cargo.args(["--target-dir", "target"]).env("CARGO_PROFILE_DEV_DEBUG", "false");
    cargo
}

fn output(command: &mut Command) -> (bool, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.success(), text(stdout), text(stderr))
}

/// What `ask.rs` prints.
const ANSWER: &str = "\
Key metrics of Chenglan County, 2031: 云汀省澄岚县, 990123, XX-YT, 2031-01-01/2031-12-31
section 0, 开篇, at 0: 0 metrics
section 1, 渔业, at 57: 12 metrics
section 2, 路与水, at 234: 8 metrics
section 3, 日常生活, at 331: 10 metrics
OceanFishery, 远洋渔业: 12 metrics
SeafoodExport, 水产出口: 4 metrics
HarbourSafety, 渔港安全: 2 metrics
IslandWorks, 海岛工程: 7 metrics
IslandLife, 海岛生活: 5 metrics
ocean-fishing-vessels: 128 vessels, exactly 128
fishing-vessels-built: 16 vessels, exactly 16
old-fishing-vessels-refitted: 54 vessels, exactly 54
steel-fishing-vessels-built: 5 vessels, exactly 5
provincial-vessels-of-merit: 4 vessels, exactly 4
county-vessels-of-merit: 9 vessels, exactly 9
county-model-vessels-of-merit: 3 vessels, exactly 3
energy-saving-vessels-of-merit: 10 vessels, exactly 10
safe-vessels-of-merit: 8 vessels, exactly 8
apart true: 70 vessels
Some(Contains)
新造和改造渔船数, 3: 70 vessels; exactly 70
渔业投资, 2: 850000000 yuan (more than 840000000); more than 840000000
建成设施数, 3: 6 structures; exactly 6
优秀渔船数, 5: `provincial-vessels-of-merit` and `county-vessels-of-merit` may count the same vessels, so that a sum may count \
them twice; leave one out, or ask `distinct_total_in`; 17 to 31
Err(\"`seafood-exports` is in US dollars, not in vessels; ask for `unit::UsDollar`\")
850000000 yuan (more than 840000000)
{\"piers-built\", \"reservoirs-built\"}
18.5 % of Some(Metric(seafood-exports-to-september)), 2031-01-01/2031-09-30
seafood-exports-streak: 6 quarters, 2030-07-01/2031-12-31
harbour-safety-streak: 4 years, 2028-01-01/2031-12-31
1 quarter planned, 2 months taken
300 yuan per household per year (300 or less)
20年以上: 20 or more
超过6亿元: more than 600000000
近2.5亿元: more than 240000000, less than 250000000
突破4.5亿美元: 450000000 or more
41万余人次: more than 410000, less than 420000
不足半天: less than 0.5
八千余户: more than 8000, less than 9000
每户每年300元以内: 300 or less
[Metric(fishing-vessels-built), Metric(steel-fishing-vessels-built)]
Err(13)
59 numerals
clean: true
";

#[test]
fn answers_and_audits_with_no_change_of_source() {
    let folder = other_crate("right");
    let report = Path::new(HERE).join("report.txt");
    let (success, answer, errors) = output(cargo(&folder, "run").arg("--").arg(&report));
    // A warning would be of something that this crate's own tables hide.
    assert_eq!(errors, "");
    for (line, expected) in answer.lines().zip(ANSWER.lines()) {
        assert_eq!(line, expected, "in\n{answer}");
    }
    assert_eq!(answer.lines().count(), ANSWER.lines().count(), "{answer}");
    assert!(success);

    // One vessel more in the text.
    let changed = folder.join("changed.txt");
    write(&changed, &read(&report).replace("128艘", "129艘"));
    let (success, answer, _) = output(cargo(&folder, "run").arg("--").arg(&changed));
    let finding = "line 3, column 8: metric `ocean-fishing-vessels`: expected “128艘”, found \"129艘\"\n";
    assert!(!success && answer.contains(finding) && answer.ends_with("\nclean: false\n"), "{answer}");
}

/// What asks tables that have no aggregates, pairs and headlines.
const BARE: &str = r#"
//! Asks tables without aggregates.
use yongkang_metrics::{Aggregate, Filter, Metric, MetricSet};

fn main() {
    let filter: Filter = "aggregate=none&unit=vessel".parse().unwrap();
    println!("{} {} {filter}: {}", Aggregate::ALL.len(), Metric::HEADLINES.len(), filter.metrics().len());
    println!("{}", MetricSet::ALL.aggregate(None) == MetricSet::ALL);
    println!("{}", "structures-built".parse::<Aggregate>().unwrap_err());
}
"#;

#[test]
fn tables_without_aggregates_pairs_and_headlines_are_tables_too() {
    let folder = other_crate("bare");
    let metrics = read(Path::new(HERE).join("data/metrics.tsv"));
    let columns: Vec<&str> = metrics.lines().next().expect("a header").split('\t').collect();
    let is_emptied = |at: usize| ["aggregate", "headline"].contains(&columns[at]);
    let bare = metrics.lines().enumerate().map(|(line, text)| {
        let fields = text.split('\t').enumerate();
        let fields: Vec<&str> = fields.map(|(at, field)| if line > 0 && is_emptied(at) { "" } else { field }).collect();
        fields.join("\t") + "\n"
    });
    write(&folder.join("data/metrics.tsv"), &bare.collect::<String>());
    for table in ["data/aggregates.tsv", "data/pairs.tsv"] {
        let header = read(Path::new(HERE).join(table)).lines().next().expect("a header").to_owned();
        write(&folder.join(table), &(header + "\n"));
    }
    write(&folder.join("examples/ask.rs"), BARE);
    let (success, answer, errors) = output(&mut cargo(&folder, "run"));
    let expected =
        "0 0 unit=vessel&aggregate=none: 9\ntrue\nno aggregate is called \"structures-built\"; there is none\n";
    assert_eq!((errors.as_str(), answer.as_str(), success), ("", expected, true));
}

/// A mistake in each table, in the order of `compiler::FILES`: the table's name, what stands there once, what is put instead,
/// and the place that the message begins with. The words of the messages are tested in `tests/compiler`.
const MISTAKES: [(&str, &str, &str, &str); 8] = [
    ("report", "12-31", "11-30", "data/report.tsv:6:13: "),
    ("sections", "\n2\t", "\n3\t", "data/sections.tsv:4:1: "),
    ("categories", "Harbour safety", "Ocean fishery", "data/categories.tsv:4:16: "),
    ("units", "\tCCY_USD\t", "\tCCY_EUR\t", "data/units.tsv:2:57: "),
    ("aggregates", "Investment in the fishery\t", "\t", "data/aggregates.tsv:3:20: "),
    ("metrics", "\t342000000\t", "\t34200000\t", "data/metrics.tsv:8:116: "),
    ("pairs", "piers-built\treservoirs-built\tapart\n", "", "data/pairs.tsv:7:1: "),
    ("exclusions", "\t25\t一\t", "\t25\t一股\t", "data/exclusions.tsv:3:6: "),
];

/// The table with the mistake in it.
fn mistaken((name, from, to, _): (&str, &str, &str, &str)) -> String {
    let table = read(Path::new(HERE).join(format!("data/{name}.tsv")));
    assert_eq!(table.matches(from).count(), 1, "`{from}` in {name}");
    table.replace(from, to)
}

#[test]
fn a_mistake_in_any_table_is_told_with_its_place() {
    let files = compiler::FILES.map(|file| read(Path::new(HERE).join(file)).into_bytes());
    assert_eq!(compiler::compile(&files).map(|_| ()), Ok(()));
    for (number, mistake) in MISTAKES.into_iter().enumerate() {
        let mut files = files.clone();
        files[number] = mistaken(mistake).into_bytes();
        let faults = compiler::compile(&files).err().unwrap_or_default();
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(told.len() == 1 && told[0].starts_with(mistake.3), "{}: {told:#?}", mistake.3);
    }
}

#[test]
fn a_mistake_stops_the_build() {
    let folder = other_crate("wrong");
    let mistake = MISTAKES[5];
    write(&folder.join("data/metrics.tsv"), &mistaken(mistake));
    let (success, _, errors) = output(&mut cargo(&folder, "build"));
    assert!(!success && errors.contains(mistake.3), "{errors}");
}

#[test]
fn tables_of_another_folder_are_tried_in_the_place_of_data() {
    let folder = other_crate("tried");
    copy(&folder.join("data"), &folder.join("draft"));
    let mistake = MISTAKES[5];
    write(&folder.join("draft/metrics.tsv"), &mistaken(mistake));
    let (success, _, errors) = output(cargo(&folder, "build").env("YONGKANG_DATA", "draft"));
    assert!(!success && errors.contains(&mistake.3.replace("data", "draft")), "{errors}");
}
