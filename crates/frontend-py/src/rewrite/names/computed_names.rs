//! `getattr(x, "visit_" + kind)`: attributes by names of which the program says how they begin.
//!
//! Only what the program itself defines can have such a name, so the names are written out, in a function for each
//! beginning. A beginning that attributes of builtin types share is left alone, and so is a program with a `__getattr__`.
//! Behind `_` there may be mangled and special names, too: such a name stops the program.
//!
//! ```text
//! getattr(self, "visit_" + kind, None)        _getattr_or_visit_(self, "visit_" + kind, None)
//!
//!                                             def _getattr_or_visit_(value, name, default):
//!                                                 if name == "visit_call":
//!                                                     return getattr(value, "visit_call", default)
//!                                                 return default
//! ```

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_comprehension as change_comprehension, walk_expr, walk_stmt,
};
use ruff_python_ast::visitor::{
    Visitor, walk_comprehension, walk_expr as visit_expr, walk_stmt as visit_stmt,
};
use ruff_python_ast::{
    AtomicNodeIndex, Comprehension, Expr, ExprContext, ExprName, FStringPart, InterpolatedStringElement,
    Operator, Stmt,
};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::names::listed_names::{self, Lists};
use crate::rewrite::quote::parsed;

/// How attributes of builtin types begin; a beginning of the program's must be none of these, nor begin one.
pub(crate) const BUILTIN: &[&str] = &[
    "add",
    "append",
    "as_",
    "bit_",
    "capitalize",
    "casefold",
    "center",
    "clear",
    "close",
    "conjugate",
    "copy",
    "count",
    "decode",
    "denominator",
    "difference",
    "discard",
    "encode",
    "endswith",
    "expandtabs",
    "extend",
    "fileno",
    "find",
    "flush",
    "format",
    "from",
    "from_bytes",
    "get",
    "hex",
    "imag",
    "index",
    "insert",
    "intersection",
    "is",
    "is_integer",
    "items",
    "join",
    "keys",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "mode",
    "name",
    "numerator",
    "partition",
    "pop",
    "read",
    "real",
    "remove",
    "replace",
    "reverse",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "seek",
    "send",
    "setdefault",
    "sort",
    "split",
    "start",
    "step",
    "stop",
    "strip",
    "swapcase",
    "symmetric",
    "tell",
    "throw",
    "title",
    "to_",
    "translate",
    "union",
    "update",
    "upper",
    "values",
    "with_",
    "write",
    "zfill",
    "_",
];

/// What named tuples and enumerations have under names that begin with one line; names with two are mangled or special.
const KNOWN_PRIVATE: &[&str] =
    &["_asdict", "_fields", "_field_defaults", "_make", "_replace", "_missing_", "_name_", "_value_"];

/// With more names the function would be no help.
const MAX_NAMES: usize = 60;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !mentions_computed(source) && !source.contains("dir(") {
        return None;
    }
    let computed = Computed::of(body);
    if !computed.is_written && computed.variables.is_empty() && !computed.is_listed {
        return None;
    }
    let bound = Bound::of(body);
    let mut attributes = Attributes::default();
    attributes.visit_body(body);
    let takes_all = ["__getattr__", "__getattribute__"].iter().any(|name| attributes.0.contains(*name));
    if takes_all || !["getattr", "hasattr", "dir"].iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let calls = Calls {
        bound: &bound,
        names: attributes.0,
        variables: &computed.variables,
        locals: RefCell::new(vec![beginnings(body, &computed.variables, &BTreeSet::new())]),
        helpers: RefCell::default(),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    defined(out, calls.helpers.into_inner())
}

/// The statements of a module with functions before the first; `None` where there are none.
pub(crate) fn defined(mut out: Vec<Stmt>, helpers: BTreeMap<String, String>) -> Option<Vec<Stmt>> {
    if helpers.is_empty() {
        return None;
    }
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    let range = out.first().map(Ranged::range).unwrap_or_default();
    let text: String = helpers.into_values().collect();
    out.splice(at..at, parsed(&text, range));
    Some(out)
}

