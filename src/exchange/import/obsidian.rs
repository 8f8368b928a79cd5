//! Notes for Obsidian's spaced repetition: `front::back`, `?` between two blocks, and `==hidden==` words.
//!
//! `key:: value` with one word in small letters is a field of Dataview's as well as a card. It is read as a
//! card where something else shows that the note holds cards, and reported as left out where nothing does.

use super::block::Block;
use super::draft::{self, Draft};
use super::note::{
    Kind, Line, front_matter, heading, hide, is_field, read, signs, split, without_comments, without_tags,
};
use super::report::{Report, excerpt};
use super::{Format, Import, hashcards, passage, plain};
use crate::exchange::escape;

pub(super) fn import(text: &str, name: &str) -> Import {
    let lines = plain::lines(text);
    let signs = signs(&lines);
    let mut reader = Reader {
        has_cards: signs.is_certain || signs.n_cards > 0,
        topic: String::new(),
        drafts: Vec::new(),
        report: Report::default(),
        reversed: None,
    };
    let read = read(&lines);
    for block in read.split(|line| line.kind == Kind::Blank) {
        reader.block(block);
    }
    if let Some(line) = reader.reversed {
        reader.report.add(line, "cards that ask both ways: each becomes one card, from front to back");
    }
    let matter = lines.get(1..front_matter(&lines)).unwrap_or_default();
    let title = matter.iter().find_map(|line| line.strip_prefix("title:"));
    let title = title.map_or("", |title| title.trim().trim_matches(['"', '\'']));
    draft::finish(Format::Obsidian, title, name, reader.drafts, reader.report)
}

struct Reader {
    /// Whether something shows that the note holds cards.
    has_cards: bool,
    topic: String,
    drafts: Vec<Draft>,
    report: Report,
    /// The first card that asks both ways.
    reversed: Option<usize>,
}

impl Reader {
    /// Lines without a blank one between them.
    fn block(&mut self, mut lines: &[Line<'_>]) {
        while let Some((first, rest)) = lines.split_first() {
            if first.kind == Kind::Heading {
                let title = heading(without_comments(first.text).trim()).unwrap_or("");
                self.topic = plain::fold(&without_tags(title));
                lines = rest;
                continue;
            }
            let end = lines.iter().position(|line| line.kind == Kind::Heading).unwrap_or(lines.len());
            let (block, rest) = lines.split_at_checked(end).unwrap_or((lines, &[]));
            match block.iter().position(|line| line.kind == Kind::Divider) {
                Some(at) => self.divided(block, at),
                None => self.lines(block),
            }
            lines = rest;
        }
    }

    /// A block with a `?` in it.
    fn divided(&mut self, block: &[Line<'_>], at: usize) {
        let (front, back) = block.split_at_checked(at).unwrap_or((block, &[]));
        let Some((divider, back)) = back.split_first() else { return };
        if front.is_empty() {
            self.report.add(divider.number, "a `?` without a question above it: it is left out");
            return self.lines(back);
        }
        let text = |lines: &[Line<'_>]| -> Vec<String> {
            let texts = lines.iter().map(|line| match line.kind {
                Kind::Code => line.text.to_owned(),
                _ => without_tags(without_comments(line.text)),
            });
            texts.filter(|text| !text.trim().is_empty()).collect()
        };
        let (front_lines, back_lines) = (text(front), text(back));
        let front_lines: Vec<_> = front_lines.iter().map(String::as_str).collect();
        let back_lines: Vec<_> = back_lines.iter().map(String::as_str).collect();
        if divider.text.trim().starts_with("??") {
            self.reversed.get_or_insert(divider.number);
        }
        let line = front.first().map_or(divider.number, |line| line.number);
        self.push(line, hashcards::prompt(&front_lines), 0, vec![passage::block(&back_lines)]);
    }

    fn push(&mut self, line: usize, prompt: Vec<Block>, n_deletions: usize, answer: Vec<Block>) {
        let topic = self.topic.clone();
        self.drafts.push(Draft { line, topic, prompt, n_deletions, answer, ..Draft::default() });
    }

    /// Lines that are each a card, or a paragraph with hidden words, or neither.
    fn lines(&mut self, block: &[Line<'_>]) {
        // A paragraph that has been begun: where, its text, and whether it is all code.
        let mut text: Vec<String> = Vec::new();
        let mut began = 0;
        for line in block {
            let content = without_tags(without_comments(line.text));
            let sides = if line.kind == Kind::Code { None } else { split(&content) };
            if let Some((front, back, both)) =
                sides.filter(|(front, back, _)| self.is_card(&content, front, back))
            {
                self.paragraph(began, &std::mem::take(&mut text));
                if both {
                    self.reversed.get_or_insert(line.number);
                }
                let front =
                    front.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).unwrap_or(front);
                let prompt = vec![Block::Text(passage::prompt_line(front))];
                self.push(line.number, prompt, 0, vec![passage::block(&[back])]);
                continue;
            }
            if sides.is_some() {
                let why = format!(
                    "`{}` could be a field of Dataview's: it is left out; put a second word before the colons",
                    excerpt(&content),
                );
                self.report.add(line.number, why);
                continue;
            }
            if content.trim().is_empty() {
                continue;
            }
            if text.is_empty() {
                began = line.number;
            }
            text.push(content);
        }
        self.paragraph(began, &text);
    }

    fn is_card(&self, line: &str, front: &str, back: &str) -> bool {
        self.has_cards || !is_field(line, front, back)
    }

    fn paragraph(&mut self, line: usize, lines: &[String]) {
        let Some(first) = lines.first() else { return };
        let whole = lines.join("\n").replace("{{", escape::NO_GAP);
        let is_code = first.starts_with("```") || first.starts_with("~~~");
        let (text, count) = if is_code { (whole, 0) } else { hide(&whole) };
        if count > 0 {
            let text = plain::fold(&text);
            let text =
                text.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).unwrap_or(&text);
            self.push(line, vec![Block::Text(escape::start(text.trim()))], count, Vec::new());
            return;
        }
        let more = match lines.len() {
            1 => String::new(),
            2 => " with the line below it".to_owned(),
            n => format!(" with the {} lines below it", n - 1),
        };
        if is_code {
            let why = format!("{} lines of code outside a card: they are left out", lines.len());
            self.report.add(line, why);
            return;
        }
        self.report.add(line, format!("text outside a card, `{}`{more}: it is left out", excerpt(first)));
    }
}
