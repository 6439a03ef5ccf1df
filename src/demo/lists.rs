//! Responsibility lists (责任清单) of the township's enterprises, and their acknowledgement.

use anyhow::Result;
use chrono::Days;
use rand::RngExt as _;
use redline_domain::Position;
use redline_domain::{PostKind, RecordState, ResponsibilityListKind, Workdays as _};
use redline_entity::{post, responsibility_list};
use redline_ledger::{
    Context,
    responsibility::{self, Assignee, NewList, NewPost},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    manner::Manner,
    township::{Body, ENTERPRISES, acting},
};

/// The dairy, which takes last year's list at first.
const DAIRY: usize = ENTERPRISES + 44;

/// Something that becomes of a list besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// The dairy draws up last year's list.
    Outdated,
    /// It voids it.
    Voided,
    /// An intern comes to an enterprise that has its list.
    PostAdded,
    /// The post is given to one of the staff instead.
    PostAssigned,
}

/// What becomes of lists when, by the days since the action began (05-22 is 0).
const REVISIONS: [(u64, Revision); 4] = [
    (11, Revision::Outdated),     // 06-02
    (14, Revision::Voided),       // 06-05
    (42, Revision::PostAdded),    // 07-03
    (45, Revision::PostAssigned), // 07-06
];

/// Plans the revisions, each at three in the afternoon.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, revision) in REVISIONS {
        play.at(begins_on + Days::new(days), 15 * 60, Deed::Revision(revision));
    }
}

impl Play {
    /// Draws up the lists of a kind: one, or one for each deputy.
    pub(super) async fn draw_up(
        &mut self,
        db: &DatabaseTransaction,
        ctx: &Context,
        body: usize,
        kind: ResponsibilityListKind,
        least: Option<u32>,
    ) -> Result<()> {
        let it = &self.town.bodies[body];
        let Some(officer) = it.officer() else { return Ok(()) };
        let lists: Vec<(Option<Uuid>, &str, Vec<NewPost>)> = match kind {
            ResponsibilityListKind::AllStaff => vec![(None, "全员安全生产岗位责任清单", all_staff(it))],
            ResponsibilityListKind::Guarantors => vec![(None, "重大危险源安全包保责任人清单", guarantors(it, least.unwrap_or(3)))],
            ResponsibilityListKind::Deputy => {
                it.holders(Position::Deputy).map(|deputy| (Some(deputy), "分管负责人职责清单和工作清单", of_deputy(deputy))).collect()
            }
        };
        let organization = it.id;
        let acting = acting(db, ctx, officer).await?;
        for (deputy, title, posts) in lists {
            let list = responsibility::draw_up(db, &acting, NewList { organization, kind, title: title.to_owned(), deputy, posts }).await?;
            let posts = post::Entity::find().filter(post::Column::ListId.eq(list.id)).order_by_asc(post::Column::Ordinal).all(db).await?;
            for post in posts {
                self.plan_acknowledgement(ctx, body, post.id, post.assignee_id.unwrap_or(officer));
            }
        }
        Ok(())
    }

    /// Revises a list.
    pub(super) async fn revise(&mut self, db: &DatabaseTransaction, ctx: &Context, revision: Revision) -> Result<()> {
        match revision {
            Revision::Outdated => {
                let Some(officer) = self.town.officer_of(db, ctx, DAIRY).await? else { return Ok(()) };
                let dairy = &self.town.bodies[DAIRY];
                let title = "全员安全生产责任清单（2022年版）".to_owned();
                let new = NewList { organization: dairy.id, kind: ResponsibilityListKind::AllStaff, title, deputy: None, posts: all_staff(dairy) };
                self.revised.0 = Some(responsibility::draw_up(db, &officer, new).await?.id);
            }
            Revision::Voided => {
                if let (Some(list), Some(officer)) = (self.revised.0, self.town.officer_of(db, ctx, DAIRY).await?) {
                    responsibility::void(db, &officer, list, "误用去年的清单，岗位和人员已有变动，按今年的机构重新编制。").await?;
                }
            }
            Revision::PostAdded => self.add_post(db, ctx).await?,
            Revision::PostAssigned => {
                let Some((body, post)) = self.revised.1 else { return Ok(()) };
                let (Some(officer), Some(staff)) = (self.town.officer_of(db, ctx, body).await?, self.town.bodies[body].holders(Position::Staff).next()) else {
                    return Ok(());
                };
                responsibility::assign(db, &officer, post, Assignee::Person(staff), ctx.today()).await?;
                self.at(ctx.today() + Days::new(1), 9 * 60, Deed::Acknowledge { body, post, by: staff });
            }
        }
        Ok(())
    }