/// Whether the text calls `getattr` and its like with a name that is no literal.
pub(crate) fn mentions_computed(source: &str) -> bool {
    source.split("attr(").skip(1).any(|call| {
        let name = call.split_once(',').map_or("", |(_, name)| name.trim_start());
        let Some(quote) = name.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return true };
        // A literal alone: nothing follows it.
        !name[1..].split_once(quote).is_some_and(|(_, after)| after.trim_start().starts_with([')', ',']))
    })
}

/// The calls that are handed a name of which the program may say how it begins.
#[derive(Default)]
struct Computed<'a> {
    /// Whether some name is made where it is handed on.
    is_written: bool,
    /// The variables that are handed on and assigned such texts somewhere.
    variables: BTreeSet<&'a str>,
    assigned: BTreeSet<&'a str>,
    /// Whether names that begin in one way are taken of what `dir` lists.
    is_listed: bool,
    lists: Lists<'a>,
}

impl<'a> Computed<'a> {
    fn of(body: &'a [Stmt]) -> Self {
        let mut computed = Self::default();
        computed.visit_body(body);
        let Self { assigned, variables, .. } = &mut computed;
        variables.retain(|name| assigned.contains(name));
        computed
    }
}

impl<'a> Visitor<'a> for Computed<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assign(assign) = stmt
            && let [Expr::Name(name)] = assign.targets.as_slice()
            && beginning(&assign.value).is_some()
        {
            self.assigned.insert(name.id.as_str());
        }
        self.lists.extend(listed_names::of_assignment(stmt));
        if let Some((name, _)) = listed_names::of_loop(stmt, &self.lists) {
            self.is_listed = true;
            self.assigned.insert(name);
        }
        visit_stmt(self, stmt);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        if let Some((name, _)) = listed_names::of_comprehension(comprehension, &self.lists) {
            self.is_listed = true;
            self.assigned.insert(name);
        }
        walk_comprehension(self, comprehension);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.is_listed |= listed_names::listed(expr, &Lists::new()).is_some();
        if let Expr::Call(call) = expr
            && matches!(&*call.func, Expr::Name(name) if matches!(name.id.as_str(), "getattr" | "hasattr"))
        {
            match call.arguments.args.get(1) {
                Some(Expr::Name(name)) => {
                    self.variables.insert(name.id.as_str());
                }
                Some(Expr::StringLiteral(_)) | None => {}
                Some(name) => self.is_written |= beginning(name).is_some(),
            }
        }
        visit_expr(self, expr);
    }
}

/// The names of all attributes that the program defines or sets.
#[derive(Default)]
pub(crate) struct Attributes(pub(crate) BTreeSet<String>);

impl<'a> Visitor<'a> for Attributes {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            for stmt in &def.body {
                match stmt {
                    Stmt::FunctionDef(def) => {
                        self.0.insert(def.name.to_string());
                    }
                    Stmt::Assign(assign) => assign.targets.iter().for_each(|target| self.target(target)),
                    Stmt::AnnAssign(assign) => self.target(&assign.target),
                    _ => {}
                }
            }
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.ctx != ExprContext::Load
        {
            self.0.insert(attribute.attr.to_string());
        }
        visit_expr(self, expr);
    }
}

impl Attributes {
    fn target(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => {
                self.0.insert(name.id.to_string());
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|item| self.target(item)),
            _ => {}
        }
    }
}

