//! Lints that the author's own words set off: they are expected, by name, on the function.
//!
//! `x == x`, `3.14` and a loop whose bound changes inside are what the Python says; the Rust says them too.

use super::constant;
use super::is_named;
use super::resolve::{declared, variable};
use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{BinOp, Block, Expr, Fn, Ty, UnOp};
use rustc_hash::FxHashSet;

/// Adds what `func` sets off to its `expects`.
pub(super) fn run(func: &mut Fn) {
    let mut lints = Lints { found: Vec::new(), floats: declared(func, &["f64"]) };
    lints.block(&func.body);
    if only_recurs(func) {
        lints.found.push("clippy::only_used_in_recursion");
    }
    if func.params.iter().map(|param| &param.ty).chain(&func.ret).any(is_complex) {
        lints.found.push("clippy::type_complexity");
    }
    for lint in lints.found {
        if !func.expects.contains(&lint) {
            func.expects.push(lint);
        }
    }
}

/// Whether Clippy would have a name for a type: a score of its parts, the deeper the more, beyond its limit.
fn is_complex(ty: &Ty) -> bool {
    fn score(ty: &Ty, depth: usize) -> usize {
        match ty {
            Ty::Ref(inner) | Ty::RefMut(inner) | Ty::RefStatic(inner) => depth + score(inner, depth),
            Ty::Slice(inner) | Ty::Iterator(inner) => 10 * depth + score(inner, depth + 1),
            Ty::Named(_, parts) | Ty::Tuple(parts) => {
                10 * depth + parts.iter().map(|part| score(part, depth + 1)).sum::<usize>()
            }
            Ty::Infer | Ty::Never => depth,
            Ty::SelfTy => 10 * depth,
        }
    }
    score(ty, 1) > 250
}

/// Whether some parameter is used for nothing but the same parameter of a call of the function itself.
fn only_recurs(func: &Fn) -> bool {
    let mut uses = Uses { func, all: vec![0; func.params.len()], own: vec![0; func.params.len()] };
    uses.block(&func.body);
    uses.all.iter().zip(&uses.own).any(|(all, own)| *all > 0 && all == own)
}

struct Uses<'f> {
    func: &'f Fn,
    /// How often each parameter is used, and how often as said above.
    all: Vec<u32>,
    own: Vec<u32>,
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some(name) = variable(expr)
            && let Some(at) = self.func.params.iter().position(|param| param.name == name)
        {
            self.all[at] += 1;
        }
        let args = match expr {
            Expr::Call(callee, args) if !self.func.has_self() && is_named(callee, &self.func.name) => {
                args.as_slice()
            }
            Expr::Method(receiver, name, _, args)
                if self.func.has_self() && *name == self.func.name && is_named(receiver, "self") =>
            {
                args
            }
            _ => &[],
        };
        for (at, arg) in args.iter().enumerate().take(self.own.len()) {
            self.own[at] += in_arithmetic(arg, &self.func.params[at].name);
        }
        walk_expr(self, expr);
    }
}

/// How often `name` is an operand, however deep in arithmetic.
fn in_arithmetic(expr: &Expr, name: &str) -> u32 {
    match expr {
        Expr::Unary(_, value) => in_arithmetic(value, name),
        Expr::Binary(_, left, right) => in_arithmetic(left, name) + in_arithmetic(right, name),
        value => u32::from(variable(value) == Some(name)),
    }
}

struct Lints {
    found: Vec<&'static str>,
    floats: FxHashSet<String>,
}

