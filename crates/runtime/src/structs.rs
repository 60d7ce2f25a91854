//! `struct`: values as bytes of C's layouts.
//!
//! Sizes and alignments of `@` are those of 64-bit Linux.

use crate::bytes::{Bytes, Part};
use crate::exc::{Exception, OverflowError, StructError};
use crate::int::Int;
use crate::macros::raising_fns;
use crate::num::Num;
use crate::str::Str;

/// A value to pack.
#[derive(Clone)]
pub enum Field {
    /// An integer or a truth value.
    Int(Int),
    /// A float.
    Float(f64),
    /// Bytes.
    Bytes(Bytes),
    /// What no format takes.
    Other,
}

impl From<i64> for Field {
    fn from(value: i64) -> Self {
        Field::Int(Int::from(value))
    }
}

impl From<bool> for Field {
    fn from(value: bool) -> Self {
        Field::Int(Int::from(value))
    }
}

impl From<Int> for Field {
    fn from(value: Int) -> Self {
        Field::Int(value)
    }
}

impl From<f64> for Field {
    fn from(value: f64) -> Self {
        Field::Float(value)
    }
}

impl From<Num> for Field {
    fn from(value: Num) -> Self {
        match value {
            Num::Int(value) => Field::Int(value),
            Num::Float(value) => Field::Float(value),
        }
    }
}

impl From<Bytes> for Field {
    fn from(value: Bytes) -> Self {
        Field::Bytes(value)
    }
}

impl From<Str> for Field {
    fn from(_: Str) -> Self {
        Field::Other
    }
}

impl From<()> for Field {
    fn from((): ()) -> Self {
        Field::Other
    }
}

/// A field that was unpacked, as the type that its format has.
pub trait Unpack {
    /// The value of a field of this type.
    fn from_field(field: &Field) -> Self;
}

impl Unpack for i64 {
    fn from_field(field: &Field) -> Self {
        if let Field::Int(value) = field { value.narrow() } else { 0 }
    }
}

impl Unpack for () {
    fn from_field(_: &Field) -> Self {}
}

impl Unpack for Int {
    fn from_field(field: &Field) -> Self {
        if let Field::Int(value) = field { value.clone() } else { Int::ZERO }
    }
}

impl Unpack for bool {
    fn from_field(field: &Field) -> Self {
        matches!(field, Field::Int(value) if value.signum() != 0)
    }
}

impl Unpack for f64 {
    fn from_field(field: &Field) -> Self {
        if let Field::Float(value) = field { *value } else { 0.0 }
    }
}

impl Unpack for Bytes {
    fn from_field(field: &Field) -> Self {
        if let Field::Bytes(value) = field { value.clone() } else { Bytes::default() }
    }
}

/// Fields that were unpacked.
pub struct Unpacked(Vec<Field>);

impl Unpacked {
    /// The field at `at`.
    #[must_use]
    pub fn field<T: Unpack>(&self, at: usize) -> T {
        T::from_field(self.0.get(at).unwrap_or(&Field::Other))
    }

    /// All of them, where they have one type.
    #[must_use]
    pub fn all<T: Unpack + crate::Item>(&self) -> crate::Tuple<T> {
        self.0.iter().map(T::from_field).collect()
    }
}

/// How bytes are laid out.
#[derive(Clone, Copy)]
struct Order {
    is_big: bool,
    is_native: bool,
}

/// A format character with its count.
struct Code {
    code: u8,
    count: usize,
    size: usize,
    /// Bytes before it.
    padding: usize,
}

impl Code {
    /// How many bytes it takes, padding apart.
    fn len(&self) -> usize {
        self.size * self.count
    }

    /// How many values.
    fn n_values(&self) -> usize {
        match self.code {
            b'x' => 0,
            b's' | b'p' => 1,
            _ => self.count,
        }
    }
}

fn error(message: impl Into<String>) -> Exception {
    Exception::new(StructError, message.into())
}

fn size_of(code: u8, is_native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' if !is_native => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if is_native => 8,
        _ => return None,
    })
}

