//! Cells that hold one value: attributes ([`Field`]; [`LateField`] where one may be missing), captured variables
//! ([`Var`]), globals ([`Global`]), locals that may be unbound ([`Local`]).
//!
//! **Invariant:** no reference into a cell is alive while foreign code runs: values are cloned out ([`Item`] says that
//! cloning runs none), and old values are dropped after the cell holds the new one. None of the types is `Sync`.

use std::cell::UnsafeCell;
use std::fmt;

use crate::counted::Counted;
use crate::cycles::{Links, Payload};
use crate::exc::{Exception, NameError, UnboundLocalError, missing_attribute};
use crate::hash::PyHash;
use crate::item::Item;
use crate::output;
use crate::show::Repr;

/// One value that may be missing.
struct Slot<T>(UnsafeCell<Option<T>>);

impl<T: Item> Slot<T> {
    #[inline]
    fn get(&self) -> Option<T> {
        // SAFETY: see the module: the reference ends before this function does, and cloning runs no foreign code.
        unsafe { (*self.0.get()).clone() }
    }

    #[inline]
    fn replace(&self, value: Option<T>) -> Option<T> {
        // SAFETY: see the module: no other reference is alive, and the old value leaves before it is dropped.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }

    #[inline]
    fn is_set(&self) -> bool {
        // SAFETY: as above.
        unsafe { (*self.0.get()).is_some() }
    }

    /// Looks at its value, if it has one; `f` runs no code of the program.
    fn look(&self, f: impl FnOnce(&T)) {
        // SAFETY: as above.
        if let Some(value) = unsafe { &*self.0.get() } {
            f(value);
        }
    }
}

/// An attribute of a shared object: read and written by value.
pub struct Field<T>(UnsafeCell<T>);

/// An attribute of a shared object that may be missing.
pub struct LateField<T>(Slot<T>);

/// A global variable of the module, for `thread_local!`.
pub struct Global<T>(Slot<T>);

/// A local variable that may be unbound where it is read.
pub struct Local<T>(Slot<T>);

/// A captured variable: clones are the same variable.
pub struct Var<T: 'static>(Counted<Slot<T>>);

macro_rules! cell_methods {
    () => {
        /// Its value; a trap where it has none.
        #[inline]
        #[must_use]
        pub fn get(&self) -> T {
            match self.0.get() {
                Some(value) => value,
                None => unset(),
            }
        }

        /// Its value, as the attribute of a function.
        ///
        /// # Errors
        /// `AttributeError` where it has none.
        #[inline]
        pub fn try_attribute(&self, name: &str) -> Result<T, Exception> {
            self.0.get().ok_or_else(|| missing_attribute("function", name))
        }

        /// Its value, as the attribute of a function; ends the program with `AttributeError`.
        #[inline]
        #[must_use]
        pub fn attribute(&self, name: &str) -> T {
            self.try_attribute(name).unwrap_or_else(|error| error.uncaught())
        }

        /// `del function.name`.
        ///
        /// # Errors
        /// `AttributeError` where it is not set.
        pub fn try_delete_attribute(&self, name: &str) -> Result<(), Exception> {
            self.0.replace(None).map(drop).ok_or_else(|| missing_attribute("function", name))
        }

        /// Its value, if it has one.
        #[inline]
        #[must_use]
        pub fn peek(&self) -> Option<T> {
            self.0.get()
        }

        /// Binds it.
        #[inline]
        pub fn set(&self, value: T) {
            drop(self.0.replace(Some(value)));
        }

        /// Binds it and returns what it held before.
        #[inline]
        pub fn replace(&self, value: T) -> Option<T> {
            self.0.replace(Some(value))
        }

        /// Whether it has a value.
        #[inline]
        #[must_use]
        pub fn is_set(&self) -> bool {
            self.0.is_set()
        }

        /// `del`, where it has a value.
        #[inline]
        pub fn unset_it(&self) {
            drop(self.0.replace(None));
        }
    };
}

#[cold]
fn unset() -> ! {
    output::trap("a variable was read before it was bound")
}

impl<T: Item> Field<T> {
    /// An attribute with a value.
    pub const fn new(value: T) -> Self {
        Field(UnsafeCell::new(value))
    }

