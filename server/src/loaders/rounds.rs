//! When the batches are read (批次): in rounds. Whatever the fields of a request ask for is gathered until the request can go on
//! with nothing else; then each kind of thing is read in one go. So the number of statements follows the shape of a query
//! alone, never the number of its rows or the machine's load, and no field waits for a timer.

use std::{
    any::{Any, TypeId},
    collections::{HashMap, HashSet},
    future::{Future, poll_fn},
    hash::Hash,
    mem,
    panic::AssertUnwindSafe,
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{self, Wake, Waker},
};

use async_graphql::dataloader::Loader;
use futures::{FutureExt, channel::oneshot, future::BoxFuture, task::AtomicWaker};
use redline_ledger::{Context, Db};

use super::Batches;
use crate::graphql::error::{Answer, Fault};

/// How many things one statement asks for at most; databases take 32,766 values.
const LARGEST_BATCH: usize = 20_000;

/// The loaders of one request. They work only within [`Loaders::drive`].
pub struct Loaders {
    batches: Batches,
    kinds: Mutex<HashMap<TypeId, Box<dyn Kind>>>,
    reading: AtomicUsize,
    waker: AtomicWaker,
}

/// One kind of key, with what is known of it and who waits for what.
trait Kind: Send {
    fn as_any(&mut self) -> &mut dyn Any;
    fn forget(&mut self);
    /// What is to be read, if anybody waits.
    fn round(&mut self, loaders: &Arc<Loaders>) -> Option<BoxFuture<'static, ()>>;
}

type Value<K> = <Batches as Loader<K>>::Value;

type Senders<V> = Vec<oneshot::Sender<Answer<Option<V>>>>;

struct Asked<K, V> {
    known: HashMap<K, Option<V>>,
    /// What the next round reads.
    waiting: HashMap<K, Senders<V>>,
    /// What is being read. Who asks for it meanwhile gets it from there.
    under_way: HashMap<K, Senders<V>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Asked<K, V> {
    fn ask(&mut self, key: K, sender: oneshot::Sender<Answer<Option<V>>>) {
        match self.under_way.get_mut(&key) {
            Some(senders) => senders.push(sender),
            None => self.waiting.entry(key).or_default().push(sender),
        }
    }

    fn is_asked(&self, key: &K) -> bool {
        self.known.contains_key(key) || self.under_way.contains_key(key) || self.waiting.contains_key(key)
    }

    /// Tells everybody who waits for one of the keys.
    fn answer(&mut self, keys: &[K], found: &Answer<HashMap<K, V>>) {
        for key in keys {
            let answer = found.as_ref().map(|found| found.get(key).cloned()).map_err(Clone::clone);
            if let Ok(known) = &answer {
                self.known.insert(key.clone(), known.clone());
            }
            for sender in self.under_way.remove(key).into_iter().chain(self.waiting.remove(key)).flatten() {
                // Who no longer waits needs no answer.
                let _ = sender.send(answer.clone());
            }
        }
    }
}

impl Loaders {
    /// Loaders for who asks.
    pub fn new(db: Db, ctx: Context) -> Arc<Self> {
        Arc::new(Self { batches: Batches { db, ctx }, kinds: Mutex::default(), reading: AtomicUsize::new(0), waker: AtomicWaker::new() })
    }

    /// One thing; none if there is none that the person may see.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn one<K>(&self, key: K) -> Answer<Option<Value<K>>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Batches: Loader<K, Error = Fault>,
    {
        let (sender, receiver) = oneshot::channel();
        let known = self.asked(|asked: &mut Asked<K, Value<K>>| match asked.known.get(&key) {
            Some(known) => Some(known.clone()),
            None => {
                asked.ask(key, sender);
                None
            }
        });
        match known {
            Some(known) => Ok(known),
            None => receiver.await.unwrap_or_else(|_| Err(Fault::internal(&"a batch was given up"))),
        }
    }

    /// Reads many things ahead, before the rows of a list ask for them one by one.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead<K>(&self, keys: impl IntoIterator<Item = K>) -> Answer<()>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Batches: Loader<K, Error = Fault>,
    {
        let keys: HashSet<K> = keys.into_iter().collect();
        let keys: Vec<K> = self.asked(|asked: &mut Asked<K, Value<K>>| keys.into_iter().filter(|key| !asked.is_asked(key)).collect());
        let _reading = self.reading();
        let found = load(&self.batches, &keys).await;
        self.asked(|asked: &mut Asked<K, Value<K>>| asked.answer(&keys, &found));
        found.map(drop)
    }

