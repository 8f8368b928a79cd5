//! What a card is worth without a plan: asked once, and never again before a day.

use super::grid::points;
use super::turn::Turn;
use super::{Pace, Pick};
use crate::day::Day;
use crate::schedule::{CardState, Model};

/// What asking cards today adds to recall on a day, one by one: what "one more session would add" without a plan, or
/// what a card on the screen is worth that the plan did not choose.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::plan::{Glance, Pace};
/// use greenroom::schedule::{CardState, Model};
///
/// let glance = Glance::new(&Model::default(), &Pace::default(), Day(0), Day(1));
/// let pick = glance.pick(7, &CardState::New);
/// assert_eq!((pick.card, pick.is_new, pick.recall_now, pick.recall_without), (7, true, 0.0, 0.0));
/// assert!(pick.recall_with > 0.7 && pick.gain == pick.recall_with);
/// ```
#[derive(Clone, Debug)]
pub struct Glance {
    model: Model,
    pace: Pace,
    today: Day,
    on: Day,
    /// Recall on the day of each point, if it is what today makes of a card.
    idle: Vec<f32>,
}

impl Glance {
    /// What cards are worth `today` for recall `on` a later day.
    pub fn new(model: &Model, pace: &Pace, today: Day, on: Day) -> Self {
        let ahead = on.since(today);
        let idle = points().map(|memory| model.recall_after(memory, ahead)).collect();
        Glance { model: model.clone(), pace: *pace, today, on, idle }
    }

    /// What asking a card once is worth. Its gain may be below 0: for one that was asked today there is little to gain.
    pub fn pick(&self, card: usize, state: &CardState) -> Pick {
        let (recall_with, seconds) = match state.reviewed() {
            None => {
                let turn = Turn::first(&self.model, &self.pace);
                (turn.on(0).expected(&self.idle), turn.on(0).seconds)
            }
            Some(reviewed) => {
                let elapsed = self.today.since(reviewed.updated());
                let turn = Turn::later(&self.model, &self.pace, reviewed.memory(), elapsed);
                (turn.on(0).expected(&self.idle), turn.on(0).seconds)
            }
        };
        let recall_without = self.model.recall(state, self.on);
        let recall_with = f64::from(recall_with);
        Pick {
            card,
            is_new: state.reviewed().is_none(),
            gain: recall_with - recall_without,
            seconds: f64::from(seconds),
            recall_now: self.model.recall(state, self.today),
            recall_with,
            recall_without,
        }
    }
}
