//! Expressions.

use portalis_diag::Span;
use portalis_hir::{
    Arg, BinOp, BoolOp, CmpOp, ComprehensionKind, DictItem, Elem, ExprId, ExprKind, Name, UnaryOp,
};
use ruff_python_ast::{self as ast, Expr};
use rustc_hash::FxHashSet;

use super::{Lowerer, span, with_stack};
use crate::diagnostics;

/// No builtin takes more positional arguments, but for those that take any number.
const MAX_STAR_ITEMS: u32 = 4;

impl<'a> Lowerer<'a> {
    /// An expression.
    pub(crate) fn lower_expr(&mut self, expr: &'a Expr) -> ExprId {
        match expr {
            Expr::Name(name) if name.id.as_str() == "__doc__" && self.doc_of_class().is_some() => {
                let doc = self.doc_of_class().map(Into::into).unwrap_or_default();
                self.expr(ExprKind::Str(doc), span(name))
            }
            Expr::Name(name) => self.read(name.id.as_str(), span(name)),
            Expr::NumberLiteral(literal) => self.number(literal),
            Expr::StringLiteral(literal) => {
                let kind = self.string_kind(literal);
                self.expr(kind, span(literal))
            }
            Expr::BytesLiteral(literal) => self.bytes(literal),
            Expr::BooleanLiteral(literal) => self.expr(ExprKind::Bool(literal.value), span(literal)),
            Expr::NoneLiteral(literal) => self.expr(ExprKind::None, span(literal)),
            Expr::EllipsisLiteral(literal) => self.expr(ExprKind::Ellipsis, span(literal)),
            _ => with_stack(|| self.compound(expr)),
        }
    }

