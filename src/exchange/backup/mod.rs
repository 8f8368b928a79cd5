//! Progress out and in: a backup that people can read, a table for a spreadsheet, a link to go on elsewhere.
//!
//! All three hold the records themselves, so that what is brought in is merged with what is there, and nothing is ever
//! replaced. [`write()`] and [`read`] are the two directions of a backup, whose format `docs/backup.md` describes;
//! [`pack`] and [`unpack`] those of a link; [`csv`] has no way back.

mod brought;
mod calendar;
mod link;
mod names;
mod read;
mod summary;
mod table;
mod write;

pub use brought::{Brought, Preview, PreviewDeck};
pub use link::{ProgressLinkError, pack, unpack};
pub use names::Names;
pub use read::{BackupError, Document, read};
pub use summary::{Summary, SummaryReset};
pub use table::csv;
pub use write::write;
