//! `serve`: the Discord bot as a service.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use super::arguments::{Common, LogFormat, Mode, Serve};
use super::failure::{ADDRESS, FAILED, Failure, Operator};
use super::{opening, settings};
use crate::discord::{self, Overheard, Today};
use crate::message::operator_words as words;
use crate::service::configuration::{Configuration, http_address};
use crate::service::health::{self, Readiness};
use crate::service::http::{self, Limits};
use crate::service::reload::{self, Folder, Hangups};
use crate::service::{Metrics, Serving, Shutdown, logging, metrics};

pub(super) fn run(common: &Common, serve: &Serve) -> Result<ExitCode, Failure> {
    let Mode::Gateway = serve.mode;
    let runtime = runtime()?;
    let (shutdown, hangups) =
        runtime.block_on(async { Ok::<_, std::io::Error>((Shutdown::on_signal()?, Hangups::heard()?)) })?;
    let (listener, overheard) = discord::listen();
    logging::start(common.log_format == LogFormat::Json, listener);
    let outcome = runtime.block_on(service(common, serve, overheard, shutdown, hangups));
    // A thread that hangs does not keep the process.
    runtime.shutdown_background();
    outcome.map(|()| ExitCode::SUCCESS)
}

/// A runtime for the service.
pub(super) fn runtime() -> Result<Runtime, Operator> {
    Builder::new_multi_thread().enable_all().thread_name("service").build().map_err(cannot_start)
}

#[expect(clippy::needless_pass_by_value, reason = "taken as `map_err` gives it")]
fn cannot_start(error: std::io::Error) -> Operator {
    Operator { line: words::cannot_start(&error), code: FAILED }
}

async fn service(
    common: &Common,
    serve: &Serve,
    overheard: Overheard,
    shutdown: Shutdown,
    hangups: Hangups,
) -> Result<(), Failure> {
    let configuration = settings::read(&serve.discord)?;
    let address = http_address(&serve.http_addr).map_err(|fault| settings::wrong(&fault))?;
    let folder = opening::folder(common.knowledge.as_deref()).map(|folder| Folder::before(folder.to_owned()));
    let serving = Serving::new(opening::library(common)?);
    let listen = TcpListener::bind(address).await;
    let listener = listen.map_err(|error| Operator { line: words::cannot_listen(address, &error), code: ADDRESS })?;
    let readiness = Readiness::default();
    log_start(&serving, address);
    let metrics = Metrics::default();
    reload::start(folder, hangups, serving.clone(), metrics.clone()).map_err(cannot_start)?;
    let routes = health::routes(serving.clone(), readiness.clone(), shutdown.clone())
        .merge(metrics::routes(&metrics, serving.clone()));
    let http = tokio::spawn(http::serve(listener, routes, Limits::WATCHED, shutdown.clone()));
    let outcome = bot(common, &configuration, serving, readiness, metrics, overheard, shutdown).await;
    http.abort();
    Ok(outcome?)
}

/// What is served at the start is let go here, so that newer knowledge frees it.
fn log_start(serving: &Serving, address: SocketAddr) {
    let edition = serving.now();
    let knowledge = &edition.library.knowledge;
    tracing::info!(knowledge = %knowledge.version, entries = knowledge.count(), %address, "serving");
}

async fn bot(
    common: &Common,
    configuration: &Configuration,
    serving: Serving,
    readiness: Readiness,
    metrics: Metrics,
    overheard: Overheard,
    shutdown: Shutdown,
) -> Result<(), Operator> {
    let common = common.clone();
    let today: Today = Arc::new(move || opening::today(&common));
    discord::serve(configuration, serving, today, readiness, metrics, overheard, shutdown)
        .await
        .map_err(settings::refused)
}
