//! Answers that are numbers: read off, or reckoned from inputs that are drawn anew each time.
//!
//! ```text
//! answer    = formula [" in " unit] [("±" | "+-" | "+/-") tolerance]
//! tolerance = number | number "%" | "order of magnitude"
//! ```

mod decimal;
mod formula;
mod input;
mod quantity;
mod reach;

pub use decimal::Decimal;
pub use formula::Formula;
pub(crate) use formula::FormulaFault;
pub use input::{Input, Range, Values};
pub use quantity::Quantity;
pub use reach::Reach;

use borsh::{BorshDeserialize, BorshSerialize};

use super::rich::Inline;
use quantity::Form;

/// An answer that is a number.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// What is drawn anew each time; empty for a number that is always the same.
    pub inputs: Vec<Input>,
    /// How the answer follows from the inputs.
    pub formula: Formula,
    /// What the answer is counted in, such as `$`, `%` or `days`.
    pub unit: String,
    /// How near an answer must come.
    pub tolerance: Tolerance,
    /// Mistakes that are often made, with the numbers that they lead to.
    pub mistakes: Vec<Mistake>,
}

/// How near an answer must come to the right number.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub enum Tolerance {
    /// The deck does not say.
    #[default]
    Exact,
    /// `± 3`: so much more or less, counted as the answer is; `± 5%`: so large a part of it. Of a percentage, `± 3` is
    /// three points.
    Within(Quantity),
    /// `± order of magnitude`: between half of it and twice it.
    OrderOfMagnitude,
}

/// A mistake that is often made in a calculation.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What was done wrong.
    pub said: Vec<Inline>,
    /// The number it leads to.
    pub formula: Formula,
}

/// The inputs of one showing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn(Vec<Quantity>);

const PLUS_MINUS: [&str; 3] = ["±", "+/-", "+-"];

impl Number {
    /// Reads what stands after the `=`.
    pub(crate) fn read(source: &str, inputs: Vec<Input>) -> Result<Self, FormulaFault> {
        let sign = PLUS_MINUS.iter().find_map(|sign| source.split_once(sign));
        let (answer, tolerance) = match sign {
            None => (source, Tolerance::Exact),
            Some((answer, tolerance)) => {
                let at = source.len() - tolerance.trim_start().len();
                (answer, read_tolerance(tolerance).ok_or_else(|| tolerance_fault(at, tolerance))?)
            }
        };
        let lead = answer.len() - answer.trim_start().len();
        let answer = answer.trim();
        let unsigned = answer.strip_prefix(['-', '−']);
        if let Some((quantity, "")) = Quantity::read(unsigned.unwrap_or(answer), true) {
            let tolerance = tolerance.counted_like(quantity.form());
            let unit = quantity.unit().to_owned();
            let formula =
                if unsigned.is_some() { Formula::of_negative(quantity) } else { Formula::of(quantity) };
            return checked(Number { inputs, formula, unit, tolerance, mistakes: Vec::new() }, source);
        }
        let (formula, unit) = match answer.rsplit_once(" in ") {
            Some((formula, unit)) if !unit.trim().starts_with(|c: char| c.is_ascii_digit()) => {
                (formula.trim_end(), unit.trim())
            }
            _ => (answer, ""),
        };
        if inputs.is_empty() && !is_sum(formula) {
            let advice = "write spaces around + - and / to make it a sum".to_owned();
            return Err(FormulaFault { at: lead, found: format!("`{answer}`"), advice });
        }
        let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
        let formula =
            Formula::read(formula, &names).map_err(|fault| FormulaFault { at: fault.at + lead, ..fault })?;
        let tolerance = tolerance.counted_like(&Form::of_unit(unit));
        checked(Number { unit: unit.to_owned(), formula, tolerance, mistakes: Vec::new(), inputs }, source)
    }

