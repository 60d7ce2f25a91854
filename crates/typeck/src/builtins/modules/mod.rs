//! Modules of the library that can be imported, a file each.
//!
//! What a module has is rows and constants ([`super::row`]), classes of the runtime ([`Native`]), and the names of functions
//! and classes whose types no row can say: those have arms in `infer` and in lowering.

pub(super) mod array;
pub mod asyncio;
mod base64;
mod bisect;
mod cmath;
mod collections;
mod copy;
mod datetime;
mod decimal;
mod doctest;
mod enumeration;
mod fractions;
mod functools;
mod gc;
mod hashlib;
mod heapq;
mod io;
mod itertools;
mod json;
mod logging;
mod math;
pub(super) mod operator;
mod os;
mod queue;
mod random;
pub(super) mod re;
mod statistics;
mod string;
pub(super) mod structs;
mod structure;
mod sys;
mod time;
mod timeit;
mod traceback;
pub(crate) mod typing;
mod written;

/// A module.
#[derive(Debug)]
pub(super) struct LibraryModule {
    /// As it is imported.
    pub(super) name: &'static str,
    /// Its rows and constants.
    pub(super) rows: &'static str,
    /// What has arms of its own; `*` is every name.
    pub(super) by_code: &'static [&'static str],
    /// Its classes.
    pub(super) natives: &'static [Native],
}

impl LibraryModule {
    const EMPTY: LibraryModule = LibraryModule { name: "", rows: "", by_code: &[], natives: &[] };
}

/// A class of the library that the runtime implements. Its methods are the rows that it owns.
#[derive(Clone, Copy, Debug)]
pub struct Native {
    /// The word for it in rows, and the owner of its methods.
    pub name: &'static str,
    /// The module that Python shows with the name.
    pub module: &'static str,
    /// The type in `portalis_rt`, `random::Random`.
    pub runtime: &'static str,
    /// Whether the functions of its module are its methods, too.
    pub has_functions: bool,
}

/// All modules.
pub(super) const MODULES: &[&LibraryModule] = &[
    &array::ARRAY,
    &asyncio::ASYNCIO,
    &base64::BASE64,
    &base64::BINASCII,
    &base64::ZLIB,
    &bisect::BISECT,
    &cmath::CMATH,
    &written::CALENDAR,
    &written::COLORSYS,
    &written::CSV,
    &written::FNMATCH,
    &written::GRAPHLIB,
    &written::HTML,
    &written::HTTP,
    &written::KEYWORD,
    &written::NUMBERS,
    &written::PPRINT,
    &written::HMAC,
    &written::SECRETS,
    &written::SHLEX,
    &written::TEXTWRAP,
    &written::TYPES,
    &written::UNITTEST,
    &written::UUID,
    &written::WARNINGS,
    &collections::COLLECTIONS,
    &collections::ABC,
    &copy::COPY,
    &datetime::DATETIME,
    &decimal::DECIMAL,
    &doctest::DOCTEST,
    &enumeration::ENUM,
    &fractions::FRACTIONS,
    &functools::FUNCTOOLS,
    &gc::GC,
    &hashlib::HASHLIB,
    &heapq::HEAPQ,
    &io::IO,
    &itertools::ITERTOOLS,
    &json::JSON,
    &logging::LOGGING,
    &math::MATH,
    &operator::OPERATOR,
    &os::OS,
    &os::PATH,
    &queue::QUEUE,
    &random::RANDOM,
    &re::RE,
    &statistics::STATISTICS,
    &string::STRING,
    &structs::STRUCT,
    &structure::FUTURE,
    &structure::ABC,
    &structure::DATACLASSES,
    &sys::SYS,
    &time::TIME,
    &timeit::TIMEIT,
    &traceback::TRACEBACK,
    &typing::TYPING,
];

/// The module called `name`.
pub(super) fn find(name: &str) -> Option<&'static LibraryModule> {
    MODULES.iter().copied().find(|module| module.name == name)
}
