//! How long the tests wait, each with its reason. A wait ends as soon as what it waits for has happened.

use std::time::Duration;

/// Discord gives an interaction up after this.
pub(crate) const ACKNOWLEDGED: Duration = Duration::from_secs(3);
/// A process that reads its knowledge, registers its commands and identifies, on a machine that compiles beside it.
pub(crate) const STARTED: Duration = Duration::from_secs(30);
/// What the product promises for SIGTERM, whatever the other side does.
pub(crate) const STOPPED: Duration = Duration::from_secs(8);
/// An answer to a message in a channel, which Discord does not limit.
pub(crate) const ANSWERED: Duration = Duration::from_secs(10);
/// A lost session, another connection, and the pause before a new session that the library keeps (4 to 5 s).
pub(crate) const RECOVERED: Duration = Duration::from_secs(20);
/// After the empty close frame that freezes the library: the bot must notice, and answer again.
pub(crate) const THAWED: Duration = Duration::from_secs(30);
/// A change of the knowledge: it comes to rest, is read, and is asked for, on a machine that compiles beside it. Less than the
/// 30 s after which the folder is looked at whatever the file system told, so that a change that was told of shows.
pub(crate) const RELOADED: Duration = Duration::from_secs(20);
/// A change that the file system did not tell of: the next look, then the reading.
pub(crate) const LOOKED_AT: Duration = Duration::from_mins(1);
/// An HTTP client that does not finish the head of its request.
pub(crate) const LET_GO: Duration = Duration::from_secs(5);
/// A process that cannot start says so and ends.
pub(crate) const REFUSED_TO_START: Duration = Duration::from_secs(15);
/// Between two looks at something that cannot be waited for: a port of the service, or the kernel's tables.
pub(crate) const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// A whole scene; beyond it a wait is missing its own deadline.
pub(crate) const SCENE: Duration = Duration::from_secs(150);
