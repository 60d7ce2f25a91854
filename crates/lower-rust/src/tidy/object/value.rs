//! Objects that nothing changes are values: a second handle of one is a copy, which nobody can tell from it.
//!
//! ```text
//! pub struct SaleFields { region: Field<Str>, units: Field<i64> }      #[derive(Clone, PartialEq)]
//! portalis_rt::handle!(Sale, SaleFields);                             pub struct Sale { region: Str, units: i64 }
//! impl PartialEq for Sale { … }                                       portalis_rt::value!(Sale { region, units });
//! Sale::alloc(SaleFields { … })                                       Sale { … }
//! ```
//!
//! So it is with classes that compare by all of their attributes, none of which is assigned after its object is made,
//! in a file that asks no object for its identity. What the attributes hold may be shared as before.

use rustc_hash::{FxHashMap, FxHashSet};

use super::program::{class_of_impl, fields_of, trait_of_impl};
use super::rewrite::in_place;
use super::types::is_self;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{BinOp, Expr, Item, Path, Struct, Ty};
use crate::tidy::fields::never_assigned;
use crate::tidy::resolve::variable;

/// How many attributes a value may have, and how many of them may be more than a number.
const MOST: (usize, usize) = (8, 2);

/// Makes values of the classes of `items` that can be.
pub(super) fn run(items: &mut Vec<Item>) {
    let mut values = candidates(items);
    if values.is_empty() || asks_identity(items) {
        return;
    }
    drop_recursive(items, &mut values);
    if values.is_empty() {
        return;
    }
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => Rewrite { values: &values, own: None }.block(&mut func.body),
            Item::Impl(item) => {
                let own = class_of_impl(item).filter(|class| values.contains(*class)).map(str::to_owned);
                let mut rewrite = Rewrite { values: &values, own };
                item.fns.iter_mut().for_each(|func| rewrite.block(&mut func.body));
            }
            Item::Const { value, .. } | Item::ThreadLocal { value, .. } => {
                Rewrite { values: &values, own: None }.expr(value);
            }
            _ => {}
        }
    }
    let fields: FxHashMap<String, Vec<String>> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => {
                let names = item.fields.iter().map(|(name, _)| name.clone()).collect();
                Some((item.name.strip_suffix("Fields")?.to_owned(), names))
            }
            _ => None,
        })
        .collect();
    items.retain_mut(|item| match item {
        Item::Struct(item) => {
            if let Some(class) = item.name.strip_suffix("Fields").filter(|class| values.contains(*class)) {
                item.name = class.to_owned();
                item.derives = vec!["Clone", "PartialEq"];
            }
            true
        }
        Item::Macro { path: "handle", args, .. } => {
            if let Some(Ty::Named(Path::Local(class), _)) = args.first()
                && values.contains(class)
            {
                let variants = fields[class].iter().map(|name| (name.clone(), None)).collect();
                *item = Item::Variants { path: "value", name: class.clone(), variants };
            }
            true
        }
        Item::Impl(item) => {
            let is_equality = trait_of_impl(item) == Some("PartialEq");
            !(is_equality && class_of_impl(item).is_some_and(|class| values.contains(class)))
        }
        _ => true,
    });
}

/// The classes that compare by all of their attributes, which nothing assigns.
fn candidates(items: &[Item]) -> FxHashSet<String> {
    let structs: FxHashMap<&str, &Struct> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some((item.name.as_str(), item)),
            _ => None,
        })
        .collect();
    let kept = never_assigned(items);
    let is_small = |item: &Struct| {
        let is_more =
            |ty: &&Ty| !matches!(ty, Ty::Named(Path::Rt("Field"), held) if held.iter().all(is_number));
        item.fields.len() <= MOST.0 && item.fields.iter().map(|(_, ty)| ty).filter(is_more).count() <= MOST.1
    };
    let mut found: FxHashSet<String> = items
        .iter()
        .filter_map(|item| match item {
            Item::Impl(item) if trait_of_impl(item) == Some("PartialEq") => {
                let class = class_of_impl(item)?;
                let object = structs.get(fields_of(class).as_str())?;
                let [eq] = item.fns.as_slice() else { return None };
                let all = compared(eq.body.tail.as_deref().filter(|_| eq.body.stmts.is_empty())?)?;
                let names: FxHashSet<&str> = object.fields.iter().map(|(name, _)| name.as_str()).collect();
                let is_all = all.len() == names.len() && all.iter().all(|name| names.contains(name));
                let is_kept = names.iter().all(|name| kept.contains(*name));
                (is_all && is_kept && is_small(object)).then(|| class.to_owned())
            }
            _ => None,
        })
        .collect();
    for item in items {
        if let Item::Macro { path, args, .. } = item
            && !matches!(*path, "handle" | "format_object")
        {
            let of = |ty: &Ty| match ty {
                Ty::Named(Path::Local(class), _) => Some(class.clone()),
                _ => None,
            };
            args.iter().filter_map(of).for_each(|class| {
                found.remove(&class);
            });
        }
    }
    found
}

