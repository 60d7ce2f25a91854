//! `json.dumps(x, cls=E)`, where the encoder says what stands for objects: its method is the function that `json` asks.
//!
//! ```text
//! class E(json.JSONEncoder):
//!     def default(self, o): …
//! json.dumps(x, cls=E, indent=2)         json.dumps(x, default=E().default, indent=2)
//! ```
//!
//! An encoder that is made, or writes, in its own way is refused. Source: Library Reference, `json`, "Encoders and Decoders".

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::classes::descriptors::own;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// Methods of encoders that nobody but `json` may define.
const METHODS: [&str; 4] = ["__init__", "__new__", "encode", "iterencode"];

/// What an encoder knows of how it writes, which the one that is asked here is not told.
const OPTIONS: [&str; 7] = [
    ".allow_nan",
    ".ensure_ascii",
    ".indent",
    ".item_separator",
    ".key_separator",
    ".skipkeys",
    ".sort_keys",
];

/// A function that is refused, by its name.
const REFUSED: &str = "_json_module.dumps_with_this_encoder";

/// The module's statements with the methods of encoders as functions; `None` where no call has an encoder.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !["cls=", "cls =", "\"cls\"", "'cls'"].iter().any(|word| source.contains(word)) {
        return None;
    }
    let bound = Bound::of(body);
    let [dumps, dump, base] = ["dumps", "dump", "JSONEncoder"].map(|name| imported(body, "json", name));
    let mut classes: BTreeMap<&str, &StmtClassDef> = BTreeMap::new();
    let mut plain: BTreeSet<&str> = BTreeSet::new();
    for stmt in body {
        let Stmt::ClassDef(def) = stmt else { continue };
        let name = def.name.as_str();
        classes.insert(name, def);
        let bases = def.arguments.as_ref().map_or(&[][..], |arguments| &arguments.args);
        let is_encoder = bases.iter().any(|of| {
            bound.is_function(of, base, "json", "JSONEncoder")
                || matches!(of, Expr::Name(of) if plain.contains(of.id.as_str()))
        });
        let writes_itself = |def: &StmtClassDef| METHODS.iter().any(|method| own(def, method).is_some());
        let others = bases.iter().all(|of| match of {
            Expr::Name(of) => classes.get(of.id.as_str()).is_none_or(|def| !writes_itself(def)),
            _ => true,
        });
        if is_encoder && others && !writes_itself(def) && bound.times(name) == 1 {
            plain.insert(name);
        }
    }
    if OPTIONS.iter().any(|option| source.contains(option)) {
        plain.clear();
    }
    let calls = Calls { bound: &bound, dumps, dump, base, plain, refuses: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    if calls.refuses.get() {
        let at = out.iter().take_while(|stmt| is_head(stmt)).count();
        let range = body.first().map(Ranged::range).unwrap_or_default();
        out.splice(at..at, parsed("import json as _json_module\n", range));
    }
    Some(out)
}

/// Replaces the encoders of calls.
struct Calls<'a> {
    bound: &'a Bound<'a>,
    dumps: Option<&'a str>,
    dump: Option<&'a str>,
    base: Option<&'a str>,
    /// The encoders that write as `json` does.
    plain: BTreeSet<&'a str>,
    /// Whether there is one that is refused.
    refuses: Cell<bool>,
}

impl Calls<'_> {
    fn replace(&self, call: &mut ExprCall) {
        let writes = self.bound.is_function(&call.func, self.dumps, "json", "dumps")
            || self.bound.is_function(&call.func, self.dump, "json", "dump");
        let keywords = &mut call.arguments.keywords;
        let Some(at) = keywords.iter().position(|keyword| keyword.arg.as_deref() == Some("cls")) else {
            return;
        };
        if !writes || keywords[at].value.is_none_literal_expr() {
            return;
        }
        let range = keywords[at].range();
        let class = &keywords[at].value;
        let is_base = self.bound.is_function(class, self.base, "json", "JSONEncoder");
        let has_default = keywords.iter().any(|keyword| keyword.arg.as_deref() == Some("default"));
        let text = match class {
            Expr::Name(name) if self.plain.contains(name.id.as_str()) && !has_default => {
                format!("_(default={}().default)", name.id)
            }
            _ if is_base => "_(cls=None)".to_owned(),
            _ => REFUSED.to_owned(),
        };
        let Some(Stmt::Expr(made)) = parsed(&text, range).pop() else { return };
        match *made.value {
            Expr::Call(made) => {
                if let Some(keyword) = made.arguments.keywords.into_iter().next() {
                    keywords[at] = keyword;
                }
            }
            refused => {
                *call.func = refused;
                self.refuses.set(true);
            }
        }
    }
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr {
            self.replace(call);
        }
    }
}
