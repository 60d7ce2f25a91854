//! Methods that read variables of the function around their class, which runs several times: each object keeps them.
//!
//! ```text
//! def counter(step):                      def counter(step):
//!     class Counter:                          class Counter:
//!         def __init__(self):                     def __init__(self, *, _step):
//!             self.n = 0                              self._step = _step
//!                                                     self.n = 0
//!         def tick(self):                         def tick(self):
//!             self.n += step                          self.n += self._step
//!     return Counter()                        return Counter(_step=step)
//! ```
//!
//! So where the variables keep their values from before the class statement on, and where the class is called, its attributes
//! are read, it is asked about with `isinstance`, and nothing else. Variables of a function that runs once are as good as the
//! module's: the lowering of local classes makes them so.
//!
//! Source: Language Reference, 4.2.2 "Resolution of names".

mod made;
mod once;
mod variables;

use std::cell::{Cell, RefCell};

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as change_expr, walk_stmt as change_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Parameters, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;

use made::{Made, is_plain_method};
use once::runs_once;
use variables::{Attributes, fixed_before, read_by_methods};

use crate::rewrite::bound::Bound;
use crate::rewrite::classes::new_method::is_name;
use crate::rewrite::quote::parsed;

/// What may show or make an object in a way that the text does not say.
const HIDDEN: &[&str] = &[
    "vars(",
    "locals(",
    "super(",
    "nonlocal ",
    "__dict__",
    "__new__",
    "__slots__",
    "__getattr",
    "__setattr",
    "__delattr",
    "__class__",
];

/// The module's statements with such classes written out; `None` where there is none.
pub(crate) fn kept(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("class ") || HIDDEN.iter().any(|word| source.contains(word)) {
        return None;
    }
    let mut found = Found::default();
    found.visit_body(body);
    if !found.has_classes || found.calls_types {
        return None;
    }
    let functions =
        Functions { module: body, is_changed: Cell::new(false), around: RefCell::new(FxHashSet::default()) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| functions.visit_stmt(stmt));
    functions.is_changed.get().then_some(out)
}

/// What a module has.
#[derive(Default)]
struct Found {
    /// Functions with classes.
    has_classes: bool,
    /// Calls of what `type` gives: `type(other)(1)`.
    calls_types: bool,
}

impl Visitor<'_> for Found {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.has_classes |= def.body.iter().any(Stmt::is_class_def_stmt);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr
            && let Expr::Call(inner) = &*call.func
        {
            self.calls_types |= is_name(&inner.func, "type");
        }
        walk_expr(self, expr);
    }
}

/// Looks for functions, the inner ones first.
struct Functions<'a> {
    module: &'a [Stmt],
    is_changed: Cell<bool>,
    /// The variables of functions around this place that keep their values from here on.
    around: RefCell<FxHashSet<String>>,
}

impl Transformer for Functions<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let Stmt::FunctionDef(def) = stmt else {
            let around = match stmt {
                Stmt::ClassDef(_) => self.around.take(),
                _ => self.around.borrow().clone(),
            };
            change_stmt(self, stmt);
            self.around.replace(around);
            return;
        };
        let around = self.around.take();
        let is_once = runs_once(self.module, def.name.as_str(), 8);
        for at in 0..def.body.len() {
            // What is a variable of one run is one of the module.
            let own = if is_once { FxHashSet::default() } else { fixed_before(def, at) };
            let bound = Bound::of(&def.body);
            let is_own = |name: &str| !bound.is_builtin(name) || def.parameters.includes(name);
            let outer = around.iter().filter(|name| !is_own(name)).cloned();
            self.around.replace(own.into_iter().chain(outer).collect());
            self.visit_stmt(&mut def.body[at]);
            let fixed = self.around.take();
            if !is_once
                && matches!(def.body[at], Stmt::ClassDef(_))
                && let Some(plan) = Plan::of(def, at, &fixed)
            {
                plan.apply(def, at);
                self.is_changed.set(true);
            }
        }
        self.around.replace(around);
    }
}

/// A class and the variables that its objects keep.
struct Plan {
    class: String,
    variables: Vec<String>,
}

