//! Cards by the keys that the store knows them by.

use super::id::{CardId, CardKey};
use super::issue::{Issues, excerpt};
use super::model::Card;
use crate::order;

/// The cards of a deck by key. Built once, then only read.
#[derive(Debug)]
pub(crate) struct ByKey {
    /// Sorted by key; of equal keys the one given first stands first.
    pairs: Vec<(CardKey, usize)>,
}

impl ByKey {
    /// From keys and the cards they belong to.
    pub(crate) fn new(pairs: Vec<(CardKey, usize)>) -> Self {
        let places = order::by_key(pairs.iter().map(|(key, _)| u128::from(key.0)));
        ByKey { pairs: order::arrange(pairs, places) }
    }

    /// The first card of this key.
    pub(crate) fn get(&self, key: CardKey) -> Option<usize> {
        let (found, card) = self.pairs.get(self.first(key))?;
        (*found == key).then_some(*card)
    }

    /// All keys, each once.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (CardKey, usize)> {
        let is_first = |place: &usize| *place == 0 || self.key(place - 1) != self.key(*place);
        (0..self.pairs.len()).filter(is_first).filter_map(|place| self.pairs.get(place).copied())
    }

    fn key(&self, place: usize) -> Option<CardKey> {
        self.pairs.get(place).map(|(key, _)| *key)
    }

    fn first(&self, key: CardKey) -> usize {
        self.pairs.partition_point(|(other, _)| *other < key)
    }

    /// How many cards of this key were given before `card`.
    fn n_before(&self, key: CardKey, card: usize) -> usize {
        let equal = self.pairs.iter().skip(self.first(key)).take_while(|(other, _)| *other == key);
        equal.take_while(|(_, other)| *other != card).count()
    }
}

/// Gives each card that shares its id with an earlier one an id of its own. `at` is where each card
/// stands in the text.
pub(super) fn settle_ids(cards: &mut [Card], at: &[usize], issues: &mut Issues<'_>) -> ByKey {
    let by_key = ByKey::new(cards.iter().enumerate().map(|(index, card)| (card.id.key(), index)).collect());
    for (index, at) in at.iter().enumerate() {
        let Some(id) = cards.get(index).map(|card| card.id.clone()) else { continue };
        let Some(first) = by_key.get(id.key()).filter(|first| *first != index) else { continue };
        match cards.get(first) {
            Some(first) if first.id != id => issues.add(
                *at,
                format!("the id `{}` is filed like `{}`", excerpt(&id.0), excerpt(&first.id.0)),
                "give one of the two another {#id}; until then they share their progress",
            ),
            _ => {
                let numbered = numbered(&id, by_key.n_before(id.key(), index) + 1, &by_key);
                issues.add(
                    *at,
                    format!("a second card with the id `{}`", excerpt(&id.0)),
                    format!(
                        "give it an id of its own with {{#…}}; it is filed as `{}`",
                        excerpt(&numbered.0)
                    ),
                );
                if let Some(card) = cards.get_mut(index) {
                    card.id = numbered;
                }
            }
        }
    }
    by_key
}

/// `id` with a number behind it that makes it unlike any in the deck.
fn numbered(id: &CardId, from: usize, by_key: &ByKey) -> CardId {
    let numbered = (from..).map(|number| CardId(format!("{}-{number}", id.0)));
    numbered.into_iter().find(|other| by_key.get(other.key()).is_none()).unwrap_or_default()
}
