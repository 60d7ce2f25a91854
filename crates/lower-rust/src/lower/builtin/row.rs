//! Calls of rows of the table.
//!
//! Each parameter's [`TypeExpr`] says what the runtime gets; see the table of [`portalis_typeck::builtins::row`].

use portalis_hir::{Arg, ExprId, ExprKind};
use portalis_typeck::builtins::row::{Passing, is_callable};
use portalis_typeck::builtins::{
    OPERAND_METHODS, Operand, Row, RowParam, Shape, Table, TypeExpr, wrong_call, wrong_operand,
};
use portalis_typeck::cell::CellKind;
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};
use portalis_typeck::underlying::fields;

use crate::lower::{Catch, FnCx, raise};
use crate::represent::{Repr, native_path, runtime_path};
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};

use super::literal;
use super::row_argument::or_none;
use super::told_apart::takes_left_out;

/// A call of a row: what its type expressions refer to.
pub(super) struct RowCall {
    pub(super) id: ExprId,
    pub(super) row: &'static Row,
    /// The types of the receiver's elements and values.
    pub(super) parts: (TypeId, TypeId),
    /// The arguments of each parameter.
    pub(super) given: Vec<Vec<ExprId>>,
    /// Those of them that stand behind a star.
    pub(super) starred: Vec<ExprId>,
    /// The type of the result.
    pub(super) to: TypeId,
    /// What callbacks return, by parameter.
    pub(super) called: Vec<(&'static str, TypeId)>,
}

/// The function of the runtime that compares by rank, where there is one.
fn ranked_form(runtime: &str) -> Option<&'static str> {
    Some(match runtime {
        "heapq::heappush" => "heapq::heappush_ranked",
        "heapq::heappop" => "heapq::heappop_ranked",
        "heapq::heapify" => "heapq::heapify_ranked",
        "heapq::heapreplace" => "heapq::heapreplace_ranked",
        "heapq::heappushpop" => "heapq::heappushpop_ranked",
        _ => return None,
    })
}

