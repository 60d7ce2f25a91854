//! Enumerations: what their bodies say with `__init__`, `_missing_` and `__members__`, in the words of other features.
//!
//! An `__init__` that only computes attributes from a member's value becomes properties; `_missing_` a search that the
//! calls of the class use instead; `__members__` the dict that it is. What is written otherwise is left as it is.
//!
//! ```text
//! class Planet(Enum):                           class Planet(Enum):
//!     EARTH = (5.976e24, 6.378e6)                   EARTH = (5.976e24, 6.378e6)
//!     def __init__(self, mass, radius):             @property
//!         self.mass = mass                          def mass(self):
//!         self.radius = radius                          return self._value_[0]
//!
//! Color(text)      Color._by_value_(text)       # where the class has a `_missing_`
//! ```
//!
//! Source: `enum.py` of CPython 3.11.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as rewrite_expr, walk_stmt as rewrite_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{
    AtomicNodeIndex, Expr, ExprAttribute, ExprContext, Identifier, Operator, Stmt, StmtClassDef,
    StmtFunctionDef,
};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The search for a value that may be missing.
const BY_VALUE: &str = include_str!("../../library/_by_value_.py");

/// What flags do with each other, written in Python.
const FLAG: &str = include_str!("../../library/_flag.py");
const INT_FLAG: &str = include_str!("../../library/_int_flag.py");

/// Functions that look at a class, or at its members, and never call it.
const ASKING: [&str; 16] = [
    "enumerate",
    "frozenset",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "max",
    "min",
    "print",
    "repr",
    "reversed",
    "set",
    "sorted",
    "tuple",
    "zip",
];

/// The module's statements with such classes completed; `None` where there is none.
pub(crate) fn completed(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let words = ["__init__", "_missing_", "__members__", "Flag"];
    if !source.contains("enum") || !words.iter().any(|word| source.contains(word)) {
        return None;
    }
    let mut finder = Finder(false);
    finder.visit_body(body);
    if !finder.0 {
        return None;
    }
    let mut uses = Uses::default();
    uses.visit_body(body);
    if uses.enumerations.is_empty() {
        return None;
    }
    let is_known =
        |name: &str| uses.bound.get(name) == Some(&1) && uses.loads.get(name) == uses.plain_loads.get(name);
    let names = uses.enumerations.iter();
    let searched: BTreeSet<String> = names
        .filter(|(name, def)| is_known(name) && method(def, "_missing_").is_some() && !calls_itself(def))
        .map(|(name, _)| name.clone())
        .collect();
    let members = uses
        .enumerations
        .iter()
        .filter(|(name, _)| uses.bound.get(name.as_str()) == Some(&1))
        .map(|(name, def)| (name.clone(), member_names(def)))
        .collect();
    let has_own_flags = ["Flag", "IntFlag"].iter().any(|name| uses.bound.contains_key(*name));
    let rewriter =
        Rewriter { searched, members, has_own_flags, outer: RefCell::default(), own: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| rewriter.visit_stmt(stmt));
    Some(out)
}

/// Looks for an enumeration.
struct Finder(bool);

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.0 |= stmt.as_class_def_stmt().is_some_and(is_enumeration);
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// What a module binds, and how it uses the names of its enumerations.
#[derive(Default)]
struct Uses<'a> {
    enumerations: BTreeMap<String, &'a StmtClassDef>,
    bound: BTreeMap<String, usize>,
    loads: BTreeMap<String, usize>,
    /// Loads that a search by value may replace, or that it does not touch.
    plain_loads: BTreeMap<String, usize>,
}

impl<'a> Uses<'a> {
    fn plain(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            *self.plain_loads.entry(name.id.to_string()).or_default() += 1;
        }
    }
}

