//! `int`, `float`, `math`, comparisons.

use portalis_rt::{Int, PyHash, builtins, compare, float, int, math};

use crate::{Answer, Arg, Args, shown, tried};

pub fn answer(op: &str, args: &Args) -> Answer {
    if let Some(name) = op.strip_prefix("int.") {
        return ints(name, args);
    }
    if let Some(name) = op.strip_prefix("float.") {
        return floats(name, args);
    }
    if let Some(name) = op.strip_prefix("math.") {
        return maths(name, args);
    }
    match op {
        "cmp" => {
            macro_rules! all {
                ($a:expr, $b:expr) => {{
                    let (a, b) = ($a, $b);
                    let order = (compare::eq(a, b), compare::lt(a, b), compare::gt(a, b));
                    shown(&(order.0, order.1, order.2, compare::le(a, b), compare::ge(a, b)))
                }};
            }
            match (args.get(0), args.get(1)) {
                (Arg::Int(a), Arg::Float(b)) => all!(a, b),
                (Arg::Float(a), Arg::Int(b)) => all!(a, b),
                _ => None,
            }
        }
        "sum" => shown(&builtins::sum_num(args.floats(0))),
        _ => None,
    }
}

/// Both representations must agree wherever the 64-bit one can answer.
fn both(big: Answer, small: Answer) -> Answer {
    let (Some(big_answer), Some(small_answer)) = (&big, &small) else { return big };
    let text = |answer: &Result<String, portalis_rt::Exception>| match answer {
        Ok(text) => text.clone(),
        Err(error) => error.summary(),
    };
    if text(big_answer) == text(small_answer) {
        return big;
    }
    Some(Ok(format!("i64 says {}, Int says {}", text(small_answer), text(big_answer))))
}

fn ints(name: &str, args: &Args) -> Answer {
    let a = || args.big(0);
    let b = || args.big(1);
    let fits = |answer: &Int| answer.to_i64().is_some();
    let small = || Some((args.small(0)?, args.small(1)?));
    match name {
        "add" => shown(&(a() + b())),
        "sub" => shown(&(a() - b())),
        "mul" => {
            let product = a() * b();
            let small = small().filter(|_| fits(&product)).and_then(|(a, b)| shown(&int::mul(a, b)));
            both(shown(&product), small)
        }
        "and" => shown(&(a() & b())),
        "or" => shown(&(a() | b())),
        "xor" => shown(&(a() ^ b())),
        "lt" => shown(&(a() < b())),
        "gcd" => shown(&math::big_gcd(&a(), &b())),
        "lcm" => shown(&math::big_lcm(&a(), &b())),
        "floordiv" => {
            let big = a().try_floor_div(&b());
            let small = match &big {
                Ok(quotient) if !fits(quotient) => None,
                _ => small().and_then(|(a, b)| tried(int::try_floor_div(a, b))),
            };
            both(tried(big), small)
        }
        "mod" => both(tried(a().try_modulo(&b())), small().and_then(|(a, b)| tried(int::try_modulo(a, b)))),
        "divmod" => {
            let big = a().try_divmod(&b());
            let small = match &big {
                Ok((quotient, _)) if !fits(quotient) => None,
                _ => small().and_then(|(a, b)| tried(int::try_divmod(a, b))),
            };
            both(tried(big), small)
        }
        "truediv" => {
            both(tried(a().try_true_div(&b())), small().and_then(|(a, b)| tried(int::try_true_div(a, b))))
        }
        "pow" => {
            let big = a().pow(&b());
            let small = small().filter(|_| fits(&big)).and_then(|(a, b)| shown(&int::pow(a, b)));
            both(shown(&big), small)
        }
        "powf" => tried(a().try_pow_float(&b())),
        "shl" => {
            let big = a().try_shl(&b());
            let small = match &big {
                Ok(shifted) if !fits(shifted) => None,
                _ => small().and_then(|(a, b)| tried(int::try_shl(a, b))),
            };
            both(tried(big), small)
        }
        "shr" => both(tried(a().try_shr(&b())), small().and_then(|(a, b)| tried(int::try_shr(a, b)))),
        "bin" => shown(&int::bin(a())),
        "oct" => shown(&int::oct(a())),
        "hex" => shown(&int::hex(a())),
        "hash" => both(shown(&a().py_hash()), args.small(0).and_then(|a| shown(&a.py_hash()))),
        "float" => tried(a().try_float()),
        "isqrt" => tried(math::try_int_isqrt(&a())),
        "log" => tried(math::try_log_int(&a())),
        "log2" => tried(math::try_log2_int(&a())),
        "log10" => tried(math::try_log10_int(&a())),
        "bit_length" => shown(&a().bit_length()),
        "bit_count" => shown(&a().bit_count()),
        "neg" => shown(&-a()),
        "inv" => shown(&!a()),
        "abs" => shown(&a().abs()),
        "str" => shown(&a().to_string()),
        "round" => shown(&int::big_round(&a(), args.i64(1))),
        "pow3" => {
            let big = a().try_pow_mod(&b(), &args.big(2));
            let small = match (args.small(0), args.small(1), args.small(2)) {
                (Some(a), Some(b), Some(m)) => tried(int::try_pow_mod(a, b, m)),
                _ => None,
            };
            both(tried(big), small)
        }
        "parse" => {
            let big = int::try_big_parse_base(args.text(0), args.i64(1));
            let small = match &big {
                Ok(value) if !fits(value) => None,
                _ if args.i64(1) == 10 => tried(int::try_parse(args.text(0))),
                _ => tried(int::try_parse_base(args.text(0), args.i64(1))),
            };
            both(tried(big), small)
        }
        _ => None,
    }
}

