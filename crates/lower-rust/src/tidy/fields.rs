//! An attribute is held by the least that serves it: a plain field where nothing assigns it after its object is made,
//! a `Cell` of what is copied, a `Field` that always has a value, and only then a `LateField`, which may have none.
//!
//! ```text
//! x: Field<f64>, name: Field<Str>                 x: Cell<f64>, name: Str
//! body.name.get().len()                           body.name.len()
//! ```
//!
//! An attribute of a plain struct is a plain field even where it is assigned: whoever assigns it is lent its object to
//! change it (`object/`).
//!
//! RIR does not say of what class an object is: attributes of one name are decided together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::object::Plain;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_stmt_mut};
use crate::rir::{BinOp, Block, Expr, Fn, Item, Pat, Path, Stmt, Ty};

/// Decides what holds the attributes of `items`, and reads them accordingly; gives the names of plain fields that are
/// copied.
pub(super) fn run(items: &mut [Item], plain: &Plain) -> FxHashSet<String> {
    let kinds = decide(items, plain);
    let copies = |kind: &Kind| matches!(kind, Kind::Plain { is_copied: true, .. });
    let plain_copies = kinds.iter().filter(|(_, kind)| copies(kind)).map(|(name, _)| name.clone()).collect();
    if kinds.is_empty() {
        return plain_copies;
    }
    let copied = copied_enums(items);
    let mut holders = FxHashMap::default();
    for item in items.iter_mut() {
        let Item::Struct(item) = item else { continue };
        for (name, ty) in &mut item.fields {
            if let (Some(kind), Some(held)) = (kinds.get(name), held(ty)) {
                let holder = kind.holder(&copied, held);
                *ty = match &holder {
                    Some(cell) => Ty::Named(cell.clone(), vec![held.clone()]),
                    None => held.clone(),
                };
                holders.insert((item.name.clone(), name.clone()), holder);
            }
        }
    }
    let of_plain = |item: &Item| match item {
        Item::Struct(item) if plain.classes.contains(&item.name) => {
            item.fields.iter().map(|(name, _)| name.clone()).collect()
        }
        _ => Vec::new(),
    };
    let mut fields = Fields {
        kinds,
        holders,
        assigned: FxHashSet::default(),
        moved: Vec::new(),
        lent: items.iter().flat_map(of_plain).collect(),
        changing: &plain.changing,
        is_held: false,
        own: String::new(),
        n_new: 0,
    };
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => fields.function(func),
            Item::Impl(item) => {
                if let Ty::Named(Path::Local(own), _) = &item.ty {
                    fields.own.clone_from(own);
                }
                item.fns.iter_mut().for_each(|func| fields.function(func));
            }
            _ => {}
        }
    }
    plain_copies
}

/// What holds the attributes of a name.
enum Kind {
    /// Themselves; whether they are copied, how a method may look at them in place, and whether they are assigned.
    Plain { is_copied: bool, looks: Looks, is_assigned: bool },
    /// A cell that always has a value.
    Set,
    /// A cell that may have none.
    Late,
}

/// Which methods take the attribute by reference.
#[derive(Clone, Copy, PartialEq)]
enum Looks {
    /// All of a handle's.
    Handle,
    /// Those that ask an `Option` whether it is there.
    Option,
    None,
}

impl Kind {
    /// The cell for what `held` is.
    fn holder(&self, copied: &FxHashSet<String>, held: &Ty) -> Option<Path> {
        match self {
            Kind::Plain { .. } => None,
            Kind::Set if is_copied(held, copied) => Some(Path::Std("std::cell::Cell")),
            Kind::Set => Some(Path::Rt("Field")),
            Kind::Late => Some(Path::Rt("LateField")),
        }
    }
}

/// The names of attributes that always have a value, which nothing assigns after its object is made.
pub(super) fn never_assigned(items: &[Item]) -> FxHashSet<String> {
    let kinds = decide(items, &Plain::default());
    let is_kept = |kind: &Kind| matches!(kind, Kind::Plain { is_assigned: false, .. });
    kinds.into_iter().filter(|(_, kind)| is_kept(kind)).map(|(name, _)| name).collect()
}

/// The types of attributes, where all structs that have one of the name agree.
pub(super) fn attribute_types(items: &[Item]) -> FxHashMap<String, Ty> {
    let mut found: FxHashMap<String, Option<Ty>> = FxHashMap::default();
    for item in items {
        let Item::Struct(item) = item else { continue };
        for (name, ty) in &item.fields {
            let known = found.entry(name.clone()).or_insert_with(|| Some(ty.clone()));
            if known.as_ref() != Some(ty) {
                *known = None;
            }
        }
    }
    found.into_iter().filter_map(|(name, ty)| Some((name, ty?))).collect()
}

