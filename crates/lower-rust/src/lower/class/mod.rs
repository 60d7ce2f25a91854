//! Classes: the `class` statement, and the struct with its methods that stands for a class.

mod base_value;
mod construct;
mod cycle;
mod dataclass;
mod enumeration;
mod exception;
mod flags;
mod initialised;
mod kept_arguments;
mod named_tuple;
mod order;
mod special_operator;
mod statics;
mod traits;

use portalis_hir::{ClassId, ExprKind, FuncId, Name, StmtKind};
use portalis_hir::{clean_doc, expr::keyword_argument};
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, ClassRef, InstId};

pub(crate) use traits::{eq_impl, fmt_fn, hash_of_fields, trait_fn, trait_impl, unhashable};

use super::{Cx, FnCx};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{Block, Expr, Fn, Impl, Item, Param, Path, Receiver, Stmt, Struct, Ty};

/// The field that holds what is linked to an exception; no name of Python ends so.
pub(crate) const LINKS: &str = "links_";

/// Whether an attribute is read that holds what is linked to an exception.
pub(super) fn reads_links(module: &portalis_hir::Module) -> bool {
    let is_link = |name: &str| {
        matches!(name, "__cause__" | "__context__" | "__suppress_context__" | "__notes__" | "add_note")
    };
    module
        .exprs
        .iter()
        .any(|(_, expr)| matches!(&expr.kind, ExprKind::Attribute { name, .. } if is_link(name)))
}

/// `links_: exc::Chain::default()`.
fn unlinked(name: &'static str) -> (String, Expr) {
    let chain = Path::RtIn("exc", "Chain".to_owned());
    (name.to_owned(), Expr::call(chain.assoc("default"), Vec::new()))
}

impl FnCx<'_, '_> {
    /// The `class` statement: class attributes are assigned, methods need nothing.
    pub(crate) fn class_def(&mut self, class: ClassId, block: &mut Block) {
        let module = self.cx.module;
        if portalis_typeck::is_typed_dict(module, class) {
            return;
        }
        if let Some(&found) = self.cx.rep.inferred.class_ids.get(&(class, self.inst))
            && self.cx.rep.inferred.classes[found.index()].enumeration.is_some()
        {
            self.enumeration_def(class, found, block);
            return;
        }
        let body = module[class].body.clone();
        let fields: Vec<_> = body
            .iter()
            .copied()
            .filter(|&stmt| {
                // `x: int = field(…)` makes no attribute without a default.
                !matches!(&module[stmt].kind, StmtKind::AnnAssign { value: Some(value), .. }
                if matches!(&module[*value].kind, ExprKind::Call { callee, args }
                    if keyword_argument(args, "default").is_none()
                        && self.cx.rep.atoms(self.type_of(*callee)).iter().any(|(_, atom)| {
                            matches!(atom, Atom::Builtin(name) if &**name == "dataclasses.field")
                        })))
            })
            .collect();
        self.stmts_into(&fields, block);
    }
}

