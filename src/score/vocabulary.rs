//! The words of a deck, as far as answers are read by them.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::deck::{Card, Deck, Point, Task, blocks_text, plain_text};

/// More key points than this tell no more of how common a word is.
const MOST_TEXTS: usize = 3000;

/// The words of a deck, as far as answers are read by them.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// The language, as a BCP 47 tag; empty where the deck does not say.
    pub language: String,
    /// What its key points say.
    pub points: Vec<String>,
    /// Its terms: what a typed word may be besides a slip.
    pub terms: Vec<String>,
}

impl Vocabulary {
    /// That of a deck.
    pub fn of(deck: &Deck) -> Self {
        let mut vocabulary = Vocabulary { language: deck.language.clone(), ..Vocabulary::default() };
        for card in &deck.cards {
            if vocabulary.points.len() < MOST_TEXTS {
                let stages = card.stages.iter().flat_map(|stage| &stage.passage.points.items);
                vocabulary.points.extend(card.points().iter().chain(stages).map(text_of));
            }
            vocabulary.add_terms(card);
        }
        vocabulary
    }

    fn add_terms(&mut self, card: &Card) {
        self.terms.push(plain_text(&card.prompt.title));
        self.terms.extend(card.points().iter().map(|point| plain_text(&point.title)));
        if let Task::Short(accepted) = &card.task {
            self.terms.extend(accepted.iter().cloned());
        }
    }
}

/// All that a key point says.
pub(super) fn text_of(point: &Point) -> String {
    format!("{}. {}", plain_text(&point.title), blocks_text(&point.detail))
}
