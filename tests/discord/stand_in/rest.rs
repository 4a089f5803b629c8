//! Discord's REST side: sockets, authorisation, checks of every body, rate limits and faults.
//!
//! The one idea: a request meets the same gates as at Discord, in the same order, before `routes` changes anything.

use std::convert::Infallible;
use std::io;
use std::rc::Rc;
use std::time::Instant;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::AUTHORIZATION;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::spawn_local;

use super::fault::{On, Then};
use super::world::Event;
use super::{Discord, ELSEWHERE, TOKEN, body, routes};

/// What a route answers: a status with a body, or nothing at 204.
pub(crate) type Answer = (u16, Value);

/// A request as read from its socket.
pub(crate) struct Call {
    /// In upper case.
    pub(crate) method: String,
    /// Without `/api/v10`, without a query.
    pub(crate) path: String,
    /// What stands behind `?`.
    pub(crate) query: String,
    /// The body, null where there is none.
    pub(crate) body: Value,
}

/// Serves REST until the runtime ends.
pub(crate) async fn serve(listener: TcpListener, discord: Rc<Discord>) {
    while let Ok((stream, _)) = listener.accept().await {
        spawn_local(connection(stream, Rc::clone(&discord)));
    }
}

async fn connection(stream: TcpStream, discord: Rc<Discord>) {
    let stream = stream.into_std().expect("a socket");
    let second_handle = stream.try_clone().and_then(TcpStream::from_std).expect("a socket has a second handle");
    let stream = TcpStream::from_std(stream).expect("a socket");
    let service = service_fn(|request| async {
        let answer = answer(request, Rc::clone(&discord)).await;
        if answer.is_err() {
            // The kernel then resets the connection instead of ending it in good order.
            second_handle.set_zero_linger()?;
        }
        answer
    });
    // An error here is a fault that was asked for, or the client hanging up; a real loss shows in what it waits for.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(request: Request<Incoming>, discord: Rc<Discord>) -> Result<Response<Full<Bytes>>, io::Error> {
    let authorised =
        request.headers().get(AUTHORIZATION).map(|value| value.as_bytes() == format!("Bot {TOKEN}").as_bytes());
    let (method, uri) = (request.method().to_string(), request.uri().clone());
    let bytes = request.into_body().collect().await.map_err(io::Error::other)?.to_bytes();
    let Some(path) = uri.path().strip_prefix("/api/v10") else {
        discord.shared.violation(format!("{method} {uri}: not below /api/v10"));
        return Ok(response(&(404, json!({ "code": 0, "message": "404: Not Found" }))).expect("JSON"));
    };
    let call = Call {
        method,
        path: path.to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        body: if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap_or(json!("not JSON")) },
    };
    let fault = discord.shared.change(|world| {
        let fault = world.faults.iter_mut().find(|fault| fault.times > 0 && fault.on.fits(path))?;
        fault.times -= 1;
        let then = fault.then;
        world.events.push(Event::Befallen);
        Some(then)
    });
    let note = |status| {
        discord.shared.note(Event::Request(call.method.clone(), call.path.clone(), status));
    };
    let reset = || io::Error::from(io::ErrorKind::ConnectionReset);
    let answer = match fault {
        Some(Then::Reset) => {
            note(0);
            return Err(reset());
        }
        Some(Then::ResetAfterwards) => {
            let (status, _) = gates(&discord, &call, authorised);
            discord.shared.note(Event::Request(call.method, format!("{} (answer lost)", call.path), status));
            return Err(reset());
        }
        Some(Then::Silence) => {
            note(0);
            std::future::pending::<Infallible>().await;
            return Err(reset());
        }
        Some(Then::Garbage) => {
            note(200);
            return Ok(Response::new(Full::new(Bytes::from_static(b"<html>?"))));
        }
        Some(Then::Redirect) => {
            note(302);
            let elsewhere = format!("http://{ELSEWHERE}/api/v10{}", call.path);
            let answer = Response::builder().status(302).header("location", elsewhere);
            return Ok(answer.body(Full::new(Bytes::new())).expect("HTTP"));
        }
        Some(Then::Html(status)) => {
            note(status);
            let page = Full::new(Bytes::from_static(b"<html><h1>Bad gateway</h1></html>"));
            return Ok(Response::builder()
                .status(status)
                .header("content-type", "text/html")
                .body(page)
                .expect("HTTP"));
        }
        Some(Then::Error(status, code)) => {
            (status, json!({ "code": code, "message": "The stand-in was told to refuse" }))
        }
        Some(Then::RateLimited(pause)) => {
            discord.shared.change(|world| world.not_before.insert(call.path.clone(), Instant::now() + pause));
            (
                429,
                json!({ "message": "You are being rate limited.", "retry_after": pause.as_secs_f64(), "global": false }),
            )
        }
        Some(Then::Slow(pause)) => {
            let answer = gates(&discord, &call, authorised);
            tokio::time::sleep(pause).await;
            answer
        }
        None => gates(&discord, &call, authorised),
    };
    note(answer.0);
    Ok(response(&answer).expect("JSON"))
}

/// Rate limits, authorisation, the body; then the route.
pub(super) fn gates(discord: &Discord, call: &Call, authorised: Option<bool>) -> Answer {
    let name = format!("{} {}", call.method, call.path);
    let early = discord
        .shared
        .look(|world| world.not_before.get(&call.path).and_then(|then| then.checked_duration_since(Instant::now())));
    if let Some(left) = early {
        discord.shared.violation(format!("{name}: asked again {left:?} before the 429 allowed it"));
    }
    let bare = On::Callback.fits(&call.path) || On::FollowUp.fits(&call.path);
    if authorised == Some(false) || (authorised.is_none() && !bare && !On::Gateway.fits(&call.path)) {
        return (401, json!({ "code": 0, "message": "401: Unauthorized" }));
    }
    let broken = body::broken_rules(call);
    if broken.is_empty() {
        return routes::carry_out(discord, call);
    }
    let answer = json!({ "code": 50035, "message": "Invalid Form Body", "errors": broken });
    for rule in broken {
        discord.shared.violation(format!("{name}: {rule}\n    in {}", call.body));
    }
    (400, answer)
}

fn response((status, body): &Answer) -> hyper::http::Result<Response<Full<Bytes>>> {
    let builder = Response::builder()
        .status(*status)
        .header("x-ratelimit-bucket", "stand-in")
        .header("x-ratelimit-limit", "50")
        .header("x-ratelimit-remaining", "49")
        .header("x-ratelimit-reset-after", "1.000");
    let builder = match body.get("retry_after") {
        Some(pause) => builder.header("retry-after", pause.to_string()).header("x-ratelimit-scope", "user"),
        None => builder,
    };
    if *status == 204 {
        return builder.body(Full::new(Bytes::new()));
    }
    builder.header("content-type", "application/json").body(Full::new(Bytes::from(body.to_string())))
}
