//! Which statements of the Python a line of the Rust comes from.

use portalis_hir::visit::for_each_stmt;
use portalis_hir::{FuncId, Module, StmtId};
use portalis_lower_rust::rir;

use crate::align::{Words, align, words};
use crate::comments::attach::header;
use crate::comments::place::Body;
use crate::lines::line_map;

/// Where a line of the Rust comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The function.
    pub func: FuncId,
    /// Its statements, in order of writing.
    pub stmts: Vec<StmtId>,
    /// Those of them that the line is most like; none where it is like none.
    pub likely: Vec<StmtId>,
}

/// The origin of `line`, counted from 1, of `text`, which was printed from `krate`; `None` outside of functions.
#[must_use]
pub fn origin(module: &Module, source: &str, krate: &rir::Crate, text: &str, line: u32) -> Option<Origin> {
    let (begins, span) =
        line_map(krate, text).into_iter().take_while(|(begins, _)| *begins <= line).last()?;
    let func = match span.end {
        0 => module.body,
        _ => module.funcs.iter().find(|(_, func)| func.span == span)?.0,
    };
    let lines: Vec<&str> = text.lines().collect();
    let body = Body::of(&lines, begins as usize - 1)?;
    let at = line as usize - 1;
    if at >= body.end {
        return None;
    }
    let mut stmts = Vec::new();
    for_each_stmt(module, &module[func].body, &mut |stmt| stmts.push(stmt));
    stmts.sort_by_key(|stmt| module[*stmt].span.start);
    let python: Vec<Words> = stmts.iter().map(|stmt| words(&header(module, source, *stmt).0)).collect();
    let places = align(&python, &body.words);
    let piece = body.pieces.iter().position(|(first, last)| (*first..=*last).contains(&at));
    // What has no statement of its own comes from the one before.
    let place =
        piece.and_then(|piece| places.iter().flatten().copied().filter(|place| *place <= piece).max());
    let is_likely = |(_, at): &(&StmtId, &Option<usize>)| at.is_some() && **at == place;
    let likely = stmts.iter().zip(&places).filter(is_likely).map(|(stmt, _)| *stmt).collect();
    Some(Origin { func, stmts, likely })
}
