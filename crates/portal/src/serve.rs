//! Serves until a signal asks to stop; requests that are under way are finished.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use office::Office;
use service::Guantong;
use tokio::net::TcpListener;

use crate::router::router_behind;
use crate::state::Outside;

/// Serves the portal on the listener until SIGINT or SIGTERM; cases and logins only with an office.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    listener: TcpListener,
    guantong: Arc<Guantong>,
    office: Option<Office>,
    outside: Outside,
) -> io::Result<()> {
    let service = router_behind(guantong, office, outside).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await
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
