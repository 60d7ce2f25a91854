//! Smaller programs that break the promise in the same way: delta debugging over the syntax tree (Zeller, Hildebrandt,
//! "Simplifying and isolating failure-inducing input", 2002). `reduce.py` makes the candidates, biggest cuts first; each
//! round takes the first that still fails and starts over from it.

use crate::batch::Builder;
use crate::judge::{Python, Verdict, judge};

/// Candidates that are tried together.
const TRIED_TOGETHER: usize = 24;
/// Rounds after which the program is small enough.
const MAX_ROUNDS: usize = 60;

/// The smallest program found that fails as `source` does.
pub(crate) fn minimise(
    source: &str,
    verdict: &Verdict,
    builder: &Builder,
    python: &Python,
) -> Result<String, String> {
    let mut smallest = source.to_owned();
    for _ in 0..MAX_ROUNDS {
        let candidates = candidates(&smallest, builder, python)?;
        let mut found = None;
        for chunk in candidates.chunks(TRIED_TOGETHER) {
            let sources: Vec<&str> = chunk.iter().map(String::as_str).collect();
            let verdicts = judge(&sources, builder, python)?;
            found = verdicts.iter().position(|other| verdict.is_like(other)).map(|at| chunk[at].clone());
            if found.is_some() {
                break;
            }
        }
        match found {
            Some(smaller) => smallest = smaller,
            None => break,
        }
    }
    Ok(smallest)
}

fn candidates(source: &str, builder: &Builder, python: &Python) -> Result<Vec<String>, String> {
    let write = |name: &str, text: &str| {
        let path = builder.directory().join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display())).map(|()| path)
    };
    let script = write("reduce.py", include_str!("reduce.py"))?;
    let program = write("reduced.py", source)?;
    let output = python.command(&script).arg(program).output().map_err(|error| error.to_string())?;
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("reduce.py: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}
