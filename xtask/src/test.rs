//! Everything that must hold before a change is published. The CI runs this and nothing else.

use crate::count::Count;
use crate::run::{Outcome, cargo, program, run, run_watched, step};
use crate::setup::Browser;
use crate::{budget, build, node, project, setup};
use std::process::Command;

/// Runs the checks in the order in which they are likely to fail, and stops at the first that does.
pub(crate) fn test(args: &[&str]) -> Outcome {
    let is_fast = match args {
        [] => false,
        ["--fast"] => true,
        _ => return Err("Use it so: cargo xtask test, or: cargo xtask test --fast".into()),
    };
    let mut count = Count::default();
    let result = run_all(is_fast, &mut count);
    if count != Count::default() {
        println!("\n{} passed, {} failed", count.passed, count.failed);
    }
    result
}

fn run_all(is_fast: bool, count: &mut Count) -> Outcome {
    setup::components()?;
    if is_fast {
        return native(count);
    }
    // First, so that whoever waits for an installation waits once.
    setup::for_build()?;
    let browser = setup::browser()?;
    native(count)?;
    check("Documentation", || run(cargo(["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings")))?;
    wasm(&browser, count)?;
    check("Build", || build::build(&[]))?;
    check("Types of the JavaScript", types)?;
    check("Pages in Chromium", || pages(&browser, count))?;
    check("Size of the first load", budget::check)
}

/// What Rust alone can check.
fn native(count: &mut Count) -> Outcome {
    check("Formatting", || {
        let advice = "`cargo fmt --all` puts it right.";
        run(&mut cargo(["fmt", "--all", "--check"])).map_err(|failed| format!("{failed}\n{advice}"))
    })?;
    check("Lints", || run(&mut cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])))?;
    check("Native tests", || counted(&mut cargo(["test", "--workspace"]), count))
}

/// The boundary to JavaScript.
fn wasm(browser: &Browser, count: &mut Count) -> Outcome {
    check("Lints for WebAssembly", || {
        let mut clippy = wasm_cargo(["clippy", "--lib", "--test", "wasm-node", "--test", "wasm-browser"]);
        run(clippy.args(["--", "-D", "warnings"]))
    })?;
    check("WebAssembly in Node", || counted(&mut wasm_test("wasm-node", browser)?, count))?;
    check("WebAssembly in Chromium", || counted(&mut wasm_test("wasm-browser", browser)?, count))
}

fn wasm_test(name: &str, browser: &Browser) -> Outcome<Command> {
    let mut command = wasm_cargo(["test", "--test", name]);
    command.env("PATH", project::path_with_tools()?);
    command.env("CHROMEDRIVER", &browser.driver).env_remove("GECKODRIVER").env_remove("SAFARIDRIVER");
    // The default of twenty seconds is short for a machine that does other things too.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(command)
}

/// Without debug information the tests are compiled and started several times as fast. The lints go without it too,
/// and so find the macros compiled alike.
fn wasm_cargo<const N: usize>(args: [&str; N]) -> Command {
    let mut command = cargo(args);
    command.args(["--target", "wasm32-unknown-unknown"]).env("CARGO_PROFILE_DEV_DEBUG", "false");
    command
}

/// The page's modules against the types of the engine, and the service worker against its own surroundings.
fn types() -> Outcome {
    let tsc = "node_modules/typescript/bin/tsc";
    run(&mut program("node", [tsc, "--project", "www/jsconfig.json"]))?;
    let worker = [
        "--strict",
        "--checkJs",
        "--noEmit",
        "--target",
        "es2022",
        "--lib",
        "es2022,webworker",
        "--types",
        "",
    ];
    run(program("node", [tsc, "--ignoreConfig"]).args(worker).arg("www/sw.js"))
}

fn pages(browser: &Browser, count: &mut Count) -> Outcome {
    let names = project::names(&project::root().join("wasm-tests/page"))?;
    let tests =
        names.iter().filter(|name| name.ends_with(".test.mjs")).map(|name| format!("wasm-tests/page/{name}"));
    let mut command = program("node", [node::SOCKETS, "--test", "--test-reporter=spec"]);
    command.args(tests).env("GREENROOM_SITE", project::site()).env("CHROMIUM", &browser.chromium);
    // Where it is: installing a second browser would take longer than what is tested in it.
    if let Some(firefox) = setup::find_firefox()? {
        command.env("FIREFOX", firefox);
    }
    counted(&mut command, count)
}

fn check(what: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    step(&format!("\n== {what}"), work).map_err(|failed| format!("{what}: {failed}"))
}

/// Runs tests and adds them to the count.
fn counted(command: &mut Command, count: &mut Count) -> Outcome {
    run_watched(command, |line| count.add(line))
}
