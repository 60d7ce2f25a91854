//! Functions and classes of the library that are written in Python: `from contextlib import suppress` defines it.
//!
//! The definition stands in the place of the import, at its spans. What the program does with it is inferred, lowered and
//! refused like code of its own.

use std::cell::{Cell, RefCell};

use ruff_python_ast::relocate::relocate_expr;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_arguments, walk_except_handler, walk_expr, walk_keyword, walk_parameter,
    walk_parameters, walk_stmt,
};
use ruff_python_ast::{
    Alias, Arguments, AtomicNodeIndex, ExceptHandler, Expr, ExprContext, ExprName, Identifier, Keyword,
    Parameter, Parameters, Stmt, StmtImportFrom,
};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use super::bound::Bound;

/// Module, name and definition.
const DEFINITIONS: &[(&str, &str, &str)] = &[
    ("contextlib", "contextmanager", include_str!("../library/contextmanager.py")),
    ("contextlib", "suppress", include_str!("../library/suppress.py")),
    ("contextlib", "closing", include_str!("../library/closing.py")),
    ("contextlib", "nullcontext", include_str!("../library/nullcontext.py")),
    ("functools", "cmp_to_key", include_str!("../library/cmp_to_key.py")),
    ("functools", "partial", include_str!("../library/partial.py")),
    ("statistics", "median_high", include_str!("../library/median_high.py")),
    ("statistics", "median_low", include_str!("../library/median_low.py")),
    ("statistics", "mode", include_str!("../library/mode.py")),
    ("statistics", "multimode", include_str!("../library/multimode.py")),
    ("statistics", "quantiles", include_str!("../library/quantiles.py")),
    ("sys", "version_info", include_str!("../library/version_info.py")),
];

/// `iter(function, sentinel)`, which is another function than `iter` of one argument.
const ITER_UNTIL: &str = include_str!("../library/iter_until.py");

/// Methods of `set` that are called as functions with a star, so that the first operand is known when the program runs.
const SET_METHODS: &[(&str, &str, &str)] = &[
    ("union", "_set_union", include_str!("../library/set_union.py")),
    ("intersection", "_set_intersection", include_str!("../library/set_intersection.py")),
];

/// The module's statements with such imports replaced, and such attributes of imported modules; `None` where there is none.
///
/// ```text
/// from contextlib import suppress     class suppress: …
/// import functools                    import functools
///                                     def _functools_partial(func, …): …
/// functools.partial(f, 1)             _functools_partial(f, 1)
/// ```
pub(super) fn defined(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let attributes = Attributes::of(source, body);
    let has_any = body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import)
            if import.names.iter().any(|alias| definition_of(import, alias.name.as_str()).is_some()))
    });
    let has_functions =
        attributes.iterates_until.get().is_some() || !attributes.set_methods.borrow().is_empty();
    if !has_any && attributes.used.borrow().is_empty() && !has_functions {
        return None;
    }
    let mut out = Vec::with_capacity(body.len());
    if let Some(range) = attributes.iterates_until.get() {
        out.extend(parsed(ITER_UNTIL, range));
    }
    for (text, range) in attributes.set_methods.borrow().iter() {
        out.extend(parsed(text, *range));
    }
    for stmt in body {
        let mut stmt = stmt.clone();
        attributes.visit_stmt(&mut stmt);
        match stmt {
            Stmt::ImportFrom(import) => {
                let mut rest = import.clone();
                rest.names.clear();
                for alias in &import.names {
                    match definition_of(&import, alias.name.as_str()).filter(|_| alias.asname.is_none()) {
                        Some(text) => out.extend(parsed(text, alias.range())),
                        None => rest.names.push(alias.clone()),
                    }
                }
                if !rest.names.is_empty() {
                    out.push(Stmt::ImportFrom(rest));
                }
            }
            Stmt::Import(import) => {
                out.push(Stmt::Import(import.clone()));
                for alias in &import.names {
                    out.extend(attributes.definitions(alias));
                }
            }
            stmt => out.push(stmt),
        }
    }
    Some(out)
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
    /// The definitions of methods of `set` that are called with a star, and where each is first called.
    set_methods: RefCell<Vec<(&'static str, TextRange)>>,
}

impl Attributes {
    fn of(source: &str, body: &[Stmt]) -> Self {
        let mut modules = Vec::new();
        for stmt in body {
            if let Stmt::Import(import) = stmt {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    modules.push((name.to_string(), alias.name.to_string()));
                }
            }
        }
        modules.retain(|(_, module)| DEFINITIONS.iter().any(|(owner, ..)| owner == module));
        let mut found = Attributes { modules, ..Attributes::default() };
        // Most programs have nothing to look for.
        if !found.modules.is_empty() || source.contains("iter(") || source.contains("set.") {
            let bound = Bound::of(body);
            found.modules.retain(|(name, module)| bound.is_module(name, module));
            found.has_builtin_iter = bound.is_builtin("iter");
            found.has_builtin_set = bound.is_builtin("set");
            body.iter().for_each(|stmt| found.visit_stmt(&mut stmt.clone()));
        }
        found
    }

    /// What stands for `module.name`.
    fn name(module: &str, name: &str) -> String {
        format!("_{module}_{name}")
    }

    /// The definitions of what the program names of an imported module.
    fn definitions(&self, import: &Alias) -> Vec<Stmt> {
        let used = self.used.borrow();
        let own = used.iter().filter(|(module, _)| *module == import.name.as_str());
        let texts = own.filter_map(|(module, name)| Some((definition(module, name)?, module, name)));
        texts
            .flat_map(|(text, module, name)| {
                let mut stmts = parsed(text, import.range());
                let renamed = Self::name(module, name);
                for stmt in &mut stmts {
                    match stmt {
                        Stmt::FunctionDef(def) if def.name.as_str() == name => {
                            def.name.id = renamed.as_str().into()
                        }
                        Stmt::ClassDef(def) if def.name.as_str() == name => {
                            def.name.id = renamed.as_str().into()
                        }
                        Stmt::Assign(assign) => {
                            if let [Expr::Name(target)] = assign.targets.as_mut_slice()
                                && target.id.as_str() == name
                            {
                                target.id = renamed.as_str().into();
                            }
                        }
                        _ => {}
                    }
                }
                stmts
            })
            .collect()
    }
}

