//! The order in which classes are asked for an attribute: C3 linearisation (Python 2.3, "The method resolution order").

use crate::solve::ClassInfo;
use crate::ty::ClassRef;

/// `class` and then its bases of the program in Python's order; `None` where there is no consistent one, which CPython
/// answers with a `TypeError`.
pub(crate) fn linearise(classes: &[ClassInfo], class: ClassRef, bases: &[ClassRef]) -> Option<Vec<ClassRef>> {
    let mut lists: Vec<Vec<ClassRef>> = bases.iter().map(|base| classes[base.index()].mro.clone()).collect();
    lists.push(bases.to_vec());
    let mut order = vec![class];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        // The first head that stands in no tail.
        let is_in_tail = |head: &ClassRef| lists.iter().any(|list| list[1..].contains(head));
        let head = lists.iter().map(|list| list[0]).find(|head| !is_in_tail(head))?;
        order.push(head);
        for list in &mut lists {
            list.retain(|other| *other != head);
        }
    }
}
