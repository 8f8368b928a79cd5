//! Node and the packages that package-lock.json names.

use crate::project;
use crate::run::{Outcome, program, read, run, step};

const OLDEST_NODE: u32 = 20;

pub(super) fn check_node() -> Outcome {
    let version = read(&mut program("node", ["--version"]), "").unwrap_or_default();
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(_) => Err(format!("Node {} is too old: install Node {OLDEST_NODE} or later.", version.trim())),
        None => Err(format!("There is no Node: install Node {OLDEST_NODE} or later, with npm.")),
    }
}

/// `20` of `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the packages unless those of this lock file are there.
pub(super) fn packages() -> Outcome {
    let lock = project::read(&project::root().join("package-lock.json"))?;
    let installed = project::root().join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == lock) {
        return Ok(());
    }
    step("Installing the npm packages (once; about ten seconds)", || {
        // None of the packages needs its install script.
        run(&mut program("npm", ["ci", "--ignore-scripts"])).map_err(|failed| {
            format!("{failed}\nIt needs npm, the package registry, and a lock file that fits package.json.")
        })?;
        project::write(&installed, &lock)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_s_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
