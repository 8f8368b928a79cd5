//! When a card comes back, and which one is next.
//!
//! [`Model`] is the memory model: FSRS-6 by the `fsrs` crate. [`queue`] orders the cards within a
//! sitting by how sure the learner was.
//!
//! Does not: read a clock, keep progress, or know what a card says.

mod model;
pub mod queue;
mod rating;

pub use model::{CardState, Model, Practice, Reviewed};
pub use rating::Rating;
