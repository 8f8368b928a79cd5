//! A text to be looked for in answers: the title of a key point, its detail, or a reference answer.
//!
//! What is counted is how much of the text is in the answer:
//!
//! - *coverage*: its content words, each by how much it tells; also as synonyms, bent, or misspelt;
//! - *runs*: its runs of three to five characters, which survive derivation, compounds and other languages;
//! - *balance*: the harmonic mean of coverage and of the share of the answer's own words that match, in the part of the
//!   answer where that is best;
//! - less what the answer says of it with a "not" that it does not have.
//!
//! Words of the question and of general talk count for little, and what the question itself would score is taken off.
//! The constants were chosen on graded answers of five public data sets; `cargo xtask bench score` prints what they
//! come to.

use std::ops::Range;

use super::answer::Answer;
use super::corpus::Corpus;
use super::lexicon::Group;
use super::matches::Matches;
use super::numbered::Numbered;
use super::similarity::Stem;
use super::text::Token;

/// The weights of coverage, of runs and of balance.
const COVERAGE: f64 = 0.43;
const RUNS: f64 = 0.43;
const BALANCE: f64 = 0.14;
/// What words and runs of the question count for.
const ASKED_WORD: f64 = 0.1;
const ASKED_RUN: f64 = 0.2;
/// From this similarity on a word is one of the question.
const AS_ASKED: f64 = 0.8;
/// What words with the other meaning take off.
const TURNED: f64 = 0.3;
/// The window in which a text is looked for in a long answer: so many tokens, or so many times its own, and the step.
const WINDOW: usize = 60;
const WINDOW_TIMES: usize = 3;
const STEP: usize = 20;
/// The parts of a window in which balance is looked for: so many tokens, or one and a half times its own, and the step.
const PART: usize = 24;
const PART_STEP: usize = 8;
/// The most that is taken off for what the question scores.
const MOST_ECHO: f64 = 0.71;
/// An answer of at least so many words, of which fewer than such a share are new, echoes the question.
const ECHO_WORDS: usize = 5;
const ECHO: f64 = 0.12;
/// An answer of so much balance retells the text: one negator more or less turns all of it around, whatever it stands at.
const RETOLD: f64 = 0.8;
/// How much is turned around then.
const TURNED_WHOLE: f64 = 0.5;

/// The question, whose words an answer gets nothing for.
#[derive(Debug)]
pub(super) struct Question {
    answer: Answer,
    /// Its content stems, and its runs.
    stems: Numbered,
    runs: Numbered,
}

impl Question {
    pub(super) fn new(text: &str, corpus: &Corpus) -> Self {
        let answer = Answer::new(text, corpus);
        let (mut stems, mut runs) = (Numbered::default(), Numbered::default());
        for token in answer.text.content() {
            stems.number(token.stem.hash);
        }
        for (run, _) in &answer.runs {
            runs.number(*run);
        }
        Question { answer, stems, runs }
    }

    /// Reads an answer as one to it.
    pub(super) fn reply<'a>(&self, answer: &'a Answer) -> Reply<'a> {
        let mut weights = Vec::with_capacity(answer.weights.len());
        for (token, weight) in answer.tokens().iter().zip(&answer.weights) {
            let asked = if self.stems.find(token.stem.hash).is_some() { ASKED_WORD } else { 1.0 };
            weights.push(if token.is_content { weight * asked } else { 0.0 });
        }
        Reply { answer, weights, echo: self.echo(answer, None) }
    }

    /// How much an answer only gives the question back, from 0 to 1; with a corpus, also where it has talk of it between.
    pub(super) fn echo(&self, answer: &Answer, talk: Option<&Corpus>) -> f64 {
        let (mut n_words, mut n_own, mut n_new) = (0, 0, 0);
        for token in answer.text.content() {
            let stem = token.stem.hash;
            let is_own = self.stems.find(stem).is_none();
            let is_talk = talk.is_some_and(|talk| talk.is_talk(stem));
            n_words += 1;
            n_own += usize::from(is_own);
            n_new += usize::from(is_own && !is_talk);
        }
        // Talk alone is no echo.
        if n_words < ECHO_WORDS || n_own * 2 > n_words {
            return 0.0;
        }
        ((ECHO - part(n_new, n_words)) / ECHO).clamp(0.0, 1.0)
    }
}

/// An answer as one to a question.
#[derive(Debug)]
pub(super) struct Reply<'a> {
    pub(super) answer: &'a Answer,
    /// What each of its tokens weighs.
    pub(super) weights: Vec<f64>,
    /// How much it only gives the question back, from 0 to 1.
    pub(super) echo: f64,
}

