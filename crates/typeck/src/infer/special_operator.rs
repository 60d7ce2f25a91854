//! Operators of builtin values called by the names of their methods: `super().__add__(other)` in a class derived from `int`.
//!
//! Where the method would give `NotImplemented`, the call is refused: which other operands a method takes is narrower than
//! what its operator does.

use portalis_diag::Span;
use portalis_hir::{BinOp, CmpOp, UnaryOp};

use super::Walk;
use super::bind::Args;
use crate::cell::Node;
use crate::diagnostics;
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};

/// What a special method of a builtin value does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecialOperator {
    /// `self op other`.
    Binary(BinOp),
    /// `other op self`.
    Reflected(BinOp),
    /// `op self`.
    Unary(UnaryOp),
    /// `self op other`.
    Compare(CmpOp),
    /// `repr(self)` or `str(self)`.
    Show,
    /// `hash(self)`.
    Hash,
}

/// The operator that a method of values of this kind is; `None` where it is none or not known here.
#[must_use]
pub fn special_operator(atom: &Atom, name: &str) -> Option<SpecialOperator> {
    use SpecialOperator::{Binary, Compare, Hash, Reflected, Show, Unary};
    let is_number = matches!(atom, Atom::Nat | Atom::Int | Atom::BigInt | Atom::Float);
    let is_integer = is_number && *atom != Atom::Float;
    let is_tuple = matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_));
    let is_sequence = is_tuple || matches!(atom, Atom::Str | Atom::Cont(Kind::List, _));
    let is_set = matches!(atom, Atom::Cont(Kind::Set | Kind::FrozenSet, _));
    let is_dict = matches!(atom, Atom::Cont(Kind::Dict, _));
    let is_value = is_number || matches!(atom, Atom::Str);
    let has_hash = is_value || is_tuple || matches!(atom, Atom::Cont(Kind::FrozenSet, _));
    let (known, operator) = match name {
        "__add__" => (is_number || is_sequence, Binary(BinOp::Add)),
        "__mul__" => (is_number || is_sequence, Binary(BinOp::Mul)),
        "__sub__" => (is_number || is_set, Binary(BinOp::Sub)),
        "__truediv__" => (is_number, Binary(BinOp::Div)),
        "__floordiv__" => (is_number, Binary(BinOp::FloorDiv)),
        "__mod__" => (is_number, Binary(BinOp::Mod)),
        "__and__" => (is_integer || is_set, Binary(BinOp::BitAnd)),
        "__or__" => (is_integer || is_set || is_dict, Binary(BinOp::BitOr)),
        "__xor__" => (is_integer || is_set, Binary(BinOp::BitXor)),
        "__lshift__" => (is_integer, Binary(BinOp::Shl)),
        "__rshift__" => (is_integer, Binary(BinOp::Shr)),
        "__pow__" => (is_number, Binary(BinOp::Pow)),
        "__radd__" => (is_number, Reflected(BinOp::Add)),
        "__rsub__" => (is_number, Reflected(BinOp::Sub)),
        "__rmul__" => (is_number || is_sequence, Reflected(BinOp::Mul)),
        "__rtruediv__" => (is_number, Reflected(BinOp::Div)),
        "__rfloordiv__" => (is_number, Reflected(BinOp::FloorDiv)),
        "__rmod__" => (is_number, Reflected(BinOp::Mod)),
        "__rpow__" => (is_number, Reflected(BinOp::Pow)),
        "__neg__" => (is_number, Unary(UnaryOp::Neg)),
        "__pos__" => (is_number, Unary(UnaryOp::Pos)),
        "__invert__" => (is_integer, Unary(UnaryOp::Invert)),
        "__eq__" => (is_value || is_sequence || is_set || is_dict, Compare(CmpOp::Eq)),
        "__ne__" => (is_value || is_sequence || is_set || is_dict, Compare(CmpOp::Ne)),
        "__lt__" => (is_value || is_sequence || is_set, Compare(CmpOp::Lt)),
        "__le__" => (is_value || is_sequence || is_set, Compare(CmpOp::Le)),
        "__gt__" => (is_value || is_sequence || is_set, Compare(CmpOp::Gt)),
        "__ge__" => (is_value || is_sequence || is_set, Compare(CmpOp::Ge)),
        "__repr__" | "__str__" => (is_number || is_tuple || (*atom == Atom::Str && name == "__repr__"), Show),
        "__hash__" => (has_hash, Hash),
        _ => return None,
    };
    known.then_some(operator)
}

/// Whether the method of `left` takes `right` rather than declining it.
fn takes(left: &Atom, operator: SpecialOperator, right: &Atom) -> bool {
    let is_integer = right.is_int() || *right == Atom::Bool;
    match left {
        Atom::Nat | Atom::Int | Atom::BigInt => is_integer,
        Atom::Float => is_integer || *right == Atom::Float,
        _ if matches!(
            operator,
            SpecialOperator::Binary(BinOp::Mul) | SpecialOperator::Reflected(BinOp::Mul)
        ) =>
        {
            is_integer
        }
        Atom::Str => *right == Atom::Str,
        Atom::Tuple(_) | Atom::TupleVar(_) => matches!(right, Atom::Tuple(_) | Atom::TupleVar(_)),
        Atom::Cont(Kind::List, _) => matches!(right, Atom::Cont(Kind::List, _)),
        Atom::Cont(Kind::Set | Kind::FrozenSet, _) => {
            matches!(right, Atom::Cont(Kind::Set | Kind::FrozenSet, _))
        }
        Atom::Cont(Kind::Dict, _) => matches!(right, Atom::Cont(Kind::Dict, _)),
        _ => false,
    }
}

impl Walk<'_, '_> {
    /// The call of such a method; `None` where it is no such method.
    pub(super) fn call_special_operator(
        &mut self,
        node: Node,
        receiver: AtomId,
        name: &str,
        args: &Args,
        span: Span,
    ) -> Option<TypeId> {
        let atom = self.s.types.get(receiver).clone();
        let operator = special_operator(&atom, name)?;
        let one = self.s.types.of_id(receiver);
        match (operator, args.positional.as_slice()) {
            (SpecialOperator::Show, []) => {
                self.repr_of(one);
                Some(self.of(Atom::Str))
            }
            (SpecialOperator::Hash, []) => {
                self.hash_and_eq(node, one);
                Some(self.of(Atom::Int))
            }
            (SpecialOperator::Unary(op), []) => match node {
                Node::Expr(id) => Some(self.unary(id, op, one)),
                _ => None,
            },
            (
                SpecialOperator::Binary(_) | SpecialOperator::Reflected(_) | SpecialOperator::Compare(_),
                &[other],
            ) => {
                let other = self.with_underlying(other, |_, _| false);
                if !self.atoms(other).iter().all(|(_, right)| takes(&atom, operator, right)) {
                    let what = &format!("`{name}` with an operand that it may decline");
                    self.s.report(diagnostics::unsupported_op(span, what));
                    return Some(self.of(Atom::Unknown));
                }
                Some(match operator {
                    SpecialOperator::Binary(op) => self.binary(node, op, one, other, false, span, None),
                    SpecialOperator::Reflected(op) => self.binary(node, op, other, one, false, span, None),
                    SpecialOperator::Compare(op) => self.compare_types(node, op, one, other, span),
                    SpecialOperator::Unary(_) | SpecialOperator::Show | SpecialOperator::Hash => BOT,
                })
            }
            _ => None,
        }
    }
}