/// How a text begins that is made of a constant and more.
pub(super) fn beginning(expr: &Expr) -> Option<String> {
    match expr {
        Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
        Expr::BinOp(sum) if sum.op == Operator::Add => beginning(&sum.left),
        Expr::BinOp(format) if format.op == Operator::Mod => {
            let text = beginning(&format.left)?;
            Some(text.split('%').next().unwrap_or_default().to_owned())
        }
        Expr::FString(text) => match text.value.iter().next()? {
            FStringPart::Literal(literal) => Some(literal.as_str().to_owned()),
            FStringPart::FString(text) => match text.elements.iter().next()? {
                InterpolatedStringElement::Literal(literal) => Some(literal.value.to_string()),
                InterpolatedStringElement::Interpolation(_) => None,
            },
        },
        Expr::Call(call) => match &*call.func {
            Expr::Attribute(format) if format.attr.as_str() == "format" => {
                let text = beginning(&format.value)?;
                Some(text.split('{').next().unwrap_or_default().to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Those of `variables` to which a function assigns such texts alone.
fn beginnings(
    body: &[Stmt],
    variables: &BTreeSet<&str>,
    params: &BTreeSet<String>,
) -> BTreeMap<String, String> {
    if variables.is_empty() {
        return BTreeMap::new();
    }
    struct Assigned<'a, 'v> {
        variables: &'v BTreeSet<&'v str>,
        bound: &'v Bound<'a>,
        lists: Lists<'a>,
        starts: BTreeMap<String, Vec<String>>,
    }
    impl<'a> Assigned<'a, '_> {
        fn note(&mut self, name: &str, start: String) {
            if self.variables.contains(name) {
                self.starts.entry(name.to_owned()).or_default().push(start);
            }
        }
    }
    impl<'a> Visitor<'a> for Assigned<'a, '_> {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            if let Stmt::Assign(assign) = stmt
                && let [Expr::Name(name)] = assign.targets.as_slice()
                && let Some(start) = beginning(&assign.value)
            {
                self.note(name.id.as_str(), start);
            }
            let list = listed_names::of_assignment(stmt).filter(|(name, _)| self.bound.times(name) == 1);
            self.lists.extend(list);
            if let Some((name, start)) = listed_names::of_loop(stmt, &self.lists) {
                self.note(name, start);
            }
            visit_stmt(self, stmt);
        }

        fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
            if let Some((name, start)) = listed_names::of_comprehension(comprehension, &self.lists) {
                self.note(name, start);
            }
            walk_comprehension(self, comprehension);
        }
    }
    let bound = Bound::of(body);
    let mut assigned = Assigned { variables, bound: &bound, lists: Lists::new(), starts: BTreeMap::new() };
    assigned.visit_body(body);
    assigned
        .starts
        .into_iter()
        .filter(|(name, texts)| bound.times(name) == texts.len() && !params.contains(name))
        .filter(|(_, texts)| texts.iter().all(|text| *text == texts[0]))
        .filter_map(|(name, mut texts)| Some((name, texts.pop()?)))
        .collect()
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    names: BTreeSet<String>,
    /// The variables that hold computed names somewhere.
    variables: &'a BTreeSet<&'a str>,
    /// Of the functions around here, the innermost last.
    locals: RefCell<Vec<BTreeMap<String, String>>>,
    helpers: RefCell<BTreeMap<String, String>>,
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let start = listed_names::of_loop(stmt, &Lists::new()).map(|(_, start)| start);
        if let (Some(start), Stmt::For(stmt)) = (start, &mut *stmt) {
            self.list(&mut stmt.iter, &start);
        }
        let Stmt::FunctionDef(def) = stmt else { return walk_stmt(self, stmt) };
        let params = def.parameters.iter().map(|param| param.name().to_string()).collect();
        self.locals.borrow_mut().push(beginnings(&def.body, self.variables, &params));
        walk_stmt(self, stmt);
        self.locals.borrow_mut().pop();
    }

    fn visit_comprehension(&self, comprehension: &mut Comprehension) {
        let start = listed_names::of_comprehension(comprehension, &Lists::new()).map(|(_, start)| start);
        if let Some(start) = start {
            self.list(&mut comprehension.iter, &start);
        }
        change_comprehension(self, comprehension);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        if let Some(start) = listed_names::listed(expr, &Lists::new()) {
            self.list(expr, &start);
        }
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Name(function) = &*call.func else { return };
        let function = function.id.as_str();
        let args = &call.arguments.args;
        let has_default = args.len() == 3;
        let fits = match function {
            "getattr" => matches!(args.len(), 2 | 3),
            "hasattr" => args.len() == 2,
            _ => false,
        };
        if !fits || !call.arguments.keywords.is_empty() || args.iter().any(Expr::is_starred_expr) {
            return;
        }
        if matches!(&args[0], Expr::Name(name) if self.bound.is_imported(name.id.as_str())) {
            return;
        }
        let Some(start) = self.beginning_of(&args[1]) else { return };
        let Some(names) = self.names_of(&start) else { return };
        let helper = format!("_{function}_{}{start}", if has_default { "or_" } else { "" });
        self.helpers
            .borrow_mut()
            .entry(helper.clone())
            .or_insert_with(|| definition(&helper, function, has_default, &start, &names));
        *call.func = named(helper, call.func.range());
    }
}

/// A function by its name.
fn named(name: String, range: TextRange) -> Expr {
    Expr::Name(ExprName {
        node_index: AtomicNodeIndex::default(),
        range,
        id: name.into(),
        ctx: ExprContext::Load,
    })
}

impl Calls<'_> {
    /// The call of `dir` in an expression as one of the function that lists names with that beginning.
    fn list(&self, expr: &mut Expr, start: &str) {
        let Some(call) = listed_names::dir_call_mut(expr) else { return };
        if matches!(&call.arguments.args[0], Expr::Name(name) if self.bound.is_imported(name.id.as_str())) {
            return;
        }
        let Some(names) = self.names_of(start) else { return };
        let helper = format!("_dir_{start}");
        let mut helpers = self.helpers.borrow_mut();
        helpers.entry(helper.clone()).or_insert_with(|| listed_names::definition(&helper, &names));
        *call.func = named(helper, call.func.range());
    }

    fn beginning_of(&self, name: &Expr) -> Option<String> {
        match name {
            // A name that is written out is not computed.
            Expr::StringLiteral(_) => None,
            Expr::Name(name) => self.locals.borrow().last()?.get(name.id.as_str()).cloned(),
            name => beginning(name),
        }
    }

    /// The names that may be meant; `None` where others may be, too.
    fn names_of(&self, start: &str) -> Option<Vec<String>> {
        let is_word = start.chars().all(|c| c == '_' || c.is_ascii_alphanumeric());
        let is_private = start.starts_with('_');
        let is_builtin = BUILTIN.iter().any(|known| match *known {
            "_" => start.starts_with("__"),
            known => known.starts_with(start) || start.starts_with(known) && !start.ends_with('_'),
        });
        if start.len() < 2 && !is_private || !is_word || is_builtin {
            return None;
        }
        let is_meant = |name: &&String| name.starts_with(start) && !name.starts_with("__");
        let names: Vec<String> = self.names.iter().filter(is_meant).cloned().collect();
        (names.len() <= MAX_NAMES).then_some(names)
    }
}

