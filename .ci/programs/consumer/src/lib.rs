//! What the programs share: metrics as a page shows them, and a file of records checked.

use serde::{Deserialize, Serialize};
use yongkang_metrics::{Filter, Metric, Record};

/// A dashboard as its owner writes it down, in TOML.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Dashboard {
    pub title: String,
    pub panels: Vec<Panel>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    pub title: String,
    pub filter: Filter,
}

/// The answer to a request.
#[derive(Serialize)]
pub struct Answer {
    pub query: String,
    pub metrics: Vec<Record>,
}

impl From<&Filter> for Answer {
    fn from(query: &Filter) -> Self {
        Self { query: query.to_string(), metrics: query.metrics().iter().map(Record::from).collect() }
    }
}

/// A status and a body for the target of a request.
pub fn respond(target: &str) -> (u16, String) {
    let (path, asked) = target.split_once('?').unwrap_or((target, ""));
    let body = match path.strip_prefix("/metrics") {
        Some("") => {
            asked.parse().map(|query| to_json(&Answer::from(&query))).map_err(|error| (400, format!("{error}")))
        }
        Some(id) => id
            .trim_start_matches('/')
            .parse::<Metric>()
            .map(|metric| to_json(&Record::from(metric)))
            .map_err(|error| (404, format!("{error}"))),
        None => Err((404, "ask for /metrics?category=… or /metrics/ID".to_owned())),
    };
    body.map_or_else(|(status, error)| (status, to_json(&serde_json::json!({ "error": error }))), |body| (200, body))
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("no map has keys but texts")
}
