//! The classes of mutations: what each does to the tables, and what must catch it.

use crate::Check::{self, Audit, Build, Style};
use crate::{chance, cut, every};

pub struct Class {
    pub name: &'static str,
    /// What may catch it; nothing where by nature not all can be caught.
    pub caught_by: &'static [Check],
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

impl Class {
    pub fn may_be_missed(&self) -> bool {
        self.caught_by.is_empty()
    }
}

const fn class(name: &'static str, caught_by: &'static [Check], mutations: Mutations) -> Class {
    Class { name, caught_by, mutations }
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
    class("unit", &[Build], Every(every::unit)),
    class("kind of statistic", &[Build], Every(every::kind)),
    class("code misspelt", &[Build], ByChance(chance::code)),
    class("key or column misspelt", &[Build], ByChance(chance::key)),
    class("id misspelt that another row names", &[Build], ByChance(chance::id_named)),
    class("id misspelt in a pair or of_metric", &[Build], ByChance(chance::link)),
    class("field emptied", &[Build], Anywhere(chance::emptied)),
    class("of_metric another metric", &[Build, Style], Every(every::of_metric)),
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
    class("nouns of a unit", &[Build], Every(every::nouns)),
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
    class("id misspelt that no row names", &[], ByChance(chance::id_unnamed)),
    class("ids of one unit swapped", &[], Every(every::ids_swapped)),
    class("ids of one unit swapped, with all that names them", &[], Every(every::ids_swapped_everywhere)),
    class("titles of one unit swapped", &[], Every(every::titles_swapped)),
    class("of_metric where there was none", &[], Every(every::of_metric_added)),
    class("relation flipped", &[], Every(every::relation)),
];
