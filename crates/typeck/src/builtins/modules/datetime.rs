//! `datetime`: its limits, and what its classes, which are written in Python, cannot do.

use super::LibraryModule;

pub(super) const DATETIME: LibraryModule =
    LibraryModule { name: "datetime", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
datetime.MINYEAR: nat => datetime::MINYEAR
datetime.MAXYEAR: nat => datetime::MAXYEAR

datetime._timetuple(seconds: int, is_dst: int) -> struct_time => time::moment
datetime._unsupported(what: str) -> none => datetime::unsupported
";
