//! An attribute is held by the least that serves it: a plain field where nothing assigns it after its object is made,
//! a `Cell` of what is copied, a `Field` that always has a value, and only then a `LateField`, which may have none.
//!
//! ```text
//! x: Field<f64>, name: Field<Str>                 x: Cell<f64>, name: Str
//! body.name.get().len()                           body.name.len()
//! ```
//!
//! RIR does not say of what class an object is: attributes of one name are decided together.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_stmt_mut};
use crate::rir::{BinOp, Expr, Fn, Item, Path, Stmt, Ty};

/// Decides what holds the attributes of `items`, and reads them accordingly; gives the names of plain fields that are
/// copied.
pub(super) fn run(items: &mut [Item]) -> FxHashSet<String> {
    let kinds = decide(items);
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
    let mut fields = Fields { kinds, holders, assigned: FxHashSet::default(), moved: Vec::new() };
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => fields.function(func),
            Item::Impl(item) => item.fns.iter_mut().for_each(|func| fields.function(func)),
            _ => {}
        }
    }
    plain_copies
}

/// What holds the attributes of a name.
enum Kind {
    /// Themselves; whether they are copied, and how a method may look at them in place.
    Plain { is_copied: bool, looks: Looks },
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

/// The `T` of `Field<T>`.
fn held(ty: &Ty) -> Option<&Ty> {
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
    /// Whether one may be missing, or is used otherwise than to get and to set it.
    is_late: bool,
}

fn decide(items: &[Item]) -> FxHashMap<String, Kind> {
    let mut uses = Uses::default();
    for item in items {
        match item {
            Item::Struct(item) => {
                for (name, ty) in &item.fields {
                    let of_name = uses.0.entry(name.clone()).or_default();
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
        } else if of_name.is_assigned || (n_copied != 0 && n_copied != of_name.types.len()) {
            Kind::Set
        } else {
            let looks = if of_name.types.iter().all(|ty| looks(ty) == first) { first } else { Looks::None };
            Kind::Plain { is_copied: n_copied > 0, looks }
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
struct Fields {
    kinds: FxHashMap<String, Kind>,
    /// By struct and attribute: its cell; `None` for a plain field.
    holders: FxHashMap<(String, String), Option<Path>>,
    /// A variable that is assigned is not borrowed: an attribute of it is read at once, as in Python.
    assigned: FxHashSet<String>,
    /// What the expressions around take beside this one.
    moved: Vec<FxHashSet<String>>,
}

impl Fields {
    fn function(&mut self, func: &mut Fn) {
        let mut assigned = Assigned::default();
        assigned.block(&func.body);
        self.assigned = assigned.0;
        self.block(&mut func.body);
    }

    /// `Cell::new(value)` of `Field::new(value)`, as the struct has it.
    fn make(&self, of: &str, name: &str, value: &mut Expr) {
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
            Some(Kind::Plain { is_copied, looks }) if get == "get" && args.is_empty() => {
                Some((object, *is_copied, *looks))
            }
            _ => None,
        }
    }

    /// Whether `object` stays where it is while the expression around looks at an attribute of it.
    fn stays(&self, object: &Expr) -> bool {
        match object {
            Expr::Path(Path::Local(name)) => {
                !self.assigned.contains(name) && !self.moved.iter().any(|moved| moved.contains(name))
            }
            Expr::Field(inner, _) | Expr::Method(inner, ..) => self.stays(inner),
            _ => true,
        }
    }

    /// Looks at the attribute where it is, where `expr` reads a plain one.
    fn look(&self, expr: &mut Expr) {
        if let Some((object, is_copied, _)) = self.plain(expr)
            && (is_copied || self.stays(object))
        {
            place(expr);
        }
    }
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

impl VisitMut for Fields {
    fn expr(&mut self, expr: &mut Expr) {
        let is_compound = is_compound(expr);
        if is_compound {
            let mut moved = FxHashSet::default();
            walk_expr(&mut Taken(&mut moved), expr);
            self.moved.push(moved);
        }
        match expr {
            Expr::Method(receiver, method, _, _) => {
                let looks_at = match self.plain(receiver) {
                    Some((object, false, looks)) => {
                        let is_lent = match looks {
                            Looks::Handle => method != "clone" && !method.starts_with("into_"),
                            Looks::Option => matches!(method.as_str(), "is_some" | "is_none"),
                            Looks::None => false,
                        };
                        is_lent && self.stays(object)
                    }
                    _ => false,
                };
                if looks_at {
                    place(receiver);
                }
            }
            Expr::Ref(value) | Expr::Field(value, _) => self.look(value),
            Expr::Binary(
                BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge,
                left,
                right,
            ) => {
                self.look(left);
                self.look(right);
            }
            Expr::Format { args, .. } => args.iter_mut().for_each(|arg| self.look(arg)),
            _ => {}
        }
        if let Expr::Struct(Path::Local(of), fields) = expr {
            fields.iter_mut().for_each(|(name, value)| self.make(of, name, value));
        }
        walk_expr_mut(self, expr);
        if is_compound {
            self.moved.pop();
        }
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
