//! A static server for this machine only, as plain as the hosts the site is made for.

use crate::run::Outcome;
use crate::{build, project};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 50;
const MAX_HEAD: u64 = 16 * 1024;

/// Builds the site and serves it until it is interrupted.
pub(crate) fn serve(args: &[&str]) -> Outcome {
    let first = port(args)?;
    build::build(&[])?;
    let listener = listen(first)?;
    let address = listener.local_addr().map_err(|error| format!("The server has no address: {error}."))?;
    println!("\nGreenroom is at http://{address}/  (Ctrl-C ends it)");
    for stream in listener.incoming().flatten() {
        std::thread::spawn(|| {
            // A browser that hangs up early is no concern of ours.
            let _ = answer(stream, &project::site());
        });
    }
    Ok(())
}

fn port(args: &[&str]) -> Outcome<u16> {
    let usage = || "Use it so: cargo xtask serve --port 8080".to_owned();
    match args {
        [] => Ok(FIRST_PORT),
        ["--port", number] => number.parse().map_err(|_| usage()),
        _ => Err(usage()),
    }
}

/// The first port that is free, from the one wished for upwards.
fn listen(first: u16) -> Outcome<TcpListener> {
    let ports = first..=first.saturating_add(PORTS_TRIED);
    let mut listeners = ports.map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)));
    let taken = || format!("No port from {first} upwards is free: choose another with --port.");
    listeners.find_map(Result::ok).ok_or_else(taken)
}

fn answer(stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(&stream).take(MAX_HEAD);
    let mut request = String::new();
    head.read_line(&mut request)?;
    // What is left unread would reset the connection before the answer has arrived.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    respond(&request, folder).send(&stream)
}

/// An answer; a HEAD request gets all of it but the body.
#[derive(Debug, PartialEq)]
struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    is_head: bool,
}

impl Response {
    fn text(status: &'static str) -> Response {
        let headers = vec![("content-type", "text/plain; charset=utf-8".to_owned())];
        Response { status, headers, body: format!("{status}\n").into_bytes(), is_head: false }
    }

    fn send(&self, mut stream: impl Write) -> std::io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\ncontent-length: {}\r\n", self.status, self.body.len());
        // Pages of other origins on this machine may use the element, as they may on the hosts it is made for.
        head += "cache-control: no-cache\r\naccess-control-allow-origin: *\r\nconnection: close\r\n";
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all((head + "\r\n").as_bytes())?;
        if !self.is_head {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

fn respond(request: &str, folder: &Path) -> Response {
    let mut words = request.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Response::text("400 Bad Request");
    };
    if !matches!(method, "GET" | "HEAD") {
        return Response::text("405 Method Not Allowed");
    }
    let found = find(folder, target).map_or_else(|| Response::text("404 Not Found"), Found::response);
    Response { is_head: method == "HEAD", ..found }
}

/// What is at an address.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    /// A folder that was asked for without its last slash: relative links need it.
    Moved(String),
}

impl Found {
    fn response(self) -> Response {
        match self {
            Found::Moved(to) => {
                let moved = Response::text("301 Moved Permanently");
                Response { headers: [moved.headers, vec![("location", to)]].concat(), ..moved }
            }
            Found::File(path) => match fs::read(&path) {
                Ok(body) => {
                    let headers = vec![("content-type", content_type(&path).to_owned())];
                    Response { status: "200 OK", headers, body, is_head: false }
                }
                Err(_) => Response::text("404 Not Found"),
            },
        }
    }
}

fn find(folder: &Path, target: &str) -> Option<Found> {
    let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
    let file = folder.join(relative(path)?);
    if !file.is_dir() {
        return (file.is_file() && !path.ends_with('/')).then_some(Found::File(file));
    }
    if !path.ends_with('/') {
        return Some(Found::Moved(format!("{path}/{query}")));
    }
    let page = file.join("index.html");
    page.is_file().then_some(Found::File(page))
}

/// The path below the folder that an address means, if it stays below.
fn relative(path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    if path.is_empty() {
        return Some(PathBuf::new());
    }
    path.strip_suffix('/').unwrap_or(path).split('/').map(segment).collect()
}

