//! An imported criterion (判定标准): it adds to those in the program, or stands in place of the one with its code.

use redline_domain::Sector;
use sea_orm::entity::prelude::*;

/// An imported criterion (判定标准): it adds to those in the program, or stands in place of the one with its code.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "criterion")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code: standard/article/item.
    #[sea_orm(unique, column_type = "Text")]
    pub code: String,
    /// The code of the standard.
    #[sea_orm(column_type = "Text")]
    pub standard: String,
    /// The title of the standard.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The number of the document that issued it.
    #[sea_orm(column_type = "Text")]
    pub document_number: String,
    /// The first day on which it is in force.
    pub effective_from: Date,
    /// The last one; none: until further notice.
    pub effective_to: Option<Date>,
    /// The standard or criterion that takes its place.
    #[sea_orm(column_type = "Text", nullable)]
    pub superseded_by: Option<String>,
    /// The article, where the standard has articles.
    #[sea_orm(column_type = "Text", nullable)]
    pub article: Option<String>,
    /// The item.
    #[sea_orm(column_type = "Text")]
    pub item: String,
    /// The branch as the standard names it.
    #[sea_orm(column_type = "Text")]
    pub sector_name: String,
    /// The sector of the campaign.
    pub sector: Option<Sector>,
    /// Its words.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// To whom or when it applies.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Where it stood in its file, from 1.
    pub ordinal: i32,
}

impl ActiveModelBehavior for ActiveModel {}
