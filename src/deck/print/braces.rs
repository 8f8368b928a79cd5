//! Gaps and inputs as the text in braces that they are read from.

use crate::deck::number::Input;
use crate::deck::rich::Inline;

/// The inlines with gaps and inputs as the text that they are read from.
pub(super) fn with_braces(inlines: &[Inline], inputs: &[Input]) -> Vec<Inline> {
    let mut all: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let text = match inline {
            Inline::Text { text } => text.clone(),
            Inline::Gap { text, hint } => gap(text, hint.as_deref()),
            Inline::Input { name } => match inputs.iter().find(|input| input.name == *name) {
                Some(input) => format!("{{{input}}}"),
                // The values went with a formula that could not be read; the parser asks for it again.
                None => format!("{{{name}: 0}}"),
            },
            Inline::Emphasis { content } => {
                all.push(Inline::Emphasis { content: with_braces(content, inputs) });
                continue;
            }
            Inline::Strong { content } => {
                all.push(Inline::Strong { content: with_braces(content, inputs) });
                continue;
            }
            Inline::Strikethrough { content } => {
                all.push(Inline::Strikethrough { content: with_braces(content, inputs) });
                continue;
            }
            other => {
                all.push(other.clone());
                continue;
            }
        };
        match all.last_mut() {
            Some(Inline::Text { text: before }) => before.push_str(&text),
            _ => all.push(Inline::Text { text }),
        }
    }
    all
}

fn gap(text: &str, hint: Option<&str>) -> String {
    // The first two colons in a row part the words from the hint.
    let space = if text.ends_with(':') { " " } else { "" };
    match hint {
        Some(hint) => format!("{{{{{text}{space}::{hint}}}}}"),
        None => format!("{{{{{text}}}}}"),
    }
}
