//! The table of diagnostic codes. Each has a page `docs/diagnostics/CODE.md` and a golden that triggers it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($code:ident $title:literal;)*) => {
        /// What a diagnostic is about. `PT01xx` is syntax, `PT02xx` unsupported constructs, `PT03xx` types and
        /// names, `PT04xx` representation, `PT05xx` warnings about code that runs but always raises.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $title] $code,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// A line that says what the code means.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Code::$code => $title,)* }
            }

            /// `PT0203`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            /// The long text for `portalisc explain`.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self {
                    $(Code::$code => include_str!(concat!("../../../docs/diagnostics/", stringify!($code), ".md")),)*
                }
            }
        }
    };
}

codes! {
    PT0101 "syntax error";
    PT0102 "source is not valid UTF-8";
    PT0103 "source is nested too deeply";
    PT0104 "source is too large";
    PT0105 "scoping error";
    PT0106 "comment for the compiler not understood";
    PT0201 "statement not supported";
    PT0202 "expression not supported";
    PT0203 "feature of functions not supported";
    PT0204 "feature of classes not supported";
    PT0205 "pattern not supported";
    PT0301 "module not supported";
    PT0302 "attribute or function of a module not supported";
    PT0303 "builtin not supported";
    PT0304 "method of a builtin type not supported";
    PT0305 "operation not supported for these types";
    PT0306 "type not known";
    PT0307 "name is never defined";
    PT0401 "value cannot be represented";
    PT0402 "call shape not supported";
    PT0403 "public function of a library not exported";
    PT0501 "operation always raises";
    PT0502 "argument has another type than its annotation";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Code::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(text)).ok_or(())
    }
}
