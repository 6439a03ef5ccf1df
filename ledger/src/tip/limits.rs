//! How often an address may report, add, and guess wrong in an hour (频次限制), and how many reports a site takes in all.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{DateTime, Duration, Utc};
use redline_domain::Refusal;
use redline_entity::tip_attempt;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::{Address, CLAUSE, proof::Secret};
use crate::{Context, Result};

/// Within which the number is limited.
const SPAN: Duration = Duration::hours(1);

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
    let of_address = [hidden(ctx, secret, address, ctx.now)?, hidden(ctx, secret, address, ctx.now - SPAN)?];
    let by_address = last_but(db, ctx, deed, limits.per_address_per_hour, Some(&of_address)).await?;
    let by_all = match deed {
        Deed::Submitted => last_but(db, ctx, deed, limits.per_hour, None).await?,
        Deed::Added | Deed::WrongReceipt => None,
    };
    let Some(again) = by_address.max(by_all).map(|at| at + SPAN) else { return Ok(()) };
    // The next whole minute: what is told as "from 10:05 on" holds at 10:05.
    let again = (again + Duration::seconds(59)).with_timezone(&ctx.site.zone.0).format("%H:%M");
    let zh = format!("提交或查询过于频繁，请于 {again} 以后再试。");
    let en = format!("This was done too often within an hour; try again from {again} on.");
    Err(Refusal::new("TOO_MANY_TIPS", zh, en).clause(CLAUSE).into())
}

/// When the deed was done that makes `limit` of them within the last hour; none: there are fewer.
async fn last_but(db: &impl ConnectionTrait, ctx: &Context, deed: Deed, limit: u64, of: Option<&[String]>) -> Result<Option<DateTime<Utc>>> {
    let mut select = tip_attempt::Entity::find()
        .select_only()
        .column(tip_attempt::Column::At)
        .filter(tip_attempt::Column::Kind.eq(deed.code()))
        .filter(tip_attempt::Column::At.gt(ctx.now - SPAN))
        .order_by_desc(tip_attempt::Column::At);
    if let Some(addresses) = of {
        select = select.filter(tip_attempt::Column::AddressHash.is_in(addresses));
    }
    Ok(select.offset(limit.saturating_sub(1)).limit(1).into_tuple().one(db).await?)
}

/// Writes down that it was done; what is too old to count is forgotten.
pub(super) async fn note(db: &impl ConnectionTrait, ctx: &Context, secret: &Secret, deed: Deed, address: Address) -> Result<()> {
    tip_attempt::Entity::delete_many().filter(tip_attempt::Column::At.lte(ctx.now - SPAN)).exec(db).await?;
    let row = tip_attempt::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(deed.code().to_owned()),
        address_hash: Set(hidden(ctx, secret, address, ctx.now)?),
        at: Set(ctx.now),
    };
    row.insert(db).await?;
    Ok(())
}

/// An address as it is kept: hashed with the site's secret and the day, so that nobody learns it and no two days can be put together.
fn hidden(ctx: &Context, secret: &Secret, address: Address, at: DateTime<Utc>) -> Result<String> {
    let network = address.map_or_else(|| "unknown".to_owned(), |address| network(address).to_string());
    secret.hash("address", &format!("{} {network}", ctx.site.zone.date(at)))
}

/// The network that counts as one address: of IPv6 the first half, since a household has all of the second.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_counts_as_one_address() {
        let of = |text: &str| network(text.parse().expect("an address")).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }
}
