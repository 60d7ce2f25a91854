//! `cargo xtask trace`: inferred types against the types that CPython sees.
//!
//! Each golden file and each program of `cargo xtask real` runs in CPython under `trace_types.py`, which looks at the
//! values of all variables, line by line, and holds them against the census of `portalis-typeck`. A value outside of its
//! variable's type, and code that runs although inference thinks it dead, are unsound: the compiler would translate
//! something else than what runs. That fails. *Exact* variables took every type that was inferred for them (two levels
//! into containers); *wider* ones did not, in this run.

mod report;
mod table;

use std::path::Path;

use portalis::diag::Sink;
use portalis::{CompileError, Options};

use crate::case::{self, Case};
use crate::run_golden::Known;
use crate::{parallel, real, run_golden, say};
use report::{Areas, Seen};

/// Traces the programs whose names contain `filter`.
pub(crate) fn trace(filter: &str) -> bool {
    let mut areas = Areas::default();
    let (mut problems, mut known_problems) = (Vec::new(), Vec::new());
    let found = programs(filter).and_then(|programs| Ok((programs, Known::read()?)));
    let (programs, known) = match found {
        Ok(found) => found,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    if programs.is_empty() {
        // Nothing traced is nothing passed.
        say(&format!("trace: no program matches `{filter}`"));
        return false;
    }
    let seen = parallel::map(&programs, Program::trace);
    for (program, seen) in programs.iter().zip(seen) {
        match seen {
            Ok(seen) => {
                areas.add(&program.area, seen.figures);
                let texts = seen.unsound.iter().map(|text| format!("{}: {text}", program.name));
                let is_rewritten = known.is_rewritten(&program.name);
                if is_rewritten && seen.unsound.is_empty() {
                    let name = &program.name;
                    problems.push(format!("{name}: the tracer follows it now: take it off golden/known.txt"));
                } else if is_rewritten || known.why_wrong(&program.name).is_some() {
                    known_problems.extend(texts)
                } else {
                    problems.extend(texts)
                }
            }
            Err(error) => problems.push(format!("{}: {error}", program.name)),
        }
    }
    say(&areas.table());
    for problem in &known_problems {
        say(&format!("known (golden/known.txt): {problem}"));
    }
    for problem in &problems {
        say(&format!("UNSOUND {problem}"));
    }
    let (n_programs, n_known, n_failed) = (programs.len(), known_problems.len(), problems.len());
    say(&format!("trace: {n_programs} programs, {n_failed} unsound, {n_known} known to be"));
    problems.is_empty()
}

/// A program to trace.
struct Program {
    /// Where its figures go.
    area: String,
    name: String,
    file: String,
    source: String,
    input: Input,
}

/// What it runs with.
enum Input {
    Golden(Case),
    Nothing,
}

fn programs(filter: &str) -> Result<Vec<Program>, String> {
    let mut programs = Vec::new();
    for case in case::find(filter)?.0 {
        programs.push(Program {
            area: case.name.split('/').next().unwrap_or_default().to_owned(),
            name: case.name.clone(),
            file: case.file_name(),
            source: case.source()?,
            input: Input::Golden(case),
        });
    }
    for (name, source) in real::sources(filter)? {
        let (area, file) = ("real programs".to_owned(), format!("{name}.py"));
        programs.push(Program { area, name: format!("real/{name}"), file, source, input: Input::Nothing });
    }
    Ok(programs)
}

impl Program {
    fn trace(&self) -> Result<Seen, String> {
        // Of a program that is refused nothing is promised.
        match portalis::translate(&self.source, &Options::default()) {
            Ok(_) => {}
            Err(CompileError::Program(_)) => return Ok(Seen::refused()),
            Err(error) => return Err(error.to_string()),
        }
        let module = portalis_frontend_py::lower(&self.source, "__main__", &mut Sink::new());
        let (module, inferred) = portalis_typeck::infer(module, portalis_typeck::Options::default());
        let table = table::json(&inferred.census(&module), &self.source);
        let (directory, args, stdin) = match &self.input {
            Input::Golden(case) => {
                (run_golden::stage(case)?, run_golden::args(case)?, run_golden::stdin(case)?)
            }
            Input::Nothing => {
                let files = [(self.file.as_str(), self.source.as_bytes())];
                (crate::cpython::stage(files)?, Vec::new(), Vec::new())
            }
        };
        run(directory.path(), &self.file, &table, &args, &stdin)
    }
}

/// Runs `file` of `directory` under the tracer.
fn run(directory: &Path, file: &str, table: &str, args: &[String], stdin: &[u8]) -> Result<Seen, String> {
    let tools = crate::cpython::stage([
        ("trace_types.py", include_str!("trace_types.py").as_bytes()),
        ("types.json", table.as_bytes()),
    ])?;
    let path = |name: &str| tools.path().join(name).display().to_string();
    let mut words = vec![path("types.json"), path("seen.json"), file.to_owned()];
    words.extend(args.iter().cloned());
    let behaviour = crate::cpython::run(directory, &path("trace_types.py"), &words, stdin)?;
    let text = std::fs::read_to_string(path("seen.json"))
        .map_err(|_| format!("the tracer failed: {}", String::from_utf8_lossy(&behaviour.stderr)))?;
    report::read(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the tracer finds in `source` when it believes in the types of `believed`.
    fn unsound(source: &str, believed: &str) -> Vec<String> {
        let module = portalis_frontend_py::lower(believed, "__main__", &mut Sink::new());
        let (module, inferred) = portalis_typeck::infer(module, portalis_typeck::Options::default());
        let table = table::json(&inferred.census(&module), believed);
        let directory = crate::cpython::stage([("program.py", source.as_bytes())]).expect("a directory");
        run(directory.path(), "program.py", &table, &[], b"").expect("a report").unsound
    }

    #[track_caller]
    fn check_found(source: &str, believed: &str, wanted: &str) {
        assert_eq!(unsound(believed, believed), Vec::<String>::new());
        let found = unsound(source, believed);
        assert!(found.iter().any(|text| text.contains(wanted)), "{found:?}");
    }

    #[test]
    fn a_value_of_another_type_is_found() {
        check_found("x = 1.5\n", "x = 1\n", "`x` of `<module>`: line 1: the value held float");
    }

    #[test]
    fn a_bool_is_no_int_and_a_negative_is_not_natural() {
        check_found("x = True\n", "x = 1\n", "held bool");
        check_found("x = -1\n", "x = 1\n", "held -1");
    }

    #[test]
    fn an_element_and_an_attribute_are_found() {
        check_found("x = [[1], ['a']]\n", "x = [[1], [2]]\n", ".elem held str");
        let class = "class A:\n    def __init__(self, v):\n        self.v = v\n\n\n";
        check_found(&format!("{class}a = A(None)\n"), &format!("{class}a = A(1)\n"), "held NoneType");
    }

    #[test]
    fn what_functions_return_and_generators_yield_is_found() {
        let text = |value: &str| format!("def f():\n    return {value}\n\n\nf()\n");
        check_found(&text("''"), &text("0"), "what `f` returns: line 2: the value held str");
        let text = |value: &str| format!("def f():\n    yield {value}\n\n\nfor _ in f():\n    pass\n");
        check_found(&text("''"), &text("0"), "what `f` yields: line 2: the value held str");
    }

    #[test]
    fn code_that_should_be_dead_is_found() {
        let text = |call: &str| format!("def f():\n    pass\n\n\n{call}\n");
        check_found(&text("f()"), &text("pass"), "`f` of line 1 ran, but inference thinks it dead");
    }
}
