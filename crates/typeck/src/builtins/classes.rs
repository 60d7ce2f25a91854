//! The builtin classes and those of the library, as values: what `type(x)` gives, and what `<class '…'>` says.

use super::{CURRENT_TASK, TASK, Table};
use crate::iterator_class::is_iterator_class;

/// Classes that neither the table of the library's nor that of iterators has.
const CLASSES: &str = "\
    NoneType NotImplementedType abc.ABC abc.ABCMeta bool builtin_function_or_method bytearray bytes \
    classmethod collections.Counter collections.OrderedDict collections.defaultdict collections.deque \
    complex dict dict_items dict_keys dict_values ellipsis enum.EnumType enumerate filter float \
    frozenset function generator int list map memoryview method object property range reversed set slice \
    staticmethod str super tuple type typing._ProtocolMeta zip";

/// Classes of `asyncio`: the word for their values, the module that Python shows with them, their name, and those of the
/// module that they are derived from.
const OF_ASYNCIO: [(&str, &str, &str, &[&str]); 12] = [
    ("AsyncQueue", "asyncio.queues", "Queue", &[]),
    ("AsyncLifoQueue", "asyncio.queues", "LifoQueue", &["asyncio.Queue"]),
    ("AsyncPriorityQueue", "asyncio.queues", "PriorityQueue", &["asyncio.Queue"]),
    ("Lock", "asyncio.locks", "Lock", &[]),
    ("Event", "asyncio.locks", "Event", &[]),
    ("Condition", "asyncio.locks", "Condition", &[]),
    ("Semaphore", "asyncio.locks", "Semaphore", &[]),
    ("BoundedSemaphore", "asyncio.locks", "BoundedSemaphore", &["asyncio.Semaphore"]),
    ("Timeout", "asyncio.timeouts", "Timeout", &[]),
    ("Handle", "asyncio.events", "Handle", &[]),
    (TASK, "_asyncio", "Task", &["asyncio.Future"]),
    (CURRENT_TASK, "_asyncio", "Task", &["asyncio.Future"]),
];

/// The name of a class of `asyncio` by the word for its values.
pub(super) fn asyncio_name(word: &str) -> Option<&'static str> {
    OF_ASYNCIO.iter().find(|class| class.0 == word).map(|class| class.2)
}

/// Whether values with this word are instances of a class of `asyncio`, by its path; `None` where the word is of none.
#[must_use]
pub fn is_of_asyncio(word: &str, path: &str) -> Option<bool> {
    let (.., name, bases) = OF_ASYNCIO.iter().find(|class| class.0 == word)?;
    Some(path.strip_prefix("asyncio.") == Some(name) || bases.contains(&path))
}

/// What `<class '…'>` says of a class, by the name that its values have or by its path; `None` where it is none.
#[must_use]
pub fn class_path(name: &str) -> Option<String> {
    if CLASSES.split(' ').any(|class| class == name) || is_iterator_class(name) {
        return Some(name.to_owned());
    }
    if let Some(class) = name.strip_prefix("asyncio.")
        && let Some((_, module, name, _)) = OF_ASYNCIO.iter().find(|known| known.2 == class)
    {
        return Some(format!("{module}.{name}"));
    }
    let native = Table::get().native(name.rsplit('.').next()?)?;
    let path = format!("{}.{}", native.module, native.name);
    (name == native.name || name == path).then_some(path)
}
