//! `replace`, `asdict`, `astuple`, `fields` and `is_dataclass` of `dataclasses`: methods that each dataclass gets, written out
//! from its fields, and a mark that it is one.
//!
//! Only what the program calls is written. A missing argument of `replace` is `...`, so that a program that passes `...`
//! about keeps the call as it is, and so does one that hands the function on as a value.
//!
//! ```text
//! @dataclass                  class P:
//! class P:                        …
//!     x: int                      def _dataclass_replace(self, *, x=...):
//!                                     return self.__class__(x=self.x if x is ... else x)
//! replace(p, x=1)             p._dataclass_replace(x=1)
//! ```
//!
//! Source: `dataclasses.py` of CPython 3.11.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprAttribute, ExprCall, ExprContext, Identifier, Stmt, StmtClassDef,
};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;
use crate::rewrite::records::shown_fields::Shown;

/// What is written out, and the function of the library that converts the values of fields.
const FUNCTIONS: [(&str, &str); 5] = [
    ("replace", ""),
    ("is_dataclass", ""),
    ("asdict", VALUES),
    ("astuple", VALUES),
    ("fields", include_str!("../../library/_dataclass_field.py")),
];

/// What `asdict` makes of a value, and `astuple` by its own name.
const VALUES: &str = include_str!("../../library/_asdict_value.py");

/// The same of programs with named tuples, which stay what they are. One that holds dataclasses ends the program.
const VALUES_BESIDE_TUPLES: &str = include_str!("../../library/_asdict_value_beside_tuples.py");

/// What a dataclass has and no other class.
const MARK: &str = "_dataclass_mark";

/// A field, as its class states it.
#[derive(Clone)]
struct FieldOf {
    name: String,
    is_in_init: bool,
    /// What its `Field` has beside the name, as arguments.
    shown: String,
}

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn completed(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut calls = Calls::of(body);
    let has_ellipsis = crate::lower::late_default::passes_ellipsis(source, body);
    calls.names.retain(|_, function| !(has_ellipsis && *function == "replace"));
    if calls.names.is_empty() {
        return None;
    }
    let mut out = body.to_vec();
    let mut walks = Walks { calls: &calls, of: BTreeSet::new() };
    walks.visit_body(body);
    let values = Values { of: walks.of };
    out.iter_mut().for_each(|stmt| values.visit_stmt(stmt));
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    let used = calls.used.borrow().clone();
    if used.is_empty() {
        return None;
    }
    let shown = Shown::of(source, body);
    let mut classes = Classes { used: &used, shown: &shown, fields: RefCell::default() };
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    classes.fields.get_mut().clear();
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    let mut helpers = Vec::new();
    if used.iter().any(|function| matches!(*function, "asdict" | "astuple")) {
        helpers.extend(parsed("from copy import deepcopy as _dataclass_copy\n", range));
    }
    let has_named_tuples = source.contains("NamedTuple") || source.contains("namedtuple");
    for (function, text) in FUNCTIONS {
        if !used.contains(function) {
            continue;
        }
        let text = if text == VALUES && has_named_tuples { VALUES_BESIDE_TUPLES } else { text };
        match function {
            "fields" => helpers.extend(parsed(&shown.class(text), range)),
            "astuple" => helpers.extend(parsed(&text.replace("asdict", "astuple"), range)),
            _ => helpers.extend(parsed(text, range)),
        }
    }
    out.splice(at..at, helpers);
    Some(out)
}

/// What the program calls the functions: by the words before the parenthesis.
struct Calls {
    names: BTreeMap<String, &'static str>,
    used: RefCell<BTreeSet<&'static str>>,
}

impl Calls {
    fn of(body: &[Stmt]) -> Self {
        let mut found = Imports::default();
        found.visit_body(body);
        let bound = Bound::of(body);
        // One import under one name, bound by nothing else; and no use but in calls.
        let mut names = found.names;
        names.retain(|name, function| match name.split_once('.') {
            Some((module, _)) => bound.is_module(module, "dataclasses") && !found.values.contains(name),
            None => {
                bound.times(name) == found.imports.iter().filter(|one| *one == function).count()
                    && !found.values.contains(name)
            }
        });
        Calls { names, used: RefCell::default() }
    }

    fn function(&self, call: &ExprCall) -> Option<&'static str> {
        let function = *self.names.get(&callee_words(&call.func)?)?;
        let arguments = &call.arguments;
        let is_plain = match function {
            "replace" => arguments.args.len() == 1,
            _ => arguments.args.len() == 1 && arguments.keywords.is_empty(),
        };
        (is_plain && !arguments.args[0].is_starred_expr()).then_some(function)
    }
}

