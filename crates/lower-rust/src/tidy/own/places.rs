//! Places: the variables, parameters and results that hold lists, and what is known of them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::shapes::{callee, in_result};
use crate::rir::{Expr, Fn, Item, Path, Ty};
use crate::tidy::is_or_end;
use crate::tidy::object::Plain;

/// A variable of a function, or what a function returns.
pub(super) type Place = usize;

/// A place as it is declared.
#[derive(Clone, Debug)]
struct Declared {
    item: Ty,
    is_ref: bool,
    /// The lists in it, where its items are lists.
    rows: Option<Place>,
}

/// All places of a file.
#[derive(Debug, Default)]
pub(super) struct Places {
    declared: Vec<Declared>,
    /// Union-find: places between which a list moves.
    parent: Vec<Place>,
    /// By root: whether somebody else may hold the list, too.
    shared: Vec<bool>,
    /// By place: whether the list is changed, and whether it may become longer or shorter.
    changed: Vec<bool>,
    grows: Vec<bool>,
    /// Variables, by function.
    variables: Vec<FxHashMap<String, Place>>,
    /// Parameters and results, by the function's name.
    params: FxHashMap<(String, usize), Place>,
    results: FxHashMap<String, Place>,
    /// The functions whose result is in a `Result`.
    raising: FxHashSet<String>,
    /// Where the first is shared, so is the second.
    follows: Vec<(Place, Place)>,
    /// The first is lent to the second, a parameter.
    lent: Vec<(Place, Place)>,
    /// A list of the first is lent to the second.
    lent_rows: Vec<(Place, Place)>,
    /// Places that cannot be lent to such parameters where they change their list.
    frozen: Vec<(Place, Place)>,
    /// Plain fields that are copied, by name.
    copied: FxHashSet<String>,
    /// The lists in plain structs, by the name of the attribute.
    fields: FxHashMap<String, Place>,
    /// The methods of the file, and of those and its functions which may change an object that they are lent.
    methods: FxHashSet<String>,
    changing: FxHashSet<String>,
}

impl Places {
    pub(super) fn of_functions(n: usize, copied: FxHashSet<String>) -> Self {
        Places { variables: vec![FxHashMap::default(); n], copied, ..Places::default() }
    }

    /// Whether a plain field is copied.
    pub(super) fn is_copied(&self, field: &str) -> bool {
        self.copied.contains(field)
    }

    /// Makes places of the attributes of plain structs that are lists; one place for all of a name.
    pub(super) fn declare_fields(&mut self, items: &[Item], plain: &Plain) {
        let mut types: FxHashMap<&str, Option<&Ty>> = FxHashMap::default();
        for item in items {
            match item {
                Item::Struct(item) => {
                    let is_plain = plain.classes.contains(&item.name);
                    for (name, ty) in &item.fields {
                        let ty = Some(ty).filter(|_| is_plain);
                        let known = *types.entry(name).or_insert(ty);
                        types.insert(name, known.filter(|known| Some(*known) == ty));
                    }
                }
                Item::Impl(item) => self.methods.extend(item.fns.iter().map(|func| func.name.clone())),
                _ => {}
            }
        }
        let mut names: Vec<_> = types.into_iter().filter_map(|(name, ty)| Some((name, ty?))).collect();
        names.sort_unstable_by_key(|(name, _)| *name);
        for (name, ty) in names {
            if let Some(place) = self.declare(ty) {
                self.fields.insert(name.to_owned(), place);
            }
        }
        self.changing.clone_from(&plain.changing);
    }

    /// The list in an attribute of plain structs.
    pub(super) fn field(&self, name: &str) -> Option<Place> {
        self.fields.get(name).copied()
    }

    pub(super) fn is_attribute(&self, place: Place) -> bool {
        self.fields.values().any(|field| *field == place)
    }

    /// Whether a method of the file has that name.
    pub(super) fn is_method(&self, name: &str) -> bool {
        self.methods.contains(name)
    }

    /// Whether a function or method of that name may change an object that it is lent.
    pub(super) fn changes_objects(&self, name: &str) -> bool {
        self.changing.contains(name)
    }

    fn declare(&mut self, ty: &Ty) -> Option<Place> {
        let (item, is_ref) = list_of(ty)?;
        let rows = self.declare(item);
        let place = self.declared.len();
        self.declared.push(Declared { item: item.clone(), is_ref, rows });
        self.parent.push(place);
        self.shared.push(false);
        self.changed.push(false);
        self.grows.push(false);
        if let Some(rows) = rows {
            self.join(place, rows);
        }
        Some(place)
    }

