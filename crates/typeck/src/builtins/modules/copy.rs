//! `copy`. A copy is of the type of what it is a copy of.

use super::LibraryModule;

pub(super) const COPY: LibraryModule = LibraryModule { name: "copy", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
copy.copy(x: &as[x]) -> x => copy::copy
copy.deepcopy(x: &as[x]) -> x => copy::deepcopy
";
