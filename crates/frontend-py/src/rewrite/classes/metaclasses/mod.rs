//! Metaclasses of the program: what `__new__` and `__init__` do with each class that is made, and what `__call__` does
//! where one is called.
//!
//! The classes that have one are known from the text. What looks at a class as it is made is a function that is called after
//! the class statement; `__call__` is a class method that stands for calls of the class, and tables by class are one for
//! each. A metaclass that does more than that, or that is used as a value, is left alone, and refused.
//!
//! ```text
//! class Meta(type):                                class Meta:
//!     known = {}                                       known = {}
//!     def __new__(mcs, name, bases, namespace):
//!         cls = super().__new__(                   def _Meta_new(cls, name):
//!             mcs, name, bases, namespace)             Meta.known[name] = cls
//!         mcs.known[name] = cls
//!         return cls
//! class Base(metaclass=Meta): …                    class Base: …
//!                                                  _Meta_new(Base, "Base")
//! class One(type):
//!     made = {}                                    class Thing:
//!     def __call__(cls, *args):                        made = {}
//!         if cls not in cls.made:                      @classmethod
//!             cls.made[cls] = \                        def _call_(cls, *args):
//!                 super().__call__(*args)                  if cls not in cls.made:
//!         return cls.made[cls]                                 cls.made[cls] = cls(*args)
//! class Thing(metaclass=One): …                            return cls.made[cls]
//! Thing()                                          Thing._call_()
//! ```
//!
//! Source: Data Model, 3.3.3 *Customizing class creation*, 3.3.6 for `__call__`.

mod called;
mod family;
mod made;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprContext, ExprName, Identifier, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::Ranged;

use self::family::Family;
use super::new_method::is_name;
use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements without the metaclasses that can be written out; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let names: Vec<String> = body
        .iter()
        .filter_map(Stmt::as_class_def_stmt)
        .filter(|def| is_metaclass(def))
        .map(|def| def.name.to_string())
        .collect();
    let mut out = None;
    for name in names {
        if let Some(rewritten) = without(out.as_deref().unwrap_or(body), &name) {
            out = Some(rewritten);
        }
    }
    out
}

/// `class Meta(type)`, `class Meta(ABCMeta)`.
fn is_metaclass(def: &StmtClassDef) -> bool {
    let [base] = def.bases() else { return false };
    let is_known = match base {
        Expr::Name(name) => matches!(name.id.as_str(), "type" | "ABCMeta"),
        Expr::Attribute(attribute) => attribute.attr.as_str() == "ABCMeta",
        _ => false,
    };
    is_known && def.keywords().is_empty() && def.decorator_list.is_empty()
}

/// A metaclass, taken apart.
struct Meta<'a> {
    name: &'a str,
    /// What it holds itself, by name.
    attributes: BTreeMap<&'a str, &'a Expr>,
    makers: Vec<&'a StmtFunctionDef>,
    call: Option<&'a StmtFunctionDef>,
    /// What its classes can be asked for.
    methods: Vec<&'a StmtFunctionDef>,
    /// Its class methods and static methods, which it is asked for itself.
    own: BTreeSet<&'a str>,
}

impl<'a> Meta<'a> {
    fn of(def: &'a StmtClassDef) -> Option<Self> {
        let mut meta = Meta {
            name: def.name.as_str(),
            attributes: BTreeMap::new(),
            makers: Vec::new(),
            call: None,
            methods: Vec::new(),
            own: BTreeSet::new(),
        };
        for stmt in &def.body {
            match stmt {
                Stmt::Assign(assign) => {
                    let [Expr::Name(name)] = assign.targets.as_slice() else { return None };
                    meta.attributes.insert(name.id.as_str(), &assign.value);
                }
                Stmt::AnnAssign(assign) => {
                    let (Expr::Name(name), Some(value)) = (&*assign.target, &assign.value) else {
                        return None;
                    };
                    meta.attributes.insert(name.id.as_str(), value);
                }
                Stmt::FunctionDef(method) if method.decorator_list.is_empty() => match method.name.as_str() {
                    "__new__" | "__init__" => meta.makers.push(method),
                    "__call__" => meta.call = Some(method),
                    name if name.starts_with("__") => return None,
                    _ => meta.methods.push(method),
                },
                Stmt::FunctionDef(method) if is_its_own(method) => {
                    meta.own.insert(method.name.as_str());
                }
                Stmt::Expr(only) if only.value.is_string_literal_expr() => {}
                Stmt::Pass(_) => {}
                _ => return None,
            }
        }
        // A class is made by the one before it is given to the other.
        meta.makers.sort_by_key(|method| method.name.as_str() == "__init__");
        Some(meta)
    }
}

/// A class method or static method, by the decorator.
fn is_its_own(method: &StmtFunctionDef) -> bool {
    matches!(&*method.decorator_list, [decorator]
        if is_name(&decorator.expression, "classmethod") || is_name(&decorator.expression, "staticmethod"))
}

