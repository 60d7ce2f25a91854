//! Descriptors of the program: each use in a class is a property that asks a class of its own.
//!
//! What a descriptor keeps the name of its attribute in is a constant there, so that `getattr(obj, self.name)` names an
//! attribute. What it puts into the `__dict__` of an object is a hidden attribute.
//!
//! ```text
//! class Positive:                            class _Item_price(Positive):
//!     def __set_name__(self, owner, name):       def _descriptor_name(self, owner): self.key = "_price"
//!         self.key = "_" + name                  def _descriptor_get(self, obj, owner): return getattr(obj, "_price")
//!     def __get__(self, obj, owner):             def _descriptor_set(self, obj, value): setattr(obj, "_price", value)
//!         return getattr(obj, self.key)      class Item:
//!     def __set__(self, obj, value):             _descriptor_price = _Item_price()
//!         setattr(obj, self.key, value)          @property
//! class Item:                                    def price(self):
//!     price = Positive()                             return Item._descriptor_price._descriptor_get(self, type(self))
//! ```
//!
//! A program that reads one through its class, or looks into `__dict__` elsewhere, is left as it is.
//!
//! Source: Language Reference, 3.3.2.2 to 3.3.2.4.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    Arguments, Expr, ExprCall, ExprContext, Identifier, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::names::constant_names::{Constant, folded};
use crate::rewrite::quote::parsed;

/// The methods of descriptors, and what stands for them.
const METHODS: [(&str, &str); 4] = [
    ("__get__", "_descriptor_get"),
    ("__set__", "_descriptor_set"),
    ("__delete__", "_descriptor_delete"),
    ("__set_name__", "_descriptor_name"),
];

/// What is raised where an object's `__dict__` has no such key.
const MISSING: &str = "def _missing_descriptor_key(name):\n    raise KeyError(name)\n";

/// The module's statements with descriptors as properties; `None` where there is none, or one that is not understood.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !METHODS.iter().any(|(name, _)| source.contains(name)) || !is_plain(source, body) {
        return None;
    }
    let bound = Bound::of(body);
    let classes: BTreeMap<&str, &StmtClassDef> = body
        .iter()
        .filter_map(|stmt| match stmt {
            Stmt::ClassDef(def) if bound.times(def.name.as_str()) == 1 => Some((def.name.as_str(), def)),
            _ => None,
        })
        .collect();
    let program = Program { classes };
    if !program.classes.values().any(|def| program.is_descriptor(def)) {
        return None;
    }
    let mut uses: BTreeSet<(String, String)> = BTreeSet::new();
    let mut out = Vec::new();
    for stmt in body {
        match stmt {
            Stmt::ClassDef(def) if program.is_descriptor(def) => {
                let mut def = def.clone();
                def.body.retain(|stmt| !matches!(stmt, Stmt::FunctionDef(method) if is_special(method)));
                if def.body.is_empty() {
                    def.body.extend(parsed("pass\n", def.name.range()));
                }
                out.push(Stmt::ClassDef(def));
            }
            Stmt::ClassDef(def) => program.owner(def, &mut out, &mut uses)?,
            stmt => out.push(stmt.clone()),
        }
    }
    if uses.is_empty() {
        return None;
    }
    let mut looks = Looks { uses: &uses, found: false };
    looks.visit_body(&out);
    if looks.found {
        return None;
    }
    let at = out.iter().position(|stmt| !crate::rewrite::head::is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    out.splice(at..at, parsed(MISSING, range));
    Some(out)
}

