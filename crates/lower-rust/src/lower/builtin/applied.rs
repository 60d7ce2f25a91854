//! Builtins that take an iterable, passed as functions: `map(list, rows)`, `sorted(words, key=sorted)`, `map(sum, xs)`.

use std::collections::BTreeSet;

use portalis_hir::{BinOp, ExprId, Param, ParamKind};
use portalis_typeck::cell::{Cell, CellKind, Field, Node, Site};
use portalis_typeck::ty::{Atom, BOT, CellId, ClassRef, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

use super::let_;

impl FnCx<'_, '_> {
    /// `name(value)`; `None` where `name` takes no iterable or `value` is none.
    pub(super) fn apply_to_iterable(
        &mut self,
        id: ExprId,
        name: &str,
        value: Expr,
        ty: TypeId,
    ) -> Option<(Expr, TypeId)> {
        let elem = self.iteration_type(ty);
        let repr = self.cx.rep.repr(elem);
        if elem == BOT {
            return self.apply_to_nothing(name, value, ty);
        }
        let applied = match name {
            "list" => {
                let held = self.made_elem(id, Kind::List).unwrap_or(elem);
                (self.fresh_list(value, ty, held), self.list_of(held))
            }
            "sorted" => {
                if !self.may_order(&repr) {
                    return None;
                }
                let list = self.temp("sorted");
                let fresh = self.fresh_list(value, ty, elem);
                let sort = Expr::local(list.clone()).method("sort", vec![Expr::Bool(false)]);
                let stmts = vec![let_(&list, fresh), Stmt::Expr(sort)];
                let block = Block { stmts, tail: Some(Box::new(Expr::local(list))) };
                (Expr::Block(block), self.list_of(elem))
            }
            "tuple" => match self.cx.rep.repr(ty) {
                Repr::Tuple(_) | Repr::TupleVar(_) => (value, ty),
                _ => {
                    let found = self.made_container(CellKind::TupleVar, elem, BOT);
                    (self.collect_as(value, ty, elem, found), found)
                }
            },
            "set" | "frozenset" => {
                let kind = if name == "set" { Kind::Set } else { Kind::FrozenSet };
                let found = self.made_container(CellKind::Cont(kind), elem, BOT);
                if self.is_set_source(ty, elem) {
                    let container = if name == "set" { "Set" } else { "FrozenSet" };
                    return Some((self.set_from(container, value, ty), found));
                }
                (self.collect_as(value, ty, elem, found), found)
            }
            "max" | "min" => {
                if !self.may_order(&repr) {
                    return None;
                }
                let list = self.collect_list(value, ty, elem);
                (self.raising_call("builtins", name, vec![list.method("iter", Vec::new())]), elem)
            }
            "sum" => self.sum_of(id, value, ty, elem),
            _ => return None,
        };
        Some(applied)
    }

    /// What is made of that kind at a node, if it is of one type.
    fn only_made(&self, node: Node, kind: &CellKind) -> Option<CellId> {
        let inferred = &self.cx.rep.inferred;
        let cells = inferred.cells.iter().enumerate();
        let made: BTreeSet<CellId> = cells
            .filter(|(_, cell)| cell.kind == *kind && cell.site.node == node)
            .map(|(at, _)| inferred.representative(CellId(at as u32)))
            .collect();
        let mut made = made.into_iter();
        made.next().filter(|_| made.next().is_none())
    }

    /// What the container of that kind that is made at an expression comes to hold, if it is one.
    fn made_elem(&self, id: ExprId, kind: Kind) -> Option<TypeId> {
        let cell = self.only_made(Node::Expr(id), &CellKind::Cont(kind))?;
        Some(self.cx.rep.inferred.cells[cell.index()].get(&Field::Elem)).filter(|elem| *elem != BOT)
    }

    /// `name` of what never comes, or of an iterable that is always empty.
    fn apply_to_nothing(&mut self, name: &str, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        if !matches!(name, "list" | "sorted" | "sum" | "max" | "min" | "tuple" | "set" | "frozenset") {
            return None;
        }
        if ty == BOT {
            return Some((crate::coerce::after(value, Expr::Unreachable("never called")), BOT));
        }
        match name {
            "list" | "sorted" => Some((self.collect_list(value, ty, BOT), self.list_of(BOT))),
            "sum" => {
                let nat = self.of(Atom::Nat);
                Some((crate::coerce::after(value, Expr::Int(0, Some("i64"))), nat))
            }
            "max" | "min" => {
                let message = format!("{name}() arg is an empty sequence");
                let throw = self.throw_message("ValueError", &message);
                Some((crate::coerce::after(value, throw), BOT))
            }
            _ => None,
        }
    }

    /// The type of what the runtime makes of these elements and values, whatever the program puts into it later.
    pub(crate) fn made_container(&mut self, kind: CellKind, elem: TypeId, value: TypeId) -> TypeId {
        let inferred = &mut *self.cx.rep.inferred;
        let found = inferred.cells.iter().enumerate().position(|(at, cell)| {
            cell.kind == kind
                && cell.get(&Field::Elem) == elem
                && cell.get(&Field::Value) == value
                && inferred.representative(CellId(at as u32)).index() == at
        });
        let cell = CellId(found.unwrap_or(inferred.cells.len()) as u32);
        if found.is_none() {
            let site = Site { node: Node::Func(self.cx.module.body), part: "made", kind: kind.clone() };
            let mut fields = vec![(Field::Elem, elem)];
            if value != BOT {
                fields.push((Field::Value, value));
            }
            inferred.cells.push(Cell {
                kind: kind.clone(),
                site,
                owner: None,
                sites: BTreeSet::new(),
                depth: 0,
                span: self.span,
                fields,
                readers: Vec::new(),
            });
            inferred.cell_reps.push(cell);
        }
        match kind {
            CellKind::Cont(kind) => self.of(Atom::Cont(kind, cell)),
            _ => self.of(Atom::TupleVar(cell)),
        }
    }

    pub(crate) fn collect_as(&mut self, value: Expr, ty: TypeId, elem: TypeId, to: TypeId) -> Expr {
        let list = self.collect_list(value, ty, elem);
        let repr = self.cx.rep.repr(to);
        let rust_ty = self.cx.rep.ty(&repr);
        let iter = list.method("iter", Vec::new());
        Expr::Method(Box::new(iter), "collect".to_owned(), vec![rust_ty], Vec::new())
    }

    /// `sum` from 0, item by item.
    fn sum_of(&mut self, id: ExprId, value: Expr, ty: TypeId, elem: TypeId) -> (Expr, TypeId) {
        let nat = self.of(Atom::Nat);
        let to = match self.cx.rep.repr(elem) {
            Repr::Bool => self.of(Atom::Int),
            _ => self.cx.rep.inferred.types.join(nat, elem),
        };
        let total = self.temp("total");
        let items = self.items_of_value(value, ty);
        let fold = (Node::Expr(id), BinOp::Add);
        (self.fold_items(total, fold, (Expr::Int(0, None), nat), items, to), to)
    }

    /// `Class(values)`, the class passed as a function.
    pub(crate) fn construct_values(
        &mut self,
        node: Node,
        role: &str,
        class: ClassRef,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let init_role = if role == "call" { "__init__".to_owned() } else { format!("{role}.__init__") };
        let Some((object_ty, cell)) = self.object_made(node, &init_role, class) else {
            self.unsupported_operation("a class as a function argument");
            return (Expr::unit(), BOT);
        };
        let Repr::Object(object) = self.cx.rep.repr(object_ty) else { return (Expr::unit(), BOT) };
        if let Some(target) = self.init_target(node, &init_role, object_ty) {
            let params = self.cx.rep.inferred.insts[target.index()].params.clone();
            let func = self.cx.rep.inferred.insts[target.index()].func;
            let rest = &self.cx.module[func].params[1..];
            let is_filled = |(i, param): (usize, &Param)| match param.kind {
                ParamKind::PositionalOnly | ParamKind::Ordinary => i < args.len() || param.default.is_some(),
                ParamKind::KeywordOnly => i >= args.len() && param.default.is_some(),
                ParamKind::VarArgs | ParamKind::KwArgs => false,
            };
            if rest.len() < args.len() || !rest.iter().enumerate().all(is_filled) {
                self.unsupported_operation("a class with these parameters as a function argument");
                return (Expr::unit(), BOT);
            }
            let mut values = vec![(Expr::local("this"), object_ty)];
            for ((value, ty), &to) in args.into_iter().zip(&params[1..]) {
                let owned = self.owned(value, ty);
                values.push((self.coerce(owned, ty, to), to));
            }
            for (i, &to) in params.iter().enumerate().skip(values.len()) {
                values.push((self.default_value(func, i, to), to));
            }
            return (self.call_new(object, target, values), object_ty);
        }
        let takes = |dataclass: &portalis_typeck::solve::Dataclass| {
            dataclass.positional().count() >= args.len()
                && dataclass.parameters().skip(args.len()).all(|(_, has_default)| *has_default)
        };
        let Some(dataclass) = self.cx.dataclass(object).filter(takes) else {
            if args.is_empty() {
                let unset = self.cx.unset_fields(object);
                let name = self.cx.rep.objects[object.0 as usize].name.clone();
                return (Expr::call(Path::local(name).assoc("alloc"), vec![unset]), object_ty);
            }
            self.unsupported_operation("a class as a function argument");
            return (Expr::unit(), BOT);
        };
        let mut given = Vec::new();
        for ((field, _), (value, ty)) in dataclass.parameters().zip(args) {
            let to = self.object_field(cell, field);
            let owned = self.owned(value, ty);
            given.push((field.clone(), self.coerce(owned, ty, to)));
        }
        (self.finish_dataclass(node, object, object_ty, given, Block::default()), object_ty)
    }

    /// The object that a class passed as a function makes here: what its `__init__` is called with in this instance of
    /// the function, else what is made at the node, where that is of one shape.
    fn object_made(&mut self, node: Node, init_role: &str, class: ClassRef) -> Option<(TypeId, CellId)> {
        for (_, target) in self.targets(node, init_role) {
            let ty = self.cx.rep.inferred.insts[target.index()].params.first().copied().unwrap_or(BOT);
            let made = self.cx.rep.atoms(ty).into_iter().find_map(|(_, atom)| match atom {
                Atom::Obj(other, cell) if other == class => Some(cell),
                _ => None,
            });
            if let Some(cell) = made {
                return Some((ty, cell));
            }
        }
        let inferred = &self.cx.rep.inferred;
        let definition = inferred.classes[class.index()].class;
        let cell = self.only_made(node, &CellKind::Object(definition))?;
        Some((self.of(Atom::Obj(class, cell)), cell))
    }
}
