//! How many arguments the builtin functions and methods take, and what CPython says of other numbers of them.
//!
//! Each way of passing arguments in C has its own messages. Those that take keywords are not here: a wrong call of one is
//! refused.
//!
//! Source: each function of CPython 3.11 called with none to seven arguments.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A way of passing arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `METH_NOARGS`.
    None,
    /// `METH_O`.
    One,
    /// `_PyArg_CheckPositional`.
    Checked,
    /// `PyArg_ParseTuple`.
    Parsed,
}

const MANY: usize = usize::MAX;

/// What CPython's `TypeError` says of a call of `name` with so many positional arguments and these keywords; `None` where
/// they fit, or nothing is known.
#[must_use]
pub fn wrong_call(name: &str, n_given: usize, keywords: &[&str]) -> Option<String> {
    match (name, n_given) {
        ("int", 0) if keywords == ["base"] => return Some("int() missing string argument".to_owned()),
        ("collections.Counter", 2..) => {
            let n_given = n_given + 1;
            return Some(format!(
                "Counter.__init__() takes from 1 to 2 positional arguments but {n_given} were given"
            ));
        }
        _ => {}
    }
    let (style, least, most) = arity(name)?;
    if !keywords.is_empty() {
        return Some(format!("{name}() takes no keyword arguments"));
    }
    if (least..=most).contains(&n_given) {
        return None;
    }
    let (bound, n) = match (least == most, n_given < least) {
        (true, _) => (Bound::Exactly, least),
        (false, true) => (Bound::AtLeast, least),
        (false, false) => (Bound::AtMost, most),
    };
    Some(message(style, name, bound, n, &n_given.to_string()))
}

/// How many arguments a function takes that takes neither more nor fewer, and what CPython says of `{}` of them.
#[must_use]
pub fn fixed_arity(name: &str) -> Option<(usize, String)> {
    let (style, least, most) = arity(name)?;
    let is_fixed = least == most && matches!(style, Style::One | Style::Checked);
    is_fixed.then(|| (least, message(style, name, Bound::Exactly, least, "{}")))
}

/// How a function says that a call is wrong, and how many arguments it takes.
fn arity(name: &str) -> Option<(Style, usize, usize)> {
    static BY_NAME: LazyLock<FxHashMap<&str, (Style, usize, usize)>> = LazyLock::new(|| {
        let mut by_name = FxHashMap::default();
        for &(style, least, most, names) in ARITIES {
            for name in names.split(' ') {
                by_name.entry(name).or_insert((style, least, most));
            }
        }
        by_name
    });
    BY_NAME.get(name).copied()
}

enum Bound {
    Exactly,
    AtLeast,
    AtMost,
}

