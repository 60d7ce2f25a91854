//! Frames of tracebacks, in programs that are built to tell them: each function says where it is.
//!
//! ```text
//! def half(n):                 fn half(n: i64) -> i64 {
//!     print(n)                     let _frame_ = trace::enter("half");
//!     return n // 2                _frame_.line(2);
//!                                  println!("{n}");
//!                                  _frame_.line(3);
//!                                  n.div_euclid(2)
//!                              }
//! ```
//!
//! A statement has the line that it begins on, a call on another line that of its own while it works:
//!
//! ```text
//! total(                       _frame_.line(1);
//!     half(n),                 total({
//! )                                _frame_.line(2);
//!                                  let part_ = half(n);
//!                                  _frame_.line(1);
//!                                  part_
//!                              })
//! ```
//!
//! What runs a coroutine is Python's own, and has no frames.

use portalis_diag::{LineIndex, Span};
use portalis_hir::{ComprehensionKind, ExprId, ExprKind, FuncKind, StmtId, StmtKind};
use portalis_typeck::ty::{BOT, TypeId};

use super::FnCx;
use crate::Traced;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

/// The variable that holds the frame.
const FRAME: &str = "_frame_";

/// A file whose functions tell where they are, by the lines of its text.
pub(crate) struct File {
    path: String,
    text: String,
    lines: LineIndex,
}

impl File {
    pub(super) fn new(file: &Traced) -> Self {
        File { path: file.path.clone(), text: file.text.clone(), lines: LineIndex::new(&file.text) }
    }

