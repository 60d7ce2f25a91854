//! `isinstance(x, P)` of a protocol under `@runtime_checkable`: whether the object has the attributes of the protocol.
//!
//! Only where nothing else is done with the class: a protocol that is handed on or matched keeps its decorator, which is
//! refused, as does one with data that `issubclass` is asked about, where CPython raises.
//!
//! ```text
//! @runtime_checkable                    class Drawable(Protocol):
//! class Drawable(Protocol):                 def draw(self) -> str: …
//!     def draw(self) -> str: …
//!
//! isinstance(shape, Drawable)           (hasattr(shape, "draw"))
//! ```
//!
//! Source: the library reference, `typing.runtime_checkable`; PEP 544.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as replace_in, walk_stmt as replace_below,
};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

pub(super) const DECORATOR: &str = "runtime_checkable";

/// The module's statements with such questions written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    if !bound.is_builtin("isinstance") || !bound.is_builtin("hasattr") {
        return None;
    }
    let mut protocols = Protocols::default();
    for stmt in body {
        if let Stmt::ClassDef(def) = stmt
            && bound.times(def.name.as_str()) == 1
        {
            protocols.add(def);
        }
    }
    // `None` in place of a method means that there is none.
    let may_be_none = |name: &String| source.contains(&format!("{name} = None"));
    protocols.checked.retain(|_, attributes| !attributes.is_empty() && !attributes.iter().any(may_be_none));
    let mut others = Others { protocols: &protocols, found: BTreeSet::new() };
    others.visit_body(body);
    let found = others.found;
    protocols.checked.retain(|name, _| !found.contains(name));
    if protocols.checked.is_empty() {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| protocols.visit_stmt(stmt));
    Some(out)
}

#[derive(Default)]
struct Protocols {
    /// The attributes of all protocols, data and methods.
    members: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>,
    /// The attributes of those that `isinstance` may be asked about.
    checked: BTreeMap<String, BTreeSet<String>>,
}

impl Protocols {
    fn add(&mut self, def: &StmtClassDef) {
        let is_protocol = def.bases().iter().any(|base| last_name(base) == Some("Protocol"));
        if !is_protocol {
            return;
        }
        let (mut data, mut methods) = (BTreeSet::new(), BTreeSet::new());
        for base in def.bases() {
            if let Some((more_data, more_methods)) = last_name(base).and_then(|name| self.members.get(name)) {
                data.extend(more_data.iter().cloned());
                methods.extend(more_methods.iter().cloned());
            }
        }
        for stmt in &def.body {
            match stmt {
                Stmt::FunctionDef(method) if !matches!(method.name.as_str(), "__init__" | "__new__") => {
                    methods.insert(method.name.to_string());
                }
                Stmt::AnnAssign(assign) => data.extend(last_name(&assign.target).map(str::to_owned)),
                Stmt::Assign(assign) => {
                    data.extend(assign.targets.iter().filter_map(last_name).map(str::to_owned));
                }
                _ => {}
            }
        }
        let name = def.name.to_string();
        if def.decorator_list.iter().any(|decorator| last_name(&decorator.expression) == Some(DECORATOR)) {
            self.checked.insert(name.clone(), data.union(&methods).cloned().collect());
        }
        self.members.insert(name, (data, methods));
    }

