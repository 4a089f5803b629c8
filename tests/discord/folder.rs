//! A knowledge folder of a scene's own, changed as curators, editors and deployments change one.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::bot::KNOWLEDGE;

/// A copy of the knowledge of the tests, in a place that goes away with it.
pub(crate) struct Folder {
    place: TempDir,
    path: PathBuf,
}

impl Folder {
    /// An ordinary folder.
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("knowledge");
        copy(&path);
        Self { place, path }
    }

    /// Laid out as Kubernetes mounts a volume: each folder a link into `..data`, which is a link to the version of the day.
    pub(crate) fn mounted() -> Self {
        let folder = Self { path: PathBuf::new(), ..Self::new() };
        let path = folder.place.path().join("mount");
        fs::create_dir_all(&path).expect("a folder");
        let folder = Self { path, ..folder };
        folder.mounts("..first", &[]);
        for kind in ["facts", "glossary", "meetings", "organisations", "people"] {
            symlink(Path::new("..data").join(kind), folder.path().join(kind)).expect("a link");
        }
        folder
    }

    /// The folder itself a link to one of several versions.
    pub(crate) fn linked() -> Self {
        let folder = Self::new();
        let path = folder.place.path().join("current");
        symlink("knowledge", &path).expect("a link");
        Self { path, ..folder }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Beside the folder.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// As some editors write: over what is there.
    pub(crate) fn overwrites(&self, file: &str, entry: &Value) {
        fs::write(self.path.join(file), entry.to_string()).expect("a file");
    }

    /// As other editors write: aside, then in its place.
    pub(crate) fn replaces(&self, file: &str, entry: &Value) {
        let aside = self.path.join(".aside");
        fs::write(&aside, entry.to_string()).expect("a file");
        fs::rename(aside, self.path.join(file)).expect("in place");
    }

    /// As Kubernetes swaps a volume: a new version, a link to it, the link in place of the old one, the old version gone.
    pub(crate) fn mounts(&self, version: &str, facts: &[Value]) {
        let before = fs::read_link(self.path.join("..data")).ok();
        copy(&self.path.join(version));
        for fact in facts {
            let name = format!("{version}/facts/{}.json", fact["id"].as_str().expect("an id"));
            self.overwrites(&name, fact);
        }
        symlink(version, self.path.join("..data_tmp")).expect("a link");
        fs::rename(self.path.join("..data_tmp"), self.path.join("..data")).expect("in place");
        if let Some(before) = before {
            fs::remove_dir_all(self.path.join(before)).expect("the old version");
        }
    }
}

/// Lays the knowledge of the tests out in another place.
pub(crate) fn copy(to: &Path) {
    for file in WalkDir::new(KNOWLEDGE).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let place = to.join(file.path().strip_prefix(KNOWLEDGE).expect("below it"));
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::copy(file.path(), place).expect("a copy");
    }
}

/// A fact on a topic of its own.
pub(crate) fn fact(id: &str, title: &str, text: &str) -> Value {
    json!({ "id": id, "title": title, "text": text, "topic": "lagoon" })
}