/// The module's statements without one metaclass; `None` where it does what cannot be told.
fn without(body: &[Stmt], name: &str) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let def = body.iter().filter_map(Stmt::as_class_def_stmt).find(|def| def.name.as_str() == name)?;
    let meta = Meta::of(def)?;
    let family = Family::of(body, name, &bound)?;
    let called = match meta.call {
        Some(call) => Some(called::Called::of(&meta, call, body, &family)?),
        None => None,
    };
    // What stays with the metaclass is asked of it, through whatever class.
    let shared: BTreeSet<&str> = meta
        .attributes
        .keys()
        .copied()
        .filter(|name| called.as_ref().is_none_or(|called| !called.holds(name)))
        .collect();
    if family::stores(body, &shared, name) {
        return None;
    }
    if family::is_read(body, &meta.own, name) {
        return None;
    }
    let mut functions = Vec::new();
    let mut makers = Vec::new();
    for maker in &meta.makers {
        if let Some(made) = made::Made::of(name, maker)? {
            if called.is_some() && made.keeps_the_class
                || made.founded.iter().any(|name| family.defines(name) || shared.contains(name.as_str()))
            {
                return None;
            }
            functions.push(Stmt::FunctionDef(made.function.clone()));
            makers.push(made);
        }
    }
    let mut members: Vec<Stmt> = Vec::new();
    for method in &meta.methods {
        if family.defines(method.name.as_str()) {
            return None;
        }
        members.push(class_method(method));
    }
    if let Some(called) = &called {
        members.push(class_method(&called.method));
    }
    let mut kept = def.clone();
    kept.arguments = None;
    kept.body.retain(|stmt| stmt.as_function_def_stmt().is_none_or(is_its_own));
    if kept.body.is_empty() {
        kept.body = parsed("pass\n", def.name.range()).into();
    }
    let mut out = Vec::new();
    for stmt in body {
        match stmt {
            Stmt::ClassDef(def) if def.name.as_str() == name => {
                out.push(Stmt::ClassDef(kept.clone()));
                out.append(&mut functions);
            }
            stmt => out.push(stmt.clone()),
        }
    }
    let base =
        def.bases().first().filter(|base| !matches!(base, Expr::Name(name) if name.id.as_str() == "type"));
    let classes = family::Classes { family: &family, meta: name, base, members: &members, makers: &makers };
    classes.rewrite(&mut out, called.as_ref())?;
    let mut receivers: BTreeSet<&str> = makers.iter().map(|made| made.class.as_str()).collect();
    receivers.insert("cls");
    let methods = meta.methods.iter().copied().chain(meta.call);
    receivers
        .extend(methods.filter_map(|method| Some(method.parameters.args.first()?.parameter.name.as_str())));
    let sharing = Sharing {
        meta: name,
        receivers: &receivers,
        classes: &family,
        attributes: &shared,
        within: Cell::new(false),
    };
    out.iter_mut().for_each(|stmt| sharing.visit_stmt(stmt));
    if let Some(called) = &called {
        let calls = called::Calls { family: &family, within: called };
        out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    }
    Some(out)
}

/// A method of the metaclass as one of its classes.
fn class_method(method: &StmtFunctionDef) -> Stmt {
    let mut method = method.clone();
    let helper = parsed("@classmethod\ndef f(cls):\n    pass\n", method.name.range).pop();
    if let Some(Stmt::FunctionDef(helper)) = helper {
        method.decorator_list = helper.decorator_list;
    }
    Stmt::FunctionDef(method)
}

/// `cls.known` is `Meta.known` where no class has its own.
struct Sharing<'a> {
    meta: &'a str,
    /// What the classes are called in methods and functions that are given them.
    receivers: &'a BTreeSet<&'a str>,
    classes: &'a Family,
    attributes: &'a BTreeSet<&'a str>,
    /// Inside of one of the classes, or a function of the metaclass.
    within: Cell<bool>,
}

impl Transformer for Sharing<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let outer = self.within.get();
        match stmt {
            Stmt::ClassDef(def) => self.within.set(self.classes.contains(def.name.as_str())),
            Stmt::FunctionDef(def) if def.name.starts_with(&format!("_{}_", self.meta)) => {
                self.within.set(true)
            }
            _ => {}
        }
        walk_stmt(self, stmt);
        self.within.set(outer);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Attribute(attribute) = expr else { return };
        if !self.attributes.contains(attribute.attr.as_str()) {
            return;
        }
        if let Expr::Name(of) = &mut *attribute.value
            && (self.within.get() && self.receivers.contains(of.id.as_str())
                || self.classes.contains(of.id.as_str()))
        {
            of.id = self.meta.into();
        }
    }
}

fn name_expr(name: &str, at: &impl Ranged) -> Expr {
    Expr::Name(ExprName {
        node_index: AtomicNodeIndex::default(),
        range: at.range(),
        id: name.into(),
        ctx: ExprContext::Load,
    })
}

/// `super()`, `super(Meta, receiver)`, `type`: what a metaclass asks to do what it is for.
fn is_type(expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => is_name(&call.func, "super"),
        expr => is_name(expr, "type"),
    }
}

fn identifier(name: &str, at: &impl Ranged) -> Identifier {
    Identifier::new(name, at.range())
}
