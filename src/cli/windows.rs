//! `redline windows`: the windows (期次) of many organizations, as fast as the machine can.
//!
//! Threads take turns in reading a chunk of whole lines and in writing what came of it, in the order of the chunks, so that the
//! memory needed does not follow the number of profiles.

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use anyhow::{Result, anyhow};
use clap::Args;
use redline_domain::{
    Rulebook,
    window::{Profile, windows},
};
use redline_ledger::site::rulebook_text;

/// How much is read at once.
const CHUNK: usize = 256 << 10;
/// No profile is as long as this.
const LONGEST_LINE: usize = 1 << 20;
/// How many mistakes are told on the standard error; each is in the output anyway.
const TOLD: usize = 20;

#[derive(Args)]
#[command(after_help = "\
Reads profiles (单位概况) as JSON lines from the standard input, and writes for each one line: a JSON array of its windows, sorted \
by rule and opens_on. A line that is no profile gives {\"error\":\"line N: …\"} in its place, and the exit code is 1 at the end.

Example:
  echo '{\"kind\":\"VILLAGE\",\"from\":\"2023-05-22\"}' | redline windows")]
pub struct Options {
    /// The name of a rulebook in the program, or a file
    #[arg(long, default_value = "wushenzhao-2023", value_name = "NAME|FILE")]
    rulebook: String,
}

/// Reads profiles from the standard input and writes their windows to the standard output.
pub fn run(options: &Options) -> Result<ExitCode> {
    let text = rulebook_text(&options.rulebook)?;
    let rulebook = Rulebook::parse(&options.rulebook, &text).map_err(|mistakes| anyhow!("{mistakes:?}"))?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let input = io::BufReader::with_capacity(CHUNK, io::stdin());
    match convert(&rulebook, input, io::stdout(), io::stderr(), threads) {
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(_) => Ok(ExitCode::FAILURE),
        // Who reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error.into()),
    }
}

/// Writes the windows of every profile, and answers how many lines were none.
fn convert(rulebook: &Rulebook, input: impl BufRead + Send, output: impl Write + Send, errors: impl Write + Send, threads: usize) -> io::Result<usize> {
    let source = Mutex::new(Source { input, next: 0, lines: 0, ended: false });
    let sink = Mutex::new(Sink { output, errors, turn: 0, mistakes: 0, failed: None });
    let turned = Condvar::new();
    let work = || {
        let mut result = Vec::new();
        loop {
            let chunk = match lock(&source).read() {
                Ok(Some(chunk)) => chunk,
                Ok(None) => return,
                Err(error) => {
                    lock(&sink).failed.get_or_insert(error);
                    turned.notify_all();
                    return;
                }
            };
            result.clear();
            let mistakes = answer(rulebook, &chunk, &mut result);
            let mut sink = lock(&sink);
            while sink.turn != chunk.number && sink.failed.is_none() {
                sink = turned.wait(sink).unwrap_or_else(PoisonError::into_inner);
            }
            sink.write(&result, &mistakes);
            turned.notify_all();
            if sink.failed.is_some() {
                lock(&source).ended = true;
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let mut sink = sink.into_inner().unwrap_or_else(PoisonError::into_inner);
    match sink.failed {
        Some(error) => Err(error),
        None => {
            sink.output.flush()?;
            if sink.mistakes > TOLD {
                writeln!(sink.errors, "redline: {} lines are no profiles; the first {TOLD} are told above", sink.mistakes)?;
            }
            Ok(sink.mistakes)
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whole lines of the input.
struct Chunk {
    number: u64,
    first_line: usize,
    bytes: Vec<u8>,
}

struct Source<R> {
    input: R,
    next: u64,
    lines: usize,
    ended: bool,
}

impl<R: BufRead> Source<R> {
    /// The next whole lines: what is there already, so that a person at a terminal has each answer at once.
    fn read(&mut self) -> io::Result<Option<Chunk>> {
        let mut bytes = Vec::new();
        while !self.ended && bytes.last() != Some(&b'\n') {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let newline = if bytes.is_empty() { buffer.iter().rposition(|&byte| byte == b'\n') } else { buffer.iter().position(|&byte| byte == b'\n') };
            let taken = newline.map_or(buffer.len(), |at| at + 1);
            self.ended = buffer.is_empty();
            // Of a line that is too long only the beginning is kept: it is refused anyway.
            let room = if newline.is_some() { taken } else { taken.min((LONGEST_LINE + 1).saturating_sub(bytes.len())) };
            bytes.extend_from_slice(&buffer[..room.min(taken)]);
            self.input.consume(taken);
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let chunk = Chunk { number: self.next, first_line: self.lines + 1, bytes };
        self.next += 1;
        self.lines += chunk.bytes.iter().filter(|&&byte| byte == b'\n').count();
        Ok(Some(chunk))
    }
}

struct Sink<W, E> {
    output: W,
    errors: E,
    turn: u64,
    mistakes: usize,
    failed: Option<io::Error>,
}

impl<W: Write, E: Write> Sink<W, E> {
    fn write(&mut self, result: &[u8], mistakes: &[String]) {
        if self.failed.is_some() {
            return;
        }
        self.turn += 1;
        for mistake in mistakes {
            if self.mistakes < TOLD {
                let _ = writeln!(self.errors, "redline: {mistake}");
            }
            self.mistakes += 1;
        }
        if let Err(error) = self.output.write_all(result) {
            self.failed = Some(error);
        }
    }
}

/// Answers the lines of a chunk; what is told of those that are no profiles.
fn answer(rulebook: &Rulebook, chunk: &Chunk, result: &mut Vec<u8>) -> Vec<String> {
    let mut mistakes = Vec::new();
    for (line, text) in (chunk.first_line..).zip(chunk.bytes.split(|&byte| byte == b'\n')) {
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answered = read(text).and_then(|profile| serde_json::to_writer(&mut *result, &windows(rulebook, &profile)).map_err(|error| error.to_string()));
        if let Err(reason) = answered {
            let mistake = format!("line {line}: {reason}");
            result.extend_from_slice(serde_json::json!({ "error": mistake }).to_string().as_bytes());
            mistakes.push(mistake);
        }
        result.push(b'\n');
    }
    mistakes
}

fn read(text: &[u8]) -> Result<Profile, String> {
    if text.len() > LONGEST_LINE {
        return Err(format!("it is longer than {LONGEST_LINE} bytes, which no profile is"));
    }
    // The place within the line is told; that it is line 1 of itself is not.
    serde_json::from_slice(text).map_err(|error| {
        let told = error.to_string();
        let reason = told.rsplit_once(" at line ").map_or(told.as_str(), |(reason, _)| reason);
        format!("{reason} (column {})", error.column())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rulebook() -> Rulebook {
        Rulebook::parse("test", Rulebook::builtin("wushenzhao-2023").expect("it is in the program")).expect("it is good")
    }

    fn converted(input: &[u8], capacity: usize, threads: usize) -> (String, String, usize) {
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let mistakes = convert(&rulebook(), io::BufReader::with_capacity(capacity, input), &mut output, &mut errors, threads).expect("it is written");
        (String::from_utf8(output).expect("UTF-8"), String::from_utf8(errors).expect("UTF-8"), mistakes)
    }

    const PARTY: &str = r#"{"kind":"PARTY_OFFICE","from":"2023-05-22"}"#;
    const ANSWER: &str = r#"[{"rule":"P01","opens_on":"2023-05-22","closes_on":"2023-12-31","due_on":"2023-12-31","ended":null}]"#;

    #[test]
    fn the_order_is_kept_however_the_input_is_cut_and_however_many_threads_work() {
        let input: String = (1..=28).map(|day| format!("{{\"kind\":\"PARTY_OFFICE\",\"from\":\"2023-06-{day:02}\"}}\n")).collect();
        let expected: String = (1..=28).map(|day| ANSWER.replace("2023-05-22", &format!("2023-06-{day:02}")) + "\n").collect();
        for capacity in [1, 7, 50, 4096] {
            for threads in [1, 2, 5] {
                assert_eq!(converted(input.as_bytes(), capacity, threads), (expected.clone(), String::new(), 0), "{capacity} {threads}");
            }
        }
    }

    #[test]
    fn a_last_line_without_an_end_counts_and_blank_lines_do_not() {
        assert_eq!(converted(format!("\n{PARTY}\r\n  \n{PARTY}").as_bytes(), 64, 2).0, format!("{ANSWER}\n{ANSWER}\n"));
        assert_eq!(converted(b"", 64, 2), (String::new(), String::new(), 0));
    }

    #[test]
    fn a_bad_line_is_answered_in_its_place_and_told() {
        let (output, errors, mistakes) = converted(format!("{PARTY}\nno\n{PARTY}\n").as_bytes(), 4096, 2);
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[2], mistakes), (3, ANSWER, ANSWER, 1));
        assert_eq!(lines[1], r#"{"error":"line 2: expected ident (column 2)"}"#);
        assert_eq!(errors, "redline: line 2: expected ident (column 2)\n");
    }

    #[test]
    fn a_line_that_is_too_long_is_refused_without_being_kept() {
        let long = "x".repeat(3 * LONGEST_LINE);
        let (output, _, mistakes) = converted(format!("{long}\n{PARTY}\n").as_bytes(), 8192, 2);
        assert_eq!(mistakes, 1);
        assert_eq!(output.lines().nth(1), Some(ANSWER));
        assert!(output.starts_with(r#"{"error":"line 1: it is longer than"#));
    }
}
