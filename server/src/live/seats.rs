//! How many may watch (连接数上限). One person, or one program that runs wild, does not take the places of all.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;

/// How many connections a server holds.
const ALL: usize = 2_000;
/// How many of them one person has. Visitors are one person in this.
const EACH: usize = 20;

/// The connections of watchers.
#[derive(Default)]
pub struct Seats(Arc<Mutex<HashMap<Option<Uuid>, usize>>>);

impl Seats {
    /// A connection for somebody, until it is dropped; none: there are too many.
    pub fn take(&self, person: Option<Uuid>) -> Option<Seat> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        let own = taken.get(&person).copied().unwrap_or_default();
        if all >= ALL || own >= EACH {
            return None;
        }
        taken.insert(person, own + 1);
        Some(Seat { seats: Arc::clone(&self.0), person })
    }

    /// Whether nobody is connected.
    pub fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

/// A connection that is counted as long as it lives.
#[derive(Debug)]
pub struct Seat {
    seats: Arc<Mutex<HashMap<Option<Uuid>, usize>>>,
    person: Option<Uuid>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get_mut(&self.person) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(taken.remove(&self.person)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_twenty_connections_a_server_two_thousand_and_one_given_back_is_free() {
        let seats = Seats::default();
        let person = |number: usize| Some(Uuid::from_u128(number as u128));
        let mut own: Vec<Seat> = (0..EACH).map(|_| seats.take(person(0)).expect("a seat")).collect();
        assert!(seats.take(person(0)).is_none());
        own.pop();
        own.push(seats.take(person(0)).expect("the seat that was given back"));
        let others: Vec<Seat> = (EACH..ALL).map(|at| seats.take(person(at)).expect("a seat")).collect();
        assert!(seats.take(None).is_none(), "the server is full");
        drop((own, others));
        assert!(seats.is_empty(), "nothing is kept of who has gone");
    }
}
