//! Functions and classes of the library that are written in Python: `from contextlib import suppress` defines it.
//!
//! The definition stands in the place of the import, at its spans. What the program does with it is inferred, lowered and
//! refused like code of its own.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as walk_expression, walk_stmt as walk_statement};
use ruff_python_ast::{
    Alias, AtomicNodeIndex, Expr, ExprContext, ExprName, ExprTuple, Stmt, StmtAssign, StmtImportFrom,
    StmtPass,
};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashSet;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::head::is_head;
use crate::rewrite::library_definitions::DEFINITIONS;
use crate::rewrite::quote::parsed;

/// `iter(function, sentinel)`, which is another function than `iter` of one argument.
const ITER_UNTIL: &str = include_str!("../library/iter_until.py");

/// `itemgetter(*names)`, of which only the run knows how many names there are.
const ITEMGETTER_OF: &str = include_str!("../library/itemgetter_of.py");

/// Methods of `set` that are called as functions with a star, so that the first operand is known when the program runs.
const SET_METHODS: &[(&str, &str, &str)] = &[
    ("union", "_set_union", include_str!("../library/set_union.py")),
    ("intersection", "_set_intersection", include_str!("../library/set_intersection.py")),
];

/// Attributes of classes of `datetime`, which no definition reads.
const LIMITS: [&str; 3] = ["max", "min", "resolution"];

/// `functools.partial` whose results say what they call.
const SHOWN_PARTIAL: &str = include_str!("../library/partial_shown.py");
/// `contextmanager` where a block may raise `StopIteration`, which no generator does.
const MANAGER_OF_STOPS: &str = include_str!("../library/contextmanager_of_stops.py");
/// `AbstractContextManager` where the program asks whether something is one.
const ASKED_MANAGER: &str = include_str!("../library/abstract_context_manager_asked.py");

/// Builtin functions that are written in Python.
const BUILTINS: &[(&str, &str, &str)] = &[
    ("aiter", "_aiter", "def _aiter(iterable):\n    return iterable.__aiter__()\n"),
    ("anext", "_anext", include_str!("../library/anext.py")),
];

