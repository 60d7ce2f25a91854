//! Arguments of builtin exceptions: what `args` holds, by what the program and the runtime raise.
//!
//! An exception in a handler may come from any place, so one cell holds, for each builtin class, the arguments of all
//! that are made anywhere. `args` of a class is the join over its subclasses, as a tuple of each length.
//! Source: Library Reference, "Built-in Exceptions".

use std::ops::RangeBounds;

use portalis_diag::Span;
use portalis_hir::{Arg, BinOp, ExprKind, Name, StmtKind};

use super::Walk;
use super::bind::Args;
use crate::builtins::{exception_classes, is_exception_subclass};
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::ty::{Atom, BOT, TypeId};

/// Classes that the runtime raises with one text.
const WITH_TEXT: &[&str] = &[
    "OverflowError",
    "ZeroDivisionError",
    "AttributeError",
    "BufferError",
    "EOFError",
    "LookupError",
    "IndexError",
    "NameError",
    "UnboundLocalError",
    "RuntimeError",
    "RecursionError",
    "TypeError",
    "ValueError",
    "asyncio.InvalidStateError",
    "binascii.Error",
    "re.error",
    "struct.error",
    "statistics.StatisticsError",
    "dataclasses.FrozenInstanceError",
];

/// Classes that the runtime raises without arguments.
const WITHOUT: &[&str] = &[
    "StopIteration",
    "StopAsyncIteration",
    "GeneratorExit",
    "MemoryError",
    "SystemExit",
    "asyncio.QueueEmpty",
    "asyncio.QueueFull",
    "queue.Empty",
    "queue.Full",
];

/// The attributes of `UnicodeError`s, in order of their arguments.
const UNICODE_PARTS: [&str; 5] = ["encoding", "object", "start", "end", "reason"];

impl Walk<'_, '_> {
    /// An exception of the builtin class `class` is made with `args`.
    pub(crate) fn note_arguments(&mut self, node: Node, class: &str, args: &Args, span: Span) {
        let tuple = self.arguments_type(node, args, span);
        let cell = self.s.arguments_cell();
        self.s.write(cell, Field::Attr(class.into()), tuple);
    }

    /// The tuple of arguments, as an exception keeps it.
    pub(crate) fn arguments_type(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        match args.rest {
            None => self.of(Atom::Tuple(args.positional.clone().into())),
            Some(rest) => {
                let elem = args.positional.iter().fold(rest, |elem, &arg| self.join(elem, arg));
                self.tuple_var(node, "exception", elem, span)
            }
        }
    }

    /// The same of plain arguments.
    pub(crate) fn note_argument_types(&mut self, class: &str, args: &[TypeId]) {
        if args.contains(&BOT) {
            return;
        }
        let tuple = self.of(Atom::Tuple(args.into()));
        let cell = self.s.arguments_cell();
        self.s.write(cell, Field::Attr(class.into()), tuple);
    }

    /// `error.args = args` of an instance of `class` or one derived from it.
    pub(crate) fn set_exception_args(&mut self, class: &str, args: TypeId) {
        for name in exception_classes().filter(|name| is_exception_subclass(name, class)) {
            let cell = self.s.arguments_cell();
            self.s.write(cell, Field::Attr(name.into()), args);
        }
    }

    /// `KeyError(key)` where a `key` is looked for among `keys`: the error holds it as they are held.
    pub(crate) fn note_missing_key(&mut self, keys: TypeId, key: TypeId) {
        let both = self.join(keys, key);
        self.note_argument_types("KeyError", &[both]);
    }

    /// `args` of an instance of the builtin class `class` or one derived from it.
    pub(crate) fn exception_args(&mut self, class: &str) -> TypeId {
        let mut joined = BOT;
        for name in exception_classes().filter(|name| is_exception_subclass(name, class)) {
            let cell = self.s.arguments_cell();
            let made = self.s.read(cell, &Field::Attr(name.into()));
            joined = self.join(joined, made);
            for args in self.runtime_arguments(name) {
                let tuple = self.of(Atom::Tuple(args.into()));
                joined = self.join(joined, tuple);
            }
        }
        if joined == BOT { self.of(Atom::Tuple([].into())) } else { joined }
    }

    /// What the runtime raises `class` with.
    fn runtime_arguments(&mut self, class: &str) -> Vec<Vec<TypeId>> {
        let (text, int) = (self.of(Atom::Str), self.of(Atom::Int));
        if WITH_TEXT.contains(&class) {
            return vec![vec![text]];
        }
        if WITHOUT.contains(&class) {
            return vec![Vec::new()];
        }
        match class {
            "asyncio.CancelledError" if self.cancels_with_message() => vec![Vec::new(), vec![text]],
            "asyncio.CancelledError" => vec![Vec::new()],
            // What is missing is noted where it is looked for; `popitem` and others have a text.
            "KeyError" if self.raises_key_texts() => vec![vec![text]],
            "UnicodeDecodeError" if self.uses_text_codecs() => {
                let bytes = self.of(Atom::Bytes);
                vec![vec![text, bytes, int, int, text]]
            }
            "UnicodeEncodeError" if self.uses_text_codecs() => vec![vec![text, text, int, int, text]],
            "OSError" if self.uses_files() => vec![vec![text], vec![int, text]],
            _ if is_exception_subclass(class, "OSError") && self.uses_files() => vec![vec![int, text]],
            _ => Vec::new(),
        }
    }

