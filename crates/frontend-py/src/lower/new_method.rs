//! `__new__` of classes without bases, or derived from a number or text, which decides what object a call of the class gives:
//! singletons, pools, values that are checked or changed before they are held.
//!
//! The object itself is made by the class without its `__init__`; calls of the class become calls of a class method that
//! does as `type.__call__` does. A class that is used in another way than called, or derived from, is left as it is.
//!
//! ```text
//! class One:                                    class One:
//!     _it = None                                    _it = None
//!     def __new__(cls):                             @classmethod
//!         if cls._it is None:                       def _new_(cls):
//!             cls._it = super().__new__(cls)            if cls._it is None:
//!         return cls._it                                    cls._it = cls()
//!     def __init__(self):                               return cls._it
//!         self.n = 0                                def _init_(self):
//!                                                       self.n = 0
//!                                                   @classmethod
//!                                                   def _make_(cls):
//!                                                       made = cls._new_()
//!                                                       if isinstance(made, One):
//!                                                           made._init_()
//!                                                       return made
//! One()                                         One._make_()
//! ```
//!
//! Source: Data Model, 3.3.1: `object.__new__`.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::comparable::ComparableExpr;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as rewrite_expr, walk_stmt as rewrite_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_comprehension, walk_expr, walk_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Comprehension, Expr, ExprAttribute, ExprContext, Identifier, Parameters, Stmt,
    StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::Ranged;

use super::library::parsed;

/// The module's statements with such classes rewritten; `None` where there is none.
pub(super) fn rewritten(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("__new__") {
        return None;
    }
    let mut defs = body.iter().filter_map(Stmt::as_class_def_stmt);
    if !defs.any(|def| method(def, "__new__").is_some() && with_maker(def).is_some()) {
        return None;
    }
    let mut uses = Uses::default();
    uses.visit_body(body);
    let mut out = body.to_vec();
    let mut names = BTreeSet::new();
    for stmt in &mut out {
        if let Stmt::ClassDef(def) = stmt
            && uses.are_plain(def.name.as_str())
            && let Some(new) = with_maker(def)
        {
            names.insert(new.name.to_string());
            *def = new;
        }
    }
    if names.is_empty() {
        return None;
    }
    let calls = Calls { names };
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    Some(out)
}

/// How often each name is bound and read, and how often it is read as a class that may become a call of its method.
#[derive(Default)]
struct Uses {
    bound: BTreeMap<String, usize>,
    loads: BTreeMap<String, usize>,
    plain: BTreeMap<String, usize>,
}

impl Uses {
    fn are_plain(&self, name: &str) -> bool {
        self.bound.get(name) == Some(&1) && self.loads.get(name) == self.plain.get(name)
    }

    fn count(map: &mut BTreeMap<String, usize>, name: &str) {
        *map.entry(name.to_owned()).or_default() += 1;
    }

