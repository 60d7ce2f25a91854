//! `f(**d)`: what a call asks of a dict of keyword arguments.

use super::Dict;
use crate::exc::{Exception, type_error};
use crate::item::Item;
use crate::macros::raising_fns;
use crate::str::Str;

raising_fns! {
    /// Whether every key is one of `open` (`None`: any will do) and none one of `given`, which the call fills itself, and
    /// all that is required is there: parameters by position and by name alone.
    fn try_check_keywords / check_keywords[V: Item](
        keywords: &Dict<Str, V>, function: &str, open: Option<&[&str]>, given: &[&str],
        required: [&[&str]; 2],
    ) -> () {
        for key in keywords.iter() {
            check(key.as_str(), function, open, given)?;
        }
        for (kind, names) in ["positional", "keyword-only"].into_iter().zip(required) {
            let is_missing = |name: &&&str| !keywords.contains(&Str::from(**name));
            let missing: Vec<String> = names.iter().filter(is_missing).map(|name| format!("'{name}'")).collect();
            let list = match missing.as_slice() {
                [] => continue,
                [one] => one.clone(),
                [a, b] => format!("{a} and {b}"),
                [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            };
            let plural = if missing.len() == 1 { "" } else { "s" };
            let n = missing.len();
            return Err(type_error(format!("{function}() missing {n} required {kind} argument{plural}: {list}")));
        }
        Ok(())
    }

    /// Whether no key is one of `named`, which the call gives by name as well.
    fn try_check_named / check_named[V: Item](
        keywords: &Dict<Str, V>, function: &str, named: &[&str],
    ) -> () {
        match keywords.iter().find(|key| named.contains(&key.as_str())) {
            Some(key) => {
                Err(type_error(format!("{function}() got multiple values for keyword argument '{key}'")))
            }
            None => Ok(()),
        }
    }

    /// Whether the keys are options of `print`, and none of them one of `given`, which the call gives itself.
    fn try_check_print / check_print[V: Item](
        keywords: &Dict<Str, V>, given: &[&str], takes_file: bool,
    ) -> () {
        for key in keywords.iter() {
            let key = key.as_str();
            if given.contains(&key) {
                return Err(type_error(format!("print() got multiple values for keyword argument '{key}'")));
            }
            match key {
                "sep" | "end" | "flush" => {}
                "file" if takes_file => {}
                "file" => crate::output::trap("`print` to a file that comes out of a dict"),
                _ => return Err(type_error(format!("'{key}' is an invalid keyword argument for print()"))),
            }
        }
        Ok(())
    }
}

fn check(key: &str, function: &str, open: Option<&[&str]>, given: &[&str]) -> Result<(), Exception> {
    if given.contains(&key) {
        return Err(type_error(format!("{function}() got multiple values for argument '{key}'")));
    }
    match open {
        Some(open) if !open.contains(&key) => {
            Err(type_error(format!("{function}() got an unexpected keyword argument '{key}'")))
        }
        _ => Ok(()),
    }
}

/// The entries under other keys than these.
#[must_use]
pub fn without<V: Item>(keywords: &Dict<Str, V>, names: &[&str]) -> Dict<Str, V> {
    let rest = Dict::new();
    for (key, value) in keywords.items().iter() {
        if !names.contains(&key.as_str()) {
            rest.set(key, value);
        }
    }
    rest
}
