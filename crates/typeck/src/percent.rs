//! The conversions of a `%` format that is written in the program, and what they ask objects for.

/// The conversions that take a value each, in order; `None` where a width is a value or a value has a name.
#[must_use]
pub fn conversions(template: &str) -> Option<Vec<char>> {
    let mut found = Vec::new();
    let mut chars = template.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            continue;
        }
        let conversion = loop {
            match chars.next()? {
                '(' | '*' => return None,
                '-' | '+' | ' ' | '#' | '.' | 'l' | 'h' | 'L' | '0'..='9' => {}
                conversion => break conversion,
            }
        };
        if conversion != '%' {
            found.push(conversion);
        }
    }
    Some(found)
}

/// The special methods that a conversion asks an object for, the first that it has.
#[must_use]
pub fn methods(conversion: char) -> &'static [&'static str] {
    match conversion {
        'd' | 'i' | 'u' => &["__int__", "__index__"],
        'x' | 'X' | 'o' | 'c' => &["__index__"],
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => &["__float__", "__index__"],
        _ => &[],
    }
}
