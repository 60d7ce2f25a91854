//! `portalisc FILE.py`: compile to files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portalis::{
    Artifacts, Dump, Host, Options, PASSES, SystemHost, Target, Timing, Translation, compile, translate,
};

use super::args::{BuildArgs, Emit};
use super::report::{Failed, Reporter, print_bytes, print_error};
use super::source::{decode_source, is_stdin, read_bytes, shown};

/// Something to write.
struct Product {
    kind: Emit,
    bytes: Vec<u8>,
    is_program: bool,
}

/// Compiles and writes; writes nothing where anything fails.
pub(crate) fn build(args: &BuildArgs) -> Result<ExitCode, Failed> {
    let reporter = Reporter::new(&args.report);
    let Some(file) = &args.file else { return Err(Failed::Usage) };
    let path = shown(file);
    let source = decode_source(&read_bytes(file, &reporter)?, &path, &reporter)?;
    let host = SystemHost::new();
    let mut options = args.translate.options(&path);
    args.translate.widen(&mut options, &source, &host);
    options.dumps = !args.dump_after.is_empty() || args.emit.iter().any(|kind| kind.pass().is_some());

    let mut products = Vec::new();
    let mut said = Vec::new();
    if let Some(last) = last_pass(args) {
        options.stop_after = Some(last.to_owned());
        let translation = translate_timed(&source, &options, args.time_passes, &host)
            .map_err(|error| reporter.compile_error(&error, &source, &path))?;
        show_passes(args, &translation.dumps, &translation.timings);
        if args.stop_after.is_none() {
            products.extend(texts(args, &translation.dumps, translation.is_program));
        }
        said = translation.diagnostics;
    } else {
        for kind in args.emit.iter().filter(|kind| kind.pass().is_none()) {
            options.target = if *kind == Emit::Native { Target::Native } else { Target::Wasm };
            let artifacts = compile(&source, &options, &host)
                .map_err(|error| reporter.compile_error(&error, &source, &path))?;
            let Artifacts { output, is_program, diagnostics, dumps, timings, rustc_warnings, .. } = artifacts;
            if products.is_empty() {
                show_passes(args, &dumps, &timings);
                products.extend(texts(args, &dumps, is_program));
            }
            print_error(&rustc_warnings);
            products.push(Product { kind: *kind, bytes: output, is_program });
            said = diagnostics;
        }
    }
    reporter.diagnostics(&said, &source, &path);
    write(args, file, products, &host, &reporter)?;
    Ok(ExitCode::SUCCESS)
}

/// The last pass that is needed where rustc is not; `None` where it is.
fn last_pass(args: &BuildArgs) -> Option<&'static str> {
    let index = |name: &str| PASSES.iter().position(|pass| *pass == name);
    if let Some(asked) = &args.stop_after {
        return index(asked).map(|at| PASSES[at]);
    }
    let passes: Option<Vec<usize>> = args.emit.iter().map(|kind| index(kind.pass()?)).collect();
    Some(PASSES[passes?.into_iter().max()?])
}

fn translate_timed(
    source: &str,
    options: &Options,
    time_passes: bool,
    host: &SystemHost,
) -> Result<Translation, portalis::CompileError> {
    if time_passes {
        portalis::translate_with_host(source, options, host)
    } else {
        translate(source, options)
    }
}

fn show_passes(args: &BuildArgs, dumps: &[Dump], timings: &[Timing]) {
    for pass in &args.dump_after {
        for dump in dumps.iter().filter(|dump| dump.pass == pass) {
            print_error(&format!("== after {pass}\n{}", dump.text));
        }
    }
    if args.time_passes {
        for timing in timings {
            print_error(&format!("{:>10.3} ms  {}\n", timing.time.as_secs_f64() * 1e3, timing.pass));
        }
        if timings.is_empty() {
            print_error("everything was in the cache\n");
        }
    }
}

/// The textual forms that are asked for.
fn texts(args: &BuildArgs, dumps: &[Dump], is_program: bool) -> Vec<Product> {
    let text = |kind: &Emit| {
        let pass = kind.pass()?;
        let dump = dumps.iter().find(|dump| dump.pass == pass)?;
        Some(Product { kind: *kind, bytes: dump.text.clone().into_bytes(), is_program })
    };
    args.emit.iter().filter_map(text).collect()
}

fn write(
    args: &BuildArgs,
    file: &Path,
    products: Vec<Product>,
    host: &SystemHost,
    reporter: &Reporter,
) -> Result<(), Failed> {
    let only_texts = products.iter().all(|product| product.kind.pass().is_some());
    let is_single = products.len() == 1;
    for product in products {
        let extension = product.kind.extension(product.is_program);
        let target = match &args.output {
            Some(out) if is_single => out.clone(),
            Some(out) => out.with_extension(extension),
            None if only_texts => PathBuf::from("-"),
            None if is_stdin(file) => PathBuf::from("program").with_extension(extension),
            None => PathBuf::from(file.file_name().unwrap_or_default()).with_extension(extension),
        };
        if is_stdin(&target) {
            print_bytes(&product.bytes);
            continue;
        }
        let is_executable = product.kind == Emit::Native && product.is_program;
        let written = host.write(&target, &product.bytes);
        written.and_then(|()| if is_executable { make_executable(&target) } else { Ok(()) }).map_err(
            |error| {
                reporter.error(&format!("cannot write `{}`: {error}", target.display()), None);
                Failed::Usage
            },
        )?;
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut permissions = std::fs::metadata(path)?.permissions();
    permissions.set_mode(permissions.mode() | 0o111);
    std::fs::set_permissions(path, permissions)
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
