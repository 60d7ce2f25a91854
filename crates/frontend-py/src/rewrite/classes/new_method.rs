//! `__new__` of classes without bases, or derived from a number, a text, a tuple, a named tuple or a frozen set, which
//! decides what object a call of the class gives:
//! singletons, pools, values that are checked or changed before they are held.
//!
//! The object itself is made by the class without its `__init__`; calls of the class become calls of a class method that
//! does as `type.__call__` does. So it goes with the classes that are derived from it. A class that is used in another way than
//! called, asked for or derived from is left as it is, and all its family.
//!
//! ```text
//! class One:                                    class One:
//!     _it = None                                    _it = None
//!     def __new__(cls):                             @classmethod
//!         if cls._it is None:                       def _new_(cls):
//!             cls._it = super().__new__(cls)            if cls._it is None:
//!         return cls._it                                    cls._it = cls()
//!     def __init__(self):                               return cls._it
//!         self.n = 0                                def _init_(self):
//!                                                       self.n = 0
//!                                                   @classmethod
//!                                                   def _make_(cls):
//!                                                       made = cls._new_()
//!                                                       if isinstance(made, One):
//!                                                           made._init_()
//!                                                       return made
//! One()                                         One._make_()
//! ```
//!
//! Source: Data Model, 3.3.1: `object.__new__`.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::comparable::ComparableExpr;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as rewrite_expr, walk_stmt as rewrite_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_comprehension, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Comprehension, Expr, ExprAttribute, ExprCall, ExprContext, ExprNoneLiteral, Identifier,
    ParameterWithDefault, Parameters, Pattern, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::quote::parsed;

/// The module's statements with such classes rewritten; `None` where there is none.
pub(crate) fn rewritten(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let families = families(body);
    if families.is_empty() {
        return None;
    }
    let mut uses = Uses::default();
    uses.visit_body(body);
    // The members of a family are rewritten together.
    for def in body.iter().filter_map(Stmt::as_class_def_stmt).filter(|def| only_base(def).is_some()) {
        def.bases().iter().for_each(|base| uses.plain(base));
    }
    let mut out = body.to_vec();
    let mut names = BTreeSet::new();
    for family in families {
        if !family.members.iter().all(|&at| class_at(body, at).is_some_and(|def| uses.are_plain(&def.name))) {
            continue;
        }
        let made: Option<Vec<StmtClassDef>> =
            family.members.iter().map(|&at| family.with_maker(body, class_at(body, at)?)).collect();
        for (at, new) in family.members.into_iter().zip(made.into_iter().flatten()) {
            names.insert(new.name.to_string());
            out[at] = Stmt::ClassDef(new);
        }
    }
    if names.is_empty() {
        return None;
    }
    let calls = Calls { names };
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    Some(out)
}

fn class_at(body: &[Stmt], at: usize) -> Option<&StmtClassDef> {
    body.get(at)?.as_class_def_stmt()
}

/// A class with `__new__` and those derived from it, as places in the module; what the first is derived from.
struct Family {
    members: Vec<usize>,
    base: String,
}

fn families(body: &[Stmt]) -> Vec<Family> {
    let tuples = named_tuples(body);
    let mut found: Vec<Family> = Vec::new();
    for (at, stmt) in body.iter().enumerate() {
        let Stmt::ClassDef(def) = stmt else { continue };
        let base = only_base(def);
        let of = found.iter_mut().find(|family| {
            let mut members = family.members.iter().filter_map(|&at| class_at(body, at));
            members.any(|member| base == Some(member.name.as_str()))
        });
        match of {
            Some(family) => family.members.push(at),
            None => {
                if let (Some(base), true) = (value_base(def, &tuples), method(def, "__new__").is_some()) {
                    found.push(Family { members: vec![at], base });
                }
            }
        }
    }
    found
}

/// How often each name is bound and read, and how often it is read as a class that may become a call of its method.
#[derive(Default)]
struct Uses {
    bound: BTreeMap<String, usize>,
    loads: BTreeMap<String, usize>,
    plain: BTreeMap<String, usize>,
}

impl Uses {
    fn are_plain(&self, name: &str) -> bool {
        self.bound.get(name) == Some(&1) && self.loads.get(name) == self.plain.get(name)
    }

    fn count(map: &mut BTreeMap<String, usize>, name: &str) {
        *map.entry(name.to_owned()).or_default() += 1;
    }

