//! Slices of `list`: read, assigned, deleted.

use super::List;
use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::slice::Span;

impl<T: Item> List<T> {
    fn span(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Result<Span, Exception> {
        Span::new(start, stop, step, self.with(|items| items.len()))
    }

    fn part(&self, span: Span) -> Vec<T> {
        self.with(|items| taken(items, span))
    }

    raising_methods! {
        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> List<T> {
            let span = self.span(start, stop, step)?;
            Ok(List::from(self.part(span)))
        }

        /// The items of `self[start:stop:step]`, as they are now.
        fn try_slice_items_by / slice_items_by(
            &self, start: Option<i64>, stop: Option<i64>, step: Option<i64>
        ) -> std::vec::IntoIter<T> {
            let span = self.span(start, stop, step)?;
            Ok(self.part(span).into_iter())
        }

        /// `self[start:stop:step] = more`.
        fn try_set_slice / set_slice[I: IntoIterator<Item = T>](
            &self, start: Option<i64>, stop: Option<i64>, step: Option<i64>, more: I
        ) -> () {
            let more: Vec<T> = more.into_iter().collect();
            // What was there is dropped when nothing looks into the list any more.
            self.with(|items| replaced(items, start, stop, step, more)).map(drop)
        }

        /// `del self[start:stop:step]`.
        fn try_delete_slice / delete_slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> () {
            self.with(|items| deleted(items, start, stop, step)).map(drop)
        }
    }
}

/// The items of a slice.
pub(super) fn taken<T: Item>(items: &[T], span: Span) -> Vec<T> {
    match span.step {
        1 => items[span.range()].to_vec(),
        -1 if span.count > 0 => {
            let last = span.start as usize;
            items[last + 1 - span.count..=last].iter().rev().cloned().collect()
        }
        _ => span.positions().map(|i| items[i].clone()).collect(),
    }
}

/// Puts `more` in the place of `items[start:stop:step]`; gives what was there.
pub(super) fn replaced<T>(
    items: &mut Vec<T>,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    mut more: Vec<T>,
) -> Result<Vec<T>, Exception> {
    let span = Span::new(start, stop, step, items.len())?;
    if span.step == 1 {
        if more.len() == span.count {
            items[span.range()].swap_with_slice(&mut more);
            return Ok(more);
        }
        let start = span.start as usize;
        return Ok(items.splice(start..start + span.count, more).collect());
    }
    if more.len() != span.count {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            more.len(),
            span.count
        )));
    }
    Ok(span.positions().zip(more).map(|(i, item)| std::mem::replace(&mut items[i], item)).collect())
}

/// Takes `items[start:stop:step]` out.
pub(super) fn deleted<T>(
    items: &mut Vec<T>,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> Result<Vec<T>, Exception> {
    let span = Span::new(start, stop, step, items.len())?;
    if span.count == 0 {
        return Ok(Vec::new());
    }
    if span.step == 1 {
        return Ok(items.drain(span.range()).collect());
    }
    let mut gone: Vec<usize> = span.positions().collect();
    gone.sort_unstable();
    let mut next = gone.iter().peekable();
    let (mut kept, mut old) = (Vec::with_capacity(items.len() - gone.len()), Vec::new());
    for (i, item) in std::mem::take(items).into_iter().enumerate() {
        if next.next_if(|&&at| at == i).is_some() { old.push(item) } else { kept.push(item) }
    }
    *items = kept;
    Ok(old)
}

crate::slice::slice_method!(List<T>, T: Item);

impl<T: Item> List<T> {
    /// The items of `self[start:stop]`, as they are now.
    #[inline]
    #[must_use]
    pub fn slice_items(&self, bounds: impl crate::slice::Bounds) -> std::vec::IntoIter<T> {
        let (start, stop) = bounds.ends();
        self.slice_items_by(start, stop, None)
    }
}