/// The function that looks the names up.
fn definition(helper: &str, function: &str, has_default: bool, start: &str, names: &[String]) -> String {
    let mut text = match has_default {
        true => format!("def {helper}(value, name, default):\n"),
        false => format!("def {helper}(value, name):\n"),
    };
    for name in names {
        let found = match (function, has_default) {
            ("hasattr", _) => format!("hasattr(value, '{name}')"),
            (_, true) => format!("getattr(value, '{name}', default)"),
            (_, false) => format!("value.{name}"),
        };
        text.push_str(&format!("    if name == '{name}':\n        return {found}\n"));
    }
    if start.starts_with('_') {
        text.push_str("    if '__' in name");
        for known in KNOWN_PRIVATE.iter().filter(|known| known.starts_with(start)) {
            text.push_str(&format!(" or name == '{known}'"));
        }
        text.push_str(":\n");
        text.push_str("        _textwrap._unsupported('this name of an attribute')\n");
        text.insert_str(0, "import textwrap as _textwrap\n");
    }
    text.push_str(match (function, has_default) {
        ("hasattr", _) => "    return False\n",
        (_, true) => "    return default\n",
        (_, false) => {
            "    raise AttributeError(f\"'{type(value).__name__}' object has no attribute '{name}'\")\n"
        }
    });
    text
}
