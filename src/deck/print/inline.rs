//! Inlines to Markdown.
//!
//! Where emphasis may begin and end depends on the characters around it, in ways that fill pages of Markdown's
//! specification. The reader knows them already, so it is asked: what it does not read back is written again,
//! with more care and more backslashes.

use super::address::address;
use super::braces::with_braces;
use super::{NOTHING, escape};
use crate::deck::model::Deck;
use crate::deck::number::Input;
use crate::deck::rich::{Block, Inline};

/// How much care is taken.
#[derive(Clone, Copy)]
enum Care {
    /// As a person would write it.
    Plain,
    /// Every sign that could mean something has its backslash, and emphasis stands apart from what is around it.
    Full(Signs),
}

/// Which signs emphasis is written with.
#[derive(Clone, Copy)]
enum Signs {
    /// Another one inside of it.
    Alternating {
        /// Whether the outermost has the second.
        from_second: bool,
    },
    /// Emphasis always has the one and strong emphasis the other; these tell which has the second.
    Fixed { emphasis: bool, strong: bool },
}

const CARES: [Care; 7] = [
    Care::Plain,
    Care::Full(Signs::Alternating { from_second: false }),
    Care::Full(Signs::Alternating { from_second: true }),
    Care::Full(Signs::Fixed { emphasis: false, strong: true }),
    Care::Full(Signs::Fixed { emphasis: true, strong: false }),
    Care::Full(Signs::Fixed { emphasis: false, strong: false }),
    Care::Full(Signs::Fixed { emphasis: true, strong: true }),
];

/// Inlines as lines of a paragraph or a heading. A line ends where a break stands.
pub(super) fn lines(inlines: &[Inline], inputs: &[Input]) -> String {
    let inlines = with_braces(inlines, inputs);
    let wanted = [Block::Paragraph { content: inlines.clone() }];
    let mut written = CARES.iter().map(|care| {
        let mut written = Writer::new(*care, false).write(&inlines);
        if written.ends_with('\n') {
            // A break needs a line behind it; one this far in is none of HTML.
            written.push_str(&format!("    {NOTHING}"));
        }
        // A bracket that has no backslash yet begins a link, which may go on in the next line.
        let is_link = |line: &str| matches!(care, Care::Full(_)) && line.starts_with('[');
        let start = |line: &str| if is_link(line) { line.to_owned() } else { escape::start(line) };
        written.split('\n').map(start).collect::<Vec<_>>().join("\n")
    });
    let is_read_back = |written: &String| Deck::parse(&format!("\n{written}\n"), "").0.about == wanted;
    first_or_last(&mut written, is_read_back)
}

/// Inlines as a cell of a table.
pub(super) fn cell(inlines: &[Inline]) -> String {
    let wanted = [Block::Table { head: vec![inlines.to_vec()], rows: Vec::new() }];
    let mut written = CARES.iter().map(|care| Writer::new(*care, true).write(inlines));
    let is_read_back = |written: &String| {
        let table = format!("\n| {written} |\n|---|\n");
        Deck::parse(&table, "").0.about == wanted
    };
    first_or_last(&mut written, is_read_back)
}

/// Plain text as lines of a paragraph or a heading.
pub(super) fn text(text: &str) -> String {
    lines(&[Inline::Text { text: text.to_owned() }], &[])
}

fn first_or_last(written: &mut dyn Iterator<Item = String>, is_good: impl Fn(&String) -> bool) -> String {
    let mut last = String::new();
    for written in written {
        let is_good = is_good(&written);
        last = written;
        if is_good {
            break;
        }
    }
    last
}

/// What the next character must not be.
#[derive(Clone, Copy)]
enum Behind {
    Nothing,
    /// Marks that end emphasis. They do not where a letter follows and `needs_gap`.
    Marks {
        mark: char,
        needs_gap: bool,
    },
    /// A backtick.
    Code,
}

struct Writer {
    care: Care,
    /// Whether it writes a cell, which a `|` would end.
    is_cell: bool,
    in_link: bool,
    /// The sign that the emphasis in hand is written with, and how often.
    around: Option<&'static str>,
    out: String,
    behind: Behind,
}

impl Writer {
    fn new(care: Care, is_cell: bool) -> Self {
        Writer { care, is_cell, in_link: false, around: None, out: String::new(), behind: Behind::Nothing }
    }

    fn write(mut self, inlines: &[Inline]) -> String {
        self.all(inlines);
        self.out
    }

    /// What stands inside of something.
    fn inside(&self, inlines: &[Inline], around: Option<&'static str>, in_link: bool) -> String {
        let Writer { care, is_cell, .. } = *self;
        Writer { around, in_link, ..Writer::new(care, is_cell) }.write(inlines)
    }

    fn all(&mut self, inlines: &[Inline]) {
        for (index, inline) in inlines.iter().enumerate() {
            let is_edge = index == 0 || index + 1 == inlines.len();
            let is_only = inlines.len() == 1;
            match inline {
                Inline::Text { text } => {
                    let is_last = index + 1 == inlines.len();
                    self.text(text, is_last && !self.in_link);
                }
                Inline::Emphasis { content } => self.span(content, ["*", "_"], is_edge, false),
                Inline::Strong { content } => self.span(content, ["**", "__"], is_edge, is_only),
                Inline::Strikethrough { content } => self.span(content, ["~~", "~"], is_edge, false),
                Inline::Code { text } => self.code(text),
                Inline::Link { href, content } => self.link(href.as_str(), content),
                Inline::Image { src, alt } => {
                    let alt = self.inside(&[Inline::Text { text: alt.clone() }], None, true);
                    self.push(&format!("![{alt}]({})", address(src.as_str())));
                }
                // They have become text.
                Inline::Gap { text, .. } | Inline::Input { name: text } => self.text(text, false),
                Inline::Break => self.push(if self.is_cell { " " } else { "\\\n" }),
            }
        }
    }