/// Whether no class with descriptors says something about all its attributes, which would not see those in `__dict__`: who
/// does stands alone, without bases, derived classes and attributes that calls make.
fn is_plain(source: &str, body: &[Stmt]) -> bool {
    const WORDS: [&str; 3] = ["__setattr__", "__getattr__", "__delattr__"];
    let n_written: usize = WORDS.iter().map(|word| source.matches(word).count()).sum();
    let mut n_found = 0;
    for stmt in body {
        let Stmt::ClassDef(def) = stmt else { continue };
        let n_own = def
            .body
            .iter()
            .filter(|stmt| matches!(stmt, Stmt::FunctionDef(method) if WORDS.contains(&method.name.as_str())))
            .count();
        n_found += n_own;
        let is_base = body.iter().any(|stmt| match stmt {
            Stmt::ClassDef(other) => other
                .arguments
                .iter()
                .flat_map(|arguments| &arguments.args)
                .any(|base| matches!(base, Expr::Name(name) if name.id.as_str() == def.name.as_str())),
            _ => false,
        });
        let has_calls =
            def.body.iter().any(|stmt| matches!(stmt, Stmt::Assign(assign) if assign.value.is_call_expr()));
        if n_own > 0
            && (def.arguments.as_ref().is_some_and(|args| !args.args.is_empty()) || is_base || has_calls)
        {
            return false;
        }
    }
    n_found == n_written
}

fn is_special(method: &StmtFunctionDef) -> bool {
    METHODS.iter().any(|(name, _)| *name == method.name.as_str())
}

/// The method of that name in the body of a class.
pub(crate) fn own<'d>(def: &'d StmtClassDef, wanted: &str) -> Option<&'d StmtFunctionDef> {
    def.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(method) if method.name.as_str() == wanted => Some(method),
        _ => None,
    })
}

/// The classes that stand at the top and bear their names alone.
struct Program<'a> {
    classes: BTreeMap<&'a str, &'a StmtClassDef>,
}

/// A descriptor in the body of a class.
struct Use<'a> {
    owner: &'a str,
    attribute: &'a str,
    descriptor: &'a StmtClassDef,
    /// What it is made of; of a decorated function, the function.
    call: Option<&'a ExprCall>,
}

impl<'a> Program<'a> {
    fn method(&self, def: &'a StmtClassDef, name: &str) -> Option<&'a StmtFunctionDef> {
        own(def, name).or_else(|| self.bases(def).find_map(|base| self.method(base, name)))
    }

    fn bases(&self, def: &'a StmtClassDef) -> impl Iterator<Item = &'a StmtClassDef> {
        let bases = def.arguments.iter().flat_map(|arguments| arguments.args.iter());
        bases.filter_map(|base| match base {
            Expr::Name(name) => self.classes.get(name.id.as_str()).copied(),
            _ => None,
        })
    }

    fn is_descriptor(&self, def: &'a StmtClassDef) -> bool {
        self.method(def, "__get__").is_some() || self.method(def, "__set__").is_some()
    }

    fn named(&self, expr: &Expr) -> Option<&'a StmtClassDef> {
        let Expr::Name(name) = expr else { return None };
        self.classes.get(name.id.as_str()).copied().filter(|def| self.is_descriptor(def))
    }

    /// The descriptor that a statement of a class body makes.
    fn use_of(&self, owner: &'a StmtClassDef, stmt: &'a Stmt) -> Option<Use<'a>> {
        let owner = owner.name.as_str();
        let (attribute, value) = match stmt {
            Stmt::Assign(assign) => match assign.targets.as_slice() {
                [Expr::Name(name)] => (name.id.as_str(), &*assign.value),
                _ => return None,
            },
            Stmt::AnnAssign(assign) => match &*assign.target {
                Expr::Name(name) => (name.id.as_str(), assign.value.as_deref()?),
                _ => return None,
            },
            Stmt::FunctionDef(def) => {
                let [decorator] = &*def.decorator_list else { return None };
                let descriptor = self.named(&decorator.expression)?;
                return Some(Use { owner, attribute: def.name.as_str(), descriptor, call: None });
            }
            _ => return None,
        };
        let Expr::Call(call) = value else { return None };
        Some(Use { owner, attribute, descriptor: self.named(&call.func)?, call: Some(call) })
    }

