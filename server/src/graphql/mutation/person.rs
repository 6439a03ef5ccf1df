//! Changes of people (人员) and the positions that they hold (任职).

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object};
use redline_domain::{Language, Position, ids::Noun};
use redline_entity::person as entity;
use redline_ledger::{
    self as ledger, account,
    person::{self, NewPerson, Preferences},
};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    membership::Membership,
    mutation::carry_out::{carry_out, given, payload},
    person::Person,
    visible,
};

payload! {
    /// What came of a change of a person (办理结果).
    PersonPayload {
        /// The person (人员).
        person: Person
    }
}

payload! {
    /// What came of a change of a position (办理结果).
    MembershipPayload {
        /// The position (任职).
        membership: Membership
    }
}

/// A person to be recorded, with a first position (登记人员).
#[derive(InputObject)]
pub struct CreatePersonInput {
    /// Full name (姓名).
    name: String,
    /// Telephone (电话).
    phone: Option<String>,
    /// Mail address (邮箱).
    email: Option<String>,
    /// The language of the mails; Chinese if not given (语言).
    language: Option<Language>,
    /// The hour at which mail goes out, 0 to 23; the rulebook's if not given (发信时间).
    morning_hour: Option<i32>,
    /// The organization of the first position (单位).
    organization_id: ID,
    /// As what (职务).
    position: Position,
    /// The title in words, e.g. 总经理 (职务名称).
    title: Option<String>,
    /// The first day; today if not given (任职日期).
    since: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// An appointment (任职).
#[derive(InputObject)]
pub struct AppointInput {
    /// Who (人员).
    person_id: ID,
    /// Where (单位).
    organization_id: ID,
    /// As what (职务).
    position: Position,
    /// The title in words, e.g. 总经理 (职务名称).
    title: Option<String>,
    /// The first day; today if not given (任职日期).
    since: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// The end of a position (离任).
#[derive(InputObject)]
pub struct DismissInput {
    /// The position (任职).
    membership_id: ID,
    /// The first day on which it is no longer held; today if not given (离任日期).
    until: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// How mail reaches the person who asks; what is not given stays (个人设置).
#[derive(InputObject)]
pub struct UpdateMyPreferencesInput {
    /// The language of answers and mails (语言).
    language: Option<Language>,
    /// The hour at which mail goes out, 0 to 23; null: the rulebook's (发信时间).
    morning_hour: MaybeUndefined<i32>,
    /// Mail address; null: none (邮箱).
    email: MaybeUndefined<String>,
    /// Telephone; null: none (电话).
    phone: MaybeUndefined<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// An hour; one that is none is refused.
fn hour(hour: i32) -> u32 {
    u32::try_from(hour).unwrap_or(u32::MAX)
}

/// What was said of something, if anything was.
fn said<T>(value: MaybeUndefined<T>) -> Option<Option<T>> {
    match value {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value)),
    }
}

/// Whom to invite (邀请开通账号).
#[derive(InputObject)]
pub struct InvitePersonInput {
    /// Who (人员).
    person_id: ID,
    /// The name to log in with (登录名).
    login: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Whose account (账号所属人员).
#[derive(InputObject)]
pub struct AccountOfInput {
    /// Who (人员).
    person_id: ID,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of people.
#[derive(Default)]
pub struct PersonMutation;

#[Object]
impl PersonMutation {
    /// Records a person with a first position (登记人员); for who manages the people of that organization.
    async fn create_person(&self, ctx: &Context<'_>, #[graphql(desc = "The person (人员).")] input: CreatePersonInput) -> Answer<PersonPayload> {
        let outcome = carry_out!(ctx, "createPerson", input.request_id.clone(), |db, by| {
            let organization = given(Noun::Organization, &input.organization_id, "organizationId")?;
            // Before anything is said of the person: whose people these are.
            ledger::organization::allowed(db, by, organization, redline_domain::permission::Action::ManagePeople).await?;
            let new = NewPerson {
                name: input.name,
                phone: input.phone,
                email: input.email.filter(|email| !email.trim().is_empty()),
                language: input.language.unwrap_or(Language::Zh),
                morning_hour: input.morning_hour.map(hour),
            };
            let person = person::create(db, by, new).await?;
            let since = input.since.map_or_else(|| ctx.today(), Into::into);
            person::appoint(db, by, person.id, organization, input.position, input.title, since).await?;
            Ok(person.id)
        });
        PersonPayload::of(ctx, outcome).await
    }

