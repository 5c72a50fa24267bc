//! Reads a table: bytes in, rows of clean fields out, with a fault for each thing that is not clean.

use std::cmp::Ordering;
use std::fmt;

use crate::model::traditional::simplified;

/// Something wrong in a table: where, what, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub place: Place,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = self.place;
        write!(f, "{file}:{line}:{column}: {}", self.message)
    }
}

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub fn add(&mut self, place: Place, message: impl Into<String>) {
        self.0.push(Fault { place, message: printable(message.into()) });
    }

    /// Adds a fault, and gives what could not be read: nothing.
    pub fn refuse<T>(&mut self, place: Place, message: impl Into<String>) -> Option<T> {
        self.add(place, message);
        None
    }
}

/// Messages repeat fields, which may hold anything: on the screen no message breaks its line or runs on for pages.
fn printable(message: String) -> String {
    const LONGEST: usize = 1_000;
    let mut shown = String::new();
    for (i, c) in message.chars().enumerate() {
        if i == LONGEST {
            shown.push('…');
            break;
        }
        // Quotation marks are unwanted in a field only: messages have their own.
        if unwanted(c) == QUOTE || unwanted(c).is_none() || is_chinese_punctuation(c) {
            shown.push(c);
        } else {
            shown.extend(c.escape_unicode());
        }
    }
    shown
}

/// Where a field or a character of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub file: &'static str,
    /// From 1, as editors count.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Place {
    /// `characters` further to the right.
    pub fn right(self, characters: usize) -> Self {
        Self { column: self.column + characters, ..self }
    }
}

/// A field, and where it starts.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    pub text: &'a str,
    pub place: Place,
}

/// The fields of a row, by the names of their columns.
pub trait Fields<'a>: Sized {
    const COLUMNS: &'static [&'static str];

    /// `None` if there are more or fewer than columns.
    fn of(fields: &[Field<'a>]) -> Option<Self>;
}

/// Defines the fields of a row, so that the names of its columns stand once: in the header that the table must have, and in the code
/// that reads it.
macro_rules! columns {
    ($(#[$doc:meta])* $Name:ident: $($column:ident)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        #[allow(dead_code, reason = "some columns are for other readers of the table")]
        pub struct $Name<'a> {
            $(pub $column: Field<'a>,)+
        }

        impl<'a> Fields<'a> for $Name<'a> {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];

            fn of(fields: &[Field<'a>]) -> Option<Self> {
                // A pattern of as many names as columns: the count is checked here and nowhere else, and no index can be wrong.
                let &[$($column),+] = fields else { return None };
                Some(Self { $($column),+ })
            }
        }
    };
}
pub(super) use columns;

/// Reads the rows of `file` below its header.
///
/// A byte order mark and CRLF line ends, which tools on Windows add, are read over: they change no field.
pub fn read<'a>(file: &'static str, bytes: &'a [u8], columns: &[&str], faults: &mut Faults) -> Vec<Vec<Field<'a>>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // One closure for all: each is compiled with all that splits by it.
    let is_line_end = |byte: &u8| *byte == b'\n';
    let start = Place { file, line: 1, column: 1 };
    // Every row ends with a line break, so a file that was cut off within a row does not pass for a shorter one.
    let Some(bytes) = bytes.strip_suffix(b"\n") else {
        let line = bytes.split(is_line_end).count();
        let message = "the last line does not end; expected a line break, so the file may be cut off";
        faults.add(Place { line, ..start }, message);
        return Vec::new();
    };
    // A table without its optional column is as one in which it is empty.
    let header = bytes.split(is_line_end).next().unwrap_or_default().trim_ascii_end();
    let is_short = OPTIONAL.iter().any(|it| columns.last() == Some(it) && !header.ends_with(it.as_bytes()));
    let columns = if is_short { &columns[..columns.len() - 1] } else { columns };
    let mut rows = Vec::new();
    for (i, line) in bytes.split(is_line_end).enumerate() {
        let place = Place { line: i + 1, ..start };
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Some(mut fields) = cut(line, place, columns, faults) else { continue };
        // The header was cut like a row, so that what no field may hold is found in it too.
        if i > 0 {
            if is_short {
                fields.push(Field { text: "", place });
            }
            rows.push(fields);
        } else if fields.iter().enumerate().any(|(column, field)| field.text != columns[column]) {
            let columns = columns.join(" ");
            faults.add(place, format!("not the header; expected the tab-separated columns {columns}"));
        }
    }
    rows
}

/// The last columns that a table may leave out.
const OPTIONAL: [&str; 2] = ["obs_status", "phrase"];

/// Cuts a line into its fields.
fn cut<'a>(line: &'a [u8], place: Place, columns: &[&str], faults: &mut Faults) -> Option<Vec<Field<'a>>> {
    let line = match std::str::from_utf8(line) {
        Ok(line) => line,
        Err(error) => {
            // What stands before the bad byte is valid, and only counted: columns are told in characters.
            let valid = String::from_utf8_lossy(&line[..error.valid_up_to()]);
            let place = place.right(valid.chars().count());
            return faults.refuse(place, "a byte that is not UTF-8; expected the file to be saved as UTF-8");
        }
    };
    if line.is_empty() {
        return faults.refuse(place, "an empty line; expected a row, or the end of the file");
    }
    let mut at = place;
    let mut fields = Vec::with_capacity(columns.len());
    for text in line.split('\t') {
        let field = Field { text, place: at };
        // A row may have too many fields; the extra ones are told below, and have no column whose prose could be Chinese.
        let column = columns.get(fields.len()).copied().unwrap_or_default();
        check_characters(field, column.ends_with("_zh"), faults);
        at = at.right(text.chars().count() + 1);
        fields.push(field);
    }
    let (found, expected) = (fields.len(), columns.len());
    if found != expected {
        return faults.refuse(place, format!("{found} fields; expected {expected}, with a tab between each two"));
    }
    Some(fields)
}

