//! How often an address may report, add, and guess wrong in an hour (频次限制), and how many reports a site takes in all.

use redline_domain::Refusal;
use sea_orm::ConnectionTrait;

use super::CLAUSE;
use crate::{
    Context, Result,
    attempt::{self, Address},
    secret::Secret,
};

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// A report was made.
    Submitted,
    /// Something was added to one.
    Added,
    /// A receipt code was given that is none.
    WrongReceipt,
}

impl Deed {
    fn code(self) -> &'static str {
        match self {
            Self::Submitted => "SUBMITTED",
            Self::Added => "ADDED",
            Self::WrongReceipt => "WRONG_RECEIPT",
        }
    }
}

/// Goes on only if this may be done once more now.
///
/// # Errors
/// `TOO_MANY_TIPS`, which says when to try again.
pub(super) async fn check(db: &impl ConnectionTrait, ctx: &Context, secret: &Secret, deed: Deed, address: Address) -> Result<()> {
    let limits = ctx.site.tips;
    let of_address = attempt::hidden(ctx, secret, address)?;
    let by_address = attempt::again(db, ctx, deed.code(), limits.per_address_per_hour, Some(&of_address)).await?;
    let by_all = match deed {
        Deed::Submitted => attempt::again(db, ctx, deed.code(), limits.per_hour, None).await?,
        Deed::Added | Deed::WrongReceipt => None,
    };
    let Some(again) = by_address.max(by_all) else { return Ok(()) };
    let again = attempt::worded(ctx, again);
    let zh = format!("提交或查询过于频繁，请于 {again} 以后再试。");
    let en = format!("This was done too often within an hour; try again from {again} on.");
    Err(Refusal::new("TOO_MANY_TIPS", zh, en).clause(CLAUSE).into())
}

/// Writes down that it was done.
pub(super) async fn note(db: &impl ConnectionTrait, ctx: &Context, secret: &Secret, deed: Deed, address: Address) -> Result<()> {
    let [today, _] = attempt::hidden(ctx, secret, address)?;
    attempt::note(db, ctx, deed.code(), today).await?;
    Ok(())
}
