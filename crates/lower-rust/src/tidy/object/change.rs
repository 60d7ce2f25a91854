//! Who changes an object takes `&mut`: methods that assign an attribute, functions that call such a method on what they
//! are lent, and their callers.
//!
//! A least fixpoint over the calls between the functions of the file.

use rustc_hash::FxHashSet;

use super::Plain;
use super::order::apart;
use super::program::{Key, Program, class_of_impl, functions, key, key_of};
use super::types::{Types, is_self};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_pat_mut};
use crate::rir::{Block, Expr, Fn, Item, Pat, Receiver, Stmt, Ty};
use crate::tidy::each;
use crate::tidy::mutable::changes_owned;
use crate::tidy::resolve::variable;

/// What a function changes: itself by name, and the place of a parameter, or `None` for its object.
type Changed = FxHashSet<(Key, Option<usize>)>;

/// Writes `&mut self`, `&mut T` and `let mut` for what is changed; gives the variables of each function that are.
pub(in crate::tidy) fn run(
    items: &mut [Item],
    plain: &Plain,
    copied: &FxHashSet<String>,
) -> Vec<FxHashSet<String>> {
    if plain.classes.is_empty() {
        return Vec::new();
    }
    let mut program = Program::of(items);
    program.classes.clone_from(&plain.classes);
    let vecs = vec_fields(items, &plain.classes);
    let (types, keys): (Vec<Types<'_>>, Vec<Option<Key>>) = functions(items)
        .map(|(func, item)| (Types::of(&program, func, item.and_then(class_of_impl)), key_of(func, item)))
        .unzip();
    let mut changed = Changed::default();
    let mut variables: Vec<FxHashSet<String>> = vec![FxHashSet::default(); types.len()];
    loop {
        let n_changed = changed.len();
        for (at, (func, _)) in functions(items).enumerate() {
            let mut look = Look {
                types: &types[at],
                vecs: &vecs,
                copied,
                changed: &changed,
                found: FxHashSet::default(),
            };
            look.block(&func.body);
            let found = look.found;
            if let Some(key) = &keys[at] {
                for name in &found {
                    if name == "self" {
                        changed.insert((key.clone(), None));
                    } else if let Some(param) = types[at].variables.get(name).and_then(|var| var.param) {
                        changed.insert((key.clone(), Some(param)));
                    }
                }
            }
            variables[at] = found;
        }
        if changed.len() == n_changed {
            break;
        }
    }
    let mut at = 0;
    each(items, |func| {
        let look =
            Look { types: &types[at], vecs: &vecs, copied, changed: &changed, found: FxHashSet::default() };
        write(func, look, keys[at].as_ref(), &variables[at]);
        at += 1;
    });
    variables
}

/// The fields of plain structs that own a `Vec`.
fn vec_fields(items: &[Item], classes: &FxHashSet<String>) -> FxHashSet<String> {
    let mut out = FxHashSet::default();
    for item in items {
        let Item::Struct(item) = item else { continue };
        if classes.contains(&item.name) {
            let is_vec = |ty: &Ty| matches!(ty, Ty::Named(crate::rir::Path::Local(name), _) if name == "Vec");
            out.extend(item.fields.iter().filter(|(_, ty)| is_vec(ty)).map(|(name, _)| name.clone()));
        }
    }
    out
}

/// Looks for the objects that are changed.
pub(super) struct Look<'p> {
    types: &'p Types<'p>,
    vecs: &'p FxHashSet<String>,
    /// Plain fields that are copied, by name.
    pub(super) copied: &'p FxHashSet<String>,
    changed: &'p Changed,
    found: FxHashSet<String>,
}

impl Look<'_> {
    /// The objects that evaluating `expr` changes, by name.
    pub(super) fn changes(&self, expr: &Expr) -> FxHashSet<String> {
        let mut look = Look { found: FxHashSet::default(), ..*self };
        look.expr(expr);
        look.found
    }

    /// The object that a place is in: `x` of `x.items`, `x.pair.0`.
    fn object<'e>(&self, place: &'e Expr) -> Option<&'e str> {
        match place {
            Expr::Field(object, _) if self.types.class_of(object).is_some() => {
                name_of(object).or_else(|| self.object(object))
            }
            Expr::Field(place, _) | Expr::TupleField(place, _) => self.object(place),
            _ => None,
        }
    }

    fn change(&mut self, name: Option<&str>) {
        self.found.extend(name.map(str::to_owned));
    }

    /// Whether a place is a `Vec` in an object.
    fn is_vec(&self, place: &Expr) -> bool {
        matches!(place, Expr::Field(object, name)
            if self.vecs.contains(name) && self.types.class_of(object).is_some())
    }

    fn args(&mut self, to: &Key, args: &[Expr]) {
        for (at, arg) in args.iter().enumerate() {
            if self.changed.contains(&(to.clone(), Some(at))) {
                let object = match arg {
                    Expr::Ref(value) | Expr::RefMut(value) => value,
                    value => value,
                };
                self.change(name_of(object));
            }
        }
    }
}

