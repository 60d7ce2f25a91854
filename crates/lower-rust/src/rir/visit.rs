//! Walks over RIR, in order of evaluation: [`Visit`] to look, [`VisitMut`] to change.
//!
//! A method that is overridden calls the `walk_…` function of the same name where it wants to go on.

use super::{Arm, Block, Closure, Expr, Pat, Stmt};

macro_rules! visitors {
    ($trait:ident, $doc:literal, $expr:ident, $block:ident, $stmt:ident, $pat:ident, $closure:ident, $arm:ident,
     $branches:ident, $iter:ident, $as_deref:ident $(, $mut:tt)?) => {
        #[doc = $doc]
        pub trait $trait {
            /// An expression.
            fn expr(&mut self, expr: &$($mut)? Expr) {
                $expr(self, expr);
            }
            /// A block.
            fn block(&mut self, block: &$($mut)? Block) {
                $block(self, block);
            }
            /// A statement.
            fn stmt(&mut self, stmt: &$($mut)? Stmt) {
                $stmt(self, stmt);
            }
            /// A pattern.
            fn pat(&mut self, pat: &$($mut)? Pat) {
                $pat(self, pat);
            }
            /// A closure.
            fn closure(&mut self, closure: &$($mut)? Closure) {
                $closure(self, closure);
            }
            /// An arm of a `match`.
            fn arm(&mut self, arm: &$($mut)? Arm) {
                $arm(self, arm);
            }
        }

        /// Visits what an expression is made of.
        pub fn $expr<V: $trait + ?Sized>(v: &mut V, expr: &$($mut)? Expr) {
            match expr {
                Expr::Int(..)
                | Expr::Float(_)
                | Expr::Str(_)
                | Expr::Char(_)
                | Expr::Bytes(_)
                | Expr::Bool(_) => {}
                Expr::Path(_) | Expr::Generic(..) | Expr::GenericAssoc(..) => {}
                Expr::Continue(_) | Expr::Unreachable(_) => {}
                Expr::Call(callee, args) => {
                    v.expr(callee);
                    args.$iter().for_each(|arg| v.expr(arg));
                }
                Expr::Method(receiver, _, _, args) => {
                    v.expr(receiver);
                    args.$iter().for_each(|arg| v.expr(arg));
                }
                Expr::Field(value, _)
                | Expr::TupleField(value, _)
                | Expr::Unary(_, value)
                | Expr::Ref(value)
                | Expr::RefMut(value)
                | Expr::Try(value)
                | Expr::Attempt(_, value)
                | Expr::Watched(value)
                | Expr::Cast(value, _)
                | Expr::Await(value) => v.expr(value),
                Expr::Binary(_, left, right)
                | Expr::Index(left, right)
                | Expr::RangeInclusive(left, right)
                | Expr::Filled(left, right) => {
                    v.expr(left);
                    v.expr(right);
                }
                // The value comes first, then the place.
                Expr::Assign(place, value) | Expr::AssignOp(_, place, value) => {
                    v.expr(value);
                    v.expr(place);
                }
                Expr::Tuple(items) | Expr::Array(items) | Expr::Vec(items) => {
                    items.$iter().for_each(|item| v.expr(item));
                }
                Expr::Struct(_, fields) => fields.$iter().for_each(|(_, value)| v.expr(value)),
                Expr::Range(start, end) => {
                    start.$as_deref().into_iter().for_each(|start| v.expr(start));
                    end.$as_deref().into_iter().for_each(|end| v.expr(end));
                }
                Expr::Block(block) | Expr::Labelled(_, block) | Expr::AsyncMove(block) | Expr::Loop(_, block) => {
                    v.block(block);
                }
                Expr::If(test, then, otherwise) => {
                    v.expr(test);
                    v.block(then);
                    otherwise.$as_deref().into_iter().for_each(|otherwise| v.expr(otherwise));
                }
                Expr::IfLet(pat, value, then, otherwise) => {
                    v.expr(value);
                    v.pat(pat);
                    v.block(then);
                    otherwise.$as_deref().into_iter().for_each(|otherwise| v.expr(otherwise));
                }
                Expr::Match(value, arms) => {
                    v.expr(value);
                    arms.$iter().for_each(|arm| v.arm(arm));
                }
                Expr::Closure(closure) => v.closure(closure),
                Expr::While(_, test, body) => {
                    v.expr(test);
                    v.block(body);
                }
                Expr::For(_, pat, iter, body) | Expr::WhileLet(_, pat, iter, body) => {
                    v.expr(iter);
                    v.pat(pat);
                    v.block(body);
                }
                Expr::Break(_, value) | Expr::Return(value) => {
                    value.$as_deref().into_iter().for_each(|value| v.expr(value));
                }
                Expr::Format { first, args, .. } => {
                    first.$as_deref().into_iter().for_each(|first| v.expr(first));
                    args.$iter().for_each(|arg| v.expr(arg));
                }
                Expr::Matches(value, pat) => {
                    v.expr(value);
                    v.pat(pat);
                }
            }
        }

        /// Visits the statements of a block and its value.
        pub fn $block<V: $trait + ?Sized>(v: &mut V, block: &$($mut)? Block) {
            block.stmts.$iter().for_each(|stmt| v.stmt(stmt));
            block.tail.$as_deref().into_iter().for_each(|tail| v.expr(tail));
        }

        /// Visits what a statement is made of; what is bound comes after its value.
        pub fn $stmt<V: $trait + ?Sized>(v: &mut V, stmt: &$($mut)? Stmt) {
            match stmt {
                Stmt::Let { pat, init, .. } => {
                    init.$iter().for_each(|init| v.expr(init));
                    v.pat(pat);
                }
                Stmt::LetElse(pat, value, otherwise) => {
                    v.expr(value);
                    v.block(otherwise);
                    v.pat(pat);
                }
                Stmt::Expr(expr) => v.expr(expr),
            }
        }

        /// Visits the parts of a pattern.
        pub fn $pat<V: $trait + ?Sized>(v: &mut V, pat: &$($mut)? Pat) {
            match pat {
                Pat::Wild | Pat::Bind(..) | Pat::Path(_) => {}
                Pat::Ref(pat) => v.pat(pat),
                Pat::Tuple(items) | Pat::Call(_, items) | Pat::Or(items) => {
                    items.$iter().for_each(|item| v.pat(item));
                }
                Pat::Lit(value) => v.expr(value),
                Pat::Range(first, last) => {
                    v.expr(first);
                    v.expr(last);
                }
            }
        }

        /// Visits a closure's parameters and body.
        pub fn $closure<V: $trait + ?Sized>(v: &mut V, closure: &$($mut)? Closure) {
            closure.params.$iter().for_each(|(pat, _)| v.pat(pat));
            v.expr(&$($mut)? closure.body);
        }

        /// Visits an arm.
        pub fn $arm<V: $trait + ?Sized>(v: &mut V, arm: &$($mut)? Arm) {
            v.pat(&$($mut)? arm.pat);
            arm.guard.$iter().for_each(|guard| v.expr(guard));
            v.expr(&$($mut)? arm.body);
        }

        /// Visits all of a branched expression but the values of its branches, which go to `each`; `stmts` visits the
        /// statements of a block.
        pub fn $branches<V: $trait>(
            v: &mut V,
            expr: &$($mut)? Expr,
            stmts: impl Fn(&mut V, &$($mut)? Block),
            each: &mut dyn FnMut(&mut V, &$($mut)? Expr),
        ) {
            match expr {
                Expr::Block(block) | Expr::Labelled(_, block) => {
                    stmts(v, block);
                    block.tail.$as_deref().into_iter().for_each(|tail| each(v, tail));
                }
                Expr::If(test, then, otherwise) | Expr::IfLet(_, test, then, otherwise) => {
                    v.expr(test);
                    stmts(v, then);
                    then.tail.$as_deref().into_iter().for_each(|tail| each(v, tail));
                    otherwise.$as_deref().into_iter().for_each(|otherwise| each(v, otherwise));
                }
                Expr::Match(value, arms) => {
                    v.expr(value);
                    for arm in arms {
                        arm.guard.$iter().for_each(|guard| v.expr(guard));
                        each(v, &$($mut)? arm.body);
                    }
                }
                other => v.expr(other),
            }
        }
    };
}

