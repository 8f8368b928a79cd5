//! Amounts as people write them: `$1.2M`, `1 h 30 min`, `fifteen percent`, `12k a year`.
//!
//! ```text
//! amount   = [sign] [currency] numeral {magnitude} [unit] [("per" | "a" | "/") time]
//! ```

mod numeral;
mod spoken;
mod unit;

pub use numeral::DecimalMark;
pub(super) use unit::Kind;

use super::words::{begins, ends, fold, is_digit, is_in, is_letter, is_word, parts, split_first};
use numeral::Numeral;
use spoken::split_word;
use unit::Meaning;

/// Whoever writes more numbers than this has worked something out, and the last of them is the answer.
const MOST_AMOUNTS: usize = 6;

/// One number of a text, with what it is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The number with its magnitudes: 1,200,000 for `$1.2M`, and 15 for `15%`.
    numeral: Numeral,
    /// Where a range begins that ends with it: 10 million in `10-15 million`.
    low: Option<f64>,
    pub(super) unit: Unit,
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    pub(super) kind: Kind,
    /// What one is in the unit of its kind: 60 for minutes.
    pub(super) one: f64,
    /// The seconds by which it is counted: 86,400 for `a day`.
    pub(super) per: Option<f64>,
    /// Whether anything says what is counted.
    pub(super) is_named: bool,
}

/// Words that stand between numbers, and belong to neither.
const BETWEEN: &str = "and to x";

/// Words between a unit and the time for which it is counted.
const PER: &str = "per a an each every";

impl Amount {
    /// All amounts of a text that could be its answer. Where amounts of the kind of `expected` are asked for,
    /// letters such as `m` are read so.
    ///
    /// What stands behind the last `=` or `≈` is the answer, if there is a number. Of more than six numbers only the
    /// last counts. Numbers in words are read where there are none in digits.
    pub(super) fn read_all(text: &str, mark: DecimalMark, expected: Kind) -> Vec<Self> {
        let folded = fold(text);
        let result = parts(&folded, |c| matches!(c, '=' | '≈')).last().unwrap_or("");
        let mut amounts = in_digits(result, mark, expected);
        if amounts.is_empty() {
            amounts = in_digits(&folded, mark, expected);
        }
        if amounts.is_empty() {
            amounts.extend(in_words(&folded, expected));
        }
        if amounts.len() > MOST_AMOUNTS {
            amounts.drain(..amounts.len() - 1);
        }
        amounts
    }

    /// The number as it is written, in ones.
    pub(super) fn value(&self) -> f64 {
        self.numeral.value
    }

    /// Where the range begins that ends with it, in ones.
    pub(super) fn low(&self) -> Option<f64> {
        self.low
    }

    /// What one is worth in the last place that is written, in ones of [`Amount::value`]; `is_rounded` leaves
    /// out the zeros at the end of a whole number.
    pub(super) fn place(&self, is_rounded: bool) -> f64 {
        if is_rounded { self.numeral.round_place } else { self.numeral.place }
    }
}

impl Unit {
    const NONE: Self = Unit { kind: Kind::Plain, one: 1.0, per: None, is_named: false };

    /// Reads the unit of a deck, such as `$`, `days` or `million $ a year`.
    pub(super) fn of_deck(text: &str) -> Self {
        let folded = fold(text);
        // A deck says its millions with the number.
        let expected = if matches!(folded.as_str(), "g" | "t") { Kind::Mass } else { Kind::Length };
        let (times, unit, _) = read_tail(&folded, Unit::NONE, expected);
        Unit { one: unit.one * times, ..unit }
    }
}

/// All amounts in digits.
fn in_digits(text: &str, mark: DecimalMark, expected: Kind) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    let mut from = 0;
    // Where the last amount ends, and what its number was multiplied by.
    let mut last_end = None;
    while let Some((before, rest)) = next_start(text, from) {
        let Some((numeral, behind)) = Numeral::read(rest, mark) else { break };
        let lead = Lead::of(before);
        let known = match lead.currency {
            Some(kind) => Unit { kind, is_named: true, ..Unit::NONE },
            None => Unit::NONE,
        };
        let (times, unit, tail) = read_tail(behind, known, expected);
        let is_negative =
            lead.is_negative || (lead.is_in_parentheses && tail.starts_with(')') && lead.currency.is_some());
        let numeral = numeral.times(if is_negative { -times } else { times });
        let amount = Amount { numeral, low: None, unit };
        // A name such as `Q3` is no number, and neither is what no number can hold.
        from = text.len() - tail.len();
        if !lead.is_name && numeral.value.is_finite() {
            let between = last_end.and_then(|(end, _)| before.get(end..)).map_or("?", str::trim);
            let last_times = last_end.map_or(1.0, |(_, times)| times);
            let ranged = amounts.last().filter(|_| is_in("- to and", between));
            let ranged = ranged.and_then(|last| last.up_to(&amount, times / last_times));
            match (amounts.last_mut(), ranged) {
                (Some(last), Some(range)) => *last = range,
                (Some(last), _) if matches!(between, "" | "and") && last.takes(&amount) => last.add(&amount),
                _ => amounts.push(amount),
            }
            last_end = Some((from, times));
        }
    }
    amounts
}

