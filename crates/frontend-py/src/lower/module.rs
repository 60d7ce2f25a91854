//! A module: parsing, guards, comments.

use std::collections::BTreeMap;

use la_arena::Arena;
use portalis_diag::{Sink, Span};
use portalis_hir::{Comment, Func, FuncKind, Module, Name, StmtKind};
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Mod, PythonVersion, Stmt};
use ruff_python_parser::{Mode, ParseOptions, Parsed, lexer, parse_unchecked};

use super::{Lowerer, MAX_REPORTS, scope, span};
use crate::depth::{DepthMeter, MAX_BRACKETS, MAX_INDENTS, MAX_PARSE_DEPTH};
use crate::{MAX_SOURCE_BYTES, diagnostics};

/// Parses and lowers one file.
pub(crate) fn lower(source: &str, module_name: &str, sink: &mut Sink) -> Module {
    let mut module = empty(source, module_name);
    if source.len() > MAX_SOURCE_BYTES {
        sink.push(diagnostics::too_large(source.len()));
        return broken(module);
    }
    if let Some(at) = source.bytes().position(|byte| byte == 0) {
        sink.push(diagnostics::null_bytes(Span::new(at as u32, at as u32 + 1)));
        return broken(module);
    }
    // A shorter file cannot reach the bound, so only long ones are scanned twice.
    if source.len() >= MAX_PARSE_DEPTH && prescan(source).depth > MAX_PARSE_DEPTH {
        sink.push(diagnostics::too_deep(Span::default()));
        return broken(module);
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(source, options);
    let depth = scan(&parsed, source, &mut module, sink);
    // The destructor of the tree recurses, a few hundred bytes a level.
    let tree_bytes = 1024 * depth.min(2 * MAX_PARSE_DEPTH) + (256 << 10);
    stacker::maybe_grow(tree_bytes, tree_bytes + (1 << 20), move || {
        lower_parsed(parsed, source, module, depth, sink)
    })
}

/// The tokens' bounds, without a tree.
fn prescan(source: &str) -> DepthMeter {
    let mut meter = DepthMeter::default();
    let mut lexer = lexer::lex(source, Mode::Module);
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return meter,
            kind => meter.token(kind),
        }
    }
}

/// Reports brackets and indentation beyond CPython's limits, collects comments; the bound of the tree's depth.
fn scan(parsed: &Parsed<Mod>, source: &str, module: &mut Module, sink: &mut Sink) -> usize {
    let mut meter = DepthMeter::default();
    let mut is_reported = false;
    for token in parsed.tokens().iter() {
        let kind = token.kind();
        if kind == TokenKind::Comment {
            module.comments.push(comment(span(token), source));
            continue;
        }
        meter.token(kind);
        if !is_reported && (meter.brackets >= MAX_BRACKETS || meter.max_indents >= MAX_INDENTS) {
            is_reported = true;
            sink.push(match meter.brackets >= MAX_BRACKETS {
                true => diagnostics::too_many_brackets(span(token)),
                false => diagnostics::too_many_indents(span(token)),
            });
        }
    }
    meter.depth + parsed.errors().len().min(1)
}

fn comment(at: Span, source: &str) -> Comment {
    let before = source.get(..at.start as usize).unwrap_or("");
    let line = before.rfind(['\n', '\r']).map_or(before, |end| &before[end + 1..]);
    let is_trailing = line.chars().any(|c| !matches!(c, ' ' | '\t' | '\x0c' | '\u{feff}'));
    let text = at.text(source);
    Comment { text: text.strip_prefix('#').unwrap_or(text).to_owned(), span: at, is_trailing }
}

