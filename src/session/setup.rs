//! What a link or a page may choose: a part of the deck, how it is asked, how long, and from which seed.

use crate::deck::{Card, Deck, mix, slug};

/// How a deck is practised. The default is all of it, by the schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Only the cards of this topic, by its id, its short name or its title.
    pub topic: Option<String>,
    /// How the cards are asked.
    pub mode: Mode,
    /// The ratings after which the sitting stops.
    pub count: Option<usize>,
    /// The card to begin with, by its id.
    pub first: Option<String>,
    /// What inputs and the order of options are drawn from: the same seed shows everybody the same.
    pub seed: u64,
}

/// How the cards are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// What is due, then what is new.
    #[default]
    Due,
    /// The same, and then on with cards that are not due.
    Free,
    /// What is due; a card of a grid as a choice between its answer and those of other topics.
    Choice,
}

/// A deck of which a part was chosen.
pub(super) struct Chosen {
    pub(super) deck: Deck,
    /// The cards that were not chosen: in a choice they have the wrong options.
    pub(super) others: Vec<Card>,
    /// Whether the topic that was asked for is there; without it all of the deck is practised.
    pub(super) has_topic: bool,
}

impl Setup {
    /// The part of the deck that was asked for.
    pub(super) fn choose(&self, mut deck: Deck) -> Chosen {
        let Some(wanted) = self.topic.as_ref().map(|topic| slug(topic)) else {
            return Chosen { deck, others: Vec::new(), has_topic: true };
        };
        let is_wanted = |name: &str| slug(name) == wanted;
        let found = deck.topics.iter().position(|topic| {
            is_wanted(&topic.id) || is_wanted(&topic.title) || topic.short.as_deref().is_some_and(is_wanted)
        });
        if found.is_none() {
            return Chosen { deck, others: Vec::new(), has_topic: false };
        }
        let (chosen, others) = deck.cards.into_iter().partition(|card| card.topic == found);
        deck.cards = chosen;
        Chosen { deck, others, has_topic: true }
    }

    /// The number that a showing of a card draws from, after so many ratings of it.
    pub(super) fn showing(&self, card: u64, n_reviews: usize) -> u64 {
        mix(self.seed ^ card, n_reviews as u64)
    }
}
