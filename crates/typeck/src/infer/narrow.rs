//! Conditions: the states where they hold and where they do not, with variables and access paths narrowed.

use portalis_hir::{Arg, BoolOp, CmpOp, ExprId, ExprKind, UnaryOp};

use super::expr::truth_of;
use super::{Env, Path, Walk};
use crate::builtins::is_exception_subclass;
use crate::cell::Node;
use crate::instance_of::instance_of_builtin;
use crate::ty::{Atom, BOT, TypeId};

/// How the names begin by which what the frontend adds to classes is known to what it adds beside them: those of
/// dataclasses, and those of classes with `__copy__` or `__deepcopy__`.
const ADDED: [&str; 2] = ["_dataclass_", "_copies_"];

impl Walk<'_, '_> {
    /// The states after `test` is true and after it is false.
    pub(crate) fn cond(&mut self, test: ExprId, env: Env) -> (Option<Env>, Option<Env>) {
        let states = self.states_of(test, env);
        // Reached, if to no end.
        self.record(test, BOT);
        states
    }

    fn states_of(&mut self, test: ExprId, env: Env) -> (Option<Env>, Option<Env>) {
        let module = self.module();
        let states = match &module[test].kind {
            ExprKind::Bool(true) => (Some(env), None),
            ExprKind::Bool(false) | ExprKind::None => (None, Some(env)),
            ExprKind::Int(value) => {
                if *value != 0 {
                    (Some(env), None)
                } else {
                    (None, Some(env))
                }
            }
            ExprKind::Unary { op: UnaryOp::Not, operand } => {
                let (yes, no) = self.cond(*operand, env);
                (no, yes)
            }
            ExprKind::BoolOp { op, operands } => return self.bool_cond(test, *op, operands, env),
            ExprKind::Compare { first, rest } if rest.len() == 1 => {
                return self.compare_cond(test, *first, rest[0].0, rest[0].1, env);
            }
            ExprKind::Call { callee, args } => {
                let mut env = env;
                let ty = self.eval(test, &mut env);
                if ty == BOT {
                    return (None, None);
                }
                if let ExprKind::Builtin(name) = &module[*callee].kind
                    && let [subject, class] = args.as_slice()
                    && &**name == "isinstance"
                {
                    let classes = self.recorded(class.value());
                    return self.isinstance(subject.value(), classes, env, false);
                }
                if let ExprKind::Builtin(name) = &module[*callee].kind
                    && let [Arg::Pos(subject)] = args.as_slice()
                    && &**name == "callable"
                {
                    return self.answered(*subject, env, Self::is_callable);
                }
                if let ExprKind::Builtin(name) = &module[*callee].kind
                    && let [Arg::Pos(subject), Arg::Pos(attribute)] = args.as_slice()
                    && &**name == "hasattr"
                    && let ExprKind::Str(attribute) = &module[*attribute].kind
                    && ADDED.iter().any(|start| attribute.starts_with(start))
                {
                    return self.answered(*subject, env, |walk, atom| match atom {
                        Atom::Obj(class, _) | Atom::Class(class) => Some(walk.class_has(*class, attribute)),
                        _ => Some(false),
                    });
                }
                return self.truth_states(test, ty, env);
            }
            _ => {
                let mut env = env;
                let ty = self.eval(test, &mut env);
                if ty == BOT {
                    return (None, None);
                }
                return self.truth_states(test, ty, env);
            }
        };
        let ty = match &module[test].kind {
            ExprKind::None => self.of(Atom::None),
            ExprKind::Int(_) => self.of(Atom::Nat),
            _ => self.of(Atom::Bool),
        };
        if states.0.is_some() || states.1.is_some() {
            self.record(test, ty);
        }
        states
    }

    /// The type recorded for `expr` so far.
    pub(crate) fn recorded(&self, expr: ExprId) -> TypeId {
        self.s.insts[self.inst.index()].exprs.get(&expr).copied().unwrap_or(BOT)
    }

