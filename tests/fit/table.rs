//! What fitting the memory model to a learner gains and risks, by what is true of the learner and how many reviews
//! there are.
//!
//! `cargo xtask bench fit` prints, for each, how many of 100 fits are taken; by what part the loss on the learner's
//! later reviews is lower when all fits are used, and when only those are that were taken; and the worst of these. A
//! fit with the published parameters has nothing to gain.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a program to measure with")
)]

mod learner;

use greenroom::schedule::fit::Fit;

const SEEDS: u64 = 100;
const REVIEWS: [usize; 4] = [Fit::REVIEWS_NEEDED, 600, 1200, 2400];

fn main() {
    println!("{:40}{:>8}{:>8}{:>10}{:>10}{:>10}", "memory", "reviews", "taken", "all", "taken", "worst");
    for (name, truth) in learner::truths() {
        for n_reviews in REVIEWS {
            let (mut taken, mut all) = (Vec::new(), 0.0);
            for seed in 0..SEEDS {
                let fit = Fit::to(&learner::history(&learner::reviews(&truth, seed, n_reviews))).unwrap();
                let gain =
                    learner::gain(&truth, &fit.parameters, &learner::reviews(&truth, seed + SEEDS, 1000));
                all += gain;
                taken.extend(fit.is_better.then_some(gain));
            }
            let of_all = |sum: f64| format!("{:+.2} %", sum / SEEDS as f64 * 100.0);
            println!(
                "{name:40}{n_reviews:>8}{:>8}{:>10}{:>10}{:>10}",
                taken.len(),
                of_all(all),
                of_all(taken.iter().sum()),
                format!("{:+.2} %", taken.iter().copied().fold(0.0, f64::min) * 100.0),
            );
        }
    }
}