/// Finds what no field may hold, because a reader would not see it or a program would misread it.
///
/// Chinese has the punctuation of Chinese.
fn check_characters(field: Field<'_>, is_chinese_prose: bool, faults: &mut Faults) {
    let Field { text, place } = field;
    // Most fields are plain ASCII, and the build script runs unoptimised: look closer only where there is cause.
    if !text.bytes().all(|b| matches!(b, b' ' | b'#'..=b'~')) {
        for (i, c) in text.chars().enumerate() {
            if is_chinese_prose && is_chinese_punctuation(c) {
                continue;
            }
            if let Some(what) = unwanted(c) {
                let code = u32::from(c);
                faults.add(place.right(i), format!("U+{code:04X}, {what}; expected plain text"));
            }
        }
    }
    if is_chinese_prose {
        if let Some(i) = text.chars().position(|c| ",;:()?!".contains(c)) {
            faults.add(place.right(i), "punctuation of ASCII in Chinese prose; expected that of Chinese: ，；：（）");
        }
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        faults.add(place, format!("`{text}` has a space at its edge; expected none"));
    }
    if text.contains("  ") {
        faults.add(place, format!("`{text}` has two spaces together; expected one"));
    }
    // pandas and its like make these missing on reading, so that a code or a title would be gone without a word.
    if text.len() <= 4 && ["na", "n/a", "nan", "null", "none"].contains(&&*text.to_ascii_lowercase()) {
        faults.add(place, format!("`{text}`, which programs read as missing; expected an empty field or a value"));
    }
    if text.starts_with(['=', '+', '-', '@']) && !is_signed_number(text) {
        faults.add(place, format!("`{text}` would run as a formula in a spreadsheet; expected it to start otherwise"));
    }
}

/// A number with a sign, and % or a Chinese unit, which spreadsheets read as a number or as text. They run all else: -1+SUM(A1:A9).
fn is_signed_number(text: &str) -> bool {
    let is_end = |c: char| c == '%' || c == '‰' || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let number = text[1..].trim_end_matches(is_end);
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    !text.starts_with(['=', '@'])
        && !whole.is_empty()
        && !part.is_empty()
        && is_all(whole, |b| b.is_ascii_digit())
        && is_all(part, |b| b.is_ascii_digit())
}

/// Whether all bytes of a text are such.
pub fn is_all(text: &str, are_such: fn(u8) -> bool) -> bool {
    text.bytes().all(are_such)
}

const fn is_chinese_punctuation(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | '（' | '）' | '？' | '！')
}

const QUOTE: Option<&str> = Some("a quotation mark that table readers take for quoting");

/// What is wrong with a character, if it is not one of those that tables are written in.
fn unwanted(c: char) -> Option<&'static str> {
    match c {
        ' ' | '!' | '#'..='~' => None,
        '\u{4E00}'..='\u{9FFF}' if simplified(c).is_some() => {
            Some("a traditional character where simplified ones are written")
        }
        // 〇 is the one numeral that Unicode has among the punctuation, at U+3007.
        '\u{4E00}'..='\u{9FFF}' | '〇' => None,
        // A list of what is allowed, as no list of look-alikes and invisible characters is ever complete.
        '“' | '”' | '‘' | '’' | '《' | '》' | '、' | '。' | '…' | '—' | '–' | '·' | '×' | '°' | '²' | '³' | '‰'
        | '℃' => None,
        '"' => QUOTE,
        '\u{FF01}'..='\u{FF5E}' => Some("a full-width form"),
        '\u{3000}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            Some("a space that is not U+0020")
        }
        c if c.is_control() => Some("a control character"),
        _ => Some("a character that tables are not written in, though it may look like one or not be seen"),
    }
}

/// Row numbers, stably sorted by `compare`.
///
/// By insertion, as most rows come in order: the sorts of the standard library are some fifty functions that every user would compile.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = Vec::with_capacity(len);
    for row in 0..len {
        let place = order.partition_point(|before| compare(*before, row) != Ordering::Greater);
        order.insert(place, row);
    }
    order
}

/// Checks that no two rows have the same text in this field.
pub fn check_unique<'a, T>(rows: &[T], field: fn(&T) -> Field<'a>, what: &str, faults: &mut Faults) {
    check_unique_fields(rows.len(), &|row| field(&rows[row]), what, faults);
}

fn check_unique_fields<'a>(rows: usize, field: &dyn Fn(usize) -> Field<'a>, what: &str, faults: &mut Faults) {
    for pair in order(rows, &|a, b| field(a).text.cmp(field(b).text)).windows(2) {
        let (first, Field { text, place }) = (field(pair[0]), field(pair[1]));
        // That a field is empty is told once, where it must not be.
        if first.text == text && !text.is_empty() {
            let line = first.place.line;
            faults.add(place, format!("{what} `{text}` is that of line {line} too; expected one of its own"));
        }
    }
}
