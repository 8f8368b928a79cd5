//! Markdown to pieces: headings, and the blocks between them as rich text.
//!
//! `pulldown-cmark` reads the Markdown; this file turns its events into the tree of
//! [`rich`](crate::deck::rich) text and keeps where each piece stands.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::deck::address::{ImageSource, Link};
use crate::deck::issue::{Issues, excerpt};
use crate::deck::rich::{Block, Inline, ListItem, MAX_DEPTH, plain_text};

/// A part of a deck at the outermost level.
#[derive(Debug)]
pub(super) enum Piece {
    Heading(Heading),
    Block(Block),
    /// A list that stands by itself, so that its items can become key points.
    List {
        start: Option<u32>,
        items: Vec<Located<ListItem>>,
    },
}

/// Something and the bytes that it stands in.
#[derive(Debug)]
pub(super) struct Located<T> {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) it: T,
}

/// A heading with its attributes.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) level: usize,
    pub(super) content: Vec<Inline>,
    /// From `{#id}`.
    pub(super) id: Option<String>,
    /// From `{key=value}`.
    pub(super) attributes: Vec<(String, String)>,
}

/// The pieces of `text` from byte `from` on.
pub(super) fn read(text: &str, from: usize, issues: &mut Issues<'_>) -> Vec<Located<Piece>> {
    let options = Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS;
    let body = text.get(from..).unwrap_or("");
    let mut reader = Reader::new(issues);
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(event, from + range.start..from + range.end);
    }
    reader.pieces
}

/// What is being built, outermost first.
enum Frame {
    Heading { level: usize, id: Option<String>, attributes: Vec<(String, String)>, content: Vec<Inline> },
    Paragraph(Vec<Inline>),
    Quote(Flow),
    List { start: Option<u32>, items: Vec<Located<ListItem>> },
    Item { at: usize, checked: Option<bool>, flow: Flow },
    Code(String),
    Html { at: usize, text: String },
    Table { head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Row(Vec<Vec<Inline>>),
    Cell(Vec<Inline>),
    Span { kind: Span, content: Vec<Inline> },
}

/// Blocks, and the inlines of a paragraph that Markdown leaves bare in a tight list.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    loose: Vec<Inline>,
}

impl Flow {
    fn settle(&mut self) {
        if !self.loose.is_empty() {
            let content = std::mem::take(&mut self.loose);
            self.blocks.push(Block::Paragraph { content });
        }
    }

    fn push(&mut self, block: Block) {
        self.settle();
        self.blocks.push(block);
    }

    fn finish(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

enum Span {
    Emphasis,
    Strong,
    Strikethrough,
    Link(Option<Link>),
    Image(Option<ImageSource>),
}

struct Reader<'a, 't> {
    issues: &'a mut Issues<'t>,
    pieces: Vec<Located<Piece>>,
    frames: Vec<Frame>,
    /// Where the outermost frame began.
    began: usize,
    /// Where what was read last ended.
    ended: usize,
    /// How many elements are open beyond [`MAX_DEPTH`]: their content goes to the deepest frame.
    unwrapped: usize,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(issues: &'a mut Issues<'t>) -> Self {
        Reader { issues, pieces: Vec::new(), frames: Vec::new(), began: 0, ended: 0, unwrapped: 0 }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        self.ended = range.end;
        match event {
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text),
            Event::Code(text) => self.inline(Inline::Code { text: text.into_string() }),
            Event::Html(text) => self.text(text),
            Event::InlineHtml(text) => self.inline_html(&text, range.start),
            Event::SoftBreak => self.text(" ".into()),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => {
                self.mark(range.start);
                self.block(Block::Rule);
            }
            Event::TaskListMarker(is_checked) => {
                // In a loose list the box stands in a paragraph of the item.
                let item = self.frames.iter_mut().rev().find_map(|frame| match frame {
                    Frame::Item { checked, .. } => Some(checked),
                    _ => None,
                });
                if let Some(checked) = item {
                    *checked = Some(is_checked);
                }
            }
            // Math and footnotes are not switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(text);
            }
        }
    }

