//! Byte offsets to lines and columns.

/// A place as people count: both from one, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineColumn {
    /// From one.
    pub line: u32,
    /// From one, in characters.
    pub column: u32,
}

/// Where the lines of a source begin.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the line starts of `source`; `\n`, `\r\n` and `\r` end a line, as in Python.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// The line that holds byte `offset`, from one.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    /// The line and column of byte `offset`.
    #[must_use]
    pub fn line_column(&self, source: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1] as usize;
        let column = source.get(start..offset as usize).map_or(0, |text| text.chars().count()) as u32 + 1;
        LineColumn { line, column }
    }

    /// The first byte of `line` (from one), if there is such a line.
    #[must_use]
    pub fn start(&self, line: u32) -> Option<u32> {
        self.starts.get(line.checked_sub(1)? as usize).copied()
    }

    /// How many lines there are; an empty file has one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never true: an empty file has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_in_python() {
        let source = "a\r\nbé\rc\n";
        let index = LineIndex::new(source);
        assert_eq!(index.len(), 4);
        assert_eq!(index.line_column(source, 6), LineColumn { line: 2, column: 3 });
        assert_eq!(index.line(7), 3);
    }
}
