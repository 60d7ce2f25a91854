//! Attributes that are set on a class after its definition, where nobody can have seen the class without them.
//!
//! What a class has is decided once for the whole program; a method that comes later, or takes the place of another,
//! would be there too early. So such a store is refused (by inference, which knows what is a function) unless nothing
//! runs between the class and it, so that it may as well stand in the class; or it is marked: it stands in a decorator of
//! classes, or nothing before it names the attribute.
//!
//! ```text
//! class P: …                              def show(p): …
//! def show(p): …                          class P:
//! P.__repr__ = show                           …
//!                                             __repr__ = show
//! P.grow = lambda self: P(2)              P.(object.grow) = lambda self: P(2)
//! ```

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprAttribute, ExprContext, ExprName, Identifier, Stmt, StmtClassDef,
    StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::classes::special_attributes::RAW;

/// The module's statements with such stores marked; `None` where there is none.
pub(crate) fn marked(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut all = Stores { objects: None, targets: Vec::new() };
    all.visit_body(body);
    if all.targets.is_empty() {
        return None;
    }
    let bound = Bound::of(body);
    let classes: BTreeMap<&str, (usize, &StmtClassDef)> = body
        .iter()
        .enumerate()
        .filter_map(|(at, stmt)| match stmt {
            Stmt::ClassDef(def) if bound.times(def.name.as_str()) == 1 => {
                Some((def.name.as_str(), (at, def)))
            }
            _ => None,
        })
        .collect();
    let mut decorators = Decorators::default();
    decorators.visit_body(body);
    let mut found = Found { body, classes, marked: BTreeSet::new(), moved: BTreeMap::new(), mentions: None };
    found.module();
    let mut functions = Functions(Vec::new());
    functions.visit_body(body);
    for def in functions.0 {
        found.function(def);
        if decorators.0.contains(def.name.as_str()) || def.name.as_str() == "__init_subclass__" {
            found.decorator(def);
        }
    }
    let Found { marked, moved, .. } = found;
    if marked.is_empty() && moved.is_empty() {
        return None;
    }
    let mut out = body.to_vec();
    let marker = Marker(marked);
    out.iter_mut().for_each(|stmt| marker.visit_stmt(stmt));
    Some(taken_in(out, &moved))
}

/// The statements with classes that take in their `stores`, each at the place of its last one.
fn taken_in(body: Vec<Stmt>, moved: &BTreeMap<usize, Vec<usize>>) -> Vec<Stmt> {
    let mut body: Vec<Option<Stmt>> = body.into_iter().map(Some).collect();
    for (&class_at, stores) in moved {
        let Some(Stmt::ClassDef(mut class)) = body[class_at].take() else { continue };
        for &at in stores {
            let Some(Stmt::Assign(mut store)) = body[at].take() else { continue };
            let [Expr::Attribute(target)] = &*store.targets else { continue };
            let name = target.attr.id.clone();
            class.body.retain(|stmt| !binds(stmt, &name));
            let range = target.range;
            store.targets = vec![Expr::Name(ExprName {
                id: name,
                ctx: ExprContext::Store,
                range,
                node_index: AtomicNodeIndex::NONE,
            })];
            class.body.push(Stmt::Assign(store));
        }
        if let Some(&last) = stores.last() {
            body[last] = Some(Stmt::ClassDef(class));
        }
    }
    body.into_iter().flatten().collect()
}

/// The names in decorators of classes.
#[derive(Default)]
struct Decorators<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Decorators<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            for decorator in &def.decorator_list {
                let mut expr = &decorator.expression;
                if let Expr::Call(call) = expr {
                    expr = &call.func;
                }
                if let Expr::Name(name) = expr {
                    self.0.insert(name.id.as_str());
                }
            }
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// All functions, wherever they stand.
struct Functions<'a>(Vec<&'a StmtFunctionDef>);

impl<'a> Visitor<'a> for Functions<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.0.push(def);
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Where attributes are named, other than to be set, and texts that may name them.
#[derive(Default)]
struct Mentions<'a>(Vec<(&'a str, TextRange)>);

impl<'a> Visitor<'a> for Mentions<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) if attribute.ctx != ExprContext::Store => {
                self.0.push((attribute.attr.as_str(), attribute.range));
            }
            Expr::StringLiteral(text) => self.0.push((text.value.to_str(), text.range)),
            _ => {}
        }
        visit_expr(self, expr);
    }
}

