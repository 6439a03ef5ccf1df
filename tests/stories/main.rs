//! Stories: seed, let the days pass, expect the mail. By the API, with a mail server on loopback.

mod account;
mod climbing;
mod counting;
mod deeds;
mod guide;
mod hazard;
mod registering;
mod scoping;
mod watching;
mod year;