/// The attributes that are integers of 64 bits, in all structs that have one of the name.
pub(super) fn int_attributes(items: &[Item]) -> FxHashSet<String> {
    let is_int = |ty: &Ty| matches!(held(ty), Some(Ty::Named(Path::Local(name), _)) if name == "i64");
    attribute_types(items).into_iter().filter(|(_, ty)| is_int(ty)).map(|(name, _)| name).collect()
}

/// The `T` of `Field<T>`.
pub(super) fn held(ty: &Ty) -> Option<&Ty> {
    match ty {
        Ty::Named(Path::Rt("Field"), args) => args.first(),
        _ => None,
    }
}

/// The enums of the file that are `Copy`.
fn copied_enums(items: &[Item]) -> FxHashSet<String> {
    let is_copied = |item: &Item| match item {
        Item::Enum(item) if item.derives.contains(&"Copy") => Some(item.name.clone()),
        _ => None,
    };
    items.iter().filter_map(is_copied).collect()
}

fn is_copied(ty: &Ty, enums: &FxHashSet<String>) -> bool {
    match ty {
        Ty::Named(Path::Local(name), args) => match (name.as_str(), args.as_slice()) {
            ("i64" | "f64" | "bool" | "char", []) => true,
            ("Option", [inner]) => is_copied(inner, enums),
            (name, []) => enums.contains(name),
            _ => false,
        },
        Ty::Named(Path::Rt("Complex" | "Range"), _) => true,
        Ty::Tuple(items) => items.iter().all(|item| is_copied(item, enums)),
        _ => false,
    }
}

fn looks(ty: &Ty) -> Looks {
    match ty {
        Ty::Named(Path::Local(name), args) if name == "Option" && args.len() == 1 => Looks::Option,
        // Linking an exception takes it, stepping an iterator changes it.
        Ty::Named(Path::Rt("Exception" | "Generator" | "Iter"), _) => Looks::None,
        Ty::Named(Path::Rt(_) | Path::Local(_), _) => Looks::Handle,
        _ => Looks::None,
    }
}

/// How the attributes of a name are used.
#[derive(Default)]
struct Use {
    types: Vec<Ty>,
    is_assigned: bool,
    /// Whether an object that has it may be shared.
    has_shared: bool,
    /// Whether one may be missing, or is used otherwise than to get and to set it.
    is_late: bool,
}

fn decide(items: &[Item], plain: &Plain) -> FxHashMap<String, Kind> {
    let mut uses = Uses::default();
    for item in items {
        match item {
            Item::Struct(item) => {
                for (name, ty) in &item.fields {
                    let of_name = uses.0.entry(name.clone()).or_default();
                    of_name.has_shared |= !plain.classes.contains(&item.name);
                    match held(ty) {
                        Some(held) => of_name.types.push(held.clone()),
                        None => of_name.is_late = true,
                    }
                }
            }
            // It makes copies attribute by attribute, so that a cycle finds its copy begun.
            Item::Macro { path: "copyable", args, .. } => {
                for arg in args {
                    if let Ty::Named(Path::Local(name), _) = arg {
                        uses.0.entry(name.clone()).or_default().is_late = true;
                    }
                }
            }
            Item::Fn(func) => uses.block(&func.body),
            Item::Impl(item) => item.fns.iter().for_each(|func| uses.block(&func.body)),
            _ => {}
        }
    }
    let enums = copied_enums(items);
    let kind = |of_name: &Use| {
        let is_copied = |ty: &Ty| is_copied(ty, &enums);
        let n_copied = of_name.types.iter().filter(|ty| is_copied(ty)).count();
        let first = looks(&of_name.types[0]);
        if of_name.is_late {
            Kind::Late
        } else if (of_name.is_assigned && of_name.has_shared)
            || (n_copied != 0 && n_copied != of_name.types.len())
        {
            Kind::Set
        } else {
            let looks = if of_name.types.iter().all(|ty| looks(ty) == first) { first } else { Looks::None };
            Kind::Plain { is_copied: n_copied > 0, looks, is_assigned: of_name.is_assigned }
        }
    };
    uses.0.retain(|_, of_name| !of_name.types.is_empty());
    uses.0.iter().map(|(name, of_name)| (name.clone(), kind(of_name))).collect()
}

#[derive(Default)]
struct Uses(FxHashMap<String, Use>);

impl Uses {
    fn of(&mut self, name: &str) -> &mut Use {
        self.0.entry(name.to_owned()).or_default()
    }
}

