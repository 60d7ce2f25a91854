//! Functions that only look at a dict that they are given: one made for them does as well as the `__dict__` of an object.
//!
//! ```text
//! def to_dict(self):
//!     return self.plain(self.__dict__)
//!
//! def plain(self, attributes):
//!     return {name: str(value) for name, value in attributes.items()}
//! ```
//!
//! While they look, nothing may give an object another attribute: neither they nor what they may call.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{Visitor, walk_comprehension, walk_expr, walk_stmt};
use ruff_python_ast::{Comprehension, Expr, ExprCall, ExprContext, Stmt, StmtFunctionDef};

use crate::rewrite::bound::Bound;

/// Builtins that look at a dict, or at its views, and keep nothing of either.
const LOOKING: [&str; 13] =
    ["all", "any", "bool", "dict", "len", "list", "max", "min", "print", "set", "sorted", "str", "tuple"];

/// Special methods that looking at values asks.
const ASKED: [&str; 13] = [
    "__bool__",
    "__contains__",
    "__eq__",
    "__format__",
    "__ge__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__le__",
    "__len__",
    "__lt__",
    "__repr__",
    "__str__",
];

/// What functions of a module do with what they are given.
#[derive(Default)]
pub(super) struct LookingFunctions {
    /// The places of the arguments that are only looked at, by the name of a function: `.name` is a method's.
    places: BTreeMap<String, BTreeSet<usize>>,
}

impl LookingFunctions {
    /// All functions of a module and the methods of its classes.
    pub(super) fn of(body: &[Stmt]) -> Self {
        let mut found = Functions::default();
        found.visit_body(body);
        let (storing, bound) = (storing(&found.all), Bound::of(body));
        let mut places: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let is_stored_by =
            |def: &StmtFunctionDef| is_decorated(def, "cached_property") || stores(def, &storing);
        if found.all.iter().any(|(_, def)| is_unseen(def) && is_stored_by(def)) {
            return Self::default();
        }
        for (name, def) in &found.all {
            let is_meant = name.starts_with('.') || bound.times(name) == 1;
            let is_quiet = !storing.contains(def.name.as_str()) && is_meant && !def.is_async;
            let looked: BTreeSet<usize> = match is_quiet {
                true => looked_at(def, usize::from(name.starts_with('.'))),
                false => BTreeSet::new(),
            };
            // Of several with one name, any may be meant.
            places
                .entry(name.clone())
                .and_modify(|known| known.retain(|at| looked.contains(at)))
                .or_insert(looked);
        }
        LookingFunctions { places }
    }

    /// The arguments of a call of a function, or of a method of the receiver, that are only looked at.
    pub(super) fn arguments<'c>(&self, call: &'c mut ExprCall) -> Vec<&'c mut Expr> {
        let name = match &*call.func {
            Expr::Name(name) => name.id.to_string(),
            Expr::Attribute(method) if matches!(&*method.value, Expr::Name(it) if it.id.as_str() == "self") =>
            {
                format!(".{}", method.attr)
            }
            _ => return Vec::new(),
        };
        let Some(places) = self.places.get(&name) else { return Vec::new() };
        let args = &mut call.arguments.args;
        let n_plain = args.iter().take_while(|arg| !arg.is_starred_expr()).count();
        let looked = args[..n_plain].iter_mut().enumerate().filter(|(at, _)| places.contains(at));
        looked.map(|(_, arg)| arg).collect()
    }
}

/// The functions of a module, as they are called.
#[derive(Default)]
struct Functions<'a> {
    all: Vec<(String, &'a StmtFunctionDef)>,
}

impl<'a> Visitor<'a> for Functions<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(def) => {
                for stmt in &def.body {
                    if let Stmt::FunctionDef(method) = stmt {
                        self.all.push((format!(".{}", method.name), method));
                        self.visit_body(&method.body);
                    } else {
                        self.visit_stmt(stmt);
                    }
                }
            }
            Stmt::FunctionDef(def) => {
                self.all.push((def.name.to_string(), def));
                self.visit_body(&def.body);
            }
            _ => walk_stmt(self, stmt),
        }
    }
}

/// The functions that give an attribute to something, or mention one that does; an `__init__` does to what is new.
fn storing(all: &[(String, &StmtFunctionDef)]) -> BTreeSet<String> {
    let mut mentions: Vec<(&str, Mentions)> = Vec::new();
    for (_, def) in all.iter().filter(|(_, def)| def.name.as_str() != "__init__") {
        let mut found = Mentions::default();
        found.visit_body(&def.body);
        mentions.push((def.name.as_str(), found));
    }
    let mut storing: BTreeSet<String> = BTreeSet::new();
    loop {
        let known = storing.len();
        for (name, found) in &mentions {
            if found.stores || found.names.iter().any(|name| storing.contains(name)) {
                storing.insert((*name).to_owned());
            }
        }
        if storing.len() == known {
            return storing;
        }
    }
}

