//! One request over a WebSocket (操作): a question or change is answered once, a subscription until either side ends it.

use std::{collections::BTreeSet, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use async_graphql::{Response as Answered, ServerError, parser::types::OperationType};
use futures::FutureExt;
use redline_domain::{Language, Refusal};
use redline_ledger::change::{Change, News};
use tokio::sync::{
    broadcast::{self, error::TryRecvError},
    mpsc,
};

use super::{Client, message::Told};
use crate::{
    graphql::error::{Answer, Fault, retry_after},
    http::{
        Shared,
        asked::{self, Asked, TIME_OUT, too_long},
        order::Asks,
    },
    live::{Watch, Watched},
};

/// How many changes are put to a subscription at once.
const CHANGES: usize = 200;

/// A subscription is put through a fault of the database: so often it is tried, and so long it is waited between.
const TRIES: usize = 30;
const PAUSE: Duration = Duration::from_secs(1);

/// That a request is over, and why.
struct Over(Vec<ServerError>);

impl Over {
    /// Whether it could go on in a moment.
    fn passes(&self) -> bool {
        self.0.iter().any(|error| asked::code_of(error).and_then(retry_after).is_some())
    }

    fn because(refusal: &Refusal, code: &'static str, language: Language) -> Self {
        Self(vec![asked::error(code, refusal.message(language))])
    }
}

/// What a subscription hears.
pub type Ear = broadcast::Receiver<Arc<News>>;

/// Where the answers go. It holds few of them: who is slow in taking them is not read for meanwhile.
pub type Outgoing = mpsc::Sender<(u64, Told)>;

/// How a request is answered.
pub enum Manner {
    /// Not at all.
    Refused(Box<ServerError>),
    /// Once: a question or change.
    Once,
    /// Whenever something is heard that was committed from its coming on.
    Watching(Answer<Ear>),
}

impl Manner {
    /// Finds out how a request is to be answered, and begins to hear for a subscription.
    pub async fn of(asked: &Asked, shared: &Shared) -> Self {
        match asked.asks() {
            Err(error) => Self::Refused(error),
            Ok(Asks { kind: OperationType::Subscription, fields: 1 }) => Self::Watching(shared.live.listen().await),
            Ok(Asks { kind: OperationType::Subscription, .. }) => {
                let sentence = "A subscription has exactly one field; subscribe several times, over the same connection.";
                Self::Refused(Box::new(asked::error("GRAPHQL_VALIDATION_FAILED", sentence)))
            }
            Ok(Asks { kind: OperationType::Query | OperationType::Mutation, .. }) => Self::Once,
        }
    }
}

/// One request of a client.
pub struct Operation {
    /// Its number on this connection.
    pub number: u64,
    /// The client's name for it.
    pub id: String,
    /// The request.
    pub asked: Asked,
    /// Where its answers go.
    pub outgoing: Outgoing,
}

impl Operation {
    /// Carries it out, to its end.
    pub async fn run(self, manner: Manner, shared: Arc<Shared>, client: Arc<Client>) {
        let done = match AssertUnwindSafe(self.carry_out(manner, &shared, &client)).catch_unwind().await {
            Ok(Ok(())) => Told::Complete { id: self.id.clone() },
            Ok(Err(Over(payload))) => Told::Error { id: self.id.clone(), payload },
            Err(_) => Told::Error { id: self.id.clone(), payload: Self::over(&Fault::internal(&"a request panicked"), &client).0 },
        };
        // Nobody takes it if the connection has ended.
        let _ = self.outgoing.send((self.number, done)).await;
    }

    async fn carry_out(&self, manner: Manner, shared: &Shared, client: &Client) -> Result<(), Over> {
        match manner {
            Manner::Refused(error) => Err(Over(vec![*error])),
            Manner::Once => self.answer(shared, client).await,
            Manner::Watching(news) => self.watch(news.map_err(|fault| Self::over(&fault, client))?, shared, client).await,
        }
    }

    /// Answers a question or change.
    async fn answer(&self, shared: &Shared, client: &Client) -> Result<(), Over> {
        let asker = client.asker(shared).await.map_err(|fault| Self::over(&fault, client))?;
        let late = |_| Over::because(&too_long(), "TIMEOUT", client.language);
        let (_, answered) = tokio::time::timeout(TIME_OUT, asked::persist(shared, asker, &self.asked)).await.map_err(late)?;
        if !asked::carried_out(&answered) {
            return Err(Over(answered.errors));
        }
        self.next(answered).await;
        Ok(())
    }

    /// Tells a subscription of what it watches, for as long as it may hear of it.
    async fn watch(&self, mut news: Ear, shared: &Shared, client: &Client) -> Result<(), Over> {
        let asked = Arc::new(Watch::default());
        self.put(shared, client, &asked).await?;
        // A subscription that watches nothing asks for its own type's name only.
        let Some(watched) = asked.watched() else { return Ok(()) };
        loop {
            let mut changes = heard(&mut news, watched).await.map_err(|()| Over::because(&missed(), "CHANGES_MISSED", client.language))?;
            while !changes.is_empty() {
                let rest = changes.iter().nth(CHANGES).copied().map(|next| changes.split_off(&next)).unwrap_or_default();
                for answered in self.put(shared, client, &Arc::new(Watch::of(changes))).await? {
                    self.next(answered).await;
                }
                changes = rest;
            }
        }
    }

    /// Puts changes to the subscription, though the database be away for a moment.
    async fn put(&self, shared: &Shared, client: &Client, watch: &Arc<Watch>) -> Result<Vec<Answered>, Over> {
        let mut tries = 0;
        loop {
            match self.put_once(shared, client, Arc::clone(watch)).await {
                Err(over) if over.passes() && tries < TRIES => {
                    tries += 1;
                    tokio::time::sleep(PAUSE).await;
                }
                done => return done,
            }
        }
    }

    /// Puts changes to the subscription, as the person is known now: who has logged out, or has left the organization, is told no more.
    async fn put_once(&self, shared: &Shared, client: &Client, watch: Arc<Watch>) -> Result<Vec<Answered>, Over> {
        let asker = client.asker(shared).await.map_err(|fault| Self::over(&fault, client))?;
        let delivered = asked::deliver(shared, asker, &self.asked, watch);
        let answers = tokio::time::timeout(TIME_OUT, delivered).await.map_err(|_| Over::because(&too_long(), "TIMEOUT", client.language))?;
        // It failed as a whole, and not in telling of one thing.
        match answers.iter().find(|answered| answered.errors.iter().any(|error| error.path.len() < 2)) {
            Some(failed) => Err(Over(failed.errors.clone())),
            None => Ok(answers),
        }
    }

    async fn next(&self, answered: Answered) {
        let _ = self.outgoing.send((self.number, Told::Next { id: self.id.clone(), payload: Box::new(answered) })).await;
    }

    fn over(fault: &Fault, client: &Client) -> Over {
        Over::because(fault.refusal(), fault.code(), client.language)
    }
}

/// Waits for changes that are watched, and takes what has gathered by then: a thing that changed often is told once. Fails where some
/// were missed.
async fn heard(news: &mut Ear, watched: Watched) -> Result<BTreeSet<Change>, ()> {
    let mut changes = BTreeSet::new();
    loop {
        let heard = if changes.is_empty() {
            news.recv().await.map_err(drop)?
        } else {
            match news.try_recv() {
                Ok(heard) => heard,
                Err(TryRecvError::Empty) => return Ok(changes),
                Err(TryRecvError::Closed | TryRecvError::Lagged(_)) => return Err(()),
            }
        };
        match &*heard {
            News::Changed(some) => changes.extend(some.iter().filter(|change| watched.includes(change))),
            News::Missed => return Err(()),
        }
    }
}

/// That changes were missed.
fn missed() -> Refusal {
    let en = "Changes came faster than they were taken, and some were left out. Read anew what you show, and subscribe again.";
    Refusal::new("CHANGES_MISSED", "变动过快，部分推送已略过。请重新读取页面数据并重新订阅。", en)
}

#[cfg(test)]
mod tests {
    use redline_ledger::change::Kind;
    use uuid::Uuid;

    use super::*;

    const WINDOWS: Watched = Watched { kind: Kind::Window, whose: None };

    fn change(kind: Kind, id: u128) -> Change {
        Change { kind, id: Uuid::from_u128(id), whose: Uuid::from_u128(1) }
    }

    fn tell(news: &broadcast::Sender<Arc<News>>, changes: &[Change]) {
        news.send(Arc::new(News::Changed(changes.to_vec()))).expect("somebody hears it");
    }

    #[tokio::test]
    async fn what_changed_several_times_is_told_once_and_what_is_not_watched_is_passed_over() {
        let (news, mut ear) = broadcast::channel(8);
        tell(&news, &[change(Kind::Hazard, 1)]);
        tell(&news, &[change(Kind::Window, 2), change(Kind::Window, 3)]);
        tell(&news, &[change(Kind::Window, 2), change(Kind::Delivery, 4)]);
        assert_eq!(heard(&mut ear, WINDOWS).await, Ok(BTreeSet::from([change(Kind::Window, 2), change(Kind::Window, 3)])));
        tell(&news, &[change(Kind::Window, 2)]);
        let others = Watched { whose: Some(Uuid::from_u128(9)), ..WINDOWS };
        tell(&news, &[Change { whose: Uuid::from_u128(9), ..change(Kind::Window, 5) }]);
        assert_eq!(heard(&mut ear.resubscribe(), others).now_or_never(), None, "whoever comes later hears what comes later");
        assert_eq!(heard(&mut ear, others).await.map(|changes| changes.len()), Ok(1));
    }

    #[tokio::test]
    async fn who_is_too_far_behind_or_whose_server_missed_something_is_told_so() {
        let (news, mut ear) = broadcast::channel(4);
        for id in 0..4 {
            tell(&news, &[change(Kind::Window, id)]);
        }
        assert_eq!(heard(&mut ear, WINDOWS).await.map(|changes| changes.len()), Ok(4), "as far behind as one may be");
        for id in 0..5 {
            tell(&news, &[change(Kind::Window, id)]);
        }
        assert_eq!(heard(&mut ear, WINDOWS).await, Err(()), "one further");
        let mut ear = news.subscribe();
        news.send(Arc::new(News::Missed)).expect("somebody hears it");
        assert_eq!(heard(&mut ear, WINDOWS).await, Err(()));
    }
}
