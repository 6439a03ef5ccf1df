//! What watchers hear (推送): the news of changes, told on to every subscription of this server. Each process hears what any other has
//! committed, so it does not matter to which server a client is connected.

mod watch;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use redline_ledger::{
    Db,
    change::{News, Source},
};
use tokio::{
    sync::{OnceCell, broadcast, watch as signal},
    task::JoinHandle,
};
use uuid::Uuid;

pub use watch::{Watch, Watched};

use crate::{door::Seats, graphql::error::Answer};

/// How many pieces of news a watcher may be behind. Each has about a hundred changes at most, or a thousand on SQLite.
const BEHIND: usize = 256;

/// How many connections a server holds.
const CONNECTIONS: usize = 2_000;
/// How many of them one person has. Visitors are one person in this.
const OF_EACH: usize = 20;

/// Between two tries while the database is away.
const PAUSE: Duration = Duration::from_secs(1);

/// So long a server that stops waits for its watchers.
const FAREWELL: Duration = Duration::from_secs(3);

/// The news of this server. It begins to listen when the first watcher comes.
pub struct Live {
    db: Db,
    listening: OnceCell<Listening>,
    ending: signal::Sender<bool>,
    /// The connections of watchers.
    pub seats: Seats<Option<Uuid>>,
}

struct Listening {
    news: broadcast::Sender<Arc<News>>,
    task: JoinHandle<()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Live {
    /// The news of a database.
    pub fn new(db: Db) -> Self {
        Self { db, listening: OnceCell::new(), ending: signal::Sender::new(false), seats: Seats::new(CONNECTIONS, OF_EACH) }
    }

    /// What is committed from here on.
    ///
    /// # Errors
    /// `UNAVAILABLE`, `INTERNAL`, if it cannot begin to listen.
    pub async fn listen(&self) -> Answer<broadcast::Receiver<Arc<News>>> {
        let listening = self.listening.get_or_try_init(|| async {
            let source = Source::open(self.db.clone()).await?;
            let (news, _) = broadcast::channel(BEHIND);
            let task = tokio::spawn(tell(source, news.clone()));
            Answer::Ok(Listening { news, task })
        });
        Ok(listening.await?.news.subscribe())
    }

    /// Has every watcher take leave: the server stops.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }

    /// Comes when every watcher has taken leave, or has had the time for it.
    pub async fn left(&self) {
        let until = Instant::now() + FAREWELL;
        while !self.seats.is_empty() && Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Comes when the server stops.
    pub async fn ended(&self) {
        // It fails when nobody can end it any more, which is an end as well.
        let _ = self.ending.subscribe().wait_for(|ending| *ending).await;
    }
}

/// Tells all that is heard, for as long as the server runs.
async fn tell(mut source: Source, news: broadcast::Sender<Arc<News>>) {
    loop {
        match source.next().await {
            // Where nobody watches, nobody hears it.
            Ok(heard) => drop(news.send(Arc::new(heard))),
            Err(error) => {
                tracing::warn!(%error, "changes cannot be heard; it is tried again");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}
