//! Formulas: `reach * impact * confidence / effort`.
//!
//! ```text
//! sum     = product (("+" | "-") product)*
//! product = sign (("*" | "/" | "×" | "÷") sign)*
//! sign    = "-" sign | power
//! power   = atom ["^" sign]
//! atom    = number | input | function "(" sum ("," sum)* ")" | "(" sum ")"
//! ```
//!
//! A formula becomes a list of steps for a stack, so that neither reckoning nor dropping it can go deep.

use borsh::{BorshDeserialize, BorshSerialize};

use super::quantity::Quantity;

/// How deep parentheses may stand inside each other.
const MAX_DEPTH: usize = 32;

/// The most steps: nobody asks for more in an interview.
const MAX_STEPS: usize = 500;

/// A formula over the inputs of a calculation.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Formula {
    /// As it is written.
    source: String,
    steps: Vec<Step>,
    /// Where each input stands in the source: its bytes, and its index.
    places: Vec<(usize, usize, usize)>,
}

#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
enum Step {
    Number(Quantity),
    Input(usize),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Raise,
    Call(Function),
}

#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
enum Function {
    Min,
    Max,
    Round,
    Ceil,
    Floor,
    Sqrt,
}

const FUNCTIONS: [(&str, Function, usize); 6] = [
    ("min", Function::Min, 2),
    ("max", Function::Max, 2),
    ("round", Function::Round, 1),
    ("ceil", Function::Ceil, 1),
    ("floor", Function::Floor, 1),
    ("sqrt", Function::Sqrt, 1),
];

/// What is wrong with a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormulaFault {
    /// The byte of the source at which it shows.
    pub(crate) at: usize,
    pub(crate) found: String,
    pub(crate) advice: String,
}

impl Formula {
    /// Reads all of `source`. `inputs` are the names that it may use.
    pub(crate) fn read(source: &str, inputs: &[&str]) -> Result<Self, FormulaFault> {
        let mut reader = Reader { source, at: 0, depth: 0, inputs, formula: Formula::default() };
        reader.sum()?;
        reader.skip_space();
        if reader.at < source.len() {
            return Err(reader.fault_here("an operator such as + - * / ^ belongs here, or nothing"));
        }
        Ok(Formula { source: source.to_owned(), ..reader.formula })
    }

    /// The formula as it is written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The one quantity that it consists of, if it is no more than that.
    pub(crate) fn single(&self) -> Option<&Quantity> {
        match self.steps.as_slice() {
            [Step::Number(quantity)] if quantity.to_string() == self.source => Some(quantity),
            [Step::Number(quantity), Step::Negate] if format!("-{quantity}") == self.source => Some(quantity),
            _ => None,
        }
    }

    /// A formula that is one quantity.
    pub(crate) fn of(quantity: Quantity) -> Self {
        Formula { source: quantity.to_string(), steps: vec![Step::Number(quantity)], places: Vec::new() }
    }

    /// The same below nothing: `-5%`.
    pub(crate) fn of_negative(quantity: Quantity) -> Self {
        let steps = vec![Step::Number(quantity.clone()), Step::Negate];
        Formula { source: format!("-{quantity}"), steps, places: Vec::new() }
    }

    /// What it comes to with these inputs; `None` where there is no such number, as after a division by nothing.
    pub fn value(&self, inputs: &[f64]) -> Option<f64> {
        let mut stack: Vec<f64> = Vec::new();
        for step in &self.steps {
            let value = match step {
                Step::Number(quantity) => quantity.value(),
                Step::Input(index) => *inputs.get(*index)?,
                Step::Negate => -stack.pop()?,
                Step::Call(function) => function.of(&mut stack)?,
                Step::Add | Step::Subtract | Step::Multiply | Step::Divide | Step::Raise => {
                    let (right, left) = (stack.pop()?, stack.pop()?);
                    match step {
                        Step::Add => left + right,
                        Step::Subtract => left - right,
                        Step::Multiply => left * right,
                        Step::Divide => left / right,
                        _ => left.powf(right),
                    }
                }
            };
            // What cannot be reckoned does not become a number again on the way.
            stack.push(Some(value).filter(|value| value.is_finite())?);
        }
        stack.pop()
    }

