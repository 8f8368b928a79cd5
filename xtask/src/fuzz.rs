//! Texts that nobody would write, by the million: whether the engine stays on its feet.

use crate::project;
use crate::run::{Outcome, cargo, program, read, run, step};
use std::process::Command;

/// What is fuzzed: reading decks, importing other formats, opening links, reading answers.
const TARGETS: [&str; 4] = ["parse", "import", "link", "answer"];

const VERSION: &str = "0.13.2";

/// Fuzzes one target or all of them. What breaks is left in `fuzz/artifacts`, and becomes a test by hand.
pub(crate) fn fuzz(args: &[&str]) -> Outcome {
    let (targets, minutes) = match args {
        [] => (&TARGETS[..], "2"),
        ["--minutes", minutes] => (&TARGETS[..], *minutes),
        [target, rest @ ..] if TARGETS.contains(target) => {
            let minutes = match rest {
                [] => "2",
                ["--minutes", minutes] => minutes,
                _ => return Err(usage()),
            };
            (std::slice::from_ref(target), minutes)
        }
        _ => return Err(usage()),
    };
    let minutes: u32 = minutes.parse().map_err(|_| usage())?;
    install()?;
    targets.iter().try_for_each(|target| {
        step(&format!("Fuzzing {target} for {minutes} min"), || run(&mut command(target, minutes)))
    })
}

fn usage() -> String {
    format!("Use it so: cargo xtask fuzz [{}] [--minutes N]", TARGETS.join("|"))
}

/// Without a sanitizer, which safe code does not need, a stable compiler will do.
fn command(target: &str, minutes: u32) -> Command {
    let mut fuzz = program(tool(), ["fuzz", "run", "--sanitizer", "none", target, "--"]);
    fuzz.arg(format!("-max_total_time={}", minutes.saturating_mul(60)));
    fuzz.args(["-max_len=800", "-timeout=20", "-print_final_stats=1", "-verbosity=1"]);
    fuzz.env("CARGO_TARGET_DIR", project::target().join("fuzz"));
    fuzz
}

fn tool() -> std::path::PathBuf {
    project::tools().join("cargo-fuzz").with_extension(std::env::consts::EXE_EXTENSION)
}

fn install() -> Outcome {
    let said = read(&mut program(tool(), ["--version"]), "").unwrap_or_default();
    if said.split_whitespace().nth(1) == Some(VERSION) {
        return Ok(());
    }
    step(&format!("Installing cargo-fuzz {VERSION} into .tools (once; about a minute)"), || {
        let mut install = cargo(["install", "cargo-fuzz", "--version", VERSION, "--locked", "--force"]);
        install.args(["--root", ".tools", "--target-dir"]).arg(project::target().join("tools"));
        run(&mut install)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_use_is_told_before_anything_is_installed() {
        for args in [&["all"][..], &["parse", "5"], &["--minutes", "long"], &["--minutes"]] {
            assert_eq!(
                fuzz(args),
                Err("Use it so: cargo xtask fuzz [parse|import|link|answer] [--minutes N]".into())
            );
        }
    }
}
