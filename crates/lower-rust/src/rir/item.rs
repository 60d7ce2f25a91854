//! Items.

use super::{Block, Expr, Path, Ty};

/// An item of a file.
#[derive(Clone, Debug)]
pub enum Item {
    /// `use path;` of a trait, for its methods.
    Use(Path),
    /// A function.
    Fn(Fn),
    /// A struct with named fields.
    Struct(Struct),
    /// An enum of one-field variants.
    Enum(Enum),
    /// An `impl`.
    Impl(Impl),
    /// `pub const NAME: ty = value;`.
    Const {
        /// Its name.
        name: String,
        /// Its type.
        ty: Ty,
        /// Its value.
        value: Expr,
    },
    /// `thread_local! { static NAME: ty = const { value }; }`, the `const` where it is one.
    ThreadLocal {
        /// Its name.
        name: String,
        /// A comment on what it is.
        doc: Option<String>,
        /// Its type.
        ty: Ty,
        /// Its value.
        value: Expr,
        /// Whether that is a constant.
        is_const: bool,
    },
    /// `path!(args, "text");` of the runtime, on types.
    Macro {
        /// The macro.
        path: &'static str,
        /// Its arguments.
        args: Vec<Ty>,
        /// The name of a class, last.
        text: Option<String>,
    },
    /// `path!(Name { A, B: unhashable "list" });` of the runtime, on an enum.
    Variants {
        /// The macro.
        path: &'static str,
        /// The enum.
        name: String,
        /// Its variants; with the class, where Python has no hash of it.
        variants: Vec<(String, Option<&'static str>)>,
    },
    /// `cyclic!(Name, Fields { attributes });` of the runtime: a class whose objects may be in cycles.
    Cyclic {
        /// The handle that it makes.
        name: String,
        /// The struct behind it.
        fields: String,
        /// The attributes through which they are.
        attributes: Vec<String>,
    },
    /// `portalis_rt::export! { import body; name(params) -> ret; … }`.
    Export {
        /// The module body, where it does anything.
        import: Option<String>,
        /// The functions.
        functions: Vec<Export>,
    },
}

/// A function that the host may call: its name, parameters and result.
pub type Export = (String, Vec<(String, Ty)>, Ty);

/// A function.
#[derive(Clone, Debug)]
pub struct Fn {
    /// Its name.
    pub name: String,
    /// The docstring.
    pub doc: Option<String>,
    /// Whether others see it.
    pub is_pub: bool,
    /// `&self` first.
    pub receiver: Receiver,
    /// Parameters.
    pub params: Vec<Param>,
    /// The result; `None` for `()`.
    pub ret: Option<Ty>,
    /// The body.
    pub body: Block,
    /// Lints that are the author's choice: `non_snake_case`, `clippy::too_many_arguments`.
    pub expects: Vec<&'static str>,
}

impl Fn {
    /// Whether it is a method.
    #[must_use]
    pub fn has_self(&self) -> bool {
        self.receiver != Receiver::None
    }
}

/// How a function takes the object whose method it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// It is none's.
    None,
    /// `&self`.
    Ref,
    /// `&mut self`.
    Mut,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Whether the body assigns it.
    pub is_mut: bool,
    /// Its type.
    pub ty: Ty,
}

/// A struct.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its name.
    pub name: String,
    /// The docstring.
    pub doc: Option<String>,
    /// Derived traits.
    pub derives: Vec<&'static str>,
    /// Fields.
    pub fields: Vec<(String, Ty)>,
}

/// An enum.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// What it is.
    pub doc: Option<String>,
    /// Derived traits.
    pub derives: Vec<&'static str>,
    /// Variants.
    pub variants: Vec<Variant>,
}

/// A variant.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// What it holds; `None` for nothing.
    pub ty: Option<Ty>,
}

/// An `impl` block.
#[derive(Clone, Debug)]
pub struct Impl {
    /// The trait, with its arguments.
    pub of: Option<(Path, Vec<Ty>)>,
    /// The type.
    pub ty: Ty,
    /// `type Name = Ty;`.
    pub assoc_types: Vec<(&'static str, Ty)>,
    /// `const NAME: Ty = value;`.
    pub consts: Vec<(String, Ty, Expr)>,
    /// Functions.
    pub fns: Vec<Fn>,
}
