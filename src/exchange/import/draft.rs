//! Cards as they were read, and how they are written as a native deck.

use super::block::{Block, second_list, write_blocks};
use super::report::Report;
use super::{Format, Import};
use crate::deck::{ByKey, CardId, CardKey, Deck, slug};
use crate::exchange::escape;
use crate::order;

/// A card as it was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Where it begins, counted from 1.
    pub(super) line: usize,
    /// The plain text of its topic.
    pub(super) topic: String,
    /// What is asked.
    pub(super) prompt: Vec<Block>,
    /// Its lasting name, if that is known.
    pub(super) id: Option<String>,
    /// How many words of its prompt are hidden; none in a card that asks.
    pub(super) n_deletions: usize,
    /// What stands before the sections.
    pub(super) answer: Vec<Block>,
    /// The sections, with their titles as inline Markdown.
    pub(super) sections: Vec<(String, Vec<Block>)>,
}

/// A prompt of more characters than this is parted.
const LONGEST_HEADING: usize = 160;

/// Writes the deck. `title` is the one that the text gave, and `name` that of its file.
pub(super) fn finish(
    format: Format,
    title: &str,
    name: &str,
    mut drafts: Vec<Draft>,
    mut report: Report,
) -> Import {
    drafts.retain_mut(|draft| {
        let is_kept = draft.prompt.iter().any(|block| !block.is_empty());
        if !is_kept {
            report.add(draft.line, "a card without a prompt: it is left out");
        }
        is_kept
    });
    for (index, draft) in drafts.iter().enumerate() {
        let mut answer = draft.answer.iter().chain(draft.sections.iter().flat_map(|(_, blocks)| blocks));
        if draft.n_deletions == 0 && answer.all(Block::is_empty) {
            let why = format!("card {} has no answer: it is kept with its prompt alone", index + 1);
            report.add(draft.line, why);
        }
    }
    let cards = drafts.iter().map(|draft| draft.n_deletions.max(1)).sum();
    let headings: Vec<_> = drafts.iter_mut().map(Draft::take_heading).collect();
    report_doubles(&drafts, &headings, &mut report);

    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem });
    let title =
        [title, stem, "Imported cards"].map(super::plain::fold).into_iter().find(|title| !title.is_empty());
    let mut deck = format!("---\ntitle: {}\n---\n", quoted(&title.unwrap_or_default()));
    let mut topic = "";
    for place in by_topic(&drafts) {
        let (Some(draft), Some(heading)) = (drafts.get(place), headings.get(place)) else { continue };
        if draft.topic != topic {
            topic = &draft.topic;
            deck.push_str(&format!("\n# {}\n", escape::heading(&escape::inline(topic))));
        }
        draft.write(heading, &mut deck);
    }
    Import { format, deck, cards, skipped: report.finish() }
}

/// The places of the cards: those without a topic first, the others by topic in the order in which the
/// topics appear.
fn by_topic(drafts: &[Draft]) -> Vec<usize> {
    let key = |draft: &Draft| CardId(draft.topic.clone()).key();
    let pairs = drafts.iter().enumerate().map(|(place, draft)| (key(draft), place)).collect();
    let topics = ByKey::new(pairs);
    order::by_key(drafts.iter().map(|draft| match draft.topic.as_str() {
        "" => 0,
        _ => topics.get(key(draft)).map_or(0, |first| first as u128 + 1),
    }))
}

/// The deck numbers the names of cards that ask the same.
fn report_doubles(drafts: &[Draft], headings: &[String], report: &mut Report) {
    let key = |(draft, heading): (&Draft, &String)| -> CardKey {
        let id = draft.id.clone();
        CardId(id.unwrap_or_else(|| format!("{}/{}", slug(&draft.topic), slug(heading)))).key()
    };
    let keys: Vec<_> = drafts.iter().zip(headings).map(key).collect();
    let by_key = ByKey::new(keys.iter().copied().zip(0..).collect());
    for (index, (draft, key)) in drafts.iter().zip(&keys).enumerate() {
        if let Some(first) = by_key.get(*key).filter(|first| *first != index) {
            let why = format!(
                "card {} has the same prompt or name as card {}: it is kept under a numbered name; give one of \
                 them another prompt",
                index + 1,
                first + 1,
            );
            report.add(draft.line, why);
        }
    }
}

