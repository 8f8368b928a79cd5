//! The key points of a card, ready to be looked for in answers.

use std::ops::Range;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::Coverage;
use super::answer::Answer;
use super::corpus::Corpus;
use super::english;
use super::key::{Found, Key, Question};
use super::language::Language;
use super::remark::Remark;
use super::text::{Text, Token};
use super::words::{is_sign, parts};
use crate::deck::{Point, Strictness, blocks_text, plain_text};

/// From these scores on a point is touched, and found.
const TOUCHED: f64 = 0.335;
const FOUND: f64 = 0.465;
/// The same for a reference answer that is one text.
const REFERENCE_TOUCHED: f64 = 0.34;
const REFERENCE_FOUND: f64 = 0.53;
/// How much more of it must be said where nobody knows which words are small.
const OTHER_LANGUAGE: f64 = 0.05;
/// How far a strict card raises them, and a lenient one lowers them.
const STRICTNESS: f64 = 0.1;
/// The share of what was found that must be turned around for a point to be contradicted, and to be touched at most.
const CONTRADICTED: f64 = 0.6;
const DOUBTFUL: f64 = 0.25;
/// What a title adds, and each of the author's words and phrases: a phrase is enough by itself.
const TITLE: f64 = 0.5;
const WORD: f64 = 0.35;
const PHRASE: f64 = 0.5;
const MOST_PHRASES: usize = 2;
/// An answer falls into a pitfall from this score on. It is high: a wrong reproach is worse than none.
const PITFALL: f64 = 0.62;
/// In how many tokens the place of a point is looked for.
const NEIGHBORHOOD: usize = 12;

/// A key point as it is looked for.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct PointText {
    /// The point in a few words.
    pub title: String,
    /// What more there is to say.
    pub detail: String,
    /// Other words for it.
    pub also: Vec<String>,
    /// How much more of it than usual must be said, from the learner's corrections; see [`super::offset_of`].
    pub offset: f64,
}

impl PointText {
    /// That of a deck's point.
    pub fn of(point: &Point) -> Self {
        PointText {
            title: plain_text(&point.title),
            detail: blocks_text(&point.detail),
            also: point.also.clone(),
            offset: 0.0,
        }
    }
}

/// The key points of a card, compiled once for any number of answers.
///
/// ```
/// use std::rc::Rc;
///
/// use greenroom::deck::Strictness;
/// use greenroom::score::{Answer, Corpus, Coverage, PointText, Rubric};
///
/// let point = |title: &str, detail: &str| PointText { title: title.into(), detail: detail.into(), ..PointText::default() };
/// let points = vec![
///     point("Clarify the goal", "which business objective the tier serves"),
///     point("Guardrails", "a metric that would stop the rollout"),
/// ];
/// let corpus = Rc::new(Corpus::new("en", points.iter().map(|point| point.detail.as_str())));
/// let rubric = Rubric::new(&corpus, "How would you decide on a new tier?", &points, Strictness::Normal, &[]);
///
/// let answer = Answer::new("I would clarify which business objective it serves.", &corpus);
/// let found: Vec<_> = rubric.assess(&answer).points.iter().map(|point| point.coverage).collect();
/// assert_eq!(found, [Coverage::Found, Coverage::Missing]);
/// ```
#[derive(Debug)]
pub struct Rubric {
    corpus: Rc<Corpus>,
    question: Question,
    points: Vec<CompiledPoint>,
    pitfalls: Vec<Key>,
    strictness: Strictness,
}

#[derive(Debug)]
struct CompiledPoint {
    title: Option<Key>,
    detail: Option<Key>,
    /// The author's other words for it.
    phrases: Vec<Text>,
    offset: f64,
    /// Whether it says what is not done, so that a "not" of the answer's own does not turn it around.
    is_omission: bool,
    /// Whether it is no point of a card but a text that answers are compared with.
    is_reference: bool,
}

/// What came of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Each point, in the deck's order.
    pub points: Vec<PointFound>,
    /// What there is to say of the answer as a whole.
    pub remark: Option<Remark>,
}

/// What came of a key point.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct PointFound {
    /// What the answer says of it.
    pub coverage: Coverage,
    /// How much of it, from 0 to 1; not a probability.
    pub score: f64,
    /// The words that matched, as places in the answer, in bytes and in order.
    pub words: Vec<Range<usize>>,
    /// Which token of the answer it is said from; unknown where it is not said.
    pub rank: Option<usize>,
}

