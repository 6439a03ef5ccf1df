//! Responsibility lists, excused windows and owners of duties.

use crate::common::{Township, day, refused};
use redline_domain::{EndedAs, PostKind, ResponsibilityListKind, WindowStatus, window::status};
use redline_entity::{post, responsibility_list};
use redline_ledger::{
    Context, Error, Result,
    responsibility::{Assignee, Coverage, NewList, NewPost, acknowledge, add_post, assign, coverage, draw_up, void},
    window::{assign_owner, excuse, facts},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn post(kind: PostKind, assignee: Option<Assignee>) -> NewPost {
    NewPost { kind, title: "岗位".to_owned(), duties: "落实本岗位安全责任。".to_owned(), assignee }
}

fn all_staff(town: &Township) -> NewList {
    NewList {
        organization: town.plant.id,
        kind: ResponsibilityListKind::AllStaff,
        title: "全员责任制".to_owned(),
        deputy: None,
        posts: vec![
            post(PostKind::Head, Some(Assignee::Person(town.plant.head))),
            post(PostKind::FrontLine, Some(Assignee::Person(town.plant.staff))),
            post(PostKind::Dispatched, Some(Assignee::Name("周强".to_owned()))),
        ],
    }
}

async fn drawn_up(town: &Township, ctx: &Context, new: NewList) -> Result<responsibility_list::Model> {
    town.change(async |tx| draw_up(tx, ctx, new).await).await
}

async fn posts(town: &Township, list: Uuid) -> Vec<post::Model> {
    post::Entity::find().filter(post::Column::ListId.eq(list)).order_by_asc(post::Column::Ordinal).all(town.db.read()).await.expect("posts")
}

async fn acknowledged(town: &Township, who: Uuid, post: Uuid, on: &str) -> Result<post::Model> {
    let ctx = town.person(who, on).await;
    town.change(async |tx| acknowledge(tx, &ctx, post, day(on)).await).await
}

async fn completed(town: &Township, list: Uuid) -> Option<chrono::NaiveDate> {
    responsibility_list::Entity::find_by_id(list).one(town.db.read()).await.expect("asked").expect("there").complete_on
}

#[tokio::test]
async fn a_list_is_complete_and_counts_when_its_last_post_is_acknowledged() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let list = drawn_up(&town, &ctx, all_staff(&town)).await.expect("drawn up");
    let rows = posts(&town, list.id).await;
    assert_eq!(refused(acknowledged(&town, town.plant.officer, rows[1].id, "2023-06-02").await), ["NOT_THE_ASSIGNEE"]);
    assert_eq!(refused(acknowledged(&town, town.plant.staff, rows[2].id, "2023-06-02").await), ["FORBIDDEN"], "an officer does it for a name");
    assert_eq!(refused(acknowledged(&town, town.trader.head, rows[0].id, "2023-06-02").await), ["NOT_FOUND"]);
    acknowledged(&town, town.plant.head, rows[0].id, "2023-06-02").await.expect("the head");
    acknowledged(&town, town.plant.staff, rows[1].id, "2023-06-05").await.expect("the worker");
    assert_eq!(refused(acknowledged(&town, town.plant.staff, rows[1].id, "2023-06-05").await), ["ALREADY_ACKNOWLEDGED"]);
    assert_eq!(coverage(town.db.read(), &[list.id]).await.expect("coverage")[&list.id], Coverage { posts: 3, assigned: 3, acknowledged: 2, guarantors: 0 });
    assert_eq!((completed(&town, list.id).await, town.window(town.plant.id, "E08", "2023-06-01").await.fulfilled_on), (None, None));
    acknowledged(&town, town.plant.officer, rows[2].id, "2023-06-08").await.expect("on behalf of the dispatched worker");
    assert_eq!(completed(&town, list.id).await, Some(day("2023-06-08")));
    assert_eq!(town.window(town.plant.id, "E08", "2023-06-01").await.fulfilled_on, Some(day("2023-06-08")));
}

#[tokio::test]
async fn a_new_post_or_another_assignee_opens_the_list_again() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-08").await;
    let mut new = all_staff(&town);
    new.posts.truncate(2);
    let list = drawn_up(&town, &ctx, new).await.expect("drawn up");
    for (who, row) in [town.plant.head, town.plant.staff].into_iter().zip(posts(&town, list.id).await) {
        acknowledged(&town, who, row.id, "2023-06-08").await.expect("acknowledged");
    }
    let added = town.change(async |tx| add_post(tx, &ctx, list.id, post(PostKind::Intern, None)).await).await.expect("added");
    assert_eq!((added.ordinal, completed(&town, list.id).await), (3, None));
    assert_eq!(town.window(town.plant.id, "E08", "2023-06-01").await.fulfilled_on, None);
    assert_eq!(refused(acknowledged(&town, town.plant.officer, added.id, "2023-06-09").await), ["NOT_ASSIGNED"]);
    let later = town.person(town.plant.officer, "2023-06-10").await;
    town.change(async |tx| assign(tx, &later, added.id, Assignee::Name("吴浩".to_owned()), day("2023-06-09")).await).await.expect("assigned");
    let early = town.change(async |tx| acknowledge(tx, &later, added.id, day("2023-06-08")).await).await;
    assert_eq!(refused(early), ["BEFORE_ASSIGNMENT"]);
    town.change(async |tx| acknowledge(tx, &later, added.id, day("2023-06-09")).await).await.expect("acknowledged");
    assert_eq!(completed(&town, list.id).await, Some(day("2023-06-09")));
    let first = posts(&town, list.id).await[0].id;
    town.change(async |tx| assign(tx, &later, first, Assignee::Person(town.plant.deputy), day("2023-06-10")).await).await.expect("assigned");
    assert_eq!((completed(&town, list.id).await, posts(&town, list.id).await[0].acknowledged_on), (None, None));
    let stranger = town.change(async |tx| assign(tx, &later, first, Assignee::Person(town.trader.head), day("2023-06-10")).await).await;
    assert_eq!(refused(stranger), ["NO_POSITION"]);
}

