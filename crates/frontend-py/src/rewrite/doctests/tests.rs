//! The docstrings of a program, as `DocTestFinder` finds them.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Decorator, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::example::{Example, examples};
use super::handed::handed;
use super::methods::{has_plain_bases, made_by_decorators};
use crate::rewrite::bound::Bound;
use crate::rewrite::classes::instance_dict::mangled;
use crate::rewrite::classes::runtime_protocols::last_name;

/// A function, a class or the module.
pub(crate) struct Test {
    /// `Stack.pop`; the module's is empty.
    pub(crate) name: String,
    /// What its docstring says.
    pub(crate) examples: Vec<Example>,
    /// Where.
    pub(crate) range: TextRange,
    /// Where CPython looks for the docstring from; `None` where it says that it does not know.
    pub(crate) begin: Option<Begin>,
}

/// What CPython looks for a docstring behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begin {
    /// The first line of the module.
    Module,
    /// The first `class` line of that name.
    Class,
    /// A function's first line, or that of its decorators.
    Function(TextSize),
    /// The first line of another function, which a decorator made of it.
    Elsewhere,
}

/// Everything that may have a docstring, in the order of the names.
#[derive(Default)]
pub(crate) struct Tests {
    pub(crate) tests: Vec<Test>,
    /// Whether CPython may find others without examples, which a report would name.
    pub(crate) has_others: bool,
    /// Whether CPython may find other examples, or not these.
    pub(crate) is_rough: bool,
    /// Functions of the module that hand on what they are asked to decorate, and its docstring.
    wrapping: BTreeSet<String>,
    /// Functions of the module that may give functions.
    makers: BTreeSet<String>,
    classes: BTreeSet<String>,
    /// Functions whose results have names in the module or in a class.
    handed: BTreeSet<String>,
}

impl Tests {
    /// `None` where CPython would look for examples in another way, or finds a fault in them.
    pub(crate) fn of(body: &[Stmt], range: TextRange, bound: &Bound<'_>) -> Option<Self> {
        let mut tests = Tests { handed: handed(body), ..Tests::default() };
        for stmt in body {
            match stmt {
                Stmt::FunctionDef(def) => {
                    let mut inside = Inside::default();
                    inside.visit_body(&def.body);
                    if inside.wraps {
                        tests.wrapping.insert(def.name.to_string());
                    }
                    if inside.defines {
                        tests.makers.insert(def.name.to_string());
                    }
                }
                Stmt::ClassDef(def) => {
                    tests.classes.insert(def.name.to_string());
                }
                _ => {}
            }
        }
        tests.body(body, ("", None), range, bound)?;
        tests.tests.sort_by(|a, b| a.name.cmp(&b.name));
        Some(tests)
    }

    fn add(&mut self, name: &str, examples: Vec<Example>, range: TextRange, begin: Option<Begin>) {
        // Of two definitions under one name the last is there.
        self.tests.retain(|test| test.name != name);
        self.tests.push(Test { name: name.to_owned(), examples, range, begin });
    }

    /// A function, a class or the module under its name, with what its docstring says.
    fn object(&mut self, body: &[Stmt], name: &str, range: TextRange, begin: Option<Begin>) -> Option<()> {
        match docstring(body, range) {
            Some((text, range)) => self.add(name, examples(&text)?, range, begin),
            None => self.add(name, Vec::new(), range, begin),
        }
        Some(())
    }

