//! A deck's text to a [`Deck`]: what each heading, list and quote means.
//!
//! ```text
//! deck    = [front matter] about topic*          (cards may stand before the first topic)
//! topic   = "# " title, about, card*
//! card    = "## " prompt, [quote], headline, [points], notes, section*
//! points  = a bullet list (any order) or a numbered list (ranked)
//! point   = "**Title**: detail" | "Title: detail" | "Title", with nested "also: a, b"
//! section = "### " Hint | Mnemonic | Pitfalls | Weak answer | Strong answer | any title
//! ```

use super::by_key::settle_ids;
use super::check::check_cards;
use super::front_matter::FrontMatter;
use super::id::{CardId, DeckId, slug};
use super::issue::{Issue, Issues, excerpt};
use super::markdown::{self, Heading, Located, Piece, unlocated};
use super::model::{
    Card, Deck, HelpKind, Point, PointOrder, Points, Prompt, Rung, Section, SectionKind, Topic,
};
use super::point;
use super::rich::{Block, Inline, ListItem, plain_text};

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
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut issues = Issues::new(text);
        let matter = FrontMatter::read(text, &mut issues);
        let pieces = markdown::read(text, matter.end, &mut issues);
        let mut builder = Builder::new(&mut issues);
        builder.front_matter(&matter);
        for piece in pieces {
            builder.piece(piece);
        }
        let deck = builder.finish(name);
        (deck, issues.finish())
    }
}

/// Where the next piece belongs.
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

/// The part of a card that a section feeds.
#[derive(Clone, Copy)]
enum SectionPlace {
    Help(HelpKind),
    Pitfalls,
    Fold(SectionKind),
}

impl SectionPlace {
    fn of(title: &str) -> Self {
        match title.trim().to_ascii_lowercase().as_str() {
            "hint" => Self::Help(HelpKind::Hint),
            "mnemonic" => Self::Help(HelpKind::Mnemonic),
            "pitfalls" | "common mistakes" => Self::Pitfalls,
            "weak answer" => Self::Fold(SectionKind::Weak),
            "strong answer" => Self::Fold(SectionKind::Strong),
            _ => Self::Fold(SectionKind::Plain),
        }
    }
}

/// A topic's names: cards without an id of their own take theirs from it.
#[derive(Default)]
struct TopicNames {
    id: Option<String>,
    was: Vec<String>,
}

struct Builder<'a, 't> {
    issues: &'a mut Issues<'t>,
    deck: Deck,
    place: Place,
    topic: TopicNames,
    /// Byte offsets of the cards, in step with `deck.cards`.
    cards_at: Vec<usize>,
    has_title: bool,
    /// Whether a list has already become the points of the card in hand.
    has_points: bool,
}

