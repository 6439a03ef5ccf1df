//! Reading the settings from their sources, and telling where each came from.

use std::path::{Path, PathBuf};

use figment::{
    Figment, Metadata, Profile, Provider,
    error::Kind as Fault,
    providers::{Format, Toml},
    value::{Dict, Map, Value},
};

use super::{Kind, SETTINGS, Setting, Settings, check::check};

/// The file that is read if it is there and no other is named.
const FILE: &str = "redline.toml";

/// From where settings are read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file that was named by `--config`; it must be there. None: `redline.toml`, if it is there.
    pub file: Option<PathBuf>,
    /// The folder in which `redline.toml` is looked for; none: it is not.
    pub folder: Option<PathBuf>,
    /// The environment.
    pub environment: Vec<(String, String)>,
    /// What flags say: names of settings with values.
    pub flags: Vec<(String, String)>,
}

impl Sources {
    /// The sources of a program: the working folder, the process's environment, and what its command line says.
    pub fn of_process(file: Option<PathBuf>, flags: Vec<(String, String)>) -> Self {
        // A variable that is not UTF-8 is none of ours.
        let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect();
        Self { file, folder: Some(PathBuf::from(".")), environment, flags }
    }
}

/// The settings, and where each came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    values: Figment,
}

/// Where a setting came from (来源).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nothing was told.
    Default,
    /// That file.
    File(String),
    /// An environment variable.
    Environment,
    /// A flag.
    Flag,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(file) => write!(f, "file {file}"),
            Self::Environment => f.write_str("environment"),
            Self::Flag => f.write_str("flag"),
        }
    }
}

/// Why the settings cannot be used: a sentence for each mistake, naming the setting and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct BadSettings(pub Vec<String>);

/// Reads the settings.
///
/// # Errors
/// A sentence for each mistake that can be told.
pub fn load(sources: Sources) -> Result<Loaded, BadSettings> {
    let mut mistakes = Vec::new();
    let mut values = Figment::from(defaults());
    if let Some(file) = the_file(&sources, &mut mistakes) {
        values = values.merge(Toml::file_exact(file));
    }
    values = values.merge(environment(&sources.environment, &mut mistakes)).merge(flags(&sources.flags, &mut mistakes));
    if !mistakes.is_empty() {
        return Err(BadSettings(mistakes));
    }
    let host = values.extract_inner::<String>("mail.smtp.host").unwrap_or_default();
    let transport = if host.trim().is_empty() { "folder" } else { "smtp" };
    values = values.join(Layer::new("default").with("mail.transport", Value::from(transport)));
    let mut settings: Settings = values.extract().map_err(|error| BadSettings(error.into_iter().map(|fault| sentence(&fault)).collect()))?;
    check(&mut settings).map_err(BadSettings)?;
    Ok(Loaded { settings, values })
}

impl Loaded {
    /// Where a setting came from.
    pub fn origin(&self, setting: &Setting) -> Origin {
        match self.values.find_metadata(setting.name) {
            Some(metadata) if metadata.name == "environment" => Origin::Environment,
            Some(metadata) if metadata.name == "flag" => Origin::Flag,
            Some(metadata) => metadata.source.as_ref().map_or(Origin::Default, |source| {
                let file =
                    source.file_path().map_or_else(|| source.to_string(), |path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned());
                Origin::File(file)
            }),
            None => Origin::Default,
        }
    }

    /// What a setting is, as it may be shown: secrets are masked. None: it is not set.
    pub fn shown(&self, setting: &Setting) -> Option<String> {
        let text = plain(&self.values.find_value(setting.name).ok()?);
        Some(match setting.kind {
            Kind::Secret => "****".to_owned(),
            Kind::Url => crate::db::redacted(&text),
            _ => text,
        })
    }
}

/// A value as a person would write it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(_, text) => text.clone(),
        Value::Bool(_, switch) => switch.to_string(),
        Value::Num(_, number) => {
            number.to_i128().map(|number| number.to_string()).or_else(|| number.to_u128().map(|number| number.to_string())).unwrap_or_default()
        }
        Value::Array(_, items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        _ => String::new(),
    }
}

