//! Where the words and runs of a text are in an answer.

use super::answer::{Answer, Span};
use super::corpus::Corpus;
use super::key::{ASKED_WORD, Key, Question, Term};
use super::similarity::Stem;

/// What a synonym counts for, one that is misspelt, and a synonym of a synonym.
const SYNONYM: f64 = 0.8;
const MISSPELT: f64 = 0.72;
const SECOND: f64 = 0.35;
/// The shortest word that can be a misspelt synonym, and the shortest synonym.
const SHORTEST: usize = 6;
const SHORTEST_SYNONYM: usize = 5;

/// Where the words and runs of a text are in an answer.
#[derive(Debug)]
pub(super) struct Matches {
    /// The terms that each stem stands for, and how well; those of one stem follow each other.
    found: Vec<(usize, f64)>,
    /// Where those of each stem end.
    ends: Vec<usize>,
    /// The term that each stem is.
    same: Vec<Option<usize>>,
    /// What each stem weighs.
    weights: Vec<f64>,
    /// The terms that phrases stand for, with where each stands.
    phrases: Vec<(Span, usize)>,
    /// The runs of the text that the answer has, by the token in which each begins.
    runs: Vec<usize>,
    /// Where those of each token end.
    run_ends: Vec<usize>,
}

impl Matches {
    pub(super) fn new(key: &Key, answer: &Answer, question: &Question, corpus: &Corpus) -> Self {
        let mut matches = Matches {
            found: Vec::new(),
            ends: Vec::new(),
            same: Vec::new(),
            weights: Vec::new(),
            phrases: Vec::new(),
            runs: Vec::new(),
            run_ends: vec![0; answer.tokens().len()],
        };
        for ((stem, word), is_content) in answer.stems.all().iter().zip(&answer.words).zip(&answer.is_content)
        {
            let mut same = None;
            if *is_content || key.is_all_small {
                let other = Other { stem, word, groups: corpus.lexicon().groups(&stem.text) };
                for (number, term) in key.terms.iter().enumerate() {
                    let strength = other.strength(term, corpus);
                    if strength > 0.0 {
                        matches.found.push((number, strength));
                    }
                    if term.stem.text == stem.text {
                        same = Some(number);
                    }
                }
            }
            matches.same.push(same);
            matches.ends.push(matches.found.len());
            let weight = corpus.weight(&stem.text);
            matches.weights.push(if question.has(&stem.text) { weight * ASKED_WORD } else { weight });
        }
        for phrase in &answer.phrases {
            for (number, _) in
                key.terms.iter().enumerate().filter(|(_, term)| term.groups.contains(&phrase.group))
            {
                matches.phrases.push((Span { from: phrase.at, to: phrase.at + phrase.length }, number));
            }
        }
        matches.add_runs(key, answer);
        matches
    }

    /// Sorts the runs by token: how many each has says where they belong.
    fn add_runs(&mut self, key: &Key, answer: &Answer) {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (number, run) in key.runs.iter().enumerate() {
            runs.extend(answer.grams.tokens(run.hash).map(|token| (token, number)));
        }
        let mut next = vec![0_usize; self.run_ends.len() + 1];
        for (token, _) in &runs {
            next.get_mut(token + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for (place, end) in next.iter_mut().skip(1).zip(&mut self.run_ends) {
            let count = std::mem::replace(place, sum);
            sum += count;
            *end = sum;
        }
        self.runs = vec![0; runs.len()];
        for (token, number) in runs {
            let place = next.get_mut(token + 1).map_or(usize::MAX, |place| {
                *place += 1;
                *place - 1
            });
            self.runs.get_mut(place).into_iter().for_each(|run| *run = number);
        }
    }

    /// The terms that a stem stands for, and how well.
    pub(super) fn of_stem(&self, stem: usize) -> &[(usize, f64)] {
        let from = stem.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end);
        let to = self.ends.get(stem).map_or(from, |end| *end);
        self.found.get(from..to).unwrap_or(&[])
    }

    /// The term that a stem is.
    pub(super) fn same(&self, stem: usize) -> Option<usize> {
        self.same.get(stem).copied().flatten()
    }

    /// What a stem of the answer weighs.
    pub(super) fn weight(&self, stem: usize) -> f64 {
        self.weights.get(stem).map_or(0.0, |weight| *weight)
    }

    /// The terms that the phrases within a window stand for.
    pub(super) fn of_phrases(&self, window: Span) -> impl Iterator<Item = (usize, f64)> {
        let within =
            self.phrases.iter().filter(move |(span, _)| span.from >= window.from && span.to <= window.to);
        within.map(|(_, term)| (*term, SYNONYM))
    }

    /// The runs that begin within a window.
    pub(super) fn runs(&self, window: Span) -> &[usize] {
        let end = |token: usize| {
            token.checked_sub(1).and_then(|before| self.run_ends.get(before)).map_or(0, |end| *end)
        };
        self.runs.get(end(window.from)..end(window.to)).unwrap_or(&[])
    }

    /// What the token at a place counts for, if it is one of those that were looked for and not asked.
    pub(super) fn strength(&self, key: &Key, answer: &Answer, at: usize) -> Option<f64> {
        let mut strongest = None;
        let mut weigh = |term: usize, strength: f64| {
            let weight =
                key.terms.get(term).filter(|term| !term.is_asked).map_or(0.0, |term| term.weight * strength);
            if weight > strongest.unwrap_or(0.0) {
                strongest = Some(weight);
            }
        };
        if let Some(stem) =
            answer.stem_of.get(at).filter(|_| answer.tokens().get(at).is_some_and(|token| token.is_content))
        {
            self.of_stem(*stem).iter().for_each(|(term, strength)| weigh(*term, *strength));
        }
        let around = self.phrases.iter().filter(|(span, _)| (span.from..span.to).contains(&at));
        around.for_each(|(_, term)| weigh(*term, SYNONYM));
        strongest
    }
}

/// A stem of an answer beside the terms of a text.
struct Other<'a> {
    stem: &'a Stem,
    /// As it is written first.
    word: &'a Stem,
    groups: &'a [u16],
}

impl Other<'_> {
    /// How well it stands for a term, from 0 to 1.
    fn strength(&self, term: &Term, corpus: &Corpus) -> f64 {
        let mut strength = self.stem.similarity(&term.stem);
        if strength < 1.0 {
            strength = strength.max(self.word.similarity(&term.word).min(0.9));
        }
        let share_one = |groups: &[u16]| self.groups.iter().any(|group| groups.contains(group));
        if share_one(&term.groups) {
            return strength.max(SYNONYM);
        }
        if strength == 0.0 && self.groups.is_empty() && self.is_misspelt_synonym(term, corpus) {
            return MISSPELT;
        }
        if strength < SECOND && share_one(&term.near) { SECOND } else { strength }
    }

    fn is_misspelt_synonym(&self, term: &Term, corpus: &Corpus) -> bool {
        let first = self.stem.text.chars().next();
        self.stem.len() >= SHORTEST
            && corpus.lexicon().members(&term.groups).any(|synonym| {
                synonym.len() >= SHORTEST_SYNONYM
                    && synonym.text.chars().next() == first
                    && synonym.is_slip(self.stem)
            })
    }
}