/// Replaces such imports, and such attributes of imported modules.
///
/// ```text
/// from contextlib import suppress     class suppress: …
/// import functools                    import functools
///                                     def _functools_partial(func, …): …
/// functools.partial(f, 1)             _functools_partial(f, 1)
/// ```
pub(crate) fn define(source: &str, body: Vec<Stmt>) -> Vec<Stmt> {
    let attributes = Attributes::of(source, &body);
    let below = Below::of(&body);
    let has_any = body.iter().any(|stmt| matches!(stmt, Stmt::ImportFrom(import) if imports_any(import)));
    let has_functions =
        attributes.iterates_until.get().is_some() || !attributes.functions.borrow().is_empty();
    if !has_any && below.imported.is_empty() && attributes.used.borrow().is_empty() && !has_functions {
        return body;
    }
    let read = Read::of(&body);
    let mut out = Vec::with_capacity(body.len());
    // Nothing can stand before the docstring and the imports of `__future__`.
    let n_first = body.iter().take_while(|stmt| is_head(stmt)).count();
    let is_unread = |alias: &Alias| !read.0.contains(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
    let is_dropped = |stmt: &Stmt| match stmt {
        Stmt::ImportFrom(import) => import
            .names
            .iter()
            .any(|alias| definition_of(import, alias.name.as_str()).is_some() && is_unread(alias)),
        _ => false,
    };
    let brought =
        if body.iter().any(is_dropped) { brought_by(&body, &read, &attributes) } else { BTreeSet::new() };
    let mut rest = body.into_iter();
    out.extend(rest.by_ref().take(n_first));
    if let Some(range) = attributes.iterates_until.get() {
        out.extend(parsed(ITER_UNTIL, range));
    }
    for (text, range) in attributes.functions.borrow().iter() {
        out.extend(parsed(text, *range));
    }
    let shows_partial = shows_partial(source);
    let mut definitions =
        Definitions { source, names: &attributes.names, shows_partial, done: BTreeSet::new() };
    for (module, name, range) in &below.imported {
        definitions.define(module, name, *range, &mut out);
    }
    for (module, name) in attributes.used.borrow().iter() {
        if let Some(range) = below.modules.get(module) {
            definitions.define(module, name, *range, &mut out);
        }
    }
    let replaces = has_functions || !attributes.used.borrow().is_empty();
    for mut stmt in rest {
        if replaces {
            attributes.visit_stmt(&mut stmt);
        }
        match stmt {
            Stmt::ImportFrom(import) => {
                let mut rest = import.clone();
                rest.names.clear();
                for alias in &import.names {
                    let (name, local) = (alias.name.as_str(), alias.asname.as_ref().unwrap_or(&alias.name));
                    let module = import.module.as_deref().unwrap_or_default();
                    // What nothing names is not there to be read, but by other definitions, which bring it.
                    if definition_of(&import, name).is_none() || !read.0.contains(local.as_str()) {
                        if !brought.contains(name) {
                            rest.names.push(alias.clone());
                        }
                        continue;
                    }
                    definitions.define(module, name, alias.range(), &mut out);
                    let defined = attributes.names.name(module, name);
                    if defined != local.as_str() {
                        out.push(assignment(local.as_str(), &defined, alias.range()));
                    }
                }
                if !rest.names.is_empty() {
                    out.push(Stmt::ImportFrom(rest));
                }
            }
            Stmt::Import(import) => {
                out.push(Stmt::Import(import.clone()));
                for alias in &import.names {
                    for (module, name) in attributes.used.borrow().iter() {
                        if *module == alias.name.as_str() {
                            definitions.define(module, name, alias.range(), &mut out);
                        }
                    }
                }
            }
            mut stmt => {
                if !below.imported.is_empty() {
                    let imports = Imports { names: &attributes.names };
                    imports.visit_stmt(&mut stmt);
                }
                out.push(stmt);
            }
        }
    }
    out
}

/// The names of all definitions that those bring which the program reads.
fn brought_by(body: &[Stmt], read: &Read, attributes: &Attributes) -> BTreeSet<String> {
    let mut definitions =
        Definitions { source: "", names: &attributes.names, shows_partial: false, done: BTreeSet::new() };
    let mut out = Vec::new();
    for (module, name) in attributes.used.borrow().iter() {
        definitions.define(module, name, TextRange::default(), &mut out);
    }
    for stmt in body {
        let Stmt::ImportFrom(import) = stmt else { continue };
        let module = import.module.as_deref().unwrap_or_default();
        for alias in &import.names {
            let local = alias.asname.as_ref().unwrap_or(&alias.name);
            if read.0.contains(local.as_str()) {
                definitions.define(module, alias.name.as_str(), TextRange::default(), &mut out);
            }
        }
    }
    definitions.done.into_iter().map(|(_, name)| name).collect()
}

fn imports_any(import: &StmtImportFrom) -> bool {
    import.names.iter().any(|alias| definition_of(import, alias.name.as_str()).is_some())
}

/// What is imported below the module's own statements, in functions and branches: defined before all of them.
#[derive(Default)]
struct Below {
    /// Definitions, and where each is first imported.
    imported: Vec<(String, String, TextRange)>,
    /// Modules, and where.
    modules: BTreeMap<String, TextRange>,
}

impl Below {
    fn of(body: &[Stmt]) -> Self {
        let mut below = Below::default();
        for stmt in body {
            walk_statement(&mut below, stmt);
        }
        below
    }
}

impl<'a> Visitor<'a> for Below {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ImportFrom(import) => {
                let module = import.module.as_deref().unwrap_or_default();
                for alias in &import.names {
                    if definition_of(import, alias.name.as_str()).is_some() {
                        self.imported.push((module.to_owned(), alias.name.to_string(), alias.range()));
                    }
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.modules.entry(alias.name.to_string()).or_insert(alias.range());
                }
            }
            stmt => walk_statement(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// The names that are read anywhere.
struct Read(FxHashSet<ruff_python_ast::name::Name>);

impl Read {
    fn of(body: &[Stmt]) -> Self {
        let mut read = Read(FxHashSet::default());
        read.visit_body(body);
        read
    }
}

impl<'a> Visitor<'a> for Read {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && !self.0.contains(&name.id)
        {
            self.0.insert(name.id.clone());
        }
        walk_expression(self, expr);
    }
}

/// Makes of imports below the module's own statements names for what is defined before.
///
/// ```text
/// def f():                                def f():
///     from textwrap import dedent             dedent = _textwrap_dedent
/// ```
struct Imports<'a> {
    names: &'a Names,
}

impl Transformer for Imports<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ImportFrom(import) = stmt else { return };
        let module = import.module.as_deref().unwrap_or_default();
        if import.names.iter().any(|alias| definition_of(import, alias.name.as_str()).is_none()) {
            return;
        }
        let range = import.range;
        let (mut targets, mut values) = (Vec::new(), Vec::new());
        for alias in &import.names {
            let local = alias.asname.as_ref().unwrap_or(&alias.name);
            let defined = self.names.name(module, alias.name.as_str());
            if defined == local.as_str() {
                continue;
            }
            let mut target = named(local.as_str(), range);
            if let Expr::Name(name) = &mut target {
                name.ctx = ExprContext::Store;
            }
            targets.push(target);
            values.push(named(&defined, range));
        }
        let node_index = AtomicNodeIndex::default();
        *stmt = match (targets.len(), targets.pop(), values.pop()) {
            (1, Some(target), Some(value)) => {
                Stmt::Assign(StmtAssign { targets: vec![target], value: Box::new(value), range, node_index })
            }
            (_, Some(target), Some(value)) => {
                targets.push(target);
                values.push(value);
                let target = tuple(targets, ExprContext::Store, range);
                let value = Box::new(tuple(values, ExprContext::Load, range));
                Stmt::Assign(StmtAssign { targets: vec![target], value, range, node_index })
            }
            _ => Stmt::Pass(StmtPass { range, node_index }),
        };
    }
}

