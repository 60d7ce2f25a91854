//! Named tuples that are made by a call become the class statement that says the same.
//!
//! ```text
//! Point = namedtuple("Point", "x y", defaults=[0])     class Point(namedtuple):
//!                                                          x: "x y"
//!                                                          y: "x y" = 0
//! class P(namedtuple("P", "x y")): …                   class .P(namedtuple): …
//!                                                      class P(.P): …
//! Point.__new__.__defaults__ = (0,)                    defaults of the class above
//! ```
//!
//! The call must have constants for the names, and the class the name that it is bound to; another call is left as it is.

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{
    Arguments, AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, Identifier, Number, Operator, Stmt,
    StmtAnnAssign, StmtClassDef,
};
use ruff_text_size::{Ranged, TextRange};

/// Names that no field can have.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn rewritten(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("namedtuple(") && !source.contains("NamedTuple(") {
        return None;
    }
    let aliases = Aliases::of(body);
    if aliases.0.is_empty() {
        return None;
    }
    let mut stmts: Vec<Stmt> = body.to_vec();
    aliases.rewrite(&mut stmts);
    Some(stmts)
}

/// What the module calls `namedtuple` and `NamedTuple`, as it is written in a call.
struct Aliases(Vec<String>);

impl Aliases {
    fn of(body: &[Stmt]) -> Self {
        let mut found = Aliases(Vec::new());
        found.visit_body(body);
        found
    }

    fn rewrite<B: Default + IntoIterator<Item = Stmt> + FromIterator<Stmt>>(&self, body: &mut B) {
        let mut out = Vec::new();
        for mut stmt in std::mem::take(body) {
            match &mut stmt {
                Stmt::FunctionDef(def) => self.rewrite(&mut def.body),
                Stmt::If(branch) => {
                    self.rewrite(&mut branch.body);
                    branch.elif_else_clauses.iter_mut().for_each(|clause| self.rewrite(&mut clause.body));
                }
                Stmt::For(repeated) => self.rewrite(&mut repeated.body),
                Stmt::While(repeated) => self.rewrite(&mut repeated.body),
                Stmt::With(with) => self.rewrite(&mut with.body),
                Stmt::Try(tried) => {
                    self.rewrite(&mut tried.body);
                    self.rewrite(&mut tried.orelse);
                }
                Stmt::ClassDef(def) => {
                    self.rewrite(&mut def.body);
                    self.split_base(def, &mut out);
                }
                Stmt::Assign(assign) => {
                    if let ([Expr::Name(name)], Expr::Call(call)) =
                        (assign.targets.as_slice(), &*assign.value)
                        && let Some(class) = self.class(name.id.as_str(), call)
                    {
                        out.push(class);
                        continue;
                    }
                    if let [target] = assign.targets.as_slice()
                        && let Some(name) = with_defaults(target)
                        && give_defaults(&mut out, name, &assign.value).is_some()
                    {
                        continue;
                    }
                }
                _ => {}
            }
            out.push(stmt);
        }
        *body = out.into_iter().collect();
    }

    /// `class P(namedtuple(…))`: the call becomes a class of its own before it.
    fn split_base(&self, def: &mut StmtClassDef, out: &mut Vec<Stmt>) {
        let name = def.name.to_string();
        let Some(arguments) = &mut def.arguments else { return };
        for base in &mut arguments.args {
            let Expr::Call(call) = &*base else { continue };
            let Some(typename) = self.typename(call) else { continue };
            let Some(Stmt::ClassDef(mut class)) = self.class(typename, call) else { continue };
            let hidden = Name::from(format!(".{name}"));
            let range = call.func.range();
            class.name = Identifier::new(hidden.clone(), range);
            out.push(Stmt::ClassDef(class));
            *base = Expr::Name(ExprName {
                node_index: AtomicNodeIndex::default(),
                range,
                id: hidden,
                ctx: ExprContext::Load,
            });
        }
    }

