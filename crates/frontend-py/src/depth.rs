//! How deep a file is nested, from its tokens alone: an upper bound that is known before anything recurses.
//!
//! Every level of a syntax tree owes its existence to a token that is neither a name nor a literal, and a comma begins
//! anew. So the bound of an expression is the number of such tokens since the last comma, summed over open brackets.

use ruff_python_ast::token::TokenKind;

/// As CPython's tokenizer.
pub(crate) const MAX_BRACKETS: usize = 200;
/// As CPython's tokenizer.
pub(crate) const MAX_INDENTS: usize = 100;
/// How deep HIR may be nested, statements and expressions together. CPython's own compiler gives up below 3,000.
pub(crate) const MAX_DEPTH: usize = 1_000;
/// Up to this bound a file is parsed at all: the parser and the destructor of its tree recurse.
pub(crate) const MAX_PARSE_DEPTH: usize = 200_000;

/// Follows the tokens of a file.
#[derive(Debug, Default)]
pub(crate) struct DepthMeter {
    /// Levels counted in each open bracket, and whether a `lambda` makes its commas meaningless.
    open: Vec<(usize, bool)>,
    current: (usize, bool),
    outer: usize,
    indents: usize,
    /// The most brackets open at once.
    pub(crate) brackets: usize,
    /// The most indentation.
    pub(crate) max_indents: usize,
    /// The bound.
    pub(crate) depth: usize,
}

impl DepthMeter {
    /// Takes the next token.
    pub(crate) fn token(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline => return,
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                self.current.0 += 1;
                self.open();
                self.brackets = self.brackets.max(self.open.len());
            }
            TokenKind::FStringStart | TokenKind::TStringStart => {
                self.current.0 += 1;
                self.open();
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                if let Some(level) = self.open.pop() {
                    self.outer -= level.0;
                    self.current = level;
                }
            }
            TokenKind::Comma if !self.current.1 => self.current.0 = 0,
            TokenKind::Newline => {
                self.open.clear();
                self.outer = 0;
                self.current = (0, false);
            }
            TokenKind::Indent => {
                self.indents += 1;
                self.max_indents = self.max_indents.max(self.indents);
            }
            TokenKind::Dedent => self.indents = self.indents.saturating_sub(1),
            TokenKind::Lambda => {
                self.current.0 += 1;
                self.current.1 = true;
            }
            _ => self.current.0 += 1,
        }
        self.depth = self.depth.max(self.outer + self.current.0 + self.indents);
    }

    fn open(&mut self) {
        self.outer += self.current.0;
        self.open.push(self.current);
        self.current = (0, false);
    }
}
