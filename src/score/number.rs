//! Answers that are numbers.

use borsh::{BorshDeserialize, BorshSerialize};

use super::amount::{Amount, DecimalMark, Kind, Unit};
use crate::deck::{Drawn, Number, Reach};

/// What a typed answer is, compared with the number of a card.
///
/// Of several numbers in the answer the best counts, in the order of these verdicts. What stands behind the
/// last `=` is the answer. Of more than six numbers only the last counts, so that nobody can list them all.
///
/// What is near enough is up to the deck:
///
/// - `± 3` and `± 5%`: right up to so much, near up to three times as much.
/// - `± order of magnitude`: right from half to twice, near from a tenth to ten times.
/// - A range such as `10-15 million` is right if the number lies in it and it is no wider than from one to twice as much.
/// - Where the deck does not say, an answer may be rounded: it is right if the number is the same to the last
///   place that is typed, or to the last one that the deck writes, and is within 1 % of it; near within 3 %. Whole
///   percents are right from 10 % on. Zeros at the end of a whole number may be rounding only where the number is
///   reckoned: nobody means 1,020 where the deck says 1,024.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::score::{DecimalMark, Expected, Factor, NumberVerdict, Side, UnitGiven};
///
/// let (deck, _) = Deck::parse("## Revenue?\n\n= $1.2M ± 5%\n", "deck.md");
/// let number = deck.cards[0].number().unwrap();
/// let expected = Expected::of(number, &number.draw(0)).unwrap();
/// let verdict = |typed| NumberVerdict::of(typed, &expected, DecimalMark::Point);
/// assert_eq!(verdict("about 1.25 million dollars"), NumberVerdict::Right(UnitGiven::Named));
/// assert_eq!(verdict("1,300,000"), NumberVerdict::Near(UnitGiven::Missing));
/// assert_eq!(verdict("$120k"), NumberVerdict::OffBy(Factor::Ten, Side::TooLittle));
/// assert_eq!(verdict("€1.2M"), NumberVerdict::WrongUnit);
/// assert_eq!(verdict("1,300,000").credit(), 0.5);
/// ```
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberVerdict {
    /// The number, or as near as the deck allows.
    Right(UnitGiven),
    /// Not far off.
    Near(UnitGiven),
    /// The number that a mistake leads to: its index in [`Number::mistakes`].
    Mistake(usize),
    /// So many times too much or too little.
    OffBy(Factor, Side),
    /// The number, above nothing in place of below it or the other way round.
    WrongSign,
    /// Counted in something that cannot be compared, such as another currency.
    WrongUnit,
    /// Another number.
    Off,
    /// No number.
    NoNumber,
}

/// Whether an answer says what it is counted in. A number without a unit is taken to be in the one that is asked
/// for, and a bare part of a whole also in percent: a note will do.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum UnitGiven {
    /// It does, or nothing needs to be said.
    Named,
    /// The deck does, the answer does not.
    Missing,
}

/// How many times an answer is off, by what is often mixed up.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Factor {
    /// 7: days and weeks.
    DaysOfWeek,
    /// 10: one place.
    Ten,
    /// 12: months and years.
    MonthsOfYear,
    /// 24: hours and days.
    HoursOfDay,
    /// 52: weeks and years.
    WeeksOfYear,
    /// 60: minutes and hours, or seconds and minutes.
    Sixty,
    /// 100 where the number is a part of a whole: percent and parts.
    Percent,
    /// 100: two places.
    Hundred,
    /// 1,000: thousands and ones, or millions and thousands.
    Thousand,
    /// 1,000,000: millions and ones.
    Million,
}

/// On which side of the number an answer is.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// Above it.
    TooMuch,
    /// Below it.
    TooLittle,
}

impl Factor {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::DaysOfWeek,
        Self::Ten,
        Self::MonthsOfYear,
        Self::HoursOfDay,
        Self::WeeksOfYear,
        Self::Sixty,
        Self::Percent,
        Self::Hundred,
        Self::Thousand,
        Self::Million,
    ];

    /// How many times.
    pub fn times(self) -> u32 {
        match self {
            Self::DaysOfWeek => 7,
            Self::Ten => 10,
            Self::MonthsOfYear => 12,
            Self::HoursOfDay => 24,
            Self::WeeksOfYear => 52,
            Self::Sixty => 60,
            Self::Percent | Self::Hundred => 100,
            Self::Thousand => 1000,
            Self::Million => 1_000_000,
        }
    }
}

impl NumberVerdict {
    /// Compares what was typed with the number that is expected. `mark` is the decimal mark of the learner's language.
    pub fn of(typed: &str, expected: &Expected, mark: DecimalMark) -> Self {
        let judge = Judge { expected, unit: Unit::of_deck(&expected.unit) };
        let mut best = Self::NoNumber;
        for amount in Amount::read_all(typed, mark, judge.unit.kind) {
            best = best.or_better(judge.judge(&amount));
        }
        best
    }