/// `local = defined`.
fn assignment(local: &str, defined: &str, range: TextRange) -> Stmt {
    let mut target = named(local, range);
    if let Expr::Name(name) = &mut target {
        name.ctx = ExprContext::Store;
    }
    let value = Box::new(named(defined, range));
    Stmt::Assign(StmtAssign { targets: vec![target], value, range, node_index: AtomicNodeIndex::default() })
}

fn tuple(elts: Vec<Expr>, ctx: ExprContext, range: TextRange) -> Expr {
    let node_index = AtomicNodeIndex::default();
    Expr::Tuple(ExprTuple { elts, ctx, parenthesized: false, range, node_index })
}

/// What a class of the library is called in Python, of the name that it is bound to here.
pub(crate) fn shown_name(bound: &str) -> &str {
    let Some(rest) = bound.strip_prefix('_') else { return bound };
    if bound.starts_with(crate::rewrite::modules::argument_parser::NAMESPACE) {
        return "Namespace";
    }
    if bound.starts_with(crate::rewrite::records::namespaces::PREFIX) {
        return "SimpleNamespace";
    }
    let is_bound = |(module, name, _): &&(&str, &'static str, &str)| {
        rest.strip_prefix(&*module.replace('.', "_")).and_then(|rest| rest.strip_prefix('_')) == Some(name)
    };
    DEFINITIONS.iter().find(is_bound).map_or(bound, |(_, name, _)| *name)
}

/// What definitions are bound to in the program: the name that it imports one by, else one that names the module, too.
#[derive(Default)]
struct Names(BTreeMap<(String, String), String>);

impl Names {
    fn of(body: &[Stmt]) -> Self {
        let mut names = BTreeMap::new();
        for stmt in body {
            let Stmt::ImportFrom(import) = stmt else { continue };
            let module = import.module.as_deref().unwrap_or_default();
            for alias in &import.names {
                // Under another name it would say that one, too, where it is shown.
                let is_renamed = alias.asname.as_ref().is_some_and(|name| *name != alias.name);
                if !is_renamed && definition_of(import, alias.name.as_str()).is_some() {
                    let key = (module.to_owned(), alias.name.to_string());
                    names.entry(key).or_insert_with(|| alias.name.to_string());
                }
            }
        }
        Names(names)
    }

