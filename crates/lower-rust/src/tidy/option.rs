//! `Option`s and closures said shortly.
//!
//! ```text
//! match x { Some(v) => v, None => 0 }           x.unwrap_or_default()
//! match x { Some(v) => v, None => 7 }           x.unwrap_or(7)
//! match x { Some(v) => Some(f(v)), None => None }   x.map(|v| f(v))
//! match x { Some(v) => v == y, None => false }      x.is_some_and(|v| v == y)
//! if let Some(_) = x { … }                      if x.is_some() { … }
//! match x { Some(v) => { … } None => {} }       if let Some(v) = x { … }
//! while let Some(_) = xs.pop() { … }            while xs.pop().is_some() { … }
//! |x| f(x)                                      f
//! n = n + 1                                     n += 1
//! ```

use super::resolve::{declared, variable};
use crate::rir::visit::{VisitMut, leaves, walk_block_mut, walk_expr_mut};
use crate::rir::{Arm, BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, UnOp};
use rustc_hash::FxHashSet;

/// Shortens what is in `func`.
pub(super) fn run(func: &mut Fn) {
    Short(declared(func, &["i64", "f64"])).block(&mut func.body);
}

/// Asks about what `Option`s of `func` hold: last, as what a closure names is used in it alone.
pub(super) fn ask(func: &mut Fn) {
    Ask.block(&mut func.body);
}

struct Ask;

impl VisitMut for Ask {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Expr::Match(value, arms) = expr else { return };
        let [some, none] = arms.as_mut_slice() else { return };
        let (true, Expr::Bool(otherwise)) = (is_none(none), &none.body) else { return };
        let bound = match &some.pat {
            Pat::Call(Path::Local(name), inner) if name == "Some" => inner.as_slice(),
            _ => return,
        };
        let [Pat::Bind(bound, false)] = bound else { return };
        if some.guard.is_some() || leaves(&some.body) {
            return;
        }
        let name = if *otherwise { "is_none_or" } else { "is_some_and" };
        let params = vec![(Pat::Bind(bound.clone(), false), None)];
        let body = Box::new(std::mem::replace(&mut some.body, Expr::unit()));
        let closure = Expr::Closure(Closure { params, ret: None, body, is_move: false });
        let value = std::mem::replace(&mut **value, Expr::unit());
        *expr = value.method(name, vec![closure]);
    }
}

/// Whether it is the arm for `None`.
fn is_none(arm: &Arm) -> bool {
    matches!(&arm.pat, Pat::Path(Path::Local(name)) if name == "None")
}

struct Short(FxHashSet<String>);

impl VisitMut for Short {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        for stmt in &mut block.stmts {
            if let Stmt::Expr(expr) = stmt
                && gives_for_nothing(expr)
            {
                let init = Some(std::mem::replace(expr, Expr::unit()));
                *stmt = Stmt::Let { pat: Pat::Wild, ty: None, init };
            }
        }
        // What only looks does nothing.
        block.stmts.retain(|stmt| match stmt {
            Stmt::Expr(expr) | Stmt::Let { pat: Pat::Wild, init: Some(expr), .. } => !super::is_pure(expr),
            _ => true,
        });
    }

    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::Match(value, arms) => shorten_match(*value, arms),
            Expr::IfLet(Pat::Call(path, inner), value, then, otherwise)
                if matches!(inner.as_slice(), [Pat::Wild]) =>
            {
                match question(&path) {
                    Some(name) => Expr::If(Box::new(value.method(name, Vec::new())), then, otherwise),
                    None => Expr::IfLet(Pat::Call(path, inner), value, then, otherwise),
                }
            }
            Expr::WhileLet(label, Pat::Call(path, inner), value, body)
                if matches!(inner.as_slice(), [Pat::Wild]) =>
            {
                match question(&path) {
                    Some(name) => Expr::While(label, Box::new(value.method(name, Vec::new())), body),
                    None => Expr::WhileLet(label, Pat::Call(path, inner), value, body),
                }
            }
            Expr::Closure(closure) => shorten_closure(closure),
            Expr::If(test, then, otherwise) => super::boolean::branch(*test, then, otherwise),
            Expr::Assign(place, value) => self.shorten_assign(*place, *value),
            // `&format!("text")`.
            Expr::Ref(value) => match *value {
                Expr::Format { name: "format", first: None, text, args }
                    if args.is_empty() && !text.contains(['{', '}']) =>
                {
                    Expr::Str(text)
                }
                value => Expr::Ref(Box::new(value)),
            },
            other => other,
        };
    }
}