    /// The formula with texts in place of its inputs.
    pub(crate) fn with(&self, texts: &[String]) -> String {
        let mut filled = String::new();
        let mut from = 0;
        for (begin, end, input) in &self.places {
            filled.push_str(self.source.get(from..*begin).unwrap_or(""));
            filled.push_str(texts.get(*input).map_or("", String::as_str));
            from = *end;
        }
        filled.push_str(self.source.get(from..).unwrap_or(""));
        filled
    }

    /// The inputs that it uses, by index.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|(_, _, input)| *input)
    }
}

impl Function {
    fn of(self, stack: &mut Vec<f64>) -> Option<f64> {
        let last = stack.pop()?;
        Some(match self {
            Self::Min => stack.pop()?.min(last),
            Self::Max => stack.pop()?.max(last),
            Self::Round => last.round(),
            Self::Ceil => last.ceil(),
            Self::Floor => last.floor(),
            Self::Sqrt => last.sqrt(),
        })
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    depth: usize,
    inputs: &'a [&'a str],
    formula: Formula,
}

type Outcome = Result<(), FormulaFault>;

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or("")
    }

    fn skip_space(&mut self) {
        self.at = self.source.len() - self.rest().trim_start().len();
    }

    /// Passes over the first of `symbols` that stands here.
    fn eat<T: Copy>(&mut self, symbols: &[(char, T)]) -> Option<T> {
        self.skip_space();
        let next = self.rest().chars().next()?;
        let (symbol, meaning) = symbols.iter().find(|(symbol, _)| *symbol == next)?;
        self.at += symbol.len_utf8();
        Some(*meaning)
    }

    fn push(&mut self, step: Step) -> Outcome {
        if self.formula.steps.len() >= MAX_STEPS {
            return Err(self.fault("a formula of more than 500 steps", "part it into several cards"));
        }
        self.formula.steps.push(step);
        Ok(())
    }

    fn sum(&mut self) -> Outcome {
        self.product()?;
        while let Some(is_plus) = self.eat(&[('+', true), ('-', false), ('−', false)]) {
            self.product()?;
            self.push(if is_plus { Step::Add } else { Step::Subtract })?;
        }
        Ok(())
    }

    fn product(&mut self) -> Outcome {
        self.sign()?;
        while let Some(is_times) = self.eat(&[('*', true), ('×', true), ('/', false), ('÷', false)]) {
            self.sign()?;
            self.push(if is_times { Step::Multiply } else { Step::Divide })?;
        }
        Ok(())
    }

    fn sign(&mut self) -> Outcome {
        let mut is_negative = false;
        while self.eat(&[('-', ()), ('−', ())]).is_some() {
            is_negative = !is_negative;
        }
        self.power()?;
        if is_negative { self.push(Step::Negate) } else { Ok(()) }
    }

    fn power(&mut self) -> Outcome {
        self.atom()?;
        if self.eat(&[('^', ())]).is_none() {
            return Ok(());
        }
        self.deeper(Self::sign)?;
        self.push(Step::Raise)
    }

    /// Whatever calls itself does so through here.
    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        if self.depth >= MAX_DEPTH {
            return Err(self.fault("32 parentheses inside each other", "write the formula more plainly"));
        }
        self.depth += 1;
        read(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn atom(&mut self) -> Outcome {
        if self.eat(&[('(', ())]).is_some() {
            self.deeper(Self::sum)?;
            return self.close();
        }
        if let Some((quantity, rest)) = Quantity::read(self.rest(), false) {
            let length = self.rest().len() - rest.len();
            self.at += length;
            return self.push(Step::Number(quantity));
        }
        let name = name(self.rest());
        if name.is_empty() {
            return Err(self.fault_here("a number, the name of an input or a parenthesis belongs here"));
        }
        let (begin, end) = (self.at, self.at + name.len());
        if let Some(index) = self.inputs.iter().position(|input| *input == name) {
            self.at = end;
            self.formula.places.push((begin, end, index));
            return self.push(Step::Input(index));
        }
        if let Some((_, function, arity)) = FUNCTIONS.iter().find(|(function, ..)| *function == name) {
            self.at = end;
            return self.call(*function, *arity);
        }
        let found = format!("`{name}` in the formula");
        let inputs = self.inputs.iter().take(8).copied().collect::<Vec<_>>().join(", ");
        Err(self.fault(
            found,
            match inputs.is_empty() {
                true => "declare it in the prompt, as in {reach: 50..300 step 10}".to_owned(),
                false => format!(
                    "use one of {inputs}, or declare it in the prompt as in {{reach: 50..300 step 10}}"
                ),
            },
        ))
    }

    fn call(&mut self, function: Function, arity: usize) -> Outcome {
        if self.eat(&[('(', ())]).is_none() {
            return Err(self.fault_here("an opening parenthesis belongs here"));
        }
        for argument in 0..arity {
            if argument > 0 && self.eat(&[(',', ())]).is_none() {
                return Err(self.fault_here("a comma and another number belong here"));
            }
            self.deeper(Self::sum)?;
        }
        self.close()?;
        self.push(Step::Call(function))
    }

    fn close(&mut self) -> Outcome {
        match self.eat(&[(')', ())]) {
            Some(()) => Ok(()),
            None => Err(self.fault_here("a closing parenthesis belongs here")),
        }
    }

    fn fault(&self, found: impl Into<String>, advice: impl Into<String>) -> FormulaFault {
        FormulaFault { at: self.at, found: found.into(), advice: advice.into() }
    }

    fn fault_here(&self, advice: &str) -> FormulaFault {
        let next = self.rest().trim_start().chars().next();
        let found =
            next.map_or("the end of the formula".to_owned(), |next| format!("`{next}` in the formula"));
        self.fault(found, advice)
    }
}

