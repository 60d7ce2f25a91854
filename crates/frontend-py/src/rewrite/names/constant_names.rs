//! A parameter that is a constant text: put in its place, and what follows from it decided.
//!
//! ```text
//! if name.startswith("_"):        # of the name "_x"
//!     self.log("set " + name)     self.log("set _x")
//! else: …
//! ```

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{
    BoolOp, CmpOp, ElifElseClause, Expr, ExprContext, FStringPart, InterpolatedStringElement, Operator, Stmt,
    UnaryOp,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::quote::parsed;

/// A parameter and its value.
pub(crate) struct Constant<'c> {
    pub(crate) parameter: &'c str,
    pub(crate) value: &'c str,
}

/// Statements with the constant in the place of the parameter.
pub(crate) fn folded(body: impl IntoIterator<Item = Stmt>, constant: &Constant<'_>) -> Vec<Stmt> {
    let folder = Folder { constant };
    let mut out = Vec::new();
    for mut stmt in body {
        folder.visit_stmt(&mut stmt);
        decided(stmt, &mut out);
    }
    if out.is_empty() {
        out.extend(parsed("pass\n", TextRange::default()));
    }
    out
}

/// A statement, or of an `if` whose test is constant the branch that is taken.
fn decided(stmt: Stmt, out: &mut Vec<Stmt>) {
    let Stmt::If(mut choice) = stmt else { return out.push(stmt) };
    match truth(&choice.test) {
        Some(true) => out.extend(choice.body),
        Some(false) => {
            let mut rest: Vec<ElifElseClause> = std::mem::take(&mut choice.elif_else_clauses);
            if rest.is_empty() {
                return;
            }
            let next = rest.remove(0);
            match next.test {
                None => out.extend(next.body),
                Some(test) => {
                    choice.test = Box::new(test);
                    choice.body = next.body;
                    choice.elif_else_clauses = rest;
                    decided(Stmt::If(choice), out);
                }
            }
        }
        None => out.push(Stmt::If(choice)),
    }
}

/// Whether an expression is a constant that is true, or false.
fn truth(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::BooleanLiteral(literal) => Some(literal.value),
        _ => None,
    }
}

fn text(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::StringLiteral(literal) => Some(literal.value.to_str()),
        _ => None,
    }
}

fn literal(source: &str, range: TextRange) -> Option<Expr> {
    match parsed(&format!("{source}\n"), range).pop() {
        Some(Stmt::Expr(only)) => Some(*only.value),
        _ => None,
    }
}

fn text_literal(value: &str, range: TextRange) -> Option<Expr> {
    // Names, and what programs put before and after them.
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | ' ' | '.' | ':' | '-');
    value.chars().all(is_plain).then(|| literal(&format!("'{value}'"), range)).flatten()
}

fn truth_literal(value: bool, range: TextRange) -> Option<Expr> {
    literal(if value { "True" } else { "False" }, range)
}

struct Folder<'c> {
    constant: &'c Constant<'c>,
}

impl Transformer for Folder<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        match stmt {
            Stmt::If(choice) => {
                branch(&mut choice.body);
                choice.elif_else_clauses.iter_mut().for_each(|clause| branch(&mut clause.body));
            }
            Stmt::For(each) => branch(&mut each.body),
            Stmt::While(each) => branch(&mut each.body),
            Stmt::With(with) => branch(&mut with.body),
            Stmt::Try(tried) => branch(&mut tried.body),
            _ => {}
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Some(folded) = self.fold(expr) {
            *expr = folded;
        }
    }
}

/// Decides the choices within a block.
fn branch<B: Default + FromIterator<Stmt> + IntoIterator<Item = Stmt>>(body: &mut B) {
    let mut out = Vec::new();
    for stmt in std::mem::take(body) {
        decided(stmt, &mut out);
    }
    if out.is_empty() {
        out.extend(parsed("pass\n", TextRange::default()));
    }
    *body = out.into_iter().collect();
}

impl Folder<'_> {
    fn fold(&self, expr: &Expr) -> Option<Expr> {
        let range = expr.range();
        match expr {
            Expr::Name(name)
                if name.ctx == ExprContext::Load && name.id.as_str() == self.constant.parameter =>
            {
                text_literal(self.constant.value, range)
            }
            Expr::BinOp(sum) if sum.op == Operator::Add => {
                text_literal(&[text(&sum.left)?, text(&sum.right)?].concat(), range)
            }
            Expr::FString(format) => {
                let mut joined = String::new();
                for part in &format.value {
                    match part {
                        FStringPart::Literal(literal) => joined.push_str(&literal.value),
                        FStringPart::FString(inner) => {
                            for element in &inner.elements {
                                match element {
                                    InterpolatedStringElement::Literal(literal) => {
                                        joined.push_str(&literal.value);
                                    }
                                    InterpolatedStringElement::Interpolation(value) => {
                                        if !value.conversion.is_none() || value.format_spec.is_some() {
                                            return None;
                                        }
                                        joined.push_str(text(&value.expression)?);
                                    }
                                }
                            }
                        }
                    }
                }
                text_literal(&joined, range)
            }
            Expr::Compare(compare) => {
                let ([op], [right]) = (&*compare.ops, &*compare.comparators) else { return None };
                let left = text(&compare.left)?;
                let is_in = |items: &[Expr]| {
                    let items: Vec<&str> = items.iter().map(text).collect::<Option<_>>()?;
                    Some(items.contains(&left))
                };
                let found = match (op, right) {
                    (CmpOp::Eq | CmpOp::NotEq, right) => text(right)? == left,
                    (CmpOp::In | CmpOp::NotIn, Expr::Tuple(items)) => is_in(&items.elts)?,
                    (CmpOp::In | CmpOp::NotIn, Expr::List(items)) => is_in(&items.elts)?,
                    (CmpOp::In | CmpOp::NotIn, Expr::Set(items)) => is_in(&items.elts)?,
                    _ => return None,
                };
                truth_literal(found != matches!(op, CmpOp::NotEq | CmpOp::NotIn), range)
            }
            Expr::Call(call) => {
                let Expr::Attribute(method) = &*call.func else { return None };
                let (subject, [argument]) = (text(&method.value)?, &*call.arguments.args) else {
                    return None;
                };
                let argument = text(argument)?;
                match method.attr.as_str() {
                    "startswith" => truth_literal(subject.starts_with(argument), range),
                    "endswith" => truth_literal(subject.ends_with(argument), range),
                    _ => None,
                }
            }
            Expr::Subscript(part) => {
                // `name[4:]`, of what begins with four letters.
                let (subject, Expr::Slice(slice)) = (text(&part.value)?, &*part.slice) else { return None };
                if slice.upper.is_some() || slice.step.is_some() || !subject.is_ascii() {
                    return None;
                }
                let Expr::NumberLiteral(from) = &**slice.lower.as_ref()? else { return None };
                let from = from.value.as_int()?.as_usize()?;
                text_literal(subject.get(from..)?, range)
            }
            Expr::UnaryOp(negation) if negation.op == UnaryOp::Not => {
                truth_literal(!truth(&negation.operand)?, range)
            }
            Expr::BoolOp(choice) => {
                let is_or = choice.op == BoolOp::Or;
                let values: Vec<Option<bool>> = choice.values.iter().map(truth).collect();
                if values.first().copied().flatten() == Some(is_or) {
                    return truth_literal(is_or, range);
                }
                values
                    .iter()
                    .all(|value| *value == Some(!is_or))
                    .then(|| truth_literal(!is_or, range))
                    .flatten()
            }
            _ => None,
        }
    }
}
