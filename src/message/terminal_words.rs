//! Words of the terminal.
