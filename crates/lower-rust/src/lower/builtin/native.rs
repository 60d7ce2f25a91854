//! Objects of library classes that the runtime implements: their attributes, items and operators.

use portalis_hir::BinOp;
use portalis_typeck::builtins::{Row, Shape, Table, TypeExpr};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::let_;
use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr};

impl FnCx<'_, '_> {
    /// An attribute of an object of a library class: a method of the runtime's type without arguments.
    pub(crate) fn native_attribute(&mut self, object: Expr, class: &str, name: &str) -> (Expr, TypeId) {
        let Some(constant) = Table::get().constant(&format!("{class}.{name}")) else { return (object, BOT) };
        let ty = self.constant_type(constant.word);
        (object.method(constant.runtime, Vec::new()), ty)
    }

    /// A type made of words alone.
    fn plain_type(&mut self, expr: &TypeExpr) -> TypeId {
        match expr {
            TypeExpr::Word(word) => self.word_type(word),
            TypeExpr::Tuple(items) => {
                let items: Vec<TypeId> = items.iter().map(|item| self.plain_type(item)).collect();
                self.of(Atom::Tuple(items.into()))
            }
            TypeExpr::Union(options) => {
                let types: Vec<TypeId> = options.iter().map(|option| self.plain_type(option)).collect();
                self.cx.rep.inferred.types.join_all(types)
            }
            _ => BOT,
        }
    }

    fn constant_type(&mut self, word: &str) -> TypeId {
        let types: Vec<TypeId> = word.split('|').map(|word| self.word_type(word)).collect();
        self.cx.rep.inferred.types.join_all(types)
    }

    /// What special method `method` of an object of a library class gives for these operands; `None` where it has none.
    pub(crate) fn native_method(
        &mut self,
        object: Expr,
        ty: TypeId,
        method: &str,
        operands: Vec<(Expr, TypeId)>,
    ) -> Option<(Expr, TypeId)> {
        let Repr::Native(class) = self.cx.rep.repr(ty) else { return None };
        let kinds: Vec<Vec<Atom>> = operands
            .iter()
            .map(|(_, operand)| self.cx.rep.atoms(*operand).into_iter().map(|(_, atom)| atom).collect())
            .collect();
        let rows: Vec<Option<&'static Row>> = combinations(&kinds)
            .into_iter()
            .map(|combination| Table::get().special(class, method, &combination))
            .collect();
        let row = rows.iter().copied().flatten().next()?;
        // Numbers of both kinds are told apart by the run: one row has to take them all.
        let is_one = rows.iter().all(|other| other.is_some_and(|other| std::ptr::eq(other, row)));
        let is_held_alike =
            operands.iter().zip(&row.params).all(|((_, operand), param)| match self.cx.rep.repr(*operand) {
                Repr::Union(_) | Repr::Option(_) => false,
                Repr::Num => param.accept == TypeExpr::Word("float"),
                _ => true,
            });
        if !is_one || !is_held_alike {
            self.unsupported_operation(&format!("`{method}` of operands of several types"));
        }
        let mut args = Vec::new();
        for ((value, ty), param) in operands.into_iter().zip(&row.params) {
            args.push(self.row_argument(value, ty, param, (BOT, BOT)));
        }
        let call = if row.raises.is_empty() {
            object.method(row.runtime, args)
        } else {
            self.raising(object, row.runtime, args)
        };
        let result = if row.result == TypeExpr::Receiver { ty } else { self.plain_type(&row.result) };
        Some((call, result))
    }

    /// Whether values of these types may be equal although they are held differently: one is of a library class that says so.
    pub(crate) fn natively_equal(&self, l: TypeId, r: TypeId) -> bool {
        let (left, right) = (self.cx.rep.atoms(l), self.cx.rep.atoms(r));
        let says = |class: &Atom, other: &Atom| match class {
            Atom::Native(name) => class != other && Table::get().special(name, "__eq__", &[other]).is_some(),
            _ => false,
        };
        left.iter().any(|(_, a)| right.iter().any(|(_, b)| says(a, b) || says(b, a)))
    }

    /// `left op right` where one is an object of a library class; `None` where neither knows the other.
    pub(crate) fn native_operator(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        in_place: bool,
    ) -> Option<(Expr, TypeId)> {
        let stem = op.method();
        let mut names = vec![format!("__{stem}__")];
        if in_place {
            names.insert(0, format!("__i{stem}__"));
        }
        for name in names {
            if let Some(done) = self.native_method(left.clone(), l, &name, vec![(right.clone(), r)]) {
                return Some(done);
            }
        }
        self.reflected((left, l), (right, r), &format!("__r{stem}__"))
    }

    /// `right.method(left)`, the left operand evaluated first.
    pub(crate) fn reflected(
        &mut self,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        method: &str,
    ) -> Option<(Expr, TypeId)> {
        if crate::lower::iterate::is_simple(&left) || matches!(left, Expr::Float(_)) {
            return self.native_method(right, r, method, vec![(left, l)]);
        }
        let name = self.temp("left");
        let left = self.owned(left, l);
        let (value, ty) = self.native_method(right, r, method, vec![(Expr::local(name.clone()), l)])?;
        Some((Expr::Block(Block { stmts: vec![let_(&name, left)], tail: Some(Box::new(value)) }), ty))
    }

    /// What `method` does with the slice that has these bounds.
    pub(crate) fn native_slice(
        &mut self,
        object: Expr,
        ty: TypeId,
        method: &str,
        bounds: Vec<Expr>,
    ) -> (Expr, TypeId) {
        let row = match self.cx.rep.repr(ty) {
            Repr::Native(class) => Table::get().special(class, method, &[]),
            _ => None,
        };
        let Some(row) = row else {
            self.unsupported_operation("a slice of this object");
            return (object, BOT);
        };
        let result = self.plain_type(&row.result);
        (self.raising(object, row.runtime, bounds), result)
    }

    /// `object[index]` of an object of a library class.
    pub(crate) fn native_item(&mut self, object: Expr, class: &str, index: (Expr, TypeId)) -> (Expr, TypeId) {
        let row = Table::get().native_method(class, "__getitem__", &Shape::of(1));
        let Some((row, param)) = row.and_then(|row| Some((row, row.params.first()?))) else {
            let name = match class {
                "Decimal" => "decimal.Decimal",
                "Fraction" => "Fraction",
                _ => {
                    self.unsupported_operation("indexing");
                    return (object, BOT);
                }
            };
            let raised = self.throw_message("TypeError", &format!("'{name}' object is not subscriptable"));
            return (crate::coerce::after(object, crate::coerce::after(index.0, raised)), BOT);
        };
        let index = self.row_argument(index.0, index.1, param, (BOT, BOT));
        let value = if row.raises.is_empty() {
            object.method(row.runtime, vec![index])
        } else {
            self.raising(object, row.runtime, vec![index])
        };
        let ty = self.plain_type(&row.result);
        (value, ty)
    }
}

/// Every way to choose one kind of each operand.
fn combinations(kinds: &[Vec<Atom>]) -> Vec<Vec<&Atom>> {
    kinds.iter().fold(vec![Vec::new()], |chosen, kinds| {
        let with_one =
            |kind| chosen.iter().map(move |before: &Vec<_>| before.iter().copied().chain([kind]).collect());
        kinds.iter().flat_map(with_one).collect()
    })
}
