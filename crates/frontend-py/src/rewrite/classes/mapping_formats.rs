//! Formats of a mapping that makes up what it does not hold: what the format names is asked for, as in any index.
//!
//! ```text
//! "%(name)s: %(rank)d" % ranks                "%s: %d" % (ranks["name"], ranks["rank"])
//! "{name}: {rank}".format_map(ranks)          "{name}: {rank}".format(name=ranks["name"], rank=ranks["rank"])
//! ```
//!
//! Source: Library Reference, *printf-style String Formatting*, `str.format_map`.

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Operator, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::quote::parsed;

/// What a class of such mappings says of itself.
const MARKS: [&str; 3] = ["defaultdict", "__missing__", "__getitem__"];

/// The module's statements with such formats written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let has_format = source.contains("%(") || source.contains(".format_map(");
    if !has_format || !MARKS.iter().any(|mark| source.contains(mark)) {
        return None;
    }
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| Writer.visit_stmt(stmt));
    Some(out)
}

struct Writer;

impl Transformer for Writer {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let written = match expr {
            Expr::BinOp(operation) if operation.op == Operator::Mod => {
                percent(&operation.left, &operation.right)
            }
            Expr::Call(call) => match (&*call.func, &*call.arguments.args) {
                (Expr::Attribute(method), [mapping])
                    if method.attr.as_str() == "format_map" && call.arguments.keywords.is_empty() =>
                {
                    braces(&method.value, mapping)
                }
                _ => None,
            },
            _ => None,
        };
        let Some(text) = written else { return };
        if let [Stmt::Expr(only)] = &*parsed(&text, expr.range()) {
            *expr = (*only.value).clone();
        }
    }
}

/// The template and the name of the mapping.
fn parts<'a>(template: &'a Expr, mapping: &'a Expr) -> Option<(&'a str, &'a str)> {
    match (template, mapping) {
        (Expr::StringLiteral(text), Expr::Name(name)) => Some((text.value.to_str(), name.id.as_str())),
        _ => None,
    }
}

/// A text as a literal of Python.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_ascii_graphic() || c == ' ' => c.to_string(),
            c => format!("\\U{:08x}", u32::from(c)),
        })
        .collect();
    format!("\"{escaped}\"")
}

fn percent(template: &Expr, mapping: &Expr) -> Option<String> {
    let (template, mapping) = parts(template, mapping)?;
    let (mut positional, mut values) = (String::new(), String::new());
    let mut rest = template;
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at + 1);
        positional += before;
        rest = after;
        if let Some(text) = rest.strip_prefix('%') {
            positional.push('%');
            rest = text;
            continue;
        }
        let (name, text) = rest.strip_prefix('(')?.split_once(')')?;
        if name.contains('(') {
            return None;
        }
        values += &format!("{mapping}[{}], ", quoted(name));
        rest = text;
    }
    positional += rest;
    (!values.is_empty()).then(|| format!("{} % ({values})", quoted(&positional)))
}

fn braces(template: &Expr, mapping: &Expr) -> Option<String> {
    let (template, mapping) = parts(template, mapping)?;
    let mut values: Vec<String> = Vec::new();
    let mut rest = template.replace("{{", "").replace("}}", "");
    while let Some(at) = rest.find('{') {
        let field = rest[at + 1..].split('}').next()?.to_owned();
        let name: String = field.chars().take_while(|c| !".[!:".contains(*c)).collect();
        let is_name = name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        if field.contains('{') || !is_name {
            return None;
        }
        let value = format!("{name}={mapping}[{}]", quoted(&name));
        if !values.contains(&value) {
            values.push(value);
        }
        rest.drain(..=at);
    }
    (!values.is_empty()).then(|| format!("{}.format({})", quoted(template), values.join(", ")))
}
