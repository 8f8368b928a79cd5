//! The browser that the tests drive.

use crate::project::find_program;
use crate::run::{Outcome, program, read, run, step, succeeds};
use std::path::PathBuf;

/// Chromium or a relative of it, and the driver of the same version.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// The browser of this machine; on Debian, one is installed if there is none.
pub(crate) fn find_or_install() -> Outcome<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    if let Some(as_root) = debian_as_root() {
        step("Installing Chromium and its driver (once; about a minute)", || {
            install(as_root, &["chromium", "chromium-driver"])
                .map_err(|failed| format!("{failed}\n{}", advice()))
        })?;
    }
    find()?.ok_or_else(advice)
}

/// Firefox, where it is.
pub(crate) fn find_firefox() -> Outcome<Option<PathBuf>> {
    Ok(named("FIREFOX")?.or_else(|| FIREFOX.iter().find_map(|name| find_program(name))))
}

/// Firefox; on Debian, it is installed if it is not there. Elsewhere one does without.
pub(crate) fn find_or_install_firefox() -> Outcome<Option<PathBuf>> {
    if find_firefox()?.is_none()
        && let Some(as_root) = debian_as_root()
    {
        step("Installing Firefox (once; about a minute)", || install(as_root, &["firefox-esr"]))?;
    }
    find_firefox()
}

fn advice() -> String {
    "The tests need Chromium (or Chrome) and chromedriver of the same version.\n\
     On Debian: apt-get install chromium chromium-driver\n\
     Elsewhere install both, and name them if they are not on the path:\n  \
     CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver cargo xtask test"
        .to_owned()
}

fn find() -> Outcome<Option<Browser>> {
    let chromium = named("CHROMIUM")?.or_else(|| CHROMIUM.iter().find_map(|name| find_program(name)));
    let driver = named("CHROMEDRIVER")?.or_else(|| find_program("chromedriver"));
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser { chromium, driver }))
}

/// The program that an environment variable names.
fn named(variable: &str) -> Outcome<Option<PathBuf>> {
    match std::env::var_os(variable).map(PathBuf::from) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(format!("{variable} names {}, which is no file.", path.display())),
        None => Ok(None),
    }
}

/// Debian itself: what is derived from it may have no such packages.
fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// What stands before a command that only root may run, if this is Debian and we may.
fn debian_as_root() -> Option<&'static [&'static str]> {
    if is_debian() { become_root() } else { None }
}

/// What stands before a command that only root may run, if we may.
fn become_root() -> Option<&'static [&'static str]> {
    const SUDO: &[&str] = &["sudo", "-n"];
    if read(&mut program("id", ["-u"]), "").is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    succeeds(&mut program("sudo", ["-n", "true"])).then_some(SUDO)
}

fn install(as_root: &[&str], packages: &[&str]) -> Outcome {
    let install = [&["apt-get", "install", "-y", "--no-install-recommends"], packages].concat();
    for apt in [&["apt-get", "update"][..], &install] {
        let mut words = as_root.iter().chain(apt);
        let Some(name) = words.next() else { continue };
        run(program(name, words).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}
