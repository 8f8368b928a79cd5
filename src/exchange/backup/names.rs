//! What decks and cards are called: the records know them by keys only.

use std::collections::BTreeMap;

use crate::deck::{CardKey, Deck, DeckKey};

/// The names of the decks that are at hand. Others are called by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<DeckKey, DeckNames>);

/// The names of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DeckNames {
    pub(super) title: String,
    pub(super) source: String,
    pub(super) id: String,
    cards: BTreeMap<CardKey, String>,
}

impl Names {
    /// Takes in the names of a deck from this source, and tells the key that its progress is filed under.
    pub fn add(&mut self, source: &str, deck: &Deck) -> DeckKey {
        let key = DeckKey::new(source, &deck.id);
        // A card's own name wins over another's former one.
        let former = deck.cards.iter().flat_map(|card| &card.was);
        let ids = former.chain(deck.cards.iter().map(|card| &card.id));
        let names = DeckNames {
            title: deck.title.clone(),
            source: source.to_owned(),
            id: deck.id.0.clone(),
            cards: ids.map(|id| (id.key(), id.0.clone())).collect(),
        };
        self.0.insert(key, names);
        key
    }

    /// A deck's title.
    pub fn title(&self, deck: DeckKey) -> Option<&str> {
        self.deck(deck).map(|names| names.title.as_str())
    }

    pub(super) fn deck(&self, deck: DeckKey) -> Option<&DeckNames> {
        self.0.get(&deck)
    }

    /// A card's name, or its key where nobody knows it.
    pub(super) fn card(&self, deck: DeckKey, card: CardKey) -> String {
        let name = self.deck(deck).and_then(|names| names.cards.get(&card));
        name.cloned().unwrap_or_else(|| card.text())
    }
}
