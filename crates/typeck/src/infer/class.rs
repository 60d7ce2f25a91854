//! Classes: the `class` statement, construction, dataclasses and exception classes.

use portalis_diag::Span;
use portalis_hir::finaliser::ends_unseen;
use portalis_hir::{Arg, ClassId, ExprId, ExprKind, LocalId, Name, StmtKind, Target};

use super::bind::Args;
use super::mro::linearise;
use super::{Env, Walk};
use crate::builtins::is_exception_subclass;
use crate::cell::{CellKind, Field, Node};
use crate::diagnostics;
use crate::solve::Dataclass;
use crate::ty::{Atom, AtomId, BOT, ClassRef, TypeId};

/// Builtin exceptions whose instances hold more than their arguments.
const HOLD_MORE: &[&str] = &[
    "AttributeError",
    "ImportError",
    "NameError",
    "OSError",
    "StopIteration",
    "SyntaxError",
    "SystemExit",
    "UnicodeError",
];

impl Walk<'_, '_> {
    /// `class`: runs the body once and binds the class.
    pub(crate) fn class_def(
        &mut self,
        class: ClassId,
        local: LocalId,
        decorators: &[ExprId],
        mut env: Env,
    ) -> Option<Env> {
        let module = self.module();
        let data = &module[class];
        if is_typed_dict(module, class) {
            // At run time it makes a plain dict; what it says of the keys is for type checkers.
            for &base in &data.bases {
                self.eval(base, &mut env);
            }
            let dict = self.of(Atom::Builtin("dict".into()));
            self.set_local(local, dict, &mut env);
            return Some(env);
        }
        let class_ref = self.s.class_ref(class, self.inst);
        let mut bases = Vec::new();
        let mut builtin_bases = Vec::new();
        let mut mixins: Vec<Name> = Vec::new();
        let mut is_tuple = false;
        let (mut is_abc, mut is_protocol) = (false, false);
        let (mut named, mut marks) = (Vec::new(), Vec::new());
        for &base in &data.bases {
            let ty = self.eval(base, &mut env);
            for (id, atom) in self.atoms(ty) {
                named.push(id);
                match atom {
                    Atom::Class(base) => bases.push(base),
                    Atom::ExcClass(name) => builtin_bases.push(name),
                    Atom::Builtin(name) if is_plain_base(&name) => {
                        is_abc |= &*name == "abc.ABC" || name.starts_with("collections.abc.");
                        is_protocol |= &*name == "typing.Protocol";
                        marks.push(name);
                    }
                    Atom::Builtin(name)
                        if matches!(&*name, "collections.namedtuple" | "typing.NamedTuple") =>
                    {
                        is_tuple = true;
                    }
                    Atom::Builtin(name) if name.starts_with("enum.") || is_mixin(&name) => mixins.push(name),
                    Atom::Builtin(name) => {
                        self.s.report(diagnostics::unsupported_base(self.span(base), &name));
                    }
                    Atom::Unknown => {}
                    _ => self.s.report(diagnostics::unsupported_base(self.span(base), "this value")),
                }
            }
        }
        for keyword in &data.keywords {
            self.eval(keyword.value(), &mut env);
            if let Arg::Keyword(name, value) = keyword
                && &**name == "metaclass"
            {
                let ty = self.recorded(*value);
                if !self.s.types.contains(ty, &Atom::Builtin("abc.ABCMeta".into())) {
                    self.s.report(diagnostics::unsupported_class(self.span(*value), "a metaclass"));
                }
                is_abc = true;
            }
        }
        let Some(mro) = linearise(&self.s.classes, class_ref, &bases) else {
            self.s.report(diagnostics::no_mro(data.name_span, &data.name));
            return None;
        };
        for &base in &mro[1..] {
            for name in self.s.classes[base.index()].builtin_bases.clone() {
                if !builtin_bases.contains(&name) {
                    builtin_bases.push(name);
                }
            }
        }
        // Of related exceptions the most derived one says it all.
        let all = builtin_bases.clone();
        builtin_bases
            .retain(|name| !all.iter().any(|other| other != name && is_exception_subclass(other, name)));
        // Those that hold more than their arguments do not mix.
        let holds_more = |name: &&Name| HOLD_MORE.iter().any(|base| is_exception_subclass(name, base));
        if builtin_bases.iter().filter(holds_more).count() > 1 {
            self.s.report(diagnostics::unsupported_class(
                data.name_span,
                "deriving from several builtin exceptions with attributes of their own",
            ));
        }
        self.s.classes[class_ref.index()].mro = mro;
        self.s.classes[class_ref.index()].parents = self.parents(class_ref, named);
        self.s.classes[class_ref.index()].is_abc = is_abc;
        self.s.classes[class_ref.index()].is_protocol = is_protocol;
        self.s.classes[class_ref.index()].marks = marks;
        self.s.classes[class_ref.index()].builtin_bases = builtin_bases;
        self.find_members(class_ref, &mixins, &bases);
        let mut flags = is_tuple.then(|| Dataclass {
            eq: true,
            order: true,
            frozen: true,
            repr: true,
            is_tuple,
            ..Dataclass::default()
        });
        for &decorator in decorators.iter().rev() {
            let ty = self.eval(decorator, &mut env);
            self.class_decorator(decorator, ty, &mut flags);
            let enumeration = self.s.classes[class_ref.index()].enumeration.clone();
            if self.s.types.contains(ty, &Atom::Builtin("enum.unique".into()))
                && enumeration.is_some_and(|found| !found.aliases.is_empty())
            {
                let span = self.span(decorator);
                self.s.report(diagnostics::unsupported_class(span, "an alias in a unique enumeration"));
            }
        }
        if let Some(mut flags) = flags {
            self.dataclass_fields(class_ref, class, &mut flags);
            self.s.classes[class_ref.index()].dataclass = Some(flags);
        }
        for &attr in &data.locals {
            let name = &*module[attr].name;
            if NEVER_CALLED.contains(&name)
                && !(name == "__del__" && (ends_unseen(module, class) || self.is_told_of_ends(class_ref)))
            {
                let what = format!("`{}`", module[attr].name);
                self.s.report(diagnostics::unsupported_class(module[attr].span, &what));
            }
        }
        self.check_blocked(class);
        // The body's variables become the attributes.
        let end = self.block(&data.body, Some(env));
        let mut env = end?;
        let attrs = self.s.classes[class_ref.index()].attrs;
        let has_fields = self.s.classes[class_ref.index()].dataclass.is_some();
        self.keep_made_values(class_ref, &env);
        for &attr in &data.locals {
            if has_fields && is_bare_field(module, class, &module[attr].name) {
                continue;
            }
            let ty = match self.member_type(class_ref, &module[attr].name) {
                Some(member) => member,
                None => self.get_local(attr, &env, None),
            };
            if has_fields
                && is_annotated(module, class, attr)
                && self.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Property(..)))
            {
                // What `__init__` stores goes through the property, and the default is the property itself.
                let what = format!("a field `{}` of a dataclass that is a property", module[attr].name);
                self.s.report(diagnostics::unsupported_class(module[attr].span, &what));
            }
            if ty != BOT {
                self.s.write(attrs, Field::Attr(module[attr].name.clone()), ty);
            }
        }
        if !self.init_subclass(class_ref, class) {
            return None;
        }
        let mut ty = self.of(Atom::Class(class_ref));
        for &decorator in decorators.iter().rev() {
            let callee = self.recorded(decorator);
            if !self.is_program_function(callee) {
                continue;
            }
            let span = self.span(decorator);
            ty = self.call_value(Node::Expr(decorator), "decorator", callee, vec![ty], span);
            if ty == BOT {
                return None;
            }
        }
        self.set_local(local, ty, &mut env);
        Some(env)
    }

    /// Calls the `__init_subclass__` of a base on a new class; false where that always raises.
    fn init_subclass(&mut self, class_ref: ClassRef, class: ClassId) -> bool {
        let name: Name = "__init_subclass__".into();
        let mro = self.s.classes[class_ref.index()].mro.clone();
        for &base in &mro[1..] {
            let attrs = self.s.classes[base.index()].attrs;
            let found = self.s.read(attrs, &Field::Attr(name.clone()));
            if found == BOT {
                continue;
            }
            let span = self.module()[class].name_span;
            let receiver = self.of(Atom::Class(class_ref));
            let mut args = Args::of(vec![receiver]);
            for keyword in class_keywords(self.module(), class) {
                match keyword {
                    Arg::Keyword(name, value) => args.keywords.push((name.clone(), self.recorded(*value))),
                    _ => self.s.report(diagnostics::unsupported_class(span, "`**` in a class statement")),
                }
            }
            return self.call_type(Node::Class(class), "__init_subclass__", found, &args, span, &[]) != BOT;
        }
        let is_known =
            self.s.classes[class_ref.index()].enumeration.is_some() || is_typed_dict(self.module(), class);
        if !is_known && let Some(keyword) = class_keywords(self.module(), class).next() {
            let span = self.span(keyword.value());
            self.s
                .report(diagnostics::unsupported_class(span, "a keyword that no `__init_subclass__` takes"));
        }
        true
    }

    /// Whether a decorator is a function, class or object of the program, which is simply called.
    fn is_program_function(&self, ty: TypeId) -> bool {
        let is_called =
            |atom: &Atom| matches!(atom, Atom::Func(..) | Atom::Bound(..) | Atom::Class(_) | Atom::Obj(..));
        ty != BOT && self.atoms(ty).iter().all(|(_, atom)| is_called(atom))
    }

    fn class_decorator(&mut self, decorator: ExprId, ty: TypeId, flags: &mut Option<Dataclass>) {
        let module = self.module();
        let callee = match &module[decorator].kind {
            ExprKind::Call { callee, .. } => *callee,
            _ => decorator,
        };
        let callee_ty = self.recorded(callee);
        let is = |walk: &Self, name: &str| {
            walk.s.types.contains(callee_ty, &Atom::Builtin(name.into()))
                || walk.s.types.contains(ty, &Atom::Builtin(name.into()))
        };
        if is(self, "dataclasses.dataclass") {
            let mut options = Dataclass { eq: true, repr: true, ..Dataclass::default() };
            if let ExprKind::Call { args, .. } = &module[decorator].kind {
                for arg in args {
                    if let Arg::Keyword(name, value) = arg {
                        let on = matches!(module[*value].kind, ExprKind::Bool(true));
                        match &**name {
                            "eq" => options.eq = on,
                            "order" => options.order = on,
                            "frozen" => options.frozen = on,
                            "repr" => options.repr = on,
                            "slots" => options.slots = on,
                            "unsafe_hash" => options.unsafe_hash = on,
                            "kw_only" => options.kw_only = on,
                            "match_args" => {}
                            _ => self.s.report(diagnostics::unsupported_class(
                                self.span(*value),
                                "this option of `dataclass`",
                            )),
                        }
                    }
                }
            }
            *flags = Some(options);
        } else if is(self, "enum.unique") {
            // Aliases were refused before.
        } else if self.is_program_function(ty) {
            // Called when the class is made.
        } else if is(self, "typing.runtime_checkable") {
            // `isinstance` would ask for the attributes of the protocol, and here it asks for the class.
            let what = "a protocol that `isinstance` may be asked about";
            self.s.report(diagnostics::unsupported_class(self.span(decorator), what));
        } else if !is(self, "typing.final") {
            self.s.report(diagnostics::unsupported_class(self.span(decorator), "this class decorator"));
        }
    }

    /// The fields of a dataclass: those of its bases, then its own annotations, in order.
    fn dataclass_fields(&mut self, class_ref: ClassRef, class: ClassId, flags: &mut Dataclass) {
        let mro = self.s.classes[class_ref.index()].mro.clone();
        for &base in mro[1..].iter().rev() {
            let Some(dataclass) = self.s.classes[base.index()].dataclass.clone() else { continue };
            for field in dataclass.fields {
                match flags.fields.iter_mut().find(|(name, _)| *name == field.0) {
                    Some(known) => *known = field,
                    None => flags.fields.push(field),
                }
            }
            flags.not_in_init.extend(dataclass.not_in_init);
            flags.not_in_repr.extend(dataclass.not_in_repr);
            flags.not_compared.extend(dataclass.not_compared);
            flags.keyword_only.extend(dataclass.keyword_only);
        }
        let module = self.module();
        let mut by_keyword = flags.kw_only;
        for &stmt in &module[class].body {
            let StmtKind::AnnAssign { target: Target::Local(local, _), annotation, value } =
                &module[stmt].kind
            else {
                continue;
            };
            if is_class_var(module, *annotation) {
                continue;
            }
            if is_annotated_as(module, *annotation, "KW_ONLY") {
                by_keyword = true;
                continue;
            }
            if is_annotated_as(module, *annotation, "InitVar") {
                let span = self.span(*annotation);
                self.s.report(diagnostics::unsupported_class(span, "`InitVar`"));
            }
            let name = module[*local].name.clone();
            let options = value.map(|value| field_options(module, value)).unwrap_or_default();
            for (list, is_in) in [
                (&mut flags.not_in_init, options.init),
                (&mut flags.not_in_repr, options.repr),
                (&mut flags.not_compared, options.compare),
                (&mut flags.keyword_only, !options.kw_only.unwrap_or(by_keyword)),
            ] {
                list.retain(|known| *known != name);
                if !is_in {
                    list.push(name.clone());
                }
            }
            match flags.fields.iter_mut().find(|(known, _)| *known == name) {
                Some(field) => field.1 = options.has_default,
                None => flags.fields.push((name, options.has_default)),
            }
        }
    }

    /// Whether `class` derives from the builtin exception `name`.
    pub(crate) fn class_derives_builtin(&self, class: ClassRef, name: &str) -> bool {
        self.s.classes[class.index()].builtin_bases.iter().any(|base| is_exception_subclass(base, name))
    }

    /// Whether instances of `class` can be raised.
    pub(crate) fn is_exception_class(&self, class: ClassRef) -> bool {
        !self.s.classes[class.index()].builtin_bases.is_empty()
    }

    /// Whether objects of a class can be told when they end: those of a plain one.
    fn is_told_of_ends(&self, class: ClassRef) -> bool {
        let info = &self.s.classes[class.index()];
        info.base_value.is_none()
            && info.builtin_bases.is_empty()
            && info.enumeration.is_none()
            && info.dataclass.is_none()
    }

    /// The `__del__` that an object will be asked for, where somebody sees it.
    fn call_end(&mut self, class: ClassRef, object: AtomId) {
        let module = self.module();
        let mro = &self.s.classes[class.index()].mro;
        if mro.iter().any(|base| !ends_unseen(module, self.s.classes[base.index()].class)) {
            self.trait_method(object, "__del__", Vec::new());
        }
    }

    /// `class(args)` with plain positional arguments.
    pub(crate) fn instantiate(
        &mut self,
        node: Node,
        role: &'static str,
        class: ClassRef,
        args: Vec<TypeId>,
        span: Span,
    ) -> TypeId {
        self.instantiate_args(node, role, class, &Args::of(args), span)
    }

    /// A new object of `class`; ⊥ where construction always raises.
    pub(crate) fn instantiate_args(
        &mut self,
        node: Node,
        role: &str,
        class: ClassRef,
        args: &Args,
        span: Span,
    ) -> TypeId {
        let def = self.s.classes[class.index()].class;
        if self.s.classes[class.index()].enumeration.is_some() {
            return self.member_of(class, args, span);
        }
        let abstract_methods = self.abstract_methods(class);
        if !abstract_methods.is_empty() {
            self.s.classes[class.index()].abstract_methods = abstract_methods;
            return BOT;
        }
        if self.class_has(class, "__new__") {
            self.s.report(diagnostics::unsupported_class(span, "`__new__`"));
        }
        let cell = self.s.cell(node, class_part(class), CellKind::Object(def), span);
        let object = self.s.types.atom(Atom::Obj(class, cell));
        let ty = self.s.types.of_id(object);
        self.call_end(class, object);
        let init: Name = "__init__".into();
        let order = self.s.classes[class.index()].mro.clone();
        // The `__init__` of a dataclass stands before those of its bases.
        let found = match self.generated_init(&order) {
            Some(_) => BOT,
            None => self.class_attribute(class, &init),
        };
        if let Some(base) = self.s.classes[class.index()].base_value {
            let is_made = self.make_base_value(node, cell, base, args, found != BOT, span);
            if !is_made || found == BOT {
                return if is_made { ty } else { BOT };
            }
        }
        if found != BOT {
            if crate::underlying::named_tuple(&self.s.classes, class).is_some() {
                // The fields come from `__new__`, which is not written.
                let what = "an `__init__` of a class derived from a named tuple";
                self.s.report(diagnostics::unsupported_class(span, what));
            }
            // `BaseException.__new__` keeps the arguments; `super().__init__` then replaces them.
            let keeps = self.atoms(found).iter().all(|(_, atom)| match atom {
                Atom::Func(func, _) => !calls_super_init(self.module(), *func),
                _ => true,
            });
            if keeps && self.is_exception_class(class) {
                // That of `OSError` leaves them to an `__init__` that is written.
                let args_ty = if self.class_derives_builtin(class, "OSError") {
                    self.of(Atom::Tuple([].into()))
                } else {
                    self.arguments_type(node, args, span)
                };
                let name: Name = "args".into();
                self.s.write(cell, Field::Attr(name), args_ty);
            }
            let mut args = args.clone();
            args.positional.insert(0, ty);
            let init_role = if role == "call" { "__init__".to_owned() } else { format!("{role}.__init__") };
            // Classes that inherit one `__init__` are told apart by their objects.
            let mut result = BOT;
            for (id, atom) in self.atoms(found) {
                let of_one = match atom {
                    Atom::Func(func, made_in) => {
                        self.call_function(node, &init_role, object, (func, made_in), None, &args, span)
                    }
                    _ => {
                        let one = self.s.types.of_id(id);
                        self.call_type(node, &init_role, one, &args, span, &[])
                    }
                };
                result = self.join(result, of_one);
            }
            return if result == BOT { BOT } else { ty };
        }
        if let Some(dataclass) = self.dataclass_of(class) {
            return if self.fill_dataclass(node, class, &dataclass, cell, object, args, span) {
                ty
            } else {
                BOT
            };
        }
        if self.is_exception_class(class) {
            if !args.keywords.is_empty() {
                let bases = self.s.classes[class.index()].builtin_bases.clone();
                return bases.iter().fold(BOT, |_, base| self.exception_with_keywords(base, span));
            }
            for &arg in &args.positional {
                self.str_of(arg);
            }
            let args_ty = self.arguments_type(node, args, span);
            self.s.write(cell, Field::Attr("args".into()), args_ty);
            return ty;
        }
        // Stars may hold nothing.
        if args.positional.is_empty() && args.keywords.is_empty() { ty } else { BOT }
    }

    /// The dataclass among `order` whose generated `__init__` comes before one that is written.
    pub(super) fn generated_init(&mut self, order: &[ClassRef]) -> Option<ClassRef> {
        for &class in order {
            let attrs = self.s.classes[class.index()].attrs;
            if self.s.read(attrs, &Field::Attr("__init__".into())) != BOT {
                return None;
            }
            if self.s.classes[class.index()].dataclass.is_some() {
                return Some(class);
            }
        }
        None
    }

    /// `super().__init__(args)` where a dataclass generated it; ⊥ where that always raises.
    pub(super) fn call_generated_init(
        &mut self,
        node: Node,
        base: ClassRef,
        object: AtomId,
        args: &Args,
        span: Span,
    ) -> TypeId {
        let Atom::Obj(_, cell) = *self.s.types.get(object) else { return BOT };
        let Some(dataclass) = self.s.classes[base.index()].dataclass.clone() else { return BOT };
        if self.fill_dataclass(node, base, &dataclass, cell, object, args, span) {
            self.of(Atom::None)
        } else {
            BOT
        }
    }

    /// The methods that are still abstract in `class`, as Python lists them; none without `ABCMeta`.
    pub(super) fn abstract_methods(&self, class: ClassRef) -> Vec<Name> {
        let module = self.module();
        let mro = &self.s.classes[class.index()].mro;
        let mut methods = Vec::new();
        if !mro.iter().any(|base| self.s.classes[base.index()].is_abc) {
            return methods;
        }
        for (i, base) in mro.iter().enumerate() {
            for &stmt in &module[self.s.classes[base.index()].class].body {
                let StmtKind::FuncDef { func, decorators, .. } = &module[stmt].kind else { continue };
                let name = &module[*func].name;
                // Known by what it is, under whatever name it was imported.
                let exprs = &self.s.insts[self.s.classes[base.index()].env.index()].exprs;
                let is_abstract = decorators.iter().any(|decorator| {
                    let ty = exprs.get(decorator).copied().unwrap_or(BOT);
                    self.s
                        .types
                        .atoms(ty)
                        .any(|atom| matches!(atom, Atom::Builtin(name) if &**name == "abc.abstractmethod"))
                });
                let overridden = mro[..i].iter().any(|derived| {
                    let attrs = self.s.classes[derived.index()].attrs;
                    self.s.cells[attrs.index()].attribute(name) != BOT
                });
                if is_abstract && !overridden {
                    methods.push(name.clone());
                }
            }
        }
        methods.sort();
        methods.dedup();
        methods
    }

    /// The dataclass whose generated `__init__` runs for `class`.
    pub(crate) fn dataclass_of(&self, class: ClassRef) -> Option<Dataclass> {
        let mro = &self.s.classes[class.index()].mro;
        mro.iter().find_map(|base| self.s.classes[base.index()].dataclass.clone())
    }

    #[expect(clippy::too_many_arguments, reason = "a construction is all of these")]
    fn fill_dataclass(
        &mut self,
        node: Node,
        class: ClassRef,
        dataclass: &Dataclass,
        cell: crate::ty::CellId,
        object: AtomId,
        args: &Args,
        span: Span,
    ) -> bool {
        let parameters: Vec<(Name, bool)> = dataclass.parameters().cloned().collect();
        let n_positional = dataclass.positional().count();
        if args.positional.len() > n_positional {
            return false;
        }
        let mut filled = parameters.iter().take(args.positional.len());
        if filled.any(|(name, _)| args.keyword(name).is_some()) {
            return false;
        }
        let star = args.double_star.clone().filter(|star| star.values != BOT);
        for (name, has_default) in &dataclass.fields {
            if *has_default && dataclass.not_in_init.contains(name) {
                let default = self.class_attribute(class, name);
                let ty = self.default_of_field(class, name, default, span);
                self.s.write(cell, Field::Attr(name.clone()), ty);
            }
        }
        for (i, (name, has_default)) in parameters.iter().enumerate() {
            let given = args.positional.get(i).copied().or_else(|| args.keyword(name));
            // What is behind a star fills the positional ones, as far as it goes.
            let spread = match &star {
                Some(star) if given.is_none() => Some(self.given_by_star(star, name, *has_default)),
                _ => args.rest.filter(|_| i < n_positional),
            };
            let ty = match (given, spread) {
                (Some(ty), _) => ty,
                (None, Some(item)) if *has_default => {
                    let default = self.class_attribute(class, name);
                    let default = self.default_of_field(class, name, default, span);
                    self.join(item, default)
                }
                (None, Some(item)) => item,
                (None, None) if *has_default => {
                    let default = self.class_attribute(class, name);
                    self.default_of_field(class, name, default, span)
                }
                (None, None) => return false,
            };
            if ty == BOT {
                return false;
            }
            self.s.write(cell, Field::Attr(name.clone()), ty);
        }
        if args.keywords.iter().any(|(name, _)| !parameters.iter().any(|(field, _)| field == name)) {
            return false;
        }
        if self.class_has(class, "__post_init__") {
            return self.call_method(node, "__post_init__", object, Vec::new()) != BOT;
        }
        true
    }

    /// What a field without an argument gets: the class attribute, or what `field(default_factory=f)` makes.
    fn default_of_field(&mut self, class: ClassRef, name: &Name, default: TypeId, span: Span) -> TypeId {
        let module = self.module();
        for base in self.s.classes[class.index()].mro.clone() {
            let def = self.s.classes[base.index()].class;
            for &stmt in &module[def].body {
                let StmtKind::AnnAssign { target: Target::Local(local, _), value: Some(value), .. } =
                    &module[stmt].kind
                else {
                    continue;
                };
                if module[*local].name != *name {
                    continue;
                }
                if let ExprKind::Call { callee, args } = &module[*value].kind {
                    let callee = self.recorded_anywhere(*callee);
                    if self.s.types.contains(callee, &Atom::Builtin("dataclasses.field".into())) {
                        let other = args.iter().find(|arg| !super::field_options::is_known(module, arg));
                        if let Some(other) = other {
                            let span = self.span(other.value());
                            self.s.report(diagnostics::unsupported_class(span, "this option of `field`"));
                        }
                        for arg in args {
                            match arg {
                                Arg::Keyword(key, value) if &**key == "default_factory" => {
                                    let factory = self.recorded_anywhere(*value);
                                    return self.call_value(
                                        Node::Expr(*value),
                                        "factory",
                                        factory,
                                        Vec::new(),
                                        span,
                                    );
                                }
                                Arg::Keyword(key, value) if &**key == "default" => {
                                    return self.recorded_anywhere(*value);
                                }
                                _ => {}
                            }
                        }
                        return BOT;
                    }
                }
                return default;
            }
        }
        default
    }

    /// The type of an expression of another instance: class bodies run once.
    fn recorded_anywhere(&self, expr: ExprId) -> TypeId {
        self.s.insts.iter().find_map(|inst| inst.exprs.get(&expr).copied()).unwrap_or(BOT)
    }
}