visitors!(
    Visit,
    "Looks at RIR.",
    walk_expr,
    walk_block,
    walk_stmt,
    walk_pat,
    walk_closure,
    walk_arm,
    walk_branches,
    iter,
    as_deref
);
visitors!(
    VisitMut,
    "Changes RIR in place.",
    walk_expr_mut,
    walk_block_mut,
    walk_stmt_mut,
    walk_pat_mut,
    walk_closure_mut,
    walk_arm_mut,
    walk_branches_mut,
    iter_mut,
    as_deref_mut,
    mut
);

/// Whether control may leave from inside: then it cannot be a closure.
pub(crate) fn leaves(expr: &Expr) -> bool {
    struct Leaves(bool);
    impl Visit for Leaves {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(
                expr,
                Expr::Try(_)
                    | Expr::Attempt(..)
                    | Expr::Break(..)
                    | Expr::Continue(_)
                    | Expr::Return(_)
                    | Expr::Await(_)
                    | Expr::Assign(..)
                    | Expr::AssignOp(..)
            );
            walk_expr(self, expr);
        }
    }
    let mut found = Leaves(false);
    found.expr(expr);
    found.0
}

/// Whether a variable is assigned inside.
pub(crate) fn assigns(expr: &Expr) -> bool {
    struct Assigns(bool);
    impl Visit for Assigns {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Assign(..) | Expr::AssignOp(..));
            walk_expr(self, expr);
        }
    }
    let mut found = Assigns(false);
    found.expr(expr);
    found.0
}
