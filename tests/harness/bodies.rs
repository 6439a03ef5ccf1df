//! The organizations and people of the stories.

use std::collections::BTreeMap;

use redline_domain::{JurisdictionKind, Language, OrganizationKind, Position, Sector, Trait, UnifiedSocialCreditCode, ids};
use redline_entity::jurisdiction;
use redline_ledger::{
    Context, Db, account,
    organization::{NewOrganization, register},
    person::{NewPerson, appoint, create},
};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};
use uuid::Uuid;

use crate::{PASSWORD, day};

const TOWN: &str = "/wushen/wushenzhao/";

/// An organization to be: short name, kind, name, jurisdiction, sectors, traits, village.
type Planned<'a> = (&'static str, OrganizationKind, &'a str, &'a str, &'a [Sector], &'a [Trait], Option<&'a str>);

/// The organizations and people of the stories, by short names.
#[derive(Default)]
pub struct Bodies {
    organizations: BTreeMap<&'static str, Uuid>,
    people: BTreeMap<String, Uuid>,
}

impl Bodies {
    /// An organization's id as the API writes it.
    pub fn organization(&self, name: &str) -> String {
        ids::encode(ids::Noun::Organization, self.organizations[name])
    }

    /// The short name of an organization, by its id as the API writes it.
    pub fn short_name(&self, id: &str) -> &'static str {
        let key = ids::decode_as(ids::Noun::Organization, id).expect("an organization's id");
        self.organizations.iter().find(|(_, known)| **known == key).map(|(name, _)| *name).expect("an organization of the stories")
    }

    /// A person's id as the API writes it, by `organization.position`.
    pub fn person(&self, name: &str) -> String {
        ids::encode(ids::Noun::Person, self.people[name])
    }

    /// A person's key.
    pub fn person_key(&self, name: &str) -> Uuid {
        self.people[name]
    }

    /// The small township: an office of each kind, two villages, two regulators, and in the first village a chemical plant and
    /// a trade enterprise, in the second another trade enterprise. Everybody logs in as `organization.position`.
    pub async fn seed(db: &Db, ctx: &Context) -> Self {
        let tx = db.begin().await.expect("a transaction");
        let mut bodies = Self::default();
        let county = place(&tx, ctx, None, JurisdictionKind::County, "乌审旗", "/wushen/").await;
        let town = place(&tx, ctx, Some(county), JurisdictionKind::Town, "乌审召镇", TOWN).await;
        place(&tx, ctx, Some(town), JurisdictionKind::Village, "察汗淖尔嘎查", "/wushen/wushenzhao/chahannaoer/").await;
        place(&tx, ctx, Some(town), JurisdictionKind::Village, "乌兰图嘎查", "/wushen/wushenzhao/wulantu/").await;
        let hash = account::hash_password(PASSWORD).expect("a hash");

        use OrganizationKind as Kind;
        let chemicals = [Sector::HazardousChemicals];
        let trade = [Sector::IndustryAndTrade];
        let plan: [Planned; 10] = [
            ("office", Kind::SafetyOffice, "乌审召镇安委会办公室", TOWN, &[], &[], None),
            ("discipline", Kind::DisciplineOffice, "乌审召镇纪委监察办", TOWN, &[], &[], None),
            ("party", Kind::PartyOffice, "乌审召镇基层党建办", TOWN, &[], &[], None),
            ("village", Kind::Village, "察汗淖尔嘎查", "/wushen/wushenzhao/chahannaoer/", &[], &[], None),
            ("neighbour", Kind::Village, "乌兰图嘎查", "/wushen/wushenzhao/wulantu/", &[], &[], None),
            ("regulator", Kind::Unit, "乌审召镇应急管理站", TOWN, &chemicals, &[Trait::EnforcementPower], None),
            ("industry", Kind::Unit, "乌审召镇经济发展办", TOWN, &trade, &[], None),
            ("plant", Kind::Enterprise, "蓝湖化工有限公司", "", &chemicals, &[Trait::HotWork, Trait::Deputies], Some("village")),
            ("trader", Kind::Enterprise, "晨光机械加工厂", "", &trade, &[], Some("village")),
            ("stranger", Kind::Enterprise, "远山建材有限公司", "", &trade, &[], Some("neighbour")),
        ];
        for (at, (key, kind, name, path, sectors, traits, village)) in plan.into_iter().enumerate() {
            let credit_code = (kind == Kind::Enterprise).then(|| UnifiedSocialCreditCode::make(&format!("91150626MA0N{at:04}")).expect("a code").to_string());
            let new = NewOrganization {
                kind,
                name: name.to_owned(),
                credit_code,
                jurisdiction_path: path.to_owned(),
                village: village.map(|village| bodies.organizations[village]),
                address: None,
                sectors: sectors.to_vec(),
                traits: traits.to_vec(),
                joined_on: ctx.site.rulebook.begins_on,
            };
            let organization = register(&tx, ctx, new).await.expect("registered");
            bodies.organizations.insert(key, organization.id);
            for (position, word) in [(Position::Head, "head"), (Position::Deputy, "deputy"), (Position::SafetyOfficer, "officer"), (Position::Staff, "staff")] {
                bodies.employ(&tx, ctx, key, word, position, &hash).await;
            }
        }
        tx.commit().await.expect("committed");
        bodies
    }

    async fn employ(&mut self, tx: &DatabaseTransaction, ctx: &Context, organization: &str, word: &str, position: Position, hash: &str) {
        let login = format!("{organization}.{word}");
        let surname = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈"][self.people.len() / 4 % 10];
        let given = ["建国", "志强", "慧敏", "小军"][self.people.len() % 4];
        let person = NewPerson {
            name: format!("{surname}{given}"),
            phone: None,
            email: Some(format!("{login}@example.cn")),
            language: Language::Zh,
            morning_hour: None,
        };
        let person = create(tx, ctx, person).await.expect("a person");
        appoint(tx, ctx, person.id, self.organizations[organization], position, None, day("2020-01-01")).await.expect("appointed");
        account::open(tx, ctx, person.id, &login, hash.to_owned()).await.expect("an account");
        self.people.insert(login, person.id);
    }
}

async fn place(tx: &DatabaseTransaction, ctx: &Context, parent: Option<Uuid>, kind: JurisdictionKind, name: &str, path: &str) -> Uuid {
    let row = jurisdiction::ActiveModel { id: Set(ctx.id()), parent_id: Set(parent), kind: Set(kind), name: Set(name.to_owned()), path: Set(path.to_owned()) };
    row.insert(tx).await.expect("a place").id
}
