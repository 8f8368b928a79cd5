//! Blocks to Markdown.

use super::{NOTHING, heading, inline, underlined};
use crate::deck::number::Input;
use crate::deck::rich::{Block, Inline, ListItem};

/// The largest number that Markdown reads as that of an item.
const LAST_NUMBER: u32 = 999_999_999;

/// Blocks with a blank line between them, without one at the end. `inputs` are those of the prompt, if the
/// blocks belong to one.
pub(super) fn blocks(blocks: &[Block], inputs: &[Input]) -> String {
    Writer { inputs, is_nested: false }.blocks(blocks)
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    inputs: &'a [Input],
    /// Whether the blocks stand inside of others.
    is_nested: bool,
}

impl Writer<'_> {
    fn blocks(self, blocks: &[Block]) -> String {
        let mut all = String::new();
        let mut before: Option<&Block> = None;
        for block in blocks {
            if before.is_some() {
                all.push_str("\n\n");
            }
            if let (Some(Block::List { start: one, .. }), Block::List { start: other, .. }) = (before, block)
                && one.is_some() == other.is_some()
            {
                all.push_str(NOTHING);
                all.push_str("\n\n");
            }
            all.push_str(&self.block(block));
            before = Some(block);
        }
        all
    }

    fn block(self, block: &Block) -> String {
        match block {
            Block::Paragraph { content } => inline::lines(content, self.inputs),
            Block::Heading { content } => self.heading(content),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote { content } => quote(&self.inside(content)),
            Block::Code { text } => code(text),
            Block::Table { head, rows } => table(head, rows),
            // In an item, `- ---` would be a rule of its own.
            Block::Rule => if self.is_nested { "***" } else { "---" }.to_owned(),
        }
    }

    fn inside(self, blocks: &[Block]) -> String {
        Writer { is_nested: true, ..self }.blocks(blocks)
    }

    fn heading(self, content: &[Inline]) -> String {
        let text = inline::lines(content, self.inputs);
        if self.is_nested && text.contains('\n') {
            return underlined(&text, "");
        }
        heading("####", &text, "")
    }

    fn list(self, start: Option<u32>, items: &[ListItem]) -> String {
        let mut number = start.map(|start| start.min(LAST_NUMBER));
        let mut written = Vec::with_capacity(items.len());
        for item in items {
            let marker = number.map_or("-".to_owned(), |number| format!("{number}."));
            number = number.map(|number| (number + 1).min(LAST_NUMBER));
            written.push(self.item(&marker, item));
        }
        // An item of several paragraphs wants air around it.
        let is_airy = written.iter().any(|item| item.contains("\n\n"));
        written.join(if is_airy { "\n\n" } else { "\n" })
    }

    fn item(self, marker: &str, item: &ListItem) -> String {
        let mut text = String::new();
        let mut rest = item.content.as_slice();
        if let Some(is_checked) = item.checked {
            text.push_str(if is_checked { "[x]" } else { "[ ]" });
            if let Some((Block::Paragraph { .. }, _)) = rest.split_first() {
                text.push(' ');
            } else if !rest.is_empty() {
                // What follows a box on its line is a paragraph.
                text.push('\n');
            }
        }
        if let Some((first @ Block::Paragraph { .. }, others)) = rest.split_first() {
            text.push_str(&Writer { is_nested: true, ..self }.block(first));
            rest = others;
            let below = self.inside(rest);
            if !rest.is_empty() {
                text.push_str(if follows_closely(rest.first(), &below) { "\n" } else { "\n\n" });
                text.push_str(&below);
            }
        } else {
            text.push_str(&self.inside(rest));
        }
        let indent = " ".repeat(marker.len() + 1);
        let item = prefixed(&text, &indent, "");
        let written = format!("{marker}{}", item.get(marker.len()..).unwrap_or(""));
        let first = written.lines().next().unwrap_or("");
        let is_rule = first.len() > 1 && first.chars().all(|c| matches!(c, '-' | ' '));
        match written.trim_end() {
            _ if is_rule => written.replacen(first, &format!("{first} {NOTHING}"), 1),
            marker if marker.len() == written.len() => written,
            marker => marker.to_owned(),
        }
    }
}

/// Whether a block may stand right below a paragraph of its item: a list that is not taken for a part of it.
fn follows_closely(block: Option<&Block>, written: &str) -> bool {
    let Some(Block::List { start, items }) = block else { return false };
    let is_filled = items.first().is_some_and(|item| item.checked.is_some() || !item.content.is_empty());
    let first = written.lines().next().unwrap_or("");
    is_filled && start.is_none_or(|start| start == 1) && !first.ends_with('-')
}

/// Each line after `prefix`, and those that are empty after `empty`.
fn prefixed(text: &str, prefix: &str, empty: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() && index > 0 { empty } else { prefix });
        out.push_str(line);
    }
    out
}

/// Markdown as a block quote.
pub(super) fn quote(markdown: &str) -> String {
    let quote = prefixed(markdown, "> ", ">");
    if markdown.is_empty() { ">".to_owned() } else { quote }
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}\n{text}{end}{fence}")
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let row = |cells: &[Vec<Inline>]| {
        let mut line = "|".to_owned();
        for cell in cells {
            let cell = inline::cell(cell);
            line.push_str(&if cell.is_empty() { " |".to_owned() } else { format!(" {cell} |") });
        }
        line
    };
    let mut table = format!("{}\n|{}", row(head), "---|".repeat(head.len()));
    for cells in rows {
        table.push('\n');
        table.push_str(&row(cells));
    }
    table
}