    /// What the module defines, or the class `class`, which is called `owner` in reports.
    fn body(
        &mut self,
        body: &[Stmt],
        (owner, class): (&str, Option<&str>),
        range: TextRange,
        bound: &Bound<'_>,
    ) -> Option<()> {
        let begin = if class.is_none() { Begin::Module } else { Begin::Class };
        self.object(body, owner, range, Some(begin))?;
        let inside = |name: &str| match class {
            None => name.to_owned(),
            Some(class) => format!("{owner}.{}", mangled(class, name)),
        };
        for stmt in body {
            match stmt {
                Stmt::FunctionDef(def) => {
                    let changes_property = def.decorator_list.iter().any(|decorator| {
                        matches!(&decorator.expression, Expr::Attribute(attribute)
                            if matches!(attribute.attr.as_str(), "setter" | "deleter"))
                    });
                    // What becomes of a function without examples has none, unless another function around has them.
                    let is_replaced = def.decorator_list.iter().any(|decorator| !self.hands_on(decorator));
                    self.is_rough |= is_replaced && docstring(&def.body, def.range).is_some();
                    let is_named = is_replaced || self.handed.contains(def.name.as_str());
                    self.is_rough |= is_named && def.body.iter().any(defines_examples);
                    self.has_others |= is_replaced;
                    if !changes_property {
                        // A property has no lines, nor has a wrapper in C.
                        let is_object = def.decorator_list.iter().any(makes_object);
                        let begin = match def.decorator_list.iter().all(keeps_function) {
                            _ if is_object => None,
                            true => Some(Begin::Function(def.range.start())),
                            false => Some(Begin::Elsewhere),
                        };
                        self.object(&def.body, &inside(def.name.as_str()), def.range, begin)?;
                    }
                }
                Stmt::ClassDef(def) => {
                    self.is_rough |= def.decorator_list.iter().any(|decorator| !keeps_class(decorator));
                    self.has_others |= !has_plain_bases(def, &self.classes);
                    let name = inside(def.name.as_str());
                    match made_by_decorators(def) {
                        Some(made) => made.iter().for_each(|method| {
                            self.add(&format!("{name}.{method}"), Vec::new(), def.range, None);
                        }),
                        None => self.has_others = true,
                    }
                    self.body(&def.body, (&name, Some(def.name.as_str())), def.range, bound)?;
                }
                Stmt::If(_) | Stmt::Try(_) | Stmt::With(_) | Stmt::For(_) | Stmt::While(_) => {
                    if defines_examples(stmt) {
                        return None;
                    }
                    let mut named = Named { tests: self, found: false };
                    named.visit_stmt(stmt);
                    self.has_others |= named.found;
                }
                Stmt::Assign(assign) if assign.targets.iter().any(is_doc) => {
                    // Only what is said of the module, or class, itself and written out is known.
                    let ([Expr::Name(_)], Expr::StringLiteral(literal)) =
                        (assign.targets.as_slice(), &*assign.value)
                    else {
                        return None;
                    };
                    self.add(owner, examples(literal.value.to_str())?, literal.range, Some(begin));
                }
                Stmt::AugAssign(assign) if is_doc(&assign.target) => return None,
                Stmt::Assign(assign) => self.value(&assign.targets, &assign.value, owner, bound),
                Stmt::AnnAssign(assign) => {
                    let target = std::slice::from_ref(&*assign.target);
                    assign.value.iter().for_each(|value| self.value(target, value, owner, bound));
                }
                Stmt::Delete(_) => self.is_rough = true,
                _ => {}
            }
        }
        Some(())
    }

    /// A value with a name: a function or a class is reported.
    fn value(&mut self, targets: &[Expr], value: &Expr, owner: &str, bound: &Bound<'_>) {
        let is_made = makes_known(value);
        match targets {
            [Expr::Name(name)] if is_made && owner.is_empty() && bound.times(&name.id) == 1 => {
                self.add(&name.id, Vec::new(), value.range(), None);
            }
            _ => self.has_others |= is_made || self.may_make(value),
        }
    }

    /// Whether a name for a value is one of a function or a class.
    fn names(&self, value: &Expr) -> bool {
        makes_known(value) || self.may_make(value)
    }

    /// Whether a value may be a function or a class that has no other name.
    fn may_make(&self, value: &Expr) -> bool {
        let Expr::Call(call) = value else { return false };
        match &*call.func {
            Expr::Name(name) if self.makers.contains(name.id.as_str()) => true,
            Expr::Name(_) | Expr::Attribute(_) => {
                last_name(&call.func).is_some_and(|name| MAKERS.contains(&name))
            }
            Expr::Call(_) => true,
            _ => false,
        }
    }

    /// Whether what a decorator makes of a function has its docstring.
    fn hands_on(&self, decorator: &Decorator) -> bool {
        let callee = match &decorator.expression {
            Expr::Call(call) => &*call.func,
            other => other,
        };
        match callee {
            Expr::Name(name) => {
                self.wrapping.contains(name.id.as_str())
                    || matches!(
                        name.id.as_str(),
                        "cache"
                            | "lru_cache"
                            | "property"
                            | "staticmethod"
                            | "classmethod"
                            | "abstractmethod"
                            | "contextmanager"
                            | "override"
                            // The definition without it comes behind, under the same name.
                            | "overload"
                    )
            }
            Expr::Attribute(attribute) => matches!(
                attribute.attr.as_str(),
                "cache"
                    | "lru_cache"
                    | "abstractmethod"
                    | "contextmanager"
                    | "setter"
                    | "deleter"
                    | "overload"
            ),
            _ => false,
        }
    }
}