impl FnCx<'_, '_> {
    /// A call of a row of the table, its result as `to`.
    pub(super) fn row_call_as(
        &mut self,
        id: ExprId,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
        to: TypeId,
    ) -> (Expr, TypeId) {
        if let Some(message) = self.wrong_call(row.name, args) {
            let raised = self.throw_message("TypeError", &message);
            return (self.after_arguments(receiver, args, raised), BOT);
        }
        let to = self.own_view(id, row, to);
        let parts = match &receiver {
            Some((_, ty)) => (self.elem_type(*ty), self.value_type(*ty)),
            None => (BOT, BOT),
        };
        if let (Some((container, _)), BOT, [Arg::Pos(item)]) = (&receiver, parts.0, args)
            && self.cx.rep.repr(self.type_of(*item)) != Repr::Never
            && let Some(value) = self.search_in_nothing(row.name, container.clone(), *item)
        {
            return (value, to);
        }
        if row.variadic().is_none() && args.iter().any(|arg| matches!(arg, Arg::Star(_))) {
            self.cx.sink.push(crate::diagnostics::star_into_builtin(self.span));
            return (Expr::unit(), BOT);
        }
        if let Some(at) = self.told_apart(row, args) {
            return self.by_kind(to, receiver, args, at, &mut |cx, it| cx.row_call_as(id, row, it, args, to));
        }
        let starred = args.iter().filter_map(|arg| if let Arg::Star(it) = arg { Some(*it) } else { None });
        let mut call = RowCall {
            id,
            row,
            parts,
            given: self.bind_row(row, args),
            starred: starred.collect(),
            to,
            called: Vec::new(),
        };
        for (param, given) in row.params.iter().zip(&mut call.given) {
            // `None` stands for the function that is called where none is given.
            if param.has_function()
                && let Some(&value) = given.first()
                && self.cx.rep.repr(self.type_of(value)) == Repr::Unit
            {
                let is_literal = matches!(self.cx.module[value].kind, ExprKind::None);
                if !is_literal && !self.is_named(value) && self.stand_in(value).is_none() {
                    self.unsupported_operation("a function that is computed and always None");
                }
                given.clear();
            }
        }
        if let Some(message) = self.wrong_row_argument(&call).or_else(|| self.unhashable_argument(&call)) {
            let raised = self.throw_message("TypeError", &message);
            return (self.after_arguments(receiver, args, raised), BOT);
        }
        if let Some(trap) = self.untold_row_argument(&call) {
            return (self.after_arguments(receiver, args, trap), BOT);
        }
        if let (Some((container, _)), BOT, TypeExpr::New("list", items)) = (&receiver, parts.0, &row.result)
            && matches!(items.as_slice(), [TypeExpr::Tuple(_)])
        {
            // Pairs of what a container never holds have no type of their own.
            let none = self.empty_container("List", to);
            return (self.after_arguments(Some((container.clone(), BOT)), args, none), to);
        }
        if let (Some((container, _)), "set.discard" | "set.remove", [Arg::Pos(item)]) =
            (&receiver, row.name, args)
        {
            let ty = self.type_of(*item);
            let repr = self.cx.rep.repr(ty);
            if matches!(repr, Repr::Option(_) | Repr::Union(_))
                && repr != self.cx.rep.repr(parts.0)
                && !self.holds_kind(ty, parts.0)
            {
                return self
                    .by_kind(to, receiver, args, 0, &mut |cx, it| cx.row_call_as(id, row, it, args, to));
            }
            if self.is_never_in(ty, parts.0)
                && let Some(value) = self.search_in_nothing(row.name, container.clone(), *item)
            {
                return (value, to);
            }
        }
        let names_optional = row.runtime.split('|').skip(1).any(|runtime| !runtime_is_plain(runtime));
        let n_optional = row.params.iter().filter(|param| param.default == Some("?")).count();
        let mut lowered = Vec::new();
        let mut given_optional = Vec::new();
        // Other parameters may be of the type that a callback returns.
        let mut callbacks = Vec::new();
        for (i, param) in row.params.iter().enumerate() {
            callbacks.push(match (param.callback(), call.given[i].first().copied()) {
                (Some(scheme), Some(callee)) => Some(self.callback(param, callee, scheme, &mut call)),
                (Some(scheme), None) if param.default == Some("+") => Some(self.addition(scheme, &call)),
                (Some(scheme), None) if param.default == Some("=") => Some(self.item_itself(scheme, &call)),
                _ => None,
            });
        }
        for (i, param) in row.params.iter().enumerate() {
            if let Some(closure) = callbacks[i].take() {
                if param.default == Some("?") {
                    given_optional.push(param.name);
                }
                lowered.push(closure);
                continue;
            }
            if param.passing == Passing::Variadic {
                let values = self.row_variadic(i, &call.given[i].clone(), &mut call);
                lowered.push(values);
                continue;
            }
            match call.given[i].first().copied() {
                Some(value) => {
                    let lone = n_optional == 1 || names_optional || param.default != Some("?");
                    if param.default == Some("?") {
                        given_optional.push(param.name);
                    }
                    let value = self.row_value(i, value, &mut call);
                    let lone = lone || matches!(param.accept, TypeExpr::New("opt", _));
                    lowered.push(if lone { value } else { Expr::call(Path::local("Some"), vec![value]) });
                }
                None => match param.default {
                    Some("?") if names_optional => {}
                    // `None` among nothing else has no value of its own.
                    Some("none") if self.is_unit_parameter(&param.accept, &call) => {
                        lowered.push(Expr::unit())
                    }
                    Some(text) => lowered.push(default_argument(text)),
                    None => self.unsupported_operation("a call without a required argument"),
                },
            }
        }
        if given_optional.is_empty() && row.runtime.contains('|') && !names_optional {
            lowered.truncate(row.params.len() - n_optional);
        }
        let is_ranked = self.check_order(&call);
        self.check_letters(&call);
        if matches!(row.name, "copy.copy" | "copy.deepcopy" | "copy._deepcopy") {
            let repr = self.cx.rep.repr(to);
            if !self.cx.copies_alone(&repr, row.name != "copy.copy") {
                self.unsupported_operation(&format!("`{}` of these values", row.name.replace('_', "")));
            }
        }
        let source = receiver.as_ref().map(|(_, ty)| *ty);
        if row.runtime == "asyncio::gather_settled" {
            let (value, error) = self.settled_items(&call);
            lowered.extend([value, error]);
        }
        if let (Repr::NativeOf(class, elem), None) = (self.cx.rep.repr(to), source)
            && row.runtime.ends_with("::new")
        {
            // What it holds is said where it is made: nothing else may say it.
            let is_ranked = row.runtime == "queue::PriorityQueue::new" && !self.may_order(&elem);
            let make = if is_ranked && self.is_ranked(&elem) { "ranked" } else { "new" };
            let elem = self.cx.rep.ty(&elem);
            let new = Expr::GenericAssoc(native_path(class), vec![elem], make.to_owned());
            return (Expr::Call(Box::new(new), lowered), to);
        }
        let runtime = row.runtime_for(&given_optional);
        let runtime = if is_ranked { ranked_form(runtime).unwrap_or(runtime) } else { runtime };
        let (value, ty) = self.row_emit_at(row, receiver, lowered, runtime);
        // A copy may be filled with other things than what it was made from.
        if row.runtime == "copy"
            && let Some(source) = source
        {
            return self.refit(value, source, to);
        }
        if self.gives_nothing(row, to) {
            return (Expr::call(Path::RtIn("iter", "exhausting".to_owned()), vec![value]), to);
        }
        let made = if ty == BOT { self.made_type(&row.result) } else { BOT };
        if made != BOT {
            return self.refit(value, made, to);
        }
        let ty = match ty {
            BOT if row.makes_result() => return (self.as_told(value, &call), to),
            BOT => self.row_type(&row.result, &call),
            ty => ty,
        };
        (value, if ty == BOT { to } else { ty })
    }

