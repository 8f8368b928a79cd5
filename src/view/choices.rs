//! What each rating would do, so that its button can say it.

use serde::Serialize;

use crate::schedule::{CardState, Practice, Rating};
use crate::session::{Session, Shown};

/// What a rating would do.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Choice {
    rating: u32,
    comes_back: ComesBack,
}

/// When a card comes back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum ComesBack {
    Soon,
    Later,
    AtEnd,
    /// By the plan, it need not be asked again before the interview.
    NotBefore,
    #[serde(rename_all = "camelCase")]
    Day {
        day: i32,
        in_days: u32,
        moved: bool,
    },
}

impl Session {
    /// The same futures that rating will choose from.
    pub(super) fn choices(&self, shown: &Shown) -> [Choice; 5] {
        let index = shown.ask.card;
        let state = self.known.states.get(index).unwrap_or(&CardState::New);
        let practice = shown.ask.why.practice();
        let futures = self.known.model.futures(state, self.known.today, practice);
        let is_planned = practice == Practice::Scheduled && self.agenda().is_some();
        let three_comes_again =
            !is_planned && practice == Practice::Scheduled && self.known.queue().three_comes_again(index);
        let mut futures = Rating::ALL.into_iter().zip(futures);
        std::array::from_fn(|_| {
            // Five ratings and five futures.
            let (rating, future) = futures.next().unwrap_or((Rating::One, CardState::New));
            let comes_back = match rating {
                // The plan may have better use for the time.
                Rating::One | Rating::Two if is_planned && !self.is_worth_repeating(index, &future) => {
                    self.comes_back(&future, practice)
                }
                Rating::One => ComesBack::Soon,
                Rating::Two => ComesBack::Later,
                Rating::Three if three_comes_again => ComesBack::AtEnd,
                _ => self.comes_back(&future, practice),
            };
            Choice { rating: rating.number(), comes_back }
        })
    }

    fn comes_back(&self, future: &CardState, practice: Practice) -> ComesBack {
        let day = match practice {
            Practice::Scheduled => self.day_of_return(future),
            Practice::Free => future.due(),
        };
        let Some(day) = day else { return ComesBack::NotBefore };
        let in_days = day.since(self.known.today);
        ComesBack::Day { day: day.0, in_days, moved: practice == Practice::Scheduled }
    }
}
