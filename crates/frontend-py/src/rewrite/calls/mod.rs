//! Stars in calls, and calls written out as functions.

pub(super) mod double_stars;
pub(super) mod mapped_rows;
pub(super) mod pow_keywords;
pub(super) mod starred;
pub(super) mod written_calls;
pub(super) mod written_keywords;
