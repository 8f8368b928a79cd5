//! Key points, and the options of a choice, as the lists that they are read from.

use crate::deck::model::{ChoiceOption, Point, PointOrder, Points};
use crate::deck::rich::{Block, Inline, ListItem};

/// The longest title that plain text before a colon can be, in characters.
const LONGEST_TITLE: usize = 60;

/// The points as a list.
pub(crate) fn points(points: &Points) -> Block {
    let start = match points.order {
        PointOrder::Any => None,
        PointOrder::Ranked => Some(1),
    };
    Block::List { start, items: points.items.iter().map(point).collect() }
}

fn point(point: &Point) -> ListItem {
    let mut detail = point.detail.as_slice();
    let mut first = if reads_as_title(&point.title) && !begins_with_text(detail) {
        point.title.clone()
    } else {
        vec![Inline::Strong { content: point.title.clone() }]
    };
    // A title that would lose its end in the strong form stands bare, its detail below it.
    if ends_with_separator(&point.title) && reads_as_title(&point.title) {
        first = point.title.clone();
    } else if let Some((Block::Paragraph { content }, rest)) = detail.split_first()
        && begins_with_text(detail)
    {
        first.push(text(": "));
        join(&mut first, content);
        detail = rest;
    }
    let mut content = vec![Block::Paragraph { content: first }];
    let mut also = synonyms(&point.also);
    if let Some((Block::List { start: None, items }, rest)) = detail.split_first()
        && !also.is_empty()
    {
        also.extend(items.iter().cloned());
        detail = rest;
    }
    if !also.is_empty() {
        content.push(Block::List { start: None, items: also });
    }
    content.extend(detail.iter().cloned());
    ListItem { checked: None, content }
}

/// Whether a detail can follow its title on the same line.
fn begins_with_text(detail: &[Block]) -> bool {
    let Some(Block::Paragraph { content }) = detail.first() else { return false };
    match content.first() {
        Some(Inline::Text { text }) => text.trim_start() == text && !text.is_empty(),
        first => first.is_some(),
    }
}

/// Whether a title is read as one when it stands alone.
fn reads_as_title(title: &[Inline]) -> bool {
    let is_title = |text: &str| (1..=LONGEST_TITLE).contains(&text.trim().chars().count());
    match title.first() {
        Some(Inline::Strong { .. }) => false,
        Some(Inline::Text { text }) => !text.split_once(": ").is_some_and(|(title, _)| is_title(title)),
        _ => true,
    }
}

/// Whether a title ends with what is taken off a strong one.
fn ends_with_separator(title: &[Inline]) -> bool {
    let Some(Inline::Text { text }) = title.last() else { return false };
    text.ends_with(|c: char| c == ':' || c.is_whitespace())
}

fn synonyms(also: &[String]) -> Vec<ListItem> {
    if also.is_empty() {
        return Vec::new();
    }
    let content = vec![text(&format!("also: {}", also.join(", ")))];
    vec![ListItem { checked: None, content: vec![Block::Paragraph { content }] }]
}

/// The options as a task list.
pub(crate) fn choice(options: &[ChoiceOption]) -> Block {
    Block::List { start: None, items: options.iter().map(option).collect() }
}

fn option(option: &ChoiceOption) -> ListItem {
    let mut feedback = option.feedback.as_slice();
    let mut first = option.text.clone();
    let has_open_end = matches!(
        first.last(),
        Some(Inline::Text { text }) if text.ends_with(char::is_whitespace) || text == "--" || text.ends_with(" --")
    );
    if let Some((Block::Paragraph { content }, rest)) = feedback.split_first()
        && begins_with_text(feedback)
        && !has_open_end
    {
        join(&mut first, &[text(" -- ")]);
        join(&mut first, content);
        feedback = rest;
    }
    let mut content = vec![Block::Paragraph { content: first }];
    content.extend(feedback.iter().cloned());
    ListItem { checked: Some(option.is_right), content }
}

/// Adds inlines. Two texts that touch are one.
pub(crate) fn join(inlines: &mut Vec<Inline>, more: &[Inline]) {
    for inline in more {
        match (inlines.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(more),
            (_, inline) => inlines.push(inline.clone()),
        }
    }
}

/// Plain text as an inline.
pub(super) fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned() }
}
