//! What a command costs: processor time and memory, of all the processes that it starts.

use std::process::Command;

use wait4::Wait4;

#[derive(Clone, Copy)]
pub struct Usage {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// The most that any one process had in memory, in MB.
    pub peak: f64,
}

/// Runs a command to its end, which has to be a good one.
pub fn of(command: &mut Command) -> Usage {
    let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let used = child.wait4().expect("a process of ours");
    assert!(used.status.success(), "{command:?} failed");
    Usage {
        cpu: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        peak: used.rusage.maxrss as f64 / f64::from(1 << 20),
    }
}

pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 { numbers[middle] } else { f64::midpoint(numbers[middle - 1], numbers[middle]) }
}
