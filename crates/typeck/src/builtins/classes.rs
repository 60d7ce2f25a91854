//! The builtin classes and those of the library, as values: what `type(x)` gives, and what `<class '…'>` says.

use super::Table;
use crate::iterator_class::is_iterator_class;

/// Classes that neither the table of the library's nor that of iterators has.
const CLASSES: &str = "\
    NoneType NotImplementedType abc.ABC abc.ABCMeta bool builtin_function_or_method bytearray bytes \
    classmethod collections.Counter collections.OrderedDict collections.defaultdict collections.deque \
    complex dict dict_items dict_keys dict_values ellipsis enum.EnumType enumerate filter float \
    frozenset function generator int list map memoryview method object property range reversed set slice \
    staticmethod str super tuple type typing._ProtocolMeta zip";

/// What `<class '…'>` says of a class, by the name that its values have or by its path; `None` where it is none.
#[must_use]
pub fn class_path(name: &str) -> Option<String> {
    if CLASSES.split(' ').any(|class| class == name) || is_iterator_class(name) {
        return Some(name.to_owned());
    }
    let native = Table::get().native(name.rsplit('.').next()?)?;
    let path = format!("{}.{}", native.module, native.name);
    (name == native.name || name == path).then_some(path)
}
