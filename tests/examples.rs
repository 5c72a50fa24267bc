//! The examples, run as a reader runs them: every option of `query`, and how each of them ends.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use yongkang_metrics::{
    Aggregate, Category, Filter, Metric, MetricSet, Period, PeriodBasis, Precision, Section, StatType, Unit,
};

#[cfg(all(feature = "audit", feature = "figures", feature = "search", feature = "serde"))]
#[path = "support/fresh.rs"]
mod fresh;
#[cfg(feature = "audit")]
#[path = "support/report.rs"]
mod report;

/// The folder of the built examples. Tests that are run by name alone find none, so they are built here.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let features: Vec<&str> = [
            ("audit", cfg!(feature = "audit")),
            ("figures", cfg!(feature = "figures")),
            ("search", cfg!(feature = "search")),
            ("serde", cfg!(feature = "serde")),
        ]
        .into_iter()
        .filter_map(|(name, is_on)| is_on.then_some(name))
        .collect();
        let test = std::env::current_exe().expect("this is a program");
        // target/debug/deps/examples-0123
        let [debug, target] = [2, 3].map(|up| test.ancestors().nth(up).expect("tests are three deep"));
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--offline", "--examples", "--features", &features.join(","), "--target-dir"]);
        cargo.arg(target).current_dir(env!("CARGO_MANIFEST_DIR"));
        if debug.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().expect("cargo runs").success());
        debug.join("examples")
    })
}

fn command(example: &str) -> Command {
    let mut command = Command::new(folder().join(example));
    command.env_remove("COLUMNS").current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// What a run prints, what it complains of, and its status.
struct Run {
    out: String,
    complaint: String,
    status: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            complaint: String::from_utf8(output.stderr).expect("UTF-8"),
            status: output.status.code().expect("no signal ends it"),
        }
    }
}

fn run(example: &str, arguments: &[impl AsRef<OsStr>]) -> Run {
    command(example).args(arguments).output().expect("it runs").into()
}

/// The words of a command line.
fn query(line: &str) -> Run {
    run("query", &line.split_whitespace().collect::<Vec<_>>())
}

fn answer(line: &str) -> String {
    let run = query(line);
    assert_eq!((run.status, &*run.complaint), (0, ""), "{line}");
    run.out
}

fn refusal(line: &str) -> String {
    let run = query(line);
    assert_eq!((run.status, &*run.out), (2, ""), "{line}");
    run.complaint
}

fn json(line: &str) -> Value {
    serde_json::from_str(&answer(&format!("{line} --format json"))).expect("JSON")
}

/// The ids of an answer.
fn ids(line: &str) -> Vec<String> {
    let answer = json(line);
    let metrics = answer["metrics"].as_array().expect("a list").iter();
    metrics.map(|metric| metric["id"].as_str().expect("an id").to_owned()).collect()
}

fn assert_asks(line: &str, query: &Filter) {
    assert!(ids(line).iter().eq(query.metrics().iter().map(Metric::id)), "{line}");
    assert_eq!(json(line)["query"], query.to_string(), "{line}");
}

/// What is asked of the examples, a command a line, with all that each answers to it: `examples.txt`, as a reader of it wants it.
#[test]
#[cfg(all(feature = "audit", feature = "figures", feature = "search", feature = "serde"))]
fn each_answers_as_the_list_says() {
    const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples.txt");
    let list = fs::read_to_string(LIST).expect("the list");
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the page");
    for command in readme.split("--example ").skip(1).filter_map(|rest| rest.split(['`', '\n']).next()) {
        let is_asked = ["query", "verify", "arithmetic"].iter().any(|example| command.starts_with(example));
        let asked = format!("$ {}\n", command.replacen(" -- ", " ", 1));
        assert!(!is_asked || list.contains(&asked), "README.md has a command that the list has not: {asked}");
    }
    let mut found = String::new();
    for command in list.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let mut words = command.split(' ');
        let example = words.next().expect("the name of an example");
        let Run { out, complaint, status } = run(example, &words.collect::<Vec<_>>());
        found += &format!("$ {command}\n{out}");
        complaint.lines().for_each(|line| found += &format!("! {line}\n"));
        found += &format!("status {status}\n\n");
    }
    fresh::hold(LIST, &found);
}

