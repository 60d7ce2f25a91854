//! Text: f-strings, `%`, `str.format`.

use portalis_hir::{Arg, ClassId, Conversion, Elem, ExprId, ExprKind, FormatPart, StmtKind, Target};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use super::known_text::builtin_text;
use super::{Cx, FnCx};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

impl Cx<'_> {
    /// The name of the module of a class: its `__module__` where its body says so.
    fn module_of(&self, class: ClassId) -> &str {
        let said = self.module[class].body.iter().find_map(|&stmt| {
            let StmtKind::Assign { targets, value } = &self.module[stmt].kind else { return None };
            let [Target::Local(local, _)] = targets.as_slice() else { return None };
            match &self.module[*value].kind {
                ExprKind::Str(name) if &*self.module[*local].name == "__module__" => Some(&**name),
                _ => None,
            }
        });
        said.unwrap_or(&self.module.name)
    }

    /// The text of a value that its type says all about: a class, a function, a module, `None`.
    pub(crate) fn static_text(&mut self, ty: TypeId) -> String {
        let atom = self.rep.atoms(ty).first().map(|(_, atom)| atom.clone());
        match atom {
            Some(Atom::None) => "None".to_owned(),
            Some(Atom::Class(class)) => {
                let info = &self.rep.inferred.classes[class.index()];
                let name = self.module[info.class].qualname.to_string();
                if let Some(found) = &info.enumeration {
                    let word = if found.mixin.is_flag() { "flag" } else { "enum" };
                    return format!("<{word} '{}'>", self.module[info.class].name);
                }
                match self.module_of(info.class) {
                    "builtins" => format!("<class '{name}'>"),
                    module => format!("<class '{module}.{name}'>"),
                }
            }
            Some(Atom::ExcClass(name)) => format!("<class '{name}'>"),
            Some(Atom::Builtin(name)) => {
                let last = name.rsplit('.').next().unwrap_or(&name);
                builtin_text(&name).unwrap_or_else(|| format!("<built-in function {last}>"))
            }
            Some(Atom::Func(func, _)) => {
                format!("<function {} at 0x7f0000000000>", self.module[func].qualname)
            }
            Some(Atom::Module(name)) => format!("<module '{name}'>"),
            Some(Atom::Ellipsis) => "Ellipsis".to_owned(),
            Some(Atom::NotImplemented) => "NotImplemented".to_owned(),
            _ => "<object>".to_owned(),
        }
    }
}

/// `None` of no type that Rust could know, as `()`, which is shown alike.
fn none_as_unit(value: Expr) -> Expr {
    match value {
        Expr::Path(Path::Local(name)) if name == "None" => Expr::unit(),
        Expr::Block(mut block) => {
            block.tail = block.tail.map(|tail| Box::new(none_as_unit(*tail)));
            Expr::Block(block)
        }
        value => value,
    }
}

/// Builtins that only look at what they are given.
const LOOKING: &[&str] = &[
    "abs",
    "chr",
    "float",
    "int",
    "isinstance",
    "len",
    "max",
    "min",
    "ord",
    "repr",
    "round",
    "sorted",
    "str",
    "sum",
    "type",
];

/// Whether the text of a value is always the same.
fn is_fixed(repr: &Repr) -> bool {
    match repr {
        Repr::Never
        | Repr::Static
        | Repr::Unit
        | Repr::Bool
        | Repr::I64
        | Repr::Big
        | Repr::Float
        | Repr::Num => true,
        Repr::Complex | Repr::Str | Repr::Bytes | Repr::Range => true,
        Repr::Option(inner) | Repr::TupleVar(inner) | Repr::FrozenSet(inner) => is_fixed(inner),
        Repr::Tuple(items) => items.iter().all(is_fixed),
        _ => false,
    }
}

impl FnCx<'_, '_> {
    /// An f-string as a `Str`.
    pub(crate) fn format_string(&mut self, parts: &[FormatPart]) -> Expr {
        let (text, args) = self.format_parts(parts, false);
        let format = Expr::Format { name: "format", first: None, text, args };
        Expr::call(Path::Rt("Str").assoc("from"), vec![format])
    }

