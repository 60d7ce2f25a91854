//! The classes of a metaclass: those that name it, and those derived from them.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Keyword, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use super::called::Called;
use super::is_name;
use super::made::Made;
use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

#[derive(Default)]
pub(crate) struct Family {
    /// Each class, and whether it names the metaclass itself.
    classes: BTreeMap<String, bool>,
    /// What their bodies define.
    defined: BTreeSet<String>,
}

impl Family {
    /// The classes; `None` where the metaclass is used in another way than this, or its classes are looked at as its objects.
    pub(crate) fn of(body: &[Stmt], meta: &str, bound: &Bound) -> Option<Self> {
        if bound.times(meta) != 1 {
            return None;
        }
        let mut finder = Finder { meta, family: Family::default(), bases: BTreeSet::new(), is_known: true };
        // A class that derives from one further down is found in another round.
        loop {
            let before = finder.family.classes.len();
            finder.visit_body(body);
            if finder.family.classes.len() == before {
                break;
            }
        }
        let Finder { family, is_known, .. } = finder;
        if !is_known {
            return None;
        }
        if !family.classes.keys().all(|class| bound.times(class) == 1) {
            return None;
        }
        let mut uses = Uses { meta, family: &family, n_other: 0, is_looked_at: false };
        uses.visit_body(body);
        (uses.n_other == 0 && !uses.is_looked_at).then_some(family)
    }

    pub(crate) fn contains(&self, class: &str) -> bool {
        self.classes.contains_key(class)
    }

    pub(crate) fn defines(&self, name: &str) -> bool {
        self.defined.contains(name)
    }
}

struct Finder<'a> {
    meta: &'a str,
    family: Family,
    bases: BTreeSet<String>,
    is_known: bool,
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let names_it = def.keywords().iter().any(|keyword| is_metaclass(keyword, self.meta));
        let derives = def
            .bases()
            .iter()
            .any(|base| matches!(base, Expr::Name(name) if self.family.contains(name.id.as_str())));
        if !names_it && !derives {
            return;
        }
        self.is_known &= def.bases().iter().all(|base| matches!(base, Expr::Name(_) | Expr::Attribute(_)));
        self.bases.extend(def.bases().iter().filter_map(Expr::as_name_expr).map(|base| base.id.to_string()));
        self.family.classes.insert(def.name.to_string(), names_it && !derives);
        self.family.defined.extend(names_of(def));
    }
}

/// What the body of a class binds.
pub(crate) fn names_of(def: &StmtClassDef) -> Vec<String> {
    let mut names = Vec::new();
    for stmt in &def.body {
        match stmt {
            Stmt::FunctionDef(def) => names.push(def.name.to_string()),
            Stmt::ClassDef(def) => names.push(def.name.to_string()),
            Stmt::Assign(assign) => {
                names.extend(
                    assign.targets.iter().filter_map(Expr::as_name_expr).map(|name| name.id.to_string()),
                );
            }
            Stmt::AnnAssign(assign) if assign.value.is_some() => {
                names.extend(assign.target.as_name_expr().map(|name| name.id.to_string()));
            }
            _ => {}
        }
    }
    names
}

fn is_metaclass(keyword: &Keyword, meta: &str) -> bool {
    keyword.arg.as_deref() == Some("metaclass") && is_name(&keyword.value, meta)
}

/// Whether attributes of these names are assigned through anything but the metaclass.
pub(crate) fn stores(body: &[Stmt], names: &BTreeSet<&str>, meta: &str) -> bool {
    struct Stores<'n>(&'n BTreeSet<&'n str>, &'n str, bool);
    impl<'a> Visitor<'a> for Stores<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.2 |= matches!(expr, Expr::Attribute(attribute) if attribute.ctx != ExprContext::Load
                && self.0.contains(attribute.attr.as_str()) && !is_name(&attribute.value, self.1));
            walk_expr(self, expr);
        }
    }
    let mut stores = Stores(names, meta, false);
    stores.visit_body(body);
    stores.2
}

/// Whether attributes of these names are read of anything but the metaclass.
pub(crate) fn is_read(body: &[Stmt], names: &BTreeSet<&str>, meta: &str) -> bool {
    struct Reads<'n>(&'n BTreeSet<&'n str>, &'n str, bool);
    impl<'a> Visitor<'a> for Reads<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.2 |= matches!(expr, Expr::Attribute(attribute)
                if self.0.contains(attribute.attr.as_str()) && !is_name(&attribute.value, self.1));
            walk_expr(self, expr);
        }
    }
    let mut reads = Reads(names, meta, false);
    reads.visit_body(body);
    reads.2
}