    /// Remembers where a piece begins.
    fn mark(&mut self, at: usize) {
        if self.frames.is_empty() {
            self.began = at;
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        self.mark(at);
        // A list needs room for its items, and a table for its rows and cells.
        let room = match tag {
            Tag::List(_) => 2,
            Tag::Table(_) => 3,
            _ => 1,
        };
        if self.unwrapped > 0 || self.frames.len() + room > MAX_DEPTH {
            if self.unwrapped == 0 {
                self.issues.add(
                    at,
                    format!("{MAX_DEPTH} levels of nesting"),
                    "nest less deeply; the text is kept, without its innermost lists and quotes",
                );
            }
            self.unwrapped += 1;
            return;
        }
        let frame = match tag {
            Tag::Heading { level, id, attrs, classes } => Frame::Heading {
                level: level as usize,
                id: id.map(CowStr::into_string),
                attributes: attrs
                    .into_iter()
                    .chain(classes.into_iter().map(|class| (class, None)))
                    .map(|(key, value)| {
                        (key.into_string(), value.map(CowStr::into_string).unwrap_or_default())
                    })
                    .collect(),
                content: Vec::new(),
            },
            Tag::BlockQuote(_) => Frame::Quote(Flow::default()),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Frame::Code(String::new()),
            Tag::HtmlBlock => Frame::Html { at, text: String::new() },
            Tag::List(start) => Frame::List {
                start: start.map(|number| u32::try_from(number).unwrap_or(u32::MAX)),
                items: Vec::new(),
            },
            Tag::Item => Frame::Item { at, checked: None, flow: Flow::default() },
            Tag::Table(_) => Frame::Table { head: Vec::new(), rows: Vec::new() },
            Tag::TableHead | Tag::TableRow => Frame::Row(Vec::new()),
            Tag::TableCell => Frame::Cell(Vec::new()),
            Tag::Emphasis => Frame::Span { kind: Span::Emphasis, content: Vec::new() },
            Tag::Strong => Frame::Span { kind: Span::Strong, content: Vec::new() },
            Tag::Strikethrough => Frame::Span { kind: Span::Strikethrough, content: Vec::new() },
            Tag::Link { link_type, dest_url, .. } => {
                Frame::Span { kind: Span::Link(self.link(link_type, &dest_url, at)), content: Vec::new() }
            }
            Tag::Image { dest_url, .. } => {
                Frame::Span { kind: Span::Image(self.image(&dest_url, at)), content: Vec::new() }
            }
            // Paragraphs, and what is not switched on.
            _ => Frame::Paragraph(Vec::new()),
        };
        self.frames.push(frame);
    }

    fn link(&mut self, kind: LinkType, address: &str, at: usize) -> Option<Link> {
        let link = match kind {
            LinkType::Email => Link::new(&format!("mailto:{address}")),
            _ => Link::new(address),
        };
        if link.is_none() {
            self.issues.add(
                at,
                format!("link to `{}`", excerpt(address)),
                "link to an https: or mailto: address or to a #place in the page; the words are kept",
            );
        }
        link
    }

    fn image(&mut self, address: &str, at: usize) -> Option<ImageSource> {
        let source = ImageSource::new(address);
        if source.is_none() {
            self.issues.add(
                at,
                format!("picture from `{}`", excerpt(address)),
                "put the picture beside the deck and name it by its path, or embed it as data:image/png;base64 \
                 (png, jpeg, webp, gif or avif, at most 200 KB); its description is kept",
            );
        }
        source
    }

    fn end(&mut self, tag: TagEnd) {
        if self.unwrapped > 0 {
            self.unwrapped -= 1;
            if matches!(tag, TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_)) {
                // Words of two blocks must not become one.
                self.part_words();
            }
            return;
        }
        match self.frames.pop() {
            None => {}
            Some(Frame::Heading { level, id, attributes, content }) => {
                if self.frames.is_empty() {
                    let piece = Piece::Heading(Heading { level, content, id, attributes });
                    self.piece(piece);
                } else {
                    self.block(Block::Heading { content });
                }
            }
            // What a refused picture or link leaves may be nothing.
            Some(Frame::Paragraph(content)) if content.is_empty() => {}
            Some(Frame::Paragraph(content)) => self.block(Block::Paragraph { content }),
            Some(Frame::Quote(flow)) => self.block(Block::Quote { content: flow.finish() }),
            Some(Frame::List { start, items }) => {
                if self.frames.is_empty() {
                    self.piece(Piece::List { start, items });
                } else {
                    self.block(Block::List { start, items: unlocated(items) });
                }
            }
            Some(Frame::Item { at, checked, flow }) => {
                if let Some(Frame::List { items, .. }) = self.frames.last_mut() {
                    let it = ListItem { checked, content: flow.finish() };
                    items.push(Located { at, end: self.ended, it });
                }
            }
            Some(Frame::Code(mut text)) => {
                // A fence that the end of the file closes.
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                self.block(Block::Code { text });
            }
            Some(Frame::Html { at, text }) => self.html(at, &text),
            Some(Frame::Table { head, rows }) => self.block(Block::Table { head, rows }),
            Some(Frame::Row(cells)) => {
                if let Some(Frame::Table { head, rows }) = self.frames.last_mut() {
                    if head.is_empty() { *head = cells } else { rows.push(cells) }
                }
            }
            Some(Frame::Cell(content)) => {
                if let Some(Frame::Row(cells)) = self.frames.last_mut() {
                    cells.push(content);
                }
            }
            Some(Frame::Span { kind, content }) => self.span(kind, content),
        }
    }

