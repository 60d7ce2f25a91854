//! `struct`: values to bytes and back.

use portalis_hir::{Arg, ExprId};
use portalis_typeck::ty::{BOT, TypeId};

use super::let_;
use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};

impl FnCx<'_, '_> {
    /// `structs::pack("<If", &[Field::from(a), Field::from(b)])`; behind a `*` a vector of them.
    pub(super) fn struct_pack(&mut self, args: &[Arg]) -> Expr {
        let Some((format, values)) = args.split_first() else { return Expr::unit() };
        let positional: Vec<ExprId> = args.iter().map(Arg::value).collect();
        if let Some((dead, _)) = self.dead_arguments(&positional) {
            return dead;
        }
        let format = self.value(format.value());
        let is_plain = values.iter().all(|arg| matches!(arg, Arg::Pos(_)));
        if is_plain {
            let fields = values
                .iter()
                .map(|arg| {
                    let ty = self.type_of(arg.value());
                    let value = self.value(arg.value());
                    self.struct_field(value, ty)
                })
                .collect();
            return self.raising_call("structs", "pack", vec![format.by_ref(), Expr::Array(fields).by_ref()]);
        }
        let (held, fields) = (self.temp("format"), self.temp("fields"));
        let mut block = Block::default();
        block.stmts.push(let_(&held, format));
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(fields.clone(), true),
            ty: None,
            init: Some(Expr::call(Path::local("Vec").assoc("new"), Vec::new())),
        });
        for arg in values {
            let push = |field: Expr| Stmt::Expr(Expr::local(fields.clone()).method("push", vec![field]));
            match arg {
                Arg::Star(items) => self.for_each(*items, &mut block, &mut |cx, item, ty, body| {
                    let field = cx.struct_field(item, ty);
                    body.stmts.push(push(field));
                }),
                arg => {
                    let ty = self.type_of(arg.value());
                    let value = self.value(arg.value());
                    let field = self.struct_field(value, ty);
                    block.stmts.push(push(field));
                }
            }
        }
        let packed = vec![Expr::local(held).by_ref(), Expr::local(fields).by_ref()];
        block.tail = Some(Box::new(self.raising_call("structs", "pack", packed)));
        Expr::Block(block)
    }

    fn struct_field(&mut self, mut value: Expr, ty: TypeId) -> Expr {
        match self.cx.rep.repr(ty) {
            // One of several kinds: the field is made of whichever it is.
            Repr::Union(_) | Repr::Option(_) => {
                return self
                    .dispatch(value, ty, ty, &mut |cx, value, one, _| (cx.struct_field(value, one), ty));
            }
            Repr::I64 => crate::lower::expr::anchor(&mut value),
            Repr::Bool | Repr::Big | Repr::Float | Repr::Num | Repr::Bytes | Repr::Str | Repr::Unit => {}
            Repr::Native("bytearray") => value = value.method("to_bytes", Vec::new()),
            _ => self.unsupported_operation("`struct.pack` of this value"),
        }
        Expr::call(Path::RtIn("structs", "Field".to_owned()).assoc("from"), vec![value])
    }

    /// `let fields = structs::unpack("<If", &data); (fields.field::<i64>(0), fields.field::<f64>(1))`.
    pub(super) fn struct_unpack(
        &mut self,
        name: &str,
        args: &[ExprId],
        offset: Option<ExprId>,
        to: TypeId,
    ) -> Expr {
        if let Some((dead, _)) = self.dead_arguments(args) {
            return dead;
        }
        let [format, buffer, rest @ ..] = args else { return Expr::unit() };
        let format = self.value(*format);
        let buffer_ty = self.type_of(*buffer);
        if !self.cx.rep.repr(buffer_ty).lends_bytes() {
            self.unsupported_operation("`struct.unpack` of this buffer");
        }
        let mut given = vec![format.by_ref(), self.value(*buffer).by_ref()];
        if name == "struct.unpack_from" {
            given.push(match rest.first().copied().or(offset) {
                Some(offset) => {
                    let ty = self.type_of(offset);
                    let offset = self.value(offset);
                    self.as_index(offset, ty)
                }
                None => Expr::Int(0, None),
            });
        }
        let function = if name == "struct.unpack" { "unpack" } else { "unpack_from" };
        let unpacked = self.raising_call("structs", function, given);
        let repr = self.cx.rep.repr(to);
        if let Repr::TupleVar(elem) = &repr {
            let elem = self.cx.rep.ty(elem);
            return Expr::Method(Box::new(unpacked), "all".to_owned(), vec![elem], Vec::new());
        }
        let types: Vec<Ty> = match &repr {
            Repr::Tuple(items) => items.iter().map(|item| self.cx.rep.ty(item)).collect(),
            _ => Vec::new(),
        };
        if to == BOT || types.is_empty() {
            self.unsupported_operation("`struct.unpack` of this format");
        }
        let held = self.temp("fields");
        let field = |(at, ty): (usize, Ty)| {
            let at = Expr::Int(i64::try_from(at).unwrap_or(i64::MAX), None);
            Expr::Method(Box::new(Expr::local(held.clone())), "field".to_owned(), vec![ty], vec![at])
        };
        let tuple = Expr::Tuple(types.into_iter().enumerate().map(field).collect());
        Expr::Block(Block { stmts: vec![let_(&held, unpacked)], tail: Some(Box::new(tuple)) })
    }
}
