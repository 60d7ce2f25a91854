//! `x.__dict__` and `vars(x)`, where they are only looked at: a method that each class gets, written out from what its
//! `__init__` assigns.
//!
//! ```text
//! class P:                                class P:
//!     def __init__(self, x):                  …
//!         self.x = x                          def _instance_dict_(self):
//!                                                 return {"x": self.x}
//! vars(p).items()                         p._instance_dict_().items()
//! ```
//!
//! What an object may lack is asked for, where the order of those that it has is known: `if hasattr(self, "y"): …`. Any
//! other class whose attributes depend on the run gets a method that is refused where it is called. Lowering holds what the
//! objects have against what the method says.
//!
//! Source: Language Reference, 3.3.2; Library Reference, `vars`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprContext, Operator, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;

use super::attribute_order::{Noted, Told};
use super::handed_dicts::{self, Handed, Use};
use super::looking_functions::LookingFunctions;
use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// The method.
pub(super) const METHOD: &str = "_instance_dict_";

/// Builtins that look at a dict and keep nothing of it.
const LOOKING: [&str; 14] = [
    "all",
    "any",
    "bool",
    "dict",
    "enumerate",
    "len",
    "list",
    "max",
    "min",
    "print",
    "repr",
    "set",
    "sorted",
    "str",
];

/// What the functions of `json` are called by now that write what they are given; the last ones where they are imported
/// by name.
const JSON_WRITERS: [&str; 4] = ["_json_dump", "_json_dumps", "dump", "dumps"];

/// Methods of dicts that only look.
const READING: [&str; 5] = ["copy", "get", "items", "keys", "values"];

/// Decorators and bases of classes that leave the objects' attributes to `__init__`.
pub(super) const PLAIN_BASES: [&str; 4] = ["object", "ABC", "Generic", "Protocol"];

/// The module's statements without such reads.
pub(crate) fn replaced(source: &str, mut body: Vec<Stmt>) -> Vec<Stmt> {
    let has_vars = source.contains("vars(");
    if !has_vars && !source.contains(".__dict__") && !source.contains("SimpleNamespace") {
        return body;
    }
    let mut finder = Finder(false);
    finder.visit_body(&body);
    if !finder.0 {
        return body;
    }
    let has_builtin_vars = has_vars && Bound::of(&body).is_builtin("vars");
    let has_builtin_hasattr =
        source.contains("hasattr") && !source.contains("__slots__") && Bound::of(&body).is_builtin("hasattr");
    let writers: &[&str] =
        if source.contains("from json import") { &JSON_WRITERS } else { &JSON_WRITERS[..2] };
    let mut reads = Reads {
        has_builtin_vars,
        has_builtin_hasattr,
        writers,
        found: Cell::new(false),
        looked: RefCell::default(),
        looking: LookingFunctions::of(&body),
        handing: BTreeSet::new(),
        inside: RefCell::default(),
        is_class_body: Cell::new(false),
    };
    let mut handed = Handed::of(&body, has_builtin_vars);
    loop {
        reads.handing.clone_from(&handed.functions);
        let mut changed = body.clone();
        changed.iter_mut().for_each(|stmt| reads.visit_stmt(stmt));
        if !handed.shrink(&reads.looked.take()) {
            body = changed;
            break;
        }
    }
    if !reads.found.get() {
        return body;
    }
    let classes = Classes::default();
    body.clone().iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    let known = classes.known.into_inner();
    let assigned = known.into_iter().map(|(class, attributes)| {
        let told = attributes.map(|attributes| Told {
            // A single one that comes late comes last.
            unsure: match attributes.late.len() {
                1 => attributes.optional,
                _ => attributes.optional.into_iter().chain(attributes.late.clone()).collect(),
            },
            names: attributes.names.into_iter().chain(attributes.late).collect(),
        });
        (class, told)
    });
    let noted = Noted::of(source, &body, &assigned.collect());
    if !noted.is_empty() {
        noted.note(&mut body);
        let at = body.iter().position(|stmt| !is_head(stmt)).unwrap_or(body.len());
        let range = body.first().map(Ranged::range).unwrap_or_default();
        body.splice(at..at, Noted::helpers(range));
    }
    let classes = Classes { noted: Some(noted), ..Classes::default() };
    body.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    body
}

