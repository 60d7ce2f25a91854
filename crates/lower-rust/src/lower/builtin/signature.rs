//! Signatures of the builtins that no row of the table describes: a call that does not fit is refused, since what is
//! written for them here looks only at the arguments that they have.
//!
//! Source: the library reference, *Built-in Functions*.

use portalis_hir::Arg;

/// Name, fewest and most positional arguments, keywords.
type Signature = (&'static str, usize, usize, &'static [&'static str]);

const MANY: usize = usize::MAX;

const SIGNATURES: &[Signature] = &[
    ("_cache_clear", 1, 1, &[]),
    ("_cache_counts", 1, 1, &[]),
    ("_trap_name", 1, 1, &[]),
    ("abs", 1, 1, &[]),
    ("all", 1, 1, &[]),
    ("any", 1, 1, &[]),
    ("ascii", 1, 1, &[]),
    ("bool", 0, 1, &[]),
    ("bytearray", 0, 3, &[]),
    ("bytes", 0, 3, &[]),
    ("callable", 1, 1, &[]),
    ("collections.OrderedDict.fromkeys", 1, 2, &[]),
    ("collections.deque", 0, 2, &["maxlen"]),
    ("complex", 0, 2, &[]),
    ("dict.fromkeys", 1, 2, &[]),
    ("divmod", 2, 2, &[]),
    ("enumerate", 1, 2, &["start"]),
    ("exit", 0, 1, &[]),
    ("filter", 2, 2, &[]),
    ("float", 0, 1, &[]),
    ("format", 1, 2, &[]),
    ("frozenset", 0, 1, &[]),
    ("hasattr", 2, 2, &[]),
    ("hash", 1, 1, &[]),
    ("id", 1, 1, &[]),
    ("int", 0, 2, &["base"]),
    ("isinstance", 2, 2, &[]),
    ("issubclass", 2, 2, &[]),
    ("iter", 1, 2, &[]),
    ("len", 1, 1, &[]),
    ("list", 0, 1, &[]),
    ("map", 2, MANY, &[]),
    ("math.ceil", 1, 1, &[]),
    ("math.floor", 1, 1, &[]),
    ("math.prod", 1, 1, &["start"]),
    ("math.trunc", 1, 1, &[]),
    ("max", 1, MANY, &["key", "default"]),
    ("min", 1, MANY, &["key", "default"]),
    ("next", 1, 2, &[]),
    ("open", 1, 2, &["mode", "encoding", "newline"]),
    ("pow", 2, 3, &[]),
    ("print", 0, MANY, &["sep", "end", "file", "flush"]),
    ("quit", 0, 1, &[]),
    ("range", 1, 3, &[]),
    ("repr", 1, 1, &[]),
    ("reversed", 1, 1, &[]),
    ("round", 1, 2, &["ndigits"]),
    ("set", 0, 1, &[]),
    ("sorted", 1, 1, &["key", "reverse"]),
    ("str", 0, 1, &[]),
    ("struct.pack", 1, MANY, &[]),
    ("struct.unpack", 2, 2, &[]),
    ("struct.unpack_from", 2, 3, &["offset"]),
    ("sum", 1, 2, &["start"]),
    ("sys.exit", 0, 1, &[]),
    ("tuple", 0, 1, &[]),
    ("type", 1, 1, &[]),
    ("zip", 0, MANY, &["strict"]),
];

/// Whether a call of `name` with `args` fits its signature; true for what has none here.
pub(super) fn fits(name: &str, args: &[Arg]) -> bool {
    let Ok(at) = SIGNATURES.binary_search_by_key(&name, |(known, ..)| known) else { return true };
    let (_, least, most, keywords) = SIGNATURES[at];
    let stars = args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_)));
    let count = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count();
    let known = |arg: &Arg| !matches!(arg, Arg::Keyword(key, _) if !keywords.contains(&&**key));
    args.iter().all(known) && count <= most && (stars || count >= least)
}

/// Whether nothing says what a star of a call means: it is refused rather than lost.
pub(super) fn loses_star(name: &str, args: &[Arg]) -> bool {
    let takes_star =
        matches!(name, "print" | "zip" | "min" | "max" | "dict" | "collections.OrderedDict" | "struct.pack");
    let takes_options = matches!(name, "print" | "dict" | "collections.OrderedDict");
    args.iter().any(|arg| match arg {
        Arg::Star(_) => !takes_star,
        Arg::DoubleStar(_) => !takes_options,
        Arg::Pos(_) | Arg::Keyword(..) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(SIGNATURES.is_sorted_by_key(|(name, ..)| name));
    }

    #[test]
    fn calls_that_do_not_fit() {
        let keyword = |key: &str| Arg::Keyword(key.into(), portalis_hir::ExprId::from_raw(0.into()));
        assert!(!fits("len", &[]));
        assert!(!fits("set", &[keyword("a")]));
        assert!(fits("print", &[keyword("end")]));
        assert!(!fits("print", &[keyword("foo")]));
        assert!(fits("no such builtin", &[]));
    }
}
