//! The Markdown of hashcards: `Q:` and `A:`, `C:` with `[hidden]` words, parted by `---`.

use super::block::Block;
use super::draft::{self, Draft};
use super::report::{Report, excerpt};
use super::{Format, Import, cloze, passage, plain};
use crate::exchange::escape;

/// What the lines that follow belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Nothing,
    Question,
    Answer,
    Cloze,
}

/// A card's lines.
#[derive(Default)]
struct Card<'t> {
    line: usize,
    prompt: Vec<&'t str>,
    answer: Vec<&'t str>,
    is_cloze: bool,
}

/// The front matter between `---` lines: how many lines it takes, and the name it gives.
pub(super) fn front_matter<'t>(lines: &[&'t str]) -> Option<(usize, &'t str)> {
    let mut rest = lines.iter();
    rest.next().filter(|line| line.trim_end() == "---")?;
    let end = rest.position(|line| line.trim_end() == "---")? + 1;
    let inside = lines.get(1..end)?;
    let mut entries = inside.iter().filter_map(|line| line.split_once('='));
    let (_, value) = entries.find(|(key, _)| key.trim() == "name")?;
    Some((end + 1, value.trim().trim_matches(['"', '\''])))
}

fn tag(line: &str) -> Option<(Part, &str)> {
    let tags = [("Q:", Part::Question), ("A:", Part::Answer), ("C:", Part::Cloze)];
    tags.into_iter().find_map(|(tag, part)| Some((part, line.strip_prefix(tag)?)))
}

/// Which lines stand in fenced code. The fence may stand behind a tag, which then still begins a card.
fn fenced(lines: &[&str]) -> Vec<bool> {
    let untagged: Vec<_> =
        lines.iter().map(|line| tag(line).map_or(*line, |(_, rest)| rest.trim_start())).collect();
    let mut is_fenced = passage::fenced(&untagged);
    let mut was_fenced = false;
    for (line, is_fenced) in lines.iter().zip(&mut is_fenced) {
        let opens = *is_fenced && !was_fenced && tag(line).is_some();
        was_fenced = *is_fenced;
        *is_fenced &= !opens;
    }
    is_fenced
}

/// Whether a text consists of such cards, and whether it begins with one.
pub(super) fn recognize(lines: &[&str]) -> (bool, bool) {
    let (n_matter, _) = front_matter(lines).unwrap_or_default();
    let body = lines.get(n_matter..).unwrap_or_default();
    let is_fenced = fenced(body);
    let mut open = false;
    let (mut is_any, mut begins) = (false, n_matter > 0);
    let content =
        body.iter().zip(is_fenced).filter(|(line, is_fenced)| !is_fenced && !line.trim().is_empty());
    for (index, (line, _)) in content.enumerate() {
        match tag(line) {
            Some((Part::Question, _)) => open = true,
            Some((Part::Answer, _)) => is_any |= open,
            Some((Part::Cloze, rest)) => is_any |= hide(rest).1 > 0,
            _ => continue,
        }
        begins |= index == 0;
    }
    (is_any, begins)
}

pub(super) fn import(text: &str, name: &str) -> Import {
    let lines = plain::lines(text);
    let mut report = Report::default();
    let (n_matter, title) = front_matter(&lines).unwrap_or_default();
    let body = lines.get(n_matter..).unwrap_or_default();
    let mut cards: Vec<Card<'_>> = Vec::new();
    let mut part = Part::Nothing;
    for ((index, line), is_fenced) in body.iter().enumerate().zip(fenced(body)) {
        let number = n_matter + index + 1;
        let found = tag(line).filter(|_| !is_fenced);
        let (place, rest) = match found {
            Some((Part::Answer, _)) if part != Part::Question => {
                // A second answer, or one to nothing.
                report.add(
                    number,
                    format!("an answer without a question, `{}`: it is left out", excerpt(line)),
                );
                part = Part::Nothing;
                continue;
            }
            Some((Part::Answer, rest)) => (Part::Answer, rest),
            Some((place, rest)) => {
                cards.push(Card { line: number, is_cloze: place == Part::Cloze, ..Card::default() });
                (place, rest)
            }
            None if !is_fenced && line.trim_end() == "---" => {
                part = Part::Nothing;
                continue;
            }
            None => (part, *line),
        };
        part = place;
        match (part, cards.last_mut()) {
            (Part::Question | Part::Cloze, Some(card)) => card.prompt.push(rest),
            (Part::Answer, Some(card)) => card.answer.push(rest),
            _ if line.trim().is_empty() => {}
            _ => report.add(number, format!("text outside a card, `{}`: it is left out", excerpt(line))),
        }
    }
    let drafts = cards.into_iter().map(|card| card.draft(&mut report)).collect();
    draft::finish(Format::Hashcards, title, name, drafts, report)
}