/// What stands before the next number at or behind `from`, and what begins with it.
fn next_start(text: &str, from: usize) -> Option<(&str, &str)> {
    let rest = text.get(from..)?;
    let found = rest.char_indices().find(|(at, c)| {
        let begins_fraction = || {
            let behind = rest.get(at + 1..).unwrap_or("");
            let before = text.get(..from + at).unwrap_or("");
            begins(behind, is_digit) && !ends(before, is_word)
        };
        is_digit(*c) || (matches!(c, '.' | ',') && begins_fraction())
    });
    text.split_at_checked(from + found?.0)
}

/// The first amount in words: `fifteen percent`, `a year`, `an hour and a half`.
fn in_words(text: &str, expected: Kind) -> Option<Amount> {
    let starts = text.char_indices().map(|(at, _)| text.split_at_checked(at).unwrap_or(("", text)));
    let mut words = starts.filter(|(before, _)| !ends(before, is_word));
    let read = |rest| spoken::read(rest).or_else(|| read_article(rest));
    let (before, value, rest) =
        words.find_map(|(before, rest)| read(rest).map(|(value, rest)| (before, value, rest)))?;
    let (times, unit, rest) = read_tail(rest, Unit::NONE, expected);
    let part = rest.trim_start().strip_prefix("and ").and_then(spoken::read).filter(|(part, _)| *part < 1.0);
    let value = value * times + part.map_or(0.0, |(part, _)| part);
    let value = if Lead::of(before).is_negative { -value } else { value };
    Some(Amount { numeral: Numeral::exact(value), low: None, unit })
}

/// The article before a time, which is one of it.
fn read_article(text: &str) -> Option<(f64, &str)> {
    let (article, rest) = split_word(text);
    let (word, _) = split_word(rest.trim_start());
    let is_time = matches!(unit::meaning(word, Kind::Plain), Meaning::Unit(Kind::Time, _));
    (is_time && matches!(article, "a" | "an")).then_some((1.0, rest))
}

impl Amount {
    /// Whether another belongs to it, as `30 min` to `1 h`.
    fn takes(&self, other: &Self) -> bool {
        let is_of_parts = matches!(self.unit.kind, Kind::Time | Kind::Mass | Kind::Length);
        is_of_parts && self.unit.kind == other.unit.kind && self.unit.one > other.unit.one
    }

    /// The range up to another amount, if there is one: of `10-15 million` both ends are counted in millions, and of `$10-15`
    /// both in dollars. `times` is how many times more the other is multiplied by.
    fn up_to(&self, other: &Self, times: f64) -> Option<Self> {
        let (value, end) = (self.numeral.value, other.numeral.value);
        let low = if times > 1.0 && value < end / times { value * times } else { value };
        let unit = if other.unit.is_named { other.unit } else { self.unit };
        let is_alike = !self.unit.is_named
            || self.unit.kind == unit.kind && (self.unit.one - unit.one).abs() < f64::EPSILON;
        let is_range = low > 0.0 && low < end && self.low.is_none() && is_alike;
        is_range.then_some(Amount { numeral: other.numeral, low: Some(low), unit })
    }

    fn add(&mut self, other: &Self) {
        let part = other.numeral.times(other.unit.one / self.unit.one);
        let value = if self.numeral.value < 0.0 { -part.value } else { part.value };
        self.numeral = Numeral { value: self.numeral.value + value, ..part };
    }
}

/// What stands before a number.
#[derive(Default)]
struct Lead {
    is_negative: bool,
    is_in_parentheses: bool,
    currency: Option<Kind>,
    /// Whether the number is a part of a word.
    is_name: bool,
}

