//! What stands in braces in a prompt: gaps to be filled, and inputs to be drawn.

use crate::deck::model::Card;
use crate::deck::number::Input;
use crate::deck::rich::{Block, Inline, plain_text};

/// What was found in a prompt.
#[derive(Default)]
pub(super) struct Braces {
    pub(super) inputs: Vec<Input>,
    pub(super) n_gaps: usize,
    /// The texts that something is wrong with, and what to do.
    pub(super) faults: Vec<(String, String)>,
}

/// More faults in one prompt than anybody mends one by one.
const MOST_FAULTS: usize = 20;

impl Braces {
    fn add_fault(&mut self, fault: impl FnOnce() -> (String, String)) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault());
        }
    }
}

/// Turns the braces in some inlines into gaps and inputs.
pub(super) fn read(inlines: Vec<Inline>, braces: &mut Braces) -> Vec<Inline> {
    let mut read_all = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text { text } => read_text(&text, braces, &mut read_all),
            Inline::Emphasis { content } => {
                read_all.push(Inline::Emphasis { content: read(content, braces) })
            }
            Inline::Strong { content } => read_all.push(Inline::Strong { content: read(content, braces) }),
            Inline::Strikethrough { content } => {
                read_all.push(Inline::Strikethrough { content: read(content, braces) });
            }
            other => read_all.push(other),
        }
    }
    read_all
}

/// The same in blocks.
pub(super) fn read_blocks(blocks: Vec<Block>, braces: &mut Braces) -> Vec<Block> {
    let read_block = |block| match block {
        Block::Paragraph { content } => Block::Paragraph { content: read(content, braces) },
        Block::Heading { content } => Block::Heading { content: read(content, braces) },
        Block::Quote { content } => Block::Quote { content: read_blocks(content, braces) },
        Block::List { start, mut items } => {
            for item in &mut items {
                item.content = read_blocks(std::mem::take(&mut item.content), braces);
            }
            Block::List { start, items }
        }
        other => other,
    };
    blocks.into_iter().map(read_block).collect()
}

fn read_text(mut text: &str, braces: &mut Braces, out: &mut Vec<Inline>) {
    let push_text = |out: &mut Vec<Inline>, text: &str| {
        if let Some(Inline::Text { text: last }) = out.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            out.push(Inline::Text { text: text.to_owned() });
        }
    };
    while let Some((before, rest)) = text.split_once('{') {
        push_text(out, before);
        let gap = read_gap(rest);
        braces.n_gaps += usize::from(gap.is_some());
        if let Some((inline, rest)) = gap.or_else(|| read_input(rest, braces)) {
            out.push(inline);
            text = rest;
            continue;
        }
        push_text(out, "{");
        text = rest;
        if let Some(after) = rest.strip_prefix('{') {
            braces.add_fault(|| no_gap(after));
            push_text(out, "{");
            text = after;
        }
    }
    push_text(out, text);
}

/// Two braces that hold no gap.
fn no_gap(after: &str) -> (String, String) {
    let words: String = after.chars().take(40).take_while(|c| *c != '}').collect();
    let found = format!("{{{{{words}");
    let advice = "write {{words}} or {{words::hint}} with no markup inside, or put it in `backticks`";
    (found, advice.to_owned())
}

/// What stands before the next brace, if that is a closing one, and the rest.
fn inside(text: &str) -> Option<(&str, &str)> {
    let (inside, rest) = text.split_at_checked(text.find(['{', '}'])?)?;
    Some((inside, rest.strip_prefix('}')?))
}

/// `{text}}` after the first brace, with the rest.
fn read_gap(after_brace: &str) -> Option<(Inline, &str)> {
    let (inside, rest) = inside(after_brace.strip_prefix('{')?)?;
    let rest = rest.strip_prefix('}')?;
    let (text, hint) = inside.split_once("::").unwrap_or((inside, ""));
    let (text, hint) = (text.trim(), hint.trim());
    if text.is_empty() {
        return None;
    }
    let hint = (!hint.is_empty()).then(|| hint.to_owned());
    Some((Inline::Gap { text: text.to_owned(), hint }, rest))
}

/// `name: values}` after the brace, with the rest.
fn read_input<'t>(after_brace: &'t str, braces: &mut Braces) -> Option<(Inline, &'t str)> {
    let (inside, rest) = inside(after_brace)?;
    let searched = || format!("{{{inside}}}");
    match Input::read(inside)? {
        Err(advice) => {
            braces.add_fault(|| (searched(), advice));
            None
        }
        Ok(_) if braces.inputs.len() >= MOST_INPUTS => {
            braces.add_fault(|| {
                (searched(), "a calculation has at most 50 inputs; it is shown as text".to_owned())
            });
            None
        }
        Ok(input) if braces.inputs.iter().any(|other| other.name == input.name) => {
            let advice = format!("there is an input `{}` already: give it another name", input.name);
            braces.add_fault(|| (searched(), advice));
            None
        }
        Ok(input) => {
            let inline = Inline::Input { name: input.name.clone() };
            braces.inputs.push(input);
            Some((inline, rest))
        }
    }
}

/// What of a prompt names its card: not the words of its gaps, which are answers, nor the ranges of its inputs.
pub(crate) fn lasting_text(inlines: &[Inline]) -> String {
    let part = |inline: &Inline| match inline {
        Inline::Gap { .. } => " ".to_owned(),
        Inline::Emphasis { content } | Inline::Strong { content } | Inline::Strikethrough { content } => {
            lasting_text(content)
        }
        other => plain_text(std::slice::from_ref(other)),
    };
    inlines.iter().map(part).collect()
}

/// More gaps than anybody fills in one prompt. Each has a copy of the card.
pub(super) const MOST_GAPS: usize = 50;

/// More numbers than anybody works with.
const MOST_INPUTS: usize = 50;

/// One card for each gap of the prompt. The first keeps the card's name, the others have a number.
pub(super) fn one_for_each_gap(card: Card, n_gaps: usize) -> Vec<Card> {
    if n_gaps == 0 {
        return vec![card];
    }
    let numbered = |name: &str, gap: usize| format!("{name}/{}", gap + 1);
    (0..n_gaps.min(MOST_GAPS))
        .map(|gap| {
            let mut card = Card { gap: Some(gap), ..card.clone() };
            if gap > 0 {
                card.id.0 = numbered(&card.id.0, gap);
                for was in &mut card.was {
                    was.0 = numbered(&was.0, gap);
                }
            }
            card
        })
        .collect()
}