impl Visit for Lints {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Binary(op, left, right) => self.binary(*op, left, right),
            Expr::Float(value) if is_approximate(*value) => self.found.push("clippy::approx_constant"),
            Expr::If(test, then, otherwise) if opens_what_it_asks(test, then, otherwise.as_deref()) => {
                self.found.push("clippy::unnecessary_unwrap");
            }
            Expr::If(_, then, Some(otherwise)) => {
                let other = match &**otherwise {
                    Expr::If(_, then, _) => Some(then),
                    Expr::Block(block) => Some(block),
                    _ => None,
                };
                let text = |block: &Block| format!("{:?} {:?}", block.stmts, block.tail);
                if other.is_some_and(|other| text(other) == text(then)) {
                    self.found.push("clippy::if_same_then_else");
                }
            }
            // The opposite of `<` is no comparison where some values have no order.
            Expr::Unary(UnOp::Not, value) => {
                if let Expr::Binary(BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge, left, right) = &**value
                    && (self.is_float(left) || self.is_float(right))
                {
                    self.found.push("clippy::neg_cmp_op_on_partial_ord");
                }
            }
            Expr::Range(Some(start), Some(end))
                if constant(start) > constant(end) && constant(end).is_some() =>
            {
                self.found.push("clippy::reversed_empty_ranges");
            }
            Expr::For(_, _, iter, body) => {
                if let Expr::Range(Some(_), Some(end)) = &**iter {
                    let mut changes = Changes { name: variable(end), found: false };
                    changes.block(body);
                    if changes.found {
                        self.found.push("clippy::mut_range_bound");
                    }
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

impl Lints {
    /// Whether it is known to be a float.
    fn is_float(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Float(_) => true,
            Expr::Unary(UnOp::Neg, value) => self.is_float(value),
            Expr::Binary(BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div, left, right) => {
                self.is_float(left) || self.is_float(right)
            }
            Expr::Cast(_, ty) => *ty == Ty::local("f64"),
            other => variable(other).is_some_and(|name| self.floats.contains(name)),
        }
    }

    fn binary(&mut self, op: BinOp, left: &Expr, right: &Expr) {
        let same = match (constant(left), constant(right)) {
            (Some(left), Some(right)) => left == right,
            _ => is_simple(left) && is_simple(right) && format!("{left:?}") == format!("{right:?}"),
        };
        if same && !matches!(op, BinOp::Add | BinOp::Mul | BinOp::Shl | BinOp::Shr) {
            self.found.push("clippy::eq_op");
        }
        let is = |expr: &Expr, wanted: i64| constant(expr) == Some(wanted);
        let identity = match op {
            BinOp::Add | BinOp::BitOr | BinOp::BitXor => is(left, 0) || is(right, 0),
            BinOp::Sub | BinOp::Shr => is(right, 0),
            BinOp::Shl => is(right, 0) && !is(left, 1),
            BinOp::Mul => is(left, 1) || is(right, 1),
            BinOp::Div => is(right, 1),
            BinOp::BitAnd => is(left, -1) || is(right, -1),
            _ => false,
        };
        if identity {
            self.found.push("clippy::identity_op");
        }
        if matches!(op, BinOp::Mul | BinOp::BitAnd) && (is(left, 0) || is(right, 0)) {
            self.found.push("clippy::erasing_op");
        }
        if op == BinOp::Div && is(left, 0) {
            self.found.push("clippy::erasing_op");
        }
        if matches!((op, right), (BinOp::And, Expr::Bool(false)) | (BinOp::Or, Expr::Bool(true))) {
            self.found.push("clippy::overly_complex_bool_expr");
        }
    }
}

/// Whether a condition of several parts asks whether a variable holds a value, and a branch opens it.
fn opens_what_it_asks(test: &Expr, then: &Block, otherwise: Option<&Expr>) -> bool {
    struct Opens<'a> {
        names: &'a [String],
        found: bool,
    }
    impl Visit for Opens<'_> {
        fn expr(&mut self, expr: &Expr) {
            if let Expr::Method(value, name, _, _) = expr
                && name == "expect"
                && let Some(variable) = variable(value)
            {
                self.found |= self.names.iter().any(|name| name == variable);
            }
            walk_expr(self, expr);
        }
    }
    let asked = |op: BinOp, question: &str| {
        let mut names = Vec::new();
        asked_in(test, op, question, &mut names);
        names
    };
    // One that the branch assigns may hold another value by then.
    let mut yes = asked(BinOp::And, "is_some");
    yes.retain(|name| {
        let mut changes = Changes { name: Some(name), found: false };
        changes.block(then);
        !changes.found
    });
    let mut opens = Opens { names: &yes, found: false };
    opens.block(then);
    let mut no = asked(BinOp::Or, "is_none");
    no.retain(|name| {
        let mut changes = Changes { name: Some(name), found: false };
        otherwise.into_iter().for_each(|otherwise| changes.expr(otherwise));
        !changes.found
    });
    let mut other = Opens { names: &no, found: false };
    otherwise.into_iter().for_each(|otherwise| other.expr(otherwise));
    opens.found || other.found
}

