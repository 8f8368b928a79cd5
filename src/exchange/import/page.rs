//! The cards of a Brainscape page copied as text: where each begins and ends.
//!
//! ```text
//! page = [title "Flashcards"] ["(" n " cards)"] card*
//! card = number, "Q", question, "A", answer, [rating]
//!      | number, question, answer, [rating]
//! rating = "How well did you know this?" "1" "Not at all" "2" "3" "4" "5" "Perfectly"
//! ```
//!
//! A number on a line of its own also occurs in answers and in the rating, so that it begins a card only
//! where one can begin.
const RATING: &str = "How well did you know this?";
const SCALE: [&str; 7] = ["1", "Not at all", "2", "3", "4", "5", "Perfectly"];

/// A card's lines.
pub(super) struct Card<'t> {
    /// Where it begins, counted from 1.
    pub(super) line: usize,
    pub(super) number: Option<u32>,
    /// Whether it has a `Q`.
    pub(super) is_marked: bool,
    /// Whether its rating was seen.
    is_closed: bool,
    pub(super) lines: Vec<&'t str>,
    /// How many of them are not blank.
    n_filled: usize,
}

#[derive(Default)]
pub(super) struct Page<'t> {
    pub(super) cards: Vec<Card<'t>>,
    /// What stands before the first card.
    pub(super) head: Vec<(usize, &'t str)>,
    /// Lines that belong to no card.
    pub(super) strays: Vec<(usize, &'t str)>,
    /// Lines that belong to the paper or the site.
    pub(super) footers: Vec<(usize, &'t str)>,
    pub(super) n_ratings: usize,
}

struct Reader<'a, 't> {
    lines: &'a [&'t str],
    /// The next line that is not blank, by line.
    next: Vec<usize>,
    page: Page<'t>,
}

pub(super) fn number(line: &str) -> Option<u32> {
    let is_number = (1..=5).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit());
    if is_number { line.parse().ok() } else { None }
}

/// What follows a `Q` or an `A`.
pub(super) fn marked(line: &str, mark: char) -> Option<&str> {
    let rest = line.trim().strip_prefix(mark)?;
    let is_apart = rest.is_empty() || rest.starts_with([':', '.', ' ', '\t', '\u{a0}']);
    is_apart.then(|| rest.trim_start_matches([':', '.']).trim())
}

impl<'t> Page<'t> {
    /// Finds the cards among the lines of a page.
    pub(super) fn read(lines: &[&'t str]) -> Page<'t> {
        let mut next = vec![lines.len(); lines.len()];
        let mut below = lines.len();
        for (at, slot) in next.iter_mut().enumerate().rev() {
            *slot = below;
            if lines.get(at).is_some_and(|line| !line.trim().is_empty()) {
                below = at;
            }
        }
        let mut reader = Reader { lines, next, page: Page::default() };
        let mut at = 0;
        while at < lines.len() {
            at = reader.line(at);
        }
        reader.page
    }
}

impl<'t> Reader<'_, 't> {
    fn text(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| line.trim())
    }

    fn after(&self, at: usize) -> usize {
        self.next.get(at).copied().unwrap_or(self.lines.len())
    }

    /// Reads the line at `at` and returns where to go on.
    fn line(&mut self, at: usize) -> usize {
        let text = self.text(at);
        if self.is_rating(at) {
            if let Some(card) = self.page.cards.last_mut() {
                card.is_closed = true;
            }
            self.page.n_ratings += 1;
            let from = if text == "1" { at } else { self.after(at) };
            return self.skip_scale(from);
        }
        let number = number(text);
        if self.begins_card(at, number) {
            let is_marked = number.is_none() || marked(self.text(self.after(at)), 'Q').is_some();
            let (line, lines) = (at + 1, Vec::new());
            self.page.cards.push(Card { line, number, is_marked, is_closed: false, lines, n_filled: 0 });
            return if number.is_some() { at + 1 } else { self.content(at) };
        }
        self.content(at)
    }

    fn content(&mut self, at: usize) -> usize {
        let text = self.text(at);
        let raw = self.lines.get(at).copied().unwrap_or("");
        let is_repeated = !text.is_empty() && !self.page.cards.is_empty() && is_title(text) && {
            let mut head = self.page.head.iter().take(20);
            head.any(|(_, line)| *line == text)
        };
        if is_repeated {
            return at + 1;
        }
        if is_footer(text) {
            self.page.footers.push((at + 1, text));
            return at + 1;
        }
        match self.page.cards.last_mut() {
            Some(card) if !card.is_closed => {
                card.n_filled += usize::from(!text.is_empty());
                card.lines.push(raw);
            }
            _ if text.is_empty() => {}
            Some(_) => self.page.strays.push((at + 1, text)),
            None => self.page.head.push((at + 1, text)),
        }
        at + 1
    }