    fn span(&mut self, kind: Span, content: Vec<Inline>) {
        match kind {
            Span::Emphasis => self.inline(Inline::Emphasis { content }),
            Span::Strong => self.inline(Inline::Strong { content }),
            Span::Strikethrough => self.inline(Inline::Strikethrough { content }),
            Span::Link(Some(href)) => self.inline(Inline::Link { href, content }),
            Span::Link(None) => content.into_iter().for_each(|inline| self.inline(inline)),
            Span::Image(Some(src)) => self.inline(Inline::Image { src, alt: plain_text(&content) }),
            Span::Image(None) => self.text(plain_text(&content).into()),
        }
    }

    /// A block of HTML: a comment is dropped, anything else becomes text.
    fn html(&mut self, at: usize, html: &str) {
        let html = html.trim();
        if html.starts_with("<!--") && end_of_comment(html) == Some(html.len()) {
            return;
        }
        self.html_is_text(html, at);
        let text = html.replace('\n', " ");
        self.block(Block::Paragraph { content: vec![Inline::Text { text }] });
    }

    fn inline_html(&mut self, html: &str, at: usize) {
        if html.starts_with("<!--") {
            return;
        }
        self.html_is_text(html, at);
        self.text(html.to_owned().into());
    }

    fn html_is_text(&mut self, html: &str, at: usize) {
        self.issues.add(
            at,
            format!("HTML `{}`", excerpt(html)),
            "write Markdown instead, or put it in `backticks`; it is shown as text",
        );
    }

    fn text(&mut self, text: CowStr<'_>) {
        match self.frames.last_mut() {
            Some(Frame::Code(code) | Frame::Html { text: code, .. }) => code.push_str(&text),
            // A character reference may stand for a line break, which is none here.
            _ if text.contains(['\n', '\r']) => {
                self.inline(Inline::Text { text: text.replace(['\n', '\r'], " ") })
            }
            _ => self.inline(Inline::Text { text: text.into_string() }),
        }
    }

    /// A space, unless there is one already.
    fn part_words(&mut self) {
        let content = match self.frames.last() {
            Some(Frame::Paragraph(content) | Frame::Cell(content) | Frame::Span { content, .. }) => content,
            Some(Frame::Quote(flow) | Frame::Item { flow, .. }) => &flow.loose,
            _ => return,
        };
        if !matches!(content.last(), Some(Inline::Text { text }) if text.ends_with(' ')) {
            self.text(" ".into());
        }
    }

    fn inline(&mut self, inline: Inline) {
        if matches!(&inline, Inline::Text { text } if text.is_empty()) {
            return;
        }
        let content = match self.frames.last_mut() {
            Some(
                Frame::Heading { content, .. }
                | Frame::Paragraph(content)
                | Frame::Cell(content)
                | Frame::Span { content, .. },
            ) => content,
            Some(Frame::Quote(flow) | Frame::Item { flow, .. }) => &mut flow.loose,
            // Text stands nowhere else.
            _ => return,
        };
        match (content.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(&more),
            (_, inline) => content.push(inline),
        }
    }

    fn block(&mut self, block: Block) {
        match self.frames.last_mut() {
            None => self.piece(Piece::Block(block)),
            Some(Frame::Quote(flow) | Frame::Item { flow, .. }) => flow.push(block),
            // Markdown puts blocks nowhere else.
            Some(_) => {}
        }
    }

    fn piece(&mut self, it: Piece) {
        self.pieces.push(Located { at: self.began, end: self.ended, it });
    }
}

/// Where the first comment in `html` ends.
fn end_of_comment(html: &str) -> Option<usize> {
    Some(html.as_bytes().windows(3).position(|bytes| bytes == b"-->")? + 3)
}

/// The items without their places.
pub(super) fn unlocated(items: Vec<Located<ListItem>>) -> Vec<ListItem> {
    items.into_iter().map(|item| item.it).collect()
}
