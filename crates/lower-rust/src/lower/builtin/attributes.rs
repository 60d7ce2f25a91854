//! `hasattr(x, "name")` and `getattr(x, "name", default)` with constant names.

use portalis_hir::visit::for_each_body_expr;
use portalis_hir::{ExprId, ExprKind, FuncId, Name};
use portalis_typeck::builtins::slices::SLICE;
use portalis_typeck::builtins::{Table, is_foreign_name, special_names};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, CellId, ClassRef, Kind, TypeId};

use crate::lower::FnCx;
use crate::lower::exception_attribute::{is_of_all, may_have_attribute};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{Arm, Expr, Pat, Path, Stmt};

/// The methods that a program looks for to learn what a value can do, and the abstract classes that have them.
const PROTOCOLS: [(&str, &str); 6] = [
    ("__iter__", "Iterable"),
    ("__next__", "Iterator"),
    ("__len__", "Sized"),
    ("__contains__", "Container"),
    ("__call__", "Callable"),
    ("__getitem__", "subscript"),
];

/// What makes a number of an object.
const NUMBERS: [&str; 3] = ["__index__", "__int__", "__float__"];

/// Whether a value is of a builtin type that says by its name alone whether it has these.
fn is_plain(atom: &Atom) -> bool {
    atom.is_int()
        || matches!(
            atom,
            Atom::Bool
                | Atom::Float
                | Atom::None
                | Atom::Str
                | Atom::Bytes
                | Atom::Cont(..)
                | Atom::Tuple(_)
                | Atom::TupleVar(_)
                | Atom::Range
                | Atom::NatRange
                | Atom::Native(SLICE)
        )
}

/// The public attributes of builtin types in CPython 3.11.
const PUBLIC: &[(&str, &str)] = &[
    (
        "int",
        "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes",
    ),
    (
        "bool",
        "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes",
    ),
    ("float", "as_integer_ratio conjugate fromhex hex imag is_integer real"),
    (
        "str",
        "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
    ),
    ("list", "append clear copy count extend index insert pop remove reverse sort"),
    ("dict", "clear copy fromkeys get items keys pop popitem setdefault update values"),
    (
        "set",
        "add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update",
    ),
    ("tuple", "count index"),
    (
        "bytes",
        "capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
    ),
    ("frozenset", "copy difference intersection isdisjoint issubset issuperset symmetric_difference union"),
    ("complex", "conjugate imag real"),
    ("range", "count index start step stop"),
    (
        "collections.deque",
        "append appendleft clear copy count extend extendleft index insert maxlen pop popleft remove reverse rotate",
    ),
    ("generator", "close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw"),
    ("dict_keys", "isdisjoint mapping"),
    ("dict_values", "mapping"),
    ("dict_items", "isdisjoint mapping"),
    ("NoneType", ""),
];

/// Whether an object has an attribute.
enum Presence {
    Always,
    Never,
    /// The field may be empty.
    Field,
    /// The attribute of a function may be unset.
    OfFunction,
    /// If the class with these attributes was given it.
    OfClass(CellId),
}

impl FnCx<'_, '_> {
    fn constant_name(&mut self, expr: ExprId) -> Option<Name> {
        match &self.cx.module[expr].kind {
            ExprKind::Str(name) => Some((**name).into()),
            _ => {
                self.unsupported_operation("an attribute whose name only the run knows");
                None
            }
        }
    }

