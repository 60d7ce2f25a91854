//! Rows of `list`, `tuple`, `dict`, `set`, `deque`, `range` and iterators.

pub(super) const ROWS: &str = "
list.append(item: e) -> none ; e<item => append
list.extend(items: iter) -> none ; e<it[items] => extend
list.insert(index: int, item: e) -> none ; e<item => insert
list.pop(index: int?) -> e ; !IndexError => pop|pop_at
list.remove(item: &e) -> none ; eq(e) ; eq(item) ; !ValueError => remove
list.index(item: &e, start: int?, stop: int?) -> nat ; eq(e) ; eq(item) ; !ValueError => index|index_in
list.count(item: &e) -> nat ; eq(e) ; eq(item) => count
list.reverse() -> none => reverse
list.copy() -> list[e] => copy
list.clear() -> none => clear
list.__len__() -> nat => len

tuple.index(item: &e, start: int?, stop: int?) -> nat ; eq(e) ; eq(item) ; !ValueError => index|index_in
tuple.count(item: &e) -> nat ; eq(e) ; eq(item) => count

deque.append(item: e) -> none ; e<item => append
deque.appendleft(item: e) -> none ; e<item => appendleft
deque.extend(items: iter) -> none ; e<it[items] => extend
deque.extendleft(items: iter) -> none ; e<it[items] => extendleft
deque.pop() -> e ; !IndexError => pop
deque.popleft() -> e ; !IndexError => popleft
deque.rotate(n: int = 1) -> none => rotate
deque.clear() -> none => clear
deque.remove(item: &e) -> none ; eq(e) ; eq(item) ; !ValueError => remove
deque.count(item: &e) -> nat ; eq(e) ; eq(item) => count
deque.index(item: &e, start: int?, stop: int?) -> nat ; eq(e) ; eq(item) ; !ValueError => index|index_in
deque.insert(index: int, item: e) -> none ; e<item ; !IndexError => insert
deque.copy() -> deque[e] => copy
deque.reverse() -> none => reverse

set.add(item: e) -> none ; e<item ; hash(item) => add
set.remove(item: &e) -> none ; hash(item) ; !KeyError => remove
set.discard(item: &e) -> none ; hash(item) => discard
set.pop() -> e ; !KeyError => pop
set.clear() -> none => clear
set.copy() -> set[e] => copy
set.update(*items: iter) -> none ; e<it[items] ; hash(it[items]) => update
set.union(*items: iter) -> set[e|it[items]] ; hash(it[items]) => union
set.intersection(*items: iter) -> set[e] ; hash(it[items]) => intersection
set.difference(*items: iter) -> set[e] ; hash(it[items]) => difference
set.symmetric_difference(items: iter) -> set[e|it[items]] ; hash(it[items]) => symmetric_difference
set.intersection_update(*items: iter) -> none ; hash(it[items]) => intersection_update
set.difference_update(*items: iter) -> none ; hash(it[items]) => difference_update
set.symmetric_difference_update(items: iter) -> none ; e<it[items] ; hash(it[items]) => symmetric_difference_update
set.issubset(items: iter) -> bool ; hash(it[items]) => issubset
set.issuperset(items: iter) -> bool ; hash(it[items]) => issuperset
set.isdisjoint(items: iter) -> bool ; hash(it[items]) => isdisjoint

frozenset.copy() -> frozenset[e] => copy
frozenset.union(*items: iter) -> frozenset[e|it[items]] ; hash(it[items]) => union
frozenset.intersection(*items: iter) -> frozenset[e] ; hash(it[items]) => intersection
frozenset.difference(*items: iter) -> frozenset[e] ; hash(it[items]) => difference
frozenset.symmetric_difference(items: iter) -> frozenset[e|it[items]] ; hash(it[items]) => symmetric_difference
frozenset.issubset(items: iter) -> bool ; hash(it[items]) => issubset
frozenset.issuperset(items: iter) -> bool ; hash(it[items]) => issuperset
frozenset.isdisjoint(items: iter) -> bool ; hash(it[items]) => isdisjoint

dict.keys() -> dict_keys[e,v] => keys
dict.values() -> dict_values[v,e] => values
dict.items() -> dict_items[tup[e,v]] => items
dict_keys.isdisjoint(other: iter[e]) -> bool ; hash(it[other]) ; !Exception => isdisjoint
dict_items.isdisjoint(other: iter[e]) -> bool ; hash(it[other]) ; !Exception => isdisjoint
dict.get(key: &e, default: any = ()) -> v|default ; hash(key) => get
dict.pop(key: &e, default: any?) -> v|default ; hash(key) ; !KeyError => pop|pop_or
dict.popitem() -> tup[e,v] ; !KeyError => popitem
dict.setdefault(key: e, default: any = ()) -> v|default ; e<key ; v<default ; hash(key) => set_default
dict.clear() -> none => clear
dict.copy() -> dict[e,v] => copy
defaultdict.copy() -> self => copy
Counter.copy() -> self => copy
OrderedDict.copy() -> self => copy
Counter.most_common(n: int?) -> list[tup[e,v]] => most_common|most_common_n
Counter.total() -> int => total
Counter.elements() -> iterator[e] => elements
OrderedDict.move_to_end(key: &e, last: bool?) -> none ; hash(key) ; !KeyError => move_to_end|move_to
OrderedDict.popitem(last: bool = true) -> tup[e,v] ; !KeyError => popitem_at

range.index(item: int) -> nat ; !ValueError => index
range.count(item: &int) -> nat => count_of
";
