//! What the page is told to draw: everything it needs and nothing else.
//!
//! A [`View`] borrows from the session and is serialized at the boundary. Its fields are described for
//! the page in `view.d.ts`.

mod answer;
mod choices;
mod diary;
mod drill;
mod forecast;
mod plan;
mod prompt;
mod said;
mod seen;
mod standings;

use std::borrow::Cow;

use answer::{Answer, NextStage};
use choices::Choice;
use drill::DrillScreen;
use plan::{PlanView, Worth};
use said::SaidView;
use serde::Serialize;
use standings::{Standings, TopicView};

use crate::day::Day;
use crate::deck::{Block, Card, Drawn, HelpKind, Inline, PointOrder, Task, points_of};
use crate::progress::Saving;
use crate::schedule::Rating;
use crate::schedule::plan::Offer;
use crate::schedule::queue::{Left, Why};
use crate::score::Standing;
use crate::session::{Rest, Screen, Session, Shown};
pub use diary::{Diary, Pages};
pub use forecast::{ForecastView, Prospects};

/// All that the page needs to draw.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View<'a> {
    deck: DeckView<'a>,
    screen: ScreenView<'a>,
    left: Left,
    reviewed: usize,
    can_undo: bool,
    saving: Saving,
    durable: bool,
    unreadable: usize,
    kept: usize,
    newer: usize,
    missing_topic: Option<&'a str>,
    plan: Option<PlanView>,
}

#[derive(Debug, PartialEq, Serialize)]
struct DeckView<'a> {
    id: &'a str,
    title: &'a str,
    language: &'a str,
    cards: usize,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and nearly always it is a card")]
enum ScreenView<'a> {
    Card(CardScreen<'a>),
    Drill(DrillScreen<'a>),
    Checkpoint(CheckpointScreen<'a>),
    Rest(RestScreen<'a>),
    Empty,
}

#[derive(Debug, PartialEq, Serialize)]
struct RestScreen<'a> {
    why: Rest,
    next: Option<Next>,
    standings: Standings<'a>,
}

#[derive(Debug, PartialEq, Serialize)]
struct CheckpointScreen<'a> {
    standings: Standings<'a>,
}

#[derive(Debug, PartialEq, Serialize)]
struct CardScreen<'a> {
    card: CardFace<'a>,
    why: Why,
    worth: Option<Worth>,
    help: Help<'a>,
    options: Option<OptionsView>,
    attempt: Option<Attempt>,
    sure: Option<u32>,
    answer: Option<Answer<'a>>,
    /// What was said before each of the steps that are shown.
    said: Vec<SaidView<'a>>,
    /// The step that comes next, in an answer that is told in steps.
    next: Option<NextStage<'a>>,
    /// Whether all of the answer is shown, so that it can be rated.
    complete: bool,
    suggested: Option<u32>,
    readiness: Option<f64>,
    /// The points of the card that are left out again and again.
    weak: Vec<&'a [Inline]>,
    choices: [Choice; 5],
}

/// How an answer can be given in writing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum Attempt {
    /// In the learner's own words.
    Text,
    /// In a few words, or as a number.
    Line,
}

#[derive(Debug, PartialEq, Serialize)]
struct CardFace<'a> {
    id: &'a str,
    topic: Option<&'a str>,
    task: TaskKind,
    prompt: Cow<'a, [Inline]>,
    quote: Cow<'a, [Block]>,
}

/// What is done with a card, so that the page can say it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum TaskKind {
    Recall,
    Points,
    Ranked,
    Choice,
    Short,
    Number,
    Gap,
    Stages,
}

#[derive(Debug, PartialEq, Serialize)]
struct OptionsView {
    several: bool,
    items: Vec<OptionView>,
}

#[derive(Debug, PartialEq, Serialize)]
struct OptionView {
    content: Vec<Block>,
    picked: bool,
    /// Unknown until the answer is shown.
    right: Option<bool>,
    feedback: Vec<Block>,
}

#[derive(Debug, PartialEq, Serialize)]
struct Help<'a> {
    open: Vec<RungView<'a>>,
    left: usize,
    next: Option<HelpKind>,
}

#[derive(Debug, PartialEq, Serialize)]
struct RungView<'a> {
    kind: HelpKind,
    content: &'a [Block],
}

/// The next day on which cards are due.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Next {
    day: i32,
    in_days: u32,
    cards: usize,
}

/// A deck in a list of decks.
#[derive(Debug, PartialEq, Serialize)]
pub struct Overview<'a> {
    id: &'a str,
    title: &'a str,
    about: &'a [Block],
    language: &'a str,
    author: Option<&'a str>,
    license: Option<&'a str>,
    standing: Standing,
    left: Left,
    topics: Vec<TopicView<'a>>,
    next: Option<Next>,
    session: Offer,
    plan: Option<PlanView>,
}

