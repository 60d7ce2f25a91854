//! What is done with objects: which classes somebody could observe as shared, and what is asked of the others.

use rustc_hash::{FxHashMap, FxHashSet};

use super::program::{Key, Program, key};
use super::types::{Types, is_self};
use crate::rir::visit::{Visit, walk_branches, walk_expr, walk_stmt};
use crate::rir::{Block, Closure, Expr, Fn, Path, Stmt, Ty};
use crate::tidy::resolve::variable;
use crate::tidy::{is_named, is_or_end};

/// A parameter: its function and its place.
pub(super) type Param = (Key, usize);

/// What all functions do with objects.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) shared: FxHashSet<String>,
    /// Classes whose objects are compared with `==`, shown as `repr` and as `str` do, and asked for their truth.
    pub(super) asked: FxHashSet<(String, Asked)>,
    /// Parameters that keep their object, or give it on.
    pub(super) keeps: FxHashSet<Param>,
    /// Where the second parameter keeps what it is handed, so does the first.
    moved: Vec<(Param, Param)>,
    /// A second handle is handed to the parameter: where that keeps it, the class is shared.
    lent: Vec<(String, Param)>,
}

/// What a trait is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Asked {
    Equality,
    Repr,
    Str,
    Truth,
}

impl Facts {
    pub(super) fn share(&mut self, class: &str) {
        self.shared.insert(class.to_owned());
    }

    /// Whether a parameter keeps what it is handed. Who calls a method of a shared class is not known.
    pub(super) fn is_kept(&self, param: &Param) -> bool {
        self.keeps.contains(param)
            || param.0.split_once("::").is_some_and(|(class, _)| self.shared.contains(class))
    }

    /// Draws the conclusions, once everything is said.
    pub(super) fn settle(&mut self) {
        loop {
            let n_known = self.keeps.len() + self.shared.len();
            let kept: Vec<Param> =
                self.moved.iter().filter(|(_, to)| self.is_kept(to)).map(|(from, _)| from.clone()).collect();
            self.keeps.extend(kept);
            let shared: Vec<String> =
                self.lent.iter().filter(|(_, to)| self.is_kept(to)).map(|(class, _)| class.clone()).collect();
            self.shared.extend(shared);
            if self.keeps.len() + self.shared.len() == n_known {
                break;
            }
        }
    }
}

/// Methods of iterators and functions of the runtime whose closures run before the statement around them ends.
fn runs_at_once(name: &str) -> bool {
    matches!(
        name,
        "map"
            | "filter"
            | "filter_map"
            | "flat_map"
            | "for_each"
            | "any"
            | "all"
            | "fold"
            | "position"
            | "find"
            | "find_map"
            | "max_by_key"
            | "min_by_key"
            | "sort_by_key"
            | "sorted_by_key"
            | "take_while"
            | "skip_while"
    )
}

/// Looks at one function.
pub(super) struct Look<'p> {
    pub(super) types: &'p Types<'p>,
    pub(super) facts: &'p mut Facts,
    /// Functions and methods that may change an object that they are lent.
    pub(super) changing: &'p FxHashSet<String>,
    key: Option<Key>,
    gives: bool,
    closures: u32,
}

impl<'p> Look<'p> {
    pub(super) fn at(
        types: &'p Types<'p>,
        facts: &'p mut Facts,
        changing: &'p FxHashSet<String>,
        key: Option<Key>,
    ) -> Self {
        Look { types, facts, changing, key, gives: false, closures: 0 }
    }

    pub(super) fn function(&mut self, func: &Fn) {
        self.gives = match &func.ret {
            Some(Ty::SelfTy) => self.types.own.is_some(),
            Some(ty) => self.types.program.class_given(ty).is_some() || *ty == Ty::SelfTy.result(),
            None => false,
        };
        self.stmts(&func.body);
        if let Some(tail) = &func.body.tail {
            self.returned(tail);
        }
    }