    fn or_better(self, other: Self) -> Self {
        if other.rank() < self.rank() { other } else { self }
    }

    /// What it is worth: 1 for the number, 0.5 where it is near, else 0.
    pub fn credit(self) -> f64 {
        match self {
            Self::Right(_) => 1.0,
            Self::Near(_) => 0.5,
            _ => 0.0,
        }
    }

    /// The same where the question says what is counted, so that the answer need not.
    pub(crate) fn with_unit_named(self) -> Self {
        match self {
            Self::Right(_) => Self::Right(UnitGiven::Named),
            Self::Near(_) => Self::Near(UnitGiven::Named),
            other => other,
        }
    }

    /// The lower, the more it says for an answer. What is as good as another does not replace it.
    fn rank(&self) -> u8 {
        match self {
            Self::Right(UnitGiven::Named) => 0,
            Self::Right(UnitGiven::Missing) => 1,
            Self::Near(UnitGiven::Named) => 2,
            Self::Near(UnitGiven::Missing) => 3,
            Self::Mistake(_) => 4,
            Self::OffBy(..) => 5,
            Self::WrongSign => 6,
            Self::WrongUnit => 7,
            Self::Off => 8,
            Self::NoNumber => 9,
        }
    }
}

/// The number of a card, for what was drawn.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq)]
pub struct Expected {
    right: f64,
    unit: String,
    reach: Reach,
    /// What one is worth in the last place of the number as it is written; `None` for what is reckoned.
    place: Option<f64>,
    /// The numbers that mistakes lead to.
    mistakes: Vec<Option<f64>>,
}

impl Expected {
    /// `None` if there is no right number, as after a division by nothing.
    pub fn of(number: &Number, drawn: &Drawn) -> Option<Self> {
        let right = number.value(drawn)?;
        Some(Expected {
            right,
            unit: number.unit.clone(),
            reach: number.reach(right),
            place: number.place(),
            mistakes: number.mistakes.iter().map(|mistake| mistake.value(drawn)).collect(),
        })
    }

    /// What a text says that is a whole number with its unit, such as `80 percent`.
    pub(super) fn quantity(text: &str) -> Option<Self> {
        let end = text.bytes().position(|byte| !byte.is_ascii_digit())?;
        let (number, unit) = (text.get(..end)?, text.get(end..)?.trim_ascii());
        let right = f64::from(number.parse::<u32>().ok()?);
        if !unit.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'%') {
            return None;
        }
        let (one, unit) = if matches!(unit, "percent" | "%") { (0.01, "%") } else { (1.0, unit) };
        let (reach, mistakes) = (Reach::Rounded, Vec::new());
        Some(Expected { right: right * one, unit: unit.to_owned(), reach, place: Some(one), mistakes })
    }
}

/// What the amounts of an answer are compared with.
struct Judge<'a> {
    expected: &'a Expected,
    unit: Unit,
}

/// How near a number is.
#[derive(PartialEq, Eq)]
enum Nearness {
    Right,
    Near,
    Off,
}

/// The least and the most part of a number by which another still passes for it, when faults are named: whoever is
/// told of a mistake must have made it.
const REACH: (f64, f64) = (0.01, 0.05);

