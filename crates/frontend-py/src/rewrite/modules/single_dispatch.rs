//! `@functools.singledispatch`: a function of the module that asks for the class of its first argument, the most derived
//! classes first.
//!
//! ```text
//! @singledispatch             def _show_otherwise(x): return "?"
//! def show(x): return "?"     def show(x):
//!                                 if isinstance(x, int): return _show_1(x)
//!                                 return _show_otherwise(x)
//! @show.register
//! def _(x: int): return "i"   def _show_1(x: int): return "i"
//! ```
//!
//! `@functools.singledispatchmethod` in a class of the module likewise: methods that ask for the class of what comes after
//! the object.
//!
//! Where a class has several bases, and two of those that are asked for are among its own, neither derived from the other,
//! the function is left alone: there the order is that of the class of the argument.
//!
//! Source: Library Reference, `functools.singledispatch`, `functools.singledispatchmethod`.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Operator, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;

/// Builtin classes, derived ones first.
const BUILTINS: [&str; 11] =
    ["bool", "int", "float", "complex", "str", "bytes", "list", "tuple", "dict", "set", "frozenset"];

/// The module's statements with such functions written out; `None` where there is none.
pub(crate) fn replaced(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut bases = Bases::default();
    bases.visit_body(body);
    let mut found = false;
    let functions = block(&bases, body, Of::Module, &mut found)?;
    let all = functions.into_iter().map(|stmt| within(&bases, stmt, &mut found));
    let all = all.collect::<Option<Vec<Stmt>>>()?;
    found.then_some(all)
}

/// The methods of a class and the functions of a function, and so on.
fn within(bases: &Bases, stmt: Stmt, found: &mut bool) -> Option<Stmt> {
    let mut inner = |body: &[Stmt], of: Of| {
        let made = block(bases, body, of, found)?;
        made.into_iter().map(|stmt| within(bases, stmt, found)).collect::<Option<Vec<Stmt>>>()
    };
    Some(match stmt {
        Stmt::ClassDef(mut class) => {
            class.body = inner(&class.body, Of::Class)?.into();
            Stmt::ClassDef(class)
        }
        Stmt::FunctionDef(mut def) => {
            def.body = inner(&def.body, Of::Module)?.into();
            Stmt::FunctionDef(def)
        }
        stmt => stmt,
    })
}

/// What the functions belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Those of a function as well.
    Module,
    /// The class of what they look at comes after that of the object.
    Class,
}

/// The statements of a module or class with its functions written out; `None` where one is used in another way.
fn block(bases: &Bases, body: &[Stmt], of: Of, found: &mut bool) -> Option<Vec<Stmt>> {
    let marked = if of == Of::Class { "singledispatchmethod" } else { "singledispatch" };
    let mut out: Vec<Vec<Stmt>> = body.iter().map(|stmt| vec![stmt.clone()]).collect();
    for at in 0..body.len() {
        let Stmt::FunctionDef(def) = &body[at] else { continue };
        let [decorator] = def.decorator_list.as_slice() else { continue };
        if word(&decorator.expression) == Some(marked) {
            written_out(bases, (body, of), at, def, &mut out)?;
            *found = true;
        }
    }
    Some(out.into_iter().flatten().collect())
}

