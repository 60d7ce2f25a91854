//! The order in which objects get their attributes, where only the run knows it: each store is noted in the object.
//!
//! ```text
//! class P:                                class P:
//!     def __init__(self, x):                  _attribute_order_ = ""
//!         self.x = x                          def __init__(self, x):
//! p.y = 2                                         self.x = x
//! vars(p)                                         _note_attributes(self, "x")
//!                                         p.y = 2
//!                                         _note_attributes(p, "y")
//!                                         p._instance_dict_()
//! ```
//!
//! Source: Language Reference, 3.3.2, and the order that `dict` keeps.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::helpers::any_over_expr;
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use super::instance_dict::{METHOD, PLAIN_BASES, bound_in, mangled};
use crate::rewrite::blocks::blocks_mut;
use crate::rewrite::quote::parsed;

/// What keeps the names, one after another.
const ORDER: &str = "_attribute_order_";

const HELPERS: &str = "def _note_attributes(value, names):
    if not isinstance(value, type) and hasattr(value, '_attribute_order_'):
        for name in names.split():
            if name not in value._attribute_order_.split():
                value._attribute_order_ += name + ' '


def _forget_attribute(value, forgotten):
    if not isinstance(value, type) and hasattr(value, '_attribute_order_'):
        names = value._attribute_order_.split()
        value._attribute_order_ = ''.join([name + ' ' for name in names if name != forgotten])
";

/// Names of what decides otherwise how an attribute is stored.
const DECIDING: [&str; 4] = ["__setattr__", "__delattr__", "__getattr__", "__getattribute__"];

/// The classes of a module whose objects keep the order of their attributes.
pub(super) struct Noted {
    /// What objects of each class and of those related to it are given, in order of writing.
    names: BTreeMap<String, Vec<String>>,
    /// The classes, and those that they derive from.
    related: BTreeSet<String>,
    /// The classes for which this has to be done, and cannot.
    pub(super) refused: BTreeSet<String>,
}

/// What is known of the attributes of a class without a run.
pub(super) struct Told {
    pub(super) names: BTreeSet<String>,
    /// Those that an object may lack, or get after its `__init__`.
    pub(super) unsure: BTreeSet<String>,
}

impl Noted {
    /// The classes for which this can be done: those of which it is not `known` what their `__init__` assigns, and all others
    /// where objects are given more than any class assigns.
    pub(super) fn of(source: &str, body: &[Stmt], known: &BTreeMap<String, Option<Told>>) -> Self {
        let mut found = Found::default();
        found.visit_body(body);
        let mut noted = Noted { names: BTreeMap::new(), related: BTreeSet::new(), refused: BTreeSet::new() };
        let deletes_by_name = source.contains("delattr(");
        let own: BTreeSet<&String> =
            found.stores.iter().filter_map(|(of, name)| of.as_ref().map(|_| name)).collect();
        let is_assigned = |name: &String| {
            own.contains(name) || known.values().flatten().any(|told| told.names.contains(name))
        };
        let has_more = found.of_variables.iter().any(|name| !is_assigned(name));
        for (class, told) in known {
            // What an object may lack may come from elsewhere, later, and what it loses may come back.
            let comes_late = |told: &Told| {
                found.foreign.iter().any(|name| told.unsure.contains(name))
                    || found.deleted.iter().any(|name| told.names.contains(name))
            };
            let is_late = told.as_ref().is_none_or(comes_late);
            if !is_late && !has_more {
                continue;
            }
            let Some(above) = ancestors(class, &found.bases).filter(|_| !deletes_by_name) else {
                noted.refused.extend(is_late.then(|| class.clone()));
                continue;
            };
            let below = found.bases.keys().filter(|it| derives(it, class, &found.bases));
            let family: BTreeSet<String> = above.iter().chain(below).cloned().collect();
            let is_defined =
                |name: &str| found.defined.iter().any(|(of, it)| it == name && family.contains(of));
            if DECIDING.iter().any(|method| is_defined(method)) {
                noted.refused.extend(is_late.then(|| class.clone()));
                continue;
            }
            let mut names = Vec::new();
            for (of, name) in &found.stores {
                let is_meant = of.as_ref().is_none_or(|of| family.contains(of));
                if is_meant && !is_defined(name) && !names.contains(name) {
                    names.push(name.clone());
                }
            }
            if !names.iter().any(|name| found.unnamed.contains(name)) {
                noted.related.extend(above);
                noted.names.insert(class.clone(), names);
            } else if is_late {
                noted.refused.insert(class.clone());
            }
        }
        noted
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The class attribute and the method of one of these classes.
    pub(super) fn members(&self, class: &str, range: TextRange) -> Option<Vec<Stmt>> {
        let names = self.names.get(class)?;
        let mut text = format!("{ORDER} = ''\n");
        text += &format!(
            "def {METHOD}(self):\n    found = {{}}\n    for name in self.{ORDER}.split():\n        pass\n"
        );
        for name in names {
            text += &format!("        if name == '{name}':\n            found['{name}'] = self.{name}\n");
        }
        text += "    return found\n";
        Some(parsed(&text, range))
    }

    /// The functions that note.
    pub(super) fn helpers(range: TextRange) -> Vec<Stmt> {
        parsed(HELPERS, range)
    }

    /// Notes every store in `body`.
    pub(super) fn note(&self, body: &mut Vec<Stmt>) {
        Notes { noted: self, class: None, receiver: None }.block(body);
    }
}

/// A class and all that it derives from; `None` where that is not known.
fn ancestors(class: &str, bases: &BTreeMap<String, Option<Vec<String>>>) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::from([class.to_owned()]);
    for base in bases.get(class)?.as_ref()? {
        if !PLAIN_BASES.contains(&base.as_str()) && !found.contains(base) {
            found.extend(ancestors(base, bases)?);
        }
    }
    Some(found)
}

