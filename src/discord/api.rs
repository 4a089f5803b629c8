//! Discord's REST interface: serenity's routes, our own bodies, and patience with a service that is slow or down.
//!
//! The one idea: one call is tried again only where that cannot do anything twice, waits as long as Discord says, and ends in
//! time for whoever waits for it. No limiter of serenity's is used: it keeps a record of every interaction for ever, and
//! answers to interactions are exempt; what is not is told by Discord itself, with 429 and the time to wait.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use reqwest::header::AUTHORIZATION;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::http::{LightMethod, Request, Route};
use tokio::time::timeout;

use crate::service::Metrics;

/// A connection that is not there by then will not be.
const CONNECT: Duration = Duration::from_secs(3);
/// A body that is larger is not Discord's.
const LARGEST: usize = 4 << 20;
/// Answered already.
const ALREADY_ACKNOWLEDGED: u32 = 40060;
/// The three seconds, or the fifteen minutes, are over.
const UNKNOWN_INTERACTION: u32 = 10062;
/// What was to be deleted is gone.
const UNKNOWN_MESSAGE: u32 = 10008;
/// The interaction was not acknowledged yet.
const UNKNOWN_WEBHOOK: u32 = 10015;

/// How long a call may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// One try.
    pub(super) attempt: Duration,
    /// All tries with the pauses between them.
    pub(super) all: Duration,
    /// How often it is tried again.
    pub(super) retries: usize,
}

impl Patience {
    /// The first answer to an interaction must be there within 3 seconds.
    pub(super) const INTERACTION: Self =
        Self { attempt: Duration::from_millis(2500), all: Duration::from_millis(2900), retries: 3 };
    /// Somebody waits in a channel.
    pub(super) const MESSAGE: Self = Self { attempt: Duration::from_secs(5), all: Duration::from_secs(20), retries: 5 };
    /// Nobody waits.
    pub(super) const QUIET: Self = Self { attempt: Duration::from_secs(10), all: Duration::from_mins(1), retries: 5 };
}

/// Why a call failed. It holds no address, no token and nothing that people wrote.
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum ApiError {
    /// Discord says no.
    #[error("Discord answers {status} (code {code})")]
    Refused { status: StatusCode, code: u32 },
    /// Discord says not now.
    #[error("Discord limits the rate")]
    Limited { wait: Duration },
    /// Discord has a fault.
    #[error("Discord answers {status}")]
    Faulty { status: StatusCode },
    /// No answer came.
    #[error("no answer: {why}")]
    Unreachable { why: &'static str },
    /// Too late.
    #[error("no answer in time")]
    Late,
    /// An answer that cannot be read.
    #[error("an answer that cannot be read")]
    Unreadable,
}

impl ApiError {
    /// Whether another try may fare better.
    fn is_passing(&self) -> bool {
        matches!(self, Self::Limited { .. } | Self::Faulty { .. } | Self::Unreachable { .. })
    }

    /// What it is counted as.
    fn class(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::Limited { .. } => "limited",
            Self::Faulty { .. } => "faulty",
            Self::Unreachable { .. } => "unreachable",
            Self::Late => "late",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether the token is refused.
    pub(super) fn is_unauthorised(&self) -> bool {
        matches!(self, Self::Refused { status: StatusCode::UNAUTHORIZED, .. })
    }

    /// Whether Discord has not yet read the acknowledgement of the interaction.
    pub(super) fn is_too_early(&self) -> bool {
        matches!(self, Self::Refused { code: UNKNOWN_WEBHOOK, .. })
    }

    /// Whether the interaction was answered already, or can no longer be: nothing is left to do.
    pub(super) fn is_over(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION | UNKNOWN_MESSAGE, .. })
    }
}

/// A door to Discord.
#[derive(Clone, Debug)]
pub(super) struct Api {
    client: Client,
    /// Calls by the token of an interaction need none.
    token: Option<SecretString>,
    /// What stands in for Discord.
    stand_in: Option<Url>,
    metrics: Metrics,
}