struct Found<'a> {
    body: &'a [Stmt],
    /// The module's classes, and where they stand among its statements.
    classes: BTreeMap<&'a str, (usize, &'a StmtClassDef)>,
    /// The targets that are marked.
    marked: BTreeSet<Place>,
    /// Stores that may as well stand in their class, by the place of that among the statements.
    moved: BTreeMap<usize, Vec<usize>>,
    /// Found at the first question.
    mentions: Option<Vec<(&'a str, TextRange)>>,
}

/// A range that can be looked up.
type Place = (u32, u32);

fn place(range: TextRange) -> Place {
    (range.start().into(), range.end().into())
}

/// `Name.attribute = value`, but for what a method gives its own object.
fn store(stmt: &Stmt) -> Option<(&str, &ExprAttribute)> {
    let Stmt::Assign(assign) = stmt else { return None };
    let [Expr::Attribute(target)] = &*assign.targets else { return None };
    let Expr::Name(object) = &*target.value else { return None };
    (object.id.as_str() != "self").then_some((object.id.as_str(), target))
}

impl<'a> Found<'a> {
    fn module(&mut self) {
        for (at, stmt) in self.body.iter().enumerate() {
            let Some((object, target)) = store(stmt) else { continue };
            let Some(&(class_at, class)) = self.classes.get(object).filter(|(class_at, _)| *class_at < at)
            else {
                continue;
            };
            let name = target.attr.as_str();
            if self.fits_in(class_at, class, at, name) {
                self.moved.entry(class_at).or_default().push(at);
            } else if !self.may_have(class, name)
                && !self.is_named(name, |range| range.start() < target.start())
            {
                self.marked.insert(place(target.range));
            }
        }
    }

    /// Stores in the block of a function, to classes of the module.
    fn function(&mut self, def: &'a StmtFunctionDef) {
        for stmt in &def.body {
            let Some((object, target)) = store(stmt) else { continue };
            let Some(&(_, class)) = self.classes.get(object) else { continue };
            let name = target.attr.as_str();
            let is_after = |range: TextRange| range.start() > target.end() && def.range.contains_range(range);
            if !self.may_have(class, name) && !self.is_named(name, |range| !is_after(range)) {
                self.marked.insert(place(target.range));
            }
        }
    }

    /// Stores to what a decorator of classes decorates, which nobody has seen yet.
    fn decorator(&mut self, def: &'a StmtFunctionDef) {
        let mut functions = Functions(vec![def]);
        functions.visit_body(&def.body);
        let parameters: BTreeSet<&str> = functions
            .0
            .iter()
            .flat_map(|def| def.parameters.iter().map(|parameter| parameter.name().as_str()))
            .collect();
        for def in functions.0 {
            let mut stores = Stores { objects: Some(&parameters), targets: Vec::new() };
            stores.visit_body(&def.body);
            self.marked.extend(stores.targets.into_iter().map(place));
        }
    }

    /// Whether a class, as far as the module shows, has an attribute of that name already, or one that Python asks for itself.
    fn may_have(&self, class: &StmtClassDef, name: &str) -> bool {
        let inherits = |base: &Expr| match base {
            Expr::Name(base) if base.id.as_str() == "object" => false,
            Expr::Name(base) => {
                self.classes.get(base.id.as_str()).is_none_or(|(_, base)| self.may_have(base, name))
            }
            _ => true,
        };
        let is_special = name.starts_with("__") && name.ends_with("__");
        is_special
            || !class.keywords().is_empty()
            || class.body.iter().any(|stmt| binds(stmt, name))
            || class.bases().iter().any(inherits)
    }

    /// Whether an attribute is named where `counts` says that it matters.
    fn is_named(&mut self, name: &str, counts: impl Fn(TextRange) -> bool) -> bool {
        let mentions = self.mentions.get_or_insert_with(|| {
            let mut mentions = Mentions::default();
            mentions.visit_body(self.body);
            mentions.0
        });
        mentions.iter().any(|(mentioned, range)| *mentioned == name && counts(*range))
    }

