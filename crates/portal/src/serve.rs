//! Serves until a signal asks to stop; requests that are under way are finished, and who does not send a request is not waited for.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use office::Office;
use service::Guantong;
use tokio::net::{TcpListener, TcpStream};
use tower::Service as _;

use crate::router::router_behind;
use crate::state::Outside;

/// How long the head of a request may take to come in, from the moment at which the server waits for it: then the connection is
/// closed. A connection on which nothing more is asked ends by it, too.
pub const HEAD_WITHIN: Duration = Duration::from_secs(20);
/// How long nobody is let in after the system could not give a connection, for want of files for example.
const PAUSE: Duration = Duration::from_secs(1);

/// Serves the portal on the listener until SIGINT or SIGTERM; cases and logins only with an office.
///
/// # Errors
/// The listener cannot be used.
pub async fn serve(
    listener: TcpListener,
    guantong: Arc<Guantong>,
    office: Option<Office>,
    outside: Outside,
) -> io::Result<()> {
    listener.local_addr()?;
    serve_until(listener, router_behind(guantong, office, outside), HEAD_WITHIN, asked_to_stop()).await;
    Ok(())
}

/// Serves a router on the listener until `stop` comes; each head of a request has to come in within a time.
pub async fn serve_until(listener: TcpListener, router: Router, head_within: Duration, stop: impl Future<Output = ()>) {
    let mut stop = pin!(stop);
    let underway = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_within);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, address)) => attend(&http, &underway, &router, stream, address),
            Err(error) if of_the_visitor(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    underway.shutdown().await;
}

/// Answers what comes on a connection, on a task of its own.
fn attend(http: &http1::Builder, underway: &GracefulShutdown, router: &Router, stream: TcpStream, address: SocketAddr) {
    let router = router.clone();
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(address));
        router.clone().call(request)
    });
    let connection = underway.watch(http.serve_connection(TokioIo::new(stream), answer));
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

/// Whether only this one connection could not be had.
fn of_the_visitor(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupted().await };
    tokio::select! {
        () = interrupted() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    interrupted().await;
}

/// Waits for SIGINT; where it cannot be waited for, forever.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
