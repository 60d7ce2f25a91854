//! Modules as text, close to Python.
//!
//! A variable of another scope is written `^x`, a builtin `$len`; the second of two variables that share a name and an
//! owner (comprehensions have variables of their own) is `x#2`. Compound operands stand in parentheses. `[int=big]` ends
//! an assignment whose line has such a comment.
//!
//! ```text
//! module m
//!   locals: f, k [captured]
//!   def f(a):
//!     locals: a, x, x#2
//!     return [$abs(x#2 + ^k) for x#2 in a]
//! ```

use std::fmt::Write as _;

use crate::{
    Arg, Artifact, BoolOp, ClassId, Comprehension, ComprehensionKind, Conversion, DictItem, Elem, ExprId,
    ExprKind, FormatPart, FuncId, FuncKind, LocalId, Module, Param, ParamKind, Pattern, Scope, StmtId,
    StmtKind, Target, UnaryOp,
};

impl Artifact for Module {
    fn pretty(&self) -> String {
        let mut printer = Printer::new(self);
        printer.module();
        printer.out
    }

    fn validate(&self) -> Result<(), String> {
        crate::validate::validate(self)
    }
}

/// One expression as text, names written as seen from `scope`.
#[must_use]
pub fn pretty_expr(module: &Module, expr: ExprId, scope: Scope) -> String {
    let mut printer = Printer::new(module);
    printer.scope = scope;
    printer.expr(expr);
    printer.out
}

/// One statement as text, with what is nested in it, names written as seen from `scope`.
#[must_use]
pub fn pretty_stmt(module: &Module, stmt: StmtId, scope: Scope) -> String {
    let mut printer = Printer::new(module);
    printer.scope = scope;
    printer.stmt(stmt);
    printer.out
}

/// Prints nodes of one module.
pub(crate) struct Printer<'a> {
    pub(crate) module: &'a Module,
    /// By local: which one of its name it is, from one.
    ordinals: Vec<u32>,
    scope: Scope,
    indent: usize,
    out: String,
}

impl<'a> Printer<'a> {
    /// The first line of a statement, without what is nested in it.
    pub(crate) fn head_text(&mut self, stmt: StmtId, scope: Scope) -> String {
        self.scope = scope;
        self.head(stmt);
        std::mem::take(&mut self.out)
    }

    pub(crate) fn expr_text(&mut self, expr: ExprId, scope: Scope) -> String {
        self.scope = scope;
        self.expr(expr);
        std::mem::take(&mut self.out)
    }

