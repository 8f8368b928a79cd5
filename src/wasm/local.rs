//! `localStorage` as a store.

use wasm_bindgen::prelude::*;

use super::field;
use crate::progress::{Store, StoreError};

/// Where records are kept.
#[derive(Clone, Debug)]
pub(super) enum AnyStore {
    Local(web_sys::Storage),
    /// Nowhere: the session knows its own records.
    #[allow(dead_code, reason = "a keeper asks for `localStorage` alone")]
    Memory,
    /// `localStorage` was asked for and cannot be had.
    Blocked,
}

impl AnyStore {
    /// Asks `web-sys` for the storage: gloo's wrapper panics where it is blocked.
    pub(super) fn local() -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        storage.map_or(Self::Blocked, Self::Local)
    }
}

impl Store for AnyStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Local(storage) => {
                let length = storage.length().map_err(|_| StoreError::Blocked)?;
                Ok((0..length).filter_map(|index| storage.key(index).ok().flatten()).collect())
            }
            Self::Memory => Ok(Vec::new()),
            Self::Blocked => Err(StoreError::Blocked),
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Self::Local(storage) => storage.get_item(key).map_err(|_| StoreError::Blocked),
            Self::Memory => Ok(None),
            Self::Blocked => Err(StoreError::Blocked),
        }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        match self {
            Self::Local(storage) => storage.set_item(key, text).map_err(|error| store_error(&error)),
            Self::Memory => Ok(()),
            Self::Blocked => Err(StoreError::Blocked),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        match self {
            Self::Local(storage) => storage.remove_item(key).map_err(|_| StoreError::Blocked),
            Self::Memory => Ok(()),
            Self::Blocked => Err(StoreError::Blocked),
        }
    }

    fn is_lasting(&self) -> bool {
        matches!(self, Self::Local(_))
    }
}

/// Browsers agree on the name of this one.
fn store_error(error: &JsValue) -> StoreError {
    if field(error, "name").as_string().as_deref() == Some("QuotaExceededError") {
        StoreError::Full
    } else {
        StoreError::Blocked
    }
}
