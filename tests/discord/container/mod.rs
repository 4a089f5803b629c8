//! The image, run as an operator runs it: hardened, with the stand-in as its Discord, in a network that has loopback alone.
//!
//! The one idea: what is promised must hold of the image, and must be found missing where it is left out on purpose. `.ci/image`
//! builds the image, starts an engine within such a network, and runs these tests; elsewhere they are passed over.

mod bad_images;
mod endpoint;
mod engine;
mod promises;
mod serving;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};

use iom_maldives_bot::knowledge::Knowledge;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use tokio::time::timeout;

use super::deadlines::SCENE;
use super::enclosure;
use super::folder::Folder;
use super::stand_in::TOKEN;

/// The image under test.
fn image() -> String {
    std::env::var("IMAGE").expect("IMAGE names the image: `.ci/image` builds it")
}

/// The commit that it was built from.
fn commit() -> String {
    std::env::var("IMAGE_REVISION").expect("IMAGE_REVISION is the commit that IMAGE was built from")
}

/// Plays in the network that this process was started in, which must have loopback alone, and counts what tried to leave it.
fn stage(body: impl AsyncFnOnce()) {
    let links = fs::read_to_string("/proc/self/net/dev").expect("the kernel's list of links");
    let names: Vec<&str> = links.lines().skip(2).filter_map(|line| line.split(':').next()).map(str::trim).collect();
    assert_eq!(names, ["lo"], "this network has more than loopback: run `.ci/image`");
    let before = enclosure::attempts_outside();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let within = LocalSet::new().block_on(&runtime, async { timeout(SCENE, body()).await });
    assert!(within.is_ok(), "the scene took longer than {SCENE:?}");
    assert_eq!(enclosure::attempts_outside(), before, "something tried to leave loopback");
}

/// What an operator brings: the token in a file that nobody but the service may read, and the knowledge.
struct Mounts {
    folder: Folder,
    token: PathBuf,
}

impl Mounts {
    fn new() -> Self {
        Self::of(Folder::new())
    }

    fn of(folder: Folder) -> Self {
        let token = folder.beside("token");
        fs::write(&token, TOKEN).expect("a file");
        chown(&token, Some(65532), Some(65532)).expect("root may give files away");
        fs::set_permissions(&token, Permissions::from_mode(0o400)).expect("permissions");
        let place = token.parent().expect("a folder");
        fs::set_permissions(place, Permissions::from_mode(0o755)).expect("permissions");
        Self { folder, token }
    }

    fn knowledge(&self) -> &Path {
        self.folder.path()
    }
}

/// The version of the knowledge in a folder.
fn version_of(folder: &Path) -> String {
    Knowledge::load(folder).expect("sound knowledge").knowledge.version
}
