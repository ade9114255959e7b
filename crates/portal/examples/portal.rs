//! Serves the portal; until the command does.
use std::sync::Arc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let guantong = service::Guantong::embedded(model::Standards::default()).map_err(|f| format!("{f:?}"))?;
    let listener = tokio::net::TcpListener::bind(std::env::args().nth(3).unwrap_or("127.0.0.1:0".into())).await?;
    eprintln!("listening on http://{}", listener.local_addr()?);
    portal::serve(listener, Arc::new(guantong)).await?;
    Ok(())
}
