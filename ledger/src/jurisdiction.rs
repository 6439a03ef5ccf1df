//! Jurisdictions (辖区): the tree county › town › village, which scopes who sees what.

use redline_domain::{
    JurisdictionKind, OrganizationKind, Refusal, Word,
    ids::Noun,
    permission::{Action, Subject},
};
use redline_entity::jurisdiction;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::{
    Context, Result,
    event::{self, NewEvent},
};

/// A jurisdiction before being recorded.
#[derive(Clone, Debug)]
pub struct NewJurisdiction {
    /// The path of the one above; none for a county.
    pub parent: Option<String>,
    /// Its name.
    pub name: String,
    /// Its own part of the path: small Latin letters, digits and hyphens.
    pub code: String,
}

/// Records a jurisdiction: a county, or one level below another.
///
/// # Errors
/// `BAD_NAME`, `BAD_CODE`, `UNKNOWN_JURISDICTION`, `NOTHING_BELOW`, `CODE_TAKEN`.
pub async fn create(db: &impl ConnectionTrait, ctx: &Context, new: NewJurisdiction) -> Result<jurisdiction::Model> {
    let (name, code) = (new.name.trim().to_owned(), new.code.trim().to_owned());
    let above = match &new.parent {
        Some(path) => Some(
            at(db, path)
                .await?
                .ok_or_else(|| Refusal::new("UNKNOWN_JURISDICTION", "没有这个上级辖区。", "There is no such jurisdiction above.").field("parentPath"))?,
        ),
        None => None,
    };
    let path = format!("{}{code}/", above.as_ref().map_or("/", |above| above.path.as_str()));
    let id = ctx.id();
    ctx.allow(Action::ManageOrganization, &Subject { organization: id, kind: OrganizationKind::Village, village: None, jurisdiction: &path, sectors: &[] })?;
    let mut refusals = Vec::new();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        refusals.push(Refusal::new("BAD_NAME", "辖区名称应为 1 至 100 个字符。", "A name has 1 to 100 characters.").field("name"));
    }
    if code.is_empty() || code.len() > 40 || !code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        refusals.push(
            Refusal::new(
                "BAD_CODE",
                "辖区代码应为 1 至 40 个小写字母、数字或连字符，例如 wulantu。",
                "A code has 1 to 40 small letters, digits or hyphens, such as wulantu.",
            )
            .field("code"),
        );
    }
    let kind = match above.as_ref().map(|above| above.kind) {
        None => JurisdictionKind::County,
        Some(JurisdictionKind::County) => JurisdictionKind::Town,
        Some(JurisdictionKind::Town) => JurisdictionKind::Village,
        Some(lowest @ JurisdictionKind::Village) => {
            refusals.push(
                Refusal::new("NOTHING_BELOW", format!("“{}”以下不再设辖区。", lowest.zh()), format!("There is no level below this one ({}).", lowest.en()))
                    .field("parentPath"),
            );
            lowest
        }
    };
    if at(db, &path).await?.is_some() {
        refusals.push(Refusal::new("CODE_TAKEN", "同级辖区已使用该代码，请换一个。", "A neighbour already has this code; choose another.").field("code"));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let row = jurisdiction::ActiveModel { id: Set(id), parent_id: Set(above.map(|above| above.id)), kind: Set(kind), name: Set(name), path: Set(path) };
    let jurisdiction = row.insert(db).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(None, Noun::Jurisdiction, id, "JURISDICTION_CREATED", json!({ "name": jurisdiction.name, "path": jurisdiction.path })),
    )
    .await?;
    Ok(jurisdiction)
}

/// The jurisdiction at a path.
///
/// # Errors
/// If the database fails.
pub async fn at(db: &impl ConnectionTrait, path: &str) -> Result<Option<jurisdiction::Model>> {
    Ok(jurisdiction::Entity::find().filter(jurisdiction::Column::Path.eq(path)).one(db).await?)
}
