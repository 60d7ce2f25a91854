//! Attribute access that classes define themselves: methods for each name that the program uses.
//!
//! Names of attributes are written in the program, so `__setattr__`, `__delattr__` and `__getattr__` become one method a
//! name, in which the name is a constant. What they leave to `object` is a store that asks nobody.
//!
//! ```text
//! class P:                                    class P:
//!     def __setattr__(self, name, value):         def _setattr_x_(self, value):
//!         check(name, value)                          check("x", value)
//!         super().__setattr__(name, value)            self.(object.x) = value
//!     @x.deleter                                  def _delattr_x_(self):
//!     def x(self): …                                  …
//! ```
//!
//! Source: Language Reference, 3.3.2.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprAttribute, ExprContext, Identifier, Stmt, StmtAssign, StmtClassDef,
    StmtDelete, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::classes::descriptors::own;
use crate::rewrite::names::constant_names::{Constant, folded};
use crate::rewrite::quote::parsed;

/// Before the name of an attribute that is stored or deleted as `object` does it.
pub(crate) const RAW: &str = "object.";

/// Gives classes such methods.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    let words = ["__setattr__", "__delattr__", "__getattr__", ".deleter", "InitVar", "__get__", "__set__"];
    if !words.iter().any(|word| source.contains(word)) {
        return;
    }
    let mut finder = Finder(false);
    finder.visit_body(body);
    if !finder.0 {
        return;
    }
    let mut used = Used::default();
    used.visit_body(body);
    let inherited =
        used.classes.iter().map(|(name, def)| ((*name).to_owned(), used.inherited(def))).collect();
    let Used { read, stored, deleted, .. } = used;
    let classes = Classes { read, stored, deleted, inherited };
    body.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
}

/// Looks for a method, a deleter, a call or a store in `__dict__` that may have to be replaced.
struct Finder(bool);

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                self.0 |= matches!(def.name.as_str(), "__setattr__" | "__delattr__" | "__getattr__");
                let is_deleter =
                    |expr: &Expr| matches!(expr, Expr::Attribute(it) if it.attr.as_str() == "deleter");
                self.0 |= def.decorator_list.iter().any(|decorator| is_deleter(&decorator.expression));
            }
            Stmt::Assign(assign) => {
                self.0 |= matches!(assign.targets.as_slice(), [Expr::Subscript(item)]
                    if matches!(&*item.value, Expr::Attribute(dict) if dict.attr.as_str() == "__dict__"));
            }
            Stmt::Expr(only) => {
                self.0 |= matches!(&*only.value, Expr::Call(call) if matches!(&*call.func, Expr::Attribute(method)
                    if matches!(method.attr.as_str(), "__setattr__" | "__delattr__")));
            }
            _ => {}
        }
        if !self.0 {
            visit_stmt(self, stmt);
        }
    }

    // Only statements are replaced.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// What the program does with attributes, by their names; and its classes.
#[derive(Default)]
struct Used<'a> {
    read: BTreeSet<String>,
    stored: BTreeSet<String>,
    deleted: BTreeSet<String>,
    classes: BTreeMap<&'a str, &'a StmtClassDef>,
}

