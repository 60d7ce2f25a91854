//! Checks of a crate, as lowering leaves it after tidying.
//!
//! - A program has one `main`; a library has none.
//! - Two items of a namespace (types, values) have different names, and so do the functions and constants of the
//!   `impl`s of one type, the fields of a struct, the variants of an enum, the parameters of a function.
//! - Names are identifiers: nothing that a pass marks them with is left in one.
//! - `&self` and `Self` stand in `impl`s.
//! - A variable that is read is in scope, or it is an item of the crate or a name of the prelude.
//! - A pattern binds a name once; the sides of `a | b` bind the same names; its literals are literals.
//! - A label is that of a block or loop around it, within the same closure or `async` block; `continue` names a loop,
//!   and so does a `break` without a label; a value leaves only blocks and `loop`.
//! - What is assigned is a place: a variable, a field, what a reference leads to, a tuple of places.
//! - A struct of the crate is made with all of its fields, each once.
//! - A format string has a `{}` for each argument.
//! - `.await` stands in an `async` block. A `match` has arms.
//! - An origin names a function of the crate, and an exported function is one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::pretty::pretty_expr;
use super::visit::{Visit, walk_arm, walk_block, walk_closure, walk_expr, walk_pat};
use super::{Arm, Block, Closure, Crate, Expr, Fn, Impl, Item, Pat, Path, Ty, UnOp};

type Result<T = ()> = std::result::Result<T, String>;

/// Values that every Rust file knows.
const PRELUDE: &[&str] = &["Some", "None", "Ok", "Err", "Box", "Vec", "String", "Option", "Result", "drop"];

/// The first broken invariant, in words.
///
/// # Errors
/// A message that names the item.
pub(super) fn validate(krate: &Crate) -> Result {
    let names = Names::of(krate)?;
    for origin in &krate.origins {
        let is_there = names.functions.contains(&(origin.object.clone(), origin.name.clone()));
        check(is_there, || {
            let object = origin.object.as_ref().map_or_else(String::new, |object| format!("{object}::"));
            format!("an origin names {object}{}, which is not there", origin.name)
        })?;
    }
    let has_main = names.functions.contains(&(None, "main".to_owned()));
    check(has_main == krate.is_program, || "a program has a `main`, a library has none".to_owned())?;
    let mut validator = Validator {
        krate,
        names: &names,
        place: String::new(),
        scopes: Vec::new(),
        targets: Vec::new(),
        fault: None,
    };
    krate.items.iter().for_each(|item| validator.item(item));
    validator.fault.map_or(Ok(()), Err)
}

fn check(holds: bool, message: impl FnOnce() -> String) -> Result {
    if holds { Ok(()) } else { Err(message()) }
}

/// The second of two equal names.
fn twice<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = FxHashSet::default();
    names.into_iter().find(|name| !seen.insert(*name))
}

/// What the items of a crate are called.
struct Names<'a> {
    /// Functions, with the type in whose own `impl` they are.
    functions: BTreeSet<(Option<String>, String)>,
    /// Functions, constants and statics at the top.
    values: BTreeSet<&'a str>,
    /// Structs with the names of their fields.
    structs: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Names<'a> {
    fn of(krate: &'a Crate) -> Result<Self> {
        let mut names =
            Names { functions: BTreeSet::new(), values: BTreeSet::new(), structs: BTreeMap::new() };
        let mut types = BTreeSet::new();
        let mut members = BTreeSet::new();
        for item in &krate.items {
            let is_new = match item {
                Item::Fn(func) => {
                    names.functions.insert((None, func.name.clone()));
                    names.values.insert(&func.name)
                }
                Item::Const { name, .. } | Item::ThreadLocal { name, .. } => names.values.insert(name),
                Item::Struct(item) => {
                    let fields = item.fields.iter().map(|(name, _)| name.as_str());
                    names.structs.insert(&item.name, fields.collect());
                    types.insert(item.name.as_str())
                }
                Item::Enum(item) => types.insert(item.name.as_str()),
                Item::Impl(item) => {
                    if let (None, Ty::Named(Path::Local(object), _)) = (&item.of, &item.ty) {
                        let consts = item.consts.iter().map(|(name, ..)| name.as_str());
                        for member in consts.chain(item.fns.iter().map(|func| func.name.as_str())) {
                            let is_new = members.insert((object.as_str(), member));
                            check(is_new, || format!("{object} has two members {member}"))?;
                        }
                        let fns = item.fns.iter().map(|func| (Some(object.clone()), func.name.clone()));
                        names.functions.extend(fns);
                    }
                    true
                }
                Item::Use(_)
                | Item::Macro { .. }
                | Item::Variants { .. }
                | Item::Cyclic { .. }
                | Item::Export { .. } => true,
            };
            check(is_new, || format!("two items have one name: {}", called(item)))?;
        }
        Ok(names)
    }
}

