//! The key points of a card, ready to be looked for in answers.

use std::ops::Range;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::Coverage;
use super::answer::Answer;
use super::corpus::Corpus;
use super::english;
use super::key::{Key, Question, Reply};
use super::language::Language;
use super::remark::Remark;
use super::text::{Text, Token};
use super::words::{fold, is_sign, parts};
use crate::deck::{Point, Strictness, blocks_text, plain_text};

/// From these scores on a point is touched, and found.
const TOUCHED: f64 = 0.47;
const FOUND: f64 = 0.63;
/// The same for a reference answer that is one text.
const REFERENCE_TOUCHED: f64 = 0.466;
const REFERENCE_FOUND: f64 = 0.645;
/// In an answer of more tokens than these there is something of everything somewhere: so much more of a point must be said
/// for it to be touched.
const LONG: usize = 60;
const IN_LONG: f64 = 0.02;
/// How much more of it must be said where nobody knows which words are small.
const OTHER_LANGUAGE: f64 = 0.08;
/// The share of what was found that must be turned around for a point to be contradicted, and to be touched at most.
const CONTRADICTED: f64 = 0.6;
const DOUBTFUL: f64 = 0.25;
/// How much of a point must be said for it to be called contradicted: of answers that a word or two turned around, graders
/// found most right.
const REPROACH: f64 = 0.57;
/// What a title adds, and each of the author's words and phrases: a phrase is enough by itself.
const TITLE: f64 = 0.5;
const WORD: f64 = 0.35;
const PHRASE: f64 = 0.5;
/// An answer falls into a pitfall from this score on. It is high: a wrong reproach is worse than none.
const PITFALL: f64 = 0.5;
/// In how many tokens the place of a point is looked for.
const NEIGHBORHOOD: usize = 12;

/// How much more of a point must be said on a strict card, and how much less on a lenient one.
const STRICTNESS: f64 = 0.1;

/// A key point as it is looked for.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct PointText {
    /// The point in a few words.
    pub title: String,
    /// What more there is to say.
    pub detail: String,
    /// Other words for it.
    pub also: Vec<String>,
    /// How much more of it than usual must be said: on a strict card, or as the learner's corrections have it; see
    /// [`super::offset_of`].
    pub offset: f64,
}

impl PointText {
    /// That of a point on a card of this strictness.
    pub fn of(point: &Point, strictness: Strictness) -> Self {
        PointText {
            title: plain_text(&point.title),
            detail: blocks_text(&point.detail),
            also: point.also.clone(),
            offset: match strictness {
                Strictness::Lenient => -STRICTNESS,
                Strictness::Normal => 0.0,
                Strictness::Strict => STRICTNESS,
            },
        }
    }
}

/// The key points of a card, compiled once for any number of answers.
///
/// ```
/// use std::rc::Rc;
///
/// use greenroom::score::{Answer, Corpus, Coverage, PointText, Rubric};
///
/// let point = |title: &str, detail: &str| PointText { title: title.into(), detail: detail.into(), ..PointText::default() };
/// let points = vec![
///     point("Clarify the goal", "which business objective the tier serves"),
///     point("Guardrails", "a metric that would stop the rollout"),
/// ];
/// let corpus = Rc::new(Corpus::new("en", points.iter().map(|point| point.detail.as_str())));
/// let rubric = Rubric::new(&corpus, "How would you decide on a new tier?", &points, &[]);
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
    pitfalls: Vec<CompiledPoint>,
}

#[derive(Debug)]
struct CompiledPoint {
    /// Its title and its detail, as far as it has them, and what each counts for.
    keys: Vec<(Key, f64)>,
    /// The author's other words for it.
    phrases: Vec<Text>,
    offset: f64,
    /// Whether it says what is not done, so that a "not" of the answer's own does not turn it around.
    is_omission: bool,
    /// Whether it is no point of a card but a text that answers are compared with.
    is_reference: bool,
}

