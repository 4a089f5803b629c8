//! `serve`: the Discord bot as a service.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use super::arguments::{Common, LogFormat, Serve};
use super::failure::{ADDRESS, FAILED, Failure, Operator};
use super::settings::Way;
use super::{opening, settings};
use crate::discord::{self, Endpoint, Overheard, Today};
use crate::message::operator_words as words;
use crate::service::configuration::http_address;
use crate::service::health::{self, Readiness};
use crate::service::http::{self, Limits};
use crate::service::reload::{self, Folder, Hangups};
use crate::service::{Metrics, Serving, Shutdown, logging, metrics};

/// From the signal to the last new connection in endpoint mode. `/readyz` says no meanwhile, so that a load balancer that asks
/// every second, and believes the second answer, sends nothing more before the door is closed.
const DRAINING: Duration = Duration::from_millis(2500);

pub(super) fn run(common: &Common, serve: &Serve) -> Result<ExitCode, Failure> {
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
    let way = settings::way(serve)?;
    let address = http_address(&serve.http_addr).map_err(|fault| settings::wrong(&fault))?;
    let folder = opening::folder(common.knowledge.as_deref()).map(|folder| Folder::before(folder.to_owned()));
    let serving = Serving::new(opening::library(common)?);
    let listen = TcpListener::bind(address).await;
    let listener = listen.map_err(|error| Operator { line: words::cannot_listen(address, &error), code: ADDRESS })?;
    let readiness = Readiness::default();
    announce(&serving, address);
    let metrics = Metrics::default();
    reload::start(folder, hangups, serving.clone(), metrics.clone()).map_err(cannot_start)?;
    let routes = health::routes(serving.clone(), readiness.clone(), shutdown.clone()).merge(metrics::routes(
        &metrics,
        serving.clone(),
        matches!(way, Way::Gateway(_)),
    ));
    let today = today(common);
    match way {
        Way::Gateway(configuration) => {
            let http = tokio::spawn(http::serve(listener, routes, Limits::WATCHED, shutdown.clone()));
            let outcome = discord::serve(&configuration, serving, today, readiness, metrics, overheard, shutdown).await;
            http.abort();
            outcome.map_err(settings::refused)?;
        }
        Way::Endpoint(configuration) => {
            let endpoint = Endpoint::new(&configuration, serving, today, metrics, shutdown.clone());
            readiness.set(true);
            let ending = told(&shutdown);
            http::serve(listener, routes.merge(endpoint.routes()), Limits::INTERACTIONS, shutdown.after(DRAINING))
                .await;
            endpoint.finish().await;
            ending.abort();
        }
    }
    Ok(())
}

/// Says what is served. What is served now is not held on to, so that it can go when it is replaced.
fn announce(serving: &Serving, address: SocketAddr) {
    let edition = serving.now();
    let knowledge = &edition.library.knowledge;
    tracing::info!(
        knowledge = %knowledge.version,
        entries = knowledge.count(),
        %address,
        "serving"
    );
}

/// Says that the end has begun.
fn told(shutdown: &Shutdown) -> JoinHandle<()> {
    let shutdown = shutdown.clone();
    tokio::spawn(async move {
        shutdown.requested().await;
        tracing::info!("ending, answers in hand are finished");
    })
}

fn today(common: &Common) -> Today {
    let common = common.clone();
    Arc::new(move || opening::today(&common))
}
