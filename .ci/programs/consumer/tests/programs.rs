//! The programs, run.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use yongkang_metrics::{Category, Filter, Metric, MetricSet, Record, Unit};
use yongkang_metrics_consumer::Dashboard;

fn tool(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tool")).args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_tool_with_clap() {
    let (status, out, _) = tool(&["--category", "foreign-trade,人才", "--unit", "yuan"]);
    assert_eq!((status, out.lines().count()), (Some(0), 1));
    assert!(out.starts_with("Total value of imports and exports ") && out.ends_with(" 38770000000 yuan\n"), "{out}");
    assert_eq!(tool(&["--filter", "category=foreign-trade&unit=yuan"]).1, out);
    let (status, _, complaint) = tool(&["--unit", "yaun"]);
    assert_eq!(status, Some(2));
    assert!(complaint.contains("did you mean `yuan`?"), "{complaint}");
    let (status, _, complaint) = tool(&["--filter", "unti=yuan"]);
    assert_eq!(status, Some(2));
    assert!(complaint.contains("no facet is called \"unti\"; did you mean `unit`?"), "{complaint}");
}

struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_server")).stdout(Stdio::piped()).spawn().expect("it runs");
        let mut address = String::new();
        let out = process.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut address).expect("it prints its address");
        Self { process, address: address.trim_end().to_owned() }
    }

    fn get(&self, target: &str) -> (u16, Value) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {target} HTTP/1.0\r\n\r\n").expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), serde_json::from_str(body).expect("JSON"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_server_with_tiny_http() {
    let server = Server::start();
    let (status, answer) = server.get("/metrics?category=foreign-trade%2Ctalent&unit=yuan");
    assert_eq!((status, &answer["query"]), (200, &"category=foreign-trade,talent&unit=yuan".into()));
    assert_eq!(answer["metrics"][0]["obs_value"], "38770000000");
    assert_eq!(answer["metrics"][0]["category_name_zh"], "对外贸易");
    let all = server.get("/metrics").1["metrics"].as_array().map(Vec::len);
    assert_eq!(all, Some(MetricSet::ALL.len()));
    assert_eq!(
        server.get("/metrics?search=%E5%A4%96%E8%B4%B8&unit=percent").1["metrics"][0]["id"],
        "foreign-trade-growth"
    );
    assert_eq!(server.get("/metrics/market-entities").1["title_zh"], "市场主体户数");
    let (status, answer) = server.get("/metrics?unit=yuan&category=trade");
    assert_eq!(status, 400);
    let error = answer["error"].as_str().expect("a text");
    assert!(error.contains("character 20: no category is called \"trade\"; did you mean `foreign-trade`?"), "{error}");
    assert_eq!(server.get("/metrics/gdp").0, 404);
    assert_eq!(server.get("/").0, 404);
}

#[test]
fn files_in_toml_csv_and_json() {
    let written = r#"
        title = "Trade and talent"

        [[panels]]
        title = "Trade"
        filter = { category = "foreign-trade", within = 2020 }

        [[panels]]
        title = "Talents"
        filter.category = ["talent"]
        filter.unit = ["person", "policy-article"]
    "#;
    let dashboard: Dashboard = toml::from_str(written).expect("a dashboard");
    assert_eq!(dashboard.panels[0].filter.metrics(), Category::ForeignTrade.metrics());
    let talents = Filter::new().category(Category::Talent).unit(Unit::Person).unit(Unit::PolicyArticle);
    assert_eq!(dashboard.panels[1].filter, talents);
    let in_toml = toml::to_string(&dashboard).expect("serialisable");
    assert_eq!(toml::from_str(&in_toml), Ok(dashboard));

    let in_json =
        serde_json::to_string(&MetricSet::ALL.iter().map(Record::from).collect::<Vec<_>>()).expect("serialisable");
    let records: Vec<Record> = serde_json::from_str(&in_json).expect("records");
    assert!(records.iter().all(|record| record.verify().is_ok()));
    let edited: Vec<Record> = serde_json::from_str(&in_json.replace("\"38770000000\"", "38.77e9")).expect("records");
    let mismatch = edited.iter().find_map(|record| record.verify().err());
    assert_eq!(mismatch, None, "another spelling of a number is the same one");
    let edited: Vec<Record> =
        serde_json::from_str(&in_json.replace("\"38770000000\"", "38780000000")).expect("records");
    let mismatch = edited.iter().find_map(|record| record.verify().err()).expect("a wrong value");
    assert_eq!((mismatch.metric, mismatch.field), (Metric::FOREIGN_TRADE_TOTAL, "obs_value"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    records.iter().for_each(|record| writer.serialize(record).expect("serialisable"));
    let in_csv = writer.into_inner().expect("written");
    let read: Result<Vec<Record>, _> = csv::Reader::from_reader(&*in_csv).deserialize().collect();
    assert!(read.expect("records").into_iter().eq(MetricSet::ALL.iter().map(Record::from)));
}
