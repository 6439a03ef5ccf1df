//! The rulebook (方案): a campaign as data.

mod check;
pub mod load;
pub mod mistake;
pub mod model;

pub use mistake::Mistake;
pub use model::*;