impl Api {
    /// A door to Discord, or to what stands in for it; then nothing else is ever connected to.
    ///
    /// # Errors
    /// When the TLS library cannot start.
    pub(super) fn new(
        token: Option<&SecretString>,
        stand_in: Option<&Url>,
        metrics: Metrics,
    ) -> Result<Self, ApiError> {
        // A redirection would lead to a host that nobody chose.
        let mut client = Client::builder().connect_timeout(CONNECT).redirect(Policy::none());
        if stand_in.is_some() {
            client = client.no_proxy();
        }
        let client = client.build().map_err(|_| ApiError::Unreachable { why: "TLS" })?;
        let token = token.map(|token| SecretString::new(format!("Bot {}", token.expose_secret())));
        Ok(Self { client, token, stand_in: stand_in.cloned(), metrics })
    }

    /// What stands in for Discord.
    pub(super) fn stand_in(&self) -> Option<&Url> {
        self.stand_in.as_ref()
    }

    /// Calls, and reads the answer.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
        params: Option<Vec<(&'static str, String)>>,
        patience: Patience,
    ) -> Result<T, ApiError> {
        let call = || async {
            let request = Request::new(route, LightMethod::Get).params(params.clone());
            let bytes = self.attempt(request, true).await?;
            serde_json::from_slice(&bytes).map_err(|_| ApiError::Unreadable)
        };
        patiently(call, patience, &self.metrics).await
    }

    /// Sends a body, and does not care for what comes back.
    pub(super) async fn send(
        &self,
        route: Route<'_>,
        method: LightMethod,
        body: Option<Vec<u8>>,
        patience: Patience,
    ) -> Result<(), ApiError> {
        let call = || async {
            let request = Request::new(route, method).body(body.clone());
            self.attempt(request, false).await.map(drop)
        };
        patiently(call, patience, &self.metrics).await
    }

    async fn attempt(&self, request: Request<'_>, wants_body: bool) -> Result<Vec<u8>, ApiError> {
        let base = self.stand_in.as_ref().map(Url::as_str);
        let token = self.token.as_ref().map_or("", |token| token.expose_secret());
        let request = request.build(&self.client, token, base).map_err(|_| ApiError::Unreadable)?;
        let mut request = request.build().map_err(|_| ApiError::Unreadable)?;
        if token.is_empty() {
            // serenity writes the header in any case, and an empty one is refused.
            request.headers_mut().remove(AUTHORIZATION);
        }
        let lost = |error| ApiError::Unreachable { why: reason(&error) };
        let mut response = self.client.execute(request).await.map_err(lost)?;
        let status = response.status();
        if status.is_success() && !wants_body {
            return Ok(Vec::new());
        }
        let header = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse::<f64>().ok());
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| ApiError::Unreachable { why: reason(&error) })? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > LARGEST {
                return Err(ApiError::Unreadable);
            }
        }
        if status.is_success() {
            return Ok(bytes);
        }
        let said: Said = serde_json::from_slice(&bytes).unwrap_or_default();
        Err(match status {
            StatusCode::TOO_MANY_REQUESTS => ApiError::Limited { wait: seconds(said.retry_after.or(header)) },
            status if status.is_server_error() => ApiError::Faulty { status },
            status => ApiError::Refused { status, code: said.code },
        })
    }
}

/// What Discord says with an error.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    code: u32,
    retry_after: Option<f64>,
}

/// Tries again after failures that pass, longer each time, or as long as Discord says.
async fn patiently<T, F, R>(mut call: F, patience: Patience, metrics: &Metrics) -> Result<T, ApiError>
where
    F: FnMut() -> R,
    R: Future<Output = Result<T, ApiError>>,
{
    let pauses = ExponentialBuilder::default()
        .with_min_delay(Duration::from_millis(150))
        .with_max_delay(Duration::from_secs(10))
        .with_max_times(patience.retries)
        .with_jitter();
    let attempt = || {
        let call = call();
        async {
            let result = timeout(patience.attempt, call).await.unwrap_or(Err(ApiError::Unreachable { why: "timeout" }));
            metrics.called(result.as_ref().map_or_else(ApiError::class, |_| "done"));
            result
        }
    };
    let tries = attempt.retry(pauses).when(ApiError::is_passing).adjust(|error, pause| match error {
        ApiError::Limited { wait } => pause.map(|pause| pause.max(*wait)),
        _ => pause,
    });
    timeout(patience.all, tries).await.unwrap_or_else(|_| {
        metrics.called(ApiError::Late.class());
        Err(ApiError::Late)
    })
}