/// Special names that Python asks where nothing here would: those of descriptors, of attribute access, of the end of
/// an object's life, the class that an object calls its own.
const NEVER_CALLED: [&str; 11] = [
    "__class__",
    "__get__",
    "__set__",
    "__delete__",
    "__set_name__",
    "__del__",
    "__getattribute__",
    "__setattr__",
    "__delattr__",
    "__instancecheck__",
    "__subclasscheck__",
];

/// Builtin types whose values the objects of a class, or the members of an enumeration, may be besides.
fn is_mixin(name: &str) -> bool {
    super::base_value::base_word(name).is_some()
}

/// Whether an `__init__` calls that of a base class.
#[must_use]
pub fn calls_super_init(module: &portalis_hir::Module, func: portalis_hir::FuncId) -> bool {
    let mut found = false;
    portalis_hir::visit::for_each_body_expr(module, &module[func].body, &mut |expr| {
        if let ExprKind::Attribute { name, .. } = &module[expr].kind {
            found |= &**name == "__init__";
        }
    });
    found
}

/// Tells apart the objects that one node may make, by class.
pub(super) fn class_part(class: ClassRef) -> &'static str {
    const PARTS: [&str; 8] = ["new", "new1", "new2", "new3", "new4", "new5", "new6", "new7"];
    PARTS[class.index() % PARTS.len()]
}

