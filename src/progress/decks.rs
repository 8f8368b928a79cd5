//! The decks of which a store holds records.

use super::shelf::{Store, StoreError};
use crate::base64url::take;
use crate::deck::DeckKey;

/// The keys of all decks that have records in `store`, each once.
///
/// # Errors
///
/// When the store cannot be read.
pub fn decks(store: &impl Store) -> Result<Vec<DeckKey>, StoreError> {
    let mut decks: Vec<DeckKey> = store.keys()?.iter().filter_map(|key| deck(key)).collect();
    decks.sort_unstable();
    decks.dedup();
    Ok(decks)
}

/// The deck that a key of a shelf is about.
fn deck(key: &str) -> Option<DeckKey> {
    let mut rest = key.strip_prefix("gr1:")?;
    let deck = take(&mut rest, (DeckKey::BITS / 6) as usize)?;
    rest.starts_with(':').then_some(DeckKey(deck))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::MemoryStore;

    #[test]
    fn only_shelves_are_decks() {
        let mut store = MemoryStore::default();
        for key in [
            "gr1:AAAAAAAB:l:AAAAAA.0",
            "gr1:AAAAAAAB:l:AAAAAA.1",
            "gr1:AAAAAAAA:s:x",
            "gr1:AAAAAAAA",
            "gr1:AAAAAA:l:x",
            "gr2:AAAAAAAC:l:AAAAAA.0",
            "greenroom:memory",
            "gr1:ÄÄÄÄ:l",
            "",
        ] {
            store.set(key, "").unwrap();
        }
        assert_eq!(decks(&store), Ok(vec![DeckKey(0), DeckKey(1)]));
    }
}
