//! The cards of today by what they gain.

use super::{Offer, Outlook, Pick};
use crate::order;
use crate::schedule::CardState;

/// What each card is worth today, kept up to date rating by rating: after one, a single card is looked at again.
#[derive(Clone, Debug)]
pub struct Agenda {
    outlook: Outlook,
    picks: Vec<Option<Pick>>,
}

impl Agenda {
    /// The agenda of `cards` as they are now, by the outlook of today.
    pub fn new(outlook: Outlook, cards: &[CardState]) -> Self {
        let picks = cards.iter().enumerate().map(|(card, state)| outlook.pick(card, state)).collect();
        Agenda { outlook, picks }
    }

    /// Notes what a rating, or taking one back, has made of a card. A card that is not there is ignored.
    pub fn set(&mut self, card: usize, state: &CardState) {
        if let Some(pick) = self.picks.get_mut(card) {
            *pick = self.outlook.pick(card, state);
        }
    }

    /// The outlook it follows.
    pub fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    /// What asking a card now is worth; none if that is better left for later, or for good.
    pub fn pick(&self, card: usize) -> Option<Pick> {
        self.picks.get(card).copied().flatten()
    }

    /// The card to ask next, among those that `may` be asked: the one that gains most per second, the first in
    /// order of equals. None if nothing is worth doing today.
    pub fn next(&self, may: &dyn Fn(&Pick) -> bool) -> Option<Pick> {
        let picks = self.picks.iter().flatten().filter(|pick| may(pick));
        picks.copied().reduce(|best, other| if other.rank() > best.rank() { other } else { best })
    }

    /// The cards that so many seconds of today are for, as things stand: those that gain most per second, the most first.
    /// The last one may take longer, because no card is left half-asked.
    pub fn sitting(&self, seconds: u32) -> Vec<Pick> {
        let picks: Vec<_> = self.picks.iter().flatten().copied().collect();
        // Ranks are above 0, where bits are in the order of numbers.
        let places = order::by_key(picks.iter().map(|pick| u128::from(!pick.rank().to_bits())));
        let (mut picks, mut used) = (order::arrange(picks, places), 0.0);
        picks.retain(|pick| {
            let has_time = used < f64::from(seconds);
            used += pick.seconds;
            has_time
        });
        picks
    }

    /// The same, counted.
    pub fn offer(&self, seconds: u32) -> Offer {
        Offer::of(&self.sitting(seconds))
    }
}