/// What asks whether a value is of the variant.
fn question(path: &Path) -> Option<&'static str> {
    match path {
        Path::Local(name) if name == "Some" => Some("is_some"),
        Path::Local(name) if name == "Ok" => Some("is_ok"),
        Path::Local(name) if name == "Err" => Some("is_err"),
        _ => None,
    }
}

/// Whether it is a statement only for what it may raise: rustc wants its value used.
fn gives_for_nothing(expr: &Expr) -> bool {
    match expr {
        Expr::Binary(..) => true,
        Expr::Call(callee, _) => {
            matches!(&**callee, Expr::Path(Path::RtIn("int" | "float" | "compare" | "math", _)))
        }
        _ => false,
    }
}

fn shorten_match(value: Expr, mut arms: Vec<Arm>) -> Expr {
    if let [Arm { pat: Pat::Wild, guard: None, .. }] = arms.as_slice()
        && looks(&value)
        && let Some(arm) = arms.pop()
    {
        return arm.body;
    }
    // All the same, whatever it is.
    if let [first, rest @ ..] = arms.as_slice()
        && let Expr::Bool(same) = first.body
        && super::is_pure(&value)
        && first.guard.is_none()
        && rest
            .iter()
            .all(|arm| arm.guard.is_none() && matches!(arm.body, Expr::Bool(other) if other == same))
    {
        return Expr::Bool(same);
    }
    if let [yes @ .., Arm { pat: Pat::Wild, guard: None, body: Expr::Bool(false) }] = arms.as_slice()
        && yes.iter().all(|arm| arm.guard.is_none() && matches!(arm.body, Expr::Bool(true)))
    {
        let pats: Vec<Pat> = yes.iter().map(|arm| arm.pat.clone()).collect();
        return match <[Pat; 1]>::try_from(pats) {
            Ok([pat]) => Expr::Matches(Box::new(value), pat),
            Err(pats) if pats.is_empty() && looks(&value) => Expr::Bool(false),
            Err(pats) => Expr::Matches(Box::new(value), Pat::Or(pats)),
        };
    }
    if let [some, none] = arms.as_slice()
        && matches!(&some.pat, Pat::Call(Path::Local(name), inner) if name == "Some" && matches!(inner.as_slice(), [Pat::Wild]))
        && some.guard.is_none()
    {
        match (&some.body, &none.body) {
            (Expr::Bool(true), Expr::Bool(false)) => return value.method("is_some", Vec::new()),
            (Expr::Bool(false), Expr::Bool(true)) => return value.method("is_none", Vec::new()),
            _ => {}
        }
    }
    if let [some, none] = arms.as_mut_slice()
        && is_none(none)
        && some.guard.is_none()
        && let Pat::Call(Path::Local(name), inner) = &some.pat
        && name == "Some"
        && let [Pat::Bind(bound, false)] = inner.as_slice()
    {
        let bound = bound.clone();
        let is_bound = |expr: &Expr| variable(expr) == Some(&*bound);
        let is_nothing = matches!(&none.body, Expr::Path(Path::Local(name)) if name == "None");
        if is_bound(&some.body) {
            let is_number = |expr: &Expr| matches!(expr, Expr::Int(..) | Expr::Float(_));
            match &none.body {
                Expr::Int(0, _) | Expr::Bool(false) => return value.method("unwrap_or_default", Vec::new()),
                default
                    if is_number(default)
                        || matches!(default, Expr::Bool(_))
                        || matches!(default, Expr::Unary(UnOp::Neg, number) if is_number(number)) =>
                {
                    let default = std::mem::replace(&mut none.body, Expr::unit());
                    return value.method("unwrap_or", vec![default]);
                }
                _ => {}
            }
        }
        if is_nothing
            && let Expr::Call(callee, args) = &mut some.body
            && matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Some")
            && let [inner] = args.as_mut_slice()
            && !leaves(inner)
        {
            if is_bound(inner) {
                return value;
            }
            let body = Box::new(std::mem::replace(inner, Expr::unit()));
            let params = vec![(Pat::Bind(bound, false), None)];
            let closure = Closure { params, ret: None, body, is_move: false };
            return value.method("map", vec![shorten_closure(closure)]);
        }
    }
    // `None => {}`.
    if let [some, none] = arms.as_slice()
        && is_none(none)
        && some.guard.is_none()
        && does_nothing(&none.body)
        && let Expr::Block(body) = &some.body
        && body.tail.as_deref().is_none_or(does_nothing)
    {
        let body = Block { stmts: body.stmts.clone(), tail: None };
        return Expr::IfLet(some.pat.clone(), Box::new(value), body, None);
    }
    Expr::Match(Box::new(value), arms)
}

