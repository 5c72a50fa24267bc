//! SHA-256.

use sha2::{Digest as _, Sha256};

use crate::sha256;

#[test]
fn digests_are_those_of_another_library() {
    let mut random = fastrand::Rng::with_seed(1);
    for length in (0..300).chain([4_095, 4_096, 100_000]) {
        let message: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
        let bytes = sha256::digest(&message).map(u32::to_be_bytes).concat();
        assert_eq!(bytes, Sha256::digest(&message).to_vec(), "{length} bytes");
    }
}
