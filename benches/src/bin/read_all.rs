//! A program whose size is measured: it reads all that one peer has, which `PEER` names at build time.

use std::hint::black_box;

use yongkang_metrics::{DATASET, Metric, MetricSet};
use yongkang_metrics_benches::{for_each_peer, peers};

fn main() {
    // The compiler knows the answer, and drops what is not asked for.
    if option_env!("PEER") == Some("ours") {
        return read_ours();
    }
    macro_rules! read {
        ($peer:ident) => {
            if option_env!("PEER") == Some(stringify!($peer)) {
                for row in peers::$peer::all() {
                    black_box(peers::$peer::by_id(peers::$peer::id(&row)));
                }
            }
        };
    }
    for_each_peer!(read);
}

fn read_ours() {
    for metric in MetricSet::ALL {
        black_box((metric.id(), metric.title(), metric.title_zh(), metric.obs_text()));
        black_box((metric.note(), metric.note_zh(), metric.keywords(), metric.counted(), metric.counted_zh()));
        black_box((metric.category(), metric.unit(), metric.stat_type(), metric.admin_level(), metric.comparator()));
        black_box((metric.value(), metric.bounds(), metric.precision(), metric.time_period(), metric.period_basis()));
        black_box((metric.section(), metric.source_start(), metric.of_metric(), metric.aggregate(), metric.overlaps()));
    }
    black_box(Metric::HEADLINES);
    for exclusion in DATASET.exclusions {
        black_box(*exclusion);
    }
}
