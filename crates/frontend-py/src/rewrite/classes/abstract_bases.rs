//! `class Ring(MutableMapping)`: the classes of `collections.abc` that give methods of their own, as classes in Python.
//!
//! Who asks `isinstance` for one of them means builtin containers, too, and asks for either; what is handed on is left alone.
//! Those of one method are asked about by their methods, so that other uses do not matter.
//!
//! ```text
//! class Ring(MutableMapping): …       class _abc_MutableMapping(_abc_Mapping): …
//!                                     class Ring(_abc_MutableMapping): …
//! isinstance(x, Mapping)              isinstance(x, (Mapping, _abc_Mapping))
//! ```

use std::cell::RefCell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr as walk_expr_mut, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, ExprTuple, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const TEXT: &str = include_str!("../../library/abstract_bases.py");
const SETS: &str = include_str!("../../library/abstract_sets.py");
const PROTOCOLS: &str = include_str!("../../library/abstract_protocols.py");

/// `pop` where the program may name its default; any value may be one.
const POP: &str = "    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
";
const POP_BY_NAME: &str = "    def pop(self, key, *default, **named):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            if named:
                return named['default']
            raise
";

const NAMES: [&str; 6] = ["Mapping", "MutableMapping", "Sequence", "MutableSequence", "Set", "MutableSet"];

/// Classes of one method, of those that they need.
const OF_ONE_METHOD: [(&str, &[&str]); 8] = [
    ("Callable", &[]),
    ("Collection", &["Sized", "Iterable", "Container"]),
    ("Container", &[]),
    ("Hashable", &[]),
    ("Iterable", &[]),
    ("Iterator", &["Iterable"]),
    ("Reversible", &["Iterable"]),
    ("Sized", &[]),
];

fn is_of_one_method(name: &str) -> bool {
    OF_ONE_METHOD.iter().any(|(known, _)| *known == name)
}

/// The module's statements with such bases; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let stands_before = |end: &str| {
        let names = ["Mapping", "Sequence", "Set"].into_iter();
        let mut names = names.chain(OF_ONE_METHOD.iter().map(|(name, _)| *name));
        names.any(|name| source.contains(&format!("{name}{end}")))
    };
    if ![")", "[", ","].into_iter().any(stands_before) {
        return None;
    }
    let bound = Bound::of(body);
    let mut names = BTreeSet::new();
    for stmt in body {
        if let Stmt::ImportFrom(import) = stmt
            && matches!(import.module.as_deref(), Some("collections.abc" | "typing"))
        {
            for alias in import.names.iter().filter(|alias| alias.asname.is_none()) {
                // `typing.Set` is `set` itself.
                let is_own = alias.name.as_str() != "Set" || import.module.as_deref() != Some("typing");
                let is_known = NAMES.contains(&alias.name.as_str()) || is_of_one_method(&alias.name);
                if is_own && is_known && bound.times(alias.name.as_str()) == 1 {
                    names.insert(alias.name.to_string());
                }
            }
        }
    }
    let paths = paths(body, &bound);
    if !paths.is_empty() {
        let is_free = |name: &&str| bound.times(name) == 0;
        let all = NAMES.iter().copied().chain(OF_ONE_METHOD.iter().map(|(name, _)| *name));
        names.extend(all.filter(is_free).map(str::to_owned));
    }
    if names.is_empty() {
        return None;
    }
    let mut others = Others { imported: &names, paths: &paths, found: BTreeSet::new() };
    others.visit_body(body);
    others.found.retain(|name| !is_of_one_method(name));
    let names: BTreeSet<String> = names.difference(&others.found).cloned().collect();
    let bases = Bases { names, paths, used: RefCell::default() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| bases.visit_stmt(stmt));
    let used = bases.used.take();
    if used.is_empty() {
        return None;
    }
    let tests = Tests { names: &bases.names, paths: &bases.paths, used: &used };
    out.iter_mut().for_each(|stmt| tests.visit_stmt(stmt));
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    let range = body.first().map(Ranged::range).unwrap_or_default();
    let has = |word: &str| used.iter().any(|name| name.contains(word));
    let needed = |stmt: &Stmt| match stmt {
        Stmt::ClassDef(def) => match def.name.strip_prefix("_abc_") {
            Some(name) if NAMES.contains(&name) => is_written(name, &used),
            Some(name) if is_of_one_method(name) => {
                let needs = |(user, needed): &(&str, &[&str])| used.contains(*user) && needed.contains(&name);
                used.contains(name) || OF_ONE_METHOD.iter().any(needs)
            }
            _ => has("Mapping"),
        },
        _ => true,
    };
    let text = if source.contains("default=") { TEXT.replace(POP, POP_BY_NAME) } else { TEXT.to_owned() };
    let text = if has("Set") { text + SETS } else { text };
    let text = if used.iter().any(|name| is_of_one_method(name)) { text + PROTOCOLS } else { text };
    out.splice(at..at, parsed(&text, range).into_iter().filter(needed));
    Some(out)
}

/// Whether the class stands in the program for one of those that are bases.
fn is_written(name: &str, used: &BTreeSet<String>) -> bool {
    used.contains(name) || used.contains(&format!("Mutable{name}"))
}

