//! The classes of mutations: what each does to the tables, and what must catch it.

use fastrand::Rng;

use crate::Check::{self, Audit, Compiler, Register};
use crate::units::Unit;

/// The two tables as fields, header first.
#[derive(Clone)]
pub struct Source {
    metrics: Vec<Vec<String>>,
    exclusions: Vec<Vec<String>>,
}

type Tables = (Vec<u8>, Vec<u8>);

pub struct Class {
    pub name: &'static str,
    pub caught_by: &'static [Check],
    /// One mutation; `None` if it did not work out, and is to be tried again.
    pub mutate: fn(&Source, &mut Rng) -> Option<Tables>,
}

const fn class(
    name: &'static str,
    caught_by: &'static [Check],
    mutate: fn(&Source, &mut Rng) -> Option<Tables>,
) -> Class {
    Class { name, caught_by, mutate }
}

pub const CLASSES: &[Class] = &[
    class("digit", &[Compiler, Audit], digit),
    class("magnitude", &[Compiler, Audit], magnitude),
    class("qualifier", &[Compiler, Audit], qualifier),
    class("decimal point", &[Compiler, Audit], decimal_point),
    class("measure word", &[Compiler, Audit], measure_word),
    class("comparator", &[Compiler], comparator),
    class("unit", &[Compiler], unit),
    class("id", &[Compiler, Register], id),
    class("code misspelt", &[Compiler], code),
    class("date", &[Compiler], date),
    class("position", &[Compiler, Audit], position),
    class("section", &[Compiler, Audit], section),
    class("row dropped", &[Compiler, Audit, Register], row_dropped),
    class("row doubled", &[Compiler], row_doubled),
    class("rows swapped", &[Compiler], rows_swapped),
    class("row moved", &[Compiler], row_moved),
    class("field dropped", &[Compiler], field_dropped),
    class("field added", &[Compiler], field_added),
    class("file cut off", &[Compiler, Audit, Register], cut_off),
    class("bytes cut out, across a field", &[Compiler, Audit, Register], cut_out),
    class("invalid UTF-8", &[Compiler], invalid_utf_8),
    class("invisible or bidirectional", &[Compiler], invisible),
    class("full-width form", &[Compiler], full_width),
];

impl Source {
    pub fn read() -> Self {
        let read = |file: &str| {
            let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("the table is in the package");
            text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
        };
        Self { metrics: read("metrics.tsv"), exclusions: read("exclusions.tsv") }
    }

    pub fn metrics(&self) -> Vec<u8> {
        bytes(&self.metrics)
    }

    pub fn exclusions(&self) -> Vec<u8> {
        bytes(&self.exclusions)
    }

    fn tables(&self) -> Tables {
        (self.metrics(), self.exclusions())
    }

    /// One of the two tables, by chance.
    fn either(&mut self, random: &mut Rng) -> &mut Vec<Vec<String>> {
        if random.bool() { &mut self.metrics } else { &mut self.exclusions }
    }

    /// A field of one of these columns, in a row by chance; columns of exclusions are named by a leading `x.`.
    fn field(&mut self, columns: &[&str], random: &mut Rng) -> &mut String {
        let name = random.choice(columns).expect("there are columns");
        let (table, name) = match name.strip_prefix("x.") {
            Some(name) => (&mut self.exclusions, name),
            None => (&mut self.metrics, *name),
        };
        let column = table[0].iter().position(|header| header == name).expect("a column of the table");
        let row = random.usize(1..table.len());
        &mut table[row][column]
    }
}

fn bytes(table: &[Vec<String>]) -> Vec<u8> {
    table.iter().map(|row| row.join("\t") + "\n").collect::<String>().into_bytes()
}

/// Changes a field of one of these columns.
fn change(
    source: &Source,
    random: &mut Rng,
    columns: &[&str],
    how: impl Fn(&str, &mut Rng) -> Option<String>,
) -> Option<Tables> {
    let mut source = source.clone();
    let field = source.field(columns, random);
    *field = how(field, random)?;
    Some(source.tables())
}

/// Replaces one of the characters that `which` accepts.
fn replace(
    text: &str,
    random: &mut Rng,
    which: impl Fn(char) -> bool,
    with: impl Fn(&mut Rng) -> String,
) -> Option<String> {
    let places: Vec<usize> = text.char_indices().filter(|(_, c)| which(*c)).map(|(i, _)| i).collect();
    let at = *random.choice(&places)?;
    let rest = text[at..].chars().next()?.len_utf8();
    Some(format!("{}{}{}", &text[..at], with(random), &text[at + rest..]))
}

/// Inserts `what` at any place between two characters.
fn insert(text: &str, what: &str, random: &mut Rng) -> String {
    let places: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let at = *random.choice(&places).expect("there is the end");
    format!("{}{what}{}", &text[..at], &text[at..])
}

fn pick<'a>(random: &mut Rng, from: &[&'a str]) -> &'a str {
    random.choice(from).expect("there is something to pick")
}

