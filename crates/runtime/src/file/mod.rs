//! Text files: `open`, and the standard streams as file objects; files of bytes.

mod binary;
mod latin;

pub use binary::{BinaryFile, open as open_bytes, try_open as try_open_bytes};

use std::cell::RefCell;
use std::fmt;
use std::io::{BufRead, BufReader, ErrorKind, IsTerminal, Read, Seek, Write};
use std::rc::Rc;

use crate::exc::{
    Exception, FileExistsError, FileNotFoundError, IsADirectoryError, NotADirectoryError, OSError,
    PermissionError, StopIteration, UnicodeDecodeError, UnsupportedOperation, arg, missing_attribute,
    value_error,
};
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_methods;
use crate::output;
use crate::show::{Repr, py};
use crate::str::Str;
use crate::truth::Truth;

/// What a text is read from.
trait Source: Read {
    /// Goes back to its start.
    fn rewind(&mut self) -> std::io::Result<()>;
}

impl Source for std::fs::File {
    fn rewind(&mut self) -> std::io::Result<()> {
        Seek::rewind(self)
    }
}

impl Source for std::io::Stdin {
    fn rewind(&mut self) -> std::io::Result<()> {
        Err(ErrorKind::NotSeekable.into())
    }
}

enum Stream {
    Reader(BufReader<Box<dyn Source>>),
    Writer(std::io::BufWriter<std::fs::File>),
    /// The same in Latin-1.
    LatinWriter(std::io::BufWriter<std::fs::File>),
    Stdout,
    Stderr,
    /// `io.StringIO`.
    Memory(Memory),
    Closed,
}

/// A text in memory, and where it is read and written.
struct Memory {
    text: Vec<char>,
    at: usize,
}

impl Memory {
    fn read(&mut self, size: usize) -> Str {
        let start = self.at.min(self.text.len());
        let end = start.saturating_add(size).min(self.text.len());
        self.at = self.at.max(end);
        Str::from(self.text[start..end].iter().collect::<String>())
    }

    fn read_line(&mut self) -> Str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|c| *c == '\n').map_or(rest.len(), |newline| newline + 1);
        self.read(length)
    }

    /// Writes over what is there; a gap behind the end is filled with zeros.
    fn write(&mut self, text: &str) {
        for c in text.chars() {
            if self.at >= self.text.len() {
                self.text.resize(self.at + 1, '\0');
            }
            self.text[self.at] = c;
            self.at += 1;
        }
    }
}

struct Inner {
    stream: Stream,
    name: Str,
    mode: Str,
    /// Whether the ends of lines are read as they are: `newline=""`.
    keeps_ends: bool,
}

/// A text file (UTF-8, universal newlines).
#[derive(Clone)]
pub struct File(Rc<RefCell<Inner>>);

/// A file is equal to itself alone.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

thread_local! {
    static STDIN: File = File::make(Stream::Reader(BufReader::new(Box::new(std::io::stdin()))), "<stdin>", "r");
}

pub(crate) fn os_error(error: &std::io::Error, path: &str) -> Exception {
    let kind = kind_of(error);
    let (errno, text): (i64, &str) = match kind {
        ErrorKind::NotFound => (2, "No such file or directory"),
        ErrorKind::PermissionDenied => (13, "Permission denied"),
        ErrorKind::AlreadyExists => (17, "File exists"),
        ErrorKind::IsADirectory => (21, "Is a directory"),
        ErrorKind::NotADirectory => (20, "Not a directory"),
        ErrorKind::DirectoryNotEmpty => (39, "Directory not empty"),
        _ => (i64::from(error.raw_os_error().unwrap_or(5)), "Input/output error"),
    };
    let args = vec![arg(&errno), arg(&Str::from(text))];
    let message = format!("[Errno {errno}] {text}: {:?}", py(path));
    let name = Some(Str::from(path));
    match kind {
        ErrorKind::NotFound => Exception::about_file::<FileNotFoundError>(args, message, name),
        ErrorKind::PermissionDenied => Exception::about_file::<PermissionError>(args, message, name),
        ErrorKind::AlreadyExists => Exception::about_file::<FileExistsError>(args, message, name),
        ErrorKind::NotADirectory => Exception::about_file::<NotADirectoryError>(args, message, name),
        ErrorKind::IsADirectory => Exception::about_file::<IsADirectoryError>(args, message, name),
        _ => Exception::about_file::<OSError>(args, message, name),
    }
}

