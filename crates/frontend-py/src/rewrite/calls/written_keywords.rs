//! `f(**{"end": "", "file": out})`: a dict that is written out behind a double star is the keywords that it says.
//!
//! ```text
//! print(x, **{"end": ""})        print(x, end="")
//! ```
//!
//! A name that is given twice, or that is no identifier, stays where it is: the call says what is wrong with it.
//!
//! Source: Language Reference, 6.3.4 "Calls".

use std::cell::Cell;
use std::collections::BTreeSet;

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, Identifier, Keyword, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::names::written_names::is_identifier;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_written = |(at, _): (usize, &str)| source[at + 2..].trim_start().starts_with('{');
    if !source.match_indices("**").any(is_written) {
        return None;
    }
    let calls = Calls { found: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    calls.found.get().then_some(out)
}

struct Calls {
    found: Cell<bool>,
}

impl Transformer for Calls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        if let Some(keywords) = written(&call.arguments.keywords) {
            call.arguments.keywords = keywords.into();
            self.found.set(true);
        }
    }
}

/// The keywords of a call where some are written as a dict.
fn written(keywords: &[Keyword]) -> Option<Vec<Keyword>> {
    let is_dict = |keyword: &Keyword| keyword.arg.is_none() && keyword.value.is_dict_expr();
    // Where other names come from a dict that only the run knows, both are looked at together.
    let is_known = |keyword: &Keyword| keyword.arg.is_some() || is_dict(keyword);
    if !keywords.iter().any(is_dict) || !keywords.iter().all(is_known) {
        return None;
    }
    let mut out = Vec::new();
    for keyword in keywords {
        match &keyword.value {
            Expr::Dict(dict) if keyword.arg.is_none() => {
                for item in &dict.items {
                    let Some(Expr::StringLiteral(name)) = &item.key else { return None };
                    let name = name.value.to_str();
                    if !is_identifier(name) {
                        return None;
                    }
                    out.push(Keyword {
                        node_index: AtomicNodeIndex::default(),
                        range: item.value.range(),
                        arg: Some(Identifier::new(Name::new(name), item.value.range())),
                        value: item.value.clone(),
                    });
                }
            }
            _ => out.push(keyword.clone()),
        }
    }
    let names: BTreeSet<&str> = out.iter().filter_map(|keyword| keyword.arg.as_deref()).collect();
    let n_named = out.iter().filter(|keyword| keyword.arg.is_some()).count();
    (names.len() == n_named).then_some(out)
}
