//! A backup read: whatever of it is sound.

use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::Brought;
use crate::deck::DeckKey;
use crate::progress::{RecordId, decode};

/// What a backup says that it is.
pub(super) const FORMAT: &str = "greenroom progress";

/// The newest version of the format that can be read, and the one that is written.
pub(super) const VERSION: u32 = 1;

/// A file that may be a backup, as whoever parses JSON hands it over. What is not as it should be is left out.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Document(Maybe<Head>);

#[derive(Debug, Deserialize)]
struct Head {
    format: Maybe<String>,
    #[serde(default)]
    version: Maybe<u32>,
    #[serde(default)]
    decks: Maybe<Vec<Maybe<DeckEntry>>>,
}

#[derive(Debug, Deserialize)]
struct DeckEntry {
    deck: String,
    #[serde(default)]
    title: Maybe<String>,
    #[serde(default)]
    records: Maybe<Vec<Maybe<RecordEntry>>>,
}

#[derive(Debug, Deserialize)]
struct RecordEntry {
    record: String,
}

/// Something that is there, and of the type it should be; or else anything.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Maybe<T> {
    Sound(T),
    Other(IgnoredAny),
}

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self::Other(IgnoredAny)
    }
}

impl<T> Maybe<T> {
    fn sound(self) -> Option<T> {
        match self {
            Self::Sound(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

/// Why nothing of a file can be restored: what was found, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is something else.
    NoBackup,
    /// A later release wrote it.
    Newer(u32),
    /// It says that it is a backup, and holds nothing like one.
    Damaged,
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBackup => f.write_str(
                "the file is no backup of Greenroom: choose the one that \u{201c}Download a backup\u{201d} saved",
            ),
            Self::Newer(version) => write!(
                f,
                "the backup is of version {version} of its format, and this Greenroom reads up to version {VERSION}: \
                 reload the page to get the newest"
            ),
            Self::Damaged => {
                f.write_str("the backup is damaged: it says neither its version nor what decks it has; try an older one")
            }
        }
    }
}

impl std::error::Error for BackupError {}

/// What a backup brings. Records that cannot be read are counted, and the others brought all the same.
///
/// # Errors
///
/// When it is no backup, or one of a later version of the format.
pub fn read(document: Document) -> Result<Brought, BackupError> {
    let head = document.0.sound().ok_or(BackupError::NoBackup)?;
    if head.format.sound().as_deref() != Some(FORMAT) {
        return Err(BackupError::NoBackup);
    }
    let version = head.version.sound().ok_or(BackupError::Damaged)?;
    if version > VERSION {
        return Err(BackupError::Newer(version));
    }
    let mut brought = Brought::default();
    for entry in head.decks.sound().ok_or(BackupError::Damaged)? {
        brought.deck_entry(entry.sound());
    }
    Ok(brought)
}

impl Brought {
    fn deck_entry(&mut self, entry: Option<DeckEntry>) {
        let Some(DeckEntry { deck, title, records }) = entry else { return self.skip(1) };
        let records = records.sound();
        let Some(key) = DeckKey::from_text(&deck) else {
            return self.skip(records.map_or(1, |records| records.len().max(1)));
        };
        let Some(records) = records else { return self.skip(1) };
        self.name(key, title.sound());
        for record in records {
            let found = record.sound().and_then(|entry| {
                let (id, text) = entry.record.split_once(' ')?;
                let id = RecordId::from_text(id)?;
                Some((id, decode(id, text)))
            });
            match found {
                Some((id, record)) => self.add(key, id, record),
                None => self.skip(1),
            }
        }
    }
}
