//! `guantong serve`: the portal and the API, and the clock and outbox behind them.

use std::path::Path;
use std::sync::Arc;

use office::{Office, ToAFile, ToTheLog, system_time};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use uuid::Uuid;
use wording::Phrasebook;

use super::opened;
use crate::args::{Cli, Serve};
use crate::failure::Failure;
use crate::{input, output};

/// Runs the portal until it is told to stop.
pub(crate) fn run(cli: &Cli, serve: &Serve) -> Result<(), Failure> {
    if serve.openapi {
        return output::print_json(&portal::openapi());
    }
    log_to_standard_error();
    let standards = input::standards(serve.at.standards.as_deref())?;
    let guantong = Arc::new(input::guantong(cli, standards)?);
    let messages = serve.messages.as_deref().map(to_a_file).transpose()?;
    let failed = |what: &str, error: &std::io::Error| Failure::BadInput(format!("{what}: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| failed("the server cannot start", &error))?;
    runtime.block_on(async {
        let place = opened::place(&serve.at);
        let office = Office::open(&place, Arc::clone(&guantong), system_time()).await.map_err(|error| {
            let problem = error.to_string();
            Failure::BadInput(Phrasebook::of(cli.lang).format("office-no-data", &[("problem", &problem)]))
        })?;
        let taken = format!("cannot listen on {} (choose another with --listen)", serve.listen);
        let listener = tokio::net::TcpListener::bind(&serve.listen).await.map_err(|error| failed(&taken, &error))?;
        let address = listener.local_addr().map_err(|error| failed("the address is not known", &error))?;
        anstream::eprintln!("listening on http://{address}");
        let outside = portal::Outside { behind_tls: serve.behind_tls };
        let (stop, stopped) = watch::channel(false);
        let clock = tokio::spawn(attend(office.clone(), messages, stopped));
        let served = portal::serve(listener, guantong, Some(office.clone()), outside).await;
        // The clock finishes what it has in hand and gives the lead back.
        let _ = stop.send(true);
        if let Err(error) = clock.await {
            tracing::error!(%error, "the clock broke");
        }
        office.store().close().await;
        served.map_err(|error| failed("the server stopped", &error))
    })
}

/// The clock and the outbox, while this node leads and until it is told to stop.
async fn attend(office: Office, messages: Option<ToAFile>, mut stopped: watch::Receiver<bool>) {
    let node = Uuid::new_v4().to_string();
    let stop = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    match messages {
        Some(file) => office.attend_until(&node, &file, stop).await,
        None => office.attend_until(&node, &ToTheLog, stop).await,
    }
}

fn to_a_file(file: &Path) -> Result<ToAFile, Failure> {
    let failed = |error: std::io::Error| Failure::in_file(file, &format!("cannot be written: {error}"));
    ToAFile::at(file).map_err(failed)
}

/// What happened on the server goes to standard error; `RUST_LOG` chooses how much: by default warnings and faults, and who logs in, fails
/// to, or changes what lets them in.
fn log_to_standard_error() {
    let chosen = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,audit=info"));
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_env_filter(chosen).init();
}
