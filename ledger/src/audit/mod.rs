//! The audit (核验): proof that the ledger is as it was written. Its events are chained for each organization; every day the heads
//! of all chains are signed with a key that is not in the database, and mailed; and anybody can walk the chains again, in the
//! database or in an export of it, and is told the first break of each.

mod auditor;
pub mod checkpoint;
mod export;
pub mod key;
mod line;
mod offline;
mod rows;
pub mod seal;
mod signed;
mod verify;

pub use auditor::{Auditor, Finding, Report, Trust};
pub use export::export;
pub use key::{Key, Signer, UnusableKey};
pub use offline::verify_export;
pub use seal::Seal;
pub use verify::verify;