impl Session {
    /// What to draw now.
    pub fn view(&self) -> View<'_> {
        let deck = &self.deck;
        View {
            deck: DeckView {
                id: &deck.id.0,
                title: &deck.title,
                language: &deck.language,
                cards: deck.cards.len(),
            },
            screen: self.screen_view(),
            left: self.known.queue().left(),
            reviewed: self.n_rated(),
            can_undo: self.can_undo(),
            saving: self.stored.saving,
            durable: self.stored.is_durable,
            unreadable: self.stored.n_lost,
            kept: self.stored.n_kept,
            newer: self.stored.n_newer,
            missing_topic: self.missing_topic(),
            plan: self.plan_view(),
        }
    }

    /// The deck as a list of decks shows it.
    pub fn overview(&self) -> Overview<'_> {
        let deck = &self.deck;
        Overview {
            id: &deck.id.0,
            title: &deck.title,
            about: &deck.about,
            language: &deck.language,
            author: deck.author.as_deref(),
            license: deck.license.as_deref(),
            standing: self.standing(),
            left: self.known.queue().left(),
            topics: self.topics(),
            next: self.next_day(),
            session: self.session_here(),
            plan: self.plan_view(),
        }
    }

    fn screen_view(&self) -> ScreenView<'_> {
        match &self.screen {
            Screen::Card(shown) => match self.deck.cards.get(shown.ask.card) {
                Some(card) => ScreenView::Card(self.card_screen(card, shown)),
                None => ScreenView::Empty,
            },
            Screen::Drill(drilled) => self.drill_screen(drilled).map_or(ScreenView::Empty, ScreenView::Drill),
            Screen::Checkpoint => ScreenView::Checkpoint(CheckpointScreen { standings: self.standings() }),
            Screen::Rest(why) => {
                let (next, standings) = (self.next_day(), self.standings());
                ScreenView::Rest(RestScreen { why: *why, next, standings })
            }
            Screen::Empty => ScreenView::Empty,
        }
    }

    fn card_screen<'a>(&'a self, card: &'a Card, shown: &'a Shown) -> CardScreen<'a> {
        let drawn = card.number().map_or_else(Drawn::default, |number| number.draw(shown.showing));
        let (prompt, quote): (Cow<'a, [Inline]>, Cow<'a, [Block]>) =
            match prompt::shown(card, &drawn, shown.is_revealed()) {
                Cow::Borrowed(prompt) => ((&prompt.title).into(), (&prompt.quote).into()),
                Cow::Owned(prompt) => (prompt.title.into(), prompt.quote.into()),
            };
        let options = self.options_view(shown);
        CardScreen {
            card: CardFace {
                task: if options.is_some() { TaskKind::Choice } else { task(card) },
                prompt,
                quote,
                ..self.face(card)
            },
            attempt: if options.is_some() { None } else { attempt(card, shown.n_revealed) },
            sure: shown.sure.map(Rating::number),
            said: self.said_views(card, shown),
            suggested: self.suggested(card, shown).map(Rating::number),
            readiness: self.readiness(shown.ask.card),
            weak: self.weak_titles(shown.ask.card, &shown.said),
            why: shown.ask.why,
            worth: self.worth(shown.ask),
            help: help(card, shown.help),
            options,
            answer: shown.is_revealed().then(|| answer::answer(card, &drawn, shown.n_revealed)),
            next: answer::next_stage(card, shown.n_revealed),
            complete: self.is_complete(shown),
            choices: self.choices(shown),
        }
    }

    /// A card's name, topic and prompt as the deck has them.
    fn face<'a>(&'a self, card: &'a Card) -> CardFace<'a> {
        let topic = card.topic.and_then(|topic| self.deck.topics.get(topic));
        CardFace {
            id: &card.id.0,
            topic: topic.map(|topic| topic.title.as_str()),
            task: task(card),
            prompt: (&card.prompt.title).into(),
            quote: (&card.prompt.quote).into(),
        }
    }

    fn said_views<'a>(&self, card: &'a Card, shown: &'a Shown) -> Vec<SaidView<'a>> {
        let said = shown.said.iter().enumerate();
        said.map(|(step, said)| said::said(card, step, said, self.worth_adding(shown, step))).collect()
    }

    fn options_view(&self, shown: &Shown) -> Option<OptionsView> {
        let options = self.options(shown)?;
        let is_revealed = shown.is_revealed();
        let items = options.items.into_iter().enumerate().map(|(index, option)| OptionView {
            content: option.content,
            picked: shown.picked >> index & 1 == 1,
            right: is_revealed.then_some(option.is_right),
            feedback: if is_revealed { option.feedback } else { Vec::new() },
        });
        Some(OptionsView { several: options.several, items: items.collect() })
    }

    /// The next day after today on which cards come back, and how many.
    fn next_day(&self) -> Option<Next> {
        let days = self.known.states.iter().filter_map(|state| self.day_of_return(state));
        let later: Vec<Day> = days.filter(|day| *day > self.known.today).collect();
        let day = *later.iter().min()?;
        let cards = later.iter().filter(|other| **other == day).count();
        Some(Next { day: day.0, in_days: day.since(self.known.today), cards })
    }
}

fn help(card: &Card, n_open: usize) -> Help<'_> {
    Help {
        open: card
            .help
            .iter()
            .take(n_open)
            .map(|rung| RungView { kind: rung.kind, content: &rung.content })
            .collect(),
        left: card.help.len().saturating_sub(n_open),
        next: card.help.get(n_open).map(|rung| rung.kind),
    }
}

/// How a card, or the next step of it, can be answered in writing; not where there is nothing to compare with.
fn attempt(card: &Card, step: usize) -> Option<Attempt> {
    if card.gap.is_some() {
        return Some(Attempt::Line);
    }
    match &card.task {
        Task::Short(_) | Task::Number(_) => Some(Attempt::Line),
        _ if points_of(card, step).is_empty() => None,
        _ => Some(Attempt::Text),
    }
}

fn task(card: &Card) -> TaskKind {
    match &card.task {
        _ if card.gap.is_some() => TaskKind::Gap,
        _ if !card.stages.is_empty() => TaskKind::Stages,
        Task::Recall => TaskKind::Recall,
        Task::Points(points) if points.order == PointOrder::Ranked => TaskKind::Ranked,
        Task::Points(_) => TaskKind::Points,
        Task::Choice(_) => TaskKind::Choice,
        Task::Short(_) => TaskKind::Short,
        Task::Number(_) => TaskKind::Number,
    }
}
