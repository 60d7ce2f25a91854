//! `args` of a caught exception, and the attributes that are made of them.
//!
//! An exception carries each argument as the place that raised it had it; who reads one asks for it as each of the types
//! that places of the program raise with, and takes it as the type of all of them.
//!
//! ```text
//! e.args      (error.arg_as(0, |arg| arg.get::<Str>().map(StrOrInt::Str).or_else(|| arg.get::<i64>().map(StrOrInt::Int))),)
//! e.args      match error.n_args() { 1 => …, 2 => …, _ => unreachable!("…") }      // of several lengths
//! ```

use portalis_hir::{Arg, ExprKind, StmtKind};
use portalis_typeck::builtins::{COROUTINE, is_exception_subclass};
use portalis_typeck::cell::{CellKind, Field};
use portalis_typeck::ty::{Atom, BOT, InstId, Kind, TypeId};

use super::{Cx, FnCx};
use crate::represent::Repr;
use crate::rir::{self, Arm, Block, Expr, Pat, Ty};

impl FnCx<'_, '_> {
    /// `error.args` as a `to`, one of the tuples that inference found.
    pub(super) fn exception_args(&mut self, error: Expr, to: TypeId) -> Expr {
        let mut stmts = Vec::new();
        let error = self.named(error, &mut stmts);
        let tuples = self.cx.rep.atoms(to);
        let mut arms = Vec::new();
        for (id, atom) in &tuples {
            let one = self.of_id(*id);
            let (n, value) = match atom {
                Atom::Tuple(items) => {
                    let parts: Vec<Expr> = items
                        .iter()
                        .enumerate()
                        .map(|(at, &item)| self.exception_arg(error.clone(), at, item))
                        .collect();
                    let value = match parts.len() {
                        0 => {
                            let tuple = rir::Path::Rt("Tuple");
                            let new = Expr::GenericAssoc(tuple, vec![Ty::unit()], "new".to_owned());
                            Expr::Call(Box::new(new), Vec::new())
                        }
                        _ => super::expr::tuple(parts),
                    };
                    (Some(items.len()), value)
                }
                _ => {
                    let elem = self.elem_type(one);
                    let convert = self.argument_closure(elem);
                    (None, error.clone().method("args_as", vec![convert]))
                }
            };
            let value = self.coerce(value, one, to);
            arms.push((n, value));
        }
        let value = match arms.len() {
            1 => arms.swap_remove(0).1,
            _ => {
                let is_open = arms.iter().any(|(n, _)| n.is_none());
                arms.sort_by_key(|(n, _)| n.unwrap_or(usize::MAX));
                let mut arms: Vec<Arm> = arms
                    .into_iter()
                    .map(|(n, body)| {
                        let pat = match n {
                            Some(n) => Pat::Lit(Box::new(Expr::Int(n as i64, None))),
                            None => Pat::Wild,
                        };
                        Arm { pat, guard: None, body }
                    })
                    .collect();
                if !is_open {
                    let body = Expr::Unreachable("nothing raises with so many arguments");
                    arms.push(Arm { pat: Pat::Wild, guard: None, body });
                }
                Expr::Match(Box::new(error.method("n_args", Vec::new())), arms)
            }
        };
        Block { stmts, tail: Some(Box::new(value)) }.into_expr()
    }

    /// `error.args[at]` as a `to`.
    pub(super) fn exception_arg(&mut self, error: Expr, at: usize, to: TypeId) -> Expr {
        if let Repr::Static = self.cx.rep.repr(to) {
            return Expr::unit();
        }
        let convert = self.argument_closure(to);
        error.method("arg_as", vec![Expr::Int(at as i64, None), convert])
    }