    fn program(&self) -> &'p Program {
        self.types.program
    }

    fn share_class_of(&mut self, expr: &Expr) {
        if let Some(class) = self.types.class_of(expr) {
            self.facts.share(class);
        }
    }

    fn asked(&mut self, class: &str, what: Asked) {
        self.facts.asked.insert((class.to_owned(), what));
    }

    /// An object that is only looked at, or called.
    fn place(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) => {}
            Expr::Ref(value) => self.place(value),
            _ => match expr.clone_of() {
                Some(object) => self.place(object),
                None if is_branched(expr) => self.moved(expr),
                None => self.parts(expr),
            },
        }
    }

    /// An object that somebody else has from now on.
    fn moved(&mut self, expr: &Expr) {
        if let Some(var) = self.types.var(expr) {
            match var.param {
                _ if var.is_ref || self.closures > 0 => self.facts.share(&var.class),
                Some(at) => {
                    self.facts.keeps.extend(self.key.clone().map(|key| (key, at)));
                }
                None => {}
            }
            return;
        }
        match expr {
            _ if is_self(expr) || expr.clone_of().is_some() => self.expr(expr),
            _ if is_branched(expr) => walk_branches(self, expr, Self::stmts, &mut Self::moved),
            Expr::Ref(_) | Expr::RefMut(_) => self.expr(expr),
            _ => self.parts(expr),
        }
    }

    fn stmts(&mut self, block: &Block) {
        block.stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    /// What a function gives back.
    fn returned(&mut self, value: &Expr) {
        if !self.gives || self.closures > 0 {
            return self.expr(value);
        }
        match value {
            Expr::Call(callee, args) if is_named(callee, "Ok") => args.iter().for_each(|arg| self.moved(arg)),
            Expr::Call(callee, args) if is_named(callee, "Err") => args.iter().for_each(|arg| self.expr(arg)),
            Expr::Labelled(..) => self.moved(value),
            value if is_branched(value) => walk_branches(self, value, Self::stmts, &mut Self::returned),
            value => self.moved(value),
        }
    }

    /// The arguments of a function of the file, and the object whose method it is.
    fn call(&mut self, to: &Key, receiver: Option<&Expr>, args: &[Expr]) {
        let program = self.program();
        let Some(signature) = program.signature(to) else { return };
        // Who changes one of them sees the others change.
        let name = to.rsplit("::").next().unwrap_or(to);
        if self.changing.contains(name) {
            let mut roots: FxHashSet<&str> = FxHashSet::default();
            for arg in receiver.into_iter().chain(args) {
                if let Some(root) = root(arg)
                    && self.types.class_of(arg).is_some()
                    && !roots.insert(root)
                {
                    self.share_class_of(arg);
                }
            }
        }
        for (at, arg) in args.iter().enumerate() {
            let param = signature.params.get(at);
            let Some(class) = param.and_then(|ty| program.class_in(ty)) else {
                self.expr(arg);
                continue;
            };
            if matches!(param, Some(Ty::Ref(_))) {
                self.place(arg);
                continue;
            }
            let place = (to.clone(), at);
            if let Some(object) = arg.clone_of() {
                self.place(object);
                self.facts.lent.push((class.to_owned(), place));
            } else if let Some(var) = self.types.var(arg)
                && let Some(own) = var.param
                && !var.is_ref
                && self.closures == 0
            {
                self.facts.moved.extend(self.key.clone().map(|key| ((key, own), place)));
            } else {
                self.moved(arg);
            }
        }
    }

    /// What an expression is made of, whatever becomes of its value.
    fn parts(&mut self, expr: &Expr) {
        let types = self.types;
        match expr {
            Expr::Method(object, name, _, args) => {
                if let Some(class) = types.class_of(object) {
                    self.place(object);
                    let to = key(class, name);
                    match name.as_str() {
                        "clone" => {}
                        _ if self.program().signature(&to).is_some_and(|signature| signature.has_self) => {
                            return self.call(&to, Some(object), args);
                        }
                        "truth" => self.asked(class, Asked::Truth),
                        _ => self.facts.share(class),
                    }
                } else {
                    self.expr(object);
                }
                args.iter().for_each(|arg| match arg {
                    Expr::Closure(closure) if runs_at_once(name) && !closure.is_move => self.at_once(closure),
                    arg => self.expr(arg),
                });
            }
            Expr::Call(callee, args) => self.function_call(callee, args),
            Expr::Try(value) | Expr::Attempt(_, value) | Expr::Watched(value)
                if types.class_of(value).is_some() =>
            {
                self.place(value);
            }
            Expr::Path(path) => {
                // A function that is a value is called by whoever has it.
                if let Some(to) = self.program().called(path, types.of_impl.as_deref())
                    && variable(expr).is_none()
                    && let Some(signature) = self.program().signature(&to)
                {
                    self.program().of_signature(signature, &mut self.facts.shared);
                }
            }
            Expr::Field(object, _) if types.class_of(object).is_some() => self.place(object),
            Expr::Assign(place, value) => match types.var(place) {
                Some(var) => {
                    if var.is_ref || self.closures > 0 {
                        self.facts.share(&var.class);
                    } else if let (Some(at), Some(key)) = (var.param, self.key.clone()) {
                        self.facts.keeps.insert((key, at));
                    }
                    self.moved(value);
                }
                None => {
                    self.expr(value);
                    self.expr(place);
                }
            },
            Expr::Binary(op, left, right)
                if types.class_of(left).is_some() || types.class_of(right).is_some() =>
            {
                for side in [left, right] {
                    match types.class_of(side) {
                        Some(class) if is_equality(*op) => {
                            self.asked(class, Asked::Equality);
                            self.place(side);
                        }
                        _ => self.expr(side),
                    }
                }
            }
            Expr::Return(Some(value)) => self.returned(value),
            Expr::Format { first, text, args, .. } => {
                first.iter().for_each(|first| self.expr(first));
                for (arg, how) in args.iter().zip(shown(text, args.len())) {
                    match shown_object(arg).and_then(|object| Some((object, types.class_of(object)?))) {
                        Some((object, class)) => {
                            how.iter().for_each(|how| self.asked(class, *how));
                            self.place(object);
                        }
                        None => self.expr(arg),
                    }
                }
            }
            // When it runs is not known.
            Expr::Closure(closure) => {
                let mut named = Named { types, found: FxHashSet::default() };
                named.expr(&closure.body);
                self.facts.shared.extend(named.found);
                self.at_once(closure);
            }
            Expr::AsyncMove(block) => {
                let mut named = Named { types, found: FxHashSet::default() };
                named.block(block);
                self.facts.shared.extend(named.found);
                self.closures += 1;
                self.block(block);
                self.closures -= 1;
            }
            _ => walk_expr(self, expr),
        }
    }

    fn function_call(&mut self, callee: &Expr, args: &[Expr]) {
        if is_or_end(callee) {
            return args.iter().for_each(|arg| match self.types.class_of(arg) {
                Some(_) => self.place(arg),
                None => self.expr(arg),
            });
        }
        match callee {
            Expr::Path(path) => {
                if variable(callee).is_none()
                    && let Some(to) = self.program().called(path, self.types.of_impl.as_deref())
                {
                    return self.call(&to, None, args);
                }
                let name = match path {
                    Path::RtIn(_, name) | Path::Assoc(_, name) => name.as_str(),
                    _ => "",
                };
                for arg in args {
                    match arg {
                        Expr::Closure(closure) if runs_at_once(name) && !closure.is_move => {
                            self.at_once(closure);
                        }
                        arg => self.expr(arg),
                    }
                }
            }
            callee => {
                self.expr(callee);
                args.iter().for_each(|arg| self.expr(arg));
            }
        }
    }

    /// A closure that runs while the expression around it does.
    fn at_once(&mut self, closure: &Closure) {
        self.closures += 1;
        self.expr(&closure.body);
        self.closures -= 1;
    }
}

