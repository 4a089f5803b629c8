//! `/metrics`: everything that is counted, as Prometheus reads it (text format 0.0.4).
//!
//! The one idea: names are given here alone, each with its unit at the end, and what it means beside it.

use std::fmt;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use prometheus_client::encoding::prometheus_text;
use prometheus_client::registry::Registry;

use super::Metrics;
use super::state::{Process, Served};
use crate::service::Serving;

/// `/metrics`; what is counted of the gateway only where there is one.
pub fn routes(metrics: &Metrics, serving: Serving, has_gateway: bool) -> Router {
    let registry = Arc::new(registry(metrics, serving, has_gateway));
    let exposed = move || {
        let answer = match text(&registry) {
            Ok(text) => ([(CONTENT_TYPE, prometheus_text::CONTENT_TYPE)], text).into_response(),
            // Writing to a string does not fail.
            Err(fmt::Error) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
        async move { answer }
    };
    Router::new().route("/metrics", get(exposed))
}

fn text(registry: &Registry) -> Result<String, fmt::Error> {
    let mut text = String::new();
    prometheus_text::encode(&mut text, registry)?;
    Ok(text)
}

fn registry(metrics: &Metrics, serving: Serving, has_gateway: bool) -> Registry {
    let mut root = Registry::default();
    root.register_collector(Box::new(Process::started_now()));
    let own = root.sub_registry_with_prefix("iom_bot");
    own.register_collector(Box::new(Served(serving)));
    let metrics = metrics.clone();
    own.register("interactions", "Answers to what came from people, by what became of them", metrics.interactions);
    own.register("answers", "Questions answered, by how sure the answer was; unknown is a refusal", metrics.answers);
    own.register(
        "answer_duration_seconds",
        "From an event's arrival to its answer's delivery, or its being given up",
        metrics.answer_seconds,
    );
    own.register("answers_in_flight", "Answers on their way", metrics.in_flight);
    own.register("events_dropped", "Events that got no answer of their own", metrics.dropped);
    own.register("requests_refused", "Requests to the endpoint that were refused", metrics.refused);
    own.register("defects", "Answers lost to a defect", metrics.defects);
    // Where there is no gateway, nothing may look as if it were lost.
    if has_gateway {
        own.register("gateway_connected", "1 while events come over the gateway", metrics.gateway_connected);
        own.register("gateway_connections", "Connections to the gateway that were made", metrics.gateway_connections);
        own.register("gateway_losses", "Connections to the gateway that were lost", metrics.gateway_losses);
    }
    own.register("rest_calls", "Tries to reach the REST interface of Discord", metrics.calls);
    own.register("registrations", "Registrations of the commands", metrics.registrations);
    own.register("knowledge_reloads", "Times the knowledge was read again", metrics.reloads);
    own.register("knowledge_reload_duration_seconds", "Reading the knowledge again", metrics.reload_seconds);
    root
}