    fn plain(&mut self, expr: &Expr) {
        if let Expr::Name(name) = expr {
            Self::count(&mut self.plain, name.id.as_str());
        }
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(def) => Self::count(&mut self.bound, def.name.as_str()),
            Stmt::FunctionDef(def) => Self::count(&mut self.bound, def.name.as_str()),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_comprehension(&mut self, clause: &'a Comprehension) {
        walk_comprehension(self, clause);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                Self::count(&mut self.loads, name.id.as_str());
            }
            Expr::Name(name) => Self::count(&mut self.bound, name.id.as_str()),
            Expr::Attribute(attribute) => self.plain(&attribute.value),
            Expr::Call(call) => {
                self.plain(&call.func);
                if let Expr::Name(name) = &*call.func
                    && matches!(name.id.as_str(), "isinstance" | "super")
                {
                    call.arguments.args.iter().for_each(|arg| self.plain(arg));
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// The class with the three methods; `None` where it has no `__new__` that can be told.
fn with_maker(def: &StmtClassDef) -> Option<StmtClassDef> {
    let base = value_base(def)?;
    if !def.decorator_list.is_empty() {
        return None;
    }
    let new = method(def, "__new__")?;
    let init = method(def, "__init__");
    // A method that a base class has, or that is asked for by name, is not looked for here.
    let maker = Maker {
        receiver: new.parameters.args.first()?.parameter.name.to_string(),
        base,
        n_made: Cell::new(0),
        is_possible: Cell::new(true),
    };
    let mut out = def.clone();
    let class = def.name.as_str();
    for stmt in &mut out.body {
        maker.visit_stmt(stmt);
        let Stmt::FunctionDef(method) = stmt else { continue };
        match method.name.as_str() {
            "__new__" => {
                method.name.id = "_new_".into();
                method.decorator_list.clear();
                let helper = parsed("@classmethod\ndef f(cls):\n    pass\n", method.name.range).pop();
                if let Some(Stmt::FunctionDef(helper)) = helper {
                    method.decorator_list = helper.decorator_list;
                }
            }
            "__init__" => method.name.id = "_init_".into(),
            _ => {}
        }
    }
    if maker.n_made.get() == 0 || !maker.is_possible.get() {
        return None;
    }
    let parameters = &init.unwrap_or(new).parameters;
    let (names, args) = passed_on(parameters)?;
    let new_args = match init {
        Some(init) if same_parameters(&new.parameters, &init.parameters) => args.clone(),
        None => args.clone(),
        Some(_) if ignores_arguments(new) => String::new(),
        Some(_) => return None,
    };
    let init_call = match init {
        Some(_) => format!("    if isinstance(made, {class}):\n        made._init_({args})\n"),
        None => String::new(),
    };
    let text = format!(
        "@classmethod\ndef _make_(cls{names}):\n    made = cls._new_({new_args})\n{init_call}    return made\n"
    );
    let mut helper = parsed(&text, def.name.range());
    // Defaults are those of the program, at their places.
    if let [Stmt::FunctionDef(make)] = helper.as_mut_slice() {
        let written = parameters.args.iter().skip(1).chain(&parameters.kwonlyargs);
        let made = &mut *make.parameters;
        for (to, from) in made.args.iter_mut().skip(1).chain(&mut made.kwonlyargs).zip(written) {
            to.default.clone_from(&from.default);
        }
    }
    out.body.extend(helper);
    Some(out)
}

/// The number or text that a class derives from, `object` where it derives from nothing; `None` where from anything else.
fn value_base(def: &StmtClassDef) -> Option<&'static str> {
    let Some(arguments) = def.arguments.as_ref().filter(|arguments| !arguments.is_empty()) else {
        return Some("object");
    };
    let ([Expr::Name(base)], []) = (&*arguments.args, &*arguments.keywords) else { return None };
    ["object", "int", "float", "str"].into_iter().find(|name| *name == base.id.as_str())
}

fn method<'d>(def: &'d StmtClassDef, wanted: &str) -> Option<&'d StmtFunctionDef> {
    def.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(method) if method.name.as_str() == wanted => Some(method),
        _ => None,
    })
}

/// Whether two methods take the same arguments after their receivers, with the same defaults.
fn same_parameters(a: &Parameters, b: &Parameters) -> bool {
    let each = |parameters: &Parameters| -> Vec<(String, Option<Expr>)> {
        let params = parameters.iter().skip(1);
        params.map(|param| (param.name().to_string(), param.default().cloned())).collect()
    };
    let same_default = |a: &Option<Expr>, b: &Option<Expr>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is_literal_expr() && ComparableExpr::from(a) == ComparableExpr::from(b),
        _ => false,
    };
    let (a, b) = (each(a), each(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a.0 == b.0 && same_default(&a.1, &b.1))
}

/// `def __new__(cls, *args, **kwargs)` that reads neither.
fn ignores_arguments(new: &StmtFunctionDef) -> bool {
    struct Reads<'n>(Vec<&'n str>, bool);
    impl<'a> Visitor<'a> for Reads<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.1 |= matches!(expr, Expr::Name(name) if self.0.contains(&name.id.as_str()));
            walk_expr(self, expr);
        }
    }
    let parameters = &new.parameters;
    let rest = [&parameters.vararg, &parameters.kwarg];
    let names = rest.iter().filter_map(|rest| rest.as_ref().map(|rest| rest.name.as_str())).collect();
    let mut reads = Reads(names, false);
    reads.visit_body(&new.body);
    parameters.args.len() == 1 && parameters.kwonlyargs.is_empty() && !reads.1
}

