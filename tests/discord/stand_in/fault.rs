//! What goes wrong on the REST side, on purpose.

use std::time::Duration;

/// Which requests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum On {
    /// `GET /gateway` and `GET /gateway/bot`.
    Gateway,
    /// The registration of commands.
    Commands,
    /// The first answer to an interaction.
    Callback,
    /// What follows it: edits, deletions and further messages of an interaction.
    FollowUp,
    /// Messages in channels.
    ChannelMessage,
    /// Every request.
    Any,
}

impl On {
    /// Whether this path, without `/api/v10`, is meant.
    pub(crate) fn fits(self, path: &str) -> bool {
        match self {
            Self::Gateway => path.starts_with("/gateway"),
            Self::Commands => path.ends_with("/commands"),
            Self::Callback => path.ends_with("/callback"),
            Self::FollowUp => path.starts_with("/webhooks/"),
            Self::ChannelMessage => path.starts_with("/channels/"),
            Self::Any => true,
        }
    }
}

/// How.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Then {
    /// This status with Discord's own error code, and no effect.
    Error(u16, u64),
    /// A status from a proxy in front of Discord: not JSON, and no effect.
    Html(u16),
    /// 429 for so long.
    RateLimited(Duration),
    /// Carried out and answered so much later.
    Slow(Duration),
    /// The connection is reset before anything is done.
    Reset,
    /// Carried out, then the connection is reset: the client cannot know.
    ResetAfterwards,
    /// Never answered.
    Silence,
    /// 302 to an address that is not the stand-in's.
    Redirect,
    /// 200 with something that is not JSON.
    Garbage,
}

/// One fault: it befalls so many requests, then is over.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Which requests.
    pub(crate) on: On,
    /// How.
    pub(crate) then: Then,
    /// How many are left.
    pub(crate) times: usize,
}
