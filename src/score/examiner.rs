//! Reading the answers to the cards of a deck.
//!
//! A [`Session`](crate::session::Session) asks whoever it was given ([`Examine`]), so that practice can begin before what
//! reads answers is there: in a browser the two are modules of their own.

use std::cell::OnceCell;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::answer::Answer;
use super::corpus::Corpus;
use super::known_words::KnownWords;
use super::number::NumberVerdict;
use super::remark::Remark;
use super::rubric::{PointFound, PointText, Rubric};
use super::short::ShortVerdict;
use super::{DecimalMark, question};
use crate::deck::{Block, Card, Deck, Task, blocks_text, plain_text, points_of};

/// An answer to be read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The card's id.
    pub card: String,
    /// The step that was asked, counted from 0; 0 where there are none.
    pub step: usize,
    /// The only point that was asked, if not all were.
    pub only: Option<usize>,
    /// The number that inputs are drawn from.
    pub showing: u64,
    /// What was written.
    pub text: String,
    /// For each point of the step how much more than usual must be said of it; see [`super::offset_of`].
    pub offsets: Vec<f64>,
}

/// What came of an answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct Examined {
    /// The points that were asked, in the deck's order.
    pub points: Vec<PointFound>,
    /// What came of an answer of a few words, or of a number.
    pub typed: Option<Typed>,
    /// What there is to say of the answer as a whole.
    pub remark: Option<Remark>,
    /// The pitfalls that it fell into: their places in the card's list.
    pub pitfalls: Vec<usize>,
}

/// What came of an answer that is compared as a whole.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A few words.
    Short(ShortVerdict),
    /// A number.
    Number(NumberVerdict),
}

impl Typed {
    /// What it is worth, from 0 to 1.
    pub fn credit(&self) -> f64 {
        match self {
            Self::Short(verdict) => verdict.credit(),
            Self::Number(verdict) => verdict.credit(),
        }
    }
}

/// Whoever reads answers.
pub trait Examine: std::fmt::Debug {
    /// Reads an answer.
    fn examine(&self, asked: &Asked) -> Examined;
}

/// Reads the answers to the cards of a deck.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::score::{Asked, Coverage, Examine, Examiner};
///
/// let text = "## What is worth measuring?\n\n- **Retention**: who comes back\n- **Cost**: what a user costs\n";
/// let examiner = Examiner::new(Deck::parse(text, "terms.md").0);
/// let asked = Asked {
///     card: "what-is-worth-measuring".into(),
///     text: "I would look at retention, so at who comes back.".into(),
///     ..Asked::default()
/// };
/// let found: Vec<_> = examiner.examine(&asked).points.iter().map(|point| point.coverage).collect();
/// assert_eq!(found, [Coverage::Found, Coverage::Missing]);
/// ```
#[derive(Debug)]
pub struct Examiner {
    deck: Deck,
    /// Made of the whole deck when the first answer comes.
    corpus: OnceCell<Rc<Corpus>>,
    known_words: OnceCell<KnownWords>,
}

impl Examiner {
    /// Reads the answers to the cards of this deck.
    pub fn new(deck: Deck) -> Self {
        Examiner { deck, corpus: OnceCell::new(), known_words: OnceCell::new() }
    }

    fn corpus(&self) -> &Rc<Corpus> {
        self.corpus.get_or_init(|| Rc::new(Corpus::of_deck(&self.deck)))
    }

    /// An answer of a few words, or a number, compared with what is right.
    fn typed(&self, card: &Card, asked: &Asked) -> Option<Typed> {
        if let Some(gap) = card.gap {
            let accepted = card.prompt.gaps().into_iter().nth(gap)?;
            return Some(Typed::Short(self.compared(&asked.text, &[accepted])));
        }
        match &card.task {
            Task::Short(accepted) => Some(Typed::Short(self.compared(&asked.text, accepted))),
            Task::Number(number) => {
                let mark = DecimalMark::of_language(&self.deck.language);
                let drawn = number.draw(asked.showing);
                let verdict = NumberVerdict::of(&asked.text, number, &drawn, mark)?;
                let is_asked_for = names_unit(&question(card, 0), &number.unit);
                Some(Typed::Number(if is_asked_for { verdict.with_unit_named() } else { verdict }))
            }
            _ => None,
        }
    }