impl CompiledPoint {
    fn new(point: &PointText, question: &Question, corpus: &Corpus) -> Self {
        let mut keys = Vec::new();
        // A title that stands alone is all there is to say.
        let is_alone = point.detail.trim().is_empty();
        for (text, worth) in [(&point.title, if is_alone { 1.0 } else { TITLE }), (&point.detail, 1.0)] {
            if !text.trim().is_empty() {
                keys.push((Key::new(text, question, corpus), worth));
            }
        }
        let mut phrases = Vec::with_capacity(point.also.len());
        for also in &point.also {
            phrases.push(corpus.read(also));
        }
        CompiledPoint {
            keys,
            phrases,
            offset: point.offset,
            is_omission: corpus.language() == Language::English && is_of_omission(&point.title),
            is_reference: point.title.trim().is_empty() && point.also.is_empty(),
        }
    }
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
    pub fn new(corpus: &Rc<Corpus>, question: &str, points: &[PointText], pitfalls: &[PointText]) -> Self {
        let question = Question::new(question, corpus);
        let compiled = |points: &[PointText]| -> Vec<CompiledPoint> {
            points.iter().map(|point| CompiledPoint::new(point, &question, corpus)).collect()
        };
        let (points, pitfalls) = (compiled(points), compiled(pitfalls));
        Rubric { corpus: Rc::clone(corpus), question, points, pitfalls }
    }

    /// Looks for each point in an answer. An empty answer has none of them, and one in a language that is not read is
    /// not scored.
    pub fn assess(&self, answer: &Answer) -> Assessment {
        let reply = self.question.reply(answer);
        let points: Vec<_> = self.points.iter().map(|point| self.point(point, &reply)).collect();
        let n_found = points.iter().filter(|point| point.coverage == Coverage::Found).count();
        let echo = if n_found == 0 { self.question.echo(answer, Some(&self.corpus)) } else { reply.echo };
        let remark = Remark::of(answer, &self.corpus, echo, n_found);
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
        Self::new(corpus, question, &[point], &[])
    }

    /// The pitfalls that an answer fell into, by their places in the list.
    pub fn pitfalls(&self, answer: &Answer) -> Vec<usize> {
        if self.corpus.language() != Language::English {
            return Vec::new();
        }
        let reply = self.question.reply(answer);
        let mut fallen = Vec::new();
        let mut marks = vec![0.0; answer.tokens().len()];
        for (index, pitfall) in self.pitfalls.iter().enumerate() {
            for (key, _) in &pitfall.keys {
                let found = key.find(&reply, &mut marks);
                if found.score >= PITFALL && found.turned < DOUBTFUL {
                    fallen.push(index);
                }
            }
        }
        fallen
    }

    /// How many words a point has to be found by, besides those of the question and its `also:` phrases.
    pub(super) fn n_own_words(&self, point: usize) -> usize {
        let keys = self.points.get(point).map(|point| &point.keys);
        keys.into_iter().flatten().map(|(key, _)| key.n_own_words()).sum()
    }

