//! The classes and functions of a file: their signatures, and which classes could be plain structs.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Closure, Expr, Fn, Impl, Item, Path, Stmt, Ty};
use crate::tidy::borrow::Called;

/// A function: `name`, or `Class::name`.
pub(super) type Key = String;

/// What a function takes and gives.
#[derive(Debug)]
pub(super) struct Signature {
    pub(super) params: Vec<Ty>,
    pub(super) ret: Option<Ty>,
    pub(super) has_self: bool,
}

/// The traits of a class that a plain struct does without, where nothing asks for them.
const TRAITS: &[&str] = &["Repr", "PartialEq", "PyHash", "Truth", "PyFormat", "Default"];

/// The macros that give a handle what it needs.
pub(super) const MACROS: &[&str] = &["handle", "object", "identity", "format_object"];

/// The classes of a file that could be plain, and all signatures.
#[derive(Debug, Default)]
pub(super) struct Program {
    /// Classes that could be plain structs.
    pub(super) classes: FxHashSet<String>,
    signatures: FxHashMap<Key, Signature>,
}

/// The name of the struct behind the handle of a class.
pub(super) fn fields_of(class: &str) -> String {
    format!("{class}Fields")
}

/// The class of an `impl`.
pub(super) fn class_of_impl(item: &Impl) -> Option<&str> {
    match &item.ty {
        Ty::Named(Path::Local(class), args) if args.is_empty() => Some(class),
        _ => None,
    }
}

/// The trait of an `impl`.
pub(super) fn trait_of_impl(item: &Impl) -> Option<&str> {
    match &item.of.as_ref()?.0 {
        Path::Rt(name) => Some(name),
        Path::Local(name) => Some(name),
        Path::Std(path) => path.rsplit("::").next(),
        Path::RtIn(_, name) | Path::Exc(name) | Path::Assoc(_, name) => Some(name),
    }
}

/// All functions, each with the `impl` that it is in.
pub(super) fn functions(items: &[Item]) -> impl Iterator<Item = (&Fn, Option<&Impl>)> {
    items.iter().flat_map(|item| {
        let (free, methods) = match item {
            Item::Fn(func) => (Some((func, None)), None),
            Item::Impl(item) => (None, Some(item)),
            _ => (None, None),
        };
        free.into_iter()
            .chain(methods.into_iter().flat_map(|item| item.fns.iter().map(move |func| (func, Some(item)))))
    })
}

/// The name of a function in an `impl`, or of one of its own; `None` for one of a trait.
pub(super) fn key_of(func: &Fn, item: Option<&Impl>) -> Option<Key> {
    match item {
        None => Some(func.name.clone()),
        Some(item) if item.of.is_none() => Some(key(class_of_impl(item)?, &func.name)),
        Some(_) => None,
    }
}

pub(super) fn key(class: &str, func: &str) -> Key {
    format!("{class}::{func}")
}

