//! Short lists of words, and what else is kept as JSON in one column.

use redline_domain::{InspectionMode, InspectionScope, Sector, Tale, Trait, chain::Heads, contacts::Contacts};
use sea_orm::{FromJsonQueryResult, prelude::Uuid};
use serde::{Deserialize, Serialize};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident of $word:ty;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
        #[serde(transparent)]
        pub struct $name(pub Vec<$word>);

        impl From<Vec<$word>> for $name {
            fn from(words: Vec<$word>) -> Self {
                Self(words)
            }
        }
    )+};
}

lists! {
    /// Sectors (行业领域).
    Sectors of Sector;
    /// Traits (特征).
    Traits of Trait;
    /// Modes of an inspection (检查方式).
    Modes of InspectionMode;
    /// Scopes of an inspection (检查范围).
    Scopes of InspectionScope;
    /// People, by their keys (人员).
    People of Uuid;
}

/// The heads of all chains as a checkpoint sealed them (封存的链头).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct SealedHeads(pub Heads);

/// What a notice tells in its own words (通知内容).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Told(pub Tale);

/// The contacts of an organ (联系人回执).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct ContactSheet(pub Contacts);