/// What CPython says of `given` arguments where the bound is `n`.
fn message(style: Style, name: &str, bound: Bound, n: usize, given: &str) -> String {
    let short = name.rsplit('.').next().unwrap_or(name);
    let plural = if n == 1 { "" } else { "s" };
    let at = match bound {
        Bound::Exactly => "",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let name = match name.strip_prefix("operator.") {
        Some(name) => format!("_operator.{name}"),
        None => name.to_owned(),
    };
    match style {
        Style::None => format!("{name}() takes no arguments ({given} given)"),
        Style::One => format!("{name}() takes exactly one argument ({given} given)"),
        Style::Checked => format!("{short} expected {at}{n} argument{plural}, got {given}"),
        Style::Parsed => format!("{short}() takes {at}{n} argument{plural} ({given} given)"),
    }
}

/// Style, fewest and most arguments, names.
const ARITIES: &[(Style, usize, usize, &str)] = &[
    (
        Style::None,
        0,
        0,
        "\
         bytearray.capitalize bytearray.clear bytearray.copy bytearray.isalnum bytearray.isalpha \
         bytearray.isascii bytearray.isdigit bytearray.islower bytearray.isspace bytearray.istitle \
         bytearray.isupper bytearray.lower bytearray.reverse bytearray.swapcase bytearray.title \
         bytearray.upper bytes.capitalize bytes.isalnum bytes.isalpha bytes.isascii bytes.isdigit \
         bytes.islower bytes.isspace bytes.istitle bytes.isupper bytes.lower bytes.swapcase bytes.title \
         bytes.upper complex.conjugate deque.clear deque.copy deque.pop deque.popleft deque.reverse \
         dict.clear dict.copy dict.items dict.keys dict.popitem dict.values float.as_integer_ratio \
         float.conjugate float.hex float.is_integer frozenset.copy globals int.as_integer_ratio \
         int.bit_count int.bit_length int.conjugate list.clear list.copy list.reverse locals set.clear \
         set.copy set.pop str.capitalize str.casefold str.isalnum str.isalpha str.isascii str.isdecimal \
         str.isdigit str.isidentifier str.islower str.isnumeric str.isprintable str.isspace str.istitle \
         str.isupper str.lower str.swapcase str.title str.upper",
    ),
    (
        Style::One,
        1,
        1,
        "\
         operator.abs operator.index operator.inv operator.invert operator.neg operator.not_ operator.pos \
         operator.truth abs all any ascii bin bytearray.append bytearray.extend bytearray.fromhex bytearray.join \
         bytearray.partition bytearray.remove bytearray.removeprefix bytearray.removesuffix \
         bytearray.rpartition bytearray.zfill bytes.fromhex bytes.join bytes.partition bytes.removeprefix \
         bytes.removesuffix bytes.rpartition bytes.zfill callable chr cmath.acos cmath.acosh cmath.asin \
         cmath.asinh cmath.atan cmath.atanh cmath.cos cmath.cosh cmath.exp cmath.isfinite cmath.isinf \
         cmath.isnan cmath.log10 cmath.phase cmath.polar cmath.sin cmath.sinh cmath.sqrt cmath.tan \
         cmath.tanh deque.append deque.appendleft deque.count deque.extend deque.extendleft deque.remove \
         float.fromhex frozenset.isdisjoint frozenset.issubset frozenset.issuperset \
         frozenset.symmetric_difference hash hex id len list.append \
         list.count list.extend list.remove math.acos math.acosh math.asin math.asinh math.atan \
         math.atanh math.cbrt math.ceil math.cos math.cosh math.degrees math.erf math.erfc math.exp \
         math.exp2 math.expm1 math.fabs math.factorial math.floor math.frexp math.fsum math.gamma \
         math.isfinite math.isinf math.isnan math.isqrt math.lgamma math.log10 math.log1p math.log2 \
         math.modf math.radians math.sin math.sinh math.sqrt math.tan math.tanh math.trunc math.ulp oct \
         ord range.count range.index repr set.add set.discard set.isdisjoint set.issubset set.issuperset \
         set.remove set.symmetric_difference set.symmetric_difference_update str.format_map str.join \
         str.partition str.removeprefix str.removesuffix str.rpartition str.translate str.zfill \
         tuple.count",
    ),
    (
        Style::Checked,
        0,
        1,
        "\
         bool bytearray.lstrip bytearray.pop bytearray.rstrip bytearray.strip bytes.lstrip bytes.rstrip \
         bytes.strip dir float frozenset input list list.pop set str.lstrip str.rstrip \
         str.strip tuple vars",
    ),
    (
        Style::Checked,
        1,
        1,
        "\
         reversed",
    ),
    (
        Style::Checked,
        1,
        2,
        "\
         bytearray.center bytearray.ljust bytearray.rjust bytes.center bytes.ljust bytes.rjust cmath.log \
         dict.fromkeys dict.get dict.pop dict.setdefault format iter math.perm next str.center str.ljust \
         str.rjust",
    ),
    (
        Style::Checked,
        1,
        3,
        "\
         list.index range str.maketrans tuple.index",
    ),
    (
        Style::Checked,
        1,
        MANY,
        "\
        ",
    ),
    (
        Style::Checked,
        2,
        2,
        "\
         operator.add operator.and_ operator.concat operator.contains operator.eq operator.floordiv operator.ge \
         operator.gt operator.is_ operator.is_not operator.le operator.lshift operator.lt operator.matmul \
         operator.mod operator.mul operator.ne operator.or_ operator.pow operator.rshift operator.sub \
         operator.truediv operator.xor bytearray.insert bytearray.maketrans bytes.maketrans cmath.rect delattr divmod filter hasattr \
         isinstance issubclass list.insert math.atan2 \
         math.comb math.copysign math.dist math.fmod math.ldexp math.nextafter math.pow math.remainder",
    ),
    (
        Style::Checked,
        2,
        3,
        "\
         bytearray.replace bytes.replace getattr str.replace",
    ),
    (
        Style::Checked,
        3,
        3,
        "\
         setattr",
    ),
    (
        Style::Parsed,
        1,
        3,
        "\
         bytearray.count bytearray.endswith bytearray.find bytearray.index bytearray.rfind \
         bytearray.rindex bytearray.startswith bytes.count bytes.endswith bytes.find bytes.index \
         bytes.rfind bytes.rindex bytes.startswith str.count str.endswith str.find str.index str.rfind \
         str.rindex str.startswith",
    ),
];

#[cfg(test)]
mod tests {
    use super::wrong_call;

    #[test]
    fn messages_are_cpythons() {
        let check = |name, n, expected| assert_eq!(wrong_call(name, n, &[]).as_deref(), expected);
        check("str.upper", 1, Some("str.upper() takes no arguments (1 given)"));
        check("list.append", 2, Some("list.append() takes exactly one argument (2 given)"));
        check("str.replace", 1, Some("replace expected at least 2 arguments, got 1"));
        check("list.pop", 2, Some("pop expected at most 1 argument, got 2"));
        check("str.find", 0, Some("find() takes at least 1 argument (0 given)"));
        check("list.append", 1, None);
        check("no.such", 3, None);
        let keyword = wrong_call("dict.get", 1, &["default"]);
        assert_eq!(keyword.as_deref(), Some("dict.get() takes no keyword arguments"));
    }
}
