//! What is asked for (请求), by whichever way it came, and how it is carried out.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use async_graphql::{ErrorExtensionValues, Request, Response as Answered, ServerError, Variables, parser::types::OperationType};
use futures::StreamExt;
use redline_domain::{Language, Refusal};
use redline_ledger::passing::PAUSES;
use serde::Deserialize;

use super::{
    Shared, meant,
    order::{Asks, Order},
};
use crate::{
    door::{self, Guest},
    graphql::{
        ask::{Access, Asker},
        error::BUSY,
    },
    guard,
    live::Watch,
    loaders::Loaders,
};

/// How long a request may take.
pub(super) const TIME_OUT: Duration = Duration::from_secs(10);

/// A change is tried again within this time: whoever waited for a lock has waited long enough.
const TRYING: Duration = Duration::from_secs(2);

/// A request.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Asked {
    query: Option<String>,
    #[serde(rename = "operationName")]
    operation_name: Option<String>,
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    /// What clients send besides; of it only the wish for a document that was sent before is looked at.
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

impl Asked {
    /// Whether it may go to the parser: a code and a sentence if not.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        let document = self.query.as_deref().filter(|query| !query.trim().is_empty());
        let document = document.ok_or_else(|| match self.extensions.as_ref().and_then(|extensions| extensions.get("persistedQuery")) {
            // What their clients understand: they send the whole document then.
            Some(_) => ("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported".to_owned()),
            None => ("BAD_REQUEST", "The request has no `query`.".to_owned()),
        })?;
        guard::check(document).map_err(|refused| (refused.code(), refused.to_string()))?;
        // Not every database can keep it, and no text that somebody means has it.
        if document.contains("\\u0000") || self.variables.iter().flat_map(serde_json::Map::values).any(has_nul) {
            return Err(("BAD_REQUEST", "A text in the request has the character U+0000; leave it out.".to_owned()));
        }
        Ok(())
    }

    /// What it asks for.
    ///
    /// # Errors
    /// Why it may not go to the parser, or is not understood there.
    pub fn asks(&self) -> Result<Asks, Box<ServerError>> {
        self.check().map_err(|(code, sentence)| error(code, sentence))?;
        let (_, order) = self.parsed()?;
        Ok(order.asks())
    }

    fn parsed(&self) -> Result<(Request, Order), Box<ServerError>> {
        let document = self.query.as_deref().unwrap_or_default();
        let mut request = Request::new(document);
        if let Some(variables) = &self.variables {
            request = request.variables(Variables::from_json(serde_json::Value::Object(variables.clone())));
        }
        if let Some(name) = &self.operation_name {
            request = request.operation_name(name);
        }
        let parsed = request.parsed_query().map_err(|error| Box::new(syntax_error(document, &error)))?;
        if guard::goes_too_far(parsed) {
            return Err(Box::new(error("DOCUMENT_TOO_LARGE", "A question about the schema has at most three lists of types within one another.")));
        }
        if guard::come_to_too_much(parsed, self.variables.as_ref()) {
            let sentence = format!("The variables come to more than {} values at all the places where they are used.", guard::MOST_VALUES);
            return Err(Box::new(error("DOCUMENT_TOO_LARGE", sentence)));
        }
        let order = Order::of(parsed, self.operation_name.as_deref());
        if let Some(alone) = meant::alone(parsed, self.operation_name.as_deref()) {
            request.set_parsed_query(alone);
        }
        Ok((request, order))
    }
}

fn has_nul(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(list) => list.iter().any(has_nul),
        serde_json::Value::Object(map) => map.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
        _ => false,
    }
}

/// Carries out a question or change, and again where the database took its only change back because another one stood in its way. Of
/// several changes the earlier ones were made, so they are not sent again.
pub(super) async fn persist(shared: &Shared, asker: Asker, asked: &Asked) -> (Option<Asks>, Answered) {
    let begun = Instant::now();
    for pause in PAUSES {
        let (asks, answered) = execute(shared, asker.clone(), asked).await;
        let taken_back = |error: &ServerError| error.path.len() == 1 && code_of(error) == Some(BUSY);
        let alone = asks.is_some_and(|asks| asks.fields == 1);
        if !alone || begun.elapsed() > TRYING || !answered.errors.iter().any(taken_back) {
            return (asks, answered);
        }
        tokio::time::sleep(pause).await;
    }
    execute(shared, asker, asked).await
}