    /// A class with its descriptors as properties, the classes of these before it; `None` where one is not understood.
    fn owner(
        &self,
        def: &'a StmtClassDef,
        out: &mut Vec<Stmt>,
        uses: &mut BTreeSet<(String, String)>,
    ) -> Option<()> {
        let mut made = def.clone();
        let (mut body, mut after) = (Vec::new(), Vec::new());
        let mut known: Vec<Use<'a>> = Vec::new();
        for (at, stmt) in def.body.iter().enumerate() {
            let range = stmt.range();
            let Some(found) = self.use_of(def, stmt) else {
                if let Some((found, function, method)) = replacing(stmt, &known) {
                    let name = found.attribute;
                    let mut function = function.clone();
                    function.decorator_list.clear();
                    body.push(Stmt::FunctionDef(function));
                    let text = format!("_descriptor_{name} = _descriptor_{name}.{method}({name})\n");
                    body.extend(parsed(&text, range));
                    if !is_replaced(&def.body[at + 1..], found) {
                        body.extend(parsed(&self.property(def, found)?, range));
                    }
                } else if known.iter().any(|found| mentions(stmt, found.attribute)) {
                    return None;
                } else {
                    body.push(stmt.clone());
                }
                continue;
            };
            if !def.decorator_list.is_empty() || known.iter().any(|found| mentions(stmt, found.attribute)) {
                return None;
            }
            let has_replacement = is_replaced(&def.body[at + 1..], &found);
            out.push(self.class_of(&found, has_replacement, range)?);
            let (owner, name) = (found.owner, found.attribute);
            uses.insert((owner.to_owned(), name.to_owned()));
            let argument = match stmt {
                Stmt::FunctionDef(function) => {
                    let mut function = function.clone();
                    function.decorator_list.clear();
                    body.push(Stmt::FunctionDef(function));
                    name
                }
                _ => "",
            };
            let text = format!("_descriptor_{name} = _{owner}_{name}({argument})\n");
            let mut assigned = parsed(&text, range);
            if let (Some(Stmt::Assign(assign)), Some(call)) = (assigned.first_mut(), found.call)
                && let Expr::Call(making) = &mut *assign.value
            {
                making.arguments = call.arguments.clone();
            }
            body.extend(assigned);
            if !has_replacement {
                body.extend(parsed(&self.property(def, &found)?, range));
            }
            if self.method(found.descriptor, "__set_name__").is_some() {
                let text = format!("{owner}._descriptor_{name}._descriptor_name({owner})\n");
                after.extend(parsed(&text, range));
            }
            known.push(found);
        }
        made.body = body.into();
        out.push(Stmt::ClassDef(made));
        out.extend(after);
        Some(())
    }

    /// The property that asks a descriptor.
    fn property(&self, owner: &StmtClassDef, found: &Use<'_>) -> Option<String> {
        let (class, name) = (found.owner, found.attribute);
        let has = |method: &str| {
            self.classes
                .get(found.descriptor.name.as_str())
                .is_some_and(|def| self.method(def, method).is_some())
        };
        let asked = format!("{class}._descriptor_{name}");
        let hidden = hidden(name);
        let is_data = has("__set__") || has("__delete__");
        let mut text = format!("@property\ndef {name}(self):\n");
        if !has("__get__") {
            if !is_set_first(owner, name) {
                return None;
            }
            text.push_str(&format!("    return self.{hidden}\n"));
        } else {
            if !is_data {
                text.push_str(&format!("    if hasattr(self, '{hidden}'):\n        return self.{hidden}\n"));
            }
            text.push_str(&format!("    return {asked}._descriptor_get(self, type(self))\n"));
        }
        if has("__set__") {
            text.push_str(&format!(
                "@{name}.setter\ndef {name}(self, value):\n    {asked}._descriptor_set(self, value)\n"
            ));
        } else if !is_data {
            text.push_str(&format!("@{name}.setter\ndef {name}(self, value):\n    self.{hidden} = value\n"));
            text.push_str(&format!("@{name}.deleter\ndef {name}(self):\n    del self.{hidden}\n"));
        }
        if has("__delete__") {
            text.push_str(&format!(
                "@{name}.deleter\ndef {name}(self):\n    {asked}._descriptor_delete(self)\n"
            ));
        }
        Some(text)
    }