    pub(crate) fn new(module: &'a Module) -> Self {
        let mut ordinals = vec![1; module.locals.len()];
        let owners = (module.funcs.iter().map(|(_, func)| &func.locals))
            .chain(module.classes.iter().map(|(_, class)| &class.locals));
        for locals in owners {
            let mut counts = rustc_hash::FxHashMap::default();
            for local in locals {
                let count = counts.entry(&*module[*local].name).or_insert(0u32);
                *count += 1;
                ordinals[local.into_raw().into_u32() as usize] = *count;
            }
        }
        Printer { module, ordinals, scope: Scope::Func(module.body), indent: 0, out: String::new() }
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line_start(&mut self) {
        for _ in 0..self.indent {
            self.out.push_str("  ");
        }
    }

    fn line(&mut self, text: &str) {
        self.line_start();
        self.put(text);
        self.put("\n");
    }

    fn module(&mut self) {
        self.line(&format!("module {}", self.module.name));
        self.indent += 1;
        self.doc(self.module.doc.as_deref());
        let body = &self.module[self.module.body];
        self.locals(&body.locals);
        for stmt in &body.body {
            self.stmt(*stmt);
        }
        self.indent -= 1;
    }

    fn doc(&mut self, doc: Option<&str>) {
        if let Some(doc) = doc {
            self.line(&format!("doc: {doc:?}"));
        }
    }

    fn locals(&mut self, locals: &[LocalId]) {
        if locals.is_empty() {
            return;
        }
        self.line_start();
        self.put("locals: ");
        for (idx, local) in locals.iter().enumerate() {
            self.separator(idx, ", ");
            self.local(*local);
            let data = &self.module[*local];
            match (data.captured, data.written_elsewhere) {
                (_, true) => self.put(" [captured, written]"),
                (true, false) => self.put(" [captured]"),
                (false, false) => {}
            }
        }
        self.put("\n");
    }

    fn separator(&mut self, idx: usize, text: &str) {
        if idx > 0 {
            self.put(text);
        }
    }

    fn local(&mut self, local: LocalId) {
        let data = &self.module[local];
        if data.owner != self.scope {
            self.put("^");
        }
        self.put(&data.name);
        let ordinal = self.ordinals[local.into_raw().into_u32() as usize];
        if ordinal > 1 {
            let _ = write!(self.out, "#{ordinal}");
        }
    }

    fn block(&mut self, body: &[StmtId]) {
        self.indent += 1;
        if body.is_empty() {
            self.line("pass");
        }
        for stmt in body {
            self.stmt(*stmt);
        }
        self.indent -= 1;
    }

    fn clause(&mut self, head: &str, body: &[StmtId]) {
        if !body.is_empty() {
            self.line(head);
            self.block(body);
        }
    }

    fn stmt(&mut self, stmt: StmtId) {
        stacker::maybe_grow(128 << 10, 4 << 20, || self.stmt_here(stmt));
    }

    fn stmt_here(&mut self, stmt: StmtId) {
        match &self.module[stmt].kind {
            StmtKind::FuncDef { func, local, decorators } => return self.func(*func, *local, decorators),
            StmtKind::ClassDef { class, local, decorators } => return self.class(*class, *local, decorators),
            StmtKind::Try { .. } => self.line("try:"),
            _ => {
                self.line_start();
                self.head(stmt);
                if let Some(mode) = self.module.int_modes.get(&stmt) {
                    let _ = write!(self.out, "  [int={}]", mode.word());
                }
                self.put("\n");
            }
        }
        match &self.module[stmt].kind {
            StmtKind::If { then, otherwise, .. } => {
                self.block(then);
                self.clause("else:", otherwise);
            }
            StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
                self.block(body);
                self.clause("else:", otherwise);
            }
            StmtKind::With { body, .. } => self.block(body),
            StmtKind::Try { body, handlers, otherwise, finally, is_star } => {
                self.block(body);
                for handler in handlers {
                    self.line_start();
                    self.put(if *is_star { "except*" } else { "except" });
                    if let Some(types) = handler.types {
                        self.put(" ");
                        self.expr(types);
                    }
                    if let Some(local) = handler.local {
                        self.put(" as ");
                        self.local(local);
                    }
                    self.put(":\n");
                    self.block(&handler.body);
                }
                self.clause("else:", otherwise);
                self.clause("finally:", finally);
            }
            StmtKind::Match { cases, .. } => {
                self.indent += 1;
                for case in cases {
                    self.line_start();
                    self.put("case ");
                    self.pattern(&case.pattern);
                    if let Some(guard) = case.guard {
                        self.put(" if ");
                        self.expr(guard);
                    }
                    self.put(":\n");
                    self.block(&case.body);
                }
                self.indent -= 1;
            }
            _ => {}
        }
    }

