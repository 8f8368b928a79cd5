//! Golden decks: each `.md` in `tests/golden` is read as its `.txt` says, faults included.
//!
//! `UPDATE=1 cargo test --test golden` writes the texts anew; the change is then read by a person.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use std::path::PathBuf;

use greenroom::deck::Deck;
use util::dump;

/// The golden decks by name.
fn decks() -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir("tests/golden").unwrap().map(|entry| entry.unwrap().path());
    let mut decks: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    decks.sort();
    decks.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn golden_decks_are_read_as_before() {
    let decks = decks();
    assert!(decks.len() >= 8);
    for (path, text) in decks {
        let (deck, issues) = Deck::parse(&text, path.file_name().unwrap().to_str().unwrap());
        let issues: String = issues.iter().map(|issue| format!("! {issue}\n")).collect();
        let found = format!("{}\n{issues}", dump(&deck));
        let golden = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, &found).unwrap();
        }
        assert_eq!(found, std::fs::read_to_string(&golden).unwrap_or_default(), "{}", path.display());
    }
}
