//! What all kinds of a union answer alike is a method of the union.
//!
//! ```text
//! match shape {                                   shape.area()
//!     Shape::Rect(it) => it.area(),
//!     Shape::Circle(it) => it.area(),             impl Shape { pub fn area(&self) -> f64 { match self { … } } }
//! }
//! match item { Item::Book(it) => it.title.get(), … }      item.title()
//! ```

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::Mentions;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Arm, Block, Expr, Fn, Impl, Item, KNOWN_METHODS, Param, Pat, Path, Receiver, Ty};

/// Methods that traits give to a union.
const TAKEN: &[&str] = &[
    "cmp",
    "copied",
    "copy",
    "deepcopy",
    "eq",
    "ge",
    "gt",
    "is",
    "kind",
    "le",
    "lt",
    "ne",
    "partial_cmp",
    "py_hash",
    "repr",
    "same",
    "str",
    "truth",
    "try_format",
    "class_name",
    "as_num",
    "as_whole",
    "as_text",
    "as_bytes",
];

/// Gives the unions of a file their methods.
pub(super) fn run(items: &mut Vec<Item>) {
    let mut known = Known::of(items);
    if known.unions.is_empty() {
        return;
    }
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => known.block(&mut func.body),
            Item::Impl(item) => item.fns.iter_mut().for_each(|func| known.block(&mut func.body)),
            _ => {}
        }
    }
    for (union, methods) in known.made {
        let made = Item::Impl(Impl {
            of: None,
            ty: Ty::local(union.clone()),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: methods.into_values().collect(),
        });
        let of_union = |item: &Item| match item {
            Item::Enum(item) => item.name == union,
            Item::Variants { name, .. } => *name == union,
            _ => false,
        };
        if let Some(at) = items.iter().rposition(of_union) {
            items.insert(at + 1, made);
        }
    }
}

/// The unions of classes, and what their classes have.
struct Known {
    /// By union: the variants and their classes.
    unions: FxHashMap<String, Vec<(String, String)>>,
    /// By class and name: parameters and result.
    methods: FxHashMap<(String, String), (Vec<Param>, Option<Ty>)>,
    /// By class and name: the type of an attribute.
    fields: FxHashMap<(String, String), Ty>,
    made: BTreeMap<String, BTreeMap<String, Fn>>,
}

impl Known {
    fn of(items: &[Item]) -> Self {
        let mut known = Known {
            unions: FxHashMap::default(),
            methods: FxHashMap::default(),
            fields: FxHashMap::default(),
            made: BTreeMap::new(),
        };
        let structs: FxHashMap<&str, &[(String, Ty)]> = items
            .iter()
            .filter_map(|item| match item {
                Item::Struct(item) => Some((item.name.as_str(), item.fields.as_slice())),
                _ => None,
            })
            .collect();
        let mut classes: FxHashSet<&str> = FxHashSet::default();
        for item in items {
            match item {
                Item::Macro { path: "handle", args, .. } => {
                    let [Ty::Named(Path::Local(class), _), Ty::Named(Path::Local(fields), _)] =
                        args.as_slice()
                    else {
                        continue;
                    };
                    classes.insert(class);
                    for (name, ty) in structs.get(fields.as_str()).copied().unwrap_or_default() {
                        if let Ty::Named(Path::Rt("Field"), args) = ty
                            && let [ty] = args.as_slice()
                        {
                            known.fields.insert((class.clone(), name.clone()), ty.clone());
                        }
                    }
                }
                Item::Impl(item) if item.of.is_none() => {
                    let Ty::Named(Path::Local(class), _) = &item.ty else { continue };
                    for func in item.fns.iter().filter(|func| func.has_self()) {
                        let signature = (func.params.clone(), func.ret.clone());
                        known.methods.insert((class.clone(), func.name.clone()), signature);
                    }
                }
                _ => {}
            }
        }
        for item in items {
            let Item::Enum(item) = item else { continue };
            let variants: Option<Vec<(String, String)>> = item
                .variants
                .iter()
                .map(|variant| match &variant.ty {
                    Some(Ty::Named(Path::Local(class), _)) if classes.contains(class.as_str()) => {
                        Some((variant.name.clone(), class.clone()))
                    }
                    _ => None,
                })
                .collect();
            if let Some(variants) = variants.filter(|variants| variants.len() > 1) {
                known.unions.insert(item.name.clone(), variants);
            }
        }
        known
    }

