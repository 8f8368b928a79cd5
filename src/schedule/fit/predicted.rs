//! How well reviews were predicted.

use std::collections::BTreeMap;

use super::trials::Trial;

/// Predictions are kept this far from 0 and 1: nothing is that sure.
const SUREST: f64 = 1e-4;

/// How far predictions were from what happened; the less the better.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Accuracy {
    /// The mean negative logarithm of what was predicted for what happened.
    pub log_loss: f64,
    /// The root of the mean squared difference between what was predicted and how often it happened, over
    /// reviews that are alike: "RMSE (bins)" of the benchmark of spaced-repetition algorithms.
    pub rmse: f64,
}

/// A trial, and the recall that was predicted for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Predicted {
    pub(super) trial: Trial,
    recall: f64,
}

impl Predicted {
    pub(super) fn new(trial: Trial, recall: f64) -> Self {
        Predicted { trial, recall: recall.clamp(SUREST, 1.0 - SUREST) }
    }

    /// The negative logarithm of what was predicted for what happened.
    pub(super) fn loss(&self) -> f64 {
        let predicted = if self.trial.was_recalled { self.recall } else { 1.0 - self.recall };
        -predicted.ln()
    }

    /// The same for reviews that are alike: the days, the reviews and the lapses by orders of magnitude.
    fn bin(&self) -> [i32; 3] {
        let order = |count: usize, base: f64| {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
            let order = (count as f64).log(base).floor() as i32;
            order
        };
        let [days, reviews, lapses] = self.trial.like;
        let lapses = if lapses == 0 { -1 } else { order(lapses, 1.73) };
        [order(days, 3.62), order(reviews, 1.89), lapses]
    }
}

impl Accuracy {
    /// That of these predictions.
    pub(super) fn of(predicted: &[Predicted]) -> Self {
        #[derive(Default)]
        struct Bin {
            predicted: f64,
            recalled: f64,
            n: f64,
        }
        let mut bins: BTreeMap<[i32; 3], Bin> = BTreeMap::new();
        for one in predicted {
            let bin = bins.entry(one.bin()).or_default();
            bin.predicted += one.recall;
            bin.recalled += f64::from(u8::from(one.trial.was_recalled));
            bin.n += 1.0;
        }
        let squares: f64 = bins.values().map(|bin| (bin.predicted - bin.recalled).powi(2) / bin.n).sum();
        let n = bins.values().map(|bin| bin.n).sum::<f64>().max(1.0);
        let loss: f64 = predicted.iter().map(Predicted::loss).sum();
        Accuracy { log_loss: loss / n, rmse: (squares / n).sqrt() }
    }
}