    fn name(&self, module: &str, name: &str) -> String {
        let imported = self.0.get(&(module.to_owned(), name.to_owned()));
        imported.cloned().unwrap_or_else(|| Names::attribute(module, name))
    }

    /// What stands for `module.name`.
    fn attribute(module: &str, name: &str) -> String {
        format!("_{}_{name}", module.replace('.', "_"))
    }
}

/// Whether a program may ask `isinstance` or `issubclass` about a class, under its name or another.
fn asks_about(source: &str, class: &str) -> bool {
    let asks = ["isinstance(", "issubclass("].iter().any(|call| {
        source.match_indices(call).any(|(at, _)| {
            let mut depth = 0_usize;
            let arguments = source[at..].split_inclusive([')', '(']).take_while(|part| {
                let open = depth;
                depth = if part.ends_with('(') { depth + 1 } else { depth.saturating_sub(1) };
                open > 0 || part.ends_with('(')
            });
            arguments.into_iter().any(|part| part.contains(class))
        })
    });
    asks || source.contains(&format!("= {class}"))
}

/// The definitions that the program has got, each once.
struct Definitions<'a> {
    source: &'a str,
    names: &'a Names,
    /// Whether the program may ask a `partial` what it calls.
    shows_partial: bool,
    done: BTreeSet<(String, String)>,
}

impl Definitions<'_> {
    /// Whether a statement sets an attribute of a class, `date.min = …`, that the program never reads.
    fn is_idle(&self, stmt: &Stmt) -> bool {
        let Stmt::Assign(assign) = stmt else { return false };
        let [Expr::Attribute(attribute)] = &*assign.targets else { return false };
        let Expr::Name(class) = &*attribute.value else { return false };
        if !LIMITS.contains(&attribute.attr.as_str()) {
            return false;
        }
        let reads = |owner: &str| {
            let words = format!("{owner}.{}", attribute.attr);
            self.source.match_indices(&words).any(|(at, _)| {
                let is_part = |c: char| c.is_alphanumeric() || c == '_';
                let before = self.source[..at].chars().next_back().is_some_and(is_part);
                let after = self.source[at + words.len()..].chars().next().is_some_and(is_part);
                !after && (!before || owner.is_empty())
            })
        };
        // It may have another name there.
        let is_renamed = || {
            self.source.lines().map(str::trim_start).any(|line| {
                (line.starts_with("from ") || line.starts_with("import ")) && line.contains(" as ")
            })
        };
        !(reads(&class.id) || is_renamed() && reads(""))
    }

    /// Puts a definition into `out`, after those that it imports.
    fn define(&mut self, module: &str, name: &str, range: TextRange, out: &mut Vec<Stmt>) {
        let Some(text) = definition(module, name) else { return };
        let raises_stops = || self.source.contains("StopIteration") || self.source.contains("next(");
        let text = match (module, name) {
            ("functools", "partial") if self.shows_partial => SHOWN_PARTIAL,
            ("contextlib", "contextmanager") if raises_stops() => MANAGER_OF_STOPS,
            // Objects of any class with its methods are instances of it.
            ("contextlib", "AbstractContextManager") if asks_about(self.source, name) => ASKED_MANAGER,
            _ => text,
        };
        if !self.done.insert((module.to_owned(), name.to_owned())) {
            return;
        }
        let mut renamer = Renamer { names: vec![(name.to_owned(), self.names.name(module, name))] };
        let mut own = Vec::new();
        for stmt in parsed(text, range) {
            match stmt {
                Stmt::ImportFrom(import)
                    if import
                        .names
                        .iter()
                        .all(|alias| definition_of(&import, alias.name.as_str()).is_some()) =>
                {
                    let from = import.module.as_deref().unwrap_or_default();
                    for alias in &import.names {
                        self.define(from, alias.name.as_str(), range, out);
                        renamer
                            .names
                            .push((alias.name.to_string(), self.names.name(from, alias.name.as_str())));
                    }
                }
                stmt if !self.is_idle(&stmt) => own.push(stmt),
                _ => {}
            }
        }
        own.iter_mut().for_each(|stmt| renamer.statement(stmt));
        out.extend(own);
    }
}

/// Calls definitions what the program calls them.
struct Renamer {
    names: Vec<(String, String)>,
}

