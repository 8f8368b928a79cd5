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
//! Words of the question count for little, and what general talk or the question itself would score is taken off.
//! The constants were chosen on graded answers of five public data sets; `cargo xtask bench score` prints what they
//! come to.

use super::answer::{Answer, Span};
use super::corpus::Corpus;
use super::lexicon::Group;
use super::matches::Matches;
use super::similarity::Stem;
use super::stems::Stems;

/// The weights of coverage, of runs and of balance.
const COVERAGE: f64 = 0.42;
const RUNS: f64 = 0.42;
const BALANCE: f64 = 0.16;
/// What words and runs of the question count for.
pub(super) const ASKED_WORD: f64 = 0.1;
const ASKED_RUN: f64 = 0.2;
/// From this similarity on a word is one of the question.
const AS_ASKED: f64 = 0.8;
/// What words with the other meaning take off.
const TURNED: f64 = 0.35;
/// The window in which a text is looked for in a long answer: so many tokens, or so many times its own, and the step.
const WINDOW: usize = 60;
const WINDOW_TIMES: usize = 3;
const STEP: usize = 20;
/// The parts of a window in which balance is looked for: so many tokens, or one and a half times its own, and the step.
const PART: usize = 24;
const PART_STEP: usize = 8;
/// How much of what general talk scores is taken off, from answers of so little balance.
const GENERIC: f64 = 0.8;
const UNBALANCED: f64 = 0.4;
/// The most that is taken off for what the question scores.
const MOST_ECHO: f64 = 0.6;
/// An answer of at least so many words, of which fewer than such a share are new, echoes the question.
const ECHO_WORDS: usize = 5;
const ECHO: f64 = 0.12;
/// An answer of so much balance retells the text: one negator more or less turns all of it around, whatever it stands at.
const RETOLD: f64 = 0.8;
/// How much is turned around then.
const TURNED_WHOLE: f64 = 0.5;
/// Spreads the scores, so that half of what can be said is about a half.
const POWER: f64 = 0.7;

/// The question, whose words an answer gets nothing for.
#[derive(Debug)]
pub(super) struct Question {
    answer: Answer,
    /// Its content stems.
    stems: Stems,
}

impl Question {
    pub(super) fn new(text: &str, corpus: &Corpus) -> Self {
        let answer = Answer::new(text, corpus);
        let mut stems = Stems::default();
        for token in answer.text.content() {
            stems.intern(&token.stem);
        }
        Question { answer, stems }
    }

    pub(super) fn has(&self, stem: &str) -> bool {
        self.stems.find(stem).is_some()
    }

    /// How much an answer only gives the question back, from 0 to 1.
    pub(super) fn echo(&self, answer: &Answer) -> f64 {
        let stems = answer.content_stems();
        if stems.len() < ECHO_WORDS {
            return 0.0;
        }
        let texts = stems.iter().filter_map(|stem| answer.stems.get(*stem));
        let n_new = texts.filter(|stem| !self.has(&stem.text)).count();
        ((ECHO - part(n_new, stems.len())) / ECHO).clamp(0.0, 1.0)
    }
}

/// A text to be looked for.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) terms: Vec<Term>,
    /// The weights of all terms.
    total: f64,
    /// Its runs: how often each is there, and what it weighs.
    pub(super) runs: Vec<Run>,
    runs_total: f64,
    n_tokens: usize,
    n_negators: usize,
    /// Whether it is looked for by words that say little, as it has no others.
    pub(super) is_all_small: bool,
    /// What general talk and the question would score.
    generic: f64,
    asked: f64,
}

/// A content word of the text.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) stem: Stem,
    /// As it is written first.
    pub(super) word: Stem,
    pub(super) weight: f64,
    pub(super) is_asked: bool,
    meaning: Meaning,
    /// The groups of synonyms that it, or a phrase around it, stands in.
    pub(super) groups: Vec<Group>,
    /// The groups of its synonyms.
    pub(super) near: Vec<Group>,
}

#[derive(Debug)]
pub(super) struct Run {
    pub(super) hash: u32,
    count: u32,
    weight: f64,
}

/// Whether a word is used as it is, negated, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Plain,
    Negated,
    Both,
}

/// What came of a text in an answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// From 0 to 1.
    pub(super) score: f64,
    /// The share of what was found that is said with its meaning turned around, from 0 to 1.
    pub(super) turned: f64,
    /// The tokens that matched, with what they count for.
    pub(super) tokens: Vec<(usize, f64)>,
}

