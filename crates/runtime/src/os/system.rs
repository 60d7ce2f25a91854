//! What `os` asks of the system: the environment, the working directory, directories.

use std::cell::OnceCell;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{joined, normpath};
use crate::dict::Dict;
use crate::exc::{Exception, FileNotFoundError, arg, value_error};
use crate::file::os_error;
use crate::iter::Iter;
use crate::list::List;
use crate::macros::raising_fns;
use crate::output;
use crate::show::py;
use crate::str::Str;

thread_local! {
    static ENVIRON: OnceCell<Dict<Str, Str>> = const { OnceCell::new() };
}

/// `os.environ`, as the program found it or has changed it.
#[must_use]
pub fn environ() -> Dict<Str, Str> {
    ENVIRON.with(|environ| {
        let text = |text: std::ffi::OsString| Str::from(text.to_string_lossy().into_owned());
        environ
            .get_or_init(|| {
                let found = Dict::new();
                std::env::vars_os().for_each(|(name, value)| found.set(text(name), text(value)));
                found
            })
            .clone()
    })
}

/// `os.getenv(key)`.
#[must_use]
pub fn getenv(key: &str) -> Option<Str> {
    environ().get(&Str::from(key))
}

/// `os.getenv(key, default)`.
#[must_use]
pub fn getenv_or(key: &str, default: &str) -> Str {
    getenv(key).unwrap_or_else(|| Str::from(default))
}

/// The working directory. WebAssembly has none: whoever runs the program says so in `PWD`.
fn working_directory() -> String {
    let is_wasm = cfg!(target_family = "wasm");
    let found = if is_wasm { None } else { std::env::current_dir().ok() };
    let found = found.map(|path| path.to_string_lossy().into_owned());
    let said = || std::env::var("PWD").ok().filter(|path| path.starts_with('/'));
    found.or_else(said).unwrap_or_else(|| {
        output::trap("the working directory is not known: run the program with PWD in its environment")
    })
}

/// `os.getpid()`: WebAssembly has no processes, and says 1.
#[must_use]
pub fn getpid() -> i64 {
    if cfg!(target_family = "wasm") { 1 } else { i64::from(std::process::id()) }
}

/// `os.cpu_count()`.
#[must_use]
pub fn cpu_count() -> i64 {
    std::thread::available_parallelism().map_or(1, |n| n.get() as i64)
}

/// `os.getcwd()`.
#[must_use]
pub fn getcwd() -> Str {
    Str::from(working_directory())
}

/// `os.path.abspath(path)`.
#[must_use]
pub fn abspath(path: &str) -> Str {
    if path.starts_with('/') { normpath(path) } else { normpath(&joined(&working_directory(), &[path])) }
}

/// `__file__` of the program: where it was started from, as `sys.argv` has it at first, from the root on.
#[must_use]
pub fn script_path() -> Str {
    std::env::args_os().next().map_or_else(Str::default, |path| abspath(&path.to_string_lossy()))
}

/// `os.path.realpath(path)`: symbolic links are followed as far as the path exists.
#[must_use]
pub fn realpath(path: &str) -> Str {
    let whole = if path.starts_with('/') {
        path.to_owned()
    } else {
        joined(&working_directory(), &[path]).as_str().to_owned()
    };
    let mut rest: Vec<&str> = Vec::new();
    let mut here = whole.as_str();
    loop {
        if let Ok(found) = fs::canonicalize(if here.is_empty() { "/" } else { here }) {
            rest.reverse();
            return normpath(&joined(&found.to_string_lossy(), &rest));
        }
        let Some((before, last)) = here.rsplit_once('/') else { return normpath(&whole) };
        if !last.is_empty() {
            rest.push(last);
        }
        here = before;
    }
}

/// `os.path.relpath(path)`.
#[must_use]
pub fn relpath(path: &str) -> Str {
    relpath_from(path, ".")
}

/// `os.path.relpath(path, start)`.
#[must_use]
pub fn relpath_from(path: &str, start: &str) -> Str {
    let (path, start) = (abspath(path), abspath(start));
    let parts = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let (path, start): (Vec<String>, Vec<String>) = (parts(&path), parts(&start));
    let n_common = path.iter().zip(&start).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), start.len() - n_common);
    let whole: Vec<String> = up.chain(path[n_common..].iter().cloned()).collect();
    Str::from(if whole.is_empty() { ".".to_owned() } else { whole.join("/") })
}

/// `os.path.expanduser(path)`: the user's own directory is the one of `HOME`.
#[must_use]
pub fn expanduser(path: &str) -> Str {
    let (user, rest) = path.split_at(path.find('/').unwrap_or(path.len()));
    match getenv("HOME") {
        Some(home) if user == "~" => {
            let whole = [home.as_str().trim_end_matches('/'), rest].concat();
            Str::from(if whole.is_empty() { "/".to_owned() } else { whole })
        }
        _ => Str::from(path),
    }
}