impl<'a> Visitor<'a> for Uses<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(def) => {
                *self.bound.entry(def.name.to_string()).or_default() += 1;
                if is_enumeration(def) {
                    self.enumerations.insert(def.name.to_string(), def);
                }
            }
            Stmt::FunctionDef(def) => *self.bound.entry(def.name.to_string()).or_default() += 1,
            Stmt::For(each) => self.plain(&each.iter),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_comprehension(&mut self, clause: &'a ruff_python_ast::Comprehension) {
        self.plain(&clause.iter);
        ruff_python_ast::visitor::walk_comprehension(self, clause);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                *self.loads.entry(name.id.to_string()).or_default() += 1;
            }
            Expr::Name(name) => *self.bound.entry(name.id.to_string()).or_default() += 1,
            Expr::Attribute(attribute) => self.plain(&attribute.value),
            Expr::Subscript(subscript) => self.plain(&subscript.value),
            Expr::Starred(starred) => self.plain(&starred.value),
            Expr::Compare(compare) => compare.comparators.iter().for_each(|operand| self.plain(operand)),
            Expr::Call(call) => {
                let arguments = &call.arguments;
                if arguments.args.len() == 1 && arguments.keywords.is_empty() {
                    self.plain(&call.func);
                }
                if let Expr::Name(name) = &*call.func
                    && ASKING.contains(&name.id.as_str())
                {
                    arguments.args.iter().for_each(|arg| self.plain(arg));
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

pub(crate) fn is_enumeration(def: &StmtClassDef) -> bool {
    base_among(def, &["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"]).is_some()
}

/// Which of some classes of `enum` a class derives from.
fn base_among<'n>(def: &StmtClassDef, names: &[&'n str]) -> Option<&'n str> {
    let bases = def.arguments.iter().flat_map(|arguments| arguments.args.iter());
    let mut bases = bases.filter_map(|base| match base {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    });
    bases.find_map(|base| names.iter().copied().find(|name| *name == base))
}

/// The operators of a flag that its class does not define; methods see the class as an attribute of those around it.
fn operators(def: &StmtClassDef, (outer, is_local): &(Vec<String>, bool), are_own: bool) -> Vec<Stmt> {
    let text = match base_among(def, &["Flag", "IntFlag"]) {
        Some("Flag") if !are_own => FLAG,
        Some(_) if !are_own => INT_FLAG,
        _ => return Vec::new(),
    };
    let class = outer.iter().chain([&def.name.to_string()]).cloned().collect::<Vec<_>>().join(".");
    let text = if *is_local { text.replace("'CLASS'", "'{CLASS.__qualname__}'") } else { text.to_owned() };
    let mut operators = parsed(&text.replace("CLASS", &class), def.name.range());
    operators.retain(
        |stmt| matches!(stmt, Stmt::FunctionDef(operator) if method(def, operator.name.as_str()).is_none()),
    );
    operators
}

fn method<'d>(def: &'d StmtClassDef, wanted: &str) -> Option<&'d StmtFunctionDef> {
    def.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(method) if method.name.as_str() == wanted => Some(method),
        _ => None,
    })
}

/// The first parameter of a class method that does not bind it again.
fn class_parameter(def: &StmtFunctionDef) -> Option<&str> {
    let is_class_method = def.name.as_str() == "_missing_"
        || def.decorator_list.iter().any(
            |decorator| matches!(&decorator.expression, Expr::Name(name) if name.id.as_str() == "classmethod"),
        );
    let first = def.parameters.iter().next()?.name().as_str();
    (is_class_method && Bound::of(&def.body).times(first) == 0).then_some(first)
}

/// Whether a method makes a member by `cls(value)`, `type(self)(value)` or `self.__class__(value)`.
fn calls_itself(def: &StmtClassDef) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Call(call) = expr {
                self.0 |= match &*call.func {
                    Expr::Name(name) => name.id.as_str() == "cls",
                    Expr::Attribute(attribute) => attribute.attr.as_str() == "__class__",
                    _ => true,
                };
            }
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(false);
    finder.visit_body(&def.body);
    finder.0
}

/// The members and aliases of a class with their values, in order.
fn members(def: &StmtClassDef) -> impl Iterator<Item = (&str, &Expr)> {
    def.body.iter().filter_map(|stmt| match stmt {
        Stmt::Assign(assign) => match assign.targets.as_slice() {
            [Expr::Name(name)] => Some((name.id.as_str(), &*assign.value)),
            _ => None,
        },
        _ => None,
    })
}

fn member_names(def: &StmtClassDef) -> Vec<String> {
    members(def).map(|(name, _)| name).filter(|name| !name.starts_with('_')).map(str::to_owned).collect()
}

struct Rewriter {
    /// Classes that are searched by `_by_value_`.
    searched: BTreeSet<String>,
    /// The members of each enumeration.
    members: BTreeMap<String, Vec<String>>,
    /// Whether the program has something else by the name of a flag's base.
    has_own_flags: bool,
    /// The classes around a statement, up to the nearest function, and whether there is one.
    outer: RefCell<(Vec<String>, bool)>,
    /// In a class method of an enumeration, its first parameter and the members: no class derives from one with members.
    own: RefCell<Option<(String, Vec<String>)>>,
}

