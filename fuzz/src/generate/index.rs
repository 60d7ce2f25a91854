//! Functions that walk lists by index: what the ranges of integers are has to be right for them.
//!
//! Indices run up and down, by steps, towards each other, behind the end and below 0; lists grow and shrink meanwhile,
//! also in what is called; tables of equal rows become ragged. Every loop has a limit of rounds.

use super::Maker;

/// What an indexed function has at hand.
struct Scope {
    lists: Vec<String>,
    /// Tables, lists of lists.
    tables: Vec<String>,
    /// Integers.
    numbers: Vec<String>,
    /// Those of them that may be assigned.
    counters: Vec<String>,
}

impl Maker {
    /// Defines a function of two lists and a number that walks them by index.
    pub(super) fn indexed_function(&mut self) {
        let name = self.name("w");
        let (xs, ys, n, out) = (self.name("xs"), self.name("ys"), self.name("n"), self.name("out"));
        let is_annotated = self.random.chance(50);
        let head = if is_annotated {
            format!("def {name}({xs}: list[int], {ys}: list[int], {n}: int) -> list[int]:")
        } else {
            format!("def {name}({xs}, {ys}, {n}):")
        };
        self.line(&head);
        self.level += 1;
        self.line(&format!("{out} = []"));
        self.line("fuel = 30");
        let mut scope = Scope {
            lists: vec![xs.clone(), ys.clone(), out.clone()],
            tables: Vec::new(),
            numbers: vec![n.clone()],
            counters: Vec::new(),
        };
        for _ in 0..1 + self.random.below(3) {
            self.number(&mut scope);
        }
        if self.random.chance(50) {
            self.table(&mut scope);
        }
        for _ in 0..2 + self.random.below(3) {
            self.indexed_loop(&mut scope, 2);
        }
        let shown: Vec<String> = scope.tables.iter().map(|table| format!("sum(map(len, {table}))")).collect();
        for text in shown {
            self.line(&format!("{out}.append({text})"));
        }
        self.line(&format!("return {out} + {xs} + {ys}"));
        self.level -= 1;
        for _ in 0..2 {
            let (a, b) = (self.short_list(), self.short_list());
            let n = self.random.between(-2, 5);
            if self.random.chance(70) {
                self.line("try:");
                self.line(&format!("    print({name}({a}, {b}, {n}))"));
                self.line("except (IndexError, ZeroDivisionError, ValueError) as e:");
                self.line("    print(type(e).__name__, e)");
            } else {
                self.last_calls.push(format!("print({name}({a}, {b}, {n}))"));
            }
        }
    }

    fn short_list(&mut self) -> String {
        let items: Vec<String> =
            (0..self.random.below(6)).map(|_| self.random.between(-4, 9).to_string()).collect();
        format!("[{}]", items.join(", "))
    }

    /// A counter with a first value.
    fn number(&mut self, scope: &mut Scope) {
        let name = self.name("k");
        let value = self.index(scope);
        self.line(&format!("{name} = {value}"));
        scope.numbers.push(name.clone());
        scope.counters.push(name);
    }

    fn table(&mut self, scope: &mut Scope) {
        let name = self.name("table");
        let (rows, columns) = (self.size(scope), self.size(scope));
        self.line(&format!("{name} = [[0] * ({columns}) for _ in range({rows})]"));
        scope.tables.push(name);
    }

    fn size(&mut self, scope: &Scope) -> String {
        let list = self.random.pick(&scope.lists).clone();
        let number = self.random.pick(&scope.numbers).clone();
        match self.random.below(5) {
            0 => format!("len({list})"),
            1 => format!("len({list}) + 1"),
            2 => format!("min({number}, 6)"),
            3 => format!("len({list}) // 2"),
            _ => self.random.below(5).to_string(),
        }
    }

    /// An integer that is often an index.
    fn index(&mut self, scope: &Scope) -> String {
        let list = self.random.pick(&scope.lists).clone();
        let number = self.random.pick(&scope.numbers).clone();
        let other = self.random.pick(&scope.numbers).clone();
        match self.random.below(18) {
            0..=4 => number,
            5 => format!("{number} + 1"),
            6 => format!("{number} - 1"),
            7 => format!("{number} + {other}"),
            8 => format!("len({list}) - 1 - {number}"),
            9 => format!("len({list}) - {}", self.random.below(3)),
            10 => format!("len({list}) // 2"),
            11 => format!("({number} + {other}) // 2"),
            12 => format!("({number} + {}) % len({list})", self.random.below(4)),
            13 => format!("min({number}, len({list}) - 1)"),
            14 => format!("max({number} - {}, 0)", self.random.below(3)),
            15 => format!("{number} & 3"),
            16 => format!("abs({number})"),
            _ => self.random.between(-1, 3).to_string(),
        }
    }

    /// A value: what stands at an index, or a number.
    fn indexed_value(&mut self, scope: &Scope) -> String {
        let list = self.random.pick(&scope.lists).clone();
        match self.random.below(6) {
            0..=2 => format!("{list}[{}]", self.index(scope)),
            3 if !scope.tables.is_empty() => {
                let table = self.random.pick(&scope.tables).clone();
                format!("{table}[{}][{}]", self.index(scope), self.index(scope))
            }
            4 => format!("{list}[{}] - {}", self.index(scope), self.index(scope)),
            _ => self.index(scope),
        }
    }