    /// `error.errno` and others that an argument or nothing stands behind, as a `to`.
    pub(super) fn builtin_exception_attribute(
        &mut self,
        error: Expr,
        error_ty: TypeId,
        name: &str,
        to: TypeId,
    ) -> Expr {
        let owner = match name {
            "code" => "SystemExit",
            "encoding" | "object" | "start" | "end" | "reason" => "UnicodeError",
            "value" => "StopIteration",
            "msg" | "pos" | "lineno" | "colno" => "re.error",
            _ => "OSError",
        };
        let mut stmts = Vec::new();
        let error = self.named(error, &mut stmts);
        let value = match name {
            "code" => self.exit_code(error.clone(), to),
            "filename" => {
                let (text, none) = (self.of(Atom::Str), self.none_type());
                let ty = self.cx.rep.inferred.types.join(text, none);
                self.coerce(error.clone().method("filename", Vec::new()), ty, to)
            }
            "msg" => {
                let text = self.of(Atom::Str);
                self.coerce(error.clone().method("pattern_message", Vec::new()), text, to)
            }
            "pos" | "lineno" | "colno" => {
                let (at, none) = (self.of(Atom::Nat), self.none_type());
                let ty = self.cx.rep.inferred.types.join(at, none);
                let part = match name {
                    "pos" => "pattern_position",
                    "lineno" => "pattern_line",
                    _ => "pattern_column",
                };
                self.coerce(error.clone().method(part, Vec::new()), ty, to)
            }
            "value" => self.argument_or_none(error.clone(), 0, (1, None), to),
            "encoding" => self.exception_arg(error.clone(), 0, to),
            "object" => self.exception_arg(error.clone(), 1, to),
            "start" => self.exception_arg(error.clone(), 2, to),
            "end" => self.exception_arg(error.clone(), 3, to),
            "reason" => self.exception_arg(error.clone(), 4, to),
            "errno" => self.argument_or_none(error.clone(), 0, (2, Some(3)), to),
            _ => self.argument_or_none(error.clone(), 1, (2, Some(3)), to),
        };
        let is_owner = |atom: &Atom| match atom {
            Atom::Exc(class) => is_exception_subclass(class, owner),
            _ => false,
        };
        let value = if self.cx.rep.atoms(error_ty).iter().all(|(_, atom)| is_owner(atom)) {
            value
        } else {
            // An exception of another class has no such attribute.
            let class = error.clone().method("class_name", Vec::new());
            let missing = Expr::call(
                rir::Path::RtIn("exc", "missing_attribute".to_owned()),
                vec![class, Expr::Str(name.to_owned())],
            );
            let missing = self.throw(missing);
            let class = Ty::path(rir::Path::Exc(owner.to_owned()));
            let test = Expr::Method(Box::new(error), "is".to_owned(), vec![class], Vec::new());
            Expr::If(Box::new(test), Block::of(value), Some(Box::new(Expr::Block(Block::of(missing)))))
        };
        Block { stmts, tail: Some(Box::new(value)) }.into_expr()
    }

    /// `code` of a `SystemExit`: nothing, its argument, or the tuple of several.
    fn exit_code(&mut self, error: Expr, to: TypeId) -> Expr {
        let none = self.none_type();
        let parts = self.cx.rep.atoms(to);
        let is_tuple = |atom: &Atom| matches!(atom, Atom::Tuple(items) if items.len() > 1);
        let tuples: Vec<_> = parts.iter().filter(|(_, atom)| is_tuple(atom)).map(|(id, _)| *id).collect();
        if !tuples.is_empty() {
            self.unsupported_operation("`code` of a `SystemExit` with several arguments");
            return error;
        }
        let missing = self.coerce(Expr::unit(), none, to);
        let code = self.exception_arg(error.clone(), 0, to);
        let test = Expr::binary(rir::BinOp::Eq, error.method("n_args", Vec::new()), Expr::Int(0, None));
        if to == none {
            return Expr::unit();
        }
        if self.cx.rep.inferred.types.join(none, to) != to {
            return code;
        }
        Expr::If(Box::new(test), Block::of(missing), Some(Box::new(Expr::Block(Block::of(code)))))
    }

    /// Argument `at` of an exception that has from `least` to `most` of them, `None` of another.
    fn argument_or_none(
        &mut self,
        error: Expr,
        at: usize,
        (least, most): (i64, Option<i64>),
        to: TypeId,
    ) -> Expr {
        let none = self.none_type();
        if to == none {
            return Expr::unit();
        }
        if self.cx.rep.inferred.types.join(none, to) != to {
            return self.exception_arg(error, at, to);
        }
        let missing = self.coerce(Expr::unit(), none, to);
        let found = self.exception_arg(error.clone(), at, to);
        let count = error.method("n_args", Vec::new());
        let least = Expr::Int(least, None);
        let test = match most {
            Some(most) => Expr::RangeInclusive(Box::new(least), Box::new(Expr::Int(most, None)))
                .method("contains", vec![count.by_ref()]),
            None => Expr::binary(rir::BinOp::Ge, count, least),
        };
        Expr::If(Box::new(test), Block::of(found), Some(Box::new(Expr::Block(Block::of(missing)))))
    }

    /// `|arg| …`: an argument as a `to`, `None` where it is of none of the types that it may be of.
    fn argument_closure(&mut self, to: TypeId) -> Expr {
        let mut chain: Option<Expr> = None;
        for from in self.argument_types(to) {
            let repr = self.cx.rep.repr(from);
            let ty = self.cx.rep.ty(&repr);
            let got = Expr::Method(Box::new(Expr::local("arg")), "get".to_owned(), vec![ty], Vec::new());
            let value = Expr::local("value");
            let coerced = self.coerce(value, from, to);
            let got = match (&coerced, repr) {
                (Expr::Path(path), _) if *path == rir::Path::local("value") => got,
                (_, Repr::Unit) => got.method("map", vec![closure(vec![(Pat::Wild, None)], coerced)]),
                _ => {
                    let param = (Pat::Bind("value".to_owned(), false), None);
                    got.method("map", vec![closure(vec![param], coerced)])
                }
            };
            chain = Some(match chain {
                Some(chain) => chain.method("or_else", vec![closure(Vec::new(), got)]),
                None => got,
            });
        }
        let body = chain.unwrap_or_else(|| Expr::local("None"));
        closure(vec![(Pat::Bind("arg".to_owned(), false), None)], body)
    }

