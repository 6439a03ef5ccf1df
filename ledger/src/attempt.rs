//! What may be done so often in an hour (频次): who did it is kept as a keyed hash, and forgotten when it no longer counts.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{DateTime, Duration, Utc};
use redline_entity::attempt;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::{Context, Result, secret::Secret};

/// Within which the number is limited.
pub const SPAN: Duration = Duration::hours(1);

/// From where somebody asks; none: not known. It is kept as a keyed hash only.
pub type Address = Option<IpAddr>;

/// From when on it may be done again, after `limit` times within the last hour; none: it may now. Without hashes, all who did it count
/// together.
///
/// # Errors
/// If the database fails.
pub async fn again(db: &impl ConnectionTrait, ctx: &Context, kind: &str, limit: u64, who: Option<&[String]>) -> Result<Option<DateTime<Utc>>> {
    let mut select = attempt::Entity::find()
        .select_only()
        .column(attempt::Column::At)
        .filter(attempt::Column::Kind.eq(kind))
        .filter(attempt::Column::At.gt(ctx.now - SPAN))
        .order_by_desc(attempt::Column::At);
    if let Some(who) = who {
        select = select.filter(attempt::Column::WhoHash.is_in(who));
    }
    let last: Option<DateTime<Utc>> = select.offset(limit.saturating_sub(1)).limit(1).into_tuple().one(db).await?;
    Ok(last.map(|at| at + SPAN))
}

/// Writes down that it was done, and answers by which row; what is too old to count is forgotten.
///
/// # Errors
/// If the database fails.
pub async fn note(db: &impl ConnectionTrait, ctx: &Context, kind: &str, who_hash: String) -> Result<Uuid> {
    attempt::Entity::delete_many().filter(attempt::Column::At.lte(ctx.now - SPAN)).exec(db).await?;
    let row = attempt::ActiveModel { id: Set(ctx.id()), kind: Set(kind.to_owned()), who_hash: Set(who_hash), at: Set(ctx.now) };
    Ok(row.insert(db).await?.id)
}

/// Takes back what was written down of what does not count after all.
///
/// # Errors
/// If the database fails.
pub async fn forget(db: &impl ConnectionTrait, rows: impl IntoIterator<Item = Uuid>) -> Result<()> {
    attempt::Entity::delete_many().filter(attempt::Column::Id.is_in(rows)).exec(db).await?;
    Ok(())
}

/// An address on that day and on the one before the last hour, as they are kept: hashed with the site's secret and the day, so that nobody
/// learns it and no two days can be put together.
///
/// # Errors
/// If the secret is no key.
pub fn hidden(ctx: &Context, secret: &Secret, address: Address) -> Result<[String; 2]> {
    let of = |at: DateTime<Utc>| secret.hash("address", &format!("{} {}", ctx.site.zone.date(at), network(address)));
    Ok([of(ctx.now)?, of(ctx.now - SPAN)?])
}

/// The network that counts as one address: of IPv6 the first half, since a household has all of the second.
pub fn network(address: Address) -> String {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).to_string(),
        Some(IpAddr::V4(address)) => address.to_string(),
        None => "unknown".to_owned(),
    }
}

/// A moment from which on something may be done again, in words: the next whole minute, so that what is told as "from 10:05" holds then.
pub fn worded(ctx: &Context, again: DateTime<Utc>) -> String {
    (again + Duration::seconds(59)).with_timezone(&ctx.site.zone.0).format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_counts_as_one_address() {
        let of = |text: &str| network(Some(text.parse().expect("an address")));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }
}
