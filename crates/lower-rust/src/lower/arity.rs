//! What `TypeError` says of a call whose arguments fit no parameter list (CPython's `ceval.c`, `too_many_positional` and
//! `missing_arguments`).

use portalis_hir::{Arg, FuncId, Name, ParamKind};

use super::{Cx, FnCx};
use crate::represent::ObjectId;
use crate::rir::Expr;

/// A parameter list, as far as the message looks at it.
struct Signature {
    /// As the message calls the function: `C.method`.
    name: String,
    /// What takes positional arguments, the receiver included, and whether it has a default.
    positional: Vec<(Name, bool)>,
    /// What takes a keyword alone, and whether it has a default.
    keyword_only: Vec<(Name, bool)>,
    /// How many of the former take nothing else.
    n_positional_only: usize,
    /// Whether `*args` takes what is left.
    has_rest: bool,
    /// Whether `**kwargs` does.
    has_keywords: bool,
    /// Whether the receiver comes first.
    has_receiver: bool,
}

impl FnCx<'_, '_> {
    /// The message for a call of `func` with `args`, which do not bind; `is_bound` where a receiver comes first.
    pub(super) fn arity_message(&mut self, func: FuncId, is_bound: bool, args: &[Arg]) -> String {
        let spread = self.spread(args);
        // What the library takes beyond its definition here is no error in Python.
        if self.cx.is_of_library(func) {
            self.unsupported_operation("these arguments of a function of the library");
        }
        let message = self.cx.signature(func, is_bound).message(args, spread);
        if message.is_none() {
            // They fit, and yet nobody looked into the call.
            self.unsupported_operation("a call that is not followed");
        }
        message.unwrap_or_default()
    }

    /// What calls `func` with `n` positional arguments, where no such call was found: they do not bind, or it never runs.
    pub(super) fn misapplied(&mut self, func: FuncId, is_bound: bool, n: usize) -> Expr {
        match self.cx.signature(func, is_bound).message(&[], n) {
            Some(message) if !self.cx.is_of_library(func) => self.throw_message("TypeError", &message),
            _ => Expr::Unreachable("never called"),
        }
    }

    /// How many positional arguments stand behind stars.
    fn spread(&self, args: &[Arg]) -> usize {
        let stars =
            args.iter().filter_map(|arg| if let Arg::Star(value) = arg { Some(*value) } else { None });
        stars.map(|star| self.tuple_items(self.type_of(star)).len()).sum()
    }

    /// The message for a call of a dataclass's generated `__init__`; `None` where the arguments fit.
    pub(super) fn dataclass_arity_message(&mut self, object: ObjectId, args: &[Arg]) -> Option<String> {
        let class = self.cx.rep.objects[object.0 as usize].class;
        let classes = &self.cx.rep.inferred.classes;
        let order = &classes[class.index()].mro;
        let decorated = order.iter().find(|base| classes[base.index()].dataclass.is_some())?;
        let definition = classes[decorated.index()].class;
        let spread = self.spread(args);
        let dataclass = self.cx.dataclass(object)?;
        let (receiver, method) = if dataclass.is_tuple { ("_cls", "__new__") } else { ("self", "__init__") };
        let mut positional = vec![(receiver.into(), false)];
        positional.extend(dataclass.positional().cloned());
        let keyword_only = dataclass.by_keyword().cloned().collect();
        let name = format!("{}.{method}", self.cx.module[definition].qualname);
        Signature {
            name,
            positional,
            keyword_only,
            n_positional_only: 0,
            has_rest: false,
            has_keywords: false,
            has_receiver: true,
        }
        .message(args, spread)
    }
}

impl Cx<'_> {
    fn signature(&self, func: FuncId, has_receiver: bool) -> Signature {
        let data = &self.module[func];
        let of_kind = |kinds: &[ParamKind]| -> Vec<(Name, bool)> {
            let params = data.params.iter().filter(|param| kinds.contains(&param.kind));
            params.map(|param| (self.module[param.local].name.clone(), param.default.is_some())).collect()
        };
        Signature {
            name: data.qualname.to_string(),
            positional: of_kind(&[ParamKind::Ordinary, ParamKind::PositionalOnly]),
            keyword_only: of_kind(&[ParamKind::KeywordOnly]),
            n_positional_only: of_kind(&[ParamKind::PositionalOnly]).len(),
            has_rest: !of_kind(&[ParamKind::VarArgs]).is_empty(),
            has_keywords: !of_kind(&[ParamKind::KwArgs]).is_empty(),
            has_receiver,
        }
    }
}

impl Signature {
    fn message(&self, args: &[Arg], spread: usize) -> Option<String> {
        let Signature { name, positional, keyword_only, .. } = self;
        let written = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count();
        let given = written + spread + usize::from(self.has_receiver);
        let keywords: Vec<&Name> = args
            .iter()
            .filter_map(|arg| if let Arg::Keyword(keyword, _) = arg { Some(keyword) } else { None })
            .collect();
        let (by_position, ordinary) = positional.split_at(self.n_positional_only);
        for keyword in &keywords {
            if !self.has_keywords && !ordinary.iter().chain(keyword_only).any(|(param, _)| param == *keyword)
            {
                let named = by_position.iter().filter(|(param, _)| keywords.contains(&param));
                let named: Vec<&str> = named.map(|(param, _)| &**param).collect();
                if !named.is_empty() {
                    let named = named.join(", ");
                    return Some(format!(
                        "{name}() got some positional-only arguments passed as keyword arguments: '{named}'"
                    ));
                }
                return Some(format!("{name}() got an unexpected keyword argument '{keyword}'"));
            }
        }
        let taken = &positional[self.n_positional_only.min(given)..given.min(positional.len())];
        if let Some((twice, _)) = taken.iter().find(|(param, _)| keywords.contains(&param)) {
            return Some(format!("{name}() got multiple values for argument '{twice}'"));
        }
        if given > positional.len() && !self.has_rest {
            let required = positional.iter().filter(|(_, has_default)| !has_default).count();
            let takes = if required == positional.len() {
                format!("{required} positional argument{}", plural(required))
            } else {
                format!("from {required} to {} positional arguments", positional.len())
            };
            let by_keyword = keyword_only.iter().filter(|(param, _)| keywords.contains(&param)).count();
            let also = match by_keyword {
                0 => String::new(),
                n => {
                    let (positional, keyword) = (plural(given), plural(n));
                    format!(" positional argument{positional} (and {n} keyword-only argument{keyword})")
                }
            };
            let was = if given == 1 && by_keyword == 0 { "was" } else { "were" };
            return Some(format!("{name}() takes {takes} but {given}{also} {was} given"));
        }
        let missing = |params: &[(Name, bool)], takes_keywords: &dyn Fn(&Name) -> bool| -> Vec<String> {
            let is_missing = |(param, has_default): &&(Name, bool)| {
                !has_default && (!takes_keywords(param) || !keywords.contains(&param))
            };
            params.iter().filter(is_missing).map(|(param, _)| format!("'{param}'")).collect()
        };
        let is_ordinary = |name: &Name| by_position.iter().all(|(param, _)| param != name);
        let (kind, missing) = match missing(&positional[given.min(positional.len())..], &is_ordinary) {
            none if none.is_empty() => ("keyword-only", missing(keyword_only, &|_| true)),
            some => ("positional", some),
        };
        let list = match missing.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => return None,
        };
        let n = missing.len();
        Some(format!("{name}() missing {n} required {kind} argument{}: {list}", plural(n)))
    }
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