    /// Its value.
    #[inline]
    #[must_use]
    pub fn get(&self) -> T {
        // SAFETY: see the module: the reference ends before this function does, and cloning runs no foreign code.
        unsafe { (*self.0.get()).clone() }
    }

    /// Assigns it.
    #[inline]
    pub fn set(&self, value: T) {
        // SAFETY: see the module: no other reference is alive, and the old value leaves before it is dropped.
        drop(unsafe { std::mem::replace(&mut *self.0.get(), value) });
    }
}

impl<T> Field<T> {
    /// Looks at its value; `f` runs no code of the program.
    pub(crate) fn look(&self, f: impl FnOnce(&T)) {
        // SAFETY: see the module: `f` runs no foreign code, so the cell is not assigned meanwhile.
        f(unsafe { &*self.0.get() });
    }
}

impl<T: Item> LateField<T> {
    /// Looks at its value, if it has one; `f` runs no code of the program.
    pub(crate) fn look(&self, f: impl FnOnce(&T)) {
        self.0.look(f);
    }
}

impl<T: Item> LateField<T> {
    /// An attribute that is not assigned yet.
    #[must_use]
    pub const fn unset() -> Self {
        LateField(Slot(UnsafeCell::new(None)))
    }

    /// An attribute with a value.
    pub const fn new(value: T) -> Self {
        LateField(Slot(UnsafeCell::new(Some(value))))
    }

    cell_methods!();

    /// `object.attribute`.
    ///
    /// # Errors
    /// `AttributeError` where it is not assigned.
    #[inline]
    pub fn try_get(&self, class: &str, attribute: &str) -> Result<T, Exception> {
        self.0.get().ok_or_else(|| missing_attribute(class, attribute))
    }

    /// `object.attribute` that may be missing; ends the program with `AttributeError`.
    #[inline]
    #[must_use]
    pub fn get_or_end(&self, class: &str, attribute: &str) -> T {
        self.try_get(class, attribute).unwrap_or_else(|error| error.uncaught())
    }

    /// That `object.attribute` is assigned, where it is known to what.
    ///
    /// # Errors
    /// `AttributeError` where it is not assigned.
    pub fn try_check(&self, class: &str, attribute: &str) -> Result<(), Exception> {
        self.try_get(class, attribute).map(drop)
    }

    /// [`Self::try_check`]; ends the program.
    pub fn check(&self, class: &str, attribute: &str) {
        self.try_check(class, attribute).unwrap_or_else(|error| error.uncaught());
    }

    /// `del object.attribute`.
    ///
    /// # Errors
    /// `AttributeError` where it is not assigned.
    pub fn try_delete(&self, class: &str, attribute: &str) -> Result<(), Exception> {
        self.0.replace(None).map(drop).ok_or_else(|| missing_attribute(class, attribute))
    }

    /// `del object.attribute` of a slot.
    ///
    /// # Errors
    /// `AttributeError: attribute` where it is not assigned.
    pub fn try_delete_slot(&self, attribute: &str) -> Result<(), Exception> {
        match self.0.replace(None) {
            Some(_) => Ok(()),
            None => Err(Exception::new(crate::exc::AttributeError, attribute.to_owned())),
        }
    }
}

/// `name 'x' is not defined`.
#[cold]
fn not_defined(name: &str) -> Exception {
    Exception::new(NameError, format!("name '{name}' is not defined"))
}

impl<T: Item> Global<T> {
    /// A global that is not assigned yet.
    #[must_use]
    pub const fn unset() -> Self {
        Global(Slot(UnsafeCell::new(None)))
    }

    /// A global with a value.
    pub const fn new(value: T) -> Self {
        Global(Slot(UnsafeCell::new(Some(value))))
    }

    cell_methods!();

    /// Its value.
    ///
    /// # Errors
    /// `NameError` where it has none.
    #[inline]
    pub fn try_get(&self, name: &str) -> Result<T, Exception> {
        self.0.get().ok_or_else(|| not_defined(name))
    }

    /// Its value; ends the program with `NameError`.
    #[inline]
    #[must_use]
    pub fn get_or_end(&self, name: &str) -> T {
        self.try_get(name).unwrap_or_else(|error| error.uncaught())
    }

