//! A session with a memory model of the learner's own, and what such a model can be made from.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::progress::{Log, WriterId};
use greenroom::schedule::{Model, Parameters, Retention};
use greenroom::session::{Action, Session, Setup, history_of};
use util::{Learner, letters};

fn at(retention: f64) -> Model {
    Model::new(Parameters::default(), Retention::new(retention).unwrap())
}

fn forgetful() -> Model {
    let mut numbers = Parameters::default().numbers().map(f64::from);
    numbers[..4].iter_mut().for_each(|number| *number /= 4.0);
    Model::new(Parameters::new(&numbers).unwrap(), Retention::default())
}

#[test]
fn who_wants_to_recall_less_is_asked_later() {
    let mut learner = Learner::new(letters(2));
    assert_eq!(learner.run("4 4 day day"), "b:unseen rest rest a:due");
    learner.session.set_model(at(0.8), learner.now);
    assert_eq!(learner.screen(), "rest");
    // Two days at 0.9 are eight at 0.8: the first stability is 2.3 days.
    assert_eq!(learner.run("day day day day day day"), "rest rest rest rest rest a:due");
    learner.session.set_model(at(0.9), learner.now);
    assert_eq!(learner.screen(), "a:due");
}

#[test]
fn another_model_is_as_if_it_had_always_been() {
    let mut learner = Learner::new(letters(5));
    learner.run("4 5 1 4 4 day day 4 4 day 3 4");
    learner.session.set_model(forgetful(), learner.now);
    let mut fresh =
        Session::new(letters(5), learner.session.log().clone(), WriterId::from_seed(5), learner.now);
    fresh.set_model(forgetful(), learner.now);
    assert_eq!(learner.session.standing(), fresh.standing());
    let default =
        Session::new(letters(5), learner.session.log().clone(), WriterId::from_seed(5), learner.now);
    assert!(default.standing().readiness > fresh.standing().readiness);
    // And back again.
    learner.session.set_model(Model::default(), learner.now);
    assert_eq!(learner.session.standing(), default.standing());
}

#[test]
fn a_card_that_is_being_answered_stays() {
    let mut learner = Learner::new(letters(3));
    learner.run("4 4 4 day day");
    assert_eq!(learner.screen(), "a:due");
    learner.act(Action::Begin);
    learner.session.set_model(at(0.7), learner.now);
    assert_eq!(learner.screen(), "a:free");
    let mut learner = Learner::new(letters(3));
    learner.run("4 4 4 day day reveal");
    learner.session.set_model(at(0.7), learner.now);
    assert_eq!(learner.screen(), "a:due");
}

#[test]
fn the_card_that_was_asked_for_first_stays_first() {
    let setup = Setup { first: Some("c".to_owned()), ..Setup::default() };
    let mut learner = Learner::set_up(setup, letters(4));
    assert_eq!(learner.screen(), "c:unseen");
    learner.session.set_model(forgetful(), learner.now);
    assert_eq!(learner.screen(), "c:unseen");
    learner.run("4");
    learner.session.set_model(at(0.95), learner.now);
    assert_eq!(learner.screen(), "a:unseen");
}

#[test]
fn the_standing_is_compared_with_what_the_same_model_says() {
    let mut learner = Learner::new(letters(12));
    learner.run("4 4 4 4 4");
    learner.session.set_model(forgetful(), learner.now);
    learner.run("4 4 4 4 4");
    let standings = &learner.json()["screen"]["standings"];
    let (before, now) = (&standings["before"], &standings["now"]);
    assert_eq!((&before["seen"], &now["seen"]), (&5.into(), &10.into()));
    // Ten cards of this model are twice as ready as five of it.
    let ratio = now["readiness"].as_f64().unwrap() / before["readiness"].as_f64().unwrap();
    assert!((ratio - 2.0).abs() < 1e-9, "{ratio}");
}

#[test]
fn undo_after_another_model_restores_the_card() {
    let mut learner = Learner::new(letters(3));
    learner.run("4 5");
    learner.session.set_model(forgetful(), learner.now);
    assert_eq!(learner.run("undo undo"), "b:unseen a:unseen");
    assert_eq!(learner.session.standing().seen, 0);
}

#[test]
fn a_history_has_every_card_once() {
    let mut learner = Learner::new(letters(3));
    learner.run("1 4 4 4 day day 4 undo 4 4");
    let history = learner.session.history();
    assert_eq!(history.usable(), 2);
    assert_eq!(history_of(learner.session.log()).usable(), 2);
    assert!(history_of(&Log::default()).to_bytes().is_empty());
}
