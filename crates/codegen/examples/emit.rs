//! Prints the Rust of a Python file.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: emit FILE.py")?;
    let source = std::fs::read_to_string(&path)?;
    let mut sink = portalis_diag::Sink::new();
    let module = portalis_frontend_py::lower(&source, "__main__", &mut sink);
    let (module, inferred) = portalis_typeck::infer(module, portalis_typeck::Options::default());
    for diagnostic in &inferred.diagnostics {
        sink.push(diagnostic.clone());
    }
    let mut text = String::new();
    if !sink.has_errors() {
        let options = portalis_lower_rust::Options::default();
        let krate = portalis_lower_rust::lower(&module, inferred, &options, &mut sink);
        if !sink.has_errors() {
            text = portalis_codegen::emit(&krate);
        }
    }
    let refused = sink.has_errors();
    eprint!("{}", portalis_diag::render_text(&sink.into_report(), &source, &path, false));
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())?;
    if refused { Err("refused".into()) } else { Ok(()) }
}