/// The kind of an error; the standard library does not know all of WASI's numbers.
fn kind_of(error: &std::io::Error) -> ErrorKind {
    match error.raw_os_error() {
        Some(31) if cfg!(target_os = "wasi") => ErrorKind::IsADirectory,
        Some(54) if cfg!(target_os = "wasi") => ErrorKind::NotADirectory,
        Some(55) if cfg!(target_os = "wasi") => ErrorKind::DirectoryNotEmpty,
        _ => error.kind(),
    }
}

/// The name of texts in memory.
const IN_MEMORY: &str = "<memory>";

fn closed(name: &str) -> Exception {
    value_error(if name == IN_MEMORY {
        "I/O operation on closed file"
    } else {
        "I/O operation on closed file."
    })
}

impl File {
    /// A way to open files that is not there: ends the program with a trap that says which.
    #[must_use]
    pub fn unsupported(what: &str) -> File {
        crate::output::trap(what)
    }

    fn make(stream: Stream, name: &str, mode: &str) -> File {
        let (name, mode) = (Str::from(name), Str::from(mode));
        File(Rc::new(RefCell::new(Inner { stream, name, mode, keeps_ends: false })))
    }

    pub(crate) fn stdin() -> File {
        STDIN.with(File::clone)
    }

    pub(crate) fn stdout() -> File {
        File::make(Stream::Stdout, "<stdout>", "w")
    }

    pub(crate) fn stderr() -> File {
        File::make(Stream::Stderr, "<stderr>", "w")
    }

    /// Whether it is that stream of the program itself.
    pub(crate) fn is_stream(&self, stream: crate::stream::Stream) -> bool {
        match self.0.borrow().stream {
            Stream::Stdout => stream == crate::stream::Stream::Out,
            Stream::Stderr => stream == crate::stream::Stream::Error,
            _ => false,
        }
    }

    /// `open(path, mode)` for text: `r`, `w`, `a` or `x`, with or without `t`.
    ///
    /// # Errors
    /// `OSError` and its kind, `ValueError` for another mode.
    pub fn try_open(path: &str, mode: &str) -> Result<File, Exception> {
        File::open_as(path, mode, false)
    }

    /// `open(path, mode, encoding="latin-1")`.
    ///
    /// # Errors
    /// As [`File::try_open`].
    pub fn try_open_latin(path: &str, mode: &str) -> Result<File, Exception> {
        File::open_as(path, mode, true)
    }

    /// [`File::try_open_latin`] where nobody observes the exception.
    #[must_use]
    pub fn open_latin(path: &str, mode: &str) -> File {
        crate::exc::or_end(File::try_open_latin(path, mode))
    }

    /// `open(path, mode, newline="")`: the ends of lines are read as they are.
    ///
    /// # Errors
    /// As [`File::try_open`].
    pub fn try_open_as_it_is(path: &str, mode: &str) -> Result<File, Exception> {
        let file = File::open_as(path, mode, false)?;
        file.0.borrow_mut().keeps_ends = true;
        Ok(file)
    }

    /// [`File::try_open_as_it_is`] where nobody observes the exception.
    #[must_use]
    pub fn open_as_it_is(path: &str, mode: &str) -> File {
        crate::exc::or_end(File::try_open_as_it_is(path, mode))
    }

    fn open_as(path: &str, mode: &str, is_latin: bool) -> Result<File, Exception> {
        let plain = mode.replace('t', "");
        let mut options = std::fs::OpenOptions::new();
        match plain.as_str() {
            "r" => options.read(true),
            "w" => options.write(true).create(true).truncate(true),
            "a" => options.append(true).create(true),
            "x" => options.write(true).create_new(true),
            "r+" | "w+" | "a+" | "x+" | "rb" | "wb" | "ab" | "xb" => {
                output::trap("this mode of open() is not supported")
            }
            _ => return Err(value_error(format!("invalid mode: {:?}", py(mode)))),
        };
        let file = options.open(path).map_err(|error| os_error(&error, path))?;
        if file.metadata().is_ok_and(|data| data.is_dir()) {
            return Err(os_error(&std::io::Error::from(ErrorKind::IsADirectory), path));
        }
        let stream = match plain.as_str() {
            "r" if is_latin => Stream::Reader(BufReader::new(Box::new(latin::LatinReader::new(file)))),
            "r" => Stream::Reader(BufReader::new(Box::new(file))),
            _ if is_latin => Stream::LatinWriter(std::io::BufWriter::new(file)),
            _ => Stream::Writer(std::io::BufWriter::new(file)),
        };
        Ok(File::make(stream, path, mode))
    }