fn parse(format: &str) -> Result<(Order, Vec<Code>), Exception> {
    let bytes = format.as_bytes();
    let (order, rest) = match bytes.split_first() {
        Some((b'<' | b'=', rest)) => (Order { is_big: false, is_native: false }, rest),
        Some((b'>' | b'!', rest)) => (Order { is_big: true, is_native: false }, rest),
        Some((b'@', rest)) => (Order { is_big: false, is_native: true }, rest),
        _ => (Order { is_big: false, is_native: true }, bytes),
    };
    let (mut codes, mut at, mut offset) = (Vec::new(), 0, 0_usize);
    while at < rest.len() {
        if rest[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        while at < rest.len() && rest[at].is_ascii_digit() {
            at += 1;
        }
        let too_long = || error("total struct size too long");
        let count = match &rest[start..at] {
            [] => 1,
            digits => String::from_utf8_lossy(digits).parse::<u32>().map_err(|_| too_long())? as usize,
        };
        let Some(&code) = rest.get(at) else {
            return Err(error("repeat count given without format specifier"));
        };
        let size = size_of(code, order.is_native).ok_or_else(|| error("bad char in struct format"))?;
        let padding = if order.is_native { offset.next_multiple_of(size) - offset } else { 0 };
        let code = Code { code, count, size, padding };
        offset = offset.checked_add(padding + code.len()).ok_or_else(too_long)?;
        codes.push(code);
        at += 1;
    }
    Ok((order, codes))
}

fn total(codes: &[Code]) -> usize {
    codes.iter().map(|code| code.padding + code.len()).sum()
}

fn push(out: &mut Vec<u8>, bytes: &[u8], order: Order) {
    if order.is_big { out.extend(bytes.iter().rev()) } else { out.extend(bytes) }
}

/// The `size` low bytes of an integer, with Python's words for one that does not fit.
fn int_bytes(code: &Code, field: &Field, order: Order) -> Result<[u8; 8], Exception> {
    let Field::Int(value) = field else { return Err(error("required argument is not an integer")) };
    let is_signed = code.code.is_ascii_lowercase();
    let name = char::from(code.code);
    let out_of_range = || error("argument out of range");
    if code.size == 8 {
        let is_swapped = order.is_big && !order.is_native;
        let too_large = || if is_swapped { error("int too large to convert") } else { out_of_range() };
        return if is_signed {
            value.to_i64().map(i64::to_le_bytes).ok_or_else(too_large)
        } else {
            unsigned(value).map(u64::to_le_bytes).ok_or_else(too_large)
        };
    }
    let bits = 8 * code.size;
    let (least, most) = if is_signed {
        (-(1_i64 << (bits - 1)), (1_i64 << (bits - 1)) - 1)
    } else {
        (0, (1_i64 << bits) - 1)
    };
    let what = match (code.code, order.is_big) {
        (b'b', _) => "byte".to_owned(),
        (b'B', _) => "ubyte".to_owned(),
        (b'h', false) => "short".to_owned(),
        (b'H', false) => "ushort".to_owned(),
        _ => format!("'{name}'"),
    };
    let requires = || error(format!("{what} format requires {least} <= number <= {most}"));
    // Which of two conversions CPython takes decides about the message for what is far out of range.
    if matches!(code.code, b'I' | b'L') || (code.code == b'H' && order.is_big) {
        let value = unsigned(value).ok_or_else(out_of_range)?;
        return if value <= most.unsigned_abs() { Ok(value.to_le_bytes()) } else { Err(requires()) };
    }
    let value = value.to_i64().ok_or_else(out_of_range)?;
    if (least..=most).contains(&value) { Ok(value.to_le_bytes()) } else { Err(requires()) }
}

fn unsigned(value: &Int) -> Option<u64> {
    if let Some(small) = value.to_i64() {
        return u64::try_from(small).ok();
    }
    let half = value.floor_div(&Int::from(2_i64)).to_i64().filter(|half| *half >= 0)?;
    let last = u64::from((value & 1).signum() != 0);
    Some(half.unsigned_abs() << 1 | last)
}

fn float_of(field: &Field) -> Result<f64, Exception> {
    let not_float = || error("required argument is not a float");
    match field {
        Field::Float(value) => Ok(*value),
        Field::Int(value) => value.to_f64().ok_or_else(not_float),
        _ => Err(not_float()),
    }
}

fn too_large(name: char) -> Exception {
    Exception::new(OverflowError, format!("float too large to pack with {name} format"))
}

/// The half-precision float nearest to `value`, ties to even.
fn half_bits(value: f64) -> Option<u16> {
    let sign = if value.is_sign_negative() { 0x8000 } else { 0 };
    let size = value.abs();
    if value.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let (_, exponent) = crate::float::frexp(size);
    // Units of the last place: 2⁻²⁴ for the smallest numbers.
    let unit = (exponent - 11).max(-24);
    let mantissa = (size * 2_f64.powi(-unit)).round_ties_even() as u16;
    let bits =
        if unit == -24 { mantissa } else { (u16::try_from(unit + 24).ok()? << 10).checked_add(mantissa)? };
    (bits < 0x7c00).then_some(sign | bits)
}

fn half_value(bits: u16) -> f64 {
    let (exponent, mantissa) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => mantissa * 2_f64.powi(-24),
        0x1f if mantissa == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (mantissa + 1024.0) * 2_f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

fn pack_one(out: &mut Vec<u8>, code: &Code, field: &Field, order: Order) -> Result<(), Exception> {
    match code.code {
        b'c' => match field {
            Field::Bytes(bytes) if bytes.len() == 1 => out.extend(bytes.iter().map(|byte| byte as u8)),
            _ => return Err(error("char format requires a bytes object of length 1")),
        },
        b'?' => out.push(u8::from(match field {
            Field::Int(value) => value.signum() != 0,
            Field::Float(value) => *value != 0.0,
            Field::Bytes(bytes) => !bytes.is_empty(),
            Field::Other => crate::output::trap("the truth of a value of this type is not packed"),
        })),
        b'e' => {
            let bits = half_bits(float_of(field)?).ok_or_else(|| too_large('e'))?;
            push(out, &bits.to_le_bytes(), order);
        }
        b'f' => {
            let value = float_of(field)?;
            let narrow = value as f32;
            if narrow.is_infinite() && value.is_finite() {
                return Err(too_large('f'));
            }
            push(out, &narrow.to_le_bytes(), order);
        }
        b'd' => push(out, &float_of(field)?.to_le_bytes(), order),
        b's' | b'p' => {
            let Field::Bytes(bytes) = field else {
                let name = char::from(code.code);
                return Err(error(format!("argument for '{name}' must be a bytes object")));
            };
            let room = if code.code == b'p' { code.count.saturating_sub(1).min(255) } else { code.count };
            let start = out.len();
            let text = &bytes[..room.min(<[u8]>::len(bytes))];
            if code.code == b'p' && code.count > 0 {
                out.push(text.len() as u8);
            }
            out.extend(text);
            out.resize(start + code.count, 0);
        }
        _ => push(out, &int_bytes(code, field, order)?[..code.size], order),
    }
    Ok(())
}

fn unpack_one(code: &Code, bytes: &[u8], order: Order) -> Field {
    match code.code {
        b'c' | b's' => return Field::Bytes(Bytes::from(bytes)),
        b'p' => {
            let n = bytes.first().map_or(0, |&n| usize::from(n).min(bytes.len() - 1));
            return Field::Bytes(Bytes::from(bytes.get(1..=n).unwrap_or_default()));
        }
        _ => {}
    }
    let mut wide = [0; 8];
    for (place, &byte) in bytes.iter().enumerate() {
        wide[if order.is_big { code.size - 1 - place } else { place }] = byte;
    }
    let raw = u64::from_le_bytes(wide);
    match code.code {
        b'e' => Field::Float(half_value(raw as u16)),
        b'f' => Field::Float(f64::from(f32::from_bits(raw as u32))),
        b'd' => Field::Float(f64::from_bits(raw)),
        b'?' => Field::from(raw != 0),
        c if c.is_ascii_lowercase() => {
            let spare = 64 - 8 * code.size;
            Field::from((raw << spare).cast_signed() >> spare)
        }
        _ => Field::Int(Int::from(raw)),
    }
}

fn fields(order: Order, codes: &[Code], mut bytes: &[u8]) -> Unpacked {
    let mut out = Vec::new();
    for code in codes {
        bytes = &bytes[code.padding..];
        let (own, rest) = bytes.split_at(code.len());
        match code.code {
            b'x' => {}
            b's' | b'p' => out.push(unpack_one(code, own, order)),
            _ => out.extend(own.chunks(code.size).map(|bytes| unpack_one(code, bytes, order))),
        }
        bytes = rest;
    }
    Unpacked(out)
}

raising_fns! {
    /// `struct.calcsize(format)`.
    fn try_calcsize / calcsize(format: &str) -> i64 { Ok(total(&parse(format)?.1) as i64) }

    /// `struct.pack(format, *values)`.
    fn try_pack / pack(format: &str, values: &[Field]) -> Bytes {
        let (order, codes) = parse(format)?;
        let wanted: usize = codes.iter().map(Code::n_values).sum();
        if wanted != values.len() {
            let n = values.len();
            return Err(error(format!("pack expected {wanted} items for packing (got {n})")));
        }
        let (mut out, mut values) = (Vec::with_capacity(total(&codes)), values.iter());
        for code in &codes {
            out.resize(out.len() + code.padding, 0);
            if code.code == b'x' {
                out.resize(out.len() + code.count, 0);
            }
            for value in values.by_ref().take(code.n_values()) {
                pack_one(&mut out, code, value, order)?;
            }
        }
        Ok(Bytes::from(out))
    }

    /// `struct.unpack(format, buffer)`.
    fn try_unpack / unpack[P: Part](format: &str, buffer: &P) -> Unpacked {
        let (order, codes) = parse(format)?;
        let (bytes, wanted) = (buffer.part()?, total(&codes));
        if bytes.len() != wanted {
            return Err(error(format!("unpack requires a buffer of {wanted} bytes")));
        }
        Ok(fields(order, &codes, &bytes))
    }

    /// `struct.unpack_from(format, buffer, offset)`.
    fn try_unpack_from / unpack_from[P: Part](format: &str, buffer: &P, offset: i64) -> Unpacked {
        let (order, codes) = parse(format)?;
        let (bytes, wanted) = (buffer.part()?, total(&codes));
        let n = bytes.len();
        let from_end = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
        let start = if offset >= 0 {
            from_end
        } else if wanted > from_end {
            return Err(error(format!("not enough data to unpack {wanted} bytes at offset {offset}")));
        } else {
            let past = || error(format!("offset {offset} out of range for {n}-byte buffer"));
            n.checked_sub(from_end).ok_or_else(past)?
        };
        match bytes.get(start..).and_then(|bytes| bytes.get(..wanted)) {
            Some(own) => Ok(fields(order, &codes, own)),
            None => {
                let least = start.saturating_add(wanted);
                Err(error(format!(
                    "unpack_from requires a buffer of at least {least} bytes for unpacking {wanted} bytes at \
                     offset {start} (actual buffer size is {n})"
                )))
            }
        }
    }
}
