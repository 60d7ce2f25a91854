//! `argparse`: what a parser is told to take is known, so its namespace is a class with these attributes.
//!
//! A parser is followed where its arguments are added by statements beside the one that makes it, and their options are
//! written out. Any other is left alone, and refused where it is typed.
//!
//! ```text
//! parser = argparse.ArgumentParser()              parser = argparse.ArgumentParser()
//! parser.add_argument("--n", type=int, default=3) _default_1_n = 3
//!                                                 parser._add(["--n"], "n", "", "int", False, "")
//! args = parser.parse_args()                      args = _namespace_1(parser, None, _default_1_n)
//! ```
//!
//! Source: Library Reference, `argparse`.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Expr, ExprCall, Number, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::modules::argument_builders::{self, Builder, is_call_of};
use crate::rewrite::modules::argument_commands::Commands;
use crate::rewrite::quote::parsed;

/// What the classes of further namespaces begin with.
pub(crate) const NAMESPACE: &str = "_argparse_Namespace_";

/// What else of a parser may be called.
pub(crate) const METHODS: [&str; 4] = ["parse_args", "error", "print_usage", "print_help"];

/// The module's statements with such parsers; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("argparse") || source.contains("_namespace_") {
        return None;
    }
    let body = &argument_builders::told_apart(body)[..];
    let bound = Bound::of(body);
    let mut out = body.to_vec();
    let mut parsers = Parsers { source, whole: body, bound: &bound, made: Vec::new(), function: None };
    parsers.block(&mut out);
    if parsers.made.is_empty() {
        return None;
    }
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    let mut definitions = Vec::new();
    for parser in &parsers.made {
        definitions.extend(parsed(&parser.text(), parser.range));
        let calls = ParseCalls { parser };
        out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    }
    out.splice(at..at, definitions);
    Some(out)
}

/// How the values of an argument are converted.
#[derive(Clone, PartialEq)]
enum Convert {
    Text,
    Int,
    Float,
    /// A function of the module, or another builtin.
    Call(String),
}

#[derive(Clone, Copy, PartialEq)]
enum Action {
    Store,
    True,
    False,
    Append,
    Count,
    Version,
}

pub(crate) struct Argument {
    flags: Vec<String>,
    pub(crate) dest: String,
    /// Empty for one word, `?`, `*`, `+` or a number.
    nargs: String,
    convert: Convert,
    action: Action,
    is_required: bool,
    metavar: String,
    default: Option<Expr>,
    choices: Option<Expr>,
    constant: Option<Expr>,
    version: Option<Expr>,
}

pub(crate) struct Parser {
    name: String,
    pub(crate) number: usize,
    pub(crate) arguments: Vec<Argument>,
    range: TextRange,
    /// The function that makes it for others.
    builder: Option<Builder>,
    commands: Option<Commands>,
}

pub(crate) struct Parsers<'a> {
    source: &'a str,
    pub(crate) whole: &'a [Stmt],
    bound: &'a Bound<'a>,
    made: Vec<Parser>,
    /// The function of the module whose statements are looked at, where it returns a variable.
    function: Option<(String, String)>,
}

