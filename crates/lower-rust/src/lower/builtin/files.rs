//! `open`.

use portalis_hir::{ExprId, ExprKind};

use crate::lower::{Catch, FnCx};
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// `open(path, mode, encoding=…, newline=…)`: UTF-8 or Latin-1, or bytes where the mode says so.
    pub(super) fn open_call(
        &mut self,
        path: ExprId,
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
        if !is_known || !ends_lines {
            // Only a run that gets here needs it.
            let what = Expr::Str("`open` with this encoding, or with this `newline`".to_owned());
            return Expr::call(Path::Rt("File").assoc("unsupported"), vec![what]);
        }
        let path = self.place(path).by_ref();
        let mode = match mode {
            Some(mode) => self.place(mode).by_ref(),
            None => Expr::Str("r".to_owned()),
        };
        if mode_text.contains('b') {
            return self.raising_call("file", "open_bytes", vec![path, mode]);
        }
        let name = if is_latin { "open_latin" } else { "open" };
        let is_plain = self.catch == Catch::Uncaught;
        let name = if is_plain { name.to_owned() } else { format!("try_{name}") };
        let call = Expr::call(Path::Rt("File").assoc(&name), vec![path, mode]);
        if is_plain { call } else { self.propagate(call) }
    }
}
