//! `struct`. A format that is a literal says the types of what is unpacked.

use super::LibraryModule;
use crate::ty::Atom;

pub(super) const STRUCT: LibraryModule = LibraryModule {
    name: "struct",
    rows: ROWS,
    by_code: &["error", "pack", "unpack", "unpack_from"],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
struct.calcsize(format: &str) -> nat ; !struct.error => structs::calcsize
";

/// More fields of several types than this have no tuple.
const MAX_FIELDS: usize = 12;

/// What a format unpacks to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructFields {
    /// A tuple of these.
    Each(Vec<Atom>),
    /// Many values of one type.
    Many(Atom),
}

/// The fields of a literal format; `None` for one that is wrong, or of too many types.
#[must_use]
pub fn struct_fields(format: &str) -> Option<StructFields> {
    let codes = format.strip_prefix(['<', '>', '=', '!', '@']).unwrap_or(format);
    let is_native = codes.len() == format.len() || format.starts_with('@');
    let (mut fields, mut digits) = (Vec::new(), String::new());
    for code in codes.chars() {
        if code.is_ascii_digit() {
            digits.push(code);
            continue;
        }
        if code.is_ascii_whitespace() && digits.is_empty() {
            continue;
        }
        let count = if digits.is_empty() { 1 } else { digits.parse::<u16>().ok()? };
        digits.clear();
        let (atom, count) = match code {
            'x' => continue,
            's' | 'p' => (Atom::Bytes, 1),
            'c' => (Atom::Bytes, count),
            '?' => (Atom::Bool, count),
            'B' | 'H' | 'I' => (Atom::Nat, count),
            'L' if !is_native => (Atom::Nat, count),
            'b' | 'h' | 'i' | 'l' | 'q' => (Atom::Int, count),
            'L' | 'Q' => (Atom::BigInt, count),
            'n' if is_native => (Atom::Int, count),
            'N' | 'P' if is_native => (Atom::BigInt, count),
            'e' | 'f' | 'd' => (Atom::Float, count),
            _ => return None,
        };
        fields.extend(std::iter::repeat_n(atom, usize::from(count)));
    }
    if !digits.is_empty() {
        return None;
    }
    match fields.first() {
        _ if fields.len() <= MAX_FIELDS => Some(StructFields::Each(fields)),
        Some(first) if fields.iter().all(|field| field == first) => Some(StructFields::Many(first.clone())),
        _ => None,
    }
}
