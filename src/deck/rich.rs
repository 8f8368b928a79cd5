//! Rich text: a small tree of blocks and inlines, safe by construction.
//!
//! Nothing in the tree can run. Raw HTML has become text, an address that a [`Link`] holds is of
//! a harmless scheme, and the tree is never deeper than [`MAX_DEPTH`], so that walking it by
//! recursion is safe too.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::address::{ImageSource, Link};

/// How deep blocks and inlines may stand inside each other; what is deeper loses its wrapping, not
/// its text.
pub const MAX_DEPTH: usize = 24;

/// A block of rich text.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        content: Vec<Inline>,
    },
    /// A heading inside a section, of level 4 or deeper.
    Heading {
        /// Its text.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number, or `None` for bullets.
        start: Option<u32>,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A block quote.
    Quote {
        /// What is quoted.
        content: Vec<Block>,
    },
    /// A block of code.
    Code {
        /// The code, line breaks included.
        text: String,
    },
    /// A table.
    Table {
        /// The cells of the head.
        head: Vec<Vec<Inline>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A rule between two parts.
    Rule,
}

/// An item of a list.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// The state of a task list's box.
    pub checked: Option<bool>,
    /// What the item says.
    pub content: Vec<Block>,
}

/// A run of text inside a block.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Emphasis.
    Emphasis {
        /// What is emphasized.
        content: Vec<Inline>,
    },
    /// Strong emphasis.
    Strong {
        /// What is emphasized.
        content: Vec<Inline>,
    },
    /// Text struck out.
    Strikethrough {
        /// What is struck out.
        content: Vec<Inline>,
    },
    /// Code.
    Code {
        /// The code.
        text: String,
    },
    /// A link to a harmless address.
    Link {
        /// Where it leads.
        href: Link,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A picture.
    Image {
        /// Where it is.
        src: ImageSource,
        /// What it shows, in words.
        alt: String,
    },
    /// Words of a prompt that are asked for: `{{text}}` or `{{text::hint}}`.
    Gap {
        /// The words. A view leaves them empty until the answer is shown.
        text: String,
        /// What is shown in their place.
        hint: Option<String>,
    },
    /// A number of a calculation that is drawn anew each time. A view has the number in its place.
    Input {
        /// The name that formulas know it by.
        name: String,
    },
    /// A line break that the author asked for.
    Break,
}

/// The text of `inlines` without any markup.
///
/// ```
/// use greenroom::deck::{plain_text, Inline};
///
/// let text = Inline::Text { text: "net".into() };
/// let strong = Inline::Strong { content: vec![Inline::Text { text: " revenue".into() }] };
/// assert_eq!(plain_text(&[text, strong]), "net revenue");
/// ```
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain_text(inlines, &mut text);
    text
}

/// The text of `blocks` without any markup, each block a line.
pub(crate) fn blocks_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    push_blocks_text(blocks, &mut text);
    text
}

fn push_blocks_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        match block {
            Block::Paragraph { content } | Block::Heading { content } => push_plain_text(content, out),
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks_text(&item.content, out)),
            Block::Quote { content } => push_blocks_text(content, out),
            Block::Code { text } => out.push_str(text),
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    push_plain_text(cell, out);
                    out.push('\n');
                }
            }
            Block::Rule => {}
        }
    }
}

fn push_plain_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Emphasis { content }
            | Inline::Strong { content }
            | Inline::Strikethrough { content }
            | Inline::Link { content, .. } => push_plain_text(content, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Gap { text, .. } => out.push_str(text),
            Inline::Input { name } => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
            Inline::Break => out.push(' '),
        }
    }
}
