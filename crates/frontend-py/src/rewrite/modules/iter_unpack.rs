//! `struct.iter_unpack(format, data)`: what is unpacked at each offset. The format says the types.
//!
//! ```text
//! struct.iter_unpack("<hI", data)
//! (lambda _data: (struct.unpack_from("<hI", _data, _at) for _at in struct._offsets(_data, struct.calcsize("<hI"))))(data)
//! ```

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let name = imported(body, "struct", "iter_unpack");
    let mut out = written_calls::replaced(body, |call| written(source, &bound, name, call))?;
    let at = body.iter().position(|stmt| matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_)))?;
    let range = body[at].range();
    out.splice(at..at, parsed("import struct as _iter_struct\n", range));
    Some(out)
}

fn written(source: &str, bound: &Bound<'_>, name: Option<&str>, call: &ExprCall) -> Option<Expr> {
    let is_its = bound.is_function(&call.func, name, "struct", "iter_unpack")
        || matches!(&*call.func, Expr::Attribute(of) if of.attr.as_str() == "iter_unpack"
            && matches!(&*of.value, Expr::Name(module) if module.id.as_str() == "_struct"));
    let [format @ Expr::StringLiteral(_), data] = &*call.arguments.args else { return None };
    if !is_its || !call.arguments.keywords.is_empty() {
        return None;
    }
    let format = source.get(format.range().to_std_range())?;
    let text = format!(
        "(lambda _data: (_iter_struct.unpack_from({format}, _data, _at) \
         for _at in _iter_struct._offsets(_data, _iter_struct.calcsize({format}))))(_)"
    );
    let Stmt::Expr(mut made) = parsed(&text, call.range()).pop()? else { return None };
    if let Expr::Call(made) = &mut *made.value {
        made.arguments.args = vec![data.clone()].into();
    }
    Some(*made.value)
}
