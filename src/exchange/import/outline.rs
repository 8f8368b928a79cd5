//! An answer with labels, as headline, key points and sections.

use super::block::Block;
use super::compact;
use super::draft::Draft;
use super::label::{Kind, base, contains, eq, is_definitions, kind, known_label};
use super::plain::{self, Depths, fold};
use crate::exchange::escape;

/// What follows a label, up to the next.
struct Group {
    /// Inline Markdown, without its colon; empty for what stands before the first label.
    label: String,
    kind: Kind,
    /// A mnemonic ends with its paragraph.
    is_short: bool,
    parts: Vec<Part>,
}

/// A line or an item, as it stands in the source.
struct Part {
    item: Option<(usize, Option<u32>)>,
    text: String,
}

/// Reads an answer into a draft. `lines` are its lines; in Markdown nothing is escaped.
pub(super) fn read(lines: &[&str], is_markdown: bool, draft: &mut Draft) {
    let is_markdown = is_markdown || lines.iter().any(|line| line.contains("**"));
    let mut outline =
        Outline { is_markdown, groups: vec![Group::new("", Kind::Other)], ..Outline::default() };
    for line in lines {
        if !is_markdown || line.trim().is_empty() {
            outline.line(line);
            continue;
        }
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or("");
        for unfolded in compact::unfold(&fold(line)) {
            outline.line(&format!("{indent}{unfolded}"));
        }
    }
    outline.finish(draft);
}

#[derive(Default)]
struct Outline {
    is_markdown: bool,
    groups: Vec<Group>,
    depths: Depths,
    /// Whether a blank line stands above.
    is_apart: bool,
}

impl Group {
    fn new(label: &str, kind: Kind) -> Self {
        Group { label: label.to_owned(), kind, is_short: kind == Kind::Mnemonic, parts: Vec::new() }
    }

    fn begins_with_list(&self) -> bool {
        self.parts.first().is_some_and(|part| part.item.is_some())
    }
}

impl Outline {
    fn line(&mut self, line: &str) {
        let text = fold(line);
        if text.is_empty() {
            self.is_apart = true;
            return;
        }
        let is_apart = std::mem::take(&mut self.is_apart);
        let marker = plain::marker(&text);
        let label = if marker.is_some() { None } else { self.label(&text) };
        if let Some((label, rest)) = label {
            self.depths.clear();
            let kind = kind(label);
            let stays = eq(base(label), "hook")
                && self.groups.last().is_some_and(|group| group.kind == Kind::Mnemonic);
            if stays {
                self.push(None, &text);
                return;
            }
            let (label, rest) = (label.to_owned(), rest.to_owned());
            self.groups.push(Group::new(&label, kind));
            // A hook is nothing without its word.
            let rest = if eq(base(&label), "hook") && !rest.is_empty() { text } else { rest };
            if !rest.is_empty() {
                self.push(None, &rest);
            }
            return;
        }
        let is_full = |group: &Group| group.is_short && !group.parts.is_empty();
        if (is_apart || marker.is_some_and(|_| !self.is_in_list())) && self.groups.last().is_some_and(is_full)
        {
            self.groups.push(Group::new("", Kind::Other));
        }
        match marker {
            Some((number, item)) => {
                let depth = self.depths.of(plain::indent(line));
                self.push(Some((depth, number)), item);
            }
            None => self.text(&text, is_apart),
        }
    }

    fn is_in_list(&self) -> bool {
        self.groups.last().and_then(|group| group.parts.last()).is_some_and(|part| part.item.is_some())
    }

    /// A line without a marker: it goes on with the line above, or begins a paragraph.
    fn text(&mut self, text: &str, is_apart: bool) {
        let last = self.groups.last_mut().and_then(|group| group.parts.last_mut());
        let goes_on = |part: &Part| {
            let is_wrapped =
                !part.text.ends_with(['.', '?', '!', ':', '…']) && text.starts_with(char::is_lowercase);
            !is_apart && (part.item.is_some() || is_wrapped)
        };
        match last.filter(|part| goes_on(part)) {
            Some(part) => {
                if !part.text.is_empty() {
                    part.text.push(' ');
                }
                part.text.push_str(text);
            }
            None => {
                self.depths.clear();
                self.push(None, text);
            }
        }
    }

    fn push(&mut self, item: Option<(usize, Option<u32>)>, text: &str) {
        if let Some(group) = self.groups.last_mut() {
            group.parts.push(Part { item, text: text.to_owned() });
        }
    }