    fn compound(&mut self, expr: &'a Expr) -> ExprId {
        let at = span(expr);
        let kind = match expr {
            Expr::BoolOp(bool_op) => {
                let op = match bool_op.op {
                    ast::BoolOp::And => BoolOp::And,
                    ast::BoolOp::Or => BoolOp::Or,
                };
                ExprKind::BoolOp { op, operands: self.exprs(&bool_op.values) }
            }
            Expr::Named(named) => {
                let value = self.lower_expr(&named.value);
                let Expr::Name(name) = &*named.target else { return self.expr(ExprKind::Error, at) };
                self.check_name(name.id.as_str(), span(name));
                let scope = self.scopes.walrus_scope(self.scope);
                let local = self.bind_in(scope, name.id.as_str(), span(name));
                if self.module.locals[local].owner != self.scopes.owner(self.scope) {
                    self.module.locals[local].captured = true;
                    self.module.locals[local].written_elsewhere = true;
                }
                ExprKind::Walrus { local, value }
            }
            Expr::BinOp(binary) => {
                let left = self.lower_expr(&binary.left);
                let right = self.lower_expr(&binary.right);
                ExprKind::Binary { op: bin_op(binary.op), left, right }
            }
            Expr::UnaryOp(unary) => return self.unary(unary),
            Expr::Lambda(lambda) => return self.lambda(lambda),
            Expr::If(conditional) => ExprKind::IfElse {
                test: self.lower_expr(&conditional.test),
                then: self.lower_expr(&conditional.body),
                otherwise: self.lower_expr(&conditional.orelse),
            },
            Expr::Dict(dict) => ExprKind::Dict(dict.items.iter().map(|item| self.dict_item(item)).collect()),
            Expr::Set(set) => ExprKind::Set(self.elems(&set.elts)),
            Expr::List(list) => ExprKind::List(self.elems(&list.elts)),
            Expr::Tuple(tuple) => ExprKind::Tuple(self.elems(&tuple.elts)),
            Expr::ListComp(comp) => {
                let kind = ComprehensionKind::List;
                return self.comprehension(comp, kind, &comp.elt, None, &comp.generators, at);
            }
            Expr::SetComp(comp) => {
                let kind = ComprehensionKind::Set;
                return self.comprehension(comp, kind, &comp.elt, None, &comp.generators, at);
            }
            Expr::DictComp(comp) => {
                let kind = ComprehensionKind::Dict;
                let Some(key) = &comp.key else {
                    self.report(diagnostics::syntax(
                        at,
                        "dict unpacking cannot be used in dict comprehension",
                    ));
                    return self.expr(ExprKind::Error, at);
                };
                return self.comprehension(comp, kind, key, Some(&comp.value), &comp.generators, at);
            }
            Expr::Generator(generator) => {
                return match self.scopes.consumed(generator) {
                    Some(consumed) => self.consumed(generator, consumed.kind, at),
                    None => self.generator(generator),
                };
            }
            Expr::Await(await_) => {
                self.check_async(at, "'await' outside async function");
                ExprKind::Await(self.lower_expr(&await_.value))
            }
            Expr::Yield(yield_) => {
                let is_allowed = self.check_yield(at, false);
                let value = yield_.value.as_deref().map(|value| self.lower_expr(value));
                if is_allowed { ExprKind::Yield(value) } else { ExprKind::Error }
            }
            Expr::YieldFrom(yield_from) => {
                let is_allowed = self.check_yield(at, true);
                let value = self.lower_expr(&yield_from.value);
                if is_allowed { ExprKind::YieldFrom(value) } else { ExprKind::Error }
            }
            Expr::Compare(compare) => {
                let first = self.lower_expr(&compare.left);
                let links = compare.ops.iter().zip(&compare.comparators);
                let rest = links.map(|(op, operand)| (cmp_op(*op), self.lower_expr(operand))).collect();
                ExprKind::Compare { first, rest }
            }
            Expr::Call(call) => {
                if let Some(comprehension) = self.consuming_call(call, at) {
                    return comprehension;
                }
                self.call(call)
            }
            Expr::FString(fstring) => return self.fstring(fstring),
            Expr::TString(_) => {
                self.report(diagnostics::template_string(at));
                ExprKind::Error
            }
            // What builtin values say, too; no class of a program that is translated has one of its own.
            Expr::Attribute(attribute) if attribute.attr.as_str() == "__class__" => {
                let value = self.lower_expr(&attribute.value);
                let callee = self.expr(ExprKind::Builtin("type".into()), at);
                ExprKind::Call { callee, args: vec![Arg::Pos(value)] }
            }
            // `{}.fromkeys(keys)`: a method of the class.
            Expr::Attribute(attribute)
                if attribute.attr.as_str() == "fromkeys"
                    && matches!(&*attribute.value, Expr::Dict(dict) if dict.items.is_empty()) =>
            {
                let value = self.expr(ExprKind::Builtin("dict".into()), at);
                ExprKind::Attribute { value, name: "fromkeys".into() }
            }
            Expr::Attribute(attribute) => {
                let value = self.lower_expr(&attribute.value);
                ExprKind::Attribute { value, name: self.member_name(attribute.attr.as_str()) }
            }
            Expr::Subscript(subscript) => {
                let value = self.lower_expr(&subscript.value);
                ExprKind::Index { value, index: self.index(&subscript.slice) }
            }
            Expr::Starred(_) => {
                self.scoping(at, "can't use starred expression here");
                ExprKind::Error
            }
            Expr::Slice(_) | Expr::IpyEscapeCommand(_) => {
                self.report(diagnostics::syntax(at, "invalid syntax"));
                ExprKind::Error
            }
            Expr::Name(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => return self.lower_expr(expr),
        };
        self.expr(kind, at)
    }

    pub(crate) fn exprs(&mut self, exprs: &'a [Expr]) -> Vec<ExprId> {
        exprs.iter().map(|expr| self.lower_expr(expr)).collect()
    }

    fn elems(&mut self, exprs: &'a [Expr]) -> Vec<Elem> {
        let elem = |expr: &'a Expr| match expr {
            Expr::Starred(starred) => Elem::Star(self.lower_expr(&starred.value)),
            _ => Elem::One(self.lower_expr(expr)),
        };
        exprs.iter().map(elem).collect()
    }

    fn dict_item(&mut self, item: &'a ast::DictItem) -> DictItem {
        match &item.key {
            Some(key) => {
                let key = self.lower_expr(key);
                DictItem::Pair(key, self.lower_expr(&item.value))
            }
            None => DictItem::Star(self.lower_expr(&item.value)),
        }
    }