impl Judge<'_> {
    /// The verdict on one amount, read in whichever way is best.
    fn judge(&self, amount: &Amount) -> NumberVerdict {
        let is_named =
            amount.unit.kind != Kind::PLAIN || (self.unit.kind == Kind::PLAIN && amount.unit.is_named);
        let given = if is_named || !self.unit.is_named { UnitGiven::Named } else { UnitGiven::Missing };
        let typed_place = amount.place(self.expected.place.is_none());
        let mut best = NumberVerdict::NoNumber;
        for one in self.readings(amount.unit).into_iter().flatten() {
            let (found, place) = (amount.value() * one, (typed_place * one).abs());
            best = best.or_better(match amount.low() {
                Some(low) => self.judge_range(low * one, found, place, given),
                None => self.judge_number(found, place, given),
            });
        }
        if best == NumberVerdict::NoNumber { NumberVerdict::WrongUnit } else { best }
    }

    /// What one of `unit` may be in that of the deck, the likeliest first.
    fn readings(&self, unit: Unit) -> [Option<f64>; 2] {
        let is_percent = self.expected.unit == "%";
        // The value of a percentage is a part of the whole already.
        let ours = if is_percent { 1.0 } else { self.unit.one };
        let rate = unit.per.zip(self.unit.per).map_or(1.0, |(theirs, ours)| ours / theirs);
        let converted = Some(unit.one / ours * rate);
        // `3 times a week` counts something.
        let is_plain = unit.kind == Kind::PLAIN || (unit.kind == Kind::RATIO && unit.one >= 1.0);
        match self.unit.kind {
            // The deck does not say what it counts.
            Kind::PLAIN if !self.unit.is_named => [Some(1.0), Some(unit.one)],
            Kind::PLAIN if is_plain => [Some(rate), converted],
            Kind::PLAIN => [None; 2],
            kind if unit.kind.fits(kind) => [converted, None],
            _ if unit.kind != Kind::PLAIN => [None; 2],
            Kind::RATIO if is_percent => [Some(0.01), Some(1.0)],
            kind if kind == Kind::RATIO || kind.is_money() => [Some(rate), converted],
            _ => [Some(rate), None],
        }
    }

    /// The verdict on a range in the unit of the deck: right around the number if it is narrow enough, and by its middle if it
    /// is beside it.
    fn judge_range(&self, low: f64, high: f64, typed_place: f64, given: UnitGiven) -> NumberVerdict {
        if !(low..=high).contains(&self.expected.right) {
            return self.judge_number(f64::midpoint(low, high), typed_place, given);
        }
        let is_near = |end| self.nearness(end, typed_place) != Nearness::Off;
        if is_near(low) && is_near(high) {
            return NumberVerdict::Right(given);
        }
        match self.expected.reach {
            _ if high > 2.0 * low => NumberVerdict::Off,
            // Whoever knows a number that is to be known says it.
            Reach::Rounded => NumberVerdict::Near(given),
            _ => NumberVerdict::Right(given),
        }
    }

    /// The verdict on a number in the unit of the deck.
    fn judge_number(&self, found: f64, typed_place: f64, given: UnitGiven) -> NumberVerdict {
        let nearness = self.nearness(found, typed_place);
        if nearness == Nearness::Right {
            return NumberVerdict::Right(given);
        }
        let Expected { right, reach, mistakes, .. } = self.expected;
        let reach = (reach.slack(*right) / right.abs()).clamp(REACH.0, REACH.1);
        let is_about = |value: f64| (found - value).abs() <= value.abs() * reach;
        if let Some(index) = mistakes.iter().position(|value| value.is_some_and(is_about)) {
            return NumberVerdict::Mistake(index);
        }
        if nearness == Nearness::Near {
            return NumberVerdict::Near(given);
        }
        let side = if found.abs() > right.abs() { Side::TooMuch } else { Side::TooLittle };
        let is_off_by = |factor: &Factor| {
            let times = f64::from(factor.times());
            is_about(if side == Side::TooMuch { right * times } else { right / times })
        };
        let factors = Factor::ALL
            .into_iter()
            .filter(|factor| *factor != Factor::Percent || self.unit.kind == Kind::RATIO);
        if let Some(factor) = factors.into_iter().find(is_off_by).filter(|_| found != 0.0) {
            return NumberVerdict::OffBy(factor, side);
        }
        match self.nearness(-found, typed_place) {
            Nearness::Right => NumberVerdict::WrongSign,
            _ => NumberVerdict::Off,
        }
    }

    fn nearness(&self, found: f64, typed_place: f64) -> Nearness {
        // What was reckoned is not exact in its last digits.
        let within = |strays: f64, most: f64| strays <= most * (1.0 + 1e-9);
        let strays = self.expected.reach.strays(found, self.expected.right);
        let near = match self.expected.reach {
            _ if within(strays, 1.0) => return Nearness::Right,
            Reach::Rounded => return self.rounded(found, typed_place),
            Reach::Within(_) => 3.0,
            Reach::OrderOfMagnitude => 9.0,
        };
        if within(strays, near) { Nearness::Near } else { Nearness::Off }
    }

    /// How near a number is that may be rounded.
    fn rounded(&self, found: f64, typed_place: f64) -> Nearness {
        const WHOLE_PERCENT: f64 = 0.01;
        let Expected { right, unit, place, .. } = self.expected;
        let within = |most: f64| (found - right).abs() <= most * (1.0 + 1e-9);
        let is_whole_percent =
            unit == "%" && right.abs() >= 10.0 * WHOLE_PERCENT && typed_place > 0.9 * WHOLE_PERCENT;
        let part = right.abs() * 0.01;
        let most = if is_whole_percent { part.max(0.5 * WHOLE_PERCENT) } else { part };
        match 0.5 * typed_place.max(place.unwrap_or(0.0)) {
            half if !within(half) => Nearness::Off,
            _ if within(most) => Nearness::Right,
            _ if within(3.0 * most) => Nearness::Near,
            _ => Nearness::Off,
        }
    }
}
