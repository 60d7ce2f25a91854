//! Conversions: `int`, `float`, `str`, `round` and the like, with the special methods they call.

use portalis_diag::Span;

use super::Walk;
use super::bind::Args;
use crate::builtins::special_method;
use crate::cell::Node;
use crate::growth::Width;
use crate::ty::{Atom, AtomId, BOT, TypeId};

impl Walk<'_, '_> {
    /// A call of the conversion `name`.
    pub(crate) fn convert(&mut self, node: Node, name: &str, args: &Args, _span: Span) -> TypeId {
        let Some(&first) = args.positional.first() else {
            return match name {
                "int" => self.of(Atom::Nat),
                "float" => self.of(Atom::Float),
                "complex" => self.of(Atom::Complex),
                "str" => self.of(Atom::Str),
                "bytes" => self.of(Atom::Bytes),
                "bytearray" => self.of(Atom::Native("bytearray")),
                _ => BOT,
            };
        };
        let keyword = || args.keyword(if name == "int" { "base" } else { "ndigits" });
        let second = args.positional.get(1).copied().or_else(keyword);
        let first = if matches!(name, "str" | "repr" | "ascii" | "format") {
            first
        } else {
            self.with_underlying(first, |walk, atom| walk.converts_itself(name, atom))
        };
        let second = match name {
            "divmod" => second.map(|right| {
                self.with_underlying(right, |walk, atom| match *atom {
                    Atom::Obj(class, _) => walk.class_has(class, "__rdivmod__"),
                    _ => false,
                })
            }),
            _ => second,
        };
        let mut joined = BOT;
        for (id, atom) in self.atoms(first) {
            if let Atom::Native(_) = atom
                && let Some(ty) = self.native_conversion(node, id, name, second, _span)
            {
                joined = self.join(joined, ty);
                continue;
            }
            let ty = match name {
                "int"
                    if second.is_some()
                        && !matches!(
                            atom,
                            Atom::Str | Atom::Bytes | Atom::Native("bytearray") | Atom::Unknown
                        ) =>
                {
                    BOT
                }
                "int" => self.int_of(node, id, &atom),
                "float" => self.float_of(node, id, &atom),
                "complex" if matches!(atom, Atom::None | Atom::Bytes | Atom::Cont(..) | Atom::Tuple(_)) => {
                    BOT
                }
                "complex" => {
                    for part in [Some(first), second].into_iter().flatten() {
                        self.complex_part(node, part);
                    }
                    self.of(Atom::Complex)
                }
                "str" => {
                    self.str_of(first);
                    self.of(Atom::Str)
                }
                "repr" | "ascii" => {
                    self.repr_of(first);
                    self.of(Atom::Str)
                }
                "format" => {
                    self.format_of(first);
                    self.of(Atom::Str)
                }
                "bytes" => self.bytes_of(id, node, _span, Atom::Bytes),
                "bytearray" => self.bytes_of(id, node, _span, Atom::Native("bytearray")),
                "abs" => self.abs_of(node, id, &atom),
                "round" => self.round_of(node, id, &atom, second),
                "divmod" => {
                    let Some(right) = second else { return BOT };
                    let left = self.s.types.of_id(id);
                    let operands = self.atoms(right);
                    let is_object = |atom: &Atom| matches!(atom, Atom::Obj(..));
                    if is_object(&atom) || operands.iter().any(|(_, atom)| is_object(atom)) {
                        let mut found = BOT;
                        for (r_id, r) in &operands {
                            let right = self.s.types.of_id(*r_id);
                            let (l, r) = ((id, &atom, left), (*r_id, r, right));
                            let one = match is_object(l.1) || is_object(r.1) {
                                true => self.methods_of_pair(node, "divmod", l, r, false),
                                false => self.divmod_of(node, left, right, _span),
                            };
                            found = self.join(found, one);
                        }
                        joined = self.join(joined, found);
                        continue;
                    }
                    self.divmod_of(node, left, right, _span)
                }
                "pow" => self.pow_of(node, id, second, args.positional.get(2).copied(), _span),
                _ => self.floor_of(node, name, id, &atom),
            };
            joined = self.join(joined, ty);
        }
        joined
    }