    fn plain(&mut self, expr: &Expr) {
        if let Expr::Name(name) = expr {
            Self::count(&mut self.plain, name.id.as_str());
        }
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(def) => Self::count(&mut self.bound, def.name.as_str()),
            Stmt::FunctionDef(def) => Self::count(&mut self.bound, def.name.as_str()),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_comprehension(&mut self, clause: &'a Comprehension) {
        walk_comprehension(self, clause);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        if let Pattern::MatchClass(pattern) = pattern {
            self.plain(&pattern.cls);
        }
        walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                Self::count(&mut self.loads, name.id.as_str());
            }
            Expr::Name(name) => Self::count(&mut self.bound, name.id.as_str()),
            Expr::Attribute(attribute) => self.plain(&attribute.value),
            Expr::Call(call) => {
                self.plain(&call.func);
                called_back(&mut call.clone()).into_iter().for_each(|arg| self.plain(arg));
                if let Expr::Name(name) = &*call.func
                    && matches!(name.id.as_str(), "isinstance" | "issubclass" | "super")
                {
                    for arg in &call.arguments.args {
                        self.plain(arg);
                        if let Expr::Tuple(classes) = arg {
                            classes.elts.iter().for_each(|class| self.plain(class));
                        }
                    }
                }
            }
            Expr::Compare(compare) => {
                self.plain(&compare.left);
                compare.comparators.iter().for_each(|side| self.plain(side));
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

impl Family {
    /// The class with the three methods; `None` where what its `__new__` does cannot be told.
    fn with_maker(&self, body: &[Stmt], def: &StmtClassDef) -> Option<StmtClassDef> {
        if !def.decorator_list.is_empty() {
            return None;
        }
        let above = self.above(body, def);
        let nearest =
            |wanted: &str| method(def, wanted).or_else(|| above.iter().find_map(|base| method(base, wanted)));
        let (new, init) = (nearest("__new__")?, nearest("__init__"));
        let has_above = |wanted: &str| above.iter().any(|base| method(base, wanted).is_some());
        let mut out = def.clone();
        for stmt in &mut out.body {
            let Stmt::FunctionDef(method) = stmt else { continue };
            let Some(receiver) = positional(&method.parameters).next() else { continue };
            let maker = Maker {
                receiver: receiver.parameter.name.to_string(),
                base: self.base.clone(),
                above: above.iter().map(|base| base.name.to_string()).collect(),
                has_new: has_above("__new__"),
                has_init: has_above("__init__"),
                role: Role::of(method),
                n_made: Cell::new(0),
                is_possible: Cell::new(true),
            };
            method.body.iter_mut().for_each(|stmt| maker.visit_stmt(stmt));
            if !maker.is_possible.get() || (maker.role == Role::New && maker.n_made.get() == 0) {
                return None;
            }
            match method.name.as_str() {
                "__new__" => {
                    method.name.id = "_new_".into();
                    method.decorator_list.clear();
                    let helper = parsed("@classmethod\ndef f(cls):\n    pass\n", method.name.range).pop();
                    if let Some(Stmt::FunctionDef(helper)) = helper {
                        method.decorator_list = helper.decorator_list;
                    }
                }
                "__init__" => method.name.id = "_init_".into(),
                _ => {}
            }
        }
        // Otherwise that of the base does.
        if method(def, "__new__").is_some() || method(def, "__init__").is_some() {
            out.body.extend(maker_of(def, new, init)?);
        }
        Some(out)
    }

    /// The members that a class is derived from, the nearest first.
    fn above<'b>(&self, body: &'b [Stmt], def: &'b StmtClassDef) -> Vec<&'b StmtClassDef> {
        let mut found = Vec::new();
        let mut of = def;
        while let Some(base) = only_base(of).and_then(|base| {
            let mut members = self.members.iter().filter_map(|&at| class_at(body, at));
            members.find(|member| member.name.as_str() == base)
        }) {
            found.push(base);
            of = base;
        }
        found
    }
}

/// `_make_`, which does as `type.__call__` does.
fn maker_of(def: &StmtClassDef, new: &StmtFunctionDef, init: Option<&StmtFunctionDef>) -> Option<Vec<Stmt>> {
    let class = def.name.as_str();
    let mut parameters = &init.unwrap_or(new).parameters;
    let (mut names, mut args) = passed_on(parameters)?;
    let new_args = match init {
        Some(init) if same_parameters(&new.parameters, &init.parameters) => args.clone(),
        None => args.clone(),
        Some(_) if ignores_arguments(new) => String::new(),
        // Both take what they want.
        Some(_) => {
            parameters = &new.parameters;
            (names, args) = (", *args, **kwargs".to_owned(), "*args, **kwargs".to_owned());
            args.clone()
        }
    };
    let init_call = match init {
        Some(_) => format!("    if isinstance(made, {class}):\n        made._init_({args})\n"),
        None => String::new(),
    };
    let text = format!(
        "@classmethod\ndef _make_(cls{names}):\n    made = cls._new_({new_args})\n{init_call}    return made\n"
    );
    let mut helper = parsed(&text, def.name.range());
    // Defaults are those of the program, at their places.
    if let [Stmt::FunctionDef(make)] = helper.as_mut_slice() {
        let written = positional(parameters).skip(1).chain(&parameters.kwonlyargs);
        let made = &mut *make.parameters;
        let made = made.posonlyargs.iter_mut().chain(&mut made.args).skip(1).chain(&mut made.kwonlyargs);
        for (to, from) in made.zip(written) {
            to.default.clone_from(&from.default);
        }
    }
    Some(helper)
}

/// The one base of a class that says nothing else, without the arguments of a generic alias.
pub(super) fn only_base(def: &StmtClassDef) -> Option<&str> {
    let arguments = def.arguments.as_ref()?;
    let ([base], []) = (&*arguments.args, &*arguments.keywords) else { return None };
    let base = match base {
        Expr::Subscript(alias) => &*alias.value,
        base => base,
    };
    match base {
        Expr::Name(name) => Some(name.id.as_str()),
        _ => None,
    }
}

/// The number, text, tuple, named tuple or frozen set that a class derives from, `object` where it derives from nothing;
/// `None` where from anything else.
fn value_base(def: &StmtClassDef, tuples: &BTreeSet<&str>) -> Option<String> {
    if def.arguments.as_ref().is_none_or(|arguments| arguments.is_empty()) {
        return Some("object".to_owned());
    }
    let base = match only_base(def)? {
        "ABC" => "object",
        "Tuple" => "tuple",
        "FrozenSet" => "frozenset",
        base => base,
    };
    let is_value = ["object", "int", "float", "str", "tuple", "frozenset"].contains(&base);
    (is_value || tuples.contains(base)).then(|| base.to_owned())
}

/// The classes of the module that are named tuples.
fn named_tuples(body: &[Stmt]) -> BTreeSet<&str> {
    let is_tuple = |base: &Expr| match base {
        Expr::Name(name) => matches!(name.id.as_str(), "NamedTuple" | "namedtuple"),
        Expr::Attribute(attribute) => matches!(attribute.attr.as_str(), "NamedTuple" | "namedtuple"),
        _ => false,
    };
    let defs = body.iter().filter_map(Stmt::as_class_def_stmt);
    defs.filter(|def| def.bases().iter().any(is_tuple)).map(|def| def.name.as_str()).collect()
}

pub(super) fn method<'d>(def: &'d StmtClassDef, wanted: &str) -> Option<&'d StmtFunctionDef> {
    def.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(method) if method.name.as_str() == wanted => Some(method),
        _ => None,
    })
}

