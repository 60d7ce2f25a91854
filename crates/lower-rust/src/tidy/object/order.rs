//! What changes an object is evaluated before the call around it looks at the object.
//!
//! ```text
//! purse.pay(purse.fee())            let amount = purse.fee();
//!                                   purse.pay(amount)
//! ```
//!
//! The receiver of a method is only a name in Python; in Rust it is borrowed while the arguments are evaluated.

use rustc_hash::FxHashSet;

use super::change::Look;
use super::types::is_self;
use super::uses::root;
use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{Block, Expr, Pat, Path, Stmt};
use crate::tidy::resolve::variable;

/// Puts arguments of `expr`, a call, before it where one of them changes an object that it borrows; gives `true` then.
/// `n_new` is how many variables are new.
pub(super) fn apart(expr: &mut Expr, look: &Look<'_>, n_new: &mut usize) -> bool {
    let is_text = matches!(expr, Expr::Format { .. });
    let (receiver, args) = match expr {
        Expr::Method(receiver, _, _, args) => (Some(&**receiver), args),
        Expr::Call(_, args) => (None, args),
        Expr::Format { args, .. } => (None, args),
        _ => return false,
    };
    let mut held: FxHashSet<&str> = receiver.and_then(root).into_iter().collect();
    let mut last = None;
    for (at, arg) in args.iter().enumerate() {
        let changed = look.changes(arg);
        if changed.iter().any(|name| held.contains(name.as_str())) {
            last = Some(at);
        }
        let mut names = Names { found: &mut held, is_held: is_text };
        names.expr(arg);
    }
    let Some(last) = last else { return false };
    if args[..=last].iter().any(|arg| !can_be_before(arg, look)) {
        return false;
    }
    let mut stmts = Vec::new();
    for arg in &mut args[..=last] {
        let Some(value) = value_of(arg) else { continue };
        *n_new += 1;
        let name = format!("value_@object{n_new}");
        let init = std::mem::replace(value, Expr::local(name.clone()));
        stmts.push(Stmt::Let { pat: Pat::Bind(name, false), ty: None, init: Some(init) });
    }
    let call = std::mem::replace(expr, Expr::unit());
    *expr = Expr::Block(Block { stmts, tail: Some(Box::new(call)) });
    true
}

/// Whether an argument may be evaluated apart from its call: it assigns no variable, leaves for nowhere, and lends no
/// attribute that is not copied.
fn can_be_before(arg: &Expr, look: &Look<'_>) -> bool {
    struct Assigns(bool);
    impl Visit for Assigns {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Assign(..) | Expr::AssignOp(..) | Expr::Closure(_));
            walk_expr(self, expr);
        }
    }
    let mut assigns = Assigns(false);
    assigns.expr(arg);
    let is_kept = match inner(arg) {
        Expr::Ref(value) => is_name(value) || is_copied(value, look) || root(value).is_none(),
        _ => true,
    };
    !assigns.0 && is_kept
}

fn is_copied(place: &Expr, look: &Look<'_>) -> bool {
    matches!(place, Expr::Field(_, name) if look.copied.contains(name))
}

/// A variable, or `self`.
fn is_name(expr: &Expr) -> bool {
    variable(expr).is_some() || is_self(expr)
}

/// What `py(…)` shows.
fn inner(arg: &Expr) -> &Expr {
    match arg {
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::Rt("py"))) => {
            args.first().unwrap_or(arg)
        }
        arg => arg,
    }
}

/// The part of an argument that is evaluated before; `None` where it is a name or a literal.
fn value_of(arg: &mut Expr) -> Option<&mut Expr> {
    let is_literal =
        matches!(arg, Expr::Int(..) | Expr::Float(_) | Expr::Str(_) | Expr::Bool(_) | Expr::Char(_));
    if is_name(arg) || is_literal {
        return None;
    }
    if is_shown(arg) {
        let Expr::Call(_, args) = arg else { return None };
        return args.first_mut().and_then(value_of);
    }
    if matches!(arg, Expr::Ref(_)) {
        let Expr::Ref(value) = arg else { return None };
        return value_of(value);
    }
    Some(arg)
}

fn is_shown(arg: &Expr) -> bool {
    matches!(arg, Expr::Call(callee, _) if matches!(&**callee, Expr::Path(Path::Rt("py"))))
}

/// The objects that an argument holds on to: by reference, or all that it names where it is shown.
struct Names<'f, 'e> {
    found: &'f mut FxHashSet<&'e str>,
    is_held: bool,
}

impl<'e> Names<'_, 'e> {
    fn expr(&mut self, arg: &'e Expr) {
        match inner(arg) {
            Expr::Ref(value) | Expr::RefMut(value) => self.found.extend(root(value)),
            value if is_name(value) => self.found.extend(root(value)),
            value @ Expr::Field(..) if self.is_held => self.found.extend(root(value)),
            _ => {}
        }
    }
}
