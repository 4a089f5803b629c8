//! What keeps the service running: its settings, its logs, its health, its end. Nothing here knows Discord.

pub mod configuration;
pub mod health;
pub mod http;
pub mod logging;
pub mod metrics;
pub mod reload;
mod serving;
mod shutdown;

pub use metrics::Metrics;
pub use serving::{Edition, Failure, Serving};
pub use shutdown::{DEADLINE, Shutdown, end_at_the_latest};
