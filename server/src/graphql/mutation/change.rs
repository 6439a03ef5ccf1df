//! One change in one transaction (事务): begun, carried out by the ledger, committed or taken back.

use async_graphql::{Context, SimpleObject};
use redline_domain::{Language, Refusal};
use redline_ledger::{self as ledger, signature::Confirmed};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    error::{Answer, Fault, not_found},
};

/// Why something asked for was not done (拒绝原因).
#[derive(Clone, Debug, SimpleObject)]
pub struct UserError {
    /// A stable code (代码).
    pub code: String,
    /// The path of the input field at fault, e.g. `plan.measures` (出错的字段).
    pub field: Option<String>,
    /// What is wrong and what would be right, in the language of the answer (说明).
    pub message: String,
    /// The clause of the notice that forbids it (条款).
    pub clause: Option<String>,
}

impl UserError {
    /// A refusal in a language.
    pub fn new(refusal: &Refusal, language: Language) -> Self {
        Self {
            code: refusal.code.to_owned(),
            field: refusal.field.clone(),
            message: refusal.message(language).to_owned(),
            clause: refusal.clause.map(str::to_owned),
        }
    }

    /// What a use case refused, in the language of the answer. What is unexpected stays an error.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub fn all(ctx: &Context<'_>, error: ledger::Error) -> Answer<Vec<Self>> {
        let refusals = match error {
            ledger::Error::Refused(refusals) => refusals,
            ledger::Error::NotFound => vec![not_found()],
            error => return Err(error.into()),
        };
        Ok(refusals.iter().map(|refusal| Self::new(refusal, ctx.language())).collect())
    }
}

/// A change under way.
pub struct Change<'a> {
    ctx: &'a Context<'a>,
    db: DatabaseTransaction,
    operation: &'static str,
    request_id: Option<String>,
    earlier: Earlier,
}

enum Earlier {
    None,
    Done(Uuid),
    Refused(ledger::Error),
}

impl<'a> Change<'a> {
    /// Begins a change. `operation` is the name of the mutation, `request_id` the client's name for this request.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for visitors.
    pub async fn begin(ctx: &'a Context<'a>, operation: &'static str, request_id: Option<String>) -> Answer<Self> {
        ctx.member()?;
        let db = ctx.asker().app.db.begin().await?;
        let earlier = match &request_id {
            None => Earlier::None,
            Some(id) => match ledger::request::earlier(&db, ctx.ledger(), id, operation).await {
                Ok(None) => Earlier::None,
                Ok(Some(id)) => Earlier::Done(id),
                Err(refused @ ledger::Error::Refused(_)) => Earlier::Refused(refused),
                Err(error) => return Err(error.into()),
            },
        };
        Ok(Self { ctx, db, operation, request_id, earlier })
    }

    /// The transaction.
    pub fn db(&self) -> &DatabaseTransaction {
        &self.db
    }

    /// Who asks and when.
    pub fn ctx(&self) -> &ledger::Context {
        self.ctx.ledger()
    }

    /// What came of the same request earlier, which is then not carried out again; or why its id cannot be used.
    pub fn earlier(&mut self) -> Option<ledger::Result<Uuid>> {
        match std::mem::replace(&mut self.earlier, Earlier::None) {
            Earlier::None => None,
            Earlier::Done(id) => {
                self.request_id = None;
                Some(Ok(id))
            }
            Earlier::Refused(error) => Some(Err(error)),
        }
    }

    /// Ends the change: committed if it was done, else taken back. Answers the identifier of what came of it, and the
    /// refusals.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn finish(self, outcome: ledger::Result<Uuid>) -> Answer<(Option<Uuid>, Vec<UserError>)> {
        match outcome {
            Ok(id) => {
                if let Some(request_id) = &self.request_id {
                    ledger::request::remember(&self.db, self.ctx.ledger(), request_id, self.operation, id).await?;
                }
                self.db.commit().await?;
                // What was read before the change is no longer so.
                self.ctx.loaders().forget();
                Ok((Some(id), Vec::new()))
            }
            Err(error) => {
                self.db.rollback().await?;
                Ok((None, UserError::all(self.ctx, error)?))
            }
        }
    }
}

/// That who asks gave the password again, for what is to be signed; or why not. It is slow by intent, and so asked for before the
/// transaction begins.
///
/// # Errors
/// `UNAUTHENTICATED` for visitors, `INTERNAL`.
pub async fn confirm(ctx: &Context<'_>, password: &str) -> Answer<Result<Confirmed, Vec<UserError>>> {
    ctx.member()?;
    match Confirmed::by_password(&ctx.asker().app.db, ctx.ledger(), password).await {
        Ok(confirmed) => Ok(Ok(confirmed)),
        Err(error) => Ok(Err(UserError::all(ctx, error)?)),
    }
}

/// A refusal as the only outcome, before any transaction.
///
/// # Errors
/// `INTERNAL`.
pub fn refused(ctx: &Context<'_>, fault: &Fault) -> Vec<UserError> {
    vec![UserError::new(fault.refusal(), ctx.language())]
}
