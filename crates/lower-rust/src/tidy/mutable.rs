//! `mut`: a variable has it where it is assigned while it may hold a value already, or lent to be changed.
//!
//! A forward walk over the structured body with the set of variables that may hold a value, as rustc's borrow checker
//! does; each loop is walked until the set at its head stays the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::resolve::{bound, captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_pat_mut, walk_stmt};
use crate::rir::{Block, Closure, Expr, Fn, Param, Pat, Path, Stmt, Ty};

/// Methods that may change their receiver: it depends on its type.
const CHANGING: &[&str] = &[
    "by_ref",
    "next",
    "next_back",
    "next_or_end",
    "try_next",
    "push",
    "push_str",
    "write_str",
    "pop",
    "insert",
    "extend",
];

/// Whether a method changes the `Vec` that it is called on.
pub(super) fn changes_owned(method: &str) -> bool {
    CHANGING.contains(&method) || CHANGING_OWNED.contains(&method)
}

/// Decides the `mut`s of `func`; of the variables in `changed` what is said of them holds.
pub(super) fn run(func: &mut Fn, changed: Option<FxHashSet<String>>) {
    let mut held = captured(&func.body);
    held.extend(changed.into_iter().flatten());
    let is_lent = |param: &&Param| matches!(param.ty, Ty::RefMut(_));
    let lent = func.params.iter().filter(is_lent).map(|param| param.name.clone()).collect();
    let mut walk = Walk { owned: owned(func), lent, ..Walk::default() };
    let set: Set = func.params.iter().map(|param| param.name.clone()).collect();
    walk.block(&func.body, &mut Some(set));
    held.extend(std::mem::take(&mut walk.changed));
    for param in &mut func.params {
        param.is_mut = walk.needs.contains(&param.name) || (param.is_mut && held.contains(&param.name));
    }
    Marks { needs: walk.needs, held }.block(&mut func.body);
}

/// Methods that change the `Vec` that owns its items.
const CHANGING_OWNED: &[&str] = &[
    "clear",
    "delete",
    "delete_slice",
    "insert_at",
    "iter_mut",
    "pop_at",
    "pop_last",
    "remove_item",
    "reverse",
    "reverse_part",
    "reverse_to",
    "row_mut",
    "set",
    "set_cell",
    "set_slice",
    "sort",
    "sort_by_keys",
    "sort_in_order",
    "swap",
    "swap_at",
    "try_delete",
    "try_delete_slice",
    "try_pop_at",
    "try_pop_last",
    "try_remove_item",
    "try_row_mut",
    "try_set",
    "try_set_cell",
    "try_set_slice",
    "try_swap_at",
];

/// The list of lists, or list, that `xs[i][j]` is an item of.
fn item_of(place: &Expr) -> Option<&Expr> {
    match place {
        Expr::Index(list, _) => Some(item_of(list).unwrap_or(list)),
        _ => None,
    }
}

/// The variables that own a `Vec`.
fn owned(func: &Fn) -> FxHashSet<String> {
    struct Owned(FxHashSet<String>);
    impl Owned {
        fn add(&mut self, pat: &Pat, ty: &Ty) {
            match (pat, ty) {
                (Pat::Bind(name, _), Ty::Named(Path::Local(ty), _)) if ty == "Vec" => {
                    self.0.insert(name.clone());
                }
                (Pat::Tuple(pats), Ty::Tuple(types)) => {
                    pats.iter().zip(types).for_each(|(pat, ty)| self.add(pat, ty));
                }
                _ => {}
            }
        }
    }
    impl Visit for Owned {
        fn stmt(&mut self, stmt: &Stmt) {
            if let Stmt::Let { pat, ty: Some(ty), .. } = stmt {
                self.add(pat, ty);
            }
            walk_stmt(self, stmt);
        }
    }
    let mut owned = Owned(FxHashSet::default());
    func.params.iter().for_each(|param| owned.add(&Pat::Bind(param.name.clone(), false), &param.ty));
    owned.block(&func.body);
    owned.0
}

/// Writes the `mut`s.
struct Marks {
    needs: FxHashSet<String>,
    held: FxHashSet<String>,
}

impl VisitMut for Marks {
    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, is_mut) = pat {
            *is_mut = self.needs.contains(name) || (*is_mut && self.held.contains(name));
        }
        walk_pat_mut(self, pat);
    }
}

/// Variables that may hold a value.
type Set = FxHashSet<String>;

/// `None` where control does not come.
type State = Option<Set>;

