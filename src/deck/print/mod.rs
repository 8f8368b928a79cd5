//! A [`Deck`] back to its text: what [`Deck::parse`] reads is what was printed.

mod address;
mod block;
mod braces;
mod card;
pub(crate) mod escape;
mod front_matter;
mod inline;
mod list;

pub(crate) use list::{choice, join, points};

use super::id::slug;
use super::model::{Deck, Topic};

/// Drops out of the text, and keeps what stands around it apart.
const NOTHING: &str = "<!-- -->";

impl Deck {
    /// The deck as text, in the form in which a person would write it.
    ///
    /// A deck that was parsed is read back from it as it was, ids included, so that progress stays with its cards.
    /// Not kept are the comments, the languages of code blocks and the titles of links, which a deck does not hold.
    ///
    /// ```
    /// use greenroom::deck::Deck;
    ///
    /// let text = "# Launches\n## What ends a launch?\nThe metric:\n* **Reach** - who sees it\n* Use\n";
    /// let deck = Deck::parse(text, "").0;
    /// assert_eq!(
    ///     deck.print(),
    ///     "---\ntitle: Launches\nid: launches\n---\n\n## What ends a launch? {#launches/what-ends-a-launch}\n\n\
    ///      The metric:\n\n- **Reach**: who sees it\n- Use\n",
    /// );
    /// assert_eq!(Deck::parse(&deck.print(), "").0, deck);
    /// ```
    pub fn print(&self) -> String {
        let mut out = front_matter::print(self);
        push(&block::blocks(&self.about, &[]), &mut out);
        let mut cards = self.cards.iter().enumerate().peekable();
        let places = std::iter::once(None).chain((0..self.topics.len()).map(Some));
        for place in places {
            let topic = place.and_then(|place| self.topics.get(place));
            if let Some(topic) = topic {
                push(&print_topic(topic), &mut out);
                push(&block::blocks(&topic.about, &[]), &mut out);
            }
            while let Some((index, card)) = cards.next_if(|(_, card)| card.topic == place) {
                // The cards of one prompt follow each other.
                if card.gap.is_none_or(|gap| gap == 0) {
                    let next = self.cards.get(index + 1);
                    card::Printer { deck: self, card, topic, out: &mut out }.print(next);
                }
            }
        }
        out
    }
}

/// Adds blocks after a blank line.
fn push(markdown: &str, out: &mut String) {
    if !markdown.is_empty() {
        out.push('\n');
        out.push_str(markdown);
        out.push('\n');
    }
}

/// A heading of one line.
fn heading(level: &str, text: &str, attributes: &str) -> String {
    let text = text.replace("\\\n", " ");
    // Only the last braces of a heading hold its names.
    let heading = match attributes {
        "" => escape::heading(&text),
        attributes => format!("{} {attributes}", escape::heading(&text).trim_end()),
    };
    format!("{level} {}", heading.trim_start()).trim_end().to_owned()
}

/// A heading of several lines: only with a line below it may it have breaks.
fn underlined(text: &str, attributes: &str) -> String {
    let space = if attributes.is_empty() { "" } else { " " };
    format!("{}{space}{attributes}\n---", escape::heading(text))
}

fn print_topic(topic: &Topic) -> String {
    let id = Some(&topic.id).filter(|id| **id != name(&topic.title, "topic"));
    let was = topic.was.iter().map(String::as_str);
    let short = topic.short.as_deref().map(|short| ("short", short.replace(' ', "_")));
    let attributes = attributes(id.map(String::as_str), was, short);
    heading("#", &inline::text(&topic.title), &attributes)
}

/// `{#id was=old short=name}` or the like, or nothing.
fn attributes<'a>(
    id: Option<&str>,
    was: impl Iterator<Item = &'a str>,
    more: Option<(&str, String)>,
) -> String {
    let mut words: Vec<String> = id.map(|id| format!("#{id}")).into_iter().collect();
    words.extend(was.map(|was| format!("was={was}")));
    words.extend(more.map(|(key, value)| format!("{key}={value}")));
    if words.is_empty() { String::new() } else { format!("{{{}}}", words.join(" ")) }
}

/// The name that the parser would make of a title.
fn name(title: &str, stand_in: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { stand_in.to_owned() } else { slug }
}
