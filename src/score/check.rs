//! What would make answers to a deck be scored wrong.

use std::rc::Rc;

use super::Coverage;
use super::answer::Answer;
use super::asked::question;
use super::corpus::Corpus;
use super::language::Language;
use super::rubric::{PointText, Rubric};
use super::vocabulary::{Vocabulary, text_of};
use crate::deck::{Card, Deck, Point, SectionKind, blocks_text, plain_text, points_of};

/// More points than anybody can tick are not compared with each other.
const MOST_COMPARED: usize = 40;
/// The fewest words that a point without `also:` phrases must have besides those of the question.
const FEWEST_WORDS: usize = 2;

/// A fault of a card's key points.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RubricFault {
    /// The card's id.
    pub card: String,
    /// What there is.
    pub found: String,
    /// What to do about it.
    pub advice: String,
}

/// Looks for them in a deck: points that a strong answer of the deck does not say, points whose own sentence counts for
/// another one too, and points with too few words to be found by.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::score::check_rubrics;
///
/// let text = "## Why?\n\n- **Retention**: who comes back after a week\n\n### Strong answer\nI would ask around.\n";
/// let faults = check_rubrics(&Deck::parse(text, "terms.md").0);
/// assert_eq!(faults[0].found, "the strong answer, in which `Retention` is not found");
/// ```
pub fn check_rubrics(deck: &Deck) -> Vec<RubricFault> {
    check(deck, |_| true)
}

/// The same for one card.
pub fn check_rubric(deck: &Deck, card: &str) -> Vec<RubricFault> {
    check(deck, |other| other.id.0 == card)
}

fn check(deck: &Deck, is_wanted: impl Fn(&Card) -> bool) -> Vec<RubricFault> {
    let corpus = Rc::new(Corpus::of(&Vocabulary::of(deck)));
    let mut faults = Vec::new();
    if corpus.language() == Language::Unspaced {
        return faults;
    }
    for card in deck.cards.iter().filter(|card| is_wanted(card)) {
        for step in 0..card.stages.len().max(1) {
            let points = points_of(card, step);
            if !points.is_empty() && points.len() <= MOST_COMPARED {
                Checked { card, step, points, corpus: &corpus, faults: &mut faults }.check();
            }
        }
    }
    faults
}

/// The points of a step, being checked.
struct Checked<'a> {
    card: &'a Card,
    step: usize,
    points: &'a [Point],
    corpus: &'a Rc<Corpus>,
    faults: &'a mut Vec<RubricFault>,
}

impl Checked<'_> {
    fn check(&mut self) {
        let texts: Vec<_> =
            self.points.iter().map(|point| PointText::of(point, self.card.strictness)).collect();
        let question = question(self.card, self.step);
        let rubric = Rubric::new(self.corpus, &question, &texts, &[]);
        self.check_words(&rubric);
        self.check_siblings(&rubric);
        if self.card.stages.is_empty() {
            self.check_strong_answers(&rubric);
        }
    }

    fn check_words(&mut self, rubric: &Rubric) {
        for (index, point) in self.points.iter().enumerate() {
            if point.also.is_empty() && rubric.n_own_words(index) < FEWEST_WORDS {
                let found = format!("the point `{}`, which has too few words to be found by", name(point));
                self.add(found, "say more of it, or add `also:` phrases that an answer would use");
            }
        }
    }

    fn check_siblings(&mut self, rubric: &Rubric) {
        for (index, point) in self.points.iter().enumerate() {
            let found = rubric.assess(&Answer::new(&text_of(point), self.corpus));
            let siblings = self.points.iter().zip(&found.points).enumerate();
            let covered =
                siblings.filter(|(other, (_, found))| *other != index && found.coverage == Coverage::Found);
            for (_, (sibling, _)) in covered {
                let found =
                    format!("the point `{}`, whose words count for `{}` too", name(point), name(sibling));
                self.add(found, "keep what they say apart, or join them");
            }
        }
    }

    fn check_strong_answers(&mut self, rubric: &Rubric) {
        let strong = self.card.sections.iter().filter(|section| section.kind == SectionKind::Strong);
        for section in strong {
            let answer = Answer::new(&blocks_text(&section.content), self.corpus);
            let found = rubric.assess(&answer);
            for (point, found) in self.points.iter().zip(&found.points) {
                if found.coverage != Coverage::Found {
                    let found = format!("the strong answer, in which `{}` is not found", name(point));
                    self.add(found, "say it there, or add the words that say it to the point's `also:`");
                }
            }
        }
    }

    fn add(&mut self, found: String, advice: &str) {
        self.faults.push(RubricFault { card: self.card.id.0.clone(), found, advice: advice.to_owned() });
    }
}

fn name(point: &Point) -> String {
    plain_text(&point.title)
}
