//! Rows of the table: their results and effects for the argument types at hand.

use portalis_diag::Span;

use super::Walk;
use super::bind::Args;
use crate::builtins::{Row, TypeExpr};
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};

/// What a row's type expressions refer to.
struct Scope<'r> {
    row: &'r Row,
    receiver: Option<AtomId>,
    args: Vec<Option<TypeId>>,
    /// Further arguments of a variadic row.
    more: Vec<TypeId>,
    node: Node,
    span: Span,
}

impl Walk<'_, '_> {
    /// The type that a word of the table names.
    pub(crate) fn word(&mut self, word: &str) -> TypeId {
        let atom = match word {
            "none" => Atom::None,
            "nat" => Atom::Nat,
            "int" => Atom::Int,
            "bigint" => Atom::BigInt,
            "bool" => Atom::Bool,
            "float" => Atom::Float,
            "complex" => Atom::Complex,
            "str" => Atom::Str,
            "bytes" => Atom::Bytes,
            "range" => Atom::Range,
            "slice" => Atom::Slice,
            "file" => Atom::File,
            "object" => Atom::Object,
            _ => Atom::Unknown,
        };
        self.of(atom)
    }

    /// The owners whose rows apply to a value, most specific first.
    pub(crate) fn row_owner(&self, atom: &Atom) -> Vec<&'static str> {
        match atom {
            Atom::Nat | Atom::Int | Atom::BigInt => vec!["int"],
            Atom::Bool => vec!["bool", "int"],
            Atom::Float => vec!["float"],
            Atom::Complex => vec!["complex"],
            Atom::Str => vec!["str"],
            Atom::Bytes => vec!["bytes"],
            Atom::Range | Atom::NatRange => vec!["range"],
            Atom::File => vec!["file"],
            Atom::Tuple(_) | Atom::TupleVar(_) => vec!["tuple"],
            Atom::Cont(kind, _) => match kind {
                Kind::DefaultDict => vec!["defaultdict", "dict"],
                Kind::Counter => vec!["Counter", "dict"],
                other => vec![other.name()],
            },
            _ => vec!["object"],
        }
    }

    /// The row of method `name` of a value.
    pub(crate) fn method_row(&self, atom: &Atom, name: &str) -> Option<&'static Row> {
        self.row_owner(atom).into_iter().find_map(|owner| self.s.table.row(&format!("{owner}.{name}")))
    }

    /// The result of `row` for these arguments; ⊥ where the call always raises.
    pub(crate) fn apply_row(
        &mut self,
        row: &'static Row,
        receiver: Option<AtomId>,
        node: Node,
        args: &Args,
        span: Span,
    ) -> TypeId {
        let mut scope = Scope { row, receiver, args: Vec::new(), more: Vec::new(), node, span };
        let mut positional = args.positional.iter().copied();
        let fixed = row.params.len() - usize::from(row.variadic);
        for param in &row.params[..fixed] {
            let given = positional.next().or_else(|| args.keyword(param.name));
            if given.is_none() && param.default.is_none() {
                return match args.rest {
                    Some(_) => self.refuse_star(span),
                    None => BOT,
                };
            }
            if let Some(ty) = given
                && !self.accepts(&param.accept, ty)
            {
                self.s.report(diagnostics::argument_type(span, row.name, param.name, &self.describe(ty)));
                return self.of(Atom::Unknown);
            }
            scope.args.push(given);
        }
        scope.more = positional.collect();
        if row.variadic {
            scope.args.push(scope.more.first().copied().or(args.rest));
            if let Some(rest) = args.rest {
                scope.more.push(rest);
            }
        } else if !scope.more.is_empty() {
            return BOT;
        } else if args.rest.is_some() || args.double_star.is_some() {
            return self.refuse_star(span);
        }
        for (name, _) in &args.keywords {
            if !row.params.iter().any(|param| param.name == &**name) {
                return BOT;
            }
        }
        for (target, is_value, source) in &row.grows {
            let grown = self.type_expr(source, &scope);
            let cells: Vec<crate::ty::CellId> = match target {
                TypeExpr::Receiver => receiver.and_then(|id| self.cell_of(id)).into_iter().collect(),
                TypeExpr::Arg(_) => {
                    let ty = self.type_expr(target, &scope);
                    self.atoms(ty).into_iter().filter_map(|(id, _)| self.cell_of(id)).collect()
                }
                _ => Vec::new(),
            };
            for cell in cells {
                self.s.write(cell, if *is_value { Field::Value } else { Field::Elem }, grown);
            }
        }
        for (what, of) in &row.hidden {
            let ty = self.type_expr(of, &scope);
            match *what {
                "eq" => self.eq_of(ty),
                "hash" => self.hash_and_eq(node, ty),
                "lt" => {
                    self.eq_of(ty);
                    self.lt_of(node, ty, ty);
                }
                "repr" => self.repr_of(ty),
                "str" => self.str_of(ty),
                _ => {}
            }
        }
        self.type_expr(&row.result, &scope)
    }

    fn refuse_star(&mut self, span: Span) -> TypeId {
        self.s.report(diagnostics::star_into_builtin(span));
        self.of(Atom::Unknown)
    }

    fn cell_of(&self, id: AtomId) -> Option<crate::ty::CellId> {
        match self.s.types.get(id) {
            Atom::Cont(_, cell) | Atom::TupleVar(cell) => Some(*cell),
            _ => None,
        }
    }

    /// Whether a parameter takes every atom of `ty`.
    fn accepts(&self, accept: &TypeExpr, ty: TypeId) -> bool {
        self.atoms(ty).into_iter().all(|(_, atom)| self.accepts_atom(accept, &atom))
    }

    fn accepts_atom(&self, accept: &TypeExpr, atom: &Atom) -> bool {
        if matches!(atom, Atom::Unknown) {
            return true;
        }
        match accept {
            TypeExpr::Union(options) => options.iter().any(|option| self.accepts_atom(option, atom)),
            // A key or element of another type is simply not found.
            TypeExpr::Elem | TypeExpr::Value | TypeExpr::Receiver | TypeExpr::Arg(_) => true,
            TypeExpr::Word(word) => match *word {
                "any" => true,
                "iter" => {
                    matches!(
                        atom,
                        Atom::Cont(..)
                            | Atom::Tuple(_)
                            | Atom::TupleVar(_)
                            | Atom::Str
                            | Atom::Bytes
                            | Atom::Range
                            | Atom::NatRange
                            | Atom::File
                    ) || matches!(atom, Atom::Obj(class, _) if self.class_has(*class, "__iter__") || self.class_has(*class, "__getitem__"))
                }
                "num" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
                "int" => atom.is_int() || *atom == Atom::Bool,
                "bool" => matches!(atom, Atom::Bool) || atom.is_int(),
                "float" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
                "str" => *atom == Atom::Str,
                "bytes" => *atom == Atom::Bytes,
                "none" => *atom == Atom::None,
                "file" => *atom == Atom::File,
                "tuple" => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
                "callable" => {
                    matches!(
                        atom,
                        Atom::Func(..)
                            | Atom::Bound(..)
                            | Atom::Builtin(_)
                            | Atom::BoundBuiltin(..)
                            | Atom::Class(_)
                    )
                }
                _ => false,
            },
            TypeExpr::New(head, _) => match atom {
                Atom::Cont(kind, _) => kind.name() == *head || (*head == "dict" && kind.is_dict()),
                _ => false,
            },
            TypeExpr::Tuple(_) => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
            TypeExpr::Items(_) | TypeExpr::Never => false,
        }
    }

    fn type_expr(&mut self, expr: &TypeExpr, scope: &Scope<'_>) -> TypeId {
        match expr {
            TypeExpr::Word("any" | "iter" | "num" | "callable") => BOT,
            TypeExpr::Word(word) => self.word(word),
            TypeExpr::Elem | TypeExpr::Value => {
                let Some(receiver) = scope.receiver else { return BOT };
                let is_value = *expr == TypeExpr::Value;
                match self.s.types.get(receiver).clone() {
                    Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                        self.s.read(cell, if is_value { &Field::Value } else { &Field::Elem })
                    }
                    _ => {
                        let one = self.s.types.of_id(receiver);
                        self.items_of(one, scope.node, scope.span)
                    }
                }
            }
            TypeExpr::Receiver => match scope.receiver {
                Some(receiver) => self.s.types.of_id(receiver),
                None => BOT,
            },
            TypeExpr::Arg(name) => {
                let at = scope.row.params.iter().position(|param| param.name == *name);
                match at {
                    Some(at) if scope.row.variadic && at + 1 == scope.row.params.len() => {
                        self.s.types.join_all(scope.more.clone())
                    }
                    Some(at) => match scope.args.get(at).copied().flatten() {
                        Some(ty) => ty,
                        None if scope.row.params[at].default == Some("()") => self.of(Atom::None),
                        None => BOT,
                    },
                    None => BOT,
                }
            }
            TypeExpr::Items(inner) => {
                let ty = self.type_expr(inner, scope);
                self.items_of(ty, scope.node, scope.span)
            }
            TypeExpr::Tuple(items) => {
                let items: Vec<TypeId> = items.iter().map(|item| self.type_expr(item, scope)).collect();
                if items.contains(&BOT) { BOT } else { self.of(Atom::Tuple(items.into())) }
            }
            TypeExpr::Union(options) => {
                let types: Vec<TypeId> = options.iter().map(|option| self.type_expr(option, scope)).collect();
                self.s.types.join_all(types)
            }
            TypeExpr::New(head, args) => {
                let parts: Vec<TypeId> = args.iter().map(|arg| self.type_expr(arg, scope)).collect();
                let first = parts.first().copied().unwrap_or(BOT);
                if *head == "tups" {
                    return self.tuple_var(scope.node, "row", first, scope.span);
                }
                let kind = match *head {
                    "list" => Kind::List,
                    "set" => Kind::Set,
                    "frozenset" => Kind::FrozenSet,
                    "dict" => Kind::Dict,
                    "deque" => Kind::Deque,
                    "Counter" => Kind::Counter,
                    "defaultdict" => Kind::DefaultDict,
                    "dict_keys" => Kind::DictKeys,
                    "dict_values" => Kind::DictValues,
                    "dict_items" => Kind::DictItems,
                    _ => Kind::Iterator,
                };
                let cell = self.s.cell(scope.node, "row", CellKind::Cont(kind), scope.span);
                self.s.write(cell, Field::Elem, first);
                if let Some(&second) = parts.get(1) {
                    self.s.write(cell, Field::Value, second);
                }
                self.of(Atom::Cont(kind, cell))
            }
            TypeExpr::Never => BOT,
        }
    }
}