    /// Makes a place of a variable that a list of `of` is lent to.
    pub(super) fn declare_row(&mut self, func: usize, name: &str, of: Place) {
        let Some(rows) = self.rows(of) else { return };
        let list = Ty::Named(Path::Rt("List"), vec![self.item(rows).clone()]);
        if let Some(row) = self.declare_variable(func, name, &Ty::Ref(Box::new(list))) {
            self.join(of, row);
            self.lent_rows.push((of, row));
        }
    }

    /// The lists in a list of lists.
    pub(super) fn rows(&self, place: Place) -> Option<Place> {
        self.declared[place].rows
    }

    /// Makes a place of a variable of type `ty`, where that is a list of what is none.
    pub(super) fn declare_variable(&mut self, func: usize, name: &str, ty: &Ty) -> Option<Place> {
        let place = self.declare(ty)?;
        self.variables[func].insert(name.to_owned(), place);
        Some(place)
    }

    pub(super) fn declare_param(&mut self, func: &str, at: usize, place: Place) {
        self.params.insert((func.to_owned(), at), place);
    }

    pub(super) fn declare_result(&mut self, func: &Fn) {
        if let Some(place) = func.ret.as_ref().and_then(|ty| self.declare(in_result(ty))) {
            self.results.insert(func.name.clone(), place);
        }
        if func.ret.as_ref().is_some_and(|ty| in_result(ty) != ty) {
            self.raising.insert(func.name.clone());
        }
    }

    /// The function of the file whose result `expr` is, and the arguments: `f(x)`, or `f(x)?` of one that may raise.
    pub(super) fn given<'e>(&self, expr: &'e Expr) -> Option<(&'e str, &'e [Expr])> {
        let (call, is_unwrapped) = match expr {
            Expr::Try(value) | Expr::Attempt(_, value) => (&**value, true),
            Expr::Call(func, args) if is_or_end(func) => (args.first()?, true),
            value => (value, false),
        };
        let Expr::Call(func, args) = call else { return None };
        let func = callee(func)?;
        (self.raising.contains(func) == is_unwrapped).then_some((func, args))
    }

    /// The type of what a function of the file returns, where that is a place.
    pub(super) fn result_type(&self, func: &str) -> Option<Ty> {
        let item = self.item(self.result(func)?).clone();
        Some(Ty::Named(Path::Rt("List"), vec![item]))
    }

    pub(super) fn variable(&self, func: usize, name: &str) -> Option<Place> {
        self.variables[func].get(name).or_else(|| self.fields.get(name)).copied()
    }

    pub(super) fn param(&self, func: &str, at: usize) -> Option<Place> {
        self.params.get(&(func.to_owned(), at)).copied()
    }

    pub(super) fn result(&self, func: &str) -> Option<Place> {
        self.results.get(func).copied()
    }

    /// The type of its items.
    pub(super) fn item(&self, place: Place) -> &Ty {
        &self.declared[place].item
    }

    /// Whether it is a parameter that is a reference.
    pub(super) fn is_ref(&self, place: Place) -> bool {
        self.declared[place].is_ref
    }

    fn root(&self, place: Place) -> Place {
        let mut at = place;
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// A list moves from one to the other.
    pub(super) fn join(&mut self, a: Place, b: Place) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent[b] = a;
            self.shared[a] |= self.shared[b];
        }
    }

    pub(super) fn share(&mut self, place: Place) {
        let root = self.root(place);
        self.shared[root] = true;
    }

    pub(super) fn follow(&mut self, from: Place, to: Place) {
        self.follows.push((from, to));
    }

    pub(super) fn lend(&mut self, place: Place, param: Place) {
        self.lent.push((place, param));
    }

    /// A list of `place` is lent to `param`.
    pub(super) fn lend_row(&mut self, place: Place, param: Place) {
        self.lent_rows.push((place, param));
    }

    /// Where `param` changes its list, `place` is shared.
    pub(super) fn freeze(&mut self, place: Place, param: Place) {
        self.frozen.push((place, param));
    }

    pub(super) fn change(&mut self, place: Place, grows: bool) {
        self.changed[place] = true;
        self.grows[place] |= grows;
    }

    /// Draws the conclusions, once everything is said.
    pub(super) fn settle(&mut self) {
        loop {
            let mut is_new = false;
            for &(place, param) in &self.lent {
                let (changed, grows) = (self.changed[param], self.grows[param]);
                is_new |= (changed && !self.changed[place]) || (grows && !self.grows[place]);
                self.changed[place] |= changed;
                self.grows[place] |= grows;
            }
            for &(place, row) in &self.lent_rows {
                is_new |= self.changed[row] && !self.changed[place];
                self.changed[place] |= self.changed[row];
            }
            if !is_new {
                break;
            }
        }
        for (place, param) in std::mem::take(&mut self.frozen) {
            if self.changed[param] {
                self.share(place);
            }
        }
        loop {
            let mut is_new = false;
            for (from, to) in self.follows.clone() {
                if self.is_shared(from) && !self.is_shared(to) {
                    self.share(to);
                    is_new = true;
                }
            }
            if !is_new {
                break;
            }
        }
    }

    fn is_shared(&self, place: Place) -> bool {
        self.shared[self.root(place)]
    }

    pub(super) fn is_owned(&self, place: Place) -> bool {
        !self.is_shared(place)
    }

    pub(super) fn is_changed(&self, place: Place) -> bool {
        self.changed[place]
    }

    /// The type of the items of an owned place.
    pub(super) fn owned_item(&self, place: Place) -> Ty {
        match self.rows(place) {
            Some(rows) => Ty::Named(Path::local("Vec"), vec![self.owned_item(rows)]),
            None => self.item(place).clone(),
        }
    }

    /// The type of an owned place.
    pub(super) fn ty(&self, place: Place) -> Ty {
        let item = self.owned_item(place);
        let vec = |item| Ty::Named(Path::local("Vec"), vec![item]);
        match (self.is_ref(place), self.changed[place], self.grows[place]) {
            (false, _, _) => vec(item),
            (true, false, _) => Ty::Ref(Box::new(Ty::Slice(Box::new(item)))),
            (true, true, false) => Ty::RefMut(Box::new(Ty::Slice(Box::new(item)))),
            (true, true, true) => Ty::RefMut(Box::new(vec(item))),
        }
    }
}

