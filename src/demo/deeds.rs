//! Doing what a rule asks for (履职), and inspections besides.

use anyhow::Result;
use chrono::{Days, NaiveDate};
use rand::{RngExt as _, seq::IndexedRandom as _};
use redline_domain::{
    ActivityKind, DrillForm, DrillScope, HazardGrade, HazardState, InspectionKind, InspectionMode, InspectionScope, OrganizationKind, Position, ReportKind,
    ResponsibilityListKind, rulebook::Evidence,
};
use redline_entity::{finding, hazard};
use redline_ledger::{
    Context,
    activity::{self, NewActivity},
    attendance::Attendee,
    drill::{self, NewDrill},
    hazard::GradeInput,
    inspection::{self, NewFinding, NewInspection},
    report::{self, NewReport},
    signature::Confirmed,
    task::NewTask,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    hazards::Finding,
    manner::Manner,
    people::contacts,
    photographs, phrases,
    township::{Body, ENTERPRISES, acting},
    work,
};

impl Play {
    /// Does what a rule asks of an organization for the window of a period.
    pub(super) async fn owed(
        &mut self,
        db: &DatabaseTransaction,
        ctx: &Context,
        body: usize,
        code: &str,
        opens_on: NaiveDate,
        closes_on: NaiveDate,
    ) -> Result<()> {
        let Some(rule) = ctx.site.rulebook.rule(code) else { return Ok(()) };
        let needs_head = rule.evidence.iter().any(|evidence| match evidence {
            Evidence::Inspection { led_by_head, .. } | Evidence::Activity { led_by_head, .. } => *led_by_head,
            Evidence::Report { kind } => *kind == ReportKind::HazardLedger,
            // A list of all staff begins with the head.
            Evidence::ResponsibilityList { kind, .. } => *kind == ResponsibilityListKind::AllStaff,
            _ => false,
        });
        if needs_head && self.town.bodies[body].head().is_none() {
            // There is nobody to lead it; it waits for a successor.
            self.on(ctx.today() + Days::new(7), Deed::Owed { body, rule: code.to_owned(), opens_on, closes_on });
            return Ok(());
        }
        for evidence in &rule.evidence {
            match evidence {
                Evidence::Inspection { kinds, scope, led_by_head, .. } => {
                    let kind = kind_of(kinds, *led_by_head);
                    self.inspect_as_owed(db, ctx, body, kind, scope.unwrap_or(InspectionScope::General)).await?;
                }
                Evidence::Drill {} => self.drill(db, ctx, body, opens_on).await?,
                Evidence::Activity { kind, names_every_enterprise, .. } => self.activity(db, ctx, body, *kind, *names_every_enterprise).await?,
                Evidence::Report { kind } => self.report(db, ctx, body, *kind, closes_on).await?,
                Evidence::ResponsibilityList { kind, min_positions, .. } => self.draw_up(db, ctx, body, *kind, *min_positions).await?,
                // What belongs to a hazard is done with it; a key period has its own deeds, which fall on its days.
                Evidence::HazardPlan {} | Evidence::HazardReport {} | Evidence::OnDuty {} => {}
            }
        }
        Ok(())
    }

    async fn inspect_as_owed(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, kind: InspectionKind, scope: InspectionScope) -> Result<()> {
        if inspection::is_own(kind) {
            return self.inspect_itself(db, ctx, body, kind, scope).await;
        }
        let targets: Vec<usize> = match self.town.bodies[body].kind {
            OrganizationKind::SafetyOffice => (super::township::VILLAGES..ENTERPRISES).collect(),
            _ => self.town.watched_by(body),
        };
        match targets.choose(&mut self.rng) {
            Some(&target) => self.inspect_other(db, ctx, body, target, kind).await,
            None => Ok(()),
        }
    }

    /// A self-check of an enterprise.
    pub(super) async fn self_check(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize) -> Result<()> {
        self.inspect_itself(db, ctx, body, InspectionKind::SelfCheck, InspectionScope::General).await
    }

    async fn inspect_itself(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, kind: InspectionKind, scope: InspectionScope) -> Result<()> {
        let it = &self.town.bodies[body];
        let leader = if kind == InspectionKind::HeadLed { it.head() } else { it.officer() };
        let Some(leader) = leader else { return Ok(()) };
        let findings = self.findings(body, ctx.today(), true);
        self.inspection(db, ctx, (body, body), leader, kind, scope, findings).await
    }

    /// A visit of a village or a regulator to one of its enterprises.
    pub(super) async fn visit(&mut self, db: &DatabaseTransaction, ctx: &Context, by: usize) -> Result<()> {
        let Some(&target) = self.town.watched_by(by).choose(&mut self.rng) else { return Ok(()) };
        let kind = if self.rng.random_range(0..3) == 0 { InspectionKind::Assistance } else { InspectionKind::SpotCheck };
        self.inspect_other(db, ctx, by, target, kind).await
    }