/// One plain name. Decoded after the path was split, so that an encoded slash divides nothing.
fn segment(encoded: &str) -> Option<String> {
    let name = decode(encoded)?;
    let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']);
    is_plain.then_some(name)
}

fn decode(encoded: &str) -> Option<String> {
    let mut pieces = encoded.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        // Checked before, for Rust reads a sign as well.
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| is_hex)?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_relative(path: &str, expected: Option<&str>) {
        assert_eq!(relative(path), expected.map(PathBuf::from), "{path}");
    }

    #[test]
    fn addresses_below_the_folder() {
        check_relative("/", Some(""));
        check_relative("/app.js", Some("app.js"));
        check_relative("/decks/", Some("decks"));
        check_relative("/decks/a%20b.md", Some("decks/a b.md"));
        check_relative("/decks/%C3%A9.md", Some("decks/é.md"));
    }

    #[test]
    fn addresses_that_lead_elsewhere() {
        for path in
            ["", "app.js", "//", "//host/", "/..", "/../x", "/a/../../x", "/%2e%2e/x", "/a/%2e./x", "/."]
        {
            check_relative(path, None);
        }
        for path in
            ["/a%2fb", "/a%2F..%2Fb", "/a\\..\\b", "/a%5cb", "/c:/x", "/a%00", "/.git/config", "/a//b"]
        {
            check_relative(path, None);
        }
        for path in ["/%", "/%4", "/%zz", "/%+1", "/%ff", "/%é"] {
            check_relative(path, None);
        }
    }

    #[track_caller]
    fn check_respond(request: &str, expected: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let Response { status, headers, .. } = respond(request, folder);
        let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        assert_eq!(format!("{status} | {}", headers.join(" | ")), expected, "{request}");
    }

    #[test]
    fn requests_and_their_answers() {
        const TEXT: &str = "content-type: text/plain; charset=utf-8";
        check_respond(
            "GET /node/sizes.mjs?x=1 HTTP/1.1\r\n",
            "200 OK | content-type: text/javascript; charset=utf-8",
        );
        check_respond("GET /node/sizes.mjs/ HTTP/1.1\r\n", &format!("404 Not Found | {TEXT}"));
        check_respond(
            "GET /node?x=1 HTTP/1.1\r\n",
            &format!("301 Moved Permanently | {TEXT} | location: /node/?x=1"),
        );
        check_respond("GET /node/ HTTP/1.1\r\n", &format!("404 Not Found | {TEXT}"));
        check_respond("GET /../Cargo.toml HTTP/1.1\r\n", &format!("404 Not Found | {TEXT}"));
        check_respond("POST / HTTP/1.1\r\n", &format!("405 Method Not Allowed | {TEXT}"));
        check_respond("\r\n", &format!("400 Bad Request | {TEXT}"));
    }

    #[test]
    fn a_head_request_gets_no_body() {
        let sent = |method: &str| {
            let mut bytes = Vec::new();
            let response = respond(&format!("{method} /none HTTP/1.1"), Path::new("/"));
            response.send(&mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(sent("GET"), sent("HEAD") + "404 Not Found\n");
        assert!(sent("HEAD").contains("content-length: 14\r\n"));
    }

    #[test]
    fn types_that_browsers_insist_on() {
        let types = ["app.js", "greenroom_bg.wasm", "manifest.webmanifest", "deck.md", "x.unknown", "none"];
        let expected = [
            "text/javascript; charset=utf-8",
            "application/wasm",
            "application/manifest+json",
            "text/markdown; charset=utf-8",
            "application/octet-stream",
            "application/octet-stream",
        ];
        assert_eq!(types.map(|name| content_type(Path::new(name))), expected);
    }

    #[test]
    fn the_next_free_port_is_taken() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = listen(port).unwrap().local_addr().unwrap().port();
        assert!(next > port, "{next} after {port}");
    }

    #[test]
    fn arguments() {
        assert_eq!(port(&[]), Ok(8080));
        assert_eq!(port(&["--port", "9000"]), Ok(9000));
        let usage = "Use it so: cargo xtask serve --port 8080".to_owned();
        assert_eq!(
            [port(&["--port"]), port(&["--port", "x"]), port(&["9000"])],
            [(); 3].map(|()| Err(usage.clone()))
        );
    }
}
