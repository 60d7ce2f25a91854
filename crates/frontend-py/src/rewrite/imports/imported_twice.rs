//! A name that one import binds right after another import of the same module: the last one holds.
//!
//! ```text
//! import datetime
//! from datetime import datetime       from datetime import datetime
//! ```

use std::collections::BTreeSet;

use ruff_python_ast::{Alias, Stmt};

/// The module's statements without such bindings; `None` where there is none.
pub(crate) fn dropped(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut seen = BTreeSet::new();
    if body.iter().flat_map(bindings).all(|binding| seen.insert(binding)) {
        return None;
    }
    let mut out = body.to_vec();
    let mut found = false;
    let mut at = 0;
    while at < out.len() {
        let n_imports = out[at..].iter().take_while(|stmt| is_import(stmt)).count();
        // From the last import to the first: what is bound later is known.
        let mut later: BTreeSet<(String, String)> = BTreeSet::new();
        for stmt in out[at..at + n_imports].iter_mut().rev() {
            let binds = bindings(stmt);
            let is_bound = |alias: &Alias, path: &str| {
                later.contains(&(path.to_owned(), alias.asname.as_ref().unwrap_or(&alias.name).to_string()))
            };
            match stmt {
                Stmt::Import(import) => {
                    let before = import.names.len();
                    import.names.retain(|alias| !is_bound(alias, alias.name.as_str()));
                    found |= import.names.len() < before;
                }
                Stmt::ImportFrom(import) => {
                    let path = import.module.as_deref().unwrap_or_default().to_owned();
                    let before = import.names.len();
                    import.names.retain(|alias| !is_bound(alias, &path));
                    found |= import.names.len() < before;
                }
                _ => {}
            }
            later.extend(binds);
        }
        at += n_imports.max(1);
    }
    out.retain(|stmt| match stmt {
        Stmt::Import(import) => !import.names.is_empty(),
        Stmt::ImportFrom(import) => !import.names.is_empty(),
        _ => true,
    });
    found.then_some(out)
}

fn is_import(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Import(_)) || matches!(stmt, Stmt::ImportFrom(import) if import.level == 0)
}

/// The module and the name of each binding of an import.
fn bindings(stmt: &Stmt) -> Vec<(String, String)> {
    let bound = |alias: &Alias| alias.asname.as_ref().unwrap_or(&alias.name).to_string();
    match stmt {
        Stmt::Import(import) => {
            import.names.iter().map(|alias| (alias.name.to_string(), bound(alias))).collect()
        }
        Stmt::ImportFrom(import) => {
            let path = import.module.as_deref().unwrap_or_default();
            import.names.iter().map(|alias| (path.to_owned(), bound(alias))).collect()
        }
        _ => Vec::new(),
    }
}