    fn typename<'c>(&self, call: &'c ExprCall) -> Option<&'c str> {
        let callee = match &*call.func {
            Expr::Name(name) => name.id.to_string(),
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(module) => format!("{}.{}", module.id, attribute.attr),
                _ => return None,
            },
            _ => return None,
        };
        match call.arguments.args.first() {
            Some(Expr::StringLiteral(name)) if self.0.contains(&callee) => Some(name.value.to_str()),
            _ => None,
        }
    }

    /// The class that `name = call` makes.
    fn class(&self, name: &str, call: &ExprCall) -> Option<Stmt> {
        let typename = self.typename(call)?;
        let [_, fields] = &*call.arguments.args else { return None };
        let names = field_names(fields)?;
        // The fields say what the class is called.
        if typename != name && (names.is_empty() || !is_of_collections(call)) {
            return None;
        }
        let mut defaults: Vec<Expr> = Vec::new();
        for keyword in &call.arguments.keywords {
            match keyword.arg.as_ref()?.as_str() {
                "defaults" => defaults = default_values(&keyword.value, name, names.len())?,
                _ => return None,
            }
        }
        let n_required = names.len().checked_sub(defaults.len())?;
        let whole = call.range();
        let body = names.iter().enumerate().map(|(i, (field, range))| {
            let target = ExprName {
                node_index: AtomicNodeIndex::default(),
                range: *range,
                id: Name::from(field.as_str()),
                ctx: ExprContext::Store,
            };
            let value = i.checked_sub(n_required).map(|at| Box::new(defaults[at].clone()));
            Stmt::AnnAssign(StmtAnnAssign {
                node_index: AtomicNodeIndex::default(),
                range: *range,
                target: Box::new(Expr::Name(target)),
                annotation: Box::new(call.arguments.args[0].clone()),
                value,
                simple: true,
            })
        });
        Some(Stmt::ClassDef(StmtClassDef {
            node_index: AtomicNodeIndex::default(),
            range: whole,
            decorator_list: Default::default(),
            name: Identifier::new(Name::from(name), call.arguments.args[0].range()),
            type_params: None,
            arguments: Some(Box::new(Arguments {
                range: call.func.range(),
                node_index: AtomicNodeIndex::default(),
                args: Box::new([(*call.func).clone()]),
                keywords: Default::default(),
            })),
            body: body.collect(),
        }))
    }
}

/// Whether what is called is `collections.namedtuple`, by its own name.
fn is_of_collections(call: &ExprCall) -> bool {
    match &*call.func {
        Expr::Name(name) => name.id.as_str() == "namedtuple",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "namedtuple",
        _ => false,
    }
}

/// What a class that stands for a call of `namedtuple` is called: its fields are annotated with that text. `None` for
/// other classes.
pub(crate) fn name_of_call(def: &StmtClassDef) -> Option<&str> {
    let calls_it = |base: &Expr| match base {
        Expr::Name(name) => name.id.as_str() == "namedtuple",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "namedtuple",
        _ => false,
    };
    if !def.bases().iter().any(calls_it) {
        return None;
    }
    let mut said = def.body.iter().map(|stmt| match stmt {
        Stmt::AnnAssign(field) => match &*field.annotation {
            Expr::StringLiteral(text) => Some(text.value.to_str()),
            _ => None,
        },
        _ => None,
    });
    said.next().unwrap_or(Some(def.name.as_str()))
}

impl Visitor<'_> for Aliases {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::ImportFrom(import) => {
                let wanted = match import.module.as_deref() {
                    Some("collections") => "namedtuple",
                    Some("typing") => "NamedTuple",
                    _ => return,
                };
                for alias in import.names.iter().filter(|alias| alias.name.as_str() == wanted) {
                    self.0.push(alias.asname.as_ref().unwrap_or(&alias.name).to_string());
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    match alias.name.as_str() {
                        "collections" => self.0.push(format!("{bound}.namedtuple")),
                        "typing" => self.0.push(format!("{bound}.NamedTuple")),
                        _ => {}
                    }
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }
}

/// The class of `C.__new__.__defaults__`.
fn with_defaults(target: &Expr) -> Option<&str> {
    let Expr::Attribute(defaults) = target else { return None };
    let Expr::Attribute(new) = &*defaults.value else { return None };
    match &*new.value {
        Expr::Name(name) if defaults.attr.as_str() == "__defaults__" && new.attr.as_str() == "__new__" => {
            Some(name.id.as_str())
        }
        _ => None,
    }
}