    /// [`File::try_open`] where nobody observes the exception.
    #[must_use]
    pub fn open(path: &str, mode: &str) -> File {
        File::try_open(path, mode).unwrap_or_else(|error| error.uncaught())
    }

    /// `io.StringIO(text)`.
    #[must_use]
    pub fn in_memory(text: &str) -> File {
        File::make(Stream::Memory(Memory { text: text.chars().collect(), at: 0 }), IN_MEMORY, "r+")
    }

    /// What `f` does with the text in memory, if it is one.
    fn memory<R>(&self, f: impl FnOnce(&mut Memory) -> R) -> Option<R> {
        match &mut self.0.borrow_mut().stream {
            Stream::Memory(memory) => Some(f(memory)),
            _ => None,
        }
    }

    /// The same for what only such a text can do.
    fn in_memory_only<R>(&self, what: &str, f: impl FnOnce(&mut Memory) -> R) -> Result<R, Exception> {
        match self.memory(f) {
            Some(result) => Ok(result),
            None if self.closed() => Err(closed(&self.name())),
            None => output::trap(what),
        }
    }

    /// Goes back to the start of a file that is read; `false` where it is something else.
    fn try_rewind(&self) -> Result<bool, Exception> {
        let mut inner = self.0.borrow_mut();
        let Stream::Reader(reader) = &mut inner.stream else { return Ok(false) };
        reader.consume(reader.buffer().len());
        match reader.get_mut().rewind() {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotSeekable => {
                Err(Exception::new(UnsupportedOperation, "underlying stream is not seekable"))
            }
            Err(error) => Err(os_error(&error, &inner.name)),
        }
    }

    fn read_with(
        &self,
        read: impl FnOnce(&mut dyn BufRead, bool) -> std::io::Result<Vec<u8>>,
    ) -> Result<Str, Exception> {
        let mut inner = self.0.borrow_mut();
        let (name, keeps_ends) = (inner.name.clone(), inner.keeps_ends);
        match &mut inner.stream {
            Stream::Reader(reader) => {
                let bytes = read(reader, keeps_ends).map_err(|error| os_error(&error, &name))?;
                decode(bytes)
            }
            Stream::Closed => Err(closed(&name)),
            Stream::Writer(_)
            | Stream::LatinWriter(_)
            | Stream::Stdout
            | Stream::Stderr
            | Stream::Memory(_) => Err(Exception::new(UnsupportedOperation, "not readable")),
        }
    }

