//! `os` and `os.path` on POSIX: paths as text, questions about files, and what only the system knows.

mod system;

pub use system::*;

use std::fs;

use crate::exc::Exception;
use crate::macros::raising_fns;
use crate::str::Str;

/// `os.sep`.
pub const SEP: &str = "/";
/// `os.linesep`.
pub const LINESEP: &str = "\n";
/// `os.name`.
pub const NAME: &str = "posix";
/// `os.curdir`.
pub const CURDIR: &str = ".";
/// `os.pardir`.
pub const PARDIR: &str = "..";
/// `os.pathsep`.
pub const PATHSEP: &str = ":";
/// `os.devnull`.
pub const DEVNULL: &str = "/dev/null";

/// `os.SEEK_SET`: from the start of a file.
pub const SEEK_SET: i64 = 0;
/// `os.SEEK_CUR`: from where it is.
pub const SEEK_CUR: i64 = 1;
/// `os.SEEK_END`: from its end.
pub const SEEK_END: i64 = 2;

/// The end of a program that asks the compiler's own Python for what it does not have.
pub fn unsupported(what: &str) {
    crate::output::trap(&[what, " is not supported"].concat());
}

/// `os.path.join(a, b)`.
#[must_use]
pub fn join(a: &str, b: &str) -> Str {
    joined(a, &[b])
}

/// `os.path.join(a, b, c)`.
#[must_use]
pub fn join3(a: &str, b: &str, c: &str) -> Str {
    joined(a, &[b, c])
}

/// `os.path.join(a, b, c, d)`.
#[must_use]
pub fn join4(a: &str, b: &str, c: &str, d: &str) -> Str {
    joined(a, &[b, c, d])
}

fn joined(first: &str, more: &[&str]) -> Str {
    let mut path = first.to_owned();
    for part in more {
        if part.starts_with('/') {
            path.clear();
        } else if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(part);
    }
    Str::from(path)
}

/// `os.path.join(first, *more)`.
#[must_use]
pub fn join_all(first: &str, more: impl IntoIterator<Item = Str>) -> Str {
    more.into_iter().fold(Str::from(first), |path, part| joined(&path, &[&part]))
}

/// Directory and last part; the directory without slashes at its end unless it is all slashes.
fn halves(path: &str) -> (&str, &str) {
    let cut = path.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = path.split_at(cut);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

/// `os.path.split(path)`.
#[must_use]
pub fn split(path: &str) -> (Str, Str) {
    let (head, tail) = halves(path);
    (Str::from(head), Str::from(tail))
}

/// `os.path.basename(path)`.
#[must_use]
pub fn basename(path: &str) -> Str {
    Str::from(halves(path).1)
}

/// `os.path.dirname(path)`.
#[must_use]
pub fn dirname(path: &str) -> Str {
    Str::from(halves(path).0)
}

/// `os.path.splitext(path)`: dots that begin the last part begin no extension.
#[must_use]
pub fn splitext(path: &str) -> (Str, Str) {
    let start = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[start..];
    let dots = name.len() - name.trim_start_matches('.').len();
    let cut = match name.rfind('.') {
        Some(at) if at >= dots => start + at,
        _ => path.len(),
    };
    (Str::from(&path[..cut]), Str::from(&path[cut..]))
}

/// `os.path.normpath(path)`.
#[must_use]
pub fn normpath(path: &str) -> Str {
    if path.is_empty() {
        return Str::from(".");
    }
    let root = match path.len() - path.trim_start_matches('/').len() {
        0 => "",
        // POSIX leaves the meaning of two open.
        2 => "//",
        _ => "/",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        let is_up = part == "..";
        if is_up && parts.last().is_some_and(|last| *last != "..") {
            parts.pop();
        } else if !is_up || root.is_empty() {
            parts.push(part);
        }
    }
    let normal = format!("{root}{}", parts.join("/"));
    Str::from(if normal.is_empty() { ".".to_owned() } else { normal })
}

/// `os.path.isabs(path)`.
#[must_use]
pub fn isabs(path: &str) -> bool {
    path.starts_with('/')
}

/// `os.fspath(path)`, and what else leaves a path as it is.
#[must_use]
pub fn fspath(path: &str) -> Str {
    Str::from(path)
}

/// `os.path.exists(path)`.
#[must_use]
pub fn exists(path: &str) -> bool {
    fs::metadata(path).is_ok()
}

/// `os.path.islink(path)`.
#[must_use]
pub fn islink(path: &str) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink())
}

