//! Who took part in a drill or an activity (参加人员) in the API.

use async_graphql::{ID, InputObject, Object};
use chrono::NaiveDate;
use redline_domain::ids::Noun;
use redline_entity::attendance;
use redline_ledger::{self as ledger, attendance::Attendee as NewAttendee};
use uuid::Uuid;

use crate::graphql::{mutation::carry_out::given_optional, participant::Participant};

/// Somebody who took part in a drill or an activity, was appointed, or is a member of a group (参加人员).
pub struct Attendee {
    row: attendance::Model,
    on: NaiveDate,
    within: Uuid,
}

impl Attendee {
    /// Those whom a record of an organization names, as they were on the day of the record.
    pub fn all(rows: &[attendance::Model], on: NaiveDate, within: Uuid) -> Vec<Self> {
        rows.iter().cloned().map(|row| Self { row, on, within }).collect()
    }
}

/// Somebody who took part in a drill or an activity, was appointed, or is a member of a group (参加人员).
#[Object]
impl Attendee {
    /// The name (姓名).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// As what, e.g. leader of the group (职务).
    async fn role(&self) -> Option<&str> {
        self.row.role.as_deref()
    }

    /// The person, where known to the ledger (人员).
    async fn person(&self) -> Option<Participant> {
        self.row.person_id.map(|person| Participant::of(person, self.on, self.within))
    }
}

/// Somebody who took part (参加人员).
#[derive(InputObject)]
pub struct AttendeeInput {
    /// The name; of a person known to the ledger it need not be given (姓名).
    pub name: Option<String>,
    /// The person, where known to the ledger (人员).
    pub person_id: Option<ID>,
    /// As what: an appointment needs the role of each, a leadership group one whose role is `leader` or 组长 (职务).
    pub role: Option<String>,
}

/// Those who took part, as the ledger takes them.
///
/// # Errors
/// An identifier that is none.
pub fn attendees(given: Vec<AttendeeInput>) -> ledger::Result<Vec<NewAttendee>> {
    let one = |(at, input): (usize, AttendeeInput)| {
        let person = given_optional(Noun::Person, input.person_id.as_ref(), &format!("attendees.{at}.personId"))?;
        Ok(NewAttendee { name: input.name, person, role: input.role })
    };
    given.into_iter().enumerate().map(one).collect()
}
