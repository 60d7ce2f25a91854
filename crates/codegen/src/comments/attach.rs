//! Which statement a comment belongs to.

use portalis_diag::Span;
use portalis_hir::{FuncId, FuncKind, Module, Scope, StmtId, StmtKind, Target, visit};

/// What is said to tools, not to readers.
const TO_TOOLS: [&str; 11] = [
    "!",
    "-*-",
    "coding",
    "fmt:",
    "isort:",
    "mypy:",
    "noqa",
    "portalis:",
    "pragma:",
    "revealed:",
    "type: ignore",
];

/// Whose statements they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nobody's: what opens the file.
    File,
    /// A statement in the body of a function.
    Body(FuncId),
    /// A function, as an item.
    Func(FuncId),
    /// A class; nothing at all where it has no name.
    Class(String),
    /// A field of a class.
    Field(String, String),
}

/// A statement with its comments.
#[derive(Debug)]
pub(super) struct Attached<'s> {
    pub owner: Owner,
    /// The variable of the module that it binds, which may be an item.
    pub binds: Option<String>,
    /// What it says, up to its first block.
    pub header: String,
    /// Above it.
    pub above: Vec<&'s str>,
    /// At the end of its line.
    pub beside: Option<&'s str>,
    /// Below it, before the end of its block.
    pub below: Vec<&'s str>,
}

impl Attached<'_> {
    /// Whether it has comments.
    pub fn has_any(&self) -> bool {
        !self.above.is_empty() || self.beside.is_some() || !self.below.is_empty()
    }
}

/// The statements of the module, in order of writing; none where no comment is for readers.
///
/// A statement without comments is there, too, where others of its function have some: the alignment needs it.
pub(super) fn attach<'s>(module: &Module, source: &'s str) -> Vec<Attached<'s>> {
    let comments: Vec<(&'s str, Span, bool)> = module
        .comments
        .iter()
        .filter_map(|comment| {
            let text = comment.span.text(source).trim_start_matches('#').trim();
            let is_kept = !TO_TOOLS.iter().any(|word| text.starts_with(word));
            (is_kept && !text.is_empty()).then_some((text, comment.span, comment.is_trailing))
        })
        .collect();
    if comments.is_empty() {
        return Vec::new();
    }
    let mut all = statements(module, source);
    all.sort_by_key(|(start, ..)| *start);
    let column = |at: u32| {
        let before = source.get(..at as usize).unwrap_or("");
        before.len() - before.rfind('\n').map_or(0, |newline| newline + 1)
    };
    let code = source.find(|c: char| !c.is_whitespace() && c != '\u{feff}').unwrap_or(0);
    let head_end = head_end(source, code);
    let mut at_file = Attached {
        owner: Owner::File,
        binds: None,
        header: String::new(),
        above: Vec::new(),
        beside: None,
        below: Vec::new(),
    };
    for (text, span, is_trailing) in comments {
        if span.end <= head_end {
            at_file.above.push(text);
            continue;
        }
        let next = all.partition_point(|(start, ..)| *start <= span.start);
        let within = next.checked_sub(1).filter(|at| span.start < all[*at].1);
        let on_line = next.checked_sub(1).filter(|at| {
            is_trailing && !source[all[*at].1.min(span.start) as usize..span.start as usize].contains('\n')
        });
        if let Some(at) = on_line {
            let it = &mut all[at].2;
            match it.beside {
                None => it.beside = Some(text),
                Some(_) => it.above.push(text),
            }
        } else if let Some(at) = within {
            all[at].2.above.push(text);
        } else if next < all.len() && column(span.start) <= column(all[next].0) {
            all[next].2.above.push(text);
        } else if let Some(at) = next.checked_sub(1) {
            all[at].2.below.push(text);
        }
    }
    let mut owners: Vec<Owner> = Vec::new();
    for (_, _, it) in &all {
        if it.has_any() && !owners.contains(&it.owner) {
            owners.push(it.owner.clone());
        }
    }
    let kept = all.into_iter().map(|(_, _, it)| it).filter(|it| owners.contains(&it.owner));
    let file = (!at_file.above.is_empty()).then_some(at_file);
    file.into_iter().chain(kept).collect()
}

