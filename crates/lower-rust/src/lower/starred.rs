//! What stands behind a star of a call and has no items, always or at times: `TypeError` names the function.

use portalis_hir::{Arg, ExprId, ExprKind};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Stmt};

/// Whether a value has no items, as numbers and `None`.
fn has_no_items(atom: &Atom) -> bool {
    atom.is_int() || matches!(atom, Atom::None | Atom::Bool | Atom::Float | Atom::Complex)
}

impl FnCx<'_, '_> {
    /// What `TypeError` says of what stands behind a star, where that never has items, or behind two, where it is no mapping.
    pub(super) fn not_spread(&self, callee_ty: TypeId, args: &[Arg]) -> Option<String> {
        let name = self.spread_into(callee_ty)?;
        let class_of = |value: ExprId, is_wrong: &dyn Fn(&Atom) -> bool| {
            let atoms = self.cx.rep.atoms(self.type_of(value));
            let (_, first) = atoms.first()?;
            atoms.iter().all(|(_, atom)| is_wrong(atom)).then(|| self.class_name(first))
        };
        args.iter().find_map(|arg| match arg {
            Arg::Star(value) => {
                let class = class_of(*value, &has_no_items)?;
                Some(no_items(&name, args, &class))
            }
            Arg::DoubleStar(value) => {
                let is_wrong = |atom: &Atom| {
                    has_no_items(atom)
                        || matches!(atom, Atom::Str | Atom::Bytes | Atom::Tuple(_) | Atom::TupleVar(_))
                        || matches!(atom, Atom::Cont(kind, _) if !kind.is_dict())
                };
                let class = class_of(*value, &is_wrong)?;
                Some(format!("{name}() argument after ** must be a mapping, not {class}"))
            }
            Arg::Pos(_) | Arg::Keyword(..) => None,
        })
    }

    /// How CPython names what is called in an error about a star; `None` where that is one of several.
    fn spread_into(&self, callee_ty: TypeId) -> Option<String> {
        let callees = self.cx.rep.atoms(callee_ty);
        let mut names = callees.iter().map(|(_, atom)| self.name_in_errors(atom));
        let first = names.next()??;
        names.all(|name| name.as_ref() == Some(&first)).then_some(first)
    }

    fn name_in_errors(&self, callee: &Atom) -> Option<String> {
        let module = self.cx.module;
        match callee {
            Atom::Func(func, _) | Atom::Bound(_, func, _) => {
                Some(format!("__main__.{}", module[*func].qualname))
            }
            Atom::Class(class) => {
                let class = self.cx.rep.inferred.classes[class.index()].class;
                Some(format!("__main__.{}", module[class].qualname))
            }
            Atom::Builtin(name) => Some(name.to_string()),
            Atom::BoundBuiltin(receiver, name) if !name.starts_with("super.") => {
                let class = self.class_name(self.cx.rep.inferred.types.get(*receiver));
                Some(format!("{class}.{name}"))
            }
            _ => None,
        }
    }

    /// The only star of a call, where what stands behind it may have no items, and what it is where it has some.
    pub(super) fn star_of_nothing(&mut self, args: &[Arg]) -> Option<(ExprId, TypeId)> {
        let star = only_star(args)?;
        let ty = self.type_of(star);
        let with_items = self.cx.rep.inferred.types.filter(ty, |atom| !has_no_items(atom));
        (with_items != ty && with_items != BOT).then_some((star, with_items))
    }

