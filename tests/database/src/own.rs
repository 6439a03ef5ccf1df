//! A PostgreSQL of a test's own, which it can stop, kill and start again. Unlike the one of `tests/with-postgres` it loses nothing that was
//! committed when it is killed. It runs where that one runs, and is gone with its folder when it is dropped.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// How often a port is looked for: between looking and starting, another program may have taken it.
const TRIES: usize = 5;

/// A PostgreSQL of a test's own.
pub struct OwnPostgres {
    programs: PathBuf,
    folder: TempDir,
    user: Option<String>,
    options: String,
    port: u16,
}

impl OwnPostgres {
    /// Starts one. A test that needs it is `#[ignore = "needs PostgreSQL"]`, and run by whoever has PostgreSQL (`tests/run` does).
    pub fn start() -> Self {
        Self::start_with("", |_| {})
    }

    /// Starts one with further settings in the words of `postgres -c`, after something was done to its data folder.
    pub fn start_with(options: &str, prepare: impl Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        // PostgreSQL refuses to run as root.
        let root = output(Command::new("id").arg("-u")).trim() == "0";
        let user = root.then(|| if Command::new("id").arg("postgres").output().is_ok_and(|known| known.status.success()) { "postgres" } else { "nobody" });
        let mut own = Self { programs: programs(), folder, user: user.map(str::to_owned), options: options.to_owned(), port: 0 };
        own.give(own.folder.path());
        own.run("initdb", &["-D", &own.data(), "-U", "redline", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
        prepare(&own.folder.path().join("data"));
        own.give(own.folder.path());
        for _ in 0..TRIES {
            own.port = free_port();
            if own.try_start() {
                return own;
            }
        }
        panic!("PostgreSQL did not start: {}", own.log());
    }

    /// Its address, with the one database that it has.
    pub fn url(&self) -> String {
        format!("postgres://redline@127.0.0.1:{}/postgres", self.port)
    }

    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Stops it: who is connected is sent away, and what is under way is taken back.
    pub fn stop(&self) {
        self.run("pg_ctl", &["-D", &self.data(), "-m", "fast", "-w", "stop"]);
    }

    /// Stops it as if it had crashed.
    pub fn kill(&self) {
        self.run("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]);
    }

    /// Starts it again, at the same address.
    pub fn start_again(&self) {
        assert!(self.try_start(), "PostgreSQL did not start again: {}", self.log());
    }

    fn try_start(&self) -> bool {
        let (folder, port, more) = (self.folder.path().display(), self.port, &self.options);
        // Nothing needs to outlive the machine, but all the process.
        let options = format!("-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off -c max_connections=100 {more}");
        let log = self.folder.path().join("server.log");
        let log = log.to_str().expect("a path of text");
        self.program("pg_ctl", &["-D", &self.data(), "-l", log, "-o", &options, "-w", "-t", "60", "start"]).status.success()
    }

    fn data(&self) -> String {
        self.folder.path().join("data").to_str().expect("a path of text").to_owned()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("server.log")).unwrap_or_default()
    }

    fn give(&self, folder: &Path) {
        if let Some(user) = &self.user {
            output(Command::new("chown").args(["-R", user]).arg(folder));
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let output = self.program(program, arguments);
        assert!(output.status.success(), "{program}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }

    fn program(&self, program: &str, arguments: &[&str]) -> Output {
        let program = self.programs.join(program);
        let mut command = match &self.user {
            Some(user) => {
                let group = output(Command::new("id").args(["-g", user]));
                let mut command = Command::new("setpriv");
                command.args(["--reuid", user, "--regid", group.trim(), "--clear-groups", "--"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        // Into a file and not into a pipe, which the server that it starts would hold open.
        let told = tempfile::NamedTempFile::new().expect("a file");
        command.args(arguments).env("HOME", self.folder.path()).env("LC_ALL", "C").current_dir(self.folder.path());
        command.stdin(std::process::Stdio::null()).stdout(told.reopen().expect("a file")).stderr(told.reopen().expect("a file"));
        let status = command.status().expect("the programs of PostgreSQL");
        Output { status, stdout: fs::read(told.path()).unwrap_or_default(), stderr: Vec::new() }
    }
}

impl Drop for OwnPostgres {
    fn drop(&mut self) {
        // It may be stopped already.
        drop(self.program("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]));
    }
}

/// Where its programs are: the newest that the system has, or those in the path.
fn programs() -> PathBuf {
    let version = |folder: &Path| folder.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    match installed.filter(|folder| folder.join("bin/initdb").is_file()).max_by_key(|folder| version(folder)) {
        Some(folder) => folder.join("bin"),
        None => {
            let found = output(Command::new("sh").args(["-c", "command -v initdb"]));
            Path::new(found.trim()).parent().expect("initdb in the path").to_owned()
        }
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

fn output(command: &mut Command) -> String {
    let output = command.output().expect("a program of the system");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
