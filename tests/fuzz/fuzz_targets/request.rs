//! Any bytes as the body of a request to a server with a database.
#![no_main]

use std::sync::LazyLock;

use redline_fuzz::server::Server;

static SERVER: LazyLock<Server> = LazyLock::new(Server::start);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| SERVER.answers(bytes));
