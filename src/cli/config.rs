//! `redline config` (配置).

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use redline_ledger::settings::SETTINGS;

use super::{Common, table::table, tell};

#[derive(Subcommand)]
pub enum Command {
    /// Show every setting, its value and where it came from; secrets are masked
    Show,
}

/// Shows the settings as they hold.
pub fn show(common: &Common) -> Result<ExitCode> {
    let loaded = common.load(&[])?;
    let mut rows = vec![["SETTING", "VALUE", "SOURCE"].map(str::to_owned).to_vec()];
    for setting in SETTINGS {
        let shown = loaded.shown(setting).unwrap_or_else(|| "(not set)".to_owned());
        rows.push(vec![setting.name.to_owned(), shown, loaded.origin(setting).to_string()]);
    }
    let end = format!("\nThe environment sets them too, e.g. {}. docs/operating.md says what each means.\n", SETTINGS[0].variable());
    tell(&(table(&rows) + &end))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use redline_ledger::settings::{Kind, SETTINGS};

    #[test]
    fn the_table_of_the_manual_is_the_one_in_the_program() {
        let mut table = "| Setting | Environment | Default | Meaning |\n|---|---|---|---|\n".to_owned();
        for setting in SETTINGS {
            let default = match (setting.default, setting.kind) {
                (None, _) => "not set".to_owned(),
                (Some(_), Kind::Files) => "none".to_owned(),
                (Some(default), _) => format!("`{default}`"),
            };
            table.push_str(&format!("| `{}` | `{}` | {default} | {} |\n", setting.name, setting.variable(), setting.meaning));
        }
        let manual = include_str!("../../docs/operating.md");
        assert!(manual.contains(&table), "docs/operating.md should hold this table:\n\n{table}");
    }
}
