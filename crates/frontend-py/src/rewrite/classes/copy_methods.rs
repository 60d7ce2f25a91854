//! `__copy__` and `__deepcopy__`: who copies asks for them.
//!
//! ```text
//! copy.copy(graph)                _shallow_copied(graph)
//! copy.deepcopy(graph)            _deep_copied(graph, _copy_module._memo())
//! copy.deepcopy(self.x, memo)     _deep_copied(self.x, memo)
//! memo[id(self)] = made           _copy_module._remember(self, made, memo)
//! ```
//!
//! Objects of such classes inside of containers and of other objects that are copied are not asked: there the runtime copies.
//!
//! Source: Library Reference, "copy".

use std::cell::{Cell, RefCell};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::head::is_head;
use crate::rewrite::quote::{filled, parsed};

/// The module's statements with such copies written out; `None` where nothing is copied.
pub(crate) fn asked(_source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    if !bound.is_builtin("id") || !bound.is_builtin("hasattr") {
        return None;
    }
    let copies = Copies {
        bound: &bound,
        local: [imported(body, "copy", "copy"), imported(body, "copy", "deepcopy")],
        memo: RefCell::new(None),
        first: Cell::new(None),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| copies.visit_stmt(stmt));
    // What cannot be copied is refused there.
    let first = copies.first.get()?;
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    out.splice(at..at, parsed(HELPERS, first));
    Some(out)
}

/// The methods that are added to classes with such a method; classes are known by them.
const ADDED: [(&str, &str); 2] = [
    ("__copy__", "def _copies_itself(self):\n    return self.__copy__()\n"),
    (
        "__deepcopy__",
        "def _copies_deeply(self, memo):
    made = _copy_module._known(self, memo)
    if made is None:
        made = self.__deepcopy__(memo)
        _copy_module._remember(self, made, memo)
    return made
",
    ),
];

/// What asks.
const HELPERS: &str = "import copy as _copy_module
def _shallow_copied(value):
    if hasattr(value, '_copies_itself'):
        return value._copies_itself()
    return _copy_module.copy(value)
def _deep_copied(value, memo):
    if hasattr(value, '_copies_deeply'):
        return value._copies_deeply(memo)
    return _copy_module._deepcopy(value, memo)
";

struct Copies<'a> {
    bound: &'a Bound<'a>,
    /// What `copy` and `deepcopy` are imported as.
    local: [Option<&'a str>; 2],
    /// The parameter that a `__deepcopy__` passes on.
    memo: RefCell<Option<String>>,
    /// Where the first call stands.
    first: Cell<Option<TextRange>>,
}

impl Copies<'_> {
    /// The helper's call in the place of one of the module's.
    fn replaced(&self, call: &ExprCall, range: TextRange) -> Option<Expr> {
        let [shallow, deep] = self.local;
        let is_deep = self.bound.is_function(&call.func, deep, "copy", "deepcopy");
        if !call.arguments.keywords.is_empty()
            || !(is_deep || self.bound.is_function(&call.func, shallow, "copy", "copy"))
        {
            return None;
        }
        let (text, parts) = match (is_deep, &*call.arguments.args) {
            (false, [value]) => ("_shallow_copied(_0)\n", vec![value]),
            (true, [value]) => ("_deep_copied(_0, _copy_module._memo())\n", vec![value]),
            (true, [value, memo]) => ("_deep_copied(_0, _1)\n", vec![value, memo]),
            _ => return None,
        };
        let Stmt::Expr(made) = filled(text, range, &parts)? else { return None };
        Some(*made.value)
    }

    /// `memo[id(x)] = y` as a call.
    fn remembered(&self, stmt: &Stmt) -> Option<Stmt> {
        let Stmt::Assign(assign) = stmt else { return None };
        let [Expr::Subscript(place)] = assign.targets.as_slice() else { return None };
        let memo = self.memo.borrow();
        let is_memo = matches!(&*place.value, Expr::Name(name) if Some(name.id.as_str()) == memo.as_deref());
        let Expr::Call(id) = &*place.slice else { return None };
        let is_id = matches!(&*id.func, Expr::Name(name) if name.id.as_str() == "id");
        let [of] = &*id.arguments.args else { return None };
        if !is_memo || !is_id {
            return None;
        }
        filled("_copy_module._remember(_0, _1, _2)\n", stmt.range(), &[of, &assign.value, &place.value])
    }
}

impl Transformer for Copies<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let outer = match &*stmt {
            Stmt::FunctionDef(def) if def.name.as_str() == "__deepcopy__" => {
                let memo = def.parameters.iter().nth(1).map(|parameter| parameter.name().to_string());
                Some(self.memo.replace(memo))
            }
            _ => None,
        };
        walk_stmt(self, stmt);
        if let Stmt::ClassDef(class) = stmt {
            let defines = |method: &str| {
                class
                    .body
                    .iter()
                    .any(|stmt| matches!(stmt, Stmt::FunctionDef(def) if def.name.as_str() == method))
            };
            let added = ADDED.iter().filter(|(method, _)| defines(method));
            let added: Vec<Stmt> = added.flat_map(|(_, method)| parsed(method, class.name.range)).collect();
            class.body.extend(added);
        }
        if let Some(remembered) = self.remembered(stmt) {
            *stmt = remembered;
        }
        if let Some(outer) = outer {
            self.memo.replace(outer);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        if let Some(made) = self.replaced(call, expr.range()) {
            self.first.set(self.first.get().or(Some(expr.range())));
            *expr = made;
        }
    }
}