/// Writes out the function at `at` of the block; `None` where something is done with it that this cannot say.
fn written_out(
    bases: &Bases,
    (body, of): (&[Stmt], Of),
    at: usize,
    def: &StmtFunctionDef,
    out: &mut [Vec<Stmt>],
) -> Option<()> {
    let subject = usize::from(of == Of::Class);
    let name = def.name.as_str();
    let mut registered: Vec<(String, String)> = Vec::new();
    // The last that is registered.
    let mut last = at;
    for (i, stmt) in body.iter().enumerate().skip(at + 1) {
        if let Stmt::Expr(only) = stmt
            && let Some((classes, function)) = registered_by(name, &only.value)
        {
            registered.extend(classes.into_iter().map(|class| (class, function.clone())));
            out[i].clear();
            last = i;
            continue;
        }
        let Stmt::FunctionDef(other) = stmt else { continue };
        let classes = registered_for((name, subject), other)?;
        if classes.is_empty() {
            continue;
        }
        last = i;
        let own = if other.name.as_str() == "_" { format!("_{name}_{i}") } else { other.name.to_string() };
        registered.extend(classes.into_iter().map(|class| (class, own.clone())));
        let mut plain = other.clone();
        plain.decorator_list.clear();
        plain.name.id = own.as_str().into();
        out[i] = vec![Stmt::FunctionDef(plain)];
    }
    // Nothing may ask before all are registered.
    if !(at + 1..last).all(|i| out[i].is_empty() || is_definition(&body[i])) {
        return None;
    }
    // What is done with the registry besides is not known here.
    let mut asks = AsksRegistry { name, found: false };
    out.iter().flatten().for_each(|stmt| asks.visit_stmt(stmt));
    if asks.found {
        return None;
    }
    for (class, _) in &registered {
        bases.rank(class)?;
    }
    if bases.may_mix(&registered) {
        return None;
    }
    registered.sort_by_key(|(class, _)| bases.rank(class));
    let simple = |parameter: &ruff_python_ast::Parameter| parameter.name.to_string();
    let parameters = &def.parameters;
    if parameters.vararg.is_some() || parameters.kwarg.is_some() || !parameters.kwonlyargs.is_empty() {
        return None;
    }
    let names: Vec<String> = parameters.iter_non_variadic_params().map(|it| simple(&it.parameter)).collect();
    let first = names.get(subject)?;
    let (receiver, given) = names.split_at(subject);
    let receiver = receiver.first().map_or_else(String::new, |object| format!("{object}."));
    let (args, given) = (names.join(", "), given.join(", "));
    let mut text = format!("def {name}({args}):\n");
    for (class, function) in &registered {
        let class = if class == "None" { "type(None)" } else { class.as_str() };
        text.push_str(&format!(
            "    if isinstance({first}, {class}):\n        return {receiver}{function}({given})\n"
        ));
    }
    text.push_str(&format!("    return {receiver}_{name}_otherwise({given})\n"));
    let mut otherwise = def.clone();
    otherwise.decorator_list.clear();
    otherwise.name.id = format!("_{name}_otherwise").as_str().into();
    let Some(Stmt::FunctionDef(mut asking)) = parsed(&text, def.name.range()).pop() else { return None };
    // The docstring, the defaults and the annotations are the function's.
    asking.parameters = def.parameters.clone();
    out[at] = vec![Stmt::FunctionDef(otherwise), Stmt::FunctionDef(asking)];
    Some(())
}

/// Whether a statement only defines something.
fn is_definition(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::FunctionDef(_) | Stmt::ClassDef(_) | Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Pass(_) => {
            true
        }
        Stmt::Expr(only) => only.value.is_literal_expr(),
        Stmt::Assign(assign) => assign.value.is_literal_expr(),
        _ => false,
    }
}

/// Looks for `name.register` and its like.
struct AsksRegistry<'n> {
    name: &'n str,
    found: bool,
}

impl<'a> Visitor<'a> for AsksRegistry<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        self.found |= matches!(expr, Expr::Attribute(attribute)
            if matches!(attribute.attr.as_str(), "register" | "dispatch" | "registry")
                && matches!(&*attribute.value, Expr::Name(owner) if owner.id.as_str() == self.name));
        walk_expr(self, expr);
    }
}

/// Whether an expression is `name.register`.
fn is_register(name: &str, expr: &Expr) -> bool {
    matches!(expr, Expr::Attribute(attribute) if attribute.attr.as_str() == "register"
        && matches!(&*attribute.value, Expr::Name(owner) if owner.id.as_str() == name))
}

/// The classes and the function of `name.register(C, function)` and `name.register(C)(function)`.
fn registered_by(name: &str, expr: &Expr) -> Option<(Vec<String>, String)> {
    let Expr::Call(call) = expr else { return None };
    let (class, function) = match (&*call.func, &*call.arguments.args) {
        (func, [class, function]) if is_register(name, func) => (class, function),
        (Expr::Call(registering), [function]) if is_register(name, &registering.func) => {
            (registering.arguments.args.first()?, function)
        }
        _ => return None,
    };
    let Expr::Name(function) = function else { return None };
    let mut classes = Vec::new();
    of_annotation(class, &mut classes)?;
    Some((classes, function.id.to_string()))
}

