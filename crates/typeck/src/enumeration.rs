//! Enumerations: the members of a class derived from `enum.Enum`, with their values.
//!
//! In: the class body. Out: [`Enumeration`]. A value is a constant of the body (literals, tuples and arithmetic of them,
//! earlier members, `auto()`), so that aliases are known, or what only the run knows: it is evaluated once, and is then the
//! value of one member alone. The members are the variants of a Rust enum.
//! Source: the library reference, `enum`; `auto()` counts as CPython 3.11 does.

use portalis_diag::Span;
use portalis_hir::visit::walk_expr_children;
use portalis_hir::{
    BinOp, ClassId, Elem, ExprId, ExprKind, LocalId, Module, Name, StmtKind, Target, UnaryOp,
};

/// What a member is besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mixin {
    /// Nothing: `Enum`.
    Nothing,
    /// Its integer: `IntEnum`; shown as one, too.
    Int,
    /// Its text: `StrEnum`; shown as it, too.
    Str,
    /// Its integer, but shown as a member: `class C(int, Enum)`.
    PlainInt,
    /// Its text, but shown as a member: `class C(str, Enum)`.
    PlainStr,
    /// Nothing, and members are made of others: `Flag`.
    Flag,
    /// Its integer, and members are made of others: `IntFlag`; shown as one, too.
    IntFlag,
}

impl Mixin {
    /// What a class says with its builtin bases, by their names in the table; `None` where no enumeration is among them.
    #[must_use]
    pub fn of(bases: &[Name]) -> Option<Mixin> {
        let has = |name: &str| bases.iter().any(|base| &**base == name);
        if has("enum.IntEnum") {
            return Some(Mixin::Int);
        }
        if has("enum.StrEnum") {
            return Some(Mixin::Str);
        }
        if has("enum.IntFlag") {
            return Some(Mixin::IntFlag);
        }
        if has("enum.Flag") {
            return Some(Mixin::Flag);
        }
        if !has("enum.Enum") {
            return None;
        }
        Some(match (has("int"), has("str")) {
            (true, _) => Mixin::PlainInt,
            (_, true) => Mixin::PlainStr,
            _ => Mixin::Nothing,
        })
    }
}

impl Mixin {
    /// Whether a member is a value of a builtin type besides.
    #[must_use]
    pub fn is_value(self) -> bool {
        !matches!(self, Mixin::Nothing | Mixin::Flag)
    }

    /// Whether members are made of others, bit by bit.
    #[must_use]
    pub fn is_flag(self) -> bool {
        matches!(self, Mixin::Flag | Mixin::IntFlag)
    }
}

/// A value that is known before the run.
#[derive(Clone, Debug)]
pub enum Constant {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer within 64 bits.
    Int(i64),
    /// A float.
    Float(f64),
    /// Text.
    Str(Box<str>),
    /// A tuple.
    Tuple(Vec<Constant>),
    /// What an expression gives when the class is made.
    Made(ExprId),
}

impl Constant {
    /// Python's `==`.
    #[must_use]
    pub fn equals(&self, other: &Constant) -> bool {
        match (self, other) {
            (Constant::None, Constant::None) => true,
            (Constant::Str(a), Constant::Str(b)) => a == b,
            (Constant::Made(a), Constant::Made(b)) => a == b,
            (Constant::Tuple(a), Constant::Tuple(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.equals(b))
            }
            (a, b) => match (a.integer(), b.integer()) {
                (Some(a), Some(b)) => a == b,
                (Some(n), None) => matches!(b, Constant::Float(x) if *x == n as f64),
                (None, Some(n)) => matches!(a, Constant::Float(x) if *x == n as f64),
                (None, None) => matches!((a, b), (Constant::Float(a), Constant::Float(b)) if a == b),
            },
        }
    }

    fn integer(&self) -> Option<i64> {
        match self {
            Constant::Bool(value) => Some(i64::from(*value)),
            Constant::Int(value) => Some(*value),
            _ => None,
        }
    }
}

/// A member.
#[derive(Clone, Debug)]
pub struct Member {
    /// `member.name`.
    pub name: Name,
    /// `member.value`.
    pub value: Constant,
}

/// The members of a class.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// What a member is besides.
    pub mixin: Mixin,
    /// In order of definition, without aliases.
    pub members: Vec<Member>,
    /// Second names of members, with their position in `members`.
    pub aliases: Vec<(Name, usize)>,
}

