//! Flow graphs: the order in which a body's statements may run.
//!
//! In: a validated module. Out: [`FlowGraphs`], one [`FlowGraph`] for each function, the module body and each class
//! body. Blocks hold [`Event`]s in order and end in a [`Terminator`]. Every statement occurs once: a `finally` is not
//! copied for each way into it but left to every way out of it that is taken, so paths mix but none is missing.
//! A block of a `try` has an exception edge, taken before or after any of its events. Conditions are not split at
//! `and` and `or`. `while True` has no exit but `break`; what follows a `return` is a block without predecessors.
//! Cost: linear in statements.
//!
//! ```text
//! while a:            block0: goto block1
//!     if b: break     block1 (loop): branch a ? block2 : block3
//!     c               block2: branch b ? block4 : block5
//! d                   block3: d; end    block4: goto block3    block5: c; goto block1
//! ```

use std::fmt::Write as _;

use cranelift_entity::{EntityRef as _, PrimaryMap, SecondaryMap, entity_impl};

use crate::pretty::Printer;
use crate::{
    Artifact, ClassId, ExprId, ExprKind, FuncId, LocalId, Module, Pass, Pattern, Scope, StmtId, StmtKind,
};

/// A basic block.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Block(u32);
entity_impl!(Block, "block");

/// Something that happens in a block. Any of it may raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A statement without statements in it, and `def` and `class` with what they evaluate in place.
    Stmt(StmtId),
    /// The iterable of the `for`, the subject of the `match`, the `types` of an `except`.
    Eval(ExprId),
    /// The target of the `for` is bound to the next item.
    BindItem(StmtId),
    /// The n-th manager of the `with` is entered and its target bound.
    Enter(StmtId, usize),
    /// The pattern of the n-th case of the `match` has matched: its names are bound.
    Capture(StmtId, usize),
    /// The n-th handler of the `try` takes the exception: its name is bound.
    Catch(StmtId, usize),
    /// The name of an `except` is unbound at the end of its body.
    Unbind(LocalId),
}

/// How a block ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Terminator {
    /// To a block.
    Goto(Block),
    /// By the truth of an expression, which is evaluated here.
    Branch {
        /// The condition.
        cond: ExprId,
        /// Where it is true.
        then: Block,
        /// Where it is false.
        otherwise: Block,
    },
    /// Asks the iterator of the `for` for an item.
    Next {
        /// The `for`.
        stmt: StmtId,
        /// There is one.
        body: Block,
        /// There is none.
        done: Block,
    },
    /// Tests the pattern of a case, which evaluates its values and keys.
    Case {
        /// The `match`.
        stmt: StmtId,
        /// Which case.
        case: usize,
        /// It matches.
        matched: Block,
        /// It does not.
        next: Block,
    },
    /// Compares the exception with the types of each handler in order.
    Dispatch {
        /// The `try`.
        stmt: StmtId,
        /// One for each handler.
        handlers: Vec<Block>,
        /// No handler takes it; `None` after a bare `except`.
        uncaught: Option<Block>,
    },
    /// The end of a `finally`, or of a `with` that an exception left: on to where the way in was bound for.
    Resume(Vec<Block>),
    /// The `return`, by way of a `finally` or to the exit.
    Return(StmtId, Block),
    /// The `raise`; to the handler, if there is one.
    Raise(StmtId, Option<Block>),
    /// The exit: the end of the body was reached, or a `return` was.
    End,
    /// An exception leaves the body.
    Uncaught,
}

/// A block's content.
#[derive(Clone, Debug)]
pub struct BlockData {
    /// In order.
    pub events: Vec<Event>,
    /// The end.
    pub terminator: Terminator,
    /// Where an exception raised here goes; `None` where it leaves the body.
    pub handler: Option<Block>,
    /// Whether some block goes back here.
    pub is_loop_header: bool,
}

/// The flow of one body.
#[derive(Clone, Debug)]
pub struct FlowGraph {
    /// Whose body.
    pub scope: Scope,
    /// All blocks.
    pub blocks: PrimaryMap<Block, BlockData>,
    /// The first.
    pub entry: Block,
    /// The one that ends in `End`.
    pub exit: Block,
    /// By block: where control may come from, exceptions included; sorted.
    pub predecessors: SecondaryMap<Block, Vec<Block>>,
    /// Blocks that can be reached, each before its successors but for loops.
    pub reverse_postorder: Vec<Block>,
}

