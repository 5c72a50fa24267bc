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
fn the_table_has_values_and_notes() {
    let table = answer("--category foreign-trade --unit yuan");
    let figure = "  38.77 billion yuan, January to November 2020, rounded to 10 million\n  “387.7亿元人民币”\n";
    assert!(table.starts_with(&format!("Total value of imports and exports [1]\n{figure}")), "{table}");
    assert!(table.ends_with("\n\n[1] January to November only, not the whole year.\n"), "{table}");
    let table = answer("--category foreign-trade --unit yuan --lang zh --format table");
    assert!(table.starts_with("外贸进出口总值 [1]\n  387.7亿元，2020年1月至11月，精确到1000万元"), "{table}");
    assert!(table.ends_with("\n\n[1] 为1至11月数，非全年数。\n"), "{table}");
    // Which may overlap is told by the numbers of the notes.
    let table = answer("--category talent --admin-level national,provincial");
    assert!(
        table.replace("\n    ", " ").contains("is not stated. May overlap with [2]: adding may count twice.\n[2] ")
    );
}

#[test]
fn the_table_says_which_periods_are_assumed() {
    let answer = |line: &str| answer(line).replace("\n  ", " ");
    let legend = format!("\nassumed: {}", PeriodBasis::Assumed.about());
    assert!(!answer("--period-basis stated").contains("assumed"));
    let table = answer("--aggregate talents-recruited");
    assert!(table.contains(", 2020 (assumed), exact") && table.contains(&legend), "{table}");
    let table = answer("--unit market-entity");
    assert!(table.contains(", 2020 (date not stated), ") && table.contains(&legend), "{table}");
    let table = answer("--stat-type streak,stock --lang zh");
    assert!(table.contains("，2011年至2020年（推定），") && table.contains("，2020年（未载明时点），"), "{table}");
}

#[test]
fn totals_have_names_and_the_rest_adds_up_with_nothing() {
    let persons = Aggregate::PersonsCommended;
    for (line, english, chinese) in [
        (
            "--aggregate persons-commended",
            format!("\n\n{}: 24 to 35 persons, each counted once; 35 person-times.\n", persons.name()),
            format!("\n\n{}：去重后24至35人；35人次。\n", persons.name_zh()),
        ),
        (
            "--aggregate persons-commended --admin-level provincial",
            format!("\n{}, 2 of 4: 5 to 6 persons, each counted once; 6 person-times.\n", persons.name()),
            format!("\n{}（4项指标中的2项）：去重后5至6人；6人次。\n", persons.name_zh()),
        ),
        (
            "--aggregate talents-recruited",
            format!("\n{}: 29 persons.\n", Aggregate::TalentsRecruited.name()),
            format!("\n{}：29人。\n", Aggregate::TalentsRecruited.name_zh()),
        ),
        (
            "--unit yuan",
            "\nAdds up with nothing (a thing of its own): Total investment in digital and intelligent technical upgrading projects; \
             Total value of imports and exports.\n"
                .to_owned(),
            "\n不与其他指标相加（无同类指标）：数字化、智能化技改项目总投资；外贸进出口总值。\n".to_owned(),
        ),
        (
            "--category foreign-trade",
            "\nAdds up with nothing (a thing of its own): Total value of imports and exports.\n\
             Adds up with nothing (growth rate): Year-on-year growth of the total value of imports and exports.\n"
                .to_owned(),
            "\n不与其他指标相加（同比增长率）：外贸进出口总值同比增长率。\n".to_owned(),
        ),
    ] {
        let total = answer(&format!("{line} --total")).replace("\n  ", " ");
        assert!(total.contains(&english), "{english}: {total}");
        let total = answer(&format!("{line} --total --lang zh")).replace("\n  ", "");
        assert!(total.contains(&chinese), "{chinese}: {total}");
    }
    let total = answer("--aggregate enterprise-relief --total");
    assert!(total.ends_with(": 2.66 to 4.57 billion yuan, each counted once.\n"), "{total}");
    let total = answer("--aggregate talent-programme-applicants --admin-level national --total");
    assert!(total.ends_with(", 1 of 2: 1 person.\n"), "{total}");
}

