//! Whom the ledger tells (通知对象): nobody is told of an organization that he may not see, whatever happens there.

use redline_domain::{FoundBy, HazardGrade, Sector, SupervisionLevel, permission::Action};
use redline_entity::notice;
use redline_ledger::{
    Context, actor,
    alert::{self, NewAlert},
    hazard::{self, GradeInput, NewHazard, NewSupervision},
};
use sea_orm::EntityTrait;

use super::{
    support::{day, moment},
    world::World,
};

#[tokio::test]
async fn nobody_is_told_of_an_organization_that_he_may_not_see() {
    let world = World::found().await;
    let app = &world.server.app;
    let ctx = Context::operator(app.site.clone(), moment("2023-07-05T04:00:00Z"));
    let db = app.db.begin().await.unwrap();
    for tenant in &world.tenants {
        let new = NewHazard {
            organization: tenant.organization,
            description: format!("{} 新隐患", tenant.canary),
            location: None,
            sector: None,
            found_by: FoundBy::SelfCheck,
            found_on: day("2023-07-05"),
            finding: None,
        };
        let id = hazard::report(&db, &ctx, new).await.unwrap().id;
        let grade = GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new(), no_criterion_found: false };
        hazard::grade(&db, &ctx, id, grade).await.unwrap();
        let listing = NewSupervision {
            level: SupervisionLevel::Town,
            body: "镇安委办".to_owned(),
            number: tenant.name.to_owned(),
            deadline: day("2023-07-20"),
            requirements: format!("{} 要求", tenant.canary),
            documents: Vec::new(),
        };
        hazard::list_for_supervision(&db, &ctx, id, listing).await.unwrap();
    }
    let new = NewAlert {
        title: "警示二".to_owned(),
        happened_on: day("2023-07-01"),
        place: "外省".to_owned(),
        summary: "经过".to_owned(),
        lessons: "教训".to_owned(),
        sectors: vec![Sector::HazardousChemicals, Sector::IndustryAndTrade],
        number: None,
    };
    alert::issue(&db, &ctx, new).await.unwrap();
    db.commit().await.unwrap();
    let db = app.db.read();
    let mut told = 0;
    for row in notice::Entity::find().all(db).await.unwrap() {
        let reader = actor::load(db, row.person_id, day("2023-07-05")).await.unwrap();
        // A digest that the world has for a village's reader, to speak of two tenants, is not the ledger's.
        if row.step == "OVERDUE+1" {
            continue;
        }
        told += 1;
        assert!(world.things.may(&reader, Action::SeeOrganization, row.organization_id), "{row:?}");
        let text = serde_json::to_string(&row.tale).unwrap();
        for tenant in world.tenants.iter().filter(|tenant| text.contains(&tenant.canary)) {
            assert!(world.things.may(&reader, Action::SeeHazards, tenant.organization), "{row:?}");
        }
    }
    assert!(told > 20, "{told}");
}
