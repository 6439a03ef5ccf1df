//! What must hold whatever is sent. `document` and `inputs` are used by `server/tests/corpus.rs` as well, which asks the same of the corpus.

pub mod document;
pub mod inputs;
pub mod server;
