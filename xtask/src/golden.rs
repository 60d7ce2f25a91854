//! `cargo xtask golden`: each golden file's translation against its snapshot and its directives.

use portalis::diag::{Diagnostic, render_text};
use portalis::{CompileError, Options, Translation, translate};

use crate::case::{Case, find};
use crate::review::review;
use crate::{directives, parallel, say, snapshot, supported};

/// What became of a file.
enum Outcome {
    Same,
    Accepted,
    Wrong(String),
}

/// Checks, or with `accept` rewrites, the snapshots of the files that `filter` names.
pub(crate) fn golden(filter: &str, accept: bool) -> bool {
    let (cases, orphans) = match find(filter) {
        Ok(found) => found,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    if cases.is_empty() {
        // Nothing checked is nothing passed.
        say(&format!("golden: no file matches `{filter}`"));
        return false;
    }
    let outcomes = parallel::map(&cases, |case| check(case, accept).unwrap_or_else(Outcome::Wrong));
    let (mut n_passed, mut n_failed) = (0, 0);
    for (case, outcome) in cases.iter().zip(outcomes) {
        match outcome {
            Outcome::Same => n_passed += 1,
            Outcome::Accepted => {
                n_passed += 1;
                say(&format!("accepted {}", case.name));
            }
            Outcome::Wrong(why) => {
                n_failed += 1;
                say(&format!("FAILED golden/{}.py\n{}\n", case.name, why.trim_end()));
            }
        }
    }
    for orphan in &orphans {
        n_failed += 1;
        say(&format!("FAILED {}: a snapshot without a Python file", orphan.display()));
    }
    // What is supported changes with the golden files.
    let is_current = if accept { supported::write() } else { supported::check() };
    say(&format!("golden: {n_passed} passed, {n_failed} failed"));
    // A filter asks for less than all.
    let reads_well = !filter.is_empty() || review(accept);
    n_failed == 0 && is_current && reads_well
}

fn check(case: &Case, accept: bool) -> Result<Outcome, String> {
    let source = case.source()?;
    let path = format!("{}.py", case.name);
    let int = case.int_mode()?;
    let options = Options { path: path.clone(), int, dumps: true, validate: true, ..Options::default() };
    let (translation, diagnostics) = match translate(&source, &options) {
        Ok(translation) => (Some(translation.clone()), translation.diagnostics),
        Err(CompileError::Program(diagnostics)) => (None, diagnostics),
        Err(error) => return Err(error.to_string()),
    };
    let revealed = translation.as_ref().map(|translation| translation.revealed.as_slice());
    let wrong = directives::disagreements(&source, &directives::parse(&source)?, &diagnostics, revealed);
    let text = snapshot::file(&case.name, &contents(&source, &path, &diagnostics, translation.as_ref()));
    let snap = case.beside("snap");
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    if accept {
        return Ok(if snapshot::accept(&snap, &text)? { Outcome::Accepted } else { Outcome::Same });
    }
    Ok(snapshot::compare(&snap, &text)?.map_or(Outcome::Same, Outcome::Wrong))
}

/// SOURCE, DIAGNOSTICS, TYPES and RUST, so that a reviewer needs one file.
fn contents(
    source: &str,
    path: &str,
    diagnostics: &[Diagnostic],
    translation: Option<&Translation>,
) -> String {
    let none =
        |text: &str| if text.trim().is_empty() { "none".to_owned() } else { text.trim_end().to_owned() };
    let types = translation.and_then(|translation| translation.dump("infer")).unwrap_or_default();
    let rust = translation.map(|translation| translation.rust.as_str()).unwrap_or_default();
    format!(
        "== SOURCE\n{}\n\n== DIAGNOSTICS\n{}\n\n== TYPES\n{}\n\n== RUST\n{}\n",
        none(source),
        none(&render_text(diagnostics, source, path, false)),
        none(types),
        none(rust)
    )
}
