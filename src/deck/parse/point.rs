//! A list item as a key point: its title, its detail and its synonyms.

use crate::deck::model::Point;
use crate::deck::rich::{Block, Inline, ListItem, plain_text};

/// The longest title that plain text before a colon can be, in characters.
const LONGEST_TITLE: usize = 60;

/// Reads `**Title**: detail`, `Title: detail` or `Title`, with nested `also: a, b` bullets.
pub(super) fn read(content: Vec<Block>) -> Point {
    let mut point = Point::default();
    for (index, block) in content.into_iter().enumerate() {
        match block {
            Block::Paragraph { content } if index == 0 => {
                let (title, detail) = split(content);
                point.title = title;
                if !detail.is_empty() {
                    point.detail.push(Block::Paragraph { content: detail });
                }
            }
            Block::List { start, items } => {
                let items = without_synonyms(items, &mut point.also);
                if !items.is_empty() {
                    point.detail.push(Block::List { start, items });
                }
            }
            block => point.detail.push(block),
        }
    }
    point
}

/// The title and the detail of a point's first line.
fn split(mut content: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    if let Some(Inline::Strong { .. }) = content.first() {
        let detail = content.split_off(1);
        let title = match content.pop() {
            Some(Inline::Strong { content }) => content,
            _ => Vec::new(),
        };
        let (title, had_colon) = without_colon_at_end(title);
        return (title, without_separator_at_start(detail, had_colon));
    }
    let Some(Inline::Text { text }) = content.first() else {
        return (content, Vec::new());
    };
    let Some((title, rest)) = text
        .split_once(": ")
        .filter(|(title, _)| (1..=LONGEST_TITLE).contains(&title.trim().chars().count()))
        .map(|(title, rest)| (title.trim().to_owned(), rest.trim_start().to_owned()))
    else {
        return (content, Vec::new());
    };
    let mut detail = content.split_off(1);
    if !rest.is_empty() {
        detail.insert(0, Inline::Text { text: rest });
    }
    (vec![Inline::Text { text: title }], detail)
}

/// `**Title:** detail`: the colon may stand inside the title. Also tells whether it did.
fn without_colon_at_end(mut title: Vec<Inline>) -> (Vec<Inline>, bool) {
    let Some(Inline::Text { text }) = title.last_mut() else { return (title, false) };
    let before = text.trim_end().len();
    let kept = text.trim_end().trim_end_matches(':').trim_end().len();
    text.truncate(kept);
    if text.is_empty() {
        title.pop();
    }
    (title, kept < before)
}

/// `**Title**: detail`: one colon, or a dash that stands alone, parts the two. A minus belongs to what
/// follows it.
fn without_separator_at_start(mut detail: Vec<Inline>, had_colon: bool) -> Vec<Inline> {
    if let Some(Inline::Text { text }) = detail.first_mut() {
        let rest = text.trim_start();
        let is_dash = |rest: &&str| rest.is_empty() || rest.starts_with(' ');
        let after_dash = || rest.strip_prefix(['–', '—', '-']).filter(is_dash);
        let parted = if had_colon { None } else { rest.strip_prefix(':').or_else(after_dash) };
        *text = parted.unwrap_or(rest).trim_start().to_owned();
        if text.is_empty() {
            detail.remove(0);
        }
    }
    detail
}

/// The items that are not synonyms; those go to `also`.
fn without_synonyms(items: Vec<ListItem>, also: &mut Vec<String>) -> Vec<ListItem> {
    let mut others = Vec::new();
    for item in items {
        match synonyms(&item) {
            Some(words) => also.extend(words),
            None => others.push(item),
        }
    }
    others
}

/// The words of an item that reads `also: a, b`.
fn synonyms(item: &ListItem) -> Option<Vec<String>> {
    let [Block::Paragraph { content }] = item.content.as_slice() else {
        return None;
    };
    let text = plain_text(content);
    let (label, words) = text.split_once(':')?;
    label.trim().eq_ignore_ascii_case("also").then(|| {
        let words = words.split([',', ';']).map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    })
}