    fn indexed_condition(&mut self, scope: &Scope) -> String {
        let list = self.random.pick(&scope.lists).clone();
        let (a, b) = (self.index(scope), self.index(scope));
        match self.random.below(8) {
            0 | 1 => format!("0 <= {a} < len({list})"),
            2 => format!("{a} < len({list}) and {list}[{a}] > {b}"),
            3 => format!("{a} > 0"),
            4 => format!("{a} >= len({list}) or {a} < 0"),
            5 => format!("not {list}"),
            6 => format!("{a} <= {b}"),
            _ => format!("{a} != {b}"),
        }
    }

    fn indexed_loop(&mut self, scope: &mut Scope, depth: usize) {
        let list = self.random.pick(&scope.lists).clone();
        let name = self.name("i");
        let (n_numbers, n_tables, n_lists) = (scope.numbers.len(), scope.tables.len(), scope.lists.len());
        if self.random.chance(30)
            && let Some(counter) = scope.counters.last().cloned()
        {
            let other = self.random.pick(&scope.numbers).clone();
            let condition = match self.random.below(4) {
                0 => format!("{counter} < len({list})"),
                1 => format!("{counter} >= 0 and {counter} < len({list}) and {list}[{counter}] > 0"),
                2 => format!("{counter} <= {other}"),
                _ => format!("{counter} > 0"),
            };
            self.line(&format!("while {condition}:"));
            self.level += 1;
            self.line("fuel -= 1");
            self.line("if fuel < 0:");
            self.line("    break");
            self.indexed_statements(scope, depth);
            let step = *self.random.pick(&["+= 1", "+= 1", "-= 1", "//= 2"]);
            self.line(&format!("{counter} {step}"));
            self.level -= 1;
        } else {
            let head = match self.random.below(9) {
                0..=2 => format!("for {name} in range(len({list})):"),
                3 => format!("for {name} in range({}, len({list})):", self.index(scope)),
                4 => format!("for {name} in range(len({list}) - {}):", self.random.below(3)),
                5 => format!("for {name} in range(len({list}) - 1, {}, -1):", self.random.between(-1, 1)),
                6 => format!(
                    "for {name} in range({}, len({list}) + {}, 2):",
                    self.random.below(2),
                    self.random.below(2)
                ),
                7 => format!("for {name} in range(min({}, 8)):", self.index(scope)),
                _ => {
                    let item = self.name("x");
                    scope.numbers.push(item.clone());
                    format!("for {name}, {item} in enumerate({list}[:6]):")
                }
            };
            self.line(&head);
            self.level += 1;
            scope.numbers.push(name);
            self.line("fuel -= 1");
            self.line("if fuel < 0:");
            self.line("    break");
            self.indexed_statements(scope, depth);
            self.level -= 1;
        }
        scope.numbers.truncate(n_numbers);
        scope.tables.truncate(n_tables);
        scope.lists.truncate(n_lists);
    }

    fn indexed_statements(&mut self, scope: &mut Scope, depth: usize) {
        for _ in 0..1 + self.random.below(3) {
            self.indexed_statement(scope, depth);
        }
    }

    fn indexed_statement(&mut self, scope: &mut Scope, depth: usize) {
        let list = self.random.pick(&scope.lists).clone();
        let (a, b) = (self.index(scope), self.index(scope));
        let text = match self.random.below(20) {
            0 | 1 => format!("{}.append({})", scope.lists[2], self.indexed_value(scope)),
            2 | 3 => format!("{list}[{a}] = {}", self.indexed_value(scope)),
            4 | 5 => format!("{list}[{a}] += {}", self.indexed_value(scope)),
            6 => format!("{list}[{a}], {list}[{b}] = {list}[{b}], {list}[{a}]"),
            7 if !scope.tables.is_empty() => {
                let table = self.random.pick(&scope.tables).clone();
                let operator = *self.random.pick(&["=", "+="]);
                format!("{table}[{a}][{b}] {operator} {}", self.indexed_value(scope))
            }
            8 if !scope.tables.is_empty() => {
                let table = self.random.pick(&scope.tables).clone();
                match self.random.below(4) {
                    0 => format!("{table}[{a}].append({b})"),
                    1 => format!("{table}.append([{a}])"),
                    2 => format!("{table}[{a}] = [0, {b}]"),
                    _ => format!("{table}.pop()"),
                }
            }
            9 | 10 if !scope.counters.is_empty() => {
                let counter = self.random.pick(&scope.counters).clone();
                let operator = *self.random.pick(&["=", "+=", "-=", "="]);
                format!("{counter} {operator} {a}")
            }
            11 => match self.random.below(5) {
                0 => format!("{list}.pop()"),
                1 => format!("{list}.insert({a}, {b})"),
                2 => format!("del {list}[{a}]"),
                3 => format!("{list} = {list}[{a}:{b}]"),
                _ => format!("{list} = list({list})"),
            },
            12 => format!("{}.append(sum({list}[{a}:{b}]))", scope.lists[2]),
            13..=16 if depth > 0 => {
                let condition = self.indexed_condition(scope);
                self.line(&format!("if {condition}:"));
                self.level += 1;
                self.indexed_statements(scope, depth - 1);
                self.level -= 1;
                if self.random.chance(40) {
                    self.line("else:");
                    self.level += 1;
                    self.indexed_statements(scope, depth - 1);
                    self.level -= 1;
                }
                return;
            }
            17 => {
                let condition = self.indexed_condition(scope);
                let word = *self.random.pick(&["continue", "break", "continue"]);
                self.line(&format!("if {condition}:"));
                return self.line(&format!("    {word}"));
            }
            18 | 19 if depth > 0 => return self.indexed_loop(scope, depth - 1),
            _ => format!("{}.append({a})", scope.lists[2]),
        };
        self.line(&text);
    }
}