#[test]
fn totals_in_json_have_the_fields_of_what_the_table_says() {
    let json = json("--category talent,foreign-trade --total");
    let totals = json["totals"].as_array().expect("a list");
    let fields = |total: &Value, fields: &[&str]| fields.iter().map(|field| total[field].clone()).collect::<Vec<_>>();
    let all = ["aggregate", "metrics", "of", "unit", "total", "lower", "upper", "instances", "instances_name"];
    assert_eq!(
        totals.iter().map(|total| Value::Array(fields(total, &all))).collect::<Value>(),
        serde_json::json!([
            ["talents-recruited", 2, 2, "person", "29", "29", "29", null, null],
            ["talent-programme-applicants", 2, 2, "person", null, "1", "2", "2", "person-times"],
        ])
    );
    assert_eq!(totals[0]["name"], Aggregate::TalentsRecruited.name());
    assert_eq!(
        Value::Array(fields(&json["metrics"][0], &["category", "stat_type", "precision", "period_basis", "aggregate"])),
        serde_json::json!(["talent", "extent", "exact", "assumed", null])
    );
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
fn without_options_it_shows_the_first_figures_and_what_can_be_asked() {
    for (line, title) in [("", "Key metrics of Yongkang City, 2020"), ("--lang zh", "永康市2020年度工作回顾所载数据")]
    {
        let overview = answer(line);
        assert!(overview.starts_with(title), "{overview}");
        let (first, codes) = overview.split_once("\n\n--aggregate").expect("what adds up comes next");
        let printed = |metric: &Metric| first.contains(metric.obs_text());
        assert!(Metric::HEADLINES[..6].iter().all(printed) && !Metric::HEADLINES[6..].iter().any(printed), "{first}");
        let aggregates = Aggregate::ALL.iter().map(|it| it.code());
        let rest = Category::ALL.iter().map(|it| it.code()).chain(Unit::ALL.iter().map(|it| it.code()));
        for code in aggregates.chain(rest) {
            assert!(codes.contains(&format!("\n  {code} ")), "{code}");
        }
    }
    assert!(
        answer("--lang zh").contains("企业（家）：") && answer("--lang zh").contains("   引进高层次人才数：29人\n")
    );
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

#[test]
fn nothing_found_is_told_with_a_status_of_its_own() {
    for (line, out) in [("--section 0 --unit yuan", ""), ("--section 0 --unit yuan --format md", "")] {
        let run = query(line);
        assert_eq!((run.status, &*run.out), (1, out));
        assert!(run.complaint.contains("no metric has all of that"));
    }
    let run = query("--section 0 --unit yuan --format json --total");
    let empty: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(
        (run.status, empty),
        (1, serde_json::json!({"query": "unit=yuan&section=0", "metrics": [], "totals": []}))
    );
    assert!(query("--section 0 --unit yuan --format csv").out.starts_with("id,title,"));
}

#[test]
fn arithmetic_gives_totals_by_name_or_says_why_not() {
    let out = run("arithmetic", &[""; 0]).out;
    assert!(out.contains(": 29.15 billion yuan, 29.03 to 29.27 billion\n"), "{out}");
    assert!(out.contains(&format!("\n{}\n  29 persons, ", Aggregate::TalentsRecruited.name())), "{out}");
    assert!(out.contains("may count the same persons"), "{out}");
    assert!(
        out.contains("  Each counted once: 24 to 35 persons\n  As often as it happened: 35 person-times, "),
        "{out}"
    );
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
fn audit_says_of_another_text_that_it_is_not_the_report_and_stops() {
    for (arguments, message) in [
        (&["README.md"][..], "error: README.md: not the report: of 193 figures and exclusions 0 stand where"),
        (&["no such file"], "error: no such file: "),
        (&[], "error: expected a file: audit FILE"),
        (&["a", "b"], "error: expected a file: audit FILE"),
    ] {
        let run = run("audit", arguments);
        assert_eq!((run.status, &*run.out), (2, ""));
        assert!(run.complaint.starts_with(message), "{}", run.complaint);
    }
}

#[test]
#[cfg(feature = "audit")]
fn audit_of_another_version_lists_what_differs() {
    let Some(report) = std::env::var_os("YONGKANG_REPORT") else { return };
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
fn verify_goes_through_an_article() {
    let article = |text: &str| {
        let path = std::env::temp_dir().join(format!("article-{}.txt", std::process::id()));
        fs::write(&path, text).expect("a place for it");
        let run = run("verify", &[&path]);
        fs::remove_file(&path).expect("it was there");
        assert_eq!(run.complaint, "");
        // The line of the metric, without period, note and citation, and those of other figures.
        let lines = run.out.lines().filter_map(|line| line.split_once(": "));
        let told = lines.filter(|(subject, _)| subject.parse::<Metric>().is_ok());
        let told: Vec<String> =
            told.map(|(id, said)| format!("{id} {}", said.split(':').next().unwrap_or(said))).collect();
        (run.status, told)
    };
    let told = |told: &[&str]| told.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    // The period stands once, before both.
    let text =
        "2020年1至11月，全市外贸进出口总值达388亿元，同比增长33%。2020年，新增股份制公司21家，新增上云企业800余家。";
    let lines = ["foreign-trade-total true", "joint-stock-companies-added true", "enterprises-newly-on-cloud true"];
    assert_eq!(article(text), (0, told(&lines)));
    // Another year is another figure, and so is what no metric is called.
    assert_eq!(article("2019年，新增股份制公司22家，引进院士1人。"), (4, told(&[])));
    assert_eq!(
        article("新增股份制公司22家，新增上云企业820家。"),
        (1, told(&["joint-stock-companies-added false", "enterprises-newly-on-cloud undecided"]))
    );
    assert_eq!(article("没有数字。"), (4, told(&[])));
    assert_eq!(
        run("verify", &["no such file"]).complaint,
        "error: no such file: No such file or directory (os error 2)\n"
    );
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
    for example in examples {
        for arguments in [&["--help"][..], &["-h"], &["x", "--help"]] {
            let run = run(example, arguments);
            let is_wrong = example == "query" && arguments.len() > 1;
            assert!(is_wrong || run.status == 0 && run.out.contains(&format!("usage: {example}")), "{example}");
        }
    }
}