    /// The format string and arguments of an f-string's pieces. What may change is text before the next piece that may
    /// change it is evaluated, or what comes after the f-string where `is_followed`.
    pub(super) fn format_parts(&mut self, parts: &[FormatPart], is_followed: bool) -> (String, Vec<Expr>) {
        let mut text = String::new();
        let mut args = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let is_followed = is_followed || self.format_acts(&parts[at + 1..]);
            match part {
                FormatPart::Literal(literal) => text.push_str(&escape(literal)),
                FormatPart::Value { value, conversion, spec } => {
                    let ty = self.type_of(*value);
                    let place = self.place(*value);
                    if ty == BOT {
                        text.push_str("{}");
                        args.push(Expr::Block(Block {
                            stmts: vec![Stmt::Expr(place)],
                            tail: Some(Box::new(Expr::Str(String::new()))),
                        }));
                        continue;
                    }
                    if conversion.is_none()
                        && let Some(text_arg) = self.own_format(*value, &place, ty, spec)
                    {
                        text.push_str("{}");
                        args.push(text_arg);
                        continue;
                    }
                    let is_early = is_followed && !is_fixed(&self.cx.rep.repr(ty));
                    let (hole, arg) = match (conversion, spec.is_empty()) {
                        (None, true) if self.may_format_itself(ty) => {
                            let str_ty = self.of(Atom::Str);
                            let owned = self.owned(place, ty);
                            let formatted = self.dispatch(owned, ty, str_ty, &mut |cx, value, one, _| {
                                let text = match cx.may_format_itself(one) {
                                    true => {
                                        let args = vec![value.by_ref(), Expr::Str(String::new())];
                                        cx.raising_call("format", "format", args)
                                    }
                                    false => cx.str_of(value, one),
                                };
                                (text, str_ty)
                            });
                            ("{}", formatted)
                        }
                        (None | Some(Conversion::Str), true) if is_early => ("{}", self.str_of(place, ty)),
                        (Some(Conversion::Repr), true) if is_early => ("{}", self.repr_of(place, ty)),
                        (None | Some(Conversion::Str), true) => self.shown(place, ty),
                        (Some(Conversion::Repr), true) if self.is_opaque(ty) || self.is_shown_by_kind(ty) => {
                            ("{}", self.repr_of(place, ty))
                        }
                        (Some(Conversion::Repr), true) => {
                            self.check_shown(ty);
                            ("{:?}", self.py(place))
                        }
                        (Some(Conversion::Ascii), true) => {
                            self.check_shown(ty);
                            let mut place = place;
                            super::expr::anchor(&mut place);
                            ("{}", Expr::call(Path::RtIn("show", "ascii".to_owned()), vec![place.by_ref()]))
                        }
                        (None, false) if holds_union(&self.cx.rep.repr(ty)) => {
                            let str_ty = self.of(Atom::Str);
                            let spec = self.spec_text(spec);
                            let owned = self.owned(place, ty);
                            let formatted = self.dispatch(owned, ty, str_ty, &mut |cx, value, _, _| {
                                let mut value = value;
                                super::expr::anchor(&mut value);
                                let args = vec![value.by_ref(), spec.clone()];
                                (cx.raising_call("format", "format", args), str_ty)
                            });
                            ("{}", formatted)
                        }
                        (conversion, false) => {
                            let mut place = self.showing(place, ty);
                            super::expr::anchor(&mut place);
                            let value = match conversion {
                                Some(Conversion::Ascii) => {
                                    Expr::call(Path::RtIn("show", "ascii".to_owned()), vec![place.by_ref()])
                                }
                                Some(Conversion::Repr) => {
                                    Expr::call(Path::RtIn("show", "repr".to_owned()), vec![place.by_ref()])
                                }
                                Some(Conversion::Str) => {
                                    Expr::call(Path::RtIn("show", "str".to_owned()), vec![place.by_ref()])
                                }
                                None => place,
                            };
                            let spec = self.spec_text(spec);
                            ("{}", self.raising_call("format", "format", vec![value.by_ref(), spec]))
                        }
                    };
                    text.push_str(hole);
                    args.push(arg);
                }
            }
        }
        (text, args)
    }

    /// Whether evaluating some of the pieces may change something.
    fn format_acts(&mut self, parts: &[FormatPart]) -> bool {
        let mut values = Vec::new();
        portalis_hir::visit::walk_format_parts(parts, &mut |value| values.push(value));
        values.into_iter().any(|value| self.acts(value))
    }

    /// Whether evaluating an expression may run a function that changes something, or assigns.
    pub(super) fn acts(&mut self, expr: ExprId) -> bool {
        let mut parts = Vec::new();
        portalis_hir::visit::for_each_expr(self.cx.module, expr, &mut |part| parts.push(part));
        parts.into_iter().any(|part| match &self.cx.module[part].kind {
            ExprKind::Call { callee, .. } => match &self.cx.module[*callee].kind {
                ExprKind::Builtin(name) => !LOOKING.contains(&&**name),
                ExprKind::Attribute { value, .. } => {
                    let ty = self.type_of(*value);
                    !is_fixed(&self.cx.rep.repr(ty))
                }
                _ => true,
            },
            ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Walrus { .. } => {
                true
            }
            _ => false,
        })
    }

    /// `value.__format__(spec)` of a class that has one.
    fn own_format(&mut self, value: ExprId, place: &Expr, ty: TypeId, spec: &[FormatPart]) -> Option<Expr> {
        if !matches!(self.cx.rep.repr(ty), Repr::Object(_)) {
            return None;
        }
        let node = Node::Expr(value);
        let target = self.method_target(node, "__format__", self.first_atom(ty))?;
        let spec = Expr::call(Path::Rt("Str").assoc("from"), vec![self.spec_text(spec)]);
        let str_ty = self.of(Atom::Str);
        Some(self.call_method_instance(target, place.clone(), vec![(spec, str_ty)]).0)
    }

    /// Whether some kind of a value has `__format__`.
    fn may_format_itself(&mut self, ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(ty);
        atoms.into_iter().any(|(id, atom)| {
            let one = self.of_id(id);
            match (atom, self.cx.rep.repr(one)) {
                (Atom::Obj(..), Repr::Object(object)) => self.cx.class_defines(object, "__format__"),
                _ => false,
            }
        })
    }

    /// A format spec as `&str`.
    fn spec_text(&mut self, spec: &[FormatPart]) -> Expr {
        if spec.is_empty() {
            return Expr::Str(String::new());
        }
        if let [FormatPart::Literal(text)] = spec {
            return Expr::Str(text.to_string());
        }
        let (text, args) = self.format_parts(spec, false);
        Expr::Format { name: "format", first: None, text, args }.by_ref()
    }

    /// How `{}` shows a value as Python does.
    pub(crate) fn shown(&mut self, place: Expr, ty: TypeId) -> (&'static str, Expr) {
        let repr = self.cx.rep.repr(ty);
        let mut place = place;
        match repr {
            Repr::I64 => {
                super::expr::anchor(&mut place);
                ("{}", place)
            }
            Repr::Str => {
                let text = super::compare::str_literal_text(&place);
                ("{}", text.or_else(|| super::compare::plain_text(&place)).unwrap_or(place))
            }
            Repr::Big => ("{}", place),
            Repr::Static => ("{}", self.static_text(place, ty)),
            _ if self.is_shown_by_kind(ty) => ("{}", self.text_by_kind("str", place, ty)),
            _ => match self.bound_text(&place, ty) {
                Some(text) => ("{}", text),
                None => {
                    self.check_shown(ty);
                    ("{}", self.py(place))
                }
            },
        }
    }

    /// `repr(value)`.
    pub(crate) fn repr_of(&mut self, place: Expr, ty: TypeId) -> Expr {
        if self.is_shown_by_kind(ty) {
            return self.text_by_kind("repr", place, ty);
        }
        match self.bound_text(&place, ty) {
            Some(text) => Expr::call(Path::Rt("Str").assoc("from"), vec![text]),
            None if self.cx.rep.repr(ty) == Repr::Static => {
                let text = self.static_text(place, ty);
                Expr::call(Path::Rt("Str").assoc("from"), vec![text])
            }
            None => {
                self.check_shown(ty);
                self.shown_by("repr", place, ty)
            }
        }
    }

    /// `py(&value)`.
    pub(crate) fn py(&mut self, place: Expr) -> Expr {
        let mut place = none_as_unit(place);
        super::expr::anchor(&mut place);
        Expr::call(Path::Rt("py"), vec![place.by_ref()])
    }

    /// `str(value)`.
    pub(crate) fn str_of(&mut self, place: Expr, ty: TypeId) -> Expr {
        match self.cx.rep.repr(ty) {
            Repr::Str => self.owned(place, ty),
            Repr::I64 => Expr::call(Path::RtIn("int", "to_str".to_owned()), vec![place]),
            Repr::Float => Expr::call(Path::RtIn("float", "to_str".to_owned()), vec![place]),
            Repr::Big => {
                let mut place = place;
                super::expr::anchor(&mut place);
                self.raising_call("int", "big_to_str", vec![place.by_ref()])
            }
            Repr::Static => {
                let text = self.static_text(place, ty);
                Expr::call(Path::Rt("Str").assoc("from"), vec![text])
            }
            _ if self.is_shown_by_kind(ty) => self.text_by_kind("str", place, ty),
            _ => match self.bound_text(&place, ty) {
                Some(text) => Expr::call(Path::Rt("Str").assoc("from"), vec![text]),
                None => {
                    self.check_shown(ty);
                    self.shown_by("str", place, ty)
                }
            },
        }
    }

    /// `show::name(&value)`, which raises what `__str__` and `__repr__` do.
    pub(crate) fn shown_by(&mut self, name: &str, place: Expr, ty: TypeId) -> Expr {
        let mut place = none_as_unit(place);
        super::expr::anchor(&mut place);
        if self.show_raises(ty) {
            return self.raising_call("show", name, vec![place.by_ref()]);
        }
        Expr::call(Path::RtIn("show", name.to_owned()), vec![place.by_ref()])
    }

    /// `template % values`.
    pub(crate) fn percent_format(&mut self, id: ExprId, template: ExprId, values: ExprId) -> Expr {
        let ty = self.type_of(values);
        let place = self.place(template);
        let text = self.type_of(template);
        if let Some(values) = self.percent_objects(id, template, values) {
            return self.percent_of_tuple((place, text), values);
        }
        let value = match self.cx.rep.repr(ty) {
            Repr::Tuple(_) => self.value(values),
            _ => self.place(values),
        };
        self.percent_values((place, text), (value, ty))
    }

    /// The values of `template % values` as a tuple, objects replaced by the numbers that the conversions ask them for;
    /// `None` where no object gives any.
    fn percent_objects(&mut self, id: ExprId, template: ExprId, values: ExprId) -> Option<Expr> {
        let module = self.cx.module;
        let elems: Vec<ExprId> = match &module[values].kind {
            ExprKind::Tuple(elems) => elems
                .iter()
                .map(|elem| match elem {
                    Elem::One(value) => Some(*value),
                    Elem::Star(_) => None,
                })
                .collect::<Option<_>>()?,
            _ => vec![values],
        };
        if !elems.iter().any(|&value| self.gives_numbers(self.type_of(value))) {
            return None;
        }
        let conversions = match &module[template].kind {
            ExprKind::Str(text) => portalis_typeck::percent::conversions(text),
            _ => None,
        };
        let Some(conversions) = conversions else {
            self.unsupported_operation("a format that only the run knows of an object that gives numbers");
            return None;
        };
        let mut parts = Vec::new();
        for (at, value) in elems.into_iter().enumerate() {
            let ty = self.type_of(value);
            let methods = conversions
                .get(at)
                .map_or(&[][..], |conversion| portalis_typeck::percent::methods(*conversion));
            if self.gives_numbers(ty) && !self.is_single(ty) && !methods.is_empty() {
                self.unsupported_operation("a number of a value of several types");
            }
            let lowered = self.value(value);
            let (part, ty) = self.converted_object(id, methods, lowered, ty);
            let repr = self.cx.rep.repr(ty);
            if holds_union(&repr) && !self.cx.formats(&repr) {
                self.unsupported_operation("`%` with these values");
            }
            parts.push(self.showing(part, ty));
        }
        Some(super::expr::tuple(parts))
    }

    /// Whether some value of a type is an object that numbers are asked of.
    fn gives_numbers(&self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).iter().any(|(_, atom)| {
            let Atom::Obj(class, _) = *atom else { return false };
            ["__int__", "__index__", "__float__"]
                .iter()
                .any(|method| self.stored_class_attribute(class, &(*method).into()).is_some())
        })
    }

    /// `template % value` of evaluated operands: of text, or of bytes.
    pub(crate) fn percent_values(
        &mut self,
        (template, text): (Expr, TypeId),
        (value, ty): (Expr, TypeId),
    ) -> Expr {
        if self.is_tuple_besides(ty) {
            let (value, under) = self.or_underlying(value, ty);
            return match value {
                value @ (Expr::Tuple(_) | Expr::Block(_)) => self.percent_of_tuple((template, text), value),
                value => self.percent_values((template, text), (value, under)),
            };
        }
        // What may be a tuple, or a dict, is taken apart by the kind that it is of.
        let repr = self.cx.rep.repr(ty);
        if !self.is_single(ty) && (self.may_be_tuple(ty) || holds_union(&repr) && !self.cx.formats(&repr)) {
            let mut stmts = Vec::new();
            let template = match template {
                template @ (Expr::Str(_) | Expr::Path(_)) => template,
                made @ Expr::Call(..) => self.hold_value("template", made, &mut stmts),
                template => self.hold_value("template", template.cloned(), &mut stmts),
            };
            let value = self.owned(value, ty);
            let shown = self.dispatch(value, ty, text, &mut |cx, value, one, _| {
                (cx.percent_values((template.clone(), text), (value, one)), text)
            });
            return Block { stmts, tail: Some(Box::new(shown)) }.into_expr();
        }
        let inner: Vec<TypeId> = match self.cx.rep.repr(ty) {
            Repr::Tuple(_) => self.tuple_items(ty),
            Repr::Dict(..) => vec![self.value_type(ty)],
            Repr::TupleVar(_) => vec![self.elem_type(ty)],
            _ => vec![ty],
        };
        if inner.iter().any(|&ty| self.gives_numbers(ty)) {
            self.unsupported_operation("`%` of objects that give numbers, but one by one");
        }
        if self.cx.rep.repr(text) == Repr::Bytes && inner.iter().any(|&ty| self.may_give_bytes(ty)) {
            self.unsupported_operation("`%` of bytes with objects that may be bytes besides");
        }
        let (name, of_items, of_map) = self.percent_functions(text);
        match self.cx.rep.repr(ty) {
            Repr::Tuple(items) => {
                if !items.iter().all(|item| !holds_union(item) || self.cx.formats(item)) {
                    self.unsupported_operation("`%` with these values");
                }
                let types = self.tuple_items(ty);
                if let Expr::Tuple(parts) = value {
                    let parts = parts.into_iter().zip(types);
                    let parts = parts.map(|(part, ty)| self.showing(part, ty)).collect();
                    return self.percent_of_tuple((template, text), Expr::Tuple(parts));
                }
                let (pat, names) = self.tuple_pattern(types.len());
                let names = names.into_iter().zip(types);
                let parts = names.map(|(name, ty)| self.showing(Expr::local(name), ty).by_ref()).collect();
                let args = vec![template.by_ref(), Expr::Array(parts).by_ref()];
                let call = self.raising_call("format", name, args);
                crate::coerce::destructure(pat, value, call)
            }
            Repr::Dict(key, values) => {
                if *key != self.cx.rep.repr(text) || !self.cx.formats(&values) {
                    self.unsupported_operation("`%` with these values");
                }
                self.raising_call("format", of_map, vec![template.by_ref(), value.by_ref()])
            }
            Repr::TupleVar(elem) => {
                if !self.cx.formats(&elem) {
                    self.unsupported_operation("`%` with these values");
                }
                self.raising_call("format", of_items, vec![template.by_ref(), value.by_ref()])
            }
            repr => {
                if holds_union(&repr) && !self.cx.formats(&repr) && !self.is_some_class(ty) {
                    self.unsupported_operation("`%` with these values");
                }
                let mut value = self.showing(value, ty);
                super::expr::anchor(&mut value);
                let args = Expr::Array(vec![value.by_ref()]).by_ref();
                self.raising_call("format", name, vec![template.by_ref(), args])
            }
        }
    }

    /// Whether some value of a type is no byte string, and may give bytes by itself.
    fn may_give_bytes(&self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).iter().any(|(_, atom)| match *atom {
            Atom::Obj(class, _) => self.stored_class_attribute(class, &"__bytes__".into()).is_some(),
            Atom::Native(class) => class != "bytearray",
            Atom::Cont(Kind::Native(_), _) => true,
            _ => false,
        })
    }

    fn may_be_tuple(&mut self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).into_iter().any(|(id, atom)| match atom {
            Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Cont(..) => true,
            Atom::Obj(..) => {
                let one = self.of_id(id);
                self.underlying_type(one).is_some()
            }
            _ => false,
        })
    }

    /// The functions of the runtime for a template of text, or of bytes: with values, a tuple, a dict.
    fn percent_functions(&mut self, text: TypeId) -> (&'static str, &'static str, &'static str) {
        match self.cx.rep.repr(text) {
            Repr::Bytes => ("percent_bytes", "percent_bytes_items", "percent_bytes_map"),
            _ => ("percent", "percent_items", "percent_map"),
        }
    }

    fn percent_of_tuple(&mut self, (template, text): (Expr, TypeId), tuple: Expr) -> Expr {
        let (bind, parts) = match tuple {
            Expr::Block(Block { stmts, tail: Some(tail) }) => match *tail {
                Expr::Tuple(parts) => (stmts, parts),
                tail => (stmts, vec![tail]),
            },
            Expr::Tuple(parts) => (Vec::new(), parts),
            other => (Vec::new(), vec![other]),
        };
        let parts = parts.into_iter().map(|mut part| {
            super::expr::anchor(&mut part);
            part.by_ref()
        });
        let array = Expr::Array(parts.collect()).by_ref();
        let (name, _, _) = self.percent_functions(text);
        let call = self.raising_call("format", name, vec![template.by_ref(), array]);
        Block { stmts: bind, tail: Some(Box::new(call)) }.into_expr()
    }

    /// `template.format(…)`.
    pub(crate) fn brace_format(&mut self, template: Expr, args: &[Arg]) -> Expr {
        if args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_))) {
            return self.star_format(template, args);
        }
        let mut positional = Vec::new();
        let mut named = Vec::new();
        for arg in args {
            let (value, ty) = (self.place(arg.value()), self.type_of(arg.value()));
            let repr = self.cx.rep.repr(ty);
            if holds_union(&repr) && !self.cx.formats(&repr) && !self.is_some_class(ty) {
                self.unsupported_operation("`str.format` of a value of several types");
            }
            let mut value = self.showing(value, ty);
            super::expr::anchor(&mut value);
            match arg {
                Arg::Pos(_) => positional.push(value.by_ref()),
                Arg::Keyword(name, _) => {
                    named.push(Expr::Tuple(vec![Expr::Str(name.to_string()), value.by_ref()]));
                }
                Arg::Star(_) | Arg::DoubleStar(_) => {}
            }
        }
        self.raising_call(
            "format",
            "braces",
            vec![template.by_ref(), Expr::Array(positional).by_ref(), Expr::Array(named).by_ref()],
        )
    }
}

