//! A backup, as JSON that people can read: a line for each record.

use super::Names;
use super::calendar::time;
use super::read::{FORMAT, VERSION};
use crate::day::Moment;
use crate::deck::{CardKey, DeckKey};
use crate::progress::{Drill, Held, How, Record, Review, Told, encode};
use crate::schedule::Practice;
use crate::score::Share;

/// The backup of what is held, written at `now`.
///
/// What restores a record is its name and text as the store has them, in `"record"`; the rest of a line says what they
/// mean.
pub fn write(held: &[Held], names: &Names, now: Moment) -> String {
    let decks: Vec<_> =
        held.iter().filter(|held| !held.log.is_empty()).map(|held| deck(held, names)).collect();
    format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"written\": \"{}\",\n\"decks\": [{}]\n}}\n",
        time(now),
        listed(&decks)
    )
}

fn deck(held: &Held, names: &Names) -> String {
    let mut line = Line::default();
    line.text("deck", &held.deck.text());
    if let Some(names) = names.deck(held.deck) {
        line.text("title", &names.title);
        line.text("source", &names.source);
        line.text("id", &names.id);
    }
    let records = held.log.records().map(|(id, record)| {
        let mut line = Line::default();
        line.text("record", &format!("{} {}", id.text(), encode(id, record)));
        line.record(record, held.deck, names);
        line.object()
    });
    format!("{{{}, \"records\": [{}]}}", line.0, listed(&records.collect::<Vec<_>>()))
}

/// The items of a list, each on a line of its own.
fn listed(items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!("\n{}\n", items.join(",\n")) }
}

/// The fields of an object, in a line.
#[derive(Default)]
struct Line(String);

impl Line {
    fn record(&mut self, record: &Record, deck: DeckKey, names: &Names) {
        if let Some(at) = record.at() {
            self.text("at", &time(at));
        }
        match record {
            Record::Review(review) => self.review(review, deck, names),
            Record::Answer(review, told) => {
                self.review(review, deck, names);
                self.told(told);
            }
            Record::Drill(drill) => self.drill(drill, deck, names),
            Record::Undo(target) => self.text("takesBack", &target.text()),
            Record::Reset(reset) => match reset.card {
                Some(key) => {
                    self.card(key, deck, names);
                    self.text("resets", "card");
                }
                None => self.text("resets", "deck"),
            },
        }
    }

    fn review(&mut self, review: &Review, deck: DeckKey, names: &Names) {
        self.card(review.card, deck, names);
        self.number("rating", review.rating.number());
        if let Some(seconds) = review.took.seconds() {
            self.number("seconds", seconds);
        }
        if review.help() > 0 {
            self.number("help", review.help());
        }
        if review.practice == Practice::Free {
            self.text("practice", "free");
        }
    }

    fn told(&mut self, told: &Told) {
        self.text("answered", how(told.how));
        if let Some(sure) = told.sure {
            self.number("sure", sure.number());
        }
        if let Some(share) = told.share {
            self.number("share", hundredths(share));
        }
        if !told.points.is_empty() {
            self.number("points", told.points.len());
            self.number("said", told.points.iter().filter(|point| point.was_said() == Some(true)).count());
        }
    }

    fn drill(&mut self, drill: &Drill, deck: DeckKey, names: &Names) {
        self.card(drill.card, deck, names);
        self.number("pointKnown", drill.ticked.was_said() == Some(true));
        if let Some(seconds) = drill.took.seconds() {
            self.number("seconds", seconds);
        }
    }

    fn card(&mut self, card: CardKey, deck: DeckKey, names: &Names) {
        self.text("card", &names.card(deck, card));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name, &quoted(text));
    }

    /// A number, or true or false.
    fn number(&mut self, name: &str, number: impl std::fmt::Display) {
        self.field(name, &number.to_string());
    }

    fn field(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push_str(", ");
        }
        self.0.push_str(&format!("\"{name}\": {value}"));
    }

    fn object(self) -> String {
        format!("{{{}}}", self.0)
    }
}

pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Written => "written",
        How::Aloud => "aloud",
        How::Thought => "thought",
    }
}

/// A share with two digits behind the point. The text of a `f64` would cost the module more bytes than all of this file.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
pub(super) fn hundredths(share: Share) -> String {
    let hundredths = (share.part() * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
