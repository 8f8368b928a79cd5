//! Where the words and runs of a text are in an answer.

use std::ops::Range;

use super::key::{Key, Reply};

/// What a synonym counts for.
const SYNONYM: f64 = 0.8;

/// Where the words and runs of a text are in an answer.
#[derive(Debug)]
pub(super) struct Matches {
    hits: Vec<Hit>,
    /// What each token weighs, and how much of that counts.
    weights: Vec<(f64, f64)>,
    /// The runs of the text that the answer has, each with the token in which it begins.
    runs: Vec<(usize, usize)>,
}

/// A token that stands for a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) token: usize,
    pub(super) term: usize,
    /// How well, from 0 to 1: 1 for the word itself.
    pub(super) strength: f64,
    /// Whether the word is negated and should not be, or the other way round.
    pub(super) is_turned: bool,
}

impl Matches {
    pub(super) fn new(key: &Key, reply: &Reply) -> Self {
        let answer = reply.answer;
        let mut hits: Vec<Hit> = Vec::new();
        for (token, of) in answer.tokens().iter().enumerate() {
            for (term, sought) in key.terms.iter().enumerate().filter(|_| of.is_content || key.is_all_small) {
                let strength = sought.strength(of);
                if strength > 0.0 {
                    let is_turned = strength == 1.0 && sought.is_turned_by(of);
                    hits.push(Hit { token, term, strength, is_turned });
                }
            }
        }
        for phrase in &answer.phrases {
            for (term, sought) in key.terms.iter().enumerate() {
                if sought.groups.contains(&phrase.group) {
                    for token in phrase.at.clone() {
                        hits.push(Hit { token, term, strength: SYNONYM, is_turned: false });
                    }
                }
            }
        }
        let mut weights: Vec<(f64, f64)> = reply.weights.iter().map(|weight| (*weight, 0.0)).collect();
        for hit in &hits {
            if let Some((weight, counting)) = weights.get_mut(hit.token) {
                *counting = counting.max(*weight * hit.strength);
            }
        }
        let mut runs = Vec::new();
        for (hash, token) in &answer.runs {
            if let Some(run) = key.run(*hash) {
                runs.push((*token, run));
            }
        }
        Matches { hits, weights, runs }
    }

    pub(super) fn hits(&self, window: &Range<usize>) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| window.contains(&hit.token))
    }

    /// What the tokens of a window weigh, and how much of that counts.
    pub(super) fn weights(&self, window: &Range<usize>) -> (f64, f64) {
        let weights = self.weights.iter().skip(window.start).take(window.len());
        weights.fold((0.0, 0.0), |(all, counting), (weight, counts)| (all + weight, counting + counts))
    }

    /// The runs that begin within a window.
    pub(super) fn runs(&self, window: &Range<usize>) -> impl Iterator<Item = usize> {
        let from = self.runs.partition_point(|(token, _)| *token < window.start);
        let runs = self.runs.iter().skip(from).take_while(|(token, _)| *token < window.end);
        runs.map(|(_, run)| *run)
    }
}
