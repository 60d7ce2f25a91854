//! Constructors that make the object whole, instead of an empty one that `__init__` fills.
//!
//! ```text
//! fn new(name: Str) -> Self {                       fn new(name: Str) -> Self {
//!     let this = Self::alloc(NodeFields {               Self::alloc(NodeFields {
//!         name: Field::unset(),                             name: Field::new(name.clone()),
//!         size: Field::unset(),                             size: Field::new(0),
//!     });                                               })
//!     this.__init__(name);                          }
//!     this
//! }
//! fn __init__(&self, name: Str) {
//!     self.name.set(name.clone());
//!     self.size.set(0);
//! }
//! ```
//!
//! What `__init__` does before it uses the object otherwise goes into the literal; the rest runs on the object. An
//! initialiser of a base that only sets attributes is taken in. One that nothing else calls goes.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::rir::visit::{
    Visit, VisitMut, walk_block_mut, walk_closure_mut, walk_expr, walk_expr_mut, walk_pat,
};
use crate::rir::{Block, Closure, Expr, Fn, Impl, Item, Pat, Path, Stmt, Ty};
use crate::tidy::mentions::Mentions;

/// An initialiser that is gone: its class, its name, and the constructor that does its work.
pub(crate) type TakenIn = (String, String, String);

/// Rewrites the constructors of all classes; gives the initialisers that are gone.
pub(super) fn run(items: &mut [Item]) -> Vec<TakenIn> {
    for item in items.iter_mut() {
        if let Item::Impl(item) = item {
            item.fns.iter_mut().for_each(|func| OnSelf.block(&mut func.body));
        }
    }
    let mut copies: FxHashSet<(String, String)> = FxHashSet::default();
    for item in items.iter() {
        if let Item::Struct(item) = item {
            let is_copy = |ty: &Ty| {
                matches!(ty, Ty::Named(Path::Rt("Field"), args)
                    if matches!(args.as_slice(), [Ty::Named(Path::Local(name), _)]
                        if matches!(name.as_str(), "i64" | "f64" | "bool")))
            };
            let fields = item.fields.iter().filter(|(_, ty)| is_copy(ty));
            copies.extend(fields.map(|(field, _)| (item.name.clone(), field.clone())));
        }
    }
    let mut taken_in: FxHashMap<(usize, String), String> = FxHashMap::default();
    for (at, item) in items.iter_mut().enumerate() {
        if let Item::Impl(class) = item
            && class.of.is_none()
        {
            for (init, new) in rewrite(class, &copies) {
                taken_in.entry((at, init)).or_insert(new);
            }
        }
    }
    let mut gone = Vec::new();
    // One that is gone calls no other any more.
    loop {
        let n_gone = gone.len();
        let calls = Calls::of(items);
        for (at, item) in items.iter_mut().enumerate() {
            let Item::Impl(class) = item else { continue };
            let Ty::Named(Path::Local(object), _) = &class.ty else { continue };
            class.fns.retain(|func| {
                let key = (at, func.name.clone());
                let is_called = calls.own.contains(&key) || calls.foreign.contains(&func.name);
                match taken_in.get(&key).filter(|_| !is_called) {
                    Some(new) => {
                        gone.push((object.clone(), func.name.clone(), new.clone()));
                        false
                    }
                    None => true,
                }
            });
        }
        if gone.len() == n_gone {
            return gone;
        }
    }
}

/// `self.clone().method()` is `self.method()`: the methods of objects take references.
struct OnSelf;

impl VisitMut for OnSelf {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Method(receiver, _, _, _) = expr
            && receiver.clone_of().is_some_and(|object| is(object, "self"))
        {
            **receiver = Expr::local("self");
        }
        walk_expr_mut(self, expr);
    }
}

/// Which methods are called: on `self` or a new object, by impl; on anything else.
#[derive(Default)]
struct Calls {
    at: usize,
    own: FxHashSet<(usize, String)>,
    foreign: FxHashSet<String>,
}

