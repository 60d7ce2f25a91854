//! [`Present`]: an object that may be `None` where one of its attributes is asked for.

use crate::exc::{Exception, attribute_error, missing_attribute};

/// What is an object or `None`, which has none of the object's attributes.
pub trait Present: Sized {
    /// The object.
    type Object;

    /// The object, of which `attribute` is asked.
    ///
    /// # Errors
    ///
    /// `AttributeError` of `None`.
    fn try_with_attribute(self, attribute: &str) -> Result<Self::Object, Exception>;

    /// As [`Self::try_with_attribute`], where nobody observes the error, which ends the program.
    fn with_attribute(self, attribute: &str) -> Self::Object;
}

impl<T> Present for Option<T> {
    type Object = T;

    #[inline]
    fn try_with_attribute(self, attribute: &str) -> Result<T, Exception> {
        self.ok_or_else(|| missing_attribute("NoneType", attribute))
    }

    #[inline]
    fn with_attribute(self, attribute: &str) -> T {
        self.unwrap_or_else(|| attribute_error("NoneType", attribute))
    }
}

#[cfg(test)]
mod tests {
    use super::Present;

    #[test]
    fn none_has_no_attributes() {
        assert_eq!(Some(1).try_with_attribute("next").ok(), Some(1));
        let error = None::<i64>.try_with_attribute("next").err();
        assert_eq!(
            error.map(|error| error.to_string()),
            Some("'NoneType' object has no attribute 'next'".to_owned())
        );
    }
}
