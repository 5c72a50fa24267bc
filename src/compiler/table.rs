//! Reads a table: bytes in, rows of clean fields out, with a fault for each thing that is not clean.

use std::fmt;

/// Something wrong in a table: where, what, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub file: &'static str,
    /// From 1, as editors count.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message } = self;
        write!(f, "{file}:{line}:{column}: {message}")
    }
}

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub fn add(&mut self, place: Place, message: impl Into<String>) {
        self.0.push(Fault {
            file: place.file,
            line: place.line,
            column: place.column,
            message: printable(message.into()),
        });
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
        shown.push(if unwanted(c) == QUOTE || unwanted(c).is_none() { c } else { '\u{FFFD}' });
    }
    shown
}

/// Where a field or a character of it stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub file: &'static str,
    pub line: usize,
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

/// A line with as many fields as the header.
pub type Row<'a, const N: usize> = [Field<'a>; N];

/// Reads the rows of `file` below its header.
///
/// A byte order mark and CRLF line ends, which tools on Windows add, are read as if they were not
/// there: they change no field.
pub fn read<'a, const N: usize>(
    file: &'static str,
    bytes: &'a [u8],
    header: [&str; N],
    faults: &mut Faults,
) -> Vec<Row<'a, N>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = Place { file, line: 1, column: 1 };
    let Some(bytes) = bytes.strip_suffix(b"\n") else {
        let line = 1 + bytes.iter().filter(|&&b| b == b'\n').count();
        faults.add(
            Place { line, ..start },
            "the last line does not end; expected a line break, so the file may be cut off",
        );
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (i, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let place = Place { line: i + 1, ..start };
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Some(fields) = fields::<N>(line, place, faults) else {
            continue;
        };
        if i > 0 {
            rows.push(fields);
        } else if fields.map(|field| field.text) != header {
            let header = header.join(" ");
            faults.add(place, format!("not the header; expected the tab-separated columns {header}"));
        }
    }
    rows
}

fn fields<'a, const N: usize>(line: &'a [u8], place: Place, faults: &mut Faults) -> Option<Row<'a, N>> {
    let line = match std::str::from_utf8(line) {
        Ok(line) => line,
        Err(error) => {
            let valid = String::from_utf8_lossy(&line[..error.valid_up_to()]);
            let place = place.right(valid.chars().count());
            faults.add(place, "a byte that is not UTF-8; expected the file to be saved as UTF-8");
            return None;
        }
    };
    let mut at = place;
    let mut fields = Vec::with_capacity(N);
    for text in line.split('\t') {
        let field = Field { text, place: at };
        check_characters(field, faults);
        at = at.right(text.chars().count() + 1);
        fields.push(field);
    }
    if line.is_empty() {
        faults.add(place, "an empty line; expected a row, or the end of the file");
        return None;
    }
    let found = fields.len();
    Row::try_from(fields)
        .map_err(|_| faults.add(place, format!("{found} fields; expected {N}, with a tab between each two")))
        .ok()
}

/// Finds what no field may hold, because a reader would not see it or a program would misread it.
fn check_characters(field: Field<'_>, faults: &mut Faults) {
    let Field { text, place } = field;
    // Most fields are plain ASCII, and the build script runs unoptimised: look closer only where there is cause.
    let mut plain = 0;
    while plain < text.len() && matches!(text.as_bytes()[plain], b' ' | b'#'..=b'~') {
        plain += 1;
    }
    if plain < text.len() {
        for (i, c) in text.chars().enumerate() {
            if let Some(what) = unwanted(c) {
                let code = u32::from(c);
                faults.add(place.right(i), format!("U+{code:04X}, {what}; expected plain text"));
            }
        }
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        faults.add(place, format!("`{text}` has a space at its edge; expected none"));
    }
    if text.len() <= 4 && ["na", "n/a", "nan", "null", "none"].contains(&&*text.to_ascii_lowercase()) {
        faults.add(place, format!("`{text}`, which programs read as missing; expected an empty field or a value"));
    }
    let negative_number = text.strip_prefix('-').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    if text.starts_with(['=', '+', '-', '@']) && !negative_number {
        faults.add(place, format!("`{text}` would run as a formula in a spreadsheet; expected it to start otherwise"));
    }
}

const QUOTE: Option<&str> = Some("a quotation mark that table readers take for quoting");

fn unwanted(c: char) -> Option<&'static str> {
    match c {
        ' ' | '#'..='~' | '\u{4E00}'..='\u{9FFF}' => None, // nearly all: asked first
        '"' => QUOTE,
        '\u{FF01}'..='\u{FF5E}' => Some("a full-width form"),
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{1680}' => {
            Some("a space that is not U+0020")
        }
        '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{61C}'
        | '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => Some("an invisible or direction-changing character"),
        '\u{FFFD}' => Some("a replacement character, so text was lost before"),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Some("a private-use character"),
        c if c.is_control() => Some("a control character"),
        _ => None,
    }
}