/// Bases that add nothing to a class's behaviour here.
fn is_plain_base(name: &str) -> bool {
    matches!(
        name,
        "object"
            | "abc.ABC"
            | "typing.Generic"
            | "typing.Protocol"
            | "typing.Any"
            | "collections.abc.Iterable"
            | "collections.abc.Iterator"
            | "collections.abc.Hashable"
            | "collections.abc.Callable"
    )
}

/// Whether a class derives from `TypedDict`, directly or through another one.
#[must_use]
pub fn is_typed_dict(module: &portalis_hir::Module, class: ClassId) -> bool {
    let is_typing = |path: &str| matches!(path, "typing" | "typing_extensions");
    let any =
        |is_wanted: &dyn Fn(&StmtKind) -> bool| module.stmts.iter().any(|(_, stmt)| is_wanted(&stmt.kind));
    module[class].bases.iter().any(|&base| match &module[base].kind {
        ExprKind::Attribute { value, name, .. } if &**name == "TypedDict" => any(&|stmt| match stmt {
            StmtKind::Import(items) => items.iter().any(|item| {
                is_typing(&item.path)
                    && matches!(module[*value].kind, ExprKind::Local(local) if local == item.local)
            }),
            _ => false,
        }),
        ExprKind::Local(local) => any(&|stmt| match stmt {
            StmtKind::ImportFrom { module, names, .. } => {
                is_typing(module)
                    && names.iter().any(|(name, bound)| &**name == "TypedDict" && bound == local)
            }
            StmtKind::ClassDef { class: other, local: bound, .. } => {
                // Of several classes of one name, an earlier one.
                bound == local && other.into_raw() < class.into_raw() && is_typed_dict(module, *other)
            }
            _ => false,
        }),
        _ => false,
    })
}

