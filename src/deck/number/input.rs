//! The inputs of a calculation: `{reach: 50..300 step 10}`, `{impact: 0.25 | 0.5 | 1}`.

use borsh::{BorshDeserialize, BorshSerialize};

use super::decimal::Decimal;
use super::formula::name;
use super::quantity::Quantity;

/// The most values that an input may have: more are as good as any.
const MAX_VALUES: u64 = 1_000_000;

/// A number that is drawn anew each time its card is asked.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The name that formulas know it by.
    pub name: String,
    /// What may be drawn.
    pub values: Values,
}

/// What may be drawn.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// `50..300 step 10`: a lowest, and so many steps up from it.
    Range(Box<Range>),
    /// `0.25 | 0.5 | 1`: one of these.
    OneOf(Vec<Quantity>),
}

/// A range of values.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest.
    pub low: Quantity,
    /// What none is above, in the form of the lowest.
    pub high: Quantity,
    /// From one to the next, in the form of the lowest.
    pub step: Quantity,
}

impl Input {
    /// Reads what stands between the braces. `None` if it is no declaration at all, such as `{topic}`.
    pub(crate) fn read(text: &str) -> Option<Result<Self, String>> {
        let name = name(text.trim());
        let values = text.trim().strip_prefix(name)?.trim_start().strip_prefix(':')?;
        if name.is_empty() {
            return None;
        }
        let values = if values.contains("..") { read_range(values) } else { read_list(values) };
        Some(values.map(|values| Input { name: name.to_owned(), values }))
    }

    /// How many values there are.
    fn n_values(&self) -> u64 {
        match &self.values {
            Values::OneOf(values) => values.len() as u64,
            Values::Range(range) => {
                let Range { low, high, step } = range.as_ref();
                let steps = step.number().steps(low.number(), high.number(), MAX_VALUES);
                steps.map_or(1, |steps| steps + 1)
            }
        }
    }

    /// The value of this number; numbers go on from the first after the last.
    pub(crate) fn value(&self, number: u64) -> Quantity {
        let number = number.checked_rem(self.n_values()).unwrap_or(0);
        match &self.values {
            Values::OneOf(values) => {
                values.get(usize::try_from(number).unwrap_or(0)).cloned().unwrap_or_default()
            }
            Values::Range(range) => {
                let Range { low, step, .. } = range.as_ref();
                Quantity::new(low.number().plus(number, step.number()), low.form().clone())
            }
        }
    }

    /// The number of its last value.
    pub(crate) fn last(&self) -> u64 {
        self.n_values().saturating_sub(1)
    }
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", self.name)?;
        match &self.values {
            Values::Range(range) => {
                let Range { low, high, step } = range.as_ref();
                write!(f, "{low}..{high}")?;
                if step.number() == Decimal::ONE { Ok(()) } else { write!(f, " step {step}") }
            }
            Values::OneOf(values) => values.iter().enumerate().try_for_each(|(index, value)| {
                if index > 0 {
                    f.write_str(" | ")?;
                }
                write!(f, "{value}")
            }),
        }
    }
}

/// One quantity and nothing else.
fn quantity(text: &str) -> Result<Quantity, String> {
    let text = text.trim();
    match Quantity::read(text, true) {
        Some((quantity, "")) => Ok(quantity),
        _ => Err(format!("write a number such as 50, 2.5, 15% or $3k in place of `{text}`")),
    }
}

fn read_list(text: &str) -> Result<Values, String> {
    text.split('|').map(quantity).collect::<Result<_, _>>().map(Values::OneOf)
}

/// `low..high step s`; where one of them says in what they are counted, it holds for all.
fn read_range(text: &str) -> Result<Values, String> {
    let (low, rest) = text.split_once("..").unwrap_or((text, ""));
    let (high, step) = rest.split_once("step").unwrap_or((rest, "1"));
    let (low, high, step) = (quantity(low)?, quantity(high)?, quantity(step)?);
    let forms = [low.form(), high.form(), step.form()];
    let form = forms.into_iter().find(|form| !form.is_bare()).cloned().unwrap_or_default();
    if forms.iter().any(|other| !other.is_bare() && **other != form) {
        return Err("write lowest, highest and step in the same way, as in 2%..8% step 1%".to_owned());
    }
    match step.number().steps(low.number(), high.number(), MAX_VALUES) {
        None => {
            Err("write a range from low to high with a step above 0, of at most a million values".to_owned())
        }
        Some(0) if low.number() != high.number() => {
            Err("make the step smaller than the range; it is counted as the range is, as in 1k..5k step 0.5k"
                .to_owned())
        }
        Some(_) => {
            let is_grouped = [&low, &high, &step].iter().any(|part| part.number().is_grouped());
            let [low, high, step] =
                [low, high, step].map(|part| Quantity::new(part.number().grouped(is_grouped), form.clone()));
            Ok(Values::Range(Box::new(Range { low, high, step })))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_read_drawn_and_printed() {
        for (text, first, third, last) in [
            ("reach: 50..300 step 10", "50", "70", "300"),
            ("impact: 0.25 | 0.5 | 1", "0.25", "1", "1"),
            ("confidence: 50% | 80%", "50%", "50%", "80%"),
            ("churn: 2..8%", "2%", "4%", "8%"),
            ("price: $0.5..$3 step 0.25", "$0.5", "$1", "$3"),
            ("effort: 1..6", "1", "3", "6"),
            ("users: 1..2M step 0.1", "1M", "1.2M", "2M"),
            ("users: 800..1,200 step 200", "800", "1,200", "1,200"),
            ("term: 1..3 years", "1 years", "3 years", "3 years"),
        ] {
            let input = Input::read(text).unwrap().unwrap();
            let drawn = |number| input.value(number).to_string();
            assert_eq!([drawn(0), drawn(2), drawn(input.last())], [first, third, last], "{text}");
            assert_eq!(Input::read(&input.to_string()).unwrap().unwrap(), input, "{text}");
        }
    }

    #[test]
    fn faults_are_told_and_other_braces_left_alone() {
        for text in ["", "topic", "hidden text", "::", ": 3", "12: 3"] {
            assert!(Input::read(text).is_none(), "{text}");
        }
        for (text, advice) in [
            ("a: ", "write a number"),
            ("a: x", "write a number"),
            ("a: 1 | x", "write a number"),
            ("a: 3..1", "write a range"),
            ("a: 1..3 step 0", "write a range"),
            ("a: 1..9999999", "write a range"),
            ("a: 1%..$3", "write lowest, highest"),
            ("a: 1k..5k step 500", "make the step smaller"),
        ] {
            let fault = Input::read(text).unwrap().unwrap_err();
            assert!(fault.starts_with(advice), "{text}: {fault}");
        }
    }
}
