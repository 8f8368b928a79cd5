//! What changed in a text, word by word.

use serde::Serialize;

/// More pairs of words than this, beside what is the same at both ends, are not compared.
const MOST_PAIRS: usize = 4_000_000;

/// A stretch of the words of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which of the texts has it.
    pub kind: ChangeKind,
    /// The words, and the white space behind each.
    pub text: String,
}

/// Which of two texts has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// Both.
    Same,
    /// The one before.
    Removed,
    /// The one after.
    Added,
}

/// What became of `before` in `after`, with as many words kept as can be; `None` for texts too long to be compared.
///
/// The longest common subsequence by the table that everybody knows: cards are short, and a crate for it would make the
/// module a quarter larger.
///
/// ```
/// use greenroom::deck::{ChangeKind, changes};
///
/// let found = changes("Ask ten users first", "Ask five users first").unwrap();
/// let found: Vec<_> = found.iter().map(|change| (change.kind, change.text.as_str())).collect();
/// assert_eq!(found, [
///     (ChangeKind::Same, "Ask "), (ChangeKind::Removed, "ten "), (ChangeKind::Added, "five "),
///     (ChangeKind::Same, "users first"),
/// ]);
/// ```
pub fn changes(before: &str, after: &str) -> Option<Vec<Change>> {
    let (before, after) = (words(before), words(after));
    let n_first = n_same(before.iter().zip(&after));
    let (old, new) = (before.get(n_first..)?, after.get(n_first..)?);
    let n_last = n_same(old.iter().rev().zip(new.iter().rev()));
    let (old, _) = old.split_at_checked(old.len() - n_last)?;
    let (new, last) = new.split_at_checked(new.len() - n_last)?;
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return None;
    }
    let mut runs = Runs::default();
    after.iter().take(n_first).for_each(|word| runs.same(word));
    compare(old, new, &mut runs);
    last.iter().for_each(|word| runs.same(word));
    runs.settle();
    Some(runs.done)
}

fn compare(old: &[&str], new: &[&str], runs: &mut Runs) {
    let width = new.len() + 1;
    // How many words the rests have in common, from each pair of places on.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for (row, before) in old.iter().enumerate().rev() {
        for (column, after) in new.iter().enumerate().rev() {
            let place = row * width + column;
            let at = |place: usize| common.get(place).copied().unwrap_or(0);
            let n = if is_same(before, after) {
                at(place + width + 1) + 1
            } else {
                at(place + width).max(at(place + 1))
            };
            if let Some(cell) = common.get_mut(place) {
                *cell = n;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        let place = row * width + column;
        match (old.get(row), new.get(column)) {
            (Some(before), Some(after)) if is_same(before, after) => {
                runs.same(after);
                (row, column) = (row + 1, column + 1);
            }
            (Some(before), after)
                if after.is_none() || common.get(place + width) >= common.get(place + 1) =>
            {
                runs.removed.push_str(before);
                row += 1;
            }
            (_, Some(after)) => {
                runs.added.push_str(after);
                column += 1;
            }
            _ => return,
        }
    }
}

/// The stretches found so far.
#[derive(Default)]
struct Runs {
    done: Vec<Change>,
    /// What was removed and added since the last word that stayed.
    removed: String,
    added: String,
}

impl Runs {
    fn same(&mut self, word: &str) {
        self.settle();
        match self.done.last_mut() {
            Some(Change { kind: ChangeKind::Same, text }) => text.push_str(word),
            _ => self.done.push(Change { kind: ChangeKind::Same, text: word.to_owned() }),
        }
    }

    fn settle(&mut self) {
        for (kind, text) in [(ChangeKind::Removed, &mut self.removed), (ChangeKind::Added, &mut self.added)] {
            if !text.is_empty() {
                self.done.push(Change { kind, text: std::mem::take(text) });
            }
        }
    }
}

/// How many pairs at the beginning are the same.
fn n_same<'a>(pairs: impl Iterator<Item = (&'a &'a str, &'a &'a str)>) -> usize {
    pairs.take_while(|(before, after)| is_same(before, after)).count()
}

/// White space behind a word does not count.
fn is_same(before: &str, after: &str) -> bool {
    before.trim_end() == after.trim_end()
}

/// The words of a text, each with the white space behind it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let gap = rest.get(word..).unwrap_or("");
        let (whole, others) = rest.split_at(word + gap.len() - gap.trim_start().len());
        words.push(whole);
        rest = others;
    }
    words
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `same -removed- +added+`
    fn in_words(before: &str, after: &str) -> Option<String> {
        let piece = |Change { kind, text }: Change| match kind {
            ChangeKind::Same => text,
            ChangeKind::Removed => format!("-{text}-"),
            ChangeKind::Added => format!("+{text}+"),
        };
        changes(before, after).map(|changes| changes.into_iter().map(piece).collect())
    }

    #[test]
    fn changes_are_those_a_reader_would_mark() {
        for (before, after, expected) in [
            ("a b c", "a b c", "a b c"),
            ("a  b", "a\nb ", "a\nb"),
            ("", "a b", "+a b+"),
            ("a b", "", "-a b-"),
            ("a b c", "a x c", "a -b -+x +c"),
            ("a b c d", "b c d e", "-a -b c d +e+"),
            ("one two three four", "three one two four", "+three +one two -three -four"),
        ] {
            assert_eq!(in_words(before, after).as_deref(), Some(expected), "{before:?} {after:?}");
        }
        let (long, other) = ("a ".repeat(2_001), "b ".repeat(2_001));
        assert_eq!(changes(&long, &other), None);
        assert_eq!(changes(&long, &(long.clone() + "b")).map(|changes| changes.len()), Some(2));
    }

    proptest! {
        #[test]
        fn both_texts_are_in_their_changes(before in "([ab] ){0,9}", after in "([abc] ){0,9}") {
            let found = changes(&before, &after).unwrap();
            let of = |kind| -> Vec<&str> {
                let has = |change: &&Change| change.kind == ChangeKind::Same || change.kind == kind;
                found.iter().filter(has).flat_map(|change| change.text.split_whitespace()).collect()
            };
            prop_assert_eq!(of(ChangeKind::Removed), before.split_whitespace().collect::<Vec<_>>());
            prop_assert_eq!(of(ChangeKind::Added), after.split_whitespace().collect::<Vec<_>>());
        }
    }
}
