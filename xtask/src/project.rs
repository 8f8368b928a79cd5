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

/// Copies a folder with all that is in it as it is, down to when it was changed.
pub(crate) fn clone_folder(from: &Path, to: &Path) -> Outcome {
    let cannot =
        |error: std::io::Error| format!("Cannot copy {} to {}: {error}.", from.display(), to.display());
    make_folder(to)?;
    for entry in fs::read_dir(from).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            clone_folder(&from, &to)?;
            continue;
        }
        let cloned = entry.metadata().and_then(|about| {
            fs::copy(&from, &to)?;
            fs::File::options().write(true).open(&to)?.set_modified(about.modified()?)
        });
        cloned.map_err(cannot)?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_clone_is_as_old_as_what_it_is_of() {
        let folder = std::env::temp_dir().join(format!("greenroom-clone-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        make_folder(&from.join(".hidden")).unwrap();
        let file = from.join(".hidden/file");
        fs::write(&file, "text").unwrap();
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(&file).unwrap().set_modified(then).unwrap();
        clone_folder(&from, &to).unwrap();
        let cloned = to.join(".hidden/file");
        assert_eq!(fs::read_to_string(&cloned).unwrap(), "text");
        assert_eq!(fs::metadata(&cloned).unwrap().modified().unwrap(), then);
        remove_folder(&folder).unwrap();
    }
}
