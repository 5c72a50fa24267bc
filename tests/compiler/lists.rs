//! That a rise or fall which is printed once, before the first figure of a list, is that of the others too: 分别下降18.5%、3.9%.

use crate::compiler;
use crate::{OTHER_REPORT, tables};

/// What is told of the tables with a rate behind that of the seafood exports, at so many characters from its end.
fn told(first: [&str; 2], gap: usize, second: [&str; 3]) -> Vec<String> {
    let mut tables = tables(OTHER_REPORT);
    let row = tables[5].lines().find(|row| row.starts_with("seafood-exports-growth\t")).expect("the row").to_owned();
    let printed = "同比增长18.5%\t18.5";
    let with = |row: &str, [text, value]: [&str; 2]| row.replace(printed, &format!("{text}\t{value}"));
    let start = 159 + first[0].chars().count() + gap;
    let next = row
        .replace("seafood-exports-growth", "shellfish-exports-growth")
        .replace("seafood exports, Jan", "seafood exports of shellfish, Jan")
        .replace("水产品出口额同比", "贝类水产品出口额同比")
        .replace("\t159\t", &format!("\t{start}\t"))
        .replace("growth-rate", second[2]);
    tables[5] = tables[5].replace(&row, &format!("{}\n{}", with(&row, first), with(&next, [second[0], second[1]])));
    let faults = compiler::compile(&tables.map(String::into_bytes)).err().unwrap_or_default();
    faults.iter().map(|fault| fault.message.clone()).collect()
}

#[test]
fn have_the_direction_of_the_first() {
    let rate = "growth-rate";
    for (first, gap, second) in [
        (["增长18.5%", "18.5"], 1, ["3.9%", "3.9", rate]),
        (["下降18.5%", "-18.5"], 1, ["3.9%", "-3.9", rate]),
        (["下降18.5%", "-18.5"], 2, ["3.9%", "-3.9", rate]),
        (["增长18.5%", "18.5"], 1, ["下降3.9%", "-3.9", rate]),
        // Of another kind it has none, and whether it is of another kind its title says, to the audit.
        (["下降18.5%", "-18.5"], 1, ["3.9%", "3.9", "flow"]),
    ] {
        assert_eq!(told(first, gap, second), [""; 0], "{first:?} {second:?}");
    }
    for (gap, second, expected) in [
        // The sign goes with it.
        (1, ["3.9%", "3.9", rate], "obs_value 3.9 and obs_text `3.9%` disagree"),
        // Too far away.
        (
            3,
            ["3.9%", "-3.9", rate],
            "obs_text `3.9%` with stat_type `growth-rate`; expected 增长, 下降 or the like in it",
        ),
    ] {
        let told = told(["下降18.5%", "-18.5"], gap, second);
        assert!(told.iter().any(|message| message.contains(expected)), "{second:?}: {told:#?}");
    }
}