/// Whether two methods take the same arguments after their receivers, with the same defaults.
fn same_parameters(a: &Parameters, b: &Parameters) -> bool {
    let each = |parameters: &Parameters| -> Vec<(String, Option<Expr>)> {
        let params = parameters.iter().skip(1);
        params.map(|param| (param.name().to_string(), param.default().cloned())).collect()
    };
    let same_default = |a: &Option<Expr>, b: &Option<Expr>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is_literal_expr() && ComparableExpr::from(a) == ComparableExpr::from(b),
        _ => false,
    };
    let (a, b) = (each(a), each(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a.0 == b.0 && same_default(&a.1, &b.1))
}

/// `def __new__(cls, *args, **kwargs)` that reads neither.
fn ignores_arguments(new: &StmtFunctionDef) -> bool {
    struct Reads<'n>(Vec<&'n str>, bool);
    impl<'a> Visitor<'a> for Reads<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.1 |= matches!(expr, Expr::Name(name) if self.0.contains(&name.id.as_str()));
            walk_expr(self, expr);
        }
    }
    let parameters = &new.parameters;
    let rest = [&parameters.vararg, &parameters.kwarg];
    let names = rest.iter().filter_map(|rest| rest.as_ref().map(|rest| rest.name.as_str())).collect();
    let mut reads = Reads(names, false);
    reads.visit_body(&new.body);
    positional(parameters).count() == 1 && parameters.kwonlyargs.is_empty() && !reads.1
}

