//! The characters of simplified Chinese, for the tests that tell traditional ones from them.

/// Whether GB 2312 has the character: GBK holds the Chinese characters of GB 2312 in the rows that GB 2312 has them in.
pub fn in_gb_2312(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, _) = encoding_rs::GBK.encode(&text);
    matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE])
}