    /// The class of one descriptor, with the methods in which its names are constants. One that a method of its own
    /// replaces by another has none that were given to it.
    fn class_of(&self, found: &Use<'a>, has_replacement: bool, range: TextRange) -> Option<Stmt> {
        let constants = self.constants(found);
        if has_replacement && !constants.is_empty() {
            return None;
        }
        let is_data =
            ["__set__", "__delete__"].iter().any(|name| self.method(found.descriptor, name).is_some());
        let text =
            format!("class _{}_{}({}):\n    pass\n", found.owner, found.attribute, found.descriptor.name);
        let Some(Stmt::ClassDef(mut made)) = parsed(&text, range).pop() else { return None };
        made.body.clear();
        for (name, stands) in METHODS {
            let Some(method) = self.method(found.descriptor, name) else { continue };
            let mut method = method.clone();
            let params: Vec<String> =
                method.parameters.args.iter().map(|with| with.parameter.name.to_string()).collect();
            let is_simple = method.parameters.vararg.is_none()
                && method.parameters.kwarg.is_none()
                && method.parameters.kwonlyargs.is_empty()
                && method.parameters.posonlyargs.is_empty()
                && method.decorator_list.is_empty();
            let n_params = match name {
                "__get__" | "__set__" | "__set_name__" => 3,
                _ => 2,
            };
            if !is_simple || params.len() != n_params {
                return None;
            }
            method.name = Identifier::new(stands, method.name.range());
            let (parameter, value) = match name {
                "__set_name__" => {
                    method.parameters.args.pop();
                    (params[2].as_str(), found.attribute)
                }
                _ => ("", ""),
            };
            let known = Known {
                receiver: &params[0],
                object: &params[1],
                constants: &constants,
                attribute: found.attribute,
                is_data,
                is_naming: name == "__set_name__",
                is_wrong: Cell::new(false),
            };
            let mut body: Vec<Stmt> = method.body.to_vec();
            body.iter_mut().for_each(|stmt| Names(&known).visit_stmt(stmt));
            let mut body = folded(body, &Constant { parameter, value });
            body.iter_mut().for_each(|stmt| Dicts(&known).visit_stmt(stmt));
            if known.is_wrong.get() {
                return None;
            }
            method.body = body.into();
            made.body.push(Stmt::FunctionDef(method));
        }
        Some(Stmt::ClassDef(made))
    }

    /// The attributes of the descriptor that are constant texts: set once, to what follows from its name or a literal.
    fn constants(&self, found: &Use<'a>) -> BTreeMap<String, String> {
        let mut stores = Stores::default();
        self.visit_all(found.descriptor, &mut stores);
        let mut constants = BTreeMap::new();
        if let Some(naming) = self.method(found.descriptor, "__set_name__")
            && let [receiver, _, name] = &*naming.parameters.args
        {
            let constant = Constant { parameter: name.parameter.name.as_str(), value: found.attribute };
            for stmt in folded(naming.body.to_vec(), &constant) {
                for (attribute, value) in stored(&stmt, receiver.parameter.name.as_str()) {
                    if let Expr::StringLiteral(text) = value {
                        constants.insert(attribute.to_owned(), text.value.to_str().to_owned());
                    }
                }
            }
        }
        let given = match found.call {
            Some(call) => Given::of(&call.arguments, &|_| None),
            None => Given { positional: vec![Text::NameOf(found.attribute.to_owned())], named: Vec::new() },
        };
        self.initialised(found.descriptor, &given, &mut constants);
        constants.retain(|attribute, _| stores.count.get(attribute) == Some(&1));
        constants
    }

