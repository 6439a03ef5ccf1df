//! Changes of the tree of jurisdictions (辖区).

use async_graphql::{Context, InputObject, Object, SimpleObject};
use redline_ledger::jurisdiction::{self, NewJurisdiction};

use crate::graphql::{
    error::Answer,
    jurisdiction::Jurisdiction,
    mutation::{UserError, carry_out::carry_out},
};

/// What came of it (办理结果).
#[derive(SimpleObject)]
pub struct JurisdictionPayload {
    /// The jurisdiction (辖区).
    jurisdiction: Option<Jurisdiction>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// A jurisdiction to be recorded (登记辖区).
#[derive(InputObject)]
pub struct CreateJurisdictionInput {
    /// The path of the jurisdiction above it, e.g. `/wushen/wushenzhao/` (上级辖区路径).
    parent_path: String,
    /// Its name (名称).
    name: String,
    /// Its own part of the path: small Latin letters, digits and hyphens (代码).
    code: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of jurisdictions.
#[derive(Default)]
pub struct JurisdictionMutation;

#[Object]
impl JurisdictionMutation {
    /// Records a jurisdiction below another, such as a village of the town (登记辖区); for the safety office.
    async fn create_jurisdiction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The jurisdiction (辖区).")] input: CreateJurisdictionInput,
    ) -> Answer<JurisdictionPayload> {
        let (id, user_errors) = carry_out!(ctx, "createJurisdiction", input.request_id.clone(), |db, by| {
            let new = NewJurisdiction { parent: Some(input.parent_path), name: input.name, code: input.code };
            Ok(jurisdiction::create(db, by, new).await?.id)
        });
        let jurisdiction = match id {
            Some(id) => Jurisdiction::find(ctx, id).await?,
            None => None,
        };
        Ok(JurisdictionPayload { jurisdiction, user_errors })
    }
}
