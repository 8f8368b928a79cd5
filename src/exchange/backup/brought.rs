//! What a backup or a link brings, and what of it is new here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Names;
use crate::day::Moment;
use crate::deck::DeckKey;
use crate::progress::{Held, Library, Log, Record, RecordId, Store, Unreadable};

/// Records from elsewhere, by deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    decks: BTreeMap<DeckKey, BroughtDeck>,
    n_unreadable: usize,
    n_newer: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct BroughtDeck {
    title: Option<String>,
    log: Log,
}

/// What restoring would add.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Deck by deck, in the order of their keys.
    pub decks: Vec<PreviewDeck>,
    /// Records that cannot be read.
    pub unreadable: usize,
    /// Records of a later release.
    pub newer: usize,
}

/// What restoring would add to a deck.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewDeck {
    /// Its key.
    pub deck: String,
    /// Its title, where it is known.
    pub title: Option<String>,
    /// Ratings, and points asked on their own, that are new here.
    pub ratings: usize,
    /// Ratings that would be taken back.
    pub undos: usize,
    /// Resets that would be taken back.
    pub reverts: usize,
    /// Cards, or the whole deck, that would be begun anew.
    pub resets: usize,
    /// Records that are here already.
    pub known: usize,
}

impl Brought {
    pub(super) fn add(&mut self, deck: DeckKey, id: RecordId, record: Result<Record, Unreadable>) {
        match record {
            Ok(record) => drop(self.decks.entry(deck).or_default().log.insert(id, record)),
            Err(Unreadable::Newer) => self.n_newer += 1,
            Err(Unreadable::Damaged) => self.n_unreadable += 1,
        }
    }

    pub(super) fn name(&mut self, deck: DeckKey, title: Option<String>) {
        let entry = self.decks.entry(deck).or_default();
        entry.title = entry.title.take().or(title);
    }

    /// Notes that so many records cannot be read.
    pub(super) fn skip(&mut self, n: usize) {
        self.n_unreadable += n;
    }

    /// What it brings, as it would be held.
    pub fn held(&self) -> Vec<Held> {
        let held = |(deck, brought): (&DeckKey, &BroughtDeck)| Held {
            deck: *deck,
            log: brought.log.clone(),
            n_unreadable: 0,
            n_newer: 0,
        };
        self.decks.iter().map(held).collect()
    }

    /// What of it is new in a library.
    pub fn preview<S: Store>(&self, library: &mut Library<S>, names: &Names) -> Preview {
        let preview = |(key, brought): (&DeckKey, &BroughtDeck)| {
            let title = names.title(*key).or(brought.title.as_deref()).map(str::to_owned);
            let mut deck = PreviewDeck { deck: key.text(), title, ..PreviewDeck::default() };
            let held = library.held(*key);
            for (id, record) in brought.log.records() {
                let is_reset = |target: &RecordId| {
                    let mut logs = [&held.log, &brought.log].into_iter();
                    logs.any(|log| matches!(log.record(*target), Some(Record::Reset(_))))
                };
                let count = match record {
                    _ if held.log.has(id) => &mut deck.known,
                    Record::Undo(target) if is_reset(target) => &mut deck.reverts,
                    Record::Review(_) | Record::Answer(..) | Record::Drill(_) => &mut deck.ratings,
                    Record::Undo(_) => &mut deck.undos,
                    Record::Reset(_) => &mut deck.resets,
                };
                *count += 1;
            }
            deck
        };
        Preview {
            decks: self.decks.iter().map(preview).collect(),
            unreadable: self.n_unreadable,
            newer: self.n_newer,
        }
    }

    /// Adds to a library what it has not, and tells how many records that were.
    pub fn restore<S: Store>(&self, library: &mut Library<S>, now: Moment) -> usize {
        self.decks.iter().map(|(deck, brought)| library.add(*deck, &brought.log, now)).sum()
    }
}