/// Parameters after the receiver, and arguments that pass them on.
fn passed_on(parameters: &Parameters) -> Option<(String, String)> {
    let (mut names, mut args) = (String::new(), Vec::new());
    if !parameters.posonlyargs.is_empty() {
        return None;
    }
    for with in parameters.args.iter().skip(1) {
        names.push_str(&format!(", {}", with.parameter.name));
        args.push(with.parameter.name.to_string());
    }
    if let Some(rest) = &parameters.vararg {
        names.push_str(&format!(", *{}", rest.name));
        args.push(format!("*{}", rest.name));
    } else if !parameters.kwonlyargs.is_empty() {
        names.push_str(", *");
    }
    for with in &parameters.kwonlyargs {
        names.push_str(&format!(", {}", with.parameter.name));
        args.push(format!("{0}={0}", with.parameter.name));
    }
    if let Some(rest) = &parameters.kwarg {
        names.push_str(&format!(", **{}", rest.name));
        args.push(format!("**{}", rest.name));
    }
    Some((names, args.join(", ")))
}

/// Inside the class: `super().__new__(cls)` is `cls()`, `super().__new__(cls, value)` is `cls(value)`.
struct Maker {
    receiver: String,
    base: &'static str,
    n_made: Cell<usize>,
    is_possible: Cell<bool>,
}

impl Transformer for Maker {
    fn visit_expr(&self, expr: &mut Expr) {
        let is_name =
            |expr: &Expr, wanted: &str| matches!(expr, Expr::Name(name) if name.id.as_str() == wanted);
        if let Expr::Call(call) = &mut *expr
            && let Expr::Attribute(attribute) = &*call.func
            && attribute.attr.as_str() == "__new__"
            && call.arguments.keywords.is_empty()
            && (call.arguments.args.len() == 1 || self.base != "object")
        {
            let is_base = match &*attribute.value {
                Expr::Call(base) => is_name(&base.func, "super"),
                Expr::Name(name) => name.id.as_str() == self.base,
                _ => false,
            };
            if is_base
                && let [receiver, rest @ ..] = &*call.arguments.args
                && is_name(receiver, &self.receiver)
            {
                let (receiver, mut rest) = (receiver.clone(), rest.to_vec());
                rest.iter_mut().for_each(|arg| self.visit_expr(arg));
                *call.func = receiver;
                call.arguments.args = rest.into();
                self.n_made.set(self.n_made.get() + 1);
                return;
            }
        }
        rewrite_expr(self, expr);
        match expr {
            Expr::Call(call) => {
                // The class called otherwise would skip the method.
                let is_made = match &*call.func {
                    Expr::Name(name) => name.id.as_str() == self.receiver,
                    Expr::Attribute(attribute) => attribute.attr.as_str() == "__class__",
                    Expr::Call(inner) => is_name(&inner.func, "type"),
                    _ => false,
                };
                if is_made {
                    self.is_possible.set(false);
                }
            }
            Expr::Attribute(attribute) if matches!(attribute.attr.as_str(), "__new__" | "__init__") => {
                self.is_possible.set(false);
            }
            _ => {}
        }
    }
}

/// `C(…)` of such a class is `C._make_(…)`.
struct Calls {
    names: BTreeSet<String>,
}

impl Transformer for Calls {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        rewrite_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let is_made = matches!(&*call.func, Expr::Name(name) if self.names.contains(name.id.as_str()));
        if is_made {
            let range = call.func.range();
            *call.func = Expr::Attribute(ExprAttribute {
                node_index: AtomicNodeIndex::default(),
                range,
                value: call.func.clone(),
                attr: Identifier::new("_make_", range),
                ctx: ExprContext::Load,
            });
        }
    }
}
