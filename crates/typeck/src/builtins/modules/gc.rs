//! `gc`. References are counted, and nothing looks for cycles: there is nothing to switch on or off but the answer.

use super::LibraryModule;

pub(super) const GC: LibraryModule = LibraryModule { name: "gc", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
gc._collect(generation: int = 2) -> none ; !ValueError => gc::collect
gc.enable() -> none => gc::enable
gc.disable() -> none => gc::disable
gc.isenabled() -> bool => gc::isenabled
gc.freeze() -> none => gc::freeze
gc.unfreeze() -> none => gc::freeze
";
