//! `__call__` of a metaclass: a class method that stands for calls of its classes.

use std::cell::Cell;
use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, CmpOp, Expr, ExprAttribute, ExprContext, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::Ranged;

use super::family::Family;
use super::{Meta, identifier, is_name, is_type};
use crate::rewrite::quote::parsed;

/// The name of the class method.
const CALL: &str = "_call_";

/// How an attribute of the metaclass is one of its classes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// A table by class: each has its part.
    Each,
    /// Assigned through the class: what it begins with is seen by those derived from it.
    Root,
}

pub(crate) struct Called {
    pub(crate) method: StmtFunctionDef,
    attributes: BTreeMap<String, (Held, Expr)>,
}

impl Called {
    pub(crate) fn of(meta: &Meta, call: &StmtFunctionDef, body: &[Stmt], family: &Family) -> Option<Self> {
        let receiver = call.parameters.args.first()?.parameter.name.to_string();
        let mut method = call.clone();
        method.name = identifier(CALL, &call.name);
        let maker = Maker { receiver: &receiver, n_made: Cell::new(0) };
        method.body.iter_mut().for_each(|stmt| maker.visit_stmt(stmt));
        let mut attributes = BTreeMap::new();
        for (name, value) in &meta.attributes {
            let mut uses = Attribute { name, receiver: &receiver, meta: meta.name, ..Attribute::default() };
            uses.visit_body(body);
            let is_table = match value {
                Expr::Dict(dict) => dict.items.is_empty(),
                Expr::Call(call) => is_name(&call.func, "dict") && call.arguments.is_empty(),
                _ => false,
            };
            if is_table && uses.n_by_class == uses.n_all {
                attributes.insert((*name).to_owned(), (Held::Each, (*value).clone()));
            } else if uses.is_stored && value.is_literal_expr() && uses.n_of_receiver == uses.n_all {
                attributes.insert((*name).to_owned(), (Held::Root, (*value).clone()));
            }
        }
        if attributes.keys().any(|name| family.defines(name)) || family.defines(CALL) {
            return None;
        }
        let to_receiver = ToReceiver { meta: meta.name, receiver: &receiver, attributes: &attributes };
        method.body.iter_mut().for_each(|stmt| to_receiver.visit_stmt(stmt));
        let mut asks = Asks { family, n_super: 0, is_value: false, within: false };
        asks.visit_body(&method.body);
        let is_plain = asks.n_super == 0 && maker.n_made.get() > 0;
        asks = Asks { family, n_super: 0, is_value: false, within: false };
        body.iter().filter(|stmt| !is_def(stmt, meta.name)).for_each(|stmt| asks.visit_stmt(stmt));
        (is_plain && !asks.is_value).then_some(Called { method, attributes })
    }

    pub(crate) fn holds(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }

    /// What a class of the family holds of its own.
    pub(crate) fn attributes(&self, is_root: bool, def: &StmtClassDef) -> Vec<Stmt> {
        let held = self.attributes.iter().filter(|(_, (held, _))| is_root || *held == Held::Each);
        held.flat_map(|(name, (_, value))| {
            let mut stmts = parsed(&format!("{name} = None\n"), def.name.range());
            if let [Stmt::Assign(assign)] = stmts.as_mut_slice() {
                *assign.value = value.clone();
            }
            stmts
        })
        .collect()
    }
}

fn is_def(stmt: &Stmt, name: &str) -> bool {
    matches!(stmt, Stmt::ClassDef(def) if def.name.as_str() == name)
}

/// `super().__call__(…)` is the class called.
struct Maker<'a> {
    receiver: &'a str,
    n_made: Cell<usize>,
}

impl Transformer for Maker<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Attribute(attribute) = &*call.func else { return };
        if attribute.attr.as_str() != "__call__" || !is_type(&attribute.value) {
            return;
        }
        if is_name(&attribute.value, "type") {
            let [first, rest @ ..] = &*call.arguments.args else { return };
            if !is_name(first, self.receiver) {
                return;
            }
            call.arguments.args = rest.to_vec().into();
        }
        *call.func = super::name_expr(self.receiver, &*call.func);
        self.n_made.set(self.n_made.get() + 1);
    }
}

