//! A prompt as it is shown: its numbers drawn, and the gap that is asked for open or filled.

use std::borrow::Cow;

use crate::deck::{Block, Card, Drawn, Inline};

/// A prompt with nothing left to be filled in but the gap that is asked for.
pub(super) struct Shown<'a> {
    pub(super) title: Cow<'a, [Inline]>,
    pub(super) quote: Cow<'a, [Block]>,
}

/// The prompt of a card. The gap keeps its text only if the answer is shown.
pub(super) fn shown<'a>(card: &'a Card, drawn: &Drawn, is_revealed: bool) -> Shown<'a> {
    let prompt = &card.prompt;
    if card.gap.is_none() && card.number().is_none_or(|number| number.inputs.is_empty()) {
        return Shown { title: Cow::Borrowed(&prompt.title), quote: Cow::Borrowed(&prompt.quote) };
    }
    let mut filler = Filler { card, drawn, is_revealed, n_gaps: 0 };
    let title = filler.inlines(&prompt.title);
    Shown { title: Cow::Owned(title), quote: Cow::Owned(filler.blocks(&prompt.quote)) }
}

struct Filler<'a> {
    card: &'a Card,
    drawn: &'a Drawn,
    is_revealed: bool,
    /// The gaps passed so far.
    n_gaps: usize,
}

impl Filler<'_> {
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

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        let mut filled = Vec::with_capacity(inlines.len());
        for inline in inlines {
            filled.push(match inline {
                Inline::Gap { text, hint } => self.gap(text, hint.as_ref()),
                Inline::Input { name } => self.input(name),
                Inline::Emphasis { content } => Inline::Emphasis { content: self.inlines(content) },
                Inline::Strong { content } => Inline::Strong { content: self.inlines(content) },
                Inline::Strikethrough { content } => Inline::Strikethrough { content: self.inlines(content) },
                other => other.clone(),
            });
        }
        filled
    }

    fn gap(&mut self, text: &str, hint: Option<&String>) -> Inline {
        let is_asked = self.card.gap == Some(self.n_gaps);
        self.n_gaps += 1;
        match (is_asked, self.is_revealed) {
            (false, _) => Inline::Text { text: text.to_owned() },
            (true, true) => Inline::Gap { text: text.to_owned(), hint: None },
            (true, false) => Inline::Gap { text: String::new(), hint: hint.cloned() },
        }
    }

    fn input(&self, name: &str) -> Inline {
        let number = self.card.number();
        let text = number.and_then(|number| number.text_of(name, self.drawn));
        Inline::Text { text: text.unwrap_or_else(|| name.to_owned()) }
    }
}
