//! The class of an exception as a value.

use std::any::TypeId;
use std::fmt;

use super::Class;
use crate::hash::{PyHash, of_address};
use crate::show::Repr;
use crate::str::Str;
use crate::truth::Truth;

/// A class of which only the run knows which it is: `type(error)`.
#[derive(Clone, Copy)]
pub struct ClassObject {
    pub(super) id: TypeId,
    pub(super) full_name: &'static str,
    pub(super) is_builtin: bool,
    pub(super) derives: fn(TypeId) -> bool,
}

impl ClassObject {
    /// `self is C`.
    #[must_use]
    pub fn is_class<C: Class>(&self) -> bool {
        self.id == TypeId::of::<C>()
    }

    /// `issubclass(self, C)`.
    #[must_use]
    pub fn derives<C: Class>(&self) -> bool {
        (self.derives)(TypeId::of::<C>())
    }

    /// `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self == other
    }

    /// `self.__name__`.
    #[must_use]
    pub fn name(&self) -> Str {
        Str::from(self.last_name())
    }

    /// The same as Rust's text.
    pub(super) fn last_name(&self) -> &'static str {
        self.full_name.rsplit('.').next().unwrap_or(self.full_name)
    }
}

impl PartialEq for ClassObject {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl PyHash for ClassObject {
    fn py_hash(&self) -> i64 {
        of_address(self.full_name.as_ptr().addr())
    }
}

impl Truth for ClassObject {
    fn truth(&self) -> bool {
        true
    }
}

impl Repr for ClassObject {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let module = if self.is_builtin { "" } else { "__main__." };
        write!(f, "<class '{module}{}'>", self.full_name)
    }
}
