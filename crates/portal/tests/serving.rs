//! The server over real sockets: a head of a request that trickles is ended, and nobody else waits for it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, timeout};

/// A head within this time.
const HEAD: Duration = Duration::from_millis(600);
/// By then everything has to have happened, however slow the machine.
const LONG: Duration = Duration::from_secs(30);

struct Server {
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    done: tokio::task::JoinHandle<()>,
}

async fn server() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let whose = async |ConnectInfo(from): ConnectInfo<std::net::SocketAddr>| from.ip().to_string();
    let router = Router::new().route("/whose", get(whose)).route("/body", post(async |body: String| body)).route(
        "/slow",
        get(async || {
            sleep(HEAD * 2).await;
            "done"
        }),
    );
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async { drop(stopped.await) };
    let done = tokio::spawn(portal::serve_until(listener, router, HEAD, stopped));
    Server { address, stop, done }
}

/// Everything that comes until the server closes the connection; nothing where it is torn off.
async fn rest(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = timeout(LONG, stream.read_to_end(&mut answer)).await.expect("the server closes the connection");
    String::from_utf8_lossy(&answer).into_owned()
}

async fn asked(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(stream).await
}

#[tokio::test]
async fn a_head_that_trickles_is_ended() {
    let server = server().await;
    let stream = TcpStream::connect(server.address).await.unwrap();
    let (reader, mut writer) = stream.into_split();
    let begun = Instant::now();
    let trickle = tokio::spawn(async move {
        // A byte now and then, for ever: each by itself comes in time.
        for byte in b"GET /whose HTTP/1.1\r\nHost: x\r\nX-Slow: ".iter().chain(std::iter::repeat(&b'a')) {
            if writer.write_all(&[*byte]).await.is_err() {
                return;
            }
            sleep(Duration::from_millis(40)).await;
        }
    });
    let other = asked(server.address, "GET /whose HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(other.starts_with("HTTP/1.1 200") && other.ends_with("127.0.0.1"), "{other}");
    let mut reader = reader;
    let mut answer = Vec::new();
    let _ = timeout(LONG, reader.read_to_end(&mut answer)).await.expect("the trickle is ended");
    assert!(begun.elapsed() >= HEAD && !String::from_utf8_lossy(&answer).contains("200"), "{answer:?}");
    timeout(LONG, trickle).await.expect("who trickles learns of it").unwrap();
    let silent = TcpStream::connect(server.address).await.unwrap();
    assert_eq!(rest(silent).await, "", "who says nothing is not waited for either");
}

#[tokio::test]
async fn bodies_and_answers_may_take_longer_than_heads() {
    let server = server().await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head =
        "POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    for part in ["ab", "cd"] {
        sleep(HEAD).await;
        stream.write_all(part.as_bytes()).await.unwrap();
    }
    let answer = rest(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("abcd"), "{answer}");
    // Who is asked to stop finishes what is under way, and lets nobody else in.
    let slow = tokio::spawn(asked(server.address, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
    sleep(HEAD).await;
    server.stop.send(()).unwrap();
    let answer = slow.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
    timeout(LONG, server.done).await.expect("it stops").unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}
