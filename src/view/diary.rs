//! What was practiced on past days, what comes back on coming ones, and what does not stay.

use serde::Serialize;

use crate::deck::lasting_text;
use crate::order;
use crate::schedule::{Calendar, Leech};
use crate::session::Session;

/// Days of the past and of what is to come.
const PAST: usize = 12 * 7;
const COMING: usize = 4 * 7;

/// The days, and the leeches.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diary<'a> {
    today: i32,
    reviews: Vec<usize>,
    due: Vec<usize>,
    leeches: Vec<LeechView<'a>>,
}

/// A card that is missed again and again.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct LeechView<'a> {
    id: &'a str,
    prompt: String,
    missed: usize,
    asked: usize,
    seconds: u64,
}

impl Session {
    /// The days of practice of this deck, and the cards that do not stay, those that took most time first.
    pub fn diary(&self) -> Diary<'_> {
        let today = self.known.today;
        let asked: Vec<_> = (0..self.deck.cards.len()).map(|card| self.known.ratings(card)).collect();
        let days = asked.iter().flatten().map(|asked| asked.day);
        let due = self.known.states.iter().filter_map(|state| self.day_of_return(state));
        let Calendar { reviews, due } = Calendar::new(days, due, today, PAST, COMING);
        let leeches = self.deck.cards.iter().zip(&asked).filter_map(|(card, asked)| {
            let Leech { missed, asked, seconds, .. } = Leech::of(asked)?;
            let prompt = lasting_text(&card.prompt.title);
            Some(LeechView { id: &card.id.0, prompt, missed, asked, seconds })
        });
        let leeches: Vec<_> = leeches.collect();
        let places = order::by_key(leeches.iter().map(|leech| u128::from(!leech.seconds)));
        Diary { today: today.0, reviews, due, leeches: order::arrange(leeches, places) }
    }
}
