//! What an answer says, and what the learner's ratings come to.
//!
//! An answer in the learner's own words is read point by point ([`Rubric`]), by words and not by understanding: good
//! enough for "found", "touched" and "not found" that the learner corrects, not for a verdict. Typed answers, numbers,
//! orders and choices are compared with what is right. What was said suggests a rating ([`Evidence`]).
//!
//! ```text
//! deck ──▶ Vocabulary ──▶ Examiner ─┬─▶ Corpus ──▶ Rubric ──assess──▶ Assessment ─┐
//! card ──▶ Asked ────────────┘      └─▶ ShortVerdict, NumberVerdict ──────────────┴─▶ Examined ──▶ Evidence ──▶ a rating
//! ```
//!
//! Does not: schedule, keep what was written, or understand.

mod amount;
mod answer;
mod asked;
mod calibration;
mod check;
mod choice;
mod corpus;
mod coverage;
mod english;
mod examiner;
mod key;
mod known_words;
mod language;
mod lexicon;
mod matches;
mod memory;
mod number;
mod numbered;
mod osa;
mod ranking;
mod remark;
mod rubric;
mod short;
mod similarity;
mod standing;
mod suggest;
mod text;
mod vocabulary;
mod words;

pub use amount::DecimalMark;
pub use answer::Answer;
pub use asked::{Asked, Sought};
pub use calibration::{Calibration, Level, brier};
pub use check::{RubricFault, check_rubric, check_rubrics};
pub use choice::choice_credit;
pub use corpus::Corpus;
pub use coverage::{Coverage, Share};
pub use examiner::{Examine, Examined, Examiner, Typed};
pub use known_words::KnownWords;
pub use language::Language;
pub use memory::{missed_again_and_again, offset_of};
pub use number::{Expected, Factor, NumberVerdict, Side, UnitGiven};
pub use ranking::{Place, Ranking};
pub use remark::Remark;
pub use rubric::{Assessment, PointFound, PointText, Rubric};
pub use short::ShortVerdict;
pub use standing::Standing;
pub use suggest::Evidence;
pub use vocabulary::Vocabulary;
