//! A program whose size is measured: it reads all that one peer has, which `PEER` names at build time.

use yongkang_metrics_benches::{for_each_peer, peers};

fn main() {
    macro_rules! read {
        ($peer:ident) => {
            // The compiler knows the answer, and drops what is not asked for.
            if option_env!("PEER") == Some(stringify!($peer)) {
                peers::$peer::read_all();
            }
        };
    }
    for_each_peer!(read);
}
