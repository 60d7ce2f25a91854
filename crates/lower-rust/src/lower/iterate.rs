//! Iteration: `for`, comprehensions, and everything that walks an iterable.

use portalis_hir::{
    Arg, Comprehension, ComprehensionClause, ComprehensionKind, ExprId, ExprKind, StmtId, Target,
};
use portalis_typeck::builtins::Table;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::asynchronous::AsyncItems;
use super::{Catch, FnCx, Storage, Walking};
use crate::represent::Repr;
use crate::rir::{self, Block, Closure, Expr, Pat, Path, Stmt};

/// An iterator expression: what it gives, and whether as `Result`s.
pub(crate) struct Items {
    pub(crate) iter: Expr,
    pub(crate) elem: TypeId,
    pub(crate) fallible: bool,
}

/// What is done with each item: the item, its type, the block to fill.
pub(crate) type EachItem<'f, Cx> = dyn FnMut(&mut Cx, Expr, TypeId, &mut Block) + 'f;

impl<'m> FnCx<'_, 'm> {
    /// A loop over `iterable`; `body` gets each item and the block to fill.
    pub(crate) fn for_each(&mut self, iterable: ExprId, block: &mut Block, body: &mut EachItem<'_, Self>) {
        if self.type_of(iterable) == BOT {
            self.effect(iterable, block);
            return;
        }
        if let Some(comp) = self.consumed(iterable) {
            self.comprehension_loops(comp, block, &mut |cx, inner| {
                let item = cx.value(comp.element);
                body(cx, item, cx.type_of(comp.element), inner);
            });
            return;
        }
        let items = self.items(iterable);
        self.loop_over(items, block, body);
    }

    /// A loop over what a clause of a comprehension walks.
    pub(crate) fn comprehension_items(
        &mut self,
        clause: &ComprehensionClause,
        block: &mut Block,
        body: &mut EachItem<'_, Self>,
    ) {
        if !clause.is_async || self.type_of(clause.iter) == BOT {
            self.for_each(clause.iter, block, body);
            return;
        }
        let mut outer = Block::default();
        let Some(AsyncItems { next, elem }) = self.async_items(clause.iter, &mut outer) else {
            block.stmts.push(Stmt::Expr(Expr::Block(outer)));
            return;
        };
        if elem == BOT {
            outer.stmts.push(Stmt::Expr(drain_async(next)));
        } else {
            let name = self.temp("item");
            let mut inner = Block::default();
            body(self, Expr::local(name.clone()), elem, &mut inner);
            let pat = single_name_pattern(&name, &mut inner);
            outer.stmts.push(Stmt::Expr(while_some(None, pat, next, inner)));
        }
        block.stmts.push(Stmt::Expr(Expr::Block(outer)));
    }

    /// The generator expression that `iterable` is, where it is consumed at once: its loops run here.
    pub(crate) fn consumed(&self, iterable: ExprId) -> Option<&'m Comprehension> {
        match &self.cx.module[iterable].kind {
            ExprKind::Comprehension(comp) if comp.kind == ComprehensionKind::Items => Some(comp),
            _ => None,
        }
    }

    /// The same over a value.
    pub(crate) fn for_each_value(
        &mut self,
        value: Expr,
        ty: TypeId,
        block: &mut Block,
        body: &mut EachItem<'_, Self>,
    ) {
        let items = self.items_of_value(value, ty);
        self.loop_over(items, block, body);
    }

    pub(crate) fn loop_over(&mut self, items: Items, block: &mut Block, body: &mut EachItem<'_, Self>) {
        let name = self.temp("item");
        let mut inner = Block::default();
        if items.elem == BOT {
            // Nothing ever comes: the iterator is only run.
            let drain = self.drain(items);
            block.stmts.push(Stmt::Expr(drain));
            return;
        }
        let item = self.loop_item(&name, items.fallible, &mut inner);
        body(self, item, items.elem, &mut inner);
        let pat = single_name_pattern(&name, &mut inner);
        block.stmts.push(Stmt::Expr(Expr::For(None, pat, Box::new(items.iter), inner)));
    }

    /// The item of a loop; a `Result` is opened.
    fn loop_item(&mut self, name: &str, fallible: bool, inner: &mut Block) -> Expr {
        if fallible {
            let value = self.propagate(Expr::local(name));
            inner.stmts.push(Stmt::Let {
                pat: Pat::Bind(name.to_owned(), false),
                ty: None,
                init: Some(value),
            });
        }
        Expr::local(name)
    }

    /// Runs an iterator that gives nothing.
    pub(crate) fn drain(&mut self, items: Items) -> Expr {
        let mut inner = Block::default();
        if items.fallible {
            let value = self.propagate(Expr::local("item"));
            inner.stmts.push(Stmt::Expr(value));
            return Expr::For(None, Pat::Bind("item".to_owned(), false), Box::new(items.iter), inner);
        }
        Expr::For(None, Pat::Wild, Box::new(items.iter), inner)
    }

    /// The iterator of an iterable expression; `range`, `enumerate`, `zip` and views are walked without a handle.
    pub(crate) fn items(&mut self, iterable: ExprId) -> Items {
        // Why it is walked says nothing of what is walked to make it.
        let walk = std::mem::replace(&mut self.walk, Walking::Iteration);
        let built = self.built_items(iterable).or_else(|| self.items_of_view(iterable));
        if let Some(items) = built {
            self.walk = walk;
            return items;
        }
        let place = self.walked_place(iterable);
        if matches!(walk, Walking::Starred | Walking::Joining) {
            self.check_length_hint(iterable);
        }
        self.walk = walk;
        self.items_of_value(place, self.type_of(iterable))
    }

    /// The items of a call of a builtin that Rust has an iterator for.
    fn built_items(&mut self, iterable: ExprId) -> Option<Items> {
        if let ExprKind::Call { callee, args } = &self.cx.module[iterable].kind
            && let Some(name) = self.builtin_callee(*callee)
            && args.iter().all(|arg| matches!(arg, Arg::Pos(_)) || self.is_lenient(&name, arg))
        {
            let values: Vec<ExprId> =
                args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).map(Arg::value).collect();
            return self.builtin_items(&name, &values, self.type_of(iterable));
        }
        None
    }

    /// What is iterated: where it lies, or a handle of its own where it is stepped through.
    fn walked_place(&mut self, iterable: ExprId) -> Expr {
        let ty = self.type_of(iterable);
        let place = self.place(iterable);
        let is_name = matches!(place, Expr::Path(_));
        let lazy = matches!(
            self.cx.rep.repr(ty),
            Repr::Iter(_)
                | Repr::Generator(..)
                | Repr::Object(_)
                | Repr::Tuple(_)
                | Repr::Union(_)
                | Repr::Option(_)
        );
        if is_name && lazy { self.owned(place, ty) } else { place }
    }

    /// Whether it is `strict=False`, which says nothing.
    fn is_lenient(&self, name: &str, arg: &Arg) -> bool {
        name == "zip"
            && matches!(arg, Arg::Keyword(key, value)
                if &**key == "strict" && matches!(self.cx.module[*value].kind, ExprKind::Bool(false)))
    }

    /// The name of the builtin that an expression is, alone.
    pub(crate) fn builtin_callee(&self, callee: ExprId) -> Option<portalis_hir::Name> {
        let atoms = self.cx.rep.atoms(self.type_of(callee));
        match atoms.as_slice() {
            [(_, Atom::Builtin(name))] => Some(name.clone()),
            _ => None,
        }
    }

    fn builtin_items(&mut self, name: &str, args: &[ExprId], ty: TypeId) -> Option<Items> {
        if args.iter().any(|&arg| self.type_of(arg) == BOT) {
            return None;
        }
        match name {
            "range" => self.range_items(args),
            "enumerate" => {
                let inner = self.items(args[0]);
                if inner.fallible || inner.elem == BOT {
                    return None;
                }
                let start = match args.get(1) {
                    Some(&start) => {
                        let value = self.value(start);
                        let start_ty = self.type_of(start);
                        self.as_index(value, start_ty)
                    }
                    None => Expr::Int(0, None),
                };
                let iter =
                    Expr::call(Path::RtIn("builtins", "enumerate".to_owned()), vec![inner.iter, start]);
                let count = self.of(Atom::Int);
                let elem = self.of(Atom::Tuple([count, inner.elem].into()));
                Some(Items { iter, elem, fallible: false })
            }
            "zip" if args.len() == 2 || args.len() == 3 => {
                let mut iters = Vec::new();
                let mut elems = Vec::new();
                for &arg in args {
                    let inner = self.items(arg);
                    if inner.fallible || inner.elem == BOT {
                        return None;
                    }
                    iters.push(inner.iter);
                    elems.push(inner.elem);
                }
                let name = if args.len() == 2 { "zip" } else { "zip3" };
                let iter = Expr::call(Path::RtIn("builtins", name.to_owned()), iters);
                let elem = self.of(Atom::Tuple(elems.into()));
                Some(Items { iter, elem, fallible: false })
            }
            "reversed" => {
                let source_ty = self.type_of(args[0]);
                let _ = ty;
                match self.cx.rep.repr(source_ty) {
                    Repr::List(_) | Repr::Range | Repr::TupleVar(_) | Repr::Deque(_) | Repr::Dict(..) => {
                        let place = self.place(args[0]);
                        let elem = self.iteration_type(source_ty);
                        Some(Items { iter: place.method("reversed", Vec::new()), elem, fallible: false })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// `range(…)` as a Rust range where its step is known.
    fn range_items(&mut self, args: &[ExprId]) -> Option<Items> {
        let int = self.of(Atom::Int);
        let nat_range =
            |cx: &Self, ty: TypeId| cx.cx.rep.atoms(ty).iter().all(|(_, atom)| matches!(atom, Atom::Nat));
        let all_small = args.iter().all(|&arg| {
            let ty = self.type_of(arg);
            matches!(self.cx.rep.repr(ty), Repr::I64 | Repr::Bool)
        });
        if !all_small {
            return None;
        }
        let bound = |cx: &mut Self, arg: ExprId| {
            let value = cx.value(arg);
            let ty = cx.type_of(arg);
            cx.coerce(value, ty, int)
        };
        let elem = match args.first() {
            Some(&first) if args.len() == 1 || nat_range(self, self.type_of(first)) => self.of(Atom::Nat),
            _ => int,
        };
        let (start, stop, step) = match args {
            [stop] => (Expr::Int(0, None), bound(self, *stop), None),
            [start, stop] => (bound(self, *start), bound(self, *stop), None),
            [start, stop, step] => (bound(self, *start), bound(self, *stop), Some(*step)),
            _ => return None,
        };
        let range = |mut start: Expr, stop: Expr| {
            if stop.is_literal() || super::arithmetic::literal_value(&stop).is_some() {
                super::expr::anchor(&mut start);
            }
            Expr::Range(Some(Box::new(start)), Some(Box::new(stop)))
        };
        let iter = match step {
            None => range(start, stop),
            Some(step) => {
                let step = bound(self, step);
                match super::arithmetic::literal_value(&step) {
                    Some(1) => range(start, stop),
                    Some(n) if n > 1 => range(start, stop).method("step_by", vec![step]),
                    Some(-1) => {
                        // `stop + 1 ..= start` backwards.
                        // Arguments are evaluated left to right: only a simple one may change places.
                        let stays = |expr: &Expr| !rir::visit::assigns(expr);
                        let may_swap = is_simple(&stop) && stays(&start) || is_simple(&start) && stays(&stop);
                        if !may_swap {
                            return None;
                        }
                        let (low, high) = (plus_one(stop), plus_one(start));
                        range(low, high).method("rev", Vec::new())
                    }
                    _ => {
                        let range = self.raising_call("range", "range", vec![start, stop, step]);
                        range.method("iter", Vec::new())
                    }
                }
            }
        };
        Some(Items { iter, elem, fallible: false })
    }

    /// The iterator of a value.
    pub(crate) fn items_of_value(&mut self, value: Expr, ty: TypeId) -> Items {
        let elem = self.iteration_type(ty);
        if let Some(class) = self.enumeration_class(ty) {
            return Items { iter: self.all_members(class), elem, fallible: false };
        }
        let repr = self.cx.rep.repr(ty);
        match &repr {
            Repr::Set(_)
            | Repr::Deque(_)
            | Repr::Dict(..)
            | Repr::Keys(..)
            | Repr::Values(..)
            | Repr::Items(..)
                if self.is_resized(ty) =>
            {
                let iter = value.method("iter", Vec::new()).method("tried", Vec::new());
                Items { iter, elem, fallible: true }
            }
            // A list that nobody else will see gives its items away.
            Repr::List(_) if matches!(&value, Expr::Method(_, name, ..) if matches!(name.as_str(), "slice" | "slice_by" | "concat" | "repeat")) =>
            {
                let iter = match value {
                    Expr::Method(list, name, _, args) if name == "slice" => list.method("slice_items", args),
                    Expr::Method(list, name, _, args) if name == "slice_by" => {
                        list.method("slice_items_by", args)
                    }
                    value => value.method("into_items", Vec::new()),
                };
                Items { iter, elem, fallible: false }
            }
            Repr::List(_)
            | Repr::Set(_)
            | Repr::FrozenSet(_)
            | Repr::Deque(_)
            | Repr::Dict(..)
            | Repr::TupleVar(_)
            | Repr::Str
            | Repr::Bytes
            | Repr::Range
            | Repr::Keys(..)
            | Repr::Values(..)
            | Repr::Items(..) => Items { iter: value.method("iter", Vec::new()), elem, fallible: false },
            Repr::Iter(_) | Repr::Generator(..) => {
                if self.wants_results() {
                    Items { iter: self.owned(value, ty), elem, fallible: true }
                } else if self.is_left_with(&value) {
                    // Nobody else has it: it is left with what asks for its items.
                    Items { iter: value.method("into_values", Vec::new()), elem, fallible: false }
                } else {
                    Items { iter: value.method("values", Vec::new()), elem, fallible: false }
                }
            }
            Repr::File => {
                if self.wants_results() {
                    Items { iter: self.owned(value, ty), elem, fallible: true }
                } else {
                    Items { iter: value.method("lines", Vec::new()), elem, fallible: false }
                }
            }
            Repr::Tuple(_) => {
                let types = self.tuple_items(ty);
                let (pat, names) = self.tuple_pattern(types.len());
                let mut parts = Vec::new();
                for (name, item_ty) in names.into_iter().zip(types) {
                    parts.push(self.coerce(Expr::local(name), item_ty, elem));
                }
                let array = match value {
                    Expr::Tuple(items) if items.len() == parts.len() => {
                        let types = self.tuple_items(ty);
                        let mut direct = Vec::new();
                        for (item, item_ty) in items.into_iter().zip(types) {
                            direct.push(self.coerce(item, item_ty, elem));
                        }
                        Expr::Array(direct)
                    }
                    value => crate::coerce::destructure(pat, value, Expr::Array(parts)),
                };
                Items { iter: array, elem, fallible: false }
            }
            Repr::Object(_) => self.object_items(value, ty, elem),
            Repr::Native(_) if elem != BOT => {
                Items { iter: value.method("iter", Vec::new()), elem, fallible: false }
            }
            Repr::Option(_) | Repr::Union(_) => self.union_items(value, ty, elem),
            _ => self.no_items(value, ty),
        }
    }

    /// Raises, where a value that has no items is to be walked.
    fn no_items(&mut self, value: Expr, ty: TypeId) -> Items {
        let throw = self.not_iterable(ty);
        let throw = Expr::Block(Block { stmts: vec![Stmt::Expr(throw)], tail: None });
        let never = self.evaluated((value, ty), throw);
        let block = Expr::Block(Block {
            stmts: vec![Stmt::Let {
                pat: Pat::Bind("none".to_owned(), false),
                ty: Some(rir::Ty::Named(Path::local("Option"), vec![rir::Ty::unit()])),
                init: Some(never),
            }],
            tail: Some(Box::new(Expr::local("none"))),
        });
        Items { iter: block, elem: BOT, fallible: false }
    }

    /// What iterating a value gives.
    pub(crate) fn iteration_type(&mut self, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.cx.rep.atoms(ty) {
            let one = match &atom {
                Atom::Cont(portalis_typeck::ty::Kind::Native(_), _) => BOT,
                Atom::Cont(_, cell) | Atom::TupleVar(cell) => {
                    self.cx.rep.inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Elem)
                }
                Atom::Tuple(items) => {
                    let items = items.to_vec();
                    self.cx.rep.inferred.types.join_all(items)
                }
                Atom::Str | Atom::File => self.of(Atom::Str),
                Atom::Bytes | Atom::NatRange => self.of(Atom::Nat),
                Atom::Range => self.of(Atom::Int),
                Atom::Class(class) => self.members_type(*class),
                Atom::Obj(..) => self.object_iteration_type(id),
                Atom::Native(class) => match Table::get().iteration_word(class) {
                    Some(word) => self.word_type(word),
                    None => BOT,
                },
                _ => BOT,
            };
            joined = self.cx.rep.inferred.types.join(joined, one);
        }
        joined
    }

    /// What the instances of `__iter__` and `__next__` that were found say.
    fn object_iteration_type(&mut self, id: portalis_typeck::ty::AtomId) -> TypeId {
        let Some(iter) = self.cx.any_target(id, "__iter__") else {
            let ty = self.of_id(id);
            if let Some(under) = self.underlying_type(ty) {
                return self.iteration_type(under);
            }
            return match self.cx.item_target(id) {
                Some(target) => self.cx.rep.inferred.insts[target.index()].ret,
                None => BOT,
            };
        };
        let ret = self.cx.rep.inferred.insts[iter.index()].ret;
        let mut joined = BOT;
        for (id, atom) in self.cx.rep.atoms(ret) {
            let one = match atom {
                Atom::Cont(_, cell) => {
                    self.cx.rep.inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Elem)
                }
                Atom::Obj(..) => match self.cx.any_target(id, "__next__") {
                    Some(next) => self.cx.rep.inferred.insts[next.index()].ret,
                    None => BOT,
                },
                _ => BOT,
            };
            joined = self.cx.rep.inferred.types.join(joined, one);
        }
        joined
    }

    /// Iterating an object: `__iter__`, then `__next__` until `StopIteration`; or `__getitem__` until `IndexError`.
    fn object_items(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Items {
        let atom = self.first_atom(ty);
        let value = self.owned(value, ty);
        if let Some(target) = self.cx.any_target(atom, "__iter__") {
            let (iterator, iterator_ty) = self.call_method_instance(target, value, Vec::new());
            if matches!(self.cx.rep.repr(iterator_ty), Repr::Object(_)) {
                let atom = self.first_atom(iterator_ty);
                let Some(next) = self.cx.any_target(atom, "__next__") else {
                    self.unsupported_operation("iteration");
                    return Items { iter: iterator, elem, fallible: false };
                };
                return self.stepping(iterator, iterator_ty, next, elem);
            }
            return self.items_of_value(iterator, iterator_ty);
        }
        if self.underlying_type(ty).is_some() {
            return self.with_underlying(value, ty, Self::items_of_value);
        }
        if let Some(target) = self.cx.item_target(atom) {
            let mut block = Block::default();
            let held = self.temp("held");
            block.stmts.push(Stmt::Let { pat: Pat::Bind(held.clone(), false), ty: None, init: Some(value) });
            let closure = self.item_closure(target, &held, elem);
            block.tail =
                Some(Box::new(Expr::call(Path::RtIn("iter", "from_index".to_owned()), vec![closure])));
            return self.result_items(Expr::Block(block), elem);
        }
        if !self.cx.is_iterated(atom) {
            return self.no_items(value, ty);
        }
        self.unsupported_operation("iteration");
        Items { iter: value, elem, fallible: false }
    }

    fn stepping(
        &mut self,
        iterator: Expr,
        iterator_ty: TypeId,
        next: portalis_typeck::ty::InstId,
        elem: TypeId,
    ) -> Items {
        let held = self.temp("held");
        let iterator = self.owned(iterator, iterator_ty);
        let call = self.method_result(next, Expr::local(held.clone()), Vec::new(), elem);
        let closure = Closure { params: Vec::new(), ret: None, body: Box::new(call), is_move: true };
        let block = Block {
            stmts: vec![Stmt::Let { pat: Pat::Bind(held, false), ty: None, init: Some(iterator) }],
            tail: Some(Box::new(Expr::call(
                Path::RtIn("iter", "from_next".to_owned()),
                vec![Expr::Closure(closure)],
            ))),
        };
        self.result_items(Expr::Block(block), elem)
    }

    /// `move |index| held.__getitem__(index)`.
    pub(super) fn item_closure(
        &mut self,
        target: portalis_typeck::ty::InstId,
        held: &str,
        elem: TypeId,
    ) -> Expr {
        let int = self.of(Atom::Int);
        let body = self.method_result(target, Expr::local(held), vec![(Expr::local("index"), int)], elem);
        Expr::Closure(Closure {
            params: vec![(Pat::Bind("index".to_owned(), false), Some(rir::Ty::local("i64")))],
            ret: None,
            body: Box::new(body),
            is_move: true,
        })
    }

    /// A method's `Result`, whatever the exceptions of this place do.
    pub(super) fn method_result(
        &mut self,
        target: portalis_typeck::ty::InstId,
        receiver: Expr,
        args: Vec<(Expr, TypeId)>,
        to: TypeId,
    ) -> Expr {
        let outer = std::mem::replace(&mut self.catch, Catch::Return);
        let (value, ty) = self.call_method_instance(target, receiver, args);
        let value = if ty == BOT { value } else { self.coerce(value, ty, to) };
        self.catch = outer;
        match value {
            Expr::Try(result) => *result,
            value => super::raise::ok(value),
        }
    }

    /// An iterator of `Result`s, opened where nobody sees exceptions.
    pub(crate) fn result_items(&mut self, iter: Expr, elem: TypeId) -> Items {
        if self.wants_results() {
            Items { iter, elem, fallible: true }
        } else {
            Items {
                iter: Expr::call(Path::RtIn("iter", "ending".to_owned()), vec![iter]),
                elem,
                fallible: false,
            }
        }
    }

    /// Whether what is iterated gives `Result`s: somebody sees exceptions here, or a handle is made, whose steps are results.
    fn wants_results(&self) -> bool {
        self.makes_handle || self.catch != Catch::Uncaught
    }

    /// Whether a generator is one that nobody has but who asks for its items, and does something when it is left.
    fn is_left_with(&self, generator: &Expr) -> bool {
        matches!(generator, Expr::Call(..)) && self.generators_clean_up()
    }

    /// A generator as an iterator of any kind.
    pub(crate) fn as_handle(&self, generator: Expr) -> Expr {
        let method = if self.is_left_with(&generator) { "into_handle" } else { "to_iter" };
        generator.method(method, Vec::new())
    }

    /// An iterable of several kinds: one iterator handle for all.
    fn union_items(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Items {
        let iter = self.union_handle(value, ty, elem);
        if self.wants_results() {
            Items { iter, elem, fallible: true }
        } else {
            Items { iter: iter.method("values", Vec::new()), elem, fallible: false }
        }
    }

    /// An iterable of several kinds as an `Iter` handle; raises here if the one that it is cannot be iterated.
    fn union_handle(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let value = self.owned(value, ty);
        self.dispatch(value, ty, BOT, &mut |cx, value, one, _| {
            let handle = cx.iter_handle(value, one, elem);
            (handle, BOT)
        })
    }

    /// The `TypeError` of iterating a value of one kind, or of unpacking it.
    fn not_iterable(&mut self, ty: TypeId) -> Expr {
        let name = self.class_name_of(ty);
        let message = match &self.walk {
            Walking::Pairs(counter) => {
                let error = Expr::local(counter.clone()).method("no_sequence", Vec::new());
                return self.throw(error);
            }
            Walking::Iteration => format!("'{name}' object is not iterable"),
            Walking::Unpacking => format!("cannot unpack non-iterable {name} object"),
            Walking::Joining => "can only join an iterable".to_owned(),
            Walking::Starred => format!("Value after * must be an iterable, not {name}"),
        };
        self.throw_message("TypeError", &message)
    }

    /// A value as an `Iter` handle over `elem`s.
    pub(crate) fn iter_handle(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let source = self.iteration_type(ty);
        let same = self.cx.rep.repr(source) == self.cx.rep.repr(elem) || source == BOT;
        match self.cx.rep.repr(ty) {
            // Always empty.
            Repr::List(_) | Repr::TupleVar(_) | Repr::Deque(_) | Repr::Set(_) | Repr::Dict(..)
                if source == BOT && elem != BOT =>
            {
                let empty = self.empty_iterator(elem);
                return crate::coerce::after(value, empty);
            }
            // Pairs of which one half never is: they are written as pairs, and have no type.
            Repr::Items(..) if source == BOT => {
                let empty = self.empty_iterator(elem);
                let items = self.items_of_value(value, ty);
                let drain = self.drain(items);
                return crate::coerce::after(drain, empty);
            }
            Repr::Iter(_) | Repr::Generator(..) if source == BOT && elem != BOT => {
                let empty = self.empty_iterator(elem);
                let value = self.owned(value, ty);
                return Expr::call(Path::RtIn("iter", "after_nothing".to_owned()), vec![value, empty]);
            }
            Repr::Iter(_) if same => return self.owned(value, ty),
            Repr::Generator(..) if same => {
                let value = self.owned(value, ty);
                return self.as_handle(value);
            }
            Repr::Unit
            | Repr::I64
            | Repr::Float
            | Repr::Bool
            | Repr::Static
            | Repr::Big
            | Repr::Num
            | Repr::Never
            | Repr::Exception
                if self.enumeration_class(ty).is_none() =>
            {
                let throw = self.not_iterable(ty);
                return crate::coerce::after(value, throw);
            }
            Repr::Object(_) if !self.cx.is_iterated(self.first_atom(ty)) => {
                let throw = self.not_iterable(ty);
                return crate::coerce::after(value, throw);
            }
            Repr::Option(_) | Repr::Union(_) => return self.union_handle(value, ty, elem),
            _ => {}
        }
        // Items come as results: a generator's own, or `Ok` of a container's.
        let makes_handle = std::mem::replace(&mut self.makes_handle, true);
        let value = self.owned(value, ty);
        let items = self.items_of_value(value, ty);
        self.makes_handle = makes_handle;
        let mapped = if same { items.iter } else { self.items_as(items.iter, source, elem, items.fallible) };
        let name = if items.fallible { "new" } else { "of" };
        let handle = Expr::call(Path::Rt("Iter").assoc(name), vec![mapped]);
        if source != BOT || elem == BOT {
            return handle;
        }
        let empty = self.empty_iterator(elem);
        Expr::call(Path::RtIn("iter", "after_nothing".to_owned()), vec![handle, empty])
    }

    /// The items of an iterator, or the `Ok`s of one that is `fallible`, in the representation of `to`.
    pub(crate) fn items_as(&mut self, iter: Expr, from: TypeId, to: TypeId, fallible: bool) -> Expr {
        // The closures give plain values: what cannot be coerced ends the program.
        let outer = std::mem::replace(&mut self.catch, Catch::Uncaught);
        let mut body = self.coerce(Expr::local("item"), from, to);
        self.catch = outer;
        let closure = |body: Expr, is_move: bool| {
            let params = vec![(Pat::Bind("item".to_owned(), false), None)];
            Expr::Closure(Closure { params, ret: None, body: Box::new(body), is_move })
        };
        if fallible {
            body = Expr::local("item").method("map", vec![closure(body, false)]);
        }
        into_iterator(iter).method("map", vec![closure(body, true)])
    }

    // ---- `for`

    pub(crate) fn for_stmt(
        &mut self,
        (id, is_async): (StmtId, bool),
        target: &Target,
        iter: ExprId,
        body: &[StmtId],
        otherwise: &[StmtId],
        block: &mut Block,
    ) {
        if self.type_of(iter) == BOT {
            self.effect(iter, block);
            return;
        }
        let mut outer = Block::default();
        let items = if is_async {
            let Some(AsyncItems { next, elem }) = self.async_items(iter, &mut outer) else {
                block.stmts.push(Stmt::Expr(Expr::Block(outer)));
                return;
            };
            Items { iter: next, elem, fallible: false }
        } else {
            self.resized = self.resized_by(iter, body);
            let items = self.items(iter);
            self.resized.clear();
            items
        };
        if items.elem == BOT {
            let drain = if is_async { drain_async(items.iter) } else { self.drain(items) };
            outer.stmts.push(Stmt::Expr(drain));
            block.stmts.push(Stmt::Expr(Expr::Block(outer)));
            self.block_into(otherwise, block);
            return;
        }
        let label = self.open_loop(otherwise);
        let mut inner = Block::default();
        self.declare_block(body, &mut inner);
        // A plain target is the loop's own pattern.
        let direct = match target {
            Target::Local(local, _) if self.storage.get(local) == Some(&Storage::Plain) => self
                .decl
                .lets
                .get(&(id, *local))
                .copied()
                .filter(|_| self.cx.rep.repr(self.local_type(*local)) == self.cx.rep.repr(items.elem))
                .map(|is_mut| (*local, is_mut)),
            _ => None,
        };
        let pat = match direct {
            Some((local, is_mut)) => {
                let name = self.loop_name(local);
                if items.fallible {
                    let value = self.propagate(Expr::local(name.clone()));
                    inner.stmts.push(Stmt::Let {
                        pat: Pat::Bind(name.clone(), is_mut),
                        ty: None,
                        init: Some(value),
                    });
                    Pat::Bind(name, false)
                } else {
                    Pat::Bind(name, is_mut)
                }
            }
            None => {
                let name = self.temp("item");
                let item = self.loop_item(&name, items.fallible, &mut inner);
                self.bind(Some(id), target, item, items.elem, &mut inner);
                single_name_pattern(&name, &mut inner)
            }
        };
        let head = self.cx.stmt_span(id);
        self.stmts_into(body, &mut inner);
        self.trace_line(head, &mut inner);
        let (used, after) = self.close_loop(&label);
        let name = used.then(|| label.clone());
        let looped = if is_async {
            outer.stmts.push(Stmt::Expr(while_some(name, pat, items.iter, inner)));
            // A generator that the loop left is closed by the loop of events, as soon as nobody holds it.
            if super::flow::breaks(self.cx.module, body)
                && let Some(Stmt::Let { pat: Pat::Bind(held, _), .. }) = outer.stmts.first()
            {
                let drop = Expr::call(Path::local("drop"), vec![Expr::local(held.clone())]);
                outer.stmts.push(Stmt::Expr(drop));
            }
            Expr::Block(outer)
        } else {
            Expr::For(name, pat, Box::new(items.iter), inner)
        };
        self.finish_loop(looped, after, &label, otherwise, block);
    }

    /// The pattern name of a loop variable: `_i` where nothing reads it.
    fn loop_name(&self, local: portalis_hir::LocalId) -> String {
        let name = self.cx.rust_name(local);
        if self.decl.unread.contains(&local) && !name.starts_with('_') {
            format!("_{}", name.trim_start_matches("r#"))
        } else {
            name
        }
    }
}

/// `while let Some(pat) = next { … }`.
fn while_some(label: Option<String>, pat: Pat, next: Expr, body: Block) -> Expr {
    let pat = Pat::Call(Path::local("Some"), vec![pat]);
    Expr::WhileLet(label, pat, Box::new(next), body)
}

/// Waits for the end of what gives nothing.
fn drain_async(next: Expr) -> Expr {
    while_some(None, Pat::Wild, next, Block::default())
}

/// `for x in … { let y = x; … }` as `for y in …`, and a tuple likewise.
fn single_name_pattern(name: &str, inner: &mut Block) -> Pat {
    if let Some(Stmt::Let { pat, ty: None, init: Some(Expr::Path(Path::Local(init))) }) = inner.stmts.first()
        && init == name
        && !mentions(&inner.stmts[1..], inner.tail.as_deref(), name)
    {
        let pat = pat.clone();
        inner.stmts.remove(0);
        return pat;
    }
    Pat::Bind(name.to_owned(), false)
}

/// Whether statements name a temporary; by its text, which is unique.
fn mentions(stmts: &[Stmt], tail: Option<&Expr>, name: &str) -> bool {
    let text = format!("Local(\"{name}\")");
    stmts.iter().any(|stmt| format!("{stmt:?}").contains(&text))
        || tail.is_some_and(|tail| format!("{tail:?}").contains(&text))
}

/// Whether evaluating an expression has no effect and cannot raise.
pub(crate) fn is_simple(expr: &Expr) -> bool {
    match expr {
        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) | Expr::Path(_) => true,
        Expr::Unary(_, inner) => is_simple(inner),
        Expr::Binary(_, a, b) => is_simple(a) && is_simple(b),
        Expr::Method(receiver, name, _, args) => name == "len" && args.is_empty() && is_simple(receiver),
        _ => false,
    }
}

/// `expr + 1`, without a sum where it is written out or a difference from one.
fn plus_one(expr: Expr) -> Expr {
    match expr {
        Expr::Binary(rir::BinOp::Sub, value, less) if matches!(*less, Expr::Int(1, _)) => *value,
        expr => match super::arithmetic::literal_value(&expr) {
            Some(n) => Expr::Int(n + 1, None),
            None => Expr::binary(rir::BinOp::Add, expr, Expr::Int(1, None)),
        },
    }
}

/// An iterable of [`Items`] as an iterator: all of them are, but for arrays.
pub(crate) fn into_iterator(iter: Expr) -> Expr {
    let is_array = match &iter {
        Expr::Block(Block { tail: Some(tail), .. }) => matches!(**tail, Expr::Array(_)),
        iter => matches!(iter, Expr::Array(_)),
    };
    if is_array { iter.method("into_iter", Vec::new()) } else { iter }
}