/// The variables that the links of a chain of `op` ask about.
fn asked_in(test: &Expr, op: BinOp, question: &str, names: &mut Vec<String>) {
    match test {
        Expr::Binary(link, left, right) if *link == op => {
            asked_in(left, op, question, names);
            asked_in(right, op, question, names);
        }
        Expr::Method(value, name, _, _) if name == question => {
            names.extend(variable(value).map(str::to_owned));
        }
        _ => {}
    }
}

/// Whether evaluating it twice gives the same: variables, literals, and what is made of them.
fn is_simple(expr: &Expr) -> bool {
    match expr {
        Expr::Int(..) | Expr::Float(_) | Expr::Str(_) | Expr::Bool(_) => true,
        Expr::Path(_) => true,
        Expr::Ref(value) | Expr::Unary(UnOp::Neg | UnOp::Not, value) | Expr::Field(value, _) => {
            is_simple(value)
        }
        Expr::TupleField(value, _) => is_simple(value),
        Expr::Binary(_, left, right) => is_simple(left) && is_simple(right),
        _ => false,
    }
}

/// Looks for assignments of a variable.
struct Changes<'a> {
    name: Option<&'a str>,
    found: bool,
}

impl Visit for Changes<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(place, _) | Expr::AssignOp(_, place, _) = expr {
            self.found |= variable(place).is_some() && variable(place) == self.name;
        }
        walk_expr(self, expr);
    }
}

/// The constants of `std::f64::consts` with the number of digits from which clippy takes a literal for one.
const CONSTANTS: &[(f64, usize)] = &[
    (std::f64::consts::E, 4),
    (std::f64::consts::FRAC_1_PI, 4),
    (std::f64::consts::FRAC_1_SQRT_2, 5),
    (std::f64::consts::FRAC_2_PI, 5),
    (std::f64::consts::FRAC_2_SQRT_PI, 5),
    (std::f64::consts::FRAC_PI_2, 5),
    (std::f64::consts::FRAC_PI_3, 5),
    (std::f64::consts::FRAC_PI_4, 5),
    (std::f64::consts::FRAC_PI_6, 5),
    (std::f64::consts::FRAC_PI_8, 5),
    (std::f64::consts::LN_2, 5),
    (std::f64::consts::LN_10, 5),
    (std::f64::consts::LOG10_2, 5),
    (std::f64::consts::LOG2_10, 5),
    (std::f64::consts::LOG10_E, 5),
    (std::f64::consts::LOG2_E, 5),
    (std::f64::consts::PI, 3),
    (std::f64::consts::SQRT_2, 5),
    (std::f64::consts::TAU, 3),
];

/// Whether `clippy::approx_constant` takes `value` for one of the constants: its digits, cut or rounded, are theirs.
fn is_approximate(value: f64) -> bool {
    let text = format!("{:?}", value.abs());
    CONSTANTS.iter().any(|&(constant, digits)| {
        let Some((_, decimals)) = text.split_once('.') else { return false };
        if text.len() <= digits {
            return false;
        }
        let rounded = format!("{constant:.*}", decimals.len());
        format!("{constant}").starts_with(&text) || rounded == text
    })
}