impl Calls {
    fn of(items: &[Item]) -> Self {
        let mut calls = Calls::default();
        for (at, item) in items.iter().enumerate() {
            calls.at = at;
            match item {
                Item::Fn(func) => calls.block(&func.body),
                Item::Impl(item) => item.fns.iter().for_each(|func| calls.block(&func.body)),
                _ => {}
            }
        }
        calls
    }
}

impl Visit for Calls {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Method(receiver, name, _, _) = expr {
            match &**receiver {
                Expr::Path(Path::Local(of)) if of == "self" || of == "this" => {
                    self.own.insert((self.at, name.clone()));
                }
                _ => {
                    self.foreign.insert(name.clone());
                }
            }
        }
        walk_expr(self, expr);
    }
}

/// Rewrites the constructors of `class`; gives the initialisers that they have taken in, and which took each.
fn rewrite(class: &mut Impl, copies: &FxHashSet<(String, String)>) -> Vec<(String, String)> {
    let mut taken_in = Vec::new();
    for at in 0..class.fns.len() {
        let Some(shape) = shape_of(&class.fns[at]) else { continue };
        let Some(init) = class.fns.iter().find(|func| func.name == shape.init && func.has_self()) else {
            continue;
        };
        let mut names = vec![init.name.clone()];
        let mut build = Build {
            class,
            strukt: shape.strukt.clone(),
            copies,
            taken: variables(init),
            held: FxHashMap::default(),
            before: Vec::new(),
            fields: shape.kept.clone(),
            taken_in: &mut names,
        };
        let mut rest = init.body.stmts.iter();
        let mut after: Vec<Stmt> = Vec::new();
        for stmt in rest.by_ref() {
            if !build.take(stmt) {
                after.push(stmt.clone());
                break;
            }
        }
        after.extend(rest.cloned());
        let (before, given) = (build.before, build.fields);
        let tail = init.body.tail.as_deref();
        if !tail.is_none_or(|tail| is_unit(tail) || is_ok_of_unit(tail)) || given.is_empty() {
            continue;
        }
        let mut fields: Vec<(String, Expr)> = given;
        for (name, value) in &shape.fields {
            if !fields.iter().any(|(given, _)| given == name) {
                fields.push((name.clone(), value.clone()));
            }
        }
        let literal = Expr::Struct(Path::Local(shape.strukt), fields);
        let alloc = Expr::call(Path::local("Self").assoc("alloc"), vec![literal]);
        let is_fallible = shape.is_fallible;
        let ok = |value: Expr| {
            if is_fallible { Expr::call(Path::local("Ok"), vec![value]) } else { value }
        };
        let mut stmts = before;
        let value = if after.is_empty() {
            ok(alloc)
        } else {
            stmts.push(Stmt::Let { pat: Pat::Bind("this".to_owned(), false), ty: None, init: Some(alloc) });
            let mut on_this = OnThis { result: ok(Expr::local("this")), closures: 0 };
            after.iter_mut().for_each(|stmt| on_this.stmt(stmt));
            stmts.extend(after);
            ok(Expr::local("this"))
        };
        let func = Fn {
            params: init.params.clone(),
            body: Block { stmts, tail: Some(Box::new(value)) },
            ..class.fns[at].clone()
        };
        taken_in.extend(names.into_iter().map(|init| (init, func.name.clone())));
        class.fns[at] = func;
    }
    taken_in
}

/// A constructor that makes an empty object and hands it to its initialiser.
struct Shape {
    /// The struct of the fields.
    strukt: String,
    /// What each starts as.
    fields: Vec<(String, Expr)>,
    /// What is set before the initialiser runs.
    kept: Vec<(String, Expr)>,
    init: String,
    is_fallible: bool,
}