impl FnCx<'_, '_> {
    /// `template.format_map(entries)`, `template.format(**entries)`.
    pub(crate) fn format_entries(&mut self, template: Expr, entries: ExprId) -> Expr {
        let entries = self.named_entries(entries);
        let template = super::compare::str_literal_text(&template).unwrap_or_else(|| template.by_ref());
        self.raising_call("format", "braces_entries", vec![template, entries.by_ref()])
    }

    /// `template.format` handed in as a function, and called with values.
    pub(crate) fn format_values(&mut self, template: Expr, values: Vec<(Expr, TypeId)>) -> Expr {
        let mut positional = Vec::new();
        for (value, ty) in values {
            let repr = self.cx.rep.repr(ty);
            if holds_union(&repr) && !self.cx.formats(&repr) && !self.is_some_class(ty) {
                self.unsupported_operation("`str.format` of a value of several types");
            }
            let mut value = self.showing(value, ty);
            super::expr::anchor(&mut value);
            positional.push(value.by_ref());
        }
        let args =
            vec![template.by_ref(), Expr::Array(positional).by_ref(), Expr::Array(Vec::new()).by_ref()];
        self.raising_call("format", "braces", args)
    }

    /// `template.format(*items, **entries)`.
    fn star_format(&mut self, template: Expr, args: &[Arg]) -> Expr {
        let (mut items, mut entries) = (None, None);
        for arg in args {
            let ty = self.type_of(arg.value());
            match arg {
                // Of what never holds anything nothing is said but its name.
                Arg::Star(value) if self.iteration_type(ty) == BOT && self.is_name(*value) => {}
                Arg::DoubleStar(value) if self.elem_type(ty) == BOT && self.is_name(*value) => {}
                Arg::Star(value) if items.is_none() => items = Some(*value),
                Arg::DoubleStar(value) if entries.is_none() => entries = Some(*value),
                _ => self.unsupported_operation("`*` beside other arguments of `format`"),
            }
        }
        let template = super::compare::str_literal_text(&template).unwrap_or_else(|| template.by_ref());
        let items = items.map(|items| self.format_items(items));
        let entries = entries.map(|entries| self.named_entries(entries));
        let (name, operands) = match (items, entries) {
            (Some(items), Some(entries)) => ("braces_both", vec![template, items.by_ref(), entries.by_ref()]),
            (Some(items), None) => ("braces_items", vec![template, items.by_ref()]),
            (None, Some(entries)) => ("braces_entries", vec![template, entries.by_ref()]),
            (None, None) => {
                let nothing = || Expr::Array(Vec::new()).by_ref();
                ("braces", vec![template, nothing(), nothing()])
            }
        };
        self.raising_call("format", name, operands)
    }

