//! The subclasses of `dict` of the module `collections`: a dict that knows what it is called.
//!
//! `defaultdict`, `Counter` and `OrderedDict` differ from `dict` in their text, `OrderedDict` also in `==` and in the
//! order that a program may change. What else they do is decided where they are used.
//! Source: the library reference, `collections`.

use std::fmt;
use std::rc::Rc;

use super::{Dict, Entry, Key};
use crate::exc::{Exception, KeyError, raised_or};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::output::trap;
use crate::show::{Repr, py};

/// Sorts the items of a `Counter` as its text shows them.
type ByCount<K, V> = fn(&mut Vec<(K, V)>);

/// A factory that only the run knows, of a `defaultdict`: a function with variables of its own.
type Factory<V> = Rc<dyn Fn() -> Result<V, Exception>>;

/// What a dict is, and the name of its class: a derived one has its own.
pub(super) enum Flavour<K, V> {
    /// `dict`.
    Plain,
    /// `defaultdict`, with the text of its factory.
    Default(&'static str, &'static str),
    /// One that holds its factory.
    Made(&'static str, &'static str, Factory<V>),
    /// `Counter`.
    Counter(&'static str, ByCount<K, V>),
    /// `OrderedDict`.
    Ordered(&'static str),
}

impl<K: 'static, V: 'static> Dict<K, V> {
    /// `type(self) is dict`.
    pub(super) fn is_plain(&self) -> bool {
        self.with(|table| matches!(table.flavour, Flavour::Plain))
    }

    /// Whether it is an `OrderedDict`.
    pub(super) fn is_ordered(&self) -> bool {
        self.with(|table| matches!(table.flavour, Flavour::Ordered(_)))
    }
}

impl<K, V> Clone for Flavour<K, V> {
    fn clone(&self) -> Self {
        match self {
            Flavour::Plain => Flavour::Plain,
            Flavour::Default(class, factory) => Flavour::Default(class, factory),
            Flavour::Made(class, text, factory) => Flavour::Made(class, text, factory.clone()),
            Flavour::Counter(class, sort) => Flavour::Counter(class, *sort),
            Flavour::Ordered(class) => Flavour::Ordered(class),
        }
    }
}

impl<K: Key, V: Item> Dict<K, V> {
    fn flavoured(self, flavour: Flavour<K, V>) -> Self {
        self.with(|table| table.flavour = flavour);
        self
    }

    /// This dict as a `dict`.
    #[must_use]
    pub fn into_plain(self) -> Self {
        self.flavoured(Flavour::Plain)
    }

    /// This dict as a `defaultdict`; `factory` is the text of what makes its values.
    #[must_use]
    pub fn into_default(self, factory: &'static str) -> Self {
        self.flavoured(Flavour::Default("defaultdict", factory))
    }

    /// This dict as a `defaultdict` that holds its factory.
    #[must_use]
    pub fn into_made(self, text: &'static str, factory: impl Fn() -> Result<V, Exception> + 'static) -> Self {
        self.flavoured(Flavour::Made("defaultdict", text, Rc::new(factory)))
    }

    /// This dict as an `OrderedDict`.
    #[must_use]
    pub fn into_ordered(self) -> Self {
        self.flavoured(Flavour::Ordered("OrderedDict"))
    }

    /// This dict as that of an object of a class derived from its own.
    #[must_use]
    pub fn named(self, class: &'static str) -> Self {
        self.with(|table| match &mut table.flavour {
            Flavour::Plain => {}
            Flavour::Default(name, _)
            | Flavour::Made(name, ..)
            | Flavour::Counter(name, _)
            | Flavour::Ordered(name) => *name = class,
        });
        self
    }

    /// This dict as a `Counter`.
    #[must_use]
    pub fn into_counter(self) -> Self
    where
        V: PartialOrd,
    {
        // The largest count first, the first of equals first; as it is where counts have no order.
        self.flavoured(Flavour::Counter("Counter", |items| {
            items.sort_by(|(_, a), (_, b)| b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal));
        }))
    }

    pub(super) fn flavour(&self) -> Flavour<K, V> {
        self.with(|table| table.flavour.clone())
    }

    raising_methods! {
        /// `self[key]` of a `defaultdict` that holds its factory.
        fn try_at_or_made / at_or_made(&self, key: &K) -> V {
            if !self.contains(key) {
                let Flavour::Made(_, _, factory) = self.flavour() else {
                    trap("a `defaultdict` whose factory is not known")
                };
                let made = factory()?;
                self.set(key.clone(), made);
            }
            self.try_at(key)
        }

        /// `OrderedDict.move_to_end(key)`.
        fn try_move_to_end / move_to_end(&self, key: &K) -> () { self.try_move_to(key, true) }

        /// `OrderedDict.move_to_end(key, last)`.
        fn try_move_to / move_to(&self, key: &K, last: bool) -> () {
            let Some(at) = self.find(Self::hash_of(key), key) else { return Err(raised_or(Exception::with_arg(KeyError, key))) };
            self.with(|table| {
                let Some(entry) = table.remove(at) else { return };
                if last {
                    table.push(entry.hash, entry.key, entry.value);
                } else {
                    table.entries.insert(0, Some(entry));
                    table.compact();
                }
            });
            Ok(())
        }

        /// `OrderedDict.popitem(last)`.
        fn try_popitem_at / popitem_at(&self, last: bool) -> (K, V) {
            let taken = self.with(|table| {
                let is_entry = |entry: &Option<Entry<K, V>>| entry.is_some();
                let at = if last {
                    table.entries.iter().rposition(is_entry)
                } else {
                    table.entries.iter().position(is_entry)
                };
                table.remove(at?)
            });
            match taken {
                Some(entry) => Ok((entry.key, entry.value)),
                None => Err(Exception::with_arg(KeyError, &"dictionary is empty")),
            }
        }
    }
}

impl<K: Key, V: Item + Repr> Dict<K, V> {
    /// The text, within what keeps it from going on for ever.
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.flavour() {
            Flavour::Plain => write_items(f, self.items().iter()),
            Flavour::Default(class, factory) | Flavour::Made(class, factory, _) => {
                write!(f, "{class}({factory}, ")?;
                write_items(f, self.items().iter())?;
                f.write_str(")")
            }
            Flavour::Counter(class, _) if self.is_empty() => write!(f, "{class}()"),
            Flavour::Counter(class, sort) => {
                let mut items: Vec<(K, V)> = self.items().iter().collect();
                sort(&mut items);
                write!(f, "{class}(")?;
                write_items(f, items.into_iter())?;
                f.write_str(")")
            }
            Flavour::Ordered(class) if self.is_empty() => write!(f, "{class}()"),
            Flavour::Ordered(class) => {
                write!(f, "{class}([")?;
                for (i, (key, value)) in self.items().iter().enumerate() {
                    let comma = if i > 0 { ", " } else { "" };
                    write!(f, "{comma}({:?}, {:?})", py(&key), py(&value))?;
                }
                f.write_str("])")
            }
        }
    }
}

fn write_items<K: Key, V: Item + Repr>(
    f: &mut fmt::Formatter<'_>,
    items: impl Iterator<Item = (K, V)>,
) -> fmt::Result {
    f.write_str("{")?;
    for (i, (key, value)) in items.enumerate() {
        let comma = if i > 0 { ", " } else { "" };
        write!(f, "{comma}{:?}: {:?}", py(&key), py(&value))?;
    }
    f.write_str("}")
}
