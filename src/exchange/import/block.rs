//! The parts that prompts and answers are made of, and how they are written.

use super::report::excerpt;
use crate::exchange::escape;

/// A part of a prompt or an answer. Its text is inline Markdown, escaped for the start of a line.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A paragraph; its line breaks are kept.
    Text(String),
    /// An item of a list, and how deep it stands.
    Item { depth: usize, number: Option<u32>, text: String },
    /// Code, as it is.
    Code(String),
    /// Markdown, as it is.
    Markdown(String),
}

/// Where a second list begins, or the paragraph that leads to it: it would not be read as key points.
pub(super) fn second_list(blocks: &[Block]) -> usize {
    let mut kinds = blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Item { depth: 0, number, .. } => Some((at, Some(number.is_some()))),
        Block::Item { .. } => None,
        _ => Some((at, None)),
    });
    let Some((_, first)) = kinds.by_ref().find(|(_, kind)| kind.is_some()) else { return blocks.len() };
    let mut after = None;
    for (at, kind) in kinds {
        match kind {
            Some(_) if after.is_some() || kind != first => return after.unwrap_or(at),
            Some(_) => {}
            None => after = Some(at),
        }
    }
    blocks.len()
}

impl Block {
    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Block::Text(text) | Block::Item { text, .. } | Block::Code(text) | Block::Markdown(text) => {
                text.trim().is_empty()
            }
        }
    }

    pub(super) fn into_text(self) -> String {
        match self {
            Block::Text(text) | Block::Item { text, .. } | Block::Code(text) | Block::Markdown(text) => text,
        }
    }

    /// Its text on one line.
    pub(super) fn one_line(&self) -> String {
        match self {
            Block::Code(text) => escape::inline(&excerpt(text)),
            Block::Markdown(text) => escape::inline(&excerpt(text)),
            Block::Text(text) | Block::Item { text, .. } => text.replace('\n', " "),
        }
    }
}

/// Lists as deep as this read well; what is deeper stands at this depth.
const DEEPEST: usize = 6;

/// Writes blocks, each after a blank line, and the items of a list below each other.
pub(super) fn write_blocks(blocks: &[Block], out: &mut String) {
    // The columns at which the text of the open items begins, and their numbers.
    let mut open: Vec<(usize, Option<u32>)> = Vec::new();
    let mut is_list = false;
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        let Block::Item { depth, number, text } = block else {
            out.push('\n');
            block.write(out);
            (is_list, open) = (false, Vec::new());
            continue;
        };
        let depth = (*depth).min(DEEPEST).min(open.len());
        let before = open.get(depth).and_then(|(_, number)| *number);
        open.truncate(depth);
        // Markdown lets a list inside an item begin with one only.
        let first = |number: u32| if depth == 0 { number } else { 1 };
        let number = number.map(|number| before.map_or(first(number), |before| before + 1));
        let marker = number.map_or("- ".to_owned(), |number| format!("{number}. "));
        let indent = open.last().map_or(0, |(column, _)| *column);
        if !is_list {
            out.push('\n');
        }
        is_list = true;
        open.push((indent + marker.len(), number));
        let text = text.replace('\n', " ");
        out.push_str(&format!("{}{marker}{text}\n", " ".repeat(indent)));
    }
}

impl Block {
    fn write(&self, out: &mut String) {
        match self {
            Block::Text(text) => out.push_str(&text.replace('\n', "\\\n")),
            Block::Item { text, .. } | Block::Markdown(text) => out.push_str(text),
            Block::Code(text) => {
                let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest.max(2) + 1);
                out.push_str(&format!("{fence}\n{}\n{fence}", text.trim_matches('\n')));
            }
        }
        out.push('\n');
    }
}
