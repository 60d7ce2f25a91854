//! Parameters that a function only looks at are references; its callers lend what they have.
//!
//! ```text
//! fn total(items: List<i64>) -> i64 { items.len() }       fn total(items: &List<i64>) -> i64 { items.len() }
//! total(items.clone())                                    total(&items)
//! ```
//!
//! Whether a parameter that is handed on is only looked at depends on who gets it: a greatest fixpoint over the calls
//! between the functions of the file, from the assumption that all are. Methods keep their parameters: who is called
//! there is not in the text.

use rustc_hash::{FxHashMap, FxHashSet};

use super::resolve::{bound, captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Expr, Fn, Item, Param, Pat, Path, Ty, UnOp};

/// A parameter: its function and its place.
type Place = (String, usize);

/// Makes references of the parameters of the functions in `items`, whose variables are resolved.
pub(super) fn run(items: &mut [Item]) {
    let mut candidates = candidates(items);
    if candidates.is_empty() {
        return;
    }
    let mut handed: FxHashMap<Place, Vec<Place>> = FxHashMap::default();
    for item in items.iter() {
        let Item::Fn(func) = item else { continue };
        let held = captured(&func.body);
        for (at, param) in func.params.iter().enumerate() {
            let place = (func.name.clone(), at);
            if !candidates.contains(&place) {
                continue;
            }
            let mut look = Look { param, handed: Vec::new(), keeps: held.contains(&param.name), looks: 0 };
            look.block(&func.body);
            // What only goes round in a recursion is the author's choice: clippy takes a reference for a mistake.
            let goes_round = look.looks == 0 && look.handed.iter().all(|(to, _)| *to == func.name);
            if look.keeps || goes_round {
                candidates.remove(&place);
            } else {
                handed.insert(place, look.handed);
            }
        }
    }
    loop {
        let kept: Vec<Place> = candidates
            .iter()
            .filter(|place| handed.get(place).is_some_and(|to| to.iter().any(|to| !candidates.contains(to))))
            .cloned()
            .collect();
        if kept.is_empty() {
            break;
        }
        kept.iter().for_each(|place| {
            candidates.remove(place);
        });
    }
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => lend(func, &candidates),
            Item::Impl(item) => item.fns.iter_mut().for_each(|func| lend(func, &candidates)),
            _ => {}
        }
    }
}

/// The parameters that could be references: handles, of functions that are only ever called.
fn candidates(items: &[Item]) -> FxHashSet<Place> {
    let called = Called::of(items);
    // Without fields it is copied.
    let enums: FxHashSet<&str> = items
        .iter()
        .filter_map(|item| match item {
            Item::Enum(item) if item.variants.iter().all(|variant| variant.ty.is_none()) => {
                Some(item.name.as_str())
            }
            _ => None,
        })
        .collect();
    let mut out = FxHashSet::default();
    for item in items {
        let Item::Fn(func) = item else { continue };
        if called.as_values.contains(&func.name) {
            continue;
        }
        for (at, param) in func.params.iter().enumerate() {
            let is_plain_enum =
                matches!(&param.ty, Ty::Named(Path::Local(name), _) if enums.contains(name.as_str()));
            if is_handle(&param.ty) && !is_plain_enum && !param.is_mut {
                out.insert((func.name.clone(), at));
            }
        }
    }
    out
}

/// Whether a type is a handle of the runtime, a class of the program, or an `Option` of one.
fn is_handle(ty: &Ty) -> bool {
    match ty {
        Ty::Named(Path::Rt(name), _) => {
            matches!(
                *name,
                "List" | "Dict" | "Set" | "FrozenSet" | "Deque" | "Str" | "Bytes" | "Tuple" | "Int"
            )
        }
        Ty::Named(Path::Local(name), args) => match (name.as_str(), args.as_slice()) {
            ("Option", [inner]) => is_handle(inner),
            (name, []) => name.starts_with(|c: char| c.is_uppercase()) && name != "String",
            _ => false,
        },
        _ => false,
    }
}

/// Functions that are named otherwise than to call them.
#[derive(Default)]
pub(super) struct Called {
    pub(super) as_values: FxHashSet<String>,
}

impl Called {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut called = Called::default();
        for item in items {
            match item {
                Item::Fn(func) => called.block(&func.body),
                Item::Impl(item) => item.fns.iter().for_each(|func| called.block(&func.body)),
                Item::Const { value, .. } | Item::ThreadLocal { value, .. } => called.expr(value),
                Item::Export { import, functions } => {
                    called.as_values.extend(functions.iter().map(|(name, _, _)| name.clone()));
                    called.as_values.extend(import.clone());
                }
                _ => {}
            }
        }
        called
    }
}

impl Visit for Called {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Call(callee, args) if matches!(**callee, Expr::Path(Path::Local(_))) => {
                args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Path(Path::Local(name)) if variable(expr).is_none() => {
                self.as_values.insert(name.clone());
            }
            _ => walk_expr(self, expr),
        }
    }
}

