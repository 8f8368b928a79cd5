//! Steps and the programs they run.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What went wrong is a sentence for the person at the terminal: what failed, and what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Says what is being done, does it, and says how long it took if that was over a second.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("{what}");
    let start = now();
    let result = work()?;
    let took = start.elapsed();
    if took > Duration::from_secs(1) {
        println!("    took {:.1} s", took.as_secs_f64());
    }
    Ok(result)
}

#[allow(clippy::disallowed_methods, reason = "the rule is for the engine; this times the developer's wait")]
fn now() -> Instant {
    Instant::now()
}

/// A program with arguments, to be run in the project's folder.
pub(crate) fn program<A: AsRef<OsStr>>(
    name: impl AsRef<OsStr>,
    args: impl IntoIterator<Item = A>,
) -> Command {
    let mut command = Command::new(name);
    command.args(args).current_dir(crate::project::root());
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Command {
    program(std::env::var_os("CARGO").unwrap_or("cargo".into()), args)
}

/// Runs a program whose output the developer sees.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed, see above.", shown(command))) }
}

/// Runs a program, shows its output and hands every line of it to `look`.
pub(crate) fn run_watched(command: &mut Command, mut look: impl FnMut(&str)) -> Outcome {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            look(&line);
        }
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed, see above.", shown(command))) }
}

/// Runs a program and takes what it prints; `input` is what it reads.
pub(crate) fn read(command: &mut Command, input: &str) -> Outcome<String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(|error| cannot_start(command, &error))?;
    }
    let output = child.wait_with_output().map_err(|error| cannot_start(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed, see above.", shown(command)));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` printed what is not text.", shown(command)))
}

/// Whether a program is there and ends well; what it says is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be run: {error}.", shown(command))
}

/// A command as a developer would type it.
fn shown(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        assert_eq!(run(&mut program("false", ["now"])), Err("`false now` failed, see above.".into()));
        assert!(
            run(&mut program("no-such-program", [""; 0]))
                .is_err_and(|message| message.contains("could not be run"))
        );
    }

    #[test]
    fn output_is_read_and_watched() {
        assert_eq!(read(&mut program("cat", ["-"]), "one\ntwo\n"), Ok("one\ntwo\n".into()));
        let mut lines = Vec::new();
        let watched = run_watched(&mut program("printf", ["one\\ntwo"]), |line| lines.push(line.to_owned()));
        assert_eq!((watched, lines), (Ok(()), vec!["one".to_owned(), "two".to_owned()]));
    }
}
