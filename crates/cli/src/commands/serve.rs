//! `guantong serve`: the portal and the API.

use std::sync::Arc;

use tracing_subscriber::EnvFilter;

use crate::args::{Cli, Serve};
use crate::failure::Failure;
use crate::{input, output};

/// Runs the portal until it is told to stop.
pub(crate) fn run(cli: &Cli, serve: &Serve) -> Result<(), Failure> {
    if serve.openapi {
        return output::print_json(&portal::openapi());
    }
    log_to_standard_error();
    let standards = input::standards(serve.standards.as_deref())?;
    let guantong = Arc::new(input::guantong(cli, standards)?);
    if let Some(folder) = &serve.data {
        anstream::eprintln!("guantong: {}: this version stores nothing; the folder is not used", folder.display());
    }
    let failed = |what: &str, error: &std::io::Error| Failure::BadInput(format!("{what}: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| failed("the server cannot start", &error))?;
    runtime.block_on(async {
        let taken = format!("cannot listen on {} (choose another with --listen)", serve.listen);
        let listener = tokio::net::TcpListener::bind(&serve.listen).await.map_err(|error| failed(&taken, &error))?;
        let address = listener.local_addr().map_err(|error| failed("the address is not known", &error))?;
        anstream::eprintln!("listening on http://{address}");
        portal::serve(listener, guantong).await.map_err(|error| failed("the server stopped", &error))
    })
}

/// What happened on the server goes to standard error; `RUST_LOG` chooses how much, warnings and faults by default.
fn log_to_standard_error() {
    let chosen = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_env_filter(chosen).init();
}
