//! What Node does for this tool: it has esbuild, SHA-256 and brotli, so that this crate needs no dependency.

use crate::project;
use crate::run::{Outcome, program, read, run};
use std::path::Path;
use std::process::Command;

/// One of the scripts in `xtask/node` that measure.
pub(crate) fn bench(name: &str) -> Command {
    program("node", [project::root().join("xtask/node").join(name)])
}

/// The same with sockets, which are there by default from Node 22 on.
pub(crate) fn with_sockets(name: &str) -> Command {
    let mut command = program("node", [SOCKETS]);
    command.arg(project::root().join("xtask/node").join(name));
    command
}

/// What Firefox is driven through.
pub(crate) const SOCKETS: &str = "--experimental-websocket";

/// One of the scripts in `xtask/node` that look at a folder.
fn script(name: &str, folder: &Path) -> Command {
    let mut command = bench(name);
    command.arg(folder);
    command
}

/// Bundles the page's and the element's modules into `folder`.
pub(crate) fn bundle(folder: &Path) -> Outcome {
    run(&mut script("bundle.mjs", folder))
}

/// What is done to a module of WebAssembly; what comes out smallest in brotli, not as it is.
///
/// A function with one caller is not merged into it, unless it is tiny: that saves calls, but code compresses
/// better in pieces that are alike (5 KB). Nothing lies in the first kilobyte of memory, which is the far end of the
/// stack, so that offsets can be joined (1 KB).
const OPTIMISE: [&str; 4] =
    ["-Os", "--converge", "--one-caller-inline-max-function-size=20", "--low-memory-unused"];

/// What is done to it then: its functions are put in the order of their names, and who made it is left out.
const ORDER: [&str; 5] = [
    "--optimize-level=2",
    "--shrink-level=1",
    "--optimize-stack-ir",
    "--reorder-functions-by-name",
    "--strip-producers",
];

/// Compiles the decks of the site in `folder`, and lists them.
pub(crate) fn compile_decks(folder: &Path) -> Outcome {
    run(&mut script("compile.mjs", folder))
}

/// All that decides what comes out of [`optimise`].
pub(crate) fn means() -> Outcome<String> {
    let scripts = [SNIP, ORDERER].map(|name| project::read(&project::root().join("xtask/node").join(name)));
    let [snip, order] = scripts;
    Ok([OPTIMISE.join(" "), ORDER.join(" "), snip?, order?].join("\n"))
}

const SNIP: &str = "snip.mjs";
const ORDERER: &str = "order.mjs";

/// Makes a module of WebAssembly smaller. It names the features it uses itself, in its `target_features` section, so
/// none are switched on here.
pub(crate) fn optimise(from: &Path, to: &Path) -> Outcome {
    let [snipped, small, named] =
        ["snipped.wasm", "small.wasm", "named.wasm"].map(|extension| from.with_extension(extension));
    run(bench(SNIP).arg(from).arg(&snipped))?;
    let wasm_opt = |options: &[&str], from: &Path, to: &Path| {
        let mut command = program("node", ["node_modules/binaryen/bin/wasm-opt"]);
        run(command.args(options).arg(from).arg("-o").arg(to))
    };
    wasm_opt(&OPTIMISE, &snipped, &small)?;
    run(bench(ORDERER).arg(&small).arg(&named))?;
    wasm_opt(&ORDER, &named, to)
}

/// The SHA-256 of each file in base64, as `integrity` wants it.
pub(crate) fn digests(folder: &Path, files: &[String]) -> Outcome<Vec<String>> {
    let printed = read(&mut script("digest.mjs", folder), &files.join("\n"))?;
    Ok(printed.lines().map(str::to_owned).collect())
}

/// A file's size in bytes as it is, and as servers compress it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Size {
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Size>>(sizes: I) -> Size {
        sizes.fold(Size::default(), |sum, size| Size {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }
}

/// The size of each file.
pub(crate) fn sizes(folder: &Path, files: &[String]) -> Outcome<Vec<Size>> {
    let printed = read(&mut script("sizes.mjs", folder), &files.join("\n"))?;
    printed.lines().map(size).collect()
}

fn size(line: &str) -> Outcome<Size> {
    let numbers: Vec<u64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        &[raw, gzip, brotli] => Ok(Size { raw, gzip, brotli }),
        _ => Err(format!("xtask/node/sizes.mjs printed {line:?} where three numbers belong.")),
    }
}
