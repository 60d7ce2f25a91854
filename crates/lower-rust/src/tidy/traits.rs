//! Traits of classes that nothing asks for: truth, hash and format, which each object of Python has.
//!
//! ```text
//! impl PyHash for Sale { … }           gone where the file has no dict, no set and no hash
//! impl Truth for Sale { … }            gone where nothing asks for a truth that the text does not show
//! portalis_rt::format_object!(Sale);   gone where nothing is formatted but by `{}`
//! ```
//!
//! Who asks is a function of the runtime, which the file names: that is looked for, not the types.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Closure, Expr, Fn, Impl, Item, Path, Stmt, Ty};

/// The traits that go, and what gives the last of them.
const TRUTH: &str = "Truth";
const HASH: &str = "PyHash";
const FORMAT: &str = "PyFormat";

/// Says what most classes have of a trait by the macro of the runtime that writes it out.
///
/// ```text
/// impl Truth for Sale { fn truth(&self) -> bool { true } }     portalis_rt::truthy!(Sale);
/// impl PyHash for Sale { … "unhashable type: 'Sale'" … }       portalis_rt::unhashable!(Sale, "Sale");
/// ```
pub(super) fn by_macros(items: &mut [Item]) {
    for item in items {
        let Item::Impl(of) = &*item else { continue };
        let [func] = of.fns.as_slice() else { continue };
        let value = match (func.body.stmts.as_slice(), &func.body.tail) {
            ([], Some(value)) => &**value,
            _ => continue,
        };
        let made = match of.of.as_ref().map(|(path, _)| path) {
            Some(Path::Rt(TRUTH)) if matches!(value, Expr::Bool(true)) => Some(("truthy", None)),
            Some(Path::Rt(HASH)) => unhashable(value).map(|class| ("unhashable", Some(class.to_owned()))),
            _ => None,
        };
        if let Some((path, text)) = made {
            *item = Item::Macro { path, args: vec![of.ty.clone()], text };
        }
    }
}

/// The class of `exc::hide(exc::type_error("unhashable type: 'class'"), 0)`.
fn unhashable(value: &Expr) -> Option<&str> {
    let raised =
        |callee: &Expr, wanted: &str| matches!(callee, Expr::Path(Path::RtIn("exc", name)) if name == wanted);
    let Expr::Call(hide, hidden) = value else { return None };
    let [Expr::Call(type_error, message), Expr::Int(0, _)] = hidden.as_slice() else { return None };
    let [Expr::Str(message)] = message.as_slice() else { return None };
    let is_it = raised(hide, "hide") && raised(type_error, "type_error");
    message.strip_prefix("unhashable type: '")?.strip_suffix('\'').filter(|_| is_it)
}

/// Takes out the traits of `items` that nothing asks for.
pub(super) fn run(items: &mut Vec<Item>) {
    let classes = classes(items);
    if classes.is_empty() {
        return;
    }
    let mut asked = Asked::default();
    for item in items.iter() {
        match item {
            Item::Fn(func) => asked.function(func),
            Item::Impl(item) => {
                let own = item.of.as_ref().map(|(path, _)| path);
                let is_hash = own == Some(&Path::Rt(HASH));
                let before = asked.hash;
                item.fns.iter().for_each(|func| asked.function(func));
                // It is asked by another hash.
                if is_hash {
                    asked.hash = before;
                }
            }
            Item::Struct(item) => item.fields.iter().for_each(|(_, ty)| asked.ty(ty)),
            Item::Enum(item) => {
                item.variants.iter().filter_map(|variant| variant.ty.as_ref()).for_each(|ty| asked.ty(ty));
            }
            Item::Const { ty, value, .. } | Item::ThreadLocal { ty, value, .. } => {
                asked.ty(ty);
                asked.expr(value);
            }
            _ => {}
        }
    }
    let before = called(items);
    items.retain(|item| match item {
        Item::Macro { path: "format_object", args, .. } => asked.format || !is_of(&classes, args.first()),
        Item::Impl(item) => {
            let goes = match item.of.as_ref().map(|(path, _)| path) {
                Some(Path::Rt(TRUTH)) => !asked.truth,
                Some(Path::Rt(HASH)) => !asked.hash,
                Some(Path::Rt(FORMAT)) => !asked.format,
                _ => false,
            };
            !goes || !is_of(&classes, Some(&item.ty))
        }
        _ => true,
    });
    drop_uncalled(items, &before, &classes);
}

/// Takes out the methods of `classes` that were called `before` and are not any more.
pub(super) fn drop_uncalled(items: &mut Vec<Item>, before: &FxHashSet<String>, classes: &FxHashSet<String>) {
    loop {
        let now = called(items);
        let mut is_changed = false;
        for item in items.iter_mut() {
            if let Item::Impl(item) = item
                && item.of.is_none()
                && is_of(classes, Some(&item.ty))
            {
                let n = item.fns.len();
                item.fns.retain(|func| {
                    now.contains(&func.name) || !before.contains(&func.name) || func.name == "new"
                });
                is_changed |= item.fns.len() != n;
            }
        }
        if !is_changed {
            break;
        }
    }
    let is_empty = |item: &Impl| item.of.is_none() && item.fns.is_empty() && item.consts.is_empty();
    items.retain(|item| !matches!(item, Item::Impl(item) if is_empty(item)));
}

