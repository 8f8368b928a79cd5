//! Any text is imported without a panic in every format, and what comes out is a deck of as many cards as was said.
#![no_main]

use greenroom::deck::Deck;
use greenroom::exchange::{Format, import, import_as};
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 6] =
    [Format::Native, Format::Brainscape, Format::Anki, Format::Table, Format::Hashcards, Format::Obsidian];

fuzz_target!(|text: &str| {
    import(text, "fuzz.txt");
    for format in FORMATS {
        let import = import_as(format, text, "fuzz.txt");
        assert_eq!(Deck::parse(&import.deck, "").0.cards.len(), import.cards, "{format:?}\n{}", import.deck);
    }
});
