//! The learner's progress: a set of records that only grows.
//!
//! Every rating is a [`Record`] under a name of its own, and so is every undo. A rating after an answer also
//! keeps which points were said, never the words. Nothing else is stored: what is due, mastery, readiness and the
//! points that are left out again and again all follow from the records. So is a [`Reset`] a record: what was written
//! before it counts no more, and stays. Two logs are merged by union, so
//! that two tabs, two devices or a restored backup never lose a rating.
//!
//! A [`Shelf`] has a deck's records in a store, each under a key of its own; a [`Keeper`] packs many of them into
//! segments, and brings the store together with its mirror: a second home of the same keys and texts. What is damaged
//! is set aside before anything is written over it, what a later release wrote stays as it is, and a key goes only when
//! a segment that was read again holds what stood there.
//!
//! ```
//! use greenroom::progress::{Log, RecordId, WriterId};
//!
//! let log = Log::default();
//! assert!(log.is_empty());
//! assert_ne!(WriterId::from_seed(1), WriterId::from_seed(2));
//! ```
//!
//! Does not: know the deck, or compute what a rating means for the schedule.

mod codec;
mod decks;
mod keeper;
mod library;
mod loaded;
mod log;
mod mirror;
mod place;
mod profile;
mod record;
mod saving;
mod segment;
mod shelf;
mod store;
mod told;

pub use codec::{Unreadable, decode, encode};
pub(crate) use codec::{body, read_body};
pub use decks::other_decks;
pub use keeper::{Keeper, Synced};
pub use library::{Held, Library};
pub use loaded::Loaded;
pub use log::{Log, Stamp};
pub use mirror::MirrorWrite;
pub use place::Place;
pub use profile::Profile;
pub use record::{Drill, Record, RecordId, Reset, Review, Took, WriterId};
pub use saving::{Saving, Stored, Why};
pub use segment::{Segment, decode_segment, encode_segment};
pub use shelf::Shelf;
pub use store::{MemoryStore, Store, StoreError};
pub use told::{How, Ticked, Told};
