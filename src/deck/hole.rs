//! The places of a prompt that are filled in when it is shown: gaps and inputs.

use super::model::Prompt;
use super::rich::{Block, Inline};

/// A place to be filled in.
pub(crate) enum Hole<'a> {
    /// Words that are asked for.
    Gap {
        /// Which of the gaps of the prompt it is, counted from 0.
        number: usize,
        text: &'a str,
        hint: Option<&'a String>,
    },
    /// A number that is drawn, by its name.
    Input(&'a str),
}

impl Prompt {
    /// The words of its gaps.
    pub(crate) fn gaps(&self) -> Vec<String> {
        let mut gaps = Vec::new();
        self.filled(&mut |hole| {
            if let Hole::Gap { text, .. } = hole {
                gaps.push(text.to_owned());
            }
            Inline::Break
        });
        gaps
    }

    /// The prompt with what `fill` puts into each hole. They come in the order of the text.
    pub(crate) fn filled(&self, fill: &mut dyn FnMut(Hole<'_>) -> Inline) -> Prompt {
        let mut filler = Filler { fill, n_gaps: 0 };
        Prompt { title: filler.inlines(&self.title), quote: filler.blocks(&self.quote) }
    }
}

struct Filler<'f> {
    fill: &'f mut dyn FnMut(Hole<'_>) -> Inline,
    /// The gaps passed so far.
    n_gaps: usize,
}

impl Filler<'_> {
    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        let mut filled = Vec::with_capacity(inlines.len());
        for inline in inlines {
            filled.push(match inline {
                Inline::Gap { text, hint } => {
                    let number = self.n_gaps;
                    self.n_gaps += 1;
                    (self.fill)(Hole::Gap { number, text, hint: hint.as_ref() })
                }
                Inline::Input { name } => (self.fill)(Hole::Input(name)),
                Inline::Emphasis { content } => Inline::Emphasis { content: self.inlines(content) },
                Inline::Strong { content } => Inline::Strong { content: self.inlines(content) },
                Inline::Strikethrough { content } => Inline::Strikethrough { content: self.inlines(content) },
                other => other.clone(),
            });
        }
        filled
    }

    /// The same in blocks, as deep as the parser reads braces.
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        let mut filled = Vec::with_capacity(blocks.len());
        for block in blocks {
            filled.push(match block {
                Block::Paragraph { content } => Block::Paragraph { content: self.inlines(content) },
                Block::Heading { content } => Block::Heading { content: self.inlines(content) },
                Block::Quote { content } => Block::Quote { content: self.blocks(content) },
                Block::List { start, items } => {
                    let mut items = items.clone();
                    for item in &mut items {
                        item.content = self.blocks(&item.content);
                    }
                    Block::List { start: *start, items }
                }
                other => other.clone(),
            });
        }
        filled
    }
}
