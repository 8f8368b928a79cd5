//! A Brainscape page copied as text: its cards' questions and answers.

use super::block::Block;
use super::draft::{self, Draft};
use super::page::{Card, Page, count, marked, title};
use super::plain::{self, fold};
use super::report::{Report, excerpt};
use super::{Format, Import, outline, passage};
use crate::exchange::escape;
/// Whether a text is such a page.
pub(super) fn recognize(lines: &[&str]) -> bool {
    let page = Page::read(lines);
    let n_cards = page.cards.len();
    let has_answer = |card: &&Card<'_>| card.is_marked && card.lines.iter().any(|line| line.trim() == "A");
    let has_count = page.head.iter().any(|(_, line)| count(line).is_some())
        && page.head.iter().any(|(_, line)| title(line).is_some());
    if n_cards > 0 && (page.n_ratings > 0 || has_count || page.cards.iter().any(|card| has_answer(&card))) {
        return true;
    }
    // Numbers alone are weak: every card must look like a question and its answer.
    let is_pair = |card: &&Card<'_>| {
        let lines = card.lines.iter().filter(|line| !line.trim().is_empty());
        let is_question =
            card.lines.iter().any(|line| line.trim_end().ends_with(['?', ')']) || line.contains("**"));
        card.number.is_some() && lines.count() == 2 && is_question
    };
    n_cards >= 2 && page.head.len() <= 2 && page.cards.iter().filter(is_pair).count() * 5 >= n_cards * 4
}

pub(super) fn import(text: &str, name: &str) -> Import {
    let lines = plain::lines(text);
    let page = Page::read(&lines);
    let mut report = Report::default();
    let mut name_of_deck = None;
    let mut claimed = None;
    for (index, (line, text)) in page.head.iter().enumerate() {
        let next_is_count =
            page.head.get(index + 1).is_some_and(|(_, next)| count(next).is_some() && title(next).is_none());
        let found = title(text).or((next_is_count && count(text).is_none()).then_some(*text));
        claimed = claimed.or(count(text).map(|count| (*line, count)));
        match found {
            Some(title) if name_of_deck.is_none() => name_of_deck = Some(fold(title)),
            None if count(text).is_none() => {
                report.add(*line, format!("text before the first card, `{}`: it is left out", excerpt(text)));
            }
            _ => {}
        }
    }
    for (line, text) in page.strays {
        report.add(line, format!("text between two cards, `{}`: it is left out", excerpt(text)));
    }
    for (line, text) in page.footers {
        report.add(line, format!("the foot of a page, `{}`: it is left out", excerpt(text)));
    }
    let n_cards = page.cards.len();
    if let Some((line, claimed)) = claimed.filter(|(_, claimed)| *claimed != n_cards) {
        let why = format!(
            "the page says that it has {claimed} cards, but {n_cards} were found: copy what is missing"
        );
        report.add(line, why);
    }
    let drafts = page.cards.into_iter().enumerate();
    let drafts = drafts.map(|(index, card)| card.draft(index + 1, &mut report)).collect();
    draft::finish(Format::Brainscape, &name_of_deck.unwrap_or_default(), name, drafts, report)
}

impl Card<'_> {
    fn draft(mut self, place: usize, report: &mut Report) -> Draft {
        let mut draft = Draft { line: self.line, ..Draft::default() };
        let blank = self.lines.iter().take_while(|line| line.trim().is_empty()).count();
        self.lines.drain(..blank);
        let (question, answer) = if self.is_marked { self.sides() } else { self.bare_sides() };
        draft.prompt = question_blocks(&question, self.is_marked);
        outline::read(&answer, !self.is_marked, &mut draft);
        if draft.prompt.is_empty() {
            let number = self.number.map_or(place, |number| number as usize);
            report.add(self.line, format!("card {place} has no question: it is kept as `Card {number}`"));
            draft.prompt.push(Block::Text(format!("Card {number}")));
        }
        draft
    }

    /// The question and the answer of a card with a `Q`.
    fn sides(&self) -> (Vec<&str>, Vec<&str>) {
        let mut lines = self.lines.iter().copied();
        let mut question: Vec<_> = lines.next().and_then(|line| marked(line, 'Q')).into_iter().collect();
        let rest: Vec<_> = lines.collect();
        let has_question = |at: usize| {
            let above = question.iter().chain(rest.iter().take(at));
            above.into_iter().any(|line| !line.trim().is_empty())
        };
        let find = |is_mark: &dyn Fn(&str) -> bool| rest.iter().position(|line| is_mark(line.trim()));
        let alone = find(&|line| line == "A" || line == "A:");
        let apart = || find(&|line| line.starts_with("A:") || line.starts_with("A\t"));
        let glued = || find(&|line| marked(line, 'A').is_some()).filter(|at| has_question(*at));
        let Some(at) = alone.or_else(apart).or_else(glued) else {
            question.extend(rest);
            return (question, Vec::new());
        };
        let (above, below) = rest.split_at_checked(at).unwrap_or_default();
        question.extend(above);
        let first = below.first().and_then(|line| marked(line, 'A')).filter(|line| !line.is_empty());
        (question, first.into_iter().chain(below.iter().skip(1).copied()).collect())
    }

    /// The question and the answer of a card without marks: the question ends where it asks, or where the
    /// answer's first label stands, or with its line.
    fn bare_sides(&self) -> (Vec<&str>, Vec<&str>) {
        let content = || self.lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let label = content().skip(1).find(|(_, line)| line.trim_start().starts_with("**")).map(|(at, _)| at);
        let asks = content().find(|(_, line)| line.trim_end().ends_with('?')).map(|(at, _)| at + 1);
        let last = content().next_back().map_or(0, |(at, _)| at);
        let end = asks.filter(|end| *end <= last).or(label).unwrap_or(1);
        let (question, answer) = self.lines.split_at_checked(end).unwrap_or((&self.lines, &[]));
        (question.to_vec(), answer.to_vec())
    }
}

/// A question as one paragraph for each that it has.
fn question_blocks(lines: &[&str], is_plain: bool) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_apart = true;
    for line in lines {
        let text = fold(line);
        let escaped = if is_plain { escape::line(&text) } else { passage::prompt_line(&text) };
        let marker = plain::marker(&text).filter(|(_, text)| !blocks.is_empty() && !text.is_empty());
        match (marker, blocks.last_mut()) {
            _ if text.is_empty() => {}
            (Some((number, text)), _) => {
                let text = if is_plain { escape::line(text) } else { escape::start(text) };
                blocks.push(Block::Item { depth: 0, number, text });
            }
            (None, Some(Block::Text(before))) if !is_apart => {
                before.push(' ');
                before.push_str(&escaped);
            }
            (None, _) => blocks.push(Block::Text(escaped)),
        }
        is_apart = text.is_empty();
    }
    blocks
}
