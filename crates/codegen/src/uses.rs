//! Imports: which `use` lines a file needs, and what a path is called under them.

use std::collections::{BTreeMap, BTreeSet};

use portalis_lower_rust::rir;

use crate::names;

/// The runtime's crate.
const RUNTIME: &str = "portalis_rt";

/// What the file imports so far.
#[derive(Default)]
pub(crate) struct Uses {
    /// Names of items of the file.
    own: BTreeSet<String>,
    /// Names of variables of the file: an imported function of that name would be hidden.
    variables: BTreeSet<String>,
    /// Imported name to its full path.
    imported: BTreeMap<String, Vec<String>>,
    /// Imported macros of the runtime; they have a namespace of their own.
    macros: BTreeSet<String>,
    /// Traits of the runtime that are imported for their methods alone, as the file has another item of the name.
    unnamed: BTreeSet<String>,
}

impl Uses {
    /// Nothing imported; `variables` are those that some function of the file binds.
    pub(crate) fn new(krate: &rir::Crate, variables: BTreeSet<String>) -> Self {
        Uses { own: own_names(krate), variables, ..Uses::default() }
    }

    /// What `path` is called, importing what that needs.
    pub(crate) fn segments(&mut self, path: &rir::Path) -> Vec<String> {
        match path {
            rir::Path::Local(name) => split(name),
            rir::Path::Rt(name) => self.import(&[&[RUNTIME.to_owned()], split(name).as_slice()].concat()),
            rir::Path::RtIn("", name) => vec![RUNTIME.to_owned(), name.clone()],
            rir::Path::RtIn(module, name) => {
                let mut path =
                    self.import_module(&[&[RUNTIME.to_owned()], split(module).as_slice()].concat());
                path.extend(split(name));
                path
            }
            rir::Path::Exc(class) => {
                let class = match class.as_str() {
                    "Exception" => "PyException",
                    "asyncio.CancelledError" => "CancelledError",
                    "asyncio.InvalidStateError" => "InvalidStateError",
                    "asyncio.QueueEmpty" => "AsyncQueueEmpty",
                    "asyncio.QueueFull" => "AsyncQueueFull",
                    "queue.Empty" => "QueueEmpty",
                    "queue.Full" => "QueueFull",
                    "re.error" => "ReError",
                    "decimal.DivisionByZero" => "DecimalDivisionByZero",
                    "decimal.InvalidOperation" => "DecimalInvalidOperation",
                    "dataclasses.FrozenInstanceError" => "FrozenInstanceError",
                    "statistics.StatisticsError" => "StatisticsError",
                    "struct.error" => "StructError",
                    "binascii.Error" => "BinasciiError",
                    class => class,
                };
                self.import(&[RUNTIME.to_owned(), "exc".to_owned(), class.to_owned()])
            }
            rir::Path::Std(path) => self.std(split(path)),
            rir::Path::Assoc(of, name) => {
                let mut path = self.segments(of);
                path.extend(split(name));
                path
            }
        }
    }

    /// Imports a trait for its methods.
    pub(crate) fn import_trait(&mut self, path: &rir::Path) {
        if let [_, .., name] = self.segments(path).as_slice() {
            self.unnamed.insert(name.clone());
        }
    }

    /// Imports a macro of the runtime.
    pub(crate) fn import_macro(&mut self, name: &str) {
        self.macros.insert(name.to_owned());
    }