    fn is_name(&self, expr: ExprId) -> bool {
        matches!(self.cx.module[expr].kind, ExprKind::Local(_))
    }

    /// A dict whose values are formatted by their names.
    fn named_entries(&mut self, entries: ExprId) -> Expr {
        let ty = self.type_of(entries);
        let is_plain =
            matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Cont(Kind::Dict | Kind::OrderedDict, _))]);
        let fits = match self.cx.rep.repr(ty) {
            Repr::Dict(key, value) => *key == Repr::Str && self.cx.formats(&value),
            _ => false,
        };
        if !fits || !is_plain {
            self.unsupported_operation("`format` with these entries");
        }
        self.place(entries)
    }

    /// Items that are formatted in their order, as a list.
    fn format_items(&mut self, items: ExprId) -> Expr {
        let ty = self.type_of(items);
        let elem = self.iteration_type(ty);
        let repr = self.cx.rep.repr(elem);
        if !self.cx.formats(&repr) {
            self.unsupported_operation("`format` with these items");
        }
        let value = self.value(items);
        self.collect_list(value, ty, elem)
    }
}

/// Text inside a format string.
pub(crate) fn escape(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// Whether a value is one of several kinds, of which each formats itself in its own way.
pub(crate) fn holds_union(repr: &Repr) -> bool {
    match repr {
        Repr::Union(_) => true,
        Repr::Option(inner) => holds_union(inner),
        _ => false,
    }
}
