//! Classes whose objects may be in cycles, which counting alone would keep for ever: the runtime is told through which
//! attributes.
//!
//! ```text
//! portalis_rt::handle!(Node, NodeFields);     portalis_rt::cyclic!(Node, NodeFields { next, kids });
//! ```
//!
//! The types of the attributes lead from class to class, through containers, unions and values. A class that they lead
//! back to may have objects in cycles where one step on the way is taken after its object was made: an attribute is
//! assigned, a container is filled. A tree that is made from its leaves is not among them.
//!
//! A function is what it captured. What the runtime does not look into (generators, exceptions, tasks) leads nowhere: see
//! `portalis_rt::cycles`.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::{Enum, Item, Path, Struct, Ty};

/// Where a type leads, and whether a step on the way may be taken late.
type Step<'a> = (&'a str, bool);

/// Writes the handles of `items` that may be in cycles so, and the functions through which they are.
pub(super) fn run(items: &mut [Item]) {
    let types = Types::of(items);
    let classes = types.cyclic();
    let functions = types.leading_to(&classes);
    for item in items {
        let Item::Macro { path: path @ ("handle" | "item"), args, .. } = item else { continue };
        let Some(name) = local(args, 0).map(str::to_owned) else { continue };
        if let (Some(attributes), Some(fields)) = (classes.get(&name), local(args, 1)) {
            *item = Item::Cyclic { name, fields: fields.to_owned(), attributes: attributes.clone() };
        } else if let Some(variants) = functions.get(&name) {
            let variants = variants.iter().map(|variant| (variant.clone(), None)).collect();
            *item = Item::Variants { path, name, variants };
        }
    }
}

/// The types of a file, by name.
struct Types<'a> {
    /// The structs behind handles.
    handles: Vec<(&'a str, &'a Struct)>,
    /// Enums that have functions among what they hold.
    functions: Vec<&'a Enum>,
    /// Where each type leads at once.
    steps: FxHashMap<&'a str, Vec<Step<'a>>>,
}

impl<'a> Types<'a> {
    /// The classes whose objects may be in cycles, and the attributes through which they are.
    fn cyclic(&self) -> FxHashMap<String, Vec<String>> {
        let mut found = FxHashMap::default();
        for &(class, fields) in &self.handles {
            if !self.reached(&self.steps[class]).contains(&(class, true)) {
                continue;
            }
            let leads_back = |ty: &Ty| self.names(ty).contains(class);
            let attributes = fields.fields.iter().filter(|(_, ty)| leads_back(ty));
            found.insert(class.to_owned(), attributes.map(|(name, _)| name.clone()).collect());
        }
        found
    }

    /// The enums of functions that lead to one of `classes`, and the variants that do.
    fn leading_to(&self, classes: &FxHashMap<String, Vec<String>>) -> FxHashMap<String, Vec<String>> {
        let leads = |ty: &Ty| self.names(ty).iter().any(|name| classes.contains_key(*name));
        let variants = |of: &Enum| {
            let leading = of.variants.iter().filter(|variant| variant.ty.as_ref().is_some_and(leads));
            leading.map(|variant| variant.name.clone()).collect::<Vec<_>>()
        };
        let all = self.functions.iter().map(|of| (of.name.clone(), variants(of)));
        all.filter(|(_, variants)| !variants.is_empty()).collect()
    }

    /// All names that a type leads to.
    fn names(&self, ty: &'a Ty) -> FxHashSet<&'a str> {
        let mut first = Vec::new();
        follow(ty, false, &mut first);
        self.reached(&first).into_iter().map(|(name, _)| name).collect()
    }

    /// All that `first` leads to.
    fn reached(&self, first: &[Step<'a>]) -> FxHashSet<Step<'a>> {
        let mut found: FxHashSet<Step<'_>> = first.iter().copied().collect();
        let mut open = first.to_vec();
        while let Some((name, was_late)) = open.pop() {
            for &(next, is_late) in self.steps.get(name).into_iter().flatten() {
                let step = (next, was_late || is_late);
                if found.insert(step) {
                    open.push(step);
                }
            }
        }
        found
    }

    fn of(items: &'a [Item]) -> Self {
        let mut structs: FxHashMap<&str, &Struct> = FxHashMap::default();
        let mut enums: FxHashMap<&str, &Enum> = FxHashMap::default();
        for item in items {
            match item {
                Item::Struct(item) => drop(structs.insert(&item.name, item)),
                Item::Enum(item) => drop(enums.insert(&item.name, item)),
                _ => {}
            }
        }
        let held_by_enum =
            |of: &'a Enum| of.variants.iter().filter_map(|variant| variant.ty.as_ref()).collect();
        let held_by_struct = |of: &'a Struct| of.fields.iter().map(|(_, ty)| ty).collect();
        let mut types = Types { handles: Vec::new(), functions: Vec::new(), steps: FxHashMap::default() };
        for item in items {
            let (name, held): (&str, Vec<&Ty>) = match item {
                Item::Macro { path: "handle", args, .. } => {
                    let Some((class, fields)) = local(args, 0).zip(local(args, 1)) else { continue };
                    let Some(&fields) = structs.get(fields) else { continue };
                    types.handles.push((class, fields));
                    (class, held_by_struct(fields))
                }
                Item::Macro { path: "item", args, .. } => {
                    let Some(&of) = local(args, 0).and_then(|name| enums.get(name)) else { continue };
                    types.functions.push(of);
                    (&of.name, held_by_enum(of))
                }
                Item::Variants { path: "value", name, .. } => {
                    let Some(&of) = structs.get(name.as_str()) else { continue };
                    (name, held_by_struct(of))
                }
                Item::Variants { path: "union", name, .. } => {
                    let Some(&of) = enums.get(name.as_str()) else { continue };
                    (name, held_by_enum(of))
                }
                _ => continue,
            };
            let all = types.steps.entry(name).or_default();
            held.into_iter().for_each(|ty| follow(ty, false, all));
        }
        types
    }
}

/// The name of the file that is an argument of a macro.
fn local(args: &[Ty], at: usize) -> Option<&str> {
    match args.get(at)? {
        Ty::Named(Path::Local(name), _) => Some(name),
        _ => None,
    }
}

/// Adds the names that a type leads to, through what the runtime looks into.
fn follow<'a>(ty: &'a Ty, is_late: bool, out: &mut Vec<Step<'a>>) {
    let (args, is_late) = match ty {
        Ty::Tuple(items) => (items, is_late),
        Ty::Named(Path::Rt("Field" | "LateField" | "Var" | "List" | "Dict" | "Set" | "Deque"), args) => {
            (args, true)
        }
        Ty::Named(Path::Rt("FrozenSet" | "Tuple"), args) => (args, is_late),
        Ty::Named(Path::Local(name), args) if matches!(name.as_str(), "Option" | "Vec") => (args, is_late),
        Ty::Named(Path::Local(name), _) => {
            out.push((name, is_late));
            return;
        }
        _ => return,
    };
    args.iter().for_each(|ty| follow(ty, is_late, out));
}
