//! Nanoseconds of each question to each peer, by criterion.

use std::fs;
use std::time::Duration;

use criterion::Criterion;
use yongkang_metrics_benches::{for_each_peer, questions};

use crate::instructions::{self, Figure};
use crate::{paths, results};

pub fn run() {
    let folder = paths::output("criterion");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
        .without_plots();
    let mut figures = Vec::new();
    macro_rules! measure {
        ($peer:ident) => {
            let peer = stringify!($peer);
            questions::$peer::put_all(|question, put| {
                criterion.bench_function(&format!("{peer}-{question}"), |bencher| bencher.iter(|| put()));
                let estimates = folder.join(format!("{peer}-{question}/new/estimates.json"));
                let estimates = fs::read_to_string(estimates).expect("what criterion wrote");
                let estimates: serde_json::Value = serde_json::from_str(&estimates).expect("JSON");
                let nanoseconds = estimates["median"]["point_estimate"].as_f64().expect("a number");
                figures.push(Figure { peer, question, count: nanoseconds / instructions::times(question) });
            });
        };
    }
    for_each_peer!(measure);
    results::put("time", &instructions::table(&figures, &[]));
}
