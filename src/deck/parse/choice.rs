//! Task lists as choices: `- [x] right -- feedback`.

use super::markdown::Located;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::ChoiceOption;
use crate::deck::rich::{Block, Inline, ListItem, plain_text};

/// More options than anybody reads.
pub(in crate::deck) const MOST_OPTIONS: usize = 64;

/// The options of a list in which at least one item has a box. `at` is where the list stands.
pub(super) fn read(items: Vec<Located<ListItem>>, at: usize, issues: &mut Issues<'_>) -> Vec<ChoiceOption> {
    let mut options: Vec<ChoiceOption> = Vec::new();
    for Located { at, it, .. } in items {
        if it.checked.is_none() {
            let advice =
                "write `[x]` before a right option and `[ ]` before a wrong one; it is taken as wrong";
            issues.add(at, "an option without a box", advice);
        }
        if options.len() >= MOST_OPTIONS {
            let advice = "part it into several cards; the rest is left out";
            issues.add(at, "a choice of more than 64 options", advice);
            break;
        }
        let option = option(it);
        let text = plain_text(&option.text);
        if text.trim().is_empty() {
            issues.add(at, "an option without a text", "write what can be chosen; it is left out");
        } else if options.iter().any(|other| other.text == option.text) {
            let found = format!("a second option `{}`", excerpt(&text));
            issues.add(at, found, "keep one of them; this one is left out");
        } else {
            options.push(option);
        }
    }
    if !options.iter().any(|option| option.is_right) {
        issues.add(at, "a choice without a right option", "mark the right one with `[x]`");
    }
    if options.len() == 1 {
        issues.add(at, "a choice with one option", "add a wrong one with `[ ]`");
    }
    options
}

fn option(item: ListItem) -> ChoiceOption {
    let mut option = ChoiceOption { is_right: item.checked == Some(true), ..ChoiceOption::default() };
    for (index, block) in item.content.into_iter().enumerate() {
        match block {
            Block::Paragraph { content } if index == 0 => {
                let (text, feedback) = split(content);
                option.text = text;
                if !feedback.is_empty() {
                    option.feedback.push(Block::Paragraph { content: feedback });
                }
            }
            block => option.feedback.push(block),
        }
    }
    option
}

/// What stands before and after the first ` -- `.
fn split(content: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut is_after = false;
    for inline in content {
        match inline {
            Inline::Text { text } if !is_after => match text.split_once(" -- ") {
                Some((left, right)) => {
                    is_after = true;
                    push_text(&mut before, left.trim_end());
                    push_text(&mut after, right.trim_start());
                }
                None => before.push(Inline::Text { text }),
            },
            inline if is_after => after.push(inline),
            inline => before.push(inline),
        }
    }
    (before, after)
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        inlines.push(Inline::Text { text: text.to_owned() });
    }
}
