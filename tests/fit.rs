//! Fitting the memory model: what it gains and risks, and what may come in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "fit/learner.rs"]
mod learner;

use greenroom::day::Day;
use greenroom::schedule::fit::{Fit, Fitting, History, TooFew};
use greenroom::schedule::{Parameters, Practice, Rating};
use learner::{gain, history, reviews, truths};
use proptest::prelude::*;

/// Of ten fits how many are taken, and by what part the loss is lower with those, over all ten. `cargo xtask bench fit`
/// prints the same for more of them.
fn taken(name: &str, n_reviews: usize) -> (usize, f64) {
    let (_, truth) = truths().into_iter().find(|(known, _)| *known == name).unwrap();
    let later = reviews(&truth, 1000, 1000);
    let fits = (0..10).map(|seed| Fit::to(&history(&reviews(&truth, seed, n_reviews))).unwrap());
    let gains: Vec<f64> =
        fits.filter(|fit| fit.is_better).map(|fit| gain(&truth, &fit.parameters, &later)).collect();
    (gains.len(), gains.iter().sum::<f64>() / 10.0)
}

#[test]
fn who_differs_from_the_average_gains() {
    for (name, n_reviews, least_taken, least_gain) in [
        ("keeps longer and gains more", Fit::REVIEWS_NEEDED, 5, 0.01),
        ("forgets sooner and gains less", 1200, 4, 0.005),
    ] {
        let (n_taken, gain) = taken(name, n_reviews);
        assert!(n_taken >= least_taken && gain >= least_gain, "{name}, {n_reviews}: {n_taken}, {gain}");
    }
}

#[test]
fn who_is_average_loses_next_to_nothing() {
    for n_reviews in [Fit::REVIEWS_NEEDED, 1200] {
        let (n_taken, gain) = taken("as published", n_reviews);
        assert!(n_taken <= 2 && gain >= -0.003, "{n_reviews}: {n_taken}, {gain}");
    }
}

#[test]
fn a_fit_says_what_it_was_made_from_and_is_the_same_each_time() {
    let (_, truth) = truths()[5];
    let history = history(&reviews(&truth, 3, 600));
    let fit = Fit::to(&history).unwrap();
    assert_eq!(fit.reviews, history.usable());
    // The first two fifths are fitted to only; a day is never divided.
    assert!((300..=400).contains(&fit.held_out), "{}", fit.held_out);
    assert_eq!(fit.is_better, fit.after.log_loss < fit.before.log_loss);
    assert!(fit.before.rmse > 0.0 && fit.after.rmse > 0.0);
    assert!((0.1..1.0).contains(&fit.before.log_loss));
    let numbers = fit.parameters.numbers();
    assert!(numbers[..4].is_sorted(), "what was known better lasts longer: {numbers:?}");
    assert_eq!(Fit::to(&history).unwrap(), fit);
    let mut fitting = Fitting::new(&history).unwrap();
    let parts: Vec<_> = (0..Fitting::PARTS).map(|_| fitting.step()).collect();
    assert_eq!(parts.last().unwrap(), &Some(fit));
    assert!(parts[..Fitting::PARTS - 1].iter().all(Option::is_none));
}

#[test]
fn too_few_reviews_are_said_to_be() {
    let few = history(&reviews(&Parameters::default(), 1, Fit::REVIEWS_NEEDED - 1));
    assert_eq!(Fit::to(&few).unwrap_err(), TooFew { usable: 299 });
    let enough = history(&reviews(&Parameters::default(), 1, Fit::REVIEWS_NEEDED));
    assert!(Fit::to(&enough).is_ok());
}

/// A card that was always known, or never, says nothing of how memory fades.
#[test]
fn logs_that_teach_nothing_are_no_fault() {
    for rating in [Rating::One, Rating::Three, Rating::Five] {
        for gap in [1, 4000] {
            let mut history = History::default();
            for card in 0..100 {
                history.add((0..4).map(|at| (Day(card + at * gap), rating, Practice::Scheduled)));
            }
            let fit = Fit::to(&history).unwrap();
            assert!(Parameters::new(&fit.parameters.numbers().map(f64::from)).is_ok());
            assert!(fit.before.log_loss.is_finite() && fit.after.log_loss.is_finite());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Clocks that run backwards, ratings at random, cards asked a thousand times: a fit has parameters that the model
    /// takes, and figures that are numbers.
    #[test]
    fn any_log_can_be_fitted(
        cards in prop::collection::vec(prop::collection::vec((-3..40_i32, 1..=5_u32), 1..40), 60..90),
        often in prop::collection::vec((0..3_i32, 1..=5_u32), 0..1000),
        far in any::<i32>(),
    ) {
        let mut history = History::default();
        for card in cards.iter().chain([&often]) {
            let mut day = 0_i32;
            history.add(card.iter().map(|(gap, rating)| {
                day = day.saturating_add(*gap);
                (Day(day), Rating::from_number(*rating).unwrap(), Practice::Scheduled)
            }));
        }
        history.add([Day(0), Day(far)].map(|day| (day, Rating::Four, Practice::Scheduled)));
        prop_assert_eq!(History::from_bytes(&history.to_bytes()).unwrap().usable(), history.usable());
        let Ok(fit) = Fit::to(&history) else { return Ok(()) };
        prop_assert!(Parameters::new(&fit.parameters.numbers().map(f64::from)).is_ok());
        for number in [fit.before.log_loss, fit.before.rmse, fit.after.log_loss, fit.after.rmse] {
            prop_assert!(number.is_finite() && number >= 0.0);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = History::from_bytes(&bytes);
    }
}
