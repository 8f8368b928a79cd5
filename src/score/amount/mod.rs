//! Amounts as people write them: `$1.2M`, `1 h 30 min`, `fifteen percent`, `12k a year`.
//!
//! ```text
//! amount   = [sign] [currency] numeral {magnitude} [unit] [("per" | "a" | "/") time]
//! ```

mod numeral;
mod spoken;
mod tokens;
mod unit;

pub use numeral::DecimalMark;
pub(super) use unit::Kind;

use super::words::{fold, is_in};
use numeral::Numeral;
use tokens::Tokens;
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
        let tokens = Tokens::read(&folded, mark);
        let result = (0..tokens.len()).filter(|at| matches!(tokens.sign(*at), '=' | '≈')).max();
        let mut amounts = in_digits(&tokens, result.unwrap_or(0), expected);
        if amounts.is_empty() {
            amounts = in_digits(&tokens, 0, expected);
        }
        if amounts.is_empty()
            && let Some(amount) = in_words(&tokens, expected)
        {
            amounts.push(amount);
        }
        if amounts.len() > MOST_AMOUNTS
            && let Some(last) = amounts.pop()
        {
            amounts.clear();
            amounts.push(last);
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
    const NONE: Self = Unit { kind: Kind::PLAIN, one: 1.0, per: None, is_named: false };

    /// Reads the unit of a deck, such as `$`, `days` or `million $ a year`.
    pub(super) fn of_deck(text: &str) -> Self {
        let folded = fold(text);
        // A deck says its millions with the number.
        let expected = if is_in("g t", &folded) { Kind::MASS } else { Kind::LENGTH };
        let tail = Tail::read(&Tokens::read(&folded, DecimalMark::Point), 0, Unit::NONE, expected);
        Unit { one: tail.unit.one * tail.times, ..tail.unit }
    }
}

/// All amounts in digits from a place on.
fn in_digits(tokens: &Tokens, from: usize, expected: Kind) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    // Where the last amount ends, and what its number was multiplied by.
    let mut last_end = None;
    for at in from..tokens.len() {
        let Some(numeral) = tokens.numeral(at) else { continue };
        let lead = Lead::of(tokens, at);
        let currency = lead.currency.map(|kind| Unit { kind, is_named: true, ..Unit::NONE });
        let tail = Tail::read(tokens, at + 1, currency.unwrap_or(Unit::NONE), expected);
        let is_loss = lead.is_in_parentheses && currency.is_some() && tokens.sign(tail.end) == ')';
        let numeral = numeral.times(if lead.is_negative || is_loss { -tail.times } else { tail.times });
        // A name such as `Q3` is no number, and neither is what no number can hold.
        if lead.is_name || !numeral.value.is_finite() {
            continue;
        }
        let amount = Amount { numeral, low: None, unit: tail.unit };
        let joined =
            last_end.zip(amounts.last()).and_then(|((end, times), last): ((usize, f64), &Amount)| {
                let n_between = lead.from.checked_sub(end)?;
                let (sign, word) = (tokens.sign(end), tokens.word(end));
                let is_sum = n_between == 0 || (n_between == 1 && word == "and");
                let is_range = n_between == 1 && (sign == '-' || is_in("to and", word));
                let sum = last.with_part(&amount).filter(|_| is_sum);
                sum.or_else(|| last.up_to(&amount, tail.times / times).filter(|_| is_range))
            });
        if joined.is_some() {
            amounts.pop();
        }
        amounts.push(joined.unwrap_or(amount));
        last_end = Some((tail.end, tail.times));
    }
    amounts
}

/// The first amount in words: `fifteen percent`, `a year`, `an hour and a half`.
fn in_words(tokens: &Tokens, expected: Kind) -> Option<Amount> {
    let read = |at| {
        // The article before a time is one of it.
        let is_one = is_in("a an", tokens.word(at)) && time(tokens.word(at + 1)).is_some();
        let (value, end) = tokens.spoken(at).or(is_one.then_some((1.0, at + 1)))?;
        Some((at, value, end))
    };
    let (from, value, end) = (0..tokens.len()).find_map(read)?;
    let tail = Tail::read(tokens, end, Unit::NONE, expected);
    let part = tokens.spoken(tail.end + 1).filter(|(part, _)| *part < 1.0 && tokens.word(tail.end) == "and");
    let value = value * tail.times + part.map_or(0.0, |(part, _)| part);
    let value = if Lead::of(tokens, from).is_negative { -value } else { value };
    Some(Amount { numeral: Numeral::exact(value), low: None, unit: tail.unit })
}

impl Amount {
    /// Whether another belongs to it, as `30 min` to `1 h`.
    fn takes(&self, other: &Self) -> bool {
        let is_of_parts = [Kind::TIME, Kind::MASS, Kind::LENGTH].contains(&self.unit.kind);
        is_of_parts && self.unit.kind == other.unit.kind && self.unit.one > other.unit.one
    }