    /// The call of a method of the union that does what all arms do.
    fn joined(&mut self, value: &Expr, arms: &[Arm]) -> Option<Expr> {
        let first = arms.first()?;
        let Pat::Call(Path::Assoc(union, _), _) = &first.pat else { return None };
        let Path::Local(union) = &**union else { return None };
        let variants = self.unions.get(union)?.clone();
        if arms.len() != variants.len() {
            return None;
        }
        let mut asked: Option<Asked> = None;
        let mut text = String::new();
        for (arm, (variant, _)) in arms.iter().zip(&variants) {
            let Pat::Call(Path::Assoc(_, name), inner) = &arm.pat else { return None };
            let [Pat::Bind(bound, false)] = inner.as_slice() else { return None };
            if arm.guard.is_some() || name != variant {
                return None;
            }
            let one = asked_of(&arm.body, bound)?;
            let one_text = format!("{one:?}");
            if asked.is_none() {
                text.clone_from(&one_text);
            }
            if text != one_text {
                return None;
            }
            asked = Some(one);
        }
        let asked = asked?;
        if TAKEN.iter().chain(KNOWN_METHODS).any(|taken| *taken == asked.name) || asked.name.starts_with("__")
        {
            return None;
        }
        let func = if asked.is_field {
            self.accessor(&asked.name, &variants)?
        } else {
            self.method(&asked.name, &variants)?
        };
        if !asked.is_field && func.params.len() != asked.args.len() {
            return None;
        }
        let func = dispatching(func, &asked, union, &variants);
        self.made.entry(union.clone()).or_default().insert(asked.name.clone(), func);
        let call = value.clone_of().unwrap_or(value).clone().method(asked.name, asked.args);
        Some(if asked.is_tried { call.tried() } else { call })
    }

    fn method(&self, name: &str, variants: &[(String, String)]) -> Option<Fn> {
        let of = |class: &String| self.methods.get(&(class.clone(), name.to_owned()));
        let types = |params: &[Param]| params.iter().map(|param| param.ty.clone()).collect::<Vec<_>>();
        let (params, ret) = of(&variants[0].1)?;
        let is_same = |(_, class): &(String, String)| {
            of(class).is_some_and(|(other, result)| result == ret && types(other) == types(params))
        };
        // A name of its own for each parameter: that of the first class.
        let params = params.iter().map(|param| Param { is_mut: false, ..param.clone() }).collect();
        variants.iter().all(is_same).then(|| function(name, params, ret.clone()))
    }

    fn accessor(&self, name: &str, variants: &[(String, String)]) -> Option<Fn> {
        let of = |class: &String| self.fields.get(&(class.clone(), name.to_owned()));
        let ty = of(&variants[0].1)?;
        let fits = |(_, class): &(String, String)| {
            of(class) == Some(ty) && !self.methods.contains_key(&(class.clone(), name.to_owned()))
        };
        variants.iter().all(fits).then(|| function(name, Vec::new(), Some(ty.clone())))
    }
}

impl VisitMut for Known {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        if let Expr::Match(value, arms) = expr
            && let Some(call) = self.joined(value, arms)
        {
            *expr = call;
        }
    }
}

/// What an arm asks of its value.
#[derive(Debug)]
struct Asked {
    name: String,
    args: Vec<Expr>,
    is_field: bool,
    is_tried: bool,
}

fn asked_of(body: &Expr, bound: &str) -> Option<Asked> {
    let (body, is_tried) = match body {
        Expr::Try(body) => (&**body, true),
        body => (body, false),
    };
    let Expr::Method(receiver, name, types, args) = body else { return None };
    let is_bound = |expr: &Expr| matches!(expr, Expr::Path(Path::Local(name)) if name == bound);
    let asked = match &**receiver {
        Expr::Field(object, field) if is_bound(object) && name == "get" && args.is_empty() && !is_tried => {
            Asked { name: field.clone(), args: Vec::new(), is_field: true, is_tried }
        }
        object if is_bound(object.clone_of().unwrap_or(object)) => {
            Asked { name: name.clone(), args: args.clone(), is_field: false, is_tried }
        }
        _ => return None,
    };
    let is_apart = !asked.args.iter().any(|arg| Mentions::in_expr(bound, arg));
    (types.is_empty() && is_apart).then_some(asked)
}

fn function(name: &str, params: Vec<Param>, ret: Option<Ty>) -> Fn {
    Fn {
        name: name.to_owned(),
        doc: None,
        is_pub: true,
        receiver: Receiver::Ref,
        params,
        ret,
        body: Block::default(),
        expects: Vec::new(),
    }
}

/// `match self { Union::A(it) => it.name(args), … }`.
fn dispatching(mut func: Fn, asked: &Asked, union: &str, variants: &[(String, String)]) -> Fn {
    let n = func.params.len();
    let arms = variants.iter().map(|(variant, _)| {
        let it = Expr::local("it");
        let body = if asked.is_field {
            Expr::Field(Box::new(it), asked.name.clone()).method("get", Vec::new())
        } else {
            let args = func.params.iter().map(|param| Expr::local(param.name.clone())).collect();
            it.method(asked.name.clone(), args)
        };
        let path = Path::local(union).assoc(variant.clone());
        Arm { pat: Pat::Call(path, vec![Pat::Bind("it".to_owned(), false)]), guard: None, body }
    });
    let body = Expr::Match(Box::new(Expr::local("self")), arms.collect());
    func.body = Block::of(body);
    if n > 6 {
        func.expects.push("clippy::too_many_arguments");
    }
    func
}
