//! Name resolution: which scope binds what, as CPython's symbol table has it.
//!
//! A first walk over the tree makes a [`Scope`] for every function, class, comprehension and list of type parameters,
//! and a local for everything they bind. Functions and classes get their HIR shells here, so that locals have owners.
//! Comprehensions and type parameters have names of their own, but no HIR scope: their locals belong to the function or
//! class around them. Resolution then goes outwards: own scope, enclosing functions, module.
//! Source: Language Reference, 4.2; PEP 227, 572, 695, 709. Reports PT0103 and PT0105.

use std::collections::BTreeSet;

use portalis_diag::{Diagnostic, Span};
use portalis_hir as hir;
use portalis_hir::{Class, Func, FuncKind, Local, LocalId, Module, Name};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use rustc_hash::FxHashMap;

use super::consumed::{self, Consumed};
use super::{span, with_stack};
use crate::depth::MAX_DEPTH;
use crate::diagnostics;

/// An interned identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sym(u32);

/// A scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ScopeIdx(u32);

/// The scope of the module body.
pub(crate) const MODULE: ScopeIdx = ScopeIdx(0);

/// Identifiers, each text once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_text: FxHashMap<Box<str>, Sym>,
    names: Vec<Name>,
}

impl Names {
    pub(crate) fn intern(&mut self, text: &str) -> Sym {
        if let Some(&sym) = self.by_text.get(text) {
            return sym;
        }
        let sym = Sym(self.names.len() as u32);
        self.names.push(Name::from(text));
        self.by_text.insert(text.into(), sym);
        sym
    }

    /// Private names of a class are mangled (Language Reference, 6.2.1).
    pub(crate) fn intern_private(&mut self, text: &str, class: Option<&str>) -> Sym {
        if let Some(class) = class
            && text.starts_with("__")
            && !text.ends_with("__")
            && !text.contains('.')
        {
            let class = class.trim_start_matches('_');
            if !class.is_empty() {
                return self.intern(&format!("_{class}{text}"));
            }
        }
        self.intern(text)
    }

    pub(crate) fn name(&self, sym: Sym) -> Name {
        self.names[sym.0 as usize].clone()
    }
}

/// What kind of scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Module,
    Def,
    Lambda,
    GeneratorExpr,
    Class,
    /// A list, set or dict comprehension, by the word for it.
    Comprehension(&'static str),
    /// PEP 695.
    TypeParams,
}

/// What a scope knows about a name.
#[derive(Clone, Copy, Debug, Default)]
struct Symbol {
    local: Option<LocalId>,
    is_global: bool,
    is_nonlocal: bool,
    is_param: bool,
    is_used: bool,
    is_annotated: bool,
    /// Of the `nonlocal` declaration.
    span: Span,
}

#[derive(Debug)]
struct Scope {
    kind: Kind,
    parent: Option<ScopeIdx>,
    owner: hir::Scope,
    is_async: bool,
    symbols: FxHashMap<Sym, Symbol>,
}

/// All scopes of a file.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    pub(crate) names: Names,
    scopes: Vec<Scope>,
    /// By the address of the tree's node, which stays where it is while the tree lives.
    by_node: FxHashMap<usize, ScopeIdx>,
    /// Generator expressions that run as comprehensions, likewise.
    consumed: FxHashMap<usize, Consumed>,
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).cast::<()>() as usize
}

impl Scopes {
    fn at(&self, scope: ScopeIdx) -> &Scope {
        &self.scopes[scope.0 as usize]
    }

    /// The scope that a node opened.
    pub(crate) fn of<T>(&self, node: &T) -> ScopeIdx {
        self.by_node.get(&address(node)).copied().unwrap_or(MODULE)
    }

    /// What stands for a generator expression that is consumed at once.
    pub(crate) fn consumed(&self, generator: &ast::ExprGenerator) -> Option<Consumed> {
        self.consumed.get(&address(generator)).copied()
    }

    /// The function or class whose locals the scope's names are.
    pub(crate) fn owner(&self, scope: ScopeIdx) -> hir::Scope {
        self.at(scope).owner
    }

    pub(crate) fn kind(&self, scope: ScopeIdx) -> Kind {
        self.at(scope).kind
    }

