//! `Display` in the width, with the decimals and with the sign that are asked for.

use alloc::string::{String, ToString as _};
use core::fmt::{self, Write as _};
use core::iter::repeat_n;

use rust_decimal::Decimal;

/// Same as [`fmt::Formatter::pad`], for a text of several parts. Allocates only if a width or a precision is asked for.
#[inline]
pub fn pad(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    // `write!` alone would ignore the width: `{:>20}` would do nothing.
    if f.width().is_none() && f.precision().is_none() { f.write_fmt(text) } else { f.pad(&alloc::fmt::format(text)) }
}

/// A number in a line: without trailing zeros, or with the decimals that are asked for. It has no more of them.
//
// Not by `{:.2}` of `Decimal`, which cuts digits off, and panics where digits and decimals are more than 32.
#[inline]
pub fn number(f: &fmt::Formatter<'_>, x: Decimal) -> String {
    let x = x.normalize();
    let mut text = x.to_string();
    if f.sign_plus() && x.is_sign_positive() {
        text.insert(0, '+');
    }
    let zeros = f.precision().unwrap_or(0).saturating_sub(x.scale() as usize);
    if x.is_integer() && zeros > 0 {
        text.push('.');
    }
    text.extend(repeat_n('0', zeros));
    text
}

/// Pads a line with numbers as a number is padded: to the right, and by `{:08}` with zeros behind the sign. A line that begins with
/// words has blanks for them, as `NaN` has. The decimals are the line's own.
//
// Not by `pad_integral`, which takes the bytes of 亿元 for its width.
#[inline]
pub fn pad_number(f: &mut fmt::Formatter<'_>, line: fmt::Arguments<'_>) -> fmt::Result {
    let Some(width) = f.width() else { return f.write_fmt(line) };
    let line = &*alloc::fmt::format(line);
    let digits = line.trim_start_matches(['+', '-']);
    let missing = width.saturating_sub(line.chars().count());
    let (sign, before, fill) = match f.align() {
        _ if f.sign_aware_zero_pad() && digits.starts_with(|c: char| c.is_ascii_digit()) => {
            (&line[..line.len() - digits.len()], missing, '0')
        }
        _ if f.sign_aware_zero_pad() => ("", missing, ' '),
        Some(fmt::Alignment::Left) => ("", 0, f.fill()),
        Some(fmt::Alignment::Center) => ("", missing / 2, f.fill()),
        Some(fmt::Alignment::Right) | None => ("", missing, f.fill()),
    };
    f.write_str(sign)?;
    (0..before).try_for_each(|_| f.write_char(fill))?;
    f.write_str(&line[sign.len()..])?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}
