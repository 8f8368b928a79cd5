//! A deck's text to a [`Deck`]: what each heading, list and quote means.
//!
//! ```text
//! deck    = [front matter] about topic*          (cards may stand before the first topic)
//! topic   = "# " title, about, card*
//! card    = "## " prompt, [quote], passage, section*
//! passage = headline, [task], notes              (in a step or a variant the task is points)
//! task    = points | choice | "= " accepted answers | "= " number or formula
//! points  = a bullet list (any order) or a numbered list (ranked)
//! point   = "**Title**: detail" | "Title: detail" | "Title", with nested "also: a, b"
//! choice  = a task list: "[x] right -- feedback", "[ ] wrong -- feedback"
//! section = "### " Hint | Mnemonic | Pitfalls | Weak answer | Strong answer
//!         | "### Step 1: " title, passage | "### Variant: " title, passage | "### " any title
//! ```

mod answer;
mod card;
mod check;
mod choice;
mod former;
mod front_matter;
mod grid;
mod markdown;
mod point;
mod prompt;
mod section;

pub(crate) use prompt::lasting_text;

use std::borrow::Cow;

use super::by_key::settle_ids;
use super::id::{DeckId, slug};
use super::issue::{Issue, Issues, excerpt};
use super::model::{Card, Deck, Topic};
use super::rich::{Block, plain_text};
use front_matter::FrontMatter;
use markdown::{Heading, Located, Piece};
use section::SectionPlace;

impl Deck {
    /// Reads a deck. It always succeeds: faults are collected, and the good cards stay usable.
    ///
    /// `name` is the title of a deck that has none, usually its file's name.
    ///
    /// ```
    /// use greenroom::deck::Deck;
    ///
    /// let text = "# Launches\n\n## What ends a launch?\n\nThe metric, not the release.\n\n##\n";
    /// let (deck, issues) = Deck::parse(text, "launches.md");
    /// assert_eq!(deck.title, "Launches");
    /// assert_eq!(deck.cards[0].id.0, "launches/what-ends-a-launch");
    /// assert_eq!(
    ///     issues[0].to_string(),
    ///     "7:1: card without a prompt: write the question after the ##; the card is left out",
    /// );
    /// ```
    pub fn parse(text: &str, name: &str) -> (Deck, Vec<Issue>) {
        let Reading { deck, issues, .. } = Reading::of(text, name, None);
        (deck, issues)
    }
}

/// What was read in a deck's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The deck.
    pub deck: Deck,
    /// The line of each card's heading, counted from 1.
    pub lines: Vec<usize>,
    /// The faults of the text.
    pub issues: Vec<Issue>,
}

impl Reading {
    /// Reads a deck. If its `former` text is given too, cards that would lose their history are faults.
    ///
    /// ```
    /// use greenroom::deck::{Deck, Reading};
    ///
    /// let (former, _) = Deck::parse("## What is churn?\n\nCustomers who leave.\n", "");
    /// let renamed = "## What does churn mean?\n\nCustomers who leave.\n";
    /// let reading = Reading::of(renamed, "", Some(&former));
    /// assert_eq!(
    ///     reading.issues[0].to_string(),
    ///     "1:1: `what-does-churn-mean`, which was `what-is-churn` before: write {#what-does-churn-mean \
    ///      was=what-is-churn} after the heading, so that it keeps its history",
    /// );
    /// ```
    pub fn of(text: &str, name: &str, former: Option<&Deck>) -> Self {
        let text = one_line_end(text.strip_prefix('\u{feff}').unwrap_or(text));
        let text = text.as_ref();
        let mut issues = Issues::new(text);
        let matter = FrontMatter::read(text, &mut issues);
        let pieces = markdown::read(text, matter.end, &mut issues);
        let mut builder = Builder::new(text, &mut issues);
        builder.front_matter(&matter);
        for piece in pieces {
            builder.piece(piece);
        }
        let (deck, at) = builder.finish(name, former);
        let lines = at.into_iter().map(|at| issues.line(at)).collect();
        Reading { deck, lines, issues: issues.finish() }
    }
}

