//! The Rust side: components, the WebAssembly target, the wasm-bindgen tools.

use crate::project;
use crate::run::{Outcome, cargo, program, read, run, step, succeeds};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// The formatter and the linter.
pub(crate) fn components() -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !succeeds(&mut cargo([command, "--version"])) {
            rustup(&format!("Adding {component}"), &["component", "add", component])?;
        }
    }
    Ok(())
}

/// The standard library for WebAssembly.
pub(super) fn target() -> Outcome {
    let libraries = read(&mut program("rustc", ["--print", "target-libdir", "--target", TARGET]), "")?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    rustup("Adding Rust's WebAssembly target", &["target", "add", TARGET])
}

fn rustup(what: &str, args: &[&str]) -> Outcome {
    if !succeeds(&mut program("rustup", ["--version"])) {
        let wanted = args.last().unwrap_or(&"");
        return Err(format!(
            "This Rust has no {wanted}, and there is no rustup to add it.\n\
             Install Rust with rustup, or {wanted} with the package manager that Rust came from."
        ));
    }
    step(what, || run(&mut program("rustup", args)))
}

/// The tools that turn a module into a JavaScript package and run its tests. Their version must be the library's.
///
/// A debug build is ready twice as fast as a release build, and takes a fifth of a second more for our module.
pub(super) fn wasm_bindgen() -> Outcome {
    let wanted = locked_version(&project::read(&project::root().join("Cargo.lock"))?)
        .ok_or("Cargo.lock names no wasm-bindgen: run `cargo update --workspace`, then try again.")?;
    if is_installed(&wanted) {
        return Ok(());
    }
    step(&format!("Installing wasm-bindgen {wanted} into .tools (once; one to four minutes)"), || {
        let build = project::target().join("tools");
        let mut install = cargo(["install", "wasm-bindgen-cli", "--version", &wanted, "--locked", "--force"]);
        install.args(["--debug", "--config", "profile.dev.debug=false"]);
        install.args(["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"]);
        install
            .args(["--root", ".tools", "--target-dir"])
            .arg(&build)
            .env("PATH", project::path_with_tools()?);
        run(&mut install).map_err(|failed| {
            format!("{failed}\nIt needs a C compiler and the package registry; what was compiled is kept for the next try.")
        })?;
        project::remove_folder(&build)
    })
}

fn is_installed(version: &str) -> bool {
    ["wasm-bindgen", "wasm-bindgen-test-runner"].iter().all(|name| {
        let tool = project::tools().join(name).with_extension(std::env::consts::EXE_EXTENSION);
        let said = || read(&mut program(&tool, ["--version"]), "").unwrap_or_default();
        tool.is_file() && said().split_whitespace().nth(1) == Some(version)
    })
}

fn locked_version(lock: &str) -> Option<String> {
    let (_, package) = lock.split_once("name = \"wasm-bindgen\"\n")?;
    let (_, version) = package.split_once("version = \"")?;
    Some(version.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_library_s() {
        let lock = "[[package]]\nname = \"wasm\"\nversion = \"9.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\nsource = \"x\"\n\n\
                    [[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.78\"\n";
        assert_eq!(locked_version(lock), Some("0.2.128".into()));
        assert_eq!(locked_version("[[package]]\nname = \"wasm\"\n"), None);
    }
}
