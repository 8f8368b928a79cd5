//! Anki's HTML fields to Markdown blocks.

use pulldown_cmark::{Event, Parser};

use super::block::Block;
use super::plain::{self, fold};
use super::report::excerpt;
use super::run::{self, Style};
use crate::deck::Link;
use crate::exchange::escape;

/// The blocks of a piece of HTML. What has no place in a deck is noted.
pub(super) fn blocks(html: &str, note: &mut dyn FnMut(String)) -> Vec<Block> {
    let mut reader = Reader::new(note);
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        reader.text(text);
        rest = reader.tag(after);
    }
    reader.text(rest);
    reader.end_line();
    reader.blocks
}

struct Reader<'n> {
    note: &'n mut dyn FnMut(String),
    blocks: Vec<Block>,
    /// The line in hand.
    runs: Vec<(Style, String)>,
    /// How many of each are open.
    bold: usize,
    italic: usize,
    code: usize,
    link: Option<Link>,
    /// The open lists, with the number of the last item or none for bullets.
    lists: Vec<Option<u32>>,
    /// Whether the line in hand begins an item.
    is_item: bool,
    /// Whether the next line begins a paragraph.
    is_apart: bool,
    /// Whether no tag ends in what is left of the text.
    has_no_end: bool,
}

impl<'n> Reader<'n> {
    fn new(note: &'n mut dyn FnMut(String)) -> Self {
        Reader {
            note,
            blocks: Vec::new(),
            runs: Vec::new(),
            bold: 0,
            italic: 0,
            code: 0,
            link: None,
            lists: Vec::new(),
            is_item: false,
            is_apart: true,
            has_no_end: false,
        }
    }

    fn text(&mut self, html: &str) {
        if html.is_empty() {
            return;
        }
        let style = Style {
            bold: self.bold > 0,
            italic: self.italic > 0,
            code: self.code > 0,
            link: self.link.clone(),
        };
        let text = decode(html);
        match self.runs.last_mut() {
            Some((last, before)) if *last == style => before.push_str(&text),
            _ => self.runs.push((style, text)),
        }
    }

