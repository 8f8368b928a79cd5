//! What the architecture forbids, looked for in the sources.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};

/// All files below `folder` with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path.to_str().unwrap(), endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
    found
}

/// The lines of `files` that hold one of `words`, comments left out.
fn lines_with(files: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files {
        for (index, line) in std::fs::read_to_string(path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap();
            if words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn only_the_boundary_knows_javascript() {
    let mut core = files("src", &["rs"]);
    core.retain(|path| path != Path::new("src/wasm.rs") && !path.starts_with("src/wasm"));
    assert!(core.len() > 20);
    let words = ["wasm_bindgen", "js_sys", "web_sys", "gloo", "serde_wasm_bindgen"];
    assert_eq!(lines_with(&core, &words), Vec::<String>::new());
}

#[test]
fn only_the_boundary_looks_at_features() {
    let mut core = files("src", &["rs"]);
    core.retain(|path| path != Path::new("src/wasm.rs"));
    assert_eq!(lines_with(&core, &["feature ="]), Vec::<String>::new());
}

#[test]
fn the_page_builds_no_html_from_strings() {
    let page = files("www", &["js", "html"]);
    assert!(page.len() > 10);
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "setHTMLUnsafe",
        "eval(",
        "new Function",
    ];
    assert_eq!(lines_with(&page, &words), Vec::<String>::new());
}

#[test]
fn one_file_of_the_page_reads_the_clock() {
    let mut page = files("www", &["js"]);
    page.retain(|path| path != Path::new("www/clock.js"));
    assert_eq!(lines_with(&page, &["Date.now", "new Date()", "Math.random"]), Vec::<String>::new());
}

#[test]
fn files_hold_one_concept() {
    for path in [files("src", &["rs"]), files("www", &["js"]), files("xtask", &["rs"])].concat() {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(code.lines().count() <= 420, "{} has {} lines", path.display(), code.lines().count());
    }
}