    /// The inputs of the showing of this number: the same for the same number.
    ///
    /// Inputs for which there is no answer, or with which a mistake would lead to the right one, are passed over
    /// as long as others come up.
    pub fn draw(&self, showing: u64) -> Drawn {
        const TRIED: u64 = 16;
        let mut others = (1..TRIED).map(|attempt| self.draw_once(mix(showing, u64::MAX - attempt)));
        let first = self.draw_once(showing);
        if self.inputs.is_empty() || self.is_telling(&first) {
            return first;
        }
        others.find(|drawn| self.is_telling(drawn)).unwrap_or(first)
    }

    fn draw_once(&self, showing: u64) -> Drawn {
        let inputs = self.inputs.iter().enumerate();
        Drawn(inputs.map(|(index, input)| input.value(mix(showing, index as u64))).collect())
    }

    /// Whether there is an answer, and no mistake leads to it.
    fn is_telling(&self, drawn: &Drawn) -> bool {
        let Some(value) = self.value(drawn) else { return false };
        let mut mistakes = self.mistakes.iter().filter_map(|mistake| mistake.value(drawn));
        mistakes.all(|mistake| self.reach(value).strays(mistake, value) > 1.0)
    }

    /// How far from the right `value` an answer may be.
    pub(crate) fn reach(&self, value: f64) -> Reach {
        let by = match &self.tolerance {
            Tolerance::Exact => return Reach::Rounded,
            Tolerance::OrderOfMagnitude => return Reach::OrderOfMagnitude,
            Tolerance::Within(by) => by,
        };
        Reach::Within(match by.unit() {
            // A part of a percentage is a part of it too: 15 % ± 2 % is from 14.7 % to 15.3 %.
            "%" => by.value() * value.abs(),
            POINTS if self.unit == "%" => by.value() / 100.0,
            _ => by.value(),
        })
    }

    /// The right number for these inputs.
    pub fn value(&self, drawn: &Drawn) -> Option<f64> {
        self.formula.value(&drawn.values())
    }

    /// What one is worth in the last place of the number as it is written; `None` for what is reckoned.
    pub(crate) fn place(&self) -> Option<f64> {
        self.formula.single().map(Quantity::place)
    }

    /// The formula with what was drawn in place of its inputs, where there is something to reckon.
    pub(crate) fn worked(&self, drawn: &Drawn) -> Option<String> {
        self.formula.single().is_none().then(|| self.formula.with(&drawn.texts()))
    }

    /// What was drawn for the input of this name.
    pub(crate) fn text_of(&self, name: &str, drawn: &Drawn) -> Option<String> {
        let index = self.inputs.iter().position(|input| input.name == name)?;
        drawn.0.get(index).map(Quantity::to_string)
    }

    /// Inputs for which there is no right number, as after a division by nothing.
    pub(crate) fn fault(&self) -> Option<Drawn> {
        const TRIED: u64 = 64;
        let ends = [0, u64::MAX].map(|end| {
            let value = |input: &Input| input.value(if end == 0 { 0 } else { input.last() });
            Drawn(self.inputs.iter().map(value).collect())
        });
        let mut drawn = ends.into_iter().chain((0..TRIED).map(|showing| self.draw_once(showing)));
        drawn.find(|drawn| self.value(drawn).is_none())
    }
}

impl Drawn {
    fn values(&self) -> Vec<f64> {
        self.0.iter().map(Quantity::value).collect()
    }

    /// The texts to show.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.0.iter().map(Quantity::to_string).collect()
    }
}

impl Mistake {
    /// The number that it leads to.
    pub fn value(&self, drawn: &Drawn) -> Option<f64> {
        self.formula.value(&drawn.values())
    }
}

/// What the difference of two percentages is counted in.
const POINTS: &str = "points";

impl Tolerance {
    /// A bare number is counted as the answer is: `$1.2M ± 0.1` is a tenth of a million.
    fn counted_like(self, answer: &Form) -> Self {
        match self {
            Self::Within(by) if by.form().is_bare() && answer.is_percent => Self::Within(Quantity::new(
                by.number(),
                Form { after: format!(" {POINTS}"), ..Form::default() },
            )),
            Self::Within(by) if by.form().is_bare() => {
                Self::Within(Quantity::new(by.number(), answer.clone()))
            }
            other => other,
        }
    }
}