    /// The attributes that `__init__` sets to texts that it is given.
    fn initialised(&self, def: &'a StmtClassDef, given: &Given, constants: &mut BTreeMap<String, String>) {
        let Some(init) = own(def, "__init__") else {
            return self.bases(def).take(1).for_each(|base| self.initialised(base, given, constants));
        };
        let Some((receiver, params)) = init.parameters.args.split_first() else { return };
        let value = |name: &str| {
            let at = params.iter().position(|with| with.parameter.name.as_str() == name)?;
            let named = given.named.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
            named.or_else(|| given.positional.get(at).cloned())
        };
        for stmt in &init.body {
            for (attribute, stored) in stored(stmt, receiver.parameter.name.as_str()) {
                let text = match stored {
                    Expr::Name(name) => match value(name.id.as_str()) {
                        Some(Text::Literal(text)) => Some(text),
                        _ => None,
                    },
                    // `function.__name__` of what is decorated.
                    Expr::Attribute(of) if of.attr.as_str() == "__name__" => match &*of.value {
                        Expr::Name(name) => match value(name.id.as_str()) {
                            Some(Text::NameOf(text)) => Some(text),
                            _ => None,
                        },
                        _ => None,
                    },
                    _ => None,
                };
                if let Some(text) = text {
                    constants.insert(attribute.to_owned(), text);
                }
            }
            // `super().__init__(…)`.
            if let Stmt::Expr(only) = stmt
                && let Expr::Call(call) = &*only.value
                && let Expr::Attribute(method) = &*call.func
                && method.attr.as_str() == "__init__"
                && method.value.is_call_expr()
            {
                let given = Given::of(&call.arguments, &value);
                self.bases(def).take(1).for_each(|base| self.initialised(base, &given, constants));
            }
        }
    }

    fn visit_all(&self, def: &'a StmtClassDef, stores: &mut Stores) {
        stores.visit_body(&def.body);
        for base in self.bases(def) {
            self.visit_all(base, stores);
        }
    }
}

/// `@price.setter` over a function `price`: the descriptor in whose place comes what its method answers, the function and
/// the name of the method.
fn replacing<'s, 'u, 'a>(
    stmt: &'s Stmt,
    known: &'u [Use<'a>],
) -> Option<(&'u Use<'a>, &'s StmtFunctionDef, &'s str)> {
    let Stmt::FunctionDef(function) = stmt else { return None };
    let [decorator] = &*function.decorator_list else { return None };
    let Expr::Attribute(method) = &decorator.expression else { return None };
    let Expr::Name(name) = &*method.value else { return None };
    let found = known.iter().find(|found| found.attribute == name.id.as_str())?;
    (function.name.as_str() == found.attribute).then_some((found, function, method.attr.as_str()))
}

/// Whether one of the statements puts another descriptor in the place of one.
fn is_replaced(rest: &[Stmt], found: &Use<'_>) -> bool {
    rest.iter().any(|stmt| replacing(stmt, std::slice::from_ref(found)).is_some())
}

/// Whether a statement of a class body reads or binds a name of it.
fn mentions(stmt: &Stmt, wanted: &str) -> bool {
    struct Mentions<'w> {
        wanted: &'w str,
        found: bool,
    }
    impl<'a> Visitor<'a> for Mentions<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.found |= matches!(expr, Expr::Name(name) if name.id.as_str() == self.wanted);
            visit_expr(self, expr);
        }
    }
    let mut mentions = Mentions { wanted, found: false };
    match stmt {
        Stmt::FunctionDef(function) => {
            function.decorator_list.iter().for_each(|decorator| mentions.visit_decorator(decorator));
            mentions.visit_parameters(&function.parameters);
            mentions.found || function.name.as_str() == wanted
        }
        stmt => {
            mentions.visit_stmt(stmt);
            mentions.found
        }
    }
}

/// What is known of an argument.
#[derive(Clone)]
enum Text {
    Literal(String),
    /// A function of this name.
    NameOf(String),
    Unknown,
}

/// The arguments of an `__init__`.
struct Given {
    positional: Vec<Text>,
    named: Vec<(String, Text)>,
}