/// What messages call an item.
fn called(item: &Item) -> String {
    match item {
        Item::Use(path) => format!("use {path:?}"),
        Item::Fn(func) => format!("fn {}", func.name),
        Item::Struct(item) => format!("struct {}", item.name),
        Item::Enum(item) => format!("enum {}", item.name),
        Item::Impl(item) => format!("impl for {:?}", item.ty),
        Item::Const { name, .. } => format!("const {name}"),
        Item::ThreadLocal { name, .. } => format!("thread_local {name}"),
        Item::Macro { path, .. } | Item::Variants { path, .. } => format!("{path}!"),
        Item::Cyclic { .. } => "cyclic!".to_owned(),
        Item::Export { .. } => "export".to_owned(),
    }
}

/// Where `break` and `continue` may lead, from the inside.
#[derive(Clone, PartialEq, Eq)]
enum Target {
    /// `'label: { … }`.
    Block(String),
    /// `loop`, which takes a value, or `while` and `for`, which take none.
    Loop { label: Option<String>, takes_value: bool },
    /// A function or closure: nothing leads out of it.
    Wall,
    /// An `async` block: nothing leads out of it either.
    Async,
}

struct Validator<'a> {
    krate: &'a Crate,
    names: &'a Names<'a>,
    /// The item that messages name.
    place: String,
    /// The variables in scope, innermost last.
    scopes: Vec<FxHashSet<String>>,
    /// What is around, innermost last.
    targets: Vec<Target>,
    /// The first fault.
    fault: Option<String>,
}

