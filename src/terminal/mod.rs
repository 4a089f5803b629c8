//! The terminal: answers, suggestions, reports and mistakes as text, and the conversation.

pub mod chat;
pub mod mistakes;
mod picks;
mod render;
mod report;
mod screen;

use render::plain;
pub use render::{rendered, rendered_suggestions};
pub use report::rendered_report;
pub use screen::Screen;
