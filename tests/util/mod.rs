//! Helpers shared by the native tests: decks as text, and a learner to practise with.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "test helpers")]

use greenroom::day::Moment;
use greenroom::deck::{
    Block, Card, Deck, HelpKind, Inline, ListItem, Number, Passage, PointOrder, Points, SectionKind,
    Strictness, Task, Variant,
};
use greenroom::progress::{Log, WriterId};
use greenroom::score::Examiner;
use greenroom::session::{Action, Session, Setup};

/// A deck in a form that is easy to read in a test: one line a part.
pub fn dump(deck: &Deck) -> String {
    let mut lines = vec![format!("deck {} `{}`", deck.id.0, deck.title)];
    let mut push = |indent: usize, label: &str, text: String| {
        if !text.is_empty() {
            lines.push(format!("{}{label}: {text}", "  ".repeat(indent)));
        }
    };
    push(1, "language", deck.language.clone());
    push(1, "author", deck.author.clone().unwrap_or_default());
    push(1, "license", deck.license.clone().unwrap_or_default());
    push(1, "minutes", deck.minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
    for facet in &deck.facets {
        push(1, "facet", format!("{} | {}", facet.name, facet.question));
    }
    push(1, "about", blocks(&deck.about));
    for topic in &deck.topics {
        push(1, "topic", topic.title.clone());
        push(2, "short", topic.short.clone().unwrap_or_default());
        push(2, "about", blocks(&topic.about));
    }
    for card in &deck.cards {
        let topic = card.topic.map_or(String::new(), |topic| format!(" in {topic}"));
        let facet = card.facet.map_or(String::new(), |facet| format!(" facet {facet}"));
        let gap = card.gap.map_or(String::new(), |gap| format!(" gap {gap}"));
        push(1, &format!("card {}{topic}{facet}{gap}", card.id.0), inlines(&card.prompt.title));
        push(2, "was", card.was.iter().map(|id| id.0.as_str()).collect::<Vec<_>>().join(" "));
        if card.strictness != Strictness::Normal {
            push(2, "strictness", format!("{:?}", card.strictness).to_lowercase());
        }
        push(2, "quote", blocks(&card.prompt.quote));
        push(2, "headline", blocks(&card.headline));
        push_task(&mut push, card);
        push(2, "notes", blocks(&card.notes));
        push_variants(&mut push, 2, &card.variants);
        for stage in &card.stages {
            let minutes = stage.minutes.map_or(String::new(), |minutes| format!(" {minutes} min"));
            push(2, &format!("step{minutes}"), inlines(&stage.title));
            push_passage(&mut push, 3, &stage.passage);
            push_variants(&mut push, 3, &stage.variants);
        }
        for rung in &card.help {
            let label = match rung.kind {
                HelpKind::Hint => "hint",
                HelpKind::Mnemonic => "mnemonic",
            };
            push(2, label, blocks(&rung.content));
        }
        push(2, "pitfalls", blocks(&card.pitfalls));
        for section in &card.sections {
            let label = match section.kind {
                SectionKind::Plain => format!("section `{}`", inlines(&section.title)),
                SectionKind::Weak => "weak".to_owned(),
                SectionKind::Strong => "strong".to_owned(),
            };
            push(2, &label, blocks(&section.content));
        }
    }
    lines.join("\n")
}

fn push_task(push: &mut impl FnMut(usize, &str, String), card: &Card) {
    match &card.task {
        Task::Recall => {}
        Task::Points(points) => push_points(push, 2, points),
        Task::Choice(options) => {
            for option in options {
                push(2, if option.is_right { "right" } else { "wrong" }, inlines(&option.text));
                push(3, "feedback", blocks(&option.feedback));
            }
        }
        Task::Short(accepted) => push(2, "short", accepted.join(" | ")),
        Task::Number(number) => push_number(push, number),
    }
}

fn push_number(push: &mut impl FnMut(usize, &str, String), number: &Number) {
    push(2, "number", number.to_string());
    push(3, "unit", number.unit.clone());
    for input in &number.inputs {
        push(3, "input", input.to_string());
    }
    for mistake in &number.mistakes {
        push(3, "mistake", format!("{} => {}", inlines(&mistake.said), mistake.formula.source()));
    }
}

fn push_variants(push: &mut impl FnMut(usize, &str, String), indent: usize, variants: &[Variant]) {
    for variant in variants {
        push(indent, "variant", inlines(&variant.title));
        push_passage(push, indent + 1, &variant.passage);
    }
}

fn push_passage(push: &mut impl FnMut(usize, &str, String), indent: usize, passage: &Passage) {
    push(indent, "headline", blocks(&passage.headline));
    push_points(push, indent, &passage.points);
    push(indent, "notes", blocks(&passage.notes));
}

fn push_points(push: &mut impl FnMut(usize, &str, String), indent: usize, points: &Points) {
    let label = match points.order {
        PointOrder::Any => "point",
        PointOrder::Ranked => "ranked",
    };
    for point in &points.items {
        push(indent, label, inlines(&point.title));
        push(indent + 1, "detail", blocks(&point.detail));
        push(indent + 1, "also", point.also.join(" | "));
    }
}

fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" / ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph { content } => inlines(content),
        Block::Heading { content } => format!("#{}", inlines(content)),
        Block::List { start, items } => {
            let items: Vec<_> = items.iter().map(item).collect();
            format!("{}[{}]", start.map_or(String::new(), |start| start.to_string()), items.join("; "))
        }
        Block::Quote { content } => format!(">{}<", blocks(content)),
        Block::Code { text } => format!("code({})", text.trim_end()),
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join("|")
            };
            let rows: Vec<_> = std::iter::once(head).chain(rows).map(row).collect();
            format!("table({})", rows.join("; "))
        }
        Block::Rule => "---".to_owned(),
    }
}

