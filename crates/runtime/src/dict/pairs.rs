//! Pairs that are sequences: `dict([["a", 1], ["b", 2]])`.

use std::cell::Cell;

use crate::List;
use crate::exc::{Exception, type_error, value_error};
use crate::item::Item;

/// Takes the items of an argument of `dict` apart, and counts them for the message.
#[derive(Debug, Default)]
pub struct Pairs(Cell<i64>);

impl Pairs {
    /// Before the first item.
    #[must_use]
    pub fn new() -> Self {
        Pairs::default()
    }

    /// The key and the value that the next item is.
    ///
    /// # Errors
    /// `ValueError` where it has not two items.
    pub fn try_next_of<T: Item>(&self, items: &List<T>) -> Result<(T, T), Exception> {
        let index = self.0.replace(self.0.get() + 1);
        match items.len() {
            2 => Ok((items.at(0), items.at(1))),
            len => Err(value_error(format!(
                "dictionary update sequence element #{index} has length {len}; 2 is required"
            ))),
        }
    }

    /// What Python raises where the next item is no sequence.
    #[must_use]
    pub fn no_sequence(&self) -> Exception {
        let index = self.0.get();
        type_error(format!("cannot convert dictionary update sequence element #{index} to a sequence"))
    }

    /// [`Self::try_next_of`]; ends the program.
    pub fn next_of<T: Item>(&self, items: &List<T>) -> (T, T) {
        self.try_next_of(items).unwrap_or_else(|error| error.uncaught())
    }
}