impl Assessment {
    /// How much of the points is said, from 0 to 1: the mean of 1 for each that is found and 0.5 for each that is touched;
    /// of a single text how much of it is said.
    pub fn score(&self) -> f64 {
        if let [only] = self.points.as_slice() {
            return only.score;
        }
        let credits: f64 = self.points.iter().map(|point| point.coverage.credit()).sum();
        // A card has at most some dozens of points.
        #[allow(clippy::cast_precision_loss)]
        let n_points = self.points.len().max(1) as f64;
        credits / n_points
    }
}

impl Rubric {
    /// Compiles the points of a card. `question` is what was asked; `pitfalls` are what an answer had better not say.
    pub fn new(
        corpus: &Rc<Corpus>,
        question: &str,
        points: &[PointText],
        strictness: Strictness,
        pitfalls: &[String],
    ) -> Self {
        let question = Question::new(question, corpus);
        let key = |text: &str| (!text.trim().is_empty()).then(|| Key::new(text, &question, corpus));
        let points = points.iter().map(|point| CompiledPoint {
            // A title that stands alone is all there is to say.
            title: key(&point.title).filter(|_| !point.detail.trim().is_empty()),
            detail: key(&point.detail).or_else(|| key(&point.title)),
            phrases: point
                .also
                .iter()
                .map(|also| corpus.read(also))
                .filter(|text| !text.tokens.is_empty())
                .collect(),
            offset: point.offset,
            is_omission: corpus.language() == Language::English && is_of_omission(&point.title),
            is_reference: point.title.trim().is_empty() && point.also.is_empty(),
        });
        let points = points.collect();
        let pitfalls = pitfalls.iter().filter_map(|pitfall| key(pitfall)).collect();
        Rubric { corpus: Rc::clone(corpus), question, points, pitfalls, strictness }
    }

    /// Looks for each point in an answer. An empty answer has none of them, and one in a language that is not read is
    /// not scored.
    pub fn assess(&self, answer: &Answer) -> Assessment {
        if self.corpus.language() == Language::Unspaced {
            return Assessment { points: vec![PointFound::default(); self.points.len()], remark: None };
        }
        let points: Vec<_> = self.points.iter().map(|point| self.point(point, answer)).collect();
        let n_found = points.iter().filter(|point| point.coverage == Coverage::Found).count();
        let remark = Remark::of(answer, &self.corpus, self.question.echo(answer), n_found);
        Assessment { points, remark }
    }

    /// How much of a single reference text an answer says, from 0 to 1, and what that means.
    ///
    /// ```
    /// use std::rc::Rc;
    ///
    /// use greenroom::score::{Answer, Corpus, Coverage, Rubric};
    ///
    /// let reference = "The circuit is closed, so that current can flow.";
    /// let corpus = Rc::new(Corpus::new("en", [reference]));
    /// let rubric = Rubric::of_reference(&corpus, "Why does the lamp shine?", reference);
    /// let answer = Answer::new("because the circuit is closed", &corpus);
    /// assert_eq!(rubric.assess(&answer).points[0].coverage, Coverage::Found);
    /// ```
    pub fn of_reference(corpus: &Rc<Corpus>, question: &str, reference: &str) -> Self {
        let point = PointText { detail: reference.to_owned(), ..PointText::default() };
        Self::new(corpus, question, &[point], Strictness::Normal, &[])
    }

    /// The pitfalls that an answer fell into, by their places in the list.
    pub fn pitfalls(&self, answer: &Answer) -> Vec<usize> {
        if self.corpus.language() != Language::English {
            return Vec::new();
        }
        let keys = self.pitfalls.iter().enumerate();
        let fallen = keys.filter(|(_, key)| {
            let found = key.find(answer, &self.question, &self.corpus);
            found.score >= PITFALL && found.turned < DOUBTFUL
        });
        fallen.map(|(index, _)| index).collect()
    }

    /// How many words a point has to be found by, besides those of the question and its `also:` phrases.
    pub(super) fn n_own_words(&self, point: usize) -> usize {
        let keys = self.points.get(point).map(|point| point.title.iter().chain(&point.detail));
        keys.into_iter().flatten().map(Key::n_own_words).sum()
    }