/// What came of a text in a window.
#[derive(Clone, Copy, Debug, Default)]
struct Raw {
    raw: f64,
    coverage: f64,
    balance: f64,
    turned: f64,
    from: usize,
}

impl Key {
    pub(super) fn new(text: &str, question: &Question, corpus: &Corpus) -> Self {
        let text = Answer::new(text, corpus);
        let mut key = Key {
            terms: Vec::new(),
            total: 0.0,
            runs: Vec::new(),
            runs_total: 0.0,
            n_tokens: text.tokens().len(),
            n_negators: text.text.n_negators,
            is_all_small: text.text.content().next().is_none(),
            generic: 0.0,
            asked: 0.0,
        };
        key.add_terms(&text, question, corpus);
        for (hash, count) in text.grams.distinct() {
            let weight = if question.answer.grams.has(hash) { ASKED_RUN } else { 1.0 };
            key.runs_total += f64::from(count) * weight;
            key.runs.push(Run { hash, count, weight });
        }
        if let Some(generic) = corpus.generic() {
            let matches = Matches::new(&key, generic, question, corpus);
            key.generic = key.best(generic, &matches, WINDOW).raw.max(0.0);
        }
        let matches = Matches::new(&key, &question.answer, question, corpus);
        key.asked = key.raw(&question.answer, &matches, question.answer.whole()).raw.clamp(0.0, MOST_ECHO);
        key
    }

    fn add_terms(&mut self, text: &Answer, question: &Question, corpus: &Corpus) {
        let mut term_of = vec![usize::MAX; text.stems.len()];
        for (token, stem) in text.tokens().iter().zip(&text.stem_of) {
            let Some(place) = term_of.get_mut(*stem).filter(|_| token.is_content || self.is_all_small) else {
                continue;
            };
            let meaning = if token.is_negated { Meaning::Negated } else { Meaning::Plain };
            if let Some(term) = self.terms.get_mut(*place) {
                if term.meaning != meaning {
                    term.meaning = Meaning::Both;
                }
                continue;
            }
            *place = self.terms.len();
            let stem = Stem::new(&token.stem);
            let is_asked = question.stems.all().iter().any(|asked| asked.similarity(&stem) >= AS_ASKED);
            let weight = corpus.weight(&token.stem) * if is_asked { ASKED_WORD } else { 1.0 };
            let groups = corpus.lexicon().groups(&token.stem).to_vec();
            let word = Stem::new(&token.word);
            self.terms.push(Term { stem, word, weight, is_asked, meaning, groups, near: Vec::new() });
            self.total += weight;
        }
        for phrase in &text.phrases {
            for stem in text.stem_of.iter().skip(phrase.at).take(phrase.length) {
                let term = term_of.get(*stem).and_then(|term| self.terms.get_mut(*term));
                if let Some(term) = term.filter(|term| !term.groups.contains(&phrase.group)) {
                    term.groups.push(phrase.group);
                }
            }
        }
        for term in &mut self.terms {
            term.near = corpus.lexicon().near(&term.groups);
        }
    }

    /// How many words it has that the question does not have.
    pub(super) fn n_own_words(&self) -> usize {
        self.terms.iter().filter(|term| !term.is_asked).count()
    }

    /// Looks for it in an answer.
    pub(super) fn find(&self, answer: &Answer, question: &Question, corpus: &Corpus) -> Found {
        let matches = Matches::new(self, answer, question, corpus);
        let size = WINDOW.max(WINDOW_TIMES * self.n_tokens);
        let best = self.best(answer, &matches, size);
        let gate = (1.0 - best.balance / UNBALANCED).max(0.0);
        let generic = GENERIC * gate * self.generic * part(answer.tokens().len(), WINDOW).min(1.0);
        let floor = generic.max(self.asked * question.echo(answer));
        let score = ((best.raw - floor) / (1.0 - floor)).clamp(0.0, 1.0).powf(POWER);
        let turned = if best.turned > 0.0 { best.turned / best.coverage.max(0.05) } else { 0.0 };
        let is_odd = answer.text.n_negators.abs_diff(self.n_negators) % 2 == 1;
        let is_retold = best.balance >= RETOLD && answer.tokens().len() <= self.n_tokens * 3 / 2;
        let turned = if is_odd && is_retold { turned.max(TURNED_WHOLE) } else { turned };
        let window = best.from..(best.from + size).min(answer.tokens().len());
        let tokens = window.filter_map(|at| Some((at, matches.strength(self, answer, at)?)));
        Found { score, turned: turned.min(1.0), tokens: tokens.collect() }
    }

