//! What an expression changes, by its looks.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::places::{Known, Lengths, is_text, item_of, lengths, place, root};
use super::state::Key;
use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};
use crate::tidy::is_named;
use crate::tidy::resolve::{bound, variable};

/// What one node changes by itself, its parts aside.
pub(super) fn of_node(expr: &Expr, known: &Known, out: &mut BTreeSet<Key>) {
    match expr {
        Expr::Assign(to, _) => assigned(to, known, out),
        Expr::AssignOp(_, to, _) => {
            if let Some(name) = variable(to) {
                out.insert(Key::Variable(name.to_owned()));
            }
        }
        Expr::RefMut(of) => everything(of, known, out),
        Expr::Method(receiver, name, _, args) => {
            let what = lengths(name);
            if what != Lengths::Stay && !known.ty_of(receiver).is_some_and(is_text) {
                match place(receiver) {
                    Some(list) => {
                        if what != Lengths::Replaced {
                            out.insert(Key::Length(list.clone()));
                        }
                        out.insert(Key::Width(list));
                    }
                    None if what == Lengths::Replaced
                        || known.ty_of(receiver).is_some_and(|ty| item_of(ty).is_none()) => {}
                    None => out.extend(root(receiver).map(Key::Width)),
                }
                if place(receiver).is_none_or(|of| !known.asked.contains(&of)) {
                    objects(receiver, known, out);
                }
            }
            args.iter().for_each(|arg| handed(arg, known, out));
        }
        Expr::Call(_, args) => args.iter().for_each(|arg| handed(arg, known, out)),
        _ => {}
    }
}

/// What a function may change of what it gets: an object, a list that is lent to it by a name for one that is lent.
fn handed(arg: &Expr, known: &Known, out: &mut BTreeSet<Key>) {
    if is_named(arg, "self") {
        objects(arg, known, out);
    }
    if matches!(arg, Expr::Path(_) | Expr::Field(..)) {
        match known.ty_of(arg) {
            Some(Ty::Ref(_)) | None => {}
            Some(Ty::RefMut(of)) if matches!(**of, Ty::Slice(_)) => out.extend(place(arg).map(Key::Width)),
            Some(ty) if item_of(ty).is_some() => {
                out.extend(place(arg).into_iter().flat_map(|of| [Key::Length(of.clone()), Key::Width(of)]));
            }
            Some(_) => {}
        }
    }
}

/// Whether an argument is a list that is lent as a slice: its length stays.
pub(super) fn lent_as_slice<'e>(callee: &Expr, at: usize, arg: &'e Expr, known: &Known) -> Option<&'e Expr> {
    let (Expr::Path(Path::Local(name)), Expr::RefMut(of)) = (callee, arg) else { return None };
    let is_slice = known.slices.get(name).and_then(|params| params.get(at)).copied().unwrap_or(false);
    (is_slice && place(of).is_some()).then_some(&**of)
}

/// All that belongs to the object that an expression is or is part of.
fn objects(of: &Expr, known: &Known, out: &mut BTreeSet<Key>) {
    let fields = &known.asked;
    // What a call gives is nobody else's.
    let Some(root) = root(of).or_else(|| is_named(of, "self").then(|| "self".to_owned())) else { return };
    let object = root.split('.').next().unwrap_or_default();
    let its = fields.iter().filter(|field| field.split('.').next() == Some(object));
    out.extend(its.flat_map(|field| [Key::Length(field.clone()), Key::Width(field.clone())]));
}

fn everything(of: &Expr, known: &Known, out: &mut BTreeSet<Key>) {
    if let Some(name) = variable(of) {
        out.insert(Key::Variable(name.to_owned()));
    }
    if let Some(list) = place(of) {
        out.insert(Key::Length(list.clone()));
        out.insert(Key::Width(list));
    } else {
        out.extend(root(of).map(Key::Width));
    }
    objects(of, known, out);
}

fn assigned(to: &Expr, known: &Known, out: &mut BTreeSet<Key>) {
    match to {
        Expr::Tuple(items) => items.iter().for_each(|item| assigned(item, known, out)),
        to => everything(to, known, out),
    }
}

/// All that is changed inside.
pub(super) struct Inside<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) found: BTreeSet<Key>,
}

impl Inside<'_> {
    fn bound(&mut self, pat: &Pat) {
        for name in bound(pat) {
            self.found.extend([Key::Variable(name.clone()), Key::Length(name.clone()), Key::Width(name)]);
        }
    }
}

impl Visit for Inside<'_> {
    fn expr(&mut self, expr: &Expr) {
        of_node(expr, self.known, &mut self.found);
        if let Expr::Call(callee, args) = expr {
            for (at, arg) in args.iter().enumerate() {
                match lent_as_slice(callee, at, arg, self.known) {
                    Some(list) => self.found.extend(place(list).map(Key::Width)),
                    None => self.expr(arg),
                }
            }
            return;
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
        match stmt {
            Stmt::Let { pat, .. } | Stmt::LetElse(pat, ..) => self.bound(pat),
            Stmt::Expr(_) => {}
        }
    }
}

/// The places that are mentioned inside.
#[derive(Default)]
pub(super) struct Mentioned(pub(super) FxHashSet<String>);

impl Visit for Mentioned {
    fn expr(&mut self, expr: &Expr) {
        self.0.extend(place(expr));
        walk_expr(self, expr);
    }
}

/// Variables that a closure or a generator changes that does not bind them, and lists of such.
pub(super) fn by_closures(block: &Block, known: &Known) -> FxHashSet<String> {
    struct Closures<'a> {
        known: &'a Known<'a>,
        found: FxHashSet<String>,
    }
    impl Visit for Closures<'_> {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Closure(closure) => {
                    let mut inside = Inside { known: self.known, found: BTreeSet::new() };
                    inside.expr(&closure.body);
                    let mut own: FxHashSet<String> =
                        closure.params.iter().flat_map(|(pat, _)| bound(pat)).collect();
                    own.extend(bound_inside(&Block::of((*closure.body).clone())));
                    self.add(inside.found, &own);
                }
                Expr::AsyncMove(body) => {
                    let mut inside = Inside { known: self.known, found: BTreeSet::new() };
                    inside.block(body);
                    self.add(inside.found, &bound_inside(body));
                }
                _ => {}
            }
            walk_expr(self, expr);
        }
    }
    impl Closures<'_> {
        fn add(&mut self, keys: BTreeSet<Key>, own: &FxHashSet<String>) {
            for key in keys {
                let (Key::Variable(name) | Key::Length(name) | Key::Width(name)) = key;
                if !own.contains(&name) {
                    self.found.insert(name);
                }
            }
        }
    }
    let mut closures = Closures { known, found: FxHashSet::default() };
    closures.block(block);
    closures.found
}

/// The variables that are bound anywhere inside.
fn bound_inside(block: &Block) -> FxHashSet<String> {
    struct Bound(FxHashSet<String>);
    impl Visit for Bound {
        fn pat(&mut self, pat: &Pat) {
            self.0.extend(bound(pat));
        }
    }
    let mut found = Bound(FxHashSet::default());
    found.block(block);
    found.0
}
