//! `print(…)`.
//!
//! ```text
//! print("a", b, sep="")       print!("a{}\n", py(&b));
//! ```
//!
//! Python writes each value before it asks the next for its text. That shows where a text is made by a method that writes
//! or raises itself: such a call prints in pieces.

use std::collections::BTreeSet;

use portalis_hir::visit::{for_each_body_expr, for_each_stmt};
use portalis_hir::{Arg, ExprId, ExprKind, FuncId, StmtKind};
use portalis_typeck::ty::{Atom, InstId};

use super::format::escape;
use super::{Cx, FnCx};
use crate::observe::{hidden_targets, reach};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};
use crate::special::Use;

impl Cx<'_> {
    /// Whether the compiler wrote a function: what it raises is for wrong calls. All of its text stands at one place.
    pub(crate) fn is_of_library(&self, func: FuncId) -> bool {
        self.module[func].span == self.module[func].name_span
    }

    /// Whether the text of a function says that it raises.
    pub(crate) fn says_raise(&self, func: FuncId) -> bool {
        let mut found = false;
        for_each_stmt(self.module, &self.module[func].body, &mut |stmt| {
            found |= matches!(self.module[stmt].kind, StmtKind::Raise { .. });
        });
        found
    }

    /// Whether the text of a function says that it writes.
    pub(crate) fn says_write(&self, func: FuncId) -> bool {
        let mut found = false;
        for_each_body_expr(self.module, &self.module[func].body, &mut |expr| {
            found |= match &self.module[expr].kind {
                ExprKind::Builtin(name) => matches!(&**name, "print" | "input"),
                ExprKind::Attribute { name, .. } => matches!(&**name, "write" | "writelines"),
                _ => false,
            };
        });
        found
    }
}

impl FnCx<'_, '_> {
    /// `print(…)`.
    pub(crate) fn print(&mut self, args: &[Arg]) -> Expr {
        self.print_as(args, true)
    }

