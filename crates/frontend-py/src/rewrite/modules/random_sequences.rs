//! `random.choice(deck)` and `random.shuffle(deck)` of objects that are sequences by their special methods.
//!
//! Only in programs with a class that has `__getitem__` and `__len__`: what CPython's functions do is written in Python there,
//! for whatever they are given.
//!
//! Source: `random.py` of CPython 3.11.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const CHOICE: &str = "def _random_choice(seq):
    n = len(seq)
    return seq[_random_randrange(n) if n else 0]
";
const SHUFFLE: &str = "def _random_shuffle(x):
    for i in reversed(range(1, len(x))):
        j = _random_randrange(i + 1)
        x[i], x[j] = x[j], x[i]
";

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let words = ["choice(", "shuffle("];
    if !source.contains("__getitem__") || !words.iter().any(|word| source.contains(word)) {
        return None;
    }
    let is_sequence = |def: &StmtClassDef| {
        ["__getitem__", "__len__"].iter().all(|wanted| {
            def.body.iter().any(|stmt| matches!(stmt, Stmt::FunctionDef(def) if def.name.as_str() == *wanted))
        })
    };
    if !body.iter().filter_map(Stmt::as_class_def_stmt).any(is_sequence) {
        return None;
    }
    let bound = Bound::of(body);
    if !["len", "range", "reversed"].iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let mut imported = BTreeMap::new();
    for stmt in body {
        if let Stmt::ImportFrom(import) = stmt
            && import.module.as_deref() == Some("random")
        {
            for alias in &import.names {
                let local = alias.asname.as_ref().unwrap_or(&alias.name).to_string();
                imported.insert(alias.name.to_string(), local);
            }
        }
    }
    let calls = Calls { bound: &bound, imported, used: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    let used = calls.used.into_inner();
    if used.is_empty() {
        return None;
    }
    let mut text = "from random import randrange as _random_randrange\n".to_owned();
    text.extend(used);
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    out.splice(at..at, parsed(&text, range));
    Some(out)
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    /// What names of `random` are called here.
    imported: BTreeMap<String, String>,
    used: RefCell<BTreeSet<&'static str>>,
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let [_] = &*call.arguments.args else { return };
        if !call.arguments.keywords.is_empty() {
            return;
        }
        for (name, own, text) in
            [("choice", "_random_choice", CHOICE), ("shuffle", "_random_shuffle", SHUFFLE)]
        {
            let local = self.imported.get(name).map(String::as_str);
            if self.bound.is_function(&call.func, local, "random", name) {
                *call.func = Expr::Name(ExprName {
                    node_index: AtomicNodeIndex::default(),
                    range: call.func.range(),
                    id: own.into(),
                    ctx: ExprContext::Load,
                });
                self.used.borrow_mut().insert(text);
                return;
            }
        }
    }
}