impl std::fmt::Display for Tolerance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exact => Ok(()),
            Self::Within(quantity) => write!(f, " ± {quantity}"),
            Self::OrderOfMagnitude => f.write_str(" ± order of magnitude"),
        }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.formula.source())?;
        if self.formula.single().is_none_or(|quantity| quantity.unit() != self.unit) && !self.unit.is_empty()
        {
            write!(f, " in {}", self.unit)?;
        }
        write!(f, "{}", self.tolerance)
    }
}

/// Whether a text without inputs is meant to be reckoned. Dates, ranges and "24/7" are not.
fn is_sum(text: &str) -> bool {
    let signs = [" + ", " - ", " − ", " / ", "*", "×", "÷", "^", "("];
    signs.iter().any(|sign| text.contains(sign)) || text.trim().bytes().all(|b| b.is_ascii_digit())
}

/// A tolerance is counted as the answer is, in points, or as a part of it.
fn checked(number: Number, source: &str) -> Result<Number, FormulaFault> {
    let Tolerance::Within(by) = &number.tolerance else { return Ok(number) };
    let unit = by.unit();
    let is_bare = unit.is_empty() && number.unit != "%";
    if is_bare
        || unit == number.unit
        || unit == "%"
        || (unit == POINTS && number.unit == "%")
        || is_singular(unit, &number.unit)
    {
        return Ok(number);
    }
    let at = PLUS_MINUS.iter().find_map(|sign| Some(source.find(sign)? + sign.len())).unwrap_or(0);
    Err(tolerance_fault(at, &by.to_string()))
}

/// `± 1 day` of some days.
fn is_singular(one: &str, many: &str) -> bool {
    many.strip_suffix('s') == Some(one)
}

fn read_tolerance(text: &str) -> Option<Tolerance> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("order of magnitude") || text.eq_ignore_ascii_case("an order of magnitude") {
        return Some(Tolerance::OrderOfMagnitude);
    }
    let (quantity, rest) = Quantity::read(text, true)?;
    rest.is_empty().then_some(Tolerance::Within(quantity))
}

fn tolerance_fault(at: usize, found: &str) -> FormulaFault {
    FormulaFault {
        at,
        found: format!("tolerance `{}`", found.trim()),
        advice: "write ± 5%, ± 3 (counted as the answer is) or ± order of magnitude".to_owned(),
    }
}