    /// The `use` items, sorted.
    pub(crate) fn items(&self) -> Vec<syn::Item> {
        // Parent to names.
        let mut groups: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
        for path in self.imported.values() {
            if let [parent @ .., name] = path.as_slice() {
                groups.entry(parent.to_vec()).or_default().insert(name.clone());
            }
        }
        if !self.macros.is_empty() {
            groups.entry(vec![RUNTIME.to_owned()]).or_default().extend(self.macros.iter().cloned());
        }
        // `std` first, and within that as rustfmt sorts: a list after single names.
        let key = |(parent, names): (Vec<String>, BTreeSet<String>)| {
            let last = if names.len() == 1 { names.iter().next().cloned() } else { None };
            let is_ours = parent.first().is_some_and(|first| first == RUNTIME);
            (
                (is_ours, [parent.as_slice(), &[last.unwrap_or_else(|| "{".to_owned())]].concat()),
                (parent, names),
            )
        };
        let sorted: BTreeMap<_, _> = groups.into_iter().map(key).collect();
        let mut items = Vec::new();
        let mut was_ours = false;
        for ((is_ours, _), (parent, names)) in &sorted {
            if *is_ours && !was_ours && !items.is_empty() {
                items.push(blank());
            }
            was_ours = *is_ours;
            items.push(use_item(parent, names));
        }
        for name in self.unnamed.iter().map(|name| names::ident(name)) {
            let runtime = names::ident(RUNTIME);
            items.push(syn::parse_quote!(use #runtime::#name as _;));
        }
        items
    }

    fn std(&mut self, path: Vec<String>) -> Vec<String> {
        let [parent @ .., name] = path.as_slice() else { return path };
        let is_std = path.first().is_some_and(|first| matches!(first.as_str(), "std" | "core" | "alloc"));
        if !is_std || parent.len() < 2 {
            return if is_std { self.import(&path) } else { path };
        }
        // Functions, and the names of `fmt`, read better with their module.
        let is_with_parent =
            parent.last().is_some_and(|last| last == "fmt") || name.starts_with(char::is_lowercase);
        if is_with_parent {
            let mut called = self.import_module(parent);
            called.push(name.clone());
            called
        } else {
            self.import(&path)
        }
    }

    /// The path's last segment where that can be imported, else the path.
    fn import(&mut self, path: &[String]) -> Vec<String> {
        if path.last().is_some_and(|name| self.variables.contains(name)) {
            return path.to_vec();
        }
        self.import_module(path)
    }

    /// As [`Self::import`], for what no variable hides.
    fn import_module(&mut self, path: &[String]) -> Vec<String> {
        let Some(name) = path.last() else { return Vec::new() };
        let is_taken = self.imported.get(name).is_some_and(|other| other != path);
        if self.own.contains(name) || is_taken {
            return path.to_vec();
        }
        self.imported.insert(name.clone(), path.to_vec());
        vec![name.clone()]
    }
}

/// An empty line between items.
pub(crate) fn blank() -> syn::Item {
    syn::Item::Verbatim(proc_macro2::TokenStream::new())
}

fn split(path: &str) -> Vec<String> {
    path.split("::").map(str::to_owned).collect()
}

fn use_item(parent: &[String], names: &BTreeSet<String>) -> syn::Item {
    let parent = parent.iter().map(|name| names::ident(name));
    let names: Vec<_> = names.iter().map(|name| names::ident(name)).collect();
    match names.as_slice() {
        [name] => syn::parse_quote!(use #(#parent::)*#name;),
        _ => syn::parse_quote!(use #(#parent::)*{#(#names),*};),
    }
}

fn own_names(krate: &rir::Crate) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &krate.items {
        match item {
            rir::Item::Fn(func) => names.insert(func.name.clone()),
            rir::Item::Struct(item) => names.insert(item.name.clone()),
            rir::Item::Enum(item) => names.insert(item.name.clone()),
            rir::Item::Const { name, .. } | rir::Item::ThreadLocal { name, .. } => names.insert(name.clone()),
            // The first argument of `handle!` and `finalised!` is the type that it makes; that of others exists already.
            rir::Item::Macro { args, .. } => match args.first() {
                Some(rir::Ty::Named(rir::Path::Local(name), _)) => names.insert(name.clone()),
                _ => false,
            },
            rir::Item::Cyclic { name, .. } => names.insert(name.clone()),
            rir::Item::Use(_)
            | rir::Item::Impl(_)
            | rir::Item::Variants { .. }
            | rir::Item::Export { .. } => false,
        };
    }
    names
}
