//! Greenroom's developer commands: `cargo xtask` lists them.
//!
//! Each command is a plain function. It fetches what it needs by itself, so
//! that a fresh machine with Rust and Node needs no other step first.

mod bench;
mod budget;
mod build;
mod count;
mod fuzz;
mod node;
mod project;
mod run;
mod serve;
mod setup;
mod test;
mod worker;

use run::Outcome;
use std::process::ExitCode;

struct Task {
    usage: &'static str,
    about: &'static str,
    run: fn(&[&str]) -> Outcome,
}

const TASKS: [Task; 8] = [
    Task { usage: "serve [--port N]", about: "build, and look at it in your browser", run: serve::serve },
    Task {
        usage: "test [--fast]",
        about: "everything the CI checks; --fast: without WebAssembly",
        run: test::test,
    },
    Task { usage: "build", about: "the site in target/site and the npm package in pkg", run: build::build },
    Task { usage: "site", about: "build, and say how large the site is", run: budget::site },
    Task { usage: "budget", about: "build, and fail if the first load is too large", run: budget::budget },
    Task {
        usage: "bench fit|link|parse|plan|schedule|score|store|kill",
        about: "build, and measure: links, reading, schedules, scoring, storage, killed browsers",
        run: bench::bench,
    },
    Task { usage: "decks", about: "build, and count the cards of each deck by kind", run: bench::decks },
    Task {
        usage: "fuzz [TARGET]",
        about: "texts that nobody would write, for some minutes",
        run: fuzz::fuzz,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let Some((name, rest)) = args.split_first() else {
        print!("{}", list());
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.usage.split(' ').next() == Some(name)) else {
        eprintln!("There is no command {name:?}.\n\n{}", list());
        return ExitCode::from(2);
    };
    match (task.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> String {
    let line = |task: &Task| format!("  cargo xtask {:<18}{}\n", task.usage, task.about);
    TASKS.iter().map(line).collect()
}