impl Visit for Uses {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(receiver, method, _, args) => {
                if let Expr::Field(object, name) = &**receiver {
                    match (method.as_str(), args.len()) {
                        ("get", 0) => {}
                        ("set", 1) => self.of(name).is_assigned = true,
                        _ => self.of(name).is_late = true,
                    }
                    self.expr(object);
                    args.iter().for_each(|arg| self.expr(arg));
                    return;
                }
            }
            Expr::Field(_, name) => self.of(name).is_late = true,
            Expr::Struct(_, fields) => {
                for (name, value) in fields {
                    if new(value).is_none() {
                        self.of(name).is_late = true;
                    }
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// The value of `Field::new(value)`.
fn new(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) => match &**callee {
            Expr::Path(Path::Assoc(of, name)) if **of == Path::Rt("Field") && name == "new" => args.first(),
            _ => None,
        },
        _ => None,
    }
}

/// The variables that are assigned.
#[derive(Default)]
struct Assigned(FxHashSet<String>);

impl Visit for Assigned {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(place, _) | Expr::AssignOp(_, place, _) = expr
            && let Expr::Path(Path::Local(name)) = &**place
        {
            self.0.insert(name.clone());
        }
        walk_expr(self, expr);
    }
}

/// The variables that an expression takes, or may take.
struct Taken<'a>(&'a mut FxHashSet<String>);

impl Visit for Taken<'_> {
    fn expr(&mut self, expr: &Expr) {
        let is_variable = |expr: &Expr| matches!(expr, Expr::Path(Path::Local(_)));
        match expr {
            Expr::Ref(value) | Expr::Field(value, _) if is_variable(value) => {}
            Expr::Format { args, .. } => {
                args.iter().filter(|arg| !is_variable(arg)).for_each(|arg| self.expr(arg));
            }
            Expr::Method(receiver, _, _, args) if is_variable(receiver) => {
                args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Path(Path::Local(name)) => {
                self.0.insert(name.clone());
            }
            Expr::Closure(closure) if closure.is_move => All(self.0).expr(&closure.body),
            Expr::AsyncMove(block) => All(self.0).block(block),
            _ => walk_expr(self, expr),
        }
    }
}

/// The variables that are named at all.
struct All<'a>(&'a mut FxHashSet<String>);

impl Visit for All<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Path(Path::Local(name)) = expr {
            self.0.insert(name.clone());
        }
        walk_expr(self, expr);
    }
}

/// Rewrites how attributes are made and read.
struct Fields<'p> {
    kinds: FxHashMap<String, Kind>,
    /// By struct and attribute: its cell; `None` for a plain field.
    holders: FxHashMap<(String, String), Option<Path>>,
    /// A variable that is assigned is not borrowed: an attribute of it is read at once, as in Python.
    assigned: FxHashSet<String>,
    /// What the expressions around take beside this one.
    moved: Vec<FxHashSet<String>>,
    /// The attributes of plain structs: who looks at one in place borrows its object.
    lent: FxHashSet<String>,
    /// Functions and methods, by name, that may change an object which they are lent.
    changing: &'p FxHashSet<String>,
    /// Whether what is looked at is held while its object may change.
    is_held: bool,
    /// The type whose `impl` it is.
    own: String,
    /// How many variables are new.
    n_new: usize,
}

