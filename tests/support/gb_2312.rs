//! The characters of simplified Chinese, for the tests that tell traditional ones from them.

/// Whether simplified Chinese writes the character: GB 2312 has it, but for a few that it has for names only. GBK holds the
/// characters of GB 2312 in the rows that GB 2312 has them in.
pub fn is_simplified(c: char) -> bool {
    row(c).is_some() && !"仝夥後於甯疋矽菸麴麽".contains(c)
}

/// Whether it is one of the 3 755 common ones, which are the first level of GB 2312.
pub fn is_common(c: char) -> bool {
    row(c).is_some_and(|row| row <= 0xD7)
}

fn row(c: char) -> Option<u8> {
    let text = c.to_string();
    let (bytes, _, _) = encoding_rs::GBK.encode(&text);
    match bytes[..] {
        [row @ 0xB0..=0xF7, 0xA1..=0xFE] => Some(row),
        _ => None,
    }
}
