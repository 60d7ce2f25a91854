//! `property` called: its functions by position, and what deletes the attribute as a method of its own.
//!
//! ```text
//! class Box:                                      class Box:
//!     x = property(fget=get, fdel=delete)             x = property(get)
//!                                                     _delattr_x_ = delete
//!     y = property(doc="…")                           @property
//!     @y.getter                                       def y(self): …
//!     def y(self): …
//! ```
//!
//! Source: Library Reference, *Built-in Functions*, `property`.

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Identifier, Stmt, Suite};

use crate::rewrite::bound::Bound;

/// The parameters of `property` that are functions.
const FUNCTIONS: [&str; 3] = ["fget", "fset", "fdel"];

/// The module's statements with such properties; `None` where there is none.
pub(crate) fn normalised(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("property(") || Bound::of(body).times("property") > 0 {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| Normaliser.visit_stmt(stmt));
    Some(out)
}

struct Normaliser;

impl Transformer for Normaliser {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let mut body = std::mem::take(&mut def.body);
        while let Some(at) = body.iter().position(is_empty) {
            if !takes_getter(&mut body, at) {
                break;
            }
        }
        def.body = body.into_iter().flat_map(|stmt| split(&stmt).unwrap_or_else(|| vec![stmt])).collect();
    }

    // No class stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

/// `name = property()`, with or without a text.
fn is_empty(stmt: &Stmt) -> bool {
    let Stmt::Assign(assign) = stmt else { return false };
    let ([Expr::Name(_)], Expr::Call(call)) = (&*assign.targets, &*assign.value) else { return false };
    matches!(&*call.func, Expr::Name(callee) if callee.id.as_str() == "property")
        && matches!(functions(call), Some([None, None, None]))
}

/// Makes the getter that a property without functions is given first the property itself; whether there is one.
fn takes_getter(body: &mut Suite, at: usize) -> bool {
    let Stmt::Assign(assign) = &body[at] else { return false };
    let ([Expr::Name(name)], Expr::Call(call)) = (&*assign.targets, &*assign.value) else { return false };
    let (name, property) = (name.id.clone(), (*call.func).clone());
    let Some(Stmt::FunctionDef(def)) = body.get_mut(at + 1) else { return false };
    let [decorator] = &mut *def.decorator_list else { return false };
    let is_getter = matches!(&decorator.expression, Expr::Attribute(getter)
        if getter.attr.as_str() == "getter" && matches!(&*getter.value, Expr::Name(of) if of.id == name));
    if is_getter && def.name.id == name {
        decorator.expression = property;
        body.remove(at);
        return true;
    }
    false
}

/// `name = property(…)` and what deletes it; `None` where nothing is to be done, or Python raises.
fn split(stmt: &Stmt) -> Option<Vec<Stmt>> {
    let Stmt::Assign(assign) = stmt else { return None };
    let ([Expr::Name(name)], Expr::Call(call)) = (&*assign.targets, &*assign.value) else { return None };
    if !matches!(&*call.func, Expr::Name(callee) if callee.id.as_str() == "property") {
        return None;
    }
    let [get, set, delete] = functions(call)?;
    let get = get?;
    if set.is_none() && delete.is_none() && call.arguments.keywords.is_empty() {
        return None;
    }
    let mut property = assign.clone();
    let Expr::Call(call) = &mut *property.value else { return None };
    call.arguments.args = std::iter::once(get).chain(set).collect();
    call.arguments.keywords.clear();
    let mut out = vec![Stmt::Assign(property)];
    if let Some(delete) = delete {
        let mut deleter = assign.clone();
        let mut target = name.clone();
        target.id = format!("_delattr_{}_", name.id).into();
        deleter.targets = vec![Expr::Name(target)];
        deleter.value = Box::new(delete);
        out.push(Stmt::Assign(deleter));
    }
    Some(out)
}

/// The functions of a property, by their places.
fn functions(call: &ExprCall) -> Option<[Option<Expr>; 3]> {
    let mut found = [const { None }; 3];
    let arguments = &call.arguments;
    if arguments.args.len() > 4 || arguments.args.iter().any(|arg| matches!(arg, Expr::Starred(_))) {
        return None;
    }
    for (place, arg) in found.iter_mut().zip(&arguments.args) {
        *place = Some(arg.clone());
    }
    for keyword in &arguments.keywords {
        match keyword.arg.as_ref().map(Identifier::as_str)? {
            "doc" => {}
            name => {
                let at = FUNCTIONS.iter().position(|function| *function == name)?;
                if found[at].replace(keyword.value.clone()).is_some() {
                    return None;
                }
            }
        }
    }
    Some(found.map(|function| function.filter(|expr| !matches!(expr, Expr::NoneLiteral(_)))))
}
