//! A prompt as it is shown once: its inputs drawn, and its gaps filled but for the one that is asked for.

use crate::deck::{Block, Drawn, Inline, Number, Prompt};

pub(super) struct Filler<'a> {
    drawn: Option<(&'a Number, Drawn)>,
    /// The gap that stays open. Without one all stay as they are.
    asked: Option<usize>,
    /// How many gaps were passed.
    n_gaps: usize,
}

impl<'a> Filler<'a> {
    pub(super) fn new(number: Option<&'a Number>, asked: Option<usize>) -> Self {
        Filler { drawn: number.map(|number| (number, number.draw(0))), asked, n_gaps: 0 }
    }

    pub(super) fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Inline {
        match inline {
            Inline::Emphasis { content } => Inline::Emphasis { content: self.inlines(content) },
            Inline::Strong { content } => Inline::Strong { content: self.inlines(content) },
            Inline::Strikethrough { content } => Inline::Strikethrough { content: self.inlines(content) },
            Inline::Gap { text, hint } => {
                let place = self.n_gaps;
                self.n_gaps += 1;
                match self.asked {
                    None => inline.clone(),
                    Some(asked) if asked == place => {
                        Inline::Text { text: format!("[{}]", hint.as_deref().unwrap_or("…")) }
                    }
                    Some(_) => Inline::Text { text: text.clone() },
                }
            }
            Inline::Input { name } => {
                let drawn = self.drawn.as_ref().and_then(|(number, drawn)| number.text_of(name, drawn));
                Inline::Text { text: drawn.unwrap_or_else(|| name.clone()) }
            }
            other => other.clone(),
        }
    }

    /// The same in blocks, as deep as the parser reads braces.
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Block {
        match block {
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
        }
    }
}

/// The words of a gap.
pub(super) fn gap_of(prompt: &Prompt, gap: usize) -> Option<String> {
    let mut gaps = Vec::new();
    push_gaps(&prompt.title, &mut gaps);
    push_gaps_of_blocks(&prompt.quote, &mut gaps);
    gaps.get(gap).map(|words| (*words).to_owned())
}

fn push_gaps<'a>(inlines: &'a [Inline], gaps: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Gap { text, .. } => gaps.push(text),
            Inline::Emphasis { content } | Inline::Strong { content } | Inline::Strikethrough { content } => {
                push_gaps(content, gaps);
            }
            _ => {}
        }
    }
}

fn push_gaps_of_blocks<'a>(blocks: &'a [Block], gaps: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content } => push_gaps(content, gaps),
            Block::Quote { content } => push_gaps_of_blocks(content, gaps),
            Block::List { items, .. } => {
                items.iter().for_each(|item| push_gaps_of_blocks(&item.content, gaps));
            }
            _ => {}
        }
    }
}
