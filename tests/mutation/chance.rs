//! Mutations by chance: slips of the hand in a field, and what bad tools do to rows and bytes.
//!
//! Each gives `None` where it did not work out, and is to be tried again.

use fastrand::Rng;

use crate::source::{
    AGGREGATES, CATEGORIES, Column, EXCLUDED, EXCLUSIONS, Files, METRICS, OBS_TEXT, PAIRS, REPORT, SECTIONS, Source,
    Table, UNITS, known, read,
};

pub type ByChance = fn(&Source, &mut Rng) -> Option<Files>;

const TABLES: [usize; 8] = [REPORT, SECTIONS, CATEGORIES, UNITS, AGGREGATES, METRICS, PAIRS, EXCLUSIONS];

/// The tables whose rows have an order; that of categories and units is ours.
const ORDERED: [usize; 5] = [REPORT, SECTIONS, METRICS, PAIRS, EXCLUSIONS];

const OBS_VALUE: Column = (METRICS, "obs_value");

const POSITIONS: [Column; 3] = [(METRICS, "source_start"), (EXCLUSIONS, "source_start"), (SECTIONS, "source_start")];

/// Changes a field of one of these columns.
fn change(
    source: &Source,
    random: &mut Rng,
    columns: &[Column],
    how: impl Fn(&str, &mut Rng) -> Option<String>,
) -> Option<Files> {
    let column = *random.choice(columns)?;
    let row = random.choice(source.rows(column))?;
    let text = how(source.get(column, row), random)?;
    Some(source.set(column, row, text))
}

/// Replaces one of the characters that `which` accepts.
fn replace(
    text: &str,
    random: &mut Rng,
    which: impl Fn(char) -> bool,
    with: impl Fn(char, &mut Rng) -> Option<String>,
) -> Option<String> {
    let (at, c) = random.choice(text.char_indices().filter(|(_, c)| which(*c)).collect::<Vec<_>>())?;
    Some(format!("{}{}{}", &text[..at], with(c, random)?, &text[at + c.len_utf8()..]))
}

/// Inserts `what` at any place between two characters.
fn insert(text: &str, what: &str, random: &mut Rng) -> String {
    let at = random.choice(text.char_indices().map(|(i, _)| i).chain([text.len()]).collect::<Vec<_>>());
    let (before, after) = text.split_at(at.unwrap_or_default());
    format!("{before}{what}{after}")
}

fn pick(random: &mut Rng, from: &[&str]) -> Option<String> {
    random.choice(from).map(|picked| (*picked).to_owned())
}

pub fn digit(source: &Source, random: &mut Rng) -> Option<Files> {
    let columns = [OBS_TEXT, OBS_VALUE, EXCLUDED, (REPORT, "characters"), (REPORT, "sha256"), (REPORT, "time_period")];
    change(source, random, &[&columns[..], &POSITIONS].concat(), another_digit)
}

fn another_digit(field: &str, random: &mut Rng) -> Option<String> {
    if field.contains(|c: char| c.is_ascii_digit()) {
        return replace(field, random, |c| c.is_ascii_digit(), |_, random| Some(random.digit(10).to_string()));
    }
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    replace(field, random, |c| "一二两三四五六七八九零".contains(c), |_, random| pick(random, &digits))
}

pub fn magnitude(source: &Source, random: &mut Rng) -> Option<Files> {
    if random.bool() {
        return change(source, random, &[OBS_VALUE], |field, random| match random.bool() {
            true => Some(format!("{field}0")),
            false => field.strip_suffix('0').filter(|field| !field.is_empty()).map(str::to_owned),
        });
    }
    change(source, random, &[OBS_TEXT, EXCLUDED], another_magnitude)
}

fn another_magnitude(field: &str, random: &mut Rng) -> Option<String> {
    let other = |random: &mut Rng| pick(random, &["", "十", "百", "千", "万", "亿", "万亿", "万万"]);
    if field.contains(['十', '百', '千', '万', '亿']) && random.bool() {
        return replace(field, random, |c| "十百千万亿".contains(c), |_, random| other(random));
    }
    let last = field.rfind(|c: char| c.is_ascii_digit())?;
    Some(format!("{}{}{}", &field[..=last], other(random)?, &field[last + 1..]))
}

pub fn qualifier(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &[OBS_TEXT], another_qualifier)
}