    /// Whether the question of the rating stands here, or its scale without it.
    fn is_rating(&self, at: usize) -> bool {
        let text = self.text(at);
        let next = self.text(self.after(at));
        if text.eq_ignore_ascii_case(RATING) {
            return next.is_empty()
                || number(next).is_some()
                || marked(next, 'Q').is_some()
                || scale(next, 0).is_some();
        }
        text == "1" && next.eq_ignore_ascii_case("Not at all")
    }

    /// Goes past the scale, whatever part of it was copied.
    fn skip_scale(&self, mut at: usize) -> usize {
        let mut place = 0;
        while at < self.lines.len() {
            let is_card = number(self.text(at)).is_some() && marked(self.text(self.after(at)), 'Q').is_some();
            let begins = place > 0 || !self.text(at).starts_with(|c: char| matches!(c, '2'..='9'));
            match scale(self.text(at), place).filter(|_| !is_card && begins) {
                Some(after) => place = after,
                None => return at,
            }
            at = self.after(at);
        }
        at
    }

    fn begins_card(&self, at: usize, number: Option<u32>) -> bool {
        let text = self.text(at);
        let next_at = self.after(at);
        let next = self.text(next_at);
        let last = self.page.cards.last();
        let is_open = last.is_some_and(|card| !card.is_closed);
        let Some(number) = number else {
            // Copies without numbers.
            return text == "Q"
                && !next.is_empty()
                && last.is_none_or(|card| card.is_closed || card.number.is_none());
        };
        let has_q = marked(next, 'Q').is_some();
        let last_number = last.and_then(|card| card.number);
        let follows = last_number.is_some_and(|last| last.checked_add(1) == Some(number));
        match last.filter(|_| is_open) {
            None => !next.is_empty(),
            Some(card) if card.is_marked => {
                has_q && (follows || next == "Q" && last_number.is_none_or(|last| number > last))
            }
            Some(card) => {
                // The answer to "how many?" can be the very number that the next card has.
                let is_answer = card.n_filled == 1 && next.parse() == Ok(number);
                !next.is_empty()
                    && !is_answer
                    && (follows || has_q && last_number.is_none_or(|last| number > last))
            }
        }
    }
}

/// How far in the scale a line leads: it may hold several steps of it.
fn scale(line: &str, from: usize) -> Option<usize> {
    let mut rest = line.trim();
    let mut place = from;
    let mut is_first = true;
    if rest.is_empty() || rest.len() > 1 && number(rest).is_some() {
        return None;
    }
    while !rest.is_empty() {
        let steps = SCALE.iter().enumerate().skip(place).take(if is_first { SCALE.len() } else { 1 });
        let mut steps = steps.filter_map(|(at, step)| {
            let head = rest.get(..step.len())?;
            head.eq_ignore_ascii_case(step).then_some((at, step.len()))
        });
        let (at, length) = steps.next()?;
        rest = rest.get(length..)?.trim_start();
        (place, is_first) = (at + 1, false);
    }
    Some(place)
}

fn is_title(line: &str) -> bool {
    title(line).is_some() || count(line).is_some()
}

/// `Release hygiene Flashcards`.
pub(super) fn title(line: &str) -> Option<&str> {
    let at = line.find(" Flashcards")?;
    let rest = line.get(at + " Flashcards".len()..)?.trim_start();
    let title = line.get(..at)?.trim();
    ((rest.is_empty() || rest.starts_with(['|', '-', '–', '(', '—'])) && !title.is_empty()).then_some(title)
}

/// `(6 cards)`.
pub(super) fn count(line: &str) -> Option<usize> {
    let at = line.rfind('(').map_or(0, |at| at + 1);
    let inside = line.get(at..)?.trim_end_matches(')').trim();
    let (number, word) = inside.split_once(char::is_whitespace)?;
    matches!(word.trim(), "cards" | "card" | "Cards" | "Card").then(|| number.parse().ok())?
}

/// What paper or the site adds to a page.
fn is_footer(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_page = words.next() == Some("Page")
        && words.next().is_some_and(|word| number(word).is_some())
        && words.next().is_none_or(|word| word == "of")
        && words.next().is_none_or(|word| number(word).is_some())
        && words.next().is_none();
    let is_address = ["https://www.brainscape.com", "https://brainscape.com", "www.brainscape.com"];
    is_page || is_address.iter().any(|address| line.starts_with(address))
}