/// Looks for something that may be such a read.
struct Finder(bool);

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !self.0 {
            visit_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= match expr {
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == "__dict__" && attribute.ctx == ExprContext::Load
            }
            Expr::Call(call) => matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "vars"),
            _ => false,
        };
        visit_expr(self, expr);
    }
}

/// Finds the reads by what stands around them.
struct Reads {
    has_builtin_vars: bool,
    /// Whether `hasattr` is the builtin, and all objects have a dict.
    has_builtin_hasattr: bool,
    writers: &'static [&'static str],
    found: Cell<bool>,
    /// The calls whose value is only looked at, and functions that a writer asks.
    looked: RefCell<BTreeSet<Use>>,
    /// The functions that only look at what they are given.
    looking: LookingFunctions,
    /// The functions that hand such a dict on to those who look at it.
    handing: BTreeSet<String>,
    /// The function that is being looked at.
    inside: RefCell<String>,
    is_class_body: Cell<bool>,
}

impl Reads {
    /// Replaces `value` where it is such a read.
    fn replace(&self, value: &mut Expr) {
        let range = value.range();
        if let Expr::Call(call) = &*value {
            self.looked.borrow_mut().extend(handed_dicts::named(&call.func));
        }
        let object = match value {
            Expr::Attribute(attribute)
                if attribute.attr.as_str() == "__dict__" && attribute.ctx == ExprContext::Load =>
            {
                (*attribute.value).clone()
            }
            Expr::Call(call) if self.has_builtin_vars && call.arguments.keywords.is_empty() => {
                match (&*call.func, &*call.arguments.args) {
                    (Expr::Name(name), [object])
                        if name.id.as_str() == "vars" && !object.is_starred_expr() =>
                    {
                        object.clone()
                    }
                    _ => return,
                }
            }
            _ => return,
        };
        self.found.set(true);
        let Some(Stmt::Expr(mut read)) = parsed(&format!("_.{METHOD}()"), range).pop() else { return };
        if let Expr::Call(call) = &mut *read.value
            && let Expr::Attribute(method) = &mut *call.func
        {
            *method.value = object;
        }
        *value = *read.value;
    }
}

impl Reads {
    /// `hasattr(x, "__dict__")`.
    fn asks_for_dict(&self, call: &ExprCall) -> bool {
        let is_it =
            |name: &Expr| matches!(name, Expr::StringLiteral(text) if text.value.to_str() == "__dict__");
        self.has_builtin_hasattr
            && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "hasattr")
            && matches!(&*call.arguments.args, [_, name] if is_it(name))
    }

    /// Replaces such reads in a value that is looked at as a whole, and gone then.
    fn replace_within(&self, value: &mut Expr) {
        self.replace(value);
        match value {
            Expr::List(list) => list.elts.iter_mut().for_each(|item| self.replace_within(item)),
            Expr::Tuple(tuple) => tuple.elts.iter_mut().for_each(|item| self.replace_within(item)),
            Expr::Dict(dict) => dict.items.iter_mut().for_each(|item| self.replace_within(&mut item.value)),
            Expr::ListComp(comp) => self.replace_within(&mut comp.elt),
            Expr::DictComp(comp) => self.replace_within(&mut comp.value),
            Expr::If(either) => {
                self.replace_within(&mut either.body);
                self.replace_within(&mut either.orelse);
            }
            _ => {}
        }
    }
}

