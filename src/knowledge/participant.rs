//! Reading a participant: a text or an object, without trying one after the other.
//!
//! The one idea: names repeat over the meetings of a year, so a name that was read before is not kept a second time.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::entry::{Participant, ParticipantDetail};

thread_local! {
    /// The names read by this thread since `forget_names`.
    static NAMES: RefCell<HashSet<Arc<str>, FxBuildHasher>> = RefCell::default();
}

/// Gives back what was kept to recognise names; those in entries stay.
pub(super) fn forget_names() {
    NAMES.take();
}

fn kept_once(name: &str) -> Arc<str> {
    NAMES.with_borrow_mut(|names| {
        if let Some(known) = names.get(name) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(name);
        names.insert(Arc::clone(&new));
        new
    })
}

impl<'de> Deserialize<'de> for Participant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrObject)
    }
}

struct TextOrObject;

impl<'de> Visitor<'de> for TextOrObject {
    type Value = Participant;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name, or an object with `person`, `organisation` and `role`")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Participant, E> {
        Ok(Participant::Named(kept_once(name)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Participant, A::Error> {
        ParticipantDetail::deserialize(MapAccessDeserializer::new(map)).map(Box::new).map(Participant::Detailed)
    }
}
