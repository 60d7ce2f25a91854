//! The standard library of the machine's CPython goes through the frontend: no panic, always a valid module, and no
//! complaint about a file that CPython compiles.
#![expect(clippy::print_stdout, reason = "the counts are the point of the test's output")]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portalis_diag::{Code, Sink};
use portalis_frontend_py::{decode, lower};
use portalis_hir::webs::Webs;
use portalis_hir::{Artifact as _, cfg};

/// Prints the path of each file of the argument's tree that `compile` accepts.
const ACCEPTED: &str = "
import sys, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(5000)
for path in sys.stdin.read().splitlines():
    try:
        with open(path, 'rb') as file:
            compile(file.read(), path, 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        continue
    print(path)
";

#[test]
fn standard_library_lowers() {
    let Some(root) = stdlib() else {
        println!("skipped: no python3.11 on this machine");
        return;
    };
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let accepted = accepted(&files);
    let (mut n_lines, mut n_refused, mut n_webs) = (0, 0, 0);
    let mut faults = Vec::new();
    for path in &files {
        let Ok(bytes) = std::fs::read(path) else { continue };
        let mut sink = Sink::new();
        let Some(source) = decode(&bytes, &mut sink) else {
            n_refused += 1;
            continue;
        };
        n_lines += source.lines().count();
        let module = lower(&source, "m", &mut sink);
        if let Err(fault) = module.validate() {
            faults.push(format!("{}: invalid: {fault}", path.display()));
        }
        let graphs = cfg::build(&module);
        if let Err(fault) = graphs.validate() {
            faults.push(format!("{}: invalid: {fault}", path.display()));
        }
        for graph in graphs.iter() {
            n_webs += Webs::new(&module, graph).webs.len();
        }
        if accepted.contains(path) {
            let is_syntax = |code: Code| code <= Code::PT0105;
            for diagnostic in sink.into_report().into_iter().filter(|diagnostic| is_syntax(diagnostic.code)) {
                let (code, span, message) = (diagnostic.code, diagnostic.span, diagnostic.message);
                faults.push(format!("{}: {code} at {span}: {message}", path.display()));
            }
        } else if !sink.has_errors() {
            println!("CPython refuses, the frontend does not: {}", path.display());
        }
    }
    println!("{} files, {} compiled by CPython, {n_refused} in other encodings", files.len(), accepted.len());
    println!("{n_lines} lines, {n_webs} webs");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn stdlib() -> Option<PathBuf> {
    let script = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let output = Command::new("python3.11").args(["-c", script]).output().ok()?;
    let path = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    path.is_dir().then_some(path)
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "site-packages" && name != "dist-packages" && name != "__pycache__" {
                collect(&path, files);
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
}

fn accepted(files: &[PathBuf]) -> HashSet<PathBuf> {
    use std::io::Write as _;
    let mut child = Command::new("python3.11")
        .args(["-c", ACCEPTED])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3.11 ran before");
    let list: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    let mut stdin = child.stdin.take().expect("it is piped");
    let writer = std::thread::spawn(move || stdin.write_all(list.join("\n").as_bytes()));
    let output = child.wait_with_output().expect("python3.11 ends");
    writer.join().expect("no panic").expect("python3.11 reads its input");
    String::from_utf8_lossy(&output.stdout).lines().map(PathBuf::from).collect()
}
