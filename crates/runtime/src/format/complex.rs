//! Complex numbers: both parts by the same type and precision, the whole padded.

use super::real::format_parsed;
use super::spec::FormatSpec;
use super::{PyFormat, try_format_object};
use crate::complex::Complex;
use crate::exc::{Exception, value_error};

fn format_complex(value: Complex, spec: &str) -> Result<String, Exception> {
    if spec.is_empty() {
        return try_format_object(&value, "complex", spec);
    }
    let spec = FormatSpec::parse(spec, "complex", true)?;
    if spec.fill == Some('0') && spec.align == '=' {
        return Err(value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == '=' {
        return Err(value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let part = FormatSpec { width: 0, fill: None, align: '>', ..spec.clone() };
    let text = match (spec.kind, spec.precision) {
        (None, None) if spec.sign.is_none() && spec.grouping.is_none() => crate::py(&value).to_string(),
        (None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n'), _) => {
            let plain = spec.kind.is_none();
            let part = FormatSpec { kind: part.kind.or(Some('g')), ..part };
            let imag = FormatSpec { sign: Some('+'), ..part.clone() };
            let imag = format_parsed(value.imag, &imag, "complex")?;
            if plain && value.real == 0.0 && value.real.is_sign_positive() {
                let imag = FormatSpec { ..part };
                format!("{}j", format_parsed(value.imag, &imag, "complex")?)
            } else {
                let text = format!("{}{imag}j", format_parsed(value.real, &part, "complex")?);
                if plain { format!("({text})") } else { text }
            }
        }
        _ => return Err(spec.unknown("complex")),
    };
    let len = text.chars().count();
    Ok(spec.pad(text, len))
}

impl PyFormat for Complex {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        format_complex(*self, spec)
    }

    fn class_name(&self) -> &'static str {
        "complex"
    }
}
