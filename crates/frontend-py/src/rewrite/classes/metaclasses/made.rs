//! `__new__` and `__init__` of a metaclass: a function of the class that was made.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{
    AtomicNodeIndex, CmpOp, Expr, ExprAttribute, ExprContext, Stmt, StmtClassDef, StmtFunctionDef, UnaryOp,
};
use ruff_text_size::Ranged;

use super::family::names_of;
use super::{identifier, is_name, is_type, name_expr};
use crate::rewrite::quote::parsed;

pub(crate) struct Made {
    pub(crate) function: StmtFunctionDef,
    /// The variable of the class.
    pub(crate) class: String,
    /// Which of the name, the bases and the names in the body it looks at.
    takes: [bool; 3],
    pub(crate) takes_keywords: bool,
    /// Attributes that it sets where a class does not have them: none of those that name the metaclass has, the others do.
    pub(crate) founded: BTreeSet<String>,
    /// Whether it uses the class as a value.
    pub(crate) keeps_the_class: bool,
}

impl Made {
    /// The function of one of the two methods; `Some(None)` where it would do nothing, `None` where it does what cannot be told.
    pub(crate) fn of(meta: &str, method: &StmtFunctionDef) -> Option<Option<Self>> {
        let parameters = &method.parameters;
        if !parameters.posonlyargs.is_empty() || parameters.vararg.is_some() {
            return None;
        }
        let names: Vec<String> = parameters.args.iter().map(|with| with.parameter.name.to_string()).collect();
        let [receiver, given @ ..] = names.as_slice() else { return None };
        let given: [String; 3] = given.to_vec().try_into().ok()?;
        let rest = parameters.kwarg.as_ref().map(|rest| rest.name.to_string());
        let (class, mut body) = if method.name.as_str() == "__new__" {
            without_new(method, &given, rest.as_deref())?
        } else {
            (receiver.clone(), without_init(method, &given))
        };
        body.retain(|stmt| {
            !stmt.is_pass_stmt() && !matches!(stmt, Stmt::Expr(only) if only.value.is_string_literal_expr())
        });
        let founded: BTreeSet<String> = body.iter().filter_map(|stmt| founded(stmt, &class)).collect();
        let writer = Writer {
            class: &class,
            bases: &given[1],
            founded: &founded,
            namespace: &given[2],
            meta: (method.name.as_str() == "__new__").then_some((receiver.as_str(), meta)),
            set: RefCell::default(),
            is_possible: Cell::new(true),
        };
        body.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
        let set = writer.set.into_inner();
        let mut looks = Looks { namespace: &given[2], tests: 0, ..Looks::default() };
        looks.visit_body(&body);
        let reads = |name: &str| looks.names.contains(name);
        // A name that is tested for is not one that is set.
        let is_told = writer.is_possible.get()
            && (set.is_empty()
                || looks.tested.iter().all(|name| name.as_ref().is_some_and(|name| !set.contains(name))))
            && looks.n_namespace == looks.tests
            && !looks.returns
            && given.iter().all(|name| !looks.stored.contains(name))
            && !reads("super")
            && !reads("__class__")
            && (receiver == &class || !reads(receiver));
        if !is_told {
            return None;
        }
        if body.is_empty() {
            return Some(None);
        }
        let takes = [0, 1, 2].map(|at: usize| reads(&given[at]));
        let mut function = method.clone();
        function.name = identifier(&format!("_{meta}_{}", method.name.trim_matches('_')), &method.name);
        let kept = given.iter().zip(takes).filter(|(_, takes)| *takes).map(|(name, _)| name.as_str());
        let args: Vec<&str> = std::iter::once(class.as_str()).chain(kept).collect();
        let header = parsed(&format!("def f({}):\n    pass\n", args.join(", ")), method.name.range).pop();
        let Some(Stmt::FunctionDef(header)) = header else { return None };
        function.parameters.args = header.parameters.args.clone();
        function.returns = None;
        function.body = body.into();
        let takes_keywords =
            function.parameters.kwarg.is_some() || !function.parameters.kwonlyargs.is_empty();
        let keeps_the_class = keeps(&class, &looks);
        Some(Some(Made { function, class, founded, takes, takes_keywords, keeps_the_class }))
    }