impl Given {
    fn of(arguments: &Arguments, value: &dyn Fn(&str) -> Option<Text>) -> Self {
        let text = |expr: &Expr| match expr {
            Expr::StringLiteral(text) => Text::Literal(text.value.to_str().to_owned()),
            Expr::Name(name) => value(name.id.as_str()).unwrap_or(Text::Unknown),
            _ => Text::Unknown,
        };
        let is_plain = |arg: &&Expr| !arg.is_starred_expr();
        let named = arguments.keywords.iter();
        Given {
            positional: arguments.args.iter().take_while(is_plain).map(text).collect(),
            named: named
                .filter_map(|keyword| Some((keyword.arg.as_ref()?.to_string(), text(&keyword.value))))
                .collect(),
        }
    }
}

/// What an object's `__dict__` holds under the name of a descriptor.
fn hidden(name: &str) -> String {
    format!("_in_dict_{name}")
}

/// `self.attribute = value`, and the same of several attributes and values.
fn stored<'s>(stmt: &'s Stmt, receiver: &str) -> Vec<(&'s str, &'s Expr)> {
    let Stmt::Assign(assign) = stmt else { return Vec::new() };
    let pairs: Vec<(&Expr, &Expr)> = match (assign.targets.as_slice(), &*assign.value) {
        ([Expr::Tuple(targets)], Expr::Tuple(values)) if targets.elts.len() == values.elts.len() => {
            targets.elts.iter().zip(&values.elts).collect()
        }
        ([target], value) => vec![(target, value)],
        _ => Vec::new(),
    };
    let own = |(target, value): (&'s Expr, &'s Expr)| {
        let Expr::Attribute(target) = target else { return None };
        let is_own = matches!(&*target.value, Expr::Name(name) if name.id.as_str() == receiver);
        is_own.then_some((target.attr.as_str(), value))
    };
    pairs.into_iter().filter_map(own).collect()
}

/// Whether the `__init__` of a class sets an attribute on every way.
fn is_set_first(owner: &StmtClassDef, name: &str) -> bool {
    let Some(init) = own(owner, "__init__") else { return false };
    let Some(receiver) = init.parameters.args.first() else { return false };
    init.body.iter().any(|stmt| {
        stored(stmt, receiver.parameter.name.as_str()).iter().any(|(attribute, _)| *attribute == name)
    })
}

/// How often each attribute is stored.
#[derive(Default)]
struct Stores {
    count: BTreeMap<String, usize>,
}

impl<'a> Visitor<'a> for Stores {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx != ExprContext::Load
        {
            *self.count.entry(attribute.attr.to_string()).or_default() += 1;
        }
        visit_expr(self, expr);
    }
}

/// What is known in a method of a descriptor.
struct Known<'k> {
    receiver: &'k str,
    object: &'k str,
    constants: &'k BTreeMap<String, String>,
    attribute: &'k str,
    is_data: bool,
    is_naming: bool,
    is_wrong: Cell<bool>,
}

impl Known<'_> {
    /// The attribute that stands for a key of the object's `__dict__`.
    fn in_dict(&self, key: &str) -> String {
        if key == self.attribute { hidden(key) } else { key.to_owned() }
    }

    fn is_dict(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Attribute(dict) if dict.attr.as_str() == "__dict__"
            && matches!(&*dict.value, Expr::Name(name) if name.id.as_str() == self.object))
    }

    fn expr(&self, text: &str, range: TextRange) -> Option<Expr> {
        match parsed(&format!("{text}\n"), range).pop() {
            Some(Stmt::Expr(only)) => Some(*only.value),
            _ => None,
        }
    }
}

/// Puts constants in the place of the descriptor's attributes.
struct Names<'k>(&'k Known<'k>);

impl Transformer for Names<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Known { receiver, constants, is_naming, .. } = self.0;
        match expr {
            Expr::Attribute(attribute)
                if attribute.ctx == ExprContext::Load
                    && !is_naming
                    && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == *receiver) =>
            {
                if let Some(text) = constants.get(attribute.attr.as_str())
                    && let Some(literal) = self.0.expr(&format!("'{text}'"), attribute.range)
                {
                    *expr = literal;
                }
            }
            // Another method is meant than the one that is copied.
            Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "super") => {
                self.0.is_wrong.set(true);
            }
            _ => {}
        }
    }
}

