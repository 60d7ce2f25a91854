//! What CPython's library defines beyond what is translated: importing it does nothing, using it is refused.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A module a line: its name, then its public names. Made by `gen_names.py`.
const NAMES: &str = include_str!("names.txt");

static MODULES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let modules = NAMES.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?, words.collect()))
    });
    modules.collect()
});

/// Whether CPython's library has the module `module`.
#[must_use]
pub fn has_module(module: &str) -> bool {
    MODULES.contains_key(module)
}

/// Whether `from module import name` works in CPython.
#[must_use]
pub fn has_name(module: &str, name: &str) -> bool {
    MODULES.get(module).is_some_and(|names| names.binary_search(&name).is_ok())
        || has_module(&format!("{module}.{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_and_names() {
        assert!(has_module("socket") && !has_module("numpy"));
        assert!(has_name("collections", "ChainMap") && !has_name("collections", "Chain"));
        assert!(has_name("os", "path") && has_name("xml.etree", "ElementTree"));
    }
}