/// The keywords of a class statement, `metaclass` apart.
pub fn class_keywords(module: &portalis_hir::Module, class: ClassId) -> impl Iterator<Item = &Arg> {
    module[class]
        .keywords
        .iter()
        .filter(|keyword| !matches!(keyword, Arg::Keyword(name, _) if &**name == "metaclass"))
}

/// What `= value` says about a field.
struct FieldOptions {
    has_default: bool,
    init: bool,
    repr: bool,
    compare: bool,
    kw_only: Option<bool>,
}

impl Default for FieldOptions {
    fn default() -> Self {
        FieldOptions { has_default: false, init: true, repr: true, compare: true, kw_only: None }
    }
}

fn field_options(module: &portalis_hir::Module, value: ExprId) -> FieldOptions {
    let mut options = FieldOptions::default();
    let ExprKind::Call { callee, args } = &module[value].kind else {
        options.has_default = true;
        return options;
    };
    let is_field = match &module[*callee].kind {
        ExprKind::Local(local) => &*module[*local].name == "field",
        ExprKind::Attribute { name, .. } => &**name == "field",
        _ => false,
    };
    if !is_field {
        options.has_default = true;
        return options;
    }
    for arg in args {
        let Arg::Keyword(name, value) = arg else { continue };
        let on = !matches!(module[*value].kind, ExprKind::Bool(false));
        match &**name {
            "default" | "default_factory" => options.has_default = true,
            "init" => options.init = on,
            "repr" => options.repr = on,
            "compare" => options.compare = on,
            "kw_only" => options.kw_only = Some(on),
            _ => {}
        }
    }
    options
}

