//! Conversions: `int`, `str`, `round`, `pow` and their like.

use portalis_hir::ExprId;
use portalis_typeck::builtins::special_method;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::FnCx;
use crate::lower::arithmetic::{literal_value, number_rank};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Ty};

use super::let_;

impl FnCx<'_, '_> {
    pub(crate) fn convert(
        &mut self,
        id: ExprId,
        name: &str,
        args: &[ExprId],
        extra: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let Some(&first) = args.first() else {
            return match name {
                "int" => (Expr::Int(0, None), self.of(Atom::Nat)),
                "float" => (Expr::Float(0.0), self.of(Atom::Float)),
                "complex" => self.complex_of(Vec::new()),
                "str" => (crate::lower::expr::str_literal(""), self.of(Atom::Str)),
                "bytes" => (Expr::call(Path::Rt("Bytes").assoc("default"), Vec::new()), self.of(Atom::Bytes)),
                "bytearray" => (
                    Expr::call(Path::Rt("ByteArray").assoc("new"), Vec::new()),
                    self.of(Atom::Native("bytearray")),
                ),
                _ => {
                    self.unsupported_operation(name);
                    (Expr::unit(), to)
                }
            };
        };
        let second = args.get(1).copied().or(extra);
        let ty = self.type_of(first);
        if let ("divmod", [left, right]) = (name, args) {
            let is_object = |cx: &Self, arg: ExprId| {
                cx.cx.rep.atoms(cx.type_of(arg)).iter().any(|(_, atom)| matches!(atom, Atom::Obj(..)))
            };
            if is_object(self, *left) || is_object(self, *right) {
                let operands = [*left, *right].map(|arg| (self.value(arg), self.type_of(arg)));
                return self.divmod_of_objects(id, operands, to);
            }
        }
        if let ("pow", [_, _, _]) = (name, args) {
            let values = args.iter().map(|&arg| (self.value(arg), self.type_of(arg))).collect();
            return self.pow_mod_values(values).unwrap_or_else(|| {
                self.unsupported_operation("`pow` with a modulus of these values");
                (Expr::unit(), BOT)
            });
        }
        if name == "complex" && ty != BOT {
            let mut parts = Vec::new();
            for &arg in args {
                let ty = self.type_of(arg);
                if !self.is_single(ty) {
                    self.unsupported_operation("complex");
                }
                let value = self.value(arg);
                parts.push(self.converted_object(id, &["__complex__", "__float__", "__index__"], value, ty));
            }
            return self.complex_of(parts);
        }
        if ty == BOT {
            return (self.dead_operands([first]), BOT);
        }
        let str_ty = self.of(Atom::Str);
        match name {
            "str" => {
                let place = self.place(first);
                return (self.str_of(place, ty), str_ty);
            }
            "repr" => {
                let place = self.place(first);
                return (self.repr_of(place, ty), str_ty);
            }
            "ascii" => {
                self.check_shown(ty);
                let mut place = self.place(first);
                crate::lower::expr::anchor(&mut place);
                return (Expr::call(Path::RtIn("show", "ascii".to_owned()), vec![place.by_ref()]), str_ty);
            }
            "format" if crate::lower::format::holds_union(&self.cx.rep.repr(ty)) => {
                let mut stmts = Vec::new();
                let value = self.value(first);
                let value = self.hold_value("value", value, &mut stmts);
                let spec = match second {
                    Some(spec) => {
                        let spec = self.value(spec);
                        self.hold_value("spec", spec, &mut stmts).by_ref()
                    }
                    None => Expr::Str(String::new()),
                };
                let formatted = self.dispatch(value, ty, str_ty, &mut |cx, mut value, one, _| {
                    cx.check_shown(one);
                    crate::lower::expr::anchor(&mut value);
                    (cx.raising_call("format", "format", vec![value.by_ref(), spec.clone()]), str_ty)
                });
                return (Block { stmts, tail: Some(Box::new(formatted)) }.into_expr(), str_ty);
            }
            "format" => {
                let mut place = self.place(first);
                crate::lower::expr::anchor(&mut place);
                let spec = match second {
                    Some(spec) => self.place(spec).by_ref(),
                    None => Expr::Str(String::new()),
                };
                return (self.raising_call("format", "format", vec![place.by_ref(), spec]), str_ty);
            }
            "hash" => {
                let int = self.of(Atom::Int);
                let mut place = self.place(first);
                if let Some(name) = self.unhashable(ty) {
                    return (self.throw_after([(place, ty)], &format!("unhashable type: '{name}'")), BOT);
                }
                crate::lower::expr::anchor(&mut place);
                if !self.is_single(ty) {
                    let held = self.owned(place, ty);
                    let hash = self.dispatch(held, ty, int, &mut |cx, value, one, _| {
                        if let Some(name) = cx.unhashable(one) {
                            return (
                                cx.throw_after([(value, one)], &format!("unhashable type: '{name}'")),
                                BOT,
                            );
                        }
                        let hash = Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![value.by_ref()]);
                        (hash, int)
                    });
                    return (hash, int);
                }
                let hash = Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![place.by_ref()]);
                return (hash, int);
            }
            "id" => {
                let nat = self.of(Atom::Nat);
                let place = self.place(first);
                let has_id = matches!(
                    self.cx.rep.repr(ty),
                    Repr::List(_)
                        | Repr::Dict(..)
                        | Repr::Set(_)
                        | Repr::Object(_)
                        | Repr::Str
                        | Repr::Deque(_)
                );
                if !has_id {
                    self.unsupported_operation("id");
                }
                return (Expr::Cast(Box::new(place.method("id", Vec::new())), Ty::local("i64")), nat);
            }
            _ => {}
        }
        if matches!(name, "bytes" | "bytearray") && second.is_some() {
            return self.encoded(name, args, (first, ty));
        }
        let value = self.value(first);
        if self.is_single(ty) {
            return self.convert_single(id, name, (value, ty), second, to);
        }
        let value = self.dispatch(value, ty, to, &mut |cx, value, ty, _| {
            cx.convert_single(id, name, (value, ty), second, to)
        });
        (value, to)
    }

    pub(super) fn convert_single(
        &mut self,
        id: ExprId,
        name: &str,
        (value, ty): (Expr, TypeId),
        second: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let repr = self.cx.rep.repr(ty);
        if matches!(repr, Repr::Object(_)) {
            return self.convert_object(id, name, value, ty, second);
        }
        let (int, float, big) = (self.of(Atom::Int), self.of(Atom::Float), self.of(Atom::BigInt));
        let is_big = self.wants_big(to);
        let whole = if is_big { big } else { int };
        let sized = |function: &str| if is_big { format!("big_{function}") } else { function.to_owned() };
        match (name, &repr) {
            ("int", _) if second.is_some() && repr != Repr::Str && !is_text_in_bytes(&repr) => {
                let message = "int() can't convert non-string with explicit base";
                let base = second.map_or((Expr::unit(), ty), |base| (self.value(base), self.type_of(base)));
                (self.throw_after([(value, ty), base], message), BOT)
            }
            ("int", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("int", Repr::I64 | Repr::Big) => (value, ty),
            ("int", Repr::Float) => (self.raising_call("int", &sized("from_float"), vec![value]), whole),
            ("int", Repr::Num) => (self.raising(value, "int", Vec::new()), big),
            ("int" | "float", repr) if is_buffer(repr) => {
                let made = if name == "int" { whole } else { float };
                let base = match second {
                    Some(base) => {
                        let base_ty = self.type_of(base);
                        let base = self.value(base);
                        vec![self.as_index(base, base_ty)]
                    }
                    None if name == "int" => vec![Expr::Int(10, None)],
                    None => Vec::new(),
                };
                let parse = match name {
                    "int" if is_big => "parse_big_int",
                    "int" => "parse_int",
                    _ => "parse_float",
                };
                let bytes = match repr {
                    Repr::Native("memoryview") => self.raising(value, "tobytes", Vec::new()),
                    _ => value,
                };
                (self.raising(bytes, parse, base), made)
            }
            ("int", Repr::Str) => match second {
                Some(base) => {
                    let base_ty = self.type_of(base);
                    let base = self.value(base);
                    let base = self.as_index(base, base_ty);
                    (self.raising_call("int", &sized("parse_base"), vec![value.by_ref(), base]), whole)
                }
                None => (self.raising_call("int", &sized("parse"), vec![value.by_ref()]), whole),
            },
            ("bytes" | "bytearray", _) => self.bytes_from(name, value, ty),
            (_, Repr::Native(_)) => {
                let operands = match second {
                    Some(second) => {
                        let second_ty = self.type_of(second);
                        vec![(self.value(second), second_ty)]
                    }
                    None => Vec::new(),
                };
                let method = special_method(name).unwrap_or_default();
                match self.native_method(value.clone(), ty, method, operands) {
                    Some(done) => done,
                    None => self.bad_convert(name, (value, ty)),
                }
            }
            ("float", Repr::Float) => (value, ty),
            ("float", Repr::Bool | Repr::I64 | Repr::Big) => (self.int_to_float(value, &repr), float),
            ("float", Repr::Num) => (self.raising(value, "float", Vec::new()), float),
            ("float", Repr::Str) => match written_float(&value) {
                Some(number) => (Expr::Float(number), float),
                None => (self.raising_call("float", "parse", vec![value.by_ref()]), float),
            },
            ("abs", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("abs", Repr::I64) => (Expr::call(Path::RtIn("int", "abs".to_owned()), vec![value]), int),
            ("abs", Repr::Float) => {
                let value = match value {
                    Expr::Unary(crate::rir::UnOp::Neg, value) if matches!(*value, Expr::Float(_)) => {
                        let Expr::Float(value) = *value else { return (*value, float) };
                        Expr::Float(-value)
                    }
                    value => value,
                };
                // Of literals alone Rust does not know which float they are.
                if matches!(value, Expr::Binary(..) | Expr::Unary(..)) && value.is_literal() {
                    return (Expr::call(Path::local("f64").assoc("abs"), vec![value]), float);
                }
                (value.method("abs", Vec::new()), float)
            }
            ("abs", Repr::Complex) => (self.raising(value, "abs", Vec::new()), float),
            ("abs", Repr::Big | Repr::Num) => (value.method("abs", Vec::new()), ty),
            ("round" | "math.floor" | "math.ceil" | "math.trunc", Repr::Bool) => {
                (self.coerce(value, ty, int), int)
            }
            ("math.floor" | "math.ceil" | "math.trunc", Repr::I64 | Repr::Big) => (value, ty),
            ("math.floor" | "math.ceil" | "math.trunc", Repr::Float) => {
                let function = sized(name.trim_start_matches("math."));
                (self.raising_call("math", &function, vec![value]), whole)
            }
            ("math.floor" | "math.ceil" | "math.trunc", Repr::Num) => {
                let function = name.trim_start_matches("math.").to_owned();
                (self.raising(value, &function, Vec::new()), big)
            }
            ("round", _) => self.round(value, ty, second, to),
            ("divmod", _) => {
                let Some(second) = second else { return self.bad_convert(name, (value, ty)) };
                let right = (self.value(second), self.type_of(second));
                self.divmod_values(id, (value, ty), right, to)
            }
            ("pow", _) => {
                let Some(second) = second else { return self.bad_convert(name, (value, ty)) };
                let right = (self.value(second), self.type_of(second));
                let node = Node::Expr(id);
                (self.binary_values(node, portalis_hir::BinOp::Pow, (value, ty), right, to, false), to)
            }
            _ => self.bad_convert(name, (value, ty)),
        }
    }

    /// `divmod` within 64 bits: one call, or two divisions of a variable by a positive literal.
    fn small_divmod(
        &mut self,
        id: ExprId,
        (left, l): (&Expr, TypeId),
        (right, r): (&Expr, TypeId),
        to: TypeId,
    ) -> Option<(Expr, TypeId)> {
        let int = self.of(Atom::Int);
        let parts = self.tuple_items(to);
        let are_small = [l, r].iter().chain(&parts).all(|&ty| self.cx.rep.repr(ty) == Repr::I64);
        if !are_small || parts.len() != 2 {
            return None;
        }
        let pair = self.of(Atom::Tuple(vec![int, int].into()));
        let is_variable = matches!(left, Expr::Path(_));
        if is_variable && literal_value(right).is_some_and(|divisor| divisor > 0) {
            let [q, r] = [portalis_hir::BinOp::FloorDiv, portalis_hir::BinOp::Mod].map(|op| {
                let (left, right) = ((left.clone(), l), (right.clone(), r));
                self.binary_values(Node::Expr(id), op, left, right, int, false)
            });
            return Some((Expr::Tuple(vec![q, r]), pair));
        }
        Some((self.raising_call("int", "divmod", vec![left.clone(), right.clone()]), pair))
    }

    /// `divmod(left, right)` of values.
    pub(super) fn divmod_values(
        &mut self,
        id: ExprId,
        (mut value, ty): (Expr, TypeId),
        (mut right, right_ty): (Expr, TypeId),
        to: TypeId,
    ) -> (Expr, TypeId) {
        if let Some(done) = self.small_divmod(id, (&value, ty), (&right, right_ty), to) {
            return done;
        }
        let no_number = |cx: &Self, ty: TypeId| {
            let is_none =
                |atom: &Atom| matches!(atom, Atom::None | Atom::Str | Atom::Cont(..) | Atom::Tuple(_));
            cx.cx.rep.atoms(ty).iter().any(|(_, atom)| is_none(atom))
        };
        if no_number(self, ty) || no_number(self, right_ty) {
            let divided = self.dispatch_pair((value, ty), (right, right_ty), to, &mut |cx, left, right| {
                if no_number(cx, left.1) || no_number(cx, right.1) {
                    return cx.undivided_operands(left, right);
                }
                cx.divmod_values(id, left, right, to)
            });
            return (divided, to);
        }
        // Each is named before the other's type could give it one.
        crate::lower::expr::anchor(&mut right);
        crate::lower::expr::anchor(&mut value);
        let (l_name, r_name) = (self.temp("left"), self.temp("right"));
        let parts = self.tuple_items(to);
        let (Some(&q_ty), Some(&r_ty)) = (parts.first(), parts.get(1)) else {
            return self.bad_convert("divmod", (value, ty));
        };
        let mut block = Block { stmts: vec![let_(&l_name, value), let_(&r_name, right)], tail: None };
        let (l_repr, r_repr) = (self.cx.rep.repr(ty), self.cx.rep.repr(right_ty));
        let ranks = [number_rank(&l_repr), number_rank(&r_repr)];
        if ranks.iter().all(|rank| rank.is_some_and(|rank| rank <= 3)) && ranks.contains(&Some(3)) {
            let float = self.of(Atom::Float);
            let args = [(l_name, l_repr), (r_name, r_repr)].map(|(name, repr)| match repr {
                Repr::Float => Expr::local(name),
                repr => self.int_to_float(Expr::local(name), &repr),
            });
            let divided = self.raising_call("float", "divmod", args.to_vec());
            block.tail = Some(Box::new(divided));
            let pair = self.of(Atom::Tuple(vec![float, float].into()));
            return (Expr::Block(block), pair);
        }
        let mut part = |op, part_ty| {
            let left = (Expr::local(l_name.clone()), ty);
            let right = (Expr::local(r_name.clone()), right_ty);
            self.binary_values(Node::Expr(id), op, left, right, part_ty, false)
        };
        let quotient = part(portalis_hir::BinOp::FloorDiv, q_ty);
        let rest = part(portalis_hir::BinOp::Mod, r_ty);
        block.tail = Some(Box::new(Expr::Tuple(vec![quotient, rest])));
        (Expr::Block(block), to)
    }

    /// `pow(base, exponent, modulus)` of whole numbers; `None` of others.
    pub(super) fn pow_mod_values(&mut self, values: Vec<(Expr, TypeId)>) -> Option<(Expr, TypeId)> {
        let (int, big) = (self.of(Atom::Int), self.of(Atom::BigInt));
        let mut wide = false;
        for (_, ty) in &values {
            match self.cx.rep.repr(*ty) {
                Repr::I64 | Repr::Bool => {}
                Repr::Big => wide = true,
                Repr::Num => wide = true,
                _ => return self.wrong_modulus(values),
            }
        }
        if !wide {
            let args = values.into_iter().map(|(value, ty)| self.coerce(value, ty, int)).collect();
            return Some((self.raising_call("int", "pow_mod", args), int));
        }
        // All are evaluated before one is asked whether it is whole.
        let mut stmts = Vec::new();
        let asks = values.iter().any(|(_, ty)| self.cx.rep.repr(*ty) == Repr::Num);
        let mut whole = Vec::new();
        for (value, ty) in values {
            let value = if asks && !crate::coerce::is_calm(&value) {
                self.hold_value("operand", value, &mut stmts)
            } else {
                value
            };
            whole.push((value, ty));
        }
        let mut whole = whole.into_iter().map(|(value, ty)| match self.cx.rep.repr(ty) {
            Repr::Num => self.raising(value, "modular", Vec::new()),
            _ => self.coerce(value, ty, big),
        });
        let base = whole.next()?;
        let args = whole.map(Expr::by_ref).collect();
        let power = self.raising(base, "pow_mod", args);
        Some((Block { stmts, tail: Some(Box::new(power)) }.into_expr(), big))
    }

    /// The same of values of builtin types that are no whole numbers.
    fn wrong_modulus(&mut self, values: Vec<(Expr, TypeId)>) -> Option<(Expr, TypeId)> {
        let reprs: Vec<Repr> = values.iter().map(|(_, ty)| self.cx.rep.repr(*ty)).collect();
        let is_plain = |repr: &Repr| {
            matches!(
                repr,
                Repr::I64
                    | Repr::Bool
                    | Repr::Big
                    | Repr::Float
                    | Repr::Str
                    | Repr::Bytes
                    | Repr::List(_)
                    | Repr::Tuple(_)
            )
        };
        if !reprs.iter().all(is_plain) {
            return None;
        }
        let message = if reprs.contains(&Repr::Float) {
            "pow() 3rd argument not allowed unless all arguments are integers".to_owned()
        } else {
            let classes: Vec<String> =
                values.iter().map(|(_, ty)| format!("'{}'", self.class_name_of(*ty))).collect();
            format!("unsupported operand type(s) for ** or pow(): {}", classes.join(", "))
        };
        Some((self.throw_after_all(values, &message), BOT))
    }

    pub(super) fn bad_convert(&mut self, name: &str, operand: (Expr, TypeId)) -> (Expr, TypeId) {
        let found = self.class_name_of(operand.1);
        let message = match name {
            "int" => format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{found}'"
            ),
            "float" => format!("float() argument must be a string or a real number, not '{found}'"),
            "abs" => format!("bad operand type for abs(): '{found}'"),
            "round" => format!("type {found} doesn't define __round__ method"),
            "math.floor" | "math.ceil" | "math.trunc" if found == "complex" => {
                format!("must be real number, not {found}")
            }
            "math.floor" | "math.ceil" => format!("must be real number, not {found}"),
            _ => {
                self.unsupported_operation(name);
                return (Expr::unit(), BOT);
            }
        };
        (self.throw_after([operand], &message), BOT)
    }

    pub(super) fn round(
        &mut self,
        value: Expr,
        ty: TypeId,
        digits: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let (value, digits) = match digits {
            Some(digits) if self.type_of(digits) == none => (self.then_effect(value, digits), None),
            Some(digits) => {
                let ty = self.type_of(digits);
                let given = self.value(digits);
                (value, Some(self.as_index(given, ty)))
            }
            None => (value, None),
        };
        self.round_to(value, ty, digits, to)
    }

    /// The same with digits that are evaluated.
    pub(super) fn round_to(
        &mut self,
        value: Expr,
        ty: TypeId,
        digits: Option<Expr>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let (int, big, float) = (self.of(Atom::Int), self.of(Atom::BigInt), self.of(Atom::Float));
        let given = digits.clone();
        match (self.cx.rep.repr(ty), digits) {
            (Repr::I64 | Repr::Big, None) => (value, ty),
            (Repr::I64, Some(digits)) => {
                (Expr::call(Path::RtIn("int", "round".to_owned()), vec![value, digits]), int)
            }
            (Repr::Big, Some(digits)) => {
                (Expr::call(Path::RtIn("int", "big_round".to_owned()), vec![value.by_ref(), digits]), ty)
            }
            (Repr::Float, None) if self.wants_big(to) => {
                (self.raising_call("float", "round_int", vec![value]), big)
            }
            (Repr::Float, None) => (self.raising_call("float", "round_i64", vec![value]), int),
            (Repr::Float, Some(digits)) => (self.raising_call("float", "round", vec![value, digits]), float),
            (Repr::Num, None) => (self.raising(value, "round", Vec::new()), big),
            (Repr::Num, Some(digits)) => (self.raising(value, "round_to", vec![digits]), ty),
            _ => {
                let (raised, _) = self.bad_convert("round", (Expr::unit(), ty));
                let raised =
                    given.into_iter().fold(raised, |raised, digits| self.evaluated((digits, int), raised));
                (self.evaluated((value, ty), raised), BOT)
            }
        }
    }

    pub(super) fn convert_object(
        &mut self,
        id: ExprId,
        name: &str,
        value: Expr,
        ty: TypeId,
        second: Option<ExprId>,
    ) -> (Expr, TypeId) {
        let methods: Vec<String> = match name {
            "int" => ["__int__", "__index__", "__trunc__"].iter().map(|name| (*name).to_owned()).collect(),
            _ => vec![format!("__{}__", name.rsplit('.').next().unwrap_or(name))],
        };
        let stands_in: &[&str] = match name {
            "float" | "math.floor" | "math.ceil" => &["__float__", "__index__"],
            "bytes" | "bytearray" => &["__index__"],
            _ => &[],
        };
        let methods: Vec<String> = match name {
            "bytearray" => Vec::new(),
            _ => methods,
        };
        let atom = self.first_atom(ty);
        for method in methods {
            if let Some(target) = self.method_target(Node::Expr(id), &method, atom) {
                let args = match second {
                    Some(second) => {
                        let second_ty = self.type_of(second);
                        vec![(self.value(second), second_ty)]
                    }
                    None => Vec::new(),
                };
                return self.call_method_instance(target, value, args);
            }
        }
        let to = self.type_of(id);
        let has = |method: &&&str| self.method_target(Node::Expr(id), method, atom).is_some();
        if stands_in.iter().any(|method| has(&method)) {
            let (value, given) = self.converted_object(id, stands_in, value, ty);
            return match name {
                "bytes" | "bytearray" => self.bytes_from(name, value, given),
                _ => self.convert_single(id, name, (value, given), second, to),
            };
        }
        match self.underlying_type(ty) {
            Some(_) => self.with_underlying(value, ty, |cx, value, under| {
                cx.convert_single(id, name, (value, under), second, to)
            }),
            None if name == "math.trunc" => {
                let class = self.class_name_of(ty);
                let message = format!("type {class} doesn't define __trunc__ method");
                (self.throw_after([(value, ty)], &message), BOT)
            }
            None => self.bad_convert(name, (value, ty)),
        }
    }

    /// What the first of `methods` that an object has gives; any other value itself.
    pub(crate) fn converted_object(
        &mut self,
        id: ExprId,
        methods: &[&str],
        value: Expr,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        if matches!(self.cx.rep.repr(ty), Repr::Object(_)) {
            let atom = self.first_atom(ty);
            for method in methods {
                if let Some(target) = self.method_target(Node::Expr(id), method, atom) {
                    return self.call_method_instance(target, value, Vec::new());
                }
            }
        }
        (value, ty)
    }

    /// `divmod` where an operand is an object.
    fn divmod_of_objects(&mut self, id: ExprId, operands: [(Expr, TypeId); 2], to: TypeId) -> (Expr, TypeId) {
        let [left, right] = operands;
        if self.is_single(left.1) && self.is_single(right.1) {
            return self.divmod_single(id, left, right, to);
        }
        let found =
            self.dispatch_pair(left, right, to, &mut |cx, left, right| cx.divmod_single(id, left, right, to));
        (found, to)
    }

    fn divmod_single(
        &mut self,
        id: ExprId,
        left: (Expr, TypeId),
        right: (Expr, TypeId),
        to: TypeId,
    ) -> (Expr, TypeId) {
        let is_object = |cx: &mut Self, ty: TypeId| matches!(cx.cx.rep.repr(ty), Repr::Object(_));
        if !is_object(self, left.1) && !is_object(self, right.1) {
            return self.divmod_values(id, left, right, to);
        }
        match self.method_pair(Node::Expr(id), ("divmod", None), left.clone(), right.clone(), false) {
            Some(found) => found,
            None if self.underlying_type(left.1).is_some() || self.underlying_type(right.1).is_some() => self
                .with_both_underlying(left, right, |cx, left, right| cx.divmod_single(id, left, right, to)),
            None => self.undivided_operands(left, right),
        }
    }
}

/// What `int` takes beside text where a base is given.
fn is_text_in_bytes(repr: &Repr) -> bool {
    matches!(repr, Repr::Bytes | Repr::Native("bytearray"))
}

/// What holds bytes that `int` and `float` read as text.
fn is_buffer(repr: &Repr) -> bool {
    is_text_in_bytes(repr) || *repr == Repr::Native("memoryview")
}

/// The float that a literal text is: `float("inf")`, `float("-1e3")`. What is no number stays a text: rustc takes a comparison
/// with a literal one for a mistake.
fn written_float(text: &Expr) -> Option<f64> {
    let text = text.literal_text()?.trim();
    let magnitude = text.strip_prefix(['+', '-']).unwrap_or(text).to_ascii_lowercase();
    let is_plain = magnitude.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && magnitude.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | '+' | '-'));
    (is_plain || matches!(&*magnitude, "inf" | "infinity")).then(|| text.parse().ok()).flatten()
}