    fn at(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

impl FnCx<'_, '_> {
    /// `let _frame_ = trace::enter("f");`.
    pub(super) fn traced_head(&self) -> Option<Stmt> {
        let file = self.cx.traced.as_ref()?;
        let call = match self.traced_name()? {
            "<module>" => {
                let args = vec![Expr::Str(file.path.clone()), Expr::Str(file.text.clone())];
                Expr::call(Path::RtIn("trace", "start".to_owned()), args)
            }
            name => entered(name),
        };
        Some(held(call))
    }

    /// What a traceback calls the function; `None` where it is none of the program's text.
    fn traced_name(&self) -> Option<&str> {
        let file = self.cx.traced.as_ref()?;
        let func = &self.cx.module[self.func];
        let is_written = |word: &str| file.at(func.span).starts_with(word);
        match func.kind {
            FuncKind::Module => Some("<module>"),
            FuncKind::Lambda => is_written("lambda").then_some("<lambda>"),
            FuncKind::GeneratorExpr => Some("<genexpr>"),
            // What the library says in Python stands where it is asked for.
            FuncKind::Def => (file.at(func.name_span) == &*func.name).then_some(&*func.name),
        }
    }

    /// `_frame_.line(2);` before `stmt`.
    pub(super) fn trace_stmt(&mut self, stmt: StmtId, block: &mut Block) {
        let is_silent = match &self.cx.module[stmt].kind {
            StmtKind::FuncDef { decorators, .. } | StmtKind::ClassDef { decorators, .. } => {
                decorators.is_empty()
            }
            StmtKind::Try { .. }
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::TypeAlias { .. }
            | StmtKind::Error => true,
            _ => false,
        };
        if !is_silent {
            self.trace_line(self.cx.stmt_span(stmt), block);
        }
    }

    /// The same of what is at `span`: a loop that goes on with its next round.
    pub(super) fn trace_line(&mut self, span: Span, block: &mut Block) {
        let Some(file) = self.cx.traced.as_ref().filter(|_| self.traced_name().is_some()) else { return };
        if !block.diverges() {
            self.told_line = file.lines.line(span.start);
            block.stmts.push(told(self.told_line));
        }
    }

    /// The line of an expression that may raise and is on another one than what is around it; it is told from now on.
    pub(super) fn begin_traced(&mut self, id: ExprId) -> Option<(u32, u32)> {
        let file = self.cx.traced.as_ref().filter(|_| self.told_line > 0)?;
        let module = self.cx.module;
        let at = match &module[id].kind {
            // A method is called where its name stands.
            ExprKind::Call { callee, .. } => match &module[*callee].kind {
                ExprKind::Attribute { .. } => module[*callee].span.end.saturating_sub(1),
                _ => module[id].span.start,
            },
            ExprKind::Binary { .. } | ExprKind::Index { .. } => module[id].span.start,
            _ => return None,
        };
        let (line, around) = (file.lines.line(at), self.told_line);
        if line == around || self.traced_name().is_none() {
            return None;
        }
        self.told_line = line;
        Some((line, around))
    }

    /// `{ _frame_.line(2); let part_ = …; _frame_.line(1); part_ }`.
    pub(super) fn end_traced(&mut self, lines: Option<(u32, u32)>, value: Expr, ty: TypeId) -> Expr {
        let Some((line, around)) = lines else { return value };
        self.told_line = around;
        if matches!(value, Expr::Path(_)) {
            return value;
        }
        let mut stmts = vec![told(line)];
        if value.diverges() || ty == BOT {
            return Expr::Block(Block { stmts, tail: Some(Box::new(value)) });
        }
        let value = self.hold_of("part", value, ty, &mut stmts);
        stmts.push(told(around));
        Expr::Block(Block { stmts, tail: Some(Box::new(value)) })
    }

    /// The frame of a comprehension, in the block that each of its rounds is.
    pub(super) fn trace_comprehension(&mut self, kind: ComprehensionKind, span: Span, block: &mut Block) {
        let name = match kind {
            ComprehensionKind::List => "<listcomp>",
            ComprehensionKind::Set => "<setcomp>",
            ComprehensionKind::Dict => "<dictcomp>",
            ComprehensionKind::Items => "<genexpr>",
        };
        if self.traced_name().is_some() {
            block.stmts.push(held(entered(name)));
            self.trace_line(span, block);
        }
    }

    /// `_frame_.caught(&error);` at the head of a handler.
    pub(super) fn trace_caught(&self, error: &str) -> Option<Stmt> {
        self.traced_name()?;
        let error = Expr::local(error).by_ref();
        Some(Stmt::Expr(Expr::local(FRAME).method("caught", vec![error])))
    }

    /// `_frame_.leave();` before a `raise` that is not in the text: it stands for one of Python's own, after the function
    /// has ended.
    pub(super) fn trace_raise(&self) -> Option<Stmt> {
        let file = self.cx.traced.as_ref()?;
        self.traced_name()?;
        let leave = Stmt::Expr(Expr::local(FRAME).method("leave", Vec::new()));
        (!file.at(self.span).starts_with("raise")).then_some(leave)
    }

    /// What a `raise` throws: it comes from here, or, where it says nothing, from where it came from.
    pub(super) fn traced_exception(&self, exception: Expr, is_bare: bool) -> Expr {
        match self.cx.traced {
            None => exception,
            Some(_) => exception.method(if is_bare { "going_on" } else { "raised" }, Vec::new()),
        }
    }

    /// The value of `future`: what waits for it has no frame meanwhile.
    pub(super) fn waited_for(&self, future: Expr) -> Expr {
        let future = if self.traced_name().is_some() {
            Expr::local(FRAME).method("follow", vec![future])
        } else {
            future
        };
        Expr::Await(Box::new(future))
    }
}

fn told(line: u32) -> Stmt {
    Stmt::Expr(Expr::local(FRAME).method("line", vec![Expr::Int(i64::from(line), None)]))
}

fn entered(name: &str) -> Expr {
    Expr::call(Path::RtIn("trace", "enter".to_owned()), vec![Expr::Str(name.to_owned())])
}

fn held(frame: Expr) -> Stmt {
    Stmt::Let { pat: Pat::Bind(FRAME.to_owned(), false), ty: None, init: Some(frame) }
}