    async fn inspect_other(&mut self, db: &DatabaseTransaction, ctx: &Context, by: usize, target: usize, kind: InspectionKind) -> Result<()> {
        let Some(leader) = self.town.bodies[by].officer() else { return Ok(()) };
        let findings = if target < ENTERPRISES { Vec::new() } else { self.findings(target, ctx.today(), false) };
        self.inspection(db, ctx, (by, target), leader, kind, InspectionScope::General, findings).await
    }

    /// Records and signs an inspection, and takes up what it found.
    #[expect(clippy::too_many_arguments, reason = "all that an inspection is")]
    pub(super) async fn inspection(
        &mut self,
        db: &DatabaseTransaction,
        ctx: &Context,
        (by, of): (usize, usize),
        leader: Uuid,
        kind: InspectionKind,
        scope: InspectionScope,
        findings: Vec<Finding>,
    ) -> Result<()> {
        let own = by == of;
        let mode = if own {
            InspectionMode::Open
        } else {
            *[InspectionMode::Open, InspectionMode::FourNoTwoDirect, InspectionMode::Undercover].choose(&mut self.rng).unwrap_or(&InspectionMode::Open)
        };
        let acting = acting(db, ctx, leader).await?;
        let contracts = match scope {
            InspectionScope::Contractors => work::contracts_in_force(db, ctx, self.town.bodies[of].id).await?,
            _ => Vec::new(),
        };
        // Who comes from outside takes pictures of what is wrong; what one finds oneself one puts right.
        let photos = if own { Vec::new() } else { photographs::of_faults(db, &acting, self.town.bodies[of].id, findings.len()).await? };
        let new = NewInspection {
            organization: self.town.bodies[of].id,
            inspector: self.town.bodies[by].id,
            kind,
            leader,
            occurred_on: ctx.today(),
            modes: vec![mode],
            scopes: vec![scope],
            summary: phrases::inspection(kind, findings.len()),
            findings: findings.iter().map(|finding| NewFinding { description: finding.description.clone(), location: finding.location.clone() }).collect(),
            alert: None,
            contracts,
            photos,
            members: Vec::new(),
        };
        let recorded = inspection::record(db, &acting, new).await?;
        inspection::sign(db, &acting, recorded.id, &Confirmed::by_program(&acting)).await?;
        if findings.is_empty() {
            return Ok(());
        }
        let rows = finding::Entity::find().filter(finding::Column::InspectionId.eq(recorded.id)).order_by_asc(finding::Column::Ordinal).all(db).await?;
        for (row, finding) in rows.iter().zip(findings) {
            if let Some(hazard) = row.hazard_id {
                self.take_up(ctx, of, hazard, finding);
            }
        }
        Ok(())
    }

    async fn drill(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, opens_on: NaiveDate) -> Result<()> {
        let Some(officer) = self.town.bodies[body].officer() else { return Ok(()) };
        // Some held it in spring, before the action began, and only enter it now: it counts for its half-year.
        let spring = NaiveDate::from_ymd_opt(2023, 3, self.rng.random_range(10..=28))
            .filter(|&day| day >= opens_on && ctx.today() < self.town.begins_on + Days::new(30));
        let earlier = spring.filter(|_| self.rng.random_range(0..3) == 0);
        let new = NewDrill {
            organization: self.town.bodies[body].id,
            title: "事故应急救援综合演练".to_owned(),
            scenario: "模拟作业现场突发火情，按预案报警、疏散、初期处置、清点人数".to_owned(),
            occurred_on: earlier.unwrap_or(ctx.today()),
            participants: self.rng.random_range(6..60),
            led_by: if earlier.is_some() { None } else { self.town.bodies[body].head() },
            review: Some("疏散用时符合预案要求；个别人员未带防护用品，已补充培训。".to_owned()),
            plan: Some("生产安全事故应急预案（火灾专项）".to_owned()),
            scope: Some(DrillScope::Special),
            form: Some(DrillForm::Field),
            attendees: Vec::new(),
            improvements: vec![NewTask {
                description: "补充个人防护用品，并对新员工补训逃生路线".to_owned(),
                responsible: Some(officer),
                responsible_name: None,
                due_on: ctx.today() + Days::new(30),
            }],
            photos: Vec::new(),
            documents: Vec::new(),
        };
        let drill = drill::record(db, &acting(db, ctx, officer).await?, new).await?;
        self.plan_improvement(&ctx.site, ctx.today(), body, drill.id);
        Ok(())
    }

    async fn activity(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, kind: ActivityKind, names_all: bool) -> Result<()> {
        let it = &self.town.bodies[body];
        let Some(officer) = it.officer() else { return Ok(()) };
        let attendees = attendees(it, kind);
        let acting = acting(db, ctx, officer).await?;
        let photos = match kind {
            ActivityKind::MobilisationMeeting | ActivityKind::SafetyMonth | ActivityKind::Training => photographs::of_event(db, &acting, it.id).await?,
            _ => Vec::new(),
        };
        let new = NewActivity {
            organization: it.id,
            kind,
            title: phrases::activity(kind).to_owned(),
            occurred_on: ctx.today(),
            participants: self.rng.random_range(5..40).max(u32::try_from(attendees.len()).unwrap_or(u32::MAX)),
            led_by: it.head(),
            summary: format!("{}：{}。", it.name, phrases::activity(kind)),
            enterprises: if names_all { self.town.watched_by(body).into_iter().map(|at| self.town.bodies[at].id).collect() } else { Vec::new() },
            attendees,
            expected: None,
            photos,
            documents: Vec::new(),
        };
        activity::record(db, &acting, new).await?;
        Ok(())
    }

