//! What the minutes come to, as the page shows it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::schedule::plan::{Forecast, Prediction, Prospect, TopicPrediction};

/// What a forecast is made from, with the words that it is shown with. As bytes it goes from a session to whoever makes
/// the forecast.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Prospects {
    pub(super) prospect: Prospect,
    /// What the parts are called.
    pub(super) titles: Vec<String>,
    /// What the cards ask that were never seen, in order.
    pub(super) unseen: Vec<String>,
}

/// What several numbers of minutes a day would come to.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForecastView<'a> {
    today: i32,
    interview: i32,
    cards: usize,
    predictions: Vec<PredictionView<'a>>,
    /// What the cards ask that were never seen: the last ones are left out first.
    unseen: &'a [String],
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct PredictionView<'a> {
    minutes: u32,
    recall: f64,
    curve: Vec<f64>,
    parts: Vec<Part<'a>>,
    left_out: usize,
}

/// A topic, or a deck where there are several.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Part<'a> {
    title: Option<&'a str>,
    cards: usize,
    recall_idle: f64,
    recall: f64,
    seconds: f64,
}

impl Prospects {
    /// What so many minutes a day would come to.
    pub fn forecast(&self, minutes: &[u32]) -> ForecastView<'_> {
        let Forecast { predictions } = self.prospect.forecast(minutes);
        let prediction = |found: Prediction| PredictionView {
            minutes: found.minutes,
            recall: found.recall,
            curve: found.curve,
            left_out: found.left_out.len(),
            parts: found
                .topics
                .into_iter()
                .filter(|part| part.cards > 0)
                .map(|part| self.part(part))
                .collect(),
        };
        ForecastView {
            today: self.prospect.today.0,
            interview: self.prospect.plan.interview().0,
            cards: self.prospect.n_cards(),
            predictions: predictions.into_iter().map(prediction).collect(),
            unseen: &self.unseen,
        }
    }

    fn part(&self, found: TopicPrediction) -> Part<'_> {
        let TopicPrediction { topic, cards, recall_idle, recall, seconds } = found;
        let title = topic.and_then(|part| self.titles.get(part)).map(String::as_str);
        Part { title, cards, recall_idle, recall, seconds }
    }
}