impl Visit for Look<'_> {
    /// A value of which it is not known what becomes of it.
    fn expr(&mut self, expr: &Expr) {
        self.share_class_of(expr);
        self.parts(expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { init: Some(init), pat, .. } if self.types.class_of(init).is_some() => match pat {
                crate::rir::Pat::Bind(..) if matches!(init, Expr::Ref(_)) => self.place(init),
                crate::rir::Pat::Bind(..) => self.moved(init),
                _ => self.expr(init),
            },
            // It is dropped.
            Stmt::Expr(expr) if !is_branched(expr) && self.types.class_of(expr).is_some() => self.parts(expr),
            _ => walk_stmt(self, stmt),
        }
    }
}

/// The objects that are named.
struct Named<'t> {
    types: &'t Types<'t>,
    found: FxHashSet<String>,
}

impl Visit for Named<'_> {
    fn expr(&mut self, expr: &Expr) {
        if matches!(expr, Expr::Path(_))
            && let Some(class) = self.types.class_of(expr)
        {
            self.found.insert(class.to_owned());
        }
        walk_expr(self, expr);
    }
}

fn is_branched(expr: &Expr) -> bool {
    matches!(expr, Expr::Block(_) | Expr::Labelled(..) | Expr::If(..) | Expr::IfLet(..) | Expr::Match(..))
}