impl Validator<'_> {
    fn check(&mut self, holds: bool, message: impl FnOnce() -> String) {
        if !holds && self.fault.is_none() {
            self.fault = Some(format!("{}: {}", self.place, message()));
        }
    }

    fn distinct<'n>(&mut self, what: &str, names: impl IntoIterator<Item = &'n str>) {
        let again = twice(names);
        self.check(again.is_none(), || format!("two {what} {}", again.unwrap_or_default()));
    }

    fn name(&mut self, name: &str) {
        let plain = name.strip_prefix("r#").unwrap_or(name);
        let is_name = !plain.is_empty() && !plain.contains(|c: char| c.is_ascii() && !is_name_char(c));
        self.check(is_name, || format!("`{name}` is no identifier"));
    }

    fn item(&mut self, item: &Item) {
        self.place = called(item);
        match item {
            Item::Fn(func) => self.func(func, false),
            Item::Struct(item) => {
                self.distinct("fields", item.fields.iter().map(|(name, _)| name.as_str()));
                item.fields.iter().for_each(|(name, _)| self.name(name));
            }
            Item::Enum(item) => {
                self.distinct("variants", item.variants.iter().map(|variant| variant.name.as_str()));
                item.variants.iter().for_each(|variant| self.name(&variant.name));
            }
            Item::Impl(item) => self.implementation(item),
            Item::Const { name, value, .. } | Item::ThreadLocal { name, value, .. } => {
                self.name(name);
                self.body(|v| v.expr(value));
            }
            Item::Use(_) | Item::Macro { .. } | Item::Variants { .. } | Item::Cyclic { .. } => {}
            Item::Export { import, functions } => {
                let names = functions.iter().map(|(name, ..)| name).chain(import);
                for name in names {
                    let is_there = self.names.functions.contains(&(None, name.clone()));
                    self.check(is_there, || format!("{name} is not there"));
                }
            }
        }
    }

    fn implementation(&mut self, item: &Impl) {
        let place = self.place.clone();
        item.consts.iter().for_each(|(_, _, value)| self.body(|v| v.expr(value)));
        self.distinct("functions", item.fns.iter().map(|func| func.name.as_str()));
        for func in &item.fns {
            self.place = format!("{place}, fn {}", func.name);
            self.func(func, true);
        }
    }

    fn func(&mut self, func: &Fn, is_member: bool) {
        self.name(&func.name);
        self.check(is_member || !func.has_self(), || "`&self` outside of an `impl`".to_owned());
        self.distinct("parameters", func.params.iter().map(|param| param.name.as_str()));
        self.body(|v| {
            if func.has_self() {
                v.bind("self");
            }
            if is_member {
                v.bind("Self");
            }
            func.params.iter().for_each(|param| v.bind(&param.name));
            v.block(&func.body);
        });
    }

    /// What sees no variable and no loop from outside.
    fn body(&mut self, inside: impl FnOnce(&mut Self)) {
        self.within(Target::Wall, |v| v.scoped(inside));
    }

    fn scoped(&mut self, inside: impl FnOnce(&mut Self)) {
        self.scopes.push(FxHashSet::default());
        inside(self);
        self.scopes.pop();
    }

    fn within(&mut self, target: Target, inside: impl FnOnce(&mut Self)) {
        self.targets.push(target);
        inside(self);
        self.targets.pop();
    }

    fn bind(&mut self, name: &str) {
        self.name(name);
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned());
        }
    }

    /// A variable, or an item, is read.
    fn read(&mut self, path: &Path) {
        match path {
            Path::Local(name) if !name.contains("::") => {
                let is_known = self.scopes.iter().any(|scope| scope.contains(name))
                    || self.names.values.contains(name.as_str())
                    || PRELUDE.contains(&name.as_str());
                self.check(is_known, || format!("{name} is not in scope"));
            }
            Path::Local(_) | Path::Rt(_) | Path::RtIn(..) | Path::Exc(_) | Path::Std(_) | Path::Assoc(..) => {
            }
        }
    }

    /// Where `break`, `continue` or the error of an attempt leads.
    fn jump(&mut self, word: &str, label: Option<&str>, has_value: bool) {
        let targets =
            self.targets.iter().rev().take_while(|target| !matches!(target, Target::Wall | Target::Async));
        let target = targets.into_iter().find(|target| match (target, label) {
            (Target::Block(name), Some(label)) => name == label,
            (Target::Loop { label: name, .. }, Some(label)) => name.as_deref() == Some(label),
            (Target::Loop { .. }, None) => true,
            (Target::Block(_) | Target::Wall | Target::Async, _) => false,
        });
        let is_right = match target {
            Some(Target::Block(_)) => word != "continue",
            Some(Target::Loop { takes_value, .. }) => *takes_value || !has_value,
            Some(Target::Wall | Target::Async) | None => false,
        };
        self.check(is_right, || match label {
            Some(label) => format!("`{word}` leads to {label}, which cannot be"),
            None => format!("`{word}` without a loop that it fits"),
        });
    }

    fn looped(&mut self, label: Option<&String>, takes_value: bool, body: &Block) {
        self.within(Target::Loop { label: label.cloned(), takes_value }, |v| v.block(body));
    }

    fn assigned(&mut self, place: &Expr) {
        if let Expr::Tuple(places) = place {
            return places.iter().for_each(|place| self.assigned(place));
        }
        let is_place = matches!(
            place,
            Expr::Path(_)
                | Expr::Field(..)
                | Expr::TupleField(..)
                | Expr::Index(..)
                | Expr::Unary(UnOp::Deref, _)
        );
        let krate = self.krate;
        self.check(is_place, || format!("{} is assigned", pretty_expr(krate, place)));
    }

    fn structure(&mut self, path: &Path, fields: &[(String, Expr)]) {
        self.distinct("values of field", fields.iter().map(|(name, _)| name.as_str()));
        let Path::Local(name) = path else { return };
        let Some(wanted) = self.names.structs.get(name.as_str()) else { return };
        let is_whole = *wanted == fields.iter().map(|(name, _)| name.as_str()).collect();
        self.check(is_whole, || format!("{name} is made with other fields than it has"));
    }
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many arguments a format string takes; `None` where it names or counts them itself.
fn placeholders(text: &str) -> Option<usize> {
    let mut count = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        rest = &rest[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            rest = &rest[2..];
            continue;
        }
        let end = rest.find('}').filter(|end| *end > 0)?;
        let spec = &rest[1..end];
        if !spec.is_empty() && !spec.starts_with(':') || spec.contains(['$', '*']) {
            return None;
        }
        count += 1;
        rest = &rest[end + 1..];
    }
    Some(count)
}