    async fn report(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, kind: ReportKind, closes_on: NaiveDate) -> Result<()> {
        let it = &self.town.bodies[body];
        // That nothing was found, the head signs in person.
        let signer = if kind == ReportKind::HazardLedger { it.head() } else { it.officer() };
        let Some(signer) = signer else { return Ok(()) };
        let declares = kind == ReportKind::HazardLedger;
        let (found, closed) = if declares { majors(db, it.id).await? } else { self.tally(body) };
        let acting = acting(db, ctx, signer).await?;
        if declares && found == 0 {
            grade_the_rest(db, &acting, it.id).await?;
        }
        let new = NewReport {
            contacts: (kind == ReportKind::Contacts).then(|| contacts(it, body)),
            none_found: declares.then_some(found == 0),
            ..NewReport::new(it.id, kind, ctx.today().min(closes_on), phrases::report(kind, &it.name, found, closed))
        };
        report::submit(db, &acting, new, &Confirmed::by_program(&acting)).await?;
        Ok(())
    }

    /// How many hazards were found and closed where an organization is concerned.
    fn tally(&self, body: usize) -> (usize, usize) {
        let concerned = if body >= ENTERPRISES { vec![body] } else { self.town.watched_by(body) };
        let cases = || self.cases.iter().filter(|case| concerned.contains(&case.body));
        (cases().count(), cases().filter(|case| case.closed).count())
    }

    /// How seldom people of a manner find something themselves.
    pub(super) fn finds(&mut self, body: usize, own: bool) -> usize {
        let weights: &[usize] = match (self.manner(body), own) {
            (Manner::Diligent, true) => &[0, 0, 0, 1, 1, 2],
            (_, true) => &[0, 0, 0, 0, 1],
            (Manner::Diligent, false) => &[0, 0, 0, 1],
            (_, false) => &[0, 1, 1, 2],
        };
        weights.choose(&mut self.rng).copied().unwrap_or(0)
    }
}

/// Whom an activity of a kind names: its people, where the attendance, the appointed or the members have to be known.
fn attendees(body: &Body, kind: ActivityKind) -> Vec<Attendee> {
    let role = |position: Position| match (kind, position) {
        (ActivityKind::Appointment, Position::SafetyOfficer) => Some("专职安全生产管理人员"),
        (ActivityKind::LeadershipGroup, Position::Head) => Some("组长"),
        (ActivityKind::LeadershipGroup, _) => Some("成员"),
        _ => None,
    };
    let named = matches!(kind, ActivityKind::WarningEducation | ActivityKind::Training | ActivityKind::Appointment | ActivityKind::LeadershipGroup);
    let there = body.people.iter().filter(|seat| named && !seat.left && (kind != ActivityKind::Appointment || role(seat.position).is_some()));
    there.map(|seat| Attendee { name: None, person: Some(seat.person), role: role(seat.position).map(str::to_owned) }).collect()
}

/// The kind of inspection that is carried out where several would do: the first, unless the head is to lead it.
fn kind_of(kinds: &[InspectionKind], led_by_head: bool) -> InspectionKind {
    let fits = |kind: &&InspectionKind| !led_by_head || **kind == InspectionKind::HeadLed;
    kinds.iter().find(fits).copied().unwrap_or(InspectionKind::SelfCheck)
}

/// How many major hazards an enterprise has in the ledger, and how many of them are closed.
async fn majors(db: &DatabaseTransaction, enterprise: Uuid) -> Result<(usize, usize)> {
    let rows =
        hazard::Entity::find().filter(hazard::Column::OrganizationId.eq(enterprise)).filter(hazard::Column::Grade.eq(HazardGrade::Major)).all(db).await?;
    Ok((rows.len(), rows.iter().filter(|row| row.closed_on.is_some()).count()))
}

/// Grades what is open and not graded yet, as who declares that there is nothing major has to; it may be graded anew.
async fn grade_the_rest(db: &DatabaseTransaction, head: &Context, enterprise: Uuid) -> Result<()> {
    let ungraded = hazard::Entity::find()
        .filter(hazard::Column::OrganizationId.eq(enterprise))
        .filter(hazard::Column::Grade.is_null())
        .filter(hazard::Column::State.ne(HazardState::Closed))
        .order_by_asc(hazard::Column::Id)
        .all(db)
        .await?;
    for row in ungraded {
        let general = GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new(), no_criterion_found: true };
        redline_ledger::hazard::grade(db, head, row.id, general).await?;
    }
    Ok(())
}
