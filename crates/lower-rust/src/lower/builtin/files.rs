//! `open`.

use portalis_hir::{ExprId, ExprKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, TypeId};

use crate::lower::{Catch, FnCx};
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// A path that is, or may be, an object with `__fspath__`, as what that says; `None` where it is not.
    pub(super) fn path_argument(&mut self, call: ExprId, path: ExprId) -> Option<(Expr, TypeId)> {
        let (node, ty) = (Node::Expr(call), self.type_of(path));
        let atoms = self.cx.rep.atoms(ty);
        if !atoms.iter().any(|(id, _)| self.method_target(node, "__fspath__", *id).is_some()) {
            return None;
        }
        let text = self.of(Atom::Str);
        let value = self.value(path);
        let said = self.dispatch(value, ty, text, &mut |cx, value, one, (id, _)| match cx.method_target(
            node,
            "__fspath__",
            id,
        ) {
            Some(target) => cx.call_method_instance(target, value, Vec::new()),
            None => (value, one),
        });
        Some((said, text))
    }

    /// `open(path, mode, encoding=…, newline=…)`: UTF-8 or Latin-1, or bytes where the mode says so.
    pub(super) fn open_call(
        &mut self,
        (call, path): (ExprId, ExprId),
        mode: Option<ExprId>,
        encoding: Option<ExprId>,
        newline: Option<ExprId>,
    ) -> Expr {
        let text = |value: ExprId| match &self.cx.module[value].kind {
            ExprKind::Str(text) => Some(text.to_lowercase().replace('_', "-")),
            _ => None,
        };
        let mode_text = mode.and_then(text).unwrap_or_else(|| "r".to_owned());
        let encoding = match encoding.map(|value| (text(value), &self.cx.module[value].kind)) {
            None | Some((_, ExprKind::None)) => Some("utf-8".to_owned()),
            Some((text, _)) => text,
        };
        let is_latin =
            matches!(encoding.as_deref(), Some("latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1"));
        let is_known = is_latin || matches!(encoding.as_deref(), Some("utf-8" | "utf8"));
        // POSIX ends lines as Python does: what is written is the same for each of these.
        let ends_lines = match newline.map(|value| (text(value), &self.cx.module[value].kind)) {
            None | Some((_, ExprKind::None)) => true,
            Some((Some(text), _)) => matches!(text.as_str(), "" | "\n") && !mode_text.contains('r'),
            Some((None, _)) => false,
        };
        let keeps_ends = newline.and_then(text).as_deref() == Some("")
            && mode_text.contains('r')
            && !mode_text.contains('b')
            && !is_latin;
        if !is_known || !ends_lines && !keeps_ends {
            // Only a run that gets here needs it.
            let what = Expr::Str("`open` with this encoding, or with this `newline`".to_owned());
            return Expr::call(Path::Rt("File").assoc("unsupported"), vec![what]);
        }
        let path = match self.path_argument(call, path) {
            Some((said, _)) => said.by_ref(),
            None => self.place(path).by_ref(),
        };
        let mode = match mode {
            Some(mode) => self.place(mode).by_ref(),
            None => Expr::Str("r".to_owned()),
        };
        if mode_text.contains('b') {
            return self.raising_call("file", "open_bytes", vec![path, mode]);
        }
        let name = match (is_latin, keeps_ends) {
            (true, _) => "open_latin",
            (_, true) => "open_as_it_is",
            _ => "open",
        };
        let is_plain = self.catch == Catch::Uncaught;
        let name = if is_plain { name.to_owned() } else { format!("try_{name}") };
        let call = Expr::call(Path::Rt("File").assoc(&name), vec![path, mode]);
        if is_plain { call } else { self.propagate(call) }
    }
}