    /// `divmod` of numbers.
    fn divmod_of(&mut self, node: Node, left: TypeId, right: TypeId, span: Span) -> TypeId {
        let q = self.binary(node, portalis_hir::BinOp::FloorDiv, left, right, false, span, None);
        let r = self.binary(node, portalis_hir::BinOp::Mod, left, right, false, span, None);
        if q == BOT || r == BOT { BOT } else { self.of(Atom::Tuple([q, r].into())) }
    }

    /// A conversion of an object of a library class, where it has one.
    fn native_conversion(
        &mut self,
        node: Node,
        id: AtomId,
        name: &str,
        second: Option<TypeId>,
        span: Span,
    ) -> Option<TypeId> {
        let operands: Vec<AtomId> = match second {
            Some(second) => self.s.types.ids(second).first().copied().into_iter().collect(),
            None => Vec::new(),
        };
        let method = special_method(name)?;
        self.native_method(node, id, method, &operands, span)
    }

    /// The first of some conversions that objects in a part of `complex(x, y)` have.
    fn complex_part(&mut self, node: Node, part: TypeId) {
        for (id, atom) in self.atoms(part) {
            let Atom::Obj(class, _) = atom else { continue };
            let methods = ["__complex__", "__float__", "__index__"];
            if let Some(method) = methods.into_iter().find(|method| self.class_has(class, method)) {
                self.call_method(node, method, id, Vec::new());
            }
        }
    }

    /// `bytes(x)`, `bytearray(x)`.
    fn bytes_of(&mut self, id: AtomId, node: Node, span: Span, made: Atom) -> TypeId {
        let one = self.s.types.of_id(id);
        match self.s.types.get(id) {
            Atom::None | Atom::Float => return BOT,
            Atom::Obj(class, _) if made == Atom::Bytes && self.class_has(*class, "__bytes__") => {
                self.call_method(node, "__bytes__", id, Vec::new());
            }
            Atom::Obj(class, _) if self.class_has(*class, "__index__") => {
                self.call_method(node, "__index__", id, Vec::new());
            }
            Atom::Obj(..) | Atom::Cont(..) => {
                self.items_of(one, node, span);
            }
            _ => {}
        }
        self.of(made)
    }

    /// Whether an object that is a builtin value besides is asked for what the builtin `name` gives: a number has the
    /// methods of its type, and only one of its own goes before them.
    fn converts_itself(&self, name: &str, atom: &Atom) -> bool {
        let Atom::Obj(class, _) = *atom else { return false };
        let is_number = matches!(self.s.classes[class.index()].base_value, Some("int" | "float"))
            || self.s.classes[class.index()].enumeration.is_some();
        let methods: &[&str] = match name {
            "int" if is_number => &["__int__"],
            "int" => &["__int__", "__index__", "__trunc__"],
            "float" if is_number => &["__float__"],
            "float" => &["__float__", "__index__"],
            "bytes" => &["__bytes__"],
            "abs" => &["__abs__"],
            "round" => &["__round__"],
            "math.floor" => &["__floor__"],
            "math.ceil" => &["__ceil__"],
            "math.trunc" => &["__trunc__"],
            "divmod" => &["__divmod__"],
            "complex" => &["__complex__"],
            "pow" => &["__pow__"],
            _ => &[],
        };
        methods.iter().any(|method| self.class_has(class, method))
    }

    /// The integer that a conversion of something else gives.
    fn converted(&mut self, node: Node) -> TypeId {
        self.of(match self.s.growth.width(node) {
            Width::Narrow | Width::Usual => Atom::Int,
            Width::Any => Atom::BigInt,
        })
    }

