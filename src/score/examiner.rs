//! Reading the answers to the cards of a deck.
//!
//! A [`Session`](crate::session::Session) asks whoever it was given ([`Examine`]), so that practice can begin before what
//! reads answers is there: in a browser the two are modules of their own. The examiner knows no deck, only its words
//! ([`Vocabulary`]) and what it is asked ([`Asked`]): so its module does without the deck model.

use std::cell::OnceCell;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::DecimalMark;
use super::answer::Answer;
use super::asked::{Asked, Sought};
use super::corpus::Corpus;
use super::known_words::KnownWords;
use super::number::NumberVerdict;
use super::remark::Remark;
use super::rubric::{PointFound, Rubric};
use super::short::ShortVerdict;
use super::vocabulary::Vocabulary;
use crate::deck::Deck;

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
/// let deck = Deck::parse(text, "terms.md").0;
/// let answer = "I would look at retention, so at who comes back.";
/// let examined = Examiner::of_deck(&deck).examine(&Asked::new(&deck.cards[0], 0, 0, answer));
/// let found: Vec<_> = examined.points.iter().map(|point| point.coverage).collect();
/// assert_eq!(found, [Coverage::Found, Coverage::Missing]);
/// ```
#[derive(Debug)]
pub struct Examiner {
    vocabulary: Vocabulary,
    /// Made when the first answer comes.
    known: OnceCell<(Rc<Corpus>, KnownWords)>,
}

impl Examiner {
    /// Reads answers in the words of a deck.
    pub fn new(vocabulary: Vocabulary) -> Self {
        Examiner { vocabulary, known: OnceCell::new() }
    }

    /// Reads the answers to the cards of this deck.
    pub fn of_deck(deck: &Deck) -> Self {
        Self::new(Vocabulary::of(deck))
    }

    fn known(&self) -> &(Rc<Corpus>, KnownWords) {
        self.known.get_or_init(|| {
            let terms = self.vocabulary.terms.iter().map(String::as_str);
            (Rc::new(Corpus::of(&self.vocabulary)), KnownWords::of(terms))
        })
    }
}

impl Examine for Examiner {
    fn examine(&self, asked: &Asked) -> Examined {
        let text = asked.text.as_str();
        let (corpus, known_words) = self.known();
        let typed = match &asked.sought {
            Sought::Points { question, points, pitfalls } => {
                let rubric = Rubric::new(corpus, question, points, pitfalls);
                let answer = Answer::new(text, corpus);
                let assessment = rubric.assess(&answer);
                return Examined {
                    points: assessment.points,
                    typed: None,
                    remark: assessment.remark,
                    pitfalls: rubric.pitfalls(&answer),
                };
            }
            Sought::Short(accepted) => Typed::Short(ShortVerdict::of_all(text, accepted, known_words)),
            Sought::Number { expected, is_unit_asked } => {
                let mark = DecimalMark::of_language(&self.vocabulary.language);
                let verdict = NumberVerdict::of(text, expected, mark);
                Typed::Number(if *is_unit_asked { verdict.with_unit_named() } else { verdict })
            }
        };
        Examined { typed: Some(typed), ..Examined::default() }
    }
}
