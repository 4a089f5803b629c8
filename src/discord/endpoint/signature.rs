//! Discord's signature over an interaction that comes over HTTP.
//!
//! The one idea: what was not signed by Discord's key, a short time ago, over exactly these bytes, is never read. Each
//! application has a key of its own, so the signature also tells which application is meant.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::{HeaderMap, HeaderName};
use data_encoding::HEXLOWER_PERMISSIVE;
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, VerifyingKey};

/// The signature, in hexadecimal digits.
const SIGNATURE: HeaderName = HeaderName::from_static("x-signature-ed25519");
/// When it was made, in seconds since 1970.
const TIMESTAMP: HeaderName = HeaderName::from_static("x-signature-timestamp");
/// So many seconds may lie between the timestamp and this machine's clock, either way. Discord itself gives an interaction up
/// after 3 seconds, so all of this is for clocks that go wrong; five minutes is what is customary for signed webhooks. An
/// interaction that is sent again within them gets the answer that it got before, and changes nothing.
const TOLERATED: u64 = 300;
/// Digits of a moment that this century can hold; more are no timestamp of Discord's.
const LONGEST: usize = 12;

/// Who signs: more than one key only while an application's key is being exchanged.
#[derive(Clone, Debug)]
pub(super) struct Signer(Vec<VerifyingKey>);

/// What the head of a request claims. The body decides whether it is true.
#[derive(Debug)]
pub(super) struct Claim {
    signature: Signature,
    /// The timestamp as sent: the beginning of what was signed.
    timestamp: Vec<u8>,
}

/// Why a request is not taken as Discord's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Unsigned {
    /// A header is not there.
    Missing,
    /// A header is not what it should be.
    Malformed,
    /// The timestamp is too far from now.
    Stale,
    /// The signature is not that of the key over the timestamp and the body.
    Wrong,
}

impl Unsigned {
    /// As the log, the metrics and the answer say it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "signature_missing",
            Self::Malformed => "signature_malformed",
            Self::Stale => "signature_stale",
            Self::Wrong => "signature_wrong",
        }
    }
}

impl Signer {
    pub(super) fn new(keys: Vec<VerifyingKey>) -> Self {
        Self(keys)
    }

    /// What was signed is the timestamp followed by the body, which must both stand in `signed`.
    pub(super) fn check(&self, claim: &Claim, signed: &[u8]) -> Result<(), Unsigned> {
        let is_signed = signed.starts_with(&claim.timestamp)
            && self.0.iter().any(|key| key.verify_strict(signed, &claim.signature).is_ok());
        is_signed.then_some(()).ok_or(Unsigned::Wrong)
    }
}

impl Claim {
    /// Reads the head of a request.
    pub(super) fn read(headers: &HeaderMap, now: SystemTime) -> Result<Self, Unsigned> {
        let header = |name| headers.get(name).ok_or(Unsigned::Missing);
        let (signature, timestamp) = (header(SIGNATURE)?, header(TIMESTAMP)?.as_bytes());
        let signature = HEXLOWER_PERMISSIVE.decode(signature.as_bytes()).map_err(|_| Unsigned::Malformed)?;
        let signature: [u8; SIGNATURE_LENGTH] = signature.try_into().map_err(|_| Unsigned::Malformed)?;
        let is_number = (1..=LONGEST).contains(&timestamp.len()) && timestamp.iter().all(u8::is_ascii_digit);
        let moment = std::str::from_utf8(timestamp).ok().filter(|_| is_number);
        let moment: u64 = moment.and_then(|digits| digits.parse().ok()).ok_or(Unsigned::Malformed)?;
        let now = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        if now.abs_diff(moment) > TOLERATED {
            return Err(Unsigned::Stale);
        }
        Ok(Self { signature: Signature::from_bytes(&signature), timestamp: timestamp.to_vec() })
    }