/// Whether a function stores attributes, or mentions one that does.
fn stores(def: &StmtFunctionDef, storing: &BTreeSet<String>) -> bool {
    let mut found = Mentions::default();
    found.visit_body(&def.body);
    found.stores || found.names.iter().any(|name| storing.contains(name))
}

/// Whether a function is called without being named: a getter, what `str` and comparisons ask.
fn is_unseen(def: &StmtFunctionDef) -> bool {
    let is_getter = ["property", "cached_property"].iter().any(|name| is_decorated(def, name));
    is_getter || ASKED.contains(&def.name.as_str())
}

/// Whether a function has a decorator of this name.
fn is_decorated(def: &StmtFunctionDef, name: &str) -> bool {
    def.decorator_list.iter().any(|decorator| match &decorator.expression {
        Expr::Name(it) => it.id.as_str() == name,
        Expr::Attribute(it) => it.attr.as_str() == name,
        _ => false,
    })
}

/// The names that a function mentions, and whether it stores attributes.
#[derive(Default)]
struct Mentions {
    names: BTreeSet<String>,
    stores: bool,
}

impl<'a> Visitor<'a> for Mentions {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => {
                let changes = ["clear", "pop", "popitem", "setdefault", "update"];
                self.stores |= attribute.ctx != ExprContext::Load
                    || changes.contains(&attribute.attr.as_str()) && is_dict_of(&attribute.value);
                self.names.insert(attribute.attr.to_string());
            }
            Expr::Subscript(subscript) => {
                self.stores |= subscript.ctx != ExprContext::Load && is_dict_of(&subscript.value);
            }
            Expr::Name(name) => {
                self.stores |= matches!(name.id.as_str(), "setattr" | "delattr" | "exec" | "eval");
                self.names.insert(name.id.to_string());
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// `x.__dict__` or `vars(x)`. What holds one under a name is refused.
fn is_dict_of(expr: &Expr) -> bool {
    match expr {
        Expr::Attribute(attribute) => attribute.attr.as_str() == "__dict__",
        Expr::Call(call) => matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "vars"),
        _ => false,
    }
}

/// The places of the parameters, after the receiver, of which every use looks at the dict.
fn looked_at(def: &StmtFunctionDef, n_receivers: usize) -> BTreeSet<usize> {
    if !def.decorator_list.is_empty() {
        return BTreeSet::new();
    }
    let params = def.parameters.posonlyargs.iter().chain(&def.parameters.args).skip(n_receivers);
    let is_looked = |name: &str| {
        let mut looks = Looks { name, n_uses: 0, n_looks: 0 };
        looks.visit_body(&def.body);
        looks.n_uses == looks.n_looks
    };
    params.enumerate().filter(|(_, param)| is_looked(param.name())).map(|(at, _)| at).collect()
}

/// Counts the uses of a variable, and those that only look at the dict.
struct Looks<'n> {
    name: &'n str,
    n_uses: usize,
    n_looks: usize,
}

impl Looks<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if name.id.as_str() == self.name && name.ctx == ExprContext::Load)
    }

    /// The dict, or a view of it, where it is gone over at once.
    fn consumed(&mut self, expr: &Expr) {
        let is_view = matches!(expr, Expr::Call(call) if call.arguments.is_empty()
            && matches!(&*call.func, Expr::Attribute(view) if self.is_it(&view.value)
                && matches!(view.attr.as_str(), "items" | "keys" | "values")));
        self.n_looks += usize::from(is_view || self.is_it(expr));
    }
}

impl<'a> Visitor<'a> for Looks<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::For(each) => self.consumed(&each.iter),
            // What is called later looks at another time.
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {
                self.n_uses += 1
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.consumed(&comprehension.iter);
        walk_comprehension(self, comprehension);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.id.as_str() == self.name => self.n_uses += 1,
            Expr::Lambda(_) | Expr::Generator(_) | Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_) => {
                self.n_uses += 1;
            }
            Expr::Call(call) => match &*call.func {
                Expr::Name(function) if LOOKING.contains(&function.id.as_str()) => {
                    call.arguments.args.iter().for_each(|arg| self.consumed(arg));
                }
                Expr::Attribute(method) if matches!(method.attr.as_str(), "get" | "copy") => {
                    self.n_looks += usize::from(self.is_it(&method.value));
                }
                _ => {}
            },
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => {
                self.n_looks += usize::from(self.is_it(&subscript.value));
            }
            Expr::Compare(compare) => {
                let operands = std::iter::once(&*compare.left).chain(&compare.comparators);
                self.n_looks += operands.filter(|operand| self.is_it(operand)).count();
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
