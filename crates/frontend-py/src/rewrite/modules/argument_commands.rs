//! Commands of an argument parser: `add_subparsers`, and a parser for each command, made beside it.
//!
//! ```text
//! sub = parser.add_subparsers(dest="command")     parser._commands("command", False)
//! add = sub.add_parser("add")                     add = parser._sub("add")
//! add.add_argument("n", type=int)                 add._add([], "n", "", "int", True, "")
//! add.set_defaults(func=cmd_add)                  _fixed_101_func = cmd_add
//! ```
//!
//! The namespace gets the attributes of the command that is given, by a function for each.

use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::modules::argument_parser::{Argument, Parser, Parsers, method_call};
use crate::rewrite::quote::parsed;

/// Attributes that are set where a command is given, and the variable of each.
type Fixed = Vec<(String, String)>;

/// The commands of a parser.
pub(crate) struct Commands {
    /// The attribute that says which command it is.
    pub(crate) dest: Option<String>,
    /// Each command, its parser, and what is set where it is given: the attribute, and its variable.
    pub(crate) parsers: Vec<(String, Parser, Fixed)>,
}

/// A statement of the commands, and what stands for it.
type Replaced = (usize, Vec<Stmt>);

impl Parsers<'_> {
    /// The commands of the parser `name` that the statement at `at` makes, and the statements that stand for what says so;
    /// `None` where it says more than is known here. Without commands there is none of either.
    pub(crate) fn commands(
        &self,
        (name, number): (&str, usize),
        stmts: &[Stmt],
        at: usize,
    ) -> Option<(Option<Commands>, Vec<Replaced>)> {
        let mut found: Option<(String, Commands)> = None;
        let mut replaced: Vec<Replaced> = Vec::new();
        // The variable of each command's parser, until it is bound again.
        let mut holders: Vec<(String, usize)> = Vec::new();
        let mut variables: Vec<String> = Vec::new();
        let mut n_known = 0;
        for (place, stmt) in stmts.iter().enumerate().skip(at + 1) {
            let range = stmt.range();
            if let Some((target, call)) = assigned_call(stmt, name, "add_subparsers") {
                if found.is_some() || !call.arguments.args.is_empty() {
                    return None;
                }
                let mut dest = None;
                let mut is_required = false;
                for keyword in &call.arguments.keywords {
                    match keyword.arg.as_deref()? {
                        "dest" => dest = Some(text_of(&keyword.value)?),
                        "required" => is_required = keyword.value.as_boolean_literal_expr()?.value,
                        "help" | "title" | "description" => {}
                        _ => return None,
                    }
                }
                let required = if is_required { "True" } else { "False" };
                let shown = dest.clone().unwrap_or_default();
                replaced.push((place, parsed(&format!("{name}._commands({shown:?}, {required})\n"), range)));
                variables.push(target.to_owned());
                found = Some((target.to_owned(), Commands { dest, parsers: Vec::new() }));
                continue;
            }
            let Some((sub, commands)) = &mut found else { continue };
            if let Some((target, call)) = assigned_call(stmt, sub, "add_parser") {
                let [command] = &*call.arguments.args else { return None };
                let command = text_of(command)?;
                let are_known = call
                    .arguments
                    .keywords
                    .iter()
                    .all(|it| matches!(it.arg.as_deref(), Some("help" | "description")));
                if !are_known || commands.parsers.iter().any(|(known, ..)| *known == command) {
                    return None;
                }
                n_known += 1;
                let number = number * 100 + commands.parsers.len() + 1;
                let parser = Parser::new(target, number, range);
                let text = format!("{target} = {name}._sub({command:?})\n");
                replaced.push((place, parsed(&text, range)));
                holders.retain(|(known, _)| known != target);
                holders.push((target.to_owned(), commands.parsers.len()));
                if !variables.iter().any(|known| known == target) {
                    variables.push(target.to_owned());
                }
                commands.parsers.push((command, parser, Vec::new()));
                continue;
            }
            for (holder, which) in &holders {
                let (_, parser, fixed) = &mut commands.parsers[*which];
                if let Some(call) = method_call(stmt, holder, "add_argument") {
                    let argument = self.argument(call)?;
                    if parser.arguments.iter().any(|known| known.dest == argument.dest) {
                        return None;
                    }
                    n_known += 1;
                    replaced.push((place, parser.added(&argument, range)));
                    parser.arguments.push(argument);
                } else if let Some(call) = method_call(stmt, holder, "set_defaults") {
                    n_known += 1;
                    replaced.push((place, set_defaults(call, parser, fixed, range)?));
                }
            }
        }
        let Some((_, commands)) = found else { return Some((None, Vec::new())) };
        // Each variable is read as often as is known, and by nobody else.
        let mut reads = Reads { names: &variables, n: 0 };
        stmts.iter().for_each(|stmt| reads.visit_stmt(stmt));
        let mut everywhere = Reads { names: &variables, n: 0 };
        everywhere.visit_body(self.whole);
        let are_own = everywhere.n == reads.n && reads.n == n_known;
        are_own.then_some((Some(commands), replaced))
    }
}