fn shape_of(func: &Fn) -> Option<Shape> {
    let [
        Stmt::Let { pat: Pat::Bind(this, _), init: Some(Expr::Call(alloc, args)), .. },
        kept @ ..,
        Stmt::Expr(call),
    ] = func.body.stmts.as_slice()
    else {
        return None;
    };
    let is_alloc = matches!(&**alloc, Expr::Path(Path::Assoc(of, name))
        if name == "alloc" && **of == Path::local("Self"));
    let [Expr::Struct(Path::Local(strukt), fields)] = args.as_slice() else { return None };
    let (call, is_fallible) = match call {
        Expr::Try(call) => (&**call, true),
        call => (call, false),
    };
    let Expr::Method(receiver, init, _, _) = call else { return None };
    if this != "this" || !is_alloc || !is(receiver, "this") {
        return None;
    }
    let kept = kept.iter().map(|stmt| set_of(stmt, "this")).collect::<Option<Vec<_>>>()?;
    let kept = kept.into_iter().map(|(name, value)| (name, field(value.clone()))).collect();
    Some(Shape { strukt: strukt.clone(), fields: fields.clone(), kept, init: init.clone(), is_fallible })
}

/// `of.name.set(value)`.
fn set_of<'s>(stmt: &'s Stmt, of: &str) -> Option<(String, &'s Expr)> {
    let Stmt::Expr(Expr::Method(place, set, _, args)) = stmt else { return None };
    let (Expr::Field(object, name), "set", [value]) = (&**place, set.as_str(), args.as_slice()) else {
        return None;
    };
    is(object, of).then(|| (name.clone(), value))
}

fn is(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(Path::Local(local)) if local == name)
}

fn is_unit(expr: &Expr) -> bool {
    matches!(expr, Expr::Tuple(items) if items.is_empty())
}

fn is_ok_of_unit(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(callee, args)
        if matches!(&**callee, Expr::Path(path) if *path == Path::local("Ok")) && args.iter().all(is_unit))
}

/// `Field::new(value)`.
fn field(value: Expr) -> Expr {
    Expr::call(Path::Rt("Field").assoc("new"), vec![value])
}

/// The variables that a function has and binds.
fn variables(func: &Fn) -> FxHashSet<String> {
    struct Variables(FxHashSet<String>);
    impl Visit for Variables {
        fn pat(&mut self, pat: &Pat) {
            if let Pat::Bind(name, _) = pat {
                self.0.insert(name.clone());
            }
            walk_pat(self, pat);
        }
    }
    let params = func.params.iter().map(|param| param.name.clone());
    let mut out = Variables(params.collect());
    out.block(&func.body);
    out.0
}

/// The literal, while the statements of the initialiser are gone through.
struct Build<'c> {
    class: &'c Impl,
    strukt: String,
    copies: &'c FxHashSet<(String, String)>,
    /// The variables of the initialiser.
    taken: FxHashSet<String>,
    /// The variables that hold the values of attributes.
    held: FxHashMap<String, String>,
    before: Vec<Stmt>,
    fields: Vec<(String, Expr)>,
    taken_in: &'c mut Vec<String>,
}