impl Transformer for Rewriter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let around = self.outer.borrow().clone();
        match stmt {
            Stmt::ClassDef(def) => {
                self.outer.borrow_mut().0.push(def.name.to_string());
                if is_enumeration(def) {
                    let members = member_names(def);
                    for stmt in &mut def.body {
                        let first = stmt.as_function_def_stmt().and_then(class_parameter);
                        *self.own.borrow_mut() = first.map(|first| (first.to_owned(), members.clone()));
                        self.visit_stmt(stmt);
                    }
                    *self.own.borrow_mut() = None;
                    *self.outer.borrow_mut() = around;
                    return self.complete(def);
                }
            }
            Stmt::FunctionDef(_) => *self.outer.borrow_mut() = (Vec::new(), true),
            Stmt::For(each) => self.members_as_dict(&mut each.iter),
            _ => {}
        }
        rewrite_stmt(self, stmt);
        *self.outer.borrow_mut() = around;
    }

    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        match expr {
            Expr::Call(call) => {
                if let Expr::Name(name) = &*call.func
                    && self.searched.contains(name.id.as_str())
                {
                    let range = call.func.range();
                    *call.func = Expr::Attribute(ExprAttribute {
                        node_index: AtomicNodeIndex::default(),
                        range,
                        value: call.func.clone(),
                        attr: Identifier::new("_by_value_", range),
                        ctx: ExprContext::Load,
                    });
                }
                // `Color.__members__.items()`, and other methods of a dict.
                if let Expr::Attribute(method) = &mut *call.func {
                    self.members_as_dict(&mut method.value);
                }
                let only_looks = match &*call.func {
                    Expr::Name(name) => {
                        matches!(
                            name.id.as_str(),
                            "dict" | "enumerate" | "iter" | "len" | "list" | "set" | "sorted" | "tuple"
                        )
                    }
                    Expr::Attribute(method) => method.attr.as_str() == "join",
                    _ => false,
                };
                if only_looks {
                    call.arguments.args.iter_mut().for_each(|arg| self.members_as_dict(arg));
                }
            }
            Expr::Subscript(subscript) => self.members_as_dict(&mut subscript.value),
            Expr::Compare(compare) => {
                compare.comparators.iter_mut().for_each(|operand| self.members_as_dict(operand));
            }
            _ => {}
        }
    }

    fn visit_comprehension(&self, clause: &mut ruff_python_ast::Comprehension) {
        ruff_python_ast::visitor::transformer::walk_comprehension(self, clause);
        self.members_as_dict(&mut clause.iter);
    }
}

impl Rewriter {
    /// What the body of an enumeration says, in the words of other features.
    fn complete(&self, def: &mut StmtClassDef) {
        let operators = operators(def, &self.outer.borrow(), self.has_own_flags);
        def.body.extend(operators);
        if self.searched.contains(def.name.as_str()) {
            def.body.extend(parsed(BY_VALUE, def.name.range()));
        }
        if let Some(properties) = init_as_properties(def) {
            let range = def.name.range();
            def.body.retain(
                |stmt| !matches!(stmt, Stmt::FunctionDef(method) if method.name.as_str() == "__init__"),
            );
            for (name, value) in properties {
                let mut getter = parsed(&format!("@property\ndef {name}(self):\n    return None\n"), range);
                if let Some(Stmt::FunctionDef(method)) = getter.first_mut()
                    && let Some(Stmt::Return(end)) = method.body.first_mut()
                {
                    end.value = Some(Box::new(value));
                }
                def.body.extend(getter);
            }
        }
    }

    /// `Color.__members__`: the dict of its names and members.
    fn members_as_dict(&self, expr: &mut Expr) {
        let Expr::Attribute(attribute) = &*expr else { return };
        let Expr::Name(class) = &*attribute.value else { return };
        let own = self.own.borrow();
        let of_own =
            own.as_ref().filter(|(first, _)| *first == class.id.as_str()).map(|(_, members)| members);
        let Some(members) = of_own.or_else(|| self.members.get(class.id.as_str())) else { return };
        if attribute.attr.as_str() != "__members__" {
            return;
        }
        let items: Vec<String> =
            members.iter().map(|member| format!("'{member}': {}.{member}", class.id)).collect();
        let text = format!("{{{}}}\n", items.join(", "));
        if let Some(Stmt::Expr(dict)) = parsed(&text, attribute.range).pop() {
            *expr = *dict.value;
        }
    }
}

