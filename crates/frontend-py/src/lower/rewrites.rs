//! The rewritings: constructs that are written in the words of others before names are resolved, in the order in which
//! they see each other's work.
//!
//! Most programs need none, so each looks before it changes anything. Those that every other program needs change the
//! statements where they are; those that may find, half way, that they do not understand a program work on a copy.

use std::sync::LazyLock;

use ruff_python_ast::Stmt;
use rustc_hash::FxHashSet;

use super::{
    abstract_bases, abstract_decorators, argument_parser, base_call, builtin_partial, builtins_module,
    cache_info, class_order, class_unions, collected, computed_names, dataclass, dataclass_init, descriptors,
    doctests, double_stars, enumeration, exc_info, exception_groups, field_factory, functional_enum,
    gathered, getters, import_call, import_fallback, imported_twice, init_var, instance_dict, iter_unpack,
    late_methods, library, mapping_formats, metaclasses, method_caller, missing_keys, named_stores,
    named_tuple, namespaces, new_method, operators, partial_method, path_open, properties, random_sequences,
    runtime_protocols, single_dispatch, special_attributes, star_import, starred, streams, struct_objects,
    subclasses, timed, total_ordering, type_operators, unit_tests, unpacked_members, value_init,
    warning_calls, written_names,
};

/// The other statements; `None` where a program stays as it is.
type Attempt = fn(&str, &[Stmt]) -> Option<Vec<Stmt>>;
type InPlace = fn(&str, &mut [Stmt]);
type Whole = fn(&str, Vec<Stmt>) -> Vec<Stmt>;

enum Rewriting {
    Attempt(Attempt),
    InPlace(InPlace),
    Whole(Whole),
}
use Rewriting::{Attempt as A, InPlace as I, Whole as W};

/// The rewritings, each with words: a program that has none of them has nothing for it. Without words, it looks itself.
const REWRITINGS: &[(&str, Rewriting)] = &[
    ("", A(imported_twice::dropped)),
    ("builtins", A(builtins_module::replaced)),
    ("__import__", A(import_call::replaced)),
    ("", A(star_import::written_out)),
    ("except version_info TYPE_CHECKING", A(import_fallback::decided)),
    ("testmod run_docstring_examples", A(doctests::run)),
    ("gather", A(gathered::replaced)),
    ("gc", A(collected::replaced)),
    ("getattr setattr hasattr delattr", A(computed_names::replaced)),
    ("__dict__ update getattr setattr hasattr delattr", A(written_names::written_out)),
    ("setattr", A(named_stores::written_out)),
    ("metaclass", A(metaclasses::written_out)),
    ("isinstance issubclass", A(class_unions::replaced)),
    (
        "Mapping MutableMapping Sequence MutableSequence Set MutableSet Callable Collection Container Hashable \
     Iterable Iterator Reversible Sized",
        A(abstract_bases::replaced),
    ),
    ("__subclasses__", A(subclasses::written_out)),
    ("operator", A(operators::replaced)),
    ("", A(type_operators::written_out)),
    ("runtime_checkable", A(runtime_protocols::written_out)),
    ("argparse", A(argument_parser::replaced)),
    ("timeit", A(timed::replaced)),
    ("partial", A(builtin_partial::written_out)),
    ("partialmethod", A(partial_method::written_out)),
    ("defaultdict __missing__ __getitem__", A(mapping_formats::written_out)),
    ("pathlib", A(path_open::replaced)),
    ("choice shuffle", A(random_sequences::replaced)),
    ("methodcaller", A(method_caller::written_out)),
    ("itemgetter", A(getters::written_out)),
    ("Struct", A(struct_objects::written_out)),
    ("iter_unpack", A(iter_unpack::written_out)),
    ("", A(starred::written_out)),
    ("", A(double_stars::replaced)),
    ("SimpleNamespace", A(namespaces::written_out)),
    ("unittest", A(unit_tests::written_out)),
    ("warnings", A(warning_calls::written_out)),
    ("abstractproperty abstractclassmethod abstractstaticmethod", I(abstract_decorators::replace)),
    ("stdin stdout stderr", I(streams::replace)),
    ("exc_info", I(exc_info::replace)),
    ("", W(library::define)),
    ("except ExceptionGroup", A(exception_groups::replaced)),
    ("default_factory", A(field_factory::replaced)),
    ("total_ordering", A(total_ordering::completed)),
    ("singledispatch singledispatchmethod", A(single_dispatch::replaced)),
    ("cache_info cache_clear", A(cache_info::replaced)),
    ("property", A(properties::normalised)),
    ("__get__ __set__ __delete__ __set_name__", A(descriptors::replaced)),
    ("vars __dict__", I(instance_dict::replace)),
    ("init", A(dataclass_init::dropped)),
    ("dataclass dataclasses", A(dataclass::completed)),
    ("InitVar", A(init_var::written_out)),
    ("mro", I(class_order::replace)),
    ("", A(late_methods::marked)),
    ("__setattr__ __delattr__ __getattr__ deleter InitVar __get__ __set__", I(special_attributes::replace)),
    ("enum", I(unpacked_members::replace)),
    ("enum", A(functional_enum::written_out)),
    ("enum", A(enumeration::completed)),
    ("", I(base_call::replace)),
    ("__getitem__", A(missing_keys::written_out)),
    ("namedtuple NamedTuple", A(named_tuple::rewritten)),
    ("", A(value_init::completed)),
    ("", A(new_method::rewritten)),
];

/// The statements of a module after all of them.
pub(super) fn rewritten(source: &str, mut body: Vec<Stmt>) -> Vec<Stmt> {
    let has = words(source);
    for (wanted, rewriting) in REWRITINGS {
        if !wanted.is_empty() && !wanted.split_whitespace().any(|word| has.contains(word)) {
            continue;
        }
        match rewriting {
            Rewriting::Attempt(attempt) => body = attempt(source, &body).unwrap_or(body),
            Rewriting::InPlace(replace) => replace(source, &mut body),
            Rewriting::Whole(define) => body = define(source, body),
        }
    }
    body
}

/// Those words of the table that a text has.
fn words(source: &str) -> FxHashSet<&str> {
    static WANTED: LazyLock<Wanted> = LazyLock::new(Wanted::new);
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut found = FxHashSet::default();
    let mut rest = source.as_bytes();
    let mut at = 0;
    while let Some(start) = rest.iter().position(is_of_word) {
        let word = &rest[start..];
        let len = word.iter().position(|byte| !is_of_word(byte)).unwrap_or(word.len());
        at += start;
        if WANTED.may_be(word[0], len) {
            found.extend(WANTED.words.get(&source[at..at + len]));
        }
        rest = &word[len..];
        at += len;
    }
    found
}

/// The words of the table.
struct Wanted {
    words: FxHashSet<&'static str>,
    /// By length: the lowest bits of their first bytes.
    first: [u64; 32],
}

impl Wanted {
    fn new() -> Self {
        let words: FxHashSet<&str> =
            REWRITINGS.iter().flat_map(|(words, _)| words.split_whitespace()).collect();
        let mut first = [0; 32];
        for word in &words {
            first[word.len()] |= 1 << (word.as_bytes()[0] & 63);
        }
        Wanted { words, first }
    }

    /// Whether one of that length begins so, as far as is seen at once.
    fn may_be(&self, first: u8, len: usize) -> bool {
        self.first.get(len).is_some_and(|bits| bits >> (first & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_text_are_those_of_the_table() {
        let found = words("from enum import Enum\nx.__dict__[gcd] = é_gc # mro");
        let mut found: Vec<&str> = found.into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, ["__dict__", "enum", "mro"]);
    }
}