    fn int_of(&mut self, node: Node, id: AtomId, atom: &Atom) -> TypeId {
        match atom {
            Atom::Bool => self.of(Atom::Nat),
            Atom::Nat | Atom::Int | Atom::BigInt | Atom::Unknown => self.s.types.of_id(id),
            // Text can hold any number; a literal of 19 digits or more is the only way past 64 bits.
            Atom::Float | Atom::Bytes | Atom::Native("bytearray" | "memoryview") | Atom::Str => {
                self.converted(node)
            }
            Atom::Obj(class, _) => {
                for method in ["__int__", "__index__", "__trunc__"] {
                    if self.class_has(*class, method) {
                        return self.call_method(node, method, id, Vec::new());
                    }
                }
                BOT
            }
            _ => BOT,
        }
    }

    fn float_of(&mut self, node: Node, id: AtomId, atom: &Atom) -> TypeId {
        match atom {
            Atom::Bool
            | Atom::Nat
            | Atom::Int
            | Atom::BigInt
            | Atom::Float
            | Atom::Str
            | Atom::Bytes
            | Atom::Native("bytearray" | "memoryview") => self.of(Atom::Float),
            Atom::Unknown => self.s.types.of_id(id),
            Atom::Obj(class, _) if self.class_has(*class, "__float__") => {
                self.call_method(node, "__float__", id, Vec::new())
            }
            Atom::Obj(class, _) if self.class_has(*class, "__index__") => {
                self.call_method(node, "__index__", id, Vec::new());
                self.of(Atom::Float)
            }
            _ => BOT,
        }
    }

    fn abs_of(&mut self, node: Node, id: AtomId, atom: &Atom) -> TypeId {
        match atom {
            Atom::Bool | Atom::Nat | Atom::Int => self.of(Atom::Nat),
            Atom::BigInt | Atom::Float | Atom::Unknown => self.s.types.of_id(id),
            Atom::Complex => self.of(Atom::Float),
            Atom::Obj(class, _) if self.class_has(*class, "__abs__") => {
                self.call_method(node, "__abs__", id, Vec::new())
            }
            _ => BOT,
        }
    }

    fn round_of(&mut self, node: Node, id: AtomId, atom: &Atom, digits: Option<TypeId>) -> TypeId {
        let none = self.of(Atom::None);
        let has_digits = digits.is_some_and(|ty| ty != none);
        match atom {
            Atom::Bool => self.of(Atom::Nat),
            Atom::Nat | Atom::Int | Atom::BigInt | Atom::Unknown => self.s.types.of_id(id),
            Atom::Float if has_digits => self.of(Atom::Float),
            Atom::Float => self.converted(node),
            Atom::Obj(class, _) if self.class_has(*class, "__round__") => {
                let args = digits.into_iter().collect();
                self.call_method(node, "__round__", id, args)
            }
            _ => BOT,
        }
    }

    fn floor_of(&mut self, node: Node, name: &str, id: AtomId, atom: &Atom) -> TypeId {
        match atom {
            Atom::Bool => self.of(Atom::Nat),
            Atom::Nat | Atom::Int | Atom::BigInt | Atom::Unknown => self.s.types.of_id(id),
            Atom::Float => self.converted(node),
            Atom::Obj(class, _) => {
                let method = format!("__{}__", name.rsplit('.').next().unwrap_or(name));
                if self.class_has(*class, &method) {
                    self.call_method(node, &method, id, Vec::new())
                } else if method == "__trunc__" || self.float_of(node, id, atom) == BOT {
                    BOT
                } else {
                    self.converted(node)
                }
            }
            _ => BOT,
        }
    }

    fn pow_of(
        &mut self,
        node: Node,
        id: AtomId,
        exponent: Option<TypeId>,
        modulus: Option<TypeId>,
        span: Span,
    ) -> TypeId {
        let Some(exponent) = exponent else { return BOT };
        let left = self.s.types.of_id(id);
        match modulus {
            Some(modulus) if self.s.types.contains(modulus, &Atom::BigInt) => self.of(Atom::BigInt),
            Some(modulus) if self.s.types.contains(modulus, &Atom::Nat) => self.of(Atom::Nat),
            Some(_) => self.of(Atom::Int),
            None => self.binary(node, portalis_hir::BinOp::Pow, left, exponent, false, span, None),
        }
    }
}