impl Fields<'_> {
    fn function(&mut self, func: &mut Fn) {
        let mut assigned = Assigned::default();
        assigned.block(&func.body);
        self.assigned = assigned.0;
        self.block(&mut func.body);
    }

    /// `Cell::new(value)` of `Field::new(value)`, as the struct has it.
    fn make(&self, of: &str, name: &str, value: &mut Expr) {
        let of = if of == "Self" { &self.own } else { of };
        let Some(holder) = self.holders.get(&(of.to_owned(), name.to_owned())) else { return };
        let Expr::Call(callee, args) = value else { return };
        match holder {
            Some(cell) => {
                if let Expr::Path(Path::Assoc(of, _)) = &mut **callee {
                    **of = cell.clone();
                }
            }
            None => {
                if let Some(held) = args.pop() {
                    *value = held;
                }
            }
        }
    }

    /// The object and the name, where `expr` reads a plain attribute.
    fn plain<'e>(&self, expr: &'e Expr) -> Option<(&'e Expr, bool, Looks)> {
        let Expr::Method(field, get, _, args) = expr else { return None };
        let Expr::Field(object, name) = &**field else { return None };
        match self.kinds.get(name) {
            Some(Kind::Plain { is_copied, looks, .. }) if get == "get" && args.is_empty() => {
                Some((object, *is_copied, *looks))
            }
            _ => None,
        }
    }

    /// Whether `object` stays where it is while the expression around looks at an attribute of it. One of a plain struct,
    /// which is borrowed, is not assigned meanwhile.
    fn stays(&self, object: &Expr, is_lent: bool) -> bool {
        match object {
            Expr::Path(Path::Local(name)) => {
                (is_lent || !self.assigned.contains(name))
                    && !self.moved.iter().any(|moved| moved.contains(name))
            }
            Expr::Field(inner, _) | Expr::Method(inner, ..) => self.stays(inner, is_lent),
            _ => true,
        }
    }

    /// Looks at the attribute where it is, where `expr` reads a plain one; `is_held` says whether its object may change
    /// meanwhile.
    fn look(&self, expr: &mut Expr, is_held: bool) {
        if let Some((object, is_copied, _)) = self.plain(expr)
            && (is_copied || self.stays(object, self.is_lent(expr)) && !(is_held && self.is_lent(expr)))
        {
            place(expr);
        }
    }

    /// Whether the attribute that `expr` reads is assigned somewhere.
    fn is_assigned(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Method(field, ..)
            if matches!(&**field, Expr::Field(_, name)
                if matches!(self.kinds.get(name), Some(Kind::Plain { is_assigned: true, .. }))))
    }

    /// Whether `expr` reads an attribute of a plain struct.
    fn is_lent(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Method(field, ..)
            if matches!(&**field, Expr::Field(_, name) if self.lent.contains(name)))
    }

    /// Whether what `walk` walks may change an object.
    fn changes(&self, walk: impl FnOnce(&mut Changes<'_>)) -> bool {
        let mut changes = Changes { fields: self, found: false };
        walk(&mut changes);
        changes.found
    }

    /// `object.name = value` of `object.name.set(value)`, or `object.name += …`, where that is a plain attribute.
    fn assign(&mut self, expr: &mut Expr) {
        let Expr::Method(field, set, _, args) = expr else { return };
        let Expr::Field(object, name) = &**field else { return };
        let Some(Kind::Plain { is_assigned: true, is_copied, .. }) = self.kinds.get(name) else { return };
        if set != "set" || args.len() != 1 {
            return;
        }
        let is_copied = *is_copied;
        let object_name = match &**object {
            Expr::Path(object) => Some(object.clone()),
            _ => None,
        };
        let name = name.clone();
        let is_it = |place: &Expr| {
            matches!(place, Expr::Field(of, read)
                if *read == name && matches!(&**of, Expr::Path(of) if Some(of) == object_name.as_ref()))
        };
        let is_arithmetic = |op: BinOp| !op.is_comparison() && !matches!(op, BinOp::And | BinOp::Or);
        let place = std::mem::replace(&mut **field, Expr::unit());
        *expr = match args.pop() {
            Some(Expr::Binary(op, left, right))
                if is_copied
                    && is_arithmetic(op)
                    && is_it(&left)
                    && !self.changes(|changes| changes.expr(&right)) =>
            {
                Expr::AssignOp(op, Box::new(place), right)
            }
            // What is on the right may assign it: it is read before, as in Python.
            Some(Expr::Binary(op, left, right)) if is_copied && is_arithmetic(op) && is_it(&left) => {
                self.n_new += 1;
                let before = format!("value_@field{}", self.n_new);
                let read = Stmt::Let { pat: Pat::Bind(before.clone(), false), ty: None, init: Some(*left) };
                let sum = Expr::binary(op, Expr::local(before), *right);
                let set = Expr::Assign(Box::new(place), Box::new(sum));
                Expr::Block(Block { stmts: vec![read], tail: Some(Box::new(set)) })
            }
            value => Expr::Assign(Box::new(place), Box::new(value.unwrap_or_else(Expr::unit))),
        };
    }
}

/// Calls that may change an object that they are lent, and attributes that are assigned.
struct Changes<'f> {
    fields: &'f Fields<'f>,
    found: bool,
}