    fn truth_states(&mut self, test: ExprId, ty: TypeId, env: Env) -> (Option<Env>, Option<Env>) {
        self.truth_calls(Node::Expr(test), ty);
        let (mut may_be_true, mut may_be_false) = (false, false);
        for (_, atom) in self.atoms(ty) {
            match self.truth(&atom) {
                Some(true) => may_be_true = true,
                Some(false) => may_be_false = true,
                None => (may_be_true, may_be_false) = (true, true),
            }
        }
        let yes = may_be_true
            .then(|| self.restrict(test, env.clone(), |walk, atom| walk.truth(atom) != Some(false)));
        let no = may_be_false.then(|| self.restrict(test, env, |walk, atom| walk.truth(atom) != Some(true)));
        (yes.flatten(), no.flatten())
    }

    /// Whether values of this kind are always true or always false.
    fn truth(&self, atom: &Atom) -> Option<bool> {
        if let Atom::Obj(class, _) = atom {
            let decides = self.class_has(*class, "__bool__")
                || self.class_has(*class, "__len__")
                || !crate::underlying::fields(&self.s.classes, *class).is_empty()
                    && crate::underlying::named_tuple(&self.s.classes, *class).is_none();
            return (!decides).then_some(true);
        }
        truth_of(atom)
    }

    /// `bool(x)` calls `__bool__` or `__len__`.
    pub(crate) fn truth_calls(&mut self, node: Node, ty: TypeId) {
        for (id, atom) in self.atoms(ty) {
            if let Atom::Obj(class, _) = atom {
                for method in ["__bool__", "__len__"] {
                    if self.class_has(class, method) {
                        self.trait_method(id, method, Vec::new());
                        let _ = node;
                        break;
                    }
                }
            }
        }
    }

    fn bool_cond(
        &mut self,
        test: ExprId,
        op: BoolOp,
        operands: &[ExprId],
        env: Env,
    ) -> (Option<Env>, Option<Env>) {
        let mut decided: Option<Env> = None;
        let mut here = Some(env);
        let mut ty = BOT;
        for &operand in operands {
            let Some(env) = here else { break };
            let (yes, no) = self.cond(operand, env);
            let one = self.recorded(operand);
            ty = self.join(ty, one);
            let (out, stay) = match op {
                BoolOp::And => (no, yes),
                BoolOp::Or => (yes, no),
            };
            decided = self.merge(decided, out);
            here = stay;
        }
        self.record(test, ty);
        match op {
            BoolOp::And => (here, decided),
            BoolOp::Or => (decided, here),
        }
    }