    /// Reads what follows a `<` and returns what follows the tag.
    fn tag<'t>(&mut self, html: &'t str) -> &'t str {
        if let Some(comment) = html.strip_prefix("!--") {
            return comment.split_once("-->").map_or("", |(_, after)| after);
        }
        let is_tag = html.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = if is_tag && !self.has_no_end { html.split_once('>') } else { None };
        let Some((inside, after)) = end else {
            self.has_no_end |= is_tag;
            self.text("<");
            return html;
        };
        let (is_end, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is(&["script", "style"]) && !is_end {
            let (_, behind) = split_element(after, name);
            if behind.is_empty() && !after.contains("</") {
                (self.note)(format!("a `{}` that never ends is left out", excerpt(name)));
            }
            return behind;
        } else if is(&["pre"]) && !is_end {
            return self.pre(after);
        } else if is(&["b", "strong"]) {
            count(&mut self.bold, is_end);
        } else if is(&["i", "em"]) {
            count(&mut self.italic, is_end);
        } else if is(&["code", "kbd", "samp", "tt"]) {
            count(&mut self.code, is_end);
        } else if is(&["a"]) {
            self.link = if is_end { None } else { self.address(inside) };
        } else if is(&["img"]) {
            self.picture(inside);
        } else if is(&["ul", "ol"]) {
            self.end_line();
            if is_end {
                self.lists.pop();
            } else {
                self.lists.push(is(&["ol"]).then_some(0));
            }
            self.is_apart = true;
        } else if is(&["li"]) {
            self.end_line();
            self.is_item = !is_end;
        } else if is(&["p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "blockquote"]) {
            self.end_line();
            self.is_apart = true;
        } else if is(&["br"]) {
            self.break_line();
        } else if is(&["div", "tr", "dt", "dd", "section", "article"]) {
            self.end_line();
        } else if is(&["td", "th"]) && !is_end && !self.runs.is_empty() {
            self.text(" | ");
        }
        after
    }

    /// A second line break in a row begins a paragraph.
    fn break_line(&mut self) {
        let is_empty = self.runs.iter().all(|(_, text)| text.trim().is_empty());
        self.end_line();
        self.is_apart |= is_empty && !self.is_item;
    }

    fn address(&mut self, tag: &str) -> Option<Link> {
        let address = attribute(tag, "href")?;
        // Each run of words has a copy of it.
        let link = Link::new(&address).filter(|link| link.as_str().len() <= 2_000);
        if link.is_none() {
            (self.note)(format!("the link to `{}` is left out: its words are kept", excerpt(&address)));
        }
        link
    }

    fn picture(&mut self, tag: &str) {
        let source = attribute(tag, "src").unwrap_or_default();
        match attribute(tag, "alt").map(|alt| fold(&alt)).filter(|alt| !alt.is_empty()) {
            Some(alt) => {
                (self.note)(format!(
                    "the picture `{}` is left out: its description is kept",
                    excerpt(&source)
                ));
                self.text(&alt.replace('&', "&amp;"));
            }
            None => {
                (self.note)(format!("the picture `{}` is left out: its name is kept", excerpt(&source)));
                self.text(&format!("[{}]", source.replace('&', "&amp;")));
            }
        }
    }

    /// Code on lines of its own.
    fn pre<'t>(&mut self, html: &'t str) -> &'t str {
        self.end_line();
        let (inside, after) = split_element(html, "pre");
        let mut code = String::new();
        let mut rest = inside;
        while let Some((text, tag)) = rest.split_once('<') {
            code.push_str(&decode(text));
            let Some((name, behind)) = tag.split_once('>') else {
                rest = tag;
                break;
            };
            if name.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
                code.push('\n');
            }
            rest = behind;
        }
        code.push_str(&decode(rest));
        self.blocks.push(Block::Code(plain::lines(&code).join("\n")));
        self.is_apart = true;
        after
    }

    fn end_line(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let (plain, markdown) = run::markdown(&runs);
        if plain.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let is_item = std::mem::take(&mut self.is_item);
        let is_apart = std::mem::take(&mut self.is_apart);
        match self.lists.last_mut() {
            Some(number) if is_item => {
                *number = number.map(|number| number.saturating_add(1));
                self.blocks.push(Block::Item { depth, number: *number, text: escape::start(&markdown) });
            }
            Some(_) if matches!(self.blocks.last(), Some(Block::Item { .. })) => {
                if let Some(Block::Item { text, .. }) = self.blocks.last_mut() {
                    text.push(' ');
                    text.push_str(&markdown);
                }
            }
            // Some people write their bullets by hand.
            _ => match plain::marker(&plain).zip(plain::marker(&markdown)) {
                Some(((None, _), (_, text))) if !text.is_empty() => {
                    self.blocks.push(Block::Item { depth: 0, number: None, text: escape::start(text) });
                }
                _ => plain::push_line(&mut self.blocks, escape::start(&markdown), is_apart),
            },
        }
    }
}

fn count(open: &mut usize, is_end: bool) {
    *open = if is_end { open.saturating_sub(1) } else { *open + 1 };
}

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let is_name = |at: &usize| {
        let before = tag.get(..*at).unwrap_or("");
        let here = tag.get(*at..*at + name.len());
        before.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
            && here.is_some_and(|here| here.eq_ignore_ascii_case(name))
    };
    let equals = |at: usize| tag.get(at + name.len()..)?.trim_start().strip_prefix('=').map(str::trim_start);
    let value = tag
        .match_indices(|c: char| c.is_ascii_alphabetic())
        .map(|(at, _)| at)
        .filter(is_name)
        .find_map(equals)?;
    let value = match value.strip_prefix(['"', '\'']) {
        Some(inside) => inside.split(['"', '\'']).next(),
        None => value.split(char::is_whitespace).next(),
    };
    value.map(decode)
}

/// What stands inside an element and what follows it. One that never ends has all the rest.
fn split_element<'t>(html: &'t str, name: &str) -> (&'t str, &'t str) {
    for (at, _) in html.match_indices("</") {
        let behind = html.get(at + 2..).unwrap_or("");
        if behind.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            let after = behind.split_once('>').map_or("", |(_, after)| after);
            return (html.get(..at).unwrap_or(""), after);
        }
    }
    (html, "")
}

/// Text with its entities read. Markdown knows all of them.
fn decode(html: &str) -> String {
    const LONGEST: usize = 40;
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('&') {
        out.push_str(text);
        let end = after.bytes().take(LONGEST).position(|b| b == b';');
        let entity = end.and_then(|end| after.split_at_checked(end + 1));
        let entity = entity
            .filter(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'#' | b';')));
        let Some((name, behind)) = entity else {
            out.push('&');
            rest = after;
            continue;
        };
        for event in Parser::new(&format!("&{name}")) {
            if let Event::Text(text) = event {
                out.push_str(&text);
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
