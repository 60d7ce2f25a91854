//! `getattr(math, name)`: what a module of the library has, by names that only the run knows, of those that stand in the
//! program's texts.
//!
//! ```text
//! getattr(math, name)     _member_of_math(name)
//!
//!                         def _member_of_math(name):
//!                             if name == "sin":
//!                                 return math.sin
//!                             …
//!                             raise AttributeError(f"module 'math' has no attribute '{name}'")
//! ```
//!
//! A name of the module that stands in no text ends the program, loudly.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::imports::star_import::public;
use crate::rewrite::names::computed_names::{defined, mentions_computed};

/// Modules that are asked so: their public names are all that they have without a `_` before it.
const ASKED: &[&str] = &["math", "cmath", "operator", "string", "itertools"];

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !mentions_computed(source) {
        return None;
    }
    let bound = Bound::of(body);
    if !["getattr", "hasattr"].iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let is_imported = |module: &str| {
        bound.is_module(module, module)
            && body.iter().any(|stmt| match stmt {
                Stmt::Import(import) => {
                    import.names.iter().any(|alias| alias.name.as_str() == module && alias.asname.is_none())
                }
                _ => false,
            })
    };
    let imported: Vec<_> = ASKED.iter().copied().filter(|module| is_imported(module)).collect();
    if imported.is_empty() {
        return None;
    }
    let mut texts = Texts::default();
    texts.visit_body(body);
    let calls = Calls { imported, words: texts.0, helpers: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    defined(out, calls.helpers.into_inner())
}

/// The words of the program's texts.
#[derive(Default)]
struct Texts<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::StringLiteral(text) = expr {
            let is_letter = |c: char| c == '_' || c.is_alphanumeric();
            self.0.extend(text.value.to_str().split(|c| !is_letter(c)));
        }
        visit_expr(self, expr);
    }
}

struct Calls<'a> {
    imported: Vec<&'static str>,
    words: BTreeSet<&'a str>,
    helpers: RefCell<BTreeMap<String, String>>,
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let (Expr::Name(function), [Expr::Name(module), name, rest @ ..]) =
            (&*call.func, &*call.arguments.args)
        else {
            return;
        };
        let ending = match (function.id.as_str(), rest) {
            ("getattr", []) => "",
            ("getattr", [_]) => "_or",
            ("hasattr", []) => "_known",
            _ => return,
        };
        let is_written = name.is_string_literal_expr() || name.is_starred_expr();
        let Some(module) = self.imported.iter().find(|it| **it == module.id.as_str()) else { return };
        if is_written || !call.arguments.keywords.is_empty() || rest.iter().any(Expr::is_starred_expr) {
            return;
        }
        let helper = format!("_member_of_{module}{ending}");
        let Some(definition) = self.definition(&helper, module, ending) else { return };
        self.helpers.borrow_mut().insert(helper.clone(), definition);
        let range = call.func.range();
        *call.func = Expr::Name(ExprName {
            node_index: AtomicNodeIndex::default(),
            range,
            id: helper.into(),
            ctx: ExprContext::Load,
        });
        call.arguments.args = call.arguments.args[1..].into();
    }
}

impl Calls<'_> {
    fn definition(&self, helper: &str, module: &str, ending: &str) -> Option<String> {
        let all = public(module)?.split_whitespace();
        let (meant, others): (Vec<&str>, Vec<&str>) = all.partition(|name| self.words.contains(name));
        if meant.is_empty() {
            return None;
        }
        let default = if ending == "_or" { ", default" } else { "" };
        let mut text = format!("def {helper}(name{default}):\n");
        for name in meant {
            let found = if ending == "_known" { "True".to_owned() } else { format!("{module}.{name}") };
            text.push_str(&format!("    if name == '{name}':\n        return {found}\n"));
        }
        let others: String = others.iter().map(|name| format!("'{name}', ")).collect();
        let answer = match ending {
            "_known" => "return False".to_owned(),
            "_or" => "return default".to_owned(),
            _ => format!("raise AttributeError(f\"module '{module}' has no attribute '{{name}}'\")"),
        };
        text.push_str(&format!(
            "    if name.startswith('_') or name in ({others}):\n        _trap_name(name)\n    {answer}\n"
        ));
        Some(text)
    }
}
