//! A deck as bytes, so that practice needs no Markdown.
//!
//! Reading Markdown takes more code than all the rest of the engine. Decks that come with the page are therefore
//! compiled when the site is built; others are compiled where they are opened, by a module that is loaded only
//! then.
//!
//! ```text
//! "greenroom" version CRC-32 deck problems
//! ```
//!
//! Compiled decks are as trustworthy as the code they come with: they are read from beside it, never from a link.

use borsh::BorshDeserialize as _;

use super::model::Deck;
use crate::checksum::CRC;

/// What compiled decks begin with. They are good for the version that made them.
const HEAD: &[u8] = concat!("greenroom ", env!("CARGO_PKG_VERSION"), " 2\n").as_bytes();

/// A deck, and how many problems were found in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compiled {
    /// The deck.
    pub deck: Deck,
    /// How many problems were found in its text.
    pub n_problems: usize,
}

impl Compiled {
    /// Reads a deck's text. `name` is the title of a deck that has none.
    pub fn read(text: &str, name: &str) -> Self {
        let (deck, issues) = Deck::parse(text, name);
        Compiled { deck, n_problems: issues.len() }
    }

    /// As bytes.
    ///
    /// ```
    /// use greenroom::deck::Compiled;
    ///
    /// let compiled = Compiled::read("## What is churn?\n\nCustomers who leave.\n", "terms.md");
    /// assert_eq!(Compiled::from_bytes(&compiled.to_bytes()), Some(compiled));
    /// assert_eq!(Compiled::from_bytes(b"## What is churn?"), None);
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing into memory does not fail.
        let body = borsh::to_vec(&(&self.deck, self.n_problems as u64)).unwrap_or_default();
        [HEAD, &CRC.checksum(&body).to_le_bytes(), &body].concat()
    }

    /// From bytes that this version of the engine has made; `None` for all others.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (sum, body) = bytes.strip_prefix(HEAD)?.split_first_chunk::<4>()?;
        if CRC.checksum(body).to_le_bytes() != *sum {
            return None;
        }
        let (deck, n_problems) = <(Deck, u64)>::try_from_slice(body).ok()?;
        Some(Compiled { deck, n_problems: usize::try_from(n_problems).ok()? })
    }
}
