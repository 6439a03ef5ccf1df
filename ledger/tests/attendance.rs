//! Activities that name their people (V02, E11, E12, R05), and the three guarantors of an installation (E09).

use crate::common::{Body, Township, day, refused, telling::said};
use redline_domain::{ActivityKind, PostKind, ResponsibilityListKind, Sector, Trait};
use redline_entity::{attendance, post};
use redline_ledger::{
    Error, Result,
    activity::{NewActivity, record},
    attendance::Attendee,
    organization::classify,
    responsibility::{Assignee, NewList, NewPost, acknowledge, assign, coverage, draw_up},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const ON: &str = "2023-05-25";

fn attendee(person: Uuid, role: &str) -> Attendee {
    Attendee { name: None, person: Some(person), role: Some(role.to_owned()).filter(|role| !role.is_empty()) }
}

async fn held(town: &Township, body: &Body, kind: ActivityKind, attendees: Vec<Attendee>, (participants, expected): (u32, Option<u32>)) -> Result<Uuid> {
    let ctx = town.person(body.officer, ON).await;
    let new = NewActivity {
        organization: body.id,
        kind,
        title: "活动".to_owned(),
        occurred_on: day(ON),
        participants,
        led_by: Some(body.head),
        summary: "按方案落实。".to_owned(),
        enterprises: Vec::new(),
        attendees,
        expected,
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| record(tx, &ctx, new).await).await.map(|row| row.id)
}

#[tokio::test]
async fn what_the_notice_asks_to_be_named_is_refused_without_names_and_counts_with_them() {
    let town = Township::new().await;
    for (body, kind, rule, code, clause, wrong, right) in [
        (&town.plant, ActivityKind::WarningEducation, "E12", "ATTENDANCE_MISSING", "2.1.3", vec![], vec![attendee(town.plant.staff, "")]),
        (&town.regulator, ActivityKind::Training, "R05", "ATTENDANCE_MISSING", "2.2.2", vec![], vec![attendee(town.regulator.staff, "")]),
        (
            &town.plant,
            ActivityKind::Appointment,
            "E11",
            "APPOINTEE_MISSING",
            "2.1.2",
            vec![attendee(town.plant.officer, "")],
            vec![attendee(town.plant.officer, "专职安全员")],
        ),
        (
            &town.village,
            ActivityKind::LeadershipGroup,
            "V02",
            "MEMBERS_MISSING",
            "2.3.2",
            vec![attendee(town.village.head, "副组长"), attendee(town.village.deputy, "成员")],
            vec![attendee(town.village.head, "组长"), attendee(town.village.deputy, "成员")],
        ),
    ] {
        match held(&town, body, kind, wrong, (20, None)).await {
            Err(Error::Refused(refusals)) => {
                assert_eq!(refusals.iter().map(|it| (it.code, it.clause, it.field.as_deref())).collect::<Vec<_>>(), [(code, Some(clause), Some("attendees"))]);
            }
            other => panic!("{rule}: {other:?}"),
        }
        assert_eq!(town.window(body.id, rule, ON).await.fulfilled_on, None, "{rule}");
        let activity = held(&town, body, kind, right.clone(), (20, Some(20))).await.expect("recorded");
        assert_eq!(town.window(body.id, rule, ON).await.fulfilled_on, Some(day(ON)), "{rule}");
        let named = attendance::Entity::find().filter(attendance::Column::ActivityId.eq(activity)).all(town.db.read()).await.expect("people");
        assert_eq!(named.len(), right.len());
    }
}

#[tokio::test]
async fn the_numbers_have_to_fit_the_names() {
    let town = Township::new().await;
    let two = || vec![attendee(town.plant.head, ""), attendee(town.plant.staff, "")];
    assert_eq!(refused(held(&town, &town.plant, ActivityKind::Study, two(), (1, None)).await), ["FEWER_THAN_LISTED"]);
    assert_eq!(refused(held(&town, &town.plant, ActivityKind::Study, two(), (3, Some(2))).await), ["FEWER_EXPECTED"]);
    held(&town, &town.plant, ActivityKind::Study, two(), (2, Some(2))).await.expect("recorded");
    let many = |count: usize| (1..=count).map(|at| Attendee { name: Some(format!("员工{at}")), ..Attendee::default() }).collect::<Vec<_>>();
    held(&town, &town.plant, ActivityKind::Study, many(500), (600, None)).await.expect("five hundred are named");
    assert_eq!(refused(held(&town, &town.plant, ActivityKind::Study, many(501), (600, None)).await), ["TOO_MANY_ATTENDEES"]);
    let stranger = vec![attendee(town.trader.head, "")];
    assert_eq!(refused(held(&town, &town.plant, ActivityKind::Study, stranger, (2, None)).await), ["NO_POSITION"]);
}

async fn guarantors(town: &Township, people: [Uuid; 3]) -> Vec<post::Model> {
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let titles = ["主要负责人（包保）", "技术负责人（包保）", "操作负责人（包保）"];
    let posts = titles.into_iter().zip(people).map(|(title, person)| NewPost {
        kind: PostKind::Guarantor,
        title: title.to_owned(),
        duties: "按频次检查".to_owned(),
        assignee: Some(Assignee::Person(person)),
    });
    let new = NewList {
        organization: town.plant.id,
        kind: ResponsibilityListKind::Guarantors,
        title: "包保责任人清单".to_owned(),
        deputy: None,
        posts: posts.collect(),
    };
    let list = town.change(async |tx| draw_up(tx, &ctx, new).await).await.expect("drawn up");
    let posts = post::Entity::find().filter(post::Column::ListId.eq(list.id)).order_by_asc(post::Column::Ordinal).all(town.db.read()).await.expect("posts");
    for post in &posts {
        confirm(town, post).await;
    }
    posts
}

async fn confirm(town: &Township, post: &post::Model) {
    let ctx = town.person(post.assignee_id.expect("somebody"), "2023-06-02").await;
    town.change(async |tx| acknowledge(tx, &ctx, post.id, day("2023-06-02")).await).await.expect("acknowledged");
}

#[tokio::test]
async fn three_guarantors_are_three_people_and_one_person_thrice_does_not_fulfil() {
    let town = Township::new().await;
    let operator = town.operator("2023-05-23");
    let traits = [Trait::MajorInstallation];
    town.change(async |tx| classify(tx, &operator, town.plant.id, day("2023-05-23"), &[Sector::HazardousChemicals], &traits, "核实").await)
        .await
        .expect("classified");
    let (head, deputy, officer) = (town.plant.head, town.plant.deputy, town.plant.officer);
    let posts = guarantors(&town, [head, head, deputy]).await;
    assert_eq!(town.window(town.plant.id, "E09", "2023-06-02").await.fulfilled_on, None);
    let ctx = town.person(head, "2023-06-02").await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E09", "2023-06-02").await;
    assert!(zh.iter().any(|sentence| sentence.contains("应有 3 名不同的包保责任人（主要、技术、操作负责人），现只有 2 名")), "{zh:#?}");
    assert!(en.iter().any(|sentence| sentence.contains("must name 3 different guarantors")), "{en:#?}");
    // The same person by name is the same person.
    let recorder = town.person(officer, "2023-06-02").await;
    let by_name = |name: &str| Assignee::Name(name.to_owned());
    for (name, expected) in [("李建国", 2), (" 王强 ", 2), ("包小龙", 3)] {
        town.change(async |tx| assign(tx, &recorder, posts[1].id, by_name(name), day("2023-06-02")).await).await.expect("assigned");
        let coverage = coverage(town.db.read(), &[posts[0].list_id]).await.expect("coverage");
        assert_eq!(coverage[&posts[0].list_id].guarantors, expected, "{name}");
    }
    // The technical one becomes somebody else, who acknowledges.
    let recorder = town.person(officer, "2023-06-02").await;
    let post = town.change(async |tx| assign(tx, &recorder, posts[1].id, Assignee::Person(officer), day("2023-06-02")).await).await.expect("assigned");
    confirm(&town, &post).await;
    assert_eq!(town.window(town.plant.id, "E09", "2023-06-02").await.fulfilled_on, Some(day("2023-06-02")));
}
