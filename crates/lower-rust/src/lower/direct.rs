//! Subscripts that need no value in between: a character of a text that is only compared, an item of a list of lists.
//!
//! ```text
//! s[i] == "x"        s.char_at(i) == 'x'
//! a[i][j]            a.cell(i, j)
//! a[i][j] = x        a.set_cell(i, j, x)
//! ```

use portalis_hir::{BinOp, CmpOp, ExprId, ExprKind};
use portalis_typeck::ty::{BOT, TypeId};

use super::FnCx;
use super::compare::rust_cmp;
use crate::represent::Repr;
use crate::rir::Expr;

impl FnCx<'_, '_> {
    /// `left op right` of characters of texts, which need not become texts themselves: `s[i] == "x"`, `s[i] < t[j]`.
    pub(super) fn characters(&mut self, op: CmpOp, left: ExprId, right: ExprId) -> Option<Expr> {
        let is_order = matches!(op, CmpOp::Eq | CmpOp::Ne | CmpOp::Lt | CmpOp::Le | CmpOp::Gt | CmpOp::Ge);
        let literals = [left, right].map(|operand| self.character_literal(operand));
        let indexed = [left, right].map(|operand| self.is_character(operand));
        let is_each = (0..2).all(|side| indexed[side] || literals[side].is_some());
        if !is_order || !is_each || literals.iter().all(Option::is_some) {
            return None;
        }
        let mut sides = [left, right].into_iter().zip(literals);
        let mut side = || {
            let (operand, literal) = sides.next()?;
            literal.map(Expr::Char).or_else(|| self.character(operand))
        };
        let (left, right) = (side()?, side()?);
        Some(Expr::binary(rust_cmp(op), left, right))
    }

    fn character_literal(&self, operand: ExprId) -> Option<char> {
        let ExprKind::Str(text) = &self.cx.module[operand].kind else { return None };
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none())
    }

    /// Whether `expr` is a subscript of text by a plain index: one character.
    fn is_character(&mut self, expr: ExprId) -> bool {
        let ExprKind::Index { value, index } = self.cx.module[expr].kind else { return false };
        let text = self.type_of(value);
        text != BOT && self.is_plain_index(index) && self.cx.rep.repr(text) == Repr::Str
    }

    /// Such a subscript as a `char`.
    fn character(&mut self, expr: ExprId) -> Option<Expr> {
        let ExprKind::Index { value, index } = self.cx.module[expr].kind else { return None };
        let (text, at) = (self.place(value), self.place(index));
        Some(self.raising(text, "char_at", vec![at]))
    }

    fn is_plain_index(&mut self, index: ExprId) -> bool {
        let ty = self.type_of(index);
        !matches!(self.cx.module[index].kind, ExprKind::Slice { .. })
            && ty != BOT
            && self.cx.rep.repr(ty) == Repr::I64
    }

    /// Whether evaluating an index runs no code of the program and raises nothing.
    fn is_calm_index(&self, index: ExprId) -> bool {
        match &self.cx.module[index].kind {
            ExprKind::Local(_) | ExprKind::Int(_) => true,
            ExprKind::Unary { operand, .. } => self.is_calm_index(*operand),
            ExprKind::Binary { op, left, right } => {
                matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul)
                    && self.is_calm_index(*left)
                    && self.is_calm_index(*right)
            }
            _ => false,
        }
    }

    /// `a[i][j]`, where `row` is `a[i]`: the item and its type.
    pub(super) fn cell(&mut self, row: ExprId, j: ExprId) -> Option<(Expr, TypeId)> {
        let (rows, indices, elem) = self.cell_place(row, j)?;
        Some((self.raising(rows, "cell", Vec::from(indices)), elem))
    }

    /// The list of lists, both indices and the type of the items, where evaluating the second index before the first is
    /// used makes no difference.
    pub(super) fn cell_place(&mut self, row: ExprId, j: ExprId) -> Option<(Expr, [Expr; 2], TypeId)> {
        let ExprKind::Index { value: rows, index: i } = self.cx.module[row].kind else { return None };
        let (rows_ty, row_ty) = (self.type_of(rows), self.type_of(row));
        if rows_ty == BOT || row_ty == BOT || !self.is_plain_index(i) || !self.is_plain_index(j) {
            return None;
        }
        let Repr::List(inner) = self.cx.rep.repr(rows_ty) else { return None };
        if !matches!(*inner, Repr::List(_)) || *inner != self.cx.rep.repr(row_ty) || !self.is_calm_index(j) {
            return None;
        }
        let (rows, i, j) = (self.place(rows), self.place(i), self.place(j));
        Some((rows, [i, j], self.elem_type(row_ty)))
    }
}