impl Transformer for Reads {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let is_class = stmt.is_class_def_stmt();
        if let Stmt::FunctionDef(def) = stmt {
            let is_method = self.is_class_body.replace(false);
            let outer = self.inside.replace(handed_dicts::called(def, is_method));
            walk_stmt(self, stmt);
            self.inside.replace(outer);
            self.is_class_body.set(is_method);
            return;
        }
        let outer = self.is_class_body.replace(is_class || self.is_class_body.get());
        walk_stmt(self, stmt);
        self.is_class_body.set(outer);
        match stmt {
            Stmt::For(each) => self.replace(&mut each.iter),
            Stmt::Return(only) if self.handing.contains(self.inside.borrow().as_str()) => {
                only.value.iter_mut().for_each(|value| self.replace_within(value));
            }
            _ => {}
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        match expr {
            Expr::Call(call) if self.asks_for_dict(call) => {
                let range = call.range();
                let Some(Stmt::Expr(name)) = parsed(&format!("'{METHOD}'\n"), range).pop() else { return };
                call.arguments.args[1] = *name.value;
            }
            Expr::Call(call) => {
                self.looking.arguments(call).into_iter().for_each(|arg| self.replace(arg));
                match &mut *call.func {
                    Expr::Attribute(method) if READING.contains(&method.attr.as_str()) => {
                        self.replace(&mut method.value);
                    }
                    Expr::Name(name)
                        if matches!(name.id.as_str(), "print" | "repr" | "str")
                            || self.writers.contains(&name.id.as_str()) =>
                    {
                        call.arguments.args.iter_mut().for_each(|arg| self.replace_within(arg));
                    }
                    Expr::Name(name) if LOOKING.contains(&name.id.as_str()) => {
                        call.arguments.args.iter_mut().for_each(|arg| self.replace(arg));
                    }
                    Expr::Attribute(function)
                        if matches!(function.attr.as_str(), "dump" | "dumps" | "format" | "join") =>
                    {
                        call.arguments.args.iter_mut().for_each(|arg| self.replace_within(arg));
                    }
                    _ => {}
                }
                let writes =
                    matches!(&*call.func, Expr::Name(name) if self.writers.contains(&name.id.as_str()));
                for keyword in &mut call.arguments.keywords {
                    match (keyword.arg.as_deref(), &mut keyword.value) {
                        (None, value) => self.replace(value),
                        // `json` only looks at what it is given to write.
                        (Some("default"), Expr::Lambda(lambda)) if writes => {
                            self.replace_within(&mut lambda.body)
                        }
                        (Some("default"), function) if writes => {
                            self.looked.borrow_mut().extend(handed_dicts::named(function));
                        }
                        _ => {}
                    }
                }
            }
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => {
                self.replace(&mut subscript.value);
            }
            Expr::BinOp(format) if format.op == Operator::Mod && format.left.is_string_literal_expr() => {
                self.replace(&mut format.right);
            }
            Expr::Compare(compare) => {
                self.replace(&mut compare.left);
                compare.comparators.iter_mut().for_each(|operand| self.replace(operand));
            }
            Expr::ListComp(comp) => comp.generators.iter_mut().for_each(|each| self.replace(&mut each.iter)),
            Expr::SetComp(comp) => comp.generators.iter_mut().for_each(|each| self.replace(&mut each.iter)),
            Expr::DictComp(comp) => comp.generators.iter_mut().for_each(|each| self.replace(&mut each.iter)),
            Expr::Generator(comp) => comp.generators.iter_mut().for_each(|each| self.replace(&mut each.iter)),
            Expr::Dict(dict) => {
                for item in &mut dict.items {
                    if item.key.is_none() {
                        self.replace(&mut item.value);
                    }
                }
            }
            Expr::FString(text) => {
                for part in text.value.iter_mut() {
                    if let ruff_python_ast::FStringPart::FString(text) = part {
                        for element in &mut text.elements {
                            if let ruff_python_ast::InterpolatedStringElement::Interpolation(field) = element
                            {
                                self.replace(&mut field.expression);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// Gives classes the method, bases before the classes that derive from them.
#[derive(Default)]
struct Classes {
    /// What `__init__` assigns, in order, by class; `None` where it depends on the run.
    known: RefCell<BTreeMap<String, Option<Attributes>>>,
    noted: Option<Noted>,
}

/// The attributes of the objects of a class.
#[derive(Clone, Default)]
struct Attributes {
    /// What `__init__` assigns, in order.
    names: Vec<String>,
    /// Those of them that an object may lack.
    optional: BTreeSet<String>,
    /// What another method assigns, in order.
    late: Vec<String>,
    /// What the class itself has, which `hasattr` would find.
    of_class: BTreeSet<String>,
    /// Its properties, which assignments go to.
    properties: BTreeSet<String>,
}

impl Attributes {
    /// The method that gives them.
    fn method(&self) -> String {
        let is_optional = |name: &String| self.optional.contains(name);
        let n_first = self.names.iter().take_while(|name| !is_optional(name)).count();
        let (first, rest) = self.names.split_at(n_first);
        let items: Vec<String> = first.iter().map(|name| format!("'{name}': self.{name}")).collect();
        let items = items.join(", ");
        if rest.is_empty() && self.late.is_empty() {
            return format!("def {METHOD}(self):\n    return {{{items}}}\n");
        }
        let mut text = format!("def {METHOD}(self):\n    found = {{{items}}}\n");
        for name in rest.iter().chain(&self.late) {
            if is_optional(name) || self.late.contains(name) {
                text += &format!("    if hasattr(self, '{name}'):\n        found['{name}'] = self.{name}\n");
            } else {
                text += &format!("    found['{name}'] = self.{name}\n");
            }
        }
        text + "    return found\n"
    }
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::ClassDef(def) = stmt {
            let is_refused = |noted: &Noted| noted.refused.contains(def.name.as_str());
            let attributes = self.attributes(def).filter(|_| !self.noted.as_ref().is_some_and(is_refused));
            let text = match &attributes {
                Some(attributes) => attributes.method(),
                None => format!("def {METHOD}(self):\n    return self.__dict__\n"),
            };
            let range = def.name.range();
            match self.noted.as_ref().and_then(|noted| noted.members(def.name.as_str(), range)) {
                Some(members) => def.body.extend(members),
                None => def.body.extend(parsed(&text, range)),
            }
            self.known.borrow_mut().insert(def.name.to_string(), attributes);
        }
    }
}

impl Classes {
    fn attributes(&self, def: &StmtClassDef) -> Option<Attributes> {
        let mut bases = Vec::new();
        for base in def.arguments.iter().flat_map(|arguments| &arguments.args) {
            let name = match base {
                Expr::Name(name) => name.id.as_str(),
                Expr::Subscript(subscript) => subscript.value.as_name_expr()?.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => return None,
            };
            if !PLAIN_BASES.contains(&name) {
                bases.push(name.to_owned());
            }
        }
        let methods = || {
            def.body.iter().filter_map(|stmt| match stmt {
                Stmt::FunctionDef(method) => Some(method),
                _ => None,
            })
        };
        let is_dataclass =
            def.decorator_list.iter().any(|decorator| is_named(&decorator.expression, "dataclass"));
        let has_slots = def.body.iter().any(|stmt| match stmt {
            Stmt::Assign(assign) => assign.targets.iter().any(|target| is_named(target, "__slots__")),
            _ => false,
        });
        if has_slots {
            return None;
        }
        let inherited = self.inherited(&bases)?;
        let mut found = Found { class: def.name.as_str(), ..Found::default() };
        if is_dataclass {
            found.names = inherited.names.clone();
            found.optional = inherited.optional.clone();
            for stmt in &def.body {
                let Stmt::AnnAssign(field) = stmt else { continue };
                let name = field.target.as_name_expr()?.id.to_string();
                if is_named(&field.annotation, "ClassVar") {
                    continue;
                }
                if is_named(&field.annotation, "InitVar") || is_named(&field.annotation, "KW_ONLY") {
                    return None;
                }
                // One that `__post_init__` gives its value comes later.
                let is_late = field.value.as_deref().is_some_and(|value| {
                    let Expr::Call(call) = value else { return false };
                    let has = |keyword: &str| {
                        call.arguments.keywords.iter().any(|it| it.arg.as_deref() == Some(keyword))
                    };
                    has("init") && !has("default") && !has("default_factory")
                });
                if !is_late {
                    found.add(&name);
                }
            }
        }
        let init = if is_dataclass { "__post_init__" } else { "__init__" };
        match methods().find(|method| method.name.as_str() == init) {
            Some(method) => found.straight(method, &inherited)?,
            None if is_dataclass => {}
            None => {
                found.names = inherited.names.clone();
                found.optional = inherited.optional.clone();
            }
        }
        let mut properties = inherited.properties.clone();
        for (name, is_property) in bound_in(def) {
            let name = mangled(found.class, &name);
            if is_property {
                properties.insert(name)
            } else {
                properties.remove(&name)
            };
        }
        if found.names.iter().any(|name| properties.contains(name)) {
            return None;
        }
        // What other methods assign besides is no attribute of every object.
        let mut late: Vec<Late> = Vec::new();
        for method in methods().filter(|method| !is_class_method(method)) {
            let receiver = method.parameters.iter().next().map(|param| param.name().to_string());
            let mut stores =
                Stores { receiver: receiver.unwrap_or_default(), class: found.class, names: Vec::new() };
            stores.visit_body(&method.body);
            let is_init = method.name.as_str() == init;
            let is_late = !is_init && stores.names.iter().any(|name| found.optional.contains(name));
            if is_late {
                return None;
            }
            stores.names.retain(|name| !found.names.contains(name) && !properties.contains(name));
            if !stores.names.is_empty() {
                late.push(Late::of(method, stores));
            }
        }
        let mut of_class: BTreeSet<String> = bound_in(def).map(|(name, _)| name).collect();
        of_class.extend(inherited.of_class);
        let late = in_order(inherited.late, late)?;
        let may_lack = || found.optional.iter().chain(&late);
        if may_lack().any(|name| of_class.contains(name) || name.starts_with("del ")) {
            return None;
        }
        Some(Attributes { names: found.names, optional: found.optional, late, of_class, properties })
    }

    /// What the bases' `__init__` assigns: of the first that has one.
    fn inherited(&self, bases: &[String]) -> Option<Attributes> {
        let known = self.known.borrow();
        let (mut all, mut of_class, mut properties) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        for base in bases {
            let attributes = known.get(base)?.clone()?;
            of_class.extend(attributes.of_class.iter().cloned());
            properties.extend(attributes.properties.iter().cloned());
            if !attributes.names.is_empty() || !attributes.late.is_empty() {
                all.push(attributes);
            }
        }
        let one = match all.len() {
            0 => Attributes::default(),
            1 => all.pop()?,
            _ => return None,
        };
        Some(Attributes { of_class, properties, ..one })
    }
}

/// What one method assigns that `__init__` does not.
struct Late {
    names: Vec<String>,
    /// Whether it assigns all of them, one after another, wherever it comes to its end.
    is_straight: bool,
}

impl Late {
    fn of(method: &StmtFunctionDef, stores: Stores<'_>) -> Self {
        let mut straight = Stores { names: Vec::new(), ..stores.clone() };
        for stmt in &method.body {
            if matches!(stmt, Stmt::Assign(_) | Stmt::AnnAssign(_)) {
                straight.visit_stmt(stmt);
            }
        }
        straight.names.retain(|name| stores.names.contains(name));
        let is_straight = straight.names == stores.names && !returns(&method.body);
        Late { names: stores.names, is_straight }
    }
}

/// The late attributes in the order in which objects get them; `None` where that depends on the run.
fn in_order(inherited: Vec<String>, late: Vec<Late>) -> Option<Vec<String>> {
    let mut names = inherited;
    let n_inherited = names.len();
    for name in late.iter().flat_map(|late| &late.names) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let is_one_method = n_inherited == 0 && matches!(late.as_slice(), [late] if late.is_straight);
    (names.len() <= 1 || is_one_method || late.is_empty()).then_some(names)
}

/// What the body of a class binds, and whether it is a property.
pub(super) fn bound_in(def: &StmtClassDef) -> impl Iterator<Item = (String, bool)> + '_ {
    let name_of = |expr: &Expr| expr.as_name_expr().map(|name| name.id.to_string());
    def.body.iter().flat_map(move |stmt| match stmt {
        Stmt::Assign(assign) => {
            let is_property = matches!(&*assign.value, Expr::Call(call) if is_named(&call.func, "property"));
            assign.targets.iter().filter_map(name_of).map(|name| (name, is_property)).collect::<Vec<_>>()
        }
        Stmt::AnnAssign(field) if field.value.is_some() => {
            name_of(&field.target).map(|name| (name, false)).into_iter().collect()
        }
        Stmt::FunctionDef(method) => vec![(method.name.to_string(), is_property(method))],
        _ => Vec::new(),
    })
}

/// Whether a method is the getter of a property, or adds to one.
fn is_property(method: &StmtFunctionDef) -> bool {
    method.decorator_list.iter().any(|decorator| {
        let decorator = &decorator.expression;
        ["property", "cached_property", "setter", "deleter", "getter"]
            .iter()
            .any(|name| is_named(decorator, name))
    })
}

/// Whether statements may return before their end.
fn returns(body: &[Stmt]) -> bool {
    struct Returns(bool);
    impl<'a> Visitor<'a> for Returns {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            self.0 |= stmt.is_return_stmt();
            if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
                visit_stmt(self, stmt);
            }
        }
    }
    let mut found = Returns(false);
    body.iter().for_each(|stmt| found.visit_stmt(stmt));
    found.0
}

/// Whether the first parameter of a method is the class, whose attributes are none of the objects'.
fn is_class_method(method: &StmtFunctionDef) -> bool {
    method.name.as_str() == "__init_subclass__"
        || method.decorator_list.iter().any(|decorator| is_named(&decorator.expression, "classmethod"))
}

/// `name`, `module.name`, `name[…]` or `name(…)`.
fn is_named(expr: &Expr, name: &str) -> bool {
    match expr {
        Expr::Name(it) => it.id.as_str() == name,
        Expr::Attribute(it) => it.attr.as_str() == name,
        Expr::Subscript(it) => is_named(&it.value, name),
        Expr::Call(it) => is_named(&it.func, name),
        _ => false,
    }
}

/// The attributes that one function assigns, in order.
#[derive(Default)]
struct Found<'c> {
    class: &'c str,
    names: Vec<String>,
    /// Those that an object may lack.
    optional: BTreeSet<String>,
}

impl Found<'_> {
    fn add(&mut self, name: &str) {
        let name = mangled(self.class, name);
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    /// The statements of `__init__`; `None` where a branch or loop assigns things in an order that depends on the run.
    fn straight(&mut self, init: &StmtFunctionDef, inherited: &Attributes) -> Option<()> {
        let receiver = init.parameters.iter().next()?.name().to_string();
        let (mut has_super, mut may_be_over) = (false, false);
        for stmt in &init.body {
            let known = self.names.len();
            self.statement(stmt, &receiver, inherited, &mut has_super)?;
            if may_be_over {
                self.optional.extend(self.names[known..].iter().cloned());
            }
            may_be_over |= returns(std::slice::from_ref(stmt));
        }
        (has_super || inherited.names.is_empty()).then_some(())
    }

    fn statement(
        &mut self,
        stmt: &Stmt,
        receiver: &str,
        inherited: &Attributes,
        has_super: &mut bool,
    ) -> Option<()> {
        let receiver = receiver.to_owned();
        let mut stores = Stores { receiver: receiver.clone(), class: self.class, names: Vec::new() };
        stores.visit_stmt(stmt);
        match stmt {
            // What was assigned in a branch, or was not, comes where it was first assigned.
            _ if stores.names.iter().any(|name| self.optional.contains(name)) => return None,
            Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::AugAssign(_) => {
                stores.names.iter().for_each(|name| {
                    if !self.names.contains(name) {
                        self.names.push(name.clone());
                    }
                });
            }
            Stmt::Expr(only) if calls_init(&only.value) => {
                *has_super = true;
                for name in &inherited.names {
                    if !self.names.contains(name) {
                        self.names.push(name.clone());
                        self.optional.extend(inherited.optional.get(name).cloned());
                    }
                }
            }
            _ if stores.names.iter().all(|name| self.names.contains(name)) => {}
            // Of the two ways through an `if` that assign the same names, either does.
            Stmt::If(choice) if choice.elif_else_clauses.len() == 1 => {
                let of = |body: &[Stmt]| {
                    let mut stores =
                        Stores { receiver: receiver.clone(), class: self.class, names: Vec::new() };
                    stores.visit_body(body);
                    let plain = body.iter().all(|stmt| matches!(stmt, Stmt::Assign(_)));
                    plain.then_some(stores.names)
                };
                let then = of(&choice.body);
                let (Some(then), true) = (then.clone(), then == of(&choice.elif_else_clauses[0].body)) else {
                    return self.in_branches(stmt, stores.names);
                };
                self.names
                    .extend(then.into_iter().filter(|name| !self.names.contains(name)).collect::<Vec<_>>());
            }
            stmt => return self.in_branches(stmt, stores.names),
        }
        Some(())
    }

    /// What a branch or a loop assigns, which an object may lack: each at one place, so that they come in order.
    fn in_branches(&mut self, stmt: &Stmt, mut stores: Vec<String>) -> Option<()> {
        stores.retain(|name| !self.names.contains(name));
        let is_loop = matches!(stmt, Stmt::For(_) | Stmt::While(_));
        let is_simple = matches!(stmt, Stmt::If(_) | Stmt::With(_) | Stmt::Try(_));
        let is_distinct = stores.iter().collect::<BTreeSet<_>>().len() == stores.len();
        let is_told = stores.len() == 1 && is_loop || is_simple && is_distinct && !has_loop(stmt);
        if !is_told {
            return None;
        }
        self.optional.extend(stores.iter().cloned());
        self.names.extend(stores);
        Some(())
    }
}

/// Whether a statement holds a loop.
fn has_loop(stmt: &Stmt) -> bool {
    struct Loops(bool);
    impl<'a> Visitor<'a> for Loops {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            self.0 |= matches!(stmt, Stmt::For(_) | Stmt::While(_));
            visit_stmt(self, stmt);
        }
    }
    let mut found = Loops(false);
    found.visit_stmt(stmt);
    found.0
}

/// `super().__init__(…)`, `Base.__init__(self, …)`.
fn calls_init(value: &Expr) -> bool {
    let Expr::Call(call) = value else { return false };
    matches!(&*call.func, Expr::Attribute(attribute) if attribute.attr.as_str() == "__init__")
}

/// A private name as the class has it.
pub(crate) fn mangled(class: &str, name: &str) -> String {
    if name.starts_with("__") && !name.ends_with("__") {
        return format!("_{}{name}", class.trim_start_matches('_'));
    }
    name.to_owned()
}

/// The attributes of the receiver that statements assign or delete.
#[derive(Clone)]
struct Stores<'c> {
    receiver: String,
    class: &'c str,
    names: Vec<String>,
}

impl<'a> Visitor<'a> for Stores<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            // The value is evaluated first.
            Stmt::Assign(assign) => {
                self.visit_expr(&assign.value);
                assign.targets.iter().for_each(|target| self.visit_expr(target));
            }
            // A bare annotation assigns nothing.
            Stmt::AnnAssign(only) if only.value.is_none() => {}
            _ => visit_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx != ExprContext::Load
            && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.receiver)
        {
            let name = mangled(self.class, attribute.attr.as_str());
            // What is deleted is no attribute of every object.
            self.names.push(if attribute.ctx == ExprContext::Del { format!("del {name}") } else { name });
        }
        visit_expr(self, expr);
    }
}
