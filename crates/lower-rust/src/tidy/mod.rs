//! Tidying of RIR, once it is all there: small passes over a function, each a file, none of which changes what the
//! program does. They make the Rust what a person would have left, and quiet rustc and clippy.
//!
//! In: the items of a file. Out: the same items. Cost: linear, but for the depth of nested loops.

mod alias;
mod annotation;
mod big;
mod boolean;
mod borrow;
mod caught;
mod chain;
mod chosen;
mod construct;
mod cyclic;
mod dead;
mod displays;
mod enter;
mod entry;
mod fields;
mod find;
mod flow;
mod held;
mod hoist;
mod inline;
mod iterator;
mod late;
mod letters;
mod lints;
mod literal;
mod looked_at;
mod mangled;
mod mentions;
mod methods;
mod moves;
mod mutable;
mod narrow;
mod never_none;
mod object;
mod opened;
mod option;
mod own;
mod patterns;
mod payload;
mod pieces;
mod present;
mod ranges;
mod receiver;
mod resolve;
mod reversed;
mod rewrap;
mod statics;
mod stepping;
mod stores;
mod traits;
mod unused;
mod unwrap;
mod variant;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Options;
use crate::rir::{BinOp, Block, Expr, Fn, Item, Path, Stmt, Ty, UnOp};

/// Tidies every function of `items`; gives the initialisers that their constructors have taken in. `variables` are the names
/// of the program's own.
pub(crate) fn tidy(
    items: &mut Vec<Item>,
    variables: &FxHashSet<String>,
    options: &Options,
) -> Vec<construct::TakenIn> {
    let gone = construct::run(items);
    methods::run(items);
    let ints = fields::int_attributes(items);
    let has_ends = items.iter().any(|item| matches!(item, Item::Macro { path: "finalised", .. }));
    let file = File { variables, has_ends };
    each(items, |func| first(func, &ints, &file));
    statics::run(items);
    if !has_ends {
        borrow::run(items);
    }
    let attributes = fields::attribute_types(items);
    each(items, |func| second(func, &attributes, &file));
    let shares_all = options.shares_all || has_ends;
    let plain = if shares_all { object::Plain::default() } else { object::run(items) };
    traits::run(items);
    let copied = fields::run(items, &plain);
    let mut traits = own::Traits::default();
    if !shares_all {
        traits = own::run(items, copied.clone(), &plain);
    }
    let mut changed = object::change(items, &plain, &copied).into_iter();
    each(items, patterns::run);
    if !shares_all {
        ranges::run(items, &mut traits);
    }
    items.extend(traits.uses());
    if !shares_all {
        iterator::run(items);
    }
    let enums = variant::Enums::of(items);
    let mut is_opened = false;
    each(items, |func| is_opened |= third(func, changed.next(), &enums, &file));
    if is_opened {
        items.push(Item::Use(Path::Rt("Present")));
    }
    cyclic::run(items);
    statics::drop_unused(items);
    traits::by_macros(items);
    mangled::run(items);
    gone
}

/// What is known of the whole file.
struct File<'v> {
    /// The names of the program's own variables.
    variables: &'v FxHashSet<String>,
    /// Whether objects have a `__del__` that is seen: they end with their last handle, and one that an expression holds with
    /// the expression, so that what holds them stays as it is.
    has_ends: bool,
}

fn each(items: &mut [Item], mut pass: impl FnMut(&mut Fn)) {
    for item in items {
        match item {
            Item::Fn(func) => pass(func),
            Item::Impl(item) => item.fns.iter_mut().for_each(&mut pass),
            _ => {}
        }
    }
}

/// What a function shows by itself, with its variables resolved.
fn first(func: &mut Fn, int_attributes: &FxHashSet<String>, file: &File<'_>) {
    resolve::resolve(func);
    if !file.has_ends {
        hoist::run(func);
        literal::converted(func);
        inline::literals(func, file.variables);
    }
    boolean::run(func, int_attributes);
    rewrap::run(func);
    option::run(func);
    caught::run(func);
    flow::run(func);
    dead::run(func);
    late::run(func, file.has_ends);
    alias::run(func);
}

/// More, once it is decided what its parameters are.
fn second(func: &mut Fn, attributes: &FxHashMap<String, Ty>, file: &File<'_>) {
    unwrap::run(func);
    if !file.has_ends {
        never_none::run(func);
    }
    narrow::run(func);
    if !file.has_ends {
        opened::run(func, attributes);
    }
    receiver::run(func);
    entry::run(func, attributes);
    // What a step takes out of its generator is still there in the next one.
    stepping::run(func);
    moves::run(func);
    held::run(func);
    // A value that was cloned out of its variable at the end of a block.
    late::run(func, file.has_ends);
    chain::run(func);
    big::run(func);
    stores::run(func);
    reversed::run(func);
}

/// The rest, once it is decided who owns its lists; gives whether an `Option` is opened by the runtime's `Present`.
fn third(func: &mut Fn, changed: Option<FxHashSet<String>>, enums: &variant::Enums, file: &File<'_>) -> bool {
    letters::run(func);
    if !file.has_ends {
        variant::run(func, enums);
        payload::run(func);
        displays::run(func);
        inline::run(func, file.variables);
        held::run(func);
    }
    let is_opened = present::run(func);
    option::ask(func);
    if !file.has_ends {
        looked_at::run(func);
    }
    displays::fill(func);
    mutable::run(func, changed);
    find::run(func);
    literal::run(func);
    pieces::run(func);
    annotation::run(func);
    lints::run(func);
    unused::run(func, file.has_ends);
    option::run(func);
    // What only the dropped ones read.
    unused::run(func, file.has_ends);
    inline::braces(func);
    boolean::decided(func);
    chosen::run(func);
    enter::run(func);
    resolve::restore(func);
    is_opened
}