    pub(crate) fn is_async(&self, scope: ScopeIdx) -> bool {
        self.at(scope).is_async
    }

    pub(crate) fn parent(&self, scope: ScopeIdx) -> Option<ScopeIdx> {
        self.at(scope).parent
    }

    /// Whether the scope has no HIR scope of its own.
    pub(crate) fn is_inlined(&self, scope: ScopeIdx) -> bool {
        matches!(self.kind(scope), Kind::Comprehension(_) | Kind::TypeParams)
    }

    /// Where `:=` binds: the nearest scope that is no comprehension.
    pub(crate) fn walrus_scope(&self, mut scope: ScopeIdx) -> ScopeIdx {
        while let Kind::Comprehension(_) | Kind::GeneratorExpr = self.kind(scope) {
            scope = self.parent(scope).unwrap_or(MODULE);
        }
        scope
    }

    /// The module's local of that name.
    pub(crate) fn module_local(&self, sym: Sym) -> Option<LocalId> {
        self.at(MODULE).symbols.get(&sym)?.local
    }

    /// Whether a read refers to a variable of a comprehension.
    pub(crate) fn is_in_comprehension(&self, scope: ScopeIdx, sym: Sym) -> bool {
        let mut around = std::iter::successors(Some(scope), |&idx| self.parent(idx));
        let here = around.find(|&idx| self.at(idx).symbols.get(&sym).is_some_and(|it| it.local.is_some()));
        here.is_some_and(|idx| matches!(self.kind(idx), Kind::Comprehension(_)))
    }

    /// What a read refers to; `None` for builtins.
    pub(crate) fn resolve(&self, scope: ScopeIdx, sym: Sym) -> Option<LocalId> {
        let mut at = Some(scope);
        let mut sees_class = true;
        while let Some(idx) = at {
            let scope = self.at(idx);
            if (sees_class || scope.kind != Kind::Class)
                && let Some(symbol) = scope.symbols.get(&sym)
            {
                if symbol.is_global {
                    return self.module_local(sym);
                }
                if symbol.local.is_some() {
                    return symbol.local;
                }
            }
            sees_class &= scope.kind == Kind::TypeParams;
            at = scope.parent;
        }
        None
    }

    /// What a binding refers to. The first walk made it; should it be missing, it is made now.
    pub(crate) fn local_for_write(
        &mut self,
        module: &mut Module,
        scope: ScopeIdx,
        sym: Sym,
        span: Span,
    ) -> LocalId {
        let symbol = self.scopes[scope.0 as usize].symbols.entry(sym).or_default();
        if symbol.is_global && scope != MODULE {
            return self.local_for_write(module, MODULE, sym, span);
        }
        if let Some(local) = symbol.local {
            return local;
        }
        let owner = self.at(scope).owner;
        let local = new_local(module, self.names.name(sym), owner, span);
        self.scopes[scope.0 as usize].symbols.entry(sym).or_default().local = Some(local);
        local
    }
}

/// Allocates a local and enters it at its owner.
pub(crate) fn new_local(module: &mut Module, name: Name, owner: hir::Scope, span: Span) -> LocalId {
    let local = module.locals.alloc(Local { name, owner, captured: false, written_elsewhere: false, span });
    match owner {
        hir::Scope::Func(func) => module.funcs[func].locals.push(local),
        hir::Scope::Class(class) => module.classes[class].locals.push(local),
    }
    local
}

/// Walks the module and makes its scopes. `None` where it is nested too deeply; that is reported.
pub(crate) fn collect(
    source: &str,
    body: &[Stmt],
    module: &mut Module,
    reports: &mut Vec<Diagnostic>,
) -> Option<Scopes> {
    let mut scopes = Scopes { consumed: consumed::collect(body), ..Scopes::default() };
    scopes.scopes.push(Scope {
        kind: Kind::Module,
        parent: None,
        owner: hir::Scope::Func(module.body),
        is_async: false,
        symbols: FxHashMap::default(),
    });
    let mut collector = Collector {
        source,
        scopes,
        module,
        reports,
        scope: MODULE,
        private: None,
        depth: 0,
        is_too_deep: false,
        iterables: 0,
        loops: 0,
        attributes: super::function_attributes::names(source, body),
    };
    collector.visit_body(body);
    if collector.is_too_deep {
        return None;
    }
    collector.resolve_nonlocals();
    Some(collector.scopes)
}