/// What went wrong on the way, without the address: that of an answer to an interaction holds its token.
fn reason(error: &reqwest::Error) -> &'static str {
    if error.is_timeout() {
        "timeout"
    } else if error.is_connect() {
        "no connection"
    } else {
        "connection lost"
    }
}

/// From nothing to an hour.
fn seconds(given: Option<f64>) -> Duration {
    let given = given.filter(|seconds| seconds.is_finite()).unwrap_or(1.0);
    Duration::from_secs_f64(given.clamp(0.0, 3600.0))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Instant;

    use axum::Router;
    use axum::http::header::{LOCATION, RETRY_AFTER};
    use axum::response::IntoResponse;
    use serde_json::Value;
    use tokio::net::TcpListener;

    use super::*;

    /// A door to a service of which the first `failures` answers fail in this way; and how often it was called.
    async fn door<R>(failures: usize, fail: fn() -> R) -> (Api, Arc<AtomicUsize>)
    where
        R: IntoResponse + 'static,
    {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let answer = move || {
            let fails = counted.fetch_add(1, Ordering::SeqCst) < failures;
            async move { if fails { fail().into_response() } else { r#"{"url":"ws://127.0.0.1:1"}"#.into_response() } }
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = Url::parse(&format!("http://{}", listener.local_addr().expect("an address"))).expect("an address");
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        (Api::new(Some(&SecretString::new("t".to_owned())), Some(&url), Metrics::default()).expect("TLS"), calls)
    }

    async fn read(api: &Api) -> Result<Value, ApiError> {
        api.read(Route::Gateway, None, Patience::INTERACTION).await
    }

    #[tokio::test]
    async fn a_fault_that_passes_is_passed() {
        for fail in [|| StatusCode::INTERNAL_SERVER_ERROR, || StatusCode::BAD_GATEWAY] {
            let (api, calls) = door(2, fail).await;
            read(&api).await.expect("the third try");
            assert_eq!(calls.load(Ordering::SeqCst), 3);
        }
    }

    #[tokio::test]
    async fn a_limit_is_waited_for_as_long_as_it_says() {
        for fail in [
            || (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "9")], r#"{"retry_after":0.6}"#).into_response(),
            || (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "0.6")], "").into_response(),
        ] {
            let (api, calls) = door(1, fail).await;
            let begun = Instant::now();
            read(&api).await.expect("the second try");
            assert!(begun.elapsed() >= Duration::from_millis(600), "{:?}", begun.elapsed());
            assert_eq!(calls.load(Ordering::SeqCst), 2);
        }
    }

    #[tokio::test]
    async fn a_refusal_is_final_and_a_redirection_is_not_followed() {
        let (api, calls) = door(9, || (StatusCode::BAD_REQUEST, r#"{"code":40060}"#)).await;
        assert!(read(&api).await.expect_err("answered before").is_over());
        assert_eq!(calls.load(Ordering::SeqCst), 1);
        let (api, _) = door(9, || (StatusCode::UNAUTHORIZED, "")).await;
        assert!(read(&api).await.expect_err("a bad token").is_unauthorised());
        // Followed, it would fail to connect; kept, it is an answer that is no success.
        let (api, calls) = door(9, || (StatusCode::FOUND, [(LOCATION, "http://127.0.0.1:1/")])).await;
        assert!(matches!(read(&api).await, Err(ApiError::Refused { status: StatusCode::FOUND, .. })));
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_service_that_never_answers_is_given_up_in_time() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = Url::parse(&format!("http://{}", listener.local_addr().expect("an address"))).expect("an address");
        let api = Api::new(Some(&SecretString::new("t".to_owned())), Some(&url), Metrics::default()).expect("TLS");
        let begun = Instant::now();
        let error = read(&api).await.expect_err("silence");
        assert!(begun.elapsed() < Duration::from_secs(3), "{error}");
    }
}