    /// The first list of all staff that is complete gets one post more.
    async fn add_post(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let lists = responsibility_list::Entity::find()
            .filter(responsibility_list::Column::Kind.eq(ResponsibilityListKind::AllStaff))
            .filter(responsibility_list::Column::State.ne(RecordState::Voided))
            .filter(responsibility_list::Column::CompleteOn.is_not_null());
        for list in lists.order_by_asc(responsibility_list::Column::Id).all(db).await? {
            let Some(body) = self.town.at(list.organization_id).filter(|&at| self.town.bodies[at].active) else { continue };
            let Some(officer) = self.town.officer_of(db, ctx, body).await? else { continue };
            let intern = Some(Assignee::Name("暑期实习生小乌".to_owned()));
            let new = new_post(PostKind::Intern, "实习岗位", "在师傅带领下作业，不单独操作设备，接受三级安全教育", intern);
            self.revised.1 = Some((body, responsibility::add_post(db, &officer, list.id, new).await?.id));
            return Ok(());
        }
        Ok(())
    }

    fn plan_acknowledgement(&mut self, ctx: &Context, body: usize, post: Uuid, by: Uuid) {
        let days = match self.manner(body) {
            Manner::Diligent => self.rng.random_range(0..3),
            Manner::Late => self.rng.random_range(1..12),
            // Half of their people never hear of it.
            Manner::Negligent if self.rng.random_bool(0.5) => return,
            Manner::Negligent => self.rng.random_range(3..20),
        };
        self.on(ctx.site.workdays.on_or_after(ctx.today() + Days::new(days)), Deed::Acknowledge { body, post, by });
    }

    /// A person acknowledges a post, or an officer does on behalf of somebody known by name only.
    pub(super) async fn acknowledge(&mut self, db: &DatabaseTransaction, ctx: &Context, post: Uuid, by: Uuid) -> Result<()> {
        let still_there = self.town.bodies.iter().flat_map(|body| &body.people).any(|seat| seat.person == by && !seat.left);
        if still_there {
            responsibility::acknowledge(db, &acting(db, ctx, by).await?, post, ctx.today()).await?;
        }
        Ok(())
    }
}

fn new_post(kind: PostKind, title: &str, duties: &str, assignee: Option<Assignee>) -> NewPost {
    NewPost { kind, title: title.to_owned(), duties: duties.to_owned(), assignee }
}

fn all_staff(body: &Body) -> Vec<NewPost> {
    let mut posts = Vec::new();
    for seat in body.people.iter().filter(|seat| !seat.left) {
        let (kind, title, duties) = match seat.position {
            Position::Head => (PostKind::Head, "主要负责人", "全面负责本单位安全生产工作，带队检查重大事故隐患"),
            Position::Deputy => (PostKind::Deputy, "分管负责人", "负责分管范围内的安全生产工作"),
            Position::SafetyOfficer => (PostKind::SafetyOfficer, "安全主管", "组织日常检查，建立隐患台账并跟踪整改"),
            Position::Staff => (PostKind::FrontLine, "岗位操作人员", "遵守操作规程，发现隐患立即报告"),
        };
        posts.push(new_post(kind, title, duties, Some(Assignee::Person(seat.person))));
    }
    // Without front-line workers of its own a list would be refused: small shops have helpers.
    if !posts.iter().any(|post| post.kind == PostKind::FrontLine) {
        posts.push(new_post(PostKind::FrontLine, "帮工", "遵守操作规程，发现隐患立即报告", Some(Assignee::Name("帮工一名".to_owned()))));
    }
    if body.traits.contains(&redline_domain::Trait::Contractors) {
        posts.push(new_post(PostKind::Dispatched, "劳务派遣人员", "接受安全交底，遵守现场管理规定", Some(Assignee::Name("派遣班组代表".to_owned()))));
    }
    posts
}

fn guarantors(body: &Body, least: u32) -> Vec<NewPost> {
    const TITLES: [&str; 3] = ["主要负责人（包保）", "技术负责人（包保）", "操作负责人（包保）"];
    let people: Vec<Uuid> = body.people.iter().filter(|seat| !seat.left).map(|seat| seat.person).collect();
    let count = usize::try_from(least).unwrap_or(TITLES.len()).max(TITLES.len());
    (0..count)
        .map(|at| {
            let assignee = people.get(at).or(people.first()).map(|&person| Assignee::Person(person));
            new_post(PostKind::Guarantor, TITLES.get(at).unwrap_or(&TITLES[2]), "落实重大危险源安全包保责任，按频次检查并记录", assignee)
        })
        .collect()
}

fn of_deputy(deputy: Uuid) -> Vec<NewPost> {
    let own = || Some(Assignee::Person(deputy));
    vec![
        new_post(PostKind::Deputy, "安全生产职责", "分管范围内的隐患排查治理、教育培训和应急准备", own()),
        new_post(PostKind::Deputy, "专项行动工作清单", "每月检查分管范围一次，督促隐患按期销号", own()),
    ]
}
