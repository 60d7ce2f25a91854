//! Enumerations: a class derived from `enum.Enum` becomes a Rust enum, its members the variants.
//!
//! ```text
//! class Color(Enum):            pub enum Color { Red, Green }
//!     RED = 1                   impl Enumeration for Color { type Value = i64; … }
//!     GREEN = 2
//! Color.RED, Color(2)           Color::Red, enumeration::by_value::<Color>(&2)
//! ```

use std::rc::Rc;

use portalis_hir::{Arg, ClassId, ExprId, ExprKind, StmtId, StmtKind, clean_doc};
use portalis_typeck::enumeration::{Constant, Enumeration, Mixin, made_value};
use portalis_typeck::ty::{Atom, AtomId, BOT, ClassRef, TypeId};

use super::super::{Catch, Cx, FnCx};
use super::flags::constant_names;
use super::traits::{eq_impl, fmt_fn, trait_impl};
use crate::represent::{ObjectId, Repr};
use crate::rir::{Arm, Block, Enum, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Stmt, Ty, Variant};

impl FnCx<'_, '_> {
    /// The members of a class, if it is an enumeration that has some.
    pub(crate) fn enumeration(&self, class: ClassRef) -> Option<Rc<Enumeration>> {
        self.cx.rep.inferred.classes[class.index()]
            .enumeration
            .clone()
            .filter(|found| !found.members.is_empty())
    }

    /// The enumeration that a type is the class of.
    pub(crate) fn enumeration_class(&self, ty: TypeId) -> Option<ClassRef> {
        match self.cx.rep.atoms(ty).as_slice() {
            [(_, Atom::Class(class))] if self.enumeration(*class).is_some() => Some(*class),
            _ => None,
        }
    }

    /// The type of the members of `class`.
    pub(crate) fn members_type(&self, class: ClassRef) -> TypeId {
        let info = &self.cx.rep.inferred.classes[class.index()];
        let first = info.enumeration.as_ref().and_then(|found| found.members.first());
        let attrs = &self.cx.rep.inferred.cells[info.attrs.index()];
        first.map_or(BOT, |member| attrs.attribute(&member.name))
    }

    fn members_object(&mut self, class: ClassRef) -> Option<ObjectId> {
        match self.cx.rep.repr(self.members_type(class)) {
            Repr::Object(object) => Some(object),
            _ => None,
        }
    }

    fn enum_name(&mut self, class: ClassRef) -> String {
        let object = self.members_object(class);
        object.map_or_else(String::new, |object| self.cx.rep.objects[object.0 as usize].name.clone())
    }

    /// `Color.RED`, aliases included.
    pub(crate) fn member(&mut self, class: ClassRef, name: &str) -> Option<(Expr, TypeId)> {
        let enumeration = self.enumeration(class)?;
        let at = enumeration.position(name)?;
        Some((self.variant(class, &enumeration, at), self.members_type(class)))
    }

    fn variant(&mut self, class: ClassRef, enumeration: &Enumeration, at: usize) -> Expr {
        let variant = match enumeration.mixin.is_flag() {
            true => constant_names(enumeration).swap_remove(at),
            false => variant_names(enumeration).swap_remove(at),
        };
        Expr::Path(Path::local(self.enum_name(class)).assoc(variant))
    }

    /// The members, to iterate.
    pub(crate) fn all_members(&mut self, class: ClassRef) -> Expr {
        let ty = Ty::local(self.enum_name(class));
        let members = Expr::Generic(self.in_runtime(class, "members"), vec![ty]);
        Expr::Call(Box::new(members), Vec::new())
    }

    /// A function of the runtime for a class of members.
    fn in_runtime(&self, class: ClassRef, function: &str) -> Path {
        let is_flag = self.enumeration(class).is_some_and(|found| found.mixin.is_flag());
        Path::RtIn(if is_flag { "flags" } else { "enumeration" }, function.to_owned())
    }

    /// `len(Color)`.
    pub(crate) fn n_members(&self, class: ClassRef) -> Expr {
        let n = self.enumeration(class).map_or(0, |found| found.canonical().count());
        Expr::Int(n as i64, None)
    }