/// A number that looks drawn by chance, from the number of a showing and the place of an input.
///
/// This is the output function of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014). Links name showings, so it never changes.
pub(crate) fn mix(showing: u64, place: u64) -> u64 {
    let mut z = showing.wrapping_add((place + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input::read(text).unwrap().unwrap()
    }

    #[test]
    fn numbers_with_units_and_tolerances() {
        for (source, value, unit, printed) in [
            (" 144M ± 5%", 144e6, "", "144M ± 5%"),
            (" $1.2M", 1.2e6, "$", "$1.2M"),
            (" 15% +- 2%", 0.15, "%", "15% ± 2%"),
            (" $1.2M ± 100k", 1.2e6, "$", "$1.2M ± 100k"),
            (" 3 days ± 1", 3.0, "days", "3 days ± 1 days"),
            (" 15% ± 2", 0.15, "%", "15% ± 2 points"),
            (" $1.2M ± 0.1", 1.2e6, "$", "$1.2M ± $0.1M"),
            (" 2 * $3 in $ ± 1", 6.0, "$", "2 * $3 in $ ± $1"),
            (" 12 * $3k in $", 36_000.0, "$", "12 * $3k in $"),
            (" 1 - 0.95^2 in %", 0.0975, "%", "1 - 0.95^2 in %"),
            (" 2bn +/- order of magnitude", 2e9, "", "2bn ± order of magnitude"),
        ] {
            let number = Number::read(source, Vec::new()).unwrap();
            let found = number.value(&number.draw(0)).unwrap();
            assert!((found - value).abs() < 1e-9 * value, "{source}: {found}");
            assert_eq!((number.unit.as_str(), number.to_string().as_str()), (unit, printed), "{source}");
            assert_eq!(Number::read(printed, Vec::new()).unwrap(), number, "{source}");
        }
        let fault = Number::read(" 3 ± some", Vec::new()).unwrap_err();
        assert_eq!((fault.at, fault.found.as_str()), (6, "tolerance `some`"));
        let fault = Number::read(" 3 * effot", Vec::new()).unwrap_err();
        assert_eq!((fault.at, fault.found.as_str()), (5, "`effot` in the formula"));
    }

    #[test]
    fn inputs_are_drawn_from_the_showing_alone() {
        let inputs = vec![input("reach: 50..300 step 10"), input("effort: 1..6")];
        let number = Number::read("reach / effort ± 1%", inputs).unwrap();
        let texts = |showing| number.draw(showing).texts().join(" ");
        // Changing this changes what links show.
        assert_eq!([texts(0), texts(1), texts(7)], ["140 1", "240 2", "160 1"]);
        assert_eq!(number.draw(7), number.draw(7));
        let drawn: Vec<_> = (0..2000).map(texts).collect();
        let seen = |text: &str| drawn.iter().any(|drawn| drawn.ends_with(text));
        assert!((1..=6).all(|effort| seen(&format!(" {effort}"))));
        assert!(drawn.iter().any(|drawn| drawn.starts_with("50 ")));
        assert!(drawn.iter().any(|drawn| drawn.starts_with("300 ")));
    }

    #[test]
    fn inputs_that_tell_nothing_are_passed_over() {
        let inputs = vec![input("a: 1..4"), input("b: 0..3")];
        let mut number = Number::read("a / b ± 1%", inputs).unwrap();
        number.mistakes.push(Mistake { said: Vec::new(), formula: Formula::read("a", &["a", "b"]).unwrap() });
        let drawn: Vec<_> = (0..500).map(|showing| number.draw(showing).texts().join(" ")).collect();
        assert!(drawn.iter().all(|drawn| drawn.ends_with(" 2") || drawn.ends_with(" 3")));
        // Where nothing tells, something is drawn all the same.
        let never = Number::read("1 / (b - b)", vec![input("b: 0..3")]).unwrap();
        assert_eq!(never.draw(5).texts().len(), 1);
    }

    #[test]
    fn a_mistake_within_the_tolerance_tells_nothing() {
        // What is drawn for `a` where `a + 3` is a mistake: never where that is near enough to be right.
        let drawn = |answer: &str| {
            let mut number = Number::read(answer, vec![input("a: 10 | 20 | 40 | 80 | 160 | 200")]).unwrap();
            number
                .mistakes
                .push(Mistake { said: Vec::new(), formula: Formula::read("a + 3", &["a"]).unwrap() });
            let mut seen: Vec<_> = (0..300).map(|showing| number.draw(showing).values()[0]).collect();
            seen.sort_by(f64::total_cmp);
            seen.dedup();
            seen
        };
        assert_eq!(drawn("a ± 5%"), [10.0, 20.0, 40.0]);
        assert_eq!(drawn("a ± 2").len(), 6);
        assert_eq!(drawn("a").len(), 6);
        let mut number = Number::read("a in % ± 2", vec![input("a: 10% | 20%")]).unwrap();
        number
            .mistakes
            .push(Mistake { said: Vec::new(), formula: Formula::read("a * 1.15", &["a"]).unwrap() });
        // 11.5 % is within two points of 10 %, and 23 % is three away from 20 %.
        assert!((0..50).all(|showing| number.draw(showing).texts() == ["20%"]));
    }

    #[test]
    fn inputs_without_an_answer_are_found() {
        let fault = |source, inputs: &[&str]| {
            let inputs = inputs.iter().map(|text| input(text)).collect();
            Number::read(source, inputs).unwrap().fault().map(|drawn| drawn.texts().join(" "))
        };
        assert_eq!(fault("1 / a", &["a: 0..3"]), Some("0".into()));
        assert_eq!(fault("1 / (a - b)", &["a: 1..3", "b: 2..3"]), Some("3 3".into()));
        assert_eq!(fault("1 / a", &["a: 1..3"]), None);
    }
}
