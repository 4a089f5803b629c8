//! The stand-in itself: a client written by hand meets the same rules as at Discord.

use std::time::Duration;

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, VerifyingKey};
use flate2::read::ZlibDecoder;
use futures_util::{SinkExt, StreamExt};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::spawn_local;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::scene::stage;
use super::stand_in::endpoint::public_key;
use super::stand_in::{APPLICATION, Discord, On, Order, TOKEN, Then, string};

struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Client {
    async fn dials(discord: &Discord) -> Self {
        let (status, answer) = rest(discord, "GET", "/gateway", Value::Null).await.expect("an answer");
        assert_eq!(status, 200);
        let (socket, _) = connect_async(answer["url"].as_str().expect("an address")).await.expect("a websocket");
        let mut client = Self { socket };
        assert_eq!(client.reads().await["op"], 10);
        client
    }

    async fn identifies(discord: &Discord, compress: bool) -> (Self, Value) {
        let mut client = Self::dials(discord).await;
        client.sends(json!({ "op": 2, "d": { "token": TOKEN, "intents": 4608, "compress": compress, "shard": [0, 1], "properties": {} } })).await;
        let ready = client.reads().await;
        assert_eq!(ready["t"], "READY");
        (client, ready["d"].clone())
    }

    async fn sends(&mut self, payload: Value) {
        self.socket.send(Message::Text(payload.to_string())).await.expect("an open socket");
    }

    /// The next payload; a close is given as its code.
    async fn reads(&mut self) -> Value {
        match self.socket.next().await {
            Some(Ok(Message::Text(text))) => serde_json::from_str(&text).expect("JSON"),
            Some(Ok(Message::Binary(bytes))) => {
                serde_json::from_reader(ZlibDecoder::new(bytes.as_slice())).expect("JSON")
            }
            Some(Ok(Message::Close(close))) => json!({ "closed": close.map(|frame| u16::from(frame.code)) }),
            other => json!({ "gone": other.is_none_or(|frame| frame.is_err()) }),
        }
    }
}

async fn rest(discord: &Discord, method: &str, path: &str, body: Value) -> Option<(u16, Value)> {
    let stream = TcpStream::connect(discord.rest).await.expect("the stand-in listens");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    spawn_local(connection);
    let body = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
    let request = Request::builder().method(method).uri(format!("/api/v10{path}")).header("host", "localhost");
    let request = request.header("authorization", format!("Bot {TOKEN}")).body(Full::new(body)).expect("a request");
    let response = sender.send_request(request).await.ok()?;
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.ok()?.to_bytes();
    Some((status, serde_json::from_slice(&bytes).unwrap_or(Value::Null)))
}

/// A list with one command, as this bot would register it.
fn commands() -> Value {
    let option = json!({ "type": 3, "name": "question", "description": "A question", "autocomplete": true });
    json!([{ "name": "ask", "description": "Asks", "contexts": [0, 1, 2], "integration_types": [0, 1], "options": [option] }])
}

fn answer() -> Value {
    json!({ "type": 4, "data": { "content": "Hello", "flags": 64, "allowed_mentions": { "parse": [] } } })
}

#[test]
fn an_interaction_is_answered_once_and_in_time() {
    stage(async || {
        let discord = Discord::start().await;
        let (mut client, _) = Client::identifies(&discord, false).await;
        let list = format!("/applications/{APPLICATION}/commands");
        assert_eq!(rest(&discord, "PUT", &list, commands()).await.expect("an answer").0, 200);
        let amina = discord.person("amina");
        let interaction = amina.begins("/ask", &[("question", string("who?"))]);
        let event = client.reads().await;
        assert_eq!(
            (&event["t"], &event["d"]["data"]["options"][0]["value"]),
            (&json!("INTERACTION_CREATE"), &json!("who?"))
        );
        let path = format!("/interactions/{interaction}/{}/callback", event["d"]["token"].as_str().expect("a token"));
        assert_eq!(rest(&discord, "POST", &path, answer()).await.expect("an answer").0, 204);
        let reply = amina.gets(&interaction).await;
        assert!(reply.is_private() && reply.text().contains("Hello"));
        let (status, error) = rest(&discord, "POST", &path, answer()).await.expect("an answer");
        assert_eq!((status, &error["code"]), (400, &json!(40060)));
        let (status, error) = rest(&discord, "POST", "/interactions/1/no/callback", answer()).await.expect("an answer");
        assert_eq!((status, &error["code"]), (404, &json!(10062)));
        assert_eq!(discord.shared.look(|world| world.violations.clone()), Vec::<String>::new());
    });
}