impl Renamer {
    fn renamed(&self, name: &str) -> Option<&str> {
        self.names.iter().find(|(old, _)| old == name).map(|(_, new)| new.as_str())
    }
}

impl Renamer {
    /// A statement of the definition's own; methods keep their names.
    fn statement(&self, stmt: &mut Stmt) {
        self.visit_stmt(stmt);
        let name = match stmt {
            Stmt::FunctionDef(def) => &mut def.name,
            Stmt::ClassDef(def) => &mut def.name,
            _ => return,
        };
        if let Some(new) = self.renamed(name.as_str()) {
            name.id = new.into();
        }
    }
}

impl Transformer for Renamer {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Name(name) = expr
            && let Some(new) = self.renamed(name.id.as_str())
        {
            name.id = new.into();
        }
    }
}

/// Whether a program may ask what a `partial` calls.
pub(crate) fn shows_partial(source: &str) -> bool {
    source.contains(".func") && source.contains("partial") || source.contains(".keywords")
}

fn definition_of(import: &StmtImportFrom, name: &str) -> Option<&'static str> {
    let module = import.module.as_deref().filter(|_| import.level == 0)?;
    definition(module, name)
}

fn definition(module: &str, name: &str) -> Option<&'static str> {
    DEFINITIONS.iter().find(|(owner, known, _)| *owner == module && *known == name).map(|(_, _, text)| *text)
}

