//! Files that hold what a test found when someone last read it.

use std::path::Path;
use std::{env, fs};

/// Fails where the file is not `right`, with the first line that differs; with `YONGKANG_ACCEPT=1` it writes the file anew instead.
#[track_caller]
pub fn hold(file: impl AsRef<Path>, right: &str) {
    let file = file.as_ref();
    let held = fs::read_to_string(file).unwrap_or_default();
    if held == right {
        return;
    }
    if env::var_os("YONGKANG_ACCEPT").is_some_and(|accept| accept == "1") {
        return fs::write(file, right).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    let (line, [held, right]) = difference(&held, right);
    panic!(
        "{}:{line} is stale; it has\n    {held}\nand should have\n    {right}\nRun this test with YONGKANG_ACCEPT=1 to write the file \
         anew, and read what changed before you commit it.",
        file.display()
    );
}

/// The first line that differs, by its number, and what it is in both: from shortly before the difference on.
fn difference(held: &str, right: &str) -> (usize, [String; 2]) {
    let same = held.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    let start = held.as_bytes()[..same].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let shown = |text: &str| {
        let line =
            String::from_utf8_lossy(&text.as_bytes()[start..]).lines().next().unwrap_or("no such line").to_owned();
        let skipped = String::from_utf8_lossy(&text.as_bytes()[start..same]).chars().count().saturating_sub(60);
        let cut = if skipped > 0 { "…" } else { "" };
        cut.to_owned() + &line.chars().skip(skipped).take(160).collect::<String>()
    };
    (held[..start].matches('\n').count() + 1, [shown(held), shown(right)])
}
