//! How much a visitor loads.

use crate::node::{Size, sizes};
use crate::run::{Outcome, step};
use crate::{build, project};

/// What the page loads before it can show a card, besides the deck.
const FIRST_LOAD: [&str; 5] = ["index.html", "app.css", "app.js", "greenroom.js", "greenroom_bg.wasm"];

/// What an article loads that embeds a deck.
const EMBED: [&str; 2] = ["greenroom.js", "greenroom_bg.wasm"];

/// The limit for the first load in brotli.
const LIMIT: u64 = 150 * 1024;

/// Builds the site and says how large it is.
pub(crate) fn site(args: &[&str]) -> Outcome {
    build::build(args)?;
    let folder = project::site();
    let files = project::files(&folder)?;
    let total: Size = step("Measuring the site", || sizes(&folder, &files))?.into_iter().sum();
    println!("\nThe site is in {}", folder.display());
    println!("{} files, {}, compressed {}", files.len(), kilobytes(total.raw), kilobytes(total.brotli));
    println!(
        "Put the folder on any static host, at any path: all of it is static, and all links are relative."
    );
    Ok(())
}

/// Builds the site and holds the first load against its limit.
pub(crate) fn budget(args: &[&str]) -> Outcome {
    build::build(args)?;
    check()
}

/// Holds the first load of the site that was built last against its limit.
pub(crate) fn check() -> Outcome {
    let first = step("Measuring the first load", || sizes(&project::site(), &FIRST_LOAD.map(str::to_owned)))?;
    let rows: Vec<(&str, Size)> = FIRST_LOAD.into_iter().zip(first).collect();
    println!("{}", table(&rows));
    let load = sum(&rows, &FIRST_LOAD).brotli;
    if load <= LIMIT {
        return Ok(());
    }
    Err(format!(
        "The first load is {load} bytes in brotli, {} over its limit of {LIMIT}.\n\
         Take out what does not earn its place, or load it later.",
        load - LIMIT
    ))
}

fn sum(rows: &[(&str, Size)], names: &[&str]) -> Size {
    rows.iter().filter(|(name, _)| names.contains(name)).map(|(_, size)| *size).sum()
}

fn table(rows: &[(&str, Size)]) -> String {
    let sums = [("first load", sum(rows, &FIRST_LOAD)), ("embedded in an article", sum(rows, &EMBED))];
    let head = format!("    {:<24}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    let line = |(name, Size { raw, gzip, brotli }): &(&str, Size)| {
        format!("    {name:<24}{raw:>10}{gzip:>10}{brotli:>10}")
    };
    std::iter::once(head).chain(rows.iter().chain(&sums).map(line)).collect::<Vec<_>>().join("\n")
}

fn kilobytes(bytes: u64) -> String {
    format!("{} KB", bytes.div_ceil(1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_stand_below_the_files() {
        let size = |brotli| Size { raw: brotli * 3, gzip: brotli * 2, brotli };
        let rows = [("app.js", size(10)), ("greenroom.js", size(200)), ("greenroom_bg.wasm", size(3000))];
        let expected = "\
    bytes                          raw      gzip    brotli
    app.js                          30        20        10
    greenroom.js                   600       400       200
    greenroom_bg.wasm             9000      6000      3000
    first load                    9630      6420      3210
    embedded in an article        9600      6400      3200";
        assert_eq!(table(&rows), format!("    {}", expected.trim_start()));
    }

    #[test]
    fn kilobytes_are_rounded_up() {
        assert_eq!([0, 1, 1024, 1025].map(kilobytes), ["0 KB", "1 KB", "1 KB", "2 KB"]);
    }
}