struct Collector<'a, 'm> {
    source: &'m str,
    scopes: Scopes,
    module: &'m mut Module,
    reports: &'m mut Vec<Diagnostic>,
    scope: ScopeIdx,
    private: Option<&'a str>,
    depth: usize,
    is_too_deep: bool,
    /// Whether inside an iterable of a comprehension.
    iterables: u32,
    /// Loops around this statement, within the function.
    loops: u32,
    /// What may be set on a function.
    attributes: BTreeSet<String>,
}

impl<'a> Collector<'a, '_> {
    fn error(&mut self, span: Span, message: String) {
        self.reports.push(diagnostics::scoping(span, message));
    }

    fn sym(&mut self, text: &str) -> Sym {
        self.scopes.names.intern_private(text, self.private)
    }

    fn symbol(&mut self, scope: ScopeIdx, sym: Sym) -> &mut Symbol {
        self.scopes.scopes[scope.0 as usize].symbols.entry(sym).or_default()
    }

    fn use_name(&mut self, text: &str) {
        let sym = self.sym(text);
        self.symbol(self.scope, sym).is_used = true;
    }

    fn bind(&mut self, text: &str, span: Span) {
        let sym = self.sym(text);
        self.bind_in(self.scope, sym, span);
    }

    fn bind_in(&mut self, scope: ScopeIdx, sym: Sym, span: Span) -> Option<LocalId> {
        let symbol = *self.symbol(scope, sym);
        if symbol.is_nonlocal {
            return None;
        }
        let local = self.scopes.local_for_write(self.module, scope, sym, span);
        if self.module.locals[local].owner != self.scopes.owner(scope) {
            self.module.locals[local].captured = true;
            self.module.locals[local].written_elsewhere = true;
        }
        Some(local)
    }

    /// Runs `f` in a new scope for `node`.
    fn within<T>(
        &mut self,
        node: &T,
        kind: Kind,
        owner: hir::Scope,
        is_async: bool,
        f: impl FnOnce(&mut Self),
    ) {
        let scope = ScopeIdx(self.scopes.scopes.len() as u32);
        let parent = Some(self.scope);
        self.scopes.scopes.push(Scope { kind, parent, owner, is_async, symbols: FxHashMap::default() });
        self.scopes.by_node.insert(address(node), scope);
        let outer = std::mem::replace(&mut self.scope, scope);
        let iterables = self.iterables;
        if !matches!(kind, Kind::Comprehension(_) | Kind::GeneratorExpr) {
            self.iterables = 0;
        }
        f(self);
        self.iterables = iterables;
        self.scope = outer;
    }

    /// `__qualname__` of a definition called `name` in this scope.
    fn qualname(&mut self, name: &str) -> Name {
        let sym = self.sym(name);
        let is_global = self.symbol(self.scope, sym).is_global;
        match self.scopes.owner(self.scope) {
            _ if is_global => Name::from(name),
            hir::Scope::Func(func) if func == self.module.body => Name::from(name),
            hir::Scope::Func(func) => {
                Name::from(format!("{}.<locals>.{name}", self.module.funcs[func].qualname).as_str())
            }
            hir::Scope::Class(class) => {
                Name::from(format!("{}.{name}", self.module.classes[class].qualname).as_str())
            }
        }
    }

    fn new_func(
        &mut self,
        name: &str,
        kind: FuncKind,
        is_async: bool,
        span: Span,
        name_span: Span,
    ) -> hir::Scope {
        let qualname = self.qualname(name);
        let parent = Some(self.scopes.owner(self.scope));
        hir::Scope::Func(self.module.funcs.alloc(Func {
            name: Name::from(name),
            qualname,
            kind,
            parent,
            params: Vec::new(),
            returns: None,
            body: Vec::new(),
            doc: None,
            locals: Vec::new(),
            attributes: Vec::new(),
            is_generator: kind == FuncKind::GeneratorExpr,
            is_async,
            span,
            name_span,
        }))
    }

    fn parameters(&mut self, parameters: &'a ast::Parameters) {
        let ordered = (parameters.posonlyargs.iter().chain(&parameters.args))
            .map(|parameter| &parameter.parameter)
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwonlyargs.iter().map(|parameter| &parameter.parameter))
            .chain(parameters.kwarg.as_deref());
        for parameter in ordered {
            let sym = self.sym(parameter.name.as_str());
            if self.symbol(self.scope, sym).is_param {
                let message = format!("duplicate argument '{}' in function definition", parameter.name);
                self.error(span(&parameter.name), message);
            }
            self.symbol(self.scope, sym).is_param = true;
            self.bind_in(self.scope, sym, span(&parameter.name));
        }
    }

    fn defaults(&mut self, parameters: &'a ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn annotations(&mut self, parameters: &'a ast::Parameters) {
        for parameter in parameters.iter() {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
    }

    /// Runs `f` with the type parameters in scope.
    fn with_type_params(&mut self, type_params: Option<&'a ast::TypeParams>, f: impl FnOnce(&mut Self)) {
        let Some(params) = type_params else { return f(self) };
        let owner = self.scopes.owner(self.scope);
        self.within(params, Kind::TypeParams, owner, false, |this| {
            for param in &params.type_params {
                let name = param.name();
                let sym = this.sym(name.as_str());
                if this.symbol(this.scope, sym).is_param {
                    this.error(span(name), format!("duplicate type parameter '{name}'"));
                }
                this.symbol(this.scope, sym).is_param = true;
                let hidden = this.scopes.names.intern(&format!(".{name}"));
                let local = new_local(this.module, this.scopes.names.name(hidden), owner, span(name));
                this.symbol(this.scope, sym).local = Some(local);
            }
            f(this);
        });
    }

    fn function(&mut self, def: &'a ast::StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&def.parameters);
        self.bind(def.name.as_str(), span(&def.name));
        let outer = self.scope;
        self.with_type_params(def.type_params.as_deref(), |this| {
            this.annotations(&def.parameters);
            if let Some(returns) = &def.returns {
                this.visit_expr(returns);
            }
            let inner = std::mem::replace(&mut this.scope, outer);
            let owner =
                this.new_func(def.name.as_str(), FuncKind::Def, def.is_async, span(def), span(&def.name));
            this.scope = inner;
            this.function_attributes(def, outer, owner);
            let loops = std::mem::take(&mut this.loops);
            this.within(def, Kind::Def, owner, def.is_async, |this| {
                this.parameters(&def.parameters);
                this.visit_body(&def.body);
            });
            this.loops = loops;
        });
    }

    /// The variables for attributes of a function whose `def` is evaluated once.
    fn function_attributes(&mut self, def: &ast::StmtFunctionDef, around: ScopeIdx, func: hir::Scope) {
        let (hir::Scope::Func(owner), hir::Scope::Func(func)) = (self.scopes.owner(around), func) else {
            return;
        };
        if self.loops > 0 || !matches!(self.scopes.kind(around), Kind::Module | Kind::Def) {
            return;
        }
        for attribute in self.attributes.clone() {
            let mut name = format!("{}_{attribute}", def.name);
            while self.source.contains(&name) || self.is_around(around, &name) {
                name.push('_');
            }
            let name = Name::from(name.as_str());
            let local = new_local(self.module, name, hir::Scope::Func(owner), span(&def.name));
            self.module.locals[local].captured = true;
            self.module.locals[local].written_elsewhere = true;
            self.module.funcs[func].attributes.push((Name::from(attribute.as_str()), local));
        }
    }

    /// Whether a function around `scope` has a variable of that name.
    fn is_around(&self, scope: ScopeIdx, name: &str) -> bool {
        let mut at = Some(scope);
        while let Some(scope) = at {
            if let hir::Scope::Func(func) = self.scopes.owner(scope)
                && self.module.funcs[func]
                    .locals
                    .iter()
                    .any(|&local| &*self.module.locals[local].name == name)
            {
                return true;
            }
            at = self.scopes.parent(scope);
        }
        false
    }

    fn class(&mut self, def: &'a ast::StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.bind(def.name.as_str(), span(&def.name));
        let outer = self.scope;
        self.with_type_params(def.type_params.as_deref(), |this| {
            if let Some(arguments) = &def.arguments {
                this.visit_arguments(arguments);
            }
            let inner = std::mem::replace(&mut this.scope, outer);
            // What a call makes does not know where it stands.
            let made = crate::rewrite::records::named_tuple::name_of_call(def);
            let name = made.unwrap_or_else(|| crate::rewrite::library::shown_name(def.name.as_str()));
            let class = Class {
                name: Name::from(name),
                qualname: if made.is_some() { Name::from(name) } else { this.qualname(name) },
                module: said_in(&def.body, "__module__"),
                parent: this.scopes.owner(outer),
                bases: Vec::new(),
                keywords: Vec::new(),
                body: Vec::new(),
                doc: None,
                locals: Vec::new(),
                span: span(def),
                name_span: span(&def.name),
            };
            this.scope = inner;
            let class = this.module.classes.alloc(class);
            let private = this.private.replace(def.name.as_str());
            let owner = hir::Scope::Class(class);
            this.within(def, Kind::Class, owner, false, |this| this.visit_body(&def.body));
            this.private = private;
            // What is defined inside keeps the name that the text gives.
            if let Some(said) = said_in(&def.body, "__qualname__") {
                this.module.classes[class].qualname = said;
            }
        });
    }

    fn lambda(&mut self, lambda: &'a ast::ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters);
        }
        let start = span(lambda).start;
        let owner =
            self.new_func("<lambda>", FuncKind::Lambda, false, span(lambda), Span::new(start, start + 6));
        self.within(lambda, Kind::Lambda, owner, false, |this| {
            if let Some(parameters) = &lambda.parameters {
                this.parameters(parameters);
            }
            this.visit_expr(&lambda.body);
        });
    }

    fn comprehension<T>(
        &mut self,
        node: &T,
        word: Option<&'static str>,
        at: Span,
        elements: &[&'a Expr],
        clauses: &'a [ast::Comprehension],
    ) {
        let (first, rest) = match clauses {
            [first, rest @ ..] => (first, rest),
            [] => return,
        };
        self.iterable(&first.iter);
        let (kind, owner) = match word {
            Some(word) => (Kind::Comprehension(word), self.scopes.owner(self.scope)),
            None => {
                let owner = self.new_func("<genexpr>", FuncKind::GeneratorExpr, false, at, at);
                (Kind::GeneratorExpr, owner)
            }
        };
        self.within(node, kind, owner, false, |this| {
            if word.is_none() {
                let sym = this.scopes.names.intern(".0");
                this.symbol(this.scope, sym).is_param = true;
                this.bind_in(this.scope, sym, span(&first.iter));
            }
            this.clause(first);
            for clause in rest {
                this.iterable(&clause.iter);
                this.clause(clause);
            }
            for element in elements {
                this.visit_expr(element);
            }
        });
    }

    fn iterable(&mut self, iter: &'a Expr) {
        self.iterables += 1;
        self.visit_expr(iter);
        self.iterables -= 1;
    }

    fn clause(&mut self, clause: &'a ast::Comprehension) {
        self.visit_expr(&clause.target);
        for condition in &clause.ifs {
            self.visit_expr(condition);
        }
    }

    fn walrus(&mut self, named: &'a ast::ExprNamed) {
        self.visit_expr(&named.value);
        let Expr::Name(name) = &*named.target else { return };
        let scope = self.scopes.walrus_scope(self.scope);
        let at = span(name);
        let sym = self.sym(name.id.as_str());
        if self.iterables > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            self.error(span(named), message.to_owned());
        }
        if scope != self.scope {
            let mut inner = self.scope;
            while inner != scope {
                if self.symbol(inner, sym).local.is_some() {
                    let message = format!(
                        "assignment expression cannot rebind comprehension iteration variable '{}'",
                        name.id
                    );
                    self.error(at, message);
                }
                inner = self.scopes.parent(inner).unwrap_or(scope);
            }
            if self.scopes.kind(scope) == Kind::Class {
                let message = "assignment expression within a comprehension cannot be used in a class body";
                self.error(span(named), message.to_owned());
            }
        }
        if let Some(local) = self.bind_in(scope, sym, at)
            && self.module.locals[local].owner != self.scopes.owner(self.scope)
        {
            self.module.locals[local].captured = true;
            self.module.locals[local].written_elsewhere = true;
        }
    }

    fn declare(&mut self, name: &'a ast::Identifier, word: &str) {
        let is_global = word == "global";
        let sym = self.sym(name.as_str());
        let at = span(name);
        if !is_global && self.scope == MODULE {
            return self.error(at, "nonlocal declaration not allowed at module level".to_owned());
        }
        let symbol = *self.symbol(self.scope, sym);
        let fault = if symbol.is_param {
            format!("name '{name}' is parameter and {word}")
        } else if symbol.is_annotated {
            format!("annotated name '{name}' can't be {word}")
        } else if symbol.local.is_some() && !symbol.is_global {
            format!("name '{name}' is assigned to before {word} declaration")
        } else if symbol.is_used {
            format!("name '{name}' is used prior to {word} declaration")
        } else if (symbol.is_global && !is_global) || (symbol.is_nonlocal && is_global) {
            format!("name '{name}' is nonlocal and global")
        } else {
            let symbol = self.symbol(self.scope, sym);
            symbol.is_global = is_global;
            symbol.is_nonlocal = !is_global;
            symbol.span = at;
            return;
        };
        self.error(at, fault);
    }

    fn resolve_nonlocals(&mut self) {
        for idx in 0..self.scopes.scopes.len() {
            let mut wanted: Vec<(Sym, Span)> = (self.scopes.scopes[idx].symbols.iter())
                .filter(|(_, symbol)| symbol.is_nonlocal)
                .map(|(&sym, symbol)| (sym, symbol.span))
                .collect();
            wanted.sort_by_key(|&(_, span)| span);
            for (sym, at) in wanted {
                let mut scope = self.scopes.scopes[idx].parent;
                let mut found = None;
                while let Some(outer) = scope {
                    let data = self.scopes.at(outer);
                    if let Some(symbol) = data.symbols.get(&sym)
                        && !matches!(data.kind, Kind::Class | Kind::Module)
                        && (symbol.local.is_some() || symbol.is_global)
                    {
                        found = symbol.local.filter(|_| !symbol.is_global);
                        break;
                    }
                    scope = data.parent;
                }
                let owner = self.scopes.scopes[idx].owner;
                match found {
                    Some(local) => {
                        if self.module.locals[local].owner != owner {
                            self.module.locals[local].captured = true;
                            self.module.locals[local].written_elsewhere = true;
                        }
                        self.symbol(ScopeIdx(idx as u32), sym).local = Some(local);
                    }
                    None if self.is_class_cell(idx, sym) => {
                        self.reports.push(diagnostics::class_cell(at));
                    }
                    None => {
                        let name = self.scopes.names.name(sym);
                        self.error(at, format!("no binding for nonlocal '{name}' found"));
                    }
                }
            }
        }
    }

    /// Whether `sym` is the `__class__` that methods of a class around the scope can see.
    fn is_class_cell(&self, idx: usize, sym: Sym) -> bool {
        let mut scope = self.scopes.scopes[idx].parent;
        while let Some(outer) = scope {
            if self.scopes.kind(outer) == Kind::Class {
                return &*self.scopes.names.name(sym) == "__class__";
            }
            scope = self.scopes.parent(outer);
        }
        false
    }

    /// Descends one level, unless that is too deep.
    fn descend(&mut self, at: Span, levels: usize, f: impl FnOnce(&mut Self)) {
        if self.is_too_deep {
            return;
        }
        if self.depth + levels > MAX_DEPTH {
            self.is_too_deep = true;
            self.reports.push(diagnostics::too_deep(at));
            return;
        }
        self.depth += levels;
        with_stack(|| f(self));
        self.depth -= levels;
    }
}

