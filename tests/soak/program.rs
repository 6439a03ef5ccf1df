//! The programs themselves, as processes of their own.

use std::{
    fs::File,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};

use crate::{smtp::MailServer, town::Town};

/// Whoever is told to end has ended by then.
pub const FAREWELL: Duration = Duration::from_secs(25);

/// A program that runs.
pub struct Program {
    child: Child,
}

impl Program {
    /// A worker on the database of a town, which sends to a mail server.
    pub fn worker(town: &Town, server: &MailServer, settings: &[(&str, &str)]) -> Self {
        let port = server.port.to_string();
        let own = [
            ("mail.transport", "smtp"),
            ("mail.smtp.host", "127.0.0.1"),
            ("mail.smtp.port", &port),
            ("mail.smtp.security", "none"),
            ("worker.interval_seconds", "1"),
            ("server.base_url", "http://redline.test"),
        ];
        Self::start(town, env!("CARGO_BIN_EXE_soak-worker"), own.iter().chain(settings))
    }

    /// A server on the database of a town.
    pub fn server(town: &Town, listen: &str) -> Self {
        // Its clients ask as fast as they can.
        let own = [("server.listen", listen), ("server.requests_per_minute", "1000000"), ("sign_in.second_factor", "optional")];
        Self::start(town, env!("CARGO_BIN_EXE_soak-server"), own.iter())
    }

    /// `redline` with a command, on the database of a town: whether it ended well, and all that it said.
    pub async fn redline(town: &Town, arguments: &[&str]) -> (bool, String) {
        let database = &town.township.database;
        let mut command = Command::new(env!("CARGO_BIN_EXE_soak-redline"));
        command.env_clear().current_dir(database.folder()).stdin(Stdio::null()).arg("--set").arg(format!("database.url={}", database.url())).args(arguments);
        told(command).await
    }

    fn start<'a>(town: &Town, program: &str, settings: impl Iterator<Item = &'a (&'a str, &'a str)>) -> Self {
        let database = &town.township.database;
        let log = File::options().append(true).create(true).open(database.folder().join("programs.log")).expect("a log");
        let mut command = Command::new(program);
        // What is set for the tests is no setting of the programs.
        command.env_clear().current_dir(database.folder()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        command.arg("--set").arg(format!("database.url={}", database.url()));
        for (name, value) in settings {
            command.arg("--set").arg(format!("{name}={value}"));
        }
        Self { child: command.spawn().expect("a program") }
    }

    /// Kills it where it stands.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }

    /// Tells it to end, and answers how it did and how long that took.
    pub async fn end(mut self) -> (ExitStatus, Duration) {
        let told = Instant::now();
        let pid = self.child.id().to_string();
        assert!(Command::new("sh").args(["-c", "kill -TERM \"$0\"", &pid]).status().expect("a shell").success());
        loop {
            if let Some(status) = self.child.try_wait().expect("asked") {
                return (status, told.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().expect("asked").is_none()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It ended, or it has to now: no test leaves a program behind.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Lets a program run to its end: whether it ended well, and all that it said.
pub async fn told(mut command: Command) -> (bool, String) {
    let output = tokio::task::spawn_blocking(move || command.output()).await.expect("waited").expect("a program");
    (output.status.success(), format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

/// Waits until something is so, for so long at most.
pub async fn until(what: &str, most: Duration, mut so: impl AsyncFnMut() -> bool) {
    let since = Instant::now();
    while !so().await {
        assert!(since.elapsed() < most, "{what}: not after {most:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Lets workers go on until everything is done that is due by then; where one would have to wait, the clock goes on. Answers how
/// often it had to.
pub async fn finish(town: &Town, server: &MailServer, mut now: DateTime<Utc>, settings: &[(&str, &str)]) -> u32 {
    for waited in 0..50 {
        if town.left(now).await == [0, 0, 0] {
            return waited;
        }
        town.clock_shows(now).await;
        let worker = Program::worker(town, server, settings);
        settled(town, now).await;
        let (status, took) = worker.end().await;
        assert!(status.success() && took < FAREWELL, "{status} after {took:?}");
        now += chrono::Duration::minutes(10);
    }
    panic!("it is never done: {:?}", town.left(now).await);
}

/// Waits until nothing is left to do; `false`: nothing moves any more.
pub async fn settled(town: &Town, now: DateTime<Utc>) -> bool {
    let (mut last, mut since) = (town.left(now).await, Instant::now());
    while last != [0, 0, 0] {
        if since.elapsed() > Duration::from_secs(10) {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        let left = town.left(now).await;
        if left != last {
            (last, since) = (left, Instant::now());
        }
    }
    true
}
