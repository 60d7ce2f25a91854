//! Types as people read them.

use std::collections::BTreeSet;

use portalis_hir::Module;

use crate::builtins::raised::EXCEPTION_CLASS;
use crate::cell::{Cell, Field};
use crate::solve::{ClassInfo, Solver};
use crate::ty::{Atom, BOT, CellId, Kind, TypeId, Types};

/// What types refer to.
#[derive(Clone, Copy)]
pub(crate) struct Tables<'a> {
    pub(crate) module: &'a Module,
    pub(crate) types: &'a Types,
    pub(crate) cells: &'a [Cell],
    pub(crate) classes: &'a [ClassInfo],
}

impl<'a> Tables<'a> {
    pub(crate) fn of(s: &'a Solver<'_>) -> Self {
        Tables { module: s.module, types: &s.types, cells: &s.cells, classes: &s.classes }
    }
}

/// `type(x).__name__`.
pub(crate) fn type_name(s: Tables<'_>, atom: &Atom) -> String {
    let name = match atom {
        Atom::Nat | Atom::Int | Atom::BigInt => "int",
        Atom::Bool => "bool",
        Atom::Float => "float",
        Atom::Complex => "complex",
        Atom::Str => "str",
        Atom::Bytes => "bytes",
        Atom::None => "NoneType",
        Atom::Range | Atom::NatRange => "range",
        Atom::Ellipsis => "ellipsis",
        Atom::NotImplemented => "NotImplementedType",
        Atom::File => "TextIOWrapper",
        Atom::Native(EXCEPTION_CLASS) => "type[BaseException]",
        Atom::Native(name) => crate::builtins::native_name(name),
        Atom::Object => "object",
        Atom::Unbound => "unbound",
        Atom::Nested => "nested",
        Atom::Cont(Kind::Native(word), _) => crate::builtins::native_name(word),
        Atom::Cont(kind, _) => kind.name(),
        Atom::Tuple(_) | Atom::TupleVar(_) => "tuple",
        Atom::Obj(class, _) => return s.module[s.classes[class.index()].class].name.to_string(),
        Atom::Class(class) => crate::solve::metaclass_name(s.classes, *class),
        Atom::ExcClass(_) => "type",
        Atom::Func(..) => "function",
        Atom::Bound(..) => "method",
        Atom::Builtin(name) if crate::builtins::class_path(name).is_some() => "type",
        Atom::Builtin(_) | Atom::BoundBuiltin(..) => "builtin_function_or_method",
        Atom::Exc(name) => return name.to_string(),
        Atom::Module(_) => "module",
        Atom::Super(..) => "super",
        Atom::Property(..) => "property",
        Atom::CachedProperty(_) => "cached_property",
        Atom::StaticMethod(_) => "staticmethod",
        Atom::ClassMethod(_) => "classmethod",
        Atom::Unknown => "?",
    };
    name.to_owned()
}

/// How many parts of a type are described: those of recursive unions would be exponentially many.
const MAX_PARTS: u32 = 1000;

/// How many a message shows.
const SHOWN_PARTS: u32 = 24;

/// Where a description is.
pub(crate) struct Path {
    /// The containers around.
    seen: BTreeSet<CellId>,
    n_left: u32,
}

impl Default for Path {
    fn default() -> Self {
        Path { seen: BTreeSet::new(), n_left: MAX_PARTS }
    }
}

impl Path {
    /// Of a description that is a part of a message.
    pub(crate) fn shown() -> Self {
        Path { n_left: SHOWN_PARTS, ..Path::default() }
    }
}

/// `list[int | str]`; recursive and huge types are cut with `...`.
pub(crate) fn describe_type(s: Tables<'_>, ty: TypeId, seen: &mut Path) -> String {
    if ty == BOT {
        return "never".to_owned();
    }
    if seen.n_left == 0 {
        return "...".to_owned();
    }
    seen.n_left -= 1;
    let mut parts: Vec<String> = s.types.atoms(ty).map(|atom| describe_atom(s, atom, seen)).collect();
    parts.sort();
    parts.dedup();
    // `None` last, as annotations have it.
    parts.sort_by_key(|part| part == "None");
    parts.join(" | ")
}

fn describe_atom(s: Tables<'_>, atom: &Atom, seen: &mut Path) -> String {
    match atom {
        Atom::None => "None".to_owned(),
        Atom::BigInt => "int(big)".to_owned(),
        Atom::Cont(kind, cell) => {
            if !seen.seen.insert(*cell) {
                return format!("{}[...]", kind.name());
            }
            let data = &s.cells[cell.index()];
            let elem = describe_type(s, data.get(&Field::Elem), seen);
            let text = if kind.is_dict() {
                let value = describe_type(s, data.get(&Field::Value), seen);
                format!("{}[{elem}, {value}]", kind.name())
            } else {
                format!("{}[{elem}]", kind.name())
            };
            seen.seen.remove(cell);
            text
        }
        Atom::TupleVar(cell) => {
            if !seen.seen.insert(*cell) {
                return "tuple[...]".to_owned();
            }
            let elem = describe_type(s, s.cells[cell.index()].get(&Field::Elem), seen);
            seen.seen.remove(cell);
            format!("tuple[{elem}, ...]")
        }
        Atom::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|&item| describe_type(s, item, seen)).collect();
            if items.is_empty() { "tuple[()]".to_owned() } else { format!("tuple[{}]", items.join(", ")) }
        }
        Atom::Func(func, _) => format!("def {}", s.module[*func].name),
        Atom::Bound(_, func, _) => format!("method {}", s.module[*func].name),
        Atom::Class(class) => format!("type[{}]", s.module[s.classes[class.index()].class].name),
        Atom::ExcClass(name) => format!("type[{name}]"),
        Atom::Builtin(name) => format!("builtin {name}"),
        Atom::BoundBuiltin(_, name) => format!("builtin method {name}"),
        Atom::Module(name) => format!("module {name}"),
        other => type_name(s, other),
    }
}