fn lower_parsed(
    parsed: Parsed<Mod>,
    source: &str,
    mut module: Module,
    depth: usize,
    sink: &mut Sink,
) -> Module {
    let is_refused = sink.has_errors() && depth > crate::depth::MAX_DEPTH;
    for error in parsed.errors().iter().take(MAX_REPORTS) {
        sink.push(diagnostics::syntax(span(error), lower_first(&error.error.to_string())));
    }
    for error in parsed.unsupported_syntax_errors().iter().take(MAX_REPORTS) {
        // Template strings are refused where they stand, as a construct and not as a syntax error.
        if !matches!(error.kind, ruff_python_parser::UnsupportedSyntaxErrorKind::TemplateStrings) {
            sink.push(diagnostics::syntax(span(error), lower_first(&error.to_string())));
        }
    }
    if is_refused || !parsed.errors().is_empty() {
        return broken(module);
    }
    let Mod::Module(tree) = parsed.into_syntax() else { return broken(module) };
    let mut reports = Vec::new();
    let passes_ellipsis = super::late_default::passes_ellipsis(source, &tree.body);
    let body = crate::rewrite::rewritten(source, tree.body.into_iter().collect());
    let scopes = scope::collect(source, &body, &mut module, &mut reports);
    for report in reports.into_iter().take(MAX_REPORTS) {
        sink.push(report);
    }
    let Some(scopes) = scopes else {
        let (name, comments) = (module.name.clone(), std::mem::take(&mut module.comments));
        return broken(Module { comments, ..empty(source, &name) });
    };
    module.exprs = Arena::with_capacity(source.len() / 8);
    module.stmts = Arena::with_capacity(source.len() / 40);
    let func = module.body;
    let mut lowerer = Lowerer {
        source,
        has_cr: source.contains('\r'),
        is_bound: Vec::with_capacity(module.locals.len()),
        module,
        scopes,
        sink,
        scope: scope::MODULE,
        func,
        private: None,
        loops: 0,
        star_handler: None,
        returned_value: None,
        passes_ellipsis,
    };
    lowerer.check_futures(&body);
    let (doc, rest) = lowerer.docstring(&body);
    let stmts = lowerer.block(rest);
    let Lowerer { mut module, sink, .. } = lowerer;
    module.funcs[func].body = stmts;
    module.doc = doc;
    super::pattern_names::bind_when_matched(&mut module);
    super::local_classes::settle(&mut module, sink);
    super::directive::read(source, &mut module, sink);
    module
}

/// Diagnostics begin in lower case.
fn lower_first(message: &str) -> String {
    let mut chars = message.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => message.to_owned(),
    }
}

/// A module without statements.
fn empty(source: &str, module_name: &str) -> Module {
    let mut funcs = Arena::new();
    let body = funcs.alloc(Func {
        name: Name::from("<module>"),
        qualname: Name::from("<module>"),
        kind: FuncKind::Module,
        parent: None,
        params: Vec::new(),
        returns: None,
        body: Vec::new(),
        doc: None,
        locals: Vec::new(),
        attributes: Vec::new(),
        is_generator: false,
        is_async: false,
        span: Span::new(0, u32::try_from(source.len()).unwrap_or(u32::MAX)),
        name_span: Span::default(),
    });
    Module {
        name: Name::from(module_name),
        funcs,
        classes: Arena::new(),
        locals: Arena::new(),
        stmts: Arena::new(),
        exprs: Arena::new(),
        body,
        doc: None,
        comments: Vec::new(),
        int_modes: BTreeMap::new(),
        star_items: BTreeMap::new(),
    }
}

/// The module with one `Error` for a body.
fn broken(mut module: Module) -> Module {
    let span = module.funcs[module.body].span;
    let stmt = module.stmts.alloc(portalis_hir::Stmt { kind: StmtKind::Error, span });
    let body = module.body;
    module.funcs[body].body.push(stmt);
    module
}

/// What `from __future__ import` knows.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Lowerer<'_> {
    /// Future imports stand first and name known features.
    fn check_futures(&mut self, body: &[Stmt]) {
        let mut is_late = false;
        for (idx, stmt) in body.iter().enumerate() {
            match stmt {
                Stmt::ImportFrom(import)
                    if import.level == 0 && import.module.as_deref() == Some("__future__") =>
                {
                    if is_late {
                        let message = "from __future__ imports must occur at the beginning of the file";
                        self.scoping(span(import), message);
                    }
                    for alias in &import.names {
                        if !FEATURES.contains(&alias.name.as_str()) {
                            let message = match alias.name.as_str() {
                                "braces" => "not a chance".to_owned(),
                                name => format!("future feature {name} is not defined"),
                            };
                            self.scoping(span(alias), message);
                        }
                    }
                }
                Stmt::Expr(stmt) if idx == 0 && stmt.value.is_string_literal_expr() => {}
                _ => is_late = true,
            }
        }
    }
}