    /// `del name`.
    ///
    /// # Errors
    /// `NameError` where it has no value.
    pub fn try_delete(&self, name: &str) -> Result<(), Exception> {
        self.0.replace(None).map(drop).ok_or_else(|| not_defined(name))
    }
}

/// `cannot access local variable 'x' where it is not associated with a value`.
#[cold]
fn unbound(name: &str) -> Exception {
    let message = format!("cannot access local variable '{name}' where it is not associated with a value");
    Exception::new(UnboundLocalError, message)
}

/// `cannot access free variable 'x' where it is not associated with a value in enclosing scope`.
#[cold]
fn unbound_outside(name: &str) -> Exception {
    let what = "where it is not associated with a value in enclosing scope";
    Exception::new(NameError, format!("cannot access free variable '{name}' {what}"))
}

impl<T: Item> Local<T> {
    /// A local that is not bound yet.
    #[must_use]
    pub const fn unset() -> Self {
        Local(Slot(UnsafeCell::new(None)))
    }

    /// A local with a value.
    pub const fn new(value: T) -> Self {
        Local(Slot(UnsafeCell::new(Some(value))))
    }

    cell_methods!();

    /// Its value.
    ///
    /// # Errors
    /// `UnboundLocalError` where it has none.
    #[inline]
    pub fn try_get(&self, name: &str) -> Result<T, Exception> {
        self.0.get().ok_or_else(|| unbound(name))
    }

    /// Its value; ends the program with `UnboundLocalError`.
    #[inline]
    #[must_use]
    pub fn get_or_end(&self, name: &str) -> T {
        self.try_get(name).unwrap_or_else(|error| error.uncaught())
    }

    /// `del name`.
    ///
    /// # Errors
    /// `UnboundLocalError` where it has no value.
    pub fn try_delete(&self, name: &str) -> Result<(), Exception> {
        self.0.replace(None).map(drop).ok_or_else(|| unbound(name))
    }
}

impl<T: Item> Var<T> {
    /// A variable that is not bound yet.
    #[must_use]
    pub fn unset() -> Self {
        Var(Counted::new(Slot(UnsafeCell::new(None))))
    }

    /// A variable with a value.
    pub fn new(value: T) -> Self {
        Var(Counted::new(Slot(UnsafeCell::new(Some(value)))))
    }

    /// Which variable it is.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }

    cell_methods!();

    /// Its value, read by the inner function.
    ///
    /// # Errors
    /// `NameError` where it has none.
    #[inline]
    pub fn try_get(&self, name: &str) -> Result<T, Exception> {
        self.0.get().ok_or_else(|| unbound_outside(name))
    }

    /// Its value, read by the function that owns it.
    ///
    /// # Errors
    /// `UnboundLocalError` where it has none.
    #[inline]
    pub fn try_get_local(&self, name: &str) -> Result<T, Exception> {
        self.0.get().ok_or_else(|| unbound(name))
    }

    /// Its value, read by the function that owns it; ends the program with `UnboundLocalError`.
    #[inline]
    #[must_use]
    pub fn get_local_or_end(&self, name: &str) -> T {
        self.try_get_local(name).unwrap_or_else(|error| error.uncaught())
    }

    /// Its value, read by the inner function; ends the program with `NameError`.
    #[inline]
    #[must_use]
    pub fn get_or_end(&self, name: &str) -> T {
        self.try_get(name).unwrap_or_else(|error| error.uncaught())
    }
}

impl<T: 'static> Clone for Var<T> {
    fn clone(&self) -> Self {
        Var(self.0.clone())
    }
}

/// Functions made by one `def` are told apart by their variables: which ones they are, not what they hold.
impl<T: 'static> PartialEq for Var<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }
}

impl<T: 'static> Eq for Var<T> {}

impl<T: 'static> PyHash for Var<T> {
    fn py_hash(&self) -> i64 {
        (self.0.address() >> 4) as i64
    }
}

/// Part of what shows a function in messages.
impl<T: 'static> Repr for Var<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<cell at {:#x}>", self.0.address())
    }
}

// SAFETY: counts a reference.
unsafe impl<T: Item> Item for Var<T> {
    #[inline]
    fn trace(&self, links: &mut Links) {
        links.container(&self.0);
    }
}

impl<T: Item> Payload for Slot<T> {
    fn trace(&self, links: &mut Links) {
        self.look(|value| value.trace(links));
    }
}
