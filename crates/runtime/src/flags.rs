//! `enum.Flag` and `enum.IntFlag`: sets of bits, some of which have names.
//!
//! Every bit that a member holds has a name of its own. Texts and limits are those of CPython 3.11 (`enum.py`, from 3.11.4 on).

use std::fmt::Formatter;

use crate::exc::{Exception, KeyError, value_error};
use crate::item::Item;
use crate::macros::raising_fns;
use crate::show::{Repr, py};
use crate::str::Str;

/// A Rust struct of the bits of a flag.
pub trait Flags: Item + PartialEq {
    /// `__name__` of the class.
    const NAME: &'static str;
    /// `__qualname__` of the class.
    const QUALNAME: &'static str;
    /// The members with their bits, in order of definition.
    const MEMBERS: &'static [(&'static str, i64)];
    /// Second names.
    const ALIASES: &'static [(&'static str, i64)] = &[];
    /// Whether bits without a name may be set: an `IntFlag`.
    const KEEPS: bool;

    /// The flag with these bits.
    fn of_bits(bits: i64) -> Self;

    /// `flag.value`.
    fn value(&self) -> i64;

    /// `flag.name`: the names of its bits, `None` where it has none.
    fn name(&self) -> Option<Str> {
        name::<Self>(self.value()).map(Str::from)
    }

    /// Python's `self is other`: there is one flag of each value.
    fn is(&self, other: &Self) -> bool {
        self.value() == other.value()
    }
}

/// The members of one bit.
fn singles<F: Flags>() -> impl DoubleEndedIterator<Item = &'static (&'static str, i64)> {
    F::MEMBERS.iter().filter(|(_, bits)| bits.count_ones() == 1)
}

fn mask<F: Flags>() -> i64 {
    singles::<F>().fold(0, |mask, (_, bits)| mask | bits)
}

fn name<F: Flags>(bits: i64) -> Option<String> {
    if let Some((name, _)) = F::MEMBERS.iter().find(|(_, own)| *own == bits) {
        return Some((*name).to_owned());
    }
    let mut names: Vec<String> =
        singles::<F>().filter(|(_, bit)| bits & bit != 0).map(|(name, _)| (*name).to_owned()).collect();
    let unknown = bits & !mask::<F>();
    if !names.is_empty() && unknown != 0 {
        names.push(unknown.to_string());
    }
    (!names.is_empty()).then(|| names.join("|"))
}

raising_fns! {
    /// `Class(value)`: the flag of these bits; of a negative value those that it leaves out.
    fn try_by_value / by_value[F: Flags](value: &i64) -> F {
        let (value, mask) = (i128::from(*value), i128::from(mask::<F>()));
        let all = (1 << bit_length(mask)) - 1;
        let is_within = (-all - 1..=all).contains(&value) && value & (all ^ mask) == 0;
        let bits = match value {
            _ if !is_within && !F::KEEPS => return Err(beyond::<F>(value, mask)),
            0.. => value,
            _ if is_within => value + all + 1,
            _ => value + (all + 1).max(1 << bit_length(value)),
        };
        match i64::try_from(bits) {
            Ok(bits) => Ok(F::of_bits(bits)),
            Err(_) => crate::int::overflow(),
        }
    }

    /// `Class[name]`.
    fn try_by_name / by_name[F: Flags](name: &Str) -> F {
        let found = F::MEMBERS.iter().chain(F::ALIASES).find(|(own, _)| *own == name.as_str());
        found.map(|(_, bits)| F::of_bits(*bits)).ok_or_else(|| Exception::with_arg(KeyError, name))
    }
}

/// `for member in Class`: those of one bit.
pub fn members<F: Flags>() -> impl DoubleEndedIterator<Item = F> {
    singles::<F>().map(|(_, bits)| F::of_bits(*bits))
}

/// What `Class(value)` raises where the value is no integer.
pub fn invalid<F: Flags, V: Repr + ?Sized>(value: &V) -> Exception {
    value_error(format!("{:?} is not a valid {}", py(value), F::QUALNAME))
}

fn beyond<F: Flags>(value: i128, mask: i128) -> Exception {
    let width = bit_length(value).max(bit_length(mask));
    let (given, allowed) = (digits(value, width), digits(mask, width));
    value_error(format!("<flag '{}'> invalid value {value}\n    given {given}\n  allowed {allowed}", F::NAME))
}

/// `value.bit_length()`.
fn bit_length(value: i128) -> u32 {
    128 - value.unsigned_abs().leading_zeros()
}

/// The bits of a value below its sign: `0b0 0111`, `0b1 0111`.
fn digits(value: i128, width: u32) -> String {
    let own = bit_length(value).max(1);
    let sign = if value < 0 { '1' } else { '0' };
    let bits = if value < 0 { value + (1 << own) } else { value };
    let text = format!("{bits:0own$b}", own = own as usize);
    let missing = (width as usize).saturating_sub(text.len());
    format!("0b{sign} {}{text}", sign.to_string().repeat(missing))
}

/// `<Class.NAME: value>`.
///
/// # Errors
/// The formatter's.
pub fn repr<F: Flags>(flag: &F, f: &mut Formatter<'_>) -> std::fmt::Result {
    match name::<F>(flag.value()) {
        Some(name) => write!(f, "<{}.{name}: {}>", F::NAME, flag.value()),
        None => write!(f, "<{}: {}>", F::NAME, flag.value()),
    }
}

/// `Class.NAME`, or `Class(value)` where it has no name.
///
/// # Errors
/// The formatter's.
pub fn str<F: Flags>(flag: &F, f: &mut Formatter<'_>) -> std::fmt::Result {
    match name::<F>(flag.value()) {
        Some(name) => f.pad(&format!("{}.{name}", F::NAME)),
        None => f.pad(&format!("{}({})", F::NAME, flag.value())),
    }
}