fn floats(name: &str, args: &Args) -> Answer {
    if name == "parse" {
        return tried(float::try_parse(args.text(0)));
    }
    let a = args.float(0);
    let b = || args.float(1);
    match name {
        "repr" => shown(&a),
        "hash" => shown(&a.py_hash()),
        "int" => tried(int::try_big_from_float(a)),
        "round0" => tried(float::try_round_int(a)),
        "round" => tried(float::try_round(a, args.i64(1))),
        "ratio" => tried(float::try_as_integer_ratio(a)),
        "hex" => shown(&float::hex(a)),
        "is_integer" => shown(&float::is_integer(a)),
        "floor" => tried(math::try_big_floor(a)),
        "ceil" => tried(math::try_big_ceil(a)),
        "trunc" => tried(math::try_big_trunc(a)),
        "floordiv" => tried(float::try_floor_div(a, b())),
        "mod" => tried(float::try_modulo(a, b())),
        "divmod" => tried(float::try_divmod(a, b())),
        "truediv" => tried(float::try_true_div(a, b())),
        "pow" => tried(float::try_pow(a, b())),
        _ => None,
    }
}

fn maths(name: &str, args: &Args) -> Answer {
    match name {
        "factorial" => return tried(math::try_big_factorial(args.i64(0))),
        "comb" => return tried(math::try_big_comb(args.i64(0), args.i64(1))),
        "perm" => return tried(math::try_big_perm(args.i64(0), args.i64(1))),
        "fsum" => return tried(math::try_fsum(args.floats(0).into_iter().map(Ok))),
        "hypotn" => return shown(&math::hypot(args.floats(0))),
        _ => {}
    }
    let a = args.float(0);
    let b = || args.float(1);
    match name {
        "sqrt" => tried(math::try_sqrt(a)),
        "exp" => tried(math::try_exp(a)),
        "log" => tried(math::try_log(a)),
        "log2" => tried(math::try_log2(a)),
        "log10" => tried(math::try_log10(a)),
        "sin" => tried(math::try_sin(a)),
        "cos" => tried(math::try_cos(a)),
        "tan" => tried(math::try_tan(a)),
        "asin" => tried(math::try_asin(a)),
        "acos" => tried(math::try_acos(a)),
        "atan" => tried(math::try_atan(a)),
        "sinh" => tried(math::try_sinh(a)),
        "cosh" => tried(math::try_cosh(a)),
        "tanh" => tried(math::try_tanh(a)),
        "asinh" => tried(math::try_asinh(a)),
        "acosh" => tried(math::try_acosh(a)),
        "atanh" => tried(math::try_atanh(a)),
        "expm1" => tried(math::try_expm1(a)),
        "log1p" => tried(math::try_log1p(a)),
        "exp2" => tried(math::try_exp2(a)),
        "cbrt" => tried(math::try_cbrt(a)),
        "gamma" => tried(math::try_gamma(a)),
        "lgamma" => tried(math::try_lgamma(a)),
        "erf" => shown(&math::erf(a)),
        "erfc" => shown(&math::erfc(a)),
        "degrees" => shown(&math::degrees(a)),
        "radians" => shown(&math::radians(a)),
        "frexp" => shown(&math::frexp(a)),
        "modf" => shown(&math::modf(a)),
        "ulp" => shown(&math::ulp(a)),
        "fabs" => shown(&math::fabs(a)),
        "pow" => tried(math::try_pow(a, b())),
        "fmod" => tried(math::try_fmod(a, b())),
        "remainder" => tried(math::try_remainder(a, b())),
        "atan2" => shown(&math::atan2(a, b())),
        "copysign" => shown(&math::copysign(a, b())),
        "nextafter" => shown(&math::nextafter(a, b())),
        "hypot" => shown(&math::hypot([a, b()])),
        _ => None,
    }
}