    /// Lowers a call with what stands behind `star` held, as the `with_items` that it is then known to be.
    pub(super) fn with_items(
        &mut self,
        (star, with_items): (ExprId, TypeId),
        callee: ExprId,
        args: &[Arg],
        call: &mut dyn FnMut(&mut Self) -> Expr,
    ) -> Expr {
        let mut block = Block::default();
        let n_outer = self.stand_ins.len();
        self.name_before(star, callee, args, &mut block.stmts);
        let ty = self.type_of(star);
        let mut value = self.value(star);
        // A star alone is looked at when the keywords are there.
        if is_alone(args) {
            let behind: Vec<ExprId> =
                args.iter().map(Arg::value).skip_while(|arg| *arg != star).skip(1).collect();
            if behind.iter().any(|arg| !self.is_simple(*arg)) {
                value = self.hold_value("starred", value, &mut block.stmts);
                behind.into_iter().for_each(|arg| self.name_argument(arg, &mut block.stmts));
            }
        }
        let name = self.spread_into(self.type_of(callee));
        let checked = self.dispatch(value, ty, with_items, &mut |cx, value, one, (_, atom)| {
            if !has_no_items(atom) {
                return (value, one);
            }
            let class = cx.class_name(atom);
            let message = match &name {
                Some(name) => no_items(name, args, &class),
                None if is_alone(args) => {
                    cx.unsupported_operation("`*` of what may be no iterable into one of several functions");
                    String::new()
                }
                None => no_items("", args, &class),
            };
            (cx.throw_message("TypeError", &message), BOT)
        });
        let held = self.temp("arguments");
        block.stmts.push(let_(&held, checked));
        self.stand_ins.push((star, held, with_items));
        let call = call(self);
        self.stand_ins.truncate(n_outer);
        block.tail = Some(Box::new(call));
        block.into_expr()
    }

    /// Names what a call evaluates before its `star`, which is evaluated before the call and would come first.
    pub(super) fn name_before(&mut self, star: ExprId, callee: ExprId, args: &[Arg], stmts: &mut Vec<Stmt>) {
        self.name_callee(callee, stmts);
        for arg in args.iter().take_while(|arg| arg.value() != star) {
            if !self.is_simple(arg.value()) {
                self.name_argument(arg.value(), stmts);
            }
        }
    }

    /// Names what gives the callee of a call, or what that is looked up in.
    fn name_callee(&mut self, callee: ExprId, stmts: &mut Vec<Stmt>) {
        match &self.cx.module[callee].kind {
            ExprKind::Attribute { value, .. } | ExprKind::Index { value, .. } if !self.is_place(*value) => {
                self.name_argument(*value, stmts);
            }
            ExprKind::Call { .. } => {
                let ty = self.type_of(callee);
                if !matches!(self.cx.rep.repr(ty), Repr::Static) {
                    self.name_argument(callee, stmts);
                } else if let Some(done) = self.what_it_does(callee) {
                    // A function or class that is known: nothing reads the name.
                    stmts.push(Stmt::Expr(done));
                    let name = self.temp("callee");
                    self.stand_ins.push((callee, name, ty));
                }
            }
            _ => {}
        }
    }

    /// Whether an expression is a variable, or what is found below one without calling anything.
    fn is_place(&self, expr: ExprId) -> bool {
        match &self.cx.module[expr].kind {
            ExprKind::Local(_) => true,
            ExprKind::Attribute { value, name } => {
                let is_stored = |atom: &Atom| match atom {
                    Atom::Obj(_, cell) => self.object_field(*cell, name) != BOT,
                    _ => true,
                };
                let atoms = self.cx.rep.atoms(self.type_of(*value));
                atoms.iter().all(|(_, atom)| is_stored(atom)) && self.is_place(*value)
            }
            ExprKind::Index { value, index } => self.is_place(*value) && self.is_simple(*index),
            _ => false,
        }
    }

    /// Whether an expression can be evaluated before or after others.
    fn is_simple(&self, expr: ExprId) -> bool {
        let kind = &self.cx.module[expr].kind;
        matches!(kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Str(_) | ExprKind::Local(_))
    }
}

/// What `TypeError` says of a value of `class` behind a star.
fn no_items(name: &str, args: &[Arg], class: &str) -> String {
    if is_alone(args) {
        format!("{name}() argument after * must be an iterable, not {class}")
    } else {
        format!("Value after * must be an iterable, not {class}")
    }
}

/// What stands behind the star of a call that has one.
pub(super) fn only_star(args: &[Arg]) -> Option<ExprId> {
    let mut stars = args.iter().filter_map(|arg| if let Arg::Star(star) = arg { Some(*star) } else { None });
    stars.next().filter(|_| stars.next().is_none())
}

/// Whether a star is the only argument without a name.
fn is_alone(args: &[Arg]) -> bool {
    args.iter().filter(|arg| matches!(arg, Arg::Pos(_) | Arg::Star(_))).count() == 1
}
