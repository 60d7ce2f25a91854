//! The census as JSON, for the tracer.

use portalis::diag::LineIndex;
use portalis_typeck::census::{Census, ScopeCensus, Value};
use serde_json::{Map, json};

/// Scopes, types and cells; they refer to each other by index. Lines count from one.
pub(super) fn json(census: &Census, source: &str) -> String {
    let lines = LineIndex::new(source);
    let scopes: Vec<_> = census.scopes.iter().map(|scope| self::scope(scope, &lines)).collect();
    let types: Vec<Vec<_>> = census.types.iter().map(|values| values.iter().map(value).collect()).collect();
    json!({ "scopes": scopes, "types": types, "cells": census.cells }).to_string()
}

fn scope(scope: &ScopeCensus, lines: &LineIndex) -> serde_json::Value {
    let variables: Map<String, serde_json::Value> =
        scope.variables.iter().map(|(name, types)| (name.to_string(), json!(types))).collect();
    json!({
        "qualname": &*scope.qualname,
        "line": lines.line(scope.name_span.start),
        "parent": scope.parent,
        "live": scope.is_live,
        "variables": variables,
        "returns": scope.returns,
        "yields": scope.yields,
    })
}

/// `[what, …]`, as the tracer reads it.
fn value(value: &Value) -> serde_json::Value {
    match value {
        Value::Plain(name) => json!([name]),
        Value::Container(kind, cell) => json!(["container", kind, cell]),
        Value::Tuple(items) => json!(["tuple", items]),
        Value::Tuples(cell) => json!(["tuples", cell]),
        Value::Object(class, cell) => json!(["instance", &**class, cell]),
        Value::Class(class) => json!(["class", &**class]),
        Value::Function(name) => json!(["function", &**name]),
        Value::Method(name) => json!(["method", &**name]),
        Value::Builtin(name) => json!(["builtin", &**name]),
        Value::BuiltinMethod(name) => json!(["builtin method", &**name]),
        Value::Exception(name) => json!(["exception", &**name]),
        Value::ExceptionClass(name) => json!(["exception class", &**name]),
        Value::Module(name) => json!(["module", &**name]),
        Value::Unknown => json!(["unknown"]),
    }
}
