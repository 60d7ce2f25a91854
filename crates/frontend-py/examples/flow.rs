//! Prints the flow graphs and webs of a file: `flow FILE`.

use std::io::Write as _;

use portalis_diag::Sink;
use portalis_hir::cfg;
use portalis_hir::webs::Webs;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let source = std::fs::read_to_string(&path)?;
        let module = portalis_frontend_py::lower(&source, "m", &mut Sink::new());
        for graph in cfg::build(&module).iter() {
            write!(out, "{}{}", graph.pretty_in(&module), Webs::new(&module, graph).pretty(&module))?;
        }
    }
    Ok(())
}