/// The names that a pattern binds.
fn bound(pat: &Pat) -> BTreeSet<&str> {
    match pat {
        Pat::Bind(name, _) => BTreeSet::from([name.as_str()]),
        Pat::Ref(pat) => bound(pat),
        Pat::Tuple(items) | Pat::Call(_, items) => items.iter().flat_map(bound).collect(),
        Pat::Or(sides) => sides.first().map(bound).unwrap_or_default(),
        Pat::Wild | Pat::Path(_) | Pat::Lit(_) | Pat::Range(..) => BTreeSet::new(),
    }
}

impl Visit for Validator<'_> {
    fn expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(128 << 10, 4 << 20, || self.expr_here(expr));
    }

    fn block(&mut self, block: &Block) {
        self.scoped(|v| walk_block(v, block));
    }

    fn pat(&mut self, pat: &Pat) {
        match pat {
            Pat::Bind(name, _) => self.bind(name),
            Pat::Ref(pat) => self.pat(pat),
            Pat::Lit(value) => {
                self.check(is_literal(value), || "a pattern compares with what is no literal".to_owned());
            }
            Pat::Range(first, last) => {
                self.check(is_literal(first) && is_literal(last), || {
                    "a pattern compares with what is no literal".to_owned()
                });
            }
            Pat::Tuple(items) | Pat::Call(_, items) => {
                self.distinct("bindings of one pattern of", items.iter().flat_map(bound));
                walk_pat(self, pat);
            }
            Pat::Or(sides) => {
                let is_same = sides.windows(2).all(|pair| bound(&pair[0]) == bound(&pair[1]));
                self.check(is_same && !sides.is_empty(), || {
                    "the sides of a pattern bind other names".to_owned()
                });
                walk_pat(self, pat);
            }
            Pat::Wild | Pat::Path(_) => {}
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.within(Target::Wall, |v| v.scoped(|v| walk_closure(v, closure)));
    }

    fn arm(&mut self, arm: &Arm) {
        self.scoped(|v| walk_arm(v, arm));
    }
}