impl<'a, 't> Builder<'a, 't> {
    fn new(issues: &'a mut Issues<'t>) -> Self {
        Builder {
            issues,
            deck: Deck::default(),
            place: Place::Deck,
            topic: TopicNames::default(),
            cards_at: Vec::new(),
            has_title: false,
            has_points: false,
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
        self.deck.license = text("license");
        if let Some(at) = matter.place("facets") {
            self.issues.add(at, "facets", "grids are not read yet: each heading becomes a card of its own");
        }
        if let Some((minutes, at)) = matter.get("minutes") {
            self.deck.minutes = minutes.parse().ok().filter(|minutes| (1..=600).contains(minutes));
            if self.deck.minutes.is_none() {
                let found = format!("minutes `{}`", excerpt(minutes));
                self.issues.add(at, found, "write a whole number from 1 to 600");
            }
        }
    }

    fn piece(&mut self, piece: Located<Piece>) {
        let Located { at, it } = piece;
        match it {
            Piece::Heading(heading) => match heading.level {
                1 => self.topic(heading, at),
                2 => self.card(heading, at),
                3 if self.is_in_card() => self.section(&heading, at),
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
                self.check_answer(&block, at);
                self.block(block);
            }
            Piece::List { start, items } => self.list(start, items, at),
        }
    }

    fn is_in_card(&self) -> bool {
        matches!(self.place, Place::Card | Place::Section(_))
    }

    fn topic(&mut self, heading: Heading, at: usize) {
        self.check_attributes(&heading, at);
        let title = plain_text(&heading.content);
        if title.trim().is_empty() {
            self.issues.add(at, "topic without a title", "write its title after the #");
        }
        if !self.has_title && self.deck.title.is_empty() {
            self.deck.title.clone_from(&title);
        }
        let (id, was) = names(&heading);
        self.topic = TopicNames { id: Some(id.unwrap_or_else(|| name(&title, "topic"))), was };
        self.deck.topics.push(Topic { title, about: Vec::new() });
        self.place = Place::Topic;
    }

    fn card(&mut self, heading: Heading, at: usize) {
        self.has_points = false;
        let title = plain_text(&heading.content);
        if title.trim().is_empty() {
            self.issues.add(
                at,
                "card without a prompt",
                "write the question after the ##; the card is left out",
            );
            self.place = Place::Nowhere;
            return;
        }
        self.check_attributes(&heading, at);
        let (id, was) = self.card_ids(&heading, &title);
        let card = Card {
            id,
            was,
            topic: self.deck.topics.len().checked_sub(1),
            prompt: Prompt { title: heading.content, quote: Vec::new() },
            line: self.issues.line(at),
            ..Card::default()
        };
        self.deck.cards.push(card);
        self.cards_at.push(at);
        self.place = Place::Card;
    }

    /// What stands in braces at the end of a heading is taken off it.
    fn check_attributes(&mut self, heading: &Heading, at: usize) {
        let unknown = heading.attributes.iter().find(|(key, _)| !matches!(key.as_str(), "was" | "short"));
        if let Some((key, _)) = unknown {
            self.issues.add(
                at,
                format!("`{{… {} …}}` at the end of a heading", excerpt(key)),
                "braces there hold {#id was=old}; put words of the prompt in `backticks` or move them",
            );
        }
    }

    /// The card's name and the names it had before.
    fn card_ids(&self, heading: &Heading, title: &str) -> (CardId, Vec<CardId>) {
        let (id, was) = names(heading);
        let is_explicit = id.is_some();
        let within = |topic: Option<&String>, name: &str| match topic {
            Some(topic) => CardId(format!("{topic}/{name}")),
            None => CardId(name.to_owned()),
        };
        let name = name(title, "card");
        let mut before: Vec<_> = was.into_iter().map(CardId).collect();
        if !is_explicit {
            before.extend(self.topic.was.iter().map(|topic| within(Some(topic), &name)));
        }
        let id = id.map_or_else(|| within(self.topic.id.as_ref(), &name), CardId);
        (id, before)
    }

    fn section(&mut self, heading: &Heading, at: usize) {
        let title = plain_text(&heading.content);
        if title.trim().is_empty() {
            self.issues.add(at, "section without a title", "write its title after the ###");
        }
        let place = SectionPlace::of(&title);
        if let Some(card) = self.deck.cards.last_mut() {
            match place {
                SectionPlace::Help(kind) => card.help.push(Rung { kind, content: Vec::new() }),
                SectionPlace::Fold(kind) => {
                    card.sections.push(Section { kind, title: heading.content.clone(), content: Vec::new() })
                }
                SectionPlace::Pitfalls => {}
            }
        }
        self.place = Place::Section(place);
    }

    fn list(&mut self, start: Option<u32>, items: Vec<Located<ListItem>>, at: usize) {
        let in_card = matches!(self.place, Place::Card);
        if !in_card || self.has_points {
            if in_card {
                self.issues.add(
                    at,
                    "a second list in the answer",
                    "join it to the first, or put it below a ### heading; it is shown, but its items are \
                     not key points",
                );
            }
            self.block(Block::List { start, items: unlocated(items) });
            return;
        }
        self.has_points = true;
        if items.iter().any(|item| item.it.checked.is_some()) {
            self.issues.add(at, "a list of choices", "choices are not read yet: each becomes a key point");
        }
        let order = if start.is_some() { PointOrder::Ranked } else { PointOrder::Any };
        let items = items.into_iter().filter_map(|item| self.point(item)).collect();
        if let Some(card) = self.deck.cards.last_mut() {
            card.points = Points { order, items };
        }
    }

    fn point(&mut self, item: Located<ListItem>) -> Option<Point> {
        let point = point::read(item.it.content);
        if plain_text(&point.title).trim().is_empty() {
            self.issues.add(
                item.at,
                "key point without a title",
                "begin it with a few words; it is left out",
            );
            return None;
        }
        Some(point)
    }

    /// `= 42` is not read yet.
    fn check_answer(&mut self, block: &Block, at: usize) {
        if let (Place::Card, Block::Paragraph { content }) = (&self.place, block)
            && let Some(Inline::Text { text }) = content.first()
            && text.starts_with("= ")
        {
            self.issues.add(
                at,
                format!("`{}`", excerpt(text)),
                "typed answers are not read yet: it is shown as text",
            );
        }
    }

    /// Puts a block where it belongs.
    fn block(&mut self, block: Block) {
        let has_points = self.has_points;
        let home = match (&self.place, self.deck.cards.last_mut(), self.deck.topics.last_mut()) {
            (Place::Deck, ..) => &mut self.deck.about,
            (Place::Topic, _, Some(topic)) => &mut topic.about,
            (Place::Card, Some(card), _) => match block {
                Block::Quote { content } if is_directly_below(card) => {
                    card.prompt.quote = content;
                    return;
                }
                _ if has_points => &mut card.notes,
                _ => &mut card.headline,
            },
            (Place::Section(place), Some(card), _) => match place {
                SectionPlace::Pitfalls => &mut card.pitfalls,
                SectionPlace::Help(_) => match card.help.last_mut() {
                    Some(rung) => &mut rung.content,
                    None => return,
                },
                SectionPlace::Fold(_) => match card.sections.last_mut() {
                    Some(section) => &mut section.content,
                    None => return,
                },
            },
            _ => return,
        };
        home.push(block);
    }

    fn finish(mut self, name: &str) -> Deck {
        let by_key = settle_ids(&mut self.deck.cards, &self.cards_at, self.issues);
        check_cards(&self.deck.cards, &self.cards_at, &by_key, self.issues);
        self.settle_title(name);
        if self.deck.id.0.is_empty() {
            self.deck.id = DeckId(slug(&self.deck.title));
        }
        if self.deck.cards.is_empty() {
            self.issues.add(0, "a deck without cards", "write a question as a heading: `## What is …?`");
        }
        self.deck
    }

    /// Without front matter the title is the first heading or the file's name. A heading that only
    /// gives the title, with nothing but other topics after it or no other topic at all, is no topic.
    fn settle_title(&mut self, name: &str) {
        if self.deck.title.trim().is_empty() {
            self.deck.title = name.trim_end_matches(".md").to_owned();
        }
        let first_is_only = self.deck.topics.len() == 1;
        let first_has_cards = self.deck.cards.iter().any(|card| card.topic == Some(0));
        if self.has_title || self.deck.topics.is_empty() || (!first_is_only && first_has_cards) {
            return;
        }
        let title = self.deck.topics.remove(0);
        self.deck.about.extend(title.about);
        for card in &mut self.deck.cards {
            card.topic = card.topic.and_then(|topic| topic.checked_sub(1));
        }
    }
}

/// The `{#id}` of a heading and its `was=`, of which there may be several.
fn names(heading: &Heading) -> (Option<String>, Vec<String>) {
    let was = heading.attributes.iter().filter(|(key, _)| key == "was");
    let was = was.map(|(_, value)| value.trim_start_matches('#').to_owned());
    (heading.id.clone(), was.filter(|was| !was.is_empty()).collect())
}

/// `slug`, or a stand-in for a title without a letter or digit.
fn name(title: &str, stand_in: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { stand_in.to_owned() } else { slug }
}

/// Whether nothing but the heading stands above.
fn is_directly_below(card: &Card) -> bool {
    card.headline.is_empty() && card.points.items.is_empty() && card.prompt.quote.is_empty()
}