impl<'a> Visitor<'a> for Collector<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let levels = match stmt {
            Stmt::If(stmt) => 1 + stmt.elif_else_clauses.len(),
            _ => 1,
        };
        self.descend(span(stmt), levels, |this| match stmt {
            Stmt::FunctionDef(def) => this.function(def),
            Stmt::ClassDef(def) => this.class(def),
            Stmt::Global(stmt) => stmt.names.iter().for_each(|name| this.declare(name, "global")),
            Stmt::Nonlocal(stmt) => stmt.names.iter().for_each(|name| this.declare(name, "nonlocal")),
            Stmt::AnnAssign(stmt) => {
                if let Some(value) = &stmt.value {
                    this.visit_expr(value);
                }
                match &*stmt.target {
                    Expr::Name(name) => {
                        let sym = this.sym(name.id.as_str());
                        let symbol = *this.symbol(this.scope, sym);
                        if stmt.simple && (symbol.is_global || symbol.is_nonlocal) && this.scope != MODULE {
                            let word = if symbol.is_global { "global" } else { "nonlocal" };
                            this.error(span(stmt), format!("annotated name '{}' can't be {word}", name.id));
                        }
                        if stmt.simple {
                            this.symbol(this.scope, sym).is_annotated = true;
                        }
                        if stmt.simple || stmt.value.is_some() {
                            this.bind_in(this.scope, sym, span(name));
                        }
                    }
                    target => this.visit_expr(target),
                }
                this.visit_expr(&stmt.annotation);
            }
            Stmt::Import(stmt) => {
                for alias in &stmt.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    let name = bound.as_str().split('.').next().unwrap_or_default();
                    this.bind(name, span(bound));
                }
            }
            Stmt::ImportFrom(stmt) => {
                for alias in &stmt.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    if bound.as_str() != "*" {
                        this.bind(bound.as_str(), span(bound));
                    }
                }
            }
            Stmt::For(_) | Stmt::While(_) => {
                this.loops += 1;
                visitor::walk_stmt(this, stmt);
                this.loops -= 1;
            }
            Stmt::TypeAlias(stmt) => {
                this.visit_expr(&stmt.name);
                this.with_type_params(stmt.type_params.as_deref(), |this| this.visit_expr(&stmt.value));
            }
            _ => visitor::walk_stmt(this, stmt),
        });
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                return match name.ctx {
                    ExprContext::Load => self.use_name(name.id.as_str()),
                    ExprContext::Store | ExprContext::Del | ExprContext::Invalid => {
                        self.bind(name.id.as_str(), span(name));
                    }
                };
            }
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => return,
            _ => {}
        }
        self.descend(span(expr), 1, |this| match expr {
            Expr::Lambda(lambda) => this.lambda(lambda),
            Expr::ListComp(comp) => {
                this.comprehension(comp, Some("list"), span(comp), &[&comp.elt], &comp.generators);
            }
            Expr::SetComp(comp) => {
                this.comprehension(comp, Some("set"), span(comp), &[&comp.elt], &comp.generators);
            }
            Expr::DictComp(comp) => {
                let elements: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
                this.comprehension(comp, Some("dict"), span(comp), &elements, &comp.generators);
            }
            Expr::Generator(comp) => {
                let word = this.scopes.consumed(comp).map(|_| "generator");
                this.comprehension(comp, word, span(comp), &[&comp.elt], &comp.generators);
            }
            Expr::Named(named) => this.walrus(named),
            _ => visitor::walk_expr(this, expr),
        });
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(types) = &clause.type_ {
            self.visit_expr(types);
        }
        if let Some(name) = &clause.name {
            self.bind(name.as_str(), span(name));
        }
        self.visit_body(&clause.body);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        self.descend(span(pattern), 1, |this| {
            visitor::walk_pattern(this, pattern);
            let name = match pattern {
                Pattern::MatchStar(star) => star.name.as_ref(),
                Pattern::MatchAs(capture) => capture.name.as_ref(),
                Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
                _ => None,
            };
            if let Some(name) = name {
                this.bind(name.as_str(), span(name));
            }
        });
    }
}

/// The text that a class body sets `name` to.
fn said_in(body: &[Stmt], name: &str) -> Option<Name> {
    body.iter().find_map(|stmt| match stmt {
        Stmt::Assign(assign) => match (assign.targets.as_slice(), &*assign.value) {
            ([Expr::Name(target)], Expr::StringLiteral(text)) if target.id.as_str() == name => {
                Some(Name::from(text.value.to_str()))
            }
            _ => None,
        },
        _ => None,
    })
}