#[tokio::test]
async fn the_all_staff_list_reaches_from_the_head_to_the_front_line() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    for missing in [PostKind::Head, PostKind::FrontLine] {
        let mut new = all_staff(&town);
        new.posts.retain(|post| post.kind != missing);
        let Err(Error::Refused(refusals)) = drawn_up(&town, &ctx, new).await else { panic!("refused") };
        assert_eq!((refusals[0].code, refusals[0].clause), ("POSTS_MISSING", Some("2.1.2")));
    }
    assert_eq!(
        refused(drawn_up(&town, &ctx, NewList { kind: ResponsibilityListKind::Guarantors, posts: Vec::new(), ..all_staff(&town) }).await),
        ["POSTS_MISSING"]
    );
}

#[tokio::test]
async fn a_deputys_list_is_the_deputys_own() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let of = |deputy: Option<Uuid>, assignee: Option<Assignee>| NewList {
        kind: ResponsibilityListKind::Deputy,
        deputy,
        posts: vec![post(PostKind::Deputy, assignee)],
        ..all_staff(&town)
    };
    assert_eq!(refused(drawn_up(&town, &ctx, of(None, None)).await), ["DEPUTY_MISSING"]);
    assert_eq!(refused(drawn_up(&town, &ctx, of(Some(town.plant.head), None)).await), ["NOT_A_DEPUTY"]);
    assert_eq!(refused(drawn_up(&town, &ctx, of(Some(town.plant.deputy), Some(Assignee::Name("王强".to_owned())))).await), ["NOT_THE_DEPUTY"]);
    let list = drawn_up(&town, &ctx, of(Some(town.plant.deputy), None)).await.expect("drawn up");
    let row = posts(&town, list.id).await.remove(0);
    assert_eq!(row.assignee_id, Some(town.plant.deputy));
    acknowledged(&town, town.plant.deputy, row.id, "2023-06-03").await.expect("acknowledged");
    assert_eq!(town.window(town.plant.id, "E10", "2023-06-01").await.fulfilled_on, Some(day("2023-06-03")));
    let later = town.person(town.plant.officer, "2023-06-10").await;
    town.change(async |tx| void(tx, &later, list.id, "重新编制").await).await.expect("voided");
    assert_eq!(town.window(town.plant.id, "E10", "2023-06-01").await.fulfilled_on, None);
    assert_eq!(refused(acknowledged(&town, town.plant.deputy, row.id, "2023-06-11").await), ["ALREADY_VOIDED"]);
}

#[tokio::test]
async fn the_coverage_of_many_lists_takes_two_statements() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let mut lists = Vec::new();
    for _ in 0..5 {
        lists.push(drawn_up(&town, &ctx, all_staff(&town)).await.expect("drawn up").id);
    }
    let before = town.db.statements();
    let found = coverage(town.db.read(), &lists).await.expect("coverage");
    assert_eq!((town.db.statements() - before, found.len()), (2, 5));
}

#[tokio::test]
async fn the_safety_office_excuses_a_window_with_a_reason() {
    let town = Township::new().await;
    let window = town.window(town.plant.id, "E05", "2023-06-20").await;
    let excused = async |ctx: &Context, reason: &str| town.change(async |tx| excuse(tx, ctx, window.id, reason).await).await;
    assert_eq!(refused(excused(&town.person(town.plant.head, "2023-06-20").await, "停产检修").await), ["FORBIDDEN"]);
    assert_eq!(refused(excused(&town.person(town.trader.head, "2023-06-20").await, "停产检修").await), ["NOT_FOUND"]);
    let office = town.person(town.safety_office.officer, "2023-06-20").await;
    assert_eq!(refused(excused(&office, "").await), ["REASON_MISSING"]);
    let row = excused(&office, "停产检修").await.expect("excused");
    assert_eq!(
        (row.ended_on, row.ended_as, row.ended_reason.as_deref(), row.check_after),
        (Some(day("2023-06-20")), Some(EndedAs::Excused), Some("停产检修"), None)
    );
    assert_eq!(status(&facts(town.site.zone, &row), day("2023-07-20"), 7), WindowStatus::Excused);
    assert_eq!(refused(excused(&office, "停产检修").await), ["ALREADY_ENDED"]);
}

#[tokio::test]
async fn who_answers_for_a_duty_holds_a_position_there() {
    let town = Township::new().await;
    let duty = town.window(town.plant.id, "E05", "2023-06-20").await.duty_id;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let owned = async |person: Option<Uuid>| town.change(async |tx| assign_owner(tx, &ctx, duty, person).await).await;
    assert_eq!(refused(owned(Some(town.trader.head)).await), ["NO_POSITION"]);
    assert_eq!(owned(Some(town.plant.deputy)).await.expect("assigned").owner_id, Some(town.plant.deputy));
    assert_eq!(owned(None).await.expect("the safety officer again").owner_id, None);
}
