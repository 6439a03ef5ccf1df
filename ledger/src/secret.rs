//! The secret of a site (站点密钥), by which it knows again what it has given out itself, and hides what it keeps of addresses.

use hmac::{Hmac, KeyInit, Mac};
use redline_entity::site;
use sea_orm::{ConnectionTrait, EntityTrait, Set};
use sha2::Sha256;

use crate::{Context, Db, Error, Result, site::fact};

/// The name of the fact that it is. Reports by the public needed it first.
const SECRET: &str = "tips_secret";

/// The secret of a site.
pub struct Secret(Vec<u8>);

impl Secret {
    /// The secret, made when it is first needed.
    ///
    /// # Errors
    /// If the database fails, or holds something else by that name.
    pub async fn of(db: &impl ConnectionTrait, ctx: &Context) -> Result<Self> {
        if let Some(secret) = Self::known(db).await? {
            return Ok(secret);
        }
        let row = site::ActiveModel { name: Set(SECRET.to_owned()), value: Set(hex::encode(ctx.site.ids.bytes::<32>())) };
        site::Entity::insert(row).on_conflict_do_nothing_on([site::Column::Name]).exec_without_returning(db).await?;
        Self::known(db).await?.ok_or_else(|| Error::Inconsistent(format!("site.{SECRET} was written and is not there")))
    }

    /// The secret, for whoever is in no transaction: only the very first time of a site writes anything.
    ///
    /// # Errors
    /// If the database fails, or holds something else by that name.
    pub async fn ready(db: &Db, ctx: &Context) -> Result<Self> {
        if let Some(secret) = Self::known(db.read()).await? {
            return Ok(secret);
        }
        let txn = db.begin().await?;
        let secret = Self::of(&txn, ctx).await?;
        txn.commit().await?;
        Ok(secret)
    }

    /// The secret, if it was ever needed.
    ///
    /// # Errors
    /// If the database fails, or holds something else by that name.
    pub async fn known(db: &impl ConnectionTrait) -> Result<Option<Self>> {
        let Some(text) = fact(db, SECRET).await? else { return Ok(None) };
        hex::decode(text).map(|secret| Some(Self(secret))).map_err(|_| Error::Inconsistent(format!("site.{SECRET} is not hexadecimal")))
    }

    fn mac(&self, purpose: &str, text: &str) -> Result<Hmac<Sha256>> {
        let keyed = Hmac::<Sha256>::new_from_slice(&self.0).map_err(|_| Error::Inconsistent(format!("site.{SECRET} is no key")))?;
        Ok(keyed.chain_update(purpose).chain_update([0]).chain_update(text))
    }

    /// A keyed hash of a text for a purpose, as hexadecimal digits.
    ///
    /// # Errors
    /// If the secret is no key.
    pub fn hash(&self, purpose: &str, text: &str) -> Result<String> {
        Ok(hex::encode(self.mac(purpose, text)?.finalize().into_bytes()))
    }

    /// Whether that is the keyed hash of a text. It takes as long whatever is given.
    ///
    /// # Errors
    /// If the secret is no key.
    pub fn is_hash(&self, purpose: &str, text: &str, given: &str) -> Result<bool> {
        let given = hex::decode(given).unwrap_or_default();
        Ok(self.mac(purpose, text)?.verify_slice(&given).is_ok())
    }
}