    /// The label that a line begins with or is, and what follows it.
    fn label<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        if self.is_markdown {
            if let Some((label, length)) = compact::bold_label(text) {
                return Some((label, text.get(length..).unwrap_or("").trim()));
            }
            let bold = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
            if let Some(label) = bold.filter(|label| !label.is_empty() && !label.contains("**")) {
                return Some((label, ""));
            }
            let heading = text.trim_start_matches('#');
            if heading.len() < text.len() && heading.starts_with(' ') {
                return Some((heading.trim().trim_end_matches(':'), ""));
            }
        }
        const LONGEST: usize = 90;
        let is_label = |label: &&str| {
            !label.is_empty()
                && label.chars().count() <= LONGEST
                && !label.contains(". ")
                && !label.contains("? ")
        };
        let whole = text.strip_suffix(':').filter(is_label).map(|label| (label, ""));
        whole.or_else(|| known_label(text))
    }

    fn finish(mut self, draft: &mut Draft) {
        self.settle_empty_labels();
        let is_markdown = self.is_markdown;
        let mut has_purpose = false;
        let mut has_other = false;
        let mut others: Vec<Group> = Vec::new();
        for group in std::mem::take(&mut self.groups) {
            let has_list = draft.answer.iter().any(|block| matches!(block, Block::Item { .. }));
            match group.kind {
                _ if group.label.is_empty() => draft.answer.extend(group.blocks(is_markdown)),
                Kind::Purpose
                    if !(has_purpose || group.begins_with_list() && is_definitions(&group.label)) =>
                {
                    has_purpose = true;
                    draft.answer.extend(group.blocks(is_markdown));
                }
                // The list that an answer begins with is what has to be known.
                Kind::Other if !has_other && !has_list && group.begins_with_list() => {
                    has_other = true;
                    draft.answer.push(Block::Text(start(&format!("{}:", group.label), is_markdown)));
                    draft.answer.extend(group.blocks(is_markdown));
                }
                _ => {
                    has_other |= group.kind == Kind::Other;
                    others.push(group);
                }
            }
        }
        if draft.answer.is_empty() {
            raise(&mut others, draft, is_markdown);
        }
        for group in others {
            let title = match group.kind {
                Kind::Mnemonic => "Mnemonic".to_owned(),
                Kind::Pitfalls => "Pitfalls".to_owned(),
                Kind::Purpose | Kind::Other if is_markdown => group.label.clone(),
                Kind::Purpose | Kind::Other => escape::inline(&group.label),
            };
            draft.sections.push((title, group.blocks(is_markdown)));
        }
    }

    /// A label with nothing behind it is text.
    fn settle_empty_labels(&mut self) {
        let mut settled: Vec<Group> = Vec::new();
        for group in std::mem::take(&mut self.groups) {
            let last = settled.last_mut().filter(|_| group.parts.is_empty() && !group.label.is_empty());
            match last {
                Some(last) => last.parts.push(Part { item: None, text: format!("{}:", group.label) }),
                None => settled.push(group),
            }
        }
        self.groups = settled;
    }
}

/// An answer of nothing but sections would show nothing at first: labels that ask for one sentence become
/// key points, or else the first section stands above the others.
fn raise(others: &mut Vec<Group>, draft: &mut Draft, is_markdown: bool) {
    let is_sentence = |group: &Group| {
        let [part] = group.parts.as_slice() else { return false };
        group.kind == Kind::Other && part.item.is_none() && contains(&group.label, "one sentence")
    };
    let (sentences, mut rest): (Vec<_>, Vec<_>) = std::mem::take(others).into_iter().partition(is_sentence);
    for group in &sentences {
        let label = start(base(&group.label), is_markdown);
        let text: String = group.parts.iter().map(|part| inline(&part.text, is_markdown)).collect();
        draft.answer.push(Block::Item { depth: 0, number: None, text: format!("**{label}**: {text}") });
    }
    let is_raised = |group: &Group| matches!(group.kind, Kind::Other | Kind::Purpose);
    let first = rest.iter().position(is_raised).filter(|_| sentences.is_empty());
    if let Some(first) = first {
        let group = rest.remove(first);
        draft.answer.push(Block::Text(start(&format!("{}:", group.label), is_markdown)));
        draft.answer.extend(group.blocks(is_markdown));
    }
    *others = rest;
}

impl Group {
    fn blocks(&self, is_markdown: bool) -> Vec<Block> {
        let block = |part: &Part| match part.item {
            Some((depth, number)) => Block::Item { depth, number, text: titled(&part.text, is_markdown) },
            None => Block::Text(start(&part.text, is_markdown)),
        };
        self.parts.iter().map(block).collect()
    }
}

fn inline(text: &str, is_markdown: bool) -> String {
    if is_markdown { text.to_owned() } else { escape::inline(text) }
}

fn start(text: &str, is_markdown: bool) -> String {
    escape::start(&inline(text, is_markdown))
}

/// An item with its title in bold: `Title: reason`, `**Title** — reason` and the like.
fn titled(text: &str, is_markdown: bool) -> String {
    const LONGEST: usize = 60;
    let bold = text.strip_prefix("**").filter(|_| is_markdown).and_then(|text| text.split_once("**"));
    if let Some((title, rest)) = bold {
        let rest = rest.trim_start();
        let had_colon = title.trim_end().ends_with(':');
        let after = rest
            .strip_prefix(':')
            .or_else(|| ["— ", "– ", "- "].iter().find_map(|dash| rest.strip_prefix(dash)));
        return match after {
            Some(rest) => format!("**{}**: {}", title.trim(), rest.trim()),
            None if had_colon => format!("**{}**: {rest}", title.trim().trim_end_matches(':')),
            None => start(text, is_markdown),
        };
    }
    let separators = [": ", " — ", " – ", " - "];
    let first = separators.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    let parted =
        first.and_then(|(at, length)| Some((text.get(..at)?.trim(), text.get(at + length..)?.trim())));
    let is_title = |(title, rest): &(&str, &str)| {
        let balanced = title.matches('(').count() == title.matches(')').count();
        let is_even = title.matches(['"', '“', '”']).count().is_multiple_of(2);
        let is_clause = rest.contains(" — ") || rest.contains(" – ");
        let has_marks = title.contains(['*', '`', '_', '[', '.', '?', '!']);
        !title.is_empty()
            && !rest.is_empty()
            && title.chars().count() <= LONGEST
            && balanced
            && is_even
            && !is_clause
            && !has_marks
    };
    match parted.filter(is_title) {
        Some((title, rest)) => format!("**{}**: {}", inline(title, is_markdown), inline(rest, is_markdown)),
        None => start(text, is_markdown),
    }
}
