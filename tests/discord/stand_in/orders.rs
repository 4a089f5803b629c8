//! What a connection does when the test orders it: every way in which a connection can end or go wrong.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::io::AsyncWriteExt;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::gateway::{Connection, Next};
use super::session::Order;
use super::world::Event;

/// How long a closed connection waits for the client's own close.
const LINGERS: Duration = Duration::from_secs(2);

impl Connection {
    /// Does what the test told it.
    pub(super) async fn order(&mut self, order: Order) -> Next {
        if !matches!(order, Order::Send(_)) {
            self.discord.shared.note(Event::Obeyed(self.number));
        }
        let result = match order {
            Order::Send(payload) => self.send(&payload).await,
            Order::Raw(text) => self.socket.send(Message::Text(text)).await,
            Order::RawBinary(bytes) => self.socket.send(Message::Binary(bytes)).await,
            Order::StopAcknowledging => {
                self.acknowledges = false;
                Ok(())
            }
            Order::Freeze => return Next::Freeze,
            Order::Close(code) => return self.close(code).await,
            Order::EmptyClose { end_of_stream } => {
                let _ = self.socket.send(Message::Close(None)).await;
                if end_of_stream {
                    let _ = self.socket.get_mut().shutdown().await;
                }
                self.drain(Duration::from_hours(1)).await;
                return Next::End;
            }
            Order::EndOfStream => {
                let _ = self.socket.get_mut().shutdown().await;
                self.drain(LINGERS).await;
                return Next::End;
            }
            Order::Reset => {
                let _ = self.socket.get_ref().set_zero_linger();
                return Next::End;
            }
        };
        if result.is_ok() { Next::GoOn } else { Next::End }
    }

    /// Closes with a code, and waits for the client's own close.
    pub(super) async fn close(&mut self, code: u16) -> Next {
        let frame = CloseFrame { code: CloseCode::from(code), reason: "said by the stand-in".into() };
        let _ = self.socket.send(Message::Close(Some(frame))).await;
        self.drain(LINGERS).await;
        Next::End
    }

    /// Reads on without answering until the client ends the connection.
    async fn drain(&mut self, longest: Duration) {
        let reading = async { while self.socket.next().await.is_some_and(|frame| frame.is_ok()) {} };
        let _ = tokio::time::timeout(longest, reading).await;
    }
}
