//! `redline rulebook` (方案): is it right, and what does it say?

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, Result};
use clap::Subcommand;
use redline_domain::{
    Rulebook, Word,
    rulebook::{Cadence, Phase, Rule, Step},
};
use redline_ledger::site::rulebook_text;

use super::{table::table, tell};

#[derive(Subcommand)]
pub enum Command {
    /// Tell every mistake (差错) in a rulebook file: line, what is wrong, what would be right
    Check {
        /// The rulebook, a TOML file
        file: PathBuf,
        /// The text of the notice (通知原文), in which every quotation must stand
        #[arg(long, value_name = "FILE")]
        notice: Option<PathBuf>,
    },
    /// Show a rulebook as a table: who owes what, how often, by when
    Show {
        /// The name of a rulebook in the program, or a file
        #[arg(default_value = "wushenzhao-2023")]
        name: String,
        /// As JSON, whole
        #[arg(long)]
        json: bool,
    },
}

/// Does it.
pub fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Check { file, notice } => check(file, notice.as_ref()),
        Command::Show { name, json } => show(name, *json),
    }
}

fn check(file: &PathBuf, notice: Option<&PathBuf>) -> Result<ExitCode> {
    let read = |file: &PathBuf| fs::read_to_string(file).with_context(|| file.display().to_string());
    let rulebook = match Rulebook::parse(&file.display().to_string(), &read(file)?) {
        Ok(rulebook) => rulebook,
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("{mistake}");
            }
            println!("{}", if mistakes.len() == 1 { "1 mistake".to_owned() } else { format!("{} mistakes", mistakes.len()) });
            return Ok(ExitCode::FAILURE);
        }
    };
    if let Some(notice) = notice {
        let text = read(notice)?;
        let missing = rulebook.check_quotations(&text);
        for rule in &missing {
            println!("{}: rule {}: this quotation does not stand in {}: {}", file.display(), rule.code, notice.display(), rule.quote);
        }
        if !missing.is_empty() {
            return Ok(ExitCode::FAILURE);
        }
    }
    println!(
        "{}: good. {}: {} phases, {} sectors, {} ladders, {} rules.",
        file.display(),
        rulebook.code,
        rulebook.phases.len(),
        rulebook.sectors.len(),
        rulebook.ladders.len(),
        rulebook.rules.len()
    );
    Ok(ExitCode::SUCCESS)
}

fn show(name: &str, json: bool) -> Result<ExitCode> {
    let text = rulebook_text(name)?;
    let rulebook = Rulebook::parse(name, &text).map_err(|mistakes| anyhow::anyhow!("{mistakes:?}"))?;
    tell(&if json { serde_json::to_string_pretty(&rulebook)? + "\n" } else { readable(&rulebook) })?;
    Ok(ExitCode::SUCCESS)
}

fn readable(rulebook: &Rulebook) -> String {
    let phase = |phase: &Phase| vec![format!("  {}", phase.code), format!("until {}", phase.until), phase.title.zh.clone(), phase.title.en.clone()];
    let phases: Vec<_> = rulebook.phases.iter().map(phase).collect();
    let high: Vec<&str> = rulebook.sectors.iter().filter(|sector| sector.high_hazard).map(|sector| sector.code.zh()).collect();
    let mut rules = vec![["  CODE", "CLAUSE", "DUTY", "WHO", "HOW OFTEN, BY WHEN", "LADDER"].map(str::to_owned).to_vec()];
    rules.extend(rulebook.rules.iter().map(line));
    let ladders: String =
        rulebook.ladders.iter().map(|ladder| format!("  {}: {}\n", ladder.code, ladder.steps.iter().map(step).collect::<Vec<_>>().join(" → "))).collect();
    [
        format!("{}\n{}\n{} – {}\n\n", rulebook.title.zh, rulebook.title.en, rulebook.begins_on, rulebook.ends_on),
        format!("Phases (阶段)\n{}\n", table(&phases)),
        format!("High-hazard sectors (高危行业领域): {}\n\n", high.join("、")),
        format!("Rules (条款)\n{}\n", table(&rules)),
        format!("Ladders (催办阶梯): days before the due date, working days after it\n{ladders}"),
    ]
    .concat()
}

fn line(rule: &Rule) -> Vec<String> {
    let traits: Vec<&str> = rule.applies.any_trait.iter().map(|wanted| wanted.zh()).collect();
    let who = if traits.is_empty() { rule.applies.kind.zh().to_owned() } else { format!("{}（{}）", rule.applies.kind.zh(), traits.join("或")) };
    let ladder = rule.ladder.clone().unwrap_or_else(|| "–".to_owned());
    vec![format!("  {}", rule.code), rule.clauses.join(", "), rule.title.zh.clone(), who, cadence(&rule.cadence), ladder]
}

fn cadence(cadence: &Cadence) -> String {
    match cadence {
        Cadence::Every { period, high_hazard, due_day_of_next_month } => {
            let high = high_hazard.map(|period| format!("（高危每{}）", period.zh())).unwrap_or_default();
            let due = due_day_of_next_month.map(|day| format!("，次月{day}日前")).unwrap_or_default();
            format!("每{}{high}{due}", period.zh())
        }
        Cadence::Once { dates } => {
            let date = |date: &redline_domain::rulebook::OnceDate| date.opens_on.map_or_else(|| date.by.to_string(), |from| format!("{from} – {}", date.by));
            format!("一次：{}", dates.iter().map(date).collect::<Vec<_>>().join("；"))
        }
        Cadence::EachPhase => "每阶段一次".to_owned(),
        Cadence::Event { on, days } => format!("{}{}", on.zh(), days.map(|days| format!("后{days}日内")).unwrap_or_default()),
        Cadence::Standing => "常态".to_owned(),
    }
}

fn step(step: &Step) -> String {
    let when = match (step.before, step.after) {
        (Some(days), _) => format!("−{days}"),
        (_, Some(days)) => format!("+{days}"),
        _ => "0".to_owned(),
    };
    let to: Vec<&str> = step.to.iter().map(|audience| audience.zh()).collect();
    let proposes = step.proposes.map(|proposal| format!("，建议{}", proposal.zh())).unwrap_or_default();
    format!("{when} {}{proposes}", to.join("、"))
}
