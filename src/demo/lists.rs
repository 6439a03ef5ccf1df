//! Responsibility lists (责任清单) of the township's enterprises, and their acknowledgement.

use anyhow::Result;
use chrono::Days;
use rand::RngExt as _;
use redline_domain::Position;
use redline_domain::{PostKind, ResponsibilityListKind, Workdays as _};
use redline_entity::post;
use redline_ledger::{
    Context,
    responsibility::{self, Assignee, NewList, NewPost},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    manner::Manner,
    township::{Body, acting},
};

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
