//! The service worker: www/sw.js with the site's files written into it.

use crate::run::Outcome;
use crate::{node, project};
use std::path::Path;

const NO_FILES: &str = "const FILES = [];";
const NO_VERSION: &str = "const VERSION = \"\";";

/// Writes sw.js beside the files it keeps, which are all there are.
pub(crate) fn write(site: &Path) -> Outcome {
    let template = project::read(&project::root().join("www/sw.js"))?;
    let names = project::files(site)?;
    if let Some(name) = names.iter().find(|name| !is_plain(name)) {
        return Err(format!(
            "The name {name:?} would need escapes in an address: rename it with a-z, 0-9, `-`, `_`, `.`."
        ));
    }
    let digests = node::digests(site, &names)?;
    let files: Vec<(&str, &str)> =
        names.iter().map(|name| address(name)).zip(digests.iter().map(String::as_str)).collect();
    project::write(&site.join("sw.js"), &fill(&template, &files)?)
}

/// Whether a path means the same in an address, in JavaScript and in JSON.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
}

/// A folder's page is asked for by the folder's name.
fn address(name: &str) -> &str {
    match name.strip_suffix("index.html") {
        Some("") => "./",
        Some(folder) if folder.ends_with('/') => folder,
        _ => name,
    }
}

fn fill(template: &str, files: &[(&str, &str)]) -> Outcome<String> {
    let line = |(address, digest): &(&str, &str)| format!("  [{address:?}, \"sha256-{digest}\"],\n");
    let lines: String = files.iter().map(line).collect();
    let filled = replace(template, NO_FILES, &format!("const FILES = [\n{lines}];"))?;
    let version = format!("const VERSION = \"{}\";", version(&filled));
    replace(&filled, NO_VERSION, &version)
}

fn replace(template: &str, line: &str, with: &str) -> Outcome<String> {
    let missing = || format!("www/sw.js has no line `{line}`: the build writes there.");
    let (before, after) = template.split_once(line).ok_or_else(missing)?;
    Ok([before, with, after].concat())
}

/// Differs whenever the worker or one of its files does (64 bits of FNV-1a over their digests).
fn version(worker: &str) -> String {
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", worker.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const VERSION = \"\";\nconst FILES = [];\nwork();\n";

    #[test]
    fn folders_stand_for_their_pages() {
        let names = ["index.html", "examples/index.html", "examples/blog.html", "my-index.html", "app.js"];
        assert_eq!(names.map(address), ["./", "examples/", "examples/blog.html", "my-index.html", "app.js"]);
    }

    #[test]
    fn plain_names() {
        let names = ["decks/a-b_2.md", "Apple.md", "a b.md", "é.md", "a#b.md", "100%.md", "\"", "a\\b"];
        assert_eq!(names.map(is_plain), [true, true, false, false, false, false, false, false]);
    }

    #[test]
    fn files_and_version_are_filled_in() {
        let worker = fill(TEMPLATE, &[("./", "aaa="), ("app.js", "bbb=")]).unwrap();
        let (first, rest) = worker.split_once('\n').unwrap();
        assert_eq!(
            rest,
            "const FILES = [\n  [\"./\", \"sha256-aaa=\"],\n  [\"app.js\", \"sha256-bbb=\"],\n];\nwork();\n"
        );
        assert_eq!(first.len(), "const VERSION = \"0123456789abcdef\";".len());
    }

    #[test]
    fn the_version_follows_files_and_code() {
        let version =
            |template, digest| fill(template, &[("./", digest)]).unwrap().lines().next().unwrap().to_owned();
        assert_eq!(version(TEMPLATE, "aaa="), version(TEMPLATE, "aaa="));
        assert_ne!(version(TEMPLATE, "aaa="), version(TEMPLATE, "bbb="));
        assert_ne!(version(TEMPLATE, "aaa="), version(&TEMPLATE.replace("work", "rest"), "aaa="));
    }

    #[test]
    fn a_template_without_room_is_an_error() {
        let message = "www/sw.js has no line `const FILES = [];`: the build writes there.";
        assert_eq!(fill("const VERSION = \"\";", &[]), Err(message.into()));
    }
}
