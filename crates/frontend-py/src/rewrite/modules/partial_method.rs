//! `partialmethod` of `functools`: a method that calls another one with arguments given ahead.
//!
//! ```text
//! class Lamp:                                class Lamp:
//!     def turn(self, on): …                      def turn(self, on): …
//!     switch_on = partialmethod(turn, True)      def switch_on(self, *_more, **_named):
//!                                                    return Lamp.turn(self, True, *_more, **_named)
//! ```
//!
//! What is given ahead has to be constant: Python evaluates it once.

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements with such methods written out; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let is_imported = body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import) if import.module.as_deref() == Some("functools")
            && import.names.iter().any(|alias| alias.name.as_str() == "partialmethod" && alias.asname.is_none()))
    });
    let writer = Writer { is_imported: is_imported && bound.times("partialmethod") == 1, bound };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
    Some(out)
}

struct Writer<'a> {
    is_imported: bool,
    bound: Bound<'a>,
}

impl Transformer for Writer<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::ClassDef(def) = stmt {
            let class = def.clone();
            for stmt in &mut def.body {
                if let Some(method) = self.written(&class, stmt) {
                    *stmt = method;
                }
            }
        }
    }
}

impl Writer<'_> {
    fn is_partial_method(&self, callee: &Expr) -> bool {
        match callee {
            Expr::Name(name) => self.is_imported && name.id.as_str() == "partialmethod",
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == "partialmethod"
                    && matches!(&*attribute.value, Expr::Name(module)
                        if self.bound.is_module(module.id.as_str(), "functools"))
            }
            _ => false,
        }
    }

    /// `name = partialmethod(function, …)` as a method.
    fn written(&self, class: &StmtClassDef, stmt: &Stmt) -> Option<Stmt> {
        let Stmt::Assign(assign) = stmt else { return None };
        let ([Expr::Name(name)], Expr::Call(call)) = (&*assign.targets, &*assign.value) else { return None };
        let (Expr::Name(function), given) = call.arguments.args.split_first()? else { return None };
        let is_own = class.body.iter().any(|stmt| {
            matches!(stmt, Stmt::FunctionDef(method)
                if method.name.as_str() == function.id.as_str() && method.decorator_list.is_empty())
        });
        let keywords = &call.arguments.keywords;
        let is_constant = given.iter().chain(keywords.iter().map(|keyword| &keyword.value)).all(is_constant);
        if !self.is_partial_method(&call.func) || !is_own || !is_constant {
            return None;
        }
        let mut params = vec!["self".to_owned(), "*_more".to_owned()];
        let mut args = vec!["self".to_owned()];
        args.extend(given.iter().map(|_| "None".to_owned()));
        args.push("*_more".to_owned());
        for keyword in keywords {
            let name = keyword.arg.as_ref()?;
            params.push(format!("{name}=None"));
            args.push(format!("{name}={name}"));
        }
        let code = format!(
            "def {}({}, **_named):\n    return {}.{}({}, **_named)\n",
            name.id,
            params.join(", "),
            class.name,
            function.id,
            args.join(", ")
        );
        let Some(Stmt::FunctionDef(mut method)) = parsed(&code, assign.range()).pop() else { return None };
        if let Some(Stmt::Return(only)) = method.body.first_mut()
            && let Some(Expr::Call(call)) = only.value.as_deref_mut()
        {
            call.arguments.args.iter_mut().skip(1).zip(given).for_each(|(arg, value)| *arg = value.clone());
        }
        let defaults = method.parameters.kwonlyargs.iter_mut().zip(keywords);
        defaults.for_each(|(param, keyword)| param.default = Some(Box::new(keyword.value.clone())));
        Some(Stmt::FunctionDef(method))
    }
}

fn is_constant(value: &Expr) -> bool {
    match value {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) => {
            true
        }
        Expr::UnaryOp(operation) => operation.operand.is_number_literal_expr(),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_constant),
        _ => false,
    }
}
