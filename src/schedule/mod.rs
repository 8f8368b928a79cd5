//! When a card comes back, and which one is next.
//!
//! [`Model`] is the memory model: FSRS-6 as in the `fsrs` crate, with the published [`Parameters`] or the learner's
//! own, which [`fit`] finds, for the [`Retention`] that the learner wants; [`Scheduler`] is the same for other
//! programs. [`queue`] orders the cards within a sitting by how sure the learner was. [`plan`] chooses for a date:
//! what to ask so that most is recalled on the day of an interview, and what that will come to. [`Leech`] names
//! cards that are missed again and again, [`Calendar`] counts by day.
//!
//! Does not: read a clock, keep progress, or know what a card says.

mod calendar;
pub mod fit;
mod formula;
mod leech;
mod model;
mod parameters;
pub mod plan;
pub mod queue;
mod rating;
mod retention;
mod scheduler;

pub use calendar::Calendar;
pub use leech::{Asked, Leech};
pub use model::{CardState, Model, Practice, Reviewed};
pub use parameters::{Parameters, ParametersError};
pub use rating::Rating;
pub use retention::{Retention, RetentionError};
pub use scheduler::{Memory, MemoryError, Next, Scheduler};
