//! How wide integers are.

use std::str::FromStr;

/// How `int` is represented: for a whole program, or for what one statement assigns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IntMode {
    /// 64 bits where growth is bounded or linear, any size elsewhere.
    #[default]
    Auto,
    /// 64 bits also where values grow; overflow traps.
    I64,
    /// Any size wherever a value is computed.
    Big,
}

impl IntMode {
    /// The words that mean a value, for the command line and for comments.
    pub const WORDS: &'static [&'static str] = &["auto", "i64", "big"];

    /// The word that means it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            IntMode::Auto => "auto",
            IntMode::I64 => "i64",
            IntMode::Big => "big",
        }
    }
}

impl FromStr for IntMode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(IntMode::Auto),
            "i64" => Ok(IntMode::I64),
            "big" => Ok(IntMode::Big),
            _ => Err(format!("expected one of: {}", IntMode::WORDS.join(", "))),
        }
    }
}
