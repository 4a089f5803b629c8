//! The line editor: completion menu, history, hints.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use reedline::{
    ColumnarMenu, DefaultHinter, Emacs, FileBackedHistory, KeyCode, KeyModifiers, MenuBuilder, Prompt, PromptEditMode,
    PromptHistorySearch, Reedline, ReedlineEvent, ReedlineMenu, Signal, default_emacs_keybindings,
};

use super::completer::KnowledgeCompleter;
use crate::search::Library;

/// As many lines as are remembered.
const HISTORY: usize = 1000;
const MENU: &str = "completion";
/// Between the prompt and what is typed, with the menu open or not.
const INDICATOR: &str = " ";

/// An editor that completes from the knowledge.
pub(super) fn new(library: Arc<Library>) -> Reedline {
    let mut keys = default_emacs_keybindings();
    let menu = ReedlineEvent::UntilFound(vec![ReedlineEvent::Menu(MENU.to_owned()), ReedlineEvent::MenuNext]);
    keys.add_binding(KeyModifiers::NONE, KeyCode::Tab, menu);
    keys.add_binding(KeyModifiers::SHIFT, KeyCode::BackTab, ReedlineEvent::MenuPrevious);
    // Names here are long: a line each, as wide as the terminal.
    let menu = ColumnarMenu::default().with_name(MENU).with_marker(INDICATOR).with_columns(1);
    let editor = Reedline::create()
        .with_completer(Box::new(KnowledgeCompleter { library }))
        .with_menu(ReedlineMenu::EngineCompleter(Box::new(menu)))
        .with_edit_mode(Box::new(Emacs::new(keys)))
        .with_ansi_colors(std::env::var_os("NO_COLOR").is_none())
        .with_hinter(Box::new(DefaultHinter::default()));
    // A conversation without a memory is still one.
    match history_file().and_then(|file| FileBackedHistory::with_file(HISTORY, file).ok()) {
        Some(history) => editor.with_history(Box::new(history)),
        None => editor,
    }
}

/// The next line; nothing at the end of the input.
pub(super) fn read_line(editor: &mut Reedline) -> io::Result<Option<String>> {
    loop {
        match editor.read_line(&Question)? {
            Signal::Success(line) if line.trim().is_empty() => {}
            Signal::Success(line) => {
                // A window that is closed loses no line; where none can be kept, the conversation goes on.
                let _ = editor.sync_history();
                return Ok(Some(line));
            }
            Signal::CtrlD => return Ok(None),
            // Ctrl-C drops the line, as in a shell.
            _ => {}
        }
    }
}

/// Where lines are remembered: `$XDG_STATE_HOME`, else `~/.local/state`.
fn history_file() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state"));
    let folder = state.filter(|folder| folder.is_absolute()).or_else(home)?.join("iom-maldives-bot");
    Some(folder.join("history"))
}

/// The prompt.
struct Question;

impl Prompt for Question {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        "?".into()
    }

    fn render_prompt_right(&self) -> Cow<'_, str> {
        "".into()
    }

    fn render_prompt_indicator(&self, _: PromptEditMode) -> Cow<'_, str> {
        INDICATOR.into()
    }

    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        "  ".into()
    }

    fn render_prompt_history_search_indicator(&self, search: PromptHistorySearch) -> Cow<'_, str> {
        format!("({}) ", search.term).into()
    }
}