/// The flow of all bodies of a module.
#[derive(Clone, Debug)]
pub struct FlowGraphs {
    /// By function, in order of their ids.
    funcs: Vec<FlowGraph>,
    /// By class.
    classes: Vec<FlowGraph>,
}

impl FlowGraphs {
    /// The flow of a function's body.
    #[must_use]
    pub fn func(&self, func: FuncId) -> &FlowGraph {
        &self.funcs[func.into_raw().into_u32() as usize]
    }

    /// The flow of a class's body.
    #[must_use]
    pub fn class(&self, class: ClassId) -> &FlowGraph {
        &self.classes[class.into_raw().into_u32() as usize]
    }

    /// The flow of a scope's body.
    #[must_use]
    pub fn scope(&self, scope: Scope) -> &FlowGraph {
        match scope {
            Scope::Func(func) => self.func(func),
            Scope::Class(class) => self.class(class),
        }
    }

    /// As text, statements and expressions written out.
    #[must_use]
    pub fn pretty_in(&self, module: &Module) -> String {
        let mut printer = Printer::new(module);
        self.iter().map(|graph| graph.text(Some(&mut printer))).collect()
    }

    /// All of them: functions by id, then classes.
    pub fn iter(&self) -> impl Iterator<Item = &FlowGraph> {
        self.funcs.iter().chain(&self.classes)
    }
}

/// The pass that makes [`FlowGraphs`].
#[derive(Clone, Copy, Debug)]
pub struct BuildCfg;

impl Pass for BuildCfg {
    const NAME: &'static str = "cfg";
    type In<'a> = &'a Module;
    type Out = FlowGraphs;

    fn run(module: &Module, _sink: &mut portalis_diag::Sink) -> FlowGraphs {
        build(module)
    }
}

/// The flow of all bodies of `module`.
#[must_use]
pub fn build(module: &Module) -> FlowGraphs {
    let funcs = module.funcs.iter().map(|(id, _)| build_scope(module, Scope::Func(id)));
    let classes = module.classes.iter().map(|(id, _)| build_scope(module, Scope::Class(id)));
    FlowGraphs { funcs: funcs.collect(), classes: classes.collect() }
}

/// The flow of one body.
#[must_use]
pub fn build_scope(module: &Module, scope: Scope) -> FlowGraph {
    let body = match scope {
        Scope::Func(func) => &module[func].body,
        Scope::Class(class) => &module[class].body,
    };
    Builder::run(module, scope, body)
}

/// Statements and expressions by number; [`FlowGraphs::pretty_in`] writes them out.
impl Artifact for FlowGraphs {
    fn pretty(&self) -> String {
        self.iter().map(|graph| graph.text(None)).collect()
    }

    fn validate(&self) -> Result<(), String> {
        for graph in self.iter() {
            graph.validate().map_err(|fault| format!("flow of {:?}: {fault}", graph.scope))?;
        }
        Ok(())
    }
}

impl Terminator {
    /// Calls `f` with each block it names, in order.
    pub fn for_each_target(&self, f: &mut dyn FnMut(Block)) {
        match self {
            Terminator::Goto(block) | Terminator::Return(_, block) => f(*block),
            Terminator::Branch { then: one, otherwise: two, .. }
            | Terminator::Next { body: one, done: two, .. }
            | Terminator::Case { matched: one, next: two, .. } => {
                f(*one);
                f(*two);
            }
            Terminator::Dispatch { handlers, uncaught, .. } => {
                handlers.iter().chain(uncaught).copied().for_each(f)
            }
            Terminator::Resume(blocks) => blocks.iter().copied().for_each(f),
            Terminator::Raise(_, block) => block.iter().copied().for_each(f),
            Terminator::End | Terminator::Uncaught => {}
        }
    }
}

impl FlowGraph {
    /// Where control may go from a block: the terminator's targets, then the handler; each once.
    #[must_use]
    pub fn successors(&self, block: Block) -> Vec<Block> {
        let data = &self.blocks[block];
        let mut out = Vec::new();
        let mut add = |block| {
            if !out.contains(&block) {
                out.push(block);
            }
        };
        data.terminator.for_each_target(&mut add);
        data.handler.iter().copied().for_each(add);
        out
    }