fn another_qualifier(field: &str, random: &mut Rng) -> Option<String> {
    let words = ["余", "多", "突破", "以上", "以下", "以内", "近", "超", "超过", "不足", "至少", "约", "左右"];
    let other = pick(random, &words)?;
    Some(match words.iter().find(|word| field.contains(**word)) {
        Some(word) => field.replace(word, if random.bool() { "" } else { &other }),
        None => insert(field, &other, random),
    })
}

pub fn decimal_point(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &[OBS_TEXT, OBS_VALUE], |field, random| match field.find('.') {
        Some(_) if random.bool() => Some(field.replace('.', "")),
        Some(at) => Some(insert(&format!("{}{}", &field[..at], &field[at + 1..]), ".", random)),
        None => Some(insert(field, &pick(random, &[".", "点", ".0"])?, random)),
    })
}

pub fn measure_word(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &[OBS_TEXT], another_measure_word)
}

fn another_measure_word(field: &str, random: &mut Rng) -> Option<String> {
    let words =
        ["个", "家", "项", "人", "名", "户", "条", "篇", "次", "人次", "位", "元", "年", "月", "周", "天", "%", "艘"];
    let printed = words.iter().filter(|word| field.contains(**word)).max_by_key(|word| word.len())?;
    Some(field.replacen(printed, &pick(random, &words)?, 1))
}

/// Another figure, with the value and comparator that it has.
pub fn misread(source: &Source, random: &mut Rng) -> Option<Files> {
    let row = random.choice(source.rows(OBS_TEXT))?;
    let how = random.choice([another_digit, another_magnitude, another_qualifier, another_measure_word])?;
    let text = how(source.get(OBS_TEXT, row), random)?;
    let known = known(source);
    let figure = read(&text, &known)?;
    let mut edit = source.edit();
    edit.set(OBS_TEXT, row, &*text);
    edit.set(OBS_VALUE, row, figure.value.to_string());
    edit.set((METRICS, "comparator"), row, figure.margin.qualifier.comparator().map_or("", |code| code.code()));
    Some(edit.files())
}

pub fn code(source: &Source, random: &mut Rng) -> Option<Files> {
    let columns = [
        (REPORT, "gb_t_2260"),
        (SECTIONS, "section"),
        (CATEGORIES, "code"),
        (UNITS, "code"),
        (UNITS, "dimension"),
        (AGGREGATES, "code"),
        (METRICS, "category"),
        (METRICS, "unit"),
        (METRICS, "stat_type"),
        (METRICS, "period_basis"),
        (METRICS, "admin_level"),
        (METRICS, "aggregate"),
        (PAIRS, "relation"),
        (EXCLUSIONS, "reason"),
    ];
    // A misspelling that is no other code: none is so near to another.
    change(source, random, &columns, |field, random| misspell(field, random).filter(|code| !code.is_empty()))
}

/// A key of the report, or the name of a column.
pub fn key(source: &Source, random: &mut Rng) -> Option<Files> {
    let table = random.choice(TABLES)?;
    let header = source.tables[table][0].len();
    let (row, column) = if table == REPORT { (random.usize(0..12), 0) } else { (0, random.usize(0..header)) };
    let mut edit = source.edit();
    let field = &mut edit.table(table)[row][column];
    *field = misspell(field, random)?;
    Some(edit.files())
}

/// The columns in which ids name other rows.
const LINKS: [Column; 3] = [(METRICS, "of_metric"), (PAIRS, "metric"), (PAIRS, "other")];

pub fn link(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &LINKS, misspell)
}

pub fn id_named(source: &Source, random: &mut Rng) -> Option<Files> {
    id(source, random, true)
}

pub fn id_unnamed(source: &Source, random: &mut Rng) -> Option<Files> {
    id(source, random, false)
}

/// The id of a metric that another row names, or that none does.
fn id(source: &Source, random: &mut Rng, named: bool) -> Option<Files> {
    let is_named =
        |id: &str| LINKS.iter().any(|&column| source.rows(column).iter().any(|&row| source.get(column, row) == id));
    change(source, random, &[(METRICS, "id")], |id, random| misspell(id, random).filter(|_| is_named(id) == named))
}

fn misspell(word: &str, random: &mut Rng) -> Option<String> {
    if word.is_empty() {
        return None;
    }
    let letter = |random: &mut Rng| random.lowercase().to_string();
    match random.u8(0..5) {
        0 => replace(word, random, |_| true, |_, random| Some(letter(random))),
        1 => replace(word, random, |_| true, |_, _| Some(String::new())),
        2 => Some(insert(word, &letter(random), random)),
        3 => replace(word, random, |_| true, |_, random| Some(random.uppercase().to_string())),
        _ => Some(insert(word, &pick(random, &["-", " ", "_", "."])?, random)),
    }
}