impl<'a> Visitor<'a> for Used<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            self.classes.insert(def.name.as_str(), def);
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) if !attribute.attr.starts_with("__") => {
                let names = match attribute.ctx {
                    ExprContext::Store => &mut self.stored,
                    ExprContext::Del => &mut self.deleted,
                    ExprContext::Load | ExprContext::Invalid => &mut self.read,
                };
                names.insert(attribute.attr.to_string());
                // `x.a += 1` reads, too.
                self.read.insert(attribute.attr.to_string());
            }
            Expr::Call(call) => {
                if let (Expr::Name(function), Some(Expr::StringLiteral(name))) =
                    (&*call.func, call.arguments.args.get(1))
                {
                    let name = name.value.to_str().to_owned();
                    match function.id.as_str() {
                        "getattr" => self.read.insert(name),
                        "setattr" => self.stored.insert(name),
                        "delattr" => self.deleted.insert(name),
                        _ => false,
                    };
                }
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

impl<'a> Used<'a> {
    fn inherited(&self, def: &'a StmtClassDef) -> Inherited {
        let bases = self.bases(def);
        let has = |method: &str| bases.iter().any(|base| own(base, method).is_some());
        Inherited { setattr: has("__setattr__"), delattr: has("__delattr__") }
    }

    /// The classes of the program that `of` derives from.
    fn bases(&self, of: &'a StmtClassDef) -> Vec<&'a StmtClassDef> {
        let mut all: Vec<&'a StmtClassDef> = Vec::new();
        let mut open = vec![of];
        while let Some(def) = open.pop() {
            for base in def.arguments.iter().flat_map(|arguments| arguments.args.iter()) {
                let Expr::Name(name) = base else { continue };
                let Some(base) = self.classes.get(name.id.as_str()) else { continue };
                // `class A(A)` derives from another class of that name.
                if !std::ptr::eq(*base, of) && !all.iter().any(|known| std::ptr::eq(*known, *base)) {
                    all.push(base);
                    open.push(base);
                }
            }
        }
        all
    }
}

/// What the program does with attributes, by their names, and what its classes inherit.
struct Classes {
    read: BTreeSet<String>,
    stored: BTreeSet<String>,
    deleted: BTreeSet<String>,
    inherited: BTreeMap<String, Inherited>,
}

/// Which of the methods a class inherits from others of the program.
#[derive(Clone, Copy, Default)]
struct Inherited {
    setattr: bool,
    delattr: bool,
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let Stmt::ClassDef(def) = stmt else { return walk_stmt(self, stmt) };
        let inherited = self.inherited.get(def.name.as_str()).copied().unwrap_or_default();
        let mut out = Vec::new();
        for mut stmt in std::mem::take(&mut def.body) {
            self.visit_stmt(&mut stmt);
            match self.methods_of(&stmt) {
                Some(methods) => out.extend(methods),
                None => out.push(stmt),
            }
        }
        for stmt in &mut out {
            if let Stmt::FunctionDef(method) = stmt
                && let Some(receiver) = receiver(method)
            {
                let raw = Raw { receiver, inherited };
                method.body.iter_mut().for_each(|stmt| raw.visit_stmt(stmt));
            }
        }
        def.body = out.into();
    }

    // No class stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

fn receiver(method: &StmtFunctionDef) -> Option<String> {
    let parameters = &method.parameters;
    let first = parameters.posonlyargs.iter().chain(&parameters.args).next()?;
    Some(first.parameter.name.to_string())
}

impl Classes {
    /// What stands for a method of a class; `None` for itself.
    fn methods_of(&self, stmt: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::FunctionDef(method) = stmt else { return None };
        if let [decorator] = &*method.decorator_list
            && let Expr::Attribute(attribute) = &decorator.expression
            && attribute.attr.as_str() == "deleter"
            && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == method.name.as_str())
        {
            let mut deleter = method.clone();
            deleter.decorator_list.clear();
            deleter.name = Identifier::new(format!("_delattr_{}_", method.name), method.name.range());
            return Some(vec![Stmt::FunctionDef(deleter)]);
        }
        let (names, stem, n_params, keeps) = match method.name.as_str() {
            "__setattr__" => (&self.stored, "setattr", 3, false),
            "__delattr__" => (&self.deleted, "delattr", 2, false),
            "__getattr__" => (&self.read, "getattr", 2, true),
            _ => return None,
        };
        let name = name_parameter(method, n_params)?;
        let mut out = Vec::new();
        for attribute in names {
            let mut one = method.clone();
            one.name = Identifier::new(format!("_{stem}_{attribute}_"), method.name.range());
            one.parameters.args.remove(1);
            let constant = Constant { parameter: &name, value: attribute };
            one.body = folded(one.body, &constant).into();
            out.push(Stmt::FunctionDef(one));
        }
        if keeps {
            out.push(stmt.clone());
        } else {
            // Names that are not known here are refused where they are set.
            out.extend(parsed(&format!("def _{stem}_attributes_(self):\n    pass\n"), method.name.range()));
        }
        Some(out)
    }
}

/// The parameter that is the name of the attribute, of a method that takes `n` plain ones and does not bind it again.
fn name_parameter(method: &StmtFunctionDef, n: usize) -> Option<String> {
    let parameters = &method.parameters;
    let is_plain = parameters.posonlyargs.is_empty()
        && parameters.kwonlyargs.is_empty()
        && parameters.vararg.is_none()
        && parameters.kwarg.is_none()
        && method.decorator_list.is_empty()
        && parameters.args.len() == n
        && parameters.args.iter().all(|with| with.default.is_none());
    let name = parameters.args.get(1)?.parameter.name.to_string();
    let mut stores = Stores { name: &name, found: false };
    stores.visit_body(&method.body);
    (is_plain && !stores.found).then_some(name)
}

struct Stores<'n> {
    name: &'n str,
    found: bool,
}