impl Enumeration {
    /// Whether values of members are made when the class is.
    #[must_use]
    pub fn makes_values(&self) -> bool {
        self.members.iter().any(|member| matches!(member.value, Constant::Made(_)))
    }

    /// The position of the member called `name`, or of the one it is an alias of.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        let own = self.members.iter().position(|member| &*member.name == name);
        own.or_else(|| self.aliases.iter().find(|(alias, _)| &**alias == name).map(|(_, at)| *at))
    }

    /// The members that the class iterates: of flags those of a single bit.
    pub fn canonical(&self) -> impl Iterator<Item = &Member> {
        let is_flag = self.mixin.is_flag();
        self.members.iter().filter(move |member| !is_flag || member.bits().count_ones() == 1)
    }

    /// The bits that have names.
    #[must_use]
    pub fn mask(&self) -> i64 {
        self.canonical().fold(0, |mask, member| mask | member.bits())
    }
}

impl Member {
    /// The bits of a flag.
    #[must_use]
    pub fn bits(&self) -> i64 {
        match self.value {
            Constant::Int(bits) => bits,
            _ => 0,
        }
    }
}

/// Collects the members of `class`; with the place and the reason where that cannot be done.
///
/// # Errors
/// For what is not supported in the body of an enumeration.
pub fn enumeration(
    module: &Module,
    class: ClassId,
    mixin: Mixin,
) -> Result<Enumeration, (Span, &'static str)> {
    let mut body =
        Body { module, mixin, found: Enumeration { mixin, members: Vec::new(), aliases: Vec::new() } };
    let is_searched = module[class].locals.iter().any(|&local| &*module[local].name == "_by_value_");
    for &stmt in &module[class].body {
        let span = module[stmt].span;
        match &module[stmt].kind {
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    let Target::Local(local, _) = target else {
                        return Err((span, "unpacking in the body of an enumeration"));
                    };
                    body.assign(*local, *value)?;
                }
            }
            StmtKind::AnnAssign { target: Target::Local(local, _), value: Some(value), .. } => {
                body.assign(*local, *value)?;
            }
            StmtKind::AnnAssign { value: None, .. } => {}
            StmtKind::FuncDef { func, .. } => {
                let name = &module[*func].name;
                let is_refused = match &**name {
                    // The search of the frontend calls it.
                    "_missing_" => !is_searched,
                    name => matches!(name, "_generate_next_value_" | "__new__" | "__init__"),
                };
                if is_refused {
                    return Err((module[*func].name_span, "this special method of an enumeration"));
                }
            }
            _ => return Err((span, "this statement in the body of an enumeration")),
        }
    }
    let found = body.found;
    let has_operators = module[class].locals.iter().any(|&local| &*module[local].name == "__invert__");
    if mixin.is_flag() && !found.members.is_empty() && (!has_operators || !module[class].keywords.is_empty())
    {
        // The frontend writes them where it sees the base by its own name.
        return Err((module[class].name_span, "a flag of a base under another name, or with a boundary"));
    }
    if mixin.is_flag() && found.members.iter().any(|member| member.bits() & !found.mask() != 0) {
        return Err((module[class].name_span, "a flag with a bit that has no name of its own"));
    }
    Ok(found)
}

struct Body<'m> {
    module: &'m Module,
    mixin: Mixin,
    found: Enumeration,
}

