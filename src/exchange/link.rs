//! A small deck's whole text in a link: the value of `#d=`, which no server gets to see.
//!
//! ```text
//! payload = "1." base64url(packing(1) checksum(4) deflate)
//! ```
//!
//! The number before the dot is the version of this layout. The byte that says how the text is packed is 0
//! for plain deflate. The checksum is the CRC-32 of the text and of what it was packed into, so that no
//! change of either goes unnoticed; it stands first, so that a link whose end is missing runs out of
//! deflate, and is told apart from one that was changed.

use std::borrow::Cow;
use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::base64url::{bytes, push_bytes};

/// The most characters that a payload may have: what is longer belongs into a file.
pub const LONGEST_PAYLOAD: usize = 65_536;

/// The most bytes of text that a payload may hold: a few characters of deflate can stand for very many.
pub const LONGEST_TEXT: usize = 1_048_576;

/// The version of the layout, before the dot.
const VERSION: &str = "1";

/// The text is packed by deflate, and nothing else was done to it.
const DEFLATE: u8 = 0;

/// The level at which deflate tries hardest.
const BEST: u8 = 10;

/// The CRC-32 of zip and PNG, without a table, as for the records of progress.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// Why a payload cannot be read: what was found, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It does not begin with a version.
    NotALink,
    /// A later release wrote it.
    Newer,
    /// It is longer than [`LONGEST_PAYLOAD`].
    TooLong,
    /// A character that a link does not have.
    Character(char),
    /// Its end is missing.
    CutOff,
    /// It is not what was written.
    Changed,
    /// It holds more than [`LONGEST_TEXT`].
    TooMuchText,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotALink => "the link holds no deck: after `#d=` it goes on with `1.`; copy the whole link",
            Self::Newer => "the link is of a newer version of Greenroom: open it with the newest",
            Self::TooLong => "the link has more than 65,536 characters: pass the deck on as a file",
            Self::Character(found) => {
                return write!(f, "the link has {found:?} in it, which no link to a deck has: copy it again");
            }
            Self::CutOff => "the link is cut off: copy all of it, or ask for the deck as a file",
            Self::Changed => "the link was changed on the way: copy it again, or ask for the deck as a file",
            Self::TooMuchText => "the link holds more than 1 MB of text: pass the deck on as a file",
        })
    }
}

impl std::error::Error for LinkError {}

/// The text of a deck as the value of `#d=`.
///
/// It packs a text of any length; [`unpack`] reads no more than [`LONGEST_PAYLOAD`] and [`LONGEST_TEXT`].
///
/// ```
/// use greenroom::exchange::link::{pack, unpack};
///
/// let text = "## What is churn?\n\nCustomers who leave.\n";
/// let payload = pack(text);
/// assert!(payload.starts_with("1."));
/// assert_eq!(unpack(&payload).as_deref(), Ok(text));
/// ```
pub fn pack(text: &str) -> String {
    let packed = compress_to_vec(text.as_bytes(), BEST);
    let mut bytes = vec![DEFLATE];
    bytes.extend(checksum(text, &packed));
    bytes.extend(packed);
    let mut payload = format!("{VERSION}.");
    push_bytes(&mut payload, &bytes);
    payload
}

/// The text of a deck from the value of `#d=`.
///
/// What programs for chats and mail do to the end of a link, and to its punctuation, is undone.
///
/// ```
/// use greenroom::exchange::link::{LinkError, pack, unpack};
///
/// let payload = pack("## What is churn?\n\nCustomers who leave.\n");
/// assert_eq!(unpack(&payload[..30]), Err(LinkError::CutOff));
/// assert_eq!(unpack(&payload.replace("1.", "2.")), Err(LinkError::Newer));
/// assert!(unpack(&format!("{payload}).")).is_ok());
/// ```
///
/// # Errors
///
/// When the payload is not one that [`pack`] wrote, or is beyond the limits.
pub fn unpack(payload: &str) -> Result<String, LinkError> {
    if payload.len() > LONGEST_PAYLOAD {
        return Err(LinkError::TooLong);
    }
    let payload = mended(payload);
    let code = code(payload.trim_end_matches(is_appended))?;
    let found = bytes(code).map_err(LinkError::Character)?;
    let (head, packed) = found.bytes.split_first_chunk::<5>().ok_or(LinkError::CutOff)?;
    let [packing, checksum @ ..] = *head;
    if packing != DEFLATE {
        return Err(LinkError::Newer);
    }
    let text = inflate(packed)?;
    if !found.is_canonical || checksum != self::checksum(&text, packed) {
        return Err(LinkError::Changed);
    }
    Ok(text)
}

/// Some programs write punctuation as its number.
fn mended(payload: &str) -> Cow<'_, str> {
    if !payload.contains('%') {
        return Cow::Borrowed(payload);
    }
    let mut parts = payload.split('%');
    let mut mended = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (number, rest) = part.split_at_checked(2).unwrap_or(("", part));
        match number {
            "2D" | "2d" => mended.push('-'),
            "2E" | "2e" => mended.push('.'),
            "5F" | "5f" => mended.push('_'),
            _ => {
                mended.push('%');
                mended.push_str(number);
            }
        }
        mended.push_str(rest);
    }
    Cow::Owned(mended)
}

/// What comes to stand after a link: the punctuation of a sentence, white space, and the padding of base64.
fn is_appended(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ')' | '=')
}

/// What follows the version.
fn code(payload: &str) -> Result<&str, LinkError> {
    match payload.split_once('.') {
        Some((VERSION, code)) => Ok(code),
        Some((version, _)) if !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(LinkError::Newer)
        }
        None if VERSION.starts_with(payload) => Err(LinkError::CutOff),
        _ => Err(LinkError::NotALink),
    }
}

fn inflate(packed: &[u8]) -> Result<String, LinkError> {
    let text = decompress_to_vec_with_limit(packed, LONGEST_TEXT).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooMuchText,
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::CutOff,
        _ => LinkError::Changed,
    })?;
    String::from_utf8(text).map_err(|_| LinkError::Changed)
}

fn checksum(text: &str, packed: &[u8]) -> [u8; 4] {
    let mut digest = CRC.digest();
    digest.update(text.as_bytes());
    digest.update(packed);
    digest.finalize().to_be_bytes()
}
