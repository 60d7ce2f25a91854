//! Files of bytes: `open(path, "rb")`.

use std::cell::RefCell;
use std::fmt;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

use super::{closed, os_error};
use crate::bytes::{Bytes, Part};
use crate::exc::{Exception, OSError, UnsupportedOperation, arg, value_error};
use crate::list::List;
use crate::macros::{counted_object, raising_fns, raising_methods};
use crate::output;
use crate::show::{Repr, py};
use crate::str::Str;

enum Stream {
    Reader(BufReader<std::fs::File>),
    Writer(BufWriter<std::fs::File>),
    Closed(&'static str),
}

struct Inner {
    stream: Stream,
    name: Str,
}

/// A file of bytes.
#[derive(Clone)]
pub struct BinaryFile(Rc<RefCell<Inner>>);

raising_fns! {
    /// `open(path, mode)` for bytes: `rb`, `wb`, `ab` or `xb`.
    fn try_open / open(path: &str, mode: &str) -> BinaryFile {
        let mut options = std::fs::OpenOptions::new();
        let is_read = match mode.replace('b', "").as_str() {
            "r" => options.read(true),
            "w" => options.write(true).create(true).truncate(true),
            "a" => options.append(true).create(true),
            "x" => options.write(true).create_new(true),
            "r+" | "w+" | "a+" | "x+" => output::trap("this mode of open() is not supported"),
            _ => return Err(value_error(format!("invalid mode: {:?}", py(mode)))),
        };
        let mut file = is_read.open(path).map_err(|error| os_error(&error, path))?;
        if mode.contains('a') {
            file.seek(SeekFrom::End(0)).map_err(|error| os_error(&error, path))?;
        }
        let stream =
            if mode.contains('r') { Stream::Reader(BufReader::new(file)) } else { Stream::Writer(BufWriter::new(file)) };
        Ok(BinaryFile(Rc::new(RefCell::new(Inner { stream, name: Str::from(path) }))))
    }
}

/// A position before the start of a file.
fn bad_position() -> Exception {
    Exception::from_errno::<OSError>(vec![arg(&22_i64), arg(&Str::from("Invalid argument"))])
}

impl BinaryFile {
    fn read_with(
        &self,
        what: &str,
        read: impl FnOnce(&mut BufReader<std::fs::File>, &mut Vec<u8>) -> std::io::Result<()>,
    ) -> Result<Bytes, Exception> {
        let mut inner = self.0.borrow_mut();
        let name = inner.name.clone();
        let mut bytes = Vec::new();
        match &mut inner.stream {
            Stream::Reader(reader) => read(reader, &mut bytes).map_err(|error| os_error(&error, &name))?,
            Stream::Writer(_) => return Err(Exception::new(UnsupportedOperation, "read")),
            Stream::Closed(_) => return Err(value_error(format!("{what} of closed file"))),
        }
        Ok(Bytes::from(bytes))
    }

    raising_methods! {
        /// `self.read()`.
        fn try_read / read(&self) -> Bytes { self.read_with("read", |reader, bytes| reader.read_to_end(bytes).map(drop)) }

        /// `self.read(size)`.
        fn try_read_n / read_n(&self, size: i64) -> Bytes {
            let Ok(size) = u64::try_from(size) else { return self.try_read() };
            self.read_with("read", |reader, bytes| reader.take(size).read_to_end(bytes).map(drop))
        }

        /// `self.readline()`.
        fn try_readline / readline(&self) -> Bytes {
            self.read_with("readline", |reader, bytes| reader.read_until(b'\n', bytes).map(drop))
        }

        /// `self.readlines()`.
        fn try_readlines / readlines(&self) -> List<Bytes> {
            let lines = List::new();
            loop {
                let line = self.try_readline()?;
                if line.is_empty() {
                    return Ok(lines);
                }
                lines.append(line);
            }
        }

        /// `self.write(bytes)`: the number of bytes.
        fn try_write / write[P: Part](&self, bytes: &P) -> i64 {
            let bytes = bytes.part()?;
            let mut inner = self.0.borrow_mut();
            let name = inner.name.clone();
            match &mut inner.stream {
                Stream::Writer(writer) => writer.write_all(&bytes).map_err(|error| os_error(&error, &name))?,
                Stream::Reader(_) => return Err(Exception::new(UnsupportedOperation, "write")),
                Stream::Closed(_) => return Err(value_error("write to closed file")),
            }
            Ok(bytes.len() as i64)
        }

        /// `self.seek(offset, whence)`: the position.
        fn try_seek / seek(&self, offset: i64, whence: i64) -> i64 {
            let to = match whence {
                0 => u64::try_from(offset).map(SeekFrom::Start).map_err(|_| bad_position())?,
                1 => SeekFrom::Current(offset),
                2 => SeekFrom::End(offset),
                _ => return Err(value_error(format!("whence value {whence} unsupported"))),
            };
            let mut inner = self.0.borrow_mut();
            let position = match &mut inner.stream {
                Stream::Reader(reader) => reader.seek(to),
                Stream::Writer(writer) => writer.seek(to),
                Stream::Closed(_) => return Err(value_error("seek of closed file")),
            };
            position.map(|at| at as i64).map_err(|_| bad_position())
        }

        /// `self.tell()`.
        fn try_tell / tell(&self) -> i64 {
            let mut inner = self.0.borrow_mut();
            let position = match &mut inner.stream {
                Stream::Reader(reader) => reader.stream_position(),
                Stream::Writer(writer) => writer.stream_position(),
                Stream::Closed(_) => return Err(value_error("I/O operation on closed file")),
            };
            position.map(|at| at as i64).map_err(|_| bad_position())
        }

        /// `self.flush()`.
        fn try_flush / flush(&self) -> () {
            let mut inner = self.0.borrow_mut();
            let name = inner.name.clone();
            match &mut inner.stream {
                Stream::Writer(writer) => writer.flush().map_err(|error| os_error(&error, &name)),
                Stream::Reader(_) => Ok(()),
                Stream::Closed(_) => Err(value_error("flush of closed file")),
            }
        }

        /// `self.close()`.
        fn try_close / close(&self) -> () {
            if self.closed() {
                return Ok(());
            }
            self.try_flush()?;
            let mut inner = self.0.borrow_mut();
            let class = if matches!(inner.stream, Stream::Reader(_)) { "Reader" } else { "Writer" };
            inner.stream = Stream::Closed(class);
            Ok(())
        }

        /// `self.__enter__()`.
        fn try_enter / enter(&self) -> BinaryFile {
            if self.closed() { Err(closed("")) } else { Ok(self.clone()) }
        }
    }

    /// `self.closed`.
    #[must_use]
    pub fn closed(&self) -> bool {
        matches!(self.0.borrow().stream, Stream::Closed(_))
    }

    /// `self.name`.
    #[must_use]
    pub fn name(&self) -> Str {
        self.0.borrow().name.clone()
    }
}

counted_object!(BinaryFile);

impl PartialEq for BinaryFile {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Repr for BinaryFile {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = self.0.borrow();
        let class = match &inner.stream {
            Stream::Reader(_) => "Reader",
            Stream::Writer(_) => "Writer",
            Stream::Closed(class) => class,
        };
        write!(f, "<_io.Buffered{class} name={:?}>", py(&inner.name))
    }
}