    /// Writes Markdown, apart from what stands before it.
    fn push(&mut self, markdown: &str) {
        let Some(next) = markdown.chars().next() else { return };
        let is_merged = match self.behind {
            Behind::Nothing => false,
            Behind::Marks { mark, needs_gap } => next == mark || needs_gap && is_word(next),
            Behind::Code => next == '`',
        };
        if is_merged {
            self.out.push_str(NOTHING);
        }
        self.out.push_str(markdown);
        self.behind = Behind::Nothing;
    }

    fn text(&mut self, text: &str, is_last: bool) {
        let mut before = self.out.chars().next_back();
        let is_start = before.is_none_or(|c| c == '\n') && !self.in_link;
        let mut written = String::with_capacity(text.len() + text.len() / 16);
        let mut chars = text.chars();
        let mut is_first = true;
        while let Some(c) = chars.next() {
            let rest = chars.as_str();
            // Markdown drops white space at the ends of lines and allows none inside of marks.
            let is_end = is_first && is_start || rest.is_empty() && is_last;
            is_first = false;
            if matches!(c, '\n' | '\r') || c.is_whitespace() && is_end {
                written.push_str(&format!("&#{};", u32::from(c)));
            } else {
                if self.is_escaped(c, before, rest) {
                    written.push('\\');
                }
                written.push(c);
            }
            // Underscores in a row are one mark: what counts is what stands before all of them.
            if c != '_' {
                before = Some(c);
            }
        }
        self.push(&written);
    }

    fn is_escaped(&self, c: char, before: Option<char>, rest: &str) -> bool {
        match c {
            '[' | ']' if self.in_link => true,
            '|' if self.is_cell => true,
            c if matches!(self.care, Care::Full(_)) => "\\`*_[]()<>&~!|#=+-:".contains(c),
            c => escape::is_markup(c, before, rest),
        }
    }

    /// Emphasis. `marks` are the two ways to write it.
    fn span(&mut self, content: &[Inline], marks: [&'static str; 2], is_edge: bool, is_only: bool) {
        let [usual, other] = marks;
        let outer = self.around.and_then(|around| around.chars().next());
        let is_other = match self.care {
            _ if usual.starts_with('~') => self.around == Some(usual),
            // `***both***`
            Care::Plain | Care::Full(Signs::Alternating { .. })
                if is_only && self.around.is_some_and(|around| matches!(around, "*" | "_")) =>
            {
                outer == Some('_')
            }
            Care::Plain => outer == Some('*') && (is_edge || self.around == Some(usual)),
            Care::Full(Signs::Alternating { from_second }) => outer.map_or(from_second, |outer| outer == '*'),
            Care::Full(Signs::Fixed { emphasis, strong }) => {
                if usual.len() == 1 {
                    emphasis
                } else {
                    strong
                }
            }
        };
        let marks = if is_other { other } else { usual };
        let mut inside = self.inside(content, Some(marks), self.in_link);
        if inside.is_empty() {
            inside.push_str(NOTHING);
        }
        // These two mean nothing inside of a word.
        let is_for_words = marks.starts_with('_') || marks == "~";
        let is_apart = is_for_words || matches!(self.care, Care::Full(_));
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_after_word = || self.out.chars().next_back().is_some_and(is_word);
        if matches!(self.behind, Behind::Nothing)
            && (is_apart || !is_letter(inside.chars().next()))
            && is_after_word()
        {
            self.out.push_str(NOTHING);
        }
        self.push(&format!("{marks}{inside}{marks}"));
        let needs_gap = is_apart || !is_letter(inside.chars().next_back());
        self.behind = Behind::Marks { mark: marks.chars().next().unwrap_or('*'), needs_gap };
    }

    fn code(&mut self, code: &str) {
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        // The shortest that does not occur reads best, but the longest is sure not to.
        let fence = "`".repeat(if longest == 0 { 1 } else { longest + 1 });
        let is_padded = code.starts_with('`')
            || code.ends_with('`')
            || code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
        let pad = if is_padded { " " } else { "" };
        let code = if self.is_cell { code.replace('|', "\\|") } else { code.to_owned() };
        self.push(&format!("{fence}{pad}{code}{pad}{fence}"));
        self.behind = Behind::Code;
    }

    fn link(&mut self, href: &str, content: &[Inline]) {
        if let [Inline::Text { text }] = content
            && (text == href || href.strip_prefix("mailto:") == Some(text))
            && matches!(self.care, Care::Plain)
        {
            return self.push(&format!("<{text}>"));
        }
        // It would be a picture.
        if matches!(self.care, Care::Plain) && self.out.ends_with('!') {
            self.out.insert(self.out.len() - 1, '\\');
        }
        let content = self.inside(content, self.around, true);
        self.push(&format!("[{content}]({})", address(href)));
    }
}

/// Whether emphasis may fail to begin or to end at this character.
fn is_word(c: char) -> bool {
    let is_dash_or_quote = ('\u{2010}'..='\u{205e}').contains(&c);
    !c.is_whitespace() && !c.is_ascii_punctuation() && !is_dash_or_quote
}