impl Transformer for Attributes {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr
            && self.has_builtin_iter
            && call.arguments.args.len() == 2
            && call.arguments.keywords.is_empty()
            && let Expr::Name(name) = &mut *call.func
            && name.id.as_str() == "iter"
        {
            name.id = "_iter_until".into();
            self.iterates_until.set(Some(call.range()));
            return;
        }
        if let Expr::Call(call) = expr
            && self.has_builtin_set
            && matches!(call.arguments.args.first(), Some(Expr::Starred(_)))
            && let Expr::Attribute(attribute) = &*call.func
            && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "set")
            && let Some((_, name, text)) =
                SET_METHODS.iter().find(|(method, ..)| *method == attribute.attr.as_str())
        {
            let range = call.range();
            *call.func = named(name, attribute.range);
            let mut used = self.set_methods.borrow_mut();
            if used.iter().all(|(known, _)| known != text) {
                used.push((text, range));
            }
            return;
        }
        let Expr::Attribute(attribute) = &*expr else { return };
        let Expr::Name(value) = &*attribute.value else { return };
        let Some((_, module)) = self.modules.iter().find(|(name, _)| name == value.id.as_str()) else {
            return;
        };
        let name = attribute.attr.as_str();
        if definition(module, name).is_none() {
            return;
        }
        let key = (module.clone(), name.to_owned());
        if !self.used.borrow().contains(&key) {
            self.used.borrow_mut().push(key);
        }
        *expr = named(&Self::name(module, name), attribute.range);
    }
}

fn named(name: &str, range: TextRange) -> Expr {
    let node_index = AtomicNodeIndex::default();
    Expr::Name(ExprName { id: name.into(), ctx: ExprContext::Load, range, node_index })
}

/// The statements of `text`, all of them at `range`.
pub(super) fn parsed(text: &str, range: TextRange) -> Vec<Stmt> {
    let Ok(parsed) = parse_module(text) else { return Vec::new() };
    let mut body: Vec<Stmt> = parsed.into_syntax().body.into_iter().collect();
    let relocator = Relocator { range };
    body.iter_mut().for_each(|stmt| relocator.visit_stmt(stmt));
    body
}

/// Moves every node to one place.
struct Relocator {
    range: TextRange,
}

impl Relocator {
    fn identifier(&self, name: &mut Identifier) {
        name.range = self.range;
    }
}

impl Transformer for Relocator {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let range = match stmt {
            Stmt::FunctionDef(stmt) => {
                self.identifier(&mut stmt.name);
                &mut stmt.range
            }
            Stmt::ClassDef(stmt) => {
                self.identifier(&mut stmt.name);
                &mut stmt.range
            }
            Stmt::Return(stmt) => &mut stmt.range,
            Stmt::Assign(stmt) => &mut stmt.range,
            Stmt::If(stmt) => &mut stmt.range,
            Stmt::For(stmt) => &mut stmt.range,
            Stmt::Try(stmt) => &mut stmt.range,
            Stmt::Raise(stmt) => &mut stmt.range,
            Stmt::Expr(stmt) => &mut stmt.range,
            Stmt::Pass(stmt) => &mut stmt.range,
            Stmt::ImportFrom(stmt) => &mut stmt.range,
            Stmt::While(stmt) => &mut stmt.range,
            Stmt::AugAssign(stmt) => &mut stmt.range,
            Stmt::Global(stmt) => {
                stmt.names.iter_mut().for_each(|name| self.identifier(name));
                &mut stmt.range
            }
            _ => return,
        };
        *range = self.range;
    }

    fn visit_expr(&self, expr: &mut Expr) {
        relocate_expr(expr, self.range);
    }

    fn visit_except_handler(&self, handler: &mut ExceptHandler) {
        walk_except_handler(self, handler);
        let ExceptHandler::ExceptHandler(handler) = handler;
        handler.range = self.range;
        if let Some(name) = &mut handler.name {
            self.identifier(name);
        }
    }

    fn visit_arguments(&self, arguments: &mut Arguments) {
        walk_arguments(self, arguments);
        arguments.range = self.range;
    }

    fn visit_keyword(&self, keyword: &mut Keyword) {
        walk_keyword(self, keyword);
        keyword.range = self.range;
        if let Some(name) = &mut keyword.arg {
            self.identifier(name);
        }
    }

    fn visit_parameters(&self, parameters: &mut Parameters) {
        walk_parameters(self, parameters);
        parameters.range = self.range;
        let all =
            parameters.posonlyargs.iter_mut().chain(&mut parameters.args).chain(&mut parameters.kwonlyargs);
        all.for_each(|parameter| parameter.range = self.range);
    }

    fn visit_parameter(&self, parameter: &mut Parameter) {
        walk_parameter(self, parameter);
        parameter.range = self.range;
        self.identifier(&mut parameter.name);
    }
}