/// Carries out a request, and says what it asked for; none: it could not even be parsed.
async fn execute(shared: &Shared, asker: Asker, asked: &Asked) -> (Option<Asks>, Answered) {
    let (request, order) = match asked.parsed() {
        Ok(parsed) => parsed,
        Err(error) => return (None, Answered::from_errors(vec![*error])),
    };
    let asks = order.asks();
    if asks.kind == OperationType::Subscription {
        return (None, Answered::from_errors(vec![error("BAD_REQUEST", "Subscriptions are had by a WebSocket, at /graphql.")]));
    }
    let language = asker.language;
    let changes = asks.kind == OperationType::Mutation;
    if changes && asker.access == (Access::Key { may_write: false }) {
        let refusal = Refusal::new("KEY_READS_ONLY", "此接口密钥只能查询，不能修改。", "This key only reads; right would be one that may write.");
        let mut forbidden = error("FORBIDDEN", refusal.message(language));
        forbidden.extensions.get_or_insert_default().set("reason", refusal.code);
        return (None, Answered::from_errors(vec![forbidden]));
    }
    let guest = Guest::of(asker.ctx.actor.person, asker.address);
    if let Err(refusal) = shared.app.door.count(&guest, asks.fields, changes) {
        return (None, Answered::from_errors(vec![error(refusal.code, refusal.message(language))]));
    }
    if shared.app.door.known_documents_only && !matches!(asker.access, Access::Key { .. }) && !door::is_known(asked.query.as_deref().unwrap_or_default()) {
        let en = "This site takes requests of its own pages only; right would be to ask with a key.";
        let refusal = Refusal::new("DOCUMENT_NOT_TRUSTED", "本站只接受页面自带的请求；程序请使用接口密钥。", en);
        return (None, Answered::from_errors(vec![error(refusal.code, refusal.message(language))]));
    }
    let loaders = Loaders::new(asker.app.db.clone(), asker.ctx.clone());
    let request = request.data(Arc::clone(&loaders)).data(asker);
    let mut answered = loaders.drive(shared.api.execute(request)).await;
    order.arrange(&mut answered.data);
    tell(&mut answered, language);
    (Some(asks), answered)
}

/// Puts changes to a subscription: one answer for each thing that it is to be told of, and those that say that it cannot be.
pub(super) async fn deliver(shared: &Shared, asker: Asker, asked: &Asked, watch: Arc<Watch>) -> Vec<Answered> {
    let (request, order) = match asked.parsed() {
        Ok(parsed) => parsed,
        Err(error) => return vec![Answered::from_errors(vec![*error])],
    };
    let language = asker.language;
    let loaders = Loaders::new(asker.app.db.clone(), asker.ctx.clone());
    let request = request.data(Arc::clone(&loaders)).data(asker).data(watch);
    let mut answers: Vec<Answered> = loaders.drive(shared.api.execute_stream(request).collect()).await;
    for answered in &mut answers {
        order.arrange(&mut answered.data);
        tell(answered, language);
    }
    answers
}

/// Whether anything was carried out: there are data, or a place in the data where it failed.
pub(super) fn carried_out(answered: &Answered) -> bool {
    answered.data != async_graphql::Value::Null || answered.errors.iter().any(|error| !error.path.is_empty())
}

/// That it took too long.
pub(super) fn too_long() -> Refusal {
    let seconds = TIME_OUT.as_secs();
    let en = format!("The request took longer than {seconds} seconds and was given up.");
    Refusal::new("TIMEOUT", format!("请求处理超过 {seconds} 秒，已放弃。"), en)
}

/// An error about the request as a whole.
pub(super) fn error(of: &'static str, message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    error.extensions = Some(code(of));
    error
}

/// The code of an error.
pub(super) fn code_of(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        async_graphql::Value::String(code) => Some(code),
        _ => None,
    }
}

/// A parse error in GraphQL's words: what stands where something else was expected.
fn syntax_error(document: &str, error: &ServerError) -> ServerError {
    let message = match error.locations.first() {
        // Errors about the document as a whole have a sentence of their own; those of the grammar a picture of many lines.
        Some(at) if error.message.contains('\n') => {
            let rest = document
                .lines()
                .nth(at.line.saturating_sub(1))
                .map(|line| line.chars().skip(at.column.saturating_sub(1)).collect::<String>())
                .unwrap_or_default();
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').take(40).collect();
            let found = if word.is_empty() { rest.chars().next().map(String::from) } else { Some(word) };
            found.map_or_else(|| "Syntax Error: Unexpected end of line.".to_owned(), |found| format!("Syntax Error: Unexpected \"{found}\"."))
        }
        _ => format!("Syntax Error: {}", error.message.lines().next().unwrap_or_default()),
    };
    let mut told = ServerError::new(message, error.locations.first().copied());
    told.extensions = Some(code("GRAPHQL_PARSE_FAILED"));
    told
}

fn code(code: &str) -> ErrorExtensionValues {
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("code", code);
    extensions
}

/// Puts errors into the language of the answer, and gives every error a code.
fn tell(answered: &mut Answered, language: Language) {
    for error in &mut answered.errors {
        if let Some(refusal) = error.source::<Refusal>() {
            error.message = refusal.message(language).to_owned();
        }
        let extensions = error.extensions.get_or_insert_default();
        if extensions.get("code").is_none() {
            // With a path it was an argument that could not be read, else the document does not fit the schema.
            extensions.set("code", if error.path.is_empty() { "GRAPHQL_VALIDATION_FAILED" } else { "BAD_USER_INPUT" });
        }
    }
}
