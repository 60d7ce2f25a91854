//! Prints the inferred types of a Python file.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: types FILE.py")?;
    let source = std::fs::read_to_string(&path)?;
    let mut sink = portalis_diag::Sink::new();
    let module = portalis_frontend_py::lower(&source, "__main__", &mut sink);
    let (module, inferred) = portalis_typeck::infer(module, portalis_typeck::Options::default());
    let mut report = sink.into_report();
    report.extend(inferred.diagnostics.clone());
    eprint!("{}", portalis_diag::render_text(&report, &source, &path, false));
    std::io::Write::write_all(&mut std::io::stdout(), inferred.pretty(&module).as_bytes())?;
    Ok(())
}
