//! `logging`: its levels, and what its functions and classes, which are written in Python, cannot do.

use super::LibraryModule;

pub(super) const LOGGING: LibraryModule =
    LibraryModule { name: "logging", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
logging.CRITICAL: nat => logging::CRITICAL
logging.FATAL: nat => logging::CRITICAL
logging.ERROR: nat => logging::ERROR
logging.WARNING: nat => logging::WARNING
logging.WARN: nat => logging::WARNING
logging.INFO: nat => logging::INFO
logging.DEBUG: nat => logging::DEBUG
logging.NOTSET: nat => logging::NOTSET

logging._print_handled() -> none => exc::print_handled
logging._unsupported(what: str) -> none => logging::unsupported
";
