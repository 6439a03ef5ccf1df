//! Which part of a list is asked for, and in which order (分页、排序).

use crate::graphql::{
    cursor::Key,
    error::{Answer, Fault},
};

/// How many rows a page has if not said otherwise.
pub const DEFAULT_PAGE: usize = 20;
/// How many rows a page has at most.
pub const LARGEST_PAGE: usize = 100;

/// By what a list is sorted. Rows of the same key are in the order in which they came to be.
#[derive(Clone, Debug)]
pub struct Order<C> {
    /// The column.
    pub column: C,
    /// The greatest first.
    pub descending: bool,
    /// What an empty column counts as.
    pub empty: Option<Key>,
}

impl<C> Order<C> {
    /// The least first.
    pub fn ascending(column: C) -> Self {
        Self { column, descending: false, empty: None }
    }

    /// The greatest first.
    pub fn descending(column: C) -> Self {
        Self { column, descending: true, empty: None }
    }

    /// What an empty column counts as.
    #[must_use]
    pub fn empty_as(self, key: Key) -> Self {
        Self { empty: Some(key), ..self }
    }
}

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Page {
    first: Option<i32>,
    /// From after this cursor on.
    pub(super) after: Option<String>,
    last: Option<i32>,
    /// Up to before this cursor.
    pub(super) before: Option<String>,
}

impl Page {
    /// The arguments of a list as they were given.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a negative size, and for two sizes at once.
    pub fn new(first: Option<i32>, after: Option<String>, last: Option<i32>, before: Option<String>) -> Answer<Self> {
        for (field, size) in [("first", first), ("last", last)] {
            if size.is_some_and(|size| size < 0) {
                return Err(Fault::bad_argument(field, format!("{field} 不能为负数。"), format!("`{field}` cannot be negative.")));
            }
        }
        if first.is_some() && last.is_some() {
            return Err(Fault::bad_argument("last", "first 与 last 只能给出一个。", "Give either `first` or `last`, not both."));
        }
        Ok(Self { first, after, last, before })
    }

    pub(super) fn backward(&self) -> bool {
        self.last.is_some() || (self.first.is_none() && self.before.is_some())
    }

    pub(super) fn size(&self) -> usize {
        rows(self.first, self.last)
    }
}

fn rows(first: Option<i32>, last: Option<i32>) -> usize {
    first.or(last).map_or(DEFAULT_PAGE, |size| usize::try_from(size).unwrap_or(LARGEST_PAGE)).clamp(1, LARGEST_PAGE)
}

/// What a list costs, for the limit on the complexity of a query.
pub fn cost(first: Option<i32>, last: Option<i32>, child: usize) -> usize {
    rows(first, last).saturating_mul(child.max(1)).saturating_add(1).min(1_000_000)
}