/// The items of a list, or of a reference to one; `None` where they hold lists themselves, or are not known.
fn list_of(ty: &Ty) -> Option<(&Ty, bool)> {
    match ty {
        Ty::Named(Path::Rt("List"), args) => match args.as_slice() {
            [item] if !has_list(item) || list_of(item).is_some_and(|(_, is_ref)| !is_ref) => {
                Some((item, false))
            }
            _ => None,
        },
        Ty::Ref(ty) => match list_of(ty)? {
            (item, false) => Some((item, true)),
            _ => None,
        },
        _ => None,
    }
}

fn has_list(ty: &Ty) -> bool {
    match ty {
        Ty::Named(path, args) => matches!(path, Path::Rt("List")) || args.iter().any(has_list),
        Ty::Tuple(items) => items.iter().any(has_list),
        Ty::Infer | Ty::Ref(_) | Ty::RefMut(_) | Ty::Never | Ty::SelfTy | Ty::Slice(_) | Ty::Iterator(_) => {
            true
        }
        Ty::RefStatic(_) => false,
    }
}

/// Whether values of a type equal themselves and one another as Rust's `==` has it.
pub(super) fn is_exact(ty: &Ty) -> bool {
    match ty {
        Ty::Named(Path::Local(name), args) => match name.as_str() {
            "i64" | "bool" | "char" | "u8" => true,
            "Option" => args.iter().all(is_exact),
            _ => false,
        },
        Ty::Named(Path::Rt(name), _) => matches!(*name, "Str" | "Int"),
        Ty::Tuple(items) => items.iter().all(is_exact),
        _ => false,
    }
}

/// Whether values of a type are copied.
pub(in crate::tidy) fn is_copy(ty: &Ty) -> bool {
    match ty {
        Ty::Named(Path::Local(name), args) => match name.as_str() {
            "i64" | "f64" | "bool" | "char" | "u8" => true,
            "Option" => args.iter().all(is_copy),
            _ => false,
        },
        Ty::Tuple(items) => items.iter().all(is_copy),
        Ty::RefStatic(_) => true,
        _ => false,
    }
}
