//! Typed answers: paragraphs that begin with `=`, and the mistakes of a calculation.

use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::Task;
use crate::deck::number::{Formula, FormulaFault, Input, Mistake, Number};
use crate::deck::rich::{Block, Inline};

/// What stands after the `=` of a paragraph that is a typed answer. It is read from the source, so that `a*b*c`
/// is never emphasis.
pub(super) fn source_of(text: &str, at: usize, end: usize) -> Option<&str> {
    let source = text.get(at..end)?.trim_end();
    let answer = source.trim_start().strip_prefix('=')?;
    answer.starts_with([' ', '\t']).then_some(answer)
}

/// Whether a line inside a paragraph looks like a typed answer that has no blank line above it.
pub(super) fn hidden_in(text: &str, at: usize, end: usize) -> Option<usize> {
    let source = text.get(at..end)?;
    source.contains("\n= ").then(|| at + source.find("\n= ").map_or(0, |place| place + 1))
}

/// Reads a typed answer; `None` if it is a formula that cannot be read. `at` is where its `=` stands.
pub(super) fn read(source: &str, at: usize, inputs: Vec<Input>, issues: &mut Issues<'_>) -> Option<Task> {
    let accepted = short_answers(source);
    if accepted.is_empty() {
        issues.add(
            at,
            "`=` without an answer",
            "write the answer after it, as in `= Reach | reach of users`",
        );
        return Some(Task::Recall);
    }
    let has_inputs = !inputs.is_empty();
    let fault = match Number::read(source, inputs.clone()) {
        Ok(number) => {
            check_number(&number, at, issues);
            return Some(Task::Number(Box::new(number)));
        }
        Err(fault) => fault,
    };
    if has_inputs || looks_reckoned(source) {
        add_fault(&fault, at + 1, issues);
        if has_inputs {
            return None;
        }
    }
    Some(Task::Short(accepted))
}

/// Whether a text was meant to be reckoned.
fn looks_reckoned(source: &str) -> bool {
    [" * ", " ^ ", "±", "+/-"].iter().any(|sign| source.contains(sign))
}

fn add_fault(fault: &FormulaFault, source_at: usize, issues: &mut Issues<'_>) {
    issues.add(source_at + fault.at, fault.found.clone(), fault.advice.clone());
}

fn check_number(number: &Number, at: usize, issues: &mut Issues<'_>) {
    if let Some(drawn) = number.fault() {
        let inputs =
            number.inputs.iter().zip(drawn.texts()).map(|(input, text)| format!("{} = {text}", input.name));
        let inputs = inputs.collect::<Vec<_>>().join(", ");
        let found = match inputs.is_empty() {
            true => "a formula without a value".to_owned(),
            false => format!("a formula without a value for {inputs}"),
        };
        issues.add(at, found, "change the formula or the inputs so that nothing is divided by 0");
    }
    for (index, input) in number.inputs.iter().enumerate() {
        if !number.formula.inputs().any(|used| used == index) {
            let found = format!("the input `{}`, which the formula does not use", input.name);
            issues.add(at, found, "use it, or write the number without braces");
        }
    }
}

/// More answers than anybody accepts.
const MOST_ACCEPTED: usize = 100;

/// The accepted answers: parted by `|`; a backslash before a sign takes its meaning away.
fn short_answers(source: &str) -> Vec<String> {
    let mut answers = vec![String::new()];
    let mut is_escaped = false;
    for c in source.chars() {
        let last = answers.len() - 1;
        match (c, answers.get_mut(last)) {
            ('|', _) if !is_escaped => answers.push(String::new()),
            (c, Some(answer)) => {
                if is_escaped && !c.is_ascii_punctuation() {
                    answer.push('\\');
                }
                is_escaped = c == '\\' && !is_escaped;
                if !is_escaped {
                    answer.push(if c.is_whitespace() { ' ' } else { c });
                }
                continue;
            }
            _ => {}
        }
        is_escaped = false;
    }
    if let (true, Some(last)) = (is_escaped, answers.last_mut()) {
        last.push('\\');
    }
    let mut accepted: Vec<String> = Vec::new();
    for answer in answers {
        let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        if !answer.is_empty() && accepted.len() < MOST_ACCEPTED && !accepted.contains(&answer) {
            accepted.push(answer);
        }
    }
    accepted
}

/// The mistakes that the items of a card's pitfalls name: `` Forgot the effort: `= reach * impact` ``.
///
/// `find` tells where a piece of code stands in the deck.
pub(super) fn mistakes(
    pitfalls: &[Block],
    inputs: &[Input],
    find: impl Fn(&str) -> usize,
    issues: &mut Issues<'_>,
) -> Vec<Mistake> {
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    let mut mistakes = Vec::new();
    for content in pitfalls.iter().flat_map(items).filter_map(|item| match item {
        Block::Paragraph { content } => Some(content),
        _ => None,
    }) {
        let Some((Inline::Code { text }, said)) = content.split_last() else { continue };
        let Some(source) = text.trim().strip_prefix("= ") else { continue };
        match Formula::read(source.trim(), &names) {
            Ok(formula) => mistakes.push(Mistake { said: without_colon(said), formula }),
            Err(fault) => {
                let lead = text.len() - text.trim_start().strip_prefix("= ").map_or(0, str::len);
                let place = find(text) + lead + fault.at;
                let found = format!("{} of the mistake `{}`", fault.found, excerpt(text));
                issues.add(place, found, fault.advice);
            }
        }
    }
    mistakes
}

/// The blocks of a list's items, or the block itself.
fn items(block: &Block) -> Box<dyn Iterator<Item = &Block> + '_> {
    match block {
        Block::List { items, .. } => Box::new(items.iter().flat_map(|item| &item.content)),
        block => Box::new(std::iter::once(block)),
    }
}

fn without_colon(said: &[Inline]) -> Vec<Inline> {
    let mut said = said.to_vec();
    if let Some(Inline::Text { text }) = said.last_mut() {
        let kept = text.trim_end().trim_end_matches(':').trim_end().len();
        text.truncate(kept);
        if text.is_empty() {
            said.pop();
        }
    }
    said
}
