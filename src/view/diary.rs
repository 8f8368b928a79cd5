//! What was practiced on past days, what comes back on coming ones, and what does not stay.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::day::Day;
use crate::deck::lasting_text;
use crate::order;
use crate::schedule::{Asked, Calendar, Leech, Rating};
use crate::session::Session;

/// Days of the past and of what is to come.
const PAST: usize = 12 * 7;
const COMING: usize = 4 * 7;

/// What was rated of each card, and when they come back. As bytes it goes from a session to whoever looks through it,
/// which is seldom.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Pages {
    today: Day,
    due: Vec<Day>,
    cards: Vec<Page>,
}

/// A card that was rated.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
struct Page {
    id: String,
    prompt: String,
    /// Day, rating and seconds of each rating, oldest first.
    ratings: Vec<(Day, u8, Option<u32>)>,
}

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
    prompt: &'a str,
    missed: usize,
    asked: usize,
    seconds: u64,
}

impl Session {
    /// What was rated of this deck.
    pub fn pages(&self) -> Pages {
        let rated = |asked: Asked| (asked.day, asked.rating.number() as u8, asked.seconds);
        let cards = self.deck.cards.iter().enumerate().map(|(index, card)| Page {
            id: card.id.0.clone(),
            prompt: lasting_text(&card.prompt.title),
            ratings: self.known.ratings(index).into_iter().map(rated).collect(),
        });
        let due = self.known.states.iter().filter_map(|state| self.day_of_return(state));
        let cards = cards.filter(|card| !card.ratings.is_empty()).collect();
        Pages { today: self.known.today, due: due.collect(), cards }
    }
}

impl Pages {
    /// The days of practice, and the cards that do not stay, those that took most time first.
    pub fn diary(&self) -> Diary<'_> {
        let days = self.cards.iter().flat_map(|card| &card.ratings).map(|(day, ..)| *day);
        let due = self.due.iter().copied();
        let Calendar { reviews, due } = Calendar::new(days, due, self.today, PAST, COMING);
        let leeches: Vec<_> = self.cards.iter().filter_map(Page::leech).collect();
        let places = order::by_key(leeches.iter().map(|leech| u128::from(!leech.seconds)));
        Diary { today: self.today.0, reviews, due, leeches: order::arrange(leeches, places) }
    }
}

impl Page {
    fn leech(&self) -> Option<LeechView<'_>> {
        let asked = self.ratings.iter().filter_map(|(day, rating, seconds)| {
            let rating = Rating::from_number(u32::from(*rating))?;
            Some(Asked { day: *day, rating, seconds: *seconds })
        });
        let Leech { missed, asked, seconds, .. } = Leech::of(&asked.collect::<Vec<_>>())?;
        Some(LeechView { id: &self.id, prompt: &self.prompt, missed, asked, seconds })
    }
}
