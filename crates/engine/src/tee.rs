//! Standard error of this process, whose end is kept: what a module said before it ended.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::io::AsyncWrite;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamError, StreamResult};

/// How much is kept, in bytes.
const KEPT: usize = 4096;

/// How much may be written at once, in bytes.
const PERMIT: usize = 64 << 10;

/// Standard error, with its last bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tee(Arc<Mutex<VecDeque<u8>>>);

impl Tee {
    /// The end of what was written.
    pub(crate) fn contents(&self) -> Vec<u8> {
        self.kept().iter().copied().collect()
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl IsTerminal for Tee {
    fn is_terminal(&self) -> bool {
        io::IsTerminal::is_terminal(&io::stderr())
    }
}

impl StdoutStream for Tee {
    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }

    // Modules of preview 1 write to the other one.
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        io::stderr().async_stream()
    }
}

impl OutputStream for Tee {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        let mut kept = self.kept();
        kept.extend(bytes.iter().copied());
        let surplus = kept.len().saturating_sub(KEPT);
        kept.drain(..surplus);
        io::stderr().write_all(&bytes).map_err(failed)
    }

    fn flush(&mut self) -> StreamResult<()> {
        io::stderr().flush().map_err(failed)
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(PERMIT)
    }
}

#[async_trait]
impl Pollable for Tee {
    async fn ready(&mut self) {}
}

fn failed(error: io::Error) -> StreamError {
    if error.kind() == io::ErrorKind::BrokenPipe {
        StreamError::Closed
    } else {
        StreamError::LastOperationFailed(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_kept() {
        let mut tee = Tee::default();
        tee.kept().extend([b'x'; KEPT]);
        tee.write(Bytes::from_static(b"the end\n")).expect("written");
        let contents = tee.contents();
        assert_eq!(contents.len(), KEPT);
        assert!(contents.ends_with(b"xthe end\n"));
    }
}