#[test]
fn each_facet_narrows() {
    let year = Period::year(2020).expect("a year");
    let trade = MetricSet::ALL.category(Category::ForeignTrade).first().expect("one").time_period();
    for (line, query) in [
        ("--category talent", Filter::new().category(Category::Talent)),
        ("--unit yuan", Filter::new().unit(Unit::Yuan)),
        ("--dimension money", Filter::new().dimension(yongkang_metrics::Dimension::Money)),
        ("--stat-type rank", Filter::new().stat_type(StatType::Rank)),
        ("--admin-level national", Filter::new().admin_level(yongkang_metrics::AdminLevel::National)),
        ("--precision rounded", Filter::new().precision(Precision::Rounded)),
        ("--aggregate persons-commended", Filter::new().aggregate(Some(Aggregate::PersonsCommended))),
        ("--aggregate none", Filter::new().aggregate(None)),
        ("--period-basis stated", Filter::new().period_basis(PeriodBasis::Stated)),
        ("--section 4", Filter::new().section(Section::ALL[4])),
        ("--period 2020-01-01/2020-11-30", Filter::new().period(trade)),
        ("--period 2020", Filter::new().period(year)),
        ("--within 2020", Filter::new().within(year)),
    ] {
        assert_asks(line, &query);
        assert_asks(&line.replacen(' ', "=", 1), &query);
    }
}

#[test]
fn or_within_an_option_and_and_between() {
    let query =
        Filter::new().category(Category::Talent).category(Category::Reform).unit(Unit::Person).unit(Unit::Reform);
    assert_asks("--category talent,reform --unit person,reform", &query);
    assert_asks("--category talent --unit person --category reform --unit reform", &query);
    assert_asks("--category 人才,Reform --unit PERSONS,reform", &query);
}

#[test]
fn words_are_searched_with_the_feature() {
    if cfg!(feature = "search") {
        let run = run("query", &["--search", "foreign trade growth", "--format", "csv"]);
        assert_eq!((run.status, run.out.lines().count()), (0, 2), "{}", run.out);
        assert!(run.out.contains("\nforeign-trade-growth,"), "{}", run.out);
        for (line, told) in
            [("人口", "the report prints no figure for population"), ("人口 --lang zh", "报告未载常住人口的数值")]
        {
            let Run { status, out, complaint } = query(&format!("--search {line}"));
            assert_eq!((status, &*out, complaint.trim_end()), (1, "", told));
        }
    } else {
        assert!(refusal("--search trade").contains("needs the feature `search`: cargo run --features search"));
        assert!(refusal("--search trade --lang zh").contains("需启用特性 search"));
    }
}

#[test]
fn each_format_has_the_same_metrics() {
    let ids = ids("--dimension money");
    let csv = answer("--dimension money --format csv");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.expect("a row")).collect();
    assert!(rows.iter().map(|row| &row[0]).eq(ids.iter().map(String::as_str)));
    let md = answer("--dimension money --format md --total");
    assert_eq!(md.lines().filter(|line| line.starts_with('|')).count(), ids.len() + 2);
    assert!(
        md.lines()
            .take(2)
            .eq(["| Indicator | Figure | Precision | Period | As printed | Note |", "|---|---|---|---|---|---|"])
    );
    assert!(md.contains(&format!("\n\n{}: ", Aggregate::EnterpriseRelief.name())), "{md}");
    assert!(answer("--category reform --format json --lang zh").contains("\"unit_name\": \"改革试点\""));
    // All metrics, where nothing else is asked.
    assert_eq!(answer("--format csv").lines().count(), MetricSet::ALL.len() + 1);
}

#[test]
fn lines_are_no_wider_than_the_screen() {
    let width =
        |line: &str| line.chars().map(|c| if ('\u{2E80}'..='\u{FFE6}').contains(&c) { 2 } else { 1 }).sum::<usize>();
    for columns in [40, 60, 80, 109, 110, 120, 160] {
        for line in ["", "--lang zh", "--within 2010-01-01/2020-12-31 --total", "--format table --total --lang zh"] {
            let run = command("query").args(line.split_whitespace()).env("COLUMNS", columns.to_string()).output();
            let run = Run::from(run.expect("it runs"));
            assert_eq!(run.status, 0);
            for line in run.out.lines().filter(|line| !line.contains("cargo run")) {
                assert!(width(line) <= columns, "{columns}: {} {line}", width(line));
                assert!(!line.trim_start().starts_with(['，', '。', '；', '、']), "{line}");
            }
        }
    }
}

