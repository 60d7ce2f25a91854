//! `str.__len__`, `complex.__add__`: special methods of builtin types, taken from the type as functions.
//!
//! They become functions of the program; those of complex numbers decline other operands by `NotImplemented`. Operators of
//! two values of one type are functions that inference knows (`operator_of_class` in `typeck`).
//! What a class calls of its own base is left to [`crate::rewrite::classes::base_call`], and an operator that a class of the program has as
//! well is left alone: an object may be of a class derived from the type.
//!
//! ```text
//! map(str.__len__, words)     def _str__len__(self, /): …
//!                             map(_str__len__, words)
//! ```
//!
//! Source: the language reference, 3.3; the messages of CPython 3.11.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprAttribute, ExprName, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// Operators that decline what is of another type.
const DECLINING: &[(&str, &str)] = &[
    ("__add__", "self + value"),
    ("__sub__", "self - value"),
    ("__mul__", "self * value"),
    ("__truediv__", "self / value"),
    ("__pow__", "self ** value"),
    ("__eq__", "self == value"),
    ("__ne__", "self != value"),
];

/// Types, what their operators take, and the operators of them that inference does not know as functions.
const TYPES: &[(&str, &str, &str)] = &[
    ("int", "int", "__neg__ __abs__"),
    ("float", "(int, float)", "__neg__ __abs__"),
    (
        "complex",
        "(int, float, complex)",
        "__add__ __sub__ __mul__ __truediv__ __pow__ __eq__ __ne__ __neg__ __abs__",
    ),
    ("str", "str", "__len__ __contains__ __getitem__"),
    ("list", "list", "__len__ __contains__ __getitem__"),
    ("tuple", "tuple", "__len__ __contains__ __getitem__"),
    ("set", "(set, frozenset)", "__len__ __contains__"),
    ("frozenset", "(set, frozenset)", "__len__ __contains__"),
    ("dict", "dict", "__len__ __contains__ __getitem__"),
];

/// Methods that take what they are given.
const OTHERS: &[(&str, &str, &str)] = &[
    ("__neg__", "self", "-self"),
    ("__abs__", "self", "abs(self)"),
    ("__len__", "self", "len(self)"),
    ("__contains__", "self, key", "key in self"),
    ("__getitem__", "self, key", "self[key]"),
];

/// The module's statements with such functions defined; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !TYPES.iter().any(|(name, ..)| source.contains(&format!("{name}.__"))) {
        return None;
    }
    let operators =
        Operators { source, bound: Bound::of(body), used: RefCell::default(), in_class: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| operators.visit_stmt(stmt));
    let used = operators.used.into_inner();
    if used.is_empty() {
        return None;
    }
    let n_first = out.iter().take_while(|stmt| is_head(stmt)).count();
    let defined: Vec<Stmt> = used.values().flat_map(|(text, range)| parsed(text, *range)).collect();
    out.splice(n_first..n_first, defined);
    Some(out)
}

struct Operators<'a> {
    source: &'a str,
    bound: Bound<'a>,
    /// The definitions, by their names, with the place of their first use.
    used: RefCell<BTreeMap<String, (String, TextRange)>>,
    in_class: Cell<bool>,
}

impl Operators<'_> {
    /// The type and the operator that an attribute names.
    fn operator(&self, attribute: &ExprAttribute) -> Option<(&'static str, &'static str, &'static str)> {
        let Expr::Name(of) = &*attribute.value else { return None };
        let &(ty, operands, methods) = TYPES.iter().find(|(name, ..)| *name == of.id.as_str())?;
        let method = methods.split(' ').find(|method| *method == attribute.attr.as_str())?;
        let is_free = self.bound.is_builtin(ty) && !self.source.contains(&format!("def {method}("));
        is_free.then_some((ty, operands, method))
    }
}

impl Transformer for Operators<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let was = self.in_class.get();
        self.in_class.set(was || stmt.is_class_def_stmt());
        walk_stmt(self, stmt);
        self.in_class.set(was);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        // `int.__add__(self, other)` in a class derived from `int`.
        if let Expr::Call(call) = expr
            && self.in_class.get()
            && matches!(&*call.func, Expr::Attribute(attribute) if self.operator(attribute).is_some())
        {
            call.arguments.args.iter_mut().for_each(|arg| self.visit_expr(arg));
            return;
        }
        walk_expr(self, expr);
        let Expr::Attribute(attribute) = expr else { return };
        let Some((ty, operands, method)) = self.operator(attribute) else { return };
        let (range, ctx) = (attribute.range(), attribute.ctx);
        let name = format!("_{ty}{method}");
        let text = definition(&name, (ty, operands), method);
        self.used.borrow_mut().entry(name.clone()).or_insert((text, range));
        *expr = Expr::Name(ExprName { range, node_index: AtomicNodeIndex::default(), id: name.into(), ctx });
    }
}

fn definition(name: &str, (ty, operands): (&str, &str), method: &str) -> String {
    let declining = DECLINING.iter().find(|(known, _)| *known == method);
    let other = OTHERS.iter().find(|(known, ..)| *known == method);
    let (params, value) = match (declining, other) {
        (Some((_, value)), _) => ("self, value", *value),
        (None, Some((_, params, value))) => (*params, *value),
        (None, None) => ("self", "self"),
    };
    let article = format!("descriptor '{method}' requires a '{ty}' object but received a");
    let declines = match declining {
        Some(_) => format!("    if not isinstance(value, {operands}):\n        return NotImplemented\n"),
        None => String::new(),
    };
    format!(
        "def {name}({params}, /):\n    if not isinstance(self, {ty}):\n        \
         raise TypeError(f\"{article} '{{type(self).__name__}}'\")\n{declines}    return {value}\n"
    )
}
