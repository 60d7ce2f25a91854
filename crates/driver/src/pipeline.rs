//! The table of contents of the compiler: which passes run, in which order, on what.

use portalis_codegen as codegen;
use portalis_diag::{LineIndex, Span};
use portalis_frontend_py as frontend_py;
use portalis_hir::{self as hir, Pass as _};
use portalis_lower_rust as lower_rust;
use portalis_typeck as typeck;

use crate::library::is_library;
use crate::manager::{Manager, Stopped};
use crate::options::{CrateKind, Options, Ownership};
use crate::reveal::{Revealed, reveal};
use crate::widening;

/// The passes, in order, by their names on the command line.
pub const PASSES: &[&str] = &["lower", "cfg", "infer", "lower-rust", "codegen"];

/// What the passes make of one module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Translated {
    /// The Rust; empty where the pipeline stopped before it.
    pub(crate) rust: String,
    /// Whether it has a program part.
    pub(crate) is_program: bool,
    /// Lines of the Rust and the lines of the Python that they come from.
    pub(crate) line_map: Vec<(u32, u32)>,
    /// Types of assigned variables, for tests and editors.
    pub(crate) revealed: Vec<Revealed>,
    /// What the Rust was made from, where that is asked for.
    pub(crate) parts: Option<(hir::Module, lower_rust::rir::Crate)>,
}

/// What the pipeline is run for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// The Rust.
    Rust,
    /// The Rust, and what it was made from.
    Parts,
    /// What there is to say about the program, of which all is known when it is lowered.
    Diagnostics,
}

/// Runs the pipeline; what it made before a stop stays in `out`.
pub(crate) fn translate_module(
    source: &str,
    options: &Options,
    goal: Goal,
    pm: &mut Manager<'_>,
    out: &mut Translated,
) -> Result<(), Stopped> {
    let name = if options.kind == CrateKind::Library { options.module_name() } else { "__main__" };
    let mut module = pm.run::<frontend_py::Lower>((source, name))?;
    pm.stop_if_refused()?;
    widening::apply(&mut module, source, &options.widened);
    let is_library = is_library(&module, options.kind);
    if is_library {
        module.name = options.module_name().into();
    }
    // Nothing after it reads the flow graphs yet: they are made where somebody looks at them.
    if options.dumps {
        let flow = pm.time("cfg", |sink| hir::cfg::BuildCfg::run(&module, sink));
        pm.finish("cfg", flow, |flow| flow.pretty_in(&module), hir::Artifact::validate)?;
    }
    let (module, inferred) = pm.time("infer", |sink| {
        let (module, inferred) = typeck::infer(module, typeck::Options { is_library, int: options.int });
        inferred.diagnostics.iter().cloned().for_each(|diagnostic| sink.push(diagnostic));
        (module, inferred)
    });
    if options.dumps {
        out.revealed = reveal(source, &module, &inferred);
    }
    let inferred = pm.finish("infer", inferred, |inferred| inferred.pretty(&module), |_| Ok(()))?;
    pm.stop_if_refused()?;
    let traced = options
        .traceback
        .as_ref()
        .map(|path| lower_rust::Traced { path: path.clone(), text: source.to_owned() });
    let choices =
        lower_rust::Options { is_library, shares_all: options.ownership == Ownership::Shared, traced };
    if goal == Goal::Diagnostics {
        pm.time("lower-rust", |sink| lower_rust::check(&module, inferred, &choices, sink));
        return pm.stop_if_refused();
    }
    let rir = pm.time("lower-rust", |sink| lower_rust::lower(&module, inferred, &choices, sink));
    let rir = pm.finish("lower-rust", rir, hir::Artifact::pretty, hir::Artifact::validate)?;
    pm.stop_if_refused()?;
    let rust = pm.time("codegen", |_| codegen::with_comments(&module, source, &rir, codegen::emit(&rir)));
    out.rust = pm.finish("codegen", rust, String::clone, |_| Ok(()))?;
    out.line_map = python_lines(source, &codegen::line_map(&rir, &out.rust));
    out.is_program = !is_library;
    if goal == Goal::Parts {
        out.parts = Some((module, rir));
    }
    Ok(())
}

/// The lines of the spans, counted from 1.
fn python_lines(source: &str, spans: &[(u32, Span)]) -> Vec<(u32, u32)> {
    let index = LineIndex::new(source);
    spans.iter().map(|(rust, span)| (*rust, index.line(span.start))).collect()
}
