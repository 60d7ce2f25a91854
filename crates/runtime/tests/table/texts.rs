//! `str`, `format`, `%`, `str.format`.

use portalis_rt::{PyFormat, Str, format};

use crate::{Answer, Arg, Args, shown, tried};

pub fn answer(op: &str, args: &Args) -> Answer {
    if let Some(name) = op.strip_prefix("str.") {
        return plain(name, args).or_else(|| with_part(name, args)).or_else(|| with_numbers(name, args));
    }
    match op {
        "format.int" => {
            let big = format::try_format(&args.big(0), args.text(1));
            match args.small(0).map(|small| format::try_format(&small, args.text(1))) {
                Some(Ok(small)) if big.as_ref().ok() != Some(&small) => shown(&"i64 and Int differ"),
                _ => tried(big),
            }
        }
        "format.bool" => tried(format::try_format(&(args.i64(0) != 0), args.text(1))),
        "format.float" => tried(format::try_format(&args.float(0), args.text(1))),
        "format.str" => tried(format::try_format(args.text(0), args.text(1))),
        "percent" => tried(format::try_percent(args.text(0), &[value(args.get(1))])),
        "braces" => tried(format::try_braces(args.text(0), &[value(args.get(1)), value(args.get(2))], &[])),
        _ => None,
    }
}

fn value(arg: &Arg) -> &dyn PyFormat {
    match arg {
        Arg::Int(int) => int,
        Arg::Float(float) => float,
        Arg::Text(text) => text,
        other => panic!("no value: {other:?}"),
    }
}

fn plain(name: &str, args: &Args) -> Answer {
    let s = Str::from(args.text(0));
    match name {
        "lower" => shown(&s.lower()),
        "upper" => shown(&s.upper()),
        "title" => shown(&s.title()),
        "capitalize" => shown(&s.capitalize()),
        "swapcase" => shown(&s.swapcase()),
        "casefold" => shown(&s.casefold()),
        "strip" => shown(&s.strip()),
        "lstrip" => shown(&s.lstrip()),
        "rstrip" => shown(&s.rstrip()),
        "split" => shown(&s.split_whitespace()),
        "rsplit" => shown(&s.rsplit_whitespace_n(-1)),
        "splitlines" => shown(&s.splitlines(false)),
        "splitlines_keep" => shown(&s.splitlines(true)),
        "isalpha" => shown(&s.isalpha()),
        "isdigit" => shown(&s.isdigit()),
        "isdecimal" => shown(&s.isdecimal()),
        "isnumeric" => shown(&s.isnumeric()),
        "isalnum" => shown(&s.isalnum()),
        "isspace" => shown(&s.isspace()),
        "isupper" => shown(&s.isupper()),
        "islower" => shown(&s.islower()),
        "istitle" => shown(&s.istitle()),
        "isprintable" => shown(&s.isprintable()),
        "isidentifier" => shown(&s.isidentifier()),
        "isascii" => shown(&s.isascii()),
        "expandtabs" => shown(&s.expandtabs(8)),
        "repr" => shown(&s),
        "ascii" => shown(&portalis_rt::show::ascii_str(&s)),
        "len" => shown(&s.len()),
        _ => None,
    }
}

fn with_part(name: &str, args: &Args) -> Answer {
    let s = Str::from(args.text(0));
    let Arg::Text(t) = args.get(1) else { return None };
    let t = t.as_str();
    let option = |i: usize| args.small(i);
    match name {
        "find" => shown(&s.find(t)),
        "rfind" => shown(&s.rfind(t)),
        "index" => tried(s.try_index(t)),
        "rindex" => tried(s.try_rindex(t)),
        "count" => shown(&s.count(t)),
        "startswith" => shown(&s.startswith(t)),
        "endswith" => shown(&s.endswith(t)),
        "split_sep" => tried(s.try_split(t)),
        "rsplit_sep" => tried(s.try_rsplit(t)),
        "partition" => tried(s.try_partition(t)),
        "rpartition" => tried(s.try_rpartition(t)),
        "strip_chars" => shown(&s.strip_chars(t)),
        "lstrip_chars" => shown(&s.lstrip_chars(t)),
        "rstrip_chars" => shown(&s.rstrip_chars(t)),
        "removeprefix" => shown(&s.removeprefix(t)),
        "removesuffix" => shown(&s.removesuffix(t)),
        "join" => shown(&s.join(Str::from(t).iter())),
        "contains" => shown(&s.contains(t)),
        "lt" => shown(&(s < *t)),
        "replace" => shown(&s.replace(t, "<>")),
        "replace_n" => shown(&s.replace_n(t, "<>", args.i64(2))),
        "split_n" => tried(s.try_split_n(t, args.i64(2))),
        "rsplit_n" => tried(s.try_rsplit_n(t, args.i64(2))),
        "find_in" => shown(&s.find_in(t, option(2), option(3))),
        "rfind_in" => shown(&s.rfind_in(t, option(2), option(3))),
        "count_in" => shown(&s.count_in(t, option(2), option(3))),
        "startswith_in" => shown(&s.startswith_in(t, option(2), option(3))),
        "endswith_in" => shown(&s.endswith_in(t, option(2), option(3))),
        _ => None,
    }
}

fn with_numbers(name: &str, args: &Args) -> Answer {
    let s = Str::from(args.text(0));
    let n = args.small(1);
    if name == "slice" {
        return tried(s.try_slice_by(n, args.small(2), args.small(3)));
    }
    let n = n?;
    match name {
        "split_ws_n" => shown(&s.split_whitespace_n(n)),
        "rsplit_ws_n" => shown(&s.rsplit_whitespace_n(n)),
        "zfill" => shown(&s.zfill(n)),
        "ljust" => shown(&s.ljust(n)),
        "rjust" => shown(&s.rjust(n)),
        "center" => shown(&s.center(n)),
        "center_with" => tried(s.try_center_with(n, "*")),
        "expandtabs_n" => shown(&s.expandtabs(n)),
        "at" => tried(s.try_at(n)),
        "repeat" => shown(&s.repeat(n.min(3))),
        _ => None,
    }
}