/// Where the comments that open the file end: before the docstring, or at the first blank line.
fn head_end(source: &str, code: usize) -> u32 {
    let mut at = code;
    for line in source[code..].split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with(['"', '\'']) || text.is_empty() {
            return at as u32;
        }
        if !text.starts_with('#') {
            break;
        }
        at += line.len();
    }
    0
}

/// The statements of all bodies: where each starts, where its header ends, and itself without comments.
fn statements<'s>(module: &Module, source: &str) -> Vec<(u32, u32, Attached<'s>)> {
    let mut out = Vec::new();
    let mut add = |owner: Owner, binds: Option<String>, stmt: StmtId| {
        let span = module[stmt].span;
        let (said, mut end) = header(module, source, stmt);
        let (owner, header) = match &module[stmt].kind {
            StmtKind::FuncDef { func, .. } => {
                let func_data = &module[*func];
                end = func_data.name_span.end;
                let is_item = match func_data.parent {
                    Some(Scope::Func(parent)) => parent == module.body,
                    _ => true,
                };
                (if is_item { Owner::Func(*func) } else { owner }, func_data.name.to_string())
            }
            StmtKind::ClassDef { class, .. } => {
                end = module[*class].name_span.end;
                (Owner::Class(module[*class].name.to_string()), String::new())
            }
            StmtKind::Import(_) | StmtKind::ImportFrom { .. } => (Owner::Class(String::new()), String::new()),
            _ => (owner, said),
        };
        let header_end = header_end(source, span.start, end);
        out.push((
            span.start,
            header_end,
            Attached { owner, binds, header, above: Vec::new(), beside: None, below: Vec::new() },
        ));
    };
    for (id, func) in module.funcs.iter() {
        if matches!(func.kind, FuncKind::Module | FuncKind::Def) {
            visit::for_each_stmt(module, &func.body, &mut |stmt| {
                let name = match (&module[stmt].kind, id == module.body) {
                    (StmtKind::Assign { targets, .. }, true) => match targets.as_slice() {
                        [Target::Local(local, _)] => Some(module.locals[*local].name.to_string()),
                        _ => None,
                    },
                    (StmtKind::AnnAssign { target: Target::Local(local, _), .. }, true) => {
                        Some(module.locals[*local].name.to_string())
                    }
                    _ => None,
                };
                add(Owner::Body(id), name, stmt);
            });
        }
    }
    for (_, class) in module.classes.iter() {
        for &stmt in &class.body {
            let name = match &module[stmt].kind {
                StmtKind::AnnAssign { target: Target::Local(local, _), .. } => {
                    module.locals[*local].name.to_string()
                }
                _ => String::new(),
            };
            add(Owner::Field(class.name.to_string(), name), None, stmt);
        }
    }
    out
}

/// What a statement says up to its first block, and where that begins.
pub(crate) fn header(module: &Module, source: &str, stmt: StmtId) -> (String, u32) {
    let span = module[stmt].span;
    let mut end = span.end;
    visit::walk_stmt_blocks(module, stmt, &mut |block| {
        if let Some(first) = block.first() {
            end = end.min(module[*first].span.start);
        }
    });
    let text = source.get(span.start as usize..end as usize).unwrap_or("");
    // Comments beside it are not of it.
    let lines: Vec<&str> = text.lines().map(|line| line.split(" #").next().unwrap_or("")).collect();
    (lines.join(" "), end)
}

/// The end of the header's code: of a compound statement, its colon.
fn header_end(source: &str, start: u32, end: u32) -> u32 {
    let text = source.get(start as usize..end as usize).unwrap_or("");
    // What lies between the colon and the first statement of the block is white space and comments.
    let mut length = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        if !code.is_empty() && !code.starts_with('#') {
            let shown = line.split(" #").next().unwrap_or(line).trim_end();
            length = at + shown.len();
        }
        at += line.len();
    }
    start + length as u32
}