    fn is_checked(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if self.checked.contains_key(name.id.as_str()))
    }

    /// The classes that a call of `isinstance` names, where some are such protocols.
    fn asked<'c>(&self, call: &'c ExprCall) -> Option<(&'c Expr, &'c [Expr])> {
        let is_its = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "isinstance");
        let asks_class = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "issubclass");
        if asks_class && call.arguments.keywords.is_empty() {
            let [value, class] = &*call.arguments.args else { return None };
            let has_data = |name: &str| self.members.get(name).is_none_or(|(data, _)| !data.is_empty());
            let is_asked =
                matches!(class, Expr::Name(name) if self.is_checked(class) && !has_data(name.id.as_str()));
            return is_asked.then(|| (value, std::slice::from_ref(class)));
        }
        let [value, classes] = &*call.arguments.args else { return None };
        if !is_its || !call.arguments.keywords.is_empty() {
            return None;
        }
        let classes = match classes {
            Expr::Tuple(tuple) => tuple.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        classes.iter().any(|class| self.is_checked(class)).then_some((value, classes))
    }

    /// `hasattr(value, "a") and …`.
    fn question(&self, class: &Expr, value: &str) -> String {
        let Expr::Name(name) = class else { return "False".to_owned() };
        let attributes = self.checked.get(name.id.as_str()).into_iter().flatten();
        let asked: Vec<String> = attributes.map(|name| format!("hasattr({value}, \"{name}\")")).collect();
        asked.join(" and ")
    }
}

/// `P` of `P`, `typing.P` and `P[T]`.
pub(crate) fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        Expr::Subscript(subscript) => last_name(&subscript.value),
        _ => None,
    }
}

/// The protocols that are used as more than what `isinstance` is asked about.
struct Others<'p> {
    protocols: &'p Protocols,
    found: BTreeSet<String>,
}

impl<'a> Visitor<'a> for Others<'_> {
    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let Stmt::ClassDef(def) = stmt else { return walk_stmt(self, stmt) };
        let is_protocol = def.bases().iter().any(|base| last_name(base) == Some("Protocol"));
        for base in def.bases() {
            let members = last_name(base).and_then(|name| self.protocols.members.get(name));
            match members {
                // What derives from it has the methods, and is one without the data.
                Some((data, _)) if is_protocol || data.is_empty() => {}
                _ => self.visit_expr(base),
            }
        }
        def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
        self.visit_body(&def.body);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) if let Some((value, classes)) = self.protocols.asked(call) => {
                self.visit_expr(value);
                let is_checked = |class: &&Expr| self.protocols.is_checked(class);
                let rest: Vec<&Expr> = classes.iter().filter(|class| !is_checked(class)).collect();
                rest.into_iter().for_each(|class| self.visit_expr(class));
            }
            Expr::Name(name) if self.protocols.is_checked(expr) => {
                self.found.insert(name.id.to_string());
            }
            expr => walk_expr(self, expr),
        }
    }
}

impl Transformer for Protocols {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        replace_below(self, stmt);
        if let Stmt::ClassDef(def) = stmt
            && self.checked.contains_key(def.name.as_str())
        {
            def.decorator_list.retain(|decorator| last_name(&decorator.expression) != Some(DECORATOR));
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        replace_in(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let Some((value, classes)) = self.asked(call) else { return };
        let held = match value {
            Expr::Name(name) => name.id.to_string(),
            _ => "_value".to_owned(),
        };
        let mut tests: Vec<String> = classes
            .iter()
            .filter(|class| self.is_checked(class))
            .map(|class| format!("({})", self.question(class, &held)))
            .collect();
        let rest: Vec<Expr> = classes.iter().filter(|class| !self.is_checked(class)).cloned().collect();
        if !rest.is_empty() {
            tests.insert(0, format!("isinstance({held}, ())"));
        }
        let test = tests.join(" or ");
        let is_name = value.is_name_expr();
        let text = if is_name { format!("({test})\n") } else { format!("(lambda _value: {test})(0)\n") };
        let Some(Stmt::Expr(only)) = parsed(&text, call.range()).into_iter().next() else { return };
        let mut made = *only.value;
        Rest(&rest).visit_expr(&mut made);
        if let (Expr::Call(made), false) = (&mut made, is_name) {
            made.arguments.args = Box::from([value.clone()]);
        }
        *expr = made;
    }
}

/// Puts the other classes into `isinstance(x, ())`.
struct Rest<'r>(&'r [Expr]);

impl Transformer for Rest<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        if let Expr::Tuple(tuple) = expr
            && tuple.elts.is_empty()
        {
            tuple.elts = self.0.to_vec();
            return;
        }
        replace_in(self, expr);
    }
}