    /// Whether the program may cancel something with a message.
    fn cancels_with_message(&self) -> bool {
        let module = self.module();
        module.exprs.iter().any(|(_, expr)| match &expr.kind {
            ExprKind::Call { callee, args } if !args.is_empty() => {
                matches!(&module[*callee].kind, ExprKind::Attribute { name, .. } if &**name == "cancel")
            }
            // `gather` puts an empty one in.
            ExprKind::Call { args, .. } => {
                args.iter().any(|arg| matches!(arg, Arg::Keyword(name, _) if &**name == "return_exceptions"))
            }
            _ => false,
        })
    }

    /// Whether the program can open files or ask the system for something.
    fn uses_files(&self) -> bool {
        let module = self.module();
        let system = |name: &str| matches!(name, "os" | "io" | "sys" | "os.path");
        module.exprs.iter().any(|(_, expr)| match &expr.kind {
            ExprKind::Builtin(name) => matches!(&**name, "open" | "input"),
            _ => false,
        }) || module.stmts.iter().any(|(_, stmt)| match &stmt.kind {
            StmtKind::Import(items) => items.iter().any(|item| system(&item.path)),
            StmtKind::ImportFrom { module, .. } => system(module),
            _ => false,
        })
    }

    /// Whether some operation of the program raises `KeyError` with a text: of enumerations, formats and empty containers.
    fn raises_key_texts(&self) -> bool {
        self.uses_files()
            || self.calls_any(&["popitem", "pop", "format", "format_map"])
            || self
                .module()
                .exprs
                .iter()
                .any(|(_, expr)| matches!(expr.kind, ExprKind::Binary { op: BinOp::Mod, .. }))
            || self.s.classes.iter().any(|class| class.enumeration.is_some())
    }

    /// A builtin exception made with keywords: few take any, which are refused; the others raise.
    pub(super) fn exception_with_keywords(&mut self, class: &Name, span: Span) -> TypeId {
        let mut takers = ["AttributeError", "ImportError", "NameError"].iter();
        if takers.any(|base| is_exception_subclass(class, base)) {
            self.s.report(diagnostics::unsupported_builtin(span, &format!("{class} with keywords")));
            return self.of(Atom::Unknown);
        }
        BOT
    }

    /// Whether the program turns bytes into text or back.
    fn uses_text_codecs(&self) -> bool {
        let module = self.module();
        let is_codec = |name: &str| matches!(name, "str" | "bytes" | "bytearray");
        let converts = |expr: &ExprKind| match expr {
            ExprKind::Call { callee, args } if args.len() > 1 => {
                matches!(&module[*callee].kind, ExprKind::Builtin(name) if is_codec(name))
            }
            _ => false,
        };
        self.uses_files()
            || self.calls_any(&["encode", "decode"])
            || module.exprs.iter().any(|(_, expr)| converts(&expr.kind))
    }

    /// Whether some attribute of one of these names is read anywhere.
    fn calls_any(&self, names: &[&str]) -> bool {
        self.module().exprs.iter().any(
            |(_, expr)| matches!(&expr.kind, ExprKind::Attribute { name, .. } if names.contains(&&**name)),
        )
    }

    /// The `index`th argument of the exceptions of `class` that have `n` of them, `None` of the others.
    fn argument_or_none(&mut self, class: &str, index: usize, lengths: impl RangeBounds<usize>) -> TypeId {
        let args = self.exception_args(class);
        let mut joined = BOT;
        for (_, atom) in self.atoms(args) {
            let one = match atom {
                Atom::Tuple(items) if lengths.contains(&items.len()) && index < items.len() => items[index],
                _ => self.of(Atom::None),
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// Attributes that builtin exceptions of `class` have beside those of all objects; ⊥ where there is none.
    pub(crate) fn builtin_exception_attribute(&mut self, class: &Name, name: &str) -> TypeId {
        let related =
            |owner: &str| is_exception_subclass(class, owner) || is_exception_subclass(owner, class);
        match name {
            "code" if related("SystemExit") => {
                let args = self.exception_args("SystemExit");
                let mut joined = BOT;
                for (id, atom) in self.atoms(args) {
                    let one = match atom {
                        Atom::Tuple(items) if items.is_empty() => self.of(Atom::None),
                        Atom::Tuple(items) if items.len() == 1 => items[0],
                        _ => self.s.types.of_id(id),
                    };
                    joined = self.join(joined, one);
                }
                joined
            }
            "errno" if related("OSError") => self.argument_or_none("OSError", 0, 2..=3),
            "strerror" if related("OSError") => self.argument_or_none("OSError", 1, 2..=3),
            "filename" if related("OSError") => {
                let (text, none) = (self.of(Atom::Str), self.of(Atom::None));
                self.join(text, none)
            }
            "encoding" | "object" | "start" | "end" | "reason" if related("UnicodeError") => {
                let at = UNICODE_PARTS.iter().position(|part| *part == name).unwrap_or_default();
                let decoded = self.argument_or_none("UnicodeDecodeError", at, 5..=5);
                let encoded = self.argument_or_none("UnicodeEncodeError", at, 5..=5);
                let both = match (
                    is_exception_subclass("UnicodeDecodeError", class),
                    is_exception_subclass("UnicodeEncodeError", class),
                ) {
                    (true, false) => decoded,
                    (false, true) => encoded,
                    _ => self.join(decoded, encoded),
                };
                self.s.types.filter(both, |atom| *atom != Atom::None)
            }
            "msg" if is_exception_subclass(class, "re.error") => self.of(Atom::Str),
            "pos" | "lineno" | "colno" if is_exception_subclass(class, "re.error") => {
                let (at, none) = (self.of(Atom::Nat), self.of(Atom::None));
                self.join(at, none)
            }
            "value" if related("StopIteration") => {
                let value = self.argument_or_none("StopIteration", 0, 1..);
                let none = self.of(Atom::None);
                self.join(value, none)
            }
            _ => BOT,
        }
    }
}
