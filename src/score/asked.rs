//! What an answer is compared with, taken from its card.

use borsh::{BorshDeserialize, BorshSerialize};

use super::number::Expected;
use super::rubric::PointText;
use crate::deck::{Block, Card, Task, blocks_text, plain_text, points_of};

/// An answer to be read, and all that is to be known of what was asked.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Asked {
    /// What was written.
    pub text: String,
    /// What is looked for in it.
    pub sought: Sought,
}

/// What is looked for in an answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub enum Sought {
    /// Key points, said in the learner's own words.
    Points {
        /// What was asked, with what the interviewer says.
        question: String,
        /// The points that were asked for.
        points: Vec<PointText>,
        /// What had better not be said.
        pitfalls: Vec<PointText>,
    },
    /// A few words, of which any of these forms will do.
    Short(Vec<String>),
    /// A number.
    Number {
        /// The right one.
        expected: Expected,
        /// Whether the question says itself what is counted: "how many months".
        is_unit_asked: bool,
    },
}

impl Asked {
    /// What is asked in a step of a card, counted from 0, where `showing` is the number that inputs are drawn from.
    pub fn new(card: &Card, step: usize, showing: u64, text: impl Into<String>) -> Self {
        let sought = compared(card, showing).unwrap_or_else(|| Sought::Points {
            question: question(card, step),
            points: points_of(card, step).iter().map(|point| PointText::of(point, card.strictness)).collect(),
            pitfalls: pitfall_texts(&card.pitfalls),
        });
        Asked { text: text.into(), sought }
    }

    /// The same where so much more than usual must be said of each point; see [`super::offset_of`].
    #[must_use]
    pub fn with_offsets(mut self, offsets: &[f64]) -> Self {
        if let Sought::Points { points, .. } = &mut self.sought {
            points.iter_mut().zip(offsets).for_each(|(point, offset)| point.offset += offset);
        }
        self
    }

    /// The same where only one of the points is asked.
    #[must_use]
    pub fn only(mut self, point: usize) -> Self {
        if let Sought::Points { points, .. } = &mut self.sought {
            *points = points.get(point).cloned().into_iter().collect();
        }
        self
    }
}

/// What an answer is compared with as a whole: a few words, or a number.
fn compared(card: &Card, showing: u64) -> Option<Sought> {
    if let Some(gap) = card.gap {
        let accepted = card.prompt.gaps().into_iter().nth(gap)?;
        return Some(match Expected::quantity(&accepted) {
            Some(expected) => Sought::Number { expected, is_unit_asked: false },
            None => Sought::Short(vec![accepted]),
        });
    }
    match &card.task {
        Task::Short(accepted) => Some(Sought::Short(accepted.clone())),
        Task::Number(number) => Some(Sought::Number {
            expected: Expected::of(number, &number.draw(showing))?,
            is_unit_asked: names_unit(&question(card, 0), &number.unit),
        }),
        _ => None,
    }
}

/// The question of a card's step, with what the interviewer says.
pub(crate) fn question(card: &Card, step: usize) -> String {
    let stage = card.stages.get(step).map_or_else(String::new, |stage| plain_text(&stage.title));
    format!("{}\n{}\n{stage}", plain_text(&card.prompt.title), blocks_text(&card.prompt.quote))
}

/// Whether a question says itself what its answer is counted in: "how many months".
fn names_unit(question: &str, unit: &str) -> bool {
    let has = |word: &str| {
        let mut places = question.as_bytes().windows(word.len().max(1));
        word.is_empty() || places.any(|place| place.eq_ignore_ascii_case(word.as_bytes()))
    };
    has(unit) || (unit == "%" && has("percent"))
}

/// The items of a list of pitfalls, as they are shown.
fn pitfall_texts(pitfalls: &[Block]) -> Vec<PointText> {
    let texts = pitfalls.iter().flat_map(|block| match block {
        Block::List { items, .. } => items.iter().map(|item| blocks_text(&item.content)).collect(),
        block => vec![blocks_text(std::slice::from_ref(block))],
    });
    texts.map(|detail| PointText { detail, ..PointText::default() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::Deck;
    use crate::score::{Examine, Examiner, NumberVerdict, Typed, UnitGiven};

    #[test]
    fn a_quantity_in_a_gap_may_be_said_in_other_units() {
        let credit = |gap: &str, typed: &str| {
            let deck = Deck::parse(&format!("## It takes {{{{{gap}}}}} at most. {{#q}}\n"), "q.md").0;
            let asked = Asked::new(deck.cards.first().unwrap(), 0, 0, typed);
            Examiner::of_deck(&deck).examine(&asked).typed.map(|typed| typed.credit())
        };
        for (gap, typed, expected) in [
            ("2 hours", "two hours", 1.0),
            ("2 hours", "120 minutes", 1.0),
            ("2 hours", "2h", 1.0),
            ("2 hours", "3 hours", 0.0),
            ("80 percent", "80%", 1.0),
            ("80 percent", "eighty percent", 1.0),
            ("80 percent", "70%", 0.0),
            ("3 days", "three days", 1.0),
            ("3 days", "a day", 0.0),
            ("2024", "2023", 0.0),
            ("2 pizzas", "2 pizzas", 1.0),
            ("2 pizzas", "", 0.0),
            ("DAU/MAU", "MAU/DAU", 0.0),
            ("net retention", "retention, net", 0.9),
            ("net retention", "Net Retention (NR)", 0.9),
            ("net retention", "I think it's called the net retention", 1.0),
            ("net retention", "I think it is not net retention", 0.0),
            ("net retention", "net or gross retention", 0.0),
            ("net retention", "gross retention / net retention", 0.0),
        ] {
            assert_eq!(credit(gap, typed), Some(expected), "{gap}: {typed}");
        }
    }

    #[test]
    fn a_unit_that_the_question_names_need_not_be_said() {
        let given = |question: &str| {
            let deck = Deck::parse(&format!("## {question} {{#q}}\n\n= 9 months\n"), "q.md").0;
            let asked = Asked::new(deck.cards.first().unwrap(), 0, 0, "about 9");
            Examiner::of_deck(&deck).examine(&asked).typed
        };
        let right = |unit| Some(Typed::Number(NumberVerdict::Right(unit)));
        assert_eq!(given("After how many months?"), right(UnitGiven::Named));
        assert_eq!(given("When does it double?"), right(UnitGiven::Missing));
        assert!(names_unit("How many PERCENT?", "%") && !names_unit("How many?", "%"));
    }
}