#[test]
fn help_explains_every_option() {
    for line in ["--help", "-h", "--unit yuan --help", "--help --lang zh"] {
        let help = answer(line);
        let facets = Filter::FACETS.iter().copied().chain(["search", "total", "format", "lang", "help"]);
        for option in facets.map(|facet| facet.replace('_', "-")) {
            assert!(help.contains(&format!("\n  --{option} ")), "{option}: {help}");
        }
    }
    assert!(answer("--help --lang zh").contains("用法"));
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_the_reader() {
    for (line, english, chinese) in [
        // The option that there is not, whether or not a value follows.
        ("--unti", "invalid option '--unti'", "没有选项 --unti"),
        ("--unti yuan", "invalid option '--unti'", "没有选项 --unti"),
        ("-x", "invalid option '-x'", "没有选项 -x"),
        ("yuan", "unexpected argument \"yuan\"", "多余的参数 yuan"),
        ("--total=yes", "unexpected argument for option '--total': \"yes\"", "选项 --total 不带取值 yes"),
        ("--unit= --total", "missing argument for option '--unit'", "选项 --unit 缺少取值"),
        ("--unit --total", "missing argument for option '--unit'", "选项 --unit 缺少取值"),
        ("--total --unit", "missing argument for option '--unit'", "选项 --unit 缺少取值"),
        (
            "--unit yuan,yaun",
            "--unit: character 6: no unit is called \"yaun\"; did you mean `yuan`",
            "没有名为“yaun”的单位；是否指 yuan",
        ),
        ("--category x", "--category: no category is called \"x\"", "没有名为“x”的类别"),
        ("--dimension x", "no dimension is called \"x\"", "没有名为“x”的量纲"),
        ("--stat-type x", "no kind of statistic is called \"x\"", "没有名为“x”的统计类型"),
        ("--admin-level x", "no administrative level is called \"x\"", "没有名为“x”的行政级别"),
        ("--precision x", "no precision is called \"x\"", "没有名为“x”的精度"),
        ("--aggregate x", "no aggregate is called \"x\"", "没有名为“x”的合计指标"),
        ("--period-basis x", "no period basis is called \"x\"", "没有名为“x”的时期依据"),
        ("--section 10", "--section: \"10\" is not a section", "--section：没有该章节"),
        ("--period 2020-1", "--period: \"2020-1\" is not a period", "--period：时期格式有误"),
        ("--within 2020-1", "--within: \"2020-1\" is not a period", "--within：时期格式有误"),
        ("--format xml", "--format: expected table, json, csv or md", "--format：应为 table"),
        ("--format csv --total", "--total is no row of a metric", "合计不是指标的行"),
    ] {
        let message = refusal(line);
        assert!(message.starts_with("error: ") && message.contains(english), "{line}: {message}");
        let message = refusal(&format!("--lang zh {line}"));
        assert!(message.starts_with("错误：") && message.contains(chinese), "{line}: {message}");
    }
    assert!(refusal("--lang fr").contains("--lang: expected en or zh"));
}

/// Each example with arguments by which it prints something.
fn examples() -> Vec<(&'static str, Vec<String>)> {
    let mut examples = vec![
        ("query", vec![]),
        ("query", vec!["--category".to_owned(), "talent".to_owned()]),
        ("arithmetic", vec![]),
        ("checksums", vec![]),
    ];
    if cfg!(feature = "serde") {
        examples.push(("export", vec!["json".to_owned()]));
    }
    let report = std::env::var_os("YONGKANG_REPORT");
    if let Some(report) = report.filter(|_| cfg!(feature = "audit")) {
        examples.push(("audit", vec![report.into_string().expect("UTF-8")]));
    }
    examples
}

#[test]
#[cfg(unix)]
fn a_reader_that_leaves_ends_it_quietly() {
    for (example, arguments) in examples() {
        // The reader is gone before there is anything to read: it closes its end at once.
        let mut reader = Command::new("true").stdin(Stdio::piped()).spawn().expect("it runs");
        let writer = reader.stdin.take().expect("a pipe");
        reader.wait().expect("it ends");
        let run = command(example).args(&arguments).stdout(writer).stderr(Stdio::piped()).output().expect("it runs");
        let run = Run::from(run);
        assert_eq!((run.status, &*run.complaint), (0, ""), "{example}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_a_line() {
    for (example, arguments) in examples() {
        let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let run = command(example).args(&arguments).stdout(full()).stderr(Stdio::piped()).output().expect("it runs");
        let run = Run::from(run);
        assert_eq!(run.status, 2, "{example}");
        assert!(run.complaint.contains("standard output: ") && run.complaint.lines().count() == 1, "{}", run.complaint);
        let status = command(example).args(&arguments).stdout(full()).stderr(full()).status().expect("it runs");
        assert_eq!(status.code(), Some(2), "{example}");
    }
}

#[test]
#[cfg(feature = "audit")]
fn audit_of_another_version_lists_what_differs() {
    let Some(report) = report::named("YONGKANG_REPORT") else { return };
    let clean = run("audit", &[&report]);
    assert_eq!((clean.status, &*clean.complaint), (0, ""));
    assert!(clean.out.contains("in the figures of 66 metrics, and 132 in 127 exclusions.\n"), "{}", clean.out);
    let text = fs::read_to_string(report).expect("a report").replace("387.7亿元", "387.8亿元");
    let path = std::env::temp_dir().join(format!("audited-{}.txt", std::process::id()));
    fs::write(&path, text).expect("a place for it");
    let other = run("audit", &[&path]);
    fs::remove_file(&path).expect("it was there");
    assert_eq!((other.status, &*other.complaint), (1, ""));
    assert!(other.out.contains("expected “387.7亿元人民币”"), "{}", other.out);
}

#[test]
#[cfg(feature = "figures")]
fn names_are_read_as_readers_write_them() {
    let trade = Metric::FOREIGN_TRADE_TOTAL;
    for metric in [trade.id(), "Foreign-Trade-Total", trade.title_zh(), "外貿進出口總值", &trade.title().to_lowercase()]
    {
        let run = run("verify", &[metric, "超过380亿元"]);
        assert_eq!((run.status, &*run.complaint), (0, ""), "{metric}");
    }
    let slip = run("verify", &["外贸进出口总额", "超过380亿元"]);
    assert!(slip.status == 2 && slip.complaint.contains("did you mean `foreign-trade-total`"), "{}", slip.complaint);
    for (given, meant) in
        [("對外貿易", "foreign-trade"), ("talent, Reform", "talent,reform"), ("人才、改革", "talent,reform")]
    {
        let [given, meant] = [given, meant].map(|values| run("query", &["--category", values]));
        assert_eq!((given.status, given.out), (0, meant.out));
    }
}

#[cfg(feature = "serde")]
#[test]
fn export_writes_what_is_asked_for() {
    use yongkang_metrics::Record;

    let export = |form: &str| {
        let run = run("export", &[form]);
        assert_eq!((run.status, &*run.complaint), (0, ""), "{form}");
        run.out
    };
    let read: Vec<Record> = serde_json::from_str(&export("json")).expect("records");
    assert!(read.iter().all(|record| record.verify().is_ok()) && read.len() == MetricSet::ALL.len());
    let csv = export("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert!(reader.deserialize::<Record>().map(|record| record.expect("a record")).eq(read));
    assert_eq!(export("csv-excel"), format!("\u{FEFF}{csv}"));
    assert!(csv.starts_with(&Record::FIELDS.join(",")));
    let run = run("export", &["xml"]);
    assert_eq!((run.status, &*run.out), (2, ""));
    assert!(run.complaint.contains("no format is called \"xml\"; expected json, csv or csv-excel"));
}

#[test]
fn help_is_an_answer_of_every_example() {
    let mut examples = vec!["query", "arithmetic", "checksums"];
    examples.extend(cfg!(feature = "serde").then_some("export"));
    examples.extend(cfg!(feature = "audit").then_some("audit"));
    examples.extend(cfg!(feature = "figures").then_some("verify"));
    examples.extend(cfg!(all(feature = "search", feature = "serde")).then_some("book"));
    for example in examples {
        for arguments in [&["--help"][..], &["-h"], &["x", "--help"]] {
            let run = run(example, arguments);
            let is_wrong = example == "query" && arguments.len() > 1;
            assert!(is_wrong || run.status == 0 && run.out.contains(&format!("usage: {example}")), "{example}");
        }
    }
}
