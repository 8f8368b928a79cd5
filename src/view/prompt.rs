//! A prompt as it is shown: its numbers drawn, and the gap that is asked for open or filled.

use std::borrow::Cow;

use crate::deck::{Card, Drawn, Hole, Inline, Prompt};

/// The prompt of a card, with nothing left to be filled in but the gap that is asked for. That keeps its text only if
/// the answer is shown.
pub(super) fn shown<'a>(card: &'a Card, drawn: &Drawn, is_revealed: bool) -> Cow<'a, Prompt> {
    let number = card.number().filter(|number| !number.inputs.is_empty());
    if card.gap.is_none() && number.is_none() {
        return Cow::Borrowed(&card.prompt);
    }
    let prompt = card.prompt.filled(&mut |hole| match hole {
        Hole::Gap { number, text, .. } if card.gap != Some(number) => Inline::Text { text: text.to_owned() },
        Hole::Gap { text, .. } if is_revealed => Inline::Gap { text: text.to_owned(), hint: None },
        Hole::Gap { hint, .. } => Inline::Gap { text: String::new(), hint: hint.cloned() },
        Hole::Input(name) => {
            let text = number.and_then(|number| number.text_of(name, drawn));
            Inline::Text { text: text.unwrap_or_else(|| name.to_owned()) }
        }
    });
    Cow::Owned(prompt)
}