impl Visit for Changes<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(receiver, name, _, _) => {
                let sets = matches!(&**receiver, Expr::Field(_, field) if self.fields.lent.contains(field));
                self.found |= self.fields.changing.contains(name) || (sets && name == "set");
            }
            Expr::Call(callee, _) => {
                self.found |= matches!(&**callee, Expr::Path(Path::Local(name))
                    if self.fields.changing.contains(super::resolve::plain(name)));
            }
            Expr::Assign(place, _) | Expr::AssignOp(_, place, _) => {
                self.found |= matches!(&**place, Expr::Field(..));
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// Methods that give something which borrows from what they are called on.
fn lends(method: &str) -> bool {
    matches!(
        method,
        "iter"
            | "reversed"
            | "chars"
            | "as_ref"
            | "as_str"
            | "as_slice"
            | "map"
            | "filter"
            | "filter_map"
            | "flat_map"
            | "enumerate"
            | "zip"
            | "chain"
            | "rev"
            | "skip"
            | "take"
            | "step_by"
            | "cloned"
            | "copied"
            | "peekable"
            | "take_while"
            | "skip_while"
    )
}

/// `object.name` of `object.name.get()`.
fn place(expr: &mut Expr) {
    if let Expr::Method(field, ..) = expr {
        *expr = std::mem::replace(&mut **field, Expr::unit());
    }
}

/// Whether an expression has parts that are evaluated while others of them are held.
fn is_compound(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_, args) => !args.is_empty(),
        Expr::Method(_, _, _, args) => !args.is_empty(),
        Expr::Binary(..) | Expr::Format { .. } => true,
        _ => false,
    }
}

impl Fields<'_> {
    /// The arguments of a call; `is_changed` says whether an object may change before it is over.
    fn args(&mut self, args: &mut [Expr], is_changed: bool) {
        for arg in args {
            self.is_held = is_changed && matches!(arg, Expr::Ref(_));
            self.expr(arg);
        }
        self.is_held = false;
    }
}

impl VisitMut for Fields<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let is_held = std::mem::take(&mut self.is_held);
        let is_compound = is_compound(expr);
        if is_compound {
            let mut moved = FxHashSet::default();
            let mut taken = Taken(&mut moved);
            match &*expr {
                Expr::Format { .. } => taken.expr(expr),
                expr => walk_expr(&mut taken, expr),
            }
            self.moved.push(moved);
        }
        let mut is_walked = false;
        match expr {
            Expr::Method(receiver, method, _, args) => {
                let is_changed = self.changes(|changes| args.iter().for_each(|arg| changes.expr(arg)));
                let is_held = is_held && lends(method);
                let looks_at = match self.plain(receiver) {
                    Some((object, false, looks)) => {
                        let is_lent = match looks {
                            Looks::Handle => method != "clone" && !method.starts_with("into_"),
                            Looks::Option => matches!(method.as_str(), "is_some" | "is_none"),
                            Looks::None => false,
                        };
                        let may_change =
                            is_held || (is_changed && (lends(method) || self.is_assigned(receiver)));
                        is_lent
                            && self.stays(object, self.is_lent(receiver))
                            && !(may_change && self.is_lent(receiver))
                    }
                    _ => false,
                };
                if looks_at {
                    place(receiver);
                }
                let is_changed = is_changed || self.changing.contains(method);
                self.is_held = is_held || is_changed;
                self.expr(receiver);
                self.args(args, is_changed);
                is_walked = true;
            }
            Expr::Call(callee, args) => {
                let is_changed = self.changes(|changes| args.iter().for_each(|arg| changes.expr(arg)))
                    || matches!(&**callee, Expr::Path(Path::Local(name)) if self.changing.contains(name));
                self.expr(callee);
                self.args(args, is_changed);
                is_walked = true;
            }
            Expr::For(_, pat, iter, body) => {
                self.is_held = self.changes(|changes| changes.block(body));
                self.expr(iter);
                self.pat(pat);
                self.block(body);
                is_walked = true;
            }
            Expr::Ref(value) => {
                self.look(value, is_held);
                self.is_held = is_held;
            }
            Expr::Field(value, _) => self.look(value, is_held),
            Expr::Binary(
                BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge,
                left,
                right,
            ) => {
                let is_changed = self.changes(|changes| changes.expr(right));
                self.look(left, is_changed);
                self.look(right, false);
            }
            Expr::Format { args, .. } => {
                let is_changed = self.changes(|changes| args.iter().for_each(|arg| changes.expr(arg)));
                args.iter_mut().for_each(|arg| self.look(arg, is_changed));
            }
            _ => {}
        }
        if let Expr::Struct(Path::Local(of), fields) = expr {
            fields.iter_mut().for_each(|(name, value)| self.make(of, name, value));
        }
        if !is_walked {
            walk_expr_mut(self, expr);
        }
        if is_compound {
            self.moved.pop();
        }
        self.assign(expr);
        if let Some((_, is_copied, _)) = self.plain(expr) {
            place(expr);
            if !is_copied {
                *expr = std::mem::replace(expr, Expr::unit()).cloned();
            }
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        // What is around a block takes its share before or after it.
        let around = std::mem::take(&mut self.moved);
        walk_stmt_mut(self, stmt);
        self.moved = around;
    }
}
