//! `__class_getitem__`, which a subscript of its class calls.
//!
//! ```text
//! class Column:                                    class Column:
//!     def __class_getitem__(cls, item):                @classmethod
//!         return cls                                   def __class_getitem__(cls, item):
//!                                                          return cls
//! Column[int]                                      Column.__class_getitem__(int)
//! class Age(Column[int]): …                        class Age(Column): …
//! ```
//!
//! Where a class derives from such a subscript, the method has to give the class back and do nothing else. Annotations stay
//! as they are. Source: Language Reference, 3.3.5.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as walk_read};
use ruff_python_ast::{Expr, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::{called, parsed};

const METHOD: &str = "__class_getitem__";

/// The program with such subscripts as calls; `None` where it has none, or a class that stands elsewhere than in the module.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let mut classes = Classes::default();
    for stmt in body {
        let Stmt::ClassDef(class) = stmt else { continue };
        let base = |base: &Expr, of: &BTreeSet<String>| {
            let base = base.as_subscript_expr().map_or(base, |base| &base.value);
            base.as_name_expr().is_some_and(|base| of.contains(base.id.as_str()))
        };
        let own = class.body.iter().find_map(|stmt| stmt.as_function_def_stmt().filter(|def| is_it(def)));
        let inherits = class.bases().iter().any(|it| base(it, &classes.all));
        if bound.times(&class.name) != 1 || own.is_none() && !inherits {
            continue;
        }
        let gives_itself = match own {
            Some(def) => gives_itself(def),
            None => class.bases().iter().all(|it| !base(it, &classes.all) || base(it, &classes.plain)),
        };
        classes.all.insert(class.name.to_string());
        if gives_itself {
            classes.plain.insert(class.name.to_string());
        }
    }
    let mut annotated = Annotated { classes: &classes, is_called: false };
    annotated.visit_body(body);
    if classes.all.is_empty() || annotated.is_called {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    Some(out)
}

fn is_it(def: &StmtFunctionDef) -> bool {
    def.name.as_str() == METHOD
}

/// Whether all that the method does is to give its class.
fn gives_itself(def: &StmtFunctionDef) -> bool {
    let class = def.parameters.iter_non_variadic_params().next().map(|param| param.name().as_str());
    let mut body =
        def.body.iter().filter(|stmt| !matches!(stmt, Stmt::Expr(it) if it.value.is_literal_expr()));
    match (body.next(), body.next()) {
        (Some(Stmt::Return(last)), None) => last
            .value
            .as_deref()
            .and_then(Expr::as_name_expr)
            .is_some_and(|name| Some(name.id.as_str()) == class),
        _ => false,
    }
}

/// The classes that have the method, and those whose method only gives the class.
#[derive(Default)]
struct Classes {
    all: BTreeSet<String>,
    plain: BTreeSet<String>,
}

/// Whether an annotation calls a method that does more than to give its class: annotations stay as they are.
struct Annotated<'a> {
    classes: &'a Classes,
    is_called: bool,
}

impl<'a> Visitor<'a> for Annotated<'_> {
    fn visit_annotation(&mut self, annotation: &'a Expr) {
        let mut subscripts = Subscripts::default();
        subscripts.visit_expr(annotation);
        let does_more = |name: &str| self.classes.all.contains(name) && !self.classes.plain.contains(name);
        self.is_called |= subscripts.0.into_iter().any(does_more);
    }
}

/// The names that are subscripted.
#[derive(Default)]
struct Subscripts<'a>(Vec<&'a str>);

impl<'a> Visitor<'a> for Subscripts<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Subscript(subscript) = expr
            && let Expr::Name(name) = &*subscript.value
        {
            self.0.push(name.id.as_str());
        }
        walk_read(self, expr);
    }
}

impl Classes {
    fn class(&self, class: &mut StmtClassDef) {
        for stmt in &mut class.body {
            let Stmt::FunctionDef(def) = stmt else { continue };
            if is_it(def) && def.decorator_list.is_empty() {
                let made = parsed("@classmethod\ndef it(): 0\n", def.range()).into_iter().next();
                if let Some(Stmt::FunctionDef(made)) = made {
                    def.decorator_list = made.decorator_list;
                }
            }
        }
        let Some(arguments) = class.arguments.as_deref_mut() else { return };
        for base in &mut arguments.args {
            if let Expr::Subscript(subscript) = base
                && matches!(&*subscript.value, Expr::Name(name) if self.plain.contains(name.id.as_str()))
            {
                *base = (*subscript.value).clone();
            }
        }
    }
}

impl Transformer for Classes {
    fn visit_annotation(&self, _: &mut Expr) {}

    fn visit_stmt(&self, stmt: &mut Stmt) {
        if let Stmt::ClassDef(class) = stmt {
            self.class(class);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Subscript(subscript) = &*expr else { return };
        let Expr::Name(class) = &*subscript.value else { return };
        if !self.all.contains(class.id.as_str()) || !subscript.ctx.is_load() {
            return;
        }
        let text = format!("{}.{METHOD}\n", class.id);
        let Some(Stmt::Expr(method)) = parsed(&text, subscript.range()).into_iter().next() else { return };
        *expr = called(*method.value, (*subscript.slice).clone(), subscript.range());
    }
}