/// Parameters that arguments without names are for.
fn positional(parameters: &Parameters) -> impl Iterator<Item = &ParameterWithDefault> {
    parameters.posonlyargs.iter().chain(&parameters.args)
}

/// Parameters after the receiver, and arguments that pass them on.
fn passed_on(parameters: &Parameters) -> Option<(String, String)> {
    let (mut names, mut args) = (String::new(), Vec::new());
    for (at, with) in positional(parameters).enumerate() {
        if at > 0 {
            names.push_str(&format!(", {}", with.parameter.name));
            args.push(with.parameter.name.to_string());
        }
        if at + 1 == parameters.posonlyargs.len() {
            names.push_str(", /");
        }
    }
    if let Some(rest) = &parameters.vararg {
        names.push_str(&format!(", *{}", rest.name));
        args.push(format!("*{}", rest.name));
    } else if !parameters.kwonlyargs.is_empty() {
        names.push_str(", *");
    }
    for with in &parameters.kwonlyargs {
        names.push_str(&format!(", {}", with.parameter.name));
        args.push(format!("{0}={0}", with.parameter.name));
    }
    if let Some(rest) = &parameters.kwarg {
        names.push_str(&format!(", **{}", rest.name));
        args.push(format!("**{}", rest.name));
    }
    Some((names, args.join(", ")))
}

/// What a method is to the class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    New,
    OfClass,
    Static,
    OfObject,
}

impl Role {
    fn of(method: &StmtFunctionDef) -> Self {
        let is = |wanted: &str| {
            let is_it = |expr: &Expr| expr.as_name_expr().is_some_and(|name| name.id.as_str() == wanted);
            method.decorator_list.iter().any(|decorator| is_it(&decorator.expression))
        };
        match method.name.as_str() {
            "__new__" => Self::New,
            _ if is("classmethod") => Self::OfClass,
            _ if is("staticmethod") => Self::Static,
            _ => Self::OfObject,
        }
    }
}

/// Inside a method of the class: `super().__new__(cls)` is `cls()`, `super().__new__(cls, value)` is `cls(value)`; calls of the
/// class by another name are calls of `_make_`.
struct Maker {
    receiver: String,
    base: String,
    /// The names of the bases that have been rewritten, too.
    above: Vec<String>,
    has_new: bool,
    has_init: bool,
    role: Role,
    n_made: Cell<usize>,
    is_possible: Cell<bool>,
}

pub(super) fn is_name(expr: &Expr, wanted: &str) -> bool {
    matches!(expr, Expr::Name(name) if name.id.as_str() == wanted)
}

impl Maker {
    /// Whether a method is asked for of the base.
    fn is_base(&self, of: &Expr) -> bool {
        match of {
            Expr::Call(base) => is_name(&base.func, "super"),
            Expr::Name(name) => {
                let name = name.id.as_str();
                name == self.base || self.above.iter().any(|base| base == name)
            }
            _ => false,
        }
    }

    /// `super().__new__(cls, …)`.
    fn is_made(&self, call: &mut ExprCall) -> bool {
        let Expr::Attribute(attribute) = &mut *call.func else { return false };
        let is_new = attribute.attr.as_str() == "__new__" && self.is_base(&attribute.value);
        let is_possible = self.has_new
            || (call.arguments.keywords.is_empty()
                && (call.arguments.args.len() == 1 || self.base != "object"));
        let [receiver, rest @ ..] = &*call.arguments.args else { return false };
        if self.role != Role::New || !is_new || !is_possible || !is_name(receiver, &self.receiver) {
            return false;
        }
        let (receiver, mut rest) = (receiver.clone(), rest.to_vec());
        rest.iter_mut().for_each(|arg| self.visit_expr(arg));
        call.arguments.keywords.iter_mut().for_each(|keyword| self.visit_expr(&mut keyword.value));
        if self.has_new {
            attribute.attr.id = "_new_".into();
            *attribute.value = super_call(attribute.value.range());
        } else {
            *call.func = receiver;
        }
        call.arguments.args = rest.into();
        self.n_made.set(self.n_made.get() + 1);
        true
    }