    fn point(&self, point: &CompiledPoint, answer: &Answer) -> PointFound {
        let find = |key: &Option<Key>| key.as_ref().map(|key| key.find(answer, &self.question, &self.corpus));
        let (title, detail) = (find(&point.title), find(&point.detail));
        let phrases = phrases(point, answer);
        let score_of = |found: &Option<Found>| found.as_ref().map_or(0.0, |found| found.score);
        let is_reference = point.is_reference;
        let without_phrases = (1.0 - TITLE * score_of(&title)) * (1.0 - score_of(&detail));
        let worth = |phrase: &Range<usize>| if phrase.len() > 1 { PHRASE } else { WORD };
        let score = phrases
            .iter()
            .take(MOST_PHRASES)
            .fold(without_phrases, |rest, phrase| rest * (1.0 - worth(phrase)));
        let score = (1.0 - score).clamp(0.0, 1.0);
        let turned = [&title, &detail].into_iter().flatten().map(|found| found.turned).fold(0.0, f64::max);
        // Who says it in the author's own phrase does not take it back with a "not" about something else.
        let is_phrased = phrases.iter().any(|phrase| phrase.len() > 1);
        let turned = if is_phrased || point.is_omission { 0.0 } else { turned };
        let (touched, found) =
            if is_reference { (REFERENCE_TOUCHED, REFERENCE_FOUND) } else { (TOUCHED, FOUND) };
        let is_other = is_reference && self.corpus.language() != Language::English;
        let touched = if is_other { touched + OTHER_LANGUAGE } else { touched };
        let raised = point.offset
            + match self.strictness {
                Strictness::Lenient => -STRICTNESS,
                Strictness::Normal => 0.0,
                Strictness::Strict => STRICTNESS,
            };
        let coverage = if score < (touched + raised / 2.0).max(0.05) {
            Coverage::Missing
        } else if turned >= CONTRADICTED {
            Coverage::Contradicted
        } else if score < found + raised || turned >= DOUBTFUL {
            Coverage::Touched
        } else {
            Coverage::Found
        };
        let is_said = matches!(coverage, Coverage::Found | Coverage::Touched);
        let mut tokens: Vec<(usize, f64)> = Vec::new();
        if coverage != Coverage::Missing {
            tokens.extend([title, detail].into_iter().flatten().flat_map(|found| found.tokens));
            tokens.extend(phrases.into_iter().flatten().map(|at| (at, 1.0)));
        }
        PointFound {
            coverage,
            score,
            words: words(answer, &tokens),
            rank: rank(answer, &tokens).filter(|_| is_said),
        }
    }
}

/// Whether a title begins with a word for leaving something out.
fn is_of_omission(title: &str) -> bool {
    let first = parts(title, is_sign).next();
    first.is_some_and(|word| english::is_omission(&word.to_ascii_lowercase()))
}

/// The tokens of each of the author's phrases that the answer has, the longest first.
///
/// A phrase with two or more content words is found whatever small words stand between them. One that is negated and
/// should not be, or the other way round, is none.
fn phrases(point: &CompiledPoint, answer: &Answer) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for phrase in &point.phrases {
        let is_spoken_freely = phrase.content().nth(1).is_some();
        let is_wanted = |token: &&Token| !is_spoken_freely || token.is_content;
        let wanted: Vec<&Token> = phrase.tokens.iter().filter(is_wanted).collect();
        let own = answer.tokens().iter().enumerate().filter(|(_, token)| is_wanted(token));
        let own: Vec<(usize, &Token)> = own.collect();
        let is_here = |here: &&[(usize, &Token)]| {
            let mut pairs = here.iter().zip(&wanted);
            pairs.all(|((_, token), wanted)| {
                token.stem == wanted.stem && token.is_negated == wanted.is_negated
            })
        };
        let place = own.windows(wanted.len().max(1)).find(is_here);
        let ends = place.and_then(|here| Some((here.first()?.0, here.last()?.0)));
        if let Some((first, last)) = ends {
            let phrase = first..last + 1;
            // Two phrases of one stem are one word said once.
            if found.contains(&phrase) {
                continue;
            }
            let at = found.partition_point(|other| other.len() >= phrase.len());
            found.insert(at, phrase);
        }
    }
    found
}

/// The places of tokens in the text; those that touch are one.
fn words(answer: &Answer, tokens: &[(usize, f64)]) -> Vec<Range<usize>> {
    let is_wanted = |at: usize| tokens.iter().any(|(token, _)| *token == at);
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, token) in answer.tokens().iter().enumerate().filter(|(at, _)| is_wanted(*at)) {
        match words.last_mut().filter(|_| last.is_some_and(|last| last + 1 == at)) {
            Some(word) => word.end = token.at.end.max(word.end),
            None => words.push(token.at.clone()),
        }
        last = Some(at);
    }
    words
}

/// The token from which on a point is said most densely.
fn rank(answer: &Answer, tokens: &[(usize, f64)]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for from in (0..answer.tokens().len()).filter(|at| tokens.iter().any(|(token, _)| token == at)) {
        let near = tokens.iter().filter(|(token, _)| (from..from + NEIGHBORHOOD).contains(token));
        let weight: f64 = near.map(|(_, weight)| weight).sum();
        if best.is_none_or(|(_, most)| weight > most) {
            best = Some((from, weight));
        }
    }
    best.map(|(from, _)| from)
}