impl<'a> Visitor<'a> for Stores<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.id.as_str() == self.name
            && name.ctx != ExprContext::Load
        {
            self.found = true;
        }
        visit_expr(self, expr);
    }
}

/// Makes stores of what a method leaves to `object`.
struct Raw {
    receiver: String,
    inherited: Inherited,
}

impl Raw {
    fn attribute(&self, name: &str, ctx: ExprContext, range: TextRange) -> Option<Expr> {
        let Some(Stmt::Expr(receiver)) = parsed(&format!("{}\n", self.receiver), range).pop() else {
            return None;
        };
        Some(Expr::Attribute(ExprAttribute {
            node_index: AtomicNodeIndex::default(),
            range,
            value: receiver.value,
            attr: Identifier::new(format!("{RAW}{name}"), range),
            ctx,
        }))
    }

    /// The name and the value of `super().__setattr__("name", value)`, `object.__setattr__(self, "name", value)`; of
    /// `__delattr__` the name alone.
    fn call<'e>(&self, expr: &'e Expr) -> Option<(&'e str, String, Option<&'e Expr>)> {
        let Expr::Call(call) = expr else { return None };
        let Expr::Attribute(method) = &*call.func else { return None };
        let mut args = &*call.arguments.args;
        match &*method.value {
            Expr::Call(base) => {
                let is_super = matches!(&*base.func, Expr::Name(name) if name.id.as_str() == "super");
                if !is_super || !base.arguments.is_empty() {
                    return None;
                }
            }
            Expr::Name(base) if base.id.as_str() == "object" => {
                let (first, rest) = args.split_first()?;
                if !matches!(first, Expr::Name(name) if name.id.as_str() == self.receiver) {
                    return None;
                }
                args = rest;
            }
            _ => return None,
        }
        let (Expr::StringLiteral(name), rest) = args.split_first()? else { return None };
        let name = name.value.to_str().to_owned();
        match (method.attr.as_str(), rest) {
            ("__setattr__", [value]) => Some(("setattr", name, Some(value))),
            ("__delattr__", []) => Some(("delattr", name, None)),
            _ => None,
        }
    }
}

impl Transformer for Raw {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if matches!(stmt, Stmt::ClassDef(_) | Stmt::FunctionDef(_)) {
            return;
        }
        walk_stmt(self, stmt);
        let range = stmt.range();
        let node_index = AtomicNodeIndex::default();
        // `self.__dict__["name"] = value`.
        if let Stmt::Assign(assign) = stmt
            && let [Expr::Subscript(target)] = assign.targets.as_mut_slice()
            && let (Expr::Attribute(dict), Expr::StringLiteral(key)) = (&*target.value, &*target.slice)
            && dict.attr.as_str() == "__dict__"
            && matches!(&*dict.value, Expr::Name(name) if name.id.as_str() == self.receiver)
            && let Some(raw) = self.attribute(key.value.to_str(), ExprContext::Store, range)
        {
            assign.targets = vec![raw];
            return;
        }
        let Stmt::Expr(only) = &*stmt else { return };
        let Some((stem, name, value)) = self.call(&only.value) else { return };
        let is_super = !matches!(&*only.value, Expr::Call(call) if call.arguments.args.len() == 2 + usize::from(value.is_some()));
        let is_inherited = if stem == "setattr" { self.inherited.setattr } else { self.inherited.delattr };
        if is_super && is_inherited {
            let text = match value {
                Some(_) => format!("super()._{stem}_{name}_(None)\n"),
                None => format!("super()._{stem}_{name}_()\n"),
            };
            if let Some(Stmt::Expr(mut made)) = parsed(&text, range).pop() {
                if let (Expr::Call(call), Some(value)) = (&mut *made.value, value) {
                    call.arguments.args = vec![value.clone()].into();
                }
                *stmt = Stmt::Expr(made);
            }
            return;
        }
        let ctx = if value.is_some() { ExprContext::Store } else { ExprContext::Del };
        let Some(target) = self.attribute(&name, ctx, range) else { return };
        *stmt = match value {
            Some(value) => Stmt::Assign(StmtAssign {
                targets: vec![target],
                value: Box::new(value.clone()),
                range,
                node_index,
            }),
            None => Stmt::Delete(StmtDelete { targets: vec![target], range, node_index }),
        };
    }

    fn visit_expr(&self, expr: &mut Expr) {
        if !expr.is_lambda_expr() {
            walk_expr(self, expr);
        }
    }
}
