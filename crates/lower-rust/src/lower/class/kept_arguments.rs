//! `args` of an exception whose `__init__` does not call its base's: those of its construction (`BaseException.__new__`).
//!
//! ```text
//! class Missing(Exception):            pub fn new(amount: i64) -> Self {
//!     def __init__(self, amount):          let this = Self::alloc(…);
//!         self.amount = amount             this.args.set((amount,));
//! ```
//!
//! Where calls give other numbers of arguments, each keeps its own.

use portalis_hir::{Arg, ExprId, ExprKind, ParamKind};
use portalis_typeck::builtins::is_exception_subclass;
use portalis_typeck::ty::{Atom, InstId, TypeId};

use super::super::builtin::let_;
use super::super::local::is_copy_repr;
use super::super::{Cx, FnCx};
use crate::represent::{ObjectId, Repr};
use crate::rir::{Block, Expr, Param, Stmt};

impl Cx<'_> {
    /// What the constructor of these parameters sets.
    pub(super) fn keep_arguments(
        &mut self,
        object: ObjectId,
        init: InstId,
        params: &[Param],
    ) -> Option<Stmt> {
        let types = self.types_kept_by_constructor(object, init)?;
        let mut cx = FnCx::of_instance(self, init);
        let values = params.iter().zip(types).map(|(param, (from, to))| {
            let value = Expr::local(param.name.clone());
            let value = if is_copy_repr(&cx.cx.rep.repr(from)) { value } else { value.cloned() };
            cx.coerce(value, from, to)
        });
        let values = values.collect();
        let field = Expr::Field(Box::new(Expr::local("this")), "args".to_owned());
        Some(Stmt::Expr(field.method("set", vec![super::super::expr::tuple(values)])))
    }

    /// Whether the arguments of an object's construction are kept at all.
    fn keeps_arguments(&mut self, object: ObjectId, init: InstId) -> bool {
        let class = self.rep.objects[object.0 as usize].class;
        let func = self.rep.inferred.insts[init.index()].func;
        self.rep.is_exception_class(class)
            && !portalis_typeck::calls_super_init(self.module, func)
            && self.has_field(object, "args")
    }

    /// The types of the constructor's parameters, and of the parts of `args` that they become: where every call gives all.
    fn types_kept_by_constructor(&mut self, object: ObjectId, init: InstId) -> Option<Vec<(TypeId, TypeId)>> {
        if !self.keeps_arguments(object, init) {
            return None;
        }
        let data = self.rep.inferred.insts[init.index()].clone();
        let params = &self.module[data.func].params[1..];
        if !params.iter().all(|param| matches!(param.kind, ParamKind::Ordinary | ParamKind::PositionalOnly)) {
            return None;
        }
        let cell = self.rep.objects[object.0 as usize].cell;
        let ty = self.rep.inferred.cells[cell.index()].attribute("args");
        let atoms = self.rep.atoms(ty);
        let [(_, Atom::Tuple(items))] = atoms.as_slice() else { return None };
        let given = &data.params[1..];
        // What has no value is no parameter.
        let has_value = given.iter().all(|&ty| !matches!(self.rep.repr(ty), Repr::Static | Repr::Never));
        let is_whole = items.len() == given.len() && given.len() == params.len();
        (is_whole && has_value).then(|| given.iter().copied().zip(items.iter().copied()).collect())
    }
}

impl FnCx<'_, '_> {
    /// The new object, with the arguments that its constructor does not keep.
    pub(super) fn construct_with_arguments(
        &mut self,
        (object, object_ty): (ObjectId, TypeId),
        init: InstId,
        args: &[Arg],
    ) -> Expr {
        let keeps = self.cx.keeps_arguments(object, init)
            && self.cx.types_kept_by_constructor(object, init).is_none();
        if !keeps {
            let values = self.bind_arguments_of(init, (Expr::local("this"), object_ty), args);
            return self.call_new(object, init, values);
        }
        let (n_outer, mut stmts) = (self.stand_ins.len(), Vec::new());
        for arg in args {
            self.hold_argument(arg.value(), &mut stmts);
        }
        let values = self.bind_arguments_of(init, (Expr::local("this"), object_ty), args);
        let made = self.call_new(object, init, values);
        let made = self.hold_value("made", made, &mut stmts);
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let args_ty = self.object_field(cell, &"args".into());
        // An `OSError` leaves them to `__init__`, which does not ask for them.
        let class = self.cx.rep.objects[object.0 as usize].class;
        let bases = &self.cx.rep.inferred.classes[class.index()].builtin_bases;
        let is_system = bases.iter().any(|base| is_exception_subclass(base, "OSError"));
        let is_kept = |arg: &&Arg| !is_system && matches!(arg, Arg::Pos(_) | Arg::Star(_));
        let positional: Vec<Arg> = args.iter().filter(is_kept).cloned().collect();
        let kept = self.argument_tuple(&positional, args_ty);
        self.stand_ins.truncate(n_outer);
        let field = Expr::Field(Box::new(made.clone()), "args".to_owned());
        stmts.push(Stmt::Expr(field.method("set", vec![kept])));
        Expr::Block(Block { stmts, tail: Some(Box::new(made)) })
    }

    /// An argument that is used twice, as a variable.
    fn hold_argument(&mut self, arg: ExprId, stmts: &mut Vec<Stmt>) {
        let is_plain = matches!(
            self.cx.module[arg].kind,
            ExprKind::Int(_) | ExprKind::Str(_) | ExprKind::Float(_) | ExprKind::Bool(_) | ExprKind::None
        );
        let ty = self.type_of(arg);
        if is_plain || matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return;
        }
        let name = self.temp("arg");
        let value = self.value(arg);
        stmts.push(let_(&name, value));
        self.stand_ins.push((arg, name, ty));
    }
}