    /// `Color(value)`.
    pub(super) fn member_by_value(&mut self, class: ClassRef, args: &[Arg]) -> (Expr, TypeId) {
        let members = self.members_type(class);
        let (Some(enumeration), [Arg::Pos(arg)]) = (self.enumeration(class), args) else {
            self.unsupported_operation("this call of an enumeration");
            return (Expr::unit(), BOT);
        };
        let ty = self.type_of(*arg);
        if ty == members {
            return (self.value(*arg), members);
        }
        let constant = match &self.cx.module[*arg].kind {
            ExprKind::Int(n) => Some(Constant::Int(*n)),
            ExprKind::Str(text) => Some(Constant::Str(text.clone())),
            _ => None,
        };
        if let Some(constant) = constant
            && let Some(at) = enumeration.members.iter().position(|member| member.value.equals(&constant))
        {
            return (self.variant(class, &enumeration, at), members);
        }
        let place = self.value(*arg);
        self.member_of_value(class, place, ty)
    }

    /// The member with a value; raises where there is none.
    fn member_of_value(&mut self, class: ClassRef, place: Expr, ty: TypeId) -> (Expr, TypeId) {
        let members = self.members_type(class);
        let value_ty = self.value_type_of(members);
        let (a, b) = (self.cx.rep.repr(ty), self.cx.rep.repr(value_ty));
        let name = self.enum_name(class);
        let narrow = |repr: &Repr| match repr {
            Repr::Bool => Some(0),
            Repr::I64 => Some(1),
            Repr::Float => Some(2),
            _ => None,
        };
        if a == b || matches!((narrow(&a), narrow(&b)), (Some(a), Some(b)) if a < b && b < 2) {
            let mut place = self.coerce(place, ty, value_ty);
            crate::lower::anchor(&mut place);
            return (self.find_member(class, "by_value", name, place), members);
        }
        let (a_atoms, b_atoms) = (self.cx.rep.atoms(ty), self.cx.rep.atoms(value_ty));
        let is_number = |atom: &Atom| atom.is_int() || matches!(atom, Atom::Bool | Atom::Float);
        // Of values of several types those of the same one are compared; numbers of two types may be equal.
        let n_numbers = b_atoms.iter().filter(|(_, atom)| is_number(atom)).count();
        let is_one_of = |(id, a): &(AtomId, Atom)| {
            b_atoms.iter().any(|(other, b)| id == other || (a.is_int() && b.is_int()))
                && (n_numbers < 2 || !is_number(a))
        };
        if matches!(b, Repr::Union(_) | Repr::Option(_)) && a_atoms.iter().all(is_one_of) {
            let key = self.coerce(place, ty, value_ty);
            return (self.find_member(class, "by_value", name, key), members);
        }
        if matches!(a, Repr::Union(_) | Repr::Option(_)) && !matches!(b, Repr::Union(_) | Repr::Option(_)) {
            let found = self
                .dispatch(place, ty, members, &mut |cx, value, one, _| cx.member_of_value(class, value, one));
            return (found, members);
        }
        let may_equal = a_atoms.iter().any(|(_, a)| {
            b_atoms.iter().any(|(_, b)| {
                (is_number(a) && is_number(b)) || std::mem::discriminant(a) == std::mem::discriminant(b)
            })
        });
        if may_equal || self.underlying_type(ty).is_some() || self.is_object_key(ty, value_ty) {
            self.unsupported_operation("an enumeration looked up by a value of another type");
            return (Expr::unit(), BOT);
        }
        let Some(object) = self.members_object(class) else { return (Expr::unit(), BOT) };
        let ty = Ty::local(self.cx.rep.objects[object.0 as usize].name.clone());
        let invalid = Expr::Generic(self.in_runtime(class, "invalid"), vec![ty, Ty::Infer]);
        let mut place = place;
        crate::lower::anchor(&mut place);
        let raised = Expr::Call(Box::new(invalid), vec![place.by_ref()]);
        (self.throw(raised), BOT)
    }