    /// Puts a person into a position of an organization from a day on (任职). What counts, and who is told, follows from it at once.
    async fn appoint(&self, ctx: &Context<'_>, #[graphql(desc = "Who, where, as what (任职).")] input: AppointInput) -> Answer<MembershipPayload> {
        let outcome = carry_out!(ctx, "appoint", input.request_id.clone(), |db, by| {
            let person = given(Noun::Person, &input.person_id, "personId")?;
            let organization = given(Noun::Organization, &input.organization_id, "organizationId")?;
            // Nobody gets to see a stranger by appointing him.
            let seen = visible::people(by).filter(entity::Column::Id.eq(person)).one(db).await?;
            let person = seen.ok_or(ledger::Error::NotFound)?.id;
            let since = input.since.map_or_else(|| ctx.today(), Into::into);
            Ok(person::appoint(db, by, person, organization, input.position, input.title, since).await?.id)
        });
        MembershipPayload::of(ctx, outcome).await
    }

    /// Ends a person's position (离任). The history is kept: who left in May is not head in June.
    async fn dismiss(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which position, until when (任职、离任日期).")] input: DismissInput,
    ) -> Answer<MembershipPayload> {
        let outcome = carry_out!(ctx, "dismiss", input.request_id.clone(), |db, by| {
            let id = given(Noun::Membership, &input.membership_id, "membershipId")?;
            let until = input.until.map_or_else(|| ctx.today(), Into::into);
            Ok(person::dismiss(db, by, id, until).await?.id)
        });
        MembershipPayload::of(ctx, outcome).await
    }

    /// Says how mail reaches oneself (个人设置). Another address or hour holds for what was not yet sent, too.
    async fn update_my_preferences(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What changes (修改内容).")] input: UpdateMyPreferencesInput,
    ) -> Answer<PersonPayload> {
        let outcome = carry_out!(ctx, "updateMyPreferences", input.request_id.clone(), |db, by| {
            let preferences = Preferences {
                language: input.language,
                morning_hour: said(input.morning_hour).map(|value| value.map(hour)),
                email: said(input.email),
                phone: said(input.phone),
            };
            Ok(person::update_preferences(db, by, preferences).await?.id)
        });
        PersonPayload::of(ctx, outcome).await
    }

    /// Opens an account for a person and mails a link by which to set the password (邀请开通账号); for who manages the people of every
    /// organization in which that person holds a position.
    async fn invite_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and the name to log in with (人员、登录名).")] input: InvitePersonInput,
    ) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let outcome = carry_out!(ctx, "invitePerson", input.request_id.clone(), |db, by| {
            account::invite(db, by, given(Noun::Person, &input.person_id, "personId")?, &input.login).await
        });
        PersonPayload::of(ctx, outcome).await
    }

    /// Closes the account of a person (关闭账号): sessions and keys end at once; for who manages the people of every organization in which
    /// that person holds a position.
    async fn close_account(&self, ctx: &Context<'_>, #[graphql(desc = "Whose (人员).")] input: AccountOfInput) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let outcome = carry_out!(ctx, "closeAccount", input.request_id.clone(), |db, by| {
            account::close(db, by, given(Noun::Person, &input.person_id, "personId")?).await
        });
        PersonPayload::of(ctx, outcome).await
    }

    /// Takes the second factor off the account of a person who has lost the telephone (解除他人的二次验证); for who manages the people of
    /// every organization in which that person holds a position. He or she is told by mail.
    async fn relieve_second_factor(&self, ctx: &Context<'_>, #[graphql(desc = "Whose (人员).")] input: AccountOfInput) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let outcome = carry_out!(ctx, "relieveSecondFactor", input.request_id.clone(), |db, by| {
            account::relieve(db, by, given(Noun::Person, &input.person_id, "personId")?).await
        });
        PersonPayload::of(ctx, outcome).await
    }
}