    /// `-9223372036854775808` is the one negative literal: its magnitude alone does not fit.
    fn unary(&mut self, unary: &'a ast::ExprUnaryOp) -> ExprId {
        let op = match unary.op {
            ast::UnaryOp::Invert => UnaryOp::Invert,
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::UAdd => UnaryOp::Pos,
            ast::UnaryOp::USub => UnaryOp::Neg,
        };
        let operand = self.lower_expr(&unary.operand);
        let kind = match &self.module.exprs[operand].kind {
            ExprKind::BigInt(digits) if op == UnaryOp::Neg && &**digits == "9223372036854775808" => {
                ExprKind::Int(i64::MIN)
            }
            _ => ExprKind::Unary { op, operand },
        };
        self.expr(kind, span(unary))
    }

    /// What stands between the brackets of `value[…]`.
    pub(crate) fn index(&mut self, index: &'a Expr) -> ExprId {
        match index {
            Expr::Slice(slice) => self.slice(slice),
            Expr::Tuple(tuple) if tuple.elts.iter().any(Expr::is_slice_expr) => {
                let elem = |expr: &'a Expr| match expr {
                    Expr::Starred(starred) => Elem::Star(self.lower_expr(&starred.value)),
                    Expr::Slice(slice) => Elem::One(self.slice(slice)),
                    _ => Elem::One(self.lower_expr(expr)),
                };
                let elems = tuple.elts.iter().map(elem).collect();
                self.expr(ExprKind::Tuple(elems), span(tuple))
            }
            _ => self.lower_expr(index),
        }
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice) -> ExprId {
        let mut part = |part: Option<&'a Expr>| part.map(|expr| self.lower_expr(expr));
        let (start, stop) = (part(slice.lower.as_deref()), part(slice.upper.as_deref()));
        let step = part(slice.step.as_deref());
        self.expr(ExprKind::Slice { start, stop, step }, span(slice))
    }

    /// Arguments in order of evaluation: Python evaluates positional ones, `*` included, before all keywords
    /// (Language Reference, 6.3.4).
    fn call(&mut self, call: &'a ast::ExprCall) -> ExprKind {
        if let Some((object, name)) = self.named_attribute(call, "getattr", 2) {
            let value = self.lower_expr(object);
            return ExprKind::Attribute { value, name };
        }
        let callee = self.lower_expr(&call.func);
        let mut args = Vec::with_capacity(call.arguments.args.len() + call.arguments.keywords.len());
        let mut positional = &call.arguments.args[..];
        // `f(a, *xs, b)` is `f(a, *(*xs, b))`: what follows a star has no place of its own.
        let mut joined = None;
        if !matches!(self.module[callee].kind, ExprKind::Builtin(_))
            && let Some(at) = positional.iter().position(is_open_star)
            && at + 1 < positional.len()
        {
            let (before, rest) = positional.split_at(at);
            (positional, joined) = (before, Some(rest));
        }
        for arg in positional {
            match arg {
                // `f(*(x, y))`: the arguments themselves.
                Expr::Starred(starred) => match &*starred.value {
                    Expr::Tuple(tuple) if !tuple.elts.iter().any(Expr::is_starred_expr) => {
                        args.extend(tuple.elts.iter().map(|item| Arg::Pos(self.lower_expr(item))));
                    }
                    value => {
                        let star = self.lower_expr(value);
                        self.star_items(star);
                        args.push(Arg::Star(star));
                    }
                },
                _ => args.push(Arg::Pos(self.lower_expr(arg))),
            }
        }
        if let Some(rest) = joined {
            let elems = self.elems(rest);
            let tuple = self.expr(ExprKind::Tuple(elems), span(&rest[0]));
            args.push(Arg::Star(tuple));
        }
        args.extend(self.keywords(&call.arguments));
        self.format_fields(call, &mut args, span(call));
        ExprKind::Call { callee, args }
    }

    /// Expressions for the items behind a star.
    fn star_items(&mut self, star: ExprId) {
        let at = self.module.exprs[star].span;
        let items = (0..MAX_STAR_ITEMS).map(|i| self.expr(ExprKind::StarItem { star, at: i }, at)).collect();
        self.module.star_items.insert(star, items);
    }

    /// The object and the attribute of `getattr(x, "name")` and its like with `n` arguments, where the name is a constant
    /// that is not mangled and the function is the builtin one.
    pub(crate) fn named_attribute(
        &mut self,
        call: &'a ast::ExprCall,
        function: &str,
        n: usize,
    ) -> Option<(&'a Expr, Name)> {
        let Expr::Name(callee) = &*call.func else { return None };
        let arguments = &call.arguments;
        let [object, Expr::StringLiteral(text), ..] = &*arguments.args else { return None };
        let name = text.value.to_str();
        let is_name = name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let fits = callee.id.as_str() == function
            && arguments.args.len() == n
            && arguments.keywords.is_empty()
            && !arguments.args.iter().any(Expr::is_starred_expr);
        if !fits || !is_name || !self.is_builtin(function) {
            return None;
        }
        let name = self.plain_name(name);
        Some((object, name))
    }

    /// Keyword arguments, which are not mangled.
    pub(crate) fn keywords(&mut self, arguments: &'a ast::Arguments) -> Vec<Arg> {
        let mut seen = FxHashSet::default();
        let mut args = Vec::with_capacity(arguments.keywords.len());
        for keyword in &arguments.keywords {
            let Some(name) = &keyword.arg else {
                // `f(**{"x": 1})`: the keywords themselves.
                if let Some(items) = keyword_display(&keyword.value)
                    && items.iter().all(|(name, _)| seen.insert(*name))
                {
                    for (name, value) in items {
                        let name = self.plain_name(name);
                        args.push(Arg::Keyword(name, self.lower_expr(value)));
                    }
                    continue;
                }
                args.push(Arg::DoubleStar(self.lower_expr(&keyword.value)));
                continue;
            };
            if !seen.insert(name.as_str()) {
                self.scoping(span(keyword), format!("keyword argument repeated: {name}"));
            }
            self.check_name(name.as_str(), span(name));
            let name = self.plain_name(name.as_str());
            args.push(Arg::Keyword(name, self.lower_expr(&keyword.value)));
        }
        args
    }

    /// An `Error` node.
    pub(crate) fn error_expr(&mut self, at: Span) -> ExprId {
        self.expr(ExprKind::Error, at)
    }
}

