//! Blocks as plain text.

use crate::deck::{Block, Inline, ListItem};

/// The text of `blocks`, with line breaks and bullets, for places that know no markup.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::exchange::export::plain;
///
/// let (deck, _) = Deck::parse("Say **first**:\n\n- who\n  1. why\n\n> and then what.\n", "");
/// assert_eq!(plain(&deck.about), "Say first:\n• who\n  1. why\n\nand then what.");
/// ```
pub fn plain(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(blocks, &mut out);
    out
}

fn push_blocks(blocks: &[Block], out: &mut String) {
    let mut before: Option<&Block> = None;
    for block in blocks {
        let text = text_of(block);
        if text.is_empty() {
            continue;
        }
        // A heading belongs to what follows it, and a list to what leads to it.
        let is_close = matches!(before, Some(Block::Heading { .. }))
            || matches!((before, block), (Some(Block::Paragraph { .. }), Block::List { .. }));
        if before.is_some() {
            out.push_str(if is_close { "\n" } else { "\n\n" });
        }
        out.push_str(&text);
        before = Some(block);
    }
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph { content } => inlines(content),
        Block::Heading { content } => {
            let heading = inlines(content);
            // One colon is enough to show that something follows.
            if heading.contains(':') || heading.ends_with(['?', '!', '.']) { heading } else { heading + ":" }
        }
        Block::List { start, items } => list(*start, items),
        Block::Quote { content } => plain(content),
        Block::Code { text } => text.trim_end_matches('\n').to_owned(),
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" | ")
            };
            std::iter::once(head).chain(rows).map(row).collect::<Vec<_>>().join("\n")
        }
        Block::Rule => String::new(),
    }
}

fn list(start: Option<u32>, items: &[ListItem]) -> String {
    let mut out = String::new();
    let mut number = start;
    for item in items {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&number.map_or("•".to_owned(), |number| format!("{number}.")));
        number = number.map(|number| number.saturating_add(1));
        out.push_str(item.checked.map_or("", |checked| if checked { " [x]" } else { " [ ]" }));
        // What goes on below an item stands under its text.
        for (index, line) in plain(&item.content).lines().filter(|line| !line.is_empty()).enumerate() {
            out.push_str(if index == 0 { " " } else { "\n  " });
            out.push_str(line);
        }
    }
    out
}

/// Inlines as text, each break as a line break.
pub(super) fn inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(inlines, &mut out);
    out
}

fn push_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } | Inline::Gap { text, .. } => out.push_str(text),
            Inline::Emphasis { content }
            | Inline::Strong { content }
            | Inline::Strikethrough { content }
            | Inline::Link { content, .. } => push_inlines(content, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Input { name } => out.push_str(name),
            Inline::Break => out.push('\n'),
        }
    }
}