    /// Whether the row makes an iterator of tuples with what a function gives, and none ever comes.
    pub(super) fn gives_nothing(&mut self, row: &Row, to: TypeId) -> bool {
        let TypeExpr::New("iterator", items) = &row.result else { return false };
        let elem = self.elem_type(to);
        let is_called = |part: &TypeExpr| matches!(part, TypeExpr::Called(_));
        matches!(items.as_slice(), [TypeExpr::Tuple(parts)] if parts.iter().any(is_called))
            && (elem == BOT || self.tuple_items(elem).contains(&BOT))
    }

    /// What chooses among rows of one name: a tuple behind a star counts item by item, as in inference.
    pub(super) fn shape<'r>(&self, args: &'r [Arg]) -> Shape<'r> {
        let mut shape = Shape::default();
        for arg in args {
            match arg {
                Arg::Pos(value) => {
                    let ty = self.type_of(*value);
                    let atoms = self.cx.rep.atoms(ty);
                    let is_function = atoms.iter().any(|(_, atom)| is_callable(atom));
                    if is_function && self.enumeration_class(ty).is_none() {
                        shape.callables.push(shape.n_positional);
                    }
                    shape.is_wide |= atoms.iter().any(|(_, atom)| *atom == Atom::BigInt);
                    shape.begins_with_float |=
                        shape.n_positional == 0 && atoms.iter().any(|(_, atom)| *atom == Atom::Float);
                    shape.n_positional += 1;
                }
                Arg::Star(value) => {
                    let atoms = self.cx.rep.atoms(self.type_of(*value));
                    shape.is_wide |= atoms.iter().any(|(_, atom)| self.has_wide_items(atom));
                    match atoms.as_slice() {
                        [(_, Atom::Tuple(items))] if !shape.has_star => shape.n_positional += items.len(),
                        _ => shape.has_star = true,
                    }
                }
                Arg::Keyword(name, _) => shape.keywords.push(name),
                Arg::DoubleStar(_) => {}
            }
        }
        shape
    }

    /// Whether some item of a container may be an integer past 64 bits.
    fn has_wide_items(&self, container: &Atom) -> bool {
        let inferred = &self.cx.rep.inferred;
        let is_wide = |ty: TypeId| inferred.types.contains(ty, &Atom::BigInt);
        match container {
            Atom::Tuple(items) => items.iter().any(|&item| is_wide(item)),
            Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                is_wide(inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Elem))
            }
            _ => false,
        }
    }

    /// The arguments of each parameter; `None` where that means the same as nothing counts as nothing.
    pub(super) fn bind_row(&mut self, row: &Row, args: &[Arg]) -> Vec<Vec<ExprId>> {
        let mut positional = args.iter().filter_map(|arg| match arg {
            Arg::Pos(value) | Arg::Star(value) => Some(*value),
            Arg::Keyword(..) | Arg::DoubleStar(_) => None,
        });
        let none = self.none_type();
        let mut given = Vec::new();
        for param in &row.params {
            let by_position = match param.passing {
                Passing::Either => positional.next(),
                Passing::Variadic => {
                    given.push(positional.by_ref().collect());
                    continue;
                }
                Passing::Named => None,
            };
            let value = by_position.or_else(|| {
                args.iter().find_map(|arg| match arg {
                    Arg::Keyword(name, value) if &**name == param.name => Some(*value),
                    _ => None,
                })
            });
            // Another expression than `None` is evaluated.
            let is_left_out = value.is_some_and(|value| {
                takes_left_out(row, param)
                    && self.type_of(value) == none
                    && (self.stand_in(value).is_some()
                        || matches!(self.cx.module[value].kind, ExprKind::None))
            });
            given.push(value.filter(|_| !is_left_out).into_iter().collect());
        }
        given
    }

    /// Whether what a parameter takes is as wide as others, and those are never anything but `None`.
    fn is_unit_parameter(&mut self, accept: &TypeExpr, call: &RowCall) -> bool {
        let TypeExpr::New("as", parts) = accept else { return false };
        let ty = parts.first().map_or(BOT, |part| self.row_type(part, call));
        matches!(self.cx.rep.repr(ty), Repr::Unit | Repr::Never)
    }

    /// The arguments of a `*` parameter, as an array, or a vector where the program has a star.
    fn row_variadic(&mut self, at: usize, values: &[ExprId], call: &mut RowCall) -> Expr {
        let param = &call.row.params[at];
        let elem = match &param.accept {
            TypeExpr::New("iter", parts) => parts.first().map(|part| self.row_type(part, call)),
            _ => None,
        };
        let waits = matches!(param.accept, TypeExpr::Word("awaitable"))
            && values.iter().all(|&value| {
                call.starred.contains(&value) && self.iteration_type(self.type_of(value)) == BOT
            });
        let path = if waits { Path::RtIn("asyncio", "Coroutine".to_owned()) } else { Path::Rt("Iter") };
        // Rust learns the type of rows of which there are none from nothing else.
        let row = elem.or(waits.then_some(BOT)).filter(|elem| *elem == BOT).map(|elem| {
            let repr = self.cx.rep.repr(elem);
            let item = self.cx.rep.ty(&repr);
            Ty::Named(path, vec![item])
        });
        if let ([], Some(row)) = (values, &row) {
            let new = Expr::GenericAssoc(Path::local("Vec"), vec![row.clone()], "new".to_owned());
            return Expr::Call(Box::new(new), Vec::new());
        }
        if !values.iter().any(|value| call.starred.contains(value)) {
            return Expr::Array(values.iter().map(|&value| self.row_value(at, value, call)).collect());
        }
        let name = self.temp("rows");
        let mut block = Block::default();
        let ty = row.map(|row| Ty::Named(Path::local("Vec"), vec![row]));
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty,
            init: Some(Expr::call(Path::local("Vec").assoc("new"), Vec::new())),
        });
        for &value in values {
            if call.starred.contains(&value) {
                let target = name.clone();
                self.for_each(value, &mut block, &mut |cx, item, item_ty, body| {
                    let item = match &param.accept {
                        TypeExpr::Word("float" | "int" | "bigint" | "whole") => {
                            cx.row_argument(item, item_ty, param, call.parts)
                        }
                        accept => cx.row_item(accept, item, item_ty, call),
                    };
                    body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("push", vec![item])));
                });
            } else {
                let item = self.row_value(at, value, call);
                block.stmts.push(Stmt::Expr(Expr::local(name.clone()).method("push", vec![item])));
            }
        }
        block.tail = Some(Box::new(Expr::local(name)));
        Expr::Block(block)
    }

    /// The type that an expression of the row stands for in this call.
    pub(super) fn row_type(&mut self, expr: &TypeExpr, call: &RowCall) -> TypeId {
        match expr {
            TypeExpr::Word("exception") => {
                let ids = self.cx.rep.atoms(call.to).into_iter();
                let ids = ids.filter(|(_, atom)| self.cx.rep.is_exception(atom)).map(|(id, _)| id).collect();
                self.cx.rep.inferred.types.from_ids(ids)
            }
            TypeExpr::Word(word) => self.word_type(word),
            TypeExpr::Elem => call.parts.0,
            TypeExpr::Value => call.parts.1,
            TypeExpr::Arg(name) => {
                let at = call.row.params.iter().position(|param| param.name == *name);
                let values = at.map(|at| call.given[at].clone()).unwrap_or_default();
                let mut types = Vec::new();
                for value in values {
                    let ty = self.type_of(value);
                    types.push(if call.starred.contains(&value) { self.iteration_type(ty) } else { ty });
                }
                self.cx.rep.inferred.types.join_all(types)
            }
            TypeExpr::Items(inner) => {
                let ty = self.row_type(inner, call);
                self.iteration_type(ty)
            }
            TypeExpr::Values(inner) => {
                let ty = self.row_type(inner, call);
                self.value_type(ty)
            }
            TypeExpr::Awaited(inner) => {
                let ty = self.row_type(inner, call);
                self.awaited_type(ty)
            }
            TypeExpr::Called(param) => {
                call.called.iter().find(|(name, _)| name == param).map_or(BOT, |(_, ty)| *ty)
            }
            TypeExpr::Given(param, otherwise) => match self.row_type(&TypeExpr::Arg(param), call) {
                BOT => self.row_type(otherwise, call),
                given => given,
            },
            TypeExpr::Result(false) => call.to,
            TypeExpr::Result(true) => self.made_items(call),
            TypeExpr::Union(options) => {
                let types: Vec<TypeId> = options.iter().map(|option| self.row_type(option, call)).collect();
                self.cx.rep.inferred.types.join_all(types)
            }
            TypeExpr::Tuple(items) => {
                let items: Vec<TypeId> = items.iter().map(|item| self.row_type(item, call)).collect();
                self.of(Atom::Tuple(items.into()))
            }
            TypeExpr::Held(_, held) => self.row_type(held, call),
            TypeExpr::Part(tuple, at) => {
                let tuple = self.row_type(tuple, call);
                self.tuple_items(tuple).get(*at).copied().unwrap_or(BOT)
            }
            TypeExpr::Receiver
            | TypeExpr::Shared(..)
            | TypeExpr::New(..)
            | TypeExpr::Callback(..)
            | TypeExpr::Spread(_)
            | TypeExpr::Never => BOT,
        }
    }

    /// The type of a container that the runtime makes of words alone; ⊥ for anything else.
    fn made_type(&mut self, expr: &TypeExpr) -> TypeId {
        let TypeExpr::New(head, parts) = expr else { return BOT };
        let kind = match *head {
            "list" => CellKind::Cont(Kind::List),
            "set" => CellKind::Cont(Kind::Set),
            "dict" => CellKind::Cont(Kind::Dict),
            "tups" => CellKind::TupleVar,
            _ => return BOT,
        };
        let mut types = Vec::new();
        for part in parts {
            types.push(self.made_part(part));
        }
        if types.is_empty() || types.contains(&BOT) {
            return BOT;
        }
        self.made_container(kind, types[0], types.get(1).copied().unwrap_or(BOT))
    }

    fn made_part(&mut self, expr: &TypeExpr) -> TypeId {
        match expr {
            TypeExpr::Word(word @ ("int" | "nat" | "float" | "bool" | "str" | "bytes" | "none")) => {
                self.word_type(word)
            }
            TypeExpr::Union(parts) | TypeExpr::Tuple(parts) => {
                let mut types = Vec::new();
                for part in parts {
                    types.push(self.made_part(part));
                }
                match expr {
                    _ if types.contains(&BOT) => BOT,
                    TypeExpr::Tuple(_) => self.of(Atom::Tuple(types.into())),
                    _ => self.cx.rep.inferred.types.join_all(types),
                }
            }
            expr => self.made_type(expr),
        }
    }

    /// What a row compares must have an order; whether that is the rank of the values.
    fn check_order(&mut self, call: &RowCall) -> bool {
        let mut is_ranked = false;
        for (what, of) in &call.row.hidden {
            let ty = if *what == "lt" { self.row_type(of, call) } else { BOT };
            let repr = self.cx.rep.repr(ty);
            if self.may_order(&repr) {
                continue;
            }
            let has_ranked_form = ranked_form(call.row.runtime).is_some();
            // A queue knows how it orders since it was made.
            if (has_ranked_form || call.row.name.starts_with("PriorityQueue.")) && self.is_ranked(&repr) {
                is_ranked = has_ranked_form;
            } else {
                self.unsupported_operation(&format!("`{}` of values that have no order", call.row.name));
            }
        }
        is_ranked
    }

    /// CPython's message where an argument is of a wrong type.
    fn wrong_row_argument(&mut self, call: &RowCall) -> Option<String> {
        for (at, given) in call.given.iter().enumerate() {
            for &value in given.iter().filter(|value| !call.starred.contains(value)) {
                let atoms = self.cx.rep.atoms(self.type_of(value));
                let messages: Option<Vec<String>> =
                    atoms.iter().map(|(id, _)| self.wrong_kind(call.row, at, *id)).collect();
                match messages.as_deref() {
                    Some([message]) => return Some(message.clone()),
                    Some([_, ..]) => {
                        self.unsupported_operation(&format!("`{}` of several wrong types", call.row.name));
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// CPython's message for a number of arguments, or keywords, that builtin `name` never takes.
    pub(super) fn wrong_call(&self, name: &str, args: &[Arg]) -> Option<String> {
        if args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_))) {
            return None;
        }
        let n_positional = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count();
        let keywords: Vec<&str> = args
            .iter()
            .filter_map(|arg| if let Arg::Keyword(name, _) = arg { Some(&**name) } else { None })
            .collect();
        wrong_call(name, n_positional, &keywords)
    }

    /// CPython's message where a builtin that no row describes gets arguments of wrong types.
    pub(super) fn wrong_operand(&self, name: &str, args: &[Arg]) -> Option<String> {
        let mut types = Vec::new();
        for arg in args {
            match arg {
                Arg::Pos(value) => types.push(self.type_of(*value)),
                Arg::Star(_) => return None,
                Arg::Keyword(..) | Arg::DoubleStar(_) => {}
            }
        }
        self.wrong_operand_of(name, &types)
    }

    /// The same with positional arguments of these types.
    pub(super) fn wrong_operand_of(&self, name: &str, types: &[TypeId]) -> Option<String> {
        let mut atoms = Vec::new();
        for &ty in types {
            atoms.push(match self.cx.rep.atoms(ty).as_slice() {
                [(_, atom)] => Some(atom.clone()),
                _ => None,
            });
        }
        let operands: Vec<_> =
            atoms.iter().map(|atom| atom.as_ref().map(|atom| self.operand(atom))).collect();
        wrong_operand(name, &operands)
    }

    fn operand<'a>(&self, atom: &'a Atom) -> Operand<'a> {
        let class = self.class_name(atom);
        let Atom::Obj(of, _) = *atom else {
            return Operand { atom, class, methods: Vec::new(), is_derived: false };
        };
        let has = |method: &&str| self.cx.class_has(of, &(*method).into());
        let is_derived = !fields(&self.cx.rep.inferred.classes, of).is_empty();
        Operand { atom, class, methods: OPERAND_METHODS.into_iter().filter(has).collect(), is_derived }
    }

    /// CPython's message where the row hashes what has no hash.
    fn unhashable_argument(&mut self, call: &RowCall) -> Option<String> {
        let hashed: Vec<&TypeExpr> =
            call.row.hidden.iter().filter(|(what, _)| *what == "hash").map(|(_, of)| of).collect();
        hashed.into_iter().find_map(|of| {
            let ty = self.row_type(of, call);
            let is_set = matches!(self.cx.rep.repr(ty), Repr::Set(_));
            if is_set && matches!(call.row.name, "set.remove" | "set.discard") {
                self.unsupported_operation("a set as an item of a set");
            }
            self.unhashable(ty).map(|name| format!("unhashable type: '{name}'"))
        })
    }

    /// `raised` after the receiver and the arguments were evaluated, in their order.
    pub(in crate::lower) fn after_arguments(
        &mut self,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
        raised: Expr,
    ) -> Expr {
        let mut evaluated: Vec<Expr> = receiver.into_iter().map(|(receiver, _)| receiver).collect();
        for arg in args {
            let mut value = self.place(arg.value());
            crate::lower::expr::anchor(&mut value);
            evaluated.push(value);
        }
        evaluated.into_iter().rev().fold(raised, |raised, value| crate::coerce::after(value, raised))
    }

    /// The tables of `str.translate` are dicts from characters to what the runtime knows to write.
    fn check_letters(&mut self, call: &RowCall) {
        let is_table = match call.row.name {
            "str.translate" => true,
            "str.maketrans" => call.row.params.len() == 1,
            _ => false,
        };
        let Some(&table) = call.given.first().and_then(|given| given.first()).filter(|_| is_table) else {
            return;
        };
        let ty = self.type_of(table);
        let Repr::Dict(key, value) = self.cx.rep.repr(ty) else { return };
        let is_plain_dict = matches!(self.first_atom_of(ty), Some(Atom::Cont(Kind::Dict, _)));
        let is_letter = |repr: &Repr| matches!(repr, Repr::I64 | Repr::Str);
        let is_mapped = match &*value {
            Repr::Option(inner) => is_letter(inner),
            value => is_letter(value) || *value == Repr::Unit || call.row.name == "str.maketrans",
        };
        if !is_plain_dict || !is_letter(&key) || !is_mapped {
            self.unsupported_operation(&format!("`{}` with this table", call.row.name));
        }
    }

    fn first_atom_of(&self, ty: TypeId) -> Option<Atom> {
        self.cx.rep.atoms(ty).first().map(|(_, atom)| atom.clone())
    }

    /// The type that a word of the table names.
    pub(crate) fn word_type(&mut self, word: &str) -> TypeId {
        let atom = match word {
            "none" => Atom::None,
            "nat" => Atom::Nat,
            "int" => Atom::Int,
            "bigint" => Atom::BigInt,
            "bool" => Atom::Bool,
            "float" => Atom::Float,
            "str" => Atom::Str,
            "bytes" => Atom::Bytes,
            "complex" => Atom::Complex,
            "file" => Atom::File,
            word => match Table::get().native(word) {
                Some(native) => Atom::Native(native.name),
                None => return BOT,
            },
        };
        self.of(atom)
    }

    /// A call of the runtime that may raise, by its path in the table.
    fn raising_path(&mut self, path: &'static str, args: Vec<Expr>) -> Expr {
        let (module, function) = path.split_once("::").unwrap_or(("builtins", path));
        match function.rsplit_once("::") {
            // An associated function: `Random::new`, `Random::try_new`.
            Some((class, function)) => {
                if self.catch == Catch::Uncaught {
                    return Expr::call(Path::RtIn(module, format!("{class}::{function}")), args);
                }
                let call = Expr::call(Path::RtIn(module, format!("{class}::try_{function}")), args);
                self.propagate(call)
            }
            None => self.raising_call(module, function, args),
        }
    }

    pub(crate) fn row_emit(
        &mut self,
        row: &'static Row,
        receiver: Option<Expr>,
        args: Vec<Expr>,
        receiver_ty: TypeId,
    ) -> (Expr, TypeId) {
        self.row_emit_at(row, receiver.map(|receiver| (receiver, receiver_ty)), args, row.runtime_for(&[]))
    }

    /// A search in a container that never holds anything: the item has no type to be compared as.
    fn search_in_nothing(&mut self, name: &str, container: Expr, item: ExprId) -> Option<Expr> {
        let ty = self.type_of(item);
        let mut place = if self.stand_in(item).is_some() && self.cx.rep.repr(ty) == Repr::Unit {
            Expr::unit()
        } else {
            self.place(item)
        };
        crate::lower::expr::anchor(&mut place);
        let exception = match name {
            "list.count" => {
                let none = crate::coerce::after(place, Expr::Int(0, Some("i64")));
                return Some(crate::coerce::after(container, none));
            }
            "set.discard" => {
                return Some(crate::coerce::after(container, crate::coerce::after(place, Expr::unit())));
            }
            "list.index" => {
                self.check_shown(ty);
                let text = "{:?} is not in list".to_owned();
                let text = Expr::Format { name: "format", first: None, text, args: vec![self.py(place)] };
                exception("new", "ValueError", text)
            }
            "set.remove" => {
                self.check_shown(ty);
                exception("with_arg", "KeyError", place.by_ref())
            }
            "list.remove" => {
                let message = Expr::Str("list.remove(x): x not in list".to_owned());
                crate::coerce::after(place, exception("new", "ValueError", message))
            }
            _ => return None,
        };
        // As a `Result`, so that it has a type wherever it stands.
        let ok = if name == "list.index" { Ty::local("i64") } else { Ty::Tuple(Vec::new()) };
        let failed = Expr::Generic(Path::local("Err"), vec![ok, Ty::path(Path::Rt("Exception"))]);
        let failed = Expr::Call(Box::new(failed), vec![exception]);
        Some(crate::coerce::after(container, self.propagate(failed)))
    }

    pub(super) fn row_emit_at(
        &mut self,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: Vec<Expr>,
        runtime: &'static str,
    ) -> (Expr, TypeId) {
        // `=ljust|ljust_with`: the plain one raises nothing.
        let (runtime, raises) = match runtime.strip_prefix('=') {
            Some(total) => (total, false),
            None => (runtime, !row.raises.is_empty()),
        };
        let result = self.row_result(row, receiver.as_ref().map(|(_, ty)| *ty));
        let value = match receiver {
            Some((receiver, ty)) => {
                let repr = self.cx.rep.repr(ty);
                if matches!(repr, Repr::I64 | Repr::Bool | Repr::Float) {
                    // Methods of plain numbers are functions.
                    let module = if repr == Repr::Float { "float" } else { "int" };
                    if matches!(runtime, "conjugate") {
                        return (receiver, ty);
                    }
                    let int = self.of(Atom::Int);
                    let receiver = if repr == Repr::Bool { self.coerce(receiver, ty, int) } else { receiver };
                    let mut all = vec![receiver];
                    all.extend(args);
                    if raises {
                        self.raising_call(module, runtime, all)
                    } else {
                        Expr::call(Path::RtIn(module, runtime.to_owned()), all)
                    }
                } else if let Repr::Tuple(items) = &repr {
                    let same = items.windows(2).all(|pair| pair[0] == pair[1]);
                    if !same || items.is_empty() {
                        self.unsupported_operation(row.name);
                    }
                    let owned = self.owned(receiver, ty);
                    let (pat, names) = self.tuple_pattern(items.len());
                    let array = Expr::Array(names.into_iter().map(Expr::local).collect());
                    let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![array]);
                    let call =
                        if raises { self.raising(tuple, runtime, args) } else { tuple.method(runtime, args) };
                    crate::coerce::destructure(pat, owned, call)
                } else if let Repr::Native(_) = repr {
                    // A function of the module that is a method, too.
                    let method = runtime.rsplit("::").next().unwrap_or(runtime);
                    if raises { self.raising(receiver, method, args) } else { receiver.method(method, args) }
                } else if raises {
                    self.raising(receiver, runtime, args)
                } else {
                    receiver.method(runtime, args)
                }
            }
            None => {
                if raises {
                    self.raising_path(runtime, args)
                } else {
                    Expr::call(runtime_path(runtime), args)
                }
            }
        };
        (value, result)
    }

    /// The type of a row's result where it is a word or a part of the receiver.
    pub(super) fn row_result(&mut self, row: &Row, receiver: Option<TypeId>) -> TypeId {
        match &row.result {
            TypeExpr::Word(word) => self.word_type(word),
            TypeExpr::Elem => receiver.map_or(BOT, |ty| {
                if matches!(self.cx.rep.repr(ty), Repr::Tuple(_)) { BOT } else { self.elem_type(ty) }
            }),
            TypeExpr::Value => receiver.map_or(BOT, |ty| self.value_type(ty)),
            TypeExpr::Receiver => receiver.unwrap_or(BOT),
            _ => BOT,
        }
    }

    pub(super) fn row_argument(
        &mut self,
        value: Expr,
        ty: TypeId,
        param: &RowParam,
        (elem, value_ty): (TypeId, TypeId),
    ) -> Expr {
        let value = match &param.accept {
            TypeExpr::Word("int") => {
                let mut value = self.as_index(value, ty);
                crate::lower::expr::anchor(&mut value);
                value
            }
            TypeExpr::Word("whole") if self.cx.rep.repr(ty) == Repr::Big => self.owned(value, ty),
            TypeExpr::Word("whole") => {
                let param = RowParam { accept: TypeExpr::Word("int"), ..param.clone() };
                return self.row_argument(value, ty, &param, (elem, value_ty));
            }
            TypeExpr::Word("bigint") => {
                let big = self.of(Atom::BigInt);
                self.coerce(value, ty, big)
            }
            TypeExpr::Word("float") => self.as_float(value, ty),
            TypeExpr::Word("complex") => self.as_complex(value, ty),
            TypeExpr::Word("bool") => self.truth(value, ty),
            TypeExpr::Elem => self.member_argument(value, ty, elem),
            TypeExpr::Value => self.coerce(value, ty, value_ty),
            accept @ TypeExpr::Union(_) if or_none(accept) != accept => {
                let param = RowParam { accept: or_none(accept).clone(), ..param.clone() };
                return self.row_argument(value, ty, &param, (elem, value_ty));
            }
            TypeExpr::Union(_) if self.cx.rep.repr(ty) == Repr::Unit => return Expr::local("None"),
            TypeExpr::Union(_) if param.by_ref => {
                // The runtime tells the types apart by a trait.
                let takes_none = matches!(&param.accept, TypeExpr::Union(options) if options.contains(&TypeExpr::Word("none")));
                let ty = if takes_none { self.without_none(ty) } else { ty };
                let is_number = self.cx.rep.repr(ty) == Repr::Num && !param.accept.takes_numbers();
                if !self.is_single(ty) || is_number {
                    self.unsupported_operation("an argument of several types");
                }
                let mut value = value;
                crate::lower::expr::anchor(&mut value);
                return crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Union(options) if options.contains(&TypeExpr::Word("none")) => {
                // Text where there may be none: by reference.
                return crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("str") if !param.by_ref => {
                return crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("any") if self.cx.rep.repr(ty) == Repr::Str => {
                let text = crate::lower::compare::str_literal_text(&value)
                    .unwrap_or_else(|| value.method("as_str", Vec::new()));
                return Expr::call(Path::local("Some"), vec![text]);
            }
            _ => value,
        };
        if param.by_ref && matches!(param.accept, TypeExpr::Elem) {
            value.by_ref()
        } else if param.by_ref {
            crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref())
        } else {
            value
        }
    }

    /// An argument that is looked for among elements.
    pub(super) fn member_argument(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let (a, b) = (self.cx.rep.repr(ty), self.cx.rep.repr(elem));
        if a == b {
            if self.is_another(ty, elem) {
                self.unsupported_operation("looking for another function or class");
            }
            return value;
        }
        let owned = self.owned(value, ty);
        self.coerce(owned, ty, elem)
    }

    /// An iterable argument, as an iterator of elements of the receiver's type.
    pub(super) fn row_iterable(&mut self, value: ExprId, elem: TypeId) -> Expr {
        let items = self.items(value);
        if items.elem == BOT || elem == BOT {
            if elem == BOT && items.elem != BOT && !items.fallible {
                return items.iter;
            }
            let drain = self.drain(items);
            let repr = self.cx.rep.repr(elem);
            let args = vec![self.cx.rep.ty(&repr)];
            let new = Expr::Call(
                Box::new(Expr::GenericAssoc(Path::Rt("List"), args, "new".to_owned())),
                Vec::new(),
            );
            return crate::coerce::after(drain, new.method("iter", Vec::new()));
        }
        if !items.fallible && self.cx.rep.repr(items.elem) == self.cx.rep.repr(elem) {
            return items.iter;
        }
        let ty = self.type_of(value);
        let source = self.value(value);
        self.row_elements(source, ty, elem)
    }

    /// An iterator of a value's items, as elements of the receiver's type.
    pub(super) fn row_elements(&mut self, source: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let elem = if elem == BOT { self.iteration_type(ty) } else { elem };
        self.collect_list(source, ty, elem).method("iter", Vec::new())
    }
}

/// What stands for a parameter that is left out.
pub(super) fn default_argument(text: &'static str) -> Expr {
    match text {
        "?" | "none" => Expr::local("None"),
        "false" => Expr::Bool(false),
        "true" => Expr::Bool(true),
        text => literal(text),
    }
}

/// Whether an alternative of a runtime name is for any optional arguments, rather than for those it names.
pub(super) fn runtime_is_plain(alternative: &str) -> bool {
    alternative.split_once(':').is_none_or(|(_, name)| name.starts_with(':'))
}

/// `Exception::how(class, value)`.
fn exception(how: &str, class: &str, value: Expr) -> Expr {
    let class = Expr::Path(Path::Exc(class.to_owned()));
    Expr::call(raise::exception_path(how), vec![class, value])
}
