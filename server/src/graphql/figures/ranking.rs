//! Rankings (排名) in the API.

use async_graphql::{Context, Object};
use redline_domain::{
    Sector,
    figures::{Rank, SectorRank},
};

use super::counts::FiguresShare;
use crate::graphql::{ask::Ask, error::Answer, organization::Organization};

/// A place in a ranking (名次).
pub struct RankingPlace(pub Rank);

/// A place in a ranking (名次). Equals share a place and stand in the order of their names.
#[Object]
impl RankingPlace {
    /// The place, from 1; none: there was nothing to do, so that there is no rate (名次).
    async fn place(&self) -> Option<u64> {
        self.0.place
    }

    /// Who, if one may see it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization).await
    }

    /// The name (单位名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// By what it is ranked (依据).
    async fn share(&self) -> FiguresShare {
        FiguresShare(self.0.share)
    }
}

/// A place in a ranking of sectors (行业领域名次).
pub struct SectorRankingPlace(pub SectorRank);

/// A place in a ranking of sectors (行业领域名次). Equals share a place.
#[Object]
impl SectorRankingPlace {
    /// The place, from 1; none: there was nothing to do, so that there is no rate (名次).
    async fn place(&self) -> Option<u64> {
        self.0.place
    }

    /// The sector (行业领域).
    async fn sector(&self) -> Sector {
        self.0.sector
    }

    /// The sector in words (行业领域名称).
    async fn label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.sector)
    }

    /// By what it is ranked (依据).
    async fn share(&self) -> FiguresShare {
        FiguresShare(self.0.share)
    }
}