impl Validator<'_> {
    fn expr_here(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(path) => self.read(path),
            Expr::IfLet(pat, value, then, otherwise) => {
                self.expr(value);
                self.scoped(|v| {
                    v.pat(pat);
                    v.block(then);
                });
                otherwise.iter().for_each(|otherwise| self.expr(otherwise));
            }
            Expr::For(label, pat, iter, body) | Expr::WhileLet(label, pat, iter, body) => {
                self.expr(iter);
                self.scoped(|v| {
                    v.pat(pat);
                    v.looped(label.as_ref(), false, body);
                });
            }
            Expr::While(label, test, body) => {
                // The test belongs to the loop: a `break` in it leaves it.
                let target = Target::Loop { label: label.clone(), takes_value: false };
                self.within(target, |v| v.expr(test));
                self.looped(label.as_ref(), false, body);
            }
            Expr::Loop(label, body) => self.looped(label.as_ref(), true, body),
            Expr::Labelled(label, block) => {
                self.within(Target::Block(label.clone()), |v| v.block(block));
            }
            Expr::AsyncMove(block) => self.within(Target::Async, |v| v.block(block)),
            Expr::Matches(value, pat) => {
                self.expr(value);
                self.scoped(|v| v.pat(pat));
            }
            Expr::Match(_, arms) => {
                self.check(!arms.is_empty(), || "a `match` without arms".to_owned());
                walk_expr(self, expr);
            }
            Expr::Attempt(label, _) => {
                self.jump("attempt", Some(label), true);
                walk_expr(self, expr);
            }
            Expr::Break(label, value) => {
                self.jump("break", label.as_deref(), value.is_some());
                walk_expr(self, expr);
            }
            Expr::Continue(label) => self.jump("continue", label.as_deref(), false),
            // `(_, b) = value`: a part that nothing takes.
            Expr::Assign(place, value) if matches!(&**place, Expr::Tuple(_)) => {
                self.assigned(place);
                if let Expr::Tuple(places) = &**place {
                    let is_dropped =
                        |place: &&Expr| matches!(place, Expr::Path(Path::Local(name)) if name == "_");
                    places.iter().filter(|place| !is_dropped(place)).for_each(|place| self.expr(place));
                }
                self.expr(value);
            }
            Expr::Assign(place, _) | Expr::AssignOp(_, place, _) => {
                self.assigned(place);
                walk_expr(self, expr);
            }
            Expr::Struct(path, fields) => {
                self.structure(path, fields);
                walk_expr(self, expr);
            }
            Expr::Format { text, args, .. } => {
                let wanted = placeholders(text);
                self.check(wanted.is_none_or(|wanted| wanted == args.len()), || {
                    format!("{text:?} with {} arguments", args.len())
                });
                walk_expr(self, expr);
            }
            Expr::Await(_) => {
                // A closure is a wall: only the block right around it counts.
                let walls = |target: &&Target| matches!(target, Target::Wall | Target::Async);
                let is_async = self.targets.iter().rev().find(walls) == Some(&Target::Async);
                self.check(is_async, || "`.await` outside of an `async` block".to_owned());
                walk_expr(self, expr);
            }
            Expr::Int(..)
            | Expr::Float(_)
            | Expr::Str(_)
            | Expr::Char(_)
            | Expr::Bytes(_)
            | Expr::Bool(_)
            | Expr::Generic(..)
            | Expr::GenericAssoc(..)
            | Expr::Call(..)
            | Expr::Method(..)
            | Expr::Field(..)
            | Expr::TupleField(..)
            | Expr::Index(..)
            | Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Ref(_)
            | Expr::RefMut(_)
            | Expr::Try(_)
            | Expr::Watched(_)
            | Expr::Cast(..)
            | Expr::Tuple(_)
            | Expr::Array(_)
            | Expr::Vec(_)
            | Expr::Filled(..)
            | Expr::Range(..)
            | Expr::RangeInclusive(..)
            | Expr::Block(_)
            | Expr::If(..)
            | Expr::Closure(_)
            | Expr::Return(_)
            | Expr::Unreachable(_) => walk_expr(self, expr),
        }
    }
}

fn is_literal(value: &Expr) -> bool {
    matches!(value, Expr::Str(_) | Expr::Char(_) | Expr::Bytes(_) | Expr::Bool(_)) || value.is_literal()
}
