//! Reading ahead for lists of hazards.

use async_graphql::Context;

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        error::Answer,
        hazard::Hazard,
    },
    loaders::{
        OrganizationKey,
        records::{EventsOf, FindingKey, PlansOf, WhoKey, WindowsAbout},
    },
};

impl Hazard {
    /// Reads ahead what the rows of a list of hazards refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "plan") || rows_select(ctx, "plans") {
            loaders.ahead(list.rows().map(|row| PlansOf(row.0.id))).await?;
        }
        if rows_select(ctx, "timeline") {
            loaders.ahead(list.rows().map(|row| EventsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "windows") {
            loaders.ahead(list.rows().map(|row| WindowsAbout(row.0.id))).await?;
        }
        if rows_select(ctx, "finding") || rows_select(ctx, "inspection") {
            loaders.ahead(list.rows().filter_map(|row| row.0.finding_id).map(FindingKey)).await?;
        }
        if ["reportedBy", "rectifiedBy", "acceptedBy", "whoMayAccept"].iter().any(|field| rows_select(ctx, field)) {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.reported_by, row.0.rectified_by, row.0.accepted_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        Ok(())
    }
}
