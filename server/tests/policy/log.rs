//! What the server says of itself (日志): whatever is asked or changed, the log has no word of any tenant, since who reads it is none of them.

use std::{
    io,
    mem::take,
    sync::{Arc, Mutex},
};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::{EnvFilter, fmt::format::FmtSpan};

/// All that is logged on this thread while it is there, at level debug, with a line for each request.
pub struct Log {
    said: Arc<Mutex<Vec<u8>>>,
    _guard: DefaultGuard,
}

/// Where the lines go.
#[derive(Clone)]
struct Sheet(Arc<Mutex<Vec<u8>>>);

impl io::Write for Sheet {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    pub fn keep() -> Self {
        let said = Arc::new(Mutex::new(Vec::new()));
        let sheet = Sheet(Arc::clone(&said));
        let lines = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("debug"))
            .with_span_events(FmtSpan::NEW)
            .with_ansi(false)
            .with_writer(move || sheet.clone());
        Self { said, _guard: tracing::subscriber::set_default(lines.finish()) }
    }

    /// What was logged since the last time; of a request at least that it was there.
    pub fn of_a_request(&self) -> String {
        let said = String::from_utf8(take(&mut *self.said.lock().unwrap())).unwrap();
        assert!(said.contains("request{"), "the log is heard: {said}");
        said
    }
}