#[test]
fn compressed_payloads_and_heartbeats() {
    stage(async || {
        let discord = Discord::start().await;
        let (mut client, ready) = Client::identifies(&discord, true).await;
        assert_eq!(ready["user"]["id"], APPLICATION);
        client.sends(json!({ "op": 1, "d": 1 })).await;
        assert_eq!(client.reads().await["op"], 11);
        client.sends(json!({ "op": 77 })).await;
        assert_eq!(client.reads().await, json!({ "closed": 4001 }));
        assert_eq!(discord.shared.look(|world| world.violations.len()), 1);
    });
}

#[test]
fn a_resumed_session_gets_what_it_missed_once() {
    stage(async || {
        let discord = Discord::start().await;
        let (client, ready) = Client::identifies(&discord, false).await;
        discord.orders(Order::Reset);
        discord
            .until("the end of the connection", Duration::from_secs(2), |world| {
                world.connected().is_none().then_some(())
            })
            .await;
        drop(client);
        discord.dispatches("TYPING_START", &json!({ "missed": 1 }));
        let mut client = Client::dials(&discord).await;
        client.sends(json!({ "op": 6, "d": { "token": TOKEN, "session_id": ready["session_id"], "seq": 1 } })).await;
        assert_eq!(client.reads().await["d"], json!({ "missed": 1 }));
        assert_eq!(client.reads().await["t"], "RESUMED");
        client.sends(json!({ "op": 6, "d": { "token": TOKEN, "session_id": "unheard-of", "seq": 1 } })).await;
        assert_eq!(client.reads().await, json!({ "op": 9, "d": false, "s": null, "t": null }));
        let mut stranger = Client::dials(&discord).await;
        stranger.sends(json!({ "op": 2, "d": { "token": "another", "intents": 4608 } })).await;
        assert_eq!(stranger.reads().await, json!({ "closed": 4004 }));
    });
}

#[test]
fn faults_befall_as_many_requests_as_told() {
    stage(async || {
        let discord = Discord::start().await;
        discord.breaks(On::Gateway, Then::Error(500, 0), 1);
        assert_eq!(rest(&discord, "GET", "/gateway", Value::Null).await.expect("an answer").0, 500);
        assert_eq!(rest(&discord, "GET", "/gateway", Value::Null).await.expect("an answer").0, 200);
        discord.breaks(On::Gateway, Then::Reset, 1);
        assert_eq!(rest(&discord, "GET", "/gateway", Value::Null).await, None);
        discord.breaks(On::Any, Then::RateLimited(Duration::from_secs(5)), 1);
        let (status, body) = rest(&discord, "GET", "/gateway", Value::Null).await.expect("an answer");
        assert_eq!((status, &body["retry_after"]), (429, &json!(5.0)));
        rest(&discord, "GET", "/gateway", Value::Null).await;
        let broken = discord.shared.look(|world| world.violations.clone());
        assert!(broken.len() == 1 && broken[0].contains("before the 429 allowed it"), "{broken:?}");
    });
}

#[test]
fn interactions_are_posted_with_a_signature_and_the_response_is_the_answer() {
    stage(async || {
        let discord = Discord::start().await;
        discord.registers(commands());
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        discord.posts_to(listener.local_addr().expect("its address"));
        let amina = discord.person("amina");
        let interaction = amina.begins("/ask", &[("question", string("who?"))]);
        let (stream, _) = listener.accept().await.expect("Discord connects");
        let service = service_fn(async |request: Request<Incoming>| {
            let header = |name: &str| HEXLOWER.decode(request.headers()[name].as_bytes());
            let signature =
                Signature::from_slice(&header("x-signature-ed25519").expect("digits")).expect("a signature");
            let key = HEXLOWER.decode(public_key().as_bytes()).expect("digits").try_into().expect("32 bytes");
            let timestamp = request.headers()["x-signature-timestamp"].clone();
            let body = request.into_body().collect().await?.to_bytes();
            let signed = [timestamp.as_bytes(), &body].concat();
            VerifyingKey::from_bytes(&key).expect("a key").verify_strict(&signed, &signature).expect("Discord's own");
            let head = Response::builder().header("content-type", "application/json");
            Ok::<_, hyper::Error>(head.body(Full::new(Bytes::from(answer().to_string()))).expect("HTTP"))
        });
        let serving = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        let (_, reply) = tokio::join!(serving, amina.gets(&interaction));
        assert!(reply.is_private() && reply.text().contains("Hello"));
        assert_eq!(discord.shared.look(|world| world.answered("/callback")), [204]);
    });
}
