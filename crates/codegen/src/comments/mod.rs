//! Comments of the Python, at their statements in the Rust.
//!
//! In: the printed file, which knows no comments, and the Python with all of its. Out: the file with whole lines and
//! line ends of `//` added, and nothing else changed. A comment belongs to a statement by where it stands in the Python;
//! where that statement is in the Rust, [`align`](crate::align) finds out by what both name, function by function.
//!
//! ```text
//! # The widest first.              // The widest first.
//! xs.sort(key=width)  # stable     xs.sort_by_key(width, false); // stable
//! ```
//!
//! What is said to tools (`type: ignore`, `noqa`) and beside imports stays behind.

pub(crate) mod attach;
pub(crate) mod place;

use portalis_hir::Module;
use portalis_lower_rust::rir;

use self::attach::{Attached, Owner};
use self::place::Insertions;
use crate::lines::line_map;

/// The text with the comments of `source`.
#[must_use]
pub fn with_comments(module: &Module, source: &str, krate: &rir::Crate, text: String) -> String {
    let attached = attach::attach(module, source);
    if attached.is_empty() {
        return text;
    }
    let lines: Vec<&str> = text.lines().collect();
    let items = place::Items::of(&lines);
    let mut insertions = Insertions::default();
    let is_item = |it: &Attached<'_>| it.binds.as_deref().is_some_and(|name| items.variable(name).is_some());
    for (number, span) in line_map(krate, &text) {
        let at = number as usize - 1;
        let func = match span.end {
            0 => Some(module.body),
            _ => module.funcs.iter().find(|(_, func)| func.span == span).map(|(id, _)| id),
        };
        let Some(func) = func else { continue };
        let in_body = |it: &&Attached<'_>| it.owner == Owner::Body(func) && !is_item(it);
        let body: Vec<&Attached<'_>> = attached.iter().filter(in_body).collect();
        if body.iter().any(|it| it.has_any()) {
            place::in_body(&lines, at, &body, &mut insertions);
        }
        for it in attached.iter().filter(|it| it.owner == Owner::Func(func)) {
            insertions.above_item(&lines, at, it);
        }
    }
    for it in &attached {
        let at = match &it.owner {
            Owner::File => Some(0),
            Owner::Class(name) => items.class(name),
            Owner::Field(class, name) => items.field(&lines, class, name),
            Owner::Body(_) => it.binds.as_deref().and_then(|name| items.variable(name)),
            Owner::Func(_) => None,
        };
        match (at, &it.owner) {
            (Some(at), Owner::Field(..)) => insertions.at_line(&lines, at, it),
            (Some(at), _) => insertions.above_item(&lines, at, it),
            (None, _) => {}
        }
    }
    insertions.into_text(&lines)
}
