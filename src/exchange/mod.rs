//! Ways in and out: decks in other formats, a deck in a link, a link in a picture, and progress.
//!
//! Does not: fetch, store or draw.

pub mod backup;
mod escape;
pub mod export;
mod import;
pub mod link;
pub mod qr;

pub use import::{Format, Import, Skipped, import, import_as};
