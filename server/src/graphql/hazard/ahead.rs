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
        enforcement::EnforcementsForHazard,
        kin::{CriterionKey, RecurrencesOf, SimilarTo},
        measures::{ExtensionsOf, SupervisionsOf, SuspensionsOf},
        records::{AttachmentsOf, EventsOf, FindingKey, HazardKey, NameOf, PlansOf, SignaturesOf, WhoKey, WindowsAbout},
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
        if ["plan", "plans", "acceptanceIntact"].iter().any(|field| rows_select(ctx, field)) {
            loaders.ahead(list.rows().map(|row| PlansOf(row.0.id))).await?;
        }
        if ["signatures", "conclusion", "acceptanceIntact"].iter().any(|field| rows_select(ctx, field)) {
            loaders.ahead(list.rows().map(|row| SignaturesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "attachments") || rows_select(ctx, "acceptanceIntact") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "extensions") {
            loaders.ahead(list.rows().map(|row| ExtensionsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "suspensions") {
            loaders.ahead(list.rows().map(|row| SuspensionsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "supervisions") {
            loaders.ahead(list.rows().map(|row| SupervisionsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "enforcements") {
            loaders.ahead(list.rows().map(|row| EnforcementsForHazard(row.0.id))).await?;
        }
        if rows_select(ctx, "criterion") {
            loaders.ahead(list.rows().filter_map(|row| row.0.criterion.clone()).map(CriterionKey)).await?;
        }
        if rows_select(ctx, "foundByOrganization") {
            loaders.ahead(list.rows().filter_map(|row| row.0.found_by_organization_id).map(NameOf)).await?;
            loaders.ahead(list.rows().filter_map(|row| row.0.found_by_organization_id).map(OrganizationKey)).await?;
        }
        if rows_select(ctx, "recurrenceOf") {
            loaders.ahead(list.rows().filter_map(|row| row.0.recurrence_of_id).map(HazardKey)).await?;
        }
        if rows_select(ctx, "recurrences") {
            loaders.ahead(list.rows().map(|row| RecurrencesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "similar") {
            loaders.ahead(list.rows().map(|row| SimilarTo(row.0.id))).await?;
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
