//! Changes of reports (报告): submitted, corrected, reviewed, voided. What is submitted is signed.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{ReportKind, contacts::GivenContacts, ids::Noun};
use redline_ledger::report::{self, Correction, NewReport};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_all},
        change::confirm,
    },
    report::Report,
};

/// What came of a change of a report (办理结果).
#[derive(SimpleObject)]
pub struct ReportPayload {
    /// The report as it now is (报告).
    report: Option<Report>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl ReportPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let report = match id {
            Some(id) => Report::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { report, user_errors })
    }

    fn refused(user_errors: Vec<UserError>) -> Self {
        Self { report: None, user_errors }
    }
}

/// The contacts of an organ, annex 4; each that is missing is named (联系人回执).
#[derive(InputObject)]
pub struct ContactsInput {
    /// The deputy head in charge (分管负责人姓名).
    #[graphql(default)]
    deputy_name: String,
    /// The deputy's title (分管负责人职务).
    #[graphql(default)]
    deputy_title: String,
    /// The deputy's telephone, mobile or landline with its area code (分管负责人电话).
    #[graphql(default)]
    deputy_phone: String,
    /// The contact person (联系人姓名).
    #[graphql(default)]
    contact_name: String,
    /// The contact's title (联系人职务).
    #[graphql(default)]
    contact_title: String,
    /// The contact's mobile telephone (联系人手机).
    #[graphql(default)]
    contact_mobile: String,
    /// The contact's mail address (联系人邮箱).
    #[graphql(default)]
    contact_email: String,
}

impl From<ContactsInput> for GivenContacts {
    fn from(input: ContactsInput) -> Self {
        Self {
            deputy_name: input.deputy_name,
            deputy_title: input.deputy_title,
            deputy_phone: input.deputy_phone,
            contact_name: input.contact_name,
            contact_title: input.contact_title,
            contact_mobile: input.contact_mobile,
            contact_email: input.contact_email,
        }
    }
}

/// A report to be submitted and signed (报送报告).
#[derive(InputObject)]
pub struct SubmitReportInput {
    /// Whose (报送单位).
    organization_id: ID,
    /// Its kind (报告类别).
    kind: ReportKind,
    /// Any day of the period that it is about; today if not given (所报期间).
    period_on: Option<Date>,
    /// What it says. Where the ledger has the figures, it is a remark and may be left out (内容).
    #[graphql(default)]
    content: String,
    /// The contacts, which a report of the kind CONTACTS has (联系人回执).
    contacts: Option<ContactsInput>,
    /// Whether no major hazard was found, which a report of the kind HAZARD_LEDGER says; the head signs it (零申报).
    none_found: Option<bool>,
    /// What needs coordination from above, which a report of the kind PROGRESS_TABLE may say (需上级协调事项).
    coordination: Option<String>,
    /// Its documents, uploaded before by `POST /attachments` (附件).
    #[graphql(default)]
    document_ids: Vec<ID>,
    /// The signer's password, given again (密码).
    password: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A correction of a report: a new version that names the old. Organization, kind and period stay (更正报告).
#[derive(InputObject)]
pub struct CorrectReportInput {
    /// The report that is wrong (报告).
    report_id: ID,
    /// What it should say (内容).
    #[graphql(default)]
    content: String,
    /// The contacts, which a report of the kind CONTACTS has (联系人回执).
    contacts: Option<ContactsInput>,
    /// Whether no major hazard was found, which a report of the kind HAZARD_LEDGER says (零申报).
    none_found: Option<bool>,
    /// What needs coordination from above, which a report of the kind PROGRESS_TABLE may say (需上级协调事项).
    coordination: Option<String>,
    /// Its documents in place of those of the old version; if not given, those stay (附件).
    document_ids: Option<Vec<ID>>,
    /// Why it is corrected (更正原因).
    reason: String,
    /// The signer's password, given again (密码).
    password: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A review of a report by the head or a deputy (审核报告).
#[derive(InputObject)]
pub struct ReviewReportInput {
    /// The report (报告).
    report_id: ID,
    /// The reviewer's password, given again (密码).
    password: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding of a report (作废报告).
#[derive(InputObject)]
pub struct VoidReportInput {
    /// The report (报告).
    report_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of reports.
#[derive(Default)]
pub struct ReportMutation;

#[Object]
impl ReportMutation {
    /// Submits and signs a report of a kind that the rulebook asks of the organization; what the ledger knows is taken from it and kept (报送报告).
    async fn submit_report(&self, ctx: &Context<'_>, #[graphql(desc = "The report (报告).")] input: SubmitReportInput) -> Answer<ReportPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(errors) => return Ok(ReportPayload::refused(errors)),
        };
        let outcome = carry_out!(ctx, "submitReport", input.request_id.clone(), |db, by| {
            let new = NewReport {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                kind: input.kind,
                period_on: input.period_on.map_or_else(|| ctx.today(), Into::into),
                content: input.content,
                contacts: input.contacts.map(GivenContacts::from),
                none_found: input.none_found,
                coordination: input.coordination,
                documents: Some(given_all(Noun::Attachment, &input.document_ids, "documentIds")?),
            };
            Ok(report::submit(db, by, new, &confirmed).await?.id)
        });
        ReportPayload::of(ctx, outcome).await
    }

    /// Corrects a report by a new version that names the old, which stays visible, voided with the reason (更正报告). It answers the new version.
    async fn correct_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The report, what it should say, and why (报告、更正内容、原因).")] input: CorrectReportInput,
    ) -> Answer<ReportPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(errors) => return Ok(ReportPayload::refused(errors)),
        };
        let outcome = carry_out!(ctx, "correctReport", input.request_id.clone(), |db, by| {
            let id = given(Noun::Report, &input.report_id, "reportId")?;
            let new = Correction {
                content: input.content,
                contacts: input.contacts.map(GivenContacts::from),
                none_found: input.none_found,
                coordination: input.coordination,
                documents: input.document_ids.map(|ids| given_all(Noun::Attachment, &ids, "documentIds")).transpose()?,
            };
            Ok(report::correct(db, by, id, new, &input.reason, &confirmed).await?.id)
        });
        ReportPayload::of(ctx, outcome).await
    }

    /// Signs as the reviewer of a report: the head or a deputy who did not submit it (审核报告).
    async fn review_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The report and the password (报告、密码).")] input: ReviewReportInput,
    ) -> Answer<ReportPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(errors) => return Ok(ReportPayload::refused(errors)),
        };
        let outcome = carry_out!(ctx, "reviewReport", input.request_id.clone(), |db, by| {
            let id = given(Noun::Report, &input.report_id, "reportId")?;
            Ok(report::review(db, by, id, &confirmed).await?.id)
        });
        ReportPayload::of(ctx, outcome).await
    }

    /// Voids a report: it stays visible and counts no longer (作废报告).
    async fn void_report(&self, ctx: &Context<'_>, #[graphql(desc = "The report and why (报告、原因).")] input: VoidReportInput) -> Answer<ReportPayload> {
        let outcome = carry_out!(ctx, "voidReport", input.request_id.clone(), |db, by| {
            let id = given(Noun::Report, &input.report_id, "reportId")?;
            Ok(report::void(db, by, id, &input.reason).await?.id)
        });
        ReportPayload::of(ctx, outcome).await
    }
}