/// Whether the body of a class annotates a variable.
fn is_annotated(module: &portalis_hir::Module, class: ClassId, attr: LocalId) -> bool {
    module[class].body.iter().any(|&stmt| {
        matches!(module[stmt].kind, StmtKind::AnnAssign { target: Target::Local(local, _), .. } if local == attr)
    })
}

/// Whether a class body says `name: T = field(…)` without a default: then it leaves no attribute of that name.
fn is_bare_field(module: &portalis_hir::Module, class: ClassId, name: &Name) -> bool {
    module[class].body.iter().any(|&stmt| {
        let StmtKind::AnnAssign { target: Target::Local(local, _), value: Some(value), .. } =
            &module[stmt].kind
        else {
            return false;
        };
        let ExprKind::Call { callee, args } = &module[*value].kind else { return false };
        let is_field = match &module[*callee].kind {
            ExprKind::Local(local) => &*module[*local].name == "field",
            ExprKind::Attribute { name, .. } => &**name == "field",
            _ => false,
        };
        module[*local].name == *name
            && is_field
            && portalis_hir::expr::keyword_argument(args, "default").is_none()
    })
}

/// `ClassVar[…]`.
pub(super) fn is_class_var(module: &portalis_hir::Module, annotation: ExprId) -> bool {
    is_annotated_as(module, annotation, "ClassVar")
}

fn is_annotated_as(module: &portalis_hir::Module, annotation: ExprId, wanted: &str) -> bool {
    match &module[annotation].kind {
        ExprKind::Index { value, .. } => is_annotated_as(module, *value, wanted),
        ExprKind::Attribute { name, .. } => &**name == wanted,
        ExprKind::Local(local) => &*module[*local].name == wanted,
        _ => false,
    }
}
