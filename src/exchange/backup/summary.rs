//! What is held of a deck, in a few figures.

use serde::Serialize;

use super::Names;
use crate::progress::{Held, Log, Record, Stamp};

/// What is held of a deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Its key.
    pub deck: String,
    /// Its title, where the deck is at hand.
    pub title: Option<String>,
    /// Ratings, and points asked on their own, that count.
    pub ratings: usize,
    /// The cards that they are of.
    pub cards: usize,
    /// When the last of them was given, in milliseconds since 1970.
    pub last: Option<i64>,
    /// Ratings and other records that cannot be read.
    pub unreadable: usize,
    /// Records of a later release.
    pub newer: usize,
    /// The resets of the whole deck after which nothing was rated.
    pub reset: Option<SummaryReset>,
}

/// Resets that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SummaryReset {
    /// The names of their records: seldom more than one, where two devices or windows did it.
    pub records: Vec<String>,
    /// When the last of them was, in milliseconds since 1970.
    pub at: i64,
}

impl Summary {
    /// The figures of what is held.
    pub fn of(held: &Held, names: &Names) -> Self {
        let log = &held.log;
        let counting = log.records().filter(|(id, _)| log.in_force(*id).is_some());
        let mut cards = Vec::new();
        let mut last = None;
        for (_, record) in counting {
            let card = match record {
                Record::Review(review) | Record::Answer(review, _) => review.card,
                Record::Drill(drill) => drill.card,
                Record::Undo(_) | Record::Reset(_) => continue,
            };
            cards.push(card);
            last = last.max(record.at().map(|at| at.at.0));
        }
        let ratings = cards.len();
        cards.sort_unstable();
        cards.dedup();
        Summary {
            deck: held.deck.text(),
            title: names.title(held.deck).map(str::to_owned),
            ratings,
            cards: cards.len(),
            last,
            unreadable: held.n_unreadable,
            newer: held.n_newer,
            reset: if ratings == 0 { SummaryReset::of(log) } else { None },
        }
    }
}

impl SummaryReset {
    /// The resets of a log in which nothing counts, but not those that cut off what was rated since.
    fn of(log: &Log) -> Option<Self> {
        let rated = log.records().filter(|(_, record)| !matches!(record, Record::Reset(_)));
        let newest = rated.filter_map(|(id, record)| Some(Stamp { at: record.at()?.at, id })).max();
        let resets = log.resets().filter(|(stamp, reset)| reset.card.is_none() && Some(*stamp) > newest);
        let stamps: Vec<_> = resets.map(|(stamp, _)| stamp).collect();
        let at = stamps.iter().map(|stamp| stamp.at.0).max()?;
        Some(SummaryReset { records: stamps.iter().map(|stamp| stamp.id.text()).collect(), at })
    }
}