    /// The same, in one piece unless it `may_split`.
    fn print_as(&mut self, args: &[Arg], may_split: bool) -> Expr {
        let mut text = String::new();
        let mut values = Vec::new();
        let keyword = |name: &str| {
            args.iter().find_map(|arg| match arg {
                Arg::Keyword(keyword, value) if &**keyword == name => Some(*value),
                _ => None,
            })
        };
        let (sep, end, file) = (keyword("sep"), keyword("end"), keyword("file"));
        let literal = |cx: &Self, expr: Option<ExprId>, default: &str| match expr {
            None => Some(default.to_owned()),
            Some(expr) => match &cx.cx.module[expr].kind {
                ExprKind::Str(text) => Some(text.to_string()),
                ExprKind::None => Some(default.to_owned()),
                _ if cx.is_named(expr) && cx.is_none_type(expr) => Some(default.to_owned()),
                _ => None,
            },
        };
        let to_stderr = match file {
            None => false,
            Some(file) => match &self.cx.module[file].kind {
                ExprKind::Attribute { name, .. } if &**name == "stderr" => true,
                ExprKind::Attribute { name, .. } if &**name == "stdout" => false,
                ExprKind::None => false,
                _ => {
                    if matches!(self.cx.rep.repr(self.type_of(file)), Repr::File) {
                        return self.print_to_file(args, file);
                    }
                    self.unsupported_operation("`print` to this file");
                    false
                }
            },
        };
        let has_star = args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_)));
        let (sep_text, end_text) = (literal(self, sep, " "), literal(self, end, "\n"));
        if has_star {
            if args.iter().any(|arg| !matches!(arg, Arg::Keyword(..)) && self.speaks(arg.value(), false)) {
                self.unsupported_operation(
                    "`print(*items)` of objects whose text is made by a method that prints or raises",
                );
            }
            return self.print_star(args, sep, end, to_stderr);
        }
        // What is computed for `sep` and `end` is computed after the values, once.
        let is_computed = |cx: &Self, text: &Option<String>, expr: Option<ExprId>| {
            text.is_none() && expr.is_some_and(|expr| !cx.is_named(expr))
        };
        let speaks: Vec<bool> = args
            .iter()
            .enumerate()
            .map(|(i, arg)| {
                let is_split = may_split && !to_stderr && i > 0;
                is_split && matches!(arg, Arg::Pos(value) if self.speaks(*value, true))
            })
            .collect();
        let speaks_inside = speaks.contains(&true);
        let holds = speaks_inside || is_computed(self, &sep_text, sep) || is_computed(self, &end_text, end);
        let mut block = Block::default();
        let mut shown = Vec::new();
        for (at, arg) in args.iter().enumerate() {
            let Arg::Pos(value) = arg else { continue };
            if let (ExprKind::Format(parts), false) = (&self.cx.module[*value].kind, holds) {
                let parts = parts.clone();
                let is_followed = args[at + 1..].iter().any(|arg| self.acts(arg.value()));
                shown.push(self.format_parts(&parts, is_followed));
                continue;
            }
            if let ExprKind::Str(literal) = &self.cx.module[*value].kind {
                shown.push((escape(literal), Vec::new()));
                continue;
            }
            let (hole, arg) = self.shown_in(*value, holds, &mut block);
            shown.push((hole.to_owned(), vec![arg]));
        }
        let sep_arg = match sep {
            Some(sep) if sep_text.is_none() => Some(self.separator(sep, " ", holds, &mut block)),
            _ => None,
        };
        // What stands before a value whose text is made by a method that shows it.
        let mut pieces = Vec::new();
        for (i, (hole, args)) in shown.into_iter().enumerate() {
            if i > 0 {
                text.push_str(sep_text.as_deref().map(escape).as_deref().unwrap_or("{}"));
                values.extend(sep_arg.clone());
            }
            if speaks[i] && !text.is_empty() {
                pieces.push((std::mem::take(&mut text), std::mem::take(&mut values)));
            }
            text.push_str(&hole);
            values.extend(args);
        }
        let line = end_text.as_deref() == Some("\n");
        match &end_text {
            Some(_) if line => {}
            Some(end) => text.push_str(&escape(end)),
            None => {
                if let Some(end) = end {
                    values.push(self.separator(end, "\n", holds, &mut block));
                    text.push_str("{}");
                }
            }
        }
        if to_stderr {
            let text = if line { text + "\n" } else { text };
            let format = Expr::Format { name: "format", first: None, text, args: values };
            let write = Expr::call(Path::RtIn("output", "write_error".to_owned()), vec![format.by_ref()]);
            block.tail = Some(Box::new(write));
            return block.into_expr();
        }
        let name = if line { "println" } else { "print" };
        for (text, args) in pieces {
            block.stmts.push(Stmt::Expr(self.piece("print", text, args)));
        }
        if speaks_inside {
            let last = self.piece(name, text, values);
            block.tail = Some(Box::new(last));
            return block.into_expr();
        }
        block.tail = Some(Box::new(Expr::Format { name, first: None, text, args: values }));
        block.into_expr()
    }

    /// One `print!` of several, which ends the others where the text of a value raises.
    fn piece(&mut self, name: &'static str, text: String, args: Vec<Expr>) -> Expr {
        let is_asking = !args.is_empty() && self.catch != super::Catch::Uncaught;
        let print = Expr::Format { name, first: None, text, args };
        if is_asking { self.settled(print) } else { print }
    }

    /// Whether a method that makes the text of `value` says that it writes or raises, or may raise where somebody
    /// observes it and that counts.
    fn speaks(&mut self, value: ExprId, counts_observed: bool) -> bool {
        let counts_observed = counts_observed && self.catch != super::Catch::Uncaught;
        // What such a display makes is text already.
        if matches!(self.cx.module[value].kind, ExprKind::Format(_)) {
            return false;
        }
        let mut cells = BTreeSet::new();
        reach(self.cx.rep.inferred, self.type_of(value), &mut cells);
        let methods =
            cells.into_iter().flat_map(|cell| Use::Show.methods().iter().map(move |method| (cell, *method)));
        let mut todo: Vec<InstId> = methods
            .filter_map(|(cell, method)| self.cx.rep.inferred.trait_calls.get(&(cell, method.into())))
            .flat_map(|targets| targets.iter().map(|(_, target)| *target))
            .collect();
        let mut seen: BTreeSet<InstId> = todo.iter().copied().collect();
        while let Some(inst) = todo.pop() {
            let func = self.cx.rep.inferred.insts[inst.index()].func;
            if self.cx.is_of_library(func) {
                continue;
            }
            let is_observed = counts_observed && self.cx.is_fallible(inst);
            if is_observed || self.cx.says_raise(func) || self.cx.says_write(func) {
                return true;
            }
            let mut called: BTreeSet<InstId> =
                self.cx.rep.inferred.insts[inst.index()].calls.values().copied().collect();
            hidden_targets(self.cx.module, self.cx.rep.inferred, inst, |_| true, &mut called);
            todo.extend(called.into_iter().filter(|&called| seen.insert(called)));
        }
        false
    }

    /// Whether an expression is `None` and nothing else.
    fn is_none_type(&self, expr: ExprId) -> bool {
        let atoms = self.cx.rep.atoms(self.type_of(expr));
        matches!(atoms.as_slice(), [(_, Atom::None)])
    }

    /// What is printed for `sep` or `end`: text, or the usual where it is `None`.
    fn separator(&mut self, value: ExprId, usual: &str, holds: bool, block: &mut Block) -> Expr {
        let ty = self.type_of(value);
        match self.cx.rep.repr(ty) {
            Repr::Str => self.shown_in(value, holds, block).1,
            Repr::Option(inner) if *inner == Repr::Str => {
                let text = self.value(value).method("unwrap_or", vec![super::expr::str_literal(usual)]);
                self.hold_value("text", text, &mut block.stmts)
            }
            _ => {
                self.unsupported_operation("`print` with a `sep` or `end` that is no text");
                Expr::unit()
            }
        }
    }

    /// What shows a value; where it `holds`, the value is computed in `block`.
    fn shown_in(&mut self, value: ExprId, holds: bool, block: &mut Block) -> (&'static str, Expr) {
        let ty = self.type_of(value);
        let mut place = self.place(value);
        if holds && !crate::coerce::is_calm(&place) {
            place = self.hold_value("shown", place, &mut block.stmts);
        }
        self.shown(place, ty)
    }

    /// `print(*items)`: the parts are joined at run time.
    fn print_star(
        &mut self,
        args: &[Arg],
        sep: Option<ExprId>,
        end: Option<ExprId>,
        to_stderr: bool,
    ) -> Expr {
        let name = self.temp("parts");
        let mut block = Block::default();
        let n_before = args.iter().take_while(|arg| matches!(arg, Arg::Pos(_))).count();
        let (before, args) = args.split_at(n_before);
        let mut parts = Vec::new();
        for arg in before {
            let ty = self.type_of(arg.value());
            let place = self.place(arg.value());
            parts.push(self.str_of(place, ty));
        }
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty: Some(crate::rir::Ty::Named(Path::local("Vec"), vec![crate::rir::Ty::rt("Str")])),
            init: Some(if parts.is_empty() {
                Expr::call(Path::local("Vec").assoc("new"), Vec::new())
            } else {
                Expr::Vec(parts)
            }),
        });
        for arg in args {
            match arg {
                Arg::Pos(value) => {
                    let ty = self.type_of(*value);
                    let place = self.place(*value);
                    let text = self.str_of(place, ty);
                    block.stmts.push(Stmt::Expr(Expr::local(name.clone()).method("push", vec![text])));
                }
                Arg::Star(value) => {
                    let target = name.clone();
                    self.for_each(*value, &mut block, &mut |cx, item, item_ty, body| {
                        let text = cx.str_of(item, item_ty);
                        body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("push", vec![text])));
                    });
                }
                Arg::Keyword(..) | Arg::DoubleStar(_) => {}
            }
        }
        let text_of = |cx: &mut Self, expr: Option<ExprId>, default: &str| match expr {
            Some(expr) if matches!(cx.cx.module[expr].kind, ExprKind::None) || cx.is_none_type(expr) => {
                super::expr::str_literal(default)
            }
            Some(expr) => match cx.cx.rep.repr(cx.type_of(expr)) {
                Repr::Str => cx.value(expr),
                _ => {
                    let mut block = Block::default();
                    let text = cx.separator(expr, default, false, &mut block);
                    block.tail = Some(Box::new(text));
                    block.into_expr()
                }
            },
            None => super::expr::str_literal(default),
        };
        let options = self.print_options(args, &mut block);
        let option = |cx: &mut Self, name: &str, given: Option<ExprId>, default: &str| match &options {
            Some(options) if given.is_none() => cx.print_option(options, name, default),
            _ => text_of(cx, given, default),
        };
        let sep = option(self, "sep", sep, " ");
        let end = option(self, "end", end, "\n");
        let joined = sep.method("join", vec![Expr::local(name)]);
        let args = vec![joined, end];
        if let Some(options) = options.filter(|options| !to_stderr && self.may_give_file(options)) {
            return self.print_to_option(&options, args, block);
        }
        let written = Expr::Format {
            name: if to_stderr { "format" } else { "print" },
            first: None,
            text: "{}{}".to_owned(),
            args,
        };
        block.tail = Some(Box::new(match to_stderr {
            true => Expr::call(Path::RtIn("output", "write_error".to_owned()), vec![written.by_ref()]),
            false => written,
        }));
        Expr::Block(block)
    }

    fn print_to_file(&mut self, args: &[Arg], file: ExprId) -> Expr {
        let rest: Vec<Arg> = args
            .iter()
            .filter(|arg| !matches!(arg, Arg::Keyword(name, _) if &**name == "file"))
            .cloned()
            .collect();
        let mut block = match self.print_as(&rest, false) {
            Expr::Block(block) => block,
            printed => Block::of(printed),
        };
        let Some(Expr::Format { name, text, args, .. }) = block.tail.take().map(|tail| *tail) else {
            return Expr::Block(block);
        };
        let text = if name == "println" { text + "\n" } else { text };
        let format = Expr::Format { name: "format", first: None, text, args };
        let target = self.place(file);
        let write = self.raising(target, "write", vec![format.by_ref()]);
        match crate::coerce::drop_value(write) {
            Expr::Block(inner) => block.stmts.extend(inner.stmts),
            write => block.stmts.push(Stmt::Expr(write)),
        }
        Expr::Block(block)
    }
}