fn derives(class: &str, base: &str, bases: &BTreeMap<String, Option<Vec<String>>>) -> bool {
    ancestors(class, bases).is_some_and(|all| all.contains(base))
}

/// What a module says of its classes.
#[derive(Default)]
struct Found {
    /// By class, the names of its bases; `None` of one whose objects are no plain ones.
    bases: BTreeMap<String, Option<Vec<String>>>,
    /// The names that are stored, with the class in which the receiver of a method gets them.
    stores: Vec<(Option<String>, String)>,
    /// By class, the names that it defines by a function or as a property: what is stored there may go to its setter.
    defined: BTreeSet<(String, String)>,
    /// The names that something is given which cannot be named again.
    unnamed: BTreeSet<String>,
    /// The names that something other than the receiver of a method is given, or a function, or a class.
    foreign: BTreeSet<String>,
    /// Those that variables are given.
    of_variables: BTreeSet<String>,
    /// The names that something loses.
    deleted: BTreeSet<String>,
    functions: BTreeSet<String>,
    class: Option<String>,
    receiver: Option<String>,
}

impl<'a> Visitor<'a> for Found {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(def) => {
                self.functions.insert(def.name.to_string());
                self.bases.insert(def.name.to_string(), plain_bases(def));
                let functions = bound_in(def)
                    .filter(|(name, is_property)| *is_property || is_function(def, name))
                    .map(|(name, _)| (def.name.to_string(), mangled(def.name.as_str(), &name)));
                self.defined.extend(functions);
                let outer = (self.class.replace(def.name.to_string()), self.receiver.take());
                walk_stmt(self, stmt);
                (self.class, self.receiver) = outer;
            }
            Stmt::FunctionDef(def) => {
                self.functions.insert(def.name.to_string());
                let outer = self.receiver.clone();
                if self.receiver.is_none() && self.class.is_some() {
                    self.receiver = Some(receiver_of(def));
                }
                walk_stmt(self, stmt);
                self.receiver = outer;
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx == ExprContext::Del
        {
            self.deleted.insert(attribute.attr.to_string());
        }
        match expr {
            Expr::Attribute(attribute) if attribute.ctx == ExprContext::Store => {
                self.stored(&attribute.value, attribute.attr.as_str());
            }
            expr => {
                if let Some((object, name)) = by_name(expr) {
                    self.stored(object, name);
                }
            }
        }
        ruff_python_ast::visitor::walk_expr(self, expr);
    }
}

