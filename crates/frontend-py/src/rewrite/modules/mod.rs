//! What only the text of a program says to a library module: parsers of arguments, timed statements, tests, partial calls.

pub(super) mod argument_builders;
pub(super) mod argument_commands;
pub(super) mod argument_parser;
pub(super) mod builtin_partial;
pub(super) mod cache_info;
pub(super) mod collected;
pub(super) mod gathered;
pub(super) mod getters;
pub(super) mod iter_unpack;
pub(super) mod json_encoders;
pub(super) mod method_caller;
pub(super) mod named_members;
pub(super) mod operators;
pub(super) mod partial_method;
pub(super) mod path_open;
pub(super) mod printed_files;
pub(super) mod random_sequences;
pub(super) mod single_dispatch;
pub(super) mod streams;
pub(super) mod struct_objects;
pub(super) mod substitutions;
pub(super) mod timed;
pub(super) mod type_operators;
pub(super) mod unit_suites;
pub(super) mod unit_tests;
pub(super) mod warning_calls;