    /// Whether the block can be reached.
    #[must_use]
    pub fn is_reachable(&self, block: Block) -> bool {
        block == self.entry || !self.predecessors[block].is_empty()
    }

    /// Fills predecessors and order; drops predecessors that cannot be reached.
    fn finish(&mut self) {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut seen: SecondaryMap<Block, bool> = SecondaryMap::new();
        let mut stack = vec![(self.entry, self.successors(self.entry).into_iter())];
        seen[self.entry] = true;
        let mut on_stack: SecondaryMap<Block, bool> = SecondaryMap::new();
        on_stack[self.entry] = true;
        while let Some((block, rest)) = stack.last_mut() {
            let block = *block;
            match rest.next() {
                Some(next) => {
                    self.predecessors[next].push(block);
                    if on_stack[next] {
                        self.blocks[next].is_loop_header = true;
                    }
                    if !seen[next] {
                        seen[next] = true;
                        on_stack[next] = true;
                        let successors = self.successors(next).into_iter();
                        stack.push((next, successors));
                    }
                }
                None => {
                    on_stack[block] = false;
                    order.push(block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        self.reverse_postorder = order;
        for block in self.blocks.keys() {
            self.predecessors[block].sort();
        }
    }

    fn validate(&self) -> Result<(), String> {
        let n_blocks = self.blocks.len();
        for (block, data) in self.blocks.iter() {
            let mut fault = None;
            let mut look = |target: Block| {
                if target.index() >= n_blocks {
                    fault = Some(format!("{block} goes to {target}, which does not exist"));
                }
            };
            data.terminator.for_each_target(&mut look);
            data.handler.iter().copied().for_each(look);
            if let Some(fault) = fault {
                return Err(fault);
            }
            if matches!(data.terminator, Terminator::End) != (block == self.exit) {
                return Err(format!("{block} is not the exit, or does not end"));
            }
        }
        for &block in &self.reverse_postorder {
            for next in self.successors(block) {
                if !self.predecessors[next].contains(&block) {
                    return Err(format!("{next} does not know its predecessor {block}"));
                }
            }
        }
        Ok(())
    }

    /// As text, statements and expressions written out.
    #[must_use]
    pub fn pretty_in(&self, module: &Module) -> String {
        self.text(Some(&mut Printer::new(module)))
    }

    fn text(&self, printer: Option<&mut Printer>) -> String {
        let mut writer = Writer { graph: self, printer };
        writer.graph()
    }
}

/// Prints a graph, with a printer for what it refers to or by numbers.
struct Writer<'g, 'p, 'm> {
    graph: &'g FlowGraph,
    printer: Option<&'p mut Printer<'m>>,
}

impl Writer<'_, '_, '_> {
    fn graph(&mut self) -> String {
        let graph = self.graph;
        let name = match (graph.scope, &self.printer) {
            (Scope::Func(func), Some(printer)) => format!("def {}", printer.module[func].qualname),
            (Scope::Class(class), Some(printer)) => format!("class {}", printer.module[class].qualname),
            (Scope::Func(func), None) => format!("def #{}", func.into_raw().into_u32()),
            (Scope::Class(class), None) => format!("class #{}", class.into_raw().into_u32()),
        };
        let mut out = format!("{name}: {} to {}\n", graph.entry, graph.exit);
        for (block, data) in graph.blocks.iter() {
            let is_reachable = graph.is_reachable(block);
            if !is_reachable && data.events.is_empty() {
                continue;
            }
            let _ = write!(out, "  {block}");
            out.push_str(if data.is_loop_header { " (loop)" } else { "" });
            out.push_str(if is_reachable { "" } else { " (dead)" });
            if let Some(handler) = data.handler {
                let _ = write!(out, " !{handler}");
            }
            out.push_str(":\n");
            for event in &data.events {
                let _ = writeln!(out, "    {}", self.event(*event));
            }
            let _ = writeln!(out, "    {}", self.terminator(&data.terminator));
        }
        out
    }

    fn stmt(&mut self, stmt: StmtId) -> String {
        match &mut self.printer {
            Some(printer) => printer.head_text(stmt, self.graph.scope),
            None => format!("stmt #{}", stmt.into_raw().into_u32()),
        }
    }

    fn expr(&mut self, expr: ExprId) -> String {
        match &mut self.printer {
            Some(printer) => printer.expr_text(expr, self.graph.scope),
            None => format!("expr #{}", expr.into_raw().into_u32()),
        }
    }

    fn event(&mut self, event: Event) -> String {
        match event {
            Event::Stmt(stmt) => self.stmt(stmt),
            Event::Eval(expr) => format!("eval {}", self.expr(expr)),
            Event::BindItem(stmt) => format!("item of `{}`", self.stmt(stmt)),
            Event::Enter(stmt, item) => format!("enter {item} of `{}`", self.stmt(stmt)),
            Event::Capture(stmt, case) => format!("capture {case} of `{}`", self.stmt(stmt)),
            Event::Catch(_, handler) => format!("catch {handler}"),
            Event::Unbind(local) => match &self.printer {
                Some(printer) => format!("unbind {}", printer.module[local].name),
                None => format!("unbind local #{}", local.into_raw().into_u32()),
            },
        }
    }

    fn terminator(&mut self, terminator: &Terminator) -> String {
        let list = |blocks: &[Block]| blocks.iter().map(Block::to_string).collect::<Vec<_>>().join(", ");
        match terminator {
            Terminator::Goto(block) => format!("goto {block}"),
            Terminator::Branch { cond, then, otherwise } => {
                format!("branch {} ? {then} : {otherwise}", self.expr(*cond))
            }
            Terminator::Next { body, done, .. } => format!("next ? {body} : {done}"),
            Terminator::Case { case, matched, next, .. } => format!("case {case} ? {matched} : {next}"),
            Terminator::Dispatch { handlers, uncaught, .. } => {
                let uncaught = uncaught.map_or_else(|| "none".to_owned(), |block| block.to_string());
                format!("dispatch {} else {uncaught}", list(handlers))
            }
            Terminator::Resume(blocks) => format!("resume {}", list(blocks)),
            Terminator::Return(stmt, block) => format!("{} -> {block}", self.stmt(*stmt)),
            Terminator::Raise(stmt, block) => {
                let to = block.map_or_else(String::new, |block| format!(" -> {block}"));
                format!("{}{to}", self.stmt(*stmt))
            }
            Terminator::End => "end".to_owned(),
            Terminator::Uncaught => "uncaught".to_owned(),
        }
    }
}

/// What jumps must know of the statements around them.
enum Frame {
    /// A loop: where `continue` and `break` go.
    Loop { head: Block, after: Block },
    /// A `finally`: its first block, and where its ways out go.
    Finally { entry: Block, exits: Vec<Block> },
}

struct Builder<'a> {
    module: &'a Module,
    blocks: PrimaryMap<Block, BlockData>,
    frames: Vec<Frame>,
    /// The block under construction.
    at: Block,
    /// Where exceptions go.
    handler: Option<Block>,
    exit: Block,
    uncaught: Option<Block>,
}

impl<'a> Builder<'a> {
    fn run(module: &'a Module, scope: Scope, body: &'a [StmtId]) -> FlowGraph {
        let mut blocks = PrimaryMap::new();
        let data =
            |terminator| BlockData { events: Vec::new(), terminator, handler: None, is_loop_header: false };
        let entry = blocks.push(data(Terminator::Uncaught));
        let exit = blocks.push(data(Terminator::End));
        let mut builder =
            Builder { module, blocks, frames: Vec::new(), at: entry, handler: None, exit, uncaught: None };
        builder.body(body);
        builder.end(Terminator::Goto(exit));
        let mut graph = FlowGraph {
            scope,
            blocks: builder.blocks,
            entry,
            exit,
            predecessors: SecondaryMap::new(),
            reverse_postorder: Vec::new(),
        };
        graph.finish();
        graph
    }