/// The name that `text` begins with.
pub(crate) fn name(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    if !text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return "";
    }
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_reckoned_as_at_school() {
        let inputs = ["reach", "impact", "effort"];
        for (source, expected) in [
            ("reach * impact / effort", Some(50.0)),
            ("a", None),
            ("2 + 3 * 4", Some(14.0)),
            ("(2 + 3) * 4", Some(20.0)),
            ("2 - 3 - 4", Some(-5.0)),
            ("-2 ^ 2", Some(-4.0)),
            ("2 ^ 3 ^ 2", Some(512.0)),
            ("2 ^ -1", Some(0.5)),
            ("1 - (1 - 5%) ^ 2", Some(0.0975)),
            ("$1.2M / 12", Some(100_000.0)),
            ("--2", Some(2.0)),
            ("min(reach, 3) + max(1, 2)", Some(5.0)),
            ("round(2.5) + ceil(1.1) + floor(1.9) + sqrt(16)", Some(10.0)),
            ("reach×impact÷effort−1", Some(49.0)),
            ("1 / 0", None),
            ("0 / 0", None),
            ("sqrt(-1)", None),
            ("10 ^ 400", None),
        ] {
            let formula = Formula::read(source, &inputs);
            let value = formula.ok().and_then(|formula| formula.value(&[100.0, 2.0, 4.0]));
            let rounded = |value: Option<f64>| value.map(|value| (value * 1e9).round());
            assert_eq!(rounded(value), rounded(expected), "{source}");
        }
    }

    #[test]
    fn faults_say_where_and_what_to_do() {
        let deep = format!("{}1", "(".repeat(100_000));
        let powers = "2^".repeat(100_000);
        for (source, at, found) in [
            ("", 0, "the end of the formula"),
            ("2 +", 3, "the end of the formula"),
            ("2 3", 2, "`3` in the formula"),
            ("reach * effot", 8, "`effot` in the formula"),
            ("(2", 2, "the end of the formula"),
            ("min(2)", 5, "`)` in the formula"),
            ("min 2", 4, "`2` in the formula"),
            ("2 & 3", 2, "`&` in the formula"),
            (&deep, 33, "32 parentheses inside each other"),
            (&powers, 66, "32 parentheses inside each other"),
        ] {
            let fault = Formula::read(source, &["reach", "effort"]).unwrap_err();
            assert_eq!((fault.at, fault.found.as_str()), (at, found), "{}", &source[..source.len().min(20)]);
        }
        let long = vec!["1"; 1000].join("+");
        assert_eq!(Formula::read(&long, &[]).unwrap_err().found, "a formula of more than 500 steps");
        let fault = Formula::read("x", &["reach", "effort"]).unwrap_err();
        assert!(fault.advice.starts_with("use one of reach, effort, or declare it"), "{}", fault.advice);
    }

    #[test]
    fn texts_take_the_place_of_inputs() {
        let formula = Formula::read("reach * (reach + effort)", &["reach", "effort"]).unwrap();
        assert_eq!(formula.with(&["150".into(), "3".into()]), "150 * (150 + 3)");
        assert_eq!(formula.inputs().collect::<Vec<_>>(), [0, 0, 1]);
    }
}
