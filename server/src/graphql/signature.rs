//! Signatures (签名) in the API.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{SigningMethod, ids::Noun};
use redline_entity::signature;
use redline_ledger::signature::is_intact;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id, person::Person},
    loaders::records::{SignaturesOf, WhoKey},
};

/// A signature (签名): who signed what, as what, when. What is signed is sealed.
pub struct Signature(pub signature::Model);

impl Signature {
    /// The signatures of a thing that the person may see, the first one first.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn all_of(ctx: &Context<'_>, subject: Uuid) -> Answer<Vec<Self>> {
        let rows = ctx.loaders().one(SignaturesOf(subject)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Self).collect())
    }
}

/// A signature (签名): who signed what, as what, when. What is signed is sealed.
#[Object]
impl Signature {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::Signature, self.0.id)
    }

    /// What was done by it, e.g. `INSPECTION_SIGNED` (签署事项).
    async fn act(&self) -> &str {
        &self.0.act
    }

    /// The signer's name; none: the program itself (签名人).
    async fn signer_name(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        match (&self.0.signer_name, self.0.signer_id) {
            (Some(name), _) => Ok(Some(name.clone())),
            (None, Some(person)) => Ok(ctx.loaders().one(WhoKey(person)).await?.map(|who| who.name.clone())),
            (None, None) => Ok(None),
        }
    }

    /// The positions that the signer held at that time, in words; they stay when the signer leaves (签名时职务).
    async fn signed_as(&self) -> Option<&str> {
        self.0.signed_as.as_deref()
    }

    /// The signer, if one may see him or her (签名人员).
    async fn signer(&self, ctx: &Context<'_>) -> Answer<Option<Person>> {
        match self.0.signer_id {
            Some(person) => Person::find(ctx, person).await,
            None => Ok(None),
        }
    }

    /// When it was signed (签名时间).
    async fn signed_at(&self) -> DateTime<Utc> {
        self.0.signed_at
    }

    /// How the signer proved who he or she is (验证方式).
    async fn method(&self) -> SigningMethod {
        self.0.method
    }

    /// What was signed, as canonical JSON by RFC 8785 (签署内容).
    async fn content(&self) -> &str {
        &self.0.content
    }

    /// The SHA-256 of `content`, in hexadecimal digits (校验值).
    async fn hash(&self) -> &str {
        &self.0.hash
    }

    /// Whether the signature itself is as it was made: its content has its hash, and it says the same beside it (签名完好).
    async fn intact(&self) -> bool {
        is_intact(&self.0)
    }
}