/// A title for the front matter, in quotation marks where other readers of YAML need them.
fn quoted(title: &str) -> String {
    let is_special =
        title.starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '/' | '.' | '$'));
    if !is_special && !title.contains(": ") && !title.contains(" #") && !title.ends_with(':') {
        return title.to_owned();
    }
    let mark = if title.contains(['"', '\\']) && !title.contains('\'') { '\'' } else { '"' };
    format!("{mark}{title}{mark}")
}

impl Draft {
    /// Parts the prompt into its heading, which is returned, and what is quoted below it.
    fn take_heading(&mut self) -> String {
        let mut prompt = std::mem::take(&mut self.prompt);
        if self.n_deletions > 0 {
            return usable(&prompt.iter().map(Block::one_line).collect::<Vec<_>>().join(" "));
        }
        let texts = prompt.iter().take_while(|block| matches!(block, Block::Text(_)));
        let line = texts.map(Block::one_line).collect::<Vec<_>>().join(" ");
        let is_text = prompt.iter().all(|block| matches!(block, Block::Text(_)));
        if is_text && line.chars().count() <= LONGEST_HEADING {
            return usable(&line);
        }
        if let [Block::Item { text, .. }] = prompt.as_slice() {
            return usable(text);
        }
        let is_first_text = matches!(prompt.first(), Some(Block::Text(_)));
        if !is_first_text {
            let heading =
                prompt.iter().map(Block::one_line).find(|line| !line.is_empty()).unwrap_or_default();
            self.prompt = prompt;
            return usable(&heading);
        }
        let first = if prompt.is_empty() { String::new() } else { prompt.remove(0).into_text() };
        let (heading, rest) = match first.split_once('\n') {
            Some((heading, rest)) => (heading, rest),
            None => first_sentence(&first),
        };
        if !rest.trim().is_empty() {
            prompt.insert(0, Block::Text(escape::start(rest.trim())));
        }
        self.prompt = prompt;
        usable(heading)
    }

    fn write(&self, heading: &str, deck: &mut String) {
        deck.push_str("\n## ");
        deck.push_str(heading);
        if let Some(id) = &self.id {
            deck.push_str(&format!(" {{#{id}}}"));
        }
        deck.push('\n');
        let mut quote = String::new();
        write_blocks(&self.prompt, &mut quote);
        if !quote.is_empty() {
            deck.push('\n');
        }
        for line in quote.trim().lines() {
            deck.push_str(if line.is_empty() { ">" } else { "> " });
            deck.push_str(line);
            deck.push('\n');
        }
        let (answer, more) = self.answer.split_at_checked(second_list(&self.answer)).unwrap_or_default();
        write_blocks(answer, deck);
        if !more.is_empty() {
            deck.push_str("\n### More\n");
            write_blocks(more, deck);
        }
        for (title, blocks) in self.sections.iter().filter(|(_, blocks)| !blocks.iter().all(Block::is_empty))
        {
            deck.push_str(&format!("\n### {}\n", escape::heading(title)));
            write_blocks(blocks, deck);
        }
    }
}

/// Inline Markdown as a heading that makes a card: one whose words all vanish, such as a comment, is
/// written as plain text.
fn usable(markdown: &str) -> String {
    let heading = escape::heading(markdown);
    if !heading.contains(['<', '[', '&', '`', '\\']) && !heading.is_empty() {
        return heading;
    }
    let (deck, _) = Deck::parse(&format!("## {heading}\n"), "");
    if deck.cards.is_empty() { escape::heading(&escape::inline(markdown)) } else { heading }
}

/// A line after its first sentence, or at a space if that is long too.
fn first_sentence(line: &str) -> (&str, &str) {
    let ends = line.match_indices(['?', '.', '!']).map(|(at, end)| at + end.len());
    let is_end = |at: &usize| line.get(*at..).is_some_and(|rest| rest.starts_with(' '));
    let short = line.char_indices().nth(LONGEST_HEADING).map_or(line.len(), |(at, _)| at);
    let sentence = ends.take_while(|at| *at <= short).find(|at| is_end(at) && *at > 12);
    let space = || line.get(..short).and_then(|head| head.rfind(' ')).filter(|_| short < line.len());
    // Marks such as emphasis must not be parted: then the line stays whole.
    let cut = sentence.or_else(space).filter(|at| {
        let head = line.get(..*at).unwrap_or("");
        head.matches('*').count().is_multiple_of(2)
            && head.matches('`').count().is_multiple_of(2)
            && head.matches('[').count() == head.matches(']').count()
            && !head.ends_with('\\')
    });
    line.split_at_checked(cut.unwrap_or(line.len())).unwrap_or((line, ""))
}
