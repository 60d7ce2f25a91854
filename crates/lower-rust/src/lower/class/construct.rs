//! Construction: `C(args)`.

use portalis_hir::{Arg, Name};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, ClassRef, InstId, TypeId};

use super::super::FnCx;
use crate::represent::{ObjectId, Repr};
use crate::rir::{Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    /// `class(args)` at `node`.
    pub(crate) fn construct(
        &mut self,
        node: Node,
        role: &str,
        class: ClassRef,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        if self.enumeration(class).is_some() {
            return self.member_by_value(class, args);
        }
        let abstract_methods = self.cx.rep.inferred.classes[class.index()].abstract_methods.clone();
        // `object.__new__` looks at the arguments first.
        let has_arguments = args.iter().any(|arg| matches!(arg, Arg::Pos(_) | Arg::Keyword(..)));
        if !abstract_methods.is_empty() && has_arguments && self.cx.takes_no_arguments(class) {
            return self.bad_construction(class, args);
        }
        if !abstract_methods.is_empty() {
            return self.abstract_construction(class, &abstract_methods, args);
        }
        let init_role = if role == "call" { "__init__".to_owned() } else { format!("{role}.__init__") };
        let made = self.made_by(node, &init_role, class);
        let Some(object_ty) = made.or_else(|| self.constructed(node, class)) else {
            return self.bad_construction(class, args);
        };
        let receiver = self.first_atom(object_ty);
        if let Some(target) = self.init_target(node, &init_role, object_ty) {
            let _ = receiver;
            let Repr::Object(object) = self.cx.rep.repr(object_ty) else { return (Expr::unit(), object_ty) };
            return (self.construct_with_arguments((object, object_ty), target, args), object_ty);
        }
        if let Some(init) = self.cx.init_of(class) {
            let message = self.arity_message(init, true, args);
            return self.failing_call(args, &message);
        }
        let Repr::Object(object) = self.cx.rep.repr(object_ty) else { return (Expr::unit(), object_ty) };
        // Where another class may be called, too, what the others make is the value of the call.
        let is_made = |atom: &Atom| matches!(atom, Atom::Obj(other, _) if *other == class);
        let is_failing = matches!(node, Node::Expr(expr) if role == "call"
            && !self.cx.rep.atoms(self.type_of(expr)).iter().any(|(_, atom)| is_made(atom)));
        if is_failing && let Some(message) = self.dataclass_arity_message(object, args) {
            return self.failing_call(args, &message);
        }
        if self.cx.base_value(object).is_some()
            && let Node::Expr(id) = node
        {
            return self.construct_on_value(id, class, object, object_ty, args);
        }
        if self.cx.dataclass(object).is_some() {
            return (self.build_dataclass(node, object, object_ty, args), object_ty);
        }
        if is_failing && !self.cx.rep.is_exception_class(class) {
            return self.bad_construction(class, args);
        }
        if is_failing && args.iter().any(|arg| matches!(arg, Arg::Keyword(..))) {
            let name = self.cx.object_class_name(object);
            return self.failing_call(args, &format!("{name}() takes no keyword arguments"));
        }
        let mut fields = self.cx.unset_fields(object);
        // An exception class without `__init__` keeps its arguments.
        let is_exception = self.cx.rep.is_exception_class(class);
        if is_exception && self.cx.has_field(object, "args") {
            let cell = self.cx.rep.objects[object.0 as usize].cell;
            let args_ty = self.object_field(cell, &"args".into());
            let value = Expr::call(Path::Rt("Field").assoc("new"), vec![self.argument_tuple(args, args_ty)]);
            if let Expr::Struct(_, fields) = &mut fields
                && let Some((_, field)) = fields.iter_mut().find(|(name, _)| name == "args")
            {
                *field = value;
            }
        }
        let name = self.cx.rep.objects[object.0 as usize].name.clone();
        let made = Expr::call(Path::local(name).assoc("alloc"), vec![fields]);
        if is_exception {
            return (made, object_ty);
        }
        let name = self.cx.object_class_name(object);
        match self.empty_stars(args, &format!("{name}() takes no arguments")) {
            Some(stmts) => (Block { stmts, tail: Some(Box::new(made)) }.into_expr(), object_ty),
            None => self.bad_construction(class, args),
        }
    }

    /// The type of the object whose `__init__` is called here, where the call itself has no value since that always raises.
    fn made_by(&mut self, node: Node, role: &str, class: ClassRef) -> Option<TypeId> {
        let Node::Expr(expr) = node else { return None };
        if self.type_of(expr) != BOT {
            return None;
        }
        self.targets(node, role).into_iter().find_map(|(_, target)| {
            let this = self.cx.rep.inferred.insts[target.index()].params.first().copied()?;
            let is_it = |atom: &Atom| matches!(atom, Atom::Obj(other, _) if *other == class);
            self.cx.rep.atoms(this).iter().any(|(_, atom)| is_it(atom)).then_some(this)
        })
    }

    /// The type of the object that `node` makes of `class`.
    pub(crate) fn constructed(&mut self, node: Node, class: ClassRef) -> Option<TypeId> {
        let ty = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => BOT,
        };
        let found = self
            .cx
            .rep
            .atoms(ty)
            .into_iter()
            .find(|(_, atom)| matches!(atom, Atom::Obj(other, _) if *other == class));
        if let Some((id, _)) = found {
            return Some(self.of_id(id));
        }
        // `raise Class`: the object is not the expression's value. Its `__init__` or its cell tells.
        let definition = self.cx.rep.inferred.classes[class.index()].class;
        for (i, cell) in self.cx.rep.inferred.cells.iter().enumerate() {
            if cell.kind == portalis_typeck::cell::CellKind::Object(definition) && cell.site.node == node {
                let atom = self.cx.rep.inferred.representative(portalis_typeck::ty::CellId(i as u32));
                return Some(self.of(Atom::Obj(class, atom)));
            }
        }
        None
    }

    pub(crate) fn init_target(&self, node: Node, role: &str, object_ty: TypeId) -> Option<InstId> {
        self.targets(node, role)
            .into_iter()
            .find(|(_, target)| self.cx.rep.inferred.insts[target.index()].params.first() == Some(&object_ty))
            .map(|(_, target)| target)
    }

    pub(super) fn bad_construction(&mut self, class: ClassRef, args: &[Arg]) -> (Expr, TypeId) {
        let name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.clone();
        self.failing_call(args, &format!("{name}() takes no arguments"))
    }

    /// An object of a class with abstract methods (`object.__new__`).
    fn abstract_construction(&mut self, class: ClassRef, methods: &[Name], args: &[Arg]) -> (Expr, TypeId) {
        let name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.clone();
        let plural = if methods.len() == 1 { "" } else { "s" };
        let list: Vec<&str> = methods.iter().map(|method| &**method).collect();
        let list = list.join(", ");
        self.failing_call(
            args,
            &format!("Can't instantiate abstract class {name} with abstract method{plural} {list}"),
        )
    }

    /// A call that evaluates its arguments and raises `TypeError`.
    pub(crate) fn failing_call(&mut self, args: &[Arg], message: &str) -> (Expr, TypeId) {
        let mut block = Block::default();
        for arg in args {
            self.effect(arg.value(), &mut block);
        }
        let throw = self.throw_message("TypeError", message);
        block.stmts.push(Stmt::Expr(throw));
        (Expr::Block(block), BOT)
    }

    /// `Name::new(args)`.
    pub(crate) fn call_new(&mut self, object: ObjectId, init: InstId, values: Vec<(Expr, TypeId)>) -> Expr {
        let mut prelude = std::mem::take(&mut self.prelude);
        let name = self.cx.new_fn(object, init);
        let struct_name = self.cx.rep.objects[object.0 as usize].name.clone();
        let args = self.passed(&mut None, values.into_iter().skip(1).collect(), &mut prelude);
        let call = Expr::call(Path::local(struct_name).assoc(name), args);
        let call = if self.cx.is_fallible(init) { self.propagate_call(init, call) } else { call };
        Block { stmts: prelude, tail: Some(Box::new(call)) }.into_expr()
    }

    pub(super) fn bind_arguments_of(
        &mut self,
        target: InstId,
        receiver: (Expr, TypeId),
        args: &[Arg],
    ) -> Vec<(Expr, TypeId)> {
        self.bind_call_arguments(target, Some(receiver), args)
    }
}