fn is_number(ty: &Ty) -> bool {
    matches!(ty, Ty::Named(Path::Local(name), _) if matches!(name.as_str(), "i64" | "f64" | "bool"))
}

/// The attributes that `self.a == other.a && …` compares.
fn compared(expr: &Expr) -> Option<Vec<&str>> {
    let attribute = |side: &Expr, is_own: bool| match side {
        Expr::Method(field, get, _, args) if get == "get" && args.is_empty() => match &**field {
            Expr::Field(object, _) if is_own => is_self(object),
            Expr::Field(object, _) => variable(object).is_some(),
            _ => false,
        },
        _ => false,
    };
    match expr {
        Expr::Binary(BinOp::And, left, right) => {
            let mut all = compared(left)?;
            all.extend(compared(right)?);
            Some(all)
        }
        Expr::Binary(BinOp::Eq, left, right)
            if attribute(left, true) && attribute(right, false) && name_of(left) == name_of(right) =>
        {
            Some(vec![name_of(left)?])
        }
        _ => None,
    }
}

/// `name` of `object.name.get()`.
fn name_of(read: &Expr) -> Option<&str> {
    match read {
        Expr::Method(field, ..) => match &**field {
            Expr::Field(_, name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the file asks some object for its identity.
fn asks_identity(items: &[Item]) -> bool {
    struct Asks(bool);
    impl Visit for Asks {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= match expr {
                Expr::Method(_, name, types, args) => match name.as_str() {
                    "is" => types.is_empty() && args.len() == 1,
                    "id" => args.is_empty(),
                    name => name == "same",
                },
                Expr::Path(Path::RtIn(_, name) | Path::Assoc(_, name)) => {
                    matches!(name.as_str(), "same" | "is" | "id")
                }
                _ => false,
            };
            walk_expr(self, expr);
        }
    }
    let mut asks = Asks(false);
    for item in items {
        match item {
            Item::Fn(func) => asks.block(&func.body),
            // A trait of another class asks that.
            Item::Impl(item) if item.of.is_none() => item.fns.iter().for_each(|func| asks.block(&func.body)),
            _ => {}
        }
    }
    asks.0
}

/// Takes out the classes whose objects would hold themselves.
fn drop_recursive(items: &[Item], values: &mut FxHashSet<String>) {
    let mut held: FxHashMap<String, FxHashSet<String>> = FxHashMap::default();
    for item in items {
        match item {
            Item::Struct(item) => {
                let name = item.name.strip_suffix("Fields").unwrap_or(&item.name).to_owned();
                let all = held.entry(name).or_default();
                item.fields.iter().for_each(|(_, ty)| ty.names(all));
            }
            Item::Enum(item) => {
                let all = held.entry(item.name.clone()).or_default();
                item.variants.iter().filter_map(|variant| variant.ty.as_ref()).for_each(|ty| ty.names(all));
            }
            _ => {}
        }
    }
    values.retain(|class| {
        let mut seen = FxHashSet::default();
        let mut todo: Vec<&String> = held.get(class).into_iter().flatten().collect();
        while let Some(name) = todo.pop() {
            if name == class {
                return false;
            }
            if seen.insert(name) {
                todo.extend(held.get(name).into_iter().flatten());
            }
        }
        true
    });
}

struct Rewrite<'v> {
    values: &'v FxHashSet<String>,
    /// The class whose `impl` it is, where that is a value.
    own: Option<String>,
}

impl VisitMut for Rewrite<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        in_place(expr, |class| class == "Self" && self.own.is_some() || self.values.contains(class));
    }
}