/// What the program calls the module.
fn paths(body: &[Stmt], bound: &Bound<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    if bound.is_imported("collections.abc") || bound.is_module("collections", "collections") {
        paths.push("collections.abc".to_owned());
    }
    if bound.is_module("typing", "typing") {
        paths.push("typing".to_owned());
    }
    let local = imported(body, "collections", "abc").filter(|name| bound.times(name) == 1);
    paths.extend(local.map(str::to_owned));
    // `import collections.abc as abc`.
    let aliases = body.iter().flat_map(|stmt| match stmt {
        Stmt::Import(import) => import.names.as_slice(),
        _ => &[],
    });
    for alias in aliases {
        let module = alias.name.as_str();
        if let Some(name) = &alias.asname
            && matches!(module, "collections.abc" | "typing")
            && bound.is_module(name, module)
        {
            paths.push(name.to_string());
        }
    }
    paths
}

/// The name of one of the classes, by itself or after the module.
fn name_of<'e>(expr: &'e Expr, paths: &[String]) -> Option<&'e str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => {
            let module = match &*attribute.value {
                Expr::Name(module) => module.id.to_string(),
                Expr::Attribute(inner) => match &*inner.value {
                    Expr::Name(package) => format!("{}.{}", package.id, inner.attr),
                    _ => return None,
                },
                _ => return None,
            };
            paths.contains(&module).then_some(attribute.attr.as_str())
        }
        _ => None,
    }
}

/// The names that stand elsewhere than in annotations and among bases.
struct Others<'a> {
    imported: &'a BTreeSet<String>,
    paths: &'a [String],
    found: BTreeSet<String>,
}

impl<'a> Visitor<'a> for Others<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let Stmt::ClassDef(def) = stmt else { return visit_stmt(self, stmt) };
        def.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
        self.visit_body(&def.body);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        // A type that is given a name: `Pairs = Sequence[tuple]`, `Union[Set[T], Sequence[T]]`.
        if let Expr::Subscript(subscript) = expr
            && let Some(name) = name_of(&subscript.value, self.paths)
            && (self.imported.contains(name) || matches!(name, "Union" | "Optional"))
        {
            return;
        }
        if let Some((value, classes)) = asked(expr) {
            self.visit_expr(value);
            let is_known = |class: &&Expr| name_of(class, self.paths).is_none();
            classes.iter().filter(is_known).for_each(|class| self.visit_expr(class));
            return;
        }
        if let Some(name) = name_of(expr, self.paths).filter(|name| self.imported.contains(*name)) {
            self.found.insert(name.to_owned());
        }
        walk_expr(self, expr);
    }
}

/// The value and the classes of a call of `isinstance`.
fn asked(expr: &Expr) -> Option<(&Expr, &[Expr])> {
    let Expr::Call(call) = expr else { return None };
    let is_asked = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "isinstance");
    let [value, classes] = &*call.arguments.args else { return None };
    let classes = match classes {
        Expr::Tuple(tuple) => &*tuple.elts,
        class => std::slice::from_ref(class),
    };
    (is_asked && call.arguments.keywords.is_empty()).then_some((value, classes))
}

/// Adds the classes of the program to those that `isinstance` is asked for.
struct Tests<'a> {
    names: &'a BTreeSet<String>,
    paths: &'a [String],
    used: &'a BTreeSet<String>,
}

impl Transformer for Tests<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Some((_, classes)) = asked(expr) else { return };
        let is_written = |name: &&str| self.names.contains(*name) && is_written(name, self.used);
        let written =
            |class: &Expr| name_of(class, self.paths).filter(is_written).map(|name| own(name, class.range()));
        let added: Vec<Expr> = classes.iter().filter_map(written).collect();
        let Expr::Call(call) = expr else { return };
        if let ([_, classes], false) = (&mut *call.arguments.args, added.is_empty()) {
            let mut elts = match &*classes {
                Expr::Tuple(tuple) => tuple.elts.clone(),
                class => vec![class.clone()],
            };
            elts.extend(added);
            let (ctx, range, node_index) = (ExprContext::Load, classes.range(), AtomicNodeIndex::default());
            *classes = Expr::Tuple(ExprTuple { elts, ctx, range, node_index, parenthesized: true });
        }
    }
}

/// The class of the program that stands for one of the library.
fn own(name: &str, range: TextRange) -> Expr {
    let id = format!("_abc_{name}").into();
    Expr::Name(ExprName { id, ctx: ExprContext::Load, range, node_index: AtomicNodeIndex::default() })
}

struct Bases {
    names: BTreeSet<String>,
    paths: Vec<String>,
    used: RefCell<BTreeSet<String>>,
}

impl Transformer for Bases {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let Some(arguments) = &mut def.arguments else { return };
        for base in &mut arguments.args {
            let plain = match &*base {
                Expr::Subscript(subscript) => (*subscript.value).clone(),
                base => base.clone(),
            };
            if let Some(name) = name_of(&plain, &self.paths).filter(|name| self.names.contains(*name)) {
                self.used.borrow_mut().insert(name.to_owned());
                *base = own(name, base.range());
            }
        }
    }
}