/// Finds the variables of `for f in fields(x)`.
struct Walks<'a> {
    calls: &'a Calls,
    of: BTreeSet<String>,
}

impl Walks<'_> {
    fn walk(&mut self, target: &Expr, iter: &Expr) {
        if let (Expr::Name(variable), Expr::Call(call)) = (target, iter)
            && self.calls.function(call) == Some("fields")
        {
            self.of.insert(variable.id.to_string());
        }
    }
}

impl<'a> Visitor<'a> for Walks<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::For(each) = stmt {
            self.walk(&each.target, &each.iter);
        }
        visit_stmt(self, stmt);
    }

    fn visit_comprehension(&mut self, clause: &'a ruff_python_ast::Comprehension) {
        self.walk(&clause.target, &clause.iter);
        ruff_python_ast::visitor::walk_comprehension(self, clause);
    }
}

/// `getattr(x, f.name)` of such a field `f`.
struct Values {
    of: BTreeSet<String>,
}

impl Transformer for Values {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        if !matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "getattr") {
            return;
        }
        let [object, Expr::Attribute(name)] = &*call.arguments.args else { return };
        let Expr::Name(field) = &*name.value else { return };
        let is_walked = self.of.contains(field.id.as_str());
        if object.is_starred_expr() || !is_walked || name.attr.as_str() != "name" {
            return;
        }
        let mut args = call.arguments.args.to_vec();
        let receiver = args.remove(0);
        call.arguments.args = args.into();
        let range = call.func.range();
        *call.func = Expr::Attribute(ExprAttribute {
            node_index: AtomicNodeIndex::default(),
            range,
            value: Box::new(receiver),
            attr: Identifier::new("_dataclass_value", range),
            ctx: ExprContext::Load,
        });
    }
}

/// `f` or `module.f`.
fn callee_words(callee: &Expr) -> Option<String> {
    match callee {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => match &*attribute.value {
            Expr::Name(module) => Some(format!("{}.{}", module.id, attribute.attr)),
            _ => None,
        },
        _ => None,
    }
}

impl Transformer for Calls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Some(function) = self.function(call) else { return };
        self.used.borrow_mut().insert(function);
        if function == "is_dataclass" {
            let mut test = parsed(&format!("hasattr(_, '{MARK}')\n"), call.func.range());
            if let Some(Stmt::Expr(test)) = test.pop()
                && let Expr::Call(mut test) = *test.value
            {
                test.arguments.args[0] = call.arguments.args[0].clone();
                *call = test;
            }
            return;
        }
        let mut args = call.arguments.args.to_vec();
        let receiver = args.remove(0);
        call.arguments.args = args.into();
        let range = call.func.range();
        *call.func = Expr::Attribute(ExprAttribute {
            node_index: AtomicNodeIndex::default(),
            range,
            value: Box::new(receiver),
            attr: Identifier::new(format!("_dataclass_{function}"), range),
            ctx: ExprContext::Load,
        });
    }
}

/// The names under which the functions are imported, and those that stand elsewhere than before a parenthesis.
#[derive(Default)]
struct Imports {
    names: BTreeMap<String, &'static str>,
    imports: Vec<&'static str>,
    values: BTreeSet<String>,
}

impl<'a> Visitor<'a> for Imports {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ImportFrom(import) if import.module.as_deref() == Some("dataclasses") => {
                for alias in import.names.iter().filter(|alias| alias.asname.is_none()) {
                    if let Some((function, _)) =
                        FUNCTIONS.iter().find(|(name, _)| *name == alias.name.as_str())
                    {
                        self.names.insert((*function).to_owned(), function);
                        self.imports.push(function);
                    }
                }
            }
            Stmt::Import(import) => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() == "dataclasses") {
                    let module = alias.asname.as_ref().unwrap_or(&alias.name);
                    for (function, _) in FUNCTIONS {
                        self.names.insert(format!("{module}.{function}"), function);
                    }
                }
            }
            _ => {}
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) => {
                if callee_words(&call.func).is_none() {
                    self.visit_expr(&call.func);
                }
                self.visit_arguments(&call.arguments);
                return;
            }
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.values.insert(name.id.to_string());
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// Gives dataclasses their methods, bases before the classes that derive from them.
struct Classes<'u> {
    used: &'u BTreeSet<&'static str>,
    shown: &'u Shown<'u>,
    fields: RefCell<BTreeMap<String, Vec<FieldOf>>>,
}