impl Cx<'_> {
    /// The attributes of an object that have a representation, in order of first assignment.
    pub(crate) fn fields_of(&mut self, object: ObjectId) -> Vec<(Name, Repr)> {
        let (class, cell) =
            (self.rep.objects[object.0 as usize].class, self.rep.objects[object.0 as usize].cell);
        let fields = self.rep.inferred.cells[cell.index()].fields.clone();
        let mut out = Vec::new();
        for (field, ty) in fields {
            if let Field::Attr(name) = field {
                match self.rep.repr(ty) {
                    Repr::Never => {}
                    // Which one it is is known; whether it is there may not be.
                    Repr::Static if self.always_initialised(class, &name) => {}
                    Repr::Static => out.push((name, Repr::Unit)),
                    repr => out.push((name, repr)),
                }
            }
        }
        out
    }

    /// The field of exceptions of the program that holds their links, where the program asks for those.
    pub(crate) fn links_of(&self, object: ObjectId) -> Option<&'static str> {
        let is_exception = self.rep.is_exception_class(self.rep.objects[object.0 as usize].class);
        (is_exception && self.reads_links).then_some(LINKS)
    }

    pub(crate) fn has_field(&mut self, object: ObjectId, name: &str) -> bool {
        self.fields_of(object).iter().any(|(field, _)| &**field == name)
    }

    /// `NodeFields { a: Field::unset(), … }`.
    pub(crate) fn unset_fields(&mut self, object: ObjectId) -> Expr {
        let name = self.rep.objects[object.0 as usize].name.clone();
        let (base, links) = (self.empty_base_value(object), self.links_of(object));
        let fields = self
            .fields_of(object)
            .into_iter()
            .map(|(name, _)| match &base {
                Some((field, value)) if *field == ident(&name) => (ident(&name), value.clone()),
                _ => (ident(&name), Expr::call(Path::Rt("Field").assoc("unset"), Vec::new())),
            })
            .chain(links.map(unlinked))
            .collect();
        Expr::Struct(Path::local(format!("{name}Fields")), fields)
    }

    /// The constructor that runs an instance of `__init__`.
    pub(crate) fn new_fn(&mut self, object: ObjectId, init: InstId) -> String {
        if let Some(known) = self.new_fns.get(&(object, init)) {
            return known.clone();
        }
        let n = self.new_fns.keys().filter(|(other, _)| *other == object).count();
        let name = if n == 0 { "new".to_owned() } else { format!("new_{}", n + 1) };
        self.new_fns.insert((object, init), name.clone());
        name
    }

    /// The `__init__` that runs for `class`, where the program defines one.
    fn init_of(&self, class: ClassRef) -> Option<FuncId> {
        let field = Field::Attr("__init__".into());
        for base in &self.rep.inferred.classes[class.index()].mro {
            let info = &self.rep.inferred.classes[base.index()];
            let found = self.rep.inferred.cells[info.attrs.index()].get(&field);
            let written = self.rep.atoms(found).iter().find_map(|(_, atom)| match atom {
                Atom::Func(func, _) => Some(*func),
                _ => None,
            });
            // A dataclass generates one.
            if written.is_some() || info.dataclass.is_some() {
                return written;
            }
        }
        None
    }

    /// Whether `object.__new__` makes the objects of a class, and nothing initialises them.
    fn takes_no_arguments(&self, class: ClassRef) -> bool {
        let classes = &self.rep.inferred.classes;
        let is_plain = |base: &ClassRef| {
            let base = &classes[base.index()];
            base.dataclass.is_none() && base.base_value.is_none() && base.builtin_bases.is_empty()
        };
        self.init_of(class).is_none() && classes[class.index()].mro.iter().all(is_plain)
    }

    /// Emits structs, constructors, methods and traits of all objects, and statics.
    pub(crate) fn emit_objects(&mut self) {
        let mut items = Vec::new();
        let mut at = 0;
        while at < self.rep.objects.len() {
            self.emit_object(ObjectId(at as u32), &mut items);
            at += 1;
        }
        self.emit_markers(&mut items);
        self.emit_statics(&mut items);
        items.append(&mut self.items);
        self.items = items;
    }

    pub(super) fn emit_object(&mut self, object: ObjectId, items: &mut Vec<Item>) {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        if let Some(enumeration) = self.enumeration_of(object) {
            self.emit_enumeration(object, &enumeration, items);
            return;
        }
        let doc = self.module[definition].doc.as_deref().map(clean_doc);
        let fields_name = format!("{}Fields", info.name);
        let fields: Vec<(String, Ty)> = self
            .fields_of(object)
            .into_iter()
            .map(|(name, repr)| (ident(&name), Ty::Named(Path::Rt("Field"), vec![self.rep.ty(&repr)])))
            .chain(
                self.links_of(object)
                    .map(|name| (name.to_owned(), Ty::path(Path::RtIn("exc", "Chain".to_owned())))),
            )
            .collect();
        items.push(Item::Struct(Struct { name: fields_name.clone(), doc, derives: Vec::new(), fields }));
        let end = self.trait_target(object, "__del__");
        items.push(Item::Macro {
            path: if end.is_some() { "finalised" } else { "handle" },
            args: vec![Ty::local(info.name.clone()), Ty::local(fields_name)],
            text: None,
        });
        items.extend(self.copyable_object(object));
        let mut fns = Vec::new();
        let news: Vec<(InstId, String)> = self
            .new_fns
            .iter()
            .filter(|((other, _), _)| *other == object)
            .map(|((_, init), name)| (*init, name.clone()))
            .collect();
        for (init, name) in news {
            fns.push(self.constructor(object, init, name));
        }
        fns.extend(self.methods.remove(&object).unwrap_or_default());
        if self.rep.is_exception_class(info.class) {
            fns.extend(self.exception_methods(object));
        }
        let ty = Ty::local(info.name.clone());
        let is_default =
            |func: &Fn| func.name == "new" && func.params.is_empty() && func.ret == Some(Ty::SelfTy);
        let has_default = fns.iter().any(is_default);
        if !fns.is_empty() {
            items.push(Item::Impl(Impl {
                of: None,
                ty: ty.clone(),
                assoc_types: Vec::new(),
                consts: Vec::new(),
                fns,
            }));
        }
        if has_default {
            items.push(default_impl(&ty));
        }
        if let Some(end) = end {
            items.push(self.finalise_impl(&ty, end));
        }
        self.emit_traits(object, items);
    }

    /// `pub fn new(args) -> Self { let this = Self::alloc(…); this.__init__(args); this }`.
    pub(super) fn constructor(&mut self, object: ObjectId, init: InstId, name: String) -> Fn {
        let data = self.rep.inferred.insts[init.index()].clone();
        let module = self.module;
        let mut params = Vec::new();
        let mut args = Vec::new();
        for (param, ty) in module[data.func].params.iter().zip(&data.params).skip(1) {
            let repr = self.rep.repr(*ty);
            if matches!(repr, Repr::Static | Repr::Never) {
                continue;
            }
            let param_name = ident(&module[param.local].name);
            params.push(Param { name: param_name.clone(), is_mut: false, ty: self.rep.ty(&repr) });
            args.push(Expr::local(param_name));
        }
        let unset = self.unset_fields(object);
        let alloc = Expr::call(Path::local("Self").assoc("alloc"), vec![unset]);
        let fallible = self.is_fallible(init);
        if fallible && self.trait_target(object, "__del__").is_some() {
            // What it has made of the object by then would end, too.
            let span = module[data.func].name_span;
            self.sink.push(crate::diagnostics::finalised(span, "an `__init__` that may raise in a class"));
        }
        let call = self.call_special(init, Expr::local("this"), args);
        let call = if fallible { call.tried() } else { call };
        let mut stmts = vec![super::builtin::let_("this", alloc)];
        stmts.extend(self.keep_arguments(object, init, &params));
        stmts.push(Stmt::Expr(call));
        let this = Expr::local("this");
        let n = params.len();
        Fn {
            name,
            doc: None,
            is_pub: true,
            receiver: Receiver::None,
            params,
            ret: Some(if fallible { Ty::SelfTy.result() } else { Ty::SelfTy }),
            body: Block { stmts, tail: Some(Box::new(if fallible { super::raise::ok(this) } else { this })) },
            expects: if n > 7 { vec!["clippy::too_many_arguments"] } else { Vec::new() },
        }
    }
}

/// `impl Default for ty`, for what is made without arguments.
pub(super) fn default_impl(ty: &Ty) -> Item {
    Item::Impl(Impl {
        of: Some((Path::local("Default"), Vec::new())),
        ty: ty.clone(),
        assoc_types: Vec::new(),
        consts: Vec::new(),
        fns: vec![Fn {
            name: "default".to_owned(),
            doc: None,
            is_pub: false,
            receiver: Receiver::None,
            params: Vec::new(),
            ret: Some(Ty::SelfTy),
            body: Block::of(Expr::call(Path::local("Self").assoc("new"), Vec::new())),
            expects: Vec::new(),
        }],
    })
}
