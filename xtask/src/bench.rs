//! Measurements beside peers. They print and judge nothing: this machine is not the next one.

use crate::run::{Outcome, run};
use crate::{build, node, setup};

/// Builds, and prints one table.
pub(crate) fn bench(args: &[&str]) -> Outcome {
    match args {
        ["link"] => {
            build::build(&[])?;
            run(&mut node::bench("bench-link.mjs"))
        }
        ["parse"] => {
            build::build(&[])?;
            let browser = setup::browser()?;
            run(node::bench("bench-parse.mjs").env("CHROMIUM", &browser.chromium))
        }
        _ => Err("Use it so: cargo xtask bench link, or: cargo xtask bench parse".into()),
    }
}