    /// The first line of a statement, without its end.
    fn head(&mut self, stmt: StmtId) {
        match &self.module[stmt].kind {
            StmtKind::Expr(value) => self.expr(*value),
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    self.target(target);
                    self.put(" = ");
                }
                self.expr(*value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.target(target);
                let _ = write!(self.out, " {}= ", op.symbol());
                self.expr(*value);
            }
            StmtKind::AnnAssign { target, annotation, value } => {
                self.target(target);
                self.put(": ");
                self.expr(*annotation);
                self.prefixed(" = ", *value);
            }
            StmtKind::Return(value) => {
                self.put("return");
                self.prefixed(" ", *value);
            }
            StmtKind::Raise { exc, cause } => {
                self.put("raise");
                self.prefixed(" ", *exc);
                self.prefixed(" from ", *cause);
            }
            StmtKind::Assert { test, message } => {
                self.put("assert ");
                self.expr(*test);
                self.prefixed(", ", *message);
            }
            StmtKind::Delete(targets) => {
                self.put("del ");
                self.targets(targets, None);
            }
            StmtKind::If { test, .. } => {
                self.put("if ");
                self.expr(*test);
                self.put(":");
            }
            StmtKind::While { test, .. } => {
                self.put("while ");
                self.expr(*test);
                self.put(":");
            }
            StmtKind::For { target, iter, is_async, .. } => {
                self.put(if *is_async { "async for " } else { "for " });
                self.target(target);
                self.put(" in ");
                self.expr(*iter);
                self.put(":");
            }
            StmtKind::Break => self.put("break"),
            StmtKind::Continue => self.put("continue"),
            StmtKind::With { items, is_async, .. } => {
                self.put(if *is_async { "async with " } else { "with " });
                for (idx, item) in items.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.expr(item.manager);
                    if let Some(target) = &item.target {
                        self.put(" as ");
                        self.target(target);
                    }
                }
                self.put(":");
            }
            StmtKind::Match { subject, .. } => {
                self.put("match ");
                self.expr(*subject);
                self.put(":");
            }
            StmtKind::Import(items) => {
                self.put("import ");
                for (idx, item) in items.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.put(&item.path);
                    self.put(if item.has_alias { " as " } else { " binds " });
                    self.local(item.local);
                }
            }
            StmtKind::ImportFrom { level, module, names, is_star } => {
                self.put("from ");
                self.put(&".".repeat(*level as usize));
                self.put(module);
                self.put(" import ");
                self.put(if *is_star { "*" } else { "" });
                for (idx, (name, local)) in names.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.put(name);
                    self.put(" as ");
                    self.local(*local);
                }
            }
            StmtKind::TypeAlias { local, value } => {
                self.put("type ");
                self.local(*local);
                self.put(" = ");
                self.expr(*value);
            }
            StmtKind::FuncDef { local, .. } => {
                self.put("def ");
                self.local(*local);
            }
            StmtKind::ClassDef { local, .. } => {
                self.put("class ");
                self.local(*local);
            }
            StmtKind::Try { .. } => self.put("try"),
            StmtKind::Error => self.put("<error>"),
        }
    }

    fn prefixed(&mut self, prefix: &str, expr: Option<ExprId>) {
        if let Some(expr) = expr {
            self.put(prefix);
            self.expr(expr);
        }
    }

    fn decorators(&mut self, decorators: &[ExprId]) {
        for decorator in decorators {
            self.line_start();
            self.put("@");
            self.expr(*decorator);
            self.put("\n");
        }
    }

    fn func(&mut self, func: FuncId, local: LocalId, decorators: &[ExprId]) {
        self.decorators(decorators);
        let data = &self.module[func];
        self.line_start();
        self.put(if data.is_async { "async def " } else { "def " });
        self.local(local);
        self.put("(");
        self.params(&data.params);
        self.put(")");
        self.prefixed(" -> ", data.returns);
        self.put(if data.is_generator { " [generator]:\n" } else { ":\n" });
        let outer = std::mem::replace(&mut self.scope, Scope::Func(func));
        self.indent += 1;
        self.doc(data.doc.as_deref());
        self.locals(&data.locals);
        self.indent -= 1;
        self.block(&data.body);
        self.scope = outer;
    }

    fn class(&mut self, class: ClassId, local: LocalId, decorators: &[ExprId]) {
        self.decorators(decorators);
        let data = &self.module[class];
        self.line_start();
        self.put("class ");
        self.local(local);
        if !data.bases.is_empty() || !data.keywords.is_empty() {
            self.put("(");
            for (idx, base) in data.bases.iter().enumerate() {
                self.separator(idx, ", ");
                self.expr(*base);
            }
            self.separator(data.bases.len().min(data.keywords.len()), ", ");
            self.args(&data.keywords);
            self.put(")");
        }
        self.put(":\n");
        let outer = std::mem::replace(&mut self.scope, Scope::Class(class));
        self.indent += 1;
        self.doc(data.doc.as_deref());
        self.locals(&data.locals);
        self.indent -= 1;
        self.block(&data.body);
        self.scope = outer;
    }

    /// Parameters; annotations and defaults are the enclosing scope's, and the names are the function's.
    fn params(&mut self, params: &[Param]) {
        let mut before = None;
        for (idx, param) in params.iter().enumerate() {
            if before == Some(ParamKind::PositionalOnly) && param.kind != ParamKind::PositionalOnly {
                self.put(", /");
            }
            self.separator(idx, ", ");
            match param.kind {
                ParamKind::VarArgs => self.put("*"),
                ParamKind::KwArgs => self.put("**"),
                ParamKind::KeywordOnly
                    if !matches!(before, Some(ParamKind::KeywordOnly | ParamKind::VarArgs)) =>
                {
                    self.put("*, ");
                }
                ParamKind::PositionalOnly | ParamKind::Ordinary | ParamKind::KeywordOnly => {}
            }
            let name = &self.module[param.local].name;
            self.put(name);
            self.prefixed(": ", param.annotation);
            self.prefixed("=", param.default);
            before = Some(param.kind);
        }
        if before == Some(ParamKind::PositionalOnly) {
            self.put(", /");
        }
    }

    fn targets(&mut self, targets: &[Target], star: Option<usize>) {
        for (idx, target) in targets.iter().enumerate() {
            self.separator(idx, ", ");
            self.put(if star == Some(idx) { "*" } else { "" });
            self.target(target);
        }
    }

    fn target(&mut self, target: &Target) {
        match target {
            Target::Local(local, _) => self.local(*local),
            Target::Attribute { value, name, .. } => {
                self.operand(*value);
                self.put(".");
                self.put(name);
            }
            Target::Index { value, index, .. } => {
                self.operand(*value);
                self.put("[");
                self.expr(*index);
                self.put("]");
            }
            Target::Tuple { items, star, .. } => {
                self.put("(");
                self.targets(items, *star);
                self.put(if items.len() == 1 { ",)" } else { ")" });
            }
            Target::Error(_) => self.put("<error>"),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::Wildcard => self.put("_"),
            Pattern::Bind(None, local, _) => self.local(*local),
            Pattern::Bind(Some(inner), local, _) => {
                self.put("(");
                self.pattern(inner);
                self.put(" as ");
                self.local(*local);
                self.put(")");
            }
            Pattern::Value(value) => {
                self.put("== ");
                self.expr(*value);
            }
            Pattern::Singleton(value) => {
                self.put("is ");
                self.expr(*value);
            }
            Pattern::Or(items) => {
                self.put("(");
                for (idx, item) in items.iter().enumerate() {
                    self.separator(idx, " | ");
                    self.pattern(item);
                }
                self.put(")");
            }
            Pattern::Sequence { items, star, .. } => {
                self.put("[");
                for (idx, item) in items.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.put(if *star == Some(idx) { "*" } else { "" });
                    self.pattern(item);
                }
                self.put("]");
            }
            Pattern::Mapping { items, rest, .. } => {
                self.put("{");
                for (idx, (key, item)) in items.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.expr(*key);
                    self.put(": ");
                    self.pattern(item);
                }
                if let Some(rest) = rest {
                    self.separator(items.len(), ", ");
                    self.put("**");
                    self.local(*rest);
                }
                self.put("}");
            }
            Pattern::Class { class, positional, keyword, .. } => {
                self.operand(*class);
                self.put("(");
                for (idx, item) in positional.iter().enumerate() {
                    self.separator(idx, ", ");
                    self.pattern(item);
                }
                for (idx, (name, item)) in keyword.iter().enumerate() {
                    self.separator(idx + positional.len(), ", ");
                    self.put(name);
                    self.put("=");
                    self.pattern(item);
                }
                self.put(")");
            }
        }
    }

    /// An expression within another one.
    fn operand(&mut self, expr: ExprId) {
        let needs_parens = match &self.module[expr].kind {
            ExprKind::Unary { .. }
            | ExprKind::Binary { .. }
            | ExprKind::BoolOp { .. }
            | ExprKind::Compare { .. }
            | ExprKind::IfElse { .. }
            | ExprKind::Function { .. }
            | ExprKind::Walrus { .. }
            | ExprKind::Await(_)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_) => true,
            ExprKind::None
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::BigInt(_)
            | ExprKind::Float(_)
            | ExprKind::Imaginary(_)
            | ExprKind::Str(_)
            | ExprKind::StrSurrogates(_)
            | ExprKind::Bytes(_)
            | ExprKind::Ellipsis
            | ExprKind::Local(_)
            | ExprKind::Builtin(_)
            | ExprKind::List(_)
            | ExprKind::Tuple(_)
            | ExprKind::Set(_)
            | ExprKind::Dict(_)
            | ExprKind::Format(_)
            | ExprKind::Call { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Index { .. }
            | ExprKind::Slice { .. }
            | ExprKind::Comprehension(_)
            | ExprKind::StarItem { .. }
            | ExprKind::Error => false,
        };
        if needs_parens {
            self.put("(");
            self.expr(expr);
            self.put(")");
        } else {
            self.expr(expr);
        }
    }

    fn expr(&mut self, expr: ExprId) {
        stacker::maybe_grow(128 << 10, 4 << 20, || self.expr_here(expr));
    }

    fn expr_here(&mut self, expr: ExprId) {
        match &self.module[expr].kind {
            ExprKind::None => self.put("None"),
            ExprKind::Bool(value) => self.put(if *value { "True" } else { "False" }),
            ExprKind::Int(value) => {
                let _ = write!(self.out, "{value}");
            }
            ExprKind::BigInt(digits) => self.put(digits),
            ExprKind::Float(value) => {
                let _ = write!(self.out, "{value:?}");
            }
            ExprKind::Imaginary(value) => {
                let _ = write!(self.out, "{value:?}j");
            }
            ExprKind::Str(text) => {
                let _ = write!(self.out, "{text:?}");
            }
            ExprKind::StrSurrogates(points) => {
                self.put("\"");
                for &point in points {
                    match char::from_u32(point) {
                        Some(c) => {
                            let _ = write!(self.out, "{}", c.escape_debug());
                        }
                        None => {
                            let _ = write!(self.out, "\\u{{{point:x}}}");
                        }
                    }
                }
                self.put("\"");
            }
            ExprKind::Bytes(bytes) => {
                let _ = write!(self.out, "b\"{}\"", bytes.escape_ascii());
            }
            ExprKind::Ellipsis => self.put("..."),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::Builtin(name) => {
                self.put("$");
                self.put(name);
            }
            ExprKind::List(elems) => self.elems("[", elems, "]"),
            ExprKind::Tuple(elems) => self.elems("(", elems, if elems.len() == 1 { ",)" } else { ")" }),
            ExprKind::Set(elems) => self.elems("{", elems, "}"),
            ExprKind::Dict(items) => self.dict(items),
            ExprKind::Format(parts) => {
                self.put("f\"");
                self.format_parts(parts);
                self.put("\"");
            }
            ExprKind::Unary { op, operand } => {
                self.put(op.symbol());
                self.put(if *op == UnaryOp::Not { " " } else { "" });
                self.operand(*operand);
            }
            ExprKind::Binary { op, left, right } => {
                self.operand(*left);
                let _ = write!(self.out, " {} ", op.symbol());
                self.operand(*right);
            }
            ExprKind::BoolOp { op, operands } => {
                for (idx, operand) in operands.iter().enumerate() {
                    self.separator(idx, if *op == BoolOp::And { " and " } else { " or " });
                    self.operand(*operand);
                }
            }
            ExprKind::Compare { first, rest } => {
                self.operand(*first);
                for (op, operand) in rest {
                    let _ = write!(self.out, " {} ", op.symbol());
                    self.operand(*operand);
                }
            }
            ExprKind::IfElse { test, then, otherwise } => {
                self.operand(*then);
                self.put(" if ");
                self.operand(*test);
                self.put(" else ");
                self.operand(*otherwise);
            }
            ExprKind::Call { callee, args } => {
                self.operand(*callee);
                self.put("(");
                self.args(args);
                self.put(")");
            }
            ExprKind::Attribute { value, name } => {
                self.operand(*value);
                self.put(".");
                self.put(name);
            }
            ExprKind::Index { value, index } => {
                self.operand(*value);
                self.put("[");
                self.expr(*index);
                self.put("]");
            }
            ExprKind::Slice { start, stop, step } => {
                self.prefixed("", *start);
                self.put(":");
                self.prefixed("", *stop);
                self.prefixed(":", *step);
            }
            ExprKind::Function { func, outer_iter } => self.function(*func, *outer_iter),
            ExprKind::Comprehension(comprehension) => self.comprehension(comprehension),
            ExprKind::Walrus { local, value } => {
                self.local(*local);
                self.put(" := ");
                self.operand(*value);
            }
            ExprKind::Await(value) => {
                self.put("await ");
                self.operand(*value);
            }
            ExprKind::Yield(value) => {
                self.put("yield");
                self.prefixed(" ", *value);
            }
            ExprKind::YieldFrom(value) => {
                self.put("yield from ");
                self.operand(*value);
            }
            ExprKind::StarItem { star, at } => {
                let _ = write!(self.out, "<item {at} of {}>", star.into_raw().into_u32());
            }
            ExprKind::Error => self.put("<error>"),
        }
    }

    fn elems(&mut self, open: &str, elems: &[Elem], close: &str) {
        self.put(open);
        for (idx, elem) in elems.iter().enumerate() {
            self.separator(idx, ", ");
            match elem {
                Elem::One(value) => self.expr(*value),
                Elem::Star(value) => {
                    self.put("*");
                    self.operand(*value);
                }
            }
        }
        self.put(close);
    }

    fn dict(&mut self, items: &[DictItem]) {
        self.put("{");
        for (idx, item) in items.iter().enumerate() {
            self.separator(idx, ", ");
            match item {
                DictItem::Pair(key, value) => {
                    self.expr(*key);
                    self.put(": ");
                    self.expr(*value);
                }
                DictItem::Star(value) => {
                    self.put("**");
                    self.operand(*value);
                }
            }
        }
        self.put("}");
    }

    fn args(&mut self, args: &[Arg]) {
        for (idx, arg) in args.iter().enumerate() {
            self.separator(idx, ", ");
            match arg {
                Arg::Pos(_) => {}
                Arg::Star(_) => self.put("*"),
                Arg::Keyword(name, _) => {
                    self.put(name);
                    self.put("=");
                }
                Arg::DoubleStar(_) => self.put("**"),
            }
            self.expr(arg.value());
        }
    }

    fn format_parts(&mut self, parts: &[FormatPart]) {
        for part in parts {
            match part {
                FormatPart::Literal(text) => {
                    let text = text.escape_debug().to_string().replace('{', "{{").replace('}', "}}");
                    self.put(&text);
                }
                FormatPart::Value { value, conversion, spec } => {
                    self.put("{");
                    self.expr(*value);
                    self.put(match conversion {
                        None => "",
                        Some(Conversion::Repr) => "!r",
                        Some(Conversion::Str) => "!s",
                        Some(Conversion::Ascii) => "!a",
                    });
                    if !spec.is_empty() {
                        self.put(":");
                        self.format_parts(spec);
                    }
                    self.put("}");
                }
            }
        }
    }

    /// A lambda as in Python, a generator expression with its loops in braces.
    fn function(&mut self, func: FuncId, outer_iter: Option<ExprId>) {
        let data = &self.module[func];
        if data.kind == FuncKind::Lambda {
            self.put(if data.is_generator { "lambda[generator] " } else { "lambda " });
            self.params(&data.params);
            self.put(": ");
        } else {
            self.put(if data.is_async { "async genexpr(" } else { "genexpr(" });
            self.prefixed("", outer_iter);
            self.put(") ");
        }
        let outer = std::mem::replace(&mut self.scope, Scope::Func(func));
        match (data.kind, data.body.as_slice()) {
            (FuncKind::Lambda, [only]) if matches!(self.module[*only].kind, StmtKind::Return(Some(_))) => {
                if let StmtKind::Return(Some(value)) = self.module[*only].kind {
                    self.expr(value);
                }
            }
            (_, body) => self.inline_block(body),
        }
        self.scope = outer;
    }

    fn inline_block(&mut self, body: &[StmtId]) {
        self.put("{ ");
        for (idx, stmt) in body.iter().enumerate() {
            self.separator(idx, "; ");
            self.head(*stmt);
            crate::visit::walk_stmt_blocks(self.module, *stmt, &mut |block| {
                if !block.is_empty() {
                    self.put(" ");
                    stacker::maybe_grow(128 << 10, 4 << 20, || self.inline_block(block));
                }
            });
        }
        self.put(" }");
    }

    fn comprehension(&mut self, comprehension: &Comprehension) {
        let (open, close) = match comprehension.kind {
            ComprehensionKind::List => ("[", "]"),
            ComprehensionKind::Set | ComprehensionKind::Dict => ("{", "}"),
            ComprehensionKind::Items => ("(", ")"),
        };
        self.put(open);
        self.expr(comprehension.element);
        self.prefixed(": ", comprehension.value);
        for clause in &comprehension.clauses {
            self.put(if clause.is_async { " async for " } else { " for " });
            self.target(&clause.target);
            self.put(" in ");
            self.operand(clause.iter);
            for condition in &clause.conditions {
                self.put(" if ");
                self.operand(*condition);
            }
        }
        self.put(close);
    }
}