fn item(item: &ListItem) -> String {
    let checked = item.checked.map_or("", |checked| if checked { "[x] " } else { "[ ] " });
    format!("{checked}{}", blocks(&item.content))
}

fn inlines(all: &[Inline]) -> String {
    all.iter()
        .map(|inline| match inline {
            Inline::Text { text } => text.clone(),
            Inline::Emphasis { content } => format!("_{}_", inlines(content)),
            Inline::Strong { content } => format!("*{}*", inlines(content)),
            Inline::Strikethrough { content } => format!("~{}~", inlines(content)),
            Inline::Code { text } => format!("`{text}`"),
            Inline::Link { href, content } => format!("<{} {href}>", inlines(content)),
            Inline::Image { alt, .. } => format!("!{alt}!"),
            Inline::Gap { text, hint } => {
                format!("[{text}{}]", hint.as_ref().map_or(String::new(), |hint| format!("::{hint}")))
            }
            Inline::Input { name } => format!("{{{name}}}"),
            Inline::Break => "⏎".to_owned(),
        })
        .collect()
}

/// A deck of `n` cards called a, b, c …
pub fn letters(n: u8) -> Deck {
    let letters = (b'a'..).take(n.into()).map(char::from);
    let text: String = letters.map(|letter| format!("## {letter}\n\nAnswer.\n\n")).collect();
    Deck::parse(&format!("---\ntitle: Letters\n---\n{text}"), "").0
}

/// Somebody who practises a deck, a minute for each card, from nine o'clock on day 20,000.
pub struct Learner {
    pub session: Session,
    pub now: Moment,
}

pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 24 * 60 * MINUTE;

impl Learner {
    pub fn new(deck: Deck) -> Self {
        Self::with(deck, Log::default(), 1)
    }

    /// Somebody who practises a part of a deck, or in another mode.
    pub fn set_up(setup: Setup, deck: Deck) -> Self {
        let mut learner = Self::new(Deck::default());
        learner.session =
            Session::with(setup, deck.clone(), Log::default(), WriterId::from_seed(1), learner.now);
        learner.session.set_examiner(Box::new(Examiner::of_deck(&deck)));
        learner
    }

    pub fn with(deck: Deck, log: Log, writer: u64) -> Self {
        let now = Moment::new(20_000 * DAY + 9 * 60 * MINUTE, 0);
        let mut session = Session::new(deck.clone(), log, WriterId::from_seed(writer), now);
        session.set_examiner(Box::new(Examiner::of_deck(&deck)));
        Learner { session, now }
    }

    pub fn wait(&mut self, millis: i64) {
        self.now = Moment::new(self.now.at.0 + millis, 0);
    }

    pub fn act(&mut self, action: Action) {
        self.wait(MINUTE);
        self.session.act(action, self.now);
    }

    /// The screen in a word: a card's id with why it is asked, or the kind of screen.
    pub fn screen(&self) -> String {
        let screen = &self.json()["screen"];
        match screen["kind"].as_str().unwrap() {
            "card" => {
                format!("{}:{}", screen["card"]["id"].as_str().unwrap(), screen["why"].as_str().unwrap())
            }
            "rest" if screen["why"] != "done" => screen["why"].as_str().unwrap().to_owned(),
            other => other.to_owned(),
        }
    }

    /// What the page would be told.
    pub fn json(&self) -> serde_json::Value {
        serde_json::to_value(self.session.view()).unwrap()
    }

    /// Does words such as "4" (reveal and rate), "undo", "continue"; returns the screen after each.
    pub fn run(&mut self, words: &str) -> String {
        let mut screens = Vec::new();
        for word in words.split_whitespace() {
            match word {
                "reveal" => self.act(Action::Reveal),
                "help" => self.act(Action::Help),
                "undo" => self.act(Action::Undo),
                "reset" => self.act(Action::ResetCard),
                "continue" => self.act(Action::Continue),
                "stop" => self.act(Action::Stop),
                "go" => self.act(Action::KeepGoing),
                "pick0" => self.act(Action::Pick(0)),
                "pick1" => self.act(Action::Pick(1)),
                "pick2" => self.act(Action::Pick(2)),
                "day" => {
                    self.wait(DAY);
                    self.session.settle(self.now);
                }
                rating => {
                    let rating = greenroom::schedule::Rating::from_number(rating.parse().unwrap()).unwrap();
                    self.act(Action::Reveal);
                    self.act(Action::Rate(rating));
                }
            }
            screens.push(self.screen());
        }
        screens.join(" ")
    }
}