    /// The beginning of what was signed.
    pub(super) fn timestamp(&self) -> &[u8] {
        &self.timestamp
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::http::HeaderValue;
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;

    const NOW: u64 = 1_800_000_000;
    const BODY: &str = r#"{"type":1}"#;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn headers(signature: &str, timestamp: &str) -> HeaderMap {
        let value = |text: &str| HeaderValue::from_str(text).expect("a header");
        HeaderMap::from_iter([(SIGNATURE, value(signature)), (TIMESTAMP, value(timestamp))])
    }

    fn signed(key: &SigningKey, timestamp: &str, body: &str) -> String {
        HEXLOWER_PERMISSIVE.encode(&key.sign(format!("{timestamp}{body}").as_bytes()).to_bytes())
    }

    /// What becomes of a request.
    fn taken(headers: &HeaderMap, body: &str) -> Result<(), Unsigned> {
        let signer = Signer::new(vec![key(1).verifying_key(), key(2).verifying_key()]);
        let claim = Claim::read(headers, UNIX_EPOCH + Duration::from_secs(NOW))?;
        let all = [claim.timestamp(), body.as_bytes()].concat();
        signer.check(&claim, &all)
    }

    #[test]
    fn what_either_key_signed_now_is_taken() {
        for seed in [1, 2] {
            let now = NOW.to_string();
            let signature = signed(&key(seed), &now, BODY);
            assert_eq!(taken(&headers(&signature, &now), BODY), Ok(()));
            assert_eq!(taken(&headers(&signature.to_uppercase(), &now), BODY), Ok(()));
        }
    }

    #[test]
    fn what_another_key_signed_or_what_was_changed_is_refused() {
        let now = NOW.to_string();
        let good = signed(&key(1), &now, BODY);
        assert_eq!(taken(&headers(&signed(&key(3), &now, BODY), &now), BODY), Err(Unsigned::Wrong));
        assert_eq!(taken(&headers(&good, &now), r#"{"type":2}"#), Err(Unsigned::Wrong));
        assert_eq!(taken(&headers(&good, &now), ""), Err(Unsigned::Wrong));
        assert_eq!(taken(&headers(&good, &(NOW + 1).to_string()), BODY), Err(Unsigned::Wrong));
        // A digit that moves from the timestamp to the body leaves the signed bytes as they are.
        let shorter = NOW.to_string().get(..9).expect("digits").to_owned();
        assert_eq!(taken(&headers(&good, &shorter), &format!("0{BODY}")), Err(Unsigned::Stale));
    }

    #[test]
    fn what_is_old_or_from_the_future_is_refused() {
        for (offset, expected) in [(0, Ok(())), (TOLERATED, Ok(())), (TOLERATED + 1, Err(Unsigned::Stale))] {
            for moment in [NOW - offset, NOW + offset] {
                let moment = moment.to_string();
                assert_eq!(taken(&headers(&signed(&key(1), &moment, BODY), &moment), BODY), expected, "{moment}");
            }
        }
    }

    #[test]
    fn what_is_missing_or_malformed_is_refused() {
        let now = NOW.to_string();
        let good = signed(&key(1), &now, BODY);
        for name in [SIGNATURE, TIMESTAMP] {
            let mut without = headers(&good, &now);
            without.remove(name);
            assert_eq!(taken(&without, BODY), Err(Unsigned::Missing));
        }
        for signature in ["", "zz", good.split_at(2).1, &format!("{good}00"), &"g".repeat(128)] {
            assert_eq!(taken(&headers(signature, &now), BODY), Err(Unsigned::Malformed), "{signature}");
        }
        for timestamp in ["", "now", "-1", "+1800000000", "1800000000.0", " 1800000000", "99999999999999999999"] {
            let signature = signed(&key(1), timestamp, BODY);
            assert_eq!(taken(&headers(&signature, timestamp), BODY), Err(Unsigned::Malformed), "{timestamp}");
        }
    }
}
