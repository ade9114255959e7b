//! A small HTTP client that sends exactly the bytes it is told: one request a connection, and it never waits for ever.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// A server that lets somebody wait for longer hangs.
pub const HANGS: Duration = Duration::from_secs(40);

/// What came back, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        let found = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        found.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value.trim())
    }

    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.text))
    }

    /// The value of an answer that succeeded.
    pub fn ok(&self) -> Value {
        assert!(self.is_success(), "{} {}", self.status, self.text);
        self.json()
    }

    /// Checks that it is a problem of this status with a code (where one is expected), a sentence, and a type of its own.
    pub fn problem(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        let problem = self.json();
        assert_eq!(problem["code"].as_str().unwrap_or_default(), code, "{problem}");
        assert!(problem["detail"].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
        problem
    }
}

/// A request, to be sent as often as one likes.
#[derive(Clone, Debug)]
pub struct Request {
    pub head: String,
    pub body: Vec<u8>,
}

impl Request {
    pub fn new(method: &str, path: &str, account: &str) -> Self {
        let token = crate::town::token(account);
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: guantong\r\nconnection: close\r\nauthorization: Bearer {token}\r\n"
        );
        Self { head, body: Vec::new() }
    }

    pub fn get(path: &str, account: &str) -> Self {
        Self::new("GET", path, account)
    }

    pub fn post(path: &str, account: &str, body: &Value) -> Self {
        let request = Self::new("POST", path, account).with("content-type", "application/json");
        Self { body: body.to_string().into_bytes(), ..request }
    }

    /// A file as a form sends it.
    pub fn file(account: &str, name: &str, bytes: &[u8]) -> Self {
        let part = format!("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        let request = Self::new("POST", "/api/v1/evidence", account);
        let request = request.with("content-type", "multipart/form-data; boundary=cut");
        Self { body: [part.as_bytes(), bytes, b"\r\n--cut--\r\n"].concat(), ..request }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.head.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    pub fn key(self, key: &str) -> Self {
        self.with("idempotency-key", key)
    }

    /// The bytes, with the length of the body that is told; the true one where none is.
    pub fn bytes(&self, length: Option<usize>) -> Vec<u8> {
        let length = length.unwrap_or(self.body.len());
        [self.head.as_bytes(), format!("content-length: {length}\r\n\r\n").as_bytes(), &self.body].concat()
    }

    /// Sends it whole and reads the answer. Whoever is not answered at all gets an error; whoever waits too long breaks the test.
    pub fn send(&self, to: SocketAddr) -> io::Result<Answer> {
        exchange(to, &self.bytes(None))
    }
}

/// Sends bytes as they are and reads one answer until the server closes the connection.
pub fn exchange(to: SocketAddr, bytes: &[u8]) -> io::Result<Answer> {
    let mut stream = connect(to)?;
    stream.write_all(bytes)?;
    answer(&mut stream)
}

pub fn connect(to: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(to)?;
    stream.set_read_timeout(Some(HANGS))?;
    stream.set_write_timeout(Some(HANGS))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

pub fn answer(stream: &mut TcpStream) -> io::Result<Answer> {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            panic!("no end of an answer within {HANGS:?}: {}", String::from_utf8_lossy(&bytes));
        }
        // What was answered before the connection broke counts when it is whole.
        Err(error) if bytes.is_empty() => return Err(error),
        Err(_) => {}
    }
    whole(&bytes).ok_or_else(|| io::Error::new(ErrorKind::UnexpectedEof, String::from_utf8_lossy(&bytes).into_owned()))
}

/// The answer, where all of it arrived: a server that is killed may have sent half.
fn whole(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let mut answer = Answer { status, head, text: String::new() };
    let body = &bytes[end + 4..];
    let length: usize = answer.header("content-length").parse().ok()?;
    answer.text = String::from_utf8_lossy(body.get(..length)?).into_owned();
    Some(answer)
}
