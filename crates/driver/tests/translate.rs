//! `translate` is a function of values: same answer every time, an answer for everything.

use portalis::diag::Code;
use portalis::{CompileError, Options, PASSES, translate};

const BANK: &str = include_str!("../../../examples/bank.py");

fn options() -> Options {
    Options { path: "bank.py".to_owned(), dumps: true, validate: true, ..Options::default() }
}

/// Translates, and insists on an answer about the program.
#[track_caller]
fn answer(source: &str) {
    if let Err(error) = translate(source, &options()) {
        assert!(matches!(error, CompileError::Program(_)), "{error}\n{source}");
    }
}

#[test]
fn the_same_source_gives_the_same_text() {
    let first = translate(BANK, &options()).expect("a translation");
    let second = translate(BANK, &options()).expect("a translation");
    assert_eq!(first.rust, second.rust);
    assert_eq!(first.dumps, second.dumps);
    assert!(first.timings.iter().all(|timing| timing.time.is_zero()), "there is no clock");
}

#[test]
fn every_beginning_of_a_program_gets_an_answer() {
    for (end, _) in BANK.char_indices().step_by(7) {
        answer(&BANK[..end]);
    }
}

#[test]
fn a_program_without_some_line_gets_an_answer() {
    let lines: Vec<&str> = BANK.lines().collect();
    for without in 0..lines.len() {
        let rest: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != without).map(|(_, line)| *line).collect();
        answer(&rest.join("\n"));
    }
}

#[test]
fn odd_sources_get_an_answer() {
    for source in [
        "",
        "\n",
        "\u{feff}x = 1\n",
        "\0",
        "\u{c}",
        "#",
        "\\",
        "'''",
        "x = '\u{10ffff}'",
        "def",
        "𝒳 = 1\nprint(X)\n",
    ] {
        answer(source);
    }
}

#[test]
fn a_refused_program_tells_all_its_faults() {
    let source = "import socket\nimport tkinter\nprint(socket, eval('1'))\n";
    match translate(source, &options()) {
        Err(CompileError::Program(diagnostics)) => {
            let codes: Vec<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, [Code::PT0301, Code::PT0301, Code::PT0303]);
        }
        other => panic!("expected a refusal, not {other:?}"),
    }
}

#[test]
fn the_pipeline_stops_where_it_is_asked_to() {
    for (at, pass) in PASSES.iter().enumerate() {
        let options = Options { stop_after: Some((*pass).to_owned()), ..options() };
        let translation = translate(BANK, &options).expect("a translation");
        let dumped: Vec<&str> = translation.dumps.iter().map(|dump| dump.pass).collect();
        assert_eq!(dumped, PASSES[..=at]);
    }
    let unknown = Options { stop_after: Some("polish".to_owned()), ..Options::default() };
    assert!(matches!(translate("", &unknown), Err(CompileError::Internal(_))));
}

#[test]
fn assigned_types_are_revealed() {
    let translation = translate("xs = []\nfor i in range(3):\n    xs.append(i)\ny = xs[0]\n", &options())
        .expect("a translation");
    let revealed: Vec<(u32, &str, &str)> =
        translation.revealed.iter().map(|at| (at.line, at.name.as_str(), at.ty.as_str())).collect();
    assert_eq!(revealed, [(1, "xs", "list[int]"), (2, "i", "int"), (4, "y", "int")]);
}

#[test]
fn functions_are_mapped_to_their_python_lines() {
    let translation = translate(BANK, &Options::default()).expect("Rust");
    let python: Vec<&str> = BANK.lines().collect();
    let rust: Vec<&str> = translation.rust.lines().collect();
    let withdraw =
        translation.line_map.iter().find(|(line, _)| rust[*line as usize - 1].contains("fn withdraw("));
    let &(_, line) = withdraw.expect("the method is mapped");
    assert!(python[line as usize - 1].contains("def withdraw("), "{line}");
    assert!(translation.line_map.windows(2).all(|pair| pair[0].0 < pair[1].0));
}
