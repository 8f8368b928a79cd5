//! A fit, one part after the other.

use std::collections::BTreeMap;
use std::fmt;

use super::history::History;
use super::predicted::{Accuracy, Predicted};
use super::trials::Trials;
use crate::schedule::Parameters;

/// Where the reviews are divided: those up to a mark are fitted to, and those from there to the next are held out.
const MARKS: [f64; 4] = [0.4, 0.6, 0.8, 1.0];

/// The published parameters count as much as so many reviews: what few reviews say is mostly chance.
const PRIOR_REVIEWS: f64 = 500.0;

/// By so many standard errors the held-out reviews must be predicted better. One in ten fits that are no better would
/// come that far by chance.
const STANDARD_ERRORS: f64 = 1.28;

/// Parameters fitted to a learner's reviews, and whether they are any good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// From all reviews.
    pub parameters: Parameters,
    /// The reviews that could be used.
    pub reviews: usize,
    /// How many of them were predicted by a fit that did not know them.
    pub held_out: usize,
    /// How well the published parameters predict those.
    pub before: Accuracy,
    /// How well such a fit does.
    pub after: Accuracy,
    /// Whether that is better by more than chance: else these parameters should not be used.
    pub is_better: bool,
}

/// Fewer reviews than it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// The reviews that could be used.
    pub usable: usize,
}

/// A fit that goes on part by part, so that whoever has nothing but one thread can do other things between them.
#[derive(Debug)]
pub struct Fitting {
    trials: Trials,
    /// The parts done.
    done: usize,
    /// What was predicted for held-out reviews: by the published parameters and by those fitted.
    held_out: Vec<(Predicted, Predicted)>,
}

impl Fit {
    /// The reviews that a fit takes. With fewer, simulated learners gain little, and whether they do can hardly be
    /// told.
    pub const REVIEWS_NEEDED: usize = 300;

    /// The whole fit at once.
    ///
    /// # Errors
    ///
    /// When there are fewer than [`Fit::REVIEWS_NEEDED`].
    pub fn to(history: &History) -> Result<Self, TooFew> {
        let mut fitting = Fitting::new(history)?;
        loop {
            if let Some(fit) = fitting.step() {
                return Ok(fit);
            }
        }
    }
}

impl Fitting {
    /// The parts that there are.
    pub const PARTS: usize = MARKS.len();

    /// Begins a fit.
    ///
    /// # Errors
    ///
    /// When there are fewer than [`Fit::REVIEWS_NEEDED`].
    pub fn new(history: &History) -> Result<Self, TooFew> {
        let trials = Trials::new(history);
        if trials.len() < Fit::REVIEWS_NEEDED {
            return Err(TooFew { usable: trials.len() });
        }
        Ok(Fitting { trials, done: 0, held_out: Vec::new() })
    }

    /// Does the next part; with the last of [`Fitting::PARTS`] the fit is there.
    pub fn step(&mut self) -> Option<Fit> {
        let part = self.done;
        self.done += 1;
        if let (Some(from), Some(to)) = (MARKS.get(part), MARKS.get(part + 1)) {
            self.try_on(self.trials.beginning(*from), self.trials.beginning(*to));
            return None;
        }
        let (before, after): (Vec<_>, Vec<_>) = self.held_out.iter().copied().unzip();
        let parameters = self.fitted(self.trials.len());
        Some(Fit {
            parameters: parameters.unwrap_or_default(),
            reviews: self.trials.len(),
            held_out: before.len(),
            before: Accuracy::of(&before),
            after: Accuracy::of(&after),
            is_better: parameters.is_some() && self.is_better(),
        })
    }

    /// Fits to the trials before `from` and predicts those up to `to`.
    fn try_on(&mut self, from: usize, to: usize) {
        let Some(fitted) = self.fitted(from) else { return };
        let (before, after) = (self.trials.predict(&Parameters::default()), self.trials.predict(&fitted));
        let recalls = before.into_iter().zip(after).skip(from);
        for (trial, (before, after)) in self.trials.get(from..to).iter().zip(recalls) {
            self.held_out.push((Predicted::new(*trial, before), Predicted::new(*trial, after)));
        }
    }

    /// What the first so many trials lead to.
    fn fitted(&self, first: usize) -> Option<Parameters> {
        #[allow(clippy::cast_precision_loss)]
        let n = first as f64;
        let found = self.trials.train(first)?;
        Some(Parameters::default().towards(found, n / (n + PRIOR_REVIEWS)))
    }

    /// Whether the held-out reviews were predicted better by more than chance. Reviews of one card tell the same
    /// thing more than once, so that it is cards that are counted.
    fn is_better(&self) -> bool {
        let mut gains: BTreeMap<usize, f64> = BTreeMap::new();
        for (before, after) in &self.held_out {
            *gains.entry(before.trial.card).or_default() += before.loss() - after.loss();
        }
        let gain: f64 = gains.values().sum();
        let error = gains.values().map(|gain| gain * gain).sum::<f64>().sqrt();
        gain > STANDARD_ERRORS * error
    }
}

impl TooFew {
    /// The reviews that it takes.
    pub fn needed(&self) -> usize {
        Fit::REVIEWS_NEEDED
    }
}

impl fmt::Display for TooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} reviews can be used: {} are needed", self.usable, self.needed())
    }
}

impl std::error::Error for TooFew {}