/// Uses of a metaclass that are no attributes of it, and of its classes as objects of it.
struct Uses<'a> {
    meta: &'a str,
    family: &'a Family,
    n_other: usize,
    is_looked_at: bool,
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let Stmt::ClassDef(def) = stmt else { return walk_stmt(self, stmt) };
        def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
        def.bases().iter().for_each(|base| self.visit_expr(base));
        for keyword in def.keywords() {
            if !is_metaclass(keyword, self.meta) {
                self.visit_expr(&keyword.value);
            }
        }
        self.visit_body(&def.body);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.id.as_str() == self.meta => self.n_other += 1,
            Expr::Attribute(attribute) if is_name(&attribute.value, self.meta) => {
                self.is_looked_at |= attribute.attr.starts_with("__");
                return;
            }
            Expr::Attribute(attribute) if attribute.attr.as_str() == "__class__" => {
                self.is_looked_at |= self.is_class(&attribute.value);
            }
            Expr::Call(call) => {
                if is_name(&call.func, "super") {
                    return;
                }
                if is_name(&call.func, "type")
                    && let [one] = &*call.arguments.args
                {
                    self.is_looked_at |= self.is_class(one);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

impl Uses<'_> {
    fn is_class(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if name.id.as_str() == "cls" || self.family.contains(name.id.as_str()))
    }
}

/// The class statements of a family, as they become.
pub(crate) struct Classes<'a> {
    pub(crate) family: &'a Family,
    pub(crate) meta: &'a str,
    /// What is asked for in its place.
    pub(crate) base: Option<&'a Expr>,
    /// What the classes that name it have of it.
    pub(crate) members: &'a [Stmt],
    pub(crate) makers: &'a [Made],
}

impl Classes<'_> {
    pub(crate) fn rewrite(&self, body: &mut Vec<Stmt>, called: Option<&Called>) -> Option<()> {
        let mut at = 0;
        while at < body.len() {
            let mut n_more = 0;
            if let Stmt::ClassDef(def) = &mut body[at]
                && let Some(&is_root) = self.family.classes.get(def.name.as_str())
            {
                let more = self.after(def, is_root)?;
                if let Some(called) = called {
                    def.body.extend(called.attributes(is_root, def));
                }
                if is_root {
                    def.body.extend(self.members.iter().cloned());
                }
                self.without_keywords(def);
                n_more = more.len();
                body.splice(at + 1..at + 1, more);
            }
            self.inside(&mut body[at], called)?;
            at += 1 + n_more;
        }
        Some(())
    }

    /// The blocks of a statement.
    fn inside(&self, stmt: &mut Stmt, called: Option<&Called>) -> Option<()> {
        let block = |body: &mut ruff_python_ast::Suite| -> Option<()> {
            let mut stmts: Vec<Stmt> = std::mem::take(body).into_iter().collect();
            self.rewrite(&mut stmts, called)?;
            *body = stmts.into();
            Some(())
        };
        match stmt {
            Stmt::FunctionDef(def) => block(&mut def.body),
            Stmt::ClassDef(def) => block(&mut def.body),
            Stmt::If(branch) => {
                block(&mut branch.body)?;
                branch.elif_else_clauses.iter_mut().try_for_each(|clause| block(&mut clause.body))
            }
            Stmt::For(each) => block(&mut each.body).and_then(|()| block(&mut each.orelse)),
            Stmt::While(each) => block(&mut each.body).and_then(|()| block(&mut each.orelse)),
            Stmt::With(with) => block(&mut with.body),
            Stmt::Try(tried) => {
                block(&mut tried.body)?;
                for handler in &mut tried.handlers {
                    let ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                    block(&mut handler.body)?;
                }
                block(&mut tried.orelse)?;
                block(&mut tried.finalbody)
            }
            _ => Some(()),
        }
    }

    /// What is done with a class that was made.
    fn after(&self, def: &StmtClassDef, is_root: bool) -> Option<Vec<Stmt>> {
        let keywords: Vec<&Keyword> =
            def.keywords().iter().filter(|keyword| !is_metaclass(keyword, self.meta)).collect();
        let mut calls = Vec::new();
        for made in self.makers {
            let mut call = parsed(&made.call(def, is_root)?, def.name.range());
            if let [Stmt::Expr(only)] = call.as_mut_slice()
                && let Expr::Call(call) = &mut *only.value
                && made.takes_keywords
            {
                call.arguments.keywords.extend(keywords.iter().copied().cloned());
            } else if !keywords.is_empty() {
                return None;
            }
            calls.append(&mut call);
        }
        (keywords.is_empty() || !self.makers.is_empty()).then_some(calls)
    }

    fn without_keywords(&self, def: &mut StmtClassDef) {
        let Some(arguments) = &mut def.arguments else { return };
        let metaclass = arguments.keywords.iter().find(|keyword| is_metaclass(keyword, self.meta)).cloned();
        arguments.keywords.clear();
        if let (Some(mut keyword), Some(base)) = (metaclass, self.base) {
            keyword.value = base.clone();
            arguments.keywords.push(keyword);
        }
        if arguments.is_empty() {
            def.arguments = None;
        }
    }
}
