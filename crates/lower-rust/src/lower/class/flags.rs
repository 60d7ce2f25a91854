//! Flags: a class derived from `enum.Flag` becomes a Rust struct of its bits, its members constants of it.
//!
//! ```text
//! class Right(Flag):            pub struct Right { pub bits: i64 }
//!     READ = auto()             impl Right { pub const READ: Self = Self { bits: 1 }; … }
//!     WRITE = auto()            impl Flags for Right { … }
//! Right(3)                      flags::by_value::<Right>(&3)
//! ```

use portalis_hir::clean_doc;
use portalis_typeck::enumeration::{Enumeration, Mixin};

use super::super::Cx;
use super::traits::{eq_impl, trait_fn};
use crate::represent::ObjectId;
use crate::rir::{Expr, Fn, Impl, Item, Param, Path, Receiver, Struct, Ty};

/// The constants of the members: `READ`, and `READ_2` for a second name that is spelled alike.
pub(super) fn constant_names(enumeration: &Enumeration) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for member in &enumeration.members {
        let base = crate::names::ident(&member.name.to_uppercase());
        let mut name = base.clone();
        let mut n = 1;
        while names.contains(&name) {
            n += 1;
            name = format!("{base}_{n}");
        }
        names.push(name);
    }
    names
}

impl Cx<'_> {
    /// The struct with its constants and methods, and what Python does with flags.
    pub(super) fn emit_flags(&mut self, object: ObjectId, enumeration: &Enumeration, items: &mut Vec<Item>) {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        let ty = Ty::local(info.name.clone());
        let own_eq = self.trait_target(object, "__eq__");
        let mut derives = vec!["Clone"];
        if own_eq.is_none() {
            derives.extend(["PartialEq", "Eq"]);
        }
        items.push(Item::Struct(Struct {
            name: info.name.clone(),
            doc: self.module[definition].doc.as_deref().map(clean_doc),
            derives,
            fields: vec![("bits".to_owned(), Ty::local("i64"))],
        }));
        items.push(Item::Macro { path: "item", args: vec![ty.clone()], text: None });
        items.extend(self.own_copy(&ty));
        let of_bits = |bits: Expr| Expr::Struct(Path::local("Self"), vec![("bits".to_owned(), bits)]);
        let constants = constant_names(enumeration).into_iter().zip(&enumeration.members);
        let consts = constants
            .map(|(name, member)| (name, Ty::SelfTy, of_bits(Expr::Int(member.bits(), None))))
            .collect();
        let fns = self.methods.remove(&object).unwrap_or_default();
        items.push(Item::Impl(Impl { of: None, ty: ty.clone(), assoc_types: Vec::new(), consts, fns }));
        self.impl_flags(object, enumeration, &ty, items);
        if let Some(target) = own_eq {
            let eq = self.call_trait(target, Expr::local("other"));
            items.push(eq_impl(&ty, eq));
        }
        self.enumeration_traits(object, enumeration, &ty, items);
    }

    /// `impl Flags for Right`.
    fn impl_flags(&self, object: ObjectId, enumeration: &Enumeration, ty: &Ty, items: &mut Vec<Item>) {
        let class = self.rep.objects[object.0 as usize].class;
        let definition = &self.module[self.rep.inferred.classes[class.index()].class];
        let text = || Ty::RefStatic(Box::new(Ty::local("str")));
        let pairs_ty =
            || Ty::RefStatic(Box::new(Ty::Slice(Box::new(Ty::Tuple(vec![text(), Ty::local("i64")])))));
        let pair =
            |name: &str, bits: i64| Expr::Tuple(vec![Expr::Str(name.to_owned()), Expr::Int(bits, None)]);
        let members = enumeration.members.iter().map(|member| pair(&member.name, member.bits())).collect();
        let keeps = enumeration.mixin == Mixin::IntFlag;
        let mut consts = vec![
            ("NAME".to_owned(), text(), Expr::Str(definition.name.to_string())),
            ("QUALNAME".to_owned(), text(), Expr::Str(definition.qualname.to_string())),
            ("MEMBERS".to_owned(), pairs_ty(), Expr::Array(members).by_ref()),
        ];
        if !enumeration.aliases.is_empty() {
            let aliases = enumeration.aliases.iter();
            let aliases = aliases.map(|(alias, at)| pair(alias, enumeration.members[*at].bits())).collect();
            consts.push(("ALIASES".to_owned(), pairs_ty(), Expr::Array(aliases).by_ref()));
        }
        consts.push(("KEEPS".to_owned(), Ty::local("bool"), Expr::Bool(keeps)));
        let bits = Param { name: "bits".to_owned(), is_mut: false, ty: Ty::local("i64") };
        let made = Expr::Struct(Path::local("Self"), vec![("bits".to_owned(), Expr::local("bits"))]);
        let of_bits = Fn { receiver: Receiver::None, ..trait_fn("of_bits", vec![bits], Ty::SelfTy, made) };
        let held = Expr::Field(Box::new(Expr::local("self")), "bits".to_owned());
        let value = trait_fn("value", Vec::new(), Ty::local("i64"), held);
        items.push(Item::Impl(Impl {
            of: Some((Path::Rt("Flags"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts,
            fns: vec![of_bits, value],
        }));
    }
}
