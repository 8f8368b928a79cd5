//! What is told of where ratings are kept.

use serde::{Serialize, Serializer};

/// Whether ratings reach the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// They do.
    #[default]
    Kept,
    /// They reach its mirror alone.
    Mirrored {
        /// Why not the store.
        why: Why,
    },
    /// They are kept in memory and gone when the page closes.
    Memory {
        /// Why.
        why: Why,
    },
}

/// A saving as the page sees it.
#[derive(Serialize)]
struct Shown {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

impl Serialize for Saving {
    // By hand, for an enum with its kind as a field would cost more than all of this file.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, why) = match *self {
            Self::Kept => ("kept", None),
            Self::Mirrored { why } => ("mirrored", Some(why)),
            Self::Memory { why } => ("memory", Some(why)),
        };
        Shown { kind, why }.serialize(serializer)
    }
}

/// Why ratings do not reach the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The page asked for it.
    Chosen,
    /// The store is switched off or out of reach.
    Blocked,
    /// The store has no room.
    Full,
}

/// How a deck's progress is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Whether ratings reach the store.
    pub saving: Saving,
    /// Whether the mirror holds all that is known.
    pub is_durable: bool,
    /// Ratings that could be read, where some could not.
    pub n_kept: usize,
    /// Ratings that could not be read, here or in the mirror. They were set aside.
    pub n_lost: usize,
    /// Ratings that a later release wrote. They are left as they are.
    pub n_newer: usize,
}
