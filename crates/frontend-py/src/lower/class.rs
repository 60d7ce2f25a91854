//! Classes.

use portalis_hir::{Arg, ExprId, Scope, StmtId, StmtKind};
use ruff_python_ast as ast;

use super::{Lowerer, span};
use crate::diagnostics;

impl<'a> Lowerer<'a> {
    /// `class`.
    pub(crate) fn class_def(&mut self, def: &'a ast::StmtClassDef, out: &mut Vec<StmtId>) {
        let decorators = self.decorators(&def.decorator_list);
        let outer_scope = self.scope;
        self.enter_type_params(def.type_params.as_deref(), out);
        let (bases, keywords) = self.bases(def.arguments.as_deref());
        let scope = self.scopes.of(def);
        let Scope::Class(class) = self.scopes.owner(scope) else { return };
        self.scope = scope;
        let private = self.private.replace(def.name.as_str());
        let loops = std::mem::take(&mut self.loops);
        let star_handler = self.star_handler.take();
        let (doc, body) = self.docstring(&def.body);
        self.module.classes[class].doc = doc;
        let body = self.block(body);
        (self.private, self.loops, self.star_handler) = (private, loops, star_handler);
        let data = &mut self.module.classes[class];
        (data.bases, data.keywords, data.body) = (bases, keywords, body);
        self.scope = outer_scope;
        let local = self.bind(def.name.as_str(), span(&def.name));
        let stmt = self.stmt(StmtKind::ClassDef { class, local, decorators }, span(def));
        out.push(stmt);
    }

    /// The docstring of the class in whose body an expression stands, which is `__doc__` there.
    pub(crate) fn doc_of_class(&self) -> Option<&str> {
        let Scope::Class(class) = self.scopes.owner(self.scope) else { return None };
        self.module.classes[class].doc.as_deref()
    }

    fn bases(&mut self, arguments: Option<&'a ast::Arguments>) -> (Vec<ExprId>, Vec<Arg>) {
        let Some(arguments) = arguments else { return (Vec::new(), Vec::new()) };
        let mut bases = Vec::new();
        for base in &arguments.args {
            if let ast::Expr::Starred(starred) = base {
                self.report(diagnostics::starred_base(span(starred)));
                bases.push(self.error_expr(span(starred)));
                continue;
            }
            bases.push(self.lower_expr(base));
        }
        (bases, self.keywords(arguments))
    }
}