impl Commands {
    /// The functions that fill the namespace, and the statements that call them.
    pub(crate) fn text(&self) -> (String, String) {
        let (mut functions, mut calls) = (String::new(), String::new());
        for (command, parser, fixed) in &self.parsers {
            let n = parser.number;
            let kept: String = parser.kept().map(|(name, _)| format!(", {name}")).collect();
            let given: String = parser.kept().map(|(_, variable)| format!(", {variable}")).collect();
            let set: String = fixed.iter().map(|(_, variable)| format!(", {variable}")).collect();
            let mut body = String::new();
            for argument in parser.attributes() {
                functions.push_str(&parser.converter(argument));
                body.push_str(&parser.value(argument));
                body.push_str(&format!("    made.{0} = of_{0}\n", argument.dest));
            }
            for (name, variable) in fixed {
                body.push_str(&format!("    made.{name} = {variable}\n"));
            }
            if body.is_empty() {
                continue;
            }
            functions.push_str(&format!("def _fill_{n}(made, parser{kept}{set}):\n{body}\n\n"));
            calls.push_str(&format!(
                "    if parser._command == {command:?}:\n        _fill_{n}(made, parser._parsers[{command:?}]{given}{set})\n"
            ));
        }
        (functions, calls)
    }

    /// The variables that the functions are handed.
    pub(crate) fn kept(&self) -> impl Iterator<Item = String> + '_ {
        self.parsers.iter().flat_map(|(_, parser, fixed)| {
            let of_arguments = parser.kept().map(|(_, variable)| variable);
            of_arguments.chain(fixed.iter().map(|(_, variable)| variable.clone()))
        })
    }

    /// The attributes of all commands, in order.
    pub(crate) fn attributes(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for (_, parser, fixed) in &self.parsers {
            let own = parser.attributes().map(|argument: &Argument| argument.dest.as_str());
            for name in own.chain(fixed.iter().map(|(name, _)| name.as_str())) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

/// `holder.set_defaults(name=value)`: variables that keep the values.
fn set_defaults(call: &ExprCall, parser: &Parser, fixed: &mut Fixed, range: TextRange) -> Option<Vec<Stmt>> {
    let mut out = Vec::new();
    for keyword in &call.arguments.keywords {
        let name = keyword.arg.as_deref()?;
        let variable = format!("_fixed_{}_{name}", parser.number);
        for mut stmt in parsed(&format!("{variable} = 0\n"), range) {
            if let Stmt::Assign(assign) = &mut stmt {
                *assign.value = keyword.value.clone();
            }
            out.push(stmt);
        }
        fixed.push((name.to_owned(), variable));
    }
    call.arguments.args.is_empty().then_some(out)
}

fn text_of(value: &Expr) -> Option<String> {
    Some(value.as_string_literal_expr()?.value.to_str().to_owned())
}

/// `target = owner.method(…)`.
fn assigned_call<'a>(stmt: &'a Stmt, owner: &str, method: &str) -> Option<(&'a str, &'a ExprCall)> {
    let Stmt::Assign(assign) = stmt else { return None };
    let [Expr::Name(target)] = assign.targets.as_slice() else { return None };
    let call = assign.value.as_call_expr()?;
    let attribute = call.func.as_attribute_expr()?;
    let of = attribute.value.as_name_expr()?;
    let is_its = of.id.as_str() == owner && attribute.attr.as_str() == method;
    is_its.then_some((target.id.as_str(), call))
}

/// How often some variables are read.
struct Reads<'a> {
    names: &'a [String],
    n: usize,
}

impl<'a> Visitor<'a> for Reads<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx.is_load()
            && self.names.iter().any(|known| known == name.id.as_str())
        {
            self.n += 1;
        }
        visit_expr(self, expr);
    }
}
