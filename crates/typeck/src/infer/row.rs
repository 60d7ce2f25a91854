//! Rows of the table: their results and effects for the argument types at hand.

use std::cell::Cell;

use portalis_diag::Span;
use portalis_hir::BinOp;

use super::Walk;
use super::bind::Args;
use crate::builtins::row::{Passing, is_callable, row_owners};
use crate::builtins::{
    COROUTINE, NUMBER_METHODS, OPERAND_METHODS, Operand, Row, RowParam, TASK, TypeExpr, is_unsupported,
    no_number_argument, not_iterable_argument, untold_argument, wrong_argument, wrong_call, wrong_operand,
};
use crate::cell::{CellKind, Field, Node};
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};
use crate::underlying::fields;
use crate::{diagnostics, iterator_class};

/// Which allocation of a row a container is, by how deep it lies in others; the last are those of a callback.
const PARTS: [&str; 6] = ["row", "row inside", "row inside 2", "row inside 3", "called", "called inside"];

/// Where the allocations of a callback begin.
const CALLED: usize = 4;

/// How often a callback's results are fed back into it.
const MAX_ROUNDS: usize = 8;

/// What a row's type expressions refer to.
struct Scope<'r> {
    row: &'r Row,
    receiver: Option<AtomId>,
    args: Vec<Option<TypeId>>,
    /// Further arguments of a variadic row.
    more: Vec<TypeId>,
    /// How deep in new containers a type expression is.
    depth: Cell<usize>,
    /// What callbacks return, by parameter.
    called: Vec<(&'static str, TypeId)>,
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
            "file" => Atom::File,
            "object" => Atom::Object,
            "exception" => return self.raised_anywhere(),
            word => match self.s.table.native(word) {
                Some(native) => Atom::Native(native.name),
                None => Atom::Unknown,
            },
        };
        self.of(atom)
    }

    /// The type of a constant or attribute of the table: one of some words.
    pub(crate) fn constant_type(&mut self, words: &str) -> TypeId {
        let types: Vec<TypeId> = words.split('|').map(|word| self.word(word)).collect();
        self.s.types.join_all(types)
    }

    /// The owners whose rows apply to a value, most specific first.
    pub(crate) fn row_owner(&self, atom: &Atom) -> Vec<&'static str> {
        match row_owners(atom) {
            none if none.is_empty() => vec!["object"],
            owners => owners,
        }
    }

    /// The row of method `name` of a value.
    pub(crate) fn method_row(&self, atom: &Atom, name: &str, args: &Args) -> Option<&'static Row> {
        let shape = self.shape(args);
        if let Atom::Native(class) = atom {
            return self.s.table.native_method(class, name, &shape);
        }
        let mut owners = self.row_owner(atom).into_iter();
        owners.find_map(|owner| self.s.table.row_for(&format!("{owner}.{name}"), &shape))
    }

    /// What special method `method` of an object of a library class gives; `None` where it has none for these operands.
    pub(crate) fn native_method(
        &mut self,
        node: Node,
        receiver: AtomId,
        method: &str,
        operands: &[AtomId],
        span: Span,
    ) -> Option<TypeId> {
        let Atom::Native(class) = *self.s.types.get(receiver) else { return None };
        let atoms: Vec<&Atom> = operands.iter().map(|&id| self.s.types.get(id)).collect();
        let row = self.s.table.special(class, method, &atoms)?;
        if row.runtime == "?" {
            self.s.report(diagnostics::unsupported_op(
                span,
                &format!("`{method}` of `{class}` with this operand"),
            ));
            return Some(self.of(Atom::Unknown));
        }
        let args = operands.iter().map(|&id| self.s.types.of_id(id)).collect();
        Some(self.apply_row(row, Some(receiver), node, &Args::of(args), span))
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
        let mut scope = Scope {
            row,
            receiver,
            args: Vec::new(),
            more: Vec::new(),
            called: Vec::new(),
            depth: Cell::new(if std::mem::take(&mut self.is_callback) { CALLED } else { 0 }),
            node,
            span,
        };
        if self.is_wrong_call(row.name, args) {
            return BOT;
        }
        let none = self.of(Atom::None);
        let mut positional = args.positional.iter().copied();
        for (at, param) in row.params.iter().enumerate() {
            if param.passing == Passing::Variadic {
                scope.more = positional.by_ref().chain(args.rest).collect();
                if row.takes_paths() {
                    scope.more = scope.more.iter().map(|&ty| self.as_path(node, ty)).collect();
                }
                scope.more = scope.more.iter().map(|&ty| self.as_argument(&param.accept, ty)).collect();
                if let Some(&bad) = scope.more.iter().find(|&&ty| !self.accepts(&param.accept, ty)) {
                    if args.rest.is_none() && self.always_wrong(row, at, bad) {
                        return BOT;
                    }
                    let fitting: Vec<TypeId> =
                        scope.more.iter().map(|&ty| self.fitting_kinds(row, at, ty)).collect();
                    let fit = fitting.iter().all(|&ty| self.accepts(&param.accept, ty));
                    if args.rest.is_some() || !fit {
                        return self.refuse_argument(row, param, bad, span);
                    }
                    scope.more = fitting;
                }
                scope.args.push(scope.more.first().copied());
                continue;
            }
            let by_position = if param.passing == Passing::Either { positional.next() } else { None };
            let given = by_position.or_else(|| args.keyword(param.name));
            // `None` stands for the function that is called where none is given.
            let given = given.filter(|ty| !(param.has_function() && *ty == none));
            if given.is_none() && param.default.is_none() {
                return match args.rest {
                    Some(_) => self.refuse_star(span),
                    None => self.refuse_arguments(row, span),
                };
            }
            let given = match given {
                Some(path) if row.takes_paths() => Some(self.as_path(node, path)),
                given => given,
            };
            let given = given.map(|ty| self.as_argument(&param.accept, ty));
            let given = given.map(|ty| self.index_argument(node, &param.accept, ty));
            let given = match row.name.starts_with("math.") && param.accept.takes_float() {
                true => given.map(|ty| self.float_argument(node, ty)),
                false => given,
            };
            if let Some(ty) = given
                && !self.accepts(&param.accept, ty)
            {
                if self.always_wrong(row, at, ty) {
                    return BOT;
                }
                // What is wrong raises; what is not goes on.
                let fitting = self.fitting_kinds(row, at, ty);
                let fits = match fitting {
                    BOT => self.atoms(ty).iter().any(|(_, atom)| is_unsupported(row, at, atom)),
                    fitting => self.accepts(&param.accept, fitting),
                };
                if !fits || row.variadic().is_some() {
                    return self.refuse_argument(row, param, ty, span);
                }
                scope.args.push(Some(fitting));
                continue;
            }
            scope.args.push(given);
        }
        if positional.next().is_some() {
            return self.refuse_arguments(row, span);
        }
        if row.variadic().is_none() && args.rest.is_some() || args.double_star.is_some() {
            return self.refuse_star(span);
        }
        for (name, _) in &args.keywords {
            if row.param(name).is_none() {
                return self.refuse_arguments(row, span);
            }
        }
        for (param, given) in row.params.iter().zip(scope.args.clone()) {
            if let (TypeExpr::Word("exception"), Some(thrown)) = (&param.accept, given) {
                self.raised(node, thrown, span);
            }
        }
        self.call_callbacks(&mut scope);
        for (what, of) in &row.hidden {
            let ty = self.type_expr(of, &scope);
            let is_set = row.name.starts_with("set.")
                && self.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Cont(Kind::Set, _)));
            if *what == "hash" && self.never_hashes(ty) && !is_set {
                return BOT;
            }
        }
        if matches!(row.name, "dict.get" | "dict.pop" | "set.remove" | "set.discard")
            && let Some(cell) = receiver.and_then(|id| self.cell_of(id))
            && let Some(key) = scope.args.first().copied().flatten()
        {
            self.looked_up(cell, key);
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
        let mut compared = Vec::new();
        for (what, of) in &row.hidden {
            let ty = self.type_expr(of, &scope);
            if matches!(*what, "eq" | "hash") {
                compared.push(ty);
            }
            match *what {
                "eq" => self.eq_of(ty),
                "hash" => self.hash_and_eq(node, ty),
                "lt" => {
                    self.eq_of(ty);
                    self.lt_of(node, ty, ty);
                }
                "repr" => self.repr_of(ty),
                "str" => self.str_of(ty),
                "stop" => {
                    let value = self.s.types.filter(ty, |atom| *atom != Atom::None);
                    self.note_argument_types("StopIteration", &[value]);
                }
                _ => {}
            }
        }
        if !compared.is_empty() && receiver.is_some() {
            compared.push(self.type_expr(&TypeExpr::Elem, &scope));
        }
        for pair in compared.windows(2) {
            self.meet(node, pair[0], pair[1]);
        }
        self.type_expr(&row.result, &scope)
    }

    /// What is handed in is called with the types that the row says, until what it returns is stable: a fold is called with
    /// its own results.
    fn call_callbacks(&mut self, scope: &mut Scope<'_>) {
        let row = scope.row;
        let none = self.of(Atom::None);
        for _ in 0..MAX_ROUNDS {
            let before = scope.called.clone();
            for (i, param) in row.params.iter().enumerate() {
                let Some((args, ret)) = param.callback() else { continue };
                let callee = scope.args[i].filter(|&ty| ty != none);
                if callee.is_none() && !param.has_function() {
                    continue;
                }
                let mut types: Vec<TypeId> = Vec::new();
                for arg in args {
                    match arg {
                        TypeExpr::Spread(tuple) => {
                            let tuple = self.type_expr(tuple, scope);
                            match self.atoms(tuple).as_slice() {
                                [(_, Atom::Tuple(items))] => types.extend(items.iter().copied()),
                                [] => types.push(BOT),
                                _ => {
                                    self.refuse_star(scope.span);
                                    types.push(BOT);
                                }
                            }
                        }
                        arg => types.push(self.type_expr(arg, scope)),
                    }
                }
                if types.contains(&BOT) {
                    continue;
                }
                let returned = match (callee, types.as_slice()) {
                    (Some(callee), _) => {
                        self.is_callback = true;
                        let role = row.callback_role();
                        let returned = self.call_value(scope.node, role, callee, types, scope.span);
                        self.is_callback = false;
                        returned
                    }
                    (None, [a, b]) => self.binary(scope.node, BinOp::Add, *a, *b, false, scope.span, None),
                    (None, [item]) => *item,
                    (None, _) => BOT,
                };
                if ret == Some(&TypeExpr::Word("bool")) {
                    self.truth_calls(scope.node, returned);
                }
                match scope.called.iter_mut().find(|(name, _)| *name == param.name) {
                    Some((_, old)) => *old = self.join(*old, returned),
                    None => scope.called.push((param.name, returned)),
                }
            }
            if scope.called == before {
                break;
            }
        }
    }

    /// Whether every value of type `ty` is of a wrong type as argument `at`, and CPython's message is known.
    fn always_wrong(&self, row: &Row, at: usize, ty: TypeId) -> bool {
        self.s.types.ids(ty).iter().all(|&id| {
            let class = self.type_name(id);
            let atom = self.s.types.get(id);
            wrong_argument(row, at, atom, &class).is_some() || self.is_wrong_object(row, at, id)
        })
    }

    /// Whether it is an enumeration itself, which is an iterable of its members.
    pub(super) fn is_enumeration(&self, atom: &Atom) -> bool {
        matches!(atom, Atom::Class(class) if self.s.classes[class.index()].enumeration.is_some())
    }

    /// Whether a value is an object that cannot be iterated, where the items of the argument are asked for, or that is no
    /// number, where one is.
    fn is_wrong_object(&self, row: &Row, at: usize, id: AtomId) -> bool {
        let atom = self.s.types.get(id);
        let &Atom::Obj(class, _) = atom else { return false };
        if !fields(&self.s.classes, class).is_empty() {
            return false;
        }
        let name = self.type_name(id);
        let is_number = || NUMBER_METHODS.iter().any(|method| self.class_has(class, method));
        !self.accepts_atom(&TypeExpr::Word("iter"), atom) && not_iterable_argument(row, at, &name).is_some()
            || no_number_argument(row, at, &name).is_some() && !is_number()
    }

    /// Whether a call of builtin `name` has a number of arguments or keywords that it never takes.
    pub(crate) fn is_wrong_call(&self, name: &str, args: &Args) -> bool {
        let keywords: Vec<&str> = args.keywords.iter().map(|(name, _)| &**name).collect();
        let is_open = args.rest.is_some() || args.double_star.is_some();
        !is_open && wrong_call(name, args.positional.len(), &keywords).is_some()
    }

    /// Whether a call of a builtin that no row describes always raises for the types of its arguments.
    pub(crate) fn is_wrong_operand(&self, name: &str, args: &Args) -> bool {
        let atoms: Vec<Option<AtomId>> = args
            .positional
            .iter()
            .map(|&ty| match *self.s.types.ids(ty) {
                [one] => Some(one),
                _ => None,
            })
            .collect();
        let operands: Vec<_> = atoms.iter().map(|id| id.map(|id| self.operand(id))).collect();
        args.rest.is_none() && wrong_operand(name, &operands).is_some()
    }

    fn operand(&self, id: AtomId) -> Operand<'_> {
        let (atom, class) = (self.s.types.get(id), self.type_name(id));
        let Atom::Obj(of, _) = *atom else {
            return Operand { atom, class, methods: Vec::new(), is_derived: false };
        };
        let methods = OPERAND_METHODS.into_iter().filter(|method| self.class_has(of, method)).collect();
        Operand { atom, class, methods, is_derived: !fields(&self.s.classes, of).is_empty() }
    }

    /// A type without the kinds that are wrong as argument `at`.
    fn fitting_kinds(&mut self, row: &Row, at: usize, ty: TypeId) -> TypeId {
        let mut ids = self.s.types.ids(ty).to_vec();
        ids.retain(|&id| {
            wrong_argument(row, at, self.s.types.get(id), &self.type_name(id)).is_none()
                && !self.is_wrong_object(row, at, id)
                && !untold_argument(row, at, self.s.types.get(id))
        });
        self.s.types.from_ids(ids)
    }

    fn refuse_argument(&mut self, row: &Row, param: &RowParam, found: TypeId, span: Span) -> TypeId {
        self.s.report(diagnostics::argument_type(span, row.name, param.name, &self.describe(found)));
        self.of(Atom::Unknown)
    }

    /// Arguments that the row has no parameters for. Python's own function may have them: calls that are wrong there
    /// are known from their arity.
    fn refuse_arguments(&mut self, row: &Row, span: Span) -> TypeId {
        self.s.report(diagnostics::unsupported_expr(span, &format!("`{}` with these arguments", row.name)));
        self.of(Atom::Unknown)
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

    /// An argument of a row: an object that is a builtin value besides goes as that value.
    fn as_argument(&mut self, accept: &TypeExpr, ty: TypeId) -> TypeId {
        if self.accepts(accept, ty) {
            return ty;
        }
        self.with_underlying(ty, |walk, atom| walk.accepts_atom(accept, atom))
    }

    /// Where a path is due: an object with `__fspath__` goes as what that says.
    pub(super) fn as_path(&mut self, node: Node, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match atom {
                Atom::Obj(class, _) if self.class_has(class, "__fspath__") => {
                    self.call_method(node, "__fspath__", id, Vec::new())
                }
                _ => self.s.types.of_id(id),
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// Whether a parameter takes every atom of `ty`.
    pub(super) fn accepts(&self, accept: &TypeExpr, ty: TypeId) -> bool {
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
                "iter" | "lazy" => {
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
                    ) || self.is_enumeration(atom)
                        || matches!(atom, Atom::Native(class) if self.s.table.iteration_word(class).is_some())
                        || matches!(atom, Atom::Obj(class, _) if self.class_has(*class, "__iter__")
                            || self.class_has(*class, "__getitem__")
                            || !fields(&self.s.classes, *class).is_empty())
                }
                "num" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
                "int" | "bigint" | "whole" => atom.is_int() || *atom == Atom::Bool,
                "bool" => matches!(atom, Atom::Bool) || atom.is_int(),
                "float" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float),
                "complex" => atom.is_int() || matches!(atom, Atom::Bool | Atom::Float | Atom::Complex),
                "str" => *atom == Atom::Str,
                "bytes" => *atom == Atom::Bytes,
                "none" => *atom == Atom::None,
                "file" => *atom == Atom::File,
                "list" => matches!(atom, Atom::Cont(Kind::List, _)),
                "seq" => matches!(
                    atom,
                    Atom::Cont(Kind::List | Kind::Deque, _)
                        | Atom::Tuple(_)
                        | Atom::TupleVar(_)
                        | Atom::Str
                        | Atom::Bytes
                        | Atom::Range
                        | Atom::NatRange
                ),
                "tuple" => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
                "exception" => match atom {
                    Atom::Exc(_) | Atom::ExcClass(_) => true,
                    Atom::Class(class) => !self.s.classes[class.index()].builtin_bases.is_empty(),
                    atom => self.is_exception_object(atom),
                },
                "awaitable" => matches!(atom, Atom::Cont(Kind::Native(COROUTINE | TASK), _)),
                word => matches!(atom, Atom::Native(name) if *name == word),
            },
            TypeExpr::New("as", _) => true,
            TypeExpr::New("iter" | "rows", _) => self.accepts_atom(&TypeExpr::Word("iter"), atom),
            TypeExpr::New("seq", _) => self.accepts_atom(&TypeExpr::Word("seq"), atom),
            TypeExpr::New("opt", parts) => {
                matches!(atom, Atom::None) || parts.iter().any(|part| self.accepts_atom(part, atom))
            }
            TypeExpr::New(head, _) => match atom {
                Atom::Cont(kind, _) => kind.name() == *head || (*head == "dict" && kind.is_dict()),
                _ => false,
            },
            TypeExpr::Tuple(_) => matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_)),
            TypeExpr::Callback(..) => is_callable(atom) || matches!(atom, Atom::Obj(..) | Atom::Native(_)),
            TypeExpr::Held(ty, _) => self.accepts_atom(ty, atom),
            TypeExpr::Called(_)
            | TypeExpr::Given(..)
            | TypeExpr::Result(_)
            | TypeExpr::Spread(_)
            | TypeExpr::Part(..) => true,
            TypeExpr::Items(_)
            | TypeExpr::Values(_)
            | TypeExpr::Awaited(_)
            | TypeExpr::Shared(..)
            | TypeExpr::Never => false,
        }
    }

    fn type_expr(&mut self, expr: &TypeExpr, scope: &Scope<'_>) -> TypeId {
        match expr {
            TypeExpr::Word("any" | "iter" | "lazy" | "seq" | "list" | "num" | "awaitable") => BOT,
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
                    Some(at) if scope.row.params[at].passing == Passing::Variadic => {
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
            TypeExpr::Called(param) => {
                scope.called.iter().find(|(name, _)| name == param).map_or(BOT, |(_, ty)| *ty)
            }
            TypeExpr::Given(param, otherwise) => match self.type_expr(&TypeExpr::Arg(param), scope) {
                BOT => self.type_expr(otherwise, scope),
                given => given,
            },
            TypeExpr::Result(is_element) => match (&scope.row.result, is_element) {
                (TypeExpr::New(_, parts), true) => match parts.first() {
                    Some(part) => self.type_expr(part, scope),
                    None => BOT,
                },
                (result, _) => self.type_expr(result, scope),
            },
            TypeExpr::Held(ty, _) => self.type_expr(ty, scope),
            TypeExpr::Part(tuple, at) => {
                let tuple = self.type_expr(tuple, scope);
                let items = self.atoms(tuple).into_iter().filter_map(|(_, atom)| match atom {
                    Atom::Tuple(items) => items.get(*at).copied(),
                    _ => None,
                });
                let items: Vec<TypeId> = items.collect();
                self.s.types.join_all(items)
            }
            TypeExpr::Callback(..) | TypeExpr::Spread(_) => BOT,
            TypeExpr::Items(inner) => {
                let ty = self.type_expr(inner, scope);
                self.items_of(ty, scope.node, scope.span)
            }
            TypeExpr::Values(inner) => {
                let ty = self.type_expr(inner, scope);
                self.key_value_of(ty).1
            }
            TypeExpr::Awaited(inner) => {
                let ty = self.type_expr(inner, scope);
                self.awaited(ty, scope.span)
            }
            TypeExpr::Shared(kind, inner) => {
                let ty = self.type_expr(inner, scope);
                let Some(native) = self.s.table.native(kind) else { return BOT };
                let mut joined = BOT;
                for (_, atom) in self.atoms(ty) {
                    if let Atom::Cont(Kind::Native(_), cell) = atom {
                        let one = self.of(Atom::Cont(Kind::Native(native.name), cell));
                        joined = self.join(joined, one);
                    }
                }
                joined
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
                let depth = scope.depth.get();
                scope.depth.set(depth + 1);
                let parts: Vec<TypeId> = args.iter().map(|arg| self.type_expr(arg, scope)).collect();
                scope.depth.set(depth);
                let part = PARTS[depth.min(PARTS.len() - 1)];
                let first = parts.first().copied().unwrap_or(BOT);
                if *head == "ints" {
                    let all = self.s.types.join_all(parts);
                    return if all == BOT { BOT } else { self.plain_int(all) };
                }
                if matches!(*head, "means" | "roots") {
                    return self.mean_type(first, *head == "roots");
                }
                if *head == "tups" {
                    return self.tuple_var(scope.node, part, first, scope.span);
                }
                let kind = match *head {
                    "list" => Kind::List,
                    "set" => Kind::Set,
                    "frozenset" => Kind::FrozenSet,
                    "dict" => Kind::Dict,
                    "deque" => Kind::Deque,
                    "Counter" => Kind::Counter,
                    "OrderedDict" => Kind::OrderedDict,
                    "defaultdict" => Kind::DefaultDict,
                    "dict_keys" => Kind::DictKeys,
                    "dict_values" => Kind::DictValues,
                    "dict_items" => Kind::DictItems,
                    head => match self.s.table.native(head) {
                        Some(native) => Kind::Native(native.name),
                        None => Kind::Iterator,
                    },
                };
                let of_ordered = scope.receiver.is_some_and(|receiver| {
                    matches!(self.s.types.get(receiver), Atom::Cont(Kind::OrderedDict, _))
                });
                let part = match kind {
                    Kind::Iterator => iterator_class::of_function(scope.row.name, depth).unwrap_or(part),
                    Kind::DictKeys | Kind::DictValues | Kind::DictItems if of_ordered => {
                        iterator_class::ORDERED_VIEW
                    }
                    _ => part,
                };
                let cell = self.s.cell(scope.node, part, CellKind::Cont(kind), scope.span);
                self.s.write(cell, Field::Elem, first);
                if let Some(&second) = parts.get(1) {
                    self.s.write(cell, Field::Value, second);
                }
                self.of(Atom::Cont(kind, cell))
            }
            TypeExpr::Never => BOT,
        }
    }

    /// What means of numbers are: those of integers may be floats, those of exact numbers are of their class; deviations
    /// (`is_root`) of binary numbers are floats.
    fn mean_type(&mut self, data: TypeId, is_root: bool) -> TypeId {
        let mut mean = BOT;
        for (id, atom) in self.atoms(data) {
            let kinds = match atom {
                Atom::None => vec![],
                Atom::Native("Decimal") => vec![id],
                _ if is_root => vec![],
                Atom::Bool => {
                    let int = self.of(Atom::Nat);
                    self.s.types.ids(int).to_vec()
                }
                _ => vec![id],
            };
            let kinds = self.s.types.from_ids(kinds);
            mean = self.join(mean, kinds);
            let is_exact =
                matches!(atom, Atom::Native("Decimal")) || !is_root && matches!(atom, Atom::Native(_));
            if !is_exact {
                let float = self.of(Atom::Float);
                mean = self.join(mean, float);
            }
        }
        if mean == BOT { self.of(Atom::Float) } else { mean }
    }
}
