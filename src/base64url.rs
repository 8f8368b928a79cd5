//! Numbers and bytes as characters that survive in addresses and stores: base64url, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends `value` in `width` characters, the highest first.
pub(crate) fn push(text: &mut String, value: u64, width: usize) {
    for place in (0..width).rev() {
        let index = (value >> (6 * place)) & 63;
        let character = usize::try_from(index).ok().and_then(|index| ALPHABET.get(index));
        text.extend(character.map(|byte| char::from(*byte)));
    }
}

/// Takes a value of `width` characters off the front.
pub(crate) fn take(rest: &mut &str, width: usize) -> Option<u64> {
    let (head, tail) = rest.split_at_checked(width)?;
    // By bytes and a table, for a hundred thousand records are a million and a half of them.
    let (mut value, mut all) = (0, 0);
    for byte in head.bytes() {
        let digit = SEXTETS.get(usize::from(byte)).copied().unwrap_or(NONE);
        value = value << 6 | u64::from(digit);
        all |= digit;
    }
    if all >= NONE {
        return None;
    }
    *rest = tail;
    Some(value)
}

/// Appends bytes: four characters for each three, and as many as it takes for the rest.
pub(crate) fn push_bytes(text: &mut String, bytes: &[u8]) {
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits: u64, byte| bits << 8 | u64::from(*byte));
        push(text, bits << (6 - 2 * group.len()), group.len() + 1);
    }
}

/// Bytes that were written as characters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bytes {
    pub(crate) bytes: Vec<u8>,
    /// Whether no other text stands for the same bytes.
    pub(crate) is_canonical: bool,
}

/// The bytes that a text stands for; fails with the first character that is of another alphabet.
pub(crate) fn bytes(text: &str) -> Result<Bytes, char> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut n_bits) = (0_u32, 0);
    for c in text.chars() {
        bits = bits << 6 | sextet(c).ok_or(c)?;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.extend(u8::try_from(bits >> n_bits).ok());
            bits &= (1 << n_bits) - 1;
        }
    }
    Ok(Bytes { bytes, is_canonical: n_bits < 6 && bits == 0 })
}

/// Not one of the characters.
const NONE: u8 = 64;

/// What each character of ASCII stands for.
#[allow(clippy::indexing_slicing, reason = "while it is compiled")]
const SEXTETS: [u8; 128] = {
    let mut sextets = [NONE; 128];
    let mut value = 0;
    while value < 64 {
        sextets[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    sextets
};

/// The six bits that a character stands for.
fn sextet(c: char) -> Option<u32> {
    SEXTETS.get(c as usize).filter(|digit| **digit < NONE).map(|digit| u32::from(*digit))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = String::new();
        push_bytes(&mut text, bytes);
        text
    }

    #[test]
    fn bytes_are_those_of_the_standard() {
        // RFC 4648, section 10, without padding; and the two characters that are base64url's own.
        for (plain, expected) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (b"\xfb\xff\xfe", "-__-"),
        ] {
            assert_eq!(text(plain), expected);
            assert_eq!(bytes(expected), Ok(Bytes { bytes: plain.to_vec(), is_canonical: true }));
        }
    }

    #[test]
    fn what_nobody_writes_is_noticed() {
        // Left-over bits, and a character that makes no whole byte.
        for odd in ["Zh", "Zm9", "Zm9vY", "A"] {
            assert!(!bytes(odd).unwrap().is_canonical, "{odd}");
        }
        for (wrong, character) in [("Zm9v=", '='), ("Zm+v", '+'), ("Z/", '/'), ("Zü", 'ü'), (" Zg", ' ')] {
            assert_eq!(bytes(wrong), Err(character));
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(plain in prop::collection::vec(any::<u8>(), 0..100)) {
            prop_assert_eq!(bytes(&text(&plain)), Ok(Bytes { bytes: plain, is_canonical: true }));
        }
    }
}
