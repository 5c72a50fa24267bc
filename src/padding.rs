//! `Display` in the width that is asked for.

use core::fmt;

/// Same as [`fmt::Formatter::pad`], for a text of several parts. Allocates only if a width or a precision is asked for.
#[inline]
pub fn pad(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    // `write!` alone would ignore the width: `{:>20}` would do nothing.
    if f.width().is_none() && f.precision().is_none() { f.write_fmt(text) } else { f.pad(&alloc::fmt::format(text)) }
}

/// Displays what a function writes.
pub struct By<F>(pub F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for By<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Displays items with a text between each two.
pub fn list<I>(items: I, separator: &'static str) -> impl fmt::Display
where
    I: IntoIterator<Item: fmt::Display> + Clone,
{
    By(move |f: &mut fmt::Formatter<'_>| {
        // Cloned, as a `Display` may be printed more than once.
        items.clone().into_iter().enumerate().try_for_each(|(i, item)| {
            f.write_str(if i == 0 { "" } else { separator })?;
            write!(f, "{item}")
        })
    })
}
