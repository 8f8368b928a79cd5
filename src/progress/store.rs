//! Where texts are kept by key, such as `localStorage`.

use std::collections::BTreeMap;

/// A store of texts by key, such as `localStorage`.
pub trait Store {
    /// All keys.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key. On an error what stood there stays.
    ///
    /// # Errors
    ///
    /// When the store cannot be written or is full.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes away what stands under a key.
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;

    /// Whether what is put here is still there after the page was closed.
    fn is_lasting(&self) -> bool;
}

/// Why a store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It is switched off or out of reach.
    Blocked,
    /// It has no room.
    Full,
}

/// A store that is gone when it is dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore(pub BTreeMap<String, String>);

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key);
        Ok(())
    }

    fn is_lasting(&self) -> bool {
        false
    }
}
