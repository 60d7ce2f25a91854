//! `types.SimpleNamespace`: a class for each set of attributes that some call gives.
//!
//! ```text
//! p = SimpleNamespace(x=1, y=2)       class _SimpleNamespace_1(SimpleNamespace):
//!                                         def __init__(self, *, x, y): …
//!                                     p = _SimpleNamespace_1(x=1, y=2)
//! ```
//!
//! What is given by a `**` stands for itself where it is a dict display; else the call stays, and is refused.

use std::cell::{Cell, RefCell};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprCall, ExprContext, Identifier, Keyword, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

const CLASS: &str = "SimpleNamespace";

/// What the classes that are written out begin with.
pub(crate) const PREFIX: &str = "_SimpleNamespace_";

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut local = None;
    let mut at = None;
    for (i, stmt) in body.iter().enumerate() {
        match stmt {
            Stmt::Import(import) if import.names.iter().any(|alias| alias.name.as_str() == "types") => {
                at = Some(i);
            }
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("types") => {
                let alias = import.names.iter().find(|alias| alias.name.as_str() == CLASS);
                if let Some(alias) = alias {
                    local = Some(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                    at = Some(i);
                }
            }
            _ => {}
        }
    }
    let at = at?;
    let bound = Bound::of(body);
    let writer = Writer {
        bound: &bound,
        local,
        base: RefCell::default(),
        known: RefCell::default(),
        is_changed: Cell::new(false),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
    if !writer.is_changed.get() {
        return None;
    }
    let base = writer.base.borrow();
    let mut stored = Stored::default();
    stored.visit_body(body);
    let known = writer.known.borrow();
    let classes: String =
        known.iter().enumerate().map(|(at, names)| class(at, names, &stored.0, &base)).collect();
    let range = body[at].range();
    out.splice(at + 1..at + 1, parsed(&classes, range));
    Some(out)
}

/// A class; what the program stores into objects later may be an attribute, too, as a method that nothing calls says.
fn class(at: usize, names: &[String], stored: &[String], base: &str) -> String {
    let mut text = format!("class {PREFIX}{at}({base}):\n    __module__ = \"types\"\n");
    match names {
        [] => text.push_str("    def __init__(self):\n        pass\n"),
        _ => text.push_str(&format!("    def __init__(self, *, {}):\n", names.join(", "))),
    }
    names.iter().for_each(|name| text.push_str(&format!("        self.{name} = {name}\n")));
    let late: Vec<&String> = stored.iter().filter(|name| !names.contains(name)).collect();
    if !late.is_empty() {
        text.push_str("    def _late(self):\n");
        late.iter().for_each(|name| text.push_str(&format!("        self.{name} = None\n")));
    }
    text
}

/// The attributes that are stored into other objects than `self`, in the order in which they first stand there.
#[derive(Default)]
struct Stored(Vec<String>);

impl<'a> Visitor<'a> for Stored {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx == ExprContext::Store
            && !matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "self")
            && !self.0.iter().any(|known| known == attribute.attr.as_str())
        {
            self.0.push(attribute.attr.to_string());
        }
        visit_expr(self, expr);
    }
}

struct Writer<'a> {
    bound: &'a Bound<'a>,
    /// What the class is imported as, if by itself.
    local: Option<&'a str>,
    /// What the program calls the class.
    base: RefCell<String>,
    /// The attributes that calls give, each set once.
    known: RefCell<Vec<Vec<String>>>,
    is_changed: Cell<bool>,
}

impl Writer<'_> {
    fn replace(&self, call: &mut ExprCall) {
        let is_class = self.bound.is_function(&call.func, self.local, "types", CLASS);
        if !is_class || !call.arguments.args.is_empty() {
            return;
        }
        let Some(keywords) = written(&call.arguments.keywords) else { return };
        let names: Vec<String> =
            keywords.iter().filter_map(|keyword| keyword.arg.as_ref().map(Identifier::to_string)).collect();
        let has_own = names.iter().any(|name| name.starts_with("__") || name == "self");
        let are_different = names.iter().enumerate().all(|(at, name)| !names[..at].contains(name));
        if has_own || !are_different {
            return;
        }
        *self.base.borrow_mut() = match &*call.func {
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(module) => format!("{}.{CLASS}", module.id),
                _ => return,
            },
            _ => self.local.unwrap_or(CLASS).to_owned(),
        };
        let mut known = self.known.borrow_mut();
        let at = known.iter().position(|other| *other == names).unwrap_or_else(|| {
            known.push(names);
            known.len() - 1
        });
        let Some(Stmt::Expr(name)) = parsed(&format!("{PREFIX}{at}"), call.func.range()).pop() else {
            return;
        };
        *call.func = *name.value;
        call.arguments.keywords = keywords.into();
        self.is_changed.set(true);
    }
}

/// The keywords of a call, with what a `**` of a display gives; `None` where some are not written there.
fn written(keywords: &[Keyword]) -> Option<Vec<Keyword>> {
    let mut out = Vec::new();
    for keyword in keywords {
        if keyword.arg.is_some() {
            out.push(keyword.clone());
            continue;
        }
        let Expr::Dict(display) = &keyword.value else { return None };
        for item in &display.items {
            let Some(Expr::StringLiteral(name)) = &item.key else { return None };
            let name = name.value.to_str();
            let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            if !is_name {
                return None;
            }
            let range = item.value.range();
            out.push(Keyword {
                arg: Some(Identifier::new(name, range)),
                value: item.value.clone(),
                range,
                node_index: AtomicNodeIndex::default(),
            });
        }
    }
    Some(out)
}

impl Transformer for Writer<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr {
            self.replace(call);
        }
    }
}
