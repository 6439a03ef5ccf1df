//! Changes of windows and duties (期次、职责): excused, assigned.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::ids::Noun;
use redline_ledger::window;
use uuid::Uuid;

use crate::graphql::{
    duty::Duty,
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
    window::Window,
};

/// What came of a change of a window (办理结果).
#[derive(SimpleObject)]
pub struct WindowPayload {
    /// The window as it now is (期次).
    window: Option<Window>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of a change of a duty (办理结果).
#[derive(SimpleObject)]
pub struct DutyPayload {
    /// The duty as it now is (职责).
    duty: Option<Duty>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// An excuse (豁免期次).
#[derive(InputObject)]
pub struct ExcuseWindowInput {
    /// The window (期次).
    window_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Who answers for a duty (指定承办人).
#[derive(InputObject)]
pub struct AssignDutyOwnerInput {
    /// The duty (职责).
    duty_id: ID,
    /// Who, somebody of the organization; none: its safety officer again (承办人).
    person_id: Option<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of windows and duties.
#[derive(Default)]
pub struct WindowMutation;

#[Object]
impl WindowMutation {
    /// Excuses an organization from a window, from today on (豁免期次); for the safety office.
    async fn excuse_window(
        &self, ctx: &Context<'_>, #[graphql(desc = "The window and why (期次、原因).")] input: ExcuseWindowInput
    ) -> Answer<WindowPayload> {
        let (id, user_errors): (Option<Uuid>, _) = carry_out!(ctx, "excuseWindow", input.request_id.clone(), |db, by| {
            let id = given(Noun::Window, &input.window_id, "windowId")?;
            Ok(window::excuse(db, by, id, &input.reason).await?.id)
        });
        let window = match id {
            Some(id) => Window::find(ctx, id).await?,
            None => None,
        };
        Ok(WindowPayload { window, user_errors })
    }

    /// Says who answers for a duty and is told first (指定承办人). Who is told is planned anew at once.
    async fn assign_duty_owner(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The duty and who (职责、承办人).")] input: AssignDutyOwnerInput,
    ) -> Answer<DutyPayload> {
        let (id, user_errors): (Option<Uuid>, _) = carry_out!(ctx, "assignDutyOwner", input.request_id.clone(), |db, by| {
            let id = given(Noun::Duty, &input.duty_id, "dutyId")?;
            let person = given_optional(Noun::Person, input.person_id.as_ref(), "personId")?;
            Ok(window::assign_owner(db, by, id, person).await?.id)
        });
        let duty = match id {
            Some(id) => Duty::find(ctx, id).await?,
            None => None,
        };
        Ok(DutyPayload { duty, user_errors })
    }
}