    raising_methods! {
        /// `self.read()`.
        fn try_read / read(&self) -> Str {
            if let Some(text) = self.memory(|memory| memory.read(usize::MAX)) {
                return Ok(text);
            }
            self.read_with(|reader, keeps_ends| {
                let mut bytes = Vec::new();
                reader.read_to_end(&mut bytes)?;
                Ok(if keeps_ends { bytes } else { universal(bytes) })
            })
        }

        /// `self.read(size)`: characters.
        fn try_read_n / read_n(&self, size: i64) -> Str {
            let Ok(size) = usize::try_from(size) else { return self.try_read() };
            if let Some(text) = self.memory(|memory| memory.read(size)) {
                return Ok(text);
            }
            self.read_with(|reader, keeps_ends| {
                let mut bytes = Vec::new();
                for _ in 0..size {
                    if !read_char(reader, keeps_ends, &mut bytes)? {
                        break;
                    }
                }
                Ok(bytes)
            })
        }

        /// `self.readline()`.
        fn try_readline / readline(&self) -> Str {
            match self.memory(Memory::read_line) {
                Some(line) => Ok(line),
                None => self.read_with(read_line),
            }
        }

        /// The next line; `None` is the end.
        fn try_next / next_or_end(&self) -> Option<Str> {
            let line = self.try_readline()?;
            Ok((!line.is_empty()).then_some(line))
        }

        /// `next(self)`.
        fn try_next_item / next_item(&self) -> Str {
            self.try_next()?.ok_or_else(|| Exception::empty(StopIteration))
        }

        /// `self.getvalue()` of an `io.StringIO`.
        fn try_getvalue / getvalue(&self) -> Str {
            if let Some(text) = self.memory(|memory| memory.text.iter().collect::<String>()) {
                return Ok(Str::from(text));
            }
            if self.closed() {
                return Err(closed(&self.name()));
            }
            Err(missing_attribute("_io.TextIOWrapper", "getvalue"))
        }

        /// `self.seek(position)` of an `io.StringIO`; of a file that is read, to its start.
        fn try_seek / seek(&self, position: i64) -> i64 {
            if position == 0 && self.try_rewind()? {
                return Ok(0);
            }
            let at = usize::try_from(position)
                .map_err(|_| value_error(format!("Negative seek position {position}")))?;
            self.in_memory_only("`seek` of a file is not supported", |memory| memory.at = at)?;
            Ok(position)
        }

        /// `self.tell()` of an `io.StringIO`.
        fn try_tell / tell(&self) -> i64 {
            self.in_memory_only("`tell` of a file is not supported", |memory| memory.at as i64)
        }

        /// `self.truncate()` of an `io.StringIO`.
        fn try_truncate / truncate(&self) -> i64 {
            self.in_memory_only("`truncate` of a file is not supported", |memory| {
                memory.text.truncate(memory.at);
                memory.at as i64
            })
        }

        /// `self.isatty()`.
        fn try_isatty / isatty(&self) -> bool {
            let inner = self.0.borrow();
            match &inner.stream {
                Stream::Closed => Err(value_error("I/O operation on closed file")),
                Stream::Stdout => Ok(std::io::stdout().is_terminal()),
                Stream::Stderr => Ok(std::io::stderr().is_terminal()),
                Stream::Reader(_) => Ok(inner.name == "<stdin>" && std::io::stdin().is_terminal()),
                Stream::Writer(_) | Stream::LatinWriter(_) | Stream::Memory(_) => Ok(false),
            }
        }

        /// `self.readlines()`.
        fn try_readlines / readlines(&self) -> List<Str> {
            let lines = List::new();
            loop {
                let line = self.try_readline()?;
                if line.is_empty() {
                    return Ok(lines);
                }
                lines.append(line);
            }
        }

        /// `self.write(text)`: the number of characters.
        fn try_write / write(&self, text: &str) -> i64 {
            let mut inner = self.0.borrow_mut();
            let name = inner.name.clone();
            match &mut inner.stream {
                Stream::Writer(writer) => {
                    writer.write_all(text.as_bytes()).map_err(|error| os_error(&error, &name))?;
                }
                Stream::LatinWriter(writer) => {
                    writer.write_all(&latin::encode(text)?).map_err(|error| os_error(&error, &name))?;
                }
                Stream::Stdout => output::write_out(text),
                Stream::Stderr => output::write_raw_error(text),
                Stream::Memory(memory) => memory.write(text),
                Stream::Closed => return Err(closed(&name)),
                Stream::Reader(_) => return Err(Exception::new(UnsupportedOperation, "not writable")),
            }
            Ok(text.chars().count() as i64)
        }

        /// `self.flush()`.
        fn try_flush / flush(&self) -> () {
            let mut inner = self.0.borrow_mut();
            let name = inner.name.clone();
            match &mut inner.stream {
                Stream::Writer(writer) | Stream::LatinWriter(writer) => writer.flush().map_err(|error| os_error(&error, &name)),
                Stream::Stdout => {
                    output::flush();
                    Ok(())
                }
                Stream::Closed => Err(closed(&name)),
                Stream::Stderr | Stream::Reader(_) | Stream::Memory(_) => Ok(()),
            }
        }

        /// `self.close()`, and the end of `with`.
        fn try_close / close(&self) -> () {
            if !self.closed() {
                self.try_flush()?;
                self.0.borrow_mut().stream = Stream::Closed;
            }
            Ok(())
        }

        /// The start of `with self`.
        fn try_enter / enter(&self) -> File { if self.closed() { Err(closed(&self.name())) } else { Ok(self.clone()) } }
    }

    /// `self.writelines(lines)`.
    ///
    /// # Errors
    /// As [`File::try_write`].
    pub fn try_writelines<T: AsRef<str>>(&self, lines: impl IntoIterator<Item = T>) -> Result<(), Exception> {
        for line in lines {
            self.try_write(line.as_ref())?;
        }
        Ok(())
    }