/// Attributes of modules that are defined here, which become names.
#[derive(Default)]
struct Attributes {
    /// What the program calls definitions.
    names: Names,
    /// What the program calls each module, and the module.
    modules: Vec<(String, String)>,
    /// The module and the attribute of each that the program names.
    used: RefCell<Vec<(String, String)>>,
    /// Whether `iter` is Python's own.
    has_builtin_iter: bool,
    /// Where the program calls `iter` with a sentinel.
    iterates_until: Cell<Option<TextRange>>,
    /// Whether `set` is Python's own.
    has_builtin_set: bool,
    /// What the program calls `operator.itemgetter`.
    itemgetter: Option<String>,
    /// The builtins with definitions that are Python's own.
    builtins: Vec<&'static str>,
    /// The definitions of builtins, and of methods of `set` that are called with a star, and where each is first called.
    functions: RefCell<Vec<(&'static str, TextRange)>>,
}

impl Attributes {
    fn of(source: &str, body: &[Stmt]) -> Self {
        let mut modules = Vec::new();
        let mut imports = Modules(&mut modules);
        body.iter().for_each(|stmt| imports.visit_stmt(stmt));
        modules.retain(|(_, module)| DEFINITIONS.iter().any(|(owner, ..)| owner == module));
        let mut found = Attributes { names: Names::of(body), modules, ..Attributes::default() };
        // Most programs have nothing to look for.
        if !found.modules.is_empty()
            || source.contains("set.union(")
            || source.contains("set.intersection(")
            || source.match_indices("iter(").any(|(at, name)| has_comma(&source[at + name.len()..]))
            || BUILTINS.iter().any(|(name, ..)| source.contains(name))
            || source.contains("itemgetter(*")
        {
            let bound = Bound::of(body);
            found.modules.retain(|(name, module)| bound.is_module(name, module));
            found.has_builtin_iter = bound.is_builtin("iter");
            found.has_builtin_set = bound.is_builtin("set");
            let itemgetter = imported(body, "operator", "itemgetter");
            found.itemgetter = itemgetter.filter(|name| bound.times(name) == 1).map(str::to_owned);
            let own = BUILTINS.iter().map(|(name, ..)| *name).filter(|name| bound.is_builtin(name));
            found.builtins = own.collect();
            Finder(&found).visit_body(body);
        }
        found
    }
}

/// Whether the text of a call's arguments, from its parenthesis on, has a comma outside of others.
fn has_comma(arguments: &str) -> bool {
    let mut depth = 1;
    for c in arguments.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 1 => return true,
            // Text may hold anything.
            '"' | '\'' => return true,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

/// What each imported module is called, and the module, wherever it is imported.
struct Modules<'a>(&'a mut Vec<(String, String)>);

impl<'a> Visitor<'a> for Modules<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.0.push((name.to_string(), alias.name.to_string()));
                }
            }
            stmt => walk_statement(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// What an expression becomes.
enum Replacement {
    /// It calls this function.
    Callee(&'static str),
    /// It is this name.
    Name(String),
}

impl Attributes {
    /// Notes that a definition is needed.
    fn needs(&self, text: &'static str, range: TextRange) {
        let mut functions = self.functions.borrow_mut();
        if functions.iter().all(|(known, _)| *known != text) {
            functions.push((text, range));
        }
    }

    fn is_itemgetter(&self, callee: &Expr) -> bool {
        match callee {
            Expr::Name(name) => self.itemgetter.as_deref() == Some(name.id.as_str()),
            Expr::Attribute(attribute) if attribute.attr.as_str() == "itemgetter" => {
                let mut modules = self.modules.iter().filter(|(_, module)| module == "operator");
                modules.any(|(name, _)| is_dotted(&attribute.value, name))
            }
            _ => false,
        }
    }

    /// What stands for an expression; what that needs is noted.
    fn replacement(&self, expr: &Expr) -> Option<Replacement> {
        match expr {
            Expr::Call(call) => match &*call.func {
                Expr::Name(name) if self.has_builtin_iter && name.id.as_str() == "iter" => {
                    if call.arguments.args.len() != 2 || !call.arguments.keywords.is_empty() {
                        return None;
                    }
                    self.iterates_until.set(Some(call.range()));
                    Some(Replacement::Callee("_iter_until"))
                }
                callee if self.is_itemgetter(callee) => {
                    call.arguments.args.iter().find(|arg| arg.is_starred_expr())?;
                    self.needs(ITEMGETTER_OF, call.range());
                    Some(Replacement::Callee("_itemgetter_of"))
                }
                Expr::Attribute(attribute) if self.has_builtin_set => {
                    let is_set = matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "set");
                    if !is_set || !matches!(call.arguments.args.first(), Some(Expr::Starred(_))) {
                        return None;
                    }
                    let wanted = attribute.attr.as_str();
                    let (_, name, text) = SET_METHODS.iter().find(|(method, ..)| *method == wanted)?;
                    self.needs(text, call.range());
                    Some(Replacement::Callee(name))
                }
                Expr::Name(name) if self.builtins.contains(&name.id.as_str()) => {
                    let (_, name, text) = BUILTINS.iter().find(|(known, ..)| *known == name.id.as_str())?;
                    self.needs(text, call.range());
                    Some(Replacement::Callee(name))
                }
                _ => None,
            },
            Expr::Attribute(attribute) => {
                let (_, module) = self.modules.iter().find(|(name, _)| is_dotted(&attribute.value, name))?;
                let name = attribute.attr.as_str();
                definition(module, name)?;
                let key = (module.clone(), name.to_owned());
                if !self.used.borrow().contains(&key) {
                    self.used.borrow_mut().push(key);
                }
                Some(Replacement::Name(self.names.name(module, name)))
            }
            _ => None,
        }
    }
}

/// Whether an expression is `name`, or `package.module`.
fn is_dotted(expr: &Expr, words: &str) -> bool {
    match expr {
        Expr::Name(name) => name.id.as_str() == words,
        Expr::Attribute(attribute) => words.rsplit_once('.').is_some_and(|(package, last)| {
            attribute.attr.as_str() == last && is_dotted(&attribute.value, package)
        }),
        _ => false,
    }
}

/// Notes what the program needs.
struct Finder<'a>(&'a Attributes);

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        walk_expression(self, expr);
        self.0.replacement(expr);
    }
}

impl Transformer for Attributes {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        match self.replacement(expr) {
            Some(Replacement::Callee(name)) => {
                if let Expr::Call(call) = expr {
                    *call.func = named(name, call.func.range());
                }
            }
            Some(Replacement::Name(name)) => *expr = named(&name, expr.range()),
            None => {}
        }
    }
}

fn named(name: &str, range: TextRange) -> Expr {
    let node_index = AtomicNodeIndex::default();
    Expr::Name(ExprName { id: name.into(), ctx: ExprContext::Load, range, node_index })
}