impl Build<'_> {
    /// Takes a statement in; `false` where it needs the object.
    fn take(&mut self, stmt: &Stmt) -> bool {
        if let Some((name, value)) = set_of(stmt, "self") {
            let Some(value) = self.without_self(value) else { return false };
            if self.fields.iter().any(|(given, _)| *given == name) {
                return false;
            }
            let value = if self.reads_held(&value) {
                // The literal takes what it reads away.
                self.hold_all();
                self.hold(&name, value)
            } else {
                value
            };
            self.fields.push((name, field(value)));
            return true;
        }
        if let Stmt::Expr(Expr::Method(receiver, name, _, args)) = stmt
            && is(receiver, "self")
            && let Some(base) = self.class.fns.iter().find(|func| func.name == *name && func.has_self())
        {
            return self.take_base(base, args);
        }
        let mut mentions = ObjectUses::default();
        mentions.stmt(stmt);
        if mentions.this || mentions.returns {
            return false;
        }
        // What was to be evaluated before it is: the literal comes last.
        self.hold_all();
        self.before.push(stmt.clone());
        true
    }

    /// Evaluates what the attributes get before the literal.
    fn hold_all(&mut self) {
        let mut fields = std::mem::take(&mut self.fields);
        for (name, value) in &mut fields {
            if let Expr::Call(_, args) = value
                && let [held] = args.as_mut_slice()
                && !matches!(held, Expr::Int(..) | Expr::Float(_) | Expr::Bool(_))
                && !self.held.values().any(|bound| is(held, bound))
            {
                *held = self.hold(name, std::mem::replace(held, Expr::unit()));
            }
        }
        self.fields = fields;
    }

    /// Evaluates the value of one attribute; what is left of it is a variable.
    fn hold(&mut self, name: &str, value: Expr) -> Expr {
        let mut bound = format!("{name}_");
        while self.taken.contains(&bound) {
            bound.push('_');
        }
        self.held.insert(name.to_owned(), bound.clone());
        let pat = Pat::Bind(bound.clone(), false);
        self.before.push(Stmt::Let { pat, ty: None, init: Some(value) });
        Expr::local(bound)
    }

    /// Whether `value` reads what the literal moves.
    fn reads_held(&self, value: &Expr) -> bool {
        let is_copied = |name: &str| self.copies.contains(&(self.strukt.clone(), name.to_owned()));
        self.held.iter().any(|(name, bound)| !is_copied(name) && Mentions::in_expr(bound, value))
    }

    /// Takes in a call of a base's initialiser that only sets attributes.
    fn take_base(&mut self, base: &Fn, args: &[Expr]) -> bool {
        let mut names = Vec::new();
        let Some(sets) = self.sets_of(base, args, &mut names) else { return false };
        let n_known = self.fields.len();
        for (name, value) in sets {
            let is_new = !self.fields.iter().any(|(known, _)| *known == name);
            match self.without_self(&value).filter(|_| is_new) {
                Some(value) => self.fields.push((name, field(value))),
                None => {
                    self.fields.truncate(n_known);
                    return false;
                }
            }
        }
        self.taken_in.extend(names);
        true
    }

    /// What a base's initialiser sets when it is called with `args`, where that is all that it does; `names` are the
    /// initialisers that do it.
    fn sets_of(&self, base: &Fn, args: &[Expr], names: &mut Vec<String>) -> Option<Vec<(String, Expr)>> {
        let is_plain = base.body.tail.as_deref().is_none_or(is_unit)
            && base.params.len() == args.len()
            && base.params.iter().all(|param| !param.is_mut)
            && args.iter().all(super::is_pure);
        if !is_plain || names.contains(&base.name) {
            return None;
        }
        names.push(base.name.clone());
        let mut given: FxHashMap<&str, (&Expr, u32)> =
            base.params.iter().zip(args).map(|(param, arg)| (param.name.as_str(), (arg, 0))).collect();
        let mut sets = Vec::new();
        for stmt in &base.body.stmts {
            if let Some((name, value)) = set_of(stmt, "self") {
                let mut value = value.clone();
                put(&mut given, &mut value)?;
                sets.push((name, value));
                continue;
            }
            let Stmt::Expr(Expr::Method(receiver, name, _, args)) = stmt else { return None };
            let next = self.class.fns.iter().find(|func| func.name == *name && func.has_self())?;
            let mut args = args.clone();
            args.iter_mut().try_for_each(|arg| put(&mut given, arg))?;
            if !is(receiver, "self") {
                return None;
            }
            sets.extend(self.sets_of(next, &args, names)?);
        }
        // What makes a new object makes one.
        let is_made_once = given.values().all(|(arg, count)| place_of(arg).is_some() || *count == 1);
        is_made_once.then_some(sets)
    }

    /// `value` with what it reads of the new object read from where that came from.
    fn without_self(&self, value: &Expr) -> Option<Expr> {
        struct Reads<'b, 'c>(&'b Build<'c>);
        impl VisitMut for Reads<'_, '_> {
            fn expr(&mut self, expr: &mut Expr) {
                if let Expr::Method(place, get, _, args) = &*expr
                    && let Expr::Field(object, name) = &**place
                    && is(object, "self")
                    && get == "get"
                    && args.is_empty()
                    && let Some((_, Expr::Call(_, given))) =
                        self.0.fields.iter().find(|(known, _)| known == name)
                    && let [given] = given.as_slice()
                {
                    let is_copy = self.0.copies.contains(&(self.0.strukt.clone(), name.clone()));
                    match given {
                        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) => return *expr = given.clone(),
                        Expr::Path(_) if is_copy => return *expr = given.clone(),
                        given => {
                            if let Some(place) = place_of(given) {
                                return *expr = place.clone().cloned();
                            }
                        }
                    }
                }
                walk_expr_mut(self, expr);
            }
        }
        let mut value = value.clone();
        Reads(self).expr(&mut value);
        let mut mentions = ObjectUses::default();
        mentions.expr(&value);
        (!mentions.this && !mentions.returns).then_some(value)
    }
}

