//! Where things are, and the file operations of this tool with messages that name the file.

use crate::run::Outcome;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Where cargo and this tool put what they make.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into()))
}

/// The finished site.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// Where the WebAssembly tools are.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools/bin")
}

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("Cannot write {}: {error}.", path.display()))
}

/// Copies a file, or a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    if from.is_dir() {
        make_folder(to)?;
        return names(from)?.iter().try_for_each(|name| copy(&from.join(name), &to.join(name)));
    }
    let copied = fs::copy(from, to);
    copied.map(drop).map_err(|error| format!("Cannot copy {} to {}: {error}.", from.display(), to.display()))
}

/// The names in a folder, sorted; hidden files are the system's and are left out.
pub(crate) fn names(folder: &Path) -> Outcome<Vec<String>> {
    let cannot = |error: std::io::Error| format!("Cannot list {}: {error}.", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        names.push(entry.map_err(cannot)?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// The paths of all files below a folder, with `/` on every system, sorted.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    for name in names(folder)? {
        let path = folder.join(&name);
        if path.is_dir() {
            files.extend(self::files(&path)?.iter().map(|file| format!("{name}/{file}")));
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

/// An empty folder, whatever was there before.
pub(crate) fn empty_folder(path: &Path) -> Outcome {
    remove_folder(path)?;
    make_folder(path)
}

pub(crate) fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("Cannot make the folder {}: {error}.", path.display()))
}

pub(crate) fn remove_folder(path: &Path) -> Outcome {
    if !path.exists() {
        return Ok(());
    }
    fs::remove_dir_all(path).map_err(|error| format!("Cannot remove the folder {}: {error}.", path.display()))
}

/// The path on which programs are looked for, with our own tools first.
pub(crate) fn path_with_tools() -> Outcome<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(tools()).chain(std::env::split_paths(&path)))
        .map_err(|error| format!("{} cannot be put on the path: {error}.", tools().display()))
}

/// A program's file, looked for as a shell would.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
