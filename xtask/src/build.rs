//! From the sources to the site and the npm package.

use crate::run::{Outcome, cargo, program, run, step};
use crate::{node, project, setup, worker};
use std::path::{Path, PathBuf};

/// What is copied into the site as it is; the modules and the styles are bundled instead.
const COPIED: [&str; 6] = ["index.html", "author.html", "manifest.webmanifest", "icons", "decks", "examples"];

/// A module of WebAssembly with the JavaScript and the types that belong to it. All are built from the one crate.
struct Module {
    /// What its files are called.
    name: &'static str,
    /// The feature of the crate that exports what it is for.
    feature: &'static str,
}

const MODULES: [Module; 8] = [
    Module { name: "greenroom", feature: "practice" },
    Module { name: "reader", feature: "reader" },
    Module { name: "author", feature: "author" },
    Module { name: "score", feature: "score" },
    Module { name: "grader", feature: "grader" },
    Module { name: "keeper", feature: "keeper" },
    Module { name: "memory", feature: "memory" },
    Module { name: "carrier", feature: "carrier" },
];

impl Module {
    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// What `wasm-bindgen` writes beside it.
    fn scripts(&self) -> [String; 3] {
        let name = self.name;
        [format!("{name}.js"), format!("{name}.d.ts"), format!("{name}_bg.wasm.d.ts")]
    }
}

/// The site and the package.
pub(crate) fn build(args: &[&str]) -> Outcome {
    if let Some(unknown) = args.first() {
        return Err(format!("This command takes no {unknown:?}."));
    }
    setup::for_build()?;
    for module in &MODULES {
        compile(module)?;
    }
    step("Putting the site together", assemble)
}

/// Practice and what reads answers in one, which nobody loads: its size says what reading answers adds to practice.
pub(crate) fn practice_with_score() -> Outcome<PathBuf> {
    small(&Module { name: "practice-with-score", feature: "practice,score" })
}

/// Compiles a module and makes it small; returns where it is.
fn small(module: &Module) -> Outcome<PathBuf> {
    step(&format!("Compiling the engine: {}", module.feature), || {
        let compiled = cargo_build(module.feature)?;
        let mut bindgen = program(project::tools().join("wasm-bindgen"), ["--target", "web"]);
        run(bindgen.args(["--out-name", module.name, "--out-dir"]).arg(glue()).arg(compiled))
    })?;
    optimise(module)
}

/// Puts a module, with what belongs to it, into pkg.
fn compile(module: &Module) -> Outcome {
    let small = small(module)?;
    let pkg = project::root().join("pkg");
    for name in module.scripts() {
        project::copy(&glue().join(&name), &pkg.join(&name))?;
    }
    project::copy(&small, &pkg.join(module.wasm()))
}

/// Compiles the crate with one of its features; returns where the module is.
///
/// Each has a folder of its own: in one, cargo would write both to the same file, and so compile each anew whenever the
/// other was compiled last. What they depend on is the same, and taken over from one that has it.
fn cargo_build(feature: &str) -> Outcome<PathBuf> {
    let modules = project::target().join("modules");
    let folder = modules.join(feature);
    let mut others = MODULES.iter().map(|module| modules.join(module.feature));
    if !folder.exists()
        && let Some(other) = others.find(|other| other.exists())
    {
        project::clone_folder(&other, &folder)?;
    }
    let mut build = cargo(["build", "--quiet", "--package", "greenroom", "--lib", "--release"]);
    build.args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", feature]);
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped(&crate_folders()));
    run(build.arg("--target-dir").arg(&folder))?;
    Ok(folder.join("wasm32-unknown-unknown/release/greenroom.wasm"))
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

/// Where the modules lie before they are made small.
fn glue() -> PathBuf {
    project::target().join("glue")
}

/// Makes a module small, unless it is the one that was made small last; returns where it is.
fn optimise(module: &Module) -> Outcome<PathBuf> {
    let kept = |what: &str| glue().join(format!("{}.{what}.wasm", module.name));
    let (fresh, last, small) = (glue().join(module.wasm()), kept("before"), kept("small"));
    // Other means make another module.
    let (means, wanted) = (glue().join(format!("{}.means", module.name)), node::means()?);
    let is_done = small.exists()
        && same(&fresh, &last)
        && std::fs::read_to_string(&means).is_ok_and(|means| means == wanted);
    if !is_done {
        step("Making it smaller", || node::optimise(&fresh, &small))?;
        project::copy(&fresh, &last)?;
        project::write(&means, &wanted)?;
    }
    Ok(small)
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
    for module in MODULES.map(|module| module.wasm()) {
        project::copy(&root.join("pkg").join(&module), &fresh.join(&module))?;
    }
    node::compile_decks(&fresh)?;
    worker::write(&fresh)?;
    complete_package(&fresh)?;
    project::remove_folder(&project::site())?;
    std::fs::rename(&fresh, project::site())
        .map_err(|error| format!("Cannot put the site in place: {error}."))
}

/// The package also has the element as one script, and the licenses.
fn complete_package(site: &Path) -> Outcome {
    let (root, pkg) = (project::root(), project::root().join("pkg"));
    project::copy(&site.join("greenroom.js"), &pkg.join("element.js"))?;
    for name in [
        "reader-engine.js",
        "score-engine.js",
        "grader-engine.js",
        "memory-engine.js",
        "memory-panel.js",
        "memory-worker.js",
        "mirror.js",
        "plan-dialog.js",
        "carrier-engine.js",
        "seen.js",
    ] {
        project::copy(&site.join(name), &pkg.join(name))?;
    }
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
}