/// Lines end as systems will have it; here they end in one way.
fn one_line_end(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Where the next piece belongs.
#[derive(Clone, Copy)]
enum Place {
    /// Before the first heading.
    Deck,
    /// Under a topic's heading.
    Topic,
    /// In a card, before its first section.
    Card,
    /// In a section of a card.
    Section(SectionPlace),
    /// Under a heading that could not be used.
    Nowhere,
}

struct Builder<'a, 't> {
    text: &'t str,
    issues: &'a mut Issues<'t>,
    deck: Deck,
    place: Place,
    facet_names: Vec<String>,
    /// The card in hand, its braces read.
    card: Option<Card>,
    braces: prompt::Braces,
    /// Where the heading of the card in hand stands.
    card_at: usize,
    /// Where its last section and its last step stand.
    section_at: usize,
    stage_at: usize,
    /// Byte offsets of the topics and the cards, in step with those of the deck.
    topics_at: Vec<usize>,
    cards_at: Vec<usize>,
    has_title: bool,
    has_title_heading: bool,
    /// Whether the answer of the card in hand could not be read.
    has_bad_answer: bool,
    /// Whether the passage in hand has its points, or the card its task.
    has_task: bool,
}

impl<'a, 't> Builder<'a, 't> {
    fn new(text: &'t str, issues: &'a mut Issues<'t>) -> Self {
        Builder {
            text,
            issues,
            deck: Deck::default(),
            place: Place::Deck,
            facet_names: Vec::new(),
            card: None,
            braces: prompt::Braces::default(),
            card_at: 0,
            section_at: 0,
            stage_at: 0,
            topics_at: Vec::new(),
            cards_at: Vec::new(),
            has_title: false,
            has_title_heading: false,
            has_bad_answer: false,
            has_task: false,
        }
    }

    fn front_matter(&mut self, matter: &FrontMatter) {
        let text = |key| matter.get(key).map(|(value, _)| value.to_owned());
        if let Some(title) = text("title") {
            self.deck.title = title;
            self.has_title = true;
        }
        self.deck.id = DeckId(text("id").unwrap_or_default());
        self.deck.language = text("language").unwrap_or_default();
        self.deck.author = text("author");
        self.deck.license = text("license");
        self.deck.facets = grid::facets(matter, self.issues);
        self.facet_names = grid::names(&self.deck.facets);
        if let Some((minutes, at)) = matter.get("minutes") {
            self.deck.minutes = minutes.parse().ok().filter(|minutes| (1..=600).contains(minutes));
            if self.deck.minutes.is_none() {
                let found = format!("minutes `{}`", excerpt(minutes));
                self.issues.add(at, found, "write a whole number from 1 to 600");
            }
        }
    }

    fn piece(&mut self, piece: Located<Piece>) {
        let Located { at, end, it } = piece;
        match it {
            Piece::Heading(heading) => match heading.level {
                1 => self.topic(heading, at),
                2 => self.card(heading, at, end),
                3 if self.card.is_some() => self.section(heading, at),
                3 => {
                    if !matches!(self.place, Place::Nowhere) {
                        let found =
                            format!("`### {}` outside a card", excerpt(&plain_text(&heading.content)));
                        self.issues.add(at, found, "put it below a ## heading; it is shown as text");
                    }
                    self.block(Block::Heading { content: heading.content });
                }
                _ => self.block(Block::Heading { content: heading.content }),
            },
            Piece::Block(block) => {
                self.check_headings(at, end);
                if !self.typed_answer(&block, at, end) {
                    self.block(block);
                }
            }
            Piece::List { start, items } => self.list(start, items, at),
        }
    }

    fn topic(&mut self, heading: Heading, at: usize) {
        self.finish_card();
        self.check_attributes(&heading, at);
        let title = plain_text(&heading.content);
        if title.trim().is_empty() {
            self.issues.add(at, "topic without a title", "write its title after the #");
        }
        if !self.has_title && self.deck.title.is_empty() {
            self.deck.title.clone_from(&title);
        }
        let (id, was) = names(&heading);
        let short = heading.attributes.iter().find(|(key, _)| key == "short");
        let short = short.map(|(_, value)| value.replace('_', " ")).filter(|short| !short.is_empty());
        let id = id.unwrap_or_else(|| name(&title, "topic"));
        self.deck.topics.push(Topic { title, id, was, short, about: Vec::new() });
        self.topics_at.push(at);
        self.place = Place::Topic;
    }

    /// `##What` is no heading: Markdown wants a space.
    fn check_headings(&mut self, at: usize, end: usize) {
        let text = self.text;
        let mut place = at;
        for line in text.get(at..end).unwrap_or("").split_inclusive('\n') {
            let rest = line.trim_start_matches('#');
            if (2..=3).contains(&(line.len() - rest.len())) && rest.starts_with(char::is_alphanumeric) {
                let found = format!("`{}`", excerpt(line));
                self.issues.add(place, found, "write a space after the # signs to make it a heading");
            }
            place += line.len();
        }
    }

    /// What stands in braces at the end of a heading is taken off it.
    fn check_attributes(&mut self, heading: &Heading, at: usize) {
        let is_known = |key: &str| matches!(key, "was" | "short" | "strictness");
        let unknown = heading.attributes.iter().find(|(key, _)| !is_known(key));
        if let Some((key, _)) = unknown {
            self.issues.add(
                at,
                format!("`{{… {} …}}` at the end of a heading", excerpt(key)),
                "braces there hold {#id was=old}; put words of the prompt in `backticks` or move them",
            );
        }
    }

    fn finish(mut self, name: &str, former: Option<&Deck>) -> (Deck, Vec<usize>) {
        self.finish_card();
        let by_key = settle_ids(&mut self.deck.cards, &self.cards_at, self.issues);
        check::check_cards(&self.deck.cards, &self.cards_at, &by_key, self.issues);
        if let Some(former) = former {
            former::check(former, &self.deck.cards, &self.cards_at, self.issues);
        }
        self.settle_title(name);
        if !self.deck.facets.is_empty() {
            grid::check(&self.deck, &self.topics_at, &self.cards_at, self.issues);
        }
        if self.deck.id.0.is_empty() {
            self.deck.id = DeckId(slug(&self.deck.title));
        }
        if self.deck.cards.is_empty() {
            let advice = match self.deck.topics.is_empty() && !self.has_title_heading {
                true => "write a question as a heading: `## What is …?`",
                false => "a # heading is a topic: write a question with two, as in `## What is …?`",
            };
            self.issues.add(0, "a deck without cards", advice);
        }
        (self.deck, self.cards_at)
    }

    /// Without front matter the title is the first heading or the file's name. A heading that only
    /// gives the title, with nothing but other topics after it or no other topic at all, is no topic.
    fn settle_title(&mut self, name: &str) {
        if self.deck.title.trim().is_empty() {
            self.deck.title = name.trim_end_matches(".md").to_owned();
        }
        let first_is_only = self.deck.topics.len() == 1;
        let first_has_cards = self.deck.cards.iter().any(|card| card.topic == Some(0));
        let is_grid = self.deck.cards.iter().any(|card| card.facet.is_some());
        let is_topic = self.has_title || self.deck.topics.is_empty();
        if is_topic || (first_has_cards && (is_grid || !first_is_only)) {
            return;
        }
        let title = self.deck.topics.remove(0);
        self.has_title_heading = true;
        self.topics_at.remove(0);
        self.deck.about.extend(title.about);
        for card in &mut self.deck.cards {
            card.topic = card.topic.and_then(|topic| topic.checked_sub(1));
        }
    }
}

/// More names than anything has had.
const MOST_NAMES: usize = 20;

/// The `{#id}` of a heading and its `was=`, of which there may be several.
fn names(heading: &Heading) -> (Option<String>, Vec<String>) {
    let was = heading.attributes.iter().filter(|(key, _)| key == "was");
    let was = was.map(|(_, value)| value.trim_start_matches('#').to_owned());
    let mut names: Vec<String> = Vec::new();
    for was in was.filter(|was| !was.is_empty()).take(MOST_NAMES) {
        if !names.contains(&was) {
            names.push(was);
        }
    }
    (heading.id.clone(), names)
}

/// `slug`, or a stand-in for a title without a letter or digit.
fn name(title: &str, stand_in: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { stand_in.to_owned() } else { slug }
}