    /// What is said of a point in any of its ways counts together, as chances do that do not depend on each other.
    fn point(&self, point: &CompiledPoint, reply: &Reply) -> PointFound {
        let answer = reply.answer;
        let mut found = PointFound::default();
        if self.corpus.language() == Language::Unspaced {
            return found;
        }
        let (mut rest, mut said, mut turned) = (1.0, 0.0, 0.0);
        // How much each token of the answer says of it.
        let mut marks = vec![0.0; answer.tokens().len()];
        for (key, worth) in &point.keys {
            let found = key.find(reply, &mut marks);
            rest *= 1.0 - worth * found.score;
            said += worth * found.score;
            turned += worth * found.score * found.turned;
        }
        // Who names the point and turns a word around that is in its detail too has not said the opposite.
        if said > 0.0 {
            turned /= said;
        }
        let mut places: Vec<Range<usize>> = Vec::new();
        for phrase in &point.phrases {
            let place = place_of(phrase, answer);
            // Two phrases of one stem are one word said once.
            if place.is_empty() || places.contains(&place) {
                continue;
            }
            // One of small words alone, such as "we still", stands in many a sentence.
            let is_telling = place.len() > 1 && phrase.content().next().is_some();
            rest *= 1.0 - if is_telling { PHRASE } else { WORD };
            // Who says it in the author's own phrase does not take it back with a "not" about something else.
            if is_telling {
                turned = 0.0;
            }
            for mark in marks.iter_mut().skip(place.start).take(place.len()) {
                *mark += 1.0;
            }
            places.push(place);
        }
        if point.is_omission {
            turned = 0.0;
        }
        // The root spreads what little is said of most points in an answer.
        found.score = (1.0 - rest).clamp(0.0, 1.0).sqrt();
        let (touched, least) =
            if point.is_reference { (REFERENCE_TOUCHED, REFERENCE_FOUND) } else { (TOUCHED, FOUND) };
        let is_other = point.is_reference && self.corpus.language() != Language::English;
        let touched = if is_other { touched + OTHER_LANGUAGE } else { touched };
        let touched = if answer.tokens().len() > LONG { touched + IN_LONG } else { touched };
        found.coverage = if found.score < (touched + point.offset / 2.0).max(0.05) {
            Coverage::Missing
        } else if turned >= CONTRADICTED && found.score >= REPROACH {
            Coverage::Contradicted
        } else if found.score < least + point.offset || turned >= DOUBTFUL {
            Coverage::Touched
        } else {
            Coverage::Found
        };
        if found.coverage != Coverage::Missing {
            found.words = words(answer, &marks);
        }
        if matches!(found.coverage, Coverage::Found | Coverage::Touched) {
            found.rank = rank(&marks);
        }
        found
    }
}

/// Whether a title begins with a word for leaving something out.
fn is_of_omission(title: &str) -> bool {
    parts(&fold(title), is_sign).next().is_some_and(english::is_omission)
}

/// The tokens of one of the author's phrases in the answer; none if it is not there.
///
/// A phrase with two or more content words is found whatever small words stand in it, and one with a single one whatever
/// stand between its own. One that is negated and should not be, or the other way round, is none.
fn place_of(phrase: &Text, answer: &Answer) -> Range<usize> {
    let n_content = phrase.content().count();
    let is_wanted = |token: &Token| n_content < 2 || token.is_content;
    for from in 0..answer.tokens().len() {
        let mut wanted = phrase.tokens.iter().filter(|token| is_wanted(token));
        let mut next = wanted.next();
        for (at, token) in answer.tokens().iter().enumerate().skip(from) {
            match next {
                Some(other) if token.stem.hash == other.stem.hash && token.is_negated == other.is_negated => {
                    next = wanted.next()
                }
                Some(_) if at > from && n_content > 0 && !token.is_content => {}
                _ => break,
            }
            if next.is_none() {
                return from..at + 1;
            }
        }
    }
    0..0
}

/// The places of the tokens in the text that say something; those that touch are one.
fn words(answer: &Answer, marks: &[f64]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_joined = false;
    for (token, mark) in answer.tokens().iter().zip(marks) {
        let is_marked = *mark > 0.0;
        match words.last_mut() {
            Some(word) if is_marked && is_joined => word.end = token.at.end.max(word.end),
            _ if is_marked => words.push(token.at.clone()),
            _ => {}
        }
        is_joined = is_marked;
    }
    words
}

/// The token that says most of a point, where it is said most densely.
fn rank(marks: &[f64]) -> Option<usize> {
    let (mut rank, mut most) = (None, 0.0);
    for from in 0..marks.len() {
        let (mut sum, mut strongest, mut place) = (0.0, 0.0, None);
        for (at, mark) in marks.iter().enumerate().skip(from).take(NEIGHBORHOOD) {
            sum += mark;
            if *mark > strongest {
                (strongest, place) = (*mark, Some(at));
            }
        }
        if sum > most {
            (rank, most) = (place, sum);
        }
    }
    rank
}