    fn block(&mut self) -> Block {
        let terminator = Terminator::Uncaught;
        let handler = self.handler;
        self.blocks.push(BlockData { events: Vec::new(), terminator, handler, is_loop_header: false })
    }

    fn event(&mut self, event: Event) {
        self.blocks[self.at].events.push(event);
    }

    fn end(&mut self, terminator: Terminator) {
        self.blocks[self.at].terminator = terminator;
    }

    /// Ends the block with a jump to `next` and goes on there.
    fn goto(&mut self, next: Block) {
        self.end(Terminator::Goto(next));
        self.at = next;
    }

    /// The block that exceptions go to which nothing here handles.
    fn propagate(&mut self) -> Block {
        if let Some(handler) = self.handler {
            return handler;
        }
        match self.uncaught {
            Some(block) => block,
            None => {
                let block = self.block();
                self.uncaught = Some(block);
                block
            }
        }
    }

    /// The block that a jump to `target` out of all frames from `depth` on goes to first: the innermost `finally`.
    fn through_finally(&mut self, depth: usize, target: Block) -> Block {
        let mut target = target;
        for frame in &mut self.frames[depth..] {
            if let Frame::Finally { entry, exits } = frame {
                if !exits.contains(&target) {
                    exits.push(target);
                }
                target = *entry;
            }
        }
        target
    }