/// The function and arguments of a call of a function of the file.
pub(super) fn call_of(expr: &Expr) -> Option<(&str, &[Expr])> {
    match expr {
        Expr::Call(callee, args) => match &**callee {
            Expr::Path(Path::Local(name)) if variable(callee).is_none() => Some((name, args)),
            _ => None,
        },
        _ => None,
    }
}

fn is_clone_of(expr: &Expr, name: &str) -> bool {
    expr.clone_of().and_then(variable) == Some(name)
}

/// What a function does with one of its parameters.
struct Look<'p> {
    param: &'p Param,
    handed: Vec<Place>,
    /// Whether it needs the value for itself.
    keeps: bool,
    /// How often it looks at it itself.
    looks: u32,
}

impl Look<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(&self.param.name)
    }

    /// What is looked at side by side.
    fn operands<'e>(&mut self, operands: impl IntoIterator<Item = &'e Expr>) {
        for operand in operands {
            if self.is_it(operand) {
                self.looks += 1;
            } else {
                self.expr(operand);
            }
        }
    }

    /// Whether a method takes the parameter by reference.
    fn looks(&self, method: &str) -> bool {
        match &self.param.ty {
            Ty::Named(Path::Local(name), _) if name == "Option" => matches!(method, "is_none" | "is_some"),
            _ => method != "clone",
        }
    }
}

impl Visit for Look<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some((func, args)) = call_of(expr) {
            for (at, arg) in args.iter().enumerate() {
                if is_clone_of(arg, &self.param.name) {
                    self.handed.push((func.to_owned(), at));
                } else {
                    self.expr(arg);
                }
            }
            return;
        }
        match expr {
            Expr::Method(receiver, name, _, args) if self.is_it(receiver) && self.looks(name) => {
                self.looks += 1;
                args.iter().for_each(|arg| self.expr(arg));
            }
            // `tree.clone().expect("…").left`: looked into.
            Expr::Method(receiver, name, _, _)
                if name == "expect" && is_clone_of(receiver, &self.param.name) =>
            {
                self.looks += 1
            }
            Expr::Field(object, _) if self.is_it(object) => self.looks += 1,
            Expr::Ref(value) if self.is_it(value) => self.looks += 1,
            Expr::Matches(value, pat) if self.is_it(value) && bound(pat).is_empty() => self.looks += 1,
            Expr::Format { first, args, .. } => {
                first.iter().for_each(|first| self.expr(first));
                self.operands(args);
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                self.operands([&**left, &**right]);
            }
            Expr::Path(_) => self.keeps |= self.is_it(expr),
            _ => walk_expr(self, expr),
        }
    }
}

fn lend(func: &mut Fn, borrowed: &FxHashSet<Place>) {
    let mut references = FxHashSet::default();
    let has_self = func.has_self();
    for (at, param) in func.params.iter_mut().enumerate() {
        if !has_self && borrowed.contains(&(func.name.clone(), at)) {
            references.insert(param.name.clone());
            let ty = std::mem::replace(&mut param.ty, Ty::Infer);
            param.ty = Ty::Ref(Box::new(ty));
        }
    }
    Lend { borrowed, references }.block(&mut func.body);
}

struct Lend<'b> {
    borrowed: &'b FxHashSet<Place>,
    /// Parameters that are references now.
    references: FxHashSet<String>,
}

impl Lend<'_> {
    fn is_reference(&self, expr: &Expr) -> bool {
        variable(expr).is_some_and(|name| self.references.contains(name))
    }

    /// What is handed to a parameter that is a reference.
    fn lent(&self, arg: Expr, others_assign: bool) -> Expr {
        match arg {
            Expr::Method(value, name, _, args)
                if name == "clone" && args.is_empty() && variable(&value).is_some() && !others_assign =>
            {
                if self.is_reference(&value) {
                    *value
                } else {
                    Expr::Ref(value)
                }
            }
            value => Expr::Ref(Box::new(value)),
        }
    }
}

impl VisitMut for Lend<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::Ref(value) if self.is_reference(value) => {
                *expr = std::mem::replace(value, Expr::unit());
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for operand in [left, right] {
                    if self.is_reference(operand) {
                        let value = std::mem::replace(&mut **operand, Expr::unit());
                        **operand = Expr::Unary(UnOp::Deref, Box::new(value));
                    }
                }
            }
            Expr::Call(callee, args) => {
                let Expr::Path(Path::Local(name)) = &**callee else { return };
                if variable(callee).is_some() {
                    return;
                }
                let assigns = args.iter().any(super::moves::assigns);
                for (at, arg) in args.iter_mut().enumerate() {
                    if self.borrowed.contains(&(name.clone(), at)) {
                        let value = std::mem::replace(arg, Expr::unit());
                        *arg = self.lent(value, assigns);
                    }
                }
            }
            _ => {}
        }
    }

    fn pat(&mut self, _: &mut Pat) {}
}
