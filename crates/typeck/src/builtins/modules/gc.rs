//! `gc`. References are counted, and cycles are looked for when there are many objects more: a program may have that done
//! at once, and cannot tell whether it is switched on.

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
