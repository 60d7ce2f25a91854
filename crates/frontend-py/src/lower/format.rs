//! `"{0.x} {1[k]}".format(a, b)`: what a field takes of an argument becomes an argument of its own, named as the field is.
//!
//! ```text
//! "{p.x}".format(p=point())     "{p.x}".format(p=(.p := point()), **{"p.x": .p.x})
//! ```
//!
//! Arguments are evaluated first and once, as in Python. A field that is numbered by its place is named by that number.
//! A field that no argument fits is left to the run.
//! Source: the library reference, *Format String Syntax*.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprId, ExprKind};
use ruff_python_ast as ast;

use super::Lowerer;

impl<'a> Lowerer<'a> {
    /// Adds the arguments that the fields of a literal template need.
    pub(crate) fn format_fields(&mut self, call: &'a ast::ExprCall, args: &mut Vec<Arg>, at: Span) {
        let ast::Expr::Attribute(callee) = &*call.func else { return };
        let ast::Expr::StringLiteral(template) = &*callee.value else { return };
        let has_star = args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_)));
        if callee.attr.as_str() != "format" || has_star {
            return;
        }
        let mut seen = Vec::new();
        for field in numbered(field_names(template.value.to_str())) {
            let base_end = field.find(['.', '[']).unwrap_or(field.len());
            let (base, path) = field.split_at(base_end);
            let Some(steps) = steps(path) else { continue };
            if steps.is_empty() || seen.contains(&field) {
                continue;
            }
            let found = args.iter().enumerate().position(|(i, arg)| match arg {
                Arg::Pos(_) => base.parse() == Ok(i),
                Arg::Keyword(name, _) => &**name == base,
                Arg::Star(_) | Arg::DoubleStar(_) => false,
            });
            let Some(found) = found else { continue };
            let mut value = self.named_argument(&mut args[found], at);
            for step in steps {
                let kind = match step {
                    Step::Attribute(name) => ExprKind::Attribute { value, name: self.plain_name(name) },
                    Step::Position(position) => {
                        let index = self.expr(ExprKind::Int(position), at);
                        ExprKind::Index { value, index }
                    }
                    Step::Key(key) => {
                        let index = self.expr(ExprKind::Str(key.into()), at);
                        ExprKind::Index { value, index }
                    }
                };
                value = self.expr(kind, at);
            }
            args.push(Arg::Keyword(self.plain_name(&field), value));
            seen.push(field);
        }
    }

    /// Reads an argument again: by its name, or by one that it gets.
    fn named_argument(&mut self, arg: &mut Arg, at: Span) -> ExprId {
        let (Arg::Pos(value) | Arg::Keyword(_, value) | Arg::Star(value) | Arg::DoubleStar(value)) = arg;
        let local = match self.module[*value].kind {
            ExprKind::Local(local) | ExprKind::Walrus { local, .. } => local,
            _ => {
                let owner = self.scopes.owner(self.scope);
                let hidden = self.plain_name(".argument");
                let local = super::scope::new_local(&mut self.module, hidden, owner, at);
                *value = self.expr(ExprKind::Walrus { local, value: *value }, at);
                local
            }
        };
        self.expr(ExprKind::Local(local), at)
    }
}

/// What a field does with an argument.
enum Step<'t> {
    Attribute(&'t str),
    Position(i64),
    Key(&'t str),
}

/// The steps of `.x[1][key]`; `None` where it is none.
fn steps(mut path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    while !path.is_empty() {
        if let Some(rest) = path.strip_prefix('.') {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let is_name = |c: char| c == '_' || c.is_alphanumeric();
            if end == 0 || !rest[..end].chars().all(is_name) {
                return None;
            }
            steps.push(Step::Attribute(&rest[..end]));
            path = &rest[end..];
        } else {
            let (key, rest) = path.strip_prefix('[')?.split_once(']')?;
            let is_number = !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit());
            steps.push(if is_number { Step::Position(key.parse().ok()?) } else { Step::Key(key) });
            path = rest;
        }
    }
    Some(steps)
}

/// The names of fields, with their numbers where they have none: `.x` as the second such field is `1.x`.
fn numbered(names: Vec<&str>) -> Vec<String> {
    let mut automatic = 0;
    let with_number = |name: &str| match name.chars().next() {
        None | Some('.' | '[') => {
            automatic += 1;
            format!("{}{name}", automatic - 1)
        }
        Some(_) => name.to_owned(),
    };
    names.into_iter().map(with_number).collect()
}

/// The names in the fields of a template, those of nested fields too.
fn field_names(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            rest = after;
            continue;
        }
        let end = rest.find(['!', ':', '}', '{']).unwrap_or(rest.len());
        names.push(&rest[..end]);
        rest = &rest[end..];
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{field_names, numbered, steps};

    #[test]
    fn fields_of_templates() {
        assert_eq!(field_names("{0.x!r} {{no}} {a[k]:>{w.n}}"), ["0.x", "a[k]", "w.n"]);
        assert_eq!(numbered(field_names("{.x} {:{[1]}} {y}")), ["0.x", "1", "2[1]", "y"]);
        assert_eq!(steps(".x[1][k].y").map(|steps| steps.len()), Some(4));
        assert!(steps("[1").is_none() && steps("..x").is_none());
    }
}
