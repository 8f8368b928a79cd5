//! Predicting by another memory model, and what such a model can be made from.

use super::known::asked;
use super::{Rest, Screen, Session};
use crate::day::Moment;
use crate::progress::Log;
use crate::schedule::Model;
use crate::schedule::fit::History;

impl Session {
    /// Predicts by another memory model from now on. What is due changes with it, and an untouched card makes way
    /// for the one that is now the next. So does the standing: it is compared with what this model says of now.
    pub fn set_model(&mut self, model: Model, now: Moment) {
        self.settle(now);
        self.known.set_model(model);
        self.plan_anew();
        self.sitting.rebase(self.standing());
        match &mut self.screen {
            Screen::Card(shown) if shown.is_untouched() => {
                self.ask_next(now);
                if self.sitting.is_empty() {
                    self.begin_with_first(now);
                }
            }
            Screen::Card(shown) if !shown.is_revealed() => {
                let card = shown.ask.card;
                let why = self.why(card);
                if let Screen::Card(shown) = &mut self.screen {
                    shown.ask.why = why;
                }
            }
            Screen::Drill(drilled) if drilled.is_untouched() => self.ask_next(now),
            Screen::Rest(rest) if *rest != Rest::Stopped => self.ask_next(now),
            _ => {}
        }
    }

    /// What it predicts by.
    pub fn model(&self) -> &Model {
        &self.known.model
    }

    /// What a fit of the memory model can learn from this deck.
    pub fn history(&self) -> History {
        self.known.reviews()
    }
}

/// What it can learn from the records of a deck that is not open. A card that was renamed counts as two there.
pub fn history_of(log: &Log) -> History {
    let mut history = History::default();
    log.histories().for_each(|card| history.add(card.iter().map(|(_, review)| asked(review))));
    history
}
