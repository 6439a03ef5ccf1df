//! Laws of the source itself: what no type can hold.

mod events;
mod refusals;
mod source;