    /// The text of its call for a class.
    pub(crate) fn call(&self, def: &StmtClassDef, is_root: bool) -> Option<String> {
        if !self.founded.is_empty() && def.bases().is_empty() != is_root {
            return None;
        }
        let class = def.name.as_str();
        let mut args = vec![class.to_owned()];
        let tuple = |items: Vec<String>| match items.as_slice() {
            [one] => format!("({one},)"),
            items => format!("({})", items.join(", ")),
        };
        if self.takes[0] {
            args.push(format!("'{class}'"));
        }
        if self.takes[1] {
            let bases: Option<Vec<String>> =
                def.bases().iter().map(|base| Some(base.as_name_expr()?.id.to_string())).collect();
            args.push(tuple(bases?));
        }
        if self.takes[2] {
            let mut names = vec!["__module__".to_owned(), "__qualname__".to_owned()];
            if matches!(def.body.first(), Some(Stmt::Expr(only)) if only.value.is_string_literal_expr()) {
                names.push("__doc__".to_owned());
            }
            names.extend(names_of(def));
            args.push(tuple(names.iter().map(|name| format!("'{name}'")).collect()));
        }
        Some(format!("{}({})\n", self.function.name, args.join(", ")))
    }
}

/// Whether the class is used as a value, and not only for its attributes.
fn keeps(class: &str, looks: &Looks) -> bool {
    looks.values.contains(class)
}

/// `super().__new__(mcs, name, bases, namespace)`.
fn is_making(expr: &Expr, given: &[String; 3], rest: Option<&str>) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Attribute(attribute) = &*call.func else { return false };
    let [_, args @ ..] = &*call.arguments.args else { return false };
    let passes_rest = call
        .arguments
        .keywords
        .iter()
        .all(|keyword| keyword.arg.is_none() && rest.is_some_and(|rest| is_name(&keyword.value, rest)));
    attribute.attr.as_str() == "__new__"
        && is_type(&attribute.value)
        && passes_rest
        && args.len() == 3
        && args.iter().zip(given).all(|(arg, name)| is_name(arg, name))
}

/// The variable of the class, and the body without the statement that makes it.
fn without_new(
    method: &StmtFunctionDef,
    given: &[String; 3],
    rest: Option<&str>,
) -> Option<(String, Vec<Stmt>)> {
    let mut body: Vec<Stmt> = method.body.to_vec();
    let Some(Stmt::Return(last)) = body.pop() else { return None };
    let value = last.value?;
    if is_making(&value, given, rest) {
        return Some(("cls".to_owned(), body));
    }
    let Expr::Name(class) = &*value else { return None };
    let makes = |stmt: &Stmt| match stmt {
        Stmt::Assign(assign) => {
            matches!(assign.targets.as_slice(), [Expr::Name(name)] if name.id == class.id)
                && is_making(&assign.value, given, rest)
        }
        _ => false,
    };
    let at = body.iter().position(makes)?;
    body.remove(at);
    Some((class.id.to_string(), body))
}

/// The body without `super().__init__(name, bases, namespace)`.
fn without_init(method: &StmtFunctionDef, given: &[String; 3]) -> Vec<Stmt> {
    let is_super = |stmt: &Stmt| {
        let Stmt::Expr(only) = stmt else { return false };
        let Expr::Call(call) = &*only.value else { return false };
        let Expr::Attribute(attribute) = &*call.func else { return false };
        let args = &call.arguments.args;
        attribute.attr.as_str() == "__init__"
            && is_type(&attribute.value)
            && args.len() >= 3
            && args[args.len() - 3..].iter().zip(given).all(|(arg, name)| is_name(arg, name))
    };
    method.body.iter().filter(|stmt| !is_super(stmt)).cloned().collect()
}

/// The attribute of `hasattr(cls, "it")`.
fn asked(expr: &Expr, class: &str) -> Option<String> {
    let Expr::Call(call) = expr else { return None };
    match &*call.arguments.args {
        [of, Expr::StringLiteral(name)] if is_name(&call.func, "hasattr") && is_name(of, class) => {
            Some(name.value.to_str().to_owned())
        }
        _ => None,
    }
}

