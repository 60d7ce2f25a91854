//! The methods of lists: what each does to its list, and what it is called on a `Vec`.

/// What a method does to its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It reads, and gives something that is not lent.
    Reads,
    /// It puts other items in the places of those that are there.
    Changes,
    /// It makes the list longer or shorter.
    Grows,
}

/// The kind of a method of a list; `None` for one that `Vec` has no counterpart of.
pub(super) fn kind(method: &str) -> Option<Kind> {
    match method {
        "cell" | "try_cell" | "len" | "is_empty" | "at" | "try_at" | "slice" | "slice_by" | "slice_items"
        | "slice_items_by" | "count" | "index" | "try_index" | "index_in" | "try_index_in" | "contains"
        | "copy" | "copied" | "repeat" | "concat" => Some(Kind::Reads),
        "set_cell" | "try_set_cell" | "set" | "try_set" | "swap_at" | "try_swap_at" | "reverse"
        | "reverse_part" | "sort" | "sort_by_key" => Some(Kind::Changes),
        "append" | "push" | "extend" | "insert" | "clear" | "pop" | "try_pop" | "pop_at" | "try_pop_at"
        | "delete" | "try_delete" | "set_slice" | "try_set_slice" | "delete_slice" | "try_delete_slice"
        | "remove" | "try_remove" | "reverse_to" => Some(Kind::Grows),
        _ => None,
    }
}

/// Whether a method gives a new list.
pub(super) fn makes_a_list(method: &str) -> bool {
    matches!(method, "slice" | "slice_by" | "copy" | "copied" | "repeat" | "concat")
}

/// Whether a method can be called on a list of owned lists.
pub(super) fn suits_rows(method: &str) -> bool {
    matches!(
        method,
        "cell"
            | "try_cell"
            | "set_cell"
            | "try_set_cell"
            | "len"
            | "is_empty"
            | "append"
            | "push"
            | "insert"
            | "set"
            | "try_set"
            | "swap_at"
            | "try_swap_at"
            | "reverse"
            | "clear"
            | "delete"
            | "try_delete"
    )
}

/// The trait of the runtime that has a method for `Vec`, by its name there.
pub(super) fn trait_of(method: &str) -> Option<&'static str> {
    match method {
        "at" | "try_at" | "set" | "try_set" | "swap_at" | "try_swap_at" | "slice" | "slice_by"
        | "slice_items" | "slice_items_by" | "part" | "plus" | "times" | "count" | "index" | "try_index"
        | "index_in" | "try_index_in" | "sort_in_order" | "sort_by_keys" | "reverse_part" => Some("Sequence"),
        "cell" | "try_cell" | "set_cell" | "try_set_cell" | "row" | "row_mut" | "try_row" | "try_row_mut" => {
            Some("Rows")
        }
        "set_slice" | "try_set_slice" | "delete_slice" | "try_delete_slice" | "pop_last" | "try_pop_last"
        | "pop_at" | "try_pop_at" | "delete" | "try_delete" | "remove_item" | "try_remove_item"
        | "insert_at" | "reverse_to" => Some("Growing"),
        _ => None,
    }
}