fn is_equality(op: crate::rir::BinOp) -> bool {
    matches!(op, crate::rir::BinOp::Eq | crate::rir::BinOp::Ne)
}

/// The variable that an object is in: `x` of `&x`, `x.clone()`, `x.y`.
pub(super) fn root(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Path(Path::Local(name)) if name == "self" => Some(name),
        Expr::Path(_) => variable(expr),
        Expr::Ref(value) | Expr::RefMut(value) | Expr::Field(value, _) | Expr::TupleField(value, _) => {
            root(value)
        }
        _ => root(expr.clone_of()?),
    }
}

/// `x` of `py(&x)`.
pub(super) fn shown_object(arg: &Expr) -> Option<&Expr> {
    match arg {
        Expr::Call(callee, args) => match (&**callee, args.as_slice()) {
            (Expr::Path(Path::Rt("py")), [Expr::Ref(value)]) => Some(value),
            (Expr::Path(Path::Rt("py")), [value]) if variable(value).is_some() || is_self(value) => {
                Some(value)
            }
            _ => None,
        },
        _ => None,
    }
}

/// How each of `n` arguments of a format string is shown: `{}` and `{:?}`; both where it is not plain.
pub(super) fn shown(text: &str, n: usize) -> Vec<Vec<Asked>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let tail = &rest[at..];
        if let Some(after) = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")) {
            rest = after;
            continue;
        }
        let Some(end) = tail.find('}') else { break };
        out.push(match &tail[..end] {
            "{" => vec![Asked::Str],
            "{:?" => vec![Asked::Repr],
            _ => vec![Asked::Repr, Asked::Str],
        });
        rest = &tail[end + 1..];
    }
    if out.len() != n {
        out = vec![vec![Asked::Repr, Asked::Str]; n];
    }
    out
}

/// The functions and methods, by name, that may change an object which they are lent.
pub(super) fn changing(funcs: &[(&Fn, &Types<'_>)]) -> FxHashSet<String> {
    struct Direct<'t> {
        types: &'t Types<'t>,
        changes: bool,
        calls: FxHashSet<String>,
    }
    impl Direct<'_> {
        fn is_in_object(&self, expr: &Expr) -> bool {
            match expr {
                Expr::Field(object, _) => self.types.class_of(object).is_some() || self.is_in_object(object),
                Expr::Method(field, name, _, args) if name == "get" && args.is_empty() => {
                    self.is_in_object(field)
                }
                Expr::Method(field, name, _, _) if matches!(name.as_str(), "at" | "try_at") => {
                    self.is_in_object(field)
                }
                Expr::Try(value) | Expr::Attempt(_, value) => self.is_in_object(value),
                _ => false,
            }
        }
    }
    impl Visit for Direct<'_> {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Method(receiver, name, _, _) => {
                    self.changes |= self.is_in_object(receiver) && crate::tidy::own::changes_list(name);
                    self.calls.insert(name.clone());
                }
                Expr::Call(callee, _) => {
                    if let Expr::Path(Path::Local(name)) = &**callee {
                        self.calls.insert(name.clone());
                    }
                }
                _ => {}
            }
            walk_expr(self, expr);
        }
    }
    let mut calls: FxHashMap<&str, FxHashSet<String>> = FxHashMap::default();
    let mut out = FxHashSet::default();
    for (func, types) in funcs {
        let takes_objects =
            types.own.is_some() && func.has_self() || types.variables.values().any(|var| var.param.is_some());
        if !takes_objects {
            continue;
        }
        let mut direct = Direct { types, changes: false, calls: FxHashSet::default() };
        direct.block(&func.body);
        if direct.changes {
            out.insert(func.name.clone());
        }
        calls.entry(&func.name).or_default().extend(direct.calls);
    }
    loop {
        let more: Vec<String> = calls
            .iter()
            .filter(|(name, called)| !out.contains(**name) && called.iter().any(|name| out.contains(name)))
            .map(|(name, _)| (*name).to_owned())
            .collect();
        if more.is_empty() {
            return out;
        }
        out.extend(more);
    }
}