/// A text to be looked for.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) terms: Vec<Term>,
    /// The weights of all terms.
    total: f64,
    /// Its runs, and for each how often it is there and what it weighs.
    numbers: Numbered,
    runs: Vec<(u32, f64)>,
    runs_total: f64,
    n_tokens: usize,
    n_negators: usize,
    /// Whether it is looked for by words that say little, as it has no others.
    pub(super) is_all_small: bool,
    /// What the question would score.
    asked: f64,
}

/// A content word of the text.
#[derive(Debug)]
pub(super) struct Term {
    stem: Stem,
    /// As it is written first.
    word: Stem,
    weight: f64,
    is_asked: bool,
    meaning: Meaning,
    /// The groups of synonyms that it, or a phrase around it, stands in.
    pub(super) groups: Vec<Group>,
}

/// Whether a word is used as it is, negated, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Plain,
    Negated,
    Both,
}

impl Meaning {
    fn of(token: &Token) -> Self {
        if token.is_negated { Self::Negated } else { Self::Plain }
    }
}

impl Term {
    /// How well a token stands for it, from 0 to 1.
    pub(super) fn strength(&self, token: &Token) -> f64 {
        match self.stem.similarity(&token.stem) {
            1.0 => 1.0,
            strength => strength.max(self.word.similarity(&token.word).min(0.9)),
        }
    }

    /// Whether a token that is the same word turns it around.
    pub(super) fn is_turned_by(&self, token: &Token) -> bool {
        token.is_content && self.meaning != Meaning::Both && self.meaning != Meaning::of(token)
    }
}

/// What came of a text in an answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// How much of it is there, from 0 to 1.
    pub(super) score: f64,
    /// How much of what is there is turned around, from 0 to 1.
    pub(super) turned: f64,
}

/// What came of it in a window of an answer.
#[derive(Clone, Debug, Default)]
struct Raw {
    raw: f64,
    coverage: f64,
    balance: f64,
    turned: f64,
    window: Range<usize>,
}

impl Key {
    pub(super) fn new(text: &str, question: &Question, corpus: &Corpus) -> Self {
        let text = Answer::new(text, corpus);
        let mut key = Key {
            terms: Vec::new(),
            total: 0.0,
            numbers: Numbered::default(),
            runs: Vec::new(),
            runs_total: 0.0,
            n_tokens: text.tokens().len(),
            n_negators: text.text.n_negators,
            is_all_small: text.text.content().next().is_none(),
            asked: 0.0,
        };
        for (at, token) in text.tokens().iter().enumerate() {
            if token.is_content || key.is_all_small {
                let term = key.term_of(token, question, corpus);
                for phrase in text.phrases.iter().filter(|phrase| phrase.at.contains(&at)) {
                    if let Some(term) = key.terms.get_mut(term) {
                        term.groups.push(phrase.group);
                    }
                }
            }
        }
        for (run, _) in &text.runs {
            let weight = if question.runs.find(*run).is_some() { ASKED_RUN } else { 1.0 };
            let number = key.numbers.number(*run);
            match key.runs.get_mut(number) {
                Some((count, _)) => *count += 1,
                None => key.runs.push((1, weight)),
            }
            key.runs_total += weight;
        }
        let whole = 0..question.answer.tokens().len();
        let asked = key.raw(&Matches::new(&key, &question.reply(&question.answer)), whole);
        key.asked = asked.raw.clamp(0.0, MOST_ECHO);
        key
    }

    /// The place of the term that a token is, which may be new.
    fn term_of(&mut self, token: &Token, question: &Question, corpus: &Corpus) -> usize {
        let meaning = Meaning::of(token);
        for (place, term) in self.terms.iter_mut().enumerate() {
            if term.stem.hash == token.stem.hash {
                if term.meaning != meaning {
                    term.meaning = Meaning::Both;
                }
                return place;
            }
        }
        let (stem, word) = (token.stem.clone(), token.word.clone());
        let is_asked = question.answer.text.content().any(|asked| asked.stem.similarity(&stem) >= AS_ASKED);
        let weight = corpus.weight(stem.hash) * if is_asked { ASKED_WORD } else { 1.0 };
        self.total += weight;
        self.terms.push(Term { stem, word, weight, is_asked, meaning, groups: Vec::new() });
        self.terms.len() - 1
    }

    /// Which of its runs one is.
    pub(super) fn run(&self, run: u64) -> Option<usize> {
        self.numbers.find(run)
    }

    /// How many words it has besides those of the question.
    pub(super) fn n_own_words(&self) -> usize {
        self.terms.iter().filter(|term| !term.is_asked).count()
    }

