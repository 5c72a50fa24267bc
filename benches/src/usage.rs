//! What a command costs: processor time and memory, of all the processes that it starts.

use std::collections::HashMap;
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread::sleep;
use std::time::Instant;

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

/// What all processes of a command use at a time. Some are not waited for by those that started them.
#[derive(Clone, Copy)]
pub struct Together {
    /// From the start of the first to the end of the last, by the clock.
    pub seconds: f64,
    /// User and system time, in seconds.
    pub cpu: f64,
    /// The most that they had in memory at one moment, in MB; what processes share is counted once.
    pub peak: f64,
}

/// Runs a command to the end of all its processes. A tenth of the time it looks at them, as to look at large ones takes long.
pub fn of_all(command: &mut Command) -> Together {
    let started = Instant::now();
    let mut child = command.process_group(0).spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (mut cpu, mut peak) = (HashMap::new(), 0.0_f64);
    loop {
        let looked = Instant::now();
        let processes = group(child.id());
        cpu.extend(processes.iter().map(|process| (process.id, process.cpu)));
        peak = peak.max(processes.iter().map(|process| process.memory).sum());
        let ended = child.try_wait().expect("a process of ours");
        if let Some(status) = ended.filter(|_| processes.is_empty()) {
            assert!(status.success(), "{command:?} failed");
            return Together { seconds: started.elapsed().as_secs_f64(), cpu: cpu.values().sum(), peak };
        }
        sleep(9 * looked.elapsed());
    }
}

struct Process {
    id: u32,
    cpu: f64,
    memory: f64,
}

/// The processes of a group, as Linux has them in /proc.
fn group(group: u32) -> Vec<Process> {
    let ids =
        fs::read_dir("/proc").expect("Linux").flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| process(id, group)).collect()
}

fn process(id: u32, group: u32) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // After the name, which may have spaces: state, parent, group; user and system time, in hundredths of a second.
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let number = |place: usize| fields[place].parse::<u32>().ok();
    if number(2)? != group {
        return None;
    }
    let cpu = f64::from(number(11)? + number(12)?) / 100.0;
    let kilobytes = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().strip_suffix(" kB")?.parse::<u32>().ok()
    });
    // A process that has ended has none.
    Some(Process { id, cpu, memory: f64::from(kilobytes.unwrap_or(0)) / 1024.0 })
}

pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 { numbers[middle] } else { f64::midpoint(numbers[middle - 1], numbers[middle]) }
}