const CHINESE_DIGITS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九"];

fn digit(source: &Source, random: &mut Rng) -> Option<Tables> {
    let columns = ["obs_text", "obs_value", "source_start", "x.text", "x.source_start"];
    change(source, random, &columns, |field, random| {
        let arabic = |random: &mut Rng| random.digit(10).to_string();
        let chinese = |random: &mut Rng| pick(random, CHINESE_DIGITS).to_owned();
        if field.contains(|c: char| c.is_ascii_digit()) {
            replace(field, random, |c| c.is_ascii_digit(), arabic)
        } else {
            replace(field, random, |c| "一二两三四五六七八九零".contains(c), chinese)
        }
    })
}

fn magnitude(source: &Source, random: &mut Rng) -> Option<Tables> {
    let magnitudes = ["", "十", "百", "千", "万", "亿", "万亿", "万万"];
    if random.bool() {
        return change(source, random, &["obs_value"], |field, random| match random.bool() {
            true => Some(format!("{field}0")),
            false => field.strip_suffix('0').filter(|field| !field.is_empty()).map(str::to_owned),
        });
    }
    change(source, random, &["obs_text", "x.text"], |field, random| {
        let other = |random: &mut Rng| pick(random, &magnitudes).to_owned();
        if field.contains(['十', '百', '千', '万', '亿']) && random.bool() {
            replace(field, random, |c| "十百千万亿".contains(c), other)
        } else {
            let last = field.rfind(|c: char| c.is_ascii_digit())?;
            Some(format!("{}{}{}", &field[..=last], other(random), &field[last + 1..]))
        }
    })
}

fn qualifier(source: &Source, random: &mut Rng) -> Option<Tables> {
    let words = ["余", "多", "突破", "以上", "以下", "以内", "近", "超", "超过", "不足", "至少", "约", "左右"];
    change(source, random, &["obs_text"], |field, random| {
        let printed = words.iter().find(|word| field.contains(**word));
        match printed {
            Some(word) => Some(field.replace(word, if random.bool() { "" } else { pick(random, &words) })),
            None => Some(insert(field, pick(random, &words), random)),
        }
    })
}

fn decimal_point(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["obs_text", "obs_value"], |field, random| match field.find('.') {
        Some(_) if random.bool() => Some(field.replace('.', "")),
        Some(at) => Some(insert(&format!("{}{}", &field[..at], &field[at + 1..]), ".", random)),
        None => Some(insert(field, pick(random, &[".", "点", ".0"]), random)),
    })
}

fn measure_word(source: &Source, random: &mut Rng) -> Option<Tables> {
    let words =
        ["个", "家", "项", "人", "名", "户", "条", "篇", "次", "人次", "位", "元", "年", "月", "周", "天", "%", "艘"];
    change(source, random, &["obs_text"], |field, random| {
        let printed = words.iter().filter(|word| field.contains(**word)).max_by_key(|word| word.len())?;
        Some(field.replacen(printed, pick(random, &words), 1))
    })
}

fn comparator(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["comparator"], |_, random| {
        Some(pick(random, &["", "<", "<=", ">", ">=", "=", "~", "≥"]).to_owned())
    })
}

fn unit(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["unit"], |_, random| Some(random.choice(Unit::ALL)?.code().to_owned()))
}

fn id(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["id"], misspell)
}

fn code(source: &Source, random: &mut Rng) -> Option<Tables> {
    let columns = ["category", "unit", "stat_type", "admin_level", "x.reason"];
    change(source, random, &columns, |field, random| {
        // A misspelling that is no other code: none is so near to another.
        misspell(field, random).filter(|code| !code.is_empty())
    })
}

fn misspell(word: &str, random: &mut Rng) -> Option<String> {
    if word.is_empty() {
        return None;
    }
    let letter = |random: &mut Rng| random.lowercase().to_string();
    match random.u8(0..5) {
        0 => replace(word, random, |_| true, letter),
        1 => replace(word, random, |_| true, |_| String::new()),
        2 => Some(insert(word, &letter(random), random)),
        3 => replace(word, random, |_| true, |random| random.uppercase().to_string()),
        _ => Some(insert(word, pick(random, &["-", " ", "_", "."]), random)),
    }
}

fn date(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["time_period"], |field, random| {
        let digit = |random: &mut Rng| random.digit(10).to_string();
        let (start, end) = field.split_once('/')?;
        match random.u8(0..6) {
            0 => Some(format!("{end}/{start}")),
            1 => Some(start.to_owned()),
            2 => Some(field.replace('-', pick(random, &["", "/", "."]))),
            _ => replace(field, random, |c| c.is_ascii_digit(), digit),
        }
    })
}

fn position(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["source_start", "x.source_start"], |field, random| {
        let start: i64 = field.parse().ok()?;
        let moved = match random.u8(0..3) {
            0 => start + random.i64(-3..=3),
            1 => start + random.i64(-100..=100),
            _ => random.i64(0..5_000),
        };
        Some(moved.to_string())
    })
}

