//! Lowering: the parser's tree → HIR, in two walks.
//!
//! [`crate::rewrite`] first writes some constructs in the words of others, tree to tree. [`scope`] collects what every scope
//! binds and allocates functions, classes and locals; then one file per construct lowers the tree with all names known. Both walks check their stack, and [`crate::depth`] bounds how deep they go.

mod class;
mod comprehension;
mod consumed;
mod directive;
mod expr;
mod format;
mod fstring;
mod func;
mod function_attributes;
pub(crate) mod late_default;
mod literal;
mod local_classes;
mod module;
mod pattern;
mod pattern_names;
mod scope;
mod stmt;
mod target;

pub(crate) use module::lower;

use portalis_diag::{Diagnostic, Sink, Span};
use portalis_hir::{Expr, ExprId, ExprKind, FuncId, LocalId, Module, Name, Stmt, StmtId, StmtKind};
use ruff_text_size::Ranged;

use self::scope::{ScopeIdx, Scopes};

/// The span of a node of the parser's tree.
pub(crate) fn span(node: &impl Ranged) -> Span {
    let range = node.range();
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// After so many reports a file is not worth further ones; the sink compares each with all before it.
pub(crate) const MAX_REPORTS: usize = 1_000;

/// Runs `f` with stack to spare.
pub(crate) fn with_stack<T>(f: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(128 << 10, 4 << 20, f)
}

/// What the lowering knows while it walks.
pub(crate) struct Lowerer<'a> {
    source: &'a str,
    /// Whether some line ends in `\r`, so that literals may need Python's newline translation.
    has_cr: bool,
    module: Module,
    scopes: Scopes,
    sink: &'a mut Sink,
    /// The innermost scope.
    scope: ScopeIdx,
    /// The innermost function, the module body included; class bodies do not count.
    func: FuncId,
    /// The innermost class, for private names.
    private: Option<&'a str>,
    /// Loops around this statement, within the function.
    loops: u32,
    /// Within `except*`: the loops around it.
    star_handler: Option<u32>,
    /// Within the function: the first `return` with a value.
    returned_value: Option<Span>,
    /// Whether the program passes `...` about.
    passes_ellipsis: bool,
    /// By local: whether some binding of it was lowered already.
    is_bound: Vec<bool>,
}

impl<'a> Lowerer<'a> {
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.sink.diagnostics().len() < MAX_REPORTS {
            self.sink.push(diagnostic);
        }
    }

    fn scoping(&mut self, span: Span, message: impl Into<String>) {
        self.report(crate::diagnostics::scoping(span, message));
    }

    fn expr(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.module.exprs.alloc(Expr { kind, span })
    }

    fn stmt(&mut self, kind: StmtKind, span: Span) -> StmtId {
        self.module.stmts.alloc(Stmt { kind, span })
    }

    /// An identifier that is not mangled: a keyword, a module.
    fn plain_name(&mut self, text: &str) -> Name {
        let sym = self.scopes.names.intern(text);
        self.scopes.names.name(sym)
    }

    /// An attribute: mangled within a class.
    fn member_name(&mut self, text: &str) -> Name {
        let sym = self.scopes.names.intern_private(text, self.private);
        self.scopes.names.name(sym)
    }

    /// The local that a binding of `text` in this scope binds.
    fn bind(&mut self, text: &str, span: Span) -> LocalId {
        self.bind_in(self.scope, text, span)
    }

    fn bind_in(&mut self, scope: ScopeIdx, text: &str, span: Span) -> LocalId {
        let sym = self.scopes.names.intern_private(text, self.private);
        let local = self.scopes.local_for_write(&mut self.module, scope, sym, span);
        let at = local.into_raw().into_u32() as usize;
        if at >= self.is_bound.len() {
            self.is_bound.resize(at + 1, false);
        }
        self.is_bound[at] = true;
        if self.scopes.owner(scope) != self.module.locals[local].owner {
            self.module.locals[local].captured = true;
            self.module.locals[local].written_elsewhere = true;
        }
        local
    }

    /// A read of `text`.
    fn read(&mut self, text: &str, span: Span) -> ExprId {
        let sym = self.scopes.names.intern_private(text, self.private);
        let kind = match self.scopes.resolve(self.scope, sym) {
            Some(local) => {
                self.check_class_comprehension(local, sym, span);
                self.read_local(local, sym)
            }
            // No name, but a constant: programs run without `-O`.
            None if text == "__debug__" => ExprKind::Bool(true),
            // Other names of one class.
            None if matches!(text, "IOError" | "EnvironmentError") => ExprKind::Builtin("OSError".into()),
            None => ExprKind::Builtin(self.scopes.names.name(sym)),
        };
        self.expr(kind, span)
    }

    /// Refuses a function that sees the variable of a comprehension which stands in a class body.
    fn check_class_comprehension(&mut self, local: LocalId, sym: scope::Sym, span: Span) {
        let is_of_class = matches!(self.module.locals[local].owner, portalis_hir::Scope::Class(_));
        let is_function = matches!(self.scopes.owner(self.scope), portalis_hir::Scope::Func(_));
        if is_of_class && is_function && self.scopes.is_in_comprehension(self.scope, sym) {
            self.report(crate::diagnostics::function_in_class_comprehension(span));
        }
    }

    /// Whether no scope binds `text`.
    fn is_builtin(&mut self, text: &str) -> bool {
        let sym = self.scopes.names.intern(text);
        self.scopes.resolve(self.scope, sym).is_none()
    }

    /// A read of `local`. In a class body and at module level, a name that nothing bound yet is the global or builtin
    /// of that name (`LOAD_NAME`): `list = list`.
    fn read_local(&mut self, mut local: LocalId, sym: scope::Sym) -> ExprKind {
        let reader = self.scopes.owner(self.scope);
        let body = portalis_hir::Scope::Func(self.module.body);
        for is_module in [false, true] {
            let data = &self.module.locals[local];
            let is_bound = self.is_bound.get(local.into_raw().into_u32() as usize).copied().unwrap_or(false);
            let is_namespace = match reader {
                portalis_hir::Scope::Class(_) => true,
                portalis_hir::Scope::Func(_) => reader == body,
            };
            if !is_namespace
                || data.owner != reader
                || is_bound
                || data.written_elsewhere
                || self.loops > 0
                || (self.scopes.is_inlined(self.scope) && self.scopes.module_local(sym) != Some(local))
            {
                break;
            }
            match self.scopes.module_local(sym) {
                Some(global) if reader != body && !is_module => local = global,
                _ => return ExprKind::Builtin(self.scopes.names.name(sym)),
            }
        }
        if self.module.locals[local].owner != reader {
            self.module.locals[local].captured = true;
        }
        ExprKind::Local(local)
    }
}