impl Body<'_> {
    fn assign(&mut self, local: LocalId, value: ExprId) -> Result<(), (Span, &'static str)> {
        let name = self.module[local].name.clone();
        let span = self.module[value].span;
        if name.starts_with('_') {
            return Err((span, "a name with an underscore in an enumeration"));
        }
        if self.found.position(&name).is_some() {
            return Err((span, "a member of an enumeration that is defined twice"));
        }
        let value = match self.auto(value, &name) {
            Some(value) => value,
            None => self
                .constant(value)
                .or_else(|| self.made(value))
                .ok_or((span, "this value of an enumeration"))?,
        };
        let fits = match (self.mixin, &value) {
            (Mixin::Nothing, _) => true,
            (Mixin::Int | Mixin::PlainInt, value) => matches!(value, Constant::Int(_)),
            (Mixin::Flag | Mixin::IntFlag, value) => matches!(value, Constant::Int(bits) if *bits >= 0),
            (Mixin::Str | Mixin::PlainStr, value) => matches!(value, Constant::Str(_)),
        };
        let fits = fits || (!self.mixin.is_flag() && matches!(value, Constant::Made(_)));
        if !fits {
            return Err((span, "a value of another type than that of the enumeration"));
        }
        match self.found.members.iter().position(|member| member.value.equals(&value)) {
            Some(at) => self.found.aliases.push((name, at)),
            None => self.found.members.push(Member { name, value }),
        }
        Ok(())
    }

    /// `auto()`: the highest value so far and one more; of text the name in lower case.
    fn auto(&self, value: ExprId, name: &str) -> Option<Constant> {
        let ExprKind::Call { callee, args } = &self.module[value].kind else { return None };
        let called = match &self.module[*callee].kind {
            ExprKind::Local(local) => &self.module[*local].name,
            ExprKind::Attribute { name, .. } => name,
            _ => return None,
        };
        if &**called != "auto" || !args.is_empty() {
            return None;
        }
        match self.mixin {
            Mixin::Str => return Some(Constant::Str(name.to_lowercase().into())),
            Mixin::PlainStr => return None,
            // The bit after the highest one.
            Mixin::Flag | Mixin::IntFlag => {
                let highest = self.found.members.iter().map(Member::bits).max().unwrap_or(0);
                let bits = 64 - highest.leading_zeros();
                return (bits < 63).then(|| Constant::Int(1 << bits));
            }
            Mixin::Nothing | Mixin::Int | Mixin::PlainInt => {}
        }
        let mut last = 0;
        for (i, member) in self.found.members.iter().enumerate() {
            let Constant::Int(value) = member.value else { return None };
            last = if i == 0 { value } else { last.max(value) };
        }
        Some(Constant::Int(last + 1))
    }

    /// What only the run knows, if it is no function, asks for no other member and is no `auto()`.
    fn made(&self, expr: ExprId) -> Option<Constant> {
        let is_plain = |at: ExprId| match &self.module[at].kind {
            ExprKind::Local(local) => self.found.position(&self.module[*local].name).is_none(),
            ExprKind::Builtin(name) => &**name != "enum.auto",
            ExprKind::Attribute { name, .. } => &**name != "auto",
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Await(_) | ExprKind::Walrus { .. } => {
                false
            }
            _ => true,
        };
        let mut open = vec![expr];
        while let Some(at) = open.pop() {
            if !is_plain(at) {
                return None;
            }
            walk_expr_children(self.module, at, &mut |child| open.push(child));
        }
        let is_auto = matches!(&self.module[expr].kind, ExprKind::Call { callee, .. }
            if matches!(&self.module[*callee].kind, ExprKind::Local(local) if &*self.module[*local].name == "auto"));
        (!is_auto).then_some(Constant::Made(expr))
    }

    fn constant(&self, expr: ExprId) -> Option<Constant> {
        Some(match &self.module[expr].kind {
            ExprKind::None => Constant::None,
            ExprKind::Bool(value) => Constant::Bool(*value),
            ExprKind::Int(value) => Constant::Int(*value),
            ExprKind::Float(value) => Constant::Float(*value),
            ExprKind::Str(text) => Constant::Str(text.clone()),
            ExprKind::Tuple(elems) => {
                let parts = elems.iter().map(|elem| match elem {
                    Elem::One(value) => self.constant(*value),
                    Elem::Star(_) => None,
                });
                Constant::Tuple(parts.collect::<Option<_>>()?)
            }
            ExprKind::Local(local) => {
                let at = self.found.position(&self.module[*local].name)?;
                self.found.members[at].value.clone()
            }
            ExprKind::Unary { op: UnaryOp::Neg, operand } => match self.constant(*operand)? {
                Constant::Int(value) => Constant::Int(value.checked_neg()?),
                Constant::Float(value) => Constant::Float(-value),
                _ => return None,
            },
            ExprKind::Binary { op, left, right } => {
                let (Constant::Int(a), Constant::Int(b)) = (self.constant(*left)?, self.constant(*right)?)
                else {
                    return None;
                };
                Constant::Int(match op {
                    BinOp::Add => a.checked_add(b)?,
                    BinOp::Sub => a.checked_sub(b)?,
                    BinOp::Mul => a.checked_mul(b)?,
                    BinOp::Shl => {
                        u32::try_from(b).ok().filter(|b| *b < 32).and_then(|b| a.checked_mul(1 << b))?
                    }
                    BinOp::BitOr => a | b,
                    BinOp::BitAnd => a & b,
                    BinOp::BitXor => a ^ b,
                    _ => return None,
                })
            }
            _ => return None,
        })
    }
}

/// The hidden attribute of the class that holds a value that is made with it.
#[must_use]
pub fn made_value(member: &str) -> Name {
    format!("_value_of_{member}").as_str().into()
}