/// The attributes that an `__init__` computes from the value; `None` where it does more, or another number of arguments.
fn init_as_properties(def: &StmtClassDef) -> Option<Vec<(String, Expr)>> {
    let init = method(def, "__init__")?;
    let parameters = &init.parameters;
    let is_simple = parameters.posonlyargs.is_empty()
        && parameters.kwonlyargs.is_empty()
        && parameters.vararg.is_none()
        && parameters.kwarg.is_none()
        && init.decorator_list.is_empty();
    let names: Vec<&str> = parameters.args.iter().map(|with| with.parameter.name.as_str()).collect();
    let (receiver, params) = names.split_first()?;
    if !is_simple || parameters.args.iter().any(|with| with.default.is_some()) {
        return None;
    }
    let n_values = |value: &Expr| if let Expr::Tuple(tuple) = value { tuple.elts.len() } else { 1 };
    let is_tuple = members(def).any(|(_, value)| value.is_tuple_expr());
    let fits = |(_, value): (&str, &Expr)| {
        n_values(value) == params.len() && value.is_tuple_expr() == is_tuple && !is_auto(value)
    };
    if !members(def).all(fits) {
        return None;
    }
    let mut substitution = Substitution { receiver, params, is_tuple, known: Vec::new() };
    let mut found: Vec<(String, Expr)> = Vec::new();
    for stmt in &init.body {
        let stores: Vec<(&Expr, &Expr)> = match stmt {
            Stmt::Assign(assign) => match (assign.targets.as_slice(), &*assign.value) {
                // `self.mass, self.radius = mass, radius`.
                ([Expr::Tuple(targets)], Expr::Tuple(values)) if targets.len() == values.len() => {
                    targets.iter().zip(values).collect()
                }
                ([target], value) => vec![(target, value)],
                _ => return None,
            },
            Stmt::AnnAssign(assign) => vec![(&*assign.target, assign.value.as_deref()?)],
            Stmt::Expr(only) if only.value.is_string_literal_expr() => continue,
            _ => return None,
        };
        if !stores.iter().all(|(_, value)| substitution.is_pure(value)) {
            return None;
        }
        for (target, value) in stores {
            let Expr::Attribute(attribute) = target else { return None };
            let is_own = matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == *receiver);
            let name = attribute.attr.as_str();
            if !is_own || substitution.known.contains(&name.to_owned()) {
                return None;
            }
            let mut value = value.clone();
            substitution.visit_expr(&mut value);
            substitution.known.push(name.to_owned());
            found.push((name.to_owned(), value));
        }
    }
    Some(found)
}

fn is_auto(value: &Expr) -> bool {
    matches!(value, Expr::Call(_))
}

/// Parameters become parts of the member's value.
struct Substitution<'a> {
    receiver: &'a str,
    params: &'a [&'a str],
    is_tuple: bool,
    known: Vec<String>,
}

impl Substitution<'_> {
    /// Whether a value is the same whenever it is computed, and computing it cannot fail.
    fn is_pure(&self, value: &Expr) -> bool {
        match value {
            Expr::Name(name) => self.params.contains(&name.id.as_str()),
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_) => true,
            Expr::Attribute(attribute) => {
                matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.receiver)
                    && self.known.contains(&attribute.attr.to_string())
            }
            Expr::BinOp(operation) => {
                let is_safe = match operation.op {
                    Operator::Add | Operator::Sub | Operator::Mult => true,
                    Operator::Div | Operator::FloorDiv | Operator::Mod => {
                        operation.right.is_number_literal_expr()
                    }
                    _ => false,
                };
                is_safe && self.is_pure(&operation.left) && self.is_pure(&operation.right)
            }
            Expr::UnaryOp(operation) => self.is_pure(&operation.operand),
            Expr::Tuple(tuple) => tuple.elts.iter().all(|item| self.is_pure(item)),
            _ => false,
        }
    }
}

impl Transformer for Substitution<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        match expr {
            Expr::Name(name) => {
                let Some(at) = self.params.iter().position(|param| *param == name.id.as_str()) else {
                    return;
                };
                let text = match self.is_tuple {
                    true => format!("self._value_[{at}]\n"),
                    false => "self._value_\n".to_owned(),
                };
                if let Some(Stmt::Expr(part)) = parsed(&text, name.range).pop() {
                    *expr = *part.value;
                }
            }
            Expr::Attribute(attribute) => {
                if let Expr::Name(name) = &mut *attribute.value
                    && name.id.as_str() == self.receiver
                {
                    name.id = "self".into();
                }
            }
            _ => {}
        }
    }
}