impl Found {
    /// An attribute that an object is given.
    fn stored(&mut self, object: &Expr, name: &str) {
        let is_own = matches!(object, Expr::Name(name) if Some(name.id.as_str()) == self.receiver.as_deref());
        let name = match &self.class {
            Some(class) => mangled(class, name),
            None => name.to_owned(),
        };
        if path(object).is_none() {
            self.unnamed.insert(name.clone());
        }
        let is_definition = |it: &str| self.functions.contains(it) || it == "cls";
        match object {
            Expr::Name(it) if is_own || is_definition(it.id.as_str()) => {}
            Expr::Name(_) => {
                self.of_variables.insert(name.clone());
                self.foreign.insert(name.clone());
            }
            _ => {
                self.foreign.insert(name.clone());
            }
        }
        self.stores.push((self.class.clone().filter(|_| is_own), name));
    }
}

/// Whether the body of a class defines a function of this name.
fn is_function(def: &StmtClassDef, name: &str) -> bool {
    def.body.iter().any(|stmt| matches!(stmt, Stmt::FunctionDef(method) if method.name.as_str() == name))
}

/// `setattr(object, "name", value)`.
fn by_name(expr: &Expr) -> Option<(&Expr, &str)> {
    let Expr::Call(call) = expr else { return None };
    match (&*call.func, &*call.arguments.args) {
        (Expr::Name(function), [object, Expr::StringLiteral(name), _])
            if function.id.as_str() == "setattr" =>
        {
            Some((object, name.value.to_str()))
        }
        _ => None,
    }
}

/// The parameter of a method that is its object.
fn receiver_of(method: &StmtFunctionDef) -> String {
    let is_of_class = |name: &str| matches!(name, "staticmethod" | "classmethod");
    let has_object = method
        .decorator_list
        .iter()
        .all(|decorator| !matches!(&decorator.expression, Expr::Name(name) if is_of_class(name.id.as_str())));
    let first = method.parameters.iter().next().filter(|_| has_object);
    first.map(|param| param.name().to_string()).unwrap_or_default()
}

/// The names of the bases of a class of plain objects.
fn plain_bases(def: &StmtClassDef) -> Option<Vec<String>> {
    let has_slots = def.body.iter().any(|stmt| {
        matches!(stmt, Stmt::Assign(assign) if assign.targets.iter().any(|target| {
            matches!(target, Expr::Name(name) if name.id.as_str() == "__slots__")
        }))
    });
    let arguments = def.arguments.as_deref();
    let has_keywords = arguments.is_some_and(|arguments| !arguments.keywords.is_empty());
    if has_slots || has_keywords || !def.decorator_list.is_empty() {
        return None;
    }
    let bases = arguments.map(|arguments| &*arguments.args).unwrap_or_default();
    bases.iter().map(|base| base.as_name_expr().map(|name| name.id.to_string())).collect()
}

/// A block of statements, however it is held.
trait Body: Default + IntoIterator<Item = Stmt> + FromIterator<Stmt> {}

impl<B: Default + IntoIterator<Item = Stmt> + FromIterator<Stmt>> Body for B {}

/// Puts the notes behind the stores.
struct Notes<'n> {
    noted: &'n Noted,
    class: Option<String>,
    receiver: Option<String>,
}