    /// Looks for it in an answer: in the window where it is said best. Marks the tokens that say it by how much they do.
    pub(super) fn find(&self, reply: &Reply, marks: &mut [f64]) -> Found {
        let matches = Matches::new(self, reply);
        let n_tokens = reply.answer.tokens().len();
        let mut best = Raw { raw: f64::NEG_INFINITY, ..Raw::default() };
        for window in windows(0..n_tokens, WINDOW.max(WINDOW_TIMES * self.n_tokens), STEP) {
            let raw = self.raw(&matches, window);
            if raw.raw > best.raw {
                best = raw;
            }
        }
        let floor = self.asked * reply.echo;
        let score = ((best.raw - floor) / (1.0 - floor)).clamp(0.0, 1.0);
        let turned = if best.turned > 0.0 { best.turned / best.coverage.max(0.05) } else { 0.0 };
        let is_odd = reply.answer.text.n_negators.abs_diff(self.n_negators) % 2 == 1;
        let is_retold = best.balance >= RETOLD && n_tokens <= self.n_tokens * 3 / 2;
        let turned = if is_odd && is_retold { turned.max(TURNED_WHOLE) } else { turned };
        for hit in matches.hits(&best.window) {
            let term = self.terms.get(hit.term).filter(|term| !term.is_asked);
            if let (Some(term), Some(mark)) = (term, marks.get_mut(hit.token)) {
                *mark = mark.max(term.weight * hit.strength);
            }
        }
        Found { score, turned: turned.min(1.0) }
    }

    fn raw(&self, matches: &Matches, window: Range<usize>) -> Raw {
        let parts = windows(window.clone(), PART.max(self.n_tokens * 3 / 2), PART_STEP);
        let (coverage, balance) = self.balance(matches, &window);
        let balance = parts.fold(balance, |best, part| best.max(self.balance(matches, &part).1));
        let turned = share(self.turned(matches, &window), self.total);
        let runs = share(self.runs_found(matches, &window), self.runs_total);
        let raw = COVERAGE * coverage + RUNS * runs + BALANCE * balance - TURNED * turned;
        Raw { raw, coverage, balance, turned, window }
    }

    /// How much of it a window has, and the harmonic mean of that and of the share of the window that counts for it.
    fn balance(&self, matches: &Matches, window: &Range<usize>) -> (f64, f64) {
        let mut best = vec![0.0_f64; self.terms.len()];
        for hit in matches.hits(window) {
            best.get_mut(hit.term).into_iter().for_each(|best| *best = best.max(hit.strength));
        }
        let found: f64 = self.terms.iter().zip(&best).map(|(term, best)| term.weight * best).sum();
        let (said, counting) = matches.weights(window);
        let (coverage, precision) = (share(found, self.total), share(counting, said));
        (coverage, share(2.0 * coverage * precision, coverage + precision))
    }

    /// What the terms weigh that a window has only the other way round.
    fn turned(&self, matches: &Matches, window: &Range<usize>) -> f64 {
        // Whether each term is there as it is meant, and the other way.
        let mut ways = vec![(false, false); self.terms.len()];
        for hit in matches.hits(window).filter(|hit| hit.strength == 1.0) {
            if let Some((plain, turned)) = ways.get_mut(hit.term) {
                *(if hit.is_turned { turned } else { plain }) = true;
            }
        }
        let turned = self.terms.iter().zip(&ways).filter(|(_, (plain, turned))| *turned && !plain);
        turned.map(|(term, _)| term.weight).sum()
    }

    /// What the runs of it weigh that a window has, each as often as it is in both.
    fn runs_found(&self, matches: &Matches, window: &Range<usize>) -> f64 {
        let mut left = self.runs.clone();
        let mut found = 0.0;
        for run in matches.runs(window) {
            if let Some((count, weight)) = left.get_mut(run).filter(|(count, _)| *count > 0) {
                *count -= 1;
                found += *weight;
            }
        }
        found
    }
}

/// Windows over tokens, the last of which ends with them.
fn windows(tokens: Range<usize>, size: usize, step: usize) -> impl Iterator<Item = Range<usize>> {
    let last = tokens.end.saturating_sub(size).max(tokens.start);
    (tokens.start..last + step).step_by(step).map(move |from| from..(from + size).min(tokens.end))
}

/// A part of a whole; 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn part(count: usize, of: usize) -> f64 {
    // Exact far beyond any answer.
    #[allow(clippy::cast_precision_loss)]
    let (count, of) = (count as f64, of as f64);
    share(count, of)
}
