//! The schema and the entities agree: an empty database is migrated, and every entity is selected from it.

use redline_domain::*;
use redline_entity as entity;
use redline_ledger::{Db, db::OpenError};
use redline_migration::{Migrator, MigratorTrait};
use sea_orm::{ActiveEnum, ActiveModelTrait, ConnectionTrait, EntityTrait, Set};

async fn empty() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::connect(&format!("sqlite://{}", folder.path().join("redline.db").display())).await.expect("a database");
    (folder, db)
}

macro_rules! select_every {
    ($db:expr, $($table:ident),+ $(,)?) => {{
        $(assert!(entity::$table::Entity::find().all($db).await.expect(stringify!($table)).is_empty());)+
        [$(stringify!($table)),+].len()
    }};
}

#[tokio::test]
async fn every_entity_can_be_selected_from_a_migrated_database() {
    let (_folder, db) = empty().await;
    db.migrate().await.expect("migrated");
    let selected = select_every!(
        db.read(),
        account,
        account_link,
        activity,
        activity_enterprise,
        alert,
        api_key,
        attachment,
        attempt,
        attendance,
        chain_head,
        checkpoint,
        certificate,
        classification,
        contract,
        criterion,
        drill,
        duty,
        enforcement,
        evidence,
        extension,
        finding,
        hazard,
        hazard_plan,
        informant,
        inspection,
        inspection_contract,
        jurisdiction,
        key_period,
        ledger_event,
        mail,
        mail_body,
        membership,
        notice,
        on_duty,
        organization,
        organization_sector,
        permit,
        person,
        post,
        report,
        request,
        responsibility_list,
        reward,
        rulebook,
        session,
        signature,
        site,
        task,
        tip,
        tip_addition,
        tip_challenge,
        supervision,
        suspension,
        window,
        worker_beat,
    );
    let tables = db
        .read()
        .query_all_raw(sea_orm::Statement::from_string(
            db.backend(),
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations'",
        ))
        .await
        .expect("tables");
    assert_eq!(selected, tables.len(), "a table without an entity, or not selected here");
}

/// Every value of an enum goes into its column and comes back.
macro_rules! every_value {
    ($($word:ty),+ $(,)?) => {$(
        for &word in <$word as Word>::ALL {
            assert_eq!(<$word as ActiveEnum>::try_from_value(&word.code().to_owned()).expect("known"), word);
            assert_eq!(ActiveEnum::to_value(&word), word.code());
        }
    )+};
}

#[tokio::test]
async fn every_value_of_every_enum_is_kept_by_its_code() {
    every_value!(
        JurisdictionKind,
        OrganizationKind,
        OrganizationState,
        Sector,
        Trait,
        Position,
        AddressState,
        Language,
        EndedAs,
        RecordKind,
        RecordState,
        OnDutyState,
        DrillForm,
        DrillScope,
        InspectionKind,
        InspectionMode,
        InspectionScope,
        ActivityKind,
        ReportKind,
        ResponsibilityListKind,
        PostKind,
        HazardState,
        HazardGrade,
        FoundBy,
        CertificateKind,
        CertificateState,
        ContractKind,
        PermitKind,
        PermitLevel,
        PermitState,
        LinkPurpose,
        NoticeKind,
        NoticeState,
        Audience,
        Proposal,
        MailState,
        EnforcementKind,
        EnforcementBasis,
        EnforcementState,
        TipState,
        PlanConsent,
        ExtensionState,
        SuspensionExtent,
        SupervisionLevel,
    );
}

#[tokio::test]
async fn an_empty_database_is_older_and_a_strange_one_is_newer() {
    let (_folder, db) = empty().await;
    assert!(matches!(db.check_schema().await, Err(OpenError::Older { pending }) if pending == Migrator::migrations().len()));
    db.migrate().await.expect("migrated");
    db.check_schema().await.expect("the program's own schema");
    let tx = db.begin().await.expect("a transaction");
    tx.execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_01_01_000001_later', 0)").await.expect("inserted");
    tx.commit().await.expect("committed");
    assert!(matches!(db.check_schema().await, Err(OpenError::Newer { unknown }) if unknown == "m2999_01_01_000001_later"));
}

#[tokio::test]
async fn every_migration_goes_both_ways() {
    let (_folder, db) = empty().await;
    db.migrate().await.expect("up");
    let tx = db.begin().await.expect("a transaction");
    Migrator::down(&tx, None).await.expect("down");
    tx.commit().await.expect("committed");
    db.migrate().await.expect("up again");
    db.check_schema().await.expect("as before");
}

#[tokio::test]
async fn readers_cannot_write() {
    let (_folder, db) = empty().await;
    db.migrate().await.expect("migrated");
    let row = entity::site::ActiveModel { name: Set("a".to_owned()), value: Set("b".to_owned()) };
    assert!(row.insert(db.read()).await.is_err());
}
