//! Any text is a deck: it is read without a panic, comes back from its compiled form, and from its printed one.
#![no_main]

use greenroom::deck::{Compiled, Deck};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (deck, issues) = Deck::parse(text, "fuzz.md");
    let lines = text.matches(['\n', '\r']).count() + 1;
    assert!(issues.iter().all(|issue| (1..=lines).contains(&issue.line) && issue.column >= 1));
    let compiled = Compiled { deck, n_problems: issues.len() };
    assert_eq!(Compiled::from_bytes(&compiled.to_bytes()).as_ref(), Some(&compiled));
    let printed = compiled.deck.print();
    assert_eq!(Deck::parse(&printed, "").0, compiled.deck, "{printed}");
});
