//! Which kinds of values are instances of which builtin and abstract classes.

use crate::builtins::is_of_asyncio;
use crate::builtins::slices::SLICE;
use crate::cell::Cell;
use crate::enumeration::Mixin;
use crate::iterator_class;
use crate::solve::ClassInfo;
use crate::ty::{Atom, BOT, CellId, ClassRef, Kind};

/// What every immutable sequence is an instance of.
const IMMUTABLE_SEQUENCE: [&str; 8] =
    ["object", "Hashable", "Reversible", "Iterable", "Sequence", "Collection", "Sized", "Container"];

/// The class that a generic alias of `typing` stands for.
fn aliased(name: &str) -> &str {
    match name {
        "typing.Dict" => "dict",
        "typing.List" => "list",
        "typing.Set" => "set",
        "typing.FrozenSet" => "frozenset",
        "typing.Tuple" => "tuple",
        "typing.DefaultDict" => "collections.defaultdict",
        "typing.Deque" => "collections.deque",
        "typing.AbstractSet" => "collections.abc.Set",
        name => name,
    }
}

/// Whether a value of this kind is an instance of the builtin or abstract class `name`.
#[must_use]
pub fn instance_of_builtin(classes: &[ClassInfo], cells: &[Cell], atom: &Atom, name: &str) -> bool {
    let has = |class: ClassRef, method: &str| {
        classes[class.index()].mro.iter().any(|base| {
            let attrs = classes[base.index()].attrs;
            cells[attrs.index()].attribute(method) != BOT
        })
    };
    let mixin = |class: ClassRef| classes[class.index()].enumeration.as_ref().map(|found| found.mixin);
    let name = aliased(name);
    let last = name.rsplit('.').next().unwrap_or(name);
    let is = |names: &[&str]| names.contains(&last);
    match atom {
        Atom::Bool => is(&["bool", "int", "object", "Hashable", "Number", "Integral", "Real"]),
        Atom::Nat | Atom::Int | Atom::BigInt => {
            is(&["int", "object", "Hashable", "Number", "Integral", "Real"])
        }
        Atom::Float => is(&["float", "object", "Hashable", "Number", "Real"]),
        Atom::Complex => is(&["complex", "object", "Hashable", "Number"]),
        Atom::Str => is(&["str"]) || is(&IMMUTABLE_SEQUENCE),
        Atom::Bytes => is(&["bytes"]) || is(&IMMUTABLE_SEQUENCE),
        Atom::None => is(&["NoneType", "object", "Hashable"]),
        Atom::Range | Atom::NatRange => is(&["range"]) || is(&IMMUTABLE_SEQUENCE),
        Atom::Native(SLICE) => is(&[SLICE, "object"]),
        Atom::Ellipsis => is(&["EllipsisType", "object"]),
        Atom::NotImplemented => is(&["NotImplementedType", "object"]),
        Atom::File => is(&["TextIOWrapper", "object", "Iterable", "Iterator"]),
        Atom::Native(word) => is_of_library(word, name),
        Atom::Object => is(&["object"]),
        Atom::Tuple(_) | Atom::TupleVar(_) => is(&["tuple"]) || is(&IMMUTABLE_SEQUENCE),
        Atom::Cont(kind, cell) => {
            let more: &[&str] = match kind {
                Kind::List => &["list", "Sequence", "MutableSequence", "Collection", "Sized", "Container"],
                Kind::Set => &["set", "Set", "MutableSet", "Collection", "Sized", "Container"],
                Kind::FrozenSet => &["frozenset", "Set", "Hashable", "Collection", "Sized", "Container"],
                Kind::Dict => &["dict", "Mapping", "MutableMapping", "Collection", "Sized", "Container"],
                Kind::DefaultDict => {
                    &["defaultdict", "dict", "Mapping", "MutableMapping", "Collection", "Sized", "Container"]
                }
                Kind::Counter => {
                    &["Counter", "dict", "Mapping", "MutableMapping", "Collection", "Sized", "Container"]
                }
                Kind::OrderedDict => {
                    &["OrderedDict", "dict", "Mapping", "MutableMapping", "Collection", "Sized", "Container"]
                }
                Kind::Deque => &["deque", "MutableSequence", "Sequence", "Collection", "Sized", "Container"],
                Kind::DictKeys => &["KeysView", "MappingView", "Set", "Collection", "Sized", "Container"],
                Kind::DictValues => {
                    &["Hashable", "ValuesView", "MappingView", "Collection", "Sized", "Container"]
                }
                Kind::DictItems => &["ItemsView", "MappingView", "Set", "Collection", "Sized", "Container"],
                Kind::Iterator => {
                    if iterator_class::named_by(cells[cell.index()].site.part) == Some(name) {
                        return true;
                    }
                    &["Hashable", "Iterator"]
                }
                Kind::Generator => &["Hashable", "Iterator", "Generator", "GeneratorType"],
                Kind::Native(word) => return is_of_library(word, name),
            };
            let is_reversible = match kind {
                Kind::Set | Kind::FrozenSet | Kind::Iterator | Kind::Generator => false,
                _ => last == "Reversible",
            };
            more.contains(&last) || matches!(last, "object" | "Iterable") || is_reversible
        }
        Atom::Obj(class, _) => match last {
            "object" => true,
            "Enum" if name == "enum.Enum" => classes[class.index()].enumeration.is_some(),
            "IntEnum" => mixin(*class) == Some(Mixin::Int),
            "StrEnum" => mixin(*class) == Some(Mixin::Str),
            "Flag" if name == "enum.Flag" => mixin(*class).is_some_and(Mixin::is_flag),
            "IntFlag" => mixin(*class) == Some(Mixin::IntFlag),
            _ if classes[class.index()]
                .base_value
                .and_then(example)
                .is_some_and(|of| instance_of_builtin(classes, cells, &of, name)) =>
            {
                true
            }
            "int" => matches!(mixin(*class), Some(Mixin::Int | Mixin::PlainInt | Mixin::IntFlag)),
            "str" => matches!(mixin(*class), Some(Mixin::Str | Mixin::PlainStr)),
            "tuple" | "Sequence" if crate::underlying::named_tuple(classes, *class).is_some() => true,
            "ABC" | "Protocol" => is_marked(classes, *class, &[name]),
            // A protocol is generic.
            "Generic" => is_marked(classes, *class, &[name, "typing.Protocol"]),
            "Iterable" => has(*class, "__iter__"),
            "Hashable" => is_hashable(classes, cells, *class),
            "Callable" => has(*class, "__call__"),
            "Sized" => has(*class, "__len__"),
            "Container" => has(*class, "__contains__"),
            "Collection" => ["__len__", "__iter__", "__contains__"].iter().all(|method| has(*class, method)),
            "Iterator" => has(*class, "__iter__") && has(*class, "__next__"),
            "Reversible" => has(*class, "__reversed__") && has(*class, "__iter__"),
            _ => classes[class.index()].builtin_bases.iter().any(|base| &**base == last),
        },
        Atom::Func(..) | Atom::Bound(..) | Atom::BoundBuiltin(..) => {
            is(&["Callable", "FunctionType", "object", "Hashable"])
        }
        Atom::Builtin(_) | Atom::Class(_) | Atom::ExcClass(_) => {
            is(&["Callable", "type", "object", "Hashable"])
        }
        _ => last == "object",
    }
}