/// Whether a value is a function or class of the module without a docstring that could have examples.
fn makes_known(value: &Expr) -> bool {
    match value {
        Expr::Lambda(_) => true,
        Expr::Call(call) => last_name(&call.func) == Some("namedtuple"),
        _ => false,
    }
}

/// Functions of the library that make functions, classes or properties.
const MAKERS: &[&str] = &[
    "property",
    "staticmethod",
    "classmethod",
    "cached_property",
    "partialmethod",
    "type",
    "NamedTuple",
    "TypedDict",
    "Enum",
    "IntEnum",
    "StrEnum",
    "Flag",
    "IntFlag",
    "dataclass",
    "make_dataclass",
    "cache",
    "lru_cache",
    "singledispatch",
    "contextmanager",
    "total_ordering",
];

/// Whether what a decorator makes of a function is the function, or stands for it in its class.
fn keeps_function(decorator: &Decorator) -> bool {
    let kept = ["staticmethod", "classmethod", "abstractmethod", "override", "final", "overload"];
    last_name(&decorator.expression).is_some_and(|name| kept.contains(&name))
}

/// `property`, `functools.cache`, `lru_cache(…)`.
fn makes_object(decorator: &Decorator) -> bool {
    let callee = match &decorator.expression {
        Expr::Call(call) => &*call.func,
        other => other,
    };
    matches!(last_name(callee), Some("cache" | "lru_cache" | "property"))
}

/// Whether what a decorator makes of a class is the class.
fn keeps_class(decorator: &Decorator) -> bool {
    let callee = match &decorator.expression {
        Expr::Call(call) => &*call.func,
        other => other,
    };
    let kept = ["dataclass", "total_ordering", "unique", "final", "runtime_checkable"];
    last_name(callee).is_some_and(|name| kept.contains(&name))
}

fn docstring(body: &[Stmt], range: TextRange) -> Option<(String, TextRange)> {
    let Stmt::Expr(only) = body.first()? else { return None };
    let Expr::StringLiteral(text) = &*only.value else { return None };
    let text = text.value.to_str();
    // Most docstrings have no examples.
    text.contains(">>>").then(|| (text.to_owned(), if only.range.is_empty() { range } else { only.range }))
}

/// `__doc__`, `f.__doc__`.
fn is_doc(target: &Expr) -> bool {
    match target {
        Expr::Name(name) => name.id.as_str() == "__doc__",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "__doc__",
        _ => false,
    }
}

/// Whether a function or class below a statement has examples.
fn defines_examples(stmt: &Stmt) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            let body: &[Stmt] = match stmt {
                Stmt::FunctionDef(def) => &def.body,
                Stmt::ClassDef(def) => &def.body,
                _ => &[],
            };
            self.0 |= docstring(body, stmt.range()).is_some();
            walk_stmt(self, stmt);
        }

        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut finder = Finder(false);
    finder.visit_stmt(stmt);
    finder.0
}

/// Whether statements give functions or classes names, outside of functions.
struct Named<'t> {
    tests: &'t Tests,
    found: bool,
}

impl<'a> Visitor<'a> for Named<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => self.found = true,
            Stmt::Assign(assign) => self.found |= self.tests.names(&assign.value),
            Stmt::AnnAssign(assign) => {
                self.found |= assign.value.as_ref().is_some_and(|value| self.tests.names(value));
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// What statements do with functions.
#[derive(Default)]
struct Inside {
    defines: bool,
    wraps: bool,
}

impl<'a> Visitor<'a> for Inside {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.defines = true;
            self.wraps |= def.decorator_list.iter().any(|decorator| match &decorator.expression {
                Expr::Call(call) => match &*call.func {
                    Expr::Name(name) => name.id.as_str() == "wraps",
                    Expr::Attribute(attribute) => attribute.attr.as_str() == "wraps",
                    _ => false,
                },
                _ => false,
            });
        }
        self.defines |= matches!(stmt, Stmt::ClassDef(_));
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.defines |= matches!(expr, Expr::Lambda(_));
        walk_expr(self, expr);
    }
}