fn the_file(sources: &Sources, mistakes: &mut Vec<String>) -> Option<PathBuf> {
    match (&sources.file, &sources.folder) {
        (Some(file), _) if file.is_file() => Some(absolute(file)),
        (Some(file), _) => {
            mistakes.push(format!("--config {}: there is no such file", file.display()));
            None
        }
        (None, Some(folder)) => Some(absolute(&folder.join(FILE))).filter(|file| file.is_file()),
        (None, None) => None,
    }
}

/// A path that begins at the root, so that no parent folder is searched.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn defaults() -> Layer {
    let mut layer = Layer::new("default");
    for setting in SETTINGS {
        if let Some(value) = setting.default.and_then(|default| read(setting, default).ok()) {
            layer.set(setting.name, value);
        }
    }
    layer
}

fn environment(variables: &[(String, String)], mistakes: &mut Vec<String>) -> Layer {
    let mut layer = Layer::new("environment");
    // Variables without the double underscore are not ours: a deployment may have its own that begin alike.
    for (name, value) in variables.iter().filter(|(name, _)| name.starts_with("REDLINE_") && name.contains("__")) {
        match SETTINGS.iter().find(|setting| setting.variable() == *name) {
            Some(setting) => layer.take(setting, value, name, mistakes),
            None => mistakes.push(format!("{name}: there is no such setting; `redline config show` lists them")),
        }
    }
    layer
}

fn flags(flags: &[(String, String)], mistakes: &mut Vec<String>) -> Layer {
    let mut layer = Layer::new("flag");
    for (name, value) in flags {
        match SETTINGS.iter().find(|setting| setting.name == name) {
            Some(setting) => layer.take(setting, value, name, mistakes),
            None => mistakes.push(format!("{name}: there is no such setting; `redline config show` lists them")),
        }
    }
    layer
}

/// Reads a text as what a setting takes. Texts stay texts, so that a password of digits is one.
fn read(setting: &Setting, text: &str) -> Result<Value, ()> {
    Ok(match setting.kind {
        Kind::Text | Kind::Secret | Kind::Url | Kind::Choice(_) => Value::from(text),
        Kind::Number => Value::from(text.trim().parse::<u64>().map_err(drop)?),
        Kind::Switch => Value::from(text.trim().parse::<bool>().map_err(drop)?),
        Kind::Files => Value::from(text.split(',').map(str::trim).filter(|file| !file.is_empty()).map(str::to_owned).collect::<Vec<_>>()),
    })
}

fn sentence(error: &figment::Error) -> String {
    let path = error.path.join(".");
    let place =
        error.metadata.as_ref().and_then(|metadata| metadata.source.as_ref()?.file_path()).map(|path| format!("{}: ", path.display())).unwrap_or_default();
    match &error.kind {
        Fault::UnknownField(field, known) => {
            let name = if path.is_empty() || path == *field || path.ends_with(&format!(".{field}")) { field.clone() } else { format!("{path}.{field}") };
            format!("{place}{name}: there is no such setting; known here: {}", known.join(", "))
        }
        kind => match SETTINGS.iter().find(|setting| setting.name == path) {
            Some(setting) => format!("{place}{path}: {kind}; right would be {}", setting.right()),
            None if path.is_empty() => format!("{place}{kind}"),
            None => format!("{place}{path}: {kind}"),
        },
    }
}

/// One source of settings.
struct Layer {
    name: &'static str,
    values: Vec<(String, Value)>,
}

impl Layer {
    fn new(name: &'static str) -> Self {
        Self { name, values: Vec::new() }
    }

    fn set(&mut self, name: &str, value: Value) {
        self.values.push((name.to_owned(), value));
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.set(name, value);
        self
    }

    fn take(&mut self, setting: &Setting, text: &str, place: &str, mistakes: &mut Vec<String>) {
        match read(setting, text) {
            Ok(value) => self.set(setting.name, value),
            Err(()) => mistakes.push(format!("{place} is \"{text}\"; right would be {}", setting.right())),
        }
    }
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name)
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        let mut dict = Dict::new();
        for (name, value) in &self.values {
            put(&mut dict, name, value.clone());
        }
        Ok(Profile::Default.collect(dict))
    }
}

/// Puts a value at a dotted name.
fn put(dict: &mut Dict, name: &str, value: Value) {
    match name.split_once('.') {
        None => drop(dict.insert(name.to_owned(), value)),
        Some((group, rest)) => {
            let inner = dict.entry(group.to_owned()).or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
