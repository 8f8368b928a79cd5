//! A card as plain lines: what is kept of it to tell later what has changed.

use super::model::{Card, Passage, Points, Task, Variant};
use super::rich::{Block, blocks_text, plain_text};

impl Card {
    /// What it asks and answers, a part to a line, without hints and without markup. Of a calculation it has the numbers of
    /// the first showing, so that it is the same each time.
    ///
    /// ```
    /// use greenroom::deck::Deck;
    ///
    /// let (deck, _) = Deck::parse("## What is *churn*?\n\n- **Leaving**: within a month\n", "");
    /// assert_eq!(deck.cards[0].text(), "What is churn?\nLeaving\nwithin a month");
    /// ```
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&plain_text(&self.prompt.title));
        lines.blocks(&self.prompt.quote);
        lines.blocks(&self.headline);
        match &self.task {
            Task::Recall => {}
            Task::Points(points) => lines.points(points),
            Task::Choice(options) => options.iter().for_each(|option| lines.push(&plain_text(&option.text))),
            Task::Short(accepted) => lines.push(&accepted.join(" | ")),
            Task::Number(number) => {
                lines.push(&number.worked(&number.draw(0)).unwrap_or_default());
                lines.push(&number.unit);
            }
        }
        lines.blocks(&self.notes);
        lines.variants(&self.variants);
        for stage in &self.stages {
            lines.push(&plain_text(&stage.title));
            lines.passage(&stage.passage);
            lines.variants(&stage.variants);
        }
        lines.blocks(&self.pitfalls);
        for section in &self.sections {
            lines.push(&plain_text(&section.title));
            lines.blocks(&section.content);
        }
        lines.0
    }
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() && !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.push(&blocks_text(blocks));
    }

    fn points(&mut self, points: &Points) {
        for point in &points.items {
            self.push(&plain_text(&point.title));
            self.blocks(&point.detail);
        }
    }

    fn passage(&mut self, passage: &Passage) {
        self.blocks(&passage.headline);
        self.points(&passage.points);
        self.blocks(&passage.notes);
    }

    fn variants(&mut self, variants: &[Variant]) {
        for variant in variants {
            self.push(&plain_text(&variant.title));
            self.passage(&variant.passage);
        }
    }
}