    pub(super) fn has_attribute(&mut self, object: ExprId, name: ExprId) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        let Some(name) = self.constant_name(name) else { return (Expr::Bool(false), bool_ty) };
        let ty = self.type_of(object);
        let value = self.value(object);
        let answer = self.dispatch(value, ty, bool_ty, &mut |cx, value, one, (_, atom)| {
            if cx.cx.rep.repr(one) == Repr::Exception {
                let answer =
                    cx.asked_exception(value, one, &name, Expr::Bool(false), &mut |cx, raised, one, id| {
                        let atom = cx.cx.rep.inferred.types.get(id).clone();
                        cx.has_attribute_single(raised, one, &atom, &name)
                    });
                return (answer, bool_ty);
            }
            (cx.has_attribute_single(value, one, atom, &name), bool_ty)
        });
        (answer, bool_ty)
    }

    /// Whether a value of one kind has an attribute.
    fn has_attribute_single(&mut self, value: Expr, ty: TypeId, atom: &Atom, name: &Name) -> Expr {
        match self.presence(ty, atom, name) {
            Some(Presence::Always) if self.is_told_by_getter(atom, name, true) => Expr::Bool(false),
            Some(Presence::Always) => crate::coerce::after(value, Expr::Bool(true)),
            Some(Presence::Never) => crate::coerce::after(value, Expr::Bool(false)),
            Some(Presence::Field) => {
                let field = Expr::Field(Box::new(value), ident(name));
                field.method("peek", Vec::new()).method("is_some", Vec::new())
            }
            Some(Presence::OfFunction) => self
                .peek_attribute_of(value, atom, name)
                .map_or(Expr::Bool(false), |(peeked, _)| peeked.method("is_some", Vec::new())),
            Some(Presence::OfClass(attrs)) => {
                crate::coerce::after(value, self.is_class_attribute_set(attrs, name))
            }
            None => Expr::Bool(false),
        }
    }

    pub(super) fn attribute_or(&mut self, id: ExprId, args: &[ExprId], to: TypeId) -> (Expr, TypeId) {
        let (object, default) = (args[0], args[2]);
        let Some(name) = self.constant_name(args[1]) else { return (Expr::unit(), BOT) };
        let ty = self.type_of(object);
        let mut value = self.value(object);
        let held = self.temp("default");
        let is_named_none = self.cx.rep.repr(self.type_of(default)) == Repr::Unit
            && matches!(self.cx.module[default].kind, ExprKind::Local(_));
        let is_unit = is_named_none && self.cx.rep.repr(to) == Repr::Unit;
        let otherwise = match self.cx.rep.repr(to) {
            Repr::Option(_) if is_named_none => Expr::local("None"),
            _ => self.value_as(default, to),
        };
        let mut stmts = Vec::new();
        if !crate::coerce::is_calm(&value) {
            // The object comes before the default.
            value = self.hold_value("object", value, &mut stmts);
        }
        let copies = self.is_copy(to);
        // What `None` is an `Option` of, only its place says.
        let is_none = matches!(&otherwise, Expr::Path(Path::Local(name)) if name == "None");
        let again = || match copies {
            _ if is_none => Expr::local("None"),
            _ if is_unit => Expr::unit(),
            true => Expr::local(held.clone()),
            false => Expr::local(held.clone()).cloned(),
        };
        let found = self.dispatch(value, ty, to, &mut |cx, value, one, (atom_id, atom)| {
            if cx.cx.rep.repr(one) == Repr::Exception {
                let found =
                    cx.asked_exception(value, one, &name, again(), &mut |cx, raised, one, atom_id| {
                        let atom = cx.cx.rep.inferred.types.get(atom_id).clone();
                        let (found, found_ty) =
                            cx.attribute_or_single(id, raised, (one, atom_id, &atom), &name, &again, to);
                        if found_ty == BOT { found } else { cx.coerce(found, found_ty, to) }
                    });
                return (found, to);
            }
            cx.attribute_or_single(id, value, (one, atom_id, atom), &name, &again, to)
        });
        if !is_none && !is_unit {
            let repr = self.cx.rep.repr(to);
            let ty = ends_in_none(&otherwise).then(|| self.cx.rep.ty(&repr));
            stmts.push(Stmt::Let { pat: Pat::Bind(held, false), ty, init: Some(otherwise) });
        }
        let block = crate::rir::Block { stmts, tail: Some(Box::new(found)) };
        (Expr::Block(block), to)
    }

    /// The attribute of a value of one kind; where it lacks it, `otherwise`, a `to`.
    fn attribute_or_single(
        &mut self,
        id: ExprId,
        value: Expr,
        (ty, atom_id, atom): (TypeId, AtomId, &Atom),
        name: &Name,
        otherwise: &dyn Fn() -> Expr,
        to: TypeId,
    ) -> (Expr, TypeId) {
        match self.presence(ty, atom, name) {
            Some(Presence::Never) => (crate::coerce::after(value, otherwise()), to),
            Some(Presence::Field | Presence::OfFunction) => {
                let (field, field_ty) = match atom {
                    Atom::Obj(_, cell) => {
                        let field = Expr::Field(Box::new(value), ident(name)).method("peek", Vec::new());
                        (field, self.object_field(*cell, name))
                    }
                    atom => match self.peek_attribute_of(value, atom, name) {
                        Some(peeked) => peeked,
                        None => return (otherwise(), to),
                    },
                };
                let some = Pat::Call(Path::local("Some"), vec![Pat::Bind("value".to_owned(), false)]);
                let body = self.coerce(Expr::local("value"), field_ty, to);
                let arms = vec![
                    Arm { pat: some, guard: None, body },
                    Arm { pat: Pat::Path(Path::local("None")), guard: None, body: otherwise() },
                ];
                (Expr::Match(Box::new(field), arms), to)
            }
            Some(Presence::OfClass(_)) => {
                self.unsupported_operation("an attribute that a class may have been given");
                (otherwise(), to)
            }
            Some(Presence::Always) if self.is_told_by_getter(atom, name, false) => (otherwise(), to),
            Some(Presence::Always) => self.attribute_single(Node::Expr(id), value, ty, atom_id, name),
            None => (otherwise(), to),
        }
    }

    /// Whether only the getter of a property knows if there is an attribute, or shows that it `is_asked`; refused.
    fn is_told_by_getter(&mut self, atom: &Atom, name: &Name, is_asked: bool) -> bool {
        let Atom::Obj(class, _) = atom else { return false };
        let inferred = &self.cx.rep.inferred;
        let attribute = inferred.classes[class.index()].mro.iter().find_map(|base| {
            let attrs = inferred.classes[base.index()].attrs;
            let ty = inferred.cells[attrs.index()].attribute(name);
            (ty != BOT).then_some(ty)
        });
        let getters =
            attribute.into_iter().flat_map(|ty| inferred.types.atoms(ty)).filter_map(|atom| match atom {
                Atom::Property(getter, _) => match inferred.types.get(*getter) {
                    Atom::Func(func, _) => Some(*func),
                    _ => None,
                },
                _ => None,
            });
        let getters: Vec<FuncId> = getters.collect();
        let is_told = getters.into_iter().any(|func| {
            self.cx.says_raise(func)
                || is_asked && self.cx.says_write(func)
                || self.read_by(func).iter().any(|read| read != name && !self.is_always_set(*class, read))
        });
        if is_told {
            self.unsupported_operation("an attribute that is asked for and whose property raises or prints");
        }
        is_told
    }

    /// The attributes of its receiver that a getter reads.
    fn read_by(&self, getter: FuncId) -> Vec<Name> {
        let module = self.cx.module;
        let mut read = Vec::new();
        let Some(receiver) = module[getter].params.first() else { return read };
        for_each_body_expr(module, &module[getter].body, &mut |expr| {
            if let ExprKind::Attribute { value, name } = &module[expr].kind
                && matches!(module[*value].kind, ExprKind::Local(local) if local == receiver.local)
            {
                read.push(name.clone());
            }
        });
        read
    }

    /// Whether objects of a class have an attribute from the start on.
    fn is_always_set(&self, class: ClassRef, name: &Name) -> bool {
        let inferred = &self.cx.rep.inferred;
        let has = |base: &ClassRef| {
            inferred.cells[inferred.classes[base.index()].attrs.index()].attribute(name) != BOT
        };
        inferred.classes[class.index()].mro.iter().any(has)
            || inferred.classes[class.index()].base_value.is_some()
            || name.starts_with("__")
            || self.cx.always_initialised(class, name)
    }

    /// The attribute of a function as an `Option`.
    fn peek_attribute_of(&mut self, value: Expr, atom: &Atom, name: &Name) -> Option<(Expr, TypeId)> {
        let Atom::Func(func, made_in) = *atom else { return None };
        self.peek_function_attribute(value, (func, made_in), name)
    }

    /// Whether members of an enumeration, or named tuples, all have the attribute.
    fn is_part_of(&self, object: ObjectId, name: &Name) -> bool {
        if self.cx.enumeration_of(object).is_some() {
            return matches!(&**name, "name" | "value" | "_name_" | "_value_");
        }
        self.cx.named_tuple(object).is_some()
            && matches!(&**name, "_fields" | "_asdict" | "_replace" | "_make" | "_field_defaults")
    }

    /// Whether a class has the attribute: from the start where a body says so, or since something assigned it.
    fn class_presence(&mut self, class: ClassRef, name: &Name) -> Presence {
        let inferred = &self.cx.rep.inferred;
        if inferred.classes[class.index()].enumeration.as_ref().is_some_and(|it| it.position(name).is_some())
        {
            return Presence::Always;
        }
        let mut given = Vec::new();
        for base in &inferred.classes[class.index()].mro {
            let info = &inferred.classes[base.index()];
            let ty = inferred.cells[info.attrs.index()].attribute(name);
            if ty == BOT {
                continue;
            }
            let module = self.cx.module;
            if module[info.class].locals.iter().any(|&local| module[local].name == *name) {
                return Presence::Always;
            }
            given.push((info.attrs, ty));
        }
        match given.as_slice() {
            [] if self.cx.rep.inferred.classes[class.index()].base_value.is_none() => Presence::Never,
            &[(attrs, ty)] if !matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) => {
                Presence::OfClass(attrs)
            }
            _ => {
                self.unsupported_operation("an attribute of this class that is asked for");
                Presence::Never
            }
        }
    }

    /// Whether something has assigned the attribute of a class.
    fn is_class_attribute_set(&mut self, attrs: CellId, name: &Name) -> Expr {
        let name = self.cx.class_static(attrs, name);
        let peeked = Expr::local("it").method("peek", Vec::new()).method("is_some", Vec::new());
        crate::lower::local::with_static(&name, peeked)
    }

    /// Whether a value of one kind has the attribute; `None` where that was refused.
    fn presence(&mut self, ty: TypeId, atom: &Atom, name: &Name) -> Option<Presence> {
        match atom {
            // The compiler gives these to dataclasses alone.
            atom if name.starts_with("_dataclass_") && !matches!(atom, Atom::Obj(..) | Atom::Class(_)) => {
                Some(Presence::Never)
            }
            // It stands for `__dict__`, which others have as well.
            atom if &**name == "_instance_dict_" && !matches!(atom, Atom::Obj(..)) => {
                if is_plain(atom) && !matches!(&*self.class_name(atom), "Counter" | "OrderedDict") {
                    return Some(Presence::Never);
                }
                self.unsupported_operation("an attribute `__dict__` of this value that is asked for");
                None
            }
            Atom::Exc(class) if !is_of_all(name) && !may_have_attribute(class, name) => Some(Presence::Never),
            Atom::Obj(class, cell) => {
                let builtin_bases = &self.cx.rep.inferred.classes[class.index()].builtin_bases;
                let has_inherited = self.cx.rep.is_exception_class(*class)
                    && self.object_field(*cell, name) == BOT
                    && (is_of_all(name) || builtin_bases.iter().any(|base| may_have_attribute(base, name)));
                let Repr::Object(object) = self.cx.rep.repr(ty) else {
                    self.unsupported_operation("an attribute of an exception that is asked for");
                    return None;
                };
                // `pprint` takes a dataclass apart where the text is one that its decorator made.
                if &**name == "generated __repr__" && self.underlying_type(ty).is_none() {
                    if self.cx.dataclass(object).is_some_and(|dataclass| !dataclass.is_tuple)
                        && !self.cx.class_defines(object, "__repr__")
                    {
                        self.unsupported_operation("a dataclass shown by `pprint`");
                        return None;
                    }
                    return Some(Presence::Never);
                }
                if self.cx.class_defines(object, name) || self.is_part_of(object, name) {
                    return Some(Presence::Always);
                }
                if self.cx.class_defines(object, "__getattr__") && !self.cx.always_initialised(*class, name) {
                    self.unsupported_operation("an attribute that is asked for beside `__getattr__`");
                    return None;
                }
                if self.object_field(*cell, name) != BOT {
                    let is_set = self.cx.always_initialised(*class, name);
                    let is_held = self.cx.has_field(object, name);
                    return Some(if is_set || !is_held { Presence::Always } else { Presence::Field });
                }
                if special_names::is_of_object(name) {
                    return Some(Presence::Always);
                }
                if has_inherited {
                    self.unsupported_operation("an attribute of an exception that is asked for");
                    return None;
                }
                if special_names::is_of_classes(name)
                    && self.cx.enumeration_of(object).is_none()
                    && self.underlying_type(ty).is_none()
                {
                    return Some(Presence::Never);
                }
                let is_protocol = PROTOCOLS.iter().any(|(method, _)| *method == &**name)
                    || NUMBERS.contains(&&**name)
                    || is_foreign_name(name);
                if name.starts_with("__") && name.ends_with("__") && !is_protocol {
                    self.unsupported_operation("an attribute that every object may have");
                    return None;
                }
                if let Some(under) = self.underlying_type(ty) {
                    // What the value has that the object is besides.
                    let atom = self.first_atom(under);
                    let atom = self.cx.rep.inferred.types.get(atom).clone();
                    return self.presence(under, &atom, name);
                }
                Some(Presence::Never)
            }
            Atom::Func(func, made_in) if !name.starts_with("__") && !self.cx.memoized.contains_key(func) => {
                let set = self.cx.module[*func].attribute(name);
                let is_set = set.is_some_and(|local| self.cx.rep.captured_type(local, *made_in) != BOT);
                Some(if is_set { Presence::OfFunction } else { Presence::Never })
            }
            Atom::Func(..) | Atom::Class(_) | Atom::ExcClass(_)
                if matches!(&**name, "__name__" | "__qualname__" | "__doc__" | "__module__") =>
            {
                Some(Presence::Always)
            }
            Atom::Builtin(_) if &**name == "__name__" => Some(Presence::Always),
            Atom::Module(module) if Table::get().module_has(module, name) => Some(Presence::Always),
            Atom::Class(class) if !name.starts_with("__") => Some(self.class_presence(*class, name)),
            atom if !matches!(
                atom,
                Atom::Exc(_) | Atom::Class(_) | Atom::Module(_) | Atom::Native(_) | Atom::Super(..)
            ) && PROTOCOLS.iter().any(|(method, _)| *method == &**name) =>
            {
                let (_, class) = PROTOCOLS.iter().find(|(method, _)| *method == &**name)?;
                let has = if *class == "subscript" {
                    let is_indexed = matches!(
                        atom,
                        Atom::Str
                            | Atom::Bytes
                            | Atom::Tuple(_)
                            | Atom::TupleVar(_)
                            | Atom::Range
                            | Atom::NatRange
                    );
                    let is_stored = matches!(atom, Atom::Cont(kind, _) if kind.is_dict() || matches!(kind, Kind::List | Kind::Deque));
                    is_indexed || is_stored
                } else {
                    let is_unasked = matches!(atom, Atom::Cont(Kind::DictValues, _)) && *class == "Container";
                    self.is_builtin(atom, class) == Some(true) && !is_unasked
                };
                Some(if has { Presence::Always } else { Presence::Never })
            }
            // No iterator of a builtin type has public attributes.
            Atom::Cont(Kind::Iterator, _) if !name.starts_with('_') => Some(Presence::Never),
            atom if is_foreign_name(name) && is_plain(atom) => Some(Presence::Never),
            atom if NUMBERS.contains(&&**name) && is_plain(atom) => {
                let is_whole = atom.is_int() || *atom == Atom::Bool;
                let has = is_whole || *atom == Atom::Float && &**name != "__index__";
                Some(if has { Presence::Always } else { Presence::Never })
            }
            atom if is_plain(atom)
                && let Some(has) = special_names::is_of_type(&self.class_name(atom), name) =>
            {
                Some(if has { Presence::Always } else { Presence::Never })
            }
            atom => match PUBLIC.iter().find(|(class, _)| *class == self.class_name(atom)) {
                Some((_, names)) if !name.contains("__") => {
                    let has = names.split(' ').any(|public| public == &**name);
                    Some(if has { Presence::Always } else { Presence::Never })
                }
                _ => {
                    self.unsupported_operation("an attribute of this value that is asked for");
                    None
                }
            },
        }
    }
}

/// Whether a block ends in a `None`, which has no type by itself.
fn ends_in_none(expr: &Expr) -> bool {
    match expr {
        Expr::Path(Path::Local(name)) => name == "None",
        Expr::Block(block) => block.tail.as_deref().is_some_and(ends_in_none),
        _ => false,
    }
}
