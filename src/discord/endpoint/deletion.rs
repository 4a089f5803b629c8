//! Taking an answer away, which the body of a response cannot say.
//!
//! The one idea: the press is acknowledged in the response; the deletion follows as a call of its own, by the interaction's token,
//! which needs no bot. It is the only connection that answering ever opens, so nothing for it is set up before it is wanted.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serenity::http::{LightMethod, Route};
use serenity::model::id::ApplicationId;
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::discord::api::{Api, ApiError, Patience};
use crate::discord::dispatch::{DELETE, done};
use crate::discord::incoming::Interaction;
use crate::service::Metrics;
use crate::service::configuration::EndpointConfiguration;

/// Discord knows nothing of the interaction until it has read the response, so the first call waits a little, and one that came
/// too early is made again.
const PAUSES: [Duration; 4] =
    [Duration::from_millis(300), Duration::from_millis(700), Duration::from_secs(1), Duration::from_secs(2)];
/// As many deletions as are in hand at once; whoever pressed then can press again.
const IN_HAND: usize = 64;
/// What is in hand at the end may take so long.
const FINISHING: Duration = Duration::from_secs(2);

/// Deletions in hand, and the door through which they go.
#[derive(Clone)]
pub(super) struct Deletions(Arc<Inner>);

struct Inner {
    configuration: EndpointConfiguration,
    metrics: Metrics,
    api: OnceCell<Api>,
    room: Arc<Semaphore>,
    tasks: Mutex<JoinSet<()>>,
}

impl Deletions {
    pub(super) fn new(configuration: &EndpointConfiguration, metrics: Metrics) -> Self {
        Self(Arc::new(Inner {
            configuration: configuration.clone(),
            metrics,
            api: OnceCell::new(),
            room: Arc::new(Semaphore::new(IN_HAND)),
            tasks: Mutex::default(),
        }))
    }

    /// The door to Discord, made when it is first wanted.
    pub(super) async fn door(&self) -> Result<&Api, ApiError> {
        let EndpointConfiguration { token, api_url, .. } = &self.0.configuration;
        self.0
            .api
            .get_or_try_init(|| async { Api::new(token.as_ref(), api_url.as_ref(), self.0.metrics.clone()) })
            .await
    }

    /// Deletes the message whose button was pressed.
    pub(super) fn begin(&self, interaction: &Interaction) {
        let Ok(place) = Arc::clone(&self.0.room).try_acquire_owned() else {
            self.0.metrics.dropped("crowded", 1);
            tracing::warn!(in_flight = IN_HAND, "an event was dropped, too many answers are on their way");
            return;
        };
        let (deletions, application, token) = (self.clone(), interaction.application, interaction.token.clone());
        let mut tasks = self.0.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            let started = Instant::now();
            let result = deletions.delete(application, &token).await;
            done(&deletions.0.metrics, DELETE, None, started, &result);
            drop(place);
        });
    }

    async fn delete(&self, application: u64, token: &str) -> Result<(), ApiError> {
        let api = self.door().await?;
        let route =
            Route::WebhookOriginalInteractionResponse { application_id: ApplicationId::new(application.max(1)), token };
        let mut result = Ok(());
        for pause in PAUSES {
            sleep(pause).await;
            result = api.send(route, LightMethod::Delete, None, Patience::MESSAGE).await;
            if !result.as_ref().is_err_and(ApiError::is_too_early) {
                break;
            }
        }
        result
    }

    /// Waits for those in hand.
    pub(super) async fn finish(&self) {
        let mut tasks = std::mem::take(&mut *self.0.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        let all = async { while tasks.join_next().await.is_some() {} };
        if timeout(FINISHING, all).await.is_err() {
            tracing::warn!(answers = tasks.len(), "answers were given up at the end");
        }
    }
}
