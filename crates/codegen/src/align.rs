//! Which statements of the Python are which of the Rust: an alignment that keeps the order of both, as of two texts
//! (Needleman and Wunsch, 1970), scored by the names and literals that both mention, rare ones above others.

use std::collections::{BTreeMap, BTreeSet};

/// A statement, or the head of one that has a block: the words in it.
pub(crate) type Words = BTreeSet<String>;

/// Below this part of a statement's words, a likeness is an accident.
const LEAST: f64 = 0.4;

/// For each of `python`, its place in `rust`; ascending, `None` for what is not there.
pub(crate) fn align(python: &[Words], rust: &[Words]) -> Vec<Option<usize>> {
    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for word in python.iter().chain(rust).flatten() {
        *frequency.entry(word).or_default() += 1;
    }
    let weight = |word: &str| 1.0 / frequency.get(word).copied().unwrap_or(1) as f64;
    let total = |words: &Words| words.iter().map(|word| weight(word)).sum::<f64>();
    let sizes: Vec<f64> = rust.iter().map(total).collect();
    let score = |a: &Words, b: usize| {
        let common: f64 = a.intersection(&rust[b]).map(|word| weight(word)).sum();
        let size = total(a);
        let is_like = size > 0.0 && common >= LEAST * size;
        // What else the Rust says speaks against it, a little.
        is_like.then(|| 2.0 * common / (size + sizes[b]) + common / size)
    };
    // `best[j]`: the best score of the statements so far with none of them after `j - 1`; `from[i][j]`: the place of
    // statement `i` in that.
    let mut best = vec![0.0; rust.len() + 1];
    let mut from: Vec<Vec<Option<usize>>> = Vec::with_capacity(python.len());
    for words in python {
        let mut row = vec![None; rust.len() + 1];
        let mut next = best.clone();
        for j in 0..rust.len() {
            // Several may be in one place: `best[j + 1]` has others there.
            let here = score(words, j).map_or(f64::MIN, |score| best[j + 1] + score);
            if next[j] > next[j + 1] {
                next[j + 1] = next[j];
                row[j + 1] = row[j];
            }
            if here > next[j + 1] {
                next[j + 1] = here;
                row[j + 1] = Some(j);
            }
        }
        best = next;
        from.push(row);
    }
    let mut places = vec![None; python.len()];
    let mut end = rust.len();
    for (i, row) in from.iter().enumerate().rev() {
        places[i] = row[end];
        if let Some(j) = row[end] {
            end = j + 1;
        }
    }
    places
}

/// The names, numbers and words of text in a piece of code, and what kind of statement it is.
pub(crate) fn words(code: &str) -> Words {
    let mut out = Words::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for word in code.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
        let word = match word {
            "True" => "true",
            "False" => "false",
            "print" => "println",
            "elif" => "if",
            // What every other statement says.
            "List" | "Str" | "as" | "clone" | "fn" | "from" | "i64" | "iter" | "let" | "mut" | "pub"
            | "return" => {
                continue;
            }
            word => word.trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix('_').unwrap_or(word),
        };
        if !word.is_empty() {
            out.insert(word.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_found_in_order() {
        let python = ["total = 0", "for x in xs:", "if x > N", "total += x", "return total"].map(words);
        let rust = ["let mut total: i64 = 0;", "for x in xs.iter() {", "if x > N {", "total += x;", "total"];
        assert_eq!(align(&python, &rust.map(words)), [Some(0), Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn what_is_missing_has_no_place() {
        let python = ["import os", "a = f(1)", "del a", "b = g(2)"].map(words);
        let rust = ["let a = f(1);", "let held = h(3);", "let b = g(2);"].map(words);
        assert_eq!(align(&python, &rust), [None, Some(0), None, Some(2)]);
    }
}
