//! The rewritings: constructs that are written in the words of others before names are resolved, in the order in which
//! they see each other's work.
//!
//! Most programs need none, so each looks before it changes anything. Those that every other program needs change the
//! statements where they are; those that may find, half way, that they do not understand a program work on a copy.
//!
//! A folder holds those about one part of the language; [`bound`] says what a program binds, [`quote`] makes statements of
//! text, [`library`] brings what the library says in Python.

mod annotations;
mod blocks;
pub(crate) mod bound;
mod calls;
mod classes;
mod doctests;
mod exceptions;
mod head;
mod imports;
pub(crate) mod library;
mod library_definitions;
mod modules;
mod names;
mod quote;
pub(crate) mod records;

use std::sync::LazyLock;

use ruff_python_ast::Stmt;
use rustc_hash::FxHashSet;

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
    ("", A(imports::imported_twice::dropped)),
    ("builtins", A(imports::builtins_module::replaced)),
    ("", A(calls::written_keywords::replaced)),
    ("__import__", A(imports::import_call::replaced)),
    ("", A(imports::star_import::written_out)),
    ("except version_info TYPE_CHECKING", A(imports::import_fallback::decided)),
    ("", A(annotations::evaluated)),
    ("testmod run_docstring_examples", A(doctests::run)),
    ("gather", A(modules::gathered::replaced)),
    ("gc", A(modules::collected::replaced)),
    ("globals", A(names::module_names::written_out)),
    ("getattr hasattr", A(modules::named_members::written_out)),
    ("getattr setattr hasattr delattr dir", A(names::computed_names::replaced)),
    ("__dict__ update getattr setattr hasattr delattr", A(names::written_names::written_out)),
    ("setattr", A(names::named_stores::written_out)),
    ("__eq__", A(classes::object_equality::written_out)),
    ("__str__ __repr__ __bool__ __len__", A(classes::missing_answers::raised)),
    ("metaclass", A(classes::metaclasses::written_out)),
    ("", A(classes::enclosing_variables::kept)),
    ("isinstance issubclass", A(classes::class_unions::replaced)),
    (
        "Mapping MutableMapping Sequence MutableSequence Set MutableSet Callable Collection Container Hashable \
     Iterable Iterator Reversible Sized",
        A(classes::abstract_bases::replaced),
    ),
    ("__copy__ __deepcopy__", A(classes::copy_methods::asked)),
    ("__class_getitem__", A(classes::class_getitem::written_out)),
    ("__subclasses__", A(classes::subclasses::written_out)),
    ("operator", A(modules::operator_methods::replaced)),
    ("operator", A(modules::operators::replaced)),
    ("", A(modules::type_operators::written_out)),
    ("Protocol", A(classes::unchecked_protocols::raised)),
    ("runtime_checkable", A(classes::runtime_protocols::written_out)),
    ("contextmanager", A(modules::context_decorators::written_out)),
    ("argparse", A(modules::argument_parser::replaced)),
    ("sub", A(modules::substitutions::written_out)),
    ("timeit", A(modules::timed::replaced)),
    ("pow", A(calls::pow_keywords::written_out)),
    ("partial", A(modules::builtin_partial::written_out)),
    ("partialmethod", A(modules::partial_method::written_out)),
    ("defaultdict __missing__ __getitem__", A(classes::mapping_formats::written_out)),
    ("pathlib", A(modules::path_open::replaced)),
    ("choice shuffle", A(modules::random_sequences::replaced)),
    ("methodcaller", A(modules::method_caller::written_out)),
    ("itemgetter", A(modules::getters::written_out)),
    ("Struct", A(modules::struct_objects::written_out)),
    ("iter_unpack", A(modules::iter_unpack::written_out)),
    ("map", A(calls::mapped_rows::written_out)),
    ("", A(calls::starred::written_out)),
    ("", A(calls::double_stars::replaced)),
    ("SimpleNamespace", A(records::namespaces::written_out)),
    ("JSONEncoder", A(modules::json_encoders::replaced)),
    ("unittest", A(modules::unit_tests::written_out)),
    ("warnings", A(modules::warning_calls::written_out)),
    ("abstractproperty abstractclassmethod abstractstaticmethod", I(classes::abstract_decorators::replace)),
    ("stdin stdout stderr", I(modules::streams::replace)),
    ("write", A(modules::printed_files::replaced)),
    ("exc_info", I(exceptions::exc_info::replace)),
    ("throw", A(exceptions::thrown::replaced)),
    (exceptions::derived_parts::CLASSES, A(exceptions::derived_parts::completed)),
    ("", W(library::define)),
    ("except ExceptionGroup", A(exceptions::exception_groups::replaced)),
    ("default_factory", A(records::field_factory::replaced)),
    ("total_ordering", A(classes::total_ordering::completed)),
    ("singledispatch singledispatchmethod", A(modules::single_dispatch::replaced)),
    ("cache_info cache_clear", A(modules::cache_info::replaced)),
    ("property", A(classes::properties::normalised)),
    ("__get__ __set__ __delete__ __set_name__", A(classes::descriptors::replaced)),
    ("vars __dict__ SimpleNamespace", W(classes::instance_dict::replaced)),
    ("init", A(records::dataclass_init::dropped)),
    ("dataclass dataclasses", A(records::dataclass::completed)),
    ("InitVar", A(records::init_var::written_out)),
    ("mro", I(classes::class_order::replace)),
    ("", A(classes::late_methods::marked)),
    (
        "__setattr__ __delattr__ __getattr__ deleter InitVar __get__ __set__",
        I(classes::special_attributes::replace),
    ),
    ("enum", I(records::unpacked_members::replace)),
    ("enum", A(records::functional_enum::written_out)),
    ("enum", A(records::enumeration::completed)),
    ("", I(classes::base_call::replace)),
    ("__getitem__", A(classes::missing_keys::written_out)),
    ("namedtuple NamedTuple", A(records::named_tuple::rewritten)),
    ("", A(classes::value_init::completed)),
    ("__new__", A(classes::bare_objects::rewritten)),
    ("", A(classes::new_method::rewritten)),
];

/// The statements of a module after all of them.
pub(crate) fn rewritten(source: &str, mut body: Vec<Stmt>) -> Vec<Stmt> {
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
