//! A small township for tests: one organization of each kind and two enterprises, with people in their positions.

pub mod telling;

use std::sync::Arc;

use chrono::NaiveDate;
use redline_domain::{
    JurisdictionKind, Language, OrganizationKind, Position, Rulebook, Sector, Trait, UnifiedSocialCreditCode, WorkCalendar, Zone, permission::Actor,
};
use redline_entity::{jurisdiction, organization, window};
use redline_ledger::{
    Context, Db, Error, Result, Site, actor,
    ids::Ids,
    organization::{NewOrganization, register},
    person::{NewPerson, appoint, create},
    rulebook,
    settings::{SecondFactor, Tips},
};
use redline_test_database::TestDatabase;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

/// The county, the town and the village of the tests.
pub const COUNTY: &str = "/150626/";
/// The town.
pub const TOWN: &str = "/150626/wushenzhao/";
/// The village.
pub const VILLAGE: &str = "/150626/wushenzhao/bayan/";

/// An organization with its people, who hold their positions since 2020.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// The organization.
    pub id: Uuid,
    /// Its head.
    pub head: Uuid,
    /// Its deputy head.
    pub deputy: Uuid,
    /// Its safety officer.
    pub officer: Uuid,
    /// One of its staff.
    pub staff: Uuid,
}

/// A township on 2023-05-22, the first day of the action.
pub struct Township {
    /// Where it is kept.
    pub database: TestDatabase,
    /// The database.
    pub db: Db,
    /// The site: the built-in rulebook, Shanghai time, ids that are the same each time.
    pub site: Arc<Site>,
    /// 镇安委办.
    pub safety_office: Body,
    /// 镇纪委监察办.
    pub discipline_office: Body,
    /// 镇基层党建办.
    pub party_office: Body,
    /// 巴音嘎查, to which both enterprises belong.
    pub village: Body,
    /// The regulator of hazardous chemicals, with enforcement power.
    pub regulator: Body,
    /// A plant in hazardous chemicals: head 李建国, deputy 王强. It has deputies and does hot work.
    pub plant: Body,
    /// An enterprise of industry and trade, which the regulator does not regulate. It has no traits.
    pub trader: Body,
}

/// A day: `day("2023-06-20")`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

impl Township {
    /// The township.
    pub async fn new() -> Self {
        Self::on(TestDatabase::new().await, Zone::default()).await
    }

    /// The township on SQLite, whatever the environment says.
    pub async fn sqlite() -> Self {
        Self::on(TestDatabase::sqlite().await, Zone::default()).await
    }

    /// The township on a database, in a zone.
    pub async fn on(database: TestDatabase, zone: Zone) -> Self {
        let db = database.db.clone();
        let source = Rulebook::builtin("wushenzhao-2023").expect("the built-in rulebook");
        let ids = Ids::seeded(1);
        let start = zone.at(day("2023-05-22"), 8);
        let tx = db.begin().await.expect("a transaction");
        let rulebook = rulebook::activate(&tx, &ids, start, source).await.expect("a rulebook");
        let tips = Tips { difficulty: 4, per_address_per_hour: 5, per_hour: 12 };
        let site = Arc::new(Site {
            zone,
            rulebook,
            workdays: WorkCalendar::builtin(),
            base_url: "http://redline.test".to_owned(),
            tips,
            second_factor: SecondFactor::Optional,
            ids,
        });
        let ctx = Context::operator(Arc::clone(&site), start);
        jurisdictions(&tx, &ctx).await;
        let safety_office = body(&tx, &ctx, OrganizationKind::SafetyOffice, "乌审召镇安委办", ["白海", "何静", "罗洋", "梁雨"], |_| {}).await;
        let discipline_office = body(&tx, &ctx, OrganizationKind::DisciplineOffice, "乌审召镇纪委监察办", ["宋清", "郑正", "谢明", "唐亮"], |_| {}).await;
        let party_office = body(&tx, &ctx, OrganizationKind::PartyOffice, "乌审召镇基层党建办", ["韩红", "冯英", "于洁", "董平"], |_| {}).await;
        let village = body(&tx, &ctx, OrganizationKind::Village, "巴音嘎查", ["苏和", "乌兰", "娜仁", "朝鲁"], |new| {
            new.jurisdiction_path = VILLAGE.to_owned()
        })
        .await;
        let regulator = body(&tx, &ctx, OrganizationKind::Unit, "乌审召镇应急管理站", ["高峰", "林涛", "周敏", "许刚"], |new| {
            new.sectors = vec![Sector::HazardousChemicals];
            new.traits = vec![Trait::EnforcementPower];
        })
        .await;
        let plant = body(&tx, &ctx, OrganizationKind::Enterprise, "红柳化工有限公司", ["李建国", "王强", "赵敏", "孙亮"], |new| {
            enterprise(new, village.id, "91150626MA0N0001", Sector::HazardousChemicals);
            new.traits = vec![Trait::Deputies, Trait::HotWork];
        })
        .await;
        let trader = body(&tx, &ctx, OrganizationKind::Enterprise, "金马商贸有限公司", ["陈丽", "吴刚", "刘洋", "马超"], |new| {
            enterprise(new, village.id, "91150626MA0N0002", Sector::IndustryAndTrade);
        })
        .await;
        tx.commit().await.expect("committed");
        Self { database, db, site, safety_office, discipline_office, party_office, village, regulator, plant, trader }
    }

