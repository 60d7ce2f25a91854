//! Crates as text, close to Rust.
//!
//! It shows what Rust text leaves to the imports and to the reader:
//!
//! - where a path leads: `rt:List` is an item of the runtime, `rt/int:mul` one of a module of it, `exc:ValueError` an
//!   exception class, `std:…` a path of `std`; what has no such word is a name of the file or of the prelude,
//! - the Python behind a function: `from 3..41` are the bytes of its definition,
//! - which expressions are statements: each ends in `;`, the value of a block does not,
//! - `value?'label` for a `Result` whose error leaves the block `label`.
//!
//! Compound operands stand in parentheses. A block without statements stands on the line that it is on.
//!
//! ```text
//! program
//!
//! fn half(n: i64) -> Result<i64, rt:Exception> from 0..33 {
//!   Ok(rt/int:try_floor_div(n, 2)?)
//! }
//! ```

use std::fmt::Write as _;

use portalis_diag::Span;
use portalis_hir::Artifact;

use super::{
    Arm, BinOp, Block, Closure, Crate, Enum, Export, Expr, Fn, Impl, Item, Pat, Path, Receiver, Stmt, Struct,
    Ty, UnOp,
};

/// The longest value that stands on one line with the braces of its block.
const MAX_INLINE: usize = 60;

impl Artifact for Crate {
    fn pretty(&self) -> String {
        let mut printer = Printer { krate: self, indent: 0, out: String::new() };
        printer.krate();
        printer.out
    }

    fn validate(&self) -> Result<(), String> {
        super::validate::validate(self)
    }
}

/// One expression as text.
pub(crate) fn pretty_expr(krate: &Crate, expr: &Expr) -> String {
    let mut printer = Printer { krate, indent: 0, out: String::new() };
    printer.expr(expr);
    printer.out
}

struct Printer<'a> {
    krate: &'a Crate,
    indent: usize,
    out: String,
}

