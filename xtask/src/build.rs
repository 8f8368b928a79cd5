//! From the sources to the site and the npm package.

use crate::run::{Outcome, cargo, program, run, step};
use crate::{node, project, setup, worker};
use std::path::{Path, PathBuf};

/// What is copied into the site as it is; the modules and the styles are bundled instead.
const COPIED: [&str; 5] = ["index.html", "manifest.webmanifest", "icons", "decks", "examples"];

const MODULE: &str = "greenroom_bg.wasm";

/// The site and the package.
pub(crate) fn build(args: &[&str]) -> Outcome {
    if let Some(unknown) = args.first() {
        return Err(format!("This command takes no {unknown:?}."));
    }
    setup::for_build()?;
    compile()?;
    step("Putting the site together", assemble)
}

/// The engine: a module of WebAssembly, and the JavaScript and types that belong to it, in pkg.
fn compile() -> Outcome {
    step("Compiling the engine", || {
        cargo_build()?;
        let module = project::target().join("wasm32-unknown-unknown/release/greenroom.wasm");
        let mut bindgen = program(project::tools().join("wasm-bindgen"), ["--target", "web"]);
        run(bindgen.args(["--out-name", "greenroom", "--out-dir"]).arg(glue()).arg(module))
    })?;
    optimise()?;
    let pkg = project::root().join("pkg");
    for name in ["greenroom.js", "greenroom.d.ts", "greenroom_bg.wasm.d.ts"] {
        project::copy(&glue().join(name), &pkg.join(name))?;
    }
    project::copy(&glue().join("optimised.wasm"), &pkg.join(MODULE))
}

fn cargo_build() -> Outcome {
    let target = ["--release", "--target", "wasm32-unknown-unknown"];
    let mut build = cargo(["build", "--quiet", "--package", "greenroom", "--lib"]);
    run(build.args(target).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped(&crate_folders())))
}

/// The module names its sources in messages of faults; whose home they were built in is nobody's business.
fn remapped(folders: &[PathBuf]) -> String {
    let remap = |folder: &PathBuf| format!("--remap-path-prefix={}=crates", folder.display());
    // The variable is split at spaces: a folder with one in its name stays as it is.
    let remaps = folders.iter().map(remap).filter(|remap| !remap.contains(' '));
    remaps.collect::<Vec<_>>().join(" ")
}

/// Where cargo keeps the sources of crates: a folder for each registry.
fn crate_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<_> =
        registries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
}

/// Where the engine lies before it is made small.
fn glue() -> PathBuf {
    project::target().join("glue")
}

/// Makes the module small, unless it is the one that was made small last.
fn optimise() -> Outcome {
    let (fresh, last, small) =
        (glue().join(MODULE), glue().join("optimised-from.wasm"), glue().join("optimised.wasm"));
    if small.exists() && same(&fresh, &last) {
        return Ok(());
    }
    step("Making the engine smaller", || node::optimise(&fresh, &small))?;
    project::copy(&fresh, &last)
}

fn same(one: &Path, other: &Path) -> bool {
    std::fs::read(one).is_ok_and(|bytes| std::fs::read(other).is_ok_and(|others| others == bytes))
}

/// The site appears as a whole or not at all: a server that runs meanwhile never shows half of it.
fn assemble() -> Outcome {
    let (root, fresh) = (project::root(), project::target().join("site-in-progress"));
    project::empty_folder(&fresh)?;
    node::bundle(&fresh)?;
    for name in COPIED {
        project::copy(&root.join("www").join(name), &fresh.join(name))?;
    }
    project::copy(&root.join("pkg").join(MODULE), &fresh.join(MODULE))?;
    project::write(&fresh.join("decks/index.json"), &deck_list(&project::names(&fresh.join("decks"))?))?;
    worker::write(&fresh)?;
    complete_package(&fresh)?;
    project::remove_folder(&project::site())?;
    std::fs::rename(&fresh, project::site())
        .map_err(|error| format!("Cannot put the site in place: {error}."))
}

/// The list that the page reads: the names of the decks.
fn deck_list(names: &[String]) -> String {
    let decks = names.iter().filter(|name| name.ends_with(".md"));
    let lines: Vec<String> = decks.map(|name| format!("  {name:?}")).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The package also has the element as one script, and the licenses.
fn complete_package(site: &Path) -> Outcome {
    let (root, pkg) = (project::root(), project::root().join("pkg"));
    project::copy(&site.join("greenroom.js"), &pkg.join("element.js"))?;
    ["LICENSE-MIT", "LICENSE-APACHE"]
        .iter()
        .try_for_each(|name| project::copy(&root.join(name), &pkg.join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_named_without_the_builders_home() {
        let folders = ["/home/me/.cargo/registry/src/one", "/home/a b/src/two"].map(PathBuf::from);
        assert_eq!(remapped(&folders), "--remap-path-prefix=/home/me/.cargo/registry/src/one=crates");
        assert_eq!(remapped(&[]), "");
    }

    #[test]
    fn the_list_names_decks_only() {
        let names = ["a.md", "b c.md", "notes.txt"].map(str::to_owned);
        assert_eq!(deck_list(&names), "[\n  \"a.md\",\n  \"b c.md\"\n]\n");
        assert_eq!(deck_list(&[]), "[\n\n]\n");
    }
}