    /// The program itself at nine in the morning of a day.
    pub fn operator(&self, on: &str) -> Context {
        Context::operator(Arc::clone(&self.site), self.site.zone.at(day(on), 9))
    }

    /// A person at nine in the morning of a day, with the positions held on that day.
    pub async fn person(&self, person: Uuid, on: &str) -> Context {
        let actor = actor::load(self.db.read(), person, day(on)).await.expect("an actor");
        Context::new(Arc::clone(&self.site), Arc::new(actor), self.site.zone.at(day(on), 9))
    }

    /// Nobody known, at nine in the morning of a day.
    pub fn nobody(&self, on: &str) -> Context {
        Context::new(Arc::clone(&self.site), Arc::new(Actor::nobody()), self.site.zone.at(day(on), 9))
    }

    /// Does something in a transaction, which is committed only if it succeeds.
    pub async fn change<T>(&self, what: impl AsyncFnOnce(&DatabaseTransaction) -> Result<T>) -> Result<T> {
        let tx = self.db.begin().await.expect("a transaction");
        let outcome = what(&tx).await;
        if outcome.is_ok() {
            tx.commit().await.expect("committed")
        } else {
            tx.rollback().await.expect("rolled back")
        }
        outcome
    }

    /// The windows of an organization under a rule, by due date.
    pub async fn windows(&self, organization: Uuid, rule: &str) -> Vec<window::Model> {
        window::Entity::find()
            .filter(window::Column::OrganizationId.eq(organization))
            .filter(window::Column::RuleCode.eq(rule))
            .order_by_asc(window::Column::DueOn)
            .order_by_asc(window::Column::Id)
            .all(self.db.read())
            .await
            .expect("windows")
    }

    /// The window of an organization under a rule whose period has that day.
    pub async fn window(&self, organization: Uuid, rule: &str, on: &str) -> window::Model {
        let on = day(on);
        self.windows(organization, rule).await.into_iter().find(|window| (window.opens_on..=window.closes_on).contains(&on)).expect("a window on that day")
    }

    /// The row of an organization.
    pub async fn organization(&self, id: Uuid) -> organization::Model {
        organization::Entity::find_by_id(id).one(self.db.read()).await.expect("asked").expect("an organization")
    }
}

/// The codes of the refusals that something met.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T>) -> Vec<&'static str> {
    match outcome {
        Err(Error::Refused(refusals)) => refusals.iter().map(|refusal| refusal.code).collect(),
        Err(Error::NotFound) => vec!["NOT_FOUND"],
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn enterprise(new: &mut NewOrganization, village: Uuid, stem: &str, sector: Sector) {
    new.village = Some(village);
    new.jurisdiction_path = VILLAGE.to_owned();
    new.credit_code = Some(UnifiedSocialCreditCode::make(stem).expect("a credit code").to_string());
    new.sectors = vec![sector];
}

async fn jurisdictions(tx: &DatabaseTransaction, ctx: &Context) {
    let mut parent = None;
    for (kind, name, path) in
        [(JurisdictionKind::County, "乌审旗", COUNTY), (JurisdictionKind::Town, "乌审召镇", TOWN), (JurisdictionKind::Village, "巴音嘎查", VILLAGE)]
    {
        let row =
            jurisdiction::ActiveModel { id: Set(ctx.id()), parent_id: Set(parent), kind: Set(kind), name: Set(name.to_owned()), path: Set(path.to_owned()) };
        parent = Some(row.insert(tx).await.expect("a jurisdiction").id);
    }
}

async fn body(tx: &DatabaseTransaction, ctx: &Context, kind: OrganizationKind, name: &str, people: [&str; 4], more: impl FnOnce(&mut NewOrganization)) -> Body {
    let mut new = NewOrganization {
        kind,
        name: name.to_owned(),
        credit_code: None,
        jurisdiction_path: TOWN.to_owned(),
        village: None,
        address: None,
        sectors: Vec::new(),
        traits: Vec::new(),
        joined_on: day("2023-05-22"),
    };
    more(&mut new);
    let id = register(tx, ctx, new).await.expect("registered").id;
    let mut seated = [Uuid::nil(); 4];
    for ((seat, name), position) in seated.iter_mut().zip(people).zip([Position::Head, Position::Deputy, Position::SafetyOfficer, Position::Staff]) {
        *seat = person(tx, ctx, name).await;
        appoint(tx, ctx, *seat, id, position, None, day("2020-01-01")).await.expect("appointed");
    }
    let [head, deputy, officer, staff] = seated;
    Body { id, head, deputy, officer, staff }
}

/// A person with a mail address.
pub async fn person(tx: &DatabaseTransaction, ctx: &Context, name: &str) -> Uuid {
    let email = format!("p{}@example.test", name.chars().map(|c| format!("{:x}", u32::from(c))).collect::<String>());
    let new = NewPerson { name: name.to_owned(), phone: None, email: Some(email), language: Language::Zh, morning_hour: None };
    create(tx, ctx, new).await.expect("a person").id
}