    fn compared(&self, text: &str, accepted: &[String]) -> ShortVerdict {
        let known = self.known_words.get_or_init(|| {
            let terms: Vec<String> = self.deck.cards.iter().flat_map(terms).collect();
            KnownWords::of(terms.iter().map(String::as_str))
        });
        ShortVerdict::of(text, accepted, known)
    }

    /// An answer in the learner's own words, read point by point.
    fn read(&self, card: &Card, asked: &Asked) -> Examined {
        let points = points_of(card, asked.step).iter().enumerate();
        let asked_for = points.filter(|(index, _)| asked.only.is_none_or(|only| only == *index));
        let texts = asked_for.map(|(index, point)| PointText {
            offset: asked.offsets.get(index).copied().unwrap_or(0.0),
            ..PointText::of(point)
        });
        let pitfalls = pitfall_texts(&card.pitfalls);
        let question = question(card, asked.step);
        let rubric = Rubric::new(self.corpus(), &question, texts.collect(), card.strictness, &pitfalls);
        let answer = Answer::new(&asked.text, self.corpus());
        let assessment = rubric.assess(&answer);
        Examined {
            points: assessment.points,
            typed: None,
            remark: assessment.remark,
            pitfalls: rubric.pitfalls(&answer),
        }
    }
}

impl Examine for Examiner {
    fn examine(&self, asked: &Asked) -> Examined {
        let Some(card) = self.deck.cards.iter().find(|card| card.id.0 == asked.card) else {
            return Examined::default();
        };
        match self.typed(card, asked) {
            Some(typed) => Examined { typed: Some(typed), ..Examined::default() },
            None => self.read(card, asked),
        }
    }
}

/// Whether a question says itself what its answer is counted in: "how many months".
fn names_unit(question: &str, unit: &str) -> bool {
    let question = question.to_ascii_lowercase();
    question.contains(&unit.to_ascii_lowercase()) || (unit == "%" && question.contains("percent"))
}

/// The items of a list of pitfalls, as they are shown.
fn pitfall_texts(pitfalls: &[Block]) -> Vec<String> {
    let texts = pitfalls.iter().flat_map(|block| match block {
        Block::List { items, .. } => items.iter().map(|item| blocks_text(&item.content)).collect(),
        block => vec![blocks_text(std::slice::from_ref(block))],
    });
    texts.collect()
}

/// The terms of a card: what a typed word may be besides a slip.
fn terms(card: &Card) -> Vec<String> {
    let mut terms = vec![plain_text(&card.prompt.title)];
    terms.extend(card.points().iter().map(|point| plain_text(&point.title)));
    if let Task::Short(accepted) = &card.task {
        terms.extend(accepted.iter().cloned());
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::UnitGiven;

    #[test]
    fn a_unit_that_the_question_names_need_not_be_said() {
        let given = |question: &str| {
            let examiner =
                Examiner::new(Deck::parse(&format!("## {question} {{#q}}\n\n= 9 months\n"), "q.md").0);
            let asked = Asked { card: "q".into(), text: "about 9".into(), ..Asked::default() };
            examiner.examine(&asked).typed
        };
        let right = |unit| Some(Typed::Number(NumberVerdict::Right(unit)));
        assert_eq!(given("After how many months?"), right(UnitGiven::Named));
        assert_eq!(given("When does it double?"), right(UnitGiven::Missing));
        assert!(names_unit("How many percent?", "%") && !names_unit("How many?", "%"));
    }
}
