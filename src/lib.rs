//! Greenroom: practice for interview answers.
//!
//! A deck of questions is one Markdown file. The learner recalls an answer, reveals the model answer,
//! says how well they knew it, and is asked again at the right time. This crate holds the deck model,
//! the scheduler and the scoring; compiled to WebAssembly it runs in a page that draws what it is told.
//! No server, no account, nothing leaves the device.
//!
//! # The way through
//!
//! ```text
//!  other formats ─exchange─▶ deck text
//!                               │
//!  deck text ──deck──▶ Deck + issues ─┐
//!                                     ├─▶ Session ──▶ View ──▶ the page draws it
//!  stored text ─progress─▶ Log ───────┘    │ ▲                      │
//!                                          │ └───── Action ◀── the learner acts
//!               score: Asked ◀── an answer ┘
//!                      Examined ──▶ ticks, a suggested rating
//!                          schedule: what next, when
//!                                 │
//!                              Review ──▶ Log ──▶ the store
//! ```
//!
//! Everything between text in and [`View`](view::View) out is a function of its arguments: the time, the
//! seed and the stored texts come in from outside.
//!
//! # The rooms
//!
//! | room | holds |
//! |---|---|
//! | [`day`] | the learner's calendar: moments and days |
//! | [`deck`] | the deck model, and the Markdown it is read from |
//! | [`schedule`] | the memory model and its fit to a learner, the order within a sitting, the plan for an interview |
//! | [`progress`] | the log of reviews: records, codec, merge, resets, and their place in a store |
//! | [`score`] | what an answer says of the points it should make; mastery, readiness, calibration |
//! | [`session`] | the reducer: (state, action, now) to a state and a record; a plan says what today is for |
//! | [`view`] | what the page is told to draw |
//! | [`exchange`] | decks from and to other formats, a deck in a link, a link in a picture; progress out and in |
//! | `wasm` | the boundary, compiled for WebAssembly only |
//!
//! # A sitting
//!
//! ```
//! use greenroom::day::Moment;
//! use greenroom::deck::Deck;
//! use greenroom::progress::{Log, WriterId};
//! use greenroom::schedule::Rating;
//! use greenroom::session::{Action, Session};
//!
//! let (deck, issues) = Deck::parse("## What is churn?\n\nCustomers who leave.\n", "terms.md");
//! assert!(issues.is_empty());
//!
//! let now = Moment::new(1_795_230_000_000, 60);
//! let mut session = Session::new(deck, Log::default(), WriterId::from_seed(42), now);
//! session.act(Action::Reveal, now);
//! let record = session.act(Action::Rate(Rating::Four), now);
//! assert!(record.is_some(), "a rating is a record to be stored");
//! assert_eq!(session.standing().mastery, 0.75);
//! ```
//!
//! # Invariants
//!
//! - Only `wasm.rs` and its folder know that JavaScript exists; its packages are not there for other targets.
//! - Nothing reads a clock or a source of randomness. Lints forbid it, with reasons, in `clippy.toml`.
//! - No panic can be reached from outside: `unwrap`, `expect` and indexing are denied outside tests.
//! - A bad line in a deck never stops practice. A bad byte in the store never loses a good record.
//! - A rating that is shown as accepted is in the store, or the page says that it is not; one that is shown as
//!   saved is in the store's mirror too, and survives a browser that is killed.
//! - Undo restores exactly the previous view, and is a record itself: the set of records only grows.
//! - Merging logs is commutative, associative and idempotent.
//! - Ids and stored texts never change meaning between releases.
//!
//! # What this crate does not do
//!
//! It draws nothing, fetches nothing and keeps no time. It does not sync: logs are merged by whoever
//! brings them together.

mod base64url;
mod checksum;
pub mod day;
pub mod deck;
pub mod exchange;
mod grouped;
mod order;
pub mod progress;
pub mod schedule;
pub mod score;
pub mod session;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
