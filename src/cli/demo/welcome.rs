//! What the demonstration says when it is ready.

use chrono::{DateTime, Utc};
use redline_ledger::{Site, settings::Settings};

use crate::{
    cli::table::table,
    demo::logins::{LOGINS, PASSWORD},
};

/// Prints the addresses, the logins, and what to try first.
pub fn print(settings: &Settings, site: &Site, now: DateTime<Utc>) {
    let base = &site.base_url;
    println!("\nRedline 红线 · {}", site.rulebook.title.zh);
    println!("In this demonstration it is {}; the clock goes on from there.\n", now.with_timezone(&site.zone.0).format("%Y-%m-%d %H:%M"));
    // Whole, so that it can be found from anywhere.
    let folder = std::path::absolute(&settings.mail.folder).unwrap_or_else(|_| settings.mail.folder.clone());
    let places = [("Open (网页)", format!("{base}/")), ("GraphQL IDE", format!("{base}/graphiql")), ("Mail (邮件)", folder.display().to_string())];
    print!("{}", table(&places.map(|(what, place)| vec![format!("  {what}"), place])));
    println!("\nLogins (登录), each with the password {PASSWORD}:");
    print!("{}", table(&LOGINS.iter().map(|login| vec![format!("  {}", login.login), login.role.to_owned()]).collect::<Vec<_>>()));
    println!(
        "\nTry first (先试试):
  1. Log in as head: a chemical plant whose head led no inspection in June. What does it owe, since when, by which clause?
  2. Log in as office: who is behind, by village, regulator and rule; and the major hazards that are not closed.
  3. Open the newest .eml files in the mail folder: what climbed, to whom, and why.
  4. In the IDE, take the ready query of your role and press play.

`redline --fresh` begins anew, `redline --help` says the rest. Ctrl-C ends it; started again, it goes on with the same data.\n"
    );
}