    /// Whether the store at `at` may as well stand in the class: nothing runs between them or asks for the class, and the
    /// store reads no name that means something else there.
    fn fits_in(&self, class_at: usize, class: &StmtClassDef, at: usize, name: &str) -> bool {
        let stores = self.moved.get(&class_at);
        let is_moved = |other: usize| stores.is_some_and(|stores| stores.contains(&other));
        let mut binding = class.body.iter().filter(|stmt| binds(stmt, name));
        let is_method = |stmt: &Stmt| matches!(stmt, Stmt::FunctionDef(_));
        if !class.decorator_list.is_empty()
            || !binding.next().is_none_or(is_method)
            || binding.next().is_some()
        {
            return false;
        }
        let Stmt::Assign(store) = &self.body[at] else { return false };
        let mut reads = Reads::default();
        for other in (class_at + 1..at).filter(|&other| !is_moved(other)) {
            if !is_inert(&self.body[other]) {
                return false;
            }
            reads.visit_stmt(&self.body[other]);
        }
        let (mut value, mut own) = (Reads::default(), Reads::default());
        value.visit_expr(&store.value);
        class.body.iter().filter(|stmt| !is_method(stmt)).for_each(|stmt| own.visit_stmt(stmt));
        let is_bound = |read: &&str| class.body.iter().any(|stmt| binds(stmt, read));
        is_value(&store.value)
            && !reads.0.contains(class.name.as_str())
            && !value.0.contains(class.name.as_str())
            && !own.0.contains(name)
            && !value.0.iter().any(is_bound)
    }
}

/// The names that statements read where they stand: not what their functions read when they are called.
#[derive(Default)]
struct Reads<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Reads<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !matches!(stmt, Stmt::FunctionDef(_)) {
            visit_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.0.insert(name.id.as_str());
            }
            Expr::Lambda(_) => return,
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// The targets of stores to attributes of some names, or of any.
struct Stores<'b> {
    objects: Option<&'b BTreeSet<&'b str>>,
    targets: Vec<TextRange>,
}

impl<'a> Visitor<'a> for Stores<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Some((object, target)) = store(stmt)
            && self.objects.is_none_or(|objects| objects.contains(object))
        {
            self.targets.push(target.range);
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Whether a statement of a class body binds an attribute.
fn binds(stmt: &Stmt, name: &str) -> bool {
    let is_name = |expr: &Expr| matches!(expr, Expr::Name(target) if target.id.as_str() == name);
    match stmt {
        Stmt::FunctionDef(def) => def.name.as_str() == name,
        Stmt::ClassDef(def) => def.name.as_str() == name,
        Stmt::Assign(assign) => assign.targets.iter().any(is_name),
        Stmt::AnnAssign(assign) => is_name(&assign.target),
        Stmt::Expr(_) | Stmt::Pass(_) => false,
        // Whatever else stands there may bind it.
        _ => true,
    }
}

/// Whether a statement runs nothing of the program.
fn is_inert(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::FunctionDef(def) => def.decorator_list.is_empty(),
        Stmt::ClassDef(def) => def.decorator_list.is_empty() && def.body.iter().all(is_inert),
        Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Pass(_) => true,
        Stmt::Assign(assign) => {
            assign.targets.iter().all(|target| matches!(target, Expr::Name(_)) || store(stmt).is_some())
                && is_value(&assign.value)
        }
        Stmt::Expr(only) => only.value.is_string_literal_expr(),
        _ => false,
    }
}

/// Whether an expression is a value that runs nothing of the program.
fn is_value(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) | Expr::Lambda(_) => true,
        Expr::Attribute(attribute) => is_value(&attribute.value),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_value),
        Expr::List(list) => list.elts.iter().all(is_value),
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Name(name)
                if matches!(name.id.as_str(), "staticmethod" | "classmethod" | "property"))
                && call.arguments.args.iter().all(is_value)
        }
        expr => expr.is_literal_expr(),
    }
}

struct Marker(BTreeSet<Place>);

impl Transformer for Marker {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::Assign(assign) = stmt else { return };
        for target in &mut assign.targets {
            if let Expr::Attribute(target) = target
                && self.0.contains(&place(target.range))
            {
                target.attr = Identifier::new(format!("{RAW}{}", target.attr), target.attr.range);
            }
        }
    }

    // No store stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}
