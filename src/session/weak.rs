//! The points that the learner leaves out again and again.

use super::known::Known;
use super::said;
use crate::day::Day;
use crate::deck::{Deck, PointKey};
use crate::score::missed_again_and_again;

/// A point that was left out again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WeakPoint {
    /// The card's index in the deck.
    pub(crate) card: usize,
    pub(crate) step: usize,
    /// Its place among the points of the step.
    pub(crate) point: usize,
    pub(crate) key: PointKey,
    /// How often it was left out of late.
    pub(crate) n_missed: usize,
    /// The day on which it was asked last.
    pub(super) asked: Day,
}

/// The weak points of a deck, by card, step and place.
#[derive(Debug, Default)]
pub(super) struct WeakPoints(Vec<WeakPoint>);

impl WeakPoints {
    /// Those of all cards.
    pub(super) fn new(deck: &Deck, known: &Known) -> Self {
        WeakPoints((0..deck.cards.len()).flat_map(|card| of_card(deck, known, card)).collect())
    }

    /// Looks again at these cards.
    pub(super) fn update(&mut self, deck: &Deck, known: &Known, cards: &[usize]) {
        for card in cards {
            let from = self.0.partition_point(|weak| weak.card < *card);
            let to = self.0.partition_point(|weak| weak.card <= *card);
            self.0.splice(from..to, of_card(deck, known, *card));
        }
    }

    pub(super) fn all(&self) -> &[WeakPoint] {
        &self.0
    }

    /// Those of a card.
    pub(super) fn of(&self, card: usize) -> impl Iterator<Item = &WeakPoint> {
        self.0.iter().filter(move |weak| weak.card == card)
    }
}

fn of_card(deck: &Deck, known: &Known, index: usize) -> Vec<WeakPoint> {
    let ticked = known.ticked(index);
    let card = deck.cards.get(index).filter(|_| !ticked.is_empty());
    let Some(card) = card else { return Vec::new() };
    let points = (0..said::n_steps(card)).flat_map(|step| {
        said::keys(card, step).into_iter().enumerate().map(move |(point, key)| (step, point, key))
    });
    let weak = points.filter_map(|(step, point, key)| {
        let of_point = || ticked.iter().filter(|(_, ticked)| ticked.point == key);
        let said: Vec<bool> = of_point().filter_map(|(_, ticked)| ticked.was_said()).collect();
        let (stamp, _) = of_point().next_back()?;
        let n_missed = missed_again_and_again(&said)?;
        Some(WeakPoint { card: index, step, point, key, n_missed, asked: known.day_of(*stamp) })
    });
    weak.collect()
}
