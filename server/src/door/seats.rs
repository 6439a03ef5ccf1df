//! How many at a time (并发上限). One person, or one program that runs wild, does not take the places of all.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

/// Places, of which everybody has a share.
pub struct Seats<K> {
    taken: Arc<Mutex<HashMap<K, usize>>>,
    all: usize,
    each: usize,
}

impl<K: Clone + Eq + Hash> Seats<K> {
    /// So many places for all, and for each of them.
    pub fn new(all: usize, each: usize) -> Self {
        Self { taken: Arc::default(), all, each }
    }

    /// A place for somebody, until it is dropped; none: there are too many.
    pub fn take(&self, who: K) -> Option<Seat<K>> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        let own = taken.get(&who).copied().unwrap_or_default();
        if all >= self.all || own >= self.each {
            return None;
        }
        taken.insert(who.clone(), own + 1);
        Some(Seat { taken: Arc::clone(&self.taken), who })
    }

    /// Whether nobody has a place.
    pub fn is_empty(&self) -> bool {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

/// A place that is counted as long as it lives.
#[derive(Debug)]
pub struct Seat<K: Eq + Hash> {
    taken: Arc<Mutex<HashMap<K, usize>>>,
    who: K,
}

impl<K: Eq + Hash> Drop for Seat<K> {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get_mut(&self.who) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(taken.remove(&self.who)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_share_all_have_the_whole_and_a_place_given_back_is_free() {
        let seats = Seats::new(100, 20);
        let mut own: Vec<_> = (0..20).map(|_| seats.take(0).expect("a seat")).collect();
        assert!(seats.take(0).is_none());
        own.pop();
        own.push(seats.take(0).expect("the seat that was given back"));
        let others: Vec<_> = (20..100).map(|at| seats.take(at).expect("a seat")).collect();
        assert!(seats.take(200).is_none(), "all are taken");
        drop((own, others));
        assert!(seats.is_empty(), "nothing is kept of who has gone");
    }
}
