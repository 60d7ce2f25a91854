//! Text that a loop indexes: where its letters lie is looked up before the loop.
//!
//! ```text
//! while i < text.len() {                         let letters = text.letters();
//!     if text.char_at(i) == ' ' { … }            while i < text.len() {
//! }                                                  if letters.char_at(i) == ' ' { … }
//!                                                }
//! ```
//!
//! Only text that nothing in the loop assigns, moves or lends to be changed, and that a parameter or a `let` with a type
//! names; and only where a letter is compared.

use rustc_hash::FxHashMap;

use super::constant;
use super::mentions::Mentions;
use super::resolve::{bound, plain, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_pat, walk_stmt};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt, Ty};

/// Looks up the letters of texts in `func`, whose variables are resolved.
pub(super) fn run(func: &mut Fn) {
    let mut texts = Texts(FxHashMap::default());
    for param in &func.params {
        texts.declare(&param.name, &param.ty);
    }
    texts.block(&func.body);
    if !texts.0.is_empty() {
        Loops { texts: &texts.0 }.block(&mut func.body);
    }
}

/// The variables that are declared as text, and whether each is a reference to one.
struct Texts(FxHashMap<String, bool>);

impl Texts {
    fn declare(&mut self, name: &str, ty: &Ty) {
        let (text, is_ref) = if let Ty::Ref(text) = ty { (&**text, true) } else { (ty, false) };
        if matches!(text, Ty::Named(Path::Rt("Str"), _)) {
            self.0.insert(name.to_owned(), is_ref);
        }
    }
}

impl Visit for Texts {
    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), ty: Some(ty), .. } = stmt {
            self.declare(name, ty);
        }
        walk_stmt(self, stmt);
    }
}

struct Loops<'a> {
    texts: &'a FxHashMap<String, bool>,
}

impl VisitMut for Loops<'_> {
    fn block(&mut self, block: &mut Block) {
        let mut stmts = Vec::with_capacity(block.stmts.len());
        for mut stmt in std::mem::take(&mut block.stmts) {
            if let Stmt::Expr(expr) = &mut stmt {
                stmts.extend(self.looked_up(expr));
            }
            stmts.push(stmt);
        }
        block.stmts = stmts;
        if let Some(tail) = &mut block.tail {
            block.stmts.extend(self.looked_up(tail));
        }
        walk_block_mut(self, block);
    }
}

impl Loops<'_> {
    /// What stands before a loop that indexes texts.
    fn looked_up(&self, expr: &mut Expr) -> Vec<Stmt> {
        if !matches!(expr, Expr::For(..) | Expr::While(..) | Expr::WhileLet(..) | Expr::Loop(..)) {
            return Vec::new();
        }
        let mut uses = Uses { texts: self.texts, found: FxHashMap::default() };
        uses.expr(expr);
        let mut names: Vec<String> = uses
            .found
            .into_iter()
            .filter(|(_, found)| *found == Found::Indexed)
            .map(|(name, _)| name)
            .collect();
        names.sort_unstable();
        names
            .into_iter()
            .map(|name| {
                let letters = name.replacen(plain(&name), &format!("{}_letters", plain(&name)), 1);
                Replace { name: &name, letters: &letters }.expr(expr);
                Stmt::Let {
                    pat: Pat::Bind(letters, false),
                    ty: None,
                    init: Some(Expr::local(name).method("letters", Vec::new())),
                }
            })
            .collect()
    }
}

/// What a loop does with a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// It looks at it.
    Looked,
    /// It compares one letter or another of it.
    Indexed,
    /// More than that.
    Other,
}

struct Uses<'a> {
    texts: &'a FxHashMap<String, bool>,
    found: FxHashMap<String, Found>,
}

impl Uses<'_> {
    fn add(&mut self, name: &str, found: Found) {
        let known = self.found.entry(name.to_owned()).or_insert(found);
        if found == Found::Other || *known == Found::Looked {
            *known = found;
        }
    }

    fn text<'e>(&self, expr: &'e Expr) -> Option<&'e str> {
        variable(expr).filter(|name| self.texts.contains_key(*name))
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(receiver, name, _, args) if self.text(receiver).is_some() => {
                let is_one = args.first().is_some_and(|index| constant(index).is_some());
                let found = if compares(name) && !is_one {
                    Found::Indexed
                } else if name.starts_with("into_") {
                    Found::Other
                } else {
                    Found::Looked
                };
                if let Some(text) = self.text(receiver) {
                    self.add(text, found);
                }
                args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Ref(value) if self.text(value).is_some() => {}
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for side in [left, right] {
                    if self.text(side).is_none() {
                        self.expr(side);
                    }
                }
            }
            Expr::Format { first, args, .. } => {
                first.iter().for_each(|first| self.expr(first));
                for arg in args {
                    if self.text(arg).is_none() {
                        self.expr(arg);
                    }
                }
            }
            Expr::Assign(place, value) if self.text(place).is_some() => {
                if let Some(name) = self.text(place) {
                    self.add(name, Found::Other);
                }
                self.expr(value);
            }
            Expr::RefMut(_) => self.all(expr),
            // When it runs is not known.
            Expr::AsyncMove(_) => self.all(expr),
            Expr::Closure(closure) if closure.is_move => self.all(expr),
            expr => match self.text(expr) {
                // A reference is copied.
                Some(name) if self.texts.get(name) == Some(&true) => self.add(name, Found::Looked),
                Some(name) => self.add(name, Found::Other),
                None => walk_expr(self, expr),
            },
        }
    }

    fn pat(&mut self, pat: &Pat) {
        // A text of the loop's own.
        bound(pat).iter().for_each(|name| self.add(name, Found::Other));
        walk_pat(self, pat);
    }
}

impl Uses<'_> {
    fn all(&mut self, expr: &Expr) {
        for name in self.texts.keys() {
            if Mentions::in_expr(name, expr) {
                self.add(name, Found::Other);
            }
        }
    }
}

/// Whether a method gives a letter that is compared: to make a text of one costs more than to find it.
fn compares(method: &str) -> bool {
    matches!(method, "char_at" | "try_char_at" | "letter")
}

fn indexes(method: &str) -> bool {
    compares(method) || matches!(method, "at" | "try_at")
}

struct Replace<'a> {
    name: &'a str,
    letters: &'a str,
}

impl VisitMut for Replace<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Method(receiver, name, _, _) = &mut *expr
            && indexes(name)
            && variable(receiver) == Some(self.name)
        {
            **receiver = Expr::local(self.letters);
        }
        walk_expr_mut(self, expr);
    }
}
