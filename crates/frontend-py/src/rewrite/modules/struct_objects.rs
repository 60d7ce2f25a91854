//! `HEADER = struct.Struct("<IHb")`: a format that has a name. What is asked of it are functions of the module with the
//! format itself, which says the types of what is unpacked.
//!
//! ```text
//! HEADER = struct.Struct("<IHb")          import struct as _struct
//! HEADER.unpack(data), HEADER.size        _struct.unpack("<IHb", data), _struct.calcsize("<IHb")
//! pair = struct.Struct(">BB").pack
//! pair(1, 2)                              _struct.pack(">BB", 1, 2)
//! ```

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Expr, ExprAttribute, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::quote::parsed;

/// The functions of the module with a format as their first argument.
const FUNCTIONS: &[&str] = &["pack", "unpack", "unpack_from", "iter_unpack"];

/// The module's statements with such formats written out; `None` where there is none, or where one is handed on.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("Struct(") || !source.contains("struct") {
        return None;
    }
    let bound = Bound::of(body);
    let local = imported(body, "struct", "Struct");
    let formats: Vec<Format> = body.iter().filter_map(|stmt| Format::of(stmt, &bound, local)).collect();
    if formats.is_empty() {
        return None;
    }
    let uses = Uses { formats: &formats, n_known: Cell::new(0), n_all: Cell::new(0) };
    uses.count(body);
    if uses.n_known != uses.n_all {
        return None;
    }
    let mut out = body.to_vec();
    for stmt in &mut out {
        match Format::of(stmt, &bound, local) {
            Some(_) => *stmt = parsed("import struct as _struct\n", stmt.range()).pop()?,
            None => uses.visit_stmt(stmt),
        }
    }
    Some(out)
}

/// A format with a name.
struct Format {
    name: String,
    format: Expr,
    /// Which of its functions the name stands for.
    function: Option<String>,
}

impl Format {
    /// `name = struct.Struct("…")` or `name = struct.Struct("…").pack`, where nothing else binds the name.
    fn of(stmt: &Stmt, bound: &Bound<'_>, local: Option<&str>) -> Option<Self> {
        let Stmt::Assign(assign) = stmt else { return None };
        let [Expr::Name(name)] = &*assign.targets else { return None };
        let (made, function) = match &*assign.value {
            Expr::Attribute(attribute) if FUNCTIONS.contains(&attribute.attr.as_str()) => {
                (&*attribute.value, Some(attribute.attr.to_string()))
            }
            value => (value, None),
        };
        let Expr::Call(call) = made else { return None };
        let [format @ Expr::StringLiteral(_)] = &*call.arguments.args else { return None };
        let is_its = bound.is_function(&call.func, local, "struct", "Struct")
            && call.arguments.keywords.is_empty()
            && bound.times(name.id.as_str()) == 1;
        is_its.then(|| Format { name: name.id.to_string(), format: format.clone(), function })
    }
}

struct Uses<'a> {
    formats: &'a [Format],
    /// How often one of the names is asked for something that is known.
    n_known: Cell<usize>,
    /// How often one of the names is read.
    n_all: Cell<usize>,
}

impl Uses<'_> {
    fn count(&self, body: &[Stmt]) {
        struct Counter<'a, 'u>(&'u Uses<'a>);
        impl<'a> Visitor<'a> for Counter<'_, '_> {
            fn visit_expr(&mut self, expr: &'a Expr) {
                match expr {
                    Expr::Name(name) if name.ctx.is_load() => {
                        let is_one = self.0.formats.iter().any(|format| format.name == name.id.as_str());
                        self.0.n_all.set(self.0.n_all.get() + usize::from(is_one));
                    }
                    Expr::Call(call) if self.0.function(&call.func).is_some() => {
                        self.0.n_known.set(self.0.n_known.get() + 1);
                    }
                    expr if self.0.constant(expr).is_some() => self.0.n_known.set(self.0.n_known.get() + 1),
                    _ => {}
                }
                visit_expr(self, expr);
            }
        }
        let mut counter = Counter(self);
        body.iter().for_each(|stmt| counter.visit_stmt(stmt));
    }

    fn attribute<'e>(&self, expr: &'e Expr) -> Option<(&Format, &'e ExprAttribute)> {
        let Expr::Attribute(attribute) = expr else { return None };
        let Expr::Name(name) = &*attribute.value else { return None };
        let is_it = |format: &&Format| format.function.is_none() && format.name == name.id.as_str();
        Some((self.formats.iter().find(is_it)?, attribute))
    }

    /// The format and the function of `HEADER.pack`, or of a name for that.
    fn function<'e>(&'e self, callee: &'e Expr) -> Option<(&'e Format, &'e str)> {
        if let Expr::Name(name) = callee {
            let is_it = |format: &&Format| format.name == name.id.as_str();
            let format = self.formats.iter().find(is_it)?;
            return Some((format, format.function.as_deref()?));
        }
        let (format, attribute) = self.attribute(callee)?;
        let name = attribute.attr.as_str();
        FUNCTIONS.contains(&name).then_some((format, name))
    }

    /// What stands for `HEADER.size` and `HEADER.format`.
    fn constant(&self, expr: &Expr) -> Option<Expr> {
        let (format, attribute) = self.attribute(expr)?;
        match attribute.attr.as_str() {
            "format" => Some(format.format.clone()),
            "size" => called("calcsize", format, &[], expr),
            _ => None,
        }
    }
}

/// `_struct.name(format, *args)` in the place of `at`.
fn called(name: &str, format: &Format, args: &[Expr], at: &Expr) -> Option<Expr> {
    let text = format!("_struct.{name}()\n");
    let Some(Stmt::Expr(only)) = parsed(&text, at.range()).pop() else { return None };
    let Expr::Call(mut made) = *only.value else { return None };
    made.arguments.args = std::iter::once(&format.format).chain(args).cloned().collect();
    Some(Expr::Call(made))
}

impl Transformer for Uses<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let made = match &*expr {
            Expr::Call(call) => self.function(&call.func).and_then(|(format, name)| {
                let Expr::Call(mut made) = called(name, format, &call.arguments.args, expr)? else {
                    return None;
                };
                made.arguments.keywords = call.arguments.keywords.clone();
                Some(Expr::Call(made))
            }),
            expr => self.constant(expr),
        };
        if let Some(made) = made {
            *expr = made;
        }
    }
}