pub(crate) fn bin_op(op: ast::Operator) -> BinOp {
    match op {
        ast::Operator::Add => BinOp::Add,
        ast::Operator::Sub => BinOp::Sub,
        ast::Operator::Mult => BinOp::Mul,
        ast::Operator::MatMult => BinOp::MatMul,
        ast::Operator::Div => BinOp::Div,
        ast::Operator::Mod => BinOp::Mod,
        ast::Operator::Pow => BinOp::Pow,
        ast::Operator::LShift => BinOp::Shl,
        ast::Operator::RShift => BinOp::Shr,
        ast::Operator::BitOr => BinOp::BitOr,
        ast::Operator::BitXor => BinOp::BitXor,
        ast::Operator::BitAnd => BinOp::BitAnd,
        ast::Operator::FloorDiv => BinOp::FloorDiv,
    }
}

fn cmp_op(op: ast::CmpOp) -> CmpOp {
    match op {
        ast::CmpOp::Eq => CmpOp::Eq,
        ast::CmpOp::NotEq => CmpOp::Ne,
        ast::CmpOp::Lt => CmpOp::Lt,
        ast::CmpOp::LtE => CmpOp::Le,
        ast::CmpOp::Gt => CmpOp::Gt,
        ast::CmpOp::GtE => CmpOp::Ge,
        ast::CmpOp::Is => CmpOp::Is,
        ast::CmpOp::IsNot => CmpOp::IsNot,
        ast::CmpOp::In => CmpOp::In,
        ast::CmpOp::NotIn => CmpOp::NotIn,
    }
}

/// The keys and values of a dict display whose keys are constant text, each once.
fn keyword_display(value: &Expr) -> Option<Vec<(&str, &Expr)>> {
    let Expr::Dict(dict) = value else { return None };
    let mut items: Vec<(&str, &Expr)> = Vec::new();
    for item in &dict.items {
        let Some(Expr::StringLiteral(name)) = &item.key else { return None };
        if items.iter().any(|(other, _)| *other == name.value.to_str()) {
            return None;
        }
        items.push((name.value.to_str(), &item.value));
    }
    Some(items)
}

/// Whether an argument is `*items`, and not `*(a, b)`.
fn is_open_star(arg: &Expr) -> bool {
    match arg {
        Expr::Starred(starred) => match &*starred.value {
            Expr::Tuple(tuple) => tuple.elts.iter().any(Expr::is_starred_expr),
            _ => true,
        },
        _ => false,
    }
}