#[derive(Default)]
struct Walk {
    needs: FxHashSet<String>,
    /// Variables that own a `Vec`.
    owned: FxHashSet<String>,
    /// Parameters that are `&mut`: what lies in them may change without `mut`.
    lent: FxHashSet<String>,
    /// Receivers of methods that may change them: what lowering said of them holds.
    changed: FxHashSet<String>,
    /// What may hold a value after the block or loop of a label.
    exits: FxHashMap<String, State>,
    /// The same for loops without one, innermost last.
    ends: Vec<State>,
    /// At the heads of loops.
    heads: Vec<(Option<String>, State)>,
}

fn join(into: &mut State, other: State) {
    match (into.as_mut(), other) {
        (_, None) => {}
        (Some(into), Some(other)) => into.extend(other),
        (None, other) => *into = other,
    }
}

impl Walk {
    fn block(&mut self, block: &Block, state: &mut State) {
        block.stmts.iter().for_each(|stmt| self.stmt(stmt, state));
        if let Some(tail) = &block.tail {
            self.expr(tail, state);
        }
    }

    fn stmt(&mut self, stmt: &Stmt, state: &mut State) {
        match stmt {
            Stmt::Let { pat, init, .. } => {
                if let Some(init) = init {
                    self.expr(init, state);
                    self.bind(pat, state);
                } else if let Some(state) = state {
                    // Each round of a loop declares it anew.
                    for name in bound(pat) {
                        state.remove(&name);
                    }
                }
            }
            Stmt::LetElse(pat, value, otherwise) => {
                self.expr(value, state);
                self.block(otherwise, &mut state.clone());
                self.bind(pat, state);
            }
            Stmt::Expr(expr) => self.expr(expr, state),
        }
    }

    fn bind(&self, pat: &Pat, state: &mut State) {
        if let Some(state) = state {
            state.extend(bound(pat));
        }
    }

    /// What a place belongs to: `x` of `x.field.0`.
    fn root(place: &Expr) -> Option<&str> {
        match place {
            Expr::Field(base, _) | Expr::TupleField(base, _) => Self::root(base),
            place => variable(place),
        }
    }

    /// A change of `place` needs the `mut` of what it belongs to.
    fn need(&mut self, place: &Expr) {
        let Some(name) = Self::root(place) else { return };
        if variable(place).is_some() || !self.lent.contains(name) {
            self.needs.insert(name.to_owned());
        }
    }

