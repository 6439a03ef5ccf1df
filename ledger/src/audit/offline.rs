//! Walking the chains in an export (离线核验), on any machine.

use std::{
    collections::BTreeMap,
    io::{self, BufRead},
};

use redline_domain::chain::Head;

use super::{
    Auditor, Report, Trust,
    line::{self, End, HeadLine, Line, VERSION},
};

/// Why a file cannot be verified at all.
#[derive(Debug, thiserror::Error)]
pub enum NoExport {
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It is something else.
    #[error("it is no export of a ledger that this program knows: {0}")]
    Unknown(String),
}

/// Walks all chains of an export.
///
/// # Errors
/// If the file is no export at all. What is wrong in an export is told in the report.
pub fn verify_export(from: impl BufRead, trust: Trust) -> Result<Report, NoExport> {
    let mut auditor = Auditor::new(trust);
    let (mut names, mut read, mut ended) = (BTreeMap::new(), End::default(), None);
    let (mut number, mut exported_at) = (0, None);
    for line in from.lines() {
        number += 1;
        let line = match (line, number) {
            (Ok(line), 1) => match serde_json::from_str(&line) {
                Ok(Line::RedlineLedger(header)) if header.version == VERSION => {
                    exported_at = Some(header.exported_at);
                    continue;
                }
                Ok(Line::RedlineLedger(header)) => {
                    return Err(NoExport::Unknown(format!("its version is {}, and this program knows {VERSION}", header.version)));
                }
                _ => return Err(NoExport::Unknown("its first line is not that of an export".to_owned())),
            },
            (Ok(line), _) => line,
            (Err(error), 2..) if error.kind() == io::ErrorKind::InvalidData => {
                auditor.bad_line(number, "it is not text".to_owned());
                continue;
            }
            (Err(error), _) => return Err(error.into()),
        };
        if ended.is_some() {
            auditor.bad_line(number, "something follows after the end".to_owned());
            break;
        }
        match serde_json::from_str(&line) {
            Ok(Line::Head(HeadLine { chain, name, sequence, hash })) => {
                read.heads += 1;
                names.extend(name.map(|name| (chain, name)));
                auditor.head(chain, Head { sequence, hash });
            }
            Ok(Line::Checkpoint(_)) if read.events > 0 => auditor.bad_line(number, "it stands behind events".to_owned()),
            Ok(Line::Checkpoint(line)) => {
                read.checkpoints += 1;
                auditor.checkpoint(&line.into());
            }
            Ok(Line::Signature(_)) if read.events > 0 => auditor.bad_line(number, "it stands behind events".to_owned()),
            Ok(Line::Signature(line)) => {
                read.signatures += 1;
                auditor.signature(&line.into());
            }
            Ok(Line::Event(line)) => {
                read.events += 1;
                auditor.event(&line.into());
            }
            Ok(Line::End(end)) => ended = Some(end),
            Ok(Line::RedlineLedger(_)) => auditor.bad_line(number, "a second export begins here".to_owned()),
            Err(error) => {
                auditor.bad_line(number, format!("it is not as it was written: {error}"));
                if let Some((chain, sequence)) = line::place(&line) {
                    read.events += 1;
                    auditor.unreadable_event(chain, sequence);
                }
            }
        }
    }
    match ended {
        _ if number == 0 => return Err(NoExport::Unknown("it is empty".to_owned())),
        None => auditor.bad_line(number, "the export was cut off after this line: its end is missing".to_owned()),
        Some(end) if end != read => auditor.bad_line(
            number,
            format!(
                "the export had {} heads, {} checkpoints, {} signatures and {} events, and now has {}, {}, {} and {}",
                end.heads, end.checkpoints, end.signatures, end.events, read.heads, read.checkpoints, read.signatures, read.events
            ),
        ),
        Some(_) => {}
    }
    let mut report = auditor.finish();
    (report.names, report.exported_at) = (names, exported_at);
    Ok(report)
}
