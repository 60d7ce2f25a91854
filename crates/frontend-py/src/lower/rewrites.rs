//! The rewritings: constructs that are written in the words of others before names are resolved, in the order in which
//! they see each other's work.
//!
//! Most programs need none, so each looks before it changes anything. Those that every other program needs change the
//! statements where they are; those that may find, half way, that they do not understand a program work on a copy.

use ruff_python_ast::Stmt;

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

const REWRITINGS: &[Rewriting] = &[
    A(imported_twice::dropped),
    A(builtins_module::replaced),
    A(import_call::replaced),
    A(star_import::written_out),
    A(import_fallback::decided),
    A(doctests::run),
    A(gathered::replaced),
    A(collected::replaced),
    A(computed_names::replaced),
    A(written_names::written_out),
    A(named_stores::written_out),
    A(metaclasses::written_out),
    A(class_unions::replaced),
    A(abstract_bases::replaced),
    A(subclasses::written_out),
    A(operators::replaced),
    A(type_operators::written_out),
    A(runtime_protocols::written_out),
    A(argument_parser::replaced),
    A(timed::replaced),
    A(builtin_partial::written_out),
    A(partial_method::written_out),
    A(mapping_formats::written_out),
    A(path_open::replaced),
    A(random_sequences::replaced),
    A(method_caller::written_out),
    A(getters::written_out),
    A(struct_objects::written_out),
    A(iter_unpack::written_out),
    A(starred::written_out),
    A(double_stars::replaced),
    A(namespaces::written_out),
    A(unit_tests::written_out),
    A(warning_calls::written_out),
    I(abstract_decorators::replace),
    I(streams::replace),
    I(exc_info::replace),
    W(library::define),
    A(exception_groups::replaced),
    A(field_factory::replaced),
    A(total_ordering::completed),
    A(single_dispatch::replaced),
    A(cache_info::replaced),
    A(properties::normalised),
    A(descriptors::replaced),
    I(instance_dict::replace),
    A(dataclass_init::dropped),
    A(dataclass::completed),
    A(init_var::written_out),
    I(class_order::replace),
    A(late_methods::marked),
    I(special_attributes::replace),
    I(unpacked_members::replace),
    A(functional_enum::written_out),
    A(enumeration::completed),
    I(base_call::replace),
    A(missing_keys::written_out),
    A(named_tuple::rewritten),
    A(value_init::completed),
    A(new_method::rewritten),
];

/// The statements of a module after all of them.
pub(super) fn rewritten(source: &str, mut body: Vec<Stmt>) -> Vec<Stmt> {
    for rewriting in REWRITINGS {
        match rewriting {
            Rewriting::Attempt(attempt) => body = attempt(source, &body).unwrap_or(body),
            Rewriting::InPlace(replace) => replace(source, &mut body),
            Rewriting::Whole(define) => body = define(source, body),
        }
    }
    body
}
