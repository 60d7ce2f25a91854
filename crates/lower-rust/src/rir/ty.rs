//! Types and paths.

use rustc_hash::FxHashSet;

/// A path to something outside the emitted file, or a name in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Path {
    /// An item of the emitted crate, a local, or a prelude name.
    Local(String),
    /// An item at the root of `portalis_rt`, imported by name: `List`, `int`.
    Rt(&'static str),
    /// `module::name` of `portalis_rt`; the module is imported: `int::floor_div`.
    RtIn(&'static str, String),
    /// `class` of `portalis_rt::exc`, imported by name.
    Exc(String),
    /// A path of `std`, imported by its last segment, but for its parent where that reads better (`fmt::Formatter`).
    Std(&'static str),
    /// `first::second` in the emitted crate: an associated function, a variant.
    Assoc(Box<Path>, String),
}

impl Path {
    /// A name in the emitted crate.
    #[must_use]
    pub fn local(name: impl Into<String>) -> Self {
        Path::Local(name.into())
    }

    /// `self::name`.
    #[must_use]
    pub fn assoc(self, name: impl Into<String>) -> Self {
        Path::Assoc(Box::new(self), name.into())
    }
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ty {
    /// `Path<args>`.
    Named(Path, Vec<Ty>),
    /// `(a, b)`; `()` where empty.
    Tuple(Vec<Ty>),
    /// `&T`.
    Ref(Box<Ty>),
    /// `&mut T`.
    RefMut(Box<Ty>),
    /// `&'static T`.
    RefStatic(Box<Ty>),
    /// `[T]`.
    Slice(Box<Ty>),
    /// `impl Iterator<Item = T>`.
    Iterator(Box<Ty>),
    /// `_`.
    Infer,
    /// `!`.
    Never,
    /// `Self`.
    SelfTy,
}

impl Ty {
    /// A type without arguments.
    #[must_use]
    pub fn path(path: Path) -> Self {
        Ty::Named(path, Vec::new())
    }

    /// A type of the prelude or the emitted crate.
    #[must_use]
    pub fn local(name: impl Into<String>) -> Self {
        Ty::path(Path::local(name))
    }

    /// A type of the runtime.
    #[must_use]
    pub fn rt(name: &'static str) -> Self {
        Ty::path(Path::Rt(name))
    }

    /// `()`.
    #[must_use]
    pub fn unit() -> Self {
        Ty::Tuple(Vec::new())
    }

    /// Adds the names of the emitted crate that it mentions to `out`.
    pub(crate) fn names(&self, out: &mut FxHashSet<String>) {
        match self {
            Ty::Named(path, args) => {
                if let Path::Local(name) = path {
                    out.insert(name.clone());
                }
                args.iter().for_each(|ty| ty.names(out));
            }
            Ty::Tuple(items) => items.iter().for_each(|ty| ty.names(out)),
            Ty::Ref(ty) | Ty::RefMut(ty) | Ty::RefStatic(ty) | Ty::Slice(ty) | Ty::Iterator(ty) => {
                ty.names(out);
            }
            Ty::Infer | Ty::Never | Ty::SelfTy => {}
        }
    }

    /// `Option<self>`.
    #[must_use]
    pub fn option(self) -> Self {
        Ty::Named(Path::local("Option"), vec![self])
    }

    /// `Result<self, Exception>`.
    #[must_use]
    pub fn result(self) -> Self {
        Ty::Named(Path::local("Result"), vec![self, Ty::rt("Exception")])
    }
}