/// The classes that `@name.register` names for a function, none for another; `None` where it says them otherwise.
fn registered_for((name, subject): (&str, usize), def: &StmtFunctionDef) -> Option<Vec<String>> {
    let mut classes = Vec::new();
    let is_register = |expr: &Expr| is_register(name, expr);
    let mut is_other = false;
    for decorator in &def.decorator_list {
        match &decorator.expression {
            expr if is_register(expr) => {
                let first = def.parameters.iter_non_variadic_params().nth(subject)?;
                of_annotation(first.parameter.annotation.as_deref()?, &mut classes)?;
            }
            Expr::Call(call) if is_register(&call.func) => match &*call.arguments.args {
                [class] if call.arguments.keywords.is_empty() => of_annotation(class, &mut classes)?,
                _ => return None,
            },
            _ => is_other = true,
        }
    }
    if is_other && !classes.is_empty() { None } else { Some(classes) }
}

/// `C`, `A | B`, `None`.
fn of_annotation(expr: &Expr, classes: &mut Vec<String>) -> Option<()> {
    match expr {
        Expr::Name(name) => classes.push(name.id.to_string()),
        Expr::NoneLiteral(_) => classes.push("None".to_owned()),
        Expr::BinOp(either) if either.op == Operator::BitOr => {
            of_annotation(&either.left, classes)?;
            of_annotation(&either.right, classes)?;
        }
        _ => return None,
    }
    Some(())
}

fn word(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

/// The base of each class of the program.
#[derive(Default)]
struct Bases {
    base: BTreeMap<String, Option<String>>,
    /// All bases of the classes that have several, or several definitions.
    several: BTreeMap<String, Vec<String>>,
}

impl Bases {
    /// Whether objects of some class are of two of these, neither of which is derived from the other.
    fn may_mix(&self, registered: &[(String, String)]) -> bool {
        self.several.keys().any(|class| {
            let over = self.over(class);
            let asked: Vec<&String> =
                registered.iter().map(|(class, _)| class).filter(|class| over.contains(*class)).collect();
            asked.iter().any(|one| {
                asked.iter().any(|other| {
                    one != other && !self.over(one).contains(*other) && !self.over(other).contains(*one)
                })
            })
        })
    }

    /// A class and all it is derived from; `bool` is an `int`, too.
    fn over(&self, class: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut todo = vec![class.to_owned()];
        while let Some(class) = todo.pop() {
            if class == "bool" {
                todo.push("int".to_owned());
            }
            todo.extend(self.base.get(&class).cloned().flatten());
            todo.extend(self.several.get(&class).cloned().unwrap_or_default());
            if !found.insert(class) {
                continue;
            }
            todo.retain(|class| !found.contains(class));
        }
        found
    }

    /// Where a class stands among those that are asked for; `None` for one that is neither the program's nor of these.
    fn rank(&self, class: &str) -> Option<(usize, usize)> {
        if class == "object" {
            return Some((2, 0));
        }
        if class == "None" {
            return Some((1, BUILTINS.len()));
        }
        let mut depth = 0;
        let mut here = class;
        while let Some(base) = self.base.get(here) {
            depth += 1;
            if depth > self.base.len() {
                return None;
            }
            match base {
                Some(base) => here = base,
                None => return Some((0, usize::MAX - depth)),
            }
        }
        match BUILTINS.iter().position(|builtin| *builtin == here) {
            Some(at) if depth == 0 => Some((1, at)),
            Some(_) => Some((0, usize::MAX - depth)),
            // A class of the library: only one that the program does not ask for by name.
            None if depth > 0 => Some((0, usize::MAX - depth)),
            None => None,
        }
    }
}

impl<'a> Visitor<'a> for Bases {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            let bases: Vec<&Expr> =
                def.arguments.iter().flat_map(|arguments| arguments.args.iter()).collect();
            let base = bases.first().and_then(|base| word(base)).map(str::to_owned);
            let before = self.base.get(def.name.as_str()).cloned();
            if bases.len() > 1 || before.is_some() {
                let all = self.several.entry(def.name.to_string()).or_default();
                all.extend(bases.iter().filter_map(|base| word(base)).map(str::to_owned));
                all.extend(before.flatten());
            }
            self.base.insert(def.name.to_string(), base.filter(|base| base != "object"));
        }
        walk_stmt(self, stmt);
    }
}
