//! The characters of simplified Chinese, for the tests that tell traditional ones from them.

/// Whether simplified Chinese writes the character: GB 2312 has it, but for a few that it has for names only. GBK holds the
/// characters of GB 2312 in the rows that GB 2312 has them in.
pub fn is_simplified(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, _) = encoding_rs::GBK.encode(&text);
    matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE]) && !"仝夥後於甯疋矽菸麴麽".contains(c)
}