/// Gives defaults to the last fields of a class that was just made, before anything could ask for them.
fn give_defaults(made: &mut [Stmt], class: &str, values: &Expr) -> Option<()> {
    let is_it = |stmt: &Stmt| matches!(stmt, Stmt::ClassDef(def) if def.name.as_str() == class);
    let at = made.iter().rposition(is_it)?;
    let is_definition = |stmt: &Stmt| {
        matches!(stmt, Stmt::ClassDef(_) | Stmt::FunctionDef(_) | Stmt::Import(_) | Stmt::ImportFrom(_))
    };
    if !made[at..].iter().all(is_definition) {
        return None;
    }
    let Stmt::ClassDef(def) = &mut made[at] else { return None };
    // One that a call made: its fields say which.
    if !def
        .body
        .iter()
        .all(|stmt| matches!(stmt, Stmt::AnnAssign(field) if field.annotation.is_string_literal_expr()))
    {
        return None;
    }
    let values = default_values(values, class, def.body.len())?;
    let n_required = def.body.len().checked_sub(values.len())?;
    for (i, stmt) in def.body.iter_mut().enumerate() {
        let Stmt::AnnAssign(field) = stmt else { continue };
        field.value = i.checked_sub(n_required).map(|at| Box::new(values[at].clone()));
    }
    Some(())
}

/// `[0, 1]`, `(None,)`, `(None,) * 3`, `(None,) * len(C._fields)`.
fn default_values(values: &Expr, class: &str, n_fields: usize) -> Option<Vec<Expr>> {
    let values: Vec<Expr> = match values {
        Expr::List(list) => list.elts.to_vec(),
        Expr::Tuple(tuple) => tuple.elts.to_vec(),
        Expr::BinOp(times) if times.op == Operator::Mult => {
            let once = default_values(&times.left, class, n_fields)?;
            let n_times = match &*times.right {
                Expr::NumberLiteral(number) => match &number.value {
                    Number::Int(n) => n.as_usize()?,
                    _ => return None,
                },
                Expr::Call(call) => match &*call.arguments.args {
                    [Expr::Attribute(fields)]
                        if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "len")
                            && fields.attr.as_str() == "_fields"
                            && matches!(&*fields.value, Expr::Name(name) if name.id.as_str() == class) =>
                    {
                        n_fields
                    }
                    _ => return None,
                },
                _ => return None,
            };
            if once.len().checked_mul(n_times)? > n_fields {
                return None;
            }
            once.iter().cycle().take(once.len() * n_times).cloned().collect()
        }
        _ => return None,
    };
    values.iter().all(is_constant).then_some(values)
}

/// The names in `"x y"`, `"x, y"`, `["x", "y"]` or `[("x", int), ("y", int)]`; `None` for what Python refuses or renames.
fn field_names(fields: &Expr) -> Option<Vec<(String, TextRange)>> {
    let elements = match fields {
        Expr::StringLiteral(text) => {
            let text = text.value.to_str().replace(',', " ");
            let names: Vec<_> =
                text.split_whitespace().map(|name| (name.to_owned(), fields.range())).collect();
            return is_valid(&names).then_some(names);
        }
        Expr::List(list) => &list.elts,
        Expr::Tuple(tuple) => &tuple.elts,
        _ => return None,
    };
    let mut names = Vec::new();
    for element in elements {
        let name = match element {
            Expr::Tuple(pair) => pair.elts.first()?,
            other => other,
        };
        let Expr::StringLiteral(text) = name else { return None };
        names.push((text.value.to_str().to_owned(), text.range()));
    }
    is_valid(&names).then_some(names)
}

/// Whether a default means the same in the body of a class.
fn is_constant(default: &Expr) -> bool {
    match default {
        Expr::UnaryOp(unary) => is_constant(&unary.operand),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_constant),
        Expr::List(list) => list.elts.iter().all(is_constant),
        other => other.is_literal_expr(),
    }
}

fn is_valid(names: &[(String, TextRange)]) -> bool {
    let is_name = |name: &str| {
        let mut chars = name.chars();
        !KEYWORDS.contains(&name)
            && chars.next().is_some_and(char::is_alphabetic)
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    let is_once = |i: usize| !names[..i].iter().any(|(name, _)| *name == names[i].0);
    names.iter().enumerate().all(|(i, (name, _))| is_name(name) && is_once(i))
}