/// Makes hidden attributes of what is in the object's `__dict__`.
struct Dicts<'k>(&'k Known<'k>);

impl Transformer for Dicts<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        // `setattr` of what is no data descriptor sets what is in the `__dict__`.
        if let Stmt::Expr(only) = stmt
            && let Expr::Call(call) = &mut *only.value
            && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "setattr")
            && let [Expr::Name(object), key @ Expr::StringLiteral(_), _] = &mut *call.arguments.args
            && object.id.as_str() == self.0.object
            && !self.0.is_data
        {
            let range = key.range();
            if let Expr::StringLiteral(text) = &*key
                && let Some(literal) =
                    self.0.expr(&format!("'{}'", self.0.in_dict(text.value.to_str())), range)
            {
                *key = literal;
            }
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        let known = self.0;
        let range = expr.range();
        let object = known.object;
        let made = match &*expr {
            Expr::Subscript(item) if known.is_dict(&item.value) => match &*item.slice {
                Expr::StringLiteral(key) => {
                    let (key, name) = (key.value.to_str(), known.in_dict(key.value.to_str()));
                    let text = match item.ctx {
                        ExprContext::Load => format!(
                            "({object}.{name} if hasattr({object}, '{name}') else _missing_descriptor_key('{key}'))"
                        ),
                        _ => format!("{object}.{name}"),
                    };
                    let mut made = known.expr(&text, range);
                    if let Some(Expr::Attribute(attribute)) = &mut made {
                        attribute.ctx = item.ctx;
                    }
                    made
                }
                _ => None,
            },
            Expr::Call(call) => match (&*call.func, &*call.arguments.args) {
                (Expr::Attribute(method), [Expr::StringLiteral(key), rest @ ..])
                    if known.is_dict(&method.value) && method.attr.as_str() == "get" && rest.len() < 2 =>
                {
                    let name = known.in_dict(key.value.to_str());
                    let mut made = known.expr(&format!("getattr({object}, '{name}', None)"), range);
                    if let (Some(Expr::Call(call)), [default]) = (&mut made, rest)
                        && let Some(last) = call.arguments.args.last_mut()
                    {
                        *last = default.clone();
                    }
                    made
                }
                _ => None,
            },
            Expr::Compare(compare) => match (&*compare.left, &*compare.ops, &*compare.comparators) {
                (Expr::StringLiteral(key), [op], [dict]) if known.is_dict(dict) => {
                    let not = if *op == ruff_python_ast::CmpOp::NotIn { "not " } else { "" };
                    let name = known.in_dict(key.value.to_str());
                    known.expr(&format!("({not}hasattr({object}, '{name}'))"), range)
                }
                _ => None,
            },
            _ => None,
        };
        if let Some(made) = made {
            *expr = made;
        }
        walk_expr(self, expr);
        if let Expr::Attribute(attribute) = expr
            && attribute.attr.as_str() == "__dict__"
        {
            known.is_wrong.set(true);
        }
    }
}

/// Whether a program looks at descriptors in other ways than through objects.
struct Looks<'u> {
    uses: &'u BTreeSet<(String, String)>,
    found: bool,
}

impl<'a> Visitor<'a> for Looks<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => {
                let name = attribute.attr.as_str();
                let is_special = METHODS.iter().any(|(method, _)| *method == name);
                let is_of_class = match &*attribute.value {
                    Expr::Name(class) => self.uses.iter().any(|(owner, attribute)| {
                        attribute == name && (owner == class.id.as_str() || class.id.as_str() == "cls")
                    }),
                    _ => false,
                };
                self.found |= is_special || is_of_class || name == "__dict__";
            }
            Expr::Call(call) => {
                self.found |= matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "vars");
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}
