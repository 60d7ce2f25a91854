//! `bytes` and `bytearray` made of other values, and joined.

use portalis_hir::{Arg, ExprId};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Expr, Path};

/// `bytes(text, encoding="utf-8", errors="strict")` with its arguments in their order.
pub(super) fn named_encoding(name: &str, args: &[Arg]) -> Option<(Vec<Arg>, Vec<ExprId>)> {
    let [Arg::Pos(text), named @ ..] = args else { return None };
    let value = |keyword: &str| {
        named.iter().find_map(|arg| match arg {
            Arg::Keyword(name, value) if &**name == keyword => Some(*value),
            _ => None,
        })
    };
    let in_order: Vec<ExprId> =
        [Some(*text), value("encoding"), value("errors")].into_iter().map_while(|it| it).collect();
    let is_it = matches!(name, "bytes" | "bytearray") && !named.is_empty() && in_order.len() == args.len();
    is_it.then(|| (in_order.iter().map(|&value| Arg::Pos(value)).collect(), in_order))
}

impl FnCx<'_, '_> {
    /// `bytes(value)`, `bytearray(value)`.
    pub(crate) fn bytes_from(&mut self, name: &str, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        let repr = self.cx.rep.repr(ty);
        let int = self.of(Atom::Int);
        let is_array = name == "bytearray";
        let made = match &repr {
            Repr::Bytes if is_array => value,
            Repr::Bytes => return (value, ty),
            Repr::Native("bytearray") if is_array => return (value.method("copy", Vec::new()), ty),
            Repr::Native("bytearray") => value.method("to_bytes", Vec::new()),
            Repr::Native("memoryview") => self.raising(value, "tobytes", Vec::new()),
            Repr::Native("IntArray" | "FloatArray") => value.method("tobytes", Vec::new()),
            Repr::I64 | Repr::Bool | Repr::Big => {
                let count = self.as_index(value, ty);
                let zeros = Expr::call(Path::Rt("Bytes").assoc("try_zeros"), vec![count]);
                self.propagate(zeros)
            }
            Repr::Str => {
                return (self.throw_message("TypeError", "string argument without an encoding"), BOT);
            }
            _ => {
                let elem = self.iteration_type(ty);
                let found = self.class_name_of(ty);
                if !self.is_iterable(&repr) {
                    let what = if is_array { "bytearray" } else { "bytes" };
                    let message = format!("cannot convert '{found}' object to {what}");
                    return (self.throw_message("TypeError", &message), BOT);
                }
                if elem != BOT && !matches!(self.cx.rep.repr(elem), Repr::I64 | Repr::Bool | Repr::Big) {
                    if self.has_index(elem) {
                        self.unsupported_operation(&format!("`{name}` of objects that are integers"));
                    }
                    if !self.is_single(elem) || self.cx.rep.repr(elem) == Repr::Num {
                        self.unsupported_operation(&format!("`{name}` of items of several types"));
                    }
                    let found = self.class_name_of(elem);
                    let message = format!("'{found}' object cannot be interpreted as an integer");
                    return (self.throw_message("TypeError", &message), BOT);
                }
                let items = self.collect_list(value, ty, int).method("iter", Vec::new());
                let name = if is_array { "ByteArray" } else { "Bytes" };
                let items = Expr::call(Path::Rt(name).assoc("try_from_ints"), vec![items]);
                let made = self.propagate(items);
                return (made, self.made_bytes(is_array));
            }
        };
        let made = if is_array {
            Expr::call(Path::Rt("ByteArray").assoc("from"), vec![made.by_ref()])
        } else {
            made
        };
        (made, self.made_bytes(is_array))
    }

    fn made_bytes(&mut self, is_array: bool) -> TypeId {
        self.of(if is_array { Atom::Native("bytearray") } else { Atom::Bytes })
    }

    fn is_iterable(&mut self, repr: &Repr) -> bool {
        !matches!(repr, Repr::Unit | Repr::Float | Repr::Static | Repr::Complex | Repr::Native(_))
    }

    /// `bytes(text, encoding, errors)`.
    pub(super) fn encoded(
        &mut self,
        name: &str,
        args: &[ExprId],
        (first, ty): (ExprId, TypeId),
    ) -> (Expr, TypeId) {
        let is_array = name == "bytearray";
        if self.cx.rep.repr(ty) != Repr::Str {
            let message = if self.is_single(ty) { "encoding without a string argument" } else { "" };
            if message.is_empty() {
                self.unsupported_operation(name);
            }
            return (self.throw_message("TypeError", message), BOT);
        }
        let text = self.place(first);
        let mut words = Vec::new();
        for at in 1..3 {
            words.push(match args.get(at) {
                Some(&word) => self.place(word).by_ref(),
                None => Expr::Str("strict".to_owned()),
            });
        }
        let made = self.raising(text, "encode", words);
        let made = if is_array {
            Expr::call(Path::Rt("ByteArray").assoc("from"), vec![made.by_ref()])
        } else {
            made
        };
        (made, self.made_bytes(is_array))
    }

    /// `separator.join(parts)` where a part is no `bytes`.
    pub(super) fn join_of_others(
        &mut self,
        (separator, ty): (&Expr, TypeId),
        args: &[Arg],
    ) -> Option<(Expr, TypeId)> {
        let parts = args.first()?.value();
        let parts_ty = self.type_of(parts);
        if matches!(self.cx.rep.atoms(parts_ty).as_slice(), [(_, one)] if one.is_int() || matches!(one, Atom::None | Atom::Bool | Atom::Float))
        {
            return Some((self.throw_message("TypeError", "can only join an iterable"), BOT));
        }
        let elem = self.iteration_type(parts_ty);
        if elem == BOT || self.cx.rep.repr(elem) == Repr::Bytes {
            return None;
        }
        let items = self.items(parts);
        Some((self.join_mixed(separator.clone(), items, "bytes"), ty))
    }
}
