//! Beginning a card anew.

use super::sitting::{Rated, What};
use super::{Screen, Session};
use crate::day::Moment;
use crate::progress::{Record, RecordId};

impl Session {
    /// Resets the card on the screen: it is as new, and what is next is asked. One that was never rated is new already.
    pub(super) fn reset_card(&mut self, now: Moment) -> Option<(RecordId, Record)> {
        let Screen::Card(shown) = &self.screen else { return None };
        let index = shown.ask.card;
        let card = self.deck.cards.get(index).filter(|_| self.known.n_reviews(index) > 0)?;
        let (key, screen) = (card.id.key(), self.screen.clone());
        let reset = self.known.log().reset_after(self.next_id(), Some(key), now);
        let written = self.write(Record::Reset(reset));
        let (what, in_free_practice) = (What::Reset, self.in_free_practice);
        self.sitting.push(Rated { id: written.0, what, screen, in_free_practice });
        self.ask_next(now);
        Some(written)
    }
}
