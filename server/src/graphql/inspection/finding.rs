//! What inspections found (检查发现) in the API.

use async_graphql::{Context, ID, Object};
use redline_domain::ids::Noun;
use redline_entity::finding;

use crate::graphql::{error::Answer, hazard::Hazard, id};

/// Something wrong that an inspection found (检查发现).
pub struct Finding(pub finding::Model);

/// Something wrong that an inspection found (检查发现).
#[Object]
impl Finding {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::Finding, self.0.id)
    }

    /// Its number in the inspection, from 1 (序号).
    async fn ordinal(&self) -> i32 {
        self.0.ordinal
    }

    /// What is wrong (问题描述).
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// Where (位置).
    async fn location(&self) -> Option<&str> {
        self.0.location.as_deref()
    }

    /// The hazard that it became when the inspection was signed, if one may see it (形成的隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find_optional(ctx, self.0.hazard_id).await
    }
}
