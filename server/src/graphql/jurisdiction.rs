//! Jurisdictions (辖区) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{JurisdictionKind, ids::Noun};
use redline_entity::jurisdiction;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id},
    loaders::{JurisdictionAt, JurisdictionKey},
};

/// A node of the tree county › town › village (辖区).
#[derive(Clone)]
pub struct Jurisdiction(pub Arc<jurisdiction::Model>);

impl From<jurisdiction::Model> for Jurisdiction {
    fn from(row: jurisdiction::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Jurisdiction {
    /// A jurisdiction by its key.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(JurisdictionKey(id)).await?.map(Self))
    }
}

/// A node of the tree county › town › village (辖区).
#[Object]
impl Jurisdiction {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Jurisdiction, self.0.id)
    }

    /// Its level (级别).
    async fn kind(&self) -> JurisdictionKind {
        self.0.kind
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The codes from the root down (路径), e.g. `/wushen/wushenzhao/`.
    async fn path(&self) -> &str {
        &self.0.path
    }

    /// The jurisdiction above it (上级辖区).
    async fn parent(&self, ctx: &Context<'_>) -> Answer<Option<Jurisdiction>> {
        let above = self.0.path.trim_end_matches('/').rfind('/').map(|at| self.0.path[..=at].to_owned()).filter(|path| path.len() > 1);
        match above {
            Some(path) => Ok(ctx.loaders().one(JurisdictionAt(path)).await?.map(Jurisdiction)),
            None => Ok(None),
        }
    }
}