fn does_nothing(value: &Expr) -> bool {
    match value {
        Expr::Tuple(items) => items.is_empty(),
        Expr::Block(block) => block.stmts.is_empty() && block.tail.as_deref().is_none_or(does_nothing),
        _ => false,
    }
}

/// Whether evaluating it only looks: variables, and tuples of them.
fn looks(value: &Expr) -> bool {
    match value {
        Expr::Path(_) => true,
        Expr::Tuple(items) => items.iter().all(looks),
        _ => false,
    }
}

fn shorten_closure(closure: Closure) -> Expr {
    if let ([(Pat::Bind(param, _), None)], Expr::Call(callee, args)) =
        (closure.params.as_slice(), &*closure.body)
        && let [arg] = args.as_slice()
        && variable(arg) == Some(param)
        && is_function(callee)
    {
        return (**callee).clone();
    }
    Expr::Closure(closure)
}

/// Whether it is a function or constructor of the file or the runtime, not a variable that holds one.
fn is_function(callee: &Expr) -> bool {
    match callee {
        // What traps names the line that it is called in.
        Expr::Path(Path::RtIn("int", name)) => {
            !matches!(name.as_str(), "abs" | "neg") && !name.contains("parse")
        }
        // What takes a `&str` is given a `&Str` by a closure only.
        Expr::Path(Path::RtIn("html" | "io" | "os" | "re" | "string" | "sys" | "text" | "time", _)) => false,
        Expr::Path(Path::RtIn(_, name)) => !name.contains("parse"),
        Expr::Path(Path::Local(_)) => variable(callee).is_none(),
        Expr::Path(Path::Assoc(of, _)) => matches!(**of, Path::Local(_) | Path::Rt(_)),
        _ => false,
    }
}

/// Whether Rust has `op=`.
fn has_assignment(op: BinOp) -> bool {
    is_commutative(op) || matches!(op, BinOp::Sub | BinOp::Div | BinOp::Rem | BinOp::Shl | BinOp::Shr)
}

fn is_commutative(op: BinOp) -> bool {
    matches!(op, BinOp::Add | BinOp::Mul | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor)
}

impl Short {
    /// Whether both are the same variable, a number of the machine.
    fn is_number(&self, place: &Expr, operand: &Expr) -> bool {
        variable(place).is_some_and(|name| variable(operand) == Some(name) && self.0.contains(name))
    }

    fn shorten_assign(&self, place: Expr, value: Expr) -> Expr {
        match value {
            Expr::Binary(op, left, right) if has_assignment(op) && self.is_number(&place, &left) => {
                Expr::AssignOp(op, Box::new(place), right)
            }
            Expr::Binary(op, left, right) if is_commutative(op) && self.is_number(&place, &right) => {
                Expr::AssignOp(op, Box::new(place), left)
            }
            value => Expr::Assign(Box::new(place), Box::new(value)),
        }
    }
}