impl Parsers<'_> {
    /// Looks for parsers in statements that stand beside each other, and in those inside of them.
    fn block(&mut self, stmts: &mut Vec<Stmt>) {
        let mut at = 0;
        while at < stmts.len() {
            if let Some(name) = self.maker(&stmts[at]) {
                self.follow(&name, stmts, at);
            }
            match &mut stmts[at] {
                Stmt::FunctionDef(def) => {
                    let returns = argument_builders::returned(def);
                    let function = returns.map(|name| (def.name.to_string(), name.to_owned()));
                    let outer = std::mem::replace(&mut self.function, function);
                    self.inside(&mut def.body);
                    self.function = outer;
                }
                Stmt::ClassDef(def) => self.inside(&mut def.body),
                Stmt::With(with) => self.inside(&mut with.body),
                Stmt::Try(stmt) => self.inside(&mut stmt.body),
                Stmt::If(stmt) => {
                    self.inside(&mut stmt.body);
                    stmt.elif_else_clauses.iter_mut().for_each(|clause| self.inside(&mut clause.body));
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn inside<B: Default + IntoIterator<Item = Stmt> + FromIterator<Stmt>>(&mut self, body: &mut B) {
        let mut stmts: Vec<Stmt> = std::mem::take(body).into_iter().collect();
        self.block(&mut stmts);
        *body = stmts.into_iter().collect();
    }

    /// The variable that a statement binds to a new parser.
    fn maker(&self, stmt: &Stmt) -> Option<String> {
        let Stmt::Assign(assign) = stmt else { return None };
        let [Expr::Name(target)] = assign.targets.as_slice() else { return None };
        let call = assign.value.as_call_expr()?;
        let is_parser = match &*call.func {
            Expr::Name(name) => {
                name.id.as_str() == "ArgumentParser" && self.bound.times("ArgumentParser") == 1
            }
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == "ArgumentParser"
                    && attribute
                        .value
                        .as_name_expr()
                        .is_some_and(|module| self.bound.is_module(module.id.as_str(), "argparse"))
            }
            _ => false,
        };
        let known = ["prog", "usage", "description", "epilog", "formatter_class", "add_help", "allow_abbrev"];
        let arguments = &call.arguments;
        let is_known = arguments.args.is_empty()
            && arguments
                .keywords
                .iter()
                .all(|it| it.arg.as_deref().is_some_and(|name| known.contains(&name)));
        let name = target.id.to_string();
        (is_parser && is_known && self.bound.times(&name) == 1).then_some(name)
    }

    /// Replaces what follows the statement at `at`, which makes the parser `name`.
    fn follow(&mut self, name: &str, stmts: &mut Vec<Stmt>, at: usize) {
        let mut uses = Uses { name, all: 0, known: 0 };
        uses.visit_body(self.whole);
        let mut arguments = Vec::new();
        let mut places = Vec::new();
        for (place, stmt) in stmts.iter().enumerate().skip(at + 1) {
            if let Some(call) = method_call(stmt, name, "add_argument") {
                let Some(argument) = self.argument(call) else { return };
                arguments.push(argument);
                places.push((place, call.range()));
            }
        }
        let builder = self
            .function
            .as_ref()
            .filter(|(_, returned)| returned == name)
            .and_then(|(function, _)| argument_builders::builder(self.whole, self.bound, function));
        // It is returned once.
        uses.known += usize::from(builder.is_some());
        let dests: BTreeSet<&str> = arguments.iter().map(|argument| argument.dest.as_str()).collect();
        let number = self.made.len() + 1;
        let Some((commands, mut replaced)) = self.commands((name, number), stmts, at) else { return };
        // What stands before the command shows in messages of its own parser.
        let has_words = arguments.iter().any(|argument| argument.flags.is_empty());
        let n_known = uses.known + places.len() + usize::from(commands.is_some());
        if uses.all != n_known || dests.len() != arguments.len() || has_words && commands.is_some() {
            return;
        }
        let range = stmts[at].range();
        let parser = Parser { arguments, builder, commands, ..Parser::new(name, number, range) };
        for ((place, range), argument) in places.into_iter().zip(&parser.arguments) {
            replaced.push((place, parser.added(argument, range)));
        }
        replaced.sort_by_key(|(place, _)| *place);
        for (place, with) in replaced.into_iter().rev() {
            stmts.splice(place..=place, with);
        }
        if let Stmt::Assign(assign) = &mut stmts[at]
            && let Expr::Call(call) = &mut *assign.value
        {
            // How help is laid out shows nowhere, nor does the module's docstring.
            let is_shown = |name: Option<&str>, value: &Expr| {
                name != Some("formatter_class")
                    && !matches!(value, Expr::Name(doc) if doc.id.as_str() == "__doc__")
            };
            let keywords = call.arguments.keywords.iter();
            call.arguments.keywords =
                keywords.filter(|it| is_shown(it.arg.as_deref(), &it.value)).cloned().collect();
        }
        let kept: Vec<String> = parser.handed().collect();
        if parser.builder.is_some() && !kept.is_empty() {
            let first = usize::from(stmts.first().is_some_and(is_head));
            stmts.splice(first..first, parsed(&format!("global {}\n", kept.join(", ")), range));
        }
        self.made.push(parser);
    }

    /// What a call of `add_argument` says; `None` where it says more than is known here.
    pub(crate) fn argument(&self, call: &ExprCall) -> Option<Argument> {
        let mut names = Vec::new();
        for arg in &call.arguments.args {
            names.push(arg.as_string_literal_expr()?.value.to_str().to_owned());
        }
        let flags: Vec<String> = names.iter().filter(|name| name.starts_with('-')).cloned().collect();
        let is_positional = flags.is_empty() && names.len() == 1;
        if !is_positional && (flags.is_empty() || flags.len() != names.len()) {
            return None;
        }
        let long = flags.iter().find(|flag| flag.starts_with("--")).or(flags.first());
        let dest = match long {
            Some(flag) => flag.trim_start_matches('-').replace('-', "_"),
            None => names[0].clone(),
        };
        let mut argument = Argument {
            flags,
            dest,
            nargs: String::new(),
            convert: Convert::Text,
            action: Action::Store,
            is_required: is_positional,
            metavar: String::new(),
            default: None,
            choices: None,
            constant: None,
            version: None,
        };
        for keyword in &call.arguments.keywords {
            let text = || Some(keyword.value.as_string_literal_expr()?.value.to_str().to_owned());
            match keyword.arg.as_deref()? {
                "help" => {}
                "metavar" => argument.metavar = text()?,
                "dest" => argument.dest = text()?,
                "required" => argument.is_required = keyword.value.as_boolean_literal_expr()?.value,
                "default" => argument.default = Some(keyword.value.clone()),
                "choices" => argument.choices = Some(keyword.value.clone()),
                "const" => argument.constant = Some(keyword.value.clone()),
                "version" => argument.version = Some(keyword.value.clone()),
                "type" => argument.convert = self.convert(&keyword.value)?,
                "nargs" => argument.nargs = nargs(&keyword.value)?,
                "action" => {
                    argument.action = match text()?.as_str() {
                        "store" => Action::Store,
                        "store_true" => Action::True,
                        "store_false" => Action::False,
                        "append" => Action::Append,
                        "count" => Action::Count,
                        "version" => Action::Version,
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
        self.checked(argument, is_positional)
    }

    /// An argument, unless its options do not go together.
    fn checked(&self, mut argument: Argument, is_positional: bool) -> Option<Argument> {
        let is_name = |text: &str| {
            !text.starts_with(|c: char| c.is_ascii_digit())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        };
        let has_words = matches!(argument.action, Action::Store | Action::Append);
        // A text is converted as if it were a word; what another value is, is not known.
        let default_is_plain =
            argument.convert == Convert::Text || argument.default.as_ref().is_none_or(is_no_text);
        let default_fits = match argument.action {
            // What the action starts from may be said.
            Action::True | Action::False => {
                let wanted = argument.action == Action::False;
                let said = argument.default.take();
                said.is_none_or(|value| value.as_boolean_literal_expr().is_some_and(|it| it.value == wanted))
            }
            Action::Count => argument.default.as_ref().is_none_or(is_whole),
            Action::Append => argument.default.as_ref().is_none_or(Expr::is_none_literal_expr),
            Action::Version => argument.version.is_some(),
            Action::Store => true,
        };
        if !has_words
            && (argument.convert != Convert::Text || argument.choices.is_some() || !argument.nargs.is_empty())
            || argument.constant.is_some() && (argument.action != Action::Store || argument.nargs != "?")
            || argument.action == Action::Append && !argument.nargs.is_empty()
            || is_positional && argument.action != Action::Store
            || !default_is_plain
            || !default_fits
            || !is_name(&argument.dest)
            || argument.dest == "help"
            || self.source.contains("ArgumentTypeError")
        {
            return None;
        }
        if is_positional {
            argument.is_required =
                argument.nargs != "?" && !(argument.nargs == "*" && argument.default.is_some());
        }
        if !has_words {
            "0".clone_into(&mut argument.nargs);
        }
        Some(argument)
    }

    fn convert(&self, value: &Expr) -> Option<Convert> {
        let name = value.as_name_expr()?.id.as_str();
        Some(match name {
            "str" if self.bound.is_builtin(name) => Convert::Text,
            "int" if self.bound.is_builtin(name) => Convert::Int,
            "float" if self.bound.is_builtin(name) => Convert::Float,
            // A builtin, or a function of the module's: it is called from there.
            _ if self.bound.is_builtin(name)
                || self
                    .whole
                    .iter()
                    .any(|stmt| matches!(stmt, Stmt::FunctionDef(def) if def.name.as_str() == name))
                    && self.bound.times(name) == 1 =>
            {
                Convert::Call(name.to_owned())
            }
            _ => return None,
        })
    }
}

fn nargs(value: &Expr) -> Option<String> {
    match value {
        Expr::StringLiteral(text) => {
            let text = text.value.to_str();
            matches!(text, "?" | "*" | "+").then(|| text.to_owned())
        }
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(count) => count.as_u8().filter(|count| *count > 0).map(|count| count.to_string()),
            _ => None,
        },
        _ => None,
    }
}

fn is_whole(value: &Expr) -> bool {
    matches!(value, Expr::NumberLiteral(number) if matches!(number.value, Number::Int(_)))
}

/// Whether a default that is no text literal is known to be no text.
fn is_no_text(value: &Expr) -> bool {
    match value {
        Expr::UnaryOp(operation) => operation.operand.is_number_literal_expr(),
        Expr::List(_) | Expr::Tuple(_) | Expr::Dict(_) | Expr::Set(_) => true,
        value => value.is_literal_expr(),
    }
}

/// The call of `name.method(…)` that a statement is.
pub(crate) fn method_call<'a>(stmt: &'a Stmt, name: &str, method: &str) -> Option<&'a ExprCall> {
    let Stmt::Expr(only) = stmt else { return None };
    let call = only.value.as_call_expr()?;
    let attribute = call.func.as_attribute_expr()?;
    let of = attribute.value.as_name_expr()?;
    (of.id.as_str() == name && attribute.attr.as_str() == method).then_some(call)
}

/// How often a variable is read, and how often to call a method that is known.
struct Uses<'n> {
    name: &'n str,
    all: usize,
    known: usize,
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.id.as_str() == self.name && name.ctx.is_load() => self.all += 1,
            Expr::Call(call) => {
                if let Expr::Attribute(attribute) = &*call.func
                    && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.name)
                    && METHODS.contains(&attribute.attr.as_str())
                {
                    let n_given = call.arguments.args.len() + call.arguments.keywords.len();
                    let is_plain = !call.arguments.args.iter().any(Expr::is_starred_expr)
                        && call
                            .arguments
                            .keywords
                            .iter()
                            .all(|keyword| keyword.arg.as_deref() == Some("args"));
                    if attribute.attr.as_str() != "parse_args" || is_plain && n_given <= 1 {
                        self.known += 1;
                    }
                }
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

impl Parser {
    pub(crate) fn new(name: &str, number: usize, range: TextRange) -> Self {
        Parser { name: name.to_owned(), number, arguments: Vec::new(), range, builder: None, commands: None }
    }

    /// The variables that the namespace is made of, those of commands last.
    fn handed(&self) -> impl Iterator<Item = String> + '_ {
        let own = self.kept().map(|(_, variable)| variable);
        own.chain(self.commands.iter().flat_map(Commands::kept))
    }

    fn variable(&self, what: &str, argument: &Argument) -> String {
        format!("_{what}_{}_{}", self.number, argument.dest)
    }

    /// What stands for a call of `add_argument`.
    pub(crate) fn added(&self, argument: &Argument, range: TextRange) -> Vec<Stmt> {
        let kept =
            [("default", &argument.default), ("choices", &argument.choices), ("const", &argument.constant)];
        let mut out = Vec::new();
        let mut assign = |target: String, value: &Expr| {
            for mut stmt in parsed(&format!("{target} = 0\n"), range) {
                if let Stmt::Assign(assign) = &mut stmt {
                    *assign.value = value.clone();
                }
                out.push(stmt);
            }
        };
        for (what, value) in kept {
            if let Some(value) = value {
                assign(self.variable(what, argument), value);
            }
        }
        if let Some(version) = &argument.version {
            assign(format!("{}._versions[{:?}]", self.name, argument.dest), version);
        }
        let kind = match (&argument.action, &argument.convert) {
            (Action::Append, _) => "append",
            (Action::Version, _) => "version",
            (_, Convert::Int) => "int",
            (_, Convert::Float) => "float",
            _ => "other",
        };
        let text = format!(
            "{}._add({:?}, {:?}, {:?}, {kind:?}, {}, {:?})\n",
            self.name,
            argument.flags,
            argument.dest,
            argument.nargs,
            if argument.is_required { "True" } else { "False" },
            argument.metavar,
        );
        out.extend(parsed(&text, range));
        out
    }

    /// The arguments that attributes are made of.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|argument| argument.action != Action::Version)
    }

    /// The class of the namespace, and the function that makes it.
    fn text(&self) -> String {
        let n = self.number;
        let class = if n == 1 { "Namespace".to_owned() } else { format!("{NAMESPACE}{n}") };
        let command = self.commands.as_ref().and_then(|commands| commands.dest.as_deref());
        let names: Vec<&str> =
            self.attributes().map(|argument| argument.dest.as_str()).chain(command).collect();
        let stores: String = names.iter().map(|name| format!("        self.{name} = {name}\n")).collect();
        let shown: Vec<String> = names.iter().map(|name| format!("{name}={{self.{name}!r}}")).collect();
        let of_commands = self.commands.iter().flat_map(Commands::kept);
        let kept: String =
            self.kept().map(|(name, _)| name).chain(of_commands).map(|name| format!(", {name}")).collect();
        let of_commands = self.commands.as_ref().map(Commands::attributes).unwrap_or_default();
        let repr = if of_commands.is_empty() {
            format!("        return f\"Namespace({})\"\n", shown.join(", "))
        } else {
            let own: Vec<String> = shown.iter().map(|part| format!("f\"{part}\"")).collect();
            let mut text = format!("        parts = [{}]\n", own.join(", "));
            for name in of_commands {
                text.push_str(&format!(
                    "        if hasattr(self, {name:?}):\n            parts.append(f\"{name}={{self.{name}!r}}\")\n"
                ));
            }
            text + "        return f\"Namespace({', '.join(parts)})\"\n"
        };
        let mut text = format!(
            "class {class}:\n    __module__ = \"argparse\"\n\n    def __init__(self{}):\n{}\n    def __repr__(self):\n{repr}\n\n",
            names.iter().map(|name| format!(", {name}")).collect::<String>(),
            if stores.is_empty() { "        pass\n" } else { &stores },
        );
        let mut body = String::new();
        for argument in self.attributes() {
            text.push_str(&self.converter(argument));
            body.push_str(&self.value(argument));
        }
        if let Some(command) = command {
            body.push_str(&format!("    of_{command} = parser._command\n"));
        }
        let values = names.iter().map(|name| format!("of_{name}")).collect::<Vec<_>>().join(", ");
        let end = match &self.commands {
            Some(commands) => {
                let (functions, calls) = commands.text();
                text.push_str(&functions);
                format!("    made = {class}({values})\n{calls}    return made\n")
            }
            None => format!("    return {class}({values})\n"),
        };
        text.push_str(&format!(
            "def _namespace_{n}(parser, given{kept}):\n    parser._parse(given)\n{body}{end}"
        ));
        text
    }

    /// What is handed to the function: the parameters, and what each is.
    pub(crate) fn kept(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.attributes().flat_map(|argument| {
            let kept = [
                ("default", argument.default.is_some()),
                ("choices", argument.choices.is_some()),
                ("const", argument.constant.is_some()),
            ];
            kept.into_iter()
                .filter(|(_, is_given)| *is_given)
                .map(|(what, _)| (format!("{what}_{}", argument.dest), self.variable(what, argument)))
        })
    }

    /// The name by which errors tell of an argument.
    fn shown(argument: &Argument) -> String {
        match (argument.flags.is_empty(), argument.metavar.is_empty()) {
            (false, _) => argument.flags.join("/"),
            (true, false) => argument.metavar.clone(),
            (true, true) => argument.dest.clone(),
        }
    }

    /// The function that makes a value of a word.
    pub(crate) fn converter(&self, argument: &Argument) -> String {
        let shown = Self::shown(argument);
        let mut lines = String::new();
        match &argument.convert {
            Convert::Text => lines.push_str("    value = word\n"),
            Convert::Int => lines.push_str("    value = int(word)\n"),
            Convert::Float => lines.push_str("    value = float(word)\n"),
            Convert::Call(name) => lines.push_str(&format!(
                "    try:\n        value = {name}(word)\n    except (TypeError, ValueError):\n        parser.error(f\"argument {shown}: invalid {name} value: {{word!r}}\")\n"
            )),
        }
        let choices = if argument.choices.is_some() {
            lines.push_str(&format!(
                "    if value not in choices:\n        known = \", \".join([repr(choice) for choice in choices])\n        parser.error(f\"argument {shown}: invalid choice: {{value!r}} (choose from {{known}})\")\n"
            ));
            ", choices"
        } else {
            ""
        };
        if !matches!(argument.action, Action::Store | Action::Append) {
            return String::new();
        }
        format!(
            "def _argument_{}_{}(parser, word{choices}):\n{lines}    return value\n\n\n",
            self.number, argument.dest
        )
    }

    /// The statement that gives an attribute its value.
    pub(crate) fn value(&self, argument: &Argument) -> String {
        let dest = &argument.dest;
        let choices = if argument.choices.is_some() { format!(", choices_{dest}") } else { String::new() };
        let of = |word: &str| format!("_argument_{}_{dest}(parser, {word}{choices})", self.number);
        let is_text = argument.default.as_ref().is_some_and(Expr::is_string_literal_expr);
        let default = match &argument.default {
            // A text stands for what it is converted to.
            Some(_) if is_text && argument.convert != Convert::Text => {
                of(&format!("default_{dest}")).replace(&choices, "")
            }
            Some(_) => format!("default_{dest}"),
            None => "None".to_owned(),
        };
        let words = format!("parser._words[{dest:?}]");
        let is_there = format!("{dest:?} in parser._words");
        let all = format!("[{} for word in {words}]", of("word"));
        let is_positional = argument.flags.is_empty();
        let value = match (argument.action, argument.nargs.as_str()) {
            (Action::True, _) => format!("{dest:?} in parser._times"),
            (Action::False, _) => format!("{dest:?} not in parser._times"),
            (Action::Count, _) if argument.default.is_some() => {
                format!("parser._times.get({dest:?}, 0) + default_{dest}")
            }
            (Action::Count, _) => format!("parser._times[{dest:?}] if {dest:?} in parser._times else None"),
            (Action::Version, _) => return String::new(),
            (Action::Append, _) => format!("{all} if {is_there} else {default}"),
            (Action::Store, "?") if !is_positional => {
                let constant =
                    if argument.constant.is_some() { format!("const_{dest}") } else { "None".to_owned() };
                return format!(
                    "    if {dest:?} not in parser._times:\n        of_{dest} = {default}\n    elif {words}:\n        of_{dest} = {}\n    else:\n        of_{dest} = {constant}\n",
                    of(&format!("{words}[0]")),
                );
            }
            (Action::Store, "" | "?") if is_positional && argument.is_required => of(&format!("{words}[0]")),
            (Action::Store, "" | "?") => {
                format!("{} if {is_there} else {default}", of(&format!("{words}[0]")))
            }
            (Action::Store, "*") if is_positional && argument.default.is_none() => {
                format!("{all} if {is_there} else []")
            }
            (Action::Store, _) if argument.is_required => all,
            (Action::Store, _) => format!("{all} if {is_there} else {default}"),
        };
        format!("    of_{dest} = {value}\n")
    }
}

struct ParseCalls<'p> {
    parser: &'p Parser,
}

impl Transformer for ParseCalls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let Expr::Attribute(attribute) = &*call.func else { return };
        let own = match &*attribute.value {
            Expr::Name(name) if name.id.as_str() == self.parser.name => name.id.to_string(),
            value => match &self.parser.builder {
                Some(builder) if is_call_of(value, &builder.function) => format!("{}()", builder.function),
                Some(builder) => match value {
                    Expr::Name(name) if builder.variables.iter().any(|known| known == name.id.as_str()) => {
                        name.id.to_string()
                    }
                    _ => return,
                },
                None => return,
            },
        };
        if attribute.attr.as_str() != "parse_args" {
            return;
        }
        let kept: String = self.parser.handed().map(|variable| format!(", {variable}")).collect();
        let text = format!("_namespace_{}({}, None{kept})", self.parser.number, own);
        let given = call.arguments.find_argument_value("args", 0).cloned();
        if let Some(Stmt::Expr(made)) = parsed(&text, call.range()).pop() {
            let mut made = *made.value;
            if let (Some(given), Expr::Call(made)) = (given, &mut made)
                && let Some(place) = made.arguments.args.get_mut(1)
            {
                *place = given;
            }
            *expr = made;
        }
    }
}
