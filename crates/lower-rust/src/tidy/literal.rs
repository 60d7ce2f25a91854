//! Literals behind a name that nothing types: a conversion takes an integer of any width, and Rust would make it an `i32`.
//!
//! ```text
//! let value = 1; f(Int::from(value));        let value = 1_i64; f(Int::from(value));
//! ```

use rustc_hash::FxHashSet;

use super::resolve::variable;
use crate::lower::anchor;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_stmt_mut};
use crate::rir::{Expr, Fn, Pat, Path, Stmt};

/// Types the literals of `func`.
pub(super) fn run(func: &mut Fn) {
    let mut converted = Converted::default();
    converted.block(&func.body);
    anchor_all(func, converted.0);
}

/// The same of those that are converted, before they come to stand where their names do.
pub(super) fn converted(func: &mut Fn) {
    let mut widened = Widened::default();
    widened.block(&func.body);
    anchor_all(func, widened.0);
}

fn anchor_all(func: &mut Fn, names: FxHashSet<String>) {
    if !names.is_empty() {
        Literals(names).block(&mut func.body);
    }
}

/// Variables that are converted by `Int::from`.
#[derive(Default)]
struct Widened(FxHashSet<String>);

impl Visit for Widened {
    fn expr(&mut self, expr: &Expr) {
        self.0.extend(converted_by(expr, &["Int"]).map(str::to_owned));
        walk_expr(self, expr);
    }
}

/// The variable that `from` of one of these types of the runtime converts.
fn converted_by<'e>(expr: &'e Expr, types: &[&str]) -> Option<&'e str> {
    let Expr::Call(callee, args) = expr else { return None };
    let Expr::Path(Path::Assoc(of, name)) = &**callee else { return None };
    match args.as_slice() {
        [arg] if name == "from" && matches!(**of, Path::Rt(of) if types.contains(&of)) => variable(arg),
        _ => None,
    }
}

/// Variables that are converted by `Int::from` or `Num::from`, or formatted.
#[derive(Default)]
struct Converted(FxHashSet<String>);

impl Visit for Converted {
    fn expr(&mut self, expr: &Expr) {
        self.0.extend(converted_by(expr, &["Int", "Num"]).map(str::to_owned));
        // Rust would compare in 32 bits.
        let is_wide = |side: &Expr| super::constant(side).is_some_and(|value| i32::try_from(value).is_err());
        if let Expr::Method(range, name, _, args) = expr
            && name == "contains"
            && let Expr::RangeInclusive(start, end) | Expr::Range(Some(start), Some(end)) = &**range
            && let [Expr::Ref(item)] = args.as_slice()
            && (is_wide(start) || is_wide(end))
        {
            self.0.extend(variable(item).map(str::to_owned));
        }
        if let Expr::Binary(op, left, right) = expr
            && op.is_comparison()
        {
            for (side, other) in [(left, right), (right, left)] {
                self.0.extend(variable(side).filter(|_| is_wide(other)).map(str::to_owned));
            }
        }
        // What is formatted may be of any type.
        if let Expr::Call(callee, args) = expr
            && matches!(&**callee, Expr::Path(Path::RtIn("format", _)))
        {
            let items = args.iter().filter_map(|arg| match arg {
                Expr::Ref(items) => Some(&**items),
                _ => None,
            });
            for item in items
                .filter_map(|items| if let Expr::Array(items) = items { Some(items) } else { None })
                .flatten()
            {
                if let Expr::Ref(item) = item {
                    self.0.extend(variable(item).map(str::to_owned));
                }
            }
        }
        walk_expr(self, expr);
    }
}

struct Literals(FxHashSet<String>);

impl VisitMut for Literals {
    fn stmt(&mut self, stmt: &mut Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), ty: None, init: Some(init) } = stmt
            && self.0.contains(name)
            && super::constant(init).is_some()
        {
            anchor(init);
        }
        if let Stmt::Let { pat: Pat::Tuple(pats), ty: None, init: Some(Expr::Tuple(items)) } = stmt {
            for (pat, item) in pats.iter().zip(items) {
                if matches!(pat, Pat::Bind(name, _) if self.0.contains(name))
                    && super::constant(item).is_some()
                {
                    anchor(item);
                }
            }
        }
        walk_stmt_mut(self, stmt);
    }
}
