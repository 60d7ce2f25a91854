//! `portalisc run FILE ARGS…`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portalis::{CrateKind, Host, IntMode, Ownership, SystemHost, compile, widen};
use portalis_engine::{Engine, EngineError, Finished, Invocation, Options, Scalar, Stdio, TRAP_STATUS};

use super::args::RunArgs;
use super::report::{Failed, Reporter, print, print_error};
use super::source::{decode_source, read_bytes, shown};

/// Compiles where needed and runs; the exit code is the program's.
pub(crate) fn run(args: &RunArgs) -> Result<ExitCode, Failed> {
    let reporter = Reporter::new(&args.report);
    let host = SystemHost::new();
    let bytes = read_bytes(&args.file, &reporter)?;
    let (wasm, compiled) = if bytes.starts_with(b"\0asm") {
        (bytes, None)
    } else {
        let (wasm, source, options) = compile_file(args, &bytes, &host, &reporter)?;
        (wasm, Some((source, options)))
    };
    let engine = Options { cache: Some(host.cache_directory().join("modules")), timeout: None };
    let mut invocation = Invocation {
        args: vec![args.file.display().to_string()],
        env: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        directories: directories(&args.args),
        stdio: Stdio::Inherit,
    };
    let ended = Engine::new(engine).and_then(|engine| match &args.invoke {
        Some(name) => invoke(&engine, &wasm, name, &args.args, &invocation),
        None => {
            invocation.args.extend(args.args.iter().cloned());
            engine.run(&wasm, &invocation)
        }
    });
    let finished = ended.map_err(|error| {
        let help = matches!(&error, EngineError::Call(_))
            .then_some("`--invoke FUNCTION` calls an exported function");
        reporter.error(&error.to_string(), help);
        Failed::Usage
    })?;
    if let Some(trap) = finished.trap {
        print_error(&format!("portalis trap: {trap}\n"));
    }
    if let Some((source, options)) = compiled.filter(|_| finished.status == TRAP_STATUS)
        && args.translate.int == IntMode::Auto
        && let Some(widening) = widen(&source, &options, &String::from_utf8_lossy(&finished.stderr), &host)
    {
        let what = &widening.what;
        print_error(&format!("note: {what} is computed with integers of any size from the next build on\n"));
    }
    // A status is what the system keeps of it: eight bits.
    Ok(ExitCode::from(finished.status as u8))
}

fn compile_file(
    args: &RunArgs,
    bytes: &[u8],
    host: &SystemHost,
    reporter: &Reporter,
) -> Result<(Vec<u8>, String, portalis::Options), Failed> {
    let path = shown(&args.file);
    let source = decode_source(bytes, &path, reporter)?;
    let mut options = args.translate.options(&path);
    args.translate.widen(&mut options, &source, host);
    if args.invoke.is_some() {
        options.kind = CrateKind::Library;
    } else if options.kind == CrateKind::Auto {
        // As CPython does: a file that only defines can be run, to no effect.
        options.kind = CrateKind::Program;
    }
    let artifacts =
        compile(&source, &options, host).map_err(|error| reporter.compile_error(&error, &source, &path))?;
    reporter.diagnostics(&artifacts.diagnostics, &source, &path);
    print_error(&artifacts.rustc_warnings);
    if !artifacts.demotion.is_empty() {
        options.ownership = Ownership::Shared;
    }
    Ok((artifacts.output, source, options))
}

fn invoke(
    engine: &Engine,
    wasm: &[u8],
    name: &str,
    args: &[String],
    invocation: &Invocation,
) -> Result<Finished, EngineError> {
    let parameters = engine.parameters(wasm, name)?;
    if parameters.len() != args.len() {
        let (wants, has) = (parameters.len(), args.len());
        return Err(EngineError::Call(format!("`{name}` takes {wants} arguments, not {has}")));
    }
    let parse = |(ty, text): (&portalis_engine::ScalarType, &String)| {
        ty.parse(text).ok_or_else(|| EngineError::Call(format!("`{name}` cannot take `{text}`")))
    };
    let scalars = parameters.iter().zip(args).map(parse).collect::<Result<Vec<_>, _>>()?;
    Ok(match engine.invoke(wasm, name, &scalars, invocation)? {
        Ok(results) => {
            for result in results {
                print(&match result {
                    Scalar::I64(value) => format!("{value}\n"),
                    Scalar::I32(value) => format!("{value}\n"),
                    Scalar::F64(value) => format!("{value:?}\n"),
                });
            }
            Finished::default()
        }
        Err(finished) => finished,
    })
}

/// What the program may open: the current directory, and the directories of files that arguments name.
fn directories(args: &[String]) -> Vec<(PathBuf, String)> {
    let mut directories = vec![(PathBuf::from("."), ".".to_owned())];
    if let Some((path, name)) =
        std::env::current_dir().ok().and_then(|path| Some((path.clone(), path.to_str()?.to_owned())))
    {
        directories.push((path, name));
    }
    for arg in args {
        let path = Path::new(arg);
        let lies_below = path.is_relative() && !path.starts_with("..");
        let Some(parent) = path.parent().filter(|parent| !lies_below && parent.is_dir()) else { continue };
        let entry = (parent.to_owned(), parent.display().to_string());
        if !directories.contains(&entry) {
            directories.push(entry);
        }
    }
    directories
}
