//! Comments of golden files that say what must be so.
//!
//! ```text
//! numbers = [1, 2]    # revealed: list[int]      the type of the variable that the line assigns
//! yield_from(x)       # error: PT0203            the line is refused with this code
//! print(nothing)      # warning: PT0307          the line is warned of
//! # wrong: why        the translation is known to be wrong
//! x = 1               # portalis: int=big        for the compiler, not for us
//! ```
//! A comment at a line's end that has this form with another word is a mistake and fails.

use portalis::Revealed;
use portalis::diag::{Diagnostic, LineIndex, Severity};

/// What a directive says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Directive {
    Revealed(String),
    Error(String),
    Warning(String),
}

/// The directives of a file with their lines, from one.
pub(crate) fn parse(source: &str) -> Result<Vec<(u32, Directive)>, String> {
    let mut found = Vec::new();
    for (line, text) in (1..).zip(source.lines()) {
        let mut parts = text.split("  # ");
        if parts.next().is_none_or(|code| code.trim().is_empty()) {
            continue;
        }
        // A line may say several things.
        for comment in parts {
            let Some((word, rest)) = comment.split_once(": ") else { continue };
            if !word.chars().all(|c| c.is_ascii_lowercase()) {
                continue;
            }
            let rest = rest.trim().to_owned();
            let directive = match word {
                "revealed" => Directive::Revealed(rest),
                "error" => Directive::Error(rest),
                "warning" => Directive::Warning(rest),
                "portalis" | "wrong" => continue,
                _ => return Err(format!("line {line}: there is no directive `{word}`")),
            };
            found.push((line, directive));
        }
    }
    Ok(found)
}

/// What does not fit between the directives and what the compiler said.
pub(crate) fn disagreements(
    source: &str,
    directives: &[(u32, Directive)],
    diagnostics: &[Diagnostic],
    revealed: Option<&[Revealed]>,
) -> Vec<String> {
    let lines = LineIndex::new(source);
    let wanted: Vec<(u32, Directive)> = directives
        .iter()
        .filter(|(_, directive)| !matches!(directive, Directive::Revealed(_)))
        .cloned()
        .collect();
    // One directive stands for all of its code on its line.
    let mut came = vec![false; wanted.len()];
    let mut wrong = Vec::new();
    for diagnostic in diagnostics {
        let line = lines.line(diagnostic.span.start);
        let code = diagnostic.code.name().to_owned();
        let (said, word) = match diagnostic.severity {
            Severity::Error => (Directive::Error(code), "error"),
            Severity::Warning => (Directive::Warning(code), "warning"),
        };
        match wanted.iter().position(|(at, directive)| (*at, directive) == (line, &said)) {
            Some(at) => came[at] = true,
            None => wrong.push(format!(
                "line {line}: {} (add `# {word}: {}` if that is right)",
                diagnostic.message, diagnostic.code
            )),
        }
    }
    let missing = wanted.iter().zip(&came).filter(|(_, came)| !**came);
    wrong.extend(missing.map(|((line, directive), _)| format!("line {line}: {directive:?} did not come")));
    for (line, directive) in directives {
        let Directive::Revealed(ty) = directive else { continue };
        let Some(revealed) = revealed else {
            wrong.push(format!("line {line}: a refused program reveals no types"));
            continue;
        };
        let here: Vec<&str> =
            revealed.iter().filter(|at| at.line == *line).map(|at| at.ty.as_str()).collect();
        if !here.contains(&ty.as_str()) {
            let here = if here.is_empty() { "nothing".to_owned() } else { here.join(", ") };
            wrong.push(format!("line {line}: revealed {here}, not {ty}"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_read_and_unknown_ones_refused() {
        let source = "# Prose: not a directive.\nx = 1  # revealed: int\ny = f(x)  # error: PT0203\nz = 1  # portalis: int=big\n";
        let found = parse(source).expect("directives");
        let expected = [(2, Directive::Revealed("int".into())), (3, Directive::Error("PT0203".into()))];
        assert_eq!(found, expected);
        assert!(parse("x = 1  # revealt: int\n").is_err());
    }

    #[test]
    fn what_was_not_said_and_what_did_not_come_disagree() {
        let source = "x = eval('1')  # error: PT0301\n";
        let directives = parse(source).expect("directives");
        let diagnostics = match portalis::translate(source, &portalis::Options::default()) {
            Err(portalis::CompileError::Program(diagnostics)) => diagnostics,
            other => panic!("{other:?}"),
        };
        assert_eq!(disagreements(source, &directives, &diagnostics, None).len(), 2);
    }
}
