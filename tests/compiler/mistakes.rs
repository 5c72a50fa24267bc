//! The likeliest mistakes of a curator, made in the real tables: `data/README.md` shows what the build says to each.

use crate::compiler;

const METRICS: &str = include_str!("../../data/metrics.tsv");
const EXCLUSIONS: &str = include_str!("../../data/exclusions.tsv");
const README: &str = include_str!("../../data/README.md");

/// Replaces what stands once in a table, and asserts that the build says what the README shows.
#[track_caller]
fn mistake(from: &str, to: &str) {
    assert_eq!((METRICS.to_owned() + EXCLUSIONS).matches(from).count(), 1, "`{from}` must stand once in the tables");
    let (metrics, exclusions) = (METRICS.replace(from, to), EXCLUSIONS.replace(from, to));
    let Err(faults) = compiler::check(metrics.as_bytes(), exclusions.as_bytes()) else { panic!("`{to}` was built") };
    let [fault] = &faults[..] else { panic!("one mistake, one message: {faults:#?}") };
    assert!(README.contains(&format!("\n{fault}\n")), "data/README.md does not show\n{fault}");
}

#[test]
fn a_zero_too_few() {
    mistake("\t38770000000\t", "\t3877000000\t");
}

#[test]
fn a_forgotten_comparator() {
    mistake("\t3万余人次\t30000\t>\t", "\t3万余人次\t30000\t\t");
}

#[test]
fn a_figure_without_its_qualifier() {
    mistake("\t突破13万户\t", "\t13万户\t");
}

#[test]
fn a_unit_that_is_near() {
    mistake("\tperson-time\t", "\tperson\t");
}

#[test]
fn a_unit_with_the_same_measure_word() {
    mistake("\t12\t\tpark\t", "\t12\t\tproject\t");
}

#[test]
fn a_misspelt_code() {
    mistake("\t上市过会企业数\tenterprises\t", "\t上市过会企业数\tenterprizes\t");
}

#[test]
fn an_id_that_is_taken() {
    mistake("\nleading-talents-recruited\t", "\ntop-talents-recruited\t");
}

#[test]
fn a_row_in_the_wrong_place() {
    mistake("\t6\t2984\t", "\t6\t2860\t");
}

#[test]
fn a_growth_rate_of_nothing() {
    mistake("\tforeign-trade-total\tJanuary", "\t\tJanuary");
}

#[test]
fn a_numeral_in_both_tables() {
    mistake("\n5\t2551\t五\t", "\n5\t2545\t1\tdate\n5\t2551\t五\t");
}