/// A field that must not be empty.
pub fn emptied(source: &Source, random: &mut Rng) -> Option<Files> {
    let table = random.choice(TABLES)?;
    let row = random.usize(0..source.tables[table].len());
    let column = random.usize(0..source.tables[table][0].len());
    let kind = || source.get((METRICS, "stat_type"), row);
    let may_be_empty = match &*source.tables[table][0][column] {
        "admin_level" => kind() != "rank",
        "of_metric" => !matches!(kind(), "growth-rate" | "threshold"),
        "counted" | "counted_zh" | "headline" | "keywords" | "phrase" | "ucum" | "qudt" | "rec_20" => true,
        _ => false,
    };
    let mut edit = source.edit();
    edit.table(table)[row][column].clear();
    (row == 0 || !may_be_empty).then(|| edit.files())
}

pub fn date(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &[(METRICS, "time_period"), (REPORT, "time_period")], |field, random| {
        let (start, end) = field.split_once('/')?;
        match random.u8(0..6) {
            0 => Some(format!("{end}/{start}")),
            1 => Some(start.to_owned()),
            2 => Some(field.replace('-', &pick(random, &["", "/", "."])?)),
            _ => another_digit(field, random),
        }
    })
}

pub fn position(source: &Source, random: &mut Rng) -> Option<Files> {
    change(source, random, &POSITIONS, |field, random| {
        let start: i64 = field.parse().ok()?;
        let moved = match random.u8(0..3) {
            0 => start + random.i64(-3..=3),
            1 => start + random.i64(-100..=100),
            _ => random.i64(0..5_000),
        };
        Some(moved.to_string())
    })
}

pub fn section(source: &Source, random: &mut Rng) -> Option<Files> {
    let columns = [(METRICS, "section"), (EXCLUSIONS, "section"), (SECTIONS, "section")];
    change(source, random, &columns, |_, random| Some(random.u8(0..12).to_string()))
}

/// Changes the rows of one of these tables.
fn change_rows(
    source: &Source,
    random: &mut Rng,
    tables: &[usize],
    how: impl Fn(&mut Table, &mut Rng) -> Option<()>,
) -> Option<Files> {
    let mut edit = source.edit();
    how(edit.table(*random.choice(tables)?), random)?;
    Some(edit.files())
}

pub fn row_doubled(source: &Source, random: &mut Rng) -> Option<Files> {
    change_rows(source, random, &TABLES, |table, random| {
        let row = random.choice(&*table)?.clone();
        table.insert(random.usize(0..=table.len()), row);
        Some(())
    })
}

/// Where the row's text starts; rows of metrics that share it have no order among themselves.
fn start(row: &[String]) -> &str {
    if row.len() > 20 { &row[7] } else { &row[1] }
}

pub fn rows_swapped(source: &Source, random: &mut Rng) -> Option<Files> {
    change_rows(source, random, &ORDERED, |table, random| {
        let (a, b) = (random.usize(0..table.len()), random.usize(0..table.len()));
        table.swap(a, b);
        (start(&table[a]) != start(&table[b])).then_some(())
    })
}

pub fn row_moved(source: &Source, random: &mut Rng) -> Option<Files> {
    change_rows(source, random, &ORDERED, |table, random| {
        let order: Vec<String> = table.iter().map(|row| start(row).to_owned()).collect();
        let row = table.remove(random.usize(0..table.len()));
        table.insert(random.usize(0..=table.len()), row);
        table.iter().map(|row| start(row)).ne(order.iter()).then_some(())
    })
}

pub fn field_dropped(source: &Source, random: &mut Rng) -> Option<Files> {
    change_rows(source, random, &TABLES, |table, random| {
        let row = random.choice(table)?;
        row.remove(random.usize(0..row.len()));
        Some(())
    })
}

pub fn field_added(source: &Source, random: &mut Rng) -> Option<Files> {
    change_rows(source, random, &TABLES, |table, random| {
        let row = random.choice(table)?;
        row.insert(random.usize(0..=row.len()), pick(random, &["", "1", "yuan", "x"])?);
        Some(())
    })
}

/// Changes the bytes of one of the tables.
fn change_bytes(
    source: &Source,
    random: &mut Rng,
    how: impl Fn(&mut Vec<u8>, &mut Rng) -> Option<()>,
) -> Option<Files> {
    let mut files = source.files.clone();
    how(&mut files[random.choice(TABLES)?], random)?;
    Some(files)
}

