//! The service as people and Discord meet it: the built binary against a stand-in for Discord, through real sockets.
//!
//! The one idea: every test is a scene that reads as a dialogue, and every scene ends on the same questions (`scene`).

mod bot;
mod deadlines;
mod enclosure;
mod hand_client;
mod scene;
mod stand_in;
