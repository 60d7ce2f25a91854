//! Typed ids of the arenas, and names.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use la_arena::Idx;

use crate::{Class, Expr, Func, Local, Stmt};

/// An expression.
pub type ExprId = Idx<Expr>;
/// A statement.
pub type StmtId = Idx<Stmt>;
/// A function, lambda, generator expression or the module body.
pub type FuncId = Idx<Func>;
/// A class.
pub type ClassId = Idx<Class>;
/// A variable of some scope.
pub type LocalId = Idx<Local>;

/// A Python identifier: cheap to clone, compared by text.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(Rc<str>);

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Name(text.into())
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
