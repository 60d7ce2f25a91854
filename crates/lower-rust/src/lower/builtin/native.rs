//! Objects of library classes that the runtime implements: their attributes and items.

use portalis_typeck::builtins::{Shape, Table, TypeExpr};
use portalis_typeck::ty::{BOT, TypeId};

use crate::lower::FnCx;
use crate::rir::Expr;

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

    /// `object[index]` of an object of a library class.
    pub(crate) fn native_item(&mut self, object: Expr, class: &str, index: (Expr, TypeId)) -> (Expr, TypeId) {
        let row = Table::get().native_method(class, "__getitem__", &Shape::of(1));
        let Some((row, param)) = row.and_then(|row| Some((row, row.params.first()?))) else {
            self.unsupported_operation("indexing");
            return (object, BOT);
        };
        let index = self.row_argument(index.0, index.1, param, (BOT, BOT));
        let value = self.raising(object, row.runtime, vec![index]);
        let ty = self.plain_type(&row.result);
        (value, ty)
    }
}