impl Notes<'_> {
    fn block<B: Body>(&self, body: &mut B) {
        let mut out: Vec<Stmt> = Vec::new();
        let mut pending: Vec<Store> = Vec::new();
        let mut stmts = std::mem::take(body).into_iter().peekable();
        while let Some(mut stmt) = stmts.next() {
            self.inside(&mut stmt);
            let range = stmt.range();
            match &mut stmt {
                Stmt::For(each) => self.note_before(&each.target, &mut each.body, range),
                Stmt::With(with) => {
                    for item in &with.items {
                        if let Some(target) = &item.optional_vars {
                            self.note_before(target, &mut with.body, range);
                        }
                    }
                }
                _ => {}
            }
            pending.extend(self.stores(&stmt));
            let deleted = self.deleted(&stmt);
            out.push(stmt);
            // What is evaluated without a call sees no attributes.
            let goes_on = stmts.peek().is_some_and(|next| {
                matches!(next, Stmt::Assign(assign) if !any_over_expr(&assign.value, |it: &Expr| {
                    matches!(it, Expr::Call(_) | Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_))
                }) && !self.stores(next).is_empty())
            });
            if !goes_on {
                out.extend(notes(std::mem::take(&mut pending), range));
            }
            for store in deleted {
                out.extend(parsed(
                    &format!("_forget_attribute({}, '{}')\n", store.receiver, store.name),
                    range,
                ));
            }
        }
        *body = out.into_iter().collect();
    }

    fn note_before<B: Body>(&self, target: &Expr, body: &mut B, range: TextRange) {
        let mut stores = Vec::new();
        self.of_target(target, &mut stores);
        *body = notes(stores, range).into_iter().chain(std::mem::take(body)).collect();
    }

    /// The blocks in a statement.
    fn inside(&self, stmt: &mut Stmt) {
        match stmt {
            Stmt::ClassDef(def) => {
                let inner = Notes { noted: self.noted, class: Some(def.name.to_string()), receiver: None };
                inner.block(&mut def.body);
            }
            Stmt::FunctionDef(def) => {
                let receiver = match (&self.receiver, &self.class) {
                    (None, Some(_)) => Some(receiver_of(def)),
                    (receiver, _) => receiver.clone(),
                };
                let inner = Notes { noted: self.noted, class: self.class.clone(), receiver };
                inner.block(&mut def.body);
            }
            stmt => blocks_mut(stmt).into_iter().for_each(|block| self.block(block)),
        }
    }

    /// What a simple statement stores.
    fn stores(&self, stmt: &Stmt) -> Vec<Store> {
        let mut stores = Vec::new();
        match stmt {
            Stmt::Assign(assign) => assign.targets.iter().for_each(|it| self.of_target(it, &mut stores)),
            Stmt::AnnAssign(assign) if assign.value.is_some() => self.of_target(&assign.target, &mut stores),
            Stmt::AugAssign(assign) => self.of_target(&assign.target, &mut stores),
            Stmt::Expr(only) => {
                stores.extend(by_name(&only.value).and_then(|(object, name)| self.store(object, name)));
            }
            _ => {}
        }
        stores
    }

    fn deleted(&self, stmt: &Stmt) -> Vec<Store> {
        let mut stores = Vec::new();
        if let Stmt::Delete(delete) = stmt {
            delete.targets.iter().for_each(|it| self.of_target(it, &mut stores));
        }
        stores
    }

    /// What is noted of an attribute that `object` is given.
    fn store(&self, object: &Expr, name: &str) -> Option<Store> {
        let name = match &self.class {
            Some(class) => mangled(class, name),
            None => name.to_owned(),
        };
        let is_own = matches!(object, Expr::Name(it) if Some(it.id.as_str()) == self.receiver.as_deref());
        let is_other = is_own && !self.class.as_ref().is_some_and(|class| self.noted.related.contains(class));
        let is_given = self.noted.names.values().any(|names| names.contains(&name));
        let receiver = path(object)?;
        (!is_other && is_given && name != ORDER).then_some(Store { receiver, name })
    }

    fn of_target(&self, target: &Expr, stores: &mut Vec<Store>) {
        match target {
            Expr::Tuple(items) => items.elts.iter().for_each(|it| self.of_target(it, stores)),
            Expr::List(items) => items.elts.iter().for_each(|it| self.of_target(it, stores)),
            Expr::Starred(item) => self.of_target(&item.value, stores),
            Expr::Attribute(attribute) => {
                stores.extend(self.store(&attribute.value, attribute.attr.as_str()));
            }
            _ => {}
        }
    }
}

/// An attribute that is stored.
struct Store {
    /// The text of the object.
    receiver: String,
    name: String,
}

/// The calls that note what was stored, one for each object.
fn notes(stores: Vec<Store>, range: TextRange) -> Vec<Stmt> {
    let mut out = Vec::new();
    let mut rest = stores.into_iter().peekable();
    while let Some(Store { receiver, name }) = rest.next() {
        let mut names = name;
        while let Some(next) = rest.next_if(|next| next.receiver == receiver) {
            names = format!("{names} {}", next.name);
        }
        out.extend(parsed(&format!("_note_attributes({receiver}, '{names}')\n"), range));
    }
    out
}

/// The text of `a.b.c`; `None` of what may be something else when it is evaluated again.
fn path(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => Some(format!("{}.{}", path(&attribute.value)?, attribute.attr)),
        Expr::Subscript(part) => {
            let index = match &*part.slice {
                Expr::NumberLiteral(number) => number.value.as_int()?.to_string(),
                index => path(index)?,
            };
            Some(format!("{}[{index}]", path(&part.value)?))
        }
        _ => None,
    }
}
