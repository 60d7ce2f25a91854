//! Names that a program binds itself, anywhere: a pass that reads a name as Python's own, or as a module, asks first.
//!
//! In: statements. Out: the names of variables, parameters, functions, classes and type parameters, and by name what is
//! imported under it. No scopes: a name that is bound in one function counts as bound in all; but methods, which only the
//! body of their class sees, count where that reads the name.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{
    Visitor, walk_except_handler, walk_expr, walk_parameter, walk_pattern, walk_stmt, walk_type_param,
};
use ruff_python_ast::{
    ExceptHandler, Expr, ExprContext, Identifier, Parameter, Pattern, Stmt, StmtClassDef, TypeParam,
};
use rustc_hash::FxHashMap;

/// What names are bound to.
#[derive(Default)]
pub(crate) struct Bound<'a> {
    /// Names, and how often each is bound.
    names: FxHashMap<&'a str, usize>,
    /// The modules that are imported under each name.
    modules: FxHashMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Bound<'a> {
    pub(crate) fn of(body: &'a [Stmt]) -> Self {
        let mut bound = Bound::default();
        bound.visit_body(body);
        bound
    }

    /// Whether `name` means the builtin of that name wherever it stands.
    pub(crate) fn is_builtin(&self, name: &str) -> bool {
        !self.names.contains_key(name) && !self.modules.contains_key(name)
    }

    /// Whether `name` means the imported `module` wherever it is bound.
    pub(crate) fn is_module(&self, name: &str, module: &str) -> bool {
        let imported = self.modules.get(name);
        !self.names.contains_key(name) && imported.is_some_and(|all| all.iter().all(|one| *one == module))
    }

    /// Whether `callee` is the function `name` of `module`, which is imported as `local` if by itself.
    pub(crate) fn is_function(&self, callee: &Expr, local: Option<&str>, module: &str, name: &str) -> bool {
        match callee {
            Expr::Name(callee) => local == Some(callee.id.as_str()) && self.times(callee.id.as_str()) == 1,
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == name
                    && matches!(&*attribute.value, Expr::Name(of) if self.is_module(of.id.as_str(), module))
            }
            _ => false,
        }
    }

    /// How often `name` is bound, other than as a module.
    pub(crate) fn times(&self, name: &str) -> usize {
        self.names.get(name).copied().unwrap_or(0)
    }

    /// Whether `name` is bound to a module.
    pub(crate) fn is_imported(&self, name: &str) -> bool {
        self.modules.contains_key(name)
    }

    /// All names that are bound.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.names.keys().chain(self.modules.keys()).copied()
    }

    fn class_body(&mut self, def: &'a StmtClassDef) {
        let mut reads = ClassReads::default();
        reads.visit_body(&def.body);
        def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
        def.type_params.iter().for_each(|params| self.visit_type_params(params));
        def.arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
        for stmt in &def.body {
            match stmt {
                Stmt::FunctionDef(method) => {
                    if reads.0.contains(method.name.as_str()) {
                        self.bind(&method.name);
                    }
                    walk_stmt(self, stmt);
                }
                _ => self.visit_stmt(stmt),
            }
        }
    }

    fn bind(&mut self, name: &'a Identifier) {
        *self.names.entry(name.as_str()).or_default() += 1;
    }
}

/// The name under which a statement of the module imports the function `name` of `module`.
pub(crate) fn imported<'a>(body: &'a [Stmt], module: &str, name: &str) -> Option<&'a str> {
    body.iter().find_map(|stmt| {
        let Stmt::ImportFrom(import) = stmt else { return None };
        let alias = import.names.iter().find(|alias| alias.name.as_str() == name)?;
        let is_its = import.level == 0 && import.module.as_deref() == Some(module);
        is_its.then(|| alias.asname.as_ref().unwrap_or(&alias.name).as_str())
    })
}

/// The name that a pattern binds itself, those within it apart.
pub(crate) fn name_of(pattern: &Pattern) -> Option<&Identifier> {
    match pattern {
        Pattern::MatchAs(pattern) => pattern.name.as_ref(),
        Pattern::MatchStar(pattern) => pattern.name.as_ref(),
        Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
        _ => None,
    }
}

/// The names that functions declare as the module's: `global` in any of them.
pub(crate) fn declared_global(body: &[Stmt]) -> BTreeSet<&str> {
    #[derive(Default)]
    struct Declared<'a>(BTreeSet<&'a str>);
    impl<'a> Visitor<'a> for Declared<'a> {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            match stmt {
                Stmt::Global(global) => self.0.extend(global.names.iter().map(|name| name.as_str())),
                stmt => walk_stmt(self, stmt),
            }
        }

        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut declared = Declared::default();
    declared.visit_body(body);
    declared.0
}

/// What the body of a class reads itself, the bodies of its methods apart.
#[derive(Default)]
struct ClassReads<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for ClassReads<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
                self.visit_parameters(&def.parameters);
                def.returns.iter().for_each(|returns| self.visit_annotation(returns));
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.0.insert(name.id.as_str());
        }
        walk_expr(self, expr);
    }
}

impl<'a> Visitor<'a> for Bound<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.bind(&def.name),
            Stmt::ClassDef(def) => {
                self.bind(&def.name);
                self.class_body(def);
                return;
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.modules.entry(name.as_str()).or_default().insert(alias.name.as_str());
                }
            }
            Stmt::ImportFrom(import) => {
                import.names.iter().for_each(|alias| self.bind(alias.asname.as_ref().unwrap_or(&alias.name)));
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx != ExprContext::Load
        {
            *self.names.entry(name.id.as_str()).or_default() += 1;
        }
        walk_expr(self, expr);
    }

    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        self.bind(&parameter.name);
        walk_parameter(self, parameter);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(caught) = handler;
        caught.name.iter().for_each(|name| self.bind(name));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        name_of(pattern).into_iter().for_each(|name| self.bind(name));
        walk_pattern(self, pattern);
    }

    fn visit_type_param(&mut self, param: &'a TypeParam) {
        match param {
            TypeParam::TypeVar(param) => self.bind(&param.name),
            TypeParam::ParamSpec(param) => self.bind(&param.name),
            TypeParam::TypeVarTuple(param) => self.bind(&param.name),
        }
        walk_type_param(self, param);
    }
}
