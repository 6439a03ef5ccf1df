//! Tasks that drills left (改进事项) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object};
use chrono::{DateTime, Utc};
use redline_domain::{TaskState, ids::Noun};
use redline_entity::task;
use redline_ledger::{
    self as ledger,
    task::{NewTask, state},
};
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        date::Date,
        drill::Drill,
        error::Answer,
        id,
        mutation::carry_out::given_optional,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        events::TaskKey,
        records::{AttachmentsOf, DrillKey, WhoKey},
    },
};

/// What a drill showed to be improved (改进事项).
#[derive(Clone)]
pub struct Task(pub Arc<task::Model>);

impl From<task::Model> for Task {
    fn from(row: task::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Task {
    /// A task, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(TaskKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of tasks refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "drill") {
            loaders.ahead(list.rows().map(|row| DrillKey(row.0.drill_id))).await?;
        }
        if rows_select(ctx, "responsible") || rows_select(ctx, "doneBy") {
            loaders.ahead(list.rows().flat_map(|row| [row.0.responsible_id, row.0.done_by]).flatten().map(WhoKey).collect::<Vec<_>>()).await?;
        }
        if rows_select(ctx, "photos") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        Ok(())
    }
}

/// What a drill showed to be improved (改进事项): by whom and by when.
#[Object]
impl Task {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Task, self.0.id)
    }

    /// Whose it is (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// The drill that left it (演练).
    async fn drill(&self, ctx: &Context<'_>) -> Answer<Option<Drill>> {
        Drill::find(ctx, self.0.drill_id).await
    }

    /// What is to be improved (改进内容).
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// Who answers for it, where known to the ledger (责任人).
    async fn responsible(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.0.responsible_id.map(|person| Participant::of(person, ctx.today(), self.0.organization_id))
    }

    /// The name of who answers for it, where only a name is known (责任人姓名).
    async fn responsible_name(&self) -> Option<&str> {
        self.0.responsible_name.as_deref()
    }

    /// The day by whose end it is due (完成期限).
    async fn due_on(&self) -> Date {
        self.0.due_on.into()
    }

    /// Its state now: open, overdue, done, or dropped with its drill (状态).
    async fn state(&self, ctx: &Context<'_>) -> TaskState {
        state(&self.0, ctx.today())
    }

    /// The day on which it was done (完成日期).
    async fn done_on(&self) -> Option<Date> {
        self.0.done_on.map(Date)
    }

    /// What was done (完成情况).
    async fn done_note(&self) -> Option<&str> {
        self.0.done_note.as_deref()
    }

    /// Who recorded that it was done (完成登记人).
    async fn done_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let at = self.0.done_at?;
        Participant::who_recorded(ctx, self.0.done_by, at, self.0.organization_id)
    }

    /// Photographs of what was done (整改后照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// When it was recorded (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }
}

/// What is to be improved after a drill (改进事项). Name the person or give a name.
#[derive(InputObject)]
pub struct ImprovementInput {
    /// What is to be improved (改进内容).
    pub description: String,
    /// Who answers for it, where known to the ledger (责任人).
    pub responsible_id: Option<ID>,
    /// The name of who answers for it, where not (责任人姓名).
    pub responsible_name: Option<String>,
    /// The day by whose end it is due (完成期限).
    pub due_on: Date,
}

/// The improvements, as the ledger takes them.
///
/// # Errors
/// An identifier that is none.
pub fn improvements(given: Vec<ImprovementInput>) -> ledger::Result<Vec<NewTask>> {
    let one = |(at, input): (usize, ImprovementInput)| {
        let responsible = given_optional(Noun::Person, input.responsible_id.as_ref(), &format!("improvements.{at}.responsibleId"))?;
        Ok(NewTask { description: input.description, responsible, responsible_name: input.responsible_name, due_on: input.due_on.into() })
    };
    given.into_iter().enumerate().map(one).collect()
}
