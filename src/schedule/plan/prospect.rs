//! What a forecast is made from.

use borsh::{BorshDeserialize, BorshSerialize};
use fsrs::MemoryState;

use super::{Forecast, Pace, Plan};
use crate::day::Day;
use crate::schedule::{CardState, Model, Parameters, Retention};

/// All that a forecast needs to know, as bytes that travel: it takes its time, and so it may be made elsewhere, by what
/// is loaded for it alone.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::plan::{Pace, Plan, Prospect};
/// use greenroom::schedule::{CardState, Model};
///
/// let plan = Plan::new(Day(14), 20);
/// let cards = [CardState::New; 3];
/// let prospect = Prospect::new(&Model::default(), plan, Pace::default(), &cards, vec![Some(0); 3], Day(0));
/// let bytes = borsh::to_vec(&prospect).unwrap();
/// let same: Prospect = borsh::from_slice(&bytes).unwrap();
/// assert_eq!(same.forecast(&[20]), prospect.forecast(&[20]));
/// ```
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Prospect {
    parameters: [f64; Parameters::COUNT],
    retention: f64,
    /// The plan.
    pub plan: Plan,
    pace: Pace,
    /// The day on which it is made.
    pub today: Day,
    /// Stability and difficulty of each card that was seen, and the day on which it was last.
    cards: Vec<Option<(f32, f32, Day)>>,
    /// Which part each card belongs to.
    parts: Vec<Option<u32>>,
}

impl Prospect {
    /// The prospect of `cards`, each of which belongs to a part or to none.
    pub fn new(
        model: &Model,
        plan: Plan,
        pace: Pace,
        cards: &[CardState],
        parts: Vec<Option<usize>>,
        today: Day,
    ) -> Self {
        let seen = |card: &CardState| {
            let seen = card.reviewed()?;
            Some((seen.stability(), seen.difficulty(), seen.updated()))
        };
        let small = |part: Option<usize>| part.and_then(|part| u32::try_from(part).ok());
        Prospect {
            parameters: model.parameters().numbers().map(f64::from),
            retention: f64::from(model.retention().share()),
            plan,
            pace,
            today,
            cards: cards.iter().map(seen).collect(),
            parts: parts.into_iter().map(small).collect(),
        }
    }

    /// How many cards there are.
    pub fn n_cards(&self) -> usize {
        self.cards.len()
    }

    /// What so many minutes a day would come to. Bytes that no prospect was written to may have numbers that are none
    /// of a model: then it is the published one's.
    pub fn forecast(&self, minutes: &[u32]) -> Forecast {
        let parameters = Parameters::new(&self.parameters).unwrap_or_default();
        let model = Model::new(parameters, Retention::new(self.retention).unwrap_or_default());
        let state = |card: &Option<(f32, f32, Day)>| {
            card.map_or(CardState::New, |(stability, difficulty, updated)| {
                let memory = MemoryState {
                    stability: stability.clamp(0.001, 36_500.0),
                    difficulty: difficulty.clamp(1.0, 10.0),
                };
                CardState::remembered(memory, updated)
            })
        };
        let cards: Vec<_> = self.cards.iter().map(state).collect();
        let parts: Vec<_> = self.parts.iter().map(|part| part.map(|part| part as usize)).collect();
        Forecast::new(&model, &self.plan, &self.pace, &cards, &parts, self.today, minutes)
    }
}