    /// `Color[name]`.
    pub(crate) fn member_by_name(&mut self, class: ClassRef, index: ExprId, held: Expr) -> (Expr, TypeId) {
        let members = self.members_type(class);
        if let ExprKind::Str(name) = &self.cx.module[index].kind
            && let Some((member, ty)) = self.member(class, name)
        {
            return (member, ty);
        }
        let name = self.enum_name(class);
        let ty = self.type_of(index);
        if self.cx.rep.repr(ty) == Repr::Str {
            return (self.find_member(class, "by_name", name, held), members);
        }
        // What is no text is the name of none.
        let found = self.dispatch(held, ty, members, &mut |cx, key, one, _| match cx.cx.rep.repr(one) {
            Repr::Str => (cx.find_member(class, "by_name", name.clone(), key), members),
            _ => (cx.missing_key(key, one), BOT),
        });
        (found, members)
    }

    fn find_member(&mut self, class: ClassRef, function: &str, name: String, key: Expr) -> Expr {
        let is_plain = self.catch == Catch::Uncaught;
        let function = if is_plain { function.to_owned() } else { format!("try_{function}") };
        let callee = Expr::Generic(self.in_runtime(class, &function), vec![Ty::local(name)]);
        let call = Expr::Call(Box::new(callee), vec![key.by_ref()]);
        if is_plain { call } else { self.propagate(call) }
    }

