//! What is not counted but true at the moment of asking: the knowledge that is served, the build, the process.
//!
//! The one idea: it is read when it is asked for, so it cannot differ from what is answered.

use std::fmt;
use std::fs;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::info::Info;

use crate::service::Serving;

/// The knowledge that is served, and the build that serves it.
#[derive(Debug)]
pub(super) struct Served(pub(super) Serving);

impl Collector for Served {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let edition = self.0.now();
        let knowledge = &edition.library.knowledge;
        info(&mut encoder, "build", "The program.", ("version", env!("CARGO_PKG_VERSION")))?;
        info(&mut encoder, "knowledge", "The knowledge that is served.", ("version", &knowledge.version))?;
        let counts = encoder.encode_descriptor(
            "knowledge_entries",
            "Entries of the knowledge that is served.",
            None,
            MetricType::Gauge,
        );
        let mut counts = counts?;
        for (kind, count) in knowledge.counts() {
            ConstGauge::new(count).encode(counts.encode_family(&[("kind", kind.as_str())])?)?;
        }
        gauge(
            &mut encoder,
            "knowledge_loaded_timestamp_seconds",
            "When the knowledge that is served was loaded.",
            edition.loaded.as_second(),
        )?;
        let newest = knowledge.latest_date().and_then(|date| date.first_day().to_zoned(TimeZone::UTC).ok());
        if let Some(newest) = newest {
            gauge(
                &mut encoder,
                "knowledge_newest_timestamp_seconds",
                "The day at which the newest entry held.",
                newest.timestamp().as_second(),
            )?;
        }
        gauge(
            &mut encoder,
            "knowledge_mistakes",
            "Mistakes for which newer knowledge is not served.",
            edition.failure.as_ref().map_or(0, |failure| failure.mistakes),
        )
    }
}

/// The process, under the names that every exporter gives.
#[derive(Debug)]
pub(super) struct Process {
    started: Timestamp,
}

impl Process {
    /// A process that starts now.
    pub(super) fn started_now() -> Self {
        Self { started: Timestamp::now() }
    }
}

impl Collector for Process {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        gauge(&mut encoder, "process_start_time_seconds", "When the process started.", self.started.as_second())?;
        match resident_bytes() {
            Some(bytes) => {
                gauge(&mut encoder, "process_resident_memory_bytes", "Memory that the process holds.", bytes)
            }
            None => Ok(()),
        }
    }
}

fn gauge<N>(encoder: &mut DescriptorEncoder, name: &str, help: &str, value: N) -> fmt::Result
where
    ConstGauge<N>: EncodeMetric,
{
    let gauge = ConstGauge::new(value);
    gauge.encode(encoder.encode_descriptor(name, help, None, MetricType::Gauge)?)
}

fn info(encoder: &mut DescriptorEncoder, name: &str, help: &str, label: (&'static str, &str)) -> fmt::Result {
    let info = Info::new(vec![(label.0, label.1.to_owned())]);
    info.encode(encoder.encode_descriptor(name, help, None, MetricType::Info)?)
}

/// As the kernel counts it; nothing where there is no `/proc`.
fn resident_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kib| kib * 1024)
}
