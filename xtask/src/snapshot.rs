//! Snapshots in insta's file format, so that `cargo insta review` reads them. Written only when asked.

use std::fs;
use std::path::Path;

use similar::TextDiff;

/// The text of a snapshot file.
pub(crate) fn file(name: &str, contents: &str) -> String {
    format!("---\nsource: xtask/src/golden.rs\nexpression: golden/{name}.py\n---\n{contents}")
}

/// Compares with the accepted text; `None` where it is the same. A difference is left in `.snap.new`.
pub(crate) fn compare(path: &Path, text: &str) -> Result<Option<String>, String> {
    let accepted = fs::read_to_string(path).ok().map(|accepted| accepted.replace("\r\n", "\n"));
    let pending = path.with_extension("snap.new");
    if accepted.as_deref() == Some(text) {
        // An old difference is none any more.
        let _ = fs::remove_file(&pending);
        return Ok(None);
    }
    fs::write(&pending, text).map_err(|error| format!("{}: {error}", pending.display()))?;
    Ok(Some(match accepted {
        None => "there is no snapshot; `--accept` writes it".to_owned(),
        Some(accepted) => {
            let diff = TextDiff::from_lines(accepted.as_str(), text);
            diff.unified_diff().context_radius(3).header("accepted", "now").to_string()
        }
    }))
}

/// Accepts the text.
pub(crate) fn accept(path: &Path, text: &str) -> Result<bool, String> {
    let _ = fs::remove_file(path.with_extension("snap.new"));
    if fs::read_to_string(path).is_ok_and(|accepted| accepted == text) {
        return Ok(false);
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(true)
}