/// The methods that are called, by name.
pub(super) fn called(items: &[Item]) -> FxHashSet<String> {
    struct Called(FxHashSet<String>);
    impl Visit for Called {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Method(_, name, _, _) | Expr::Path(Path::Assoc(_, name)) => {
                    self.0.insert(name.clone());
                }
                _ => {}
            }
            walk_expr(self, expr);
        }
    }
    let mut called = Called(FxHashSet::default());
    for item in items {
        match item {
            Item::Fn(func) => called.block(&func.body),
            Item::Impl(item) => item.fns.iter().for_each(|func| called.block(&func.body)),
            Item::Const { value, .. } | Item::ThreadLocal { value, .. } => called.expr(value),
            _ => {}
        }
    }
    called.0
}

fn is_of(classes: &FxHashSet<String>, ty: Option<&Ty>) -> bool {
    matches!(ty, Some(Ty::Named(Path::Local(class), _)) if classes.contains(class))
}

/// The classes whose traits may go: none where a union holds a class, which hands on what it is asked.
fn classes(items: &[Item]) -> FxHashSet<String> {
    let mut found: FxHashSet<String> = FxHashSet::default();
    let mut macros: FxHashMap<String, Vec<&str>> = FxHashMap::default();
    for item in items {
        match item {
            Item::Struct(item) => {
                found.insert(item.name.strip_suffix("Fields").unwrap_or(&item.name).to_owned());
            }
            Item::Macro { path, args, .. } => {
                for ty in args {
                    if let Ty::Named(Path::Local(name), _) = ty {
                        macros.entry(name.clone()).or_default().push(path);
                    }
                }
            }
            _ => {}
        }
    }
    found.retain(|class| {
        macros
            .get(class)
            .into_iter()
            .flatten()
            .all(|path| matches!(*path, "handle" | "format_object" | "identity"))
    });
    let holds = |ty: &Ty| {
        let mut names = FxHashSet::default();
        ty.names(&mut names);
        !names.is_disjoint(&found)
    };
    let is_held = items.iter().any(|item| match item {
        Item::Enum(item) => item.variants.iter().filter_map(|variant| variant.ty.as_ref()).any(holds),
        _ => false,
    });
    if is_held { FxHashSet::default() } else { found }
}

/// What a file asks of objects that it does not name.
#[derive(Default)]
struct Asked {
    truth: bool,
    hash: bool,
    format: bool,
}

impl Asked {
    fn function(&mut self, func: &Fn) {
        func.params.iter().for_each(|param| self.ty(&param.ty));
        func.ret.iter().for_each(|ty| self.ty(ty));
        self.block(&func.body);
    }

    fn ty(&mut self, ty: &Ty) {
        match ty {
            Ty::Named(path, args) => {
                self.path(path);
                args.iter().for_each(|ty| self.ty(ty));
            }
            Ty::Tuple(items) => items.iter().for_each(|ty| self.ty(ty)),
            Ty::Ref(ty) | Ty::RefMut(ty) | Ty::RefStatic(ty) | Ty::Slice(ty) | Ty::Iterator(ty) => {
                self.ty(ty)
            }
            Ty::Infer | Ty::Never | Ty::SelfTy => {}
        }
    }

    fn path(&mut self, path: &Path) {
        match path {
            Path::Rt(name) => {
                self.hash |= !matches!(
                    *name,
                    "List"
                        | "Str"
                        | "Int"
                        | "Num"
                        | "Exception"
                        | "Tuple"
                        | "Iter"
                        | "Field"
                        | "LateField"
                        | "Range"
                        | "Global"
                        | "py"
                        | "repr"
                );
                self.truth |= name.contains("ruth");
            }
            Path::RtIn(module, name) => {
                self.hash |= !matches!(
                    *module,
                    "exc"
                        | "int"
                        | "float"
                        | "str"
                        | "format"
                        | "builtins"
                        | "show"
                        | "truth"
                        | "math"
                        | "random"
                        | "iter"
                );
                self.truth |= *module == "truth"
                    || *module == "itertools"
                    || (*module == "builtins"
                        && matches!(name.as_str(), "any" | "all" | "try_any" | "try_all"));
                // What an `impl PyFormat` calls asks for no other.
                self.format |= *module == "format"
                    && !["try_format_value", "try_format_as_text"].contains(&name.as_str());
            }
            Path::Assoc(of, _) => self.path(of),
            Path::Local(_) | Path::Exc(_) | Path::Std(_) => {}
        }
    }
}

impl Visit for Asked {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(path) | Expr::Struct(path, _) => self.path(path),
            Expr::Generic(path, types) | Expr::GenericAssoc(path, types, _) => {
                self.path(path);
                types.iter().for_each(|ty| self.ty(ty));
            }
            Expr::Method(_, name, types, _) => {
                types.iter().for_each(|ty| self.ty(ty));
                self.truth |= name.contains("truth");
                self.hash |= name.contains("hash");
                self.format |= [
                    "format",
                    "percent",
                    "braces",
                    "class_name",
                    "as_num",
                    "as_whole",
                    "as_text",
                    "as_bytes",
                ]
                .iter()
                .any(|part| name.contains(part));
            }
            Expr::Cast(_, ty) => self.ty(ty),
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { ty: Some(ty), .. } = stmt {
            self.ty(ty);
        }
        walk_stmt(self, stmt);
    }

    fn closure(&mut self, closure: &Closure) {
        closure
            .params
            .iter()
            .filter_map(|(_, ty)| ty.as_ref())
            .chain(&closure.ret)
            .for_each(|ty| self.ty(ty));
        crate::rir::visit::walk_closure(self, closure);
    }
}
