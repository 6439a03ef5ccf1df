//! What must hold of the body of any request: it is answered in JSON, and not by a failure of the server.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use redline_ledger::{
    Db,
    db::Use,
    settings::Settings,
    site::{Opened, open_for},
};
use redline_server::{App, door::Door, http::router, store::Store};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

/// How long an answer may take. A password costs a part of it.
const LONGEST: Duration = Duration::from_secs(5);

/// A server on a new database, as its program opens it.
pub struct Server {
    routes: Router,
    // One thread of the size that the server's have.
    runtime: Runtime,
    _folder: TempDir,
}

impl Server {
    /// Starts it.
    pub fn start() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = Settings::defaults();
        settings.database.url = format!("sqlite://{}", folder.path().join("redline.db").display());
        // It is one visitor that asks all this.
        settings.server.requests_per_minute = u32::MAX;
        let routes = runtime.block_on(async {
            Db::connect(&settings.database.url).await.expect("a database").migrate().await.expect("migrated");
            let Opened { db, site, clock } = open_for(&settings, Use::Requests).await.expect("an installation");
            let store = Store::in_folder(&folder.path().join("attachments"), 1 << 20).expect("a store");
            router(App { db, site, clock, store, door: Arc::new(Door::new(&settings)) })
        });
        Self { routes, runtime, _folder: folder }
    }

    /// Panics, or brings the program down, if one of these does not hold.
    pub fn answers(&self, bytes: &[u8]) {
        let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT, "application/graphql-response+json");
        let request = request.body(Body::from(bytes.to_vec())).expect("a request");
        let routes = self.routes.clone();
        let begun = Instant::now();
        let answering = async move {
            let response = routes.oneshot(request).await.expect("an answer");
            (response.status(), to_bytes(response.into_body(), usize::MAX).await.expect("its body"))
        };
        let (status, body) = self.runtime.block_on(self.runtime.spawn(answering)).expect("no panic");
        let answer: Value = serde_json::from_slice(&body).expect("JSON");
        assert!(!status.is_server_error(), "{status}: {answer}");
        assert!(answer.get("data").is_some() || answer.get("errors").is_some(), "{status}: {answer}");
        assert!(begun.elapsed() < LONGEST, "took {:?}", begun.elapsed());
    }
}