    /// The window in which it is found best; a short answer is one window.
    fn best(&self, answer: &Answer, matches: &Matches, size: usize) -> Raw {
        let n_tokens = answer.tokens().len();
        let mut best = self.raw(answer, matches, Span { from: 0, to: size.min(n_tokens) });
        let mut from = STEP;
        while n_tokens > size && from < n_tokens - size + STEP {
            let raw = self.raw(answer, matches, Span { from, to: (from + size).min(n_tokens) });
            if raw.raw > best.raw {
                best = raw;
            }
            from += STEP;
        }
        best
    }

    /// How much of it is in a window.
    fn raw(&self, answer: &Answer, matches: &Matches, window: Span) -> Raw {
        let (coverage, mut balance) = self.balance(answer, matches, window);
        let size = PART.max(self.n_tokens * 3 / 2);
        let mut from = window.from;
        while window.to - window.from > size && from < window.to - size + PART_STEP {
            let part = Span { from, to: (from + size).min(window.to) };
            balance = balance.max(self.balance(answer, matches, part).1);
            from += PART_STEP;
        }
        let turned = share(self.turned(answer, matches, window), self.total);
        let runs = share(self.runs_found(matches, window), self.runs_total);
        let raw = COVERAGE * coverage + RUNS * runs + BALANCE * balance - TURNED * turned;
        Raw { raw, coverage, balance, turned, from: window.from }
    }

    /// The coverage in a window, and its balance with the share of the window's own words that match.
    fn balance(&self, answer: &Answer, matches: &Matches, window: Span) -> (f64, f64) {
        let mut best = vec![0.0_f64; self.terms.len()];
        let mut is_seen = vec![false; answer.stems.len()];
        let (mut said, mut matched) = (0.0, 0.0);
        for (token, stem) in answer.in_window(window) {
            let is_seen = is_seen.get_mut(stem).filter(|_| token.is_content || self.is_all_small);
            if is_seen.is_none_or(|is_seen| std::mem::replace(is_seen, true)) {
                continue;
            }
            let mut strongest = 0.0_f64;
            for (term, strength) in matches.of_stem(stem) {
                raise(&mut best, *term, *strength);
                strongest = strongest.max(*strength);
            }
            if token.is_content || strongest > 0.0 {
                let weight = matches.weight(stem);
                said += weight;
                matched += weight * strongest;
            }
        }
        for (term, strength) in matches.of_phrases(window) {
            raise(&mut best, term, strength);
        }
        let found: f64 = self.terms.iter().zip(&best).map(|(term, best)| term.weight * best).sum();
        let (coverage, precision) = (share(found, self.total), share(matched, said));
        (coverage, share(2.0 * coverage * precision, coverage + precision))
    }

    /// The weights of the terms that are in a window only with their meaning turned around.
    fn turned(&self, answer: &Answer, matches: &Matches, window: Span) -> f64 {
        // Whether each term is there as it is meant, and the other way.
        let mut ways = vec![(false, false); self.terms.len()];
        for (token, stem) in answer.in_window(window).filter(|(token, _)| token.is_content) {
            let term = matches.same(stem).and_then(|term| Some((self.terms.get(term)?, ways.get_mut(term)?)));
            if let Some((term, (plain, turned))) = term {
                match (term.meaning, token.is_negated) {
                    (Meaning::Plain, true) | (Meaning::Negated, false) => *turned = true,
                    _ => *plain = true,
                }
            }
        }
        let turned = self.terms.iter().zip(&ways).filter(|(_, (plain, turned))| *turned && !plain);
        turned.map(|(term, _)| term.weight).sum()
    }

    /// The weights of the runs that are in a window, each as often as it is in the text.
    fn runs_found(&self, matches: &Matches, window: Span) -> f64 {
        let mut counts = vec![0_u32; self.runs.len()];
        let mut found = 0.0;
        for run in matches.runs(window) {
            if let (Some(count), Some(run)) = (counts.get_mut(*run), self.runs.get(*run)) {
                if *count < run.count {
                    found += run.weight;
                }
                *count += 1;
            }
        }
        found
    }
}

fn raise(best: &mut [f64], term: usize, strength: f64) {
    if let Some(best) = best.get_mut(term) {
        *best = best.max(strength);
    }
}

/// One part of a whole; 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn part(count: usize, of: usize) -> f64 {
    // Exact far beyond any answer.
    #[allow(clippy::cast_precision_loss)]
    let (count, of) = (count as f64, of as f64);
    share(count, of)
}
