//! A card asked as a choice: which options, in which order.

use crate::deck::{Block, Card, ChoiceOption, Inline, ListItem, Task, mix, plain_text};
use crate::score::choice_credit;

/// The wrong options that a card of a grid is given.
const N_SIBLINGS: usize = 3;

/// The siblings that these are taken from.
const MOST_SIBLINGS: usize = 200;

/// As many as there are bits to remember what is picked.
const MOST_OPTIONS: usize = 64;

/// The options of a choice, in the order in which they are shown.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    pub(crate) items: Vec<Asked>,
    /// Whether more than one is right, so that several can be picked.
    pub(crate) several: bool,
}

/// One option as it is shown.
#[derive(Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) content: Vec<Block>,
    pub(crate) is_right: bool,
    pub(crate) feedback: Vec<Block>,
}

impl Options {
    /// Those of a choice.
    pub(super) fn of(card: &Card, showing: u64) -> Option<Self> {
        let Task::Choice(options) = &card.task else { return None };
        let asked = |option: &ChoiceOption| Asked {
            content: vec![Block::Paragraph { content: option.text.clone() }],
            is_right: option.is_right,
            feedback: option.feedback.clone(),
        };
        let items: Vec<_> = options.iter().take(MOST_OPTIONS).map(asked).collect();
        let several = items.iter().filter(|option| option.is_right).count() > 1;
        Some(Options { items: shuffled(items, showing), several })
    }

    /// The answer of a card of a grid among the answers of other topics to the same question.
    pub(super) fn among_siblings<'a>(
        card: &Card,
        all: impl Iterator<Item = &'a Card>,
        showing: u64,
    ) -> Option<Self> {
        let right = in_short(card);
        let siblings =
            all.filter(|other| other.facet == card.facet && other.id != card.id).take(MOST_SIBLINGS);
        let mut wrong: Vec<Vec<Block>> = Vec::new();
        for content in siblings.map(in_short).filter(|content| !content.is_empty() && *content != right) {
            if !wrong.contains(&content) {
                wrong.push(content);
            }
        }
        if right.is_empty() || wrong.is_empty() {
            return None;
        }
        let asked = |content, is_right| Asked { content, is_right, feedback: Vec::new() };
        let wrong =
            shuffled(wrong, showing).into_iter().take(N_SIBLINGS).map(|content| asked(content, false));
        let items = wrong.chain([asked(right, true)]).collect();
        Some(Options { items: shuffled(items, !showing), several: false })
    }

    /// What it is worth that these were picked, from 0 to 1.
    pub(super) fn credit(&self, picked: u64) -> f64 {
        let bits = self.items.iter().enumerate();
        let right = bits.fold(0, |right, (index, option)| right | u64::from(option.is_right) << index);
        choice_credit(picked, right)
    }

    /// What is picked after `option` was pressed.
    pub(super) fn pick(&self, picked: u64, option: usize) -> u64 {
        if option >= self.items.len() {
            return picked;
        }
        let bit = 1_u64 << option;
        if self.several { picked ^ bit } else { picked & bit ^ bit }
    }
}

/// An answer in as few words as an option has room for.
fn in_short(card: &Card) -> Vec<Block> {
    if !card.headline.is_empty() {
        return card.headline.clone();
    }
    let titles: Vec<_> = card.points().iter().map(|point| plain_text(&point.title)).collect();
    let item = |text: String| ListItem {
        checked: None,
        content: vec![Block::Paragraph { content: vec![Inline::Text { text }] }],
    };
    let items: Vec<_> = titles.into_iter().map(item).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { start: None, items }] }
}

/// In an order drawn from `showing`: each item in turn goes to a random place among those before it
/// (Durstenfeld 1964).
fn shuffled<T>(mut items: Vec<T>, showing: u64) -> Vec<T> {
    for index in 1..items.len() {
        let other = mix(showing, index as u64) % (index as u64 + 1);
        items.swap(index, usize::try_from(other).unwrap_or(index));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_comes_up_about_as_often() {
        let mut counts = [0; 6];
        for showing in 0..6000 {
            let order = match shuffled(vec![0, 1, 2], showing).as_slice() {
                [0, 1, 2] => 0,
                [0, 2, 1] => 1,
                [1, 0, 2] => 2,
                [1, 2, 0] => 3,
                [2, 0, 1] => 4,
                _ => 5,
            };
            counts[order] += 1;
        }
        assert!(counts.iter().all(|count| (900..1100).contains(count)), "{counts:?}");
    }

    #[test]
    fn one_is_picked_or_several() {
        let item = || Asked { content: Vec::new(), is_right: true, feedback: Vec::new() };
        let one = Options { items: vec![item(), item()], several: false };
        assert_eq!(
            [one.pick(0, 1), one.pick(0b10, 0), one.pick(0b10, 1), one.pick(0b10, 2)],
            [0b10, 0b01, 0, 0b10]
        );
        let several = Options { several: true, ..one };
        assert_eq!([several.pick(0b10, 0), several.pick(0b10, 1)], [0b11, 0]);
    }
}
