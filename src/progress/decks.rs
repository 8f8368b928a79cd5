//! The decks of which a store holds records.

use super::place::Place;
use super::store::{Store, StoreError};

/// The places of all other decks that have records in `store`, among the same keys as `place`, each once.
///
/// # Errors
///
/// When the store cannot be read.
pub fn other_decks(store: &impl Store, place: &Place) -> Result<Vec<Place>, StoreError> {
    let mut places = vec![place.clone()];
    for prefix in store.keys()?.iter().filter_map(|key| place.sibling(key)) {
        // Decks are few: sorting would take more code, and no less time.
        if places.iter().all(|known| known.prefix() != prefix) {
            places.push(Place::of(&prefix));
        }
    }
    places.swap_remove(0);
    Ok(places)
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
            let mut prefixes: Vec<_> = places.iter().map(|place| place.prefix().to_owned()).collect();
            prefixes.sort_unstable();
            prefixes
        };
        assert_eq!(others("gr1:"), ["gr1:AAAAAAAA:", "gr1:AAAAAAAB:"]);
        assert_eq!(others("gr1@abcdef:"), ["gr1@abcdef:AAAAAAAD:"]);
    }
}
