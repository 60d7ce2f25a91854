//! Python's semantics as plain Rust: the runtime that every emitted program is linked with.
//!
//! Two names for each operation that can raise: `floor_div` ends the program with Python's message (nobody can observe
//! the exception), `try_floor_div` returns `Result<_, Exception>` (somebody can).
//!
//! | module | what lives there |
//! |---|---|
//! | [`output`] | `run`, standard output, `println!`, `print!`, `export!` |
//! | [`trap`] | what a program that stops being CPython's says |
//! | [`flow`] | [`Flow`], `attempt!`: leaving guarded blocks |
//! | [`exc`] | [`Exception`], the classes, [`Class`] |
//! | [`show`] | [`Repr`], [`py`], `str`, `repr` |
//! | [`int`], [`float`], [`math`] | numbers; [`Int`] past 64 bits, [`Num`] for `int \| float` |
//! | [`compare`], [`complex`] | exact comparison of numbers of different types; `complex` |
//! | [`mod@ranked`] | the order of values some of which may be `None` |
//! | [`hash`], [`truth`] | [`PyHash`], [`Truth`] |
//! | [`str`](mod@str), [`text`] | [`Str`] and functions on `&str` |
//! | [`list`], [`mod@tuple`], [`dict`], [`set`], [`deque`], [`range`](mod@range), [`bytes`], [`mod@slice`] | the containers |
//! | [`iter`], [`generator`] | [`Iter`], [`Generator`] |
//! | [`field`], [`shared`], [`present`] | attributes, variables, objects (`handle!`, `identity!`), what may be `None` |
//! | [`cycles`] | objects that only they themselves hold (`cyclic!`) |
//! | [`finaliser`] | objects with `__del__` (`finalised!`) |
//! | [`item`](mod@item) | [`Item`], what may be in a container (`item!`) |
//! | [`mod@format`] | [`PyFormat`]: `format`, `%`, `str.format` |
//! | [`arguments`], [`builtins`], [`sys`], [`mod@file`] | builtin functions, `sys`, text files |
//! | [`mod@array`], [`asyncio`], [`base64`] with [`base85`], [`bisect`], [`cmath`], [`copy`], [`datetime`], [`decimal`], [`doctest`], [`mod@enumeration`], [`flags`] (`enum`), [`fractions`], [`functools`], [`gc`], [`hashlib`], [`heapq`], [`html`], [`io`], [`itertools`], [`logging`], [`os`], [`queue`], [`random`], [`re`], [`statistics`], [`string`], [`structs`] (`struct`), [`time`] | the modules of the library of these names |
//!
//! `unsafe` lives in the files whose module doc states an invariant.

mod counted;
mod macros;
mod redirect;
mod stream;
mod tuples;

pub mod arguments;
pub mod array;
pub mod asyncio;
pub mod base64;
pub mod base85;
pub mod bisect;
pub mod builtins;
pub mod bytes;
pub mod cmath;
pub mod compare;
pub mod complex;
pub mod copy;
pub mod cycles;
pub mod datetime;
pub mod decimal;
pub mod deque;
pub mod dict;
pub mod doctest;
mod elementary;
pub mod enumeration;
pub mod exc;
pub mod field;
pub mod file;
pub mod finaliser;
pub mod flags;
pub mod float;
pub mod flow;
pub mod format;
pub mod fractions;
pub mod functools;
pub mod gc;
pub mod generator;
pub mod hash;
pub mod hashlib;
pub mod heapq;
pub mod html;
pub mod int;
pub mod io;
pub mod item;
pub mod iter;
pub mod itertools;
pub mod list;
pub mod logging;
pub mod math;
pub mod num;
pub mod object;
pub mod os;
pub mod output;
pub mod present;
pub mod queue;
pub mod random;
pub mod range;
pub mod ranked;
pub mod re;
pub mod set;
pub mod shared;
pub mod show;
pub mod slice;
pub mod statistics;
pub mod str;
pub mod string;
pub mod structs;
pub mod sys;
pub mod text;
pub use exc::trace;
pub mod time;
pub mod trap;
pub mod truth;
pub mod tuple;
mod union;

pub use bytes::{ByteArray, Bytes};
pub use complex::Complex;
pub use deque::Deque;
pub use dict::{Dict, Key, view_operators};
pub use enumeration::Enumeration;
pub use exc::{Class, Exception, attribute_error};
pub use field::{Field, Global, LateField, Local, Var};
pub use file::File;
pub use finaliser::Finalise;
pub use flags::Flags;
pub use flow::Flow;
pub use format::PyFormat;
pub use generator::{Generator, Yielder};
pub use hash::PyHash;
pub use int::Int;
pub use item::Item;
pub use iter::Iter;
pub use list::{Growing, List, Rows, Sequence};
pub use num::Num;
pub use output::run;
pub use present::Present;
pub use range::Range;
pub use set::{FrozenSet, Set};
pub use shared::Shared;
pub use show::{Repr, py};
pub use str::Str;
pub use truth::Truth;
pub use tuple::Tuple;
