//! A card: its heading, its answer and its sections.

use super::{attributes, block, heading, inline, list, name, push, underlined};
use crate::deck::id::CardId;
use crate::deck::model::{Card, Deck, HelpKind, Passage, Points, Stage, Strictness, Task, Topic, Variant};
use crate::deck::number::{Input, Number};
use crate::deck::parse::lasting_text;
use crate::deck::rich::{Block, Inline, ListItem};

pub(super) struct Printer<'a> {
    pub(super) deck: &'a Deck,
    pub(super) card: &'a Card,
    pub(super) topic: Option<&'a Topic>,
    pub(super) out: &'a mut String,
}

impl Printer<'_> {
    /// `next` is the card that follows, which may ask for another gap of the same prompt.
    pub(super) fn print(mut self, next: Option<&Card>) {
        let card = self.card;
        let inputs: &[Input] = card.number().map_or(&[], |number| &number.inputs);
        let heading = self.heading(next, inputs);
        push(&heading, self.out);
        if !card.prompt.quote.is_empty() {
            push(&block::quote(&block::blocks(&card.prompt.quote, inputs)), self.out);
        }
        self.answer();
        self.variants(&card.variants);
        for (stage, number) in card.stages.iter().zip(1_usize..) {
            self.stage(stage, number);
        }
        for rung in &card.help {
            let title = match rung.kind {
                HelpKind::Hint => "Hint",
                HelpKind::Mnemonic => "Mnemonic",
            };
            self.section(&[list::text(title)], &rung.content);
        }
        if !card.pitfalls.is_empty() {
            let is_reckoned = card.number().is_some_and(|number| !number.mistakes.is_empty());
            let title = if is_reckoned { "Common mistakes" } else { "Pitfalls" };
            self.section(&[list::text(title)], &card.pitfalls);
        }
        for section in &card.sections {
            self.section(&section.title, &section.content);
        }
    }

    fn heading(&self, next: Option<&Card>, inputs: &[Input]) -> String {
        let facet = self.card.facet.and_then(|facet| self.deck.facets.get(facet));
        let (text, said) = match facet {
            Some(facet) => (inline::text(&facet.name), facet.name.clone()),
            None => {
                let title = &self.card.prompt.title;
                (inline::lines(title, inputs), lasting_text(title))
            }
        };
        let attributes = self.attributes(next, &name(&said, "card"));
        if !text.contains('\n') {
            return heading("##", &text, &attributes);
        }
        underlined(&text, &attributes)
    }

    /// The card's names, as far as they do not follow from its heading. `name` is what its heading makes of it.
    fn attributes(&self, next: Option<&Card>, name: &str) -> String {
        let id = self.id(next);
        let derived = CardId::within(self.topic.map(|topic| topic.id.as_str()), name);
        let former = self.topic.into_iter().flat_map(|topic| &topic.was);
        let former: Vec<_> = former.map(|was| CardId::within(Some(was), name)).collect();
        let was = self.card.was.strip_suffix(former.as_slice()).filter(|_| id == derived.0);
        let id = if was.is_some() { None } else { Some(id.as_str()) };
        let was = was.unwrap_or(&self.card.was);
        let strictness = Some(self.card.strictness).filter(|strictness| *strictness != Strictness::default());
        let strictness = strictness.map(|strictness| ("strictness", strictness.name().to_owned()));
        attributes(id, was.iter().map(|was| was.0.as_str()), strictness)
    }

    /// The name that its heading must have. Of the cards of one prompt the parser numbers the names, and it numbers
    /// those that are taken: then the one before both is wanted.
    fn id(&self, next: Option<&Card>) -> String {
        let id = &self.card.id.0;
        let Some(second) = next.filter(|next| self.card.gap == Some(0) && next.gap == Some(1)) else {
            return id.clone();
        };
        let second = second.id.0.as_str();
        if second.strip_suffix("/2") == Some(id) {
            return id.clone();
        }
        let unnumbered = second.trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix('-');
        let base = second.strip_suffix("/2").or_else(|| unnumbered?.strip_suffix("/2"));
        base.unwrap_or(id).to_owned()
    }

    fn answer(&mut self) {
        let card = self.card;
        let list = match &card.task {
            Task::Points(points) => list::points(points),
            Task::Choice(options) => list::choice(options),
            task => {
                push(&block::blocks(&card.headline, &[]), self.out);
                match task {
                    Task::Short(accepted) => push(&short(accepted), self.out),
                    Task::Number(number) => push(&format!("= {number}"), self.out),
                    // An answer that could not be read parts the headline from the notes.
                    _ if !card.notes.is_empty() => push("= |", self.out),
                    _ => {}
                }
                push(&block::blocks(&card.notes, &[]), self.out);
                return;
            }
        };
        let blocks = [card.headline.as_slice(), &[list], &card.notes].concat();
        push(&block::blocks(&blocks, &[]), self.out);
    }

    fn stage(&mut self, stage: &Stage, number: usize) {
        let mut title = vec![list::text(&format!("Step {number}: "))];
        list::join(&mut title, &stage.title);
        if let Some(minutes) = stage.minutes {
            let space = if stage.title.is_empty() { "" } else { " " };
            list::join(&mut title, &[list::text(&format!("{space}({minutes} min)"))]);
        }
        self.section(&title, &blocks_of(&stage.passage));
        self.variants(&stage.variants);
    }

    fn variants(&mut self, variants: &[Variant]) {
        for variant in variants {
            let mut title = vec![list::text("Variant: ")];
            list::join(&mut title, &variant.title);
            self.section(&title, &blocks_of(&variant.passage));
        }
    }

    fn section(&mut self, title: &[Inline], content: &[Block]) {
        push(&heading("###", &inline::lines(title, &[]), ""), self.out);
        let content = block::blocks(content, &[]);
        if !content.is_empty() {
            self.out.push_str(&content);
            self.out.push('\n');
        }
    }
}

fn blocks_of(passage: &Passage) -> Vec<Block> {
    let Passage { headline, points, notes } = passage;
    let list = match points {
        Points { items, .. } if !items.is_empty() => Some(list::points(points)),
        // A list without a point parts the headline from the notes.
        _ if !notes.is_empty() => Some(Block::List { start: None, items: vec![ListItem::default()] }),
        _ => None,
    };
    headline.iter().cloned().chain(list).chain(notes.iter().cloned()).collect()
}

/// `= a | b`
fn short(accepted: &[String]) -> String {
    let mut answer = String::new();
    for (index, accepted) in accepted.iter().enumerate() {
        answer.push_str(if index > 0 { " | " } else { " " });
        let mut chars = accepted.chars();
        while let Some(c) = chars.next() {
            let is_escape = || chars.as_str().chars().next().is_none_or(|next| next.is_ascii_punctuation());
            if c == '|' || c == '\\' && is_escape() {
                answer.push('\\');
            }
            answer.push(c);
        }
    }
    // An empty second answer keeps the first from being read as a number.
    let end = if Number::read(&answer, Vec::new()).is_ok() { " |" } else { "" };
    format!("={answer}{end}")
}
