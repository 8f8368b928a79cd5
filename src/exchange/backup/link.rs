//! Progress in a link: the value of `#p=`, which no server gets to see.
//!
//! It is packed as a deck in a link is; the text that is packed has the records without their checksums, which would
//! take a fifth of the room and follow from the rest:
//!
//! ```text
//! #KfuI8wPS            a deck
//! @Vnibn5              a writer
//! DERTH_LFb4dAhg       its record 0
//! 3 DERTH_LFb4dBhg     its record 3; without a number it is the one after the record before
//! ```

use std::fmt;

use super::Brought;
use crate::base64url::{push, take};
use crate::deck::DeckKey;
use crate::exchange::link::{self, LinkError};
use crate::progress::{Held, RecordId, WriterId, body, read_body};

const WRITER: usize = (WriterId::BITS / 6) as usize;

/// Why a payload cannot be read: what was found, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgressLinkError(LinkError);

impl fmt::Display for ProgressLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            LinkError::NotALink => {
                "the link holds no progress: after `#p=` it goes on with `1.`; copy the whole link"
            }
            LinkError::Newer => {
                "the link is of a newer version of Greenroom: reload the page to get the newest"
            }
            LinkError::TooLong => {
                "the link has more than 65,536 characters: take a backup file along instead"
            }
            LinkError::Character(found) => {
                return write!(f, "the link has {found:?} in it, which no such link has: copy it again");
            }
            LinkError::CutOff => "the link is cut off: copy all of it, or take a backup file along",
            LinkError::Changed => {
                "the link was changed on the way: copy it again, or take a backup file along"
            }
            LinkError::TooMuchText => {
                "the link holds more than 1 MB of progress: take a backup file along instead"
            }
        })
    }
}

impl std::error::Error for ProgressLinkError {}

/// What is held as the value of `#p=`.
pub fn pack(held: &[Held]) -> String {
    let mut text = String::new();
    for held in held.iter().filter(|held| !held.log.is_empty()) {
        text.push_str(&format!("#{}\n", held.deck.text()));
        let mut writer = None;
        let mut next = 0;
        for (id, record) in held.log.records() {
            if writer != Some(id.writer) {
                (writer, next) = (Some(id.writer), 0);
                text.push('@');
                push(&mut text, id.writer.0, WRITER);
                text.push('\n');
            }
            if id.number != next {
                text.push_str(&format!("{} ", id.number));
            }
            next = id.number.saturating_add(1);
            text.push_str(&body(record));
            text.push('\n');
        }
    }
    link::pack(&text)
}

/// What the value of `#p=` brings.
///
/// # Errors
///
/// When it is not one that [`pack`] wrote, or longer than a link may be.
pub fn unpack(payload: &str) -> Result<Brought, ProgressLinkError> {
    let text = link::unpack(payload).map_err(ProgressLinkError)?;
    let mut brought = Brought::default();
    let (mut deck, mut writer, mut next) = (None, None, Some(0));
    for line in text.lines() {
        if let Some(key) = line.strip_prefix('#') {
            (deck, writer) = (DeckKey::from_text(key), None);
        } else if let Some(mut name) = line.strip_prefix('@') {
            (writer, next) = (take(&mut name, WRITER).filter(|_| name.is_empty()).map(WriterId), Some(0));
        } else {
            let (number, body) = match line.split_once(' ') {
                Some((number, body)) => (number.parse().ok(), body),
                None => (next, line),
            };
            next = number.and_then(|number: u32| number.checked_add(1));
            match (deck, writer, number) {
                (Some(deck), Some(writer), Some(number)) => {
                    brought.add(deck, RecordId { writer, number }, read_body(body));
                }
                _ => brought.skip(1),
            }
        }
    }
    Ok(brought)
}