    /// The types of arguments that are part of `to`, one for each representation; the text first.
    fn argument_types(&mut self, to: TypeId) -> Vec<TypeId> {
        let types = match self.cx.argument_types.clone() {
            Some(types) => types,
            None => {
                let types = self.cx.find_argument_types();
                self.cx.argument_types = Some(types.clone());
                types
            }
        };
        let mut seen: Vec<Repr> = Vec::new();
        let mut fitting = Vec::new();
        for ty in types {
            let repr = self.cx.rep.repr(ty);
            let is_part = self.cx.rep.inferred.types.join(ty, to) == to;
            if is_part && !matches!(repr, Repr::Static | Repr::Never) && !seen.contains(&repr) {
                seen.push(repr);
                fitting.push(ty);
            }
        }
        fitting
    }
}

impl Cx<'_> {
    /// The types of all arguments that exceptions of the program are made with, and those of the runtime's.
    fn find_argument_types(&mut self) -> Vec<TypeId> {
        let types = [Atom::Str, Atom::Int, Atom::Bytes];
        let mut found: Vec<TypeId> = types.map(|atom| self.rep.inferred.types.of(atom)).to_vec();
        for inst in self.rep.inferred.live.clone() {
            self.arguments_in(inst, &mut found);
        }
        // Keys that are not there, and the arguments of the program's own classes.
        for at in 0..self.rep.inferred.cells.len() {
            let id = portalis_typeck::ty::CellId(at as u32);
            if self.rep.inferred.representative(id) != id {
                continue;
            }
            let cell = &self.rep.inferred.cells[at];
            found.push(cell.get(&Field::Returned));
            match &cell.kind {
                CellKind::Cont(kind) if kind.is_dict() || *kind == Kind::Set => {
                    found.push(cell.get(&Field::Elem));
                }
                // What ends one that is driven by hand.
                CellKind::Cont(Kind::Native(COROUTINE)) => found.push(cell.get(&Field::Elem)),
                CellKind::Object(_) => {
                    let args = cell.attribute("args");
                    for (_, atom) in self.rep.atoms(args) {
                        match atom {
                            Atom::Tuple(items) => found.extend(items.iter()),
                            Atom::TupleVar(cell) => {
                                found.push(self.rep.inferred.cells[cell.index()].get(&Field::Elem));
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        let mut unique = Vec::new();
        for ty in found {
            if ty != BOT && !unique.contains(&ty) {
                unique.push(ty);
            }
        }
        unique
    }

    /// The types of the items of a tuple or another container.
    fn items_in(&self, ty: TypeId, found: &mut Vec<TypeId>) {
        for (_, atom) in self.rep.atoms(ty) {
            match atom {
                Atom::Tuple(items) => found.extend(items.iter()),
                Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                    found.push(self.rep.inferred.cells[cell.index()].get(&Field::Elem));
                }
                Atom::Str => found.push(ty),
                _ => {}
            }
        }
    }

    /// The types of the arguments of builtin exceptions that `inst` makes, and of its keys.
    fn arguments_in(&self, inst: InstId, found: &mut Vec<TypeId>) {
        let data = &self.rep.inferred.insts[inst.index()];
        let body = &self.module[data.func].body;
        let type_of = |expr| data.exprs.get(&expr).copied().unwrap_or(BOT);
        portalis_hir::visit::for_each_body_expr(
            self.module,
            body,
            &mut |expr| match &self.module[expr].kind {
                ExprKind::Call { callee, args } => {
                    let is_exit = |name: &str| matches!(name, "exit" | "quit" | "sys.exit");
                    let makes = self.rep.inferred.types.atoms(type_of(*callee)).any(|atom| match atom {
                        Atom::ExcClass(_) => true,
                        Atom::Builtin(name) => is_exit(name),
                        Atom::BoundBuiltin(_, name) => matches!(&**name, "pop" | "remove" | "move_to_end"),
                        _ => false,
                    });
                    if makes {
                        for arg in args {
                            let ty = type_of(arg.value());
                            match arg {
                                Arg::Star(_) => self.items_in(ty, found),
                                _ => found.push(ty),
                            }
                        }
                    }
                }
                ExprKind::Index { index, .. } => found.push(type_of(*index)),
                _ => {}
            },
        );
        portalis_hir::visit::for_each_stmt(self.module, body, &mut |stmt| {
            if let StmtKind::Assert { message: Some(message), .. } = &self.module[stmt].kind {
                found.push(type_of(*message));
            }
        });
    }
}

fn closure(params: Vec<(Pat, Option<Ty>)>, body: Expr) -> Expr {
    Expr::Closure(rir::Closure { params, ret: None, body: Box::new(body), is_move: false })
}
