//! Parameters of the learner's own, from their own reviews.
//!
//! The published parameters fit learners on average. The `fsrs` crate's optimizer finds others that would have
//! predicted a learner's reviews better. Whether they also predict reviews that they were not made from is what
//! [`Fitting`] finds out: three times it fits to the reviews up to some day and looks how well the next ones are
//! predicted. Only then [`Fit::is_better`].
//!
//! ```
//! use greenroom::schedule::fit::{Fit, Fitting, History};
//!
//! let too_few = Fitting::new(&History::default()).unwrap_err();
//! assert_eq!(too_few.to_string(), "0 reviews can be used: 300 are needed");
//! assert_eq!(too_few.needed(), Fit::REVIEWS_NEEDED);
//! ```
//!
//! How many reviews it takes, and how much is gained and risked, comes from simulated learners:
//! `cargo xtask bench fit` prints the table, and `tests/fit.rs` holds it.

mod fitting;
mod history;
mod predicted;
mod trials;

pub use fitting::{Fit, Fitting, TooFew};
pub use history::{History, HistoryError};
pub use predicted::Accuracy;
