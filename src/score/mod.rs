//! What the learner's ratings come to.
//!
//! Does not: schedule, or read answers.

mod standing;

pub use standing::Standing;
