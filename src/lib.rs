//! Answers a team's questions about what IOM does in the Maldives, from a sourced knowledge base.

pub mod answer;
pub mod cli;
pub mod discord;
pub mod knowledge;
pub mod message;
pub mod search;
pub mod service;
pub mod terminal;
pub mod text;
