//! The decks of which a store holds records.

use super::place::Place;
use super::store::{Store, StoreError};

/// The places of all other decks that have records in `store`, among the same keys as `place`, each once.
///
/// # Errors
///
/// When the store cannot be read.
pub fn other_decks(store: &impl Store, place: &Place) -> Result<Vec<Place>, StoreError> {
    let mut prefixes: Vec<String> = store.keys()?.iter().filter_map(|key| place.sibling(key)).collect();
    prefixes.sort_unstable();
    prefixes.dedup();
    Ok(prefixes.iter().filter(|prefix| *prefix != place.prefix()).map(|prefix| Place::of(prefix)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::DeckKey;
    use crate::progress::MemoryStore;

    #[test]
    fn only_shelves_among_the_same_keys_are_decks() {
        let mut store = MemoryStore::default();
        for key in [
            "gr1:AAAAAAAB:l:AAAAAA.0",
            "gr1:AAAAAAAB:l:AAAAAA.1",
            "gr1:AAAAAAAA:s:x",
            "gr1:AAAAAAAC:l:AAAAAA.0",
            "gr1:AAAAAAAA",
            "gr1:AAAAAA:l:x",
            "gr1@abcdef:AAAAAAAD:l:AAAAAA.0",
            "gr2:AAAAAAAC:l:AAAAAA.0",
            "greenroom:memory",
            "gr1:ÄÄÄÄ:l",
            "",
        ] {
            store.set(key, "").unwrap();
        }
        let others = |prefix| {
            let places = other_decks(&store, &Place::new(prefix, DeckKey(2))).unwrap();
            places.iter().map(|place| place.prefix().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(others("gr1:"), ["gr1:AAAAAAAA:", "gr1:AAAAAAAB:"]);
        assert_eq!(others("gr1@abcdef:"), ["gr1@abcdef:AAAAAAAD:"]);
    }
}