/// Whether values of the runtime's with this word are instances of a class.
fn is_of_library(word: &str, name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    matches!(last, "object" | "Hashable") || is_of_asyncio(word, name).unwrap_or(last == word)
}

/// Whether one of some classes of the library stands in the statement of a class or of one of its bases.
fn is_marked(classes: &[ClassInfo], class: ClassRef, names: &[&str]) -> bool {
    let bases = classes[class.index()].mro.iter();
    bases.flat_map(|base| &classes[base.index()].marks).any(|mark| names.contains(&&**mark))
}

/// Whether a class has a hash: the first of it and its bases that says something about it, or about equality, decides.
fn is_hashable(classes: &[ClassInfo], cells: &[Cell], class: ClassRef) -> bool {
    let decides = |base: &ClassRef| {
        let info = &classes[base.index()];
        let defines = |name: &str| cells[info.attrs.index()].attribute(name) != BOT;
        if defines("__hash__") {
            return Some(true);
        }
        if let Some(dataclass) =
            info.dataclass.as_ref().filter(|dataclass| dataclass.eq && !dataclass.is_tuple)
        {
            return Some(dataclass.frozen || dataclass.unsafe_hash);
        }
        defines("__eq__").then_some(false)
    };
    classes[class.index()].mro.iter().find_map(decides).unwrap_or(true)
}

/// A value of a builtin type that classes derive from.
fn example(base: &str) -> Option<Atom> {
    Some(match base {
        "list" => Atom::Cont(Kind::List, CellId(0)),
        "dict" => Atom::Cont(Kind::Dict, CellId(0)),
        "OrderedDict" => Atom::Cont(Kind::OrderedDict, CellId(0)),
        "Counter" => Atom::Cont(Kind::Counter, CellId(0)),
        "defaultdict" => Atom::Cont(Kind::DefaultDict, CellId(0)),
        "deque" => Atom::Cont(Kind::Deque, CellId(0)),
        "set" => Atom::Cont(Kind::Set, CellId(0)),
        "frozenset" => Atom::Cont(Kind::FrozenSet, CellId(0)),
        "tuple" => Atom::TupleVar(CellId(0)),
        "int" => Atom::Int,
        "float" => Atom::Float,
        "str" => Atom::Str,
        _ => return None,
    })
}