/// The attribute of `if not hasattr(cls, "it"): cls.it = …`.
fn founded(stmt: &Stmt, class: &str) -> Option<String> {
    let Stmt::If(branch) = stmt else { return None };
    let (name, missing) = match &*branch.test {
        Expr::UnaryOp(not) if not.op == UnaryOp::Not => (asked(&not.operand, class)?, Some(&branch.body)),
        test => {
            let otherwise = branch.elif_else_clauses.first().filter(|clause| clause.test.is_none());
            (asked(test, class)?, otherwise.map(|clause| &clause.body))
        }
    };
    let sets = |stmt: &Stmt| {
        matches!(stmt, Stmt::Assign(assign) if assign.targets.iter().any(|target| {
            matches!(target, Expr::Attribute(attribute)
                if attribute.attr.as_str() == name && is_name(&attribute.value, class))
        }))
    };
    missing?.iter().any(sets).then_some(name)
}

/// `namespace["key"] = value` is an attribute of the class, and the metaclass goes by its name.
struct Writer<'a> {
    class: &'a str,
    bases: &'a str,
    founded: &'a BTreeSet<String>,
    namespace: &'a str,
    meta: Option<(&'a str, &'a str)>,
    set: RefCell<BTreeSet<String>>,
    is_possible: Cell<bool>,
}

impl Transformer for Writer<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::Assign(assign) = stmt {
            for target in &mut assign.targets {
                let Expr::Subscript(subscript) = &*target else { continue };
                if !is_name(&subscript.value, self.namespace) {
                    continue;
                }
                let Expr::StringLiteral(key) = &*subscript.slice else { continue };
                let (key, range) = (key.value.to_str().to_owned(), subscript.range());
                self.is_possible.set(self.is_possible.get() && !key.starts_with("__"));
                *target = Expr::Attribute(ExprAttribute {
                    node_index: AtomicNodeIndex::default(),
                    range,
                    value: Box::new(name_expr(self.class, subscript)),
                    attr: identifier(&key, subscript),
                    ctx: ExprContext::Store,
                });
                self.set.borrow_mut().insert(key);
            }
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Some(name) = asked(expr, self.class)
            && self.founded.contains(&name)
        {
            *expr = name_expr(self.bases, expr);
            return;
        }
        if let (Some((receiver, meta)), Expr::Attribute(attribute)) = (self.meta, expr)
            && receiver != self.class
            && let Expr::Name(of) = &mut *attribute.value
            && of.id.as_str() == receiver
        {
            of.id = meta.into();
        }
    }
}

/// What a body reads.
#[derive(Default)]
struct Looks<'n> {
    namespace: &'n str,
    names: BTreeSet<String>,
    /// Names that are read other than for their attributes.
    values: BTreeSet<String>,
    stored: BTreeSet<String>,
    n_namespace: usize,
    /// How often it is asked whether the namespace has a name.
    tests: usize,
    /// For which, where that is written.
    tested: Vec<Option<String>>,
    returns: bool,
}

impl<'a> Visitor<'a> for Looks<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.returns |= matches!(stmt, Stmt::Return(returned) if returned.value.is_some());
        ruff_python_ast::visitor::walk_stmt(self, stmt);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.names.insert(name.id.to_string());
                self.values.insert(name.id.to_string());
                self.n_namespace += usize::from(name.id.as_str() == self.namespace);
            }
            Expr::Name(name) => {
                self.stored.insert(name.id.to_string());
            }
            Expr::Attribute(attribute) => {
                if let Expr::Name(name) = &*attribute.value {
                    self.names.insert(name.id.to_string());
                    self.n_namespace += usize::from(name.id.as_str() == self.namespace);
                    return;
                }
            }
            Expr::Compare(compare) => {
                let asks = compare.ops.iter().zip(&compare.comparators).filter(|(op, right)| {
                    matches!(op, CmpOp::In | CmpOp::NotIn) && is_name(right, self.namespace)
                });
                let n_asked = asks.count();
                self.tests += n_asked;
                let left = match &*compare.left {
                    Expr::StringLiteral(text) if compare.ops.len() == 1 => {
                        Some(text.value.to_str().to_owned())
                    }
                    _ => None,
                };
                self.tested.extend(std::iter::repeat_n(left, n_asked));
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}
