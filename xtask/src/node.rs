//! What Node does for this tool: it has esbuild, SHA-256 and brotli, so that this crate needs no dependency.

use crate::project;
use crate::run::{Outcome, program, read, run};
use std::path::Path;
use std::process::Command;

/// One of the scripts in `xtask/node`.
fn script(name: &str, folder: &Path) -> Command {
    let mut command = program("node", [project::root().join("xtask/node").join(name)]);
    command.arg(folder);
    command
}

/// Bundles the page's and the element's modules into `folder`.
pub(crate) fn bundle(folder: &Path) -> Outcome {
    run(&mut script("bundle.mjs", folder))
}

/// Makes the WebAssembly module smaller. It names the features it uses itself, in its `target_features`
/// section, so none are switched on here.
pub(crate) fn optimise(from: &Path, to: &Path) -> Outcome {
    let mut command = program("node", ["node_modules/binaryen/bin/wasm-opt", "-Oz"]);
    run(command.arg(from).arg("-o").arg(to))
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