    /// Both as one, if the other belongs to it.
    fn with_part(&self, other: &Self) -> Option<Self> {
        let part = other.numeral.times(other.unit.one / self.unit.one);
        let value = self.numeral.value + if self.numeral.value < 0.0 { -part.value } else { part.value };
        self.takes(other).then_some(Amount { numeral: Numeral { value, ..part }, ..*self })
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
}

/// What stands before a number.
struct Lead {
    is_negative: bool,
    is_in_parentheses: bool,
    currency: Option<Kind>,
    /// Whether the number is a part of a word.
    is_name: bool,
    /// Where it begins: its sign and its currency belong to the number.
    from: usize,
}

impl Lead {
    fn of(tokens: &Tokens, at: usize) -> Self {
        let mut lead =
            Lead { is_negative: false, is_in_parentheses: false, currency: None, is_name: false, from: at };
        lead.take_currency(tokens);
        let dash = lead.from.wrapping_sub(1);
        if matches!(tokens.sign(dash), '-' | '+') {
            let from = lead.from;
            lead.from = dash;
            if lead.currency.is_none() {
                lead.take_currency(tokens);
            }
            lead.is_negative = tokens.sign(dash) == '-' && is_minus(tokens, dash, lead.from);
            // A dash that is no minus stands between two numbers.
            if !lead.is_negative && lead.from == dash {
                lead.from = from;
            }
        }
        let before = lead.from.wrapping_sub(1);
        lead.is_in_parentheses = tokens.sign(before) == '(';
        let word = tokens.word(before);
        lead.is_negative |= is_in("minus negative", word);
        if lead.currency.is_none()
            && let Meaning::Unit(kind, _) = unit::meaning(word, Kind::PLAIN)
            && kind.is_money()
        {
            lead.currency = Some(kind);
        }
        lead.is_name = !word.is_empty() && word != "x" && tokens.is_glued(at) && lead.currency.is_none();
        lead
    }

    /// Takes in a sign such as `$`.
    fn take_currency(&mut self, tokens: &Tokens) {
        let before = self.from.wrapping_sub(1);
        self.currency = Kind::of_currency(tokens.sign(before));
        if self.currency.is_some() {
            self.from = before;
        }
    }
}

/// Whether a dash is a minus, and not that of a range or between words. `from` is where the number begins with it.
fn is_minus(tokens: &Tokens, dash: usize, from: usize) -> bool {
    let before = from.wrapping_sub(1);
    let sign = tokens.sign(before);
    if tokens.numeral(before).is_some() || matches!(sign, '%' | ')') || Kind::of_currency(sign).is_some() {
        return false;
    }
    tokens.word(before).is_empty() || (tokens.is_glued(dash + 1) && !tokens.is_glued(from))
}

/// What stands behind a number: magnitudes, a unit, and the time for which it is counted.
struct Tail {
    /// What the number is to be multiplied by.
    times: f64,
    unit: Unit,
    end: usize,
}

impl Tail {
    /// `known` is the unit that stands before the number.
    fn read(tokens: &Tokens, from: usize, known: Unit, expected: Kind) -> Self {
        let mut tail = Tail { times: 1.0, unit: known, end: from };
        tail.read_unit(tokens, known.kind.is_money(), expected);
        let at = tail.end;
        if (tokens.sign(at) == '/' || is_in(PER, tokens.word(at)))
            && let Some(per) = time(tokens.word(at + 1))
        {
            tail.unit.per = Some(per);
            tail.end = at + 2;
        }
        tail
    }

    fn read_unit(&mut self, tokens: &Tokens, is_paid: bool, expected: Kind) {
        loop {
            let is_joined = tokens.sign(self.end) == '-' && tokens.is_glued(self.end);
            let at = self.end + usize::from(is_joined);
            let (sign, word) = (tokens.sign(at), tokens.word(at));
            // `12 x 30` is two numbers, and the sign of the next number is not ours.
            let is_ours = tokens.numeral(at + 1).is_none();
            let meaning = match Kind::of_currency(sign) {
                Some(kind) if is_ours => Meaning::Unit(kind, 1.0),
                _ if sign == '%' => Meaning::Unit(Kind::RATIO, 0.01),
                _ if word.is_empty()
                    || is_in(BETWEEN, word) && !(word == "x" && is_ours)
                    || is_in(PER, word) =>
                {
                    return;
                }
                _ => unit::meaning(word, expected),
            };
            match meaning {
                // What is paid stays money: `$5 day` is no day.
                Meaning::Unit(kind, one) if !is_paid || kind.is_money() => {
                    self.unit = Unit { kind, one, is_named: true, ..self.unit };
                    self.end = at + 1;
                    return;
                }
                Meaning::Unit(..) => return,
                Meaning::Times(factor) => self.times *= factor,
                _ => self.unit.is_named = true,
            }
            self.end = at + 1;
            if meaning == Meaning::Unknown {
                return;
            }
        }
    }
}

/// The seconds of a time such as `day`.
fn time(word: &str) -> Option<f64> {
    match unit::meaning(word, Kind::PLAIN) {
        Meaning::Unit(Kind::TIME, seconds) => Some(seconds),
        _ => None,
    }
}
