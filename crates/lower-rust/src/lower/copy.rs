//! `copy.copy` and `copy.deepcopy` of generated types: only programs that import the module have them.

use portalis_hir::StmtKind;

use super::Cx;
use super::union::variant_pat;
use crate::names::ident;
use crate::represent::{ObjectId, Repr, UnionVariant};
use crate::rir::{Arm, Block, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Ty};

/// The classes of the library, of those that the runtime implements, whose objects can be copied.
const COPYABLE: [&str; 8] =
    ["BytesMatch", "BytesPattern", "Decimal", "FloatArray", "GroupsPattern", "IntArray", "Match", "Pattern"];

impl Cx<'_> {
    /// Whether the program imports `copy`.
    pub(crate) fn uses_copy(&self) -> bool {
        self.module.stmts.iter().any(|(_, stmt)| match &stmt.kind {
            StmtKind::Import(items) => items.iter().any(|item| &*item.path == "copy"),
            StmtKind::ImportFrom { module, .. } => &**module == "copy",
            _ => false,
        })
    }

    /// Whether the runtime copies such a value as `copy.copy` or `copy.deepcopy` does: nothing that it copies has a method of
    /// its own for that.
    pub(crate) fn copies_alone(&mut self, repr: &Repr, is_deep: bool) -> bool {
        let is_asked = match repr {
            Repr::Object(object) if !is_deep => self.class_defines(*object, "__copy__"),
            _ => false,
        };
        let other = is_deep.then_some("__deepcopy__");
        !is_asked && self.is_copyable(repr, other, &mut Vec::new())
    }

    /// Whether values held like this can be copied, with no method `other` among their objects; `open` are the objects and
    /// unions on the way down.
    fn is_copyable(&mut self, repr: &Repr, other: Option<&str>, open: &mut Vec<Repr>) -> bool {
        match repr {
            Repr::Never
            | Repr::Static
            | Repr::Unit
            | Repr::Bool
            | Repr::I64
            | Repr::Big
            | Repr::Float
            | Repr::Num
            | Repr::Complex
            | Repr::Str
            | Repr::Bytes
            | Repr::Range => true,
            Repr::List(inner)
            | Repr::Set(inner)
            | Repr::FrozenSet(inner)
            | Repr::Deque(inner)
            | Repr::TupleVar(inner)
            | Repr::Option(inner) => self.is_copyable(inner, other, open),
            Repr::Dict(key, value) => {
                self.is_copyable(key, other, open) && self.is_copyable(value, other, open)
            }
            Repr::Tuple(items) => {
                items.len() <= 8 && items.iter().all(|item| self.is_copyable(item, other, open))
            }
            Repr::Union(id) => {
                if open.contains(repr) {
                    return true;
                }
                open.push(repr.clone());
                let variants = self.rep.unions[id.0 as usize].variants.clone();
                let copyable = variants.iter().all(|variant| self.is_copyable(&variant.repr, other, open));
                open.pop();
                copyable
            }
            Repr::Object(object) => self.is_copyable_object(*object, other, open),
            Repr::Native(name) => COPYABLE.contains(name),
            Repr::File
            | Repr::NativeOf(..)
            | Repr::Exception
            | Repr::Keys(..)
            | Repr::Values(..)
            | Repr::Items(..)
            | Repr::Iter(_)
            | Repr::Generator(..)
            | Repr::Closure(_)
            | Repr::Knot(_) => false,
        }
    }

    fn is_copyable_object(&mut self, object: ObjectId, other: Option<&str>, open: &mut Vec<Repr>) -> bool {
        if open.contains(&Repr::Object(object)) {
            return true;
        }
        // A member is its own copy.
        if self.enumeration_of(object).is_some() {
            return true;
        }
        // `_new_` is the frontend's name of `__new__`, which makes the copy, too.
        let by_hand = ["__reduce__", "__getstate__", "__setstate__", "_new_"].into_iter().chain(other);
        let class = self.rep.objects[object.0 as usize].class;
        if self.rep.is_exception_class(class) || by_hand.clone().any(|name| self.class_defines(object, name))
        {
            return false;
        }
        open.push(Repr::Object(object));
        let fields = self.fields_of(object);
        let copyable = fields.iter().all(|(_, repr)| self.is_copyable(repr, other, open));
        open.pop();
        copyable
    }

    /// `own_copy!(Colour);`, where the program copies anything.
    pub(crate) fn own_copy(&mut self, ty: &Ty) -> Option<Item> {
        self.uses_copy().then(|| Item::Macro { path: "own_copy", args: vec![ty.clone()], text: None })
    }

    /// `copyable!(Node, NodeFields, value, next);`.
    pub(crate) fn copyable_object(&mut self, object: ObjectId) -> Option<Item> {
        if !self.uses_copy() || !self.is_copyable_object(object, None, &mut Vec::new()) {
            return None;
        }
        let name = self.rep.objects[object.0 as usize].name.clone();
        let mut args = vec![Ty::local(name.clone()), Ty::local(format!("{name}Fields"))];
        let mut fields: Vec<String> =
            self.fields_of(object).into_iter().map(|(field, _)| ident(&field)).collect();
        let held = self.held_container(object);
        if let Some(at) = held.and_then(|held| fields.iter().position(|field| *field == held)) {
            fields[..=at].rotate_right(1);
            args.push(Ty::SelfTy);
        }
        args.extend(fields.into_iter().map(Ty::local));
        Some(Item::Macro { path: "copyable", args, text: None })
    }

    /// Copies of a generated enum: those of what it holds.
    pub(crate) fn copyable_union(&mut self, name: &str, variants: &[UnionVariant]) -> Option<Item> {
        if !self.uses_copy()
            || !variants.iter().all(|variant| self.is_copyable(&variant.repr, None, &mut Vec::new()))
        {
            return None;
        }
        let method = |function: &str, more: Vec<Expr>| {
            let arms = variants.iter().map(|variant| {
                let pat = variant_pat(name, variant, Pat::Bind("it".to_owned(), false));
                let path = Path::local(name).assoc(variant.name.clone());
                let body = match pat {
                    Pat::Path(_) => Expr::Path(path),
                    _ => {
                        let copy = Path::RtIn("copy", format!("Copyable::{function}"));
                        let args = std::iter::once(Expr::local("it")).chain(more.clone()).collect();
                        Expr::call(path, vec![Expr::call(copy, args)])
                    }
                };
                Arm { pat, guard: None, body }
            });
            Expr::Match(Box::new(Expr::local("self")), arms.collect())
        };
        let memo_ty = Ty::RefMut(Box::new(Ty::path(Path::RtIn("copy", "Memo".to_owned()))));
        let memo = Param { name: "memo".to_owned(), is_mut: false, ty: memo_ty };
        let func = |name: &str, params: Vec<Param>, body: Expr| Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: false,
            receiver: Receiver::Ref,
            params,
            ret: Some(Ty::SelfTy),
            body: Block::of(body),
            expects: Vec::new(),
        };
        Some(Item::Impl(Impl {
            of: Some((Path::RtIn("copy", "Copyable".to_owned()), Vec::new())),
            ty: Ty::local(name),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![
                func("shallow", Vec::new(), method("shallow", Vec::new())),
                func("deep", vec![memo], method("deep", vec![Expr::local("memo")])),
            ],
        }))
    }
}