    /// `item in Color`.
    pub(crate) fn is_member(&mut self, class: ClassRef, item: Expr, ty: TypeId) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        let members = self.members_type(class);
        let is_enum =
            |cx: &Self, atom: &Atom| matches!(atom, Atom::Obj(of, _) if cx.enumeration(*of).is_some());
        match self.cx.rep.atoms(ty).as_slice() {
            [(_, atom)] if is_enum(self, atom) => {
                (crate::coerce::after(item, Expr::Bool(ty == members)), bool_ty)
            }
            [(_, atom)] => {
                let name = self.class_name(atom);
                let message = format!("unsupported operand type(s) for 'in': '{name}' and 'EnumType'");
                (crate::coerce::after(item, self.throw_message("TypeError", &message)), BOT)
            }
            _ => {
                self.unsupported_operation("in");
                (Expr::Bool(false), bool_ty)
            }
        }
    }

    /// `member.name`, `member.value`.
    pub(crate) fn member_attribute(
        &mut self,
        class: ClassRef,
        member: &Expr,
        ty: TypeId,
        name: &str,
    ) -> Option<(Expr, TypeId)> {
        let enumeration = self.enumeration(class)?;
        match name {
            "name" | "_name_" if enumeration.mixin.is_flag() => {
                let (text, none) = (self.of(Atom::Str), self.none_type());
                let named = self.cx.rep.inferred.types.join(text, none);
                Some((member.clone().method("name", Vec::new()), named))
            }
            "name" | "_name_" => {
                let text = member.clone().method("name", Vec::new());
                let str_ty = self.of(Atom::Str);
                Some((Expr::call(Path::Rt("Str").assoc("from"), vec![text]), str_ty))
            }
            "value" | "_value_" => {
                let value_ty = self.value_type_of(ty);
                Some((member.clone().method("value", Vec::new()), value_ty))
            }
            // Members are attributes of each other.
            name => {
                let at = enumeration.position(name)?;
                Some((self.variant(class, &enumeration, at), self.members_type(class)))
            }
        }
    }

    /// What `member.value` gives.
    fn value_type_of(&self, members: TypeId) -> TypeId {
        match self.cx.rep.atoms(members).as_slice() {
            [(_, Atom::Obj(_, cell))] => self.object_field(*cell, &"value".into()),
            _ => BOT,
        }
    }

    /// The `class` statement of an enumeration: only methods leave something to do.
    pub(super) fn enumeration_def(&mut self, def: ClassId, class: ClassRef, block: &mut Block) {
        let module = self.cx.module;
        let methods: Vec<StmtId> = module[def]
            .body
            .iter()
            .copied()
            .filter(|&stmt| matches!(module[stmt].kind, StmtKind::FuncDef { .. }))
            .collect();
        self.stmts_into(&methods, block);
        let (Some(enumeration), Some(object)) = (self.enumeration(class), self.members_object(class)) else {
            return;
        };
        let value_ty = self.value_type_of(self.members_type(class));
        let mut values = Vec::new();
        for member in &enumeration.members {
            let (value, ty) = match member.value {
                Constant::Made(expr) => self.made_value(class, &member.name, expr, block),
                ref value => self.constant(value),
            };
            values.push(self.coerce(value, ty, value_ty));
        }
        if enumeration.makes_values() && enumeration.members.len() > 1 {
            // An alias that only the run finds.
            let name = Ty::local(self.enum_name(class));
            let check = Expr::Generic(Path::RtIn("enumeration", "check_distinct".to_owned()), vec![name]);
            block.stmts.push(Stmt::Expr(Expr::Call(Box::new(check), Vec::new())));
        }
        let repr = self.cx.rep.repr(value_ty);
        let value_ty = self.cx.rep.ty(&repr);
        self.cx.enum_values.insert(object, (value_ty, values));
    }

    /// Evaluates the value of a member into the static that holds it; what reads that.
    fn made_value(
        &mut self,
        class: ClassRef,
        member: &str,
        expr: ExprId,
        block: &mut Block,
    ) -> (Expr, TypeId) {
        let attrs = self.cx.rep.inferred.classes[class.index()].attrs;
        let name = made_value(member);
        let ty = self.cx.rep.inferred.cells[attrs.index()].attribute(&name);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Unit | Repr::Never) {
            self.effect(expr, block);
        } else {
            let value = self.value_as(expr, ty);
            let name = self.cx.class_static(attrs, &name);
            block.stmts.push(Stmt::Expr(self.set_static(&name, value)));
        }
        (self.read_class_static(attrs, &name, ty), ty)
    }

    fn constant(&mut self, constant: &Constant) -> (Expr, TypeId) {
        let (value, atom) = match constant {
            Constant::None => (Expr::unit(), Atom::None),
            Constant::Bool(value) => (Expr::Bool(*value), Atom::Bool),
            Constant::Int(value) if *value >= 0 => (Expr::Int(*value, None), Atom::Nat),
            Constant::Int(value) => (Expr::Int(*value, None), Atom::Int),
            Constant::Float(value) => (Expr::Float(*value), Atom::Float),
            Constant::Str(text) => (super::super::expr::str_literal(text), Atom::Str),
            Constant::Tuple(items) => {
                let (parts, types): (Vec<Expr>, Vec<TypeId>) =
                    items.iter().map(|item| self.constant(item)).unzip();
                (super::super::expr::tuple(parts), Atom::Tuple(types.into()))
            }
            Constant::Made(_) => (Expr::Unreachable("a value that is made"), Atom::None),
        };
        (value, self.of(atom))
    }
}