    /// Forgets what was read: it has been changed.
    pub fn forget(&self) {
        self.kinds().values_mut().for_each(|kind| kind.forget());
    }

    /// Says that something is being read: until that is dropped no round begins, since more may be asked for.
    pub fn reading(&self) -> Reading<'_> {
        self.reading.fetch_add(1, Ordering::SeqCst);
        Reading(self)
    }

    /// Carries out a request, and reads a round whenever it can go on with nothing else.
    pub async fn drive<F: Future>(self: &Arc<Self>, request: F) -> F::Output {
        let mut request = pin!(request);
        let alarm = Arc::new(Alarm { rung: AtomicBool::new(false), loaders: Arc::clone(self) });
        let waker = Waker::from(Arc::clone(&alarm));
        poll_fn(|task| {
            self.waker.register(task.waker());
            alarm.rung.store(false, Ordering::SeqCst);
            let polled = request.as_mut().poll(&mut task::Context::from_waker(&waker));
            // Rung meanwhile, it will be polled again at once, and may ask for more.
            if polled.is_pending() && !alarm.rung.load(Ordering::SeqCst) && self.reading.load(Ordering::SeqCst) == 0 {
                self.begin_round();
            }
            polled
        })
        .await
    }

    fn begin_round(self: &Arc<Self>) {
        let rounds: Vec<_> = self.kinds().values_mut().filter_map(|kind| kind.round(self)).collect();
        self.reading.fetch_add(rounds.len(), Ordering::SeqCst);
        for round in rounds {
            let loaders = Arc::clone(self);
            tokio::spawn(async move {
                // Counted above, for all of them before the first can end.
                let reading = Reading(&loaders);
                round.await;
                drop(reading);
            });
        }
    }

    fn kinds(&self) -> MutexGuard<'_, HashMap<TypeId, Box<dyn Kind>>> {
        self.kinds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn asked<K, V, T>(&self, act: impl FnOnce(&mut Asked<K, V>) -> T) -> T
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        V: Send + Sync + Clone + 'static,
        Batches: Loader<K, Error = Fault, Value = V>,
    {
        let mut kinds = self.kinds();
        let kind = kinds
            .entry(TypeId::of::<K>())
            .or_insert_with(|| Box::new(Asked::<K, V> { known: HashMap::new(), waiting: HashMap::new(), under_way: HashMap::new() }));
        let asked = kind.as_any().downcast_mut().expect("each kind of key has one place, made for it just above");
        act(asked)
    }
}

/// As long as it lives, something is being read.
pub struct Reading<'a>(&'a Loaders);

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.0.reading.fetch_sub(1, Ordering::SeqCst);
        self.0.waker.wake();
    }
}

/// The request's own waker: it remembers that it was rung.
struct Alarm {
    rung: AtomicBool,
    loaders: Arc<Loaders>,
}

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rung.store(true, Ordering::SeqCst);
        self.loaders.waker.wake();
    }
}

impl<K> Kind for Asked<K, Value<K>>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    Batches: Loader<K, Error = Fault>,
{
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn forget(&mut self) {
        self.known.clear();
    }

    fn round(&mut self, loaders: &Arc<Loaders>) -> Option<BoxFuture<'static, ()>> {
        if self.waiting.is_empty() {
            return None;
        }
        self.under_way.extend(mem::take(&mut self.waiting));
        let keys: Vec<K> = self.under_way.keys().cloned().collect();
        let loaders = Arc::clone(loaders);
        Some(Box::pin(async move {
            let found = AssertUnwindSafe(load(&loaders.batches, &keys)).catch_unwind().await.unwrap_or_else(|_| Err(Fault::internal(&"a batch panicked")));
            loaders.asked(|asked: &mut Asked<K, Value<K>>| asked.answer(&keys, &found));
        }))
    }
}

async fn load<K>(batches: &Batches, keys: &[K]) -> Answer<HashMap<K, Value<K>>>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    Batches: Loader<K, Error = Fault>,
{
    let mut found = HashMap::new();
    for some in keys.chunks(LARGEST_BATCH) {
        found.extend(batches.load(some).await?);
    }
    Ok(found)
}