    fn compare_cond(
        &mut self,
        test: ExprId,
        left: ExprId,
        op: CmpOp,
        right: ExprId,
        mut env: Env,
    ) -> (Option<Env>, Option<Env>) {
        let ty = self.eval(test, &mut env);
        if ty == BOT {
            return (None, None);
        }
        let module = self.module();
        let negated = matches!(op, CmpOp::IsNot | CmpOp::Ne);
        if matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::Eq | CmpOp::Ne) {
            let singleton_side = match (&module[left].kind, &module[right].kind) {
                (_, ExprKind::None) => Some((left, Atom::None)),
                (ExprKind::None, _) => Some((right, Atom::None)),
                (_, ExprKind::Ellipsis) => Some((left, Atom::Ellipsis)),
                _ => None,
            };
            let is_test = matches!(op, CmpOp::Is | CmpOp::IsNot);
            if let Some((subject, only)) = singleton_side {
                let subject_ty = self.recorded(subject);
                let overloads = self
                    .atoms(subject_ty)
                    .iter()
                    .any(|(_, atom)| matches!(atom, Atom::Obj(class, _) if self.class_has(*class, "__eq__")));
                if is_test || !overloads {
                    let yes = self
                        .restrict(subject, env.clone(), |_, atom| *atom == only || *atom == Atom::Unknown);
                    let no = self.restrict(subject, env, |_, atom| *atom != only);
                    let yes = self.possible(subject, yes, |atom| *atom == only);
                    let no = self.possible(subject, no, |atom| *atom != only);
                    return if negated { (no, yes) } else { (yes, no) };
                }
            }
            // `type(x) is C`.
            if let ExprKind::Call { callee, args } = &module[left].kind
                && let ExprKind::Builtin(name) = &module[*callee].kind
                && let [subject] = args.as_slice()
                && &**name == "type"
            {
                let classes = self.recorded(right);
                let (yes, no) = self.isinstance(subject.value(), classes, env, true);
                return if negated { (no, yes) } else { (yes, no) };
            }
        }
        if let Some(states) = self.length_cond(left, op, right, &env) {
            return states;
        }
        if let Some(states) = self.sign_cond(left, op, right, &env) {
            return states;
        }
        (Some(env.clone()), Some(env))
    }

    /// `len(args) == 1` of tuples whose lengths are known.
    fn length_cond(
        &mut self,
        left: ExprId,
        op: CmpOp,
        right: ExprId,
        env: &Env,
    ) -> Option<(Option<Env>, Option<Env>)> {
        let module = self.module();
        let ExprKind::Call { callee, args } = &module[left].kind else { return None };
        let (ExprKind::Builtin(name), [subject]) = (&module[*callee].kind, args.as_slice()) else {
            return None;
        };
        let bound = self.literal(right).filter(|_| &**name == "len")?;
        let subject = subject.value();
        let holds = |atom: &Atom| {
            let Atom::Tuple(items) = atom else { return None };
            let length = items.len() as i64;
            Some(match op {
                CmpOp::Eq => length == bound,
                CmpOp::Ne => length != bound,
                CmpOp::Lt => length < bound,
                CmpOp::Le => length <= bound,
                CmpOp::Gt => length > bound,
                CmpOp::Ge => length >= bound,
                CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => return None,
            })
        };
        let ty = self.recorded(subject);
        if ty == BOT || !self.s.types.atoms(ty).all(|atom| holds(atom).is_some()) {
            return None;
        }
        let may_be = |wanted: bool| self.s.types.atoms(ty).any(|atom| holds(atom) == Some(wanted));
        let (may_hold, may_fail) = (may_be(true), may_be(false));
        let yes = may_hold.then(|| self.restrict(subject, env.clone(), |_, atom| holds(atom) != Some(false)));
        let no = may_fail.then(|| self.restrict(subject, env.clone(), |_, atom| holds(atom) != Some(true)));
        Some((yes.flatten(), no.flatten()))
    }

    /// After `is None` tests a state survives only if the subject can be that.
    fn possible(
        &self,
        subject: ExprId,
        state: Option<Env>,
        is_possible: impl Fn(&Atom) -> bool,
    ) -> Option<Env> {
        let ty = self.recorded(subject);
        let fits = self.s.types.atoms(ty).any(|atom| *atom == Atom::Unknown || is_possible(atom));
        state.filter(|_| fits)
    }

    /// Comparisons with an integer literal that show a variable to be non-negative.
    fn sign_cond(
        &mut self,
        left: ExprId,
        op: CmpOp,
        right: ExprId,
        env: &Env,
    ) -> Option<(Option<Env>, Option<Env>)> {
        let (subject, op, bound) = match (self.literal(left), self.literal(right)) {
            (None, Some(bound)) => (left, op, bound),
            (Some(bound), None) => (right, super::operator::swapped(op), bound),
            _ => return None,
        };
        let yes_is_nat = match op {
            CmpOp::Gt => bound >= -1,
            CmpOp::Ge | CmpOp::Eq => bound >= 0,
            _ => false,
        };
        let no_is_nat = match op {
            CmpOp::Lt => bound >= 0,
            CmpOp::Le => bound >= -1,
            CmpOp::Ne => bound >= 0,
            _ => false,
        };
        if !yes_is_nat && !no_is_nat {
            return None;
        }
        let nat = self.as_nat(subject, env.clone());
        let yes = if yes_is_nat { nat.clone() } else { env.clone() };
        let no = if no_is_nat { nat } else { env.clone() };
        Some((Some(yes), Some(no)))
    }

    /// `env` with the variable `subject` known to be non-negative where it is an `int`.
    fn as_nat(&mut self, subject: ExprId, mut env: Env) -> Env {
        if let ExprKind::Local(local) = self.module()[subject].kind
            && self.is_flow_sensitive(local)
        {
            let ty = self.get_local(local, &env, None);
            if self.s.types.contains(ty, &Atom::Int) {
                let rest = self.s.types.filter(ty, |atom| *atom != Atom::Int);
                let nat = self.of(Atom::Nat);
                let ty = self.join(rest, nat);
                self.narrow_local(local, ty, &mut env);
            }
        }
        env
    }

    fn narrow_local(&mut self, local: portalis_hir::LocalId, ty: TypeId, env: &mut Env) {
        if let Some(&slot) = self.slots.get(&local) {
            let unbound = self.s.types.filter(env.vars[slot], |atom| *atom == Atom::Unbound);
            env.vars[slot] = self.s.types.join(ty, unbound);
        }
    }

    /// The access path of `expr`, if it is one whose root this walk follows.
    pub(crate) fn path(&self, expr: ExprId) -> Option<Path> {
        match &self.module()[expr].kind {
            ExprKind::Local(local) => self.is_flow_sensitive(*local).then(|| (*local, Vec::new())),
            ExprKind::Attribute { value, name } => {
                if let Some(function) = self.function_name(*value) {
                    return Some((function, vec![name.clone()]));
                }
                let (root, mut attrs) = self.path(*value)?;
                attrs.push(name.clone());
                Some((root, attrs))
            }
            _ => None,
        }
    }

    /// A variable of whatever scope that holds one function.
    fn function_name(&self, expr: ExprId) -> Option<portalis_hir::LocalId> {
        let ExprKind::Local(local) = self.module()[expr].kind else { return None };
        let recorded = self.recorded(expr);
        let mut atoms = self.s.types.atoms(recorded);
        matches!((atoms.next(), atoms.next()), (Some(Atom::Func(..)), None)).then_some(local)
    }

    /// `env` where `expr` has only the atoms that `keep` accepts; `None` where it has none of them.
    fn restrict(&mut self, expr: ExprId, mut env: Env, keep: impl Fn(&Self, &Atom) -> bool) -> Option<Env> {
        let module = self.module();
        let expr = match &module[expr].kind {
            ExprKind::Walrus { local, .. } => {
                let local = *local;
                if self.is_flow_sensitive(local) {
                    let ty = self.get_local(local, &env, None);
                    let kept = self.filter_with(ty, &keep);
                    if kept == BOT {
                        return None;
                    }
                    self.narrow_local(local, kept, &mut env);
                }
                return Some(env);
            }
            _ => expr,
        };
        match self.path(expr) {
            Some((local, attrs)) if attrs.is_empty() => {
                let ty = self.get_local(local, &env, None);
                let kept = self.filter_with(ty, &keep);
                if kept == BOT {
                    return None;
                }
                self.narrow_local(local, kept, &mut env);
            }
            Some(path) => {
                let ty = env.paths.get(&path).copied().unwrap_or_else(|| self.recorded(expr));
                let kept = self.filter_with(ty, &keep);
                if kept == BOT {
                    return None;
                }
                env.paths.insert(path, kept);
            }
            None => {}
        }
        Some(env)
    }

    fn filter_with(&mut self, ty: TypeId, keep: &impl Fn(&Self, &Atom) -> bool) -> TypeId {
        let kept =
            self.atoms(ty).into_iter().filter(|(_, atom)| keep(self, atom)).map(|(id, _)| id).collect();
        self.s.types.from_ids(kept)
    }

    /// The states where `subject` is an instance of one of `classes` and where it is not.
    pub(crate) fn isinstance(
        &mut self,
        subject: ExprId,
        classes: TypeId,
        env: Env,
        exact: bool,
    ) -> (Option<Env>, Option<Env>) {
        let ty = self.recorded(subject);
        let answers: Vec<(Atom, Option<bool>)> = self
            .atoms(ty)
            .into_iter()
            .map(|(_, atom)| {
                let answer = self.is_instance_of(&atom, classes, exact);
                (atom, answer)
            })
            .collect();
        let may = |wanted: bool| answers.iter().any(|(_, answer)| *answer != Some(!wanted));
        let keep = |wanted: bool| {
            let answers = answers.clone();
            move |_: &Self, atom: &Atom| {
                answers
                    .iter()
                    .find(|(other, _)| other == atom)
                    .is_none_or(|(_, answer)| *answer != Some(!wanted))
            }
        };
        let yes = if may(true) { self.restrict(subject, env.clone(), keep(true)) } else { None };
        let no = if may(false) { self.restrict(subject, env, keep(false)) } else { None };
        (yes, no)
    }

    /// The states after a test of `subject` is true and after it is false, whose answer is known of some kinds of values.
    fn answered(
        &mut self,
        subject: ExprId,
        env: Env,
        answer: impl Fn(&Self, &Atom) -> Option<bool>,
    ) -> (Option<Env>, Option<Env>) {
        let ty = self.recorded(subject);
        let answers: Vec<Option<bool>> = self.atoms(ty).iter().map(|(_, atom)| answer(self, atom)).collect();
        let may = |wanted: bool| answers.iter().any(|found| *found != Some(!wanted));
        let yes = may(true)
            .then(|| self.restrict(subject, env.clone(), |walk, atom| answer(walk, atom) != Some(false)));
        let no =
            may(false).then(|| self.restrict(subject, env, |walk, atom| answer(walk, atom) != Some(true)));
        (yes.flatten(), no.flatten())
    }

    /// Whether values of this kind can be called; `None` where that is not known of the kind.
    fn is_callable(&self, atom: &Atom) -> Option<bool> {
        match atom {
            Atom::Obj(class, _) => Some(self.class_has(*class, "__call__")),
            Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Cont(..) => Some(false),
            atom if atom.is_function_or_class() => Some(true),
            atom if atom.is_scalar() => Some(false),
            _ => None,
        }
    }

    /// Whether `atom` is an instance of a class or tuple of such, of type `classes`; `None` where only the run can tell,
    /// also which class it is.
    fn is_instance_of(&self, atom: &Atom, classes: TypeId, exact: bool) -> Option<bool> {
        let mut answers = self.atoms(classes).into_iter().map(|(_, class)| match class {
            Atom::Tuple(items) => {
                let mut unsure = false;
                for &item in items.iter() {
                    match self.is_instance_of(atom, item, exact) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => unsure = true,
                    }
                }
                if unsure { None } else { Some(false) }
            }
            class => self.is_a(atom, &class, exact),
        });
        let first = answers.next().unwrap_or(Some(false));
        if answers.all(|answer| answer == first) { first } else { None }
    }

    /// The classes in a class or (nested) tuple of classes.
    pub(crate) fn flat_classes(&self, ty: TypeId) -> Vec<Atom> {
        let mut out = Vec::new();
        for (_, atom) in self.atoms(ty) {
            match atom {
                Atom::Tuple(items) => items.iter().for_each(|&item| out.extend(self.flat_classes(item))),
                other => out.push(other),
            }
        }
        out
    }

    /// Whether `atom` is an instance of one of `classes`; `None` where only the run can tell.
    pub(crate) fn is_instance(&self, atom: &Atom, classes: &[Atom], exact: bool) -> Option<bool> {
        let mut unsure = false;
        for class in classes {
            match self.is_a(atom, class, exact) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => unsure = true,
            }
        }
        if unsure { None } else { Some(false) }
    }

    fn is_a(&self, atom: &Atom, class: &Atom, exact: bool) -> Option<bool> {
        if matches!(atom, Atom::Unknown) || matches!(class, Atom::Unknown) {
            return None;
        }
        match (class, atom) {
            (Atom::Class(class), Atom::Obj(of, _)) => {
                Some(if exact { class == of } else { self.s.classes[of.index()].mro.contains(class) })
            }
            (Atom::Class(_), Atom::Exc(_)) => Some(false),
            (Atom::ExcClass(class), Atom::Exc(of)) => {
                // An `Exc` stands for its subclasses too: it came out of a handler.
                if is_exception_subclass(of, class) {
                    if exact { None } else { Some(true) }
                } else if is_exception_subclass(class, of) {
                    None
                } else {
                    Some(false)
                }
            }
            (Atom::ExcClass(class), Atom::Obj(of, _)) => {
                Some(!exact && self.class_derives_builtin(*of, class))
            }
            (Atom::Builtin(name), _) => {
                // What is derived from a builtin class is of its own.
                let last = name.rsplit('.').next().unwrap_or(name);
                let subclass = match atom {
                    Atom::Bool => last != "bool",
                    Atom::Obj(..) => true,
                    Atom::Cont(kind, _) if kind.is_dict() => last != kind.name(),
                    _ => last == "object",
                };
                Some(!(exact && subclass) && instance_of_builtin(&self.s.classes, &self.s.cells, atom, name))
            }
            (Atom::None, Atom::None) => Some(true),
            _ => Some(false),
        }
    }
}