impl Printer<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line_start(&mut self) {
        self.put("\n");
        for _ in 0..self.indent {
            self.put("  ");
        }
    }

    fn separator(&mut self, idx: usize, text: &str) {
        if idx > 0 {
            self.put(text);
        }
    }

    /// `open`, the items with commas between them, `close`.
    fn list<T>(&mut self, open: &str, items: &[T], close: &str, mut item: impl FnMut(&mut Self, &T)) {
        self.put(open);
        for (idx, one) in items.iter().enumerate() {
            self.separator(idx, ", ");
            item(self, one);
        }
        self.put(close);
    }

    /// `open`, a line for each of the items, `close`.
    fn lines<T>(&mut self, open: &str, items: &[T], close: &str, mut item: impl FnMut(&mut Self, &T)) {
        self.put(open);
        self.indent += 1;
        for one in items {
            self.line_start();
            item(self, one);
        }
        self.indent -= 1;
        if !items.is_empty() {
            self.line_start();
        }
        self.put(close);
    }

    fn krate(&mut self) {
        let krate = self.krate;
        self.put(if krate.is_program { "program" } else { "library" });
        if let Some(doc) = &krate.doc {
            self.line_start();
            let _ = write!(self.out, "doc: {doc:?}");
        }
        let mut was_short = false;
        for item in &krate.items {
            let is_short = matches!(
                item,
                Item::Use(_)
                    | Item::Const { .. }
                    | Item::ThreadLocal { .. }
                    | Item::Macro { .. }
                    | Item::Variants { .. }
                    | Item::Cyclic { .. }
            );
            self.put(if is_short && was_short { "" } else { "\n" });
            was_short = is_short;
            self.line_start();
            self.item(item);
        }
        self.put("\n");
    }

    fn doc(&mut self, doc: Option<&str>) {
        if let Some(doc) = doc {
            let _ = write!(self.out, "doc: {doc:?}");
            self.line_start();
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Use(path) => {
                self.put("use ");
                self.path(path);
            }
            Item::Fn(func) => self.func(func, None),
            Item::Struct(item) => self.structure(item),
            Item::Enum(item) => self.enumeration(item),
            Item::Impl(item) => self.implementation(item),
            Item::Const { name, ty, value } => self.constant("const", name, ty, value),
            Item::ThreadLocal { name, doc, ty, value, is_const: _ } => {
                self.doc(doc.as_deref());
                self.constant("thread_local", name, ty, value);
            }
            Item::Macro { path, args, text } => {
                let _ = write!(self.out, "rt:{path}!");
                self.list("(", args, ")", Self::ty);
                let _ = text.iter().try_for_each(|text| write!(self.out, " {text:?}"));
            }
            Item::Variants { path, name, variants } => {
                let _ = write!(self.out, "rt:{path}! {name}");
                self.list("(", variants, ")", |printer, (variant, unhashable)| {
                    printer.put(variant);
                    let _ =
                        unhashable.iter().try_for_each(|class| write!(printer.out, ": unhashable {class:?}"));
                });
            }
            Item::Cyclic { name, fields, attributes } => {
                let _ = write!(self.out, "rt:cyclic! {name} {fields}");
                self.list("(", attributes, ")", |printer, name| printer.put(name));
            }
            Item::Export { import, functions } => {
                let import = import.as_ref().map_or_else(String::new, |body| format!(" after {body}"));
                self.lines(&format!("export{import} {{"), functions, "}", Self::export);
            }
        }
    }

    fn export(&mut self, (name, params, ret): &Export) {
        self.put(name);
        self.list("(", params, ") -> ", |p, (name, ty)| p.typed(name, ty));
        self.ty(ret);
    }

    fn constant(&mut self, word: &str, name: &str, ty: &Ty, value: &Expr) {
        self.put(word);
        self.put(" ");
        self.typed(name, ty);
        self.put(" = ");
        self.expr(value);
    }

    fn structure(&mut self, item: &Struct) {
        self.doc(item.doc.as_deref());
        let _ = write!(self.out, "struct {}", item.name);
        self.derives(&item.derives);
        self.lines(" {", &item.fields, "}", |p, (name, ty)| p.typed(name, ty));
    }

    fn enumeration(&mut self, item: &Enum) {
        self.doc(item.doc.as_deref());
        let _ = write!(self.out, "enum {}", item.name);
        self.derives(&item.derives);
        self.lines(" {", &item.variants, "}", |p, variant| {
            p.put(&variant.name);
            if let Some(ty) = &variant.ty {
                p.list("(", std::slice::from_ref(ty), ")", Self::ty);
            }
        });
    }

    fn derives(&mut self, derives: &[&str]) {
        if !derives.is_empty() {
            let _ = write!(self.out, ": {}", derives.join(" + "));
        }
    }

    fn implementation(&mut self, item: &Impl) {
        self.put("impl ");
        if let Some((path, args)) = &item.of {
            self.path(path);
            self.generics("", args);
            self.put(" for ");
        }
        self.ty(&item.ty);
        self.put(" {");
        self.indent += 1;
        for (name, ty) in &item.assoc_types {
            self.line_start();
            let _ = write!(self.out, "type {name} = ");
            self.ty(ty);
        }
        for (name, ty, value) in &item.consts {
            self.line_start();
            self.constant("const", name, ty, value);
        }
        // Only what the type has of its own comes from a Python function.
        let object = match (&item.of, &item.ty) {
            (None, Ty::Named(Path::Local(name), _)) => Some(name.as_str()),
            _ => None,
        };
        for func in &item.fns {
            self.line_start();
            self.func(func, object);
        }
        self.indent -= 1;
        self.line_start();
        self.put("}");
    }

    fn func(&mut self, func: &Fn, object: Option<&str>) {
        self.doc(func.doc.as_deref());
        for lint in &func.expects {
            let _ = write!(self.out, "expect {lint}");
            self.line_start();
        }
        self.put(if func.is_pub { "pub fn " } else { "fn " });
        self.put(&func.name);
        self.put("(");
        self.put(match func.receiver {
            Receiver::None => "",
            Receiver::Ref => "&self",
            Receiver::Mut => "&mut self",
        });
        for (idx, param) in func.params.iter().enumerate() {
            self.separator(idx + usize::from(func.has_self()), ", ");
            self.put(if param.is_mut { "mut " } else { "" });
            self.typed(&param.name, &param.ty);
        }
        self.put(")");
        if let Some(ret) = &func.ret {
            self.put(" -> ");
            self.ty(ret);
        }
        let krate = self.krate;
        let is_its = |name: &str, of: Option<&str>| name == func.name && of == object;
        for origin in krate.origins.iter().filter(|origin| is_its(&origin.name, origin.object.as_deref())) {
            if origin.span == Span::default() {
                self.put(" from the module");
            } else {
                let _ = write!(self.out, " from {}..{}", origin.span.start, origin.span.end);
            }
        }
        self.put(" ");
        self.block_lines(&func.body);
    }

    fn typed(&mut self, name: &str, ty: &Ty) {
        self.put(name);
        self.put(": ");
        self.ty(ty);
    }

    fn path(&mut self, path: &Path) {
        match path {
            Path::Local(name) => self.put(name),
            Path::Rt(name) => {
                let _ = write!(self.out, "rt:{name}");
            }
            Path::RtIn(module, name) => {
                let _ = write!(self.out, "rt/{module}:{name}");
            }
            Path::Exc(class) => {
                let _ = write!(self.out, "exc:{class}");
            }
            Path::Std(path) => {
                let _ = write!(self.out, "std:{}", path.strip_prefix("std::").unwrap_or(path));
            }
            Path::Assoc(of, name) => {
                self.path(of);
                let _ = write!(self.out, "::{name}");
            }
        }
    }

    fn ty(&mut self, ty: &Ty) {
        match ty {
            Ty::Named(path, args) => {
                self.path(path);
                self.generics("", args);
            }
            Ty::Tuple(items) => self.list("(", items, if items.len() == 1 { ",)" } else { ")" }, Self::ty),
            Ty::Ref(inner) => self.prefixed_ty("&", inner),
            Ty::RefMut(inner) => self.prefixed_ty("&mut ", inner),
            Ty::RefStatic(inner) => self.prefixed_ty("&'static ", inner),
            Ty::Slice(elem) => self.list("[", std::slice::from_ref(&**elem), "]", Self::ty),
            Ty::Iterator(item) => {
                self.prefixed_ty("impl Iterator<Item = ", item);
                self.put(">");
            }
            Ty::Infer => self.put("_"),
            Ty::Never => self.put("!"),
            Ty::SelfTy => self.put("Self"),
        }
    }

    fn prefixed_ty(&mut self, prefix: &str, inner: &Ty) {
        self.put(prefix);
        self.ty(inner);
    }

    /// `<A, B>`, if there are any, after `colons`.
    fn generics(&mut self, colons: &str, args: &[Ty]) {
        if !args.is_empty() {
            self.put(colons);
            self.list("<", args, ">", Self::ty);
        }
    }

    /// A block over several lines, whatever is in it.
    fn block_lines(&mut self, block: &Block) {
        self.put("{");
        self.indent += 1;
        for stmt in &block.stmts {
            self.line_start();
            self.stmt(stmt);
        }
        if let Some(tail) = &block.tail {
            self.line_start();
            self.expr(tail);
        }
        self.indent -= 1;
        if !block.stmts.is_empty() || block.tail.is_some() {
            self.line_start();
        }
        self.put("}");
    }

    fn block(&mut self, block: &Block) {
        let (true, Some(tail)) = (block.stmts.is_empty(), &block.tail) else {
            return self.block_lines(block);
        };
        let outer = std::mem::take(&mut self.out);
        self.indent += 1;
        self.expr(tail);
        self.indent -= 1;
        let value = std::mem::replace(&mut self.out, outer);
        if value.len() <= MAX_INLINE && !value.contains('\n') {
            let _ = write!(self.out, "{{ {value} }}");
        } else {
            self.indent += 1;
            self.put("{");
            self.line_start();
            self.put(&value);
            self.indent -= 1;
            self.line_start();
            self.put("}");
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { pat, ty, init } => {
                self.put("let ");
                self.pat(pat);
                if let Some(ty) = ty {
                    self.put(": ");
                    self.ty(ty);
                }
                self.prefixed(" = ", init.as_ref());
            }
            Stmt::LetElse(pat, value, otherwise) => {
                self.put("let ");
                self.pat(pat);
                self.prefixed(" = ", Some(value));
                self.put(" else ");
                self.block(otherwise);
            }
            Stmt::Expr(expr) => self.expr(expr),
        }
        self.put(";");
    }

    fn pat(&mut self, pat: &Pat) {
        match pat {
            Pat::Wild => self.put("_"),
            Pat::Bind(name, is_mut) => {
                self.put(if *is_mut { "mut " } else { "" });
                self.put(name);
            }
            Pat::Ref(pat) => {
                self.put("&");
                self.pat(pat);
            }
            Pat::Tuple(items) => self.list("(", items, if items.len() == 1 { ",)" } else { ")" }, Self::pat),
            Pat::Call(path, items) => {
                self.path(path);
                self.list("(", items, ")", Self::pat);
            }
            Pat::Path(path) => self.path(path),
            Pat::Lit(value) => self.expr(value),
            Pat::Range(first, last) => {
                self.expr(first);
                self.put("..=");
                self.expr(last);
            }
            Pat::Or(sides) => {
                self.put("(");
                for (idx, side) in sides.iter().enumerate() {
                    self.separator(idx, " | ");
                    self.pat(side);
                }
                self.put(")");
            }
        }
    }

    /// `prefix value`, if there is one.
    fn prefixed(&mut self, prefix: &str, value: Option<&Expr>) {
        if let Some(value) = value {
            self.put(prefix);
            self.expr(value);
        }
    }

    /// An expression within another one.
    fn operand(&mut self, expr: &Expr) {
        let needs_parens = match expr {
            Expr::Int(value, _) => *value < 0,
            Expr::Float(value) => value.is_sign_negative(),
            Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Assign(..)
            | Expr::AssignOp(..)
            | Expr::Ref(_)
            | Expr::RefMut(_)
            | Expr::Cast(..)
            | Expr::Range(..)
            | Expr::RangeInclusive(..)
            | Expr::Struct(..)
            | Expr::Block(_)
            | Expr::Labelled(..)
            | Expr::If(..)
            | Expr::IfLet(..)
            | Expr::Match(..)
            | Expr::Closure(_)
            | Expr::AsyncMove(_)
            | Expr::Loop(..)
            | Expr::While(..)
            | Expr::WhileLet(..)
            | Expr::For(..)
            | Expr::Break(..)
            | Expr::Continue(_)
            | Expr::Return(_) => true,
            Expr::Str(_)
            | Expr::Char(_)
            | Expr::Bytes(_)
            | Expr::Bool(_)
            | Expr::Path(_)
            | Expr::Generic(..)
            | Expr::GenericAssoc(..)
            | Expr::Call(..)
            | Expr::Method(..)
            | Expr::Field(..)
            | Expr::TupleField(..)
            | Expr::Index(..)
            | Expr::Try(_)
            | Expr::Attempt(..)
            | Expr::Watched(_)
            | Expr::Tuple(_)
            | Expr::Array(_)
            | Expr::Vec(_)
            | Expr::Filled(..)
            | Expr::Await(_)
            | Expr::Format { .. }
            | Expr::Matches(..)
            | Expr::Unreachable(_) => false,
        };
        if needs_parens {
            self.put("(");
            self.expr(expr);
            self.put(")");
        } else {
            self.expr(expr);
        }
    }

    fn expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(128 << 10, 4 << 20, || self.expr_here(expr));
    }

    fn expr_here(&mut self, expr: &Expr) {
        match expr {
            Expr::Int(value, suffix) => {
                let suffix = suffix.map_or_else(String::new, |suffix| format!("_{suffix}"));
                let _ = write!(self.out, "{value}{suffix}");
            }
            Expr::Float(value) => {
                let _ = write!(self.out, "{value:?}");
            }
            Expr::Str(text) => {
                let _ = write!(self.out, "{text:?}");
            }
            Expr::Char(value) => {
                let _ = write!(self.out, "{value:?}");
            }
            Expr::Bytes(bytes) => {
                let _ = write!(self.out, "b\"{}\"", bytes.escape_ascii());
            }
            Expr::Bool(value) => {
                let _ = write!(self.out, "{value}");
            }
            Expr::Path(path) => self.path(path),
            Expr::Generic(path, types) => {
                self.path(path);
                self.generics("::", types);
            }
            Expr::GenericAssoc(path, types, name) => {
                self.path(path);
                self.generics("::", types);
                let _ = write!(self.out, "::{name}");
            }
            Expr::Call(callee, args) => {
                self.operand(callee);
                self.list("(", args, ")", Self::expr);
            }
            Expr::Method(receiver, name, types, args) => {
                self.operand(receiver);
                let _ = write!(self.out, ".{name}");
                self.generics("::", types);
                self.list("(", args, ")", Self::expr);
            }
            Expr::Field(value, name) => {
                self.operand(value);
                let _ = write!(self.out, ".{name}");
            }
            Expr::TupleField(value, index) => {
                self.operand(value);
                let _ = write!(self.out, ".{index}");
            }
            Expr::Unary(op, value) => {
                self.put(match op {
                    UnOp::Neg => "-",
                    UnOp::Not => "!",
                    UnOp::Deref => "*",
                });
                self.operand(value);
            }
            Expr::Binary(op, left, right) => self.infix(left, symbol(*op), right),
            Expr::Assign(place, value) => self.assignment(place, "", value),
            Expr::AssignOp(op, place, value) => self.assignment(place, symbol(*op), value),
            Expr::Ref(value) => {
                self.put("&");
                self.operand(value);
            }
            Expr::RefMut(value) => {
                self.put("&mut ");
                self.operand(value);
            }
            Expr::Try(value) => {
                self.operand(value);
                self.put("?");
            }
            Expr::Watched(value) => {
                self.put("watched(");
                self.expr(value);
                self.put(")");
            }
            Expr::Attempt(label, value) => {
                self.operand(value);
                self.put("?");
                self.label(label);
            }
            Expr::Cast(value, ty) => {
                self.operand(value);
                self.put(" as ");
                self.ty(ty);
            }
            Expr::Tuple(items) => {
                self.list("(", items, if items.len() == 1 { ",)" } else { ")" }, Self::expr)
            }
            Expr::Array(items) => self.list("[", items, "]", Self::expr),
            Expr::Index(list, index) => {
                self.operand(list);
                self.prefixed("[", Some(index));
                self.put("]");
            }
            Expr::Vec(items) => self.list("vec![", items, "]", Self::expr),
            Expr::Filled(item, count) => {
                self.put("vec![");
                self.expr(item);
                self.prefixed("; ", Some(count));
                self.put("]");
            }
            Expr::Struct(path, fields) => {
                self.path(path);
                self.list(" { ", fields, " }", |p, (name, value)| {
                    p.put(name);
                    p.prefixed(": ", Some(value));
                });
            }
            Expr::Range(start, end) => {
                start.iter().for_each(|start| self.operand(start));
                self.put("..");
                end.iter().for_each(|end| self.operand(end));
            }
            Expr::RangeInclusive(start, end) => {
                self.operand(start);
                self.put("..=");
                self.operand(end);
            }
            Expr::Block(block) => self.block(block),
            Expr::Labelled(label, block) => {
                self.loop_label(Some(label));
                self.block(block);
            }
            Expr::If(test, then, otherwise) => {
                self.prefixed("if ", Some(test));
                self.branches(then, otherwise.as_deref());
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                self.put("if let ");
                self.pat(pat);
                self.prefixed(" = ", Some(value));
                self.branches(then, otherwise.as_deref());
            }
            Expr::Match(value, arms) => {
                self.prefixed("match ", Some(value));
                self.lines(" {", arms, "}", Self::arm);
            }
            Expr::Closure(closure) => self.closure(closure),
            Expr::AsyncMove(block) => {
                self.put("async move ");
                self.block(block);
            }
            Expr::Await(value) => {
                self.operand(value);
                self.put(".await");
            }
            Expr::Loop(label, body) => {
                self.loop_label(label.as_deref());
                self.put("loop ");
                self.block(body);
            }
            Expr::While(label, test, body) => {
                self.loop_label(label.as_deref());
                self.prefixed("while ", Some(test));
                self.put(" ");
                self.block(body);
            }
            Expr::WhileLet(label, pat, value, body) => {
                self.loop_label(label.as_deref());
                self.put("while let ");
                self.pat(pat);
                self.prefixed(" = ", Some(value));
                self.put(" ");
                self.block(body);
            }
            Expr::For(label, pat, iter, body) => {
                self.loop_label(label.as_deref());
                self.put("for ");
                self.pat(pat);
                self.prefixed(" in ", Some(iter));
                self.put(" ");
                self.block(body);
            }
            Expr::Break(label, value) => {
                self.jump("break", label.as_deref());
                self.prefixed(" ", value.as_deref());
            }
            Expr::Continue(label) => self.jump("continue", label.as_deref()),
            Expr::Return(value) => {
                self.put("return");
                self.prefixed(" ", value.as_deref());
            }
            Expr::Format { name, first, text, args } => {
                let _ = write!(self.out, "{name}!(");
                if let Some(first) = first {
                    self.expr(first);
                    self.put(", ");
                }
                let _ = write!(self.out, "{text:?}");
                self.list(if args.is_empty() { "" } else { ", " }, args, ")", Self::expr);
            }
            Expr::Matches(value, pat) => {
                self.prefixed("matches!(", Some(value));
                self.put(", ");
                self.pat(pat);
                self.put(")");
            }
            Expr::Unreachable(why) => {
                let _ = write!(self.out, "unreachable!({why:?})");
            }
        }
    }

    fn infix(&mut self, left: &Expr, symbol: &str, right: &Expr) {
        self.operand(left);
        let _ = write!(self.out, " {symbol} ");
        self.operand(right);
    }

    fn assignment(&mut self, place: &Expr, symbol: &str, value: &Expr) {
        self.operand(place);
        let _ = write!(self.out, " {symbol}= ");
        self.expr(value);
    }

    fn branches(&mut self, then: &Block, otherwise: Option<&Expr>) {
        self.put(" ");
        self.block(then);
        if let Some(otherwise) = otherwise {
            self.put(" else ");
            self.expr(otherwise);
        }
    }

    fn arm(&mut self, arm: &Arm) {
        self.pat(&arm.pat);
        self.prefixed(" if ", arm.guard.as_ref());
        self.prefixed(" => ", Some(&arm.body));
        self.put(",");
    }

    fn closure(&mut self, closure: &Closure) {
        self.put(if closure.is_move { "move " } else { "" });
        self.list("|", &closure.params, "|", |p, (pat, ty)| {
            p.pat(pat);
            if let Some(ty) = ty {
                p.put(": ");
                p.ty(ty);
            }
        });
        if let Some(ret) = &closure.ret {
            self.put(" -> ");
            self.ty(ret);
        }
        self.prefixed(" ", Some(&closure.body));
    }

    fn label(&mut self, label: &str) {
        let _ = write!(self.out, "'{}", label.trim_start_matches('\''));
    }

    fn loop_label(&mut self, label: Option<&str>) {
        if let Some(label) = label {
            self.label(label);
            self.put(": ");
        }
    }

    fn jump(&mut self, word: &str, label: Option<&str>) {
        self.put(word);
        if let Some(label) = label {
            self.put(" ");
            self.label(label);
        }
    }
}

fn symbol(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+",
        BinOp::Sub => "-",
        BinOp::Mul => "*",
        BinOp::Div => "/",
        BinOp::Rem => "%",
        BinOp::And => "&&",
        BinOp::Or => "||",
        BinOp::BitAnd => "&",
        BinOp::BitOr => "|",
        BinOp::BitXor => "^",
        BinOp::Shl => "<<",
        BinOp::Shr => ">>",
        BinOp::Eq => "==",
        BinOp::Ne => "!=",
        BinOp::Lt => "<",
        BinOp::Le => "<=",
        BinOp::Gt => ">",
        BinOp::Ge => ">=",
    }
}
