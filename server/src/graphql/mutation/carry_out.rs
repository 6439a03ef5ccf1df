//! What every mutation of the ledger does around its use case.

use async_graphql::ID;
use redline_domain::ids::Noun;
use redline_ledger as ledger;
use uuid::Uuid;

use crate::graphql::id;

/// Carries out a use case in one transaction, or, for a repeated request, answers what came of the first one. The body answers
/// the identifier of what came of it; `?` in it takes the change back and tells the person why. Evaluates to that identifier,
/// if it was done, and the refusals.
macro_rules! carry_out {
    ($ctx:expr, $operation:literal, $request:expr, |$db:ident, $ledger:ident| $body:block) => {{
        let mut change = $crate::graphql::mutation::Change::begin($ctx, $operation, $request).await?;
        let outcome: ::redline_ledger::Result<::uuid::Uuid> = match change.earlier() {
            Some(earlier) => earlier,
            None => {
                let ($db, $ledger) = (change.db(), change.ctx());
                async { $body }.await
            }
        };
        change.finish(outcome).await?
    }};
}

/// Declares the payload of a change: the thing as it now is, and why it was refused.
macro_rules! payload {
    ($(#[$doc:meta])* $name:ident { $(#[$thing_doc:meta])* $field:ident: $thing:ident }) => {
        $(#[$doc])*
        #[derive(::async_graphql::SimpleObject)]
        pub struct $name {
            $(#[$thing_doc])*
            $field: Option<$thing>,
            /// Why it was refused (拒绝原因).
            user_errors: Vec<$crate::graphql::mutation::UserError>,
        }

        impl $name {
            async fn of(
                ctx: &::async_graphql::Context<'_>,
                (id, user_errors): (Option<::uuid::Uuid>, Vec<$crate::graphql::mutation::UserError>),
            ) -> $crate::graphql::error::Answer<Self> {
                let $field = match id {
                    Some(id) => $thing::find(ctx, id).await?,
                    None => None,
                };
                Ok(Self { $field, user_errors })
            }
        }
    };
}

pub(crate) use carry_out;
pub(crate) use payload;

/// Takes an identifier out of an input. One that is none is refused like everything else that is wrong with an input.
pub fn given(noun: Noun, id: &ID, field: &str) -> ledger::Result<Uuid> {
    id::take(noun, id, field).map_err(|fault| fault.refusal().clone().into())
}

/// Takes an identifier that may be missing.
pub fn given_optional(noun: Noun, id: Option<&ID>, field: &str) -> ledger::Result<Option<Uuid>> {
    id.map(|id| given(noun, id, field)).transpose()
}

/// Takes identifiers, in the order in which they are given.
pub fn given_all(noun: Noun, ids: &[ID], field: &str) -> ledger::Result<Vec<Uuid>> {
    ids.iter().map(|id| given(noun, id, field)).collect()
}
