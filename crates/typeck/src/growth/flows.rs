//! What each assignment of a function fills, and from what.

use portalis_hir::{Arg, BinOp, Elem, ExprId, ExprKind, Module, StmtId, StmtKind, Target};

use super::Place;
use super::places::{queue, root, targets};

/// `place = value` in a loop.
pub(super) struct Flow {
    pub(super) place: Place,
    pub(super) value: ExprId,
    /// `place op= value`.
    pub(super) aug: Option<(BinOp, StmtId)>,
    /// Number of the innermost loop; 0 outside.
    pub(super) loop_id: u32,
    /// Whether it is an item of a queue. Numbers are searched so, by steps that multiply: only their sums count.
    pub(super) is_queued: bool,
}

/// Those of a function.
pub(super) struct Flows<'m> {
    pub(super) module: &'m Module,
    pub(super) flows: Vec<Flow>,
    pub(super) next_loop: u32,
    /// Whether the function stores into a subscript: it may remember results.
    pub(super) remembers: bool,
}

impl Flows<'_> {
    pub(super) fn block(&mut self, stmts: &[StmtId], loop_id: u32) {
        for &stmt in stmts {
            match &self.module[stmt].kind {
                StmtKind::Assign { targets, value } => {
                    for target in targets {
                        self.assign(target, *value, None, loop_id);
                    }
                }
                StmtKind::AnnAssign { target, value: Some(value), .. } => {
                    self.assign(target, *value, None, loop_id)
                }
                StmtKind::AugAssign { target, op, value } => {
                    self.assign(target, *value, Some((*op, stmt)), loop_id);
                }
                StmtKind::Expr(value) => self.append(*value, loop_id),
                StmtKind::If { then, otherwise, .. } => {
                    self.block(then, loop_id);
                    self.block(otherwise, loop_id);
                }
                StmtKind::For { target, iter, body, otherwise, .. } => {
                    // The items of what the loop walks; they come again where the loop does.
                    for place in targets(target) {
                        self.flows.push(Flow { place, value: *iter, aug: None, loop_id, is_queued: false });
                    }
                    self.next_loop += 1;
                    let inner = self.next_loop;
                    self.block(body, inner);
                    self.block(otherwise, loop_id);
                }
                StmtKind::While { body, otherwise, .. } => {
                    self.next_loop += 1;
                    let inner = self.next_loop;
                    self.block(body, inner);
                    self.block(otherwise, loop_id);
                }
                StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                    self.block(body, loop_id);
                    handlers.iter().for_each(|handler| self.block(&handler.body, loop_id));
                    self.block(otherwise, loop_id);
                    self.block(finally, loop_id);
                }
                StmtKind::With { body, .. } => self.block(body, loop_id),
                StmtKind::Match { cases, .. } => {
                    cases.iter().for_each(|case| self.block(&case.body, loop_id))
                }
                _ => {}
            }
        }
    }

    fn assign(&mut self, target: &Target, value: ExprId, aug: Option<(BinOp, StmtId)>, loop_id: u32) {
        let place = match target {
            Target::Local(local, _) => Some(Place::Local(*local)),
            Target::Attribute { name, .. } => Some(Place::Attr(crate::accessors::raw(name).0)),
            Target::Index { value: container, .. } => {
                self.remembers = true;
                root(self.module, *container)
            }
            Target::Tuple { items, .. } => {
                if let ExprKind::Tuple(values) = &self.module[value].kind
                    && values.len() == items.len()
                {
                    for (item, value) in items.iter().zip(values) {
                        if let Elem::One(value) = value {
                            self.assign(item, *value, None, loop_id);
                        }
                    }
                }
                None
            }
            Target::Error(_) => None,
        };
        if let Some(place) = place {
            let queue = queue(self.module, value).filter(|_| aug.is_none());
            let is_queued = queue.is_some();
            self.flows.push(Flow { place, value: queue.unwrap_or(value), aug, loop_id, is_queued });
        }
    }

    /// `xs.append(v)` fills the elements of `xs`.
    fn append(&mut self, value: ExprId, loop_id: u32) {
        if let ExprKind::Call { callee, args } = &self.module[value].kind
            && let ExprKind::Attribute { value: container, name } = &self.module[*callee].kind
            && matches!(&**name, "append" | "insert" | "appendleft")
            && let Some(Arg::Pos(item)) = args.last()
            && let Some(place) = root(self.module, *container)
        {
            self.flows.push(Flow { place, value: *item, aug: None, loop_id, is_queued: false });
        }
    }
}