    fn body(&mut self, body: &'a [StmtId]) {
        for &stmt in body {
            stacker::maybe_grow(128 << 10, 4 << 20, || self.stmt(stmt));
        }
    }

    fn stmt(&mut self, stmt: StmtId) {
        match &self.module[stmt].kind {
            StmtKind::Expr(_)
            | StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::AnnAssign { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Delete(_)
            | StmtKind::FuncDef { .. }
            | StmtKind::ClassDef { .. }
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::TypeAlias { .. }
            | StmtKind::Error => self.event(Event::Stmt(stmt)),
            StmtKind::Return(_) => {
                let to = self.through_finally(0, self.exit);
                self.jump(Terminator::Return(stmt, to));
            }
            StmtKind::Raise { .. } => self.jump(Terminator::Raise(stmt, self.handler)),
            StmtKind::Break | StmtKind::Continue => {
                let is_break = matches!(self.module[stmt].kind, StmtKind::Break);
                let innermost = self.frames.iter().enumerate().rev().find_map(|(depth, frame)| match frame {
                    Frame::Loop { head, after } => Some((depth, if is_break { *after } else { *head })),
                    Frame::Finally { .. } => None,
                });
                if let Some((depth, target)) = innermost {
                    let to = self.through_finally(depth, target);
                    self.jump(Terminator::Goto(to));
                }
            }
            StmtKind::If { test, then, otherwise } => {
                let (yes, no, after) = (self.block(), self.block(), self.block());
                self.end(Terminator::Branch { cond: *test, then: yes, otherwise: no });
                self.at = yes;
                self.body(then);
                self.goto(after);
                self.at = no;
                self.body(otherwise);
                self.goto(after);
            }
            StmtKind::While { test, body, otherwise } => {
                let (head, inner, done, after) = (self.block(), self.block(), self.block(), self.block());
                self.goto(head);
                self.end(match self.constant(*test) {
                    Some(true) => Terminator::Goto(inner),
                    Some(false) => Terminator::Goto(done),
                    None => Terminator::Branch { cond: *test, then: inner, otherwise: done },
                });
                self.rounds(head, inner, body, done, otherwise, after);
            }
            StmtKind::For { iter, body, otherwise, .. } => {
                let (head, inner, done, after) = (self.block(), self.block(), self.block(), self.block());
                self.event(Event::Eval(*iter));
                self.goto(head);
                self.end(Terminator::Next { stmt, body: inner, done });
                self.blocks[inner].events.push(Event::BindItem(stmt));
                self.rounds(head, inner, body, done, otherwise, after);
            }
            StmtKind::With { items, body, .. } => self.with(stmt, items.len(), body),
            StmtKind::Match { subject, .. } => {
                self.event(Event::Eval(*subject));
                self.cases(stmt);
            }
            StmtKind::Try { .. } => self.try_(stmt),
        }
    }

    /// Ends the block for good; what follows cannot be reached.
    fn jump(&mut self, terminator: Terminator) {
        self.end(terminator);
        self.at = self.block();
    }

    /// The truth of a literal condition.
    fn constant(&self, test: ExprId) -> Option<bool> {
        match self.module[test].kind {
            ExprKind::Bool(value) => Some(value),
            ExprKind::Int(value) => Some(value != 0),
            ExprKind::None => Some(false),
            _ => None,
        }
    }

    fn rounds(
        &mut self,
        head: Block,
        inner: Block,
        body: &'a [StmtId],
        done: Block,
        otherwise: &'a [StmtId],
        after: Block,
    ) {
        self.frames.push(Frame::Loop { head, after });
        self.at = inner;
        self.body(body);
        self.end(Terminator::Goto(head));
        self.frames.pop();
        self.at = done;
        self.body(otherwise);
        self.goto(after);
    }

    /// A manager may swallow an exception of the body.
    fn with(&mut self, stmt: StmtId, n_items: usize, body: &'a [StmtId]) {
        let outer = self.handler;
        let after = self.block();
        let mut leaving = outer;
        for item in 0..n_items {
            self.event(Event::Enter(stmt, item));
            self.handler = leaving;
            let up = self.propagate();
            let exit = self.block();
            self.blocks[exit].terminator = Terminator::Resume(vec![after, up]);
            leaving = Some(exit);
            self.handler = leaving;
            let next = self.block();
            self.goto(next);
        }
        self.body(body);
        self.handler = outer;
        self.goto(after);
    }

    fn cases(&mut self, stmt: StmtId) {
        let StmtKind::Match { cases, .. } = &self.module[stmt].kind else { return };
        let after = self.block();
        for (idx, case) in cases.iter().enumerate() {
            let (matched, next) = (self.block(), self.block());
            let is_certain = matches!(case.pattern, Pattern::Wildcard | Pattern::Bind(None, ..));
            self.end(match is_certain {
                true => Terminator::Goto(matched),
                false => Terminator::Case { stmt, case: idx, matched, next },
            });
            self.at = matched;
            self.event(Event::Capture(stmt, idx));
            if let Some(guard) = case.guard {
                let body = self.block();
                self.end(Terminator::Branch { cond: guard, then: body, otherwise: next });
                self.at = body;
            }
            self.body(&case.body);
            self.end(Terminator::Goto(after));
            self.at = next;
        }
        self.goto(after);
    }

    fn try_(&mut self, stmt: StmtId) {
        let StmtKind::Try { body, handlers, otherwise, finally, .. } = &self.module[stmt].kind else {
            return;
        };
        let outer = self.handler;
        let after = self.block();
        let finally_entry = (!finally.is_empty()).then(|| self.block());
        if let Some(entry) = finally_entry {
            let up = self.propagate();
            self.frames.push(Frame::Finally { entry, exits: vec![after, up] });
        }
        let unhandled = finally_entry.or(outer);
        let done = finally_entry.unwrap_or(after);
        self.handler = unhandled;
        let dispatch = (!handlers.is_empty()).then(|| self.block());
        self.handler = dispatch.or(unhandled);
        let guarded = self.block();
        self.goto(guarded);
        self.body(body);
        self.handler = unhandled;
        let else_block = self.block();
        self.goto(else_block);
        self.body(otherwise);
        self.end(Terminator::Goto(done));
        if let Some(dispatch) = dispatch {
            let entries: Vec<Block> = handlers.iter().map(|_| self.block()).collect();
            for handler in handlers {
                self.blocks[dispatch].events.extend(handler.types.map(Event::Eval));
            }
            let has_bare = handlers.iter().any(|handler| handler.types.is_none());
            let uncaught = if has_bare { None } else { Some(self.propagate()) };
            self.blocks[dispatch].terminator =
                Terminator::Dispatch { stmt, handlers: entries.clone(), uncaught };
            for (idx, (handler, entry)) in handlers.iter().zip(entries).enumerate() {
                self.at = entry;
                self.event(Event::Catch(stmt, idx));
                self.body(&handler.body);
                if let Some(local) = handler.local {
                    self.event(Event::Unbind(local));
                }
                self.end(Terminator::Goto(done));
            }
        }
        self.handler = outer;
        if let Some(entry) = finally_entry
            && let Some(Frame::Finally { exits, .. }) = self.frames.pop()
        {
            self.at = entry;
            self.body(finally);
            self.end(Terminator::Resume(exits));
        }
        self.at = after;
    }
}