/// `os.path.isfile(path)`.
#[must_use]
pub fn isfile(path: &str) -> bool {
    fs::metadata(path).is_ok_and(|data| data.is_file())
}

/// `os.path.isdir(path)`.
#[must_use]
pub fn isdir(path: &str) -> bool {
    fs::metadata(path).is_ok_and(|data| data.is_dir())
}

raising_fns! {
    /// `os.path.commonprefix(paths)`.
    fn try_commonprefix / commonprefix[I: IntoIterator<Item = Result<Str, Exception>>](paths: I) -> Str {
        let mut common: Option<String> = None;
        for path in paths {
            let path = path?;
            common = Some(match common {
                None => path.as_str().to_owned(),
                Some(common) => {
                    common.chars().zip(path.as_str().chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
                }
            });
        }
        Ok(Str::from(common.unwrap_or_default()))
    }

    /// `os.path.join(*parts)`.
    fn try_join_parts / join_parts[I: IntoIterator<Item = Str>](parts: I) -> Str {
        let mut parts = parts.into_iter();
        let missing = || crate::exc::type_error("join() missing 1 required positional argument: 'a'");
        let first = parts.next().ok_or_else(missing)?;
        Ok(join_all(&first, parts))
    }

    /// `os.remove(path)`.
    fn try_remove / remove(path: &str) -> () {
        fs::remove_file(path).map_err(|error| crate::file::os_error(&error, path))
    }

    /// `os.path.getmtime(path)`.
    fn try_getmtime / getmtime(path: &str) -> f64 {
        let changed = fs::metadata(path).and_then(|data| data.modified());
        match changed {
            Ok(time) => Ok(time.duration_since(std::time::UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())),
            Err(error) => Err(crate::file::os_error(&error, path)),
        }
    }

    /// `os.path.getsize(path)`.
    fn try_getsize / getsize(path: &str) -> i64 {
        match fs::metadata(path) {
            Ok(data) => Ok(data.len() as i64),
            Err(error) => Err(crate::file::os_error(&error, path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{basename, dirname, join3, join4, normpath, splitext};

    #[test]
    fn paths_are_taken_apart_as_posixpath_does() {
        let check = |path, expected: [&str; 5]| {
            let (root, extension) = splitext(path);
            let found =
                [&*dirname(path), &*basename(path), &*root, &*extension, &*normpath(path)].map(str::to_owned);
            assert_eq!(found, expected.map(str::to_owned), "{path}");
        };
        check("/a/b.txt", ["/a", "b.txt", "/a/b", ".txt", "/a/b.txt"]);
        check("a//b/../c/", ["a//b/../c", "", "a//b/../c/", "", "a/c"]);
        check("//x", ["//", "x", "//x", "", "//x"]);
        check(".bashrc", ["", ".bashrc", ".bashrc", "", ".bashrc"]);
        check("a.b/c", ["a.b", "c", "a.b/c", "", "a.b/c"]);
        check("..a.b", ["", "..a.b", "..a", ".b", "..a.b"]);
        check("/../a", ["/..", "a", "/../a", "", "/a"]);
        check("", ["", "", "", "", "."]);
        assert_eq!(&*join4("a", "b", "/c", "d"), "/c/d");
        assert_eq!(&*join3("a/", "", "b"), "a/b");
    }
}
