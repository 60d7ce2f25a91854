//! Prints the HIR of a file: `dump FILE`.

use std::io::Write as _;

use portalis_diag::{Sink, render_text};
use portalis_hir::Artifact as _;

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let mut sink = Sink::new();
        let mut out = std::io::stdout().lock();
        let Some(source) = portalis_frontend_py::decode(&bytes, &mut sink) else { continue };
        let module = portalis_frontend_py::lower(&source, "__main__", &mut sink);
        write!(out, "{}", module.pretty())?;
        if let Err(fault) = module.validate() {
            writeln!(out, "invalid: {fault}")?;
        }
        write!(out, "{}", render_text(&sink.into_report(), &source, &path, false))?;
    }
    Ok(())
}