/// An error of the system about `from`, or about both paths.
fn about_both(error: &std::io::Error, from: &str, to: &str) -> Exception {
    let one = os_error(error, from);
    let message = format!("{} -> {:?}", one.message(), py(to));
    if error.kind() == ErrorKind::NotFound {
        let args = vec![arg(&2_i64), arg(&Str::from("No such file or directory"))];
        return Exception::about_file::<FileNotFoundError>(args, message, Some(Str::from(from)));
    }
    one
}

/// The names in a directory, in the system's order.
fn names(path: &str) -> Result<Vec<String>, Exception> {
    let entries = fs::read_dir(path).map_err(|error| os_error(&error, path))?;
    entries
        .map(|entry| match entry {
            Ok(entry) => Ok(entry.file_name().to_string_lossy().into_owned()),
            Err(error) => Err(os_error(&error, path)),
        })
        .collect()
}

/// One step of `os.walk`: a directory, the directories in it, the files in it.
pub type Walked = (Str, List<Str>, List<Str>);

/// What `os.walk` has still to do.
struct Walk {
    todo: Vec<String>,
    /// What was given last: the program may have changed which directories are next.
    last: Option<(String, List<Str>)>,
}

impl Iterator for Walk {
    type Item = Walked;

    fn next(&mut self) -> Option<Walked> {
        if let Some((top, directories)) = self.last.take() {
            // Links to directories are shown, and not followed.
            let below = directories.to_vec().into_iter().rev().map(|name| joined(&top, &[&name]));
            let below = below.map(|path| path.as_str().to_owned());
            self.todo.extend(below.filter(|path| !Path::new(path).is_symlink()));
        }
        loop {
            let top = self.todo.pop()?;
            // Directories that cannot be read are left out.
            let Ok(found) = names(&top) else { continue };
            let (directories, files): (Vec<String>, Vec<String>) =
                found.into_iter().partition(|name| Path::new(&top).join(name).is_dir());
            let list = |names: Vec<String>| names.into_iter().map(Str::from).collect::<List<Str>>();
            let (directories, files) = (list(directories), list(files));
            self.last = Some((top.clone(), directories.clone()));
            return Some((Str::from(top), directories, files));
        }
    }
}

/// `os.walk(top)`.
#[must_use]
pub fn walk(top: &str) -> Iter<Walked> {
    Iter::of(Walk { todo: vec![top.to_owned()], last: None })
}

raising_fns! {
    /// `os.listdir()`.
    fn try_listdir / listdir() -> List<Str> { try_listdir_of(".") }

    /// `os.listdir(path)`.
    fn try_listdir_of / listdir_of(path: &str) -> List<Str> {
        Ok(names(path)?.into_iter().map(Str::from).collect())
    }

    /// `os.mkdir(path)`.
    fn try_mkdir / mkdir(path: &str) -> () {
        fs::create_dir(path).map_err(|error| os_error(&error, path))
    }

    /// `os.makedirs(path, exist_ok=exists)`.
    fn try_makedirs / makedirs(path: &str, exists: bool) -> () {
        let bare = path.trim_end_matches('/');
        if let Some((parent, _)) = bare.rsplit_once('/')
            && !parent.is_empty()
            && !Path::new(parent).exists()
        {
            try_makedirs(parent, true)?;
        }
        match fs::create_dir(path) {
            Err(_) if exists && Path::new(path).is_dir() => Ok(()),
            made => made.map_err(|error| os_error(&error, path)),
        }
    }

    /// `os.rmdir(path)`.
    fn try_rmdir / rmdir(path: &str) -> () {
        fs::remove_dir(path).map_err(|error| os_error(&error, path))
    }

    /// `os.removedirs(path)`: the directory, and those above it that are empty then.
    fn try_removedirs / removedirs(path: &str) -> () {
        try_rmdir(path)?;
        let mut here = path.trim_end_matches('/');
        while let Some((parent, _)) = here.rsplit_once('/') {
            if parent.is_empty() || try_rmdir(parent).is_err() {
                break;
            }
            here = parent;
        }
        Ok(())
    }

    /// `os.rename(from, to)`.
    fn try_rename / rename(from: &str, to: &str) -> () {
        fs::rename(from, to).map_err(|error| about_both(&error, from, to))
    }

    /// `os.path.commonpath(paths)`.
    fn try_commonpath / commonpath[I: IntoIterator<Item = Result<Str, Exception>>](paths: I) -> Str {
        let paths = paths.into_iter().collect::<Result<Vec<Str>, Exception>>()?;
        let Some(first) = paths.first() else { return Err(value_error("commonpath() arg is an empty sequence")) };
        let is_absolute = first.starts_with('/');
        if paths.iter().any(|path| path.starts_with('/') != is_absolute) {
            return Err(value_error("Can't mix absolute and relative paths"));
        }
        let parts = |path: &Str| -> Vec<String> {
            path.as_str().split('/').filter(|part| !matches!(*part, "" | ".")).map(str::to_owned).collect()
        };
        let mut common = parts(first);
        for path in &paths[1..] {
            let other = parts(path);
            let n_same = common.iter().zip(&other).take_while(|(a, b)| a == b).count();
            common.truncate(n_same);
        }
        Ok(Str::from([if is_absolute { "/" } else { "" }, &common.join("/")].concat()))
    }
}
