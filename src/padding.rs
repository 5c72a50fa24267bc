//! `Display` in the width that is asked for.

use core::fmt;

/// Same as [`fmt::Formatter::pad`], for a text of several parts. Allocates only if a width or a precision is asked for.
#[inline]
pub fn pad(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    // `write!` alone would ignore the width: `{:>20}` would do nothing.
    if f.width().is_none() && f.precision().is_none() { f.write_fmt(text) } else { f.pad(&alloc::fmt::format(text)) }
}