    /// `super().__init__(…)`: `None` where there is none but that of `object`.
    fn is_initialised(&self, expr: &mut Expr) -> bool {
        let Expr::Call(call) = &mut *expr else { return false };
        let Expr::Attribute(attribute) = &mut *call.func else { return false };
        if self.role != Role::OfObject
            || attribute.attr.as_str() != "__init__"
            || !self.is_base(&attribute.value)
        {
            return false;
        }
        let mut args = call.arguments.args.to_vec();
        if attribute.value.is_name_expr() {
            if !args.first().is_some_and(|first| is_name(first, &self.receiver)) {
                return false;
            }
            args.remove(0);
        }
        let range = attribute.value.range();
        if self.has_init {
            attribute.attr.id = "_init_".into();
            *attribute.value = super_call(range);
            args.iter_mut().for_each(|arg| self.visit_expr(arg));
            call.arguments.args = args.into();
            call.arguments.keywords.iter_mut().for_each(|keyword| self.visit_expr(&mut keyword.value));
            return true;
        }
        if !args.is_empty() || !call.arguments.keywords.is_empty() {
            return false;
        }
        *expr = Expr::NoneLiteral(ExprNoneLiteral { node_index: AtomicNodeIndex::default(), range });
        true
    }
}

fn super_call(range: TextRange) -> Expr {
    match parsed("super()\n", range).pop() {
        Some(Stmt::Expr(stmt)) => *stmt.value,
        _ => Expr::NoneLiteral(ExprNoneLiteral { node_index: AtomicNodeIndex::default(), range }),
    }
}

impl Transformer for Maker {
    fn visit_expr(&self, expr: &mut Expr) {
        if expr.as_call_expr().is_some() && self.is_initialised(expr) {
            return;
        }
        if let Expr::Call(call) = &mut *expr
            && self.is_made(call)
        {
            return;
        }
        rewrite_expr(self, expr);
        match expr {
            Expr::Call(call) => {
                let is_own = match &*call.func {
                    Expr::Name(name) => {
                        matches!(self.role, Role::New | Role::OfClass) && name.id.as_str() == self.receiver
                    }
                    Expr::Attribute(attribute) => {
                        attribute.attr.as_str() == "__class__" && is_name(&attribute.value, &self.receiver)
                    }
                    Expr::Call(inner) => {
                        is_name(&inner.func, "type")
                            && matches!(&*inner.arguments.args, [of] if is_name(of, &self.receiver))
                    }
                    _ => false,
                };
                // In `__new__`, the class called otherwise would skip the method.
                if is_own && self.role == Role::New {
                    self.is_possible.set(false);
                } else if is_own {
                    make(&mut call.func);
                }
            }
            Expr::Attribute(attribute) if matches!(attribute.attr.as_str(), "__new__" | "__init__") => {
                self.is_possible.set(false);
            }
            _ => {}
        }
    }
}

/// `C` that is to be called is `C._make_`.
fn make(class: &mut Expr) {
    let range = class.range();
    *class = Expr::Attribute(ExprAttribute {
        node_index: AtomicNodeIndex::default(),
        range,
        value: Box::new(class.clone()),
        attr: Identifier::new("_make_", range),
        ctx: ExprContext::Load,
    });
}

/// What a call takes that it calls itself: the first argument of `map` and a factory.
fn called_back(call: &mut ExprCall) -> Vec<&mut Expr> {
    let is_map = is_name(&call.func, "map");
    let first = call.arguments.args.first_mut().filter(|_| is_map);
    let is_factory = |name: &Identifier| matches!(name.as_str(), "key" | "default_factory");
    let named = call.arguments.keywords.iter_mut();
    let named = named.filter(|keyword| keyword.arg.as_ref().is_some_and(is_factory));
    first.into_iter().chain(named.map(|keyword| &mut keyword.value)).collect()
}

/// `C(…)` of such a class is `C._make_(…)`.
struct Calls {
    names: BTreeSet<String>,
}

impl Calls {
    fn make(&self, class: &mut Expr) {
        if matches!(class, Expr::Name(name) if self.names.contains(name.id.as_str())) {
            make(class);
        }
    }
}

impl Transformer for Calls {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        rewrite_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        self.make(&mut call.func);
        called_back(call).into_iter().for_each(|class| self.make(class));
    }
}
