//! The classes of mutations: what each does to the tables, and what must catch it.

use crate::Check::{self, Audit, Build, Style};
use crate::{chance, cut, every, meaning};

pub struct Class {
    pub name: &'static str,
    /// What may catch it.
    pub caught_by: &'static [Check],
    /// How many may pass at the most, and why nothing tells of these.
    pub passes: Option<(usize, &'static str)>,
    pub mutations: Mutations,
}

pub enum Mutations {
    /// Every one that there is.
    Every(every::Every),
    /// By chance, in fields that are compared.
    ByChance(chance::ByChance),
    /// By chance, in any field.
    Anywhere(chance::ByChance),
}
use Mutations::{Anywhere, ByChance, Every};

const fn class(name: &'static str, caught_by: &'static [Check], mutations: Mutations) -> Class {
    Class { name, caught_by, passes: None, mutations }
}

/// A class of which some pass.
const fn known(name: &'static str, most: usize, why: &'static str, mutations: Mutations) -> Class {
    Class { name, caught_by: &[Build, Audit, Style], passes: Some((most, why)), mutations }
}

pub const CLASSES: &[Class] = &[
    class("digit", &[Build, Audit], ByChance(chance::digit)),
    class("magnitude", &[Build, Audit], ByChance(chance::magnitude)),
    class("qualifier", &[Build, Audit], ByChance(chance::qualifier)),
    class("decimal point", &[Build, Audit], ByChance(chance::decimal_point)),
    class("measure word", &[Build, Audit], ByChance(chance::measure_word)),
    class("figure misread, in all fields", &[Build, Audit], ByChance(chance::misread)),
    class("figure cut, in all fields", &[Build, Audit], Every(cut::figure_cut)),
    class("figures of a unit cut, its row gone", &[Build, Audit], Every(cut::unit_cut)),
    class("exclusion cut", &[Build, Audit], Every(every::exclusion_cut)),
    class("exclusion split", &[Build, Audit], Every(every::exclusion_split)),
    class("comparator", &[Build], Every(every::comparator)),
    class("unit", &[Build, Audit], Every(every::unit)),
    class("kind of statistic", &[Build, Audit], Every(every::kind)),
    class("code misspelt", &[Build], ByChance(chance::code)),
    class("key or column misspelt", &[Build], ByChance(chance::key)),
    class("id misspelt that another row names", &[Build], ByChance(chance::id_named)),
    class("id misspelt in a pair or of_metric", &[Build], ByChance(chance::link)),
    class("field emptied", &[Build, Audit], Anywhere(chance::emptied)),
    class("of_metric another metric", &[Build], Every(every::of_metric)),
    class("date", &[Build], ByChance(chance::date)),
    class("months", &[Build, Audit], Every(every::months)),
    class("year, in all periods", &[Build, Audit], Every(every::year)),
    class("position", &[Build, Audit], ByChance(chance::position)),
    class("section", &[Build], ByChance(chance::section)),
    class("start of a section", &[Build, Audit], Every(every::section_start)),
    class("length and hash of the report", &[Build, Audit], Every(every::report)),
    class("dimension", &[Build], Every(every::dimension)),
    class("duration of a unit", &[Build], Every(every::duration)),
    class("words of a unit", &[Build, Audit], Every(every::unit_words)),
    class("nouns of a unit", &[Build, Audit], Every(every::nouns)),
    class("pair turned, doubled or of another", &[Build], Every(every::pair)),
    class("row dropped", &[Build, Audit], Every(every::row_dropped)),
    class("metric dropped, with all that names it", &[Build, Audit], Every(every::metric_dropped)),
    class("section dropped, with all that names it", &[Audit], Every(every::section_dropped)),
    class("row doubled", &[Build], Anywhere(chance::row_doubled)),
    class("rows swapped", &[Build], Anywhere(chance::rows_swapped)),
    class("row moved", &[Build], Anywhere(chance::row_moved)),
    class("field dropped", &[Build], Anywhere(chance::field_dropped)),
    class("field added", &[Build], Anywhere(chance::field_added)),
    class("file cut off", &[Build, Audit], Anywhere(chance::cut_off)),
    class("bytes cut out, across a field", &[Build, Audit], Anywhere(chance::cut_out)),
    class("invalid UTF-8", &[Build], Anywhere(chance::invalid_utf_8)),
    class("invisible or bidirectional", &[Build], Anywhere(chance::invisible)),
    class("full-width form", &[Build], Anywhere(chance::full_width)),
    class("radical for a character", &[Build], Anywhere(chance::radical)),
    class("traditional character", &[Build], Anywhere(chance::traditional)),
    class("letter of another alphabet", &[Build], Anywhere(chance::foreign_letter)),
    class("combining accent", &[Build], Anywhere(chance::accent)),
    class("double space", &[Build], Anywhere(chance::double_space)),
    // Rows that say the wrong thing.
    class("quoted numeral made a metric", &[Build, Audit], Every(meaning::quoted_included)),
    class("figure of digits made exclusions", &[Build, Audit], Every(meaning::digits_excluded)),
    class("titles of two rows swapped, Chinese", &[Build, Audit], Every(meaning::titles_zh_swapped)),
    class("titles of two rows swapped", &[Build, Audit], Every(meaning::titles_swapped)),
    class("titles and what is counted swapped", &[Build, Audit], Every(meaning::titles_and_counted_swapped)),
    class("all names of two rows swapped", &[Build, Audit], Every(meaning::names_swapped)),
    class("row copied, with names of its own", &[Build, Audit], Every(meaning::row_copied)),
    class("names of units swapped", &[Build, Audit], Every(meaning::unit_names_swapped)),
    class("name of a unit wrong", &[Build, Audit], Every(meaning::unit_names_wrong)),
    class("level that a title names", &[Build, Audit], Every(meaning::level)),
    class("ending of a title of another kind", &[Build, Audit], Every(meaning::title_ending)),
    class("year in a title", &[Build, Audit], Every(meaning::title_year)),
    class("names of categories or aggregates swapped", &[Build, Audit], Every(meaning::code_names_swapped)),
    class("year and province of the report", &[Build, Audit], Every(meaning::report_region)),
    class("note of a threshold emptied", &[Build], Every(meaning::threshold_note)),
    class("of_metric emptied", &[Build], Every(meaning::of_metric_emptied)),
    class("pair of no aggregate", &[Build], Every(meaning::pair_added)),
    class("part larger than its whole", &[Build], Every(meaning::relation_impossible)),
    class("aggregate emptied or another", &[Build], Every(meaning::aggregate)),
    class("headline doubled", &[Build], Every(meaning::headline)),
    class("ids of one unit swapped", &[Build, Audit], Every(every::ids_swapped)),
    class("ids of one unit swapped, with all that names them", &[Audit], Every(every::ids_swapped_everywhere)),
    class("period stated or assumed", &[Build, Audit], Every(meaning::period_basis)),
    // Where nothing tells of all.
    known("id misspelt that no row names", usize::MAX, "An id is our own word.", ByChance(chance::id_unnamed)),
    class("of_metric where there was none", &[Build], Every(every::of_metric_added)),
    known(
        "counted of a neighbour",
        7,
        "These words stand in the title too, or of one its plural does.",
        Every(meaning::counted_of_another),
    ),
    known("counted_zh of a neighbour", 4, "These words stand in the title too.", Every(meaning::counted_zh_of_another)),
    known(
        "code of another standard",
        23,
        "Recommendation 20 has codes for some counts, as IE for persons, and no table says for which.",
        Every(meaning::standard_codes),
    ),
    known(
        "kind of what stands or comes about",
        57,
        "A report has no word for it: 12 parks may be as many as there are, or as there are new.",
        Every(every::kind_judged),
    ),
    known(
        "figure of Chinese numerals made exclusions",
        99,
        "Names have such numerals before measure words too: 三年行动, 首位战略.",
        Every(meaning::chinese_excluded),
    ),
    known("other numeral made a metric", 4, "The same, the other way round.", Every(meaning::exclusion_included)),
    known(
        "level that no title names",
        148,
        "Who awarded or delegated what has no level in its name only its reader knows.",
        Every(meaning::level_unnamed),
    ),
    known(
        "Chinese names of categories swapped",
        133,
        "Codes are English words; in Chinese nothing else has the name.",
        Every(meaning::code_names_zh_swapped),
    ),
    known(
        "relation another",
        37,
        "What two have in common is judged, as the report does not say.",
        Every(meaning::relation),
    ),
    known(
        "aggregate another, with its pairs",
        19,
        "That two of one unit, kind and period have a total in common is judged.",
        Every(meaning::aggregate_with_pairs),
    ),
    known("aggregate emptied, with its pairs", 20, "The same.", Every(meaning::aggregate_emptied_with_pairs)),
];
