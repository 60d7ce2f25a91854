//! The object that an exception holds is taken out once, where its class was asked for.
//!
//! ```text
//! if e.is::<TooLowClass>() {                          if e.is::<TooLowClass>() {
//!     show(e.payload::<TooLow>().expect("…").need);       let e = e.payload::<TooLow>().expect("…");
//!     show(e.payload::<TooLow>().expect("…").have);       show(e.need);
//! }                                                       show(e.have);
//!                                                     }
//! ```

use super::narrow::CONSUMING;
use super::resolve::variable;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Stmt, Ty};

/// Names the objects in `func`.
pub(super) fn run(func: &mut Fn) {
    Payloads { count: 0 }.block(&mut func.body);
}

struct Payloads {
    count: u32,
}

impl VisitMut for Payloads {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::If(test, then, _) = expr
            && let Some(name) = asked(test)
        {
            self.name(name, then);
        }
        walk_expr_mut(self, expr);
    }
}

impl Payloads {
    /// Names the object of the exception `name` at the start of `block`, where it is taken out several times.
    fn name(&mut self, name: &str, block: &mut Block) {
        let mut uses = Uses { name, taken: None, n_same: 0, is_kept: false };
        uses.block(block);
        let (Some(object), 2..) = (uses.taken.filter(|_| !uses.is_kept), uses.n_same) else { return };
        self.count += 1;
        let inner = format!("{name}.p{}", self.count);
        Take { name, inner: &inner }.block(block);
        block.stmts.insert(0, Stmt::Let { pat: Pat::Bind(inner, false), ty: None, init: Some(object) });
    }
}

/// The variable of `e.is::<Class>()`, by itself or as the first link of a chain of `&&`.
fn asked(test: &Expr) -> Option<&str> {
    match test {
        Expr::Binary(BinOp::And, first, _) => asked(first),
        Expr::Method(exception, is, _, _) if is == "is" => variable(exception),
        _ => None,
    }
}

/// The class of `name.payload::<Class>().expect("…")`.
fn taken<'e>(expr: &'e Expr, name: &str) -> Option<&'e [Ty]> {
    let Expr::Method(payload, expect, _, _) = expr else { return None };
    let Expr::Method(exception, method, class, _) = &**payload else { return None };
    let is_it = variable(exception.clone_of().unwrap_or(exception)) == Some(name);
    (expect == "expect" && method == "payload" && is_it).then_some(class)
}

/// How often the object of an exception is taken out.
struct Uses<'n> {
    name: &'n str,
    taken: Option<Expr>,
    n_same: u32,
    /// Whether it is taken as something else, too, or where it may happen later.
    is_kept: bool,
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some(class) = taken(expr, self.name) {
            let first = self.taken.get_or_insert_with(|| expr.clone());
            self.is_kept |= taken(first, self.name) != Some(class);
            self.n_same += 1;
            return;
        }
        if let Expr::Assign(place, _) = expr {
            self.is_kept |= variable(place) == Some(self.name);
        }
        walk_expr(self, expr);
    }

    fn closure(&mut self, closure: &Closure) {
        self.is_kept |= super::mentions::Mentions::in_expr(self.name, &closure.body);
    }
}

struct Take<'a> {
    name: &'a str,
    inner: &'a str,
}

impl VisitMut for Take<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Field(object, _) | Expr::Ref(object) if taken(object, self.name).is_some() => {
                **object = Expr::local(self.inner);
            }
            Expr::Method(object, method, _, args)
                if taken(object, self.name).is_some() && !CONSUMING.contains(&method.as_str()) =>
            {
                **object = Expr::local(self.inner);
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            _ if taken(expr, self.name).is_some() => *expr = Expr::local(self.inner).cloned(),
            _ => walk_expr_mut(self, expr),
        }
    }
}
