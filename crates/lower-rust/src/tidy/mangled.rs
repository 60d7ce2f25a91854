//! A private attribute is a field of its plain name: the class in front of it keeps names of Python apart that Rust's structs
//! keep apart as well.
//!
//! ```text
//! pub struct AccountFields { pub _Account__balance: Cell<f64> }    pub struct AccountFields { pub balance: Cell<f64> }
//! self._Account__balance.get()                                     self.balance.get()
//! ```
//!
//! The name stays where a struct of the file has a field of the plain one. Source: Language Reference, 6.2.1.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::names::ident;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Expr, Item};

/// Gives the private attributes of `items` their plain names.
pub(super) fn run(items: &mut [Item]) {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    for item in items.iter() {
        if let Item::Struct(item) = item {
            known.extend(item.fields.iter().map(|(name, _)| name.as_str()));
        }
    }
    let mut plain: FxHashMap<String, String> = FxHashMap::default();
    let private: Vec<(&str, String)> =
        known.iter().filter_map(|name| unmangled(name).map(|plain| (*name, plain))).collect();
    for (name, short) in &private {
        let is_alone = private.iter().filter(|(_, other)| other == short).count() == 1;
        if is_alone && !known.contains(short.as_str()) {
            plain.insert((*name).to_owned(), short.clone());
        }
    }
    if plain.is_empty() {
        return;
    }
    let mut rename = Rename(plain);
    for item in items {
        match item {
            Item::Struct(item) => item.fields.iter_mut().for_each(|(name, _)| rename.name(name)),
            Item::Cyclic { attributes, .. } => attributes.iter_mut().for_each(|name| rename.name(name)),
            Item::Variants { path: "value", variants, .. } => {
                variants.iter_mut().for_each(|(name, _)| rename.name(name));
            }
            Item::Fn(func) => rename.block(&mut func.body),
            Item::Impl(item) => item.fns.iter_mut().for_each(|func| rename.block(&mut func.body)),
            _ => {}
        }
    }
}

/// `balance` of `_Account__balance`.
fn unmangled(name: &str) -> Option<String> {
    let class_and_name = name.strip_prefix('_')?;
    if !class_and_name.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    let (_, own) = class_and_name.split_once("__")?;
    let own = own.trim_start_matches('_');
    own.starts_with(|first: char| first.is_ascii_lowercase()).then(|| ident(own))
}

struct Rename(FxHashMap<String, String>);

impl Rename {
    fn name(&self, name: &mut String) {
        if let Some(plain) = self.0.get(name) {
            name.clone_from(plain);
        }
    }
}

impl VisitMut for Rename {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::Field(_, name) => self.name(name),
            Expr::Struct(_, fields) => fields.iter_mut().for_each(|(name, _)| self.name(name)),
            _ => {}
        }
    }
}