impl Card<'_> {
    fn draft(mut self, report: &mut Report) -> Draft {
        let mut draft = Draft { line: self.line, ..Draft::default() };
        // The text behind the tag is not indented.
        for line in [self.prompt.first_mut(), self.answer.first_mut()].into_iter().flatten() {
            *line = line.trim_start();
        }
        if self.is_cloze {
            let (text, count) = hide(&self.prompt.join("\n"));
            if count == 0 {
                let why = format!("`{}` hides no words: it is kept as a prompt", excerpt(&text));
                report.add(self.line, why);
            }
            draft.n_deletions = count;
            draft.prompt = vec![Block::Text(crate::exchange::escape::start(&plain::fold(&text)))];
        } else {
            draft.prompt = prompt(&self.prompt);
        }
        draft.answer = vec![passage::block(&self.answer)];
        draft
    }
}

/// Lines of text as a paragraph; anything more as the first line and the rest as it is.
pub(super) fn prompt(lines: &[&str]) -> Vec<Block> {
    let blank = lines.iter().take_while(|line| line.trim().is_empty()).count();
    let Some((first, rest)) = lines.get(blank..).and_then(<[&str]>::split_first) else { return Vec::new() };
    let is_text = |line: &str| {
        const MARKS: [char; 10] = ['#', '>', '|', '`', '~', '-', '*', '+', '<', '='];
        !line.trim().is_empty()
            && !line.starts_with([' ', '\t'])
            && !line.starts_with(MARKS)
            && plain::marker(line).is_none()
    };
    if rest.iter().all(|line| is_text(line)) && is_text(first) {
        let lines: Vec<_> = lines.iter().skip(blank).map(|line| passage::prompt_line(line)).collect();
        return vec![Block::Text(lines.join("\n"))];
    }
    // What begins with code has no line for a heading.
    let is_code = first.starts_with("```") || first.starts_with("~~~");
    let whole = lines.get(blank..).unwrap_or_default();
    let (first, rest) =
        if is_code { ("What does this say?".to_owned(), whole) } else { (passage::prompt_line(first), rest) };
    let rest = passage::block(rest);
    let mut prompt = vec![Block::Text(first)];
    prompt.extend((!rest.is_empty()).then_some(rest));
    prompt
}

/// `[hidden]` words in the native form, and how many there are. Links, pictures, code and `\[` stay.
fn hide(text: &str) -> (String, usize) {
    let text = &text.replace("{{", escape::NO_GAP);
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut count, mut has_no_end) = (text.as_str(), 0, false);
    while let Some(at) = rest.find(['[', '\\', '`', '!']) {
        let (before, here) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let mut chars = here.chars();
        let mark = chars.next().unwrap_or(' ');
        let after = chars.as_str();
        let bracket = if mark != '[' || has_no_end { None } else { after.split_once(']') };
        rest = match (mark, bracket) {
            ('\\', _) => {
                let next = after.chars().next();
                out.push('\\');
                out.extend(next);
                next.and_then(|next| after.get(next.len_utf8()..)).unwrap_or("")
            }
            ('`', _) => match after.split_once('`') {
                Some((code, behind)) => {
                    out.push_str(&format!("`{code}`"));
                    behind
                }
                None => {
                    out.push_str(here);
                    ""
                }
            },
            ('[', Some((words, behind))) if behind.starts_with('(') || words.trim().is_empty() => {
                out.push_str(&format!("[{words}]"));
                behind
            }
            ('[', Some((words, behind))) => {
                out.push_str(&cloze::hidden(words, ""));
                count += 1;
                behind
            }
            ('!', _) if after.starts_with('[') => {
                out.push_str("![");
                after.get(1..).unwrap_or("")
            }
            (mark, _) => {
                has_no_end |= mark == '[';
                out.push(mark);
                after
            }
        };
    }
    out.push_str(rest);
    (out, count)
}