pub fn cut_off(source: &Source, random: &mut Rng) -> Option<Files> {
    change_bytes(source, random, |table, random| {
        table.truncate(random.usize(0..table.len()));
        Some(())
    })
}

pub fn cut_out(source: &Source, random: &mut Rng) -> Option<Files> {
    change_bytes(source, random, |table, random| {
        let start = random.usize(0..table.len());
        let end = (start + random.usize(1..400)).min(table.len());
        // Inside one field of our own words nothing could tell.
        table.drain(start..end).any(|byte| byte == b'\t').then_some(())
    })
}

pub fn invalid_utf_8(source: &Source, random: &mut Rng) -> Option<Files> {
    change_bytes(source, random, |table, random| {
        table.insert(random.usize(0..table.len()), random.u8(0xF8..));
        Some(())
    })
}

/// Changes the text of one of the tables, but for its end.
fn change_text(source: &Source, random: &mut Rng, how: impl Fn(&str, &mut Rng) -> Option<String>) -> Option<Files> {
    change_bytes(source, random, |table, random| {
        let text = how(std::str::from_utf8(table).ok()?.strip_suffix('\n')?, random)?;
        // At the very start U+FEFF is the byte order mark, which is read as if it were not there.
        *table = (text + "\n").into_bytes();
        (!table.starts_with(b"\xEF\xBB\xBF")).then_some(())
    })
}

pub fn invisible(source: &Source, random: &mut Rng) -> Option<Files> {
    const CHARACTERS: &str = "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\
        \u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{FE0E}\u{FE0F}\u{A0}\u{3000}\u{2028}\u{85}\u{0}\u{8}\u{B}\
        \u{1B}\u{7F}\u{61C}\u{E0001}\u{34F}\u{180E}";
    let c = random.choice(CHARACTERS.chars().collect::<Vec<_>>())?;
    change_text(source, random, |text, random| Some(insert(text, &c.to_string(), random)))
}

pub fn full_width(source: &Source, random: &mut Rng) -> Option<Files> {
    let wide = |c: char, _: &mut Rng| char::from_u32(u32::from(c) + 0xFEE0).map(String::from);
    change_text(source, random, |text, random| replace(text, random, |c| c.is_ascii_graphic(), wide))
}

/// A radical or a compatibility character for a Chinese one: some look the same.
pub fn radical(source: &Source, random: &mut Rng) -> Option<Files> {
    let is_chinese = |c| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    change_text(source, random, |text, random| {
        replace(text, random, is_chinese, |_, random| {
            let radicals =
                random.choice(['\u{2E80}'..='\u{2EF3}', '\u{2F00}'..='\u{2FD5}', '\u{F900}'..='\u{FAD9}'])?;
            Some(random.char(radicals).to_string())
        })
    })
}

pub fn traditional(source: &Source, random: &mut Rng) -> Option<Files> {
    let &(c, simplified) = random.choice(&source.traditional)?;
    change_text(source, random, |text, random| replace(text, random, |c| c == simplified, |_, _| Some(c.to_string())))
}

/// Cyrillic and Greek letters for Latin ones, and other hyphens.
pub fn foreign_letter(source: &Source, random: &mut Rng) -> Option<Files> {
    const PAIRS: &str = "aаcсdԁeеhһiіjјlӏoоpрsѕxхyуAАBВCСEЕHНIІJЈKКMМOОPРSЅTТXХaαoοuυvνAΑBΒEΕ-‐-‑-−";
    let pairs: Vec<char> = PAIRS.chars().collect();
    let pair = random.choice(pairs.chunks(2).collect::<Vec<_>>())?;
    change_text(source, random, |text, random| {
        replace(text, random, |c| c == pair[0], |_, _| Some(pair[1].to_string()))
    })
}

pub fn accent(source: &Source, random: &mut Rng) -> Option<Files> {
    change_text(source, random, |text, random| {
        let accent = random.char('\u{300}'..='\u{36F}').to_string();
        Some(insert(text, &accent, random))
    })
}

pub fn double_space(source: &Source, random: &mut Rng) -> Option<Files> {
    change_text(source, random, |text, random| match random.bool() {
        true => replace(text, random, |c| c == ' ', |_, _| Some("  ".to_owned())),
        false => Some(insert(text, "  ", random)),
    })
}
