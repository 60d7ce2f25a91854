//! `object()`: nothing but an identity, as sentinels are made.

use std::rc::Rc;

use crate::exc::Exception;
use crate::macros::opaque;

/// An instance of `object` itself.
#[derive(Clone)]
pub struct Object(Rc<u8>);

opaque!(Object, "object");

impl Object {
    /// `object()`: an object that is no other.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "two of them are not alike")]
    pub fn new() -> Self {
        Object(Rc::new(0))
    }
}

impl crate::PyFormat for Object {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        crate::format::try_format_object(self, "object", spec)
    }

    fn class_name(&self) -> &'static str {
        "object"
    }
}
