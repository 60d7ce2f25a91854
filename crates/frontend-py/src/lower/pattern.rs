//! Patterns of `match`.

use portalis_diag::Span;
use portalis_hir::{ExprKind, LocalId, MatchCase, Pattern};
use ruff_python_ast as ast;
use rustc_hash::FxHashSet;

use super::{Lowerer, span, with_stack};

impl<'a> Lowerer<'a> {
    /// `case`s in order.
    pub(crate) fn cases(&mut self, cases: &'a [ast::MatchCase]) -> Vec<MatchCase> {
        let mut out = Vec::with_capacity(cases.len());
        for (idx, case) in cases.iter().enumerate() {
            if idx + 1 < cases.len() && case.guard.is_none() {
                self.check_reachable(&case.pattern);
            }
            let mut names = Vec::new();
            let pattern = self.pattern(&case.pattern, &mut names);
            let guard = case.guard.as_deref().map(|guard| self.lower_expr(guard));
            let body = self.block(&case.body);
            out.push(MatchCase { pattern, guard, body, span: span(case) });
        }
        out
    }

    /// A pattern that always matches hides what follows.
    fn check_reachable(&mut self, pattern: &ast::Pattern) {
        let message = match pattern {
            ast::Pattern::MatchAs(capture) => match (&capture.pattern, &capture.name) {
                (None, None) => "wildcard makes remaining patterns unreachable".to_owned(),
                (None, Some(name)) => format!("name capture '{name}' makes remaining patterns unreachable"),
                (Some(inner), _) => return self.check_reachable(inner),
            },
            ast::Pattern::MatchOr(or) => {
                return or.patterns.iter().for_each(|inner| self.check_reachable(inner));
            }
            _ => return,
        };
        self.scoping(span(pattern), message);
    }

    /// A pattern; `names` are those bound before it.
    fn pattern(&mut self, pattern: &'a ast::Pattern, names: &mut Vec<LocalId>) -> Pattern {
        with_stack(|| match pattern {
            ast::Pattern::MatchValue(value) => Pattern::Value(self.lower_expr(&value.value)),
            ast::Pattern::MatchSingleton(singleton) => {
                let kind = match singleton.value {
                    ast::Singleton::None => ExprKind::None,
                    ast::Singleton::True => ExprKind::Bool(true),
                    ast::Singleton::False => ExprKind::Bool(false),
                };
                Pattern::Singleton(self.expr(kind, span(singleton)))
            }
            ast::Pattern::MatchSequence(sequence) => self.sequence(sequence, names),
            ast::Pattern::MatchMapping(mapping) => self.mapping(mapping, names),
            ast::Pattern::MatchClass(class) => self.class_pattern(class, names),
            ast::Pattern::MatchStar(star) => match &star.name {
                Some(name) => Pattern::Bind(None, self.capture(name, names), span(star)),
                None => Pattern::Wildcard,
            },
            ast::Pattern::MatchAs(capture) => {
                let inner = capture.pattern.as_deref().map(|inner| Box::new(self.pattern(inner, names)));
                match &capture.name {
                    Some(name) => Pattern::Bind(inner, self.capture(name, names), span(capture)),
                    None => Pattern::Wildcard,
                }
            }
            ast::Pattern::MatchOr(or) => self.alternatives(or, names),
        })
    }

    fn capture(&mut self, name: &ast::Identifier, names: &mut Vec<LocalId>) -> LocalId {
        self.check_name(name.as_str(), span(name));
        let local = self.bind(name.as_str(), span(name));
        if names.contains(&local) {
            self.scoping(span(name), format!("multiple assignments to name '{name}' in pattern"));
        }
        names.push(local);
        local
    }

    fn alternatives(&mut self, or: &'a ast::PatternMatchOr, names: &mut Vec<LocalId>) -> Pattern {
        let before = names.len();
        let mut bound: Option<Vec<LocalId>> = None;
        let mut patterns = Vec::with_capacity(or.patterns.len());
        for (idx, alternative) in or.patterns.iter().enumerate() {
            if idx + 1 < or.patterns.len() {
                self.check_reachable(alternative);
            }
            names.truncate(before);
            patterns.push(self.pattern(alternative, names));
            let mut now: Vec<LocalId> = names[before..].to_vec();
            now.sort();
            if bound.get_or_insert_with(|| now.clone()) != &now {
                self.scoping(span(or), "alternative patterns bind different names");
            }
        }
        Pattern::Or(patterns)
    }

    fn sequence(&mut self, sequence: &'a ast::PatternMatchSequence, names: &mut Vec<LocalId>) -> Pattern {
        let mut star = None;
        let mut items = Vec::with_capacity(sequence.patterns.len());
        for (idx, item) in sequence.patterns.iter().enumerate() {
            if item.is_match_star() && star.replace(idx).is_some() {
                self.scoping(span(item), "multiple starred expressions in sequence pattern");
            }
            items.push(self.pattern(item, names));
        }
        Pattern::Sequence { items, star, span: span(sequence) }
    }

    fn mapping(&mut self, mapping: &'a ast::PatternMatchMapping, names: &mut Vec<LocalId>) -> Pattern {
        let mut items = Vec::with_capacity(mapping.keys.len());
        let mut seen = FxHashSet::default();
        for (key, value) in mapping.keys.iter().zip(&mapping.patterns) {
            let at = span(key);
            let is_literal = !key.is_attribute_expr();
            let key = self.lower_expr(key);
            if is_literal && !seen.insert(self.key_text(key, at)) {
                let text = at.text(self.source);
                self.scoping(span(mapping), format!("mapping pattern checks duplicate key ({text})"));
            }
            items.push((key, self.pattern(value, names)));
        }
        let rest = mapping.rest.as_ref().map(|name| self.capture(name, names));
        Pattern::Mapping { items, rest, span: span(mapping) }
    }

    /// A text that two literal keys share when they are the same.
    fn key_text(&self, key: portalis_hir::ExprId, at: Span) -> String {
        match &self.module.exprs[key].kind {
            ExprKind::Str(text) => format!("str {text}"),
            ExprKind::Bytes(bytes) => format!("bytes {bytes:?}"),
            ExprKind::Int(value) => format!("int {value}"),
            _ => format!("text {}", at.text(self.source)),
        }
    }

    fn class_pattern(&mut self, class: &'a ast::PatternMatchClass, names: &mut Vec<LocalId>) -> Pattern {
        let callee = self.lower_expr(&class.cls);
        let positional =
            class.arguments.patterns.iter().map(|pattern| self.pattern(pattern, names)).collect();
        let mut seen = FxHashSet::default();
        let mut keyword = Vec::with_capacity(class.arguments.keywords.len());
        for item in &class.arguments.keywords {
            if !seen.insert(item.attr.as_str()) {
                let message = format!("attribute name repeated in class pattern: {}", item.attr);
                self.scoping(span(item), message);
            }
            let name = self.plain_name(item.attr.as_str());
            keyword.push((name, self.pattern(&item.pattern, names)));
        }
        let spans = class.arguments.patterns.iter().map(span);
        let spans: Vec<_> = spans.chain(class.arguments.keywords.iter().map(span)).collect();
        let reads = spans.into_iter().map(|at| self.expr(ExprKind::None, at)).collect();
        Pattern::Class { class: callee, positional, keyword, reads, span: span(class) }
    }
}