impl Plan {
    fn of(def: &StmtFunctionDef, at: usize, fixed: &FxHashSet<String>) -> Option<Plan> {
        let Stmt::ClassDef(class) = &def.body[at] else { return None };
        if !class.decorator_list.is_empty() || class.arguments.is_some() || class.type_params.is_some() {
            return None;
        }
        let variables = read_by_methods(class, fixed);
        if variables.is_empty() {
            return None;
        }
        let all = Bound::of(&def.body);
        let mut taken = Attributes::default();
        taken.visit_body(&def.body);
        let is_free = |name: &String| !taken.0.contains(format!("_{name}").as_str());
        let name = class.name.as_str();
        let init = method(class, "__init__");
        let n_places = init.map_or(0, |init| places(&init.parameters).saturating_sub(1));
        let mut made = Made { name, n_places, is_plain: true };
        made.visit_body(&def.body);
        let is_safe = all.times(name) == 1
            && variables.iter().all(is_free)
            && made.is_plain
            && methods(class).all(|method| is_plain_method(method, name, &variables));
        is_safe.then(|| Plan { class: name.to_owned(), variables })
    }

    fn apply(&self, def: &mut StmtFunctionDef, at: usize) {
        let calls = Calls(self);
        def.body.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
        let Stmt::ClassDef(class) = &mut def.body[at] else { return };
        for stmt in &mut class.body {
            let Stmt::FunctionDef(method) = stmt else { continue };
            let Some(receiver) = receiver(method).map(str::to_owned) else { continue };
            let reads = Reads { plan: self, receiver };
            method.body.iter_mut().for_each(|stmt| reads.visit_stmt(stmt));
        }
        let range = class.name.range();
        let params: String = self.variables.iter().map(|name| format!(", _{name}")).collect();
        let init = class.body.iter_mut().find_map(|stmt| match stmt {
            Stmt::FunctionDef(method) if method.name.as_str() == "__init__" => Some(method),
            _ => None,
        });
        let own = init.as_ref().and_then(|init| receiver(init)).unwrap_or("self").to_owned();
        let kept: String =
            self.variables.iter().map(|name| format!("    {own}._{name} = _{name}\n")).collect();
        let text = format!("def __init__({own}, *{params}):\n{kept}");
        let Some(Stmt::FunctionDef(made)) = parsed(&text, range).into_iter().next() else { return };
        match init {
            Some(init) => {
                init.parameters.kwonlyargs.extend(made.parameters.kwonlyargs);
                init.body.splice(0..0, made.body);
            }
            None => class.body.insert(0, Stmt::FunctionDef(made)),
        }
    }
}

fn methods(class: &StmtClassDef) -> impl Iterator<Item = &StmtFunctionDef> {
    class.body.iter().filter_map(|stmt| match stmt {
        Stmt::FunctionDef(method) => Some(method),
        _ => None,
    })
}

fn method<'a>(class: &'a StmtClassDef, name: &str) -> Option<&'a StmtFunctionDef> {
    methods(class).find(|method| method.name.as_str() == name)
}

/// The first parameter of a method.
fn receiver(method: &StmtFunctionDef) -> Option<&str> {
    let first = method.parameters.posonlyargs.first().or_else(|| method.parameters.args.first())?;
    Some(first.parameter.name.as_str())
}

/// How many arguments it takes by position; all of them with `*args`.
fn places(parameters: &Parameters) -> usize {
    match parameters.vararg {
        Some(_) => usize::MAX,
        None => parameters.posonlyargs.len() + parameters.args.len(),
    }
}

/// Passes the variables where the class is called.
struct Calls<'p>(&'p Plan);

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        change_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        if !is_name(&call.func, &self.0.class) {
            return;
        }
        let passed: Vec<String> = self.0.variables.iter().map(|name| format!("_{name}={name}")).collect();
        let text = format!("f({})\n", passed.join(", "));
        if let Some(Stmt::Expr(made)) = parsed(&text, call.range()).into_iter().next()
            && let Expr::Call(made) = *made.value
        {
            let own = std::mem::take(&mut call.arguments.keywords);
            call.arguments.keywords = own.into_iter().chain(made.arguments.keywords).collect();
        }
    }
}

/// Reads the variables of the object.
struct Reads<'p> {
    plan: &'p Plan,
    receiver: String,
}

impl Transformer for Reads<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        change_expr(self, expr);
        let Expr::Name(name) = &*expr else { return };
        if !matches!(name.ctx, ExprContext::Load) || !self.plan.variables.iter().any(|one| *one == *name.id) {
            return;
        }
        let text = format!("{}._{}\n", self.receiver, name.id);
        if let Some(Stmt::Expr(made)) = parsed(&text, name.range()).into_iter().next() {
            *expr = *made.value;
        }
    }
}
