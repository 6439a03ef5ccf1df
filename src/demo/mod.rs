//! The demonstration's township (演示): who is there, and what they do, day by day.
//!
//! What an organization does follows from the windows that the rulebook gives it and from how its people are, so that another
//! rulebook can be tried on the same township. Everything goes through the ledger's use cases, by a person who may do it.

mod accident;
mod agenda;
mod amends;
mod deeds;
mod enforcement;
mod events;
mod hazards;
mod lists;
pub mod logins;
mod manner;
mod measures;
mod names;
mod office;
mod people;
pub mod photographs;
mod phrases;
mod places;
mod records;
mod sanctions;
mod scenes;
mod tips;
mod township;
mod work;

pub use agenda::Play;