    fn expr(&mut self, expr: &Expr, state: &mut State) {
        match expr {
            Expr::Assign(place, value) => {
                self.expr(value, state);
                self.assign(place, state);
            }
            Expr::AssignOp(_, place, value) => {
                self.expr(value, state);
                match &**place {
                    place if item_of(place).is_some() => self.assign(place, state),
                    place => self.need(place),
                }
            }
            Expr::RefMut(value) => {
                let owner = item_of(value).and_then(variable).filter(|list| self.owned.contains(*list));
                match owner {
                    Some(owner) => self.needs.extend([owner.to_owned()]),
                    None => self.need(value),
                }
                self.expr(value, state);
            }
            Expr::Method(receiver, name, _, args) => {
                let is_owned = variable(receiver).is_some_and(|receiver| self.owned.contains(receiver));
                let changes = CHANGING.contains(&name.as_str());
                if changes || (is_owned && CHANGING_OWNED.contains(&name.as_str())) {
                    self.changed.extend(variable(receiver).map(str::to_owned));
                }
                self.expr(receiver, state);
                args.iter().for_each(|arg| self.expr(arg, state));
            }
            Expr::Break(label, value) => {
                value.iter().for_each(|value| self.expr(value, state));
                let here = state.take();
                match label {
                    Some(label) => join(self.exits.entry(label.clone()).or_default(), here),
                    None => self.ends.last_mut().into_iter().for_each(|end| join(end, here.clone())),
                }
            }
            Expr::Continue(label) => {
                let here = state.take();
                let head = self.heads.iter_mut().rev().find(|(name, _)| label.is_none() || name == label);
                if let Some((_, head)) = head {
                    join(head, here);
                }
            }
            Expr::Return(value) => {
                value.iter().for_each(|value| self.expr(value, state));
                *state = None;
            }
            Expr::Attempt(label, value) => {
                self.expr(value, state);
                join(self.exits.entry(label.clone()).or_default(), state.clone());
            }
            Expr::Binary(crate::rir::BinOp::And | crate::rir::BinOp::Or, left, right) => {
                self.expr(left, state);
                let mut other = state.clone();
                self.expr(right, &mut other);
                join(state, other);
            }
            Expr::If(test, then, otherwise) => {
                self.expr(test, state);
                self.branches(then, otherwise.as_deref(), state);
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                self.expr(value, state);
                self.bind(pat, state);
                self.branches(then, otherwise.as_deref(), state);
            }
            Expr::Match(value, arms) => {
                self.expr(value, state);
                let mut after = None;
                for arm in arms {
                    let mut own = state.clone();
                    self.bind(&arm.pat, &mut own);
                    arm.guard.iter().for_each(|guard| self.expr(guard, &mut own));
                    self.expr(&arm.body, &mut own);
                    join(&mut after, own);
                }
                *state = after;
            }
            Expr::Block(block) => self.block(block, state),
            Expr::Labelled(label, block) => {
                self.block(block, state);
                let exit = self.exits.remove(label).flatten();
                join(state, exit);
            }
            Expr::Loop(label, body) => {
                self.looped(label.as_ref(), false, state, |walk, state| walk.block(body, state))
            }
            Expr::While(label, test, body) => self.looped(label.as_ref(), true, state, |walk, state| {
                walk.expr(test, state);
                walk.block(body, state);
            }),
            Expr::WhileLet(label, pat, value, body) => {
                self.looped(label.as_ref(), true, state, |walk, state| {
                    walk.expr(value, state);
                    walk.bind(pat, state);
                    walk.block(body, state);
                });
            }
            Expr::For(label, pat, iter, body) => {
                self.expr(iter, state);
                self.looped(label.as_ref(), true, state, |walk, state| {
                    walk.bind(pat, state);
                    walk.block(body, state);
                });
            }
            Expr::Closure(Closure { params, body, .. }) => {
                let mut inside = state.clone();
                params.iter().for_each(|(pat, _)| self.bind(pat, &mut inside));
                self.expr(body, &mut inside);
            }
            Expr::AsyncMove(body) => self.block(body, &mut state.clone()),
            other => {
                // The rest evaluates its parts in order.
                struct Parts<'w, 's>(&'w mut Walk, &'s mut State);
                impl Visit for Parts<'_, '_> {
                    fn expr(&mut self, expr: &Expr) {
                        self.0.expr(expr, self.1);
                    }
                }
                crate::rir::visit::walk_expr(&mut Parts(self, state), other);
            }
        }
        if super::flow::never_ends(expr) {
            *state = None;
        }
    }

    fn assign(&mut self, place: &Expr, state: &mut State) {
        match place {
            Expr::Tuple(items) => items.iter().for_each(|item| self.assign(item, state)),
            // `xs[i][j]`: a slice that is lent is no variable that changes.
            Expr::Index(list, index) => {
                self.expr(index, state);
                let owner = item_of(place).and_then(variable).filter(|list| self.owned.contains(*list));
                self.needs.extend(owner.map(str::to_owned));
                if let Expr::Index(..) = &**list {
                    self.assign(list, state);
                }
            }
            place => {
                let Some(name) = Self::root(place) else { return self.expr(place, state) };
                let is_whole = variable(place).is_some();
                let Some(state) = state else { return };
                // A name that is set here for the first time needs no `mut`.
                if state.contains(name) || !is_whole {
                    self.need(place);
                }
                state.insert(name.to_owned());
            }
        }
    }

    fn branches(&mut self, then: &Block, otherwise: Option<&Expr>, state: &mut State) {
        let mut other = state.clone();
        self.block(then, state);
        if let Some(otherwise) = otherwise {
            self.expr(otherwise, &mut other);
        }
        join(state, other);
    }

    /// Walks a loop until its head stays the same; `ends` says whether it may end at its head.
    fn looped(
        &mut self,
        label: Option<&String>,
        ends: bool,
        state: &mut State,
        mut body: impl FnMut(&mut Self, &mut State),
    ) {
        self.ends.push(None);
        let mut head = state.clone();
        loop {
            let before = head.as_ref().map(FxHashSet::len);
            self.heads.push((label.cloned(), head.clone()));
            let mut round = head.clone();
            body(self, &mut round);
            let (_, again) = self.heads.pop().unwrap_or_default();
            join(&mut head, round);
            join(&mut head, again);
            if head.as_ref().map(FxHashSet::len) == before {
                break;
            }
        }
        *state = if ends { head } else { None };
        let end = self.ends.pop().flatten();
        join(state, end);
        let exit = label.and_then(|label| self.exits.remove(label)).flatten();
        join(state, exit);
    }
}