/// Whether an expression is a name of the file: a function, a variable that is not resolved, `self`, `Ok`.
fn is_named(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(Path::Local(local)) if local == name)
}

/// What stands behind an `else`: the next `if` of a chain, also where a block of its own is around it.
fn link(otherwise: &Expr) -> &Expr {
    let Expr::Block(block) = otherwise else { return otherwise };
    match (block.stmts.as_slice(), block.tail.as_deref()) {
        ([], Some(tail @ Expr::If(..))) | ([Stmt::Expr(tail @ Expr::If(..))], None) => tail,
        _ => otherwise,
    }
}

/// A block as the body of an arm: what leaves it stands alone.
fn body_of_arm(mut block: Block) -> Expr {
    match (block.stmts.as_slice(), &block.tail) {
        ([Stmt::Expr(only)], None) if only.diverges() => match block.stmts.pop() {
            Some(Stmt::Expr(only)) => only,
            _ => Expr::unit(),
        },
        _ => block.into_expr(),
    }
}

/// Whether two expressions are written alike.
fn same(a: &Expr, b: &Expr) -> bool {
    format!("{a:?}") == format!("{b:?}")
}

/// `exc::or_end(…)`: what a call gives, or the end of the program.
fn is_or_end(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(Path::RtIn("exc", name)) if name == "or_end")
}

/// Whether evaluating `expr` does nothing but give its value.
fn is_pure(expr: &Expr) -> bool {
    match expr {
        Expr::Int(..) | Expr::Float(_) | Expr::Str(_) | Expr::Char(_) | Expr::Bytes(_) | Expr::Bool(_) => {
            true
        }
        Expr::Path(_) | Expr::Generic(..) | Expr::GenericAssoc(..) => true,
        Expr::Tuple(items) | Expr::Array(items) => items.iter().all(is_pure),
        Expr::Ref(value) => is_pure(value),
        Expr::Struct(_, fields) => fields.iter().all(|(_, value)| is_pure(value)),
        Expr::Method(value, name, _, args) => name == "clone" && args.is_empty() && is_pure(value),
        Expr::Match(value, arms) => {
            is_pure(value) && arms.iter().all(|arm| arm.guard.is_none() && is_pure(&arm.body))
        }
        Expr::Call(callee, args) => makes_a_value(callee) && args.iter().all(is_pure),
        _ => false,
    }
}

/// Whether it is a constructor of a literal: `Str::from`, `List::new`, `Some`, `IntOrStr::Int`.
fn makes_a_value(callee: &Expr) -> bool {
    match callee {
        Expr::Path(Path::Assoc(of, name)) => {
            // A variant of an enum, or one of the runtime's.
            name.starts_with(|first: char| first.is_ascii_uppercase())
                || matches!(**of, Path::Rt(_)) && matches!(name.as_str(), "from" | "new" | "unset")
        }
        Expr::GenericAssoc(Path::Rt(_), _, name) => name == "new",
        Expr::Path(Path::Local(name)) => matches!(name.as_str(), "Some" | "Ok"),
        _ => false,
    }
}

/// An integer made of literals.
fn constant(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Int(value, _) => Some(*value),
        Expr::Unary(UnOp::Neg, value) => constant(value)?.checked_neg(),
        Expr::Binary(op, left, right) => {
            let (left, right) = (constant(left)?, constant(right)?);
            match op {
                BinOp::Add => left.checked_add(right),
                BinOp::Sub => left.checked_sub(right),
                BinOp::Mul => left.checked_mul(right),
                BinOp::BitAnd => Some(left & right),
                BinOp::BitOr => Some(left | right),
                BinOp::BitXor => Some(left ^ right),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The parts of an expression that are all evaluated, in order.
fn parts(expr: &mut Expr) -> Vec<&mut Expr> {
    match expr {
        Expr::Call(first, rest) | Expr::Method(first, _, _, rest) => {
            std::iter::once(&mut **first).chain(rest).collect()
        }
        Expr::Field(value, _)
        | Expr::TupleField(value, _)
        | Expr::Unary(_, value)
        | Expr::Ref(value)
        | Expr::RefMut(value)
        | Expr::Try(value)
        | Expr::Watched(value)
        | Expr::Cast(value, _)
        | Expr::Await(value)
        | Expr::Matches(value, _) => vec![value],
        Expr::Binary(_, left, right) | Expr::Index(left, right) | Expr::RangeInclusive(left, right) => {
            vec![left, right]
        }
        Expr::Assign(place, value) | Expr::AssignOp(_, place, value) => vec![value, place],
        Expr::Tuple(items) | Expr::Array(items) | Expr::Vec(items) => items.iter_mut().collect(),
        Expr::Struct(_, fields) => fields.iter_mut().map(|(_, value)| value).collect(),
        Expr::Range(start, end) => start.as_deref_mut().into_iter().chain(end.as_deref_mut()).collect(),
        Expr::Format { first, args, .. } => first.as_deref_mut().into_iter().chain(args).collect(),
        _ => Vec::new(),
    }
}