impl Program {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut program = Program { classes: handles(items), signatures: FxHashMap::default() };
        for (func, item) in functions(items) {
            if let Some(key) = key_of(func, item) {
                let own = item.and_then(class_of_impl);
                let signature = Signature {
                    params: func.params.iter().map(|param| named(&param.ty, own)).collect(),
                    ret: func.ret.as_ref().map(|ty| named(ty, own)),
                    has_self: func.has_self(),
                };
                program.signatures.insert(key, signature);
            }
        }
        let mut out = FxHashSet::default();
        for item in items {
            program.mentioned(item, &mut out);
        }
        let as_values = Called::of(items).as_values;
        for (name, signature) in &program.signatures {
            if as_values.contains(name) {
                program.of_signature(signature, &mut out);
            }
        }
        program.classes.retain(|class| !out.contains(class));
        program
    }

    pub(super) fn signature(&self, key: &str) -> Option<&Signature> {
        self.signatures.get(key)
    }

    /// The function that a path names, in an `impl` of `own`.
    pub(super) fn called(&self, path: &Path, own: Option<&str>) -> Option<Key> {
        let key = match path {
            Path::Local(name) => name.clone(),
            Path::Assoc(of, name) => match &**of {
                Path::Local(class) if class == "Self" => key(own?, name),
                Path::Local(class) => key(class, name),
                _ => return None,
            },
            _ => return None,
        };
        self.signatures.contains_key(&key).then_some(key)
    }

    /// The class that a type is, or a reference to one.
    pub(super) fn class_in<'t>(&self, ty: &'t Ty) -> Option<&'t str> {
        match ty {
            Ty::Named(Path::Local(class), args) if args.is_empty() => {
                self.classes.contains(class).then_some(class.as_str())
            }
            Ty::Ref(ty) => self.class_in(ty),
            _ => None,
        }
    }

    /// The class of what a function gives.
    pub(super) fn class_given<'t>(&self, ty: &'t Ty) -> Option<&'t str> {
        match ty {
            Ty::Named(Path::Local(name), args) if name == "Result" => self.class_in(args.first()?),
            Ty::Ref(_) => None,
            ty => self.class_in(ty),
        }
    }

    /// The classes of what methods give whose own class is not plain, with those that are `shared`.
    pub(super) fn given_by_others(&self, shared: &FxHashSet<String>) -> Vec<String> {
        let given = self.signatures.iter().filter_map(|(key, signature)| {
            let (own, _) = key.split_once("::")?;
            let is_other = !self.classes.contains(own) || shared.contains(own);
            self.class_given(signature.ret.as_ref()?)
                .filter(|_| is_other && signature.has_self)
                .map(str::to_owned)
        });
        given.collect()
    }

    /// All classes that a signature mentions.
    pub(super) fn of_signature(&self, signature: &Signature, out: &mut FxHashSet<String>) {
        signature.params.iter().chain(&signature.ret).for_each(|ty| ty.names(out));
    }

    /// The classes that are mentioned where a plain struct cannot be.
    fn mentioned(&self, item: &Item, out: &mut FxHashSet<String>) {
        match item {
            Item::Fn(func) => self.in_fn(func, None, out),
            Item::Impl(item) => {
                let own = class_of_impl(item);
                if let (Some(class), Some(name)) = (own, trait_of_impl(item))
                    && !TRAITS.contains(&name)
                {
                    out.insert(class.to_owned());
                }
                if item.of.is_none() {
                    item.consts.iter().for_each(|(_, ty, _)| ty.names(out));
                }
                item.fns.iter().for_each(|func| self.in_fn(func, own, out));
                item.assoc_types.iter().for_each(|(_, ty)| ty.names(out));
            }
            Item::Struct(item) => item.fields.iter().for_each(|(_, ty)| ty.names(out)),
            Item::Enum(item) => {
                item.variants.iter().filter_map(|variant| variant.ty.as_ref()).for_each(|ty| ty.names(out));
            }
            Item::Const { ty, value, .. } | Item::ThreadLocal { ty, value, .. } => {
                ty.names(out);
                Types { program: self, own: None, out }.expr(value);
            }
            Item::Macro { path, args, .. } => {
                if !MACROS.contains(path) {
                    args.iter().for_each(|ty| ty.names(out));
                }
            }
            Item::Export { functions, .. } => {
                for (_, params, ret) in functions {
                    params.iter().for_each(|(_, ty)| ty.names(out));
                    ret.names(out);
                }
            }
            Item::Use(_) | Item::Variants { .. } | Item::Cyclic { .. } => {}
        }
    }

    fn in_fn(&self, func: &Fn, own: Option<&str>, out: &mut FxHashSet<String>) {
        for ty in func.params.iter().map(|param| &param.ty).chain(&func.ret) {
            self.elsewhere(ty, own, out);
        }
        Types { program: self, own, out }.block(&func.body);
    }

    /// The classes in a type that is not the class itself, a reference to it or a `Result` of it.
    fn elsewhere(&self, ty: &Ty, own: Option<&str>, out: &mut FxHashSet<String>) {
        match ty {
            Ty::Named(Path::Local(name), args) if name == "Result" => match args.as_slice() {
                [value, error] => {
                    self.elsewhere(value, own, out);
                    error.names(out);
                }
                _ => ty.names(out),
            },
            Ty::SelfTy => {}
            Ty::Ref(inner) if matches!(**inner, Ty::SelfTy) || self.class_in(inner).is_some() => {}
            ty if self.class_in(ty).is_some() => {}
            ty => {
                ty.names(out);
                if let Some(own) = own
                    && has_self(ty)
                {
                    out.insert(own.to_owned());
                }
            }
        }
    }
}

/// The classes that are handles.
fn handles(items: &[Item]) -> FxHashSet<String> {
    let structs: FxHashSet<&str> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some(item.name.as_str()),
            _ => None,
        })
        .collect();
    let handle = |item: &Item| match item {
        Item::Macro { path: "handle", args, .. } => match args.first() {
            Some(Ty::Named(Path::Local(class), _)) if structs.contains(fields_of(class).as_str()) => {
                Some(class.clone())
            }
            _ => None,
        },
        _ => None,
    };
    items.iter().filter_map(handle).collect()
}

fn has_self(ty: &Ty) -> bool {
    match ty {
        Ty::SelfTy => true,
        Ty::Named(_, args) | Ty::Tuple(args) => args.iter().any(has_self),
        Ty::Ref(ty) | Ty::RefMut(ty) | Ty::RefStatic(ty) | Ty::Slice(ty) | Ty::Iterator(ty) => has_self(ty),
        Ty::Infer | Ty::Never => false,
    }
}

/// A type with the name of the class for `Self`.
fn named(ty: &Ty, own: Option<&str>) -> Ty {
    match (ty, own) {
        (Ty::SelfTy, Some(own)) => Ty::local(own),
        (Ty::Ref(ty), own) => Ty::Ref(Box::new(named(ty, own))),
        (Ty::Named(path, args), own) => {
            Ty::Named(path.clone(), args.iter().map(|ty| named(ty, own)).collect())
        }
        (ty, _) => ty.clone(),
    }
}

/// The types that a body writes.
struct Types<'p, 'o> {
    program: &'p Program,
    own: Option<&'p str>,
    out: &'o mut FxHashSet<String>,
}

impl Types<'_, '_> {
    fn all(&mut self, ty: &Ty) {
        ty.names(self.out);
        if let Some(own) = self.own
            && has_self(ty)
        {
            self.out.insert(own.to_owned());
        }
    }
}

impl Visit for Types<'_, '_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Generic(path, types) => {
                if let Path::Local(name) = path {
                    self.out.insert(name.clone());
                }
                types.iter().for_each(|ty| self.all(ty));
            }
            Expr::GenericAssoc(_, types, _) | Expr::Method(_, _, types, _) => {
                types.iter().for_each(|ty| self.all(ty));
            }
            Expr::Cast(_, ty) => self.all(ty),
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { ty: Some(ty), .. } = stmt {
            self.program.elsewhere(ty, self.own, self.out);
        }
        walk_stmt(self, stmt);
    }

    fn closure(&mut self, closure: &Closure) {
        closure
            .params
            .iter()
            .filter_map(|(_, ty)| ty.as_ref())
            .chain(&closure.ret)
            .for_each(|ty| self.all(ty));
        crate::rir::visit::walk_closure(self, closure);
    }
}