impl Cx<'_> {
    /// The members of an object's class, if it is an enumeration.
    pub(crate) fn enumeration_of(&self, object: ObjectId) -> Option<Rc<Enumeration>> {
        let class = self.rep.objects[object.0 as usize].class;
        self.rep.inferred.classes[class.index()].enumeration.clone()
    }

    /// The enum with its names, values and methods, and what Python does with members.
    pub(super) fn emit_enumeration(
        &mut self,
        object: ObjectId,
        enumeration: &Enumeration,
        items: &mut Vec<Item>,
    ) {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        let Some((value_ty, values)) = self.enum_values.remove(&object) else { return };
        if enumeration.mixin.is_flag() {
            return self.emit_flags(object, enumeration, items);
        }
        let names = variant_names(enumeration);
        let ty = Ty::local(info.name.clone());
        let own_eq = self.trait_target(object, "__eq__");
        let mut derives = vec!["Clone"];
        if own_eq.is_none() {
            derives.extend(["PartialEq", "Eq"]);
        }
        items.push(Item::Enum(Enum {
            name: info.name.clone(),
            doc: self.module[definition].doc.as_deref().map(clean_doc),
            derives,
            variants: names.iter().map(|name| Variant { name: name.clone(), ty: None }).collect(),
        }));
        let by_hand = ["__repr__", "__str__", "__hash__", "__bool__"];
        let is_plain = enumeration.mixin == Mixin::Nothing
            && by_hand.iter().all(|method| self.trait_target(object, method).is_none());
        let macro_path = if is_plain { "enumeration" } else { "item" };
        items.push(Item::Macro { path: macro_path, args: vec![ty.clone()], text: None });
        items.extend(self.own_copy(&ty));
        let path = |name: &String| Path::local("Self").assoc(name.clone());
        let each = |bodies: Vec<Expr>| {
            let arms = names.iter().zip(bodies).map(|(name, body)| Arm {
                pat: Pat::Path(path(name)),
                guard: None,
                body,
            });
            Expr::Match(Box::new(Expr::local("self")), arms.collect())
        };
        let method = |name: &str, ret: Ty, body: Expr| Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: false,
            receiver: Receiver::Ref,
            params: Vec::new(),
            ret: Some(ret),
            body: Block::of(body),
            expects: Vec::new(),
        };
        let text = || Ty::RefStatic(Box::new(Ty::local("str")));
        let members = enumeration.members.iter().map(|member| Expr::Str(member.name.to_string())).collect();
        let all = names.iter().map(|name| Expr::Path(path(name))).collect();
        let all_ty = Ty::RefStatic(Box::new(Ty::Slice(Box::new(Ty::SelfTy))));
        let definition = &self.module[definition];
        let mut consts = vec![("CLASS".to_owned(), text(), Expr::Str(definition.name.to_string()))];
        if definition.qualname != definition.name {
            consts.push(("QUALNAME".to_owned(), text(), Expr::Str(definition.qualname.to_string())));
        }
        consts.push(("MEMBERS".to_owned(), all_ty, Expr::Array(all).by_ref()));
        if !enumeration.aliases.is_empty() {
            let pair = |(alias, at): &(portalis_hir::Name, usize)| {
                Expr::Tuple(vec![Expr::Str(alias.to_string()), Expr::Path(path(&names[*at]))])
            };
            let pairs = enumeration.aliases.iter().map(pair).collect();
            let pair_ty = Ty::Slice(Box::new(Ty::Tuple(vec![text(), Ty::SelfTy])));
            consts.push((
                "ALIASES".to_owned(),
                Ty::RefStatic(Box::new(pair_ty)),
                Expr::Array(pairs).by_ref(),
            ));
        }
        items.push(Item::Impl(Impl {
            of: Some((Path::Rt("Enumeration"), Vec::new())),
            ty: ty.clone(),
            assoc_types: vec![("Value", value_ty.clone())],
            consts,
            fns: vec![method("name", text(), each(members)), method("value", value_ty, each(values))],
        }));
        let fns = self.methods.remove(&object).unwrap_or_default();
        if !fns.is_empty() {
            let (of, assoc_types, consts) = (None, Vec::new(), Vec::new());
            items.push(Item::Impl(Impl { of, ty: ty.clone(), assoc_types, consts, fns }));
        }
        if let Some(target) = own_eq {
            let eq = self.call_trait(target, Expr::local("other"));
            items.push(eq_impl(&ty, eq));
        }
        if is_plain {
            self.emit_order(object, &ty, items);
        } else {
            self.enumeration_traits(object, enumeration, &ty, items);
        }
    }

    pub(super) fn enumeration_traits(
        &mut self,
        object: ObjectId,
        enumeration: &Enumeration,
        ty: &Ty,
        items: &mut Vec<Item>,
    ) {
        let module = if enumeration.mixin.is_flag() { "flags" } else { "enumeration" };
        let me = || Expr::local("self");
        let value = || me().method("value", Vec::new());
        let function =
            |name: &str| Expr::call(Path::RtIn(module, name.to_owned()), vec![me(), Expr::local("f")]);
        let is_value = matches!(enumeration.mixin, Mixin::Int | Mixin::Str | Mixin::IntFlag);
        let repr = match self.trait_target(object, "__repr__") {
            Some(target) => self.show_method(target),
            None => function("repr"),
        };
        let str = match self.trait_target(object, "__str__") {
            Some(target) => self.show_method(target),
            None if is_value => {
                Expr::call(Path::Rt("Repr").assoc("str"), vec![value().by_ref(), Expr::local("f")])
            }
            None => function("str"),
        };
        items.push(Item::Impl(Impl {
            of: Some((Path::Rt("Repr"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![fmt_fn("repr", repr), fmt_fn("str", str)],
        }));
        let hash = match self.trait_target(object, "__hash__") {
            Some(target) => self.own_hash(target),
            None if enumeration.mixin == Mixin::Flag => {
                let name = me().method("name", Vec::new()).by_ref();
                Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![name])
            }
            None if enumeration.mixin == Mixin::Nothing => {
                Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![me().method("name", Vec::new())])
            }
            None => Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![value().by_ref()]),
        };
        items.push(trait_impl(Path::Rt("PyHash"), ty, "py_hash", Vec::new(), Ty::local("i64"), hash));
        let truth = match (self.trait_target(object, "__bool__"), enumeration.mixin) {
            (Some(target), _) => self.call_trait_plain(target, Expr::Bool(true)),
            (None, Mixin::Nothing) => Expr::Bool(true),
            (None, _) => Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![value().by_ref()]),
        };
        items.push(trait_impl(Path::Rt("Truth"), ty, "truth", Vec::new(), Ty::local("bool"), truth));
        if enumeration.mixin.is_value() {
            items.push(value_order(ty));
        } else {
            self.emit_order(object, ty, items);
        }
        items.push(self.member_format(object, enumeration, ty, is_value));
    }

    /// `format(member, spec)`: of its text, or of its value where that is what `str` shows.
    fn member_format(
        &mut self,
        object: ObjectId,
        enumeration: &Enumeration,
        ty: &Ty,
        is_value: bool,
    ) -> Item {
        let value = || Expr::local("self").method("value", Vec::new()).by_ref();
        let format = if is_value {
            let args = vec![value(), Expr::Str(self.object_class_name(object)), Expr::local("spec")];
            Expr::call(Path::RtIn("format", "try_format_value".to_owned()), args)
        } else {
            let function = Path::RtIn("format", "try_format_as_text".to_owned());
            Expr::call(function, vec![Expr::local("self"), Expr::local("spec")])
        };
        let is_number = matches!(enumeration.mixin, Mixin::Int | Mixin::PlainInt | Mixin::IntFlag);
        let number = is_number.then(|| Expr::call(Path::Rt("PyFormat").assoc("as_num"), vec![value()]));
        self.py_format(object, ty, format, number)
    }
}

/// `impl PartialOrd`: by value.
fn value_order(ty: &Ty) -> Item {
    let value = |of: &str| Expr::local(of).method("value", Vec::new());
    let body = value("self").method("partial_cmp", vec![value("other").by_ref()]);
    let other = Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) };
    let ret = Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))]);
    trait_impl(Path::local("PartialOrd"), ty, "partial_cmp", vec![other], ret, body)
}

/// The variants of the members: `DARK_RED` is `DarkRed`.
fn variant_names(enumeration: &Enumeration) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for member in &enumeration.members {
        let words = member.name.split('_').filter(|word| !word.is_empty());
        let base: String = words
            .map(|word| {
                let is_upper = !word.chars().any(char::is_lowercase);
                let word = if is_upper { word.to_lowercase() } else { word.to_owned() };
                crate::names::camel(&word)
            })
            .collect();
        let base = if base == "Self" { "SelfMember".to_owned() } else { base };
        let mut name = base.clone();
        let mut n = 1;
        while names.contains(&name) {
            n += 1;
            name = format!("{base}{n}");
        }
        names.push(name);
    }
    names
}
