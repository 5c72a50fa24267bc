//! Nanoseconds of the questions to each peer.

use std::time::Duration;

use criterion::Criterion;
use yongkang_metrics_benches::questions;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .without_plots()
        .configure_from_args();
    questions::put_all(&mut |question, put| {
        criterion.benchmark_group(question.name).bench_function(question.peer, |bencher| bencher.iter(&mut *put));
    });
    criterion.final_summary();
}
