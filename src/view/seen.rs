//! What is kept of a card when its answer was seen.

use serde::Serialize;

use crate::session::{Screen, Session};

/// A card whose answer was seen. The page keeps its text, to tell the next time what has changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct SeenCard<'a> {
    id: &'a str,
    /// Names it had before.
    was: Vec<&'a str>,
    text: String,
}

impl Session {
    /// The card on the screen, once all of its answer is shown.
    pub fn seen(&self) -> Option<SeenCard<'_>> {
        let Screen::Card(shown) = &self.screen else { return None };
        let card = self.deck.cards.get(shown.ask.card).filter(|_| self.is_complete(shown))?;
        let was = card.was.iter().map(|id| id.0.as_str()).collect();
        Some(SeenCard { id: &card.id.0, was, text: card.text() })
    }
}
