//! Standard output and standard error, without the buffers and locks of `std`: Python's own buffer stands before them.
//!
//! Invariant of the `unsafe`: descriptors 1 and 2 are the process's for as long as it lives, and the `File` around one is
//! never dropped, so nothing closes it.

/// Which stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// `sys.stdout`.
    Out,
    /// `sys.stderr`.
    Error,
}

/// Writes all of `bytes`. As CPython at its exit, it leaves what a closed stream does not take.
#[cfg(any(unix, target_os = "wasi"))]
#[expect(unsafe_code, reason = "a descriptor as a file")]
pub(crate) fn write(stream: Stream, bytes: &[u8]) {
    use std::fs::File;
    use std::io::Write;
    use std::mem::ManuallyDrop;
    use std::os::fd::FromRawFd;

    let descriptor = match stream {
        Stream::Out => 1,
        Stream::Error => 2,
    };
    // SAFETY: the descriptor is open or every write to it fails; it is not closed, as the file is never dropped.
    let mut file = ManuallyDrop::new(unsafe { File::from_raw_fd(descriptor) });
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(0) => return,
            Ok(n) => rest = rest.get(n..).unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

/// Writes all of `bytes`. As CPython at its exit, it leaves what a closed stream does not take.
#[cfg(not(any(unix, target_os = "wasi")))]
pub(crate) fn write(stream: Stream, bytes: &[u8]) {
    use std::io::Write;

    let _ = match stream {
        Stream::Out => std::io::stdout().write_all(bytes).and_then(|()| std::io::stdout().flush()),
        Stream::Error => std::io::stderr().write_all(bytes),
    };
}