/// How an attribute of the metaclass is used.
#[derive(Default)]
struct Attribute<'n> {
    name: &'n str,
    receiver: &'n str,
    meta: &'n str,
    n_all: usize,
    n_of_receiver: usize,
    /// As a table, by the class.
    n_by_class: usize,
    is_stored: bool,
}

impl Attribute<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Attribute(attribute) if attribute.attr.as_str() == self.name
            && (is_name(&attribute.value, self.receiver) || is_name(&attribute.value, self.meta)))
    }
}

impl<'a> Visitor<'a> for Attribute<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) if attribute.attr.as_str() == self.name => {
                self.n_all += 1;
                let is_receivers = is_name(&attribute.value, self.receiver);
                self.n_of_receiver += usize::from(is_receivers);
                self.is_stored |= is_receivers && attribute.ctx == ExprContext::Store;
            }
            Expr::Subscript(subscript) => {
                let is_by = self.is_it(&subscript.value) && is_name(&subscript.slice, self.receiver);
                self.n_by_class += usize::from(is_by);
            }
            Expr::Compare(compare) => {
                if let ([CmpOp::In | CmpOp::NotIn], [table]) = (&*compare.ops, &*compare.comparators)
                    && self.is_it(table)
                    && is_name(&compare.left, self.receiver)
                {
                    self.n_by_class += 1;
                }
            }
            Expr::Call(call) => {
                if let Expr::Attribute(method) = &*call.func
                    && self.is_it(&method.value)
                    && matches!(method.attr.as_str(), "get" | "setdefault" | "pop")
                    && call.arguments.args.first().is_some_and(|first| is_name(first, self.receiver))
                {
                    self.n_by_class += 1;
                }
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// `Meta.made` is `cls.made` where each class has its own.
struct ToReceiver<'a> {
    meta: &'a str,
    receiver: &'a str,
    attributes: &'a BTreeMap<String, (Held, Expr)>,
}

impl Transformer for ToReceiver<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Attribute(attribute) = expr
            && self.attributes.contains_key(attribute.attr.as_str())
            && let Expr::Name(of) = &mut *attribute.value
            && of.id.as_str() == self.meta
        {
            of.id = self.receiver.into();
        }
    }
}

/// Whether classes of the family are used in another way than called by their names.
struct Asks<'n> {
    family: &'n Family,
    n_super: usize,
    is_value: bool,
    /// Inside one of the classes.
    within: bool,
}

impl<'a> Visitor<'a> for Asks<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let Stmt::ClassDef(def) = stmt else { return visit_stmt(self, stmt) };
        def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
        let outer = self.within;
        self.within |= self.family.contains(def.name.as_str());
        self.visit_body(&def.body);
        self.within = outer;
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                self.n_super += usize::from(name.id.as_str() == "super");
                self.is_value |= self.family.contains(name.id.as_str());
            }
            Expr::Attribute(attribute) if matches!(&*attribute.value, Expr::Name(_)) => return,
            Expr::Call(call) => {
                match &*call.func {
                    Expr::Name(name) => {
                        self.n_super += usize::from(name.id.as_str() == "super");
                        self.is_value |= self.within && name.id.as_str() == "cls";
                        if matches!(name.id.as_str(), "isinstance" | "issubclass" | "super") {
                            return;
                        }
                    }
                    Expr::Attribute(attribute) if attribute.attr.as_str() == "__class__" => {
                        self.is_value |= self.within;
                    }
                    Expr::Call(inner) if is_name(&inner.func, "type") => self.is_value |= self.within,
                    other => self.visit_expr(other),
                }
                call.arguments.args.iter().for_each(|arg| self.visit_expr(arg));
                call.arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
                return;
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// `C(…)` is `C._call_(…)`, but in the method itself.
pub(crate) struct Calls<'a> {
    pub(crate) family: &'a Family,
    pub(crate) within: &'a Called,
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if !matches!(stmt, Stmt::FunctionDef(def) if def.name == self.within.method.name) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        if !matches!(&*call.func, Expr::Name(name) if self.family.contains(name.id.as_str())) {
            return;
        }
        let range = call.func.range();
        *call.func = Expr::Attribute(ExprAttribute {
            node_index: AtomicNodeIndex::default(),
            range,
            value: call.func.clone(),
            attr: identifier(CALL, &range),
            ctx: ExprContext::Load,
        });
    }
}
