//! Measurements beside peers. They print and judge nothing: this machine is not the next one.

use std::process::Command;

use crate::run::{Outcome, run};
use crate::{build, node, project, setup};

/// Builds, and prints one table.
pub(crate) fn bench(args: &[&str]) -> Outcome {
    match args {
        ["fit"] => run(Command::new("cargo").args(["run", "--release", "--example", "fit"])),
        ["link"] => {
            build::build(&[])?;
            run(&mut node::bench("bench-link.mjs"))
        }
        ["parse"] => {
            build::build(&[])?;
            let browser = setup::browser()?;
            run(node::bench("bench-parse.mjs").env("CHROMIUM", &browser.chromium))
        }
        ["plan", row @ ..] => {
            build::build(&[])?;
            run(node::bench("bench-plan.mjs").arg(row.join(" ")))
        }
        ["schedule"] => {
            build::build(&[])?;
            let browser = setup::browser()?;
            run(node::bench("bench-schedule.mjs").env("CHROMIUM", &browser.chromium))
        }
        ["store"] => {
            build::build(&[])?;
            let browser = setup::browser()?;
            run(node::bench("bench-store.mjs").env("CHROMIUM", &browser.chromium))
        }
        ["kill", rounds @ ..] => {
            build::build(&[])?;
            let browser = setup::browser()?;
            let mut command = node::with_sockets("kill.mjs");
            command.env("CHROMIUM", &browser.chromium).env("GREENROOM_SITE", project::site());
            match setup::firefox()? {
                Some(firefox) => command.env("FIREFOX", firefox),
                None => command.env_remove("FIREFOX"),
            };
            run(command.args(rounds))
        }
        ["score", rest @ ..] => {
            let folder = match rest {
                [] => "../shared/scoring",
                ["--data", folder] => folder,
                _ => return Err("Use it so: cargo xtask bench score --data FOLDER".into()),
            };
            build::build(&[])?;
            let joined = build::practice_with_score()?;
            run(node::bench("bench-score.mjs").arg(folder).arg(joined))
        }
        _ => {
            let names = "fit, parse, plan, schedule, score, store or kill";
            Err(format!("Use it so: cargo xtask bench link, or with {names} in its place"))
        }
    }
}

/// Builds, and counts the cards of the decks.
pub(crate) fn decks(args: &[&str]) -> Outcome {
    build::build(args)?;
    run(&mut node::bench("decks.mjs"))
}