    /// [`File::try_writelines`] where nobody observes the exception.
    pub fn writelines<T: AsRef<str>>(&self, lines: impl IntoIterator<Item = T>) {
        self.try_writelines(lines).unwrap_or_else(|error| error.uncaught());
    }

    /// `self.closed`.
    #[must_use]
    pub fn closed(&self) -> bool {
        matches!(self.0.borrow().stream, Stream::Closed)
    }

    /// `self.name`.
    #[must_use]
    pub fn name(&self) -> Str {
        self.outside("name").name.clone()
    }

    /// `self.mode`.
    #[must_use]
    pub fn mode(&self) -> Str {
        self.outside("mode").mode.clone()
    }

    /// A text in memory has neither name nor mode: a trap.
    fn outside(&self, asked: &str) -> std::cell::Ref<'_, Inner> {
        let inner = self.0.borrow();
        if inner.name == IN_MEMORY {
            output::trap(&format!("the {asked} of a text in memory"));
        }
        inner
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        // The streams of the program are made where they are asked for.
        Rc::ptr_eq(&self.0, &other.0)
            || matches!(
                (&self.0.borrow().stream, &other.0.borrow().stream),
                (Stream::Stdout, Stream::Stdout) | (Stream::Stderr, Stream::Stderr)
            )
    }

    /// The lines, ending the program where reading fails.
    pub fn lines(&self) -> impl Iterator<Item = Str> + use<> {
        crate::iter::ending(self.clone())
    }
}

/// `for line in file`, where reading may fail.
impl Iterator for File {
    type Item = Result<Str, Exception>;

    fn next(&mut self) -> Option<Self::Item> {
        self.try_next().transpose()
    }
}

/// Every end of line as `\n`.
fn universal(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.contains(&b'\r') {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut bytes = bytes.into_iter().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'\r' {
            let _ = bytes.next_if_eq(&b'\n');
            out.push(b'\n');
        } else {
            out.push(byte);
        }
    }
    out
}

fn read_byte(reader: &mut dyn BufRead) -> std::io::Result<Option<u8>> {
    let byte = reader.fill_buf()?.first().copied();
    if byte.is_some() {
        reader.consume(1);
    }
    Ok(byte)
}

/// Reads one character; false at the end.
fn read_char(reader: &mut dyn BufRead, keeps_ends: bool, out: &mut Vec<u8>) -> std::io::Result<bool> {
    let Some(first) = read_byte(reader)? else { return Ok(false) };
    if first == b'\r' && !keeps_ends {
        if reader.fill_buf()?.first() == Some(&b'\n') {
            reader.consume(1);
        }
        out.push(b'\n');
        return Ok(true);
    }
    out.push(first);
    while reader.fill_buf()?.first().is_some_and(|byte| first >= 0xc0 && byte & 0xc0 == 0x80) {
        out.extend(read_byte(reader)?);
    }
    Ok(true)
}

fn read_line(reader: &mut dyn BufRead, keeps_ends: bool) -> std::io::Result<Vec<u8>> {
    let mut line = Vec::new();
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let taken = end.unwrap_or(buffer.len());
        line.extend_from_slice(&buffer[..taken]);
        if taken == 0 && buffer.is_empty() {
            return Ok(line);
        }
        reader.consume(taken);
        if end.is_some() {
            read_char(reader, keeps_ends, &mut line)?;
            if line.last() == Some(&b'\r') && reader.fill_buf()?.first() == Some(&b'\n') {
                line.extend(read_byte(reader)?);
            }
            return Ok(line);
        }
    }
}

fn decode(bytes: Vec<u8>) -> Result<Str, Exception> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Str::from(text)),
        Err(error) => {
            let error = crate::Bytes::from(error.into_bytes()).try_decode("utf-8", "strict");
            Err(error.err().unwrap_or_else(|| Exception::new(UnicodeDecodeError, "invalid text")))
        }
    }
}

impl Truth for File {
    fn truth(&self) -> bool {
        true
    }
}

impl Repr for File {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = self.0.borrow();
        if matches!(inner.stream, Stream::Memory(_)) {
            return write!(f, "<_io.StringIO object at {:#x}>", Rc::as_ptr(&self.0).addr());
        }
        write!(
            f,
            "<_io.TextIOWrapper name={:?} mode={:?} encoding='UTF-8'>",
            py(&inner.name),
            py(&inner.mode)
        )
    }
}

// SAFETY: counts a reference.
unsafe impl Item for File {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
