//! The likeliest mistakes of a curator, made in the real tables: `data/README.md` shows what the build says to each.

use crate::compiler;
use crate::{fresh, path, tables};

/// What stands once in the tables, and what a slip of the hand makes of it, in the order of the page.
const MISTAKES: [(&str, &str); 11] = [
    ("\t38770000000\t", "\t3877000000\t"),
    ("\t3万余人次\t30000\t>\t", "\t3万余人次\t30000\t\t"),
    ("\t突破13万户\t", "\t13万户\t"),
    ("\t3万余人次\t30000\t>\tperson-time\t", "\t3万余人次\t30000\t>\tperson\t"),
    ("\t22项\t22\t\twork-item\t", "\t22项\t22\t\tspecial-action\t"),
    ("\t21家\t21\t\tenterprise\t", "\t21家\t21\t\tenterprize\t"),
    ("\njoint-stock-companies-added\tJoint", "\nlow-efficiency-enterprises-cleared\tJoint"),
    ("\t6\t2984\t", "\t6\t2860\t"),
    ("\tforeign-trade-total\t\t2\tJanuary", "\t\t\t2\tJanuary"),
    ("\n5\t2551\t五\t", "\n5\t2545\t1\tdate\t\n5\t2551\t五\t"),
    ("\ntop-talents-recruited\tleading-talents-recruited\tapart\n", "\n"),
];

#[test]
fn the_page_shows_what_the_build_says_to_each() {
    let right = tables("");
    let page = std::fs::read_to_string(path("data/README.md")).expect("the page of the tables");
    let start = page.find("\n## What the build says").expect("the section of mistakes");
    let mut parts: Vec<String> = page[start..].split("```text\n").map(str::to_owned).collect();
    assert_eq!(parts.len(), MISTAKES.len() + 1, "the page has a block for each mistake");
    for ((from, to), part) in MISTAKES.iter().zip(&mut parts[1..]) {
        let found: usize = right.iter().map(|table| table.matches(from).count()).sum();
        assert_eq!(found, 1, "`{from}` must stand once in the tables");
        let files = right.each_ref().map(|table| table.replace(from, to).into_bytes());
        let Err(faults) = compiler::compile(&files) else { panic!("`{to}` was built") };
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let (_, rest) = part.split_once("\n```").expect("the end of the block");
        *part = format!("{}\n```{rest}", faults.join("\n"));
    }
    fresh::hold(path("data/README.md"), &(page[..start].to_owned() + &parts.join("```text\n")));
}