fn section(source: &Source, random: &mut Rng) -> Option<Tables> {
    change(source, random, &["section", "x.section"], |_, random| Some(random.u8(0..12).to_string()))
}

fn row_dropped(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    table.remove(random.usize(0..table.len()));
    Some(source.tables())
}

fn row_doubled(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    let row = table[random.usize(0..table.len())].clone();
    table.insert(random.usize(0..=table.len()), row);
    Some(source.tables())
}

/// Where the row's text starts; rows that share it have no order among themselves.
fn start(row: &[String]) -> &str {
    let column = if row.len() == 4 { 1 } else { 5 };
    &row[column]
}

fn rows_swapped(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    let (a, b) = (random.usize(0..table.len()), random.usize(0..table.len()));
    if start(&table[a]) == start(&table[b]) {
        return None;
    }
    table.swap(a, b);
    Some(source.tables())
}

fn row_moved(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    let order: Vec<String> = table.iter().map(|row| start(row).to_owned()).collect();
    let row = table.remove(random.usize(0..table.len()));
    table.insert(random.usize(0..=table.len()), row);
    if table.iter().map(|row| start(row)).eq(order.iter()) {
        return None;
    }
    Some(source.tables())
}

fn field_dropped(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    let row = random.usize(0..table.len());
    let field = random.usize(0..table[row].len());
    table[row].remove(field);
    Some(source.tables())
}

fn field_added(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut source = source.clone();
    let table = source.either(random);
    let row = random.usize(0..table.len());
    let field = random.usize(0..=table[row].len());
    let text = pick(random, &["", "1", "yuan", "x"]).to_owned();
    table[row].insert(field, text);
    Some(source.tables())
}

/// Changes the bytes of one of the two tables.
fn change_bytes(source: &Source, random: &mut Rng, how: impl Fn(&mut Vec<u8>, &mut Rng)) -> Option<Tables> {
    let mut tables = source.tables();
    how(if random.bool() { &mut tables.0 } else { &mut tables.1 }, random);
    Some(tables)
}

fn cut_off(source: &Source, random: &mut Rng) -> Option<Tables> {
    change_bytes(source, random, |table, random| table.truncate(random.usize(0..table.len())))
}

fn cut_out(source: &Source, random: &mut Rng) -> Option<Tables> {
    let mut tables = source.tables();
    let table = if random.bool() { &mut tables.0 } else { &mut tables.1 };
    let start = random.usize(0..table.len());
    let end = (start + random.usize(1..400)).min(table.len());
    // Inside one field of free text nothing could tell; see what no check can catch by nature.
    let cut: Vec<u8> = table.drain(start..end).collect();
    cut.contains(&b'\t').then_some(tables)
}

fn invalid_utf_8(source: &Source, random: &mut Rng) -> Option<Tables> {
    change_bytes(source, random, |table, random| {
        let at = random.usize(0..=table.len() - 1);
        table.insert(at, random.u8(0xF8..));
    })
}

/// Inserts a character anywhere in a table.
fn insert_anywhere(source: &Source, random: &mut Rng, c: char) -> Option<Tables> {
    change_bytes(source, random, |table, random| {
        let text = String::from_utf8_lossy(table).into_owned();
        let end = text.len() - 1;
        let changed = insert(&text[..end], &c.to_string(), random);
        *table = (changed + "\n").into_bytes();
    })
}

fn invisible(source: &Source, random: &mut Rng) -> Option<Tables> {
    let characters = [
        '\u{AD}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{200E}',
        '\u{200F}',
        '\u{202A}',
        '\u{202B}',
        '\u{202C}',
        '\u{202D}',
        '\u{202E}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{FEFF}',
        '\u{FE0E}',
        '\u{FE0F}',
        '\u{A0}',
        '\u{3000}',
        '\u{2028}',
        '\u{85}',
        '\u{0}',
        '\u{8}',
        '\u{B}',
        '\u{1B}',
        '\u{7F}',
        '\u{61C}',
        '\u{E0001}',
        '\u{34F}',
        '\u{180E}',
    ];
    let c = *random.choice(&characters)?;
    // At the very start it is the byte order mark, which is read as if it were not there.
    insert_anywhere(source, random, c)
        .filter(|tables| !tables.0.starts_with(b"\xEF\xBB\xBF") && !tables.1.starts_with(b"\xEF\xBB\xBF"))
}

fn full_width(source: &Source, random: &mut Rng) -> Option<Tables> {
    change_bytes(source, random, |table, random| {
        let text = String::from_utf8_lossy(table).into_owned();
        let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).map(String::from).unwrap_or_default();
        let places: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_ascii_graphic()).collect();
        if let Some(&(at, c)) = random.choice(&places) {
            *table = format!("{}{}{}", &text[..at], wide(c), &text[at + 1..]).into_bytes();
        }
    })
}