/// The variable of `x` or `x.clone()`.
fn place_of(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Path(Path::Local(_)) => Some(expr),
        expr => expr.clone_of().and_then(place_of),
    }
}

/// Puts arguments for the parameters in `value`, where that needs no care about names.
fn put<'a>(given: &mut FxHashMap<&'a str, (&'a Expr, u32)>, value: &mut Expr) -> Option<()> {
    let mut put = Put { given, is_simple: true };
    put.expr(value);
    put.is_simple.then_some(())
}

/// Puts arguments for parameters.
struct Put<'g, 'a> {
    given: &'g mut FxHashMap<&'a str, (&'a Expr, u32)>,
    is_simple: bool,
}

impl VisitMut for Put<'_, '_> {
    fn expr(&mut self, expr: &mut Expr) {
        let is_clone = expr.clone_of().is_some();
        let inner = expr.clone_of().unwrap_or(expr);
        if let Expr::Path(Path::Local(name)) = inner
            && let Some((arg, count)) = self.given.get_mut(name.as_str())
        {
            *count += 1;
            *expr = match place_of(arg) {
                Some(place) if is_clone => place.clone().cloned(),
                Some(place) => place.clone(),
                None => (*arg).clone(),
            };
            return;
        }
        walk_expr_mut(self, expr);
    }

    fn block(&mut self, block: &mut Block) {
        // Names of its own could be those of the arguments.
        self.is_simple &= block.stmts.is_empty();
        walk_block_mut(self, block);
    }

    fn closure(&mut self, _: &mut Closure) {
        self.is_simple = false;
    }
}

/// Whether the object is used, and whether control may leave.
#[derive(Default)]
struct ObjectUses {
    this: bool,
    returns: bool,
}

impl Visit for ObjectUses {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(Path::Local(name)) if name == "self" => self.this = true,
            Expr::Return(value) => {
                // An exception leaves no object behind.
                let is_error = matches!(value.as_deref(), Some(Expr::Call(callee, _))
                    if matches!(&**callee, Expr::Path(path) if *path == Path::local("Err")));
                self.returns |= !is_error;
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// The rest of an initialiser, in the constructor: `this` for `self`, and the object for what it returns.
struct OnThis {
    result: Expr,
    closures: u32,
}

impl OnThis {
    /// A place that is looked at: no reference is needed there.
    fn place(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(Path::Local(name)) if name == "self" => *name = "this".to_owned(),
            _ => self.expr(expr),
        }
    }
}

impl VisitMut for OnThis {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(receiver, _, _, args) => {
                self.place(receiver);
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(object, _) => self.place(object),
            // The receiver of a method is a reference.
            Expr::Path(Path::Local(name)) if name == "self" => *expr = Expr::local("this").by_ref(),
            Expr::Return(value)
                if self.closures == 0
                    && value.as_deref().is_none_or(|value| is_unit(value) || is_ok_of_unit(value)) =>
            {
                *value = Some(Box::new(self.result.clone()));
            }
            Expr::AsyncMove(_) => {
                self.closures += 1;
                walk_expr_mut(self, expr);
                self.closures -= 1;
            }
            _ => walk_expr_mut(self, expr),
        }
    }

    fn closure(&mut self, closure: &mut Closure) {
        self.closures += 1;
        walk_closure_mut(self, closure);
        self.closures -= 1;
    }
}
