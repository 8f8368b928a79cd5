//! Blocks as the HTML of Anki's fields: on one line, with nothing in it that can run.

use crate::deck::{Block, Inline};

/// Writes HTML. The gaps of a prompt become Anki's, numbered through all that it writes.
#[derive(Default)]
pub(super) struct Html {
    out: String,
    n_gaps: usize,
}

/// The HTML of some blocks.
pub(super) fn html(blocks: &[Block]) -> String {
    let mut html = Html::default();
    html.blocks(blocks);
    html.out
}

impl Html {
    fn blocks(&mut self, blocks: &[Block]) {
        // A paragraph alone needs no tags, nor does the first of an item.
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph { content } if index == 0 => self.inlines(content),
                block => self.block(block),
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content } => self.tagged("p", |html| html.inlines(content)),
            Block::Heading { content } => self.tagged("h4", |html| html.inlines(content)),
            Block::Quote { content } => self.tagged("blockquote", |html| html.blocks(content)),
            Block::Code { text } => self.tagged("pre", |html| html.text(text.trim_end_matches('\n'))),
            Block::Rule => self.out.push_str("<hr>"),
            Block::List { start, items } => {
                let name = if start.is_some() { "ol" } else { "ul" };
                self.out.push_str(&match start {
                    Some(start) if *start != 1 => format!("<ol start=\"{start}\">"),
                    _ => format!("<{name}>"),
                });
                for item in items {
                    self.tagged("li", |html| {
                        html.out.push_str(item.checked.map_or("", |is| if is { "☑ " } else { "☐ " }));
                        html.blocks(&item.content);
                    });
                }
                self.out.push_str(&format!("</{name}>"));
            }
            Block::Table { head, rows } => self.tagged("table", |html| {
                html.row("th", head);
                rows.iter().for_each(|cells| html.row("td", cells));
            }),
        }
    }

    fn row(&mut self, name: &str, cells: &[Vec<Inline>]) {
        self.tagged("tr", |html| {
            cells.iter().for_each(|cell| html.tagged(name, |html| html.inlines(cell)));
        });
    }

    fn tagged(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.out.push_str(&format!("<{name}>"));
        inside(self);
        self.out.push_str(&format!("</{name}>"));
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text } => self.text(text),
                Inline::Emphasis { content } => self.tagged("i", |html| html.inlines(content)),
                Inline::Strong { content } => self.tagged("b", |html| html.inlines(content)),
                Inline::Strikethrough { content } => self.tagged("s", |html| html.inlines(content)),
                Inline::Code { text } => self.tagged("code", |html| html.text(text)),
                Inline::Link { href, content } => {
                    self.out.push_str("<a href=\"");
                    self.text(href.as_str());
                    self.out.push_str("\">");
                    self.inlines(content);
                    self.out.push_str("</a>");
                }
                // The picture itself would have to be copied by hand.
                Inline::Image { alt, .. } => self.text(&format!("[{alt}]")),
                Inline::Gap { text, hint } => {
                    self.n_gaps += 1;
                    self.out.push_str(&format!("{{{{c{}::", self.n_gaps));
                    self.text(text);
                    if let Some(hint) = hint {
                        self.out.push_str("::");
                        self.text(hint);
                    }
                    self.out.push_str("}}");
                }
                Inline::Input { name } => self.text(name),
                Inline::Break => self.out.push_str("<br>"),
            }
        }
    }

    /// Text without a sign that HTML or Anki would read, on one line.
    fn text(&mut self, text: &str) {
        let mut before = ' ';
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\n' => self.out.push_str("<br>"),
                '\t' => self.out.push_str("    "),
                '\r' => {}
                // Two of them would begin or end a gap.
                '{' | '}' if before == c => self.out.push_str(if c == '{' { "&#123;" } else { "&#125;" }),
                c => self.out.push(c),
            }
            before = c;
        }
    }
}
