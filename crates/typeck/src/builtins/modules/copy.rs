//! `copy`. A copy is of the type of what it is a copy of.

use super::{LibraryModule, Native};

pub(super) const COPY: LibraryModule = LibraryModule {
    name: "copy",
    rows: ROWS,
    // What a `__deepcopy__` is handed.
    natives: &[Native { name: "Memo", module: "copy", runtime: "copy::SharedMemo", has_functions: false }],
    ..LibraryModule::EMPTY
};

// The names with an underscore are those that the frontend writes for classes with `__copy__` and `__deepcopy__`.
const ROWS: &str = "
copy.copy(x: &as[x]) -> x => copy::copy
copy.deepcopy(x: &as[x]) -> x => copy::deepcopy
copy._memo() -> Memo => copy::SharedMemo::new
copy._deepcopy(x: &as[x], memo: &Memo) -> x => copy::deepcopy_with
copy._known(of: &as[of], memo: &Memo) -> of|none => copy::known
copy._remember(of: &as[of], made: &as[made], memo: &Memo) -> none => copy::remember
";
