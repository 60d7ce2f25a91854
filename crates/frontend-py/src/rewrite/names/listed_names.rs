//! `for name in dir(self)`, where only names that begin in one way are looked at: what the program says of them.
//!
//! Only what the program itself defines can have such a name, so `dir` is written out as a function for each beginning.
//!
//! ```text
//! for name in sorted(dir(self)):              for name in sorted(_dir_do_(self)):
//!     if name.startswith("do_"):                  if name.startswith("do_"):
//!         …                                           …
//!
//!                                             def _dir_do_(value):
//!                                                 names = []
//!                                                 if hasattr(value, "do_help"):
//!                                                     names.append("do_help")
//!                                                 return names
//! ```

use std::collections::BTreeMap;

use ruff_python_ast::{BoolOp, CmpOp, Comprehension, Expr, ExprCall, Number, Stmt, UnaryOp};

/// Variables that hold lists of such names, and how those begin.
pub(crate) type Lists<'a> = BTreeMap<&'a str, String>;

/// `names = [name for name in dir(self) if name.startswith("do_")]`.
pub(crate) fn of_assignment(stmt: &Stmt) -> Option<(&str, String)> {
    let Stmt::Assign(assign) = stmt else { return None };
    let [Expr::Name(name)] = assign.targets.as_slice() else { return None };
    Some((name.id.as_str(), listed(&assign.value, &Lists::new())?))
}

/// How the names begin that a comprehension takes of what `dir` lists, with the variable that holds them.
pub(crate) fn of_comprehension<'a>(
    comprehension: &'a Comprehension,
    lists: &Lists<'_>,
) -> Option<(&'a str, String)> {
    let Expr::Name(target) = &comprehension.target else { return None };
    let target = target.id.as_str();
    if let Some(start) = listed(&comprehension.iter, lists) {
        return Some((target, start));
    }
    dir_call(&comprehension.iter)?;
    Some((target, begins(comprehension.ifs.first()?, target)?))
}

/// The same of a loop that looks at such names alone.
pub(crate) fn of_loop<'a>(stmt: &'a Stmt, lists: &Lists<'_>) -> Option<(&'a str, String)> {
    let Stmt::For(stmt) = stmt else { return None };
    let Expr::Name(target) = &*stmt.target else { return None };
    let target = target.id.as_str();
    if let Some(start) = listed(&stmt.iter, lists) {
        return Some((target, start));
    }
    dir_call(&stmt.iter)?;
    let Some(Stmt::If(first)) = stmt.body.first() else { return None };
    if !first.elif_else_clauses.is_empty() {
        return None;
    }
    if let Expr::UnaryOp(not) = &*first.test
        && not.op == UnaryOp::Not
        && matches!(first.body.as_slice(), [Stmt::Continue(_)])
    {
        return Some((target, begins(&not.operand, target)?));
    }
    let is_alone = stmt.body.len() == 1 && stmt.orelse.is_empty();
    is_alone.then(|| begins(&first.test, target)).flatten().map(|start| (target, start))
}

/// How all names begin that an expression gives: a comprehension of what `dir` lists, sorted or not.
pub(crate) fn listed(expr: &Expr, lists: &Lists<'_>) -> Option<String> {
    let (elt, generators) = match expr {
        Expr::ListComp(comp) => (&comp.elt, &comp.generators),
        Expr::SetComp(comp) => (&comp.elt, &comp.generators),
        Expr::Generator(comp) => (&comp.elt, &comp.generators),
        Expr::Call(call) => return listed(passed_on(call)?, lists).or_else(|| filtered(call)),
        Expr::Name(name) => return lists.get(name.id.as_str()).cloned(),
        _ => return None,
    };
    let [comprehension] = generators.as_slice() else { return None };
    let (target, start) = of_comprehension(comprehension, lists)?;
    matches!(&**elt, Expr::Name(name) if name.id.as_str() == target).then_some(start)
}

/// `filter(lambda name: name.startswith("do_"), dir(self))`.
fn filtered(call: &ExprCall) -> Option<String> {
    let [Expr::Lambda(test), names] = &*call.arguments.args else { return None };
    let is_filter = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "filter");
    if !is_filter || dir_call(names).is_none() {
        return None;
    }
    let mut params = test.parameters.as_ref()?.iter();
    let (param, None) = (params.next()?, params.next()) else { return None };
    begins(&test.body, param.name().as_str())
}

/// The sequence of which a call gives the items.
fn passed_on(call: &ExprCall) -> Option<&Expr> {
    let Expr::Name(function) = &*call.func else { return None };
    match function.id.as_str() {
        "sorted" | "list" | "tuple" | "set" | "reversed" => call.arguments.args.first(),
        "filter" => call.arguments.args.get(1),
        _ => None,
    }
}

/// The call of `dir` that gives the names of an expression.
pub(crate) fn dir_call(expr: &Expr) -> Option<&ExprCall> {
    let Expr::Call(call) = expr else { return None };
    let is_dir = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "dir");
    match &*call.arguments.args {
        [_] if is_dir && call.arguments.keywords.is_empty() => Some(call),
        _ => dir_call(passed_on(call)?),
    }
}

/// [`dir_call`], to be changed.
pub(crate) fn dir_call_mut(expr: &mut Expr) -> Option<&mut ExprCall> {
    dir_call(expr)?;
    let Expr::Call(call) = expr else { return None };
    if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "dir") {
        return Some(call);
    }
    let at = usize::from(matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "filter"));
    dir_call_mut(call.arguments.args.get_mut(at)?)
}

/// How a name begins where a test of it holds: `name.startswith("do_")`, `name[:3] == "do_"`, and others besides.
fn begins(test: &Expr, name: &str) -> Option<String> {
    let is_name = |expr: &Expr| matches!(expr, Expr::Name(found) if found.id.as_str() == name);
    match test {
        Expr::BoolOp(both) if both.op == BoolOp::And => begins(both.values.first()?, name),
        Expr::Call(call) => {
            let Expr::Attribute(method) = &*call.func else { return None };
            let [Expr::StringLiteral(start)] = &*call.arguments.args else { return None };
            let is_test = method.attr.as_str() == "startswith" && is_name(&method.value);
            is_test.then(|| start.value.to_str().to_owned())
        }
        Expr::Compare(compare) => {
            let [Expr::StringLiteral(start)] = &*compare.comparators else { return None };
            let Expr::Subscript(part) = &*compare.left else { return None };
            let Expr::Slice(slice) = &*part.slice else { return None };
            let Some(Expr::NumberLiteral(end)) = slice.upper.as_deref() else { return None };
            let start = start.value.to_str();
            let is_whole =
                matches!(&end.value, Number::Int(n) if n.as_usize() == Some(start.chars().count()));
            let is_test = *compare.ops == [CmpOp::Eq] && is_name(&part.value) && slice.lower.is_none();
            (is_test && slice.step.is_none() && is_whole).then(|| start.to_owned())
        }
        _ => None,
    }
}

/// The function that lists the names that a value has.
pub(crate) fn definition(helper: &str, names: &[String]) -> String {
    let mut text = format!("def {helper}(value):\n    names = []\n");
    for name in names {
        text.push_str(&format!("    if hasattr(value, '{name}'):\n        names.append('{name}')\n"));
    }
    text + "    return names\n"
}
