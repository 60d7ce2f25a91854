//! Literals, text and formatting.

use super::Maker;
use super::ty::Ty;

/// Integers at the borders of 64 and 32 bits, of which few programs get one.
const EDGES: &[&str] = &[
    "2147483647",
    "-2147483648",
    "4294967296",
    "9007199254740993",
    "4611686018427387904",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551616",
    "-9223372036854775809",
];

const FLOATS: &[&str] = &[
    "0.0",
    "1.5",
    "-2.25",
    "0.1",
    "3.0",
    "-0.5",
    "1e10",
    "1e-5",
    "100.0",
    "2.675",
    "1e16",
    "123456.789",
    "-0.0",
];

const STRINGS: &[&str] = &[
    "''",
    "'a'",
    "'b'",
    "'abc'",
    "'hello world'",
    "'x,y,z'",
    "'  pad '",
    "'A1b2'",
    "'été'",
    "\"it's\"",
    "'q\"q'",
    "'tab\\tnew\\n'",
    "'42'",
    "'-7'",
    "'3.5'",
    "'日本'",
    "'aXbXc'",
    "'zz'",
];

const SPECS: &[&str] = &["", "5", "<6", ">8", "^7", "*^9"];
const INT_SPECS: &[&str] = &["d", "04d", "x", "b", "+d", ",", ">6", "o", "#x", "e"];
const FLOAT_SPECS: &[&str] = &[".2f", ".3e", "g", "8.1f", "+.1f", ".0f", "%", "10", ",.2f", ".3g"];

impl Maker {
    pub(super) fn literal(&mut self, ty: &Ty) -> String {
        match ty {
            Ty::Int if self.random.chance(3) => (*self.random.pick(EDGES)).to_owned(),
            Ty::Int => self.random.between(-4, 13).to_string(),
            Ty::Float => (*self.random.pick(FLOATS)).to_owned(),
            Ty::Bool => (*self.random.pick(&["True", "False"])).to_owned(),
            Ty::Str => (*self.random.pick(STRINGS)).to_owned(),
            _ => self.display(ty, 0),
        }
    }

    /// An f-string, or one of the older ways to put text together.
    pub(super) fn formatted(&mut self, depth: usize) -> String {
        let mut holes = Vec::new();
        for _ in 0..1 + self.random.below(2) {
            let ty = if self.random.chance(70) { self.scalar() } else { self.ty(1) };
            let value = self.expr(&ty, depth);
            let value = self.printable(&value, &ty);
            // Before 3.12 the text of a hole may hold neither the quotes around it nor a backslash.
            let can_nest = !value.contains(['"', '\\', '{', '!']);
            holes.push((ty, value, can_nest));
        }
        match self.random.below(8) {
            0 => {
                let values: Vec<&str> = holes.iter().map(|(_, value, _)| value.as_str()).collect();
                let places = vec!["%s"; holes.len()].join("|");
                return format!("('{places}' % ({},))", values.join(", "));
            }
            1 => {
                let values: Vec<&str> = holes.iter().map(|(_, value, _)| value.as_str()).collect();
                let places = vec!["{}"; holes.len()].join("-");
                return format!("'{places}'.format({})", values.join(", "));
            }
            _ => {}
        }
        let mut text = String::from("f\"");
        for (ty, value, can_nest) in holes {
            if !can_nest {
                text.push_str("--");
                continue;
            }
            let spec = match ty {
                Ty::Int => *self.random.pick(INT_SPECS),
                Ty::Float => *self.random.pick(FLOAT_SPECS),
                Ty::Str => *self.random.pick(SPECS),
                _ => "",
            };
            // A space keeps `{{` and `:=` away.
            match self.random.below(4) {
                0 => text.push_str(&format!("<{{({value})!r}}>")),
                1 if !spec.is_empty() => text.push_str(&format!("[{{({value}):{spec}}}]")),
                _ => text.push_str(&format!("{{({value})}};")),
            }
        }
        text.push('"');
        text
    }

    /// `value` such that its text is the same everywhere: sets of text are sorted.
    pub(super) fn printable(&self, value: &str, ty: &Ty) -> String {
        match ty {
            Ty::Set(item) if item.is_stable_in_sets() || item.is_ordered() => format!("sorted({value})"),
            Ty::Set(_) => format!("len({value})"),
            // Whatever holds sets or objects deeper inside is told by its length.
            Ty::List(item) if !is_plain(item) => format!("len({value})"),
            Ty::Dict(_, item) if !is_plain(item) => format!("sorted({value})"),
            Ty::Tuple(items) if !items.iter().all(is_plain) => format!("len({value})"),
            Ty::Object(class) if !self.classes[*class].has_repr => format!("type({value}).__name__"),
            _ => value.to_owned(),
        }
    }
}

fn is_plain(ty: &Ty) -> bool {
    match ty {
        Ty::Int | Ty::Float | Ty::Bool | Ty::Str => true,
        Ty::List(item) => is_plain(item),
        Ty::Dict(_, value) => is_plain(value),
        Ty::Tuple(items) => items.iter().all(is_plain),
        Ty::Set(_) | Ty::Object(_) => false,
    }
}
