//! The body of a request, read within limits.
//!
//! The one idea: a body is small, comes quickly and as it is, or it is not read to its end; what a client that does otherwise
//! can hold is named here.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::BodyExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Bytes of a body. The longest interactions carry a message: its content, embeds and components are some 20,000 characters by
/// Discord's own limits, which escaped in JSON are 120 KB; the rest is for addresses and for what is yet to come.
pub(super) const LARGEST: usize = 256 << 10;
/// Bytes of all bodies in hand together: thousands of real ones, and what strangers can make the service hold.
const ALL: usize = 16 << 20;
/// Memory is counted in such pieces, of which each body takes at least one.
const PIECE: usize = 1 << 10;
/// What is read and thrown away of a body that is too large, so that its sender reads the refusal instead of a reset.
const DISCARDED: usize = 16 << 20;
/// From the end of the head to the end of the body. Discord wants the answer within 3 s, so what is slower was given up.
const IN_TIME: Duration = Duration::from_millis(2500);

/// Why a body was not read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Unread {
    /// It is longer than `LARGEST`.
    TooLarge,
    /// It did not come in time.
    TooSlow,
    /// It ended before its end, or is not framed as HTTP wants it.
    Broken,
}

/// Whether the head says that the body is JSON as it stands. A head that says nothing is believed: the signature tells.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let says = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?").trim().to_ascii_lowercase());
    let is_plain = says(CONTENT_ENCODING).is_none_or(|coding| coding == "identity");
    let kind = says(CONTENT_TYPE);
    is_plain && kind.is_none_or(|kind| kind.split(';').next().is_some_and(|kind| kind.trim_end() == "application/json"))
}

/// Room for bodies.
#[derive(Clone, Debug)]
pub(super) struct Room(Arc<Semaphore>);

impl Room {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(ALL / PIECE)))
    }

    /// Room for the body that this head announces, or the most that one may take; nothing where too many are in hand.
    pub(super) fn for_body(&self, headers: &HeaderMap) -> Option<OwnedSemaphorePermit> {
        let announced = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
        let pieces = announced.unwrap_or(LARGEST).clamp(1, LARGEST).div_ceil(PIECE);
        Arc::clone(&self.0).try_acquire_many_owned(u32::try_from(pieces).ok()?).ok()
    }
}

/// The body, appended to these bytes.
pub(super) async fn read(body: Body, onto: Vec<u8>) -> Result<Vec<u8>, Unread> {
    timeout(IN_TIME, appended(body, onto)).await.unwrap_or(Err(Unread::TooSlow))
}

async fn appended(mut body: Body, mut onto: Vec<u8>) -> Result<Vec<u8>, Unread> {
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let Ok(part) = frame.map_err(|_| Unread::Broken)?.into_data() else { continue };
        length += part.len();
        if length <= LARGEST {
            onto.extend_from_slice(&part);
        } else if length > DISCARDED {
            break;
        }
    }
    if length > LARGEST { Err(Unread::TooLarge) } else { Ok(onto) }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[tokio::test]
    async fn a_body_is_appended_up_to_the_limit() {
        let read = async |length| read(Body::from(vec![b'a'; length]), b"1800000000".to_vec()).await;
        assert_eq!(read(3).await, Ok(b"1800000000aaa".to_vec()));
        assert_eq!(read(LARGEST).await.map(|all| all.len()), Ok(LARGEST + 10));
        assert_eq!(read(LARGEST + 1).await, Err(Unread::TooLarge));
        assert_eq!(read(DISCARDED * 2).await, Err(Unread::TooLarge));
    }

    #[test]
    fn memory_for_bodies_is_bounded_and_small_ones_find_room() {
        let room = Room::new();
        let announced = |length: usize| HeaderMap::from_iter([(CONTENT_LENGTH, HeaderValue::from(length))]);
        let small: Vec<_> = (0..2000).map_while(|_| room.for_body(&announced(3000))).collect();
        assert_eq!(small.len(), 2000);
        drop(small);
        for headers in [announced(usize::MAX), HeaderMap::new()] {
            let large: Vec<_> = (0..2000).map_while(|_| room.for_body(&headers)).collect();
            assert_eq!(large.len(), ALL / LARGEST);
            assert!(room.for_body(&announced(0)).is_none());
        }
        assert!(room.for_body(&announced(0)).is_some());
    }

    #[test]
    fn json_is_json_and_nothing_else_is() {
        let says = |name, value| is_json(&HeaderMap::from_iter([(name, HeaderValue::from_static(value))]));
        assert!(is_json(&HeaderMap::new()));
        for kind in ["application/json", "Application/JSON; charset=utf-8"] {
            assert!(says(CONTENT_TYPE, kind), "{kind}");
        }
        for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
            assert!(!says(CONTENT_TYPE, kind), "{kind}");
        }
        assert!(says(CONTENT_ENCODING, "identity") && !says(CONTENT_ENCODING, "gzip"));
    }
}
