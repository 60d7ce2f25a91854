//! Lazy iterators: `map`, `filter`, `zip`, `enumerate`, `next`.

use portalis_hir::{ExprId, ExprKind, StmtKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use crate::lower::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{self, Block, Closure, Expr, Pat, Path, Stmt, Ty};

use super::let_;

impl FnCx<'_, '_> {
    pub(super) fn lazy(&mut self, id: ExprId, name: &str, args: &[ExprId], ty: TypeId) -> (Expr, TypeId) {
        let elem = self.elem_type(ty);
        if let Some(dead) = self.dead_arguments(args) {
            return dead;
        }
        let adapted = match name {
            "enumerate" => args.first(),
            "filter" => args.get(1),
            _ => None,
        };
        if let Some(&source) = adapted
            && elem == BOT
        {
            // Nothing ever comes out, but a generator runs to its end.
            let from = self.type_of(source);
            let item_ty = self.iteration_type(from);
            let value = self.value(source);
            let handle = self.iter_handle(value, from, item_ty);
            return (Expr::call(Path::RtIn("iter", "exhausting".to_owned()), vec![handle]), ty);
        }
        match name {
            "iter" if args.len() == 1 => {
                let from = self.type_of(args[0]);
                let value = self.value(args[0]);
                let resized = self.resized_after(args[0]);
                let outer = std::mem::replace(&mut self.resized, resized);
                let iterator = if self.is_single(from) || self.is_single(ty) {
                    self.iterator_of(id, value, from, ty)
                } else {
                    let iterator = self.dispatch(value, from, ty, &mut |cx, value, one, _| {
                        cx.iterator_of(id, value, one, ty)
                    });
                    (iterator, ty)
                };
                self.resized = outer;
                iterator
            }
            "map" => {
                let mut sources = Vec::new();
                let mut params = Vec::new();
                let mut block = Block::default();
                for &arg in &args[1..] {
                    let from = self.type_of(arg);
                    let item_ty = self.iteration_type(from);
                    let value = self.value(arg);
                    let held = self.temp("source");
                    let handle = self.iter_handle(value, from, item_ty);
                    block.stmts.push(let_(&held, handle));
                    sources.push(held);
                    let item = self.temp("item");
                    params.push((item, item_ty));
                }
                let function = self.hold_callee(args[0], &mut block);
                let outer = std::mem::replace(&mut self.catch, Catch::Return);
                let values = params.iter().map(|(name, ty)| (Expr::local(name.clone()), *ty)).collect();
                let (mut call, mut ret) = self.apply_held(id, "map", args[0], function, values);
                if elem == BOT && ret != BOT {
                    // The source is empty.
                    (call, ret) = (crate::coerce::after(call, Expr::Unreachable("nothing comes")), BOT);
                }
                let call = if ret == BOT { call } else { self.coerce(call, ret, elem) };
                self.catch = outer;
                let mut step = Block::default();
                for (source, (item, _)) in sources.iter().zip(&params) {
                    let next = Expr::local(source.clone()).method("try_next", Vec::new()).tried();
                    step.stmts.push(Stmt::LetElse(
                        Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
                        Box::new(next),
                        Block {
                            stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(crate::lower::raise::ok(
                                Expr::local("None"),
                            )))))],
                            tail: None,
                        },
                    ));
                }
                step.tail =
                    Some(Box::new(crate::lower::raise::ok(Expr::call(Path::local("Some"), vec![call]))));
                // No result says what the items would be.
                let item = (ret == BOT).then(|| {
                    let repr = self.cx.rep.repr(elem);
                    self.cx.rep.ty(&repr)
                });
                let closure = Closure {
                    params: Vec::new(),
                    ret: item.map(|item| item.option().result()),
                    body: Box::new(Expr::Block(step)),
                    is_move: true,
                };
                block.tail = Some(Box::new(Expr::call(
                    Path::RtIn("iter", "stepping".to_owned()),
                    vec![Expr::Closure(closure)],
                )));
                (Expr::Block(block), ty)
            }
            "filter" => {
                let from = self.type_of(args[1]);
                let item_ty = self.iteration_type(from);
                let mut block = Block::default();
                if self.type_of(args[0]) == self.none_type() {
                    self.effect(args[0], &mut block);
                }
                let value = self.value(args[1]);
                let held = self.temp("source");
                let handle = self.iter_handle(value, from, item_ty);
                block.stmts.push(let_(&held, handle));
                let none = self.none_type();
                let outer = std::mem::replace(&mut self.catch, Catch::Return);
                let item = self.temp("item");
                let copy = self.is_copy(item_ty);
                let arg = if copy { Expr::local(item.clone()) } else { Expr::local(item.clone()).cloned() };
                let test = if self.type_of(args[0]) == none {
                    self.truth(Expr::local(item.clone()), item_ty)
                } else {
                    let function = self.hold_callee(args[0], &mut block);
                    let (call, ret) = self.apply_held(id, "filter", args[0], function, vec![(arg, item_ty)]);
                    // What always raises tests nothing.
                    if ret == BOT && !call.diverges() {
                        crate::coerce::after(call, Expr::Bool(false))
                    } else {
                        self.truth(call, ret)
                    }
                };
                let passed = Expr::local(item.clone());
                let passed = if elem == BOT { passed } else { self.coerce(passed, item_ty, elem) };
                self.catch = outer;
                let next = Expr::local(held).method("try_next", Vec::new()).tried();
                let stop = Block {
                    stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(crate::lower::raise::ok(
                        Expr::local("None"),
                    )))))],
                    tail: None,
                };
                let found = Expr::Return(Some(Box::new(crate::lower::raise::ok(Expr::call(
                    Path::local("Some"),
                    vec![passed],
                )))));
                let body = Block {
                    stmts: vec![
                        Stmt::LetElse(
                            Pat::Call(Path::local("Some"), vec![Pat::Bind(item, false)]),
                            Box::new(next),
                            stop,
                        ),
                        Stmt::Expr(Expr::If(
                            Box::new(test),
                            Block { stmts: vec![Stmt::Expr(found)], tail: None },
                            None,
                        )),
                    ],
                    tail: None,
                };
                let closure = Closure {
                    params: Vec::new(),
                    ret: None,
                    body: Box::new(Expr::Block(Block::of(Expr::Loop(None, body)))),
                    is_move: true,
                };
                block.tail = Some(Box::new(Expr::call(
                    Path::RtIn("iter", "stepping".to_owned()),
                    vec![Expr::Closure(closure)],
                )));
                (Expr::Block(block), ty)
            }
            "enumerate" | "zip" | "reversed" => self.lazy_adapter(name, args, ty, elem, false),
            _ => {
                self.unsupported_operation(name);
                (Expr::unit(), ty)
            }
        }
    }

    /// What is evaluated where one of the arguments never gives a value.
    pub(super) fn dead_arguments(&mut self, args: &[ExprId]) -> Option<(Expr, TypeId)> {
        let is_dead = args.iter().any(|&arg| self.type_of(arg) == BOT);
        is_dead.then(|| (self.dead_operands(args.iter().copied()), BOT))
    }

    /// An iterator over `elem`s that gives nothing: `zip()`.
    pub(crate) fn empty_iterator(&mut self, elem: TypeId) -> Expr {
        let held = self.temp("empty");
        let repr = Repr::Iter(Box::new(self.cx.rep.repr(elem)));
        let nothing = crate::lower::raise::ok(Expr::local("None"));
        // Of no type at all, it is one that nothing else tells.
        let ret = (elem == BOT).then(|| Ty::Tuple(Vec::new()).option().result());
        let closure = Closure { params: Vec::new(), ret, body: Box::new(nothing), is_move: false };
        let call = Expr::call(Path::RtIn("iter", "stepping".to_owned()), vec![Expr::Closure(closure)]);
        let ty = Some(self.cx.rep.ty(&repr));
        let bind = Stmt::Let { pat: Pat::Bind(held.clone(), false), ty, init: Some(call) };
        Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(Expr::local(held))) })
    }

    /// `iter(value)` of a value of one kind, in a call that gives a `ty`.
    fn iterator_of(&mut self, id: ExprId, value: Expr, from: TypeId, ty: TypeId) -> (Expr, TypeId) {
        match self.cx.rep.repr(from) {
            Repr::Iter(_) | Repr::Generator(..) | Repr::File => return (value, from),
            Repr::Object(_) => {
                let atom = self.first_atom(from);
                let target = self.method_target(Node::Expr(id), "__iter__", atom);
                if let Some(target) = target {
                    let (made, made_ty) = self.call_method_instance(target, value, Vec::new());
                    return self.checked_iterator(made, made_ty);
                }
            }
            _ => {}
        }
        let own = self.own_part(id, "iter", Kind::Iterator, ty);
        let elem = self.elem_type(own);
        (self.iter_handle(value, from, elem), own)
    }

    /// What a `zip` does when source `i` has no more: it ends; a strict one asks whether the others end as well.
    fn zip_end(&mut self, i: usize, names: &[String], strict: bool) -> Block {
        let leave = |value: Expr| Stmt::Expr(Expr::Return(Some(Box::new(value))));
        let end = leave(crate::lower::raise::ok(Expr::local("None")));
        if !strict {
            return Block { stmts: vec![end], tail: None };
        }
        let before = |n: usize| if n == 1 { "argument 1".to_owned() } else { format!("arguments 1-{n}") };
        let outer = std::mem::replace(&mut self.catch, Catch::Return);
        let mut stmts = Vec::new();
        if i > 0 {
            let message = format!("zip() argument {} is shorter than {}", i + 1, before(i));
            stmts.push(Stmt::Expr(self.throw_message("ValueError", &message)));
        } else {
            for (j, other) in names.iter().enumerate().skip(1) {
                let next = Expr::local(other.clone()).method("try_next", Vec::new()).tried();
                let message = format!("zip() argument {} is longer than {}", j + 1, before(j));
                let raise = Stmt::Expr(self.throw_message("ValueError", &message));
                let then = Block { stmts: vec![raise], tail: None };
                let test = next.method("is_some", Vec::new());
                stmts.push(Stmt::Expr(Expr::If(Box::new(test), then, None)));
            }
            stmts.push(end);
        }
        self.catch = outer;
        Block { stmts, tail: None }
    }

    pub(super) fn lazy_adapter(
        &mut self,
        name: &str,
        args: &[ExprId],
        ty: TypeId,
        elem: TypeId,
        strict: bool,
    ) -> (Expr, TypeId) {
        if args.is_empty() {
            return (self.empty_iterator(elem), ty);
        }
        match name {
            "reversed" => (self.reversed(args[0], elem), ty),
            "enumerate" => (self.enumerated(args, elem), ty),
            _ => {
                let mut handles = Vec::new();
                let mut types = Vec::new();
                if args.iter().all(|&arg| self.is_single(self.type_of(arg))) {
                    for &arg in args {
                        let (handle, item_ty) = self.handle_of(arg);
                        handles.push(handle);
                        types.push(item_ty);
                    }
                    return (self.zip_handles(handles, &types, elem, strict), ty);
                }
                // What may be no iterable raises after all arguments are evaluated.
                let mut stmts = Vec::new();
                let mut held = Vec::new();
                for &arg in args {
                    let value = self.value(arg);
                    held.push(self.hold_value("source", value, &mut stmts));
                }
                for (value, &arg) in held.into_iter().zip(args) {
                    let from = self.type_of(arg);
                    let item_ty = self.iteration_type(from);
                    handles.push(self.iter_handle(value, from, item_ty));
                    types.push(item_ty);
                }
                let zipped = self.zip_handles(handles, &types, elem, strict);
                (Block { stmts, tail: Some(Box::new(zipped)) }.into_expr(), ty)
            }
        }
    }

    /// An argument as an iterator, and the type of its items.
    fn handle_of(&mut self, arg: ExprId) -> (Expr, TypeId) {
        let from = self.type_of(arg);
        let item_ty = self.iteration_type(from);
        let value = self.value(arg);
        (self.iter_handle(value, from, item_ty), item_ty)
    }

    fn reversed(&mut self, arg: ExprId, item_ty: TypeId) -> Expr {
        let from = self.type_of(arg);
        let place = self.place(arg);
        let has_reversed = matches!(
            self.cx.rep.repr(from),
            Repr::List(_)
                | Repr::Range
                | Repr::TupleVar(_)
                | Repr::Deque(_)
                | Repr::Dict(..)
                | Repr::Keys(..)
                | Repr::Values(..)
                | Repr::Items(..)
        );
        if has_reversed {
            let items = place.method("reversed", Vec::new());
            let source = self.iteration_type(from);
            let as_they_are = source == BOT || self.cx.rep.repr(source) == self.cx.rep.repr(item_ty);
            let items = if as_they_are { items } else { self.items_as(items, source, item_ty, false) };
            return Expr::call(Path::Rt("Iter").assoc("of"), vec![items]);
        }
        let owned = self.owned(place, from);
        if !matches!(self.cx.rep.repr(from), Repr::Option(_) | Repr::Union(_)) {
            return self.reversed_single(owned, from, item_ty);
        }
        self.dispatch(owned, from, BOT, &mut |cx, value, one, _| {
            (cx.reversed_single(value, one, item_ty), BOT)
        })
    }

    /// `reversed` of one kind of value: its items as a list, last first.
    pub(super) fn reversed_single(&mut self, value: Expr, ty: TypeId, item_ty: TypeId) -> Expr {
        if let Repr::Object(object) = self.cx.rep.repr(ty)
            && self.cx.class_defines(object, "__reversed__")
        {
            let atom = self.first_atom(ty);
            let Some(target) = self.cx.any_target(atom, "__reversed__") else {
                return Expr::Unreachable("never called");
            };
            let value = self.owned(value, ty);
            let (iterator, made) = self.call_method_instance(target, value, Vec::new());
            return if made == BOT { iterator } else { self.iter_handle(iterator, made, item_ty) };
        }
        if let Some((id, atom)) = self.cx.rep.atoms(ty).first().cloned()
            && !self.is_reversible(id, &atom, ty)
        {
            if matches!(atom, Atom::Cont(Kind::Iterator, _)) {
                // Its class would be named: `map`, `zip`, `list_iterator`.
                self.unsupported_operation("reversed of an iterator");
            }
            let message = format!("'{}' object is not reversible", self.class_name(&atom));
            let throw = self.throw_message("TypeError", &message);
            return crate::coerce::after(value, throw);
        }
        if matches!(self.cx.rep.repr(ty), Repr::Object(_))
            && let Some(steps) = self.reversed_object(&value, ty, item_ty)
        {
            return steps;
        }
        let list = self.collect_list(value, ty, item_ty);
        Expr::call(Path::Rt("Iter").assoc("of"), vec![list.method("reversed", Vec::new())])
    }

    /// An object with `__len__` and `__getitem__`: its items, the last index first.
    fn reversed_object(&mut self, value: &Expr, ty: TypeId, item_ty: TypeId) -> Option<Expr> {
        let atom = self.first_atom(ty);
        let item = self.cx.item_target(atom)?;
        let len = self.cx.any_target(atom, "__len__")?;
        let held = self.temp("held");
        let (count, count_ty) = self.call_method_instance(len, Expr::local(held.clone()), Vec::new());
        let (count, count_ty) = self.checked_size(count, count_ty);
        let count = self.as_index(count, count_ty);
        let closure = self.item_closure(item, &held, item_ty);
        let bound = self.temp("count");
        Some(Expr::Block(Block {
            stmts: vec![let_(&held, value.clone()), let_(&bound, count)],
            tail: Some(Box::new(Expr::call(
                Path::Rt("Iter").assoc("new"),
                vec![Expr::call(
                    Path::RtIn("iter", "from_last".to_owned()),
                    vec![Expr::local(bound), closure],
                )],
            ))),
        }))
    }

    /// Whether it is a sequence, a dictionary or a view of one.
    fn is_reversible(&mut self, id: AtomId, atom: &Atom, ty: TypeId) -> bool {
        match atom {
            Atom::Cont(kind, _) => {
                !matches!(kind, Kind::Set | Kind::FrozenSet | Kind::Iterator | Kind::Generator)
            }
            Atom::Str
            | Atom::Bytes
            | Atom::Range
            | Atom::NatRange
            | Atom::Tuple(_)
            | Atom::TupleVar(_)
            | Atom::Native(_)
            | Atom::Class(_) => true,
            Atom::Obj(..) => {
                self.cx.item_target(id).is_some()
                    || self.cx.any_target(id, "__iter__").is_none()
                    || self.underlying_type(ty).is_some()
            }
            _ => false,
        }
    }

    fn enumerated(&mut self, args: &[ExprId], elem: TypeId) -> Expr {
        let (handle, item_ty) = self.handle_of(args[0]);
        let elem_parts = self.tuple_items(elem);
        let mut block = Block::default();
        let source = self.temp("source");
        block.stmts.push(let_(&source, handle));
        let mut step = Block::default();
        let mut parts = Vec::new();
        let int = self.of(Atom::Int);
        let start = match args.get(1) {
            Some(&start) => {
                let start_ty = self.type_of(start);
                let value = self.value(start);
                self.as_index(value, start_ty)
            }
            None => Expr::Int(0, None),
        };
        let count = self.temp("count");
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(count.clone(), true),
            ty: Some(Ty::local("i64")),
            init: Some(start),
        });
        let item = self.temp("item");
        let next = Expr::local(source).method("try_next", Vec::new()).tried();
        step.stmts.push(Stmt::LetElse(
            Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
            Box::new(next),
            self.zip_end(0, &[], false),
        ));
        let here = self.temp("here");
        step.stmts.push(let_(&here, Expr::local(count.clone())));
        step.stmts.push(Stmt::Expr(Expr::AssignOp(
            rir::BinOp::Add,
            Box::new(Expr::local(count)),
            Box::new(Expr::Int(1, None)),
        )));
        parts.push(self.coerce(Expr::local(here), int, elem_parts.first().copied().unwrap_or(int)));
        parts.push(self.coerce(Expr::local(item), item_ty, elem_parts.get(1).copied().unwrap_or(item_ty)));
        self.tuple_steps(block, step, (parts, &[int, item_ty]), elem)
    }

    /// `zip` of iterators over items of these types.
    pub(super) fn zip_handles(
        &mut self,
        handles: Vec<Expr>,
        types: &[TypeId],
        elem: TypeId,
        strict: bool,
    ) -> Expr {
        let elem_parts = self.tuple_items(elem);
        let mut block = Block::default();
        let mut names = Vec::new();
        for handle in handles {
            let held = self.temp("source");
            block.stmts.push(let_(&held, handle));
            names.push(held);
        }
        let mut step = Block::default();
        let mut parts = Vec::new();
        for (i, source) in names.iter().enumerate() {
            // Where one of them never gives anything, the others' items go nowhere.
            let item = if elem == BOT { "_".to_owned() + &self.temp("item") } else { self.temp("item") };
            let end = self.zip_end(i, &names, strict);
            let next = Expr::local(source.clone()).method("try_next", Vec::new()).tried();
            step.stmts.push(Stmt::LetElse(
                Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
                Box::new(next),
                end,
            ));
            if elem == BOT {
                continue;
            }
            let part = elem_parts.get(i).copied().unwrap_or(types[i]);
            // Other calls of the function give it items, this one an empty sequence.
            if types[i] == BOT && part != BOT {
                parts.push(Expr::Unreachable("nothing comes"));
                continue;
            }
            parts.push(self.coerce(Expr::local(item), types[i], part));
        }
        if elem == BOT {
            // Never reached: it says the type.
            let some = Expr::call(Path::local("Some"), vec![Expr::unit()]);
            step.tail = Some(Box::new(crate::lower::raise::ok(some)));
            return stepping(block, step);
        }
        self.tuple_steps(block, step, (parts, types), elem)
    }

    /// `iter::stepping(move || step)` after `block`, each step giving a tuple of `parts`; as one of any length where the
    /// iterator is one of several, whose tuples have other lengths.
    fn tuple_steps(
        &mut self,
        block: Block,
        mut step: Block,
        (parts, types): (Vec<Expr>, &[TypeId]),
        elem: TypeId,
    ) -> Expr {
        let mut item = Expr::Tuple(parts);
        if elem != BOT && !matches!(self.cx.rep.repr(elem), Repr::Tuple(_)) {
            let made = self.of(Atom::Tuple(types.into()));
            item = self.coerce(item, made, elem);
        }
        let some = Expr::call(Path::local("Some"), vec![item]);
        step.tail = Some(Box::new(crate::lower::raise::ok(some)));
        stepping(block, step)
    }

    /// Whether a callee is a name, a function, or an attribute of one: reading it again reads the same.
    pub(crate) fn is_named(&self, callee: ExprId) -> bool {
        match &self.cx.module[callee].kind {
            ExprKind::Attribute { value, .. } => self.is_named(*value),
            ExprKind::Local(_) | ExprKind::Function { .. } | ExprKind::Builtin(_) => true,
            _ => false,
        }
    }

    /// The function that is handed in, held for later calls: `None` for one that is known without a value.
    pub(crate) fn hold_callee(&mut self, callee: ExprId, block: &mut Block) -> Option<String> {
        let ty = self.type_of(callee);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            // Which function it is is known; what gives it may do more.
            if !self.is_named(callee) {
                self.effect(callee, block);
            }
            return None;
        }
        let held = self.temp("function");
        let value = self.value(callee);
        block.stmts.push(let_(&held, value));
        Some(held)
    }

    pub(super) fn apply_held(
        &mut self,
        id: ExprId,
        role: &str,
        callee: ExprId,
        held: Option<String>,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let Some(held) = held else { return self.apply(id, role, callee, args) };
        let callee_ty = self.type_of(callee);
        if let [(atom_id, atom)] = self.cx.rep.atoms(callee_ty).as_slice() {
            return self.apply_kind(id, role, (*atom_id, atom), Expr::local(held), args);
        }
        self.apply_several(id, role, callee_ty, Expr::local(held), &args)
    }

    /// A function that may be one of several, applied to values: a `match` over them.
    pub(super) fn apply_several(
        &mut self,
        id: ExprId,
        role: &str,
        callee_ty: TypeId,
        function: Expr,
        args: &[(Expr, TypeId)],
    ) -> (Expr, TypeId) {
        let mut to = BOT;
        for (atom_id, atom) in self.cx.rep.atoms(callee_ty) {
            let (value, ty) = self.apply_kind(id, role, (atom_id, &atom), function.clone(), args.to_vec());
            if ty == BOT && !value.diverges() && matches!(atom, Atom::Builtin(_) | Atom::BoundBuiltin(..)) {
                self.unsupported_operation("this function of the library as one of several");
            }
            to = self.cx.rep.inferred.types.join(to, ty);
        }
        let function = self.owned(function, callee_ty);
        let applied = self.dispatch(function, callee_ty, to, &mut |cx, function, _, (atom_id, atom)| {
            cx.apply_kind(id, role, (atom_id, atom), function, args.to_vec())
        });
        (applied, to)
    }

    /// A function of one kind, as a value, applied to values.
    fn apply_kind(
        &mut self,
        id: ExprId,
        role: &str,
        (atom_id, atom): (AtomId, &Atom),
        function: Expr,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        match atom {
            Atom::Func(func, env) => {
                let Some(target) = self.target(Node::Expr(id), role, atom_id) else {
                    return (self.misapplied(*func, false, args.len()), BOT);
                };
                let captured = self.cx.closure_parts(&function, *func, *env);
                let ret = self.return_type(target);
                (self.call_instance(target, captured, args), ret)
            }
            Atom::Bound(..) => {
                let Some(target) = self.target(Node::Expr(id), role, atom_id) else {
                    return (Expr::Unreachable("never called"), BOT);
                };
                self.call_method_instance(target, function, args)
            }
            Atom::Obj(..) if let Some(target) = self.called_object(id, role, atom_id) => {
                self.call_method_instance(target, function, args)
            }
            Atom::Builtin(name) => self.apply_builtin(id, name, args),
            Atom::BoundBuiltin(receiver, name) => self.apply_method(id, *receiver, function, name, args),
            Atom::Class(class) => self.construct_values(Node::Expr(id), role, *class, args),
            _ => {
                self.unsupported_operation("this function as an argument");
                (Expr::unit(), BOT)
            }
        }
    }

    pub(super) fn next_call(&mut self, id: ExprId, args: &[ExprId]) -> (Expr, TypeId) {
        let Some(&iterator) = args.first() else { return (Expr::unit(), BOT) };
        let ty = self.type_of(iterator);
        let place = self.place(iterator);
        let default = args.get(1);
        if self.is_single(ty) {
            let kind = &self.cx.module[iterator].kind;
            let is_made = matches!(kind, ExprKind::Call { .. } | ExprKind::Function { .. });
            if is_made
                && default.is_none()
                && matches!(self.cx.rep.repr(ty), Repr::Generator(..))
                && self.generators_clean_up()
            {
                // Nobody else has it: it ends before its item is used.
                let elem = self.next_type(ty, id);
                let owned = self.owned(place, ty);
                return (self.raising(owned, "first_item", Vec::new()), elem);
            }
            return self.next_of(id, place, ty, default);
        }
        let to = self.type_of(id);
        let held = self.owned(place, ty);
        (self.dispatch(held, ty, to, &mut |cx, place, one, _| cx.next_of(id, place, one, default)), to)
    }

    /// Whether some generator of the program does something when it is left before its end.
    pub(crate) fn generators_clean_up(&self) -> bool {
        let module = self.cx.module;
        module.funcs.iter().filter(|(_, func)| func.is_generator).any(|(_, func)| {
            let mut found = false;
            portalis_hir::visit::for_each_stmt(module, &func.body, &mut |stmt| {
                found |= match &module[stmt].kind {
                    StmtKind::Try { finally, .. } => !finally.is_empty(),
                    StmtKind::With { .. } => true,
                    _ => false,
                };
            });
            found
        })
    }

    /// `next` of a value of one kind.
    fn next_of(&mut self, id: ExprId, place: Expr, ty: TypeId, default: Option<&ExprId>) -> (Expr, TypeId) {
        let elem = self.next_type(ty, id);
        match (self.cx.rep.repr(ty), default) {
            (Repr::Iter(_) | Repr::Generator(..) | Repr::File, None) => {
                if elem == BOT {
                    let next = self.raising(place, "next_item", Vec::new());
                    return (next, BOT);
                }
                (self.raising(place, "next_item", Vec::new()), elem)
            }
            (Repr::Iter(_) | Repr::Generator(..) | Repr::File | Repr::Object(_), Some(&default)) => {
                let target = match self.cx.rep.repr(ty) {
                    Repr::Object(_) => {
                        let atom = self.first_atom(ty);
                        let Some(target) = self.method_target(Node::Expr(id), "__next__", atom) else {
                            return self.no_iterator(place, ty);
                        };
                        Some(target)
                    }
                    _ => None,
                };
                let elem = target.map_or(elem, |target| self.return_type(target));
                let to = self.type_of(id);
                let default_ty = self.type_of(default);
                let value = self.value(default);
                let mut value = self.coerce(value, default_ty, to);
                let mut block = Block::default();
                let mut place = place;
                if !crate::coerce::is_calm(&value) {
                    // It is evaluated whether the iterator has an item or not.
                    let owned = self.owned(place, ty);
                    place = self.hold_value("iterator", owned, &mut block.stmts);
                    value = self.hold_value("default", value, &mut block.stmts);
                }
                let next = match target {
                    Some(target) => {
                        let owned = self.owned(place, ty);
                        let step = self.method_result(target, owned, Vec::new(), elem);
                        self.propagate(Expr::call(Path::RtIn("iter", "step".to_owned()), vec![step]))
                    }
                    None => self.raising_method(place, "next_or_end", "try_next", Vec::new()),
                };
                let some = if elem == BOT {
                    Expr::Unreachable("nothing comes")
                } else {
                    self.coerce(Expr::local("item"), elem, to)
                };
                let arms = vec![
                    rir::Arm {
                        pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("item".to_owned(), false)]),
                        guard: None,
                        body: some,
                    },
                    rir::Arm { pat: Pat::Path(Path::local("None")), guard: None, body: value },
                ];
                block.tail = Some(Box::new(Expr::Match(Box::new(next), arms)));
                (block.into_expr(), to)
            }
            (Repr::Object(_), None) => {
                let atom = self.first_atom(ty);
                match self.method_target(Node::Expr(id), "__next__", atom) {
                    Some(target) => self.call_method_instance(target, place, Vec::new()),
                    None => self.no_iterator(place, ty),
                }
            }
            (Repr::Exception, _) => {
                self.unsupported_operation("next");
                (Expr::unit(), elem)
            }
            (_, default) => {
                let (raised, ty) = self.no_iterator(place, ty);
                let default =
                    default.map(|&default| self.place(default)).filter(|it| !crate::coerce::is_calm(it));
                match default {
                    Some(default) => (crate::coerce::after(default, raised), ty),
                    None => (raised, ty),
                }
            }
        }
    }

    /// What `__iter__` answered, which Python takes only if it is an iterator.
    fn checked_iterator(&mut self, made: Expr, ty: TypeId) -> (Expr, TypeId) {
        let is_other = match self.cx.rep.repr(ty) {
            Repr::Object(object) => !self.cx.class_defines(object, "__next__"),
            Repr::Unit | Repr::Bool | Repr::I64 | Repr::Big | Repr::Float | Repr::Str | Repr::Bytes => true,
            Repr::List(_) | Repr::Tuple(_) | Repr::TupleVar(_) | Repr::Set(_) | Repr::Dict(..) => true,
            _ => false,
        };
        if !is_other {
            return (made, ty);
        }
        let message = format!("iter() returned non-iterator of type '{}'", self.class_name_of(ty));
        (crate::coerce::after(made, self.throw_message("TypeError", &message)), BOT)
    }

    /// Raises, where `next` is asked of what is no iterator.
    fn no_iterator(&mut self, place: Expr, ty: TypeId) -> (Expr, TypeId) {
        let name = self.class_name_of(ty);
        let raised = self.throw_message("TypeError", &format!("'{name}' object is not an iterator"));
        (crate::coerce::after(place, raised), BOT)
    }

    pub(super) fn next_type(&mut self, ty: TypeId, id: ExprId) -> TypeId {
        let _ = id;
        self.iteration_type(ty)
    }
}

/// `iter::stepping(move || step)` after `block`.
fn stepping(mut block: Block, step: Block) -> Expr {
    let closure = Closure { params: Vec::new(), ret: None, body: Box::new(Expr::Block(step)), is_move: true };
    block.tail =
        Some(Box::new(Expr::call(Path::RtIn("iter", "stepping".to_owned()), vec![Expr::Closure(closure)])));
    Expr::Block(block)
}