impl Lead {
    fn of(before: &str) -> Self {
        let mut lead = Lead::default();
        let mut text = lead.without_currency(before);
        let signed = text.trim_end();
        if let Some(unsigned) = signed.strip_suffix('-').or_else(|| signed.strip_suffix('+')) {
            let is_glued = signed.len() == text.len();
            text = if lead.currency.is_none() { lead.without_currency(unsigned) } else { unsigned };
            lead.is_negative = signed.ends_with('-') && is_minus(text, is_glued);
        }
        lead.is_in_parentheses = text.trim_end().ends_with('(');
        let word = last_word(text.trim_end());
        lead.is_negative |= matches!(word, "minus" | "negative");
        if lead.currency.is_none()
            && let Meaning::Unit(kind @ Kind::Money(Some(_)), _) = unit::meaning(word, Kind::Plain)
        {
            lead.currency = Some(kind);
        }
        let is_glued = ends(before, is_letter);
        lead.is_name = is_glued && lead.currency.is_none() && word != "x";
        lead
    }

    /// Takes a sign such as `$` off the end.
    fn without_currency<'a>(&mut self, text: &'a str) -> &'a str {
        let end = text.trim_end();
        self.currency = end.chars().next_back().and_then(unit::currency);
        match end.char_indices().next_back() {
            Some((at, _)) if self.currency.is_some() => end.get(..at).unwrap_or(""),
            _ => text,
        }
    }
}

/// Whether a dash before a number is a minus, and not that of a range or between words.
fn is_minus(before: &str, is_glued: bool) -> bool {
    match before.trim_end().chars().next_back() {
        None => true,
        Some(c) if is_digit(c) || matches!(c, '%' | ')') || unit::currency(c).is_some() => false,
        Some(c) if is_letter(c) => is_glued && before.ends_with(' '),
        Some(_) => true,
    }
}

fn last_word(text: &str) -> &str {
    let n_letters: usize = text.chars().rev().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    text.get(text.len() - n_letters..).unwrap_or("")
}

/// Reads what stands behind a number: magnitudes, a unit, and the time for which it is counted. Returns what the
/// number is to be multiplied by, the unit, and the rest. `known` is the unit that stands before the number.
fn read_tail(text: &str, known: Unit, expected: Kind) -> (f64, Unit, &str) {
    let (mut times, mut unit, mut rest) = (1.0, known, text);
    let begins_with_digit = |text: &str| begins(text.trim_start(), is_digit);
    loop {
        let begin = rest.strip_prefix('-').unwrap_or(rest).trim_start();
        let (sign, behind_sign) = split_sign(begin);
        let (word, behind) = split_word(begin);
        let found = match sign {
            Some('%') => Some((Kind::Ratio, 0.01, behind_sign)),
            // That of the next number is not ours.
            Some(sign) => unit::currency(sign)
                .filter(|_| !begins_with_digit(behind_sign))
                .map(|kind| (kind, 1.0, behind_sign)),
            None => None,
        };
        let found = found.or_else(|| match unit::meaning(word, expected) {
            // `12 x 30` is two numbers.
            Meaning::Unit(kind, one) => {
                (word != "x" || !begins_with_digit(behind)).then_some((kind, one, behind))
            }
            _ => None,
        });
        if let Some((kind, one, behind)) = found {
            // What is paid stays money: `$5 day` is no day.
            let is_money = |kind| matches!(kind, Kind::Money(_));
            if !is_money(known.kind) || is_money(kind) {
                unit = Unit { kind, one, is_named: true, ..unit };
                rest = behind;
            }
            break;
        }
        if word.is_empty() || is_in(BETWEEN, word) || is_in(PER, word) {
            break;
        }
        rest = behind;
        match unit::meaning(word, expected) {
            Meaning::Times(factor) => times *= factor,
            meaning => {
                unit.is_named = true;
                if meaning != Meaning::Filler {
                    break;
                }
            }
        }
    }
    match read_per(rest) {
        Some((per, rest)) => (times, Unit { per: Some(per), ..unit }, rest),
        None => (times, unit, rest),
    }
}

/// The sign that a text begins with, if it is no letter, and the rest.
fn split_sign(text: &str) -> (Option<char>, &str) {
    match split_first(text) {
        Some((sign, rest)) if !is_word(sign) => (Some(sign), rest),
        _ => (None, text),
    }
}

/// The seconds of `per day`, `a week` or `/month`, and the rest.
fn read_per(text: &str) -> Option<(f64, &str)> {
    let begin = text.trim_start();
    let behind = begin.strip_prefix('/').or_else(|| {
        let (word, behind) = split_word(begin);
        is_in(PER, word).then_some(behind)
    })?;
    let (word, rest) = split_word(behind.trim_start());
    match unit::meaning(word, Kind::Plain) {
        Meaning::Unit(Kind::Time, seconds) => Some((seconds, rest)),
        _ => None,
    }
}
