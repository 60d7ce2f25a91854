//! `f(*items)`: what a call asks of a sequence of positional arguments.

use crate::exc::type_error;
use crate::macros::raising_fns;

raising_fns! {
    /// Whether `n_spread` arguments after `n_given` others fit the positional parameters `params` of `function`, of which
    /// the first `n_required` have no default; `is_open` where further ones go into `*args`.
    fn try_check_spread / check_spread(
        n_spread: i64, n_given: i64, function: &str, params: &[&str], n_required: i64, is_open: bool,
    ) -> () {
        let given = (n_given + n_spread) as usize;
        let required = n_required as usize;
        if given > params.len() && !is_open {
            let takes = if required == params.len() {
                format!("{required} positional argument{}", plural(required))
            } else {
                format!("from {required} to {} positional arguments", params.len())
            };
            let was = if given == 1 { "was" } else { "were" };
            return Err(type_error(format!("{function}() takes {takes} but {given} {was} given")));
        }
        if given >= required {
            return Ok(());
        }
        let missing: Vec<String> = params[given..required].iter().map(|name| format!("'{name}'")).collect();
        let list = match missing.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let n = missing.len();
        Err(type_error(format!("{function}() missing {n} required positional argument{}: {list}", plural(n))))
    }
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
