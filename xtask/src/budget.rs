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

/// What is loaded behind the first card, to fit the memory model, for a deck that comes as text, on the author's
/// page, and where learners look after their progress, with the limits.
const READER: &str = "reader_bg.wasm";
const READER_LIMIT: u64 = 150 * 1024;
const AUTHOR: &str = "author_bg.wasm";
const AUTHOR_LIMIT: u64 = 200 * 1024;
const SCORE: &str = "score_bg.wasm";
const SCORE_LIMIT: u64 = 39 * 1024;
const GRADER: &str = "grader_bg.wasm";
const GRADER_LIMIT: u64 = 42 * 1024;
const KEEPER: &str = "keeper_bg.wasm";
const KEEPER_LIMIT: u64 = 28 * 1024;
const MEMORY: &str = "memory_bg.wasm";
const MEMORY_LIMIT: u64 = 96 * 1024;
const CARRIER: &str = "carrier_bg.wasm";
const CARRIER_LIMIT: u64 = 100 * 1024;
const LATER: [&str; 7] = [KEEPER, SCORE, GRADER, MEMORY, READER, AUTHOR, CARRIER];

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

/// Builds the site and holds what is loaded against its limits.
pub(crate) fn budget(args: &[&str]) -> Outcome {
    build::build(args)?;
    check()
}

/// Holds the site that was built last against its limits.
pub(crate) fn check() -> Outcome {
    let names: Vec<String> = FIRST_LOAD.iter().chain(&LATER).map(|name| (*name).to_owned()).collect();
    let measured = step("Measuring what is loaded", || sizes(&project::site(), &names))?;
    let rows: Vec<(&str, Size)> = FIRST_LOAD.into_iter().chain(LATER).zip(measured).collect();
    println!("{}", table(&rows));
    hold("The first load", sum(&rows, &FIRST_LOAD).brotli, LIMIT)?;
    hold("What keeps progress", sum(&rows, &[KEEPER]).brotli, KEEPER_LIMIT)?;
    hold("What reads answers", sum(&rows, &[SCORE]).brotli, SCORE_LIMIT)?;
    hold("What grades answers", sum(&rows, &[GRADER]).brotli, GRADER_LIMIT)?;
    hold("What fits the memory model", sum(&rows, &[MEMORY]).brotli, MEMORY_LIMIT)?;
    hold("What reads texts", sum(&rows, &[READER]).brotli, READER_LIMIT)?;
    hold("What authors load", sum(&rows, &[AUTHOR]).brotli, AUTHOR_LIMIT)?;
    hold("What looks after progress", sum(&rows, &[CARRIER]).brotli, CARRIER_LIMIT)
}

fn hold(what: &str, load: u64, limit: u64) -> Outcome {
    if load <= limit {
        return Ok(());
    }
    Err(format!(
        "{what} is {load} bytes in brotli, {} over its limit of {limit}.\n\
         Take out what does not earn its place, or load it later.",
        load - limit
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
    let (later, first): (Vec<_>, Vec<_>) = rows.iter().partition(|(name, _)| LATER.contains(name));
    let lines = first.into_iter().chain(&sums).chain(later).map(line);
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
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
        let rows = [
            ("app.js", size(10)),
            ("greenroom.js", size(200)),
            ("greenroom_bg.wasm", size(3000)),
            ("author_bg.wasm", size(4000)),
        ];
        let expected = "\
    bytes                          raw      gzip    brotli
    app.js                          30        20        10
    greenroom.js                   600       400       200
    greenroom_bg.wasm             9000      6000      3000
    first load                    9630      6420      3210
    embedded in an article        9600      6400      3200
    author_bg.wasm               12000      8000      4000";
        assert_eq!(table(&rows), format!("    {}", expected.trim_start()));
    }

    #[test]
    fn what_is_over_its_limit_is_an_error() {
        assert_eq!(hold("It", 150, 150), Ok(()));
        let message = "It is 151 bytes in brotli, 1 over its limit of 150.\n\
                       Take out what does not earn its place, or load it later.";
        assert_eq!(hold("It", 151, 150), Err(message.into()));
    }

    #[test]
    fn kilobytes_are_rounded_up() {
        assert_eq!([0, 1, 1024, 1025].map(kilobytes), ["0 KB", "1 KB", "1 KB", "2 KB"]);
    }
}
