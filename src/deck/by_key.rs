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

    /// All cards of this key.
    pub(crate) fn all(&self, key: CardKey) -> impl Iterator<Item = usize> {
        let from_here = self.pairs.iter().skip(self.first(key));
        from_here.take_while(move |(other, _)| *other == key).map(|(_, card)| *card)
    }

    /// The cards that share the key of one given before, each with that one.
    pub(super) fn doubles(&self) -> impl Iterator<Item = (usize, usize)> {
        self.keys().flat_map(|(key, first)| self.all(key).skip(1).map(move |double| (double, first)))
    }
}

fn by_own_key(cards: &[Card]) -> ByKey {
    ByKey::new(cards.iter().enumerate().map(|(index, card)| (card.id.key(), index)).collect())
}

/// Gives each card that shares its key with an earlier one an id of its own. `at` is where each card stands
/// in the text.
pub(super) fn settle_ids(cards: &mut [Card], at: &[usize], issues: &mut Issues<'_>) -> ByKey {
    let by_key = by_own_key(cards);
    let mut number = 2_usize;
    let mut previous = None;
    for (double, first) in by_key.doubles() {
        // The doubles of one card follow each other: their numbers go on, so that none is given twice.
        if previous.replace(first) != Some(first) {
            number = 2;
        }
        let id_of = |card: usize| cards.get(card).map(|card| card.id.clone()).unwrap_or_default();
        let (id, other, at) = (id_of(double), id_of(first), at.get(double).copied().unwrap_or(0));
        let filed_as = loop {
            let numbered = CardId(format!("{}-{number}", id.0));
            number += 1;
            if by_key.get(numbered.key()).is_none() {
                break numbered;
            }
        };
        let found = if id == other {
            format!("a second card with the id `{}`", excerpt(&id.0))
        } else {
            format!("the id `{}` is stored like `{}`", excerpt(&id.0), excerpt(&other.0))
        };
        let advice = format!("give it another id with {{#…}}; it is filed as `{}`", excerpt(&filed_as.0));
        issues.add(at, found, advice);
        if let Some(card) = cards.get_mut(double) {
            card.id = filed_as;
        }
    }
    by_own_key(cards)
}
