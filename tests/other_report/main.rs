//! Another report, as data only: the library's source and eight other tables make a crate of a made-up county, with its own
//! categories, units and metrics, and an audit of its own text. No line under `src` changes for it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Once;

#[path = "../support/fresh.rs"]
mod fresh;

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/other_report");

/// The crate of the made-up report: the library's source, its tables, and `ask.rs` as its example. It is kept between runs, and all that
/// is tried is tried in it, so that only the first run builds what the library needs.
const CRATE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/other_report");

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

/// Its folder, in which it is written first.
fn other_crate() -> &'static Path {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(write_crate);
    Path::new(CRATE)
}

fn write_crate() {
    let (package, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(CRATE));
    write(&folder.join("Cargo.toml"), &manifest(&read(package.join("Cargo.toml"))));
    for file in ["Cargo.lock", "build.rs"] {
        write(&folder.join(file), &read(package.join(file)));
    }
    copy(&package.join("src"), &folder.join("src"));
    copy(&Path::new(HERE).join("data"), &folder.join("data"));
    copy(&Path::new(HERE).join("examples"), &folder.join("examples"));
}

fn cargo(command: &str, example: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(CRATE).args([
        command,
        "--quiet",
        "--offline",
        "--example",
        example,
        "--features",
        "audit,search",
    ]);
    cargo.args(["--target-dir", "target"]).env("CARGO_PROFILE_DEV_DEBUG", "false").env_remove("YONGKANG_DATA");
    cargo
}

fn output(command: &mut Command) -> (bool, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.success(), text(stdout), text(stderr))
}

#[test]
fn answers_and_audits_with_no_change_of_source() {
    let (folder, report) = (other_crate(), Path::new(HERE).join("report.txt"));
    let (success, answer, errors) = output(cargo("run", "ask").arg("--").arg(&report));
    // A warning would be of something that this crate's own tables hide.
    assert_eq!((success, &*errors), (true, ""));
    fresh::hold(Path::new(HERE).join("answer.txt"), &answer);

    // One vessel more in the text.
    let changed = folder.join("changed.txt");
    write(&changed, &read(&report).replace("128艘", "129艘"));
    let (success, answer, _) = output(cargo("run", "ask").arg("--").arg(&changed));
    let finding = "line 3, column 8: metric `ocean-fishing-vessels`: expected “128艘”, found \"129艘\"\n";
    assert!(!success && answer.contains(finding) && answer.ends_with("\nclean: false\n"), "{answer}");
}

/// As tables without them are tables too.
#[test]
fn tables_of_another_folder_need_no_aggregates_pairs_and_headlines() {
    let bare = other_crate().join("bare");
    copy(&Path::new(HERE).join("data"), &bare);
    let metrics = read(Path::new(HERE).join("data/metrics.tsv"));
    let columns: Vec<&str> = metrics.lines().next().expect("a header").split('\t').collect();
    let is_emptied = |at: usize| ["aggregate", "headline"].contains(&columns[at]);
    let rows = metrics.lines().enumerate().map(|(line, text)| {
        let fields = text.split('\t').enumerate();
        let fields: Vec<&str> = fields.map(|(at, field)| if line > 0 && is_emptied(at) { "" } else { field }).collect();
        fields.join("\t") + "\n"
    });
    write(&bare.join("metrics.tsv"), &rows.collect::<String>());
    for table in ["aggregates.tsv", "pairs.tsv"] {
        let header = read(bare.join(table)).lines().next().expect("a header").to_owned();
        write(&bare.join(table), &(header + "\n"));
    }
    let (success, answer, errors) = output(cargo("run", "bare").env("YONGKANG_DATA", "bare"));
    let expected =
        "0 0 unit=vessel&aggregate=none: 9\ntrue\nno aggregate is called \"structures-built\"; there is none\n";
    assert_eq!((&*errors, &*answer, success), ("", expected, true));
}

/// Names that change no answer are built as they are.
#[test]
fn names_that_say_something_else_than_codes_are_audited() {
    let named = other_crate().join("named");
    copy(&Path::new(HERE).join("data"), &named);
    for (table, from, to) in [
        ("report.tsv", "County, 2031", "County, 2030"),
        ("categories.tsv", "\tHarbour safety\t", "\tSafety\t"),
        ("units.tsv", "\tvessels\tvessel\t", "\tships\tvessel\t"),
        ("aggregates.tsv", "\tStructures built\t", "\tStructures\t"),
        ("metrics.tsv", "\tPiers built\t", "\tPiers built in 2031\t"),
    ] {
        let text = read(Path::new(HERE).join("data").join(table));
        assert_eq!(text.matches(from).count(), 1, "{from}");
        write(&named.join(table), &text.replace(from, to));
    }
    let report = Path::new(HERE).join("report.txt");
    let (success, answer, errors) = output(cargo("run", "ask").arg("--").arg(&report).env("YONGKANG_DATA", "named"));
    let findings = "\
line 1, column 1: expected no year beside those of time_period, 2031 to 2031, found `Key metrics of Chenglan County, 2030`
line 5, column 13: category `harbour-safety`: expected a name of `harbour-safety` with `harbour`, found `Safety`
line 7, column 27: aggregate `structures-built`: expected a name of `structures-built` with `built`, found `Structures`
line 3, column 8: unit `vessel`: expected name of several `vessel`, found `ships`
line 7, column 27: metric `piers-built`: expected no year in a title, as time_period has it, found `Piers built in 2031`
clean: false
";
    assert!(!success && answer.ends_with(findings), "{answer}{errors}");
}

#[test]
fn a_mistake_in_tables_of_another_folder_is_told_with_its_place() {
    let draft = other_crate().join("draft");
    copy(&Path::new(HERE).join("data"), &draft);
    let metrics = read(Path::new(HERE).join("data/metrics.tsv"));
    assert_eq!(metrics.matches("\t342000000\t").count(), 1);
    write(&draft.join("metrics.tsv"), &metrics.replace("\t342000000\t", "\t34200000\t"));
    let (success, _, errors) = output(cargo("check", "bare").env("YONGKANG_DATA", "draft"));
    assert!(!success && errors.contains("draft/metrics.tsv:8:116: "), "{errors}");
}