impl Transformer for Classes<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::ClassDef(def) = stmt
            && def.decorator_list.iter().any(|decorator| is_dataclass(&decorator.expression))
        {
            self.complete(def);
        }
    }
}

impl Classes<'_> {
    fn complete(&self, def: &mut StmtClassDef) {
        let mut fields: Vec<FieldOf> = Vec::new();
        for base in def.arguments.iter().flat_map(|arguments| arguments.args.iter().rev()) {
            if let Expr::Name(name) = base {
                for field in self.fields.borrow().get(name.id.as_str()).into_iter().flatten() {
                    put(&mut fields, field.clone());
                }
            }
        }
        for stmt in &def.body {
            let Stmt::AnnAssign(field) = stmt else { continue };
            let Expr::Name(name) = &*field.target else { continue };
            if !is_special(&field.annotation) {
                let is_in_init = !field.value.as_deref().is_some_and(is_left_out);
                let shown = self.shown.arguments(field);
                put(&mut fields, FieldOf { name: name.id.to_string(), is_in_init, shown });
            }
        }
        let mut text = String::new();
        let all = |each: &dyn Fn(&str) -> String, fields: &[FieldOf]| {
            fields.iter().map(|field| each(&field.name)).collect::<Vec<_>>().join(", ")
        };
        if self.used.contains("replace") {
            let given: Vec<FieldOf> = fields.iter().filter(|field| field.is_in_init).cloned().collect();
            let params = all(&|name| format!("{name}=..."), &given);
            let star = if given.is_empty() { "" } else { ", *, " };
            // A field may have the name of the receiver.
            let is_taken = given.iter().any(|field| field.name == "self");
            let this = if is_taken { "_dataclass_self" } else { "self" };
            let args = all(&|name| format!("{name}={this}.{name} if {name} is ... else {name}"), &given);
            text.push_str(&format!(
                "def _dataclass_replace({this}{star}{params}):\n    return {this}.__class__({args})\n"
            ));
        }
        if self.used.contains("is_dataclass") {
            text.push_str(&format!("{MARK} = True\n"));
        }
        if self.used.contains("asdict") {
            let items = all(&|name| format!("'{name}': _asdict_value(self.{name})"), &fields);
            text.push_str(&format!("def _dataclass_asdict(self):\n    return {{{items}}}\n"));
        }
        if self.used.contains("astuple") {
            let items = all(&|name| format!("_astuple_value(self.{name}),"), &fields).replace(",,", ",");
            text.push_str(&format!("def _dataclass_astuple(self):\n    return ({items})\n"));
        }
        if self.used.contains("fields") {
            let items: String = fields
                .iter()
                .map(|field| format!("_DataclassField('{}'{}), ", field.name, field.shown))
                .collect();
            text.push_str(&format!("@classmethod\ndef _dataclass_fields(cls):\n    return ({items})\n"));
            // What one of them is called, the value of.
            text.push_str("def _dataclass_value(self, name):\n");
            for field in &fields {
                let name = &field.name;
                text.push_str(&format!("    if name == '{name}':\n        return self.{name}\n"));
            }
            text.push_str("    raise AttributeError(name)\n");
        }
        def.body.extend(parsed(&text, def.name.range()));
        self.fields.borrow_mut().insert(def.name.to_string(), fields);
    }
}

/// A field of a base that is stated again keeps its place.
fn put(fields: &mut Vec<FieldOf>, field: FieldOf) {
    match fields.iter_mut().find(|known| known.name == field.name) {
        Some(known) => *known = field,
        None => fields.push(field),
    }
}

pub(crate) fn is_dataclass(decorator: &Expr) -> bool {
    match decorator {
        Expr::Call(call) => is_dataclass(&call.func),
        Expr::Name(name) => name.id.as_str() == "dataclass",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "dataclass",
        _ => false,
    }
}

/// Annotations that make no field.
pub(super) fn is_special(annotation: &Expr) -> bool {
    match annotation {
        Expr::Subscript(subscript) => is_special(&subscript.value),
        Expr::Name(name) => matches!(name.id.as_str(), "ClassVar" | "InitVar" | "KW_ONLY"),
        Expr::Attribute(attribute) => matches!(attribute.attr.as_str(), "ClassVar" | "InitVar" | "KW_ONLY"),
        _ => false,
    }
}

/// `field(init=False)`.
fn is_left_out(value: &Expr) -> bool {
    let Expr::Call(call) = value else { return false };
    call.arguments.keywords.iter().any(|keyword| {
        keyword.arg.as_ref().is_some_and(|name| name.as_str() == "init")
            && matches!(&keyword.value, Expr::BooleanLiteral(literal) if !literal.value)
    })
}
