//! What the file system tells of the knowledge folder.
//!
//! The one idea: it only wakes whoever looks. It is watched anew before each reading, because links and folders may lead
//! elsewhere by then; and the folder above is watched as well, where the folder itself may be replaced.

use std::path::{Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Bell, LOOK_OFTEN};

/// A watched folder.
pub(super) struct Watch {
    /// Absolute, as the paths in events are.
    folder: PathBuf,
    bell: Bell,
    watcher: Option<RecommendedWatcher>,
    /// What was said last of whether it can be watched.
    said: Option<bool>,
}

impl Watch {
    pub(super) fn new(folder: PathBuf, bell: Bell) -> Self {
        // Only without a working directory is there no absolute path; then it is looked at instead.
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        Self { folder, bell, watcher: None, said: None }
    }

    /// Watches what is there now.
    pub(super) fn renew(&mut self) {
        let watched = self.watch();
        let is_watched = watched.is_ok();
        match watched {
            Ok(()) if self.said != Some(true) => tracing::info!("the knowledge folder is watched"),
            Err(error) if self.said != Some(false) => {
                let look_s = LOOK_OFTEN.as_secs();
                tracing::warn!(%error, look_s, "the knowledge folder cannot be watched, it is looked at instead");
            }
            _ => {}
        }
        self.said = Some(is_watched);
    }

    /// Whether the file system tells of changes.
    pub(super) fn tells(&self) -> bool {
        self.said == Some(true)
    }

    fn watch(&mut self) -> notify::Result<()> {
        let (folder, bell) = (self.folder.clone(), self.bell.clone());
        let mut watcher = notify::recommended_watcher(move |told: notify::Result<Event>| {
            if concerns(&told, &folder) {
                bell.ring();
            }
        })?;
        if let Some(above) = self.folder.parent() {
            // Where it may not be watched, the folder itself still may.
            let _ = watcher.watch(above, RecursiveMode::NonRecursive);
        }
        let result = watcher.watch(&self.folder, RecursiveMode::Recursive);
        // The one before is let go only now, so that nothing is missed between both.
        self.watcher = Some(watcher);
        result
    }
}

/// Whether something may have changed below the folder. To read is to be told of as well, and no change; what is beside the
/// folder is no concern.
fn concerns(told: &notify::Result<Event>, folder: &Path) -> bool {
    match told {
        Ok(event) if event.need_rescan() => true,
        Ok(Event { kind: EventKind::Access(_), .. }) => false,
        Ok(event) => event.paths.is_empty() || event.paths.iter().any(|path| path.starts_with(folder)),
        Err(_) => true,
    }
}
