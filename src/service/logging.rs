//! Logs: a line an event, for people or as JSON, constant messages with fields.
//!
//! The one idea: only this program's own events are written. Libraries below print what they received, which may hold what
//! people wrote or a token, so none of theirs is, whatever `RUST_LOG` says.

use std::panic;

use tracing::{Metadata, Subscriber};
use tracing_subscriber::filter::{EnvFilter, FilterExt, LevelFilter, filter_fn};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Registry, fmt};

/// The crate whose events are written.
const OWN: &str = "iom_maldives_bot";

/// Starts logging to standard error. `listener` sees what passes its own filter, written or not.
pub fn start(json: bool, listener: impl Layer<Registry> + Send + Sync) {
    let subscriber = tracing_subscriber::registry().with(listener);
    // A second start, in a test, changes nothing.
    let _ = if json {
        subscriber
            .with(
                fmt::layer()
                    .json()
                    .flatten_event(true)
                    .with_span_list(false)
                    .with_writer(std::io::stderr)
                    .with_filter(filter()),
            )
            .try_init()
    } else {
        let layer = fmt::layer().with_target(false).with_ansi(is_terminal()).with_writer(std::io::stderr);
        subscriber.with(layer.with_filter(filter())).try_init()
    };
    // What a panic says may quote what somebody typed; where it happened is enough to find it.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a defect stopped one piece of work");
    }));
}

fn filter<S>() -> impl tracing_subscriber::layer::Filter<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    let chosen = EnvFilter::builder().with_default_directive(LevelFilter::INFO.into()).from_env_lossy();
    chosen.and(filter_fn(|metadata: &Metadata<'_>| metadata.target().starts_with(OWN)))
}

fn is_terminal() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stderr()) && std::env::var_os("NO_COLOR").is_none()
}