fn name_of(object: &Expr) -> Option<&str> {
    if is_self(object) { Some("self") } else { variable(object) }
}

impl Visit for Look<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Assign(place, _) | Expr::AssignOp(_, place, _) | Expr::RefMut(place) => {
                self.change(self.object(place));
            }
            Expr::Method(object, name, _, args) => {
                if self.is_vec(object) && changes_owned(name) {
                    self.change(self.object(object));
                }
                if let Some(class) = self.types.class_of(object) {
                    let to = key(class, name);
                    if self.changed.contains(&(to.clone(), None)) {
                        self.change(name_of(object));
                    }
                    self.args(&to, args);
                }
            }
            Expr::Call(callee, args) => {
                if let Expr::Path(path) = &**callee
                    && variable(callee).is_none()
                    && let Some(to) = self.types.program.called(path, self.types.of_impl.as_deref())
                {
                    self.args(&to, args);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

fn write(func: &mut Fn, look: Look<'_>, key: Option<&Key>, variables: &FxHashSet<String>) {
    if variables.contains("self") && func.has_self() {
        func.receiver = Receiver::Mut;
        // Its name is the program's.
        if func.name == "next" && func.params.is_empty() && func.is_pub {
            func.expects.push("clippy::should_implement_trait");
        }
    }
    for (at, param) in func.params.iter_mut().enumerate() {
        if !variables.contains(&param.name) {
            continue;
        }
        match &mut param.ty {
            Ty::Ref(inner) if key.is_some_and(|key| look.changed.contains(&(key.clone(), Some(at)))) => {
                param.ty = Ty::RefMut(std::mem::replace(inner, Box::new(Ty::Infer)));
            }
            Ty::Ref(_) => {}
            _ => param.is_mut = true,
        }
    }
    Write { look, variables, n_new: 0 }.block(&mut func.body);
}

struct Write<'p> {
    look: Look<'p>,
    variables: &'p FxHashSet<String>,
    /// How many variables are new.
    n_new: usize,
}

impl Write<'_> {
    fn args(&self, to: &Key, args: &mut [Expr]) {
        for (at, arg) in args.iter_mut().enumerate() {
            if self.look.changed.contains(&(to.clone(), Some(at)))
                && let Expr::Ref(value) = arg
            {
                *arg = Expr::RefMut(std::mem::replace(value, Box::new(Expr::unit())));
            }
        }
    }
}

impl VisitMut for Write<'_> {
    fn block(&mut self, block: &mut Block) {
        for mut stmt in std::mem::take(&mut block.stmts) {
            let was_call =
                matches!(&stmt, Stmt::Expr(Expr::Call(..) | Expr::Method(..) | Expr::Format { .. }));
            self.stmt(&mut stmt);
            match stmt {
                Stmt::Expr(Expr::Block(Block { stmts: before, tail: Some(call) })) if was_call => {
                    block.stmts.extend(before);
                    block.stmts.push(Stmt::Expr(*call));
                }
                stmt => block.stmts.push(stmt),
            }
        }
        block.tail.iter_mut().for_each(|tail| self.expr(tail));
    }

    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(object, name, _, args) => {
                if let Some(class) = self.look.types.class_of(object) {
                    self.args(&key(class, name), args);
                }
            }
            Expr::Call(callee, args) => {
                if let Expr::Path(path) = &**callee
                    && variable(callee).is_none()
                    && let Some(to) = self.look.types.program.called(path, self.look.types.of_impl.as_deref())
                {
                    self.args(&to, args);
                }
            }
            _ => {}
        }
        walk_expr_mut(self, expr);
        apart(expr, &self.look, &mut self.n_new);
    }

    fn pat(&mut self, pat: &mut Pat) {
        if let Pat::Bind(name, is_mut) = pat {
            let is_ref = self.look.types.variables.get(name).is_some_and(|var| var.is_ref);
            *is_mut |= self.variables.contains(name) && !is_ref;
        }
        walk_pat_mut(self, pat);
    }
}
