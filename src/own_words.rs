//! What a metric is called in a text: the words of its titles and of what it counts.

use alloc::string::String;
use alloc::vec::Vec;

use crate::figure::folded;
use crate::model::words::{Beside, LEADS, Lead, NEUTRAL, each};
use crate::{AdminLevel, DATASET, Dimension, Metric, StatType};

/// The words that metrics have for what they are of.
pub(crate) fn own_words() -> impl Iterator<Item = &'static str> {
    let words = Metric::ALL.iter().flat_map(|metric| {
        let (front, back) = around(*metric);
        metric.counted_zh().iter().copied().chain([front, back])
    });
    words.chain(neutral(Beside::Deed))
}

/// The words that may stand beside a figure, of one kind.
fn neutral(kind: Beside) -> impl Iterator<Item = &'static str> {
    each(NEUTRAL).filter(move |(_, why)| *why == kind).map(|(word, _)| word)
}

/// The words of the Chinese title before and behind what it counts: 新增 and 数 of 新增股份制公司数.
fn around(metric: Metric) -> (&'static str, &'static str) {
    let title = metric.title_zh();
    metric.counted_zh().first().and_then(|noun| title.rsplit_once(noun)).unwrap_or((title, ""))
}

/// The words that a metric has for what it is of.
pub(crate) struct OwnWords {
    /// In the order of the title, and in each part the title's own words first: what stands before the noun, or its verb alone; the nouns,
    /// alone and with the end of the title; of a rank the field, of an English claim the unit.
    parts: [Vec<String>; 3],
    /// Which parts tell the level; none where a place beside the figure does not change what it is of. 全市优秀共产党员 are none of the
    /// province.
    level: [bool; 3],
}

impl OwnWords {
    pub(crate) fn of(metric: Metric) -> Self {
        let (front, end) = around(metric);
        let is_rank = metric.dimension() == Dimension::Rank;
        let verbs = neutral(Beside::Deed).filter(|verb| front.starts_with(verb));
        let front = [front].into_iter().chain(verbs).chain([metric.title()]).map(plain).collect();
        let mut nouns: Vec<String> = metric.counted_zh().iter().copied().map(plain).collect();
        let mut back = Vec::new();
        // A text has 居金华市首位 of 在金华市位次.
        let end = plain(end);
        if is_rank {
            let mut field = &*end;
            while let Some(rest) = after_neutral(field) {
                field = rest;
            }
            back.extend([field.trim_end_matches("位次").into(), field.into()]);
        } else {
            nouns.extend(nouns.clone().into_iter().map(|noun| noun + &end));
        }
        nouns.push(plain(metric.counted()));
        // Where the unit has nouns of its own, as enterprises, the metric may count some of them only.
        let unit = metric.unit();
        let names = [unit.name(), unit.name_singular()];
        if unit.nouns().is_empty() || names.contains(&metric.counted()) {
            back.extend(names.map(plain));
        }
        let has_level = metric.admin_level().is_some_and(|level| level != AdminLevel::County);
        // Of a rank, and of the years in a row at one, the level stands behind the noun.
        let is_behind = is_rank || metric.stat_type() == StatType::Streak;
        Self { parts: [front, nouns, back], level: [!is_behind, !is_behind, is_behind].map(|part| part && has_level) }
    }

    pub(crate) fn is_noun(&self, word: &str) -> bool {
        self.parts[1].iter().any(|noun| noun == word)
    }

    /// Whether these words are the whole title up to its noun. An error, from the first word on that is neither the metric's nor neutral.
    pub(crate) fn read<'a>(&self, words: &'a str) -> Result<bool, &'a str> {
        let (mut rest, mut next, mut place) = (words, 0, None);
        let mut said = self.parts.each_ref().map(|part| part.first().is_none_or(String::is_empty));
        while !rest.is_empty() {
            let own = (next..3).flat_map(|part| self.parts[part].iter().map(move |word| (part, word)));
            let own = own.filter(|(_, word)| !word.is_empty() && rest.starts_with(word.as_str()));
            // The longest, and of two parts with the same word the first.
            if let Some((part, word)) = own.max_by_key(|(part, word)| (word.len(), 3 - part)) {
                said[part] |= word.starts_with(&self.parts[part][0]);
                (next, rest) = (part + 1, &rest[word.len()..]);
            } else if let Some(behind) = after_place(rest) {
                place = place.or(Some(rest));
                rest = behind;
            } else if let Some(behind) = after_neutral(rest) {
                rest = behind;
            } else {
                return Err(rest);
            }
        }
        let is_level_open = self.level.into_iter().zip(said).any(|(tells, said)| tells && !said);
        place.filter(|_| is_level_open).map_or(Ok(said[0] && said[1]), Err)
    }
}

/// A text as it is compared: without quotation marks, which many leave out.
pub(crate) fn plain(text: &str) -> String {
    folded(text).replace(['“', '”', '"'], "").to_lowercase()
}

/// Marks and words between the parts of a claim that say nothing of its figure.
const BETWEEN: [&str; 8] = ["在", "了", ",", "、", ":", ";", " ", "of"];

/// What follows the neutral word that a text begins with.
fn after_neutral(text: &str) -> Option<&str> {
    let leads = each(LEADS).filter(|(_, lead)| matches!(lead, Lead::Neutral)).map(|(word, _)| word);
    leads.chain(neutral(Beside::Leads)).chain(BETWEEN).find_map(|word| text.strip_prefix(word))
}

/// What follows the name of the report's area: 永康市 of 浙江省金华市永康市, 永康, 我市 or 全市.
fn after_place(text: &str) -> Option<&str> {
    let area = DATASET.area_zh;
    let (above, kind) = area.split_at(area.char_indices().next_back()?.0);
    let name = above.rsplit(['省', '市', '州', '县', '区', '盟']).next()?;
    let after_name = text.strip_prefix(name).filter(|_| !name.is_empty());
    let after_name = after_name.map(|rest| rest.strip_prefix(kind).unwrap_or(rest));
    after_name.or_else(|| text.strip_prefix(['我', '全', '本'])?.strip_prefix(kind))
}
