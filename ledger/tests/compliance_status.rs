//! The filters by state say of every row what the domain says of its facts.

use std::collections::BTreeSet;

use crate::common::{Township, day};
use chrono::{Days, NaiveDate};
use redline_domain::{FoundBy, HazardGrade, HazardState, WindowStatus, Word, window::EndedAs};
use redline_entity::{duty, hazard, window, window_status::status_of};
use redline_ledger::{
    hazard::deadline,
    overdue::{count, overdue_hazards, overdue_windows, status_condition},
};
use sea_orm::{Condition, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

const TODAY: &str = "2023-06-15";

fn around(offset: i64) -> NaiveDate {
    let (today, days) = (day(TODAY), Days::new(offset.unsigned_abs()));
    if offset < 0 { today - days } else { today + days }
}

/// Windows on every side of every boundary.
async fn grid(town: &Township) -> Vec<window::Model> {
    let owner = duty::Entity::find().one(town.db.read()).await.expect("asked").expect("a duty");
    let mut rows = Vec::new();
    for starts in [-20, -1, 0, 1] {
        for due in [-8, -1, 0, 1, 6, 7, 8, 29, 30, 31].into_iter().filter(|due| *due >= starts) {
            for fulfilled in [None, Some(-1), Some(0), Some(1)] {
                for ended in [None, Some(-1), Some(0), Some(1)] {
                    for how in EndedAs::ALL {
                        rows.push(window::ActiveModel {
                            id: Set(Uuid::from_u128(rows.len() as u128 + 1)),
                            duty_id: Set(owner.id),
                            organization_id: Set(owner.organization_id),
                            rule_code: Set(owner.rule_code.clone()),
                            hazard_id: Set(Some(Uuid::from_u128(rows.len() as u128 + 1))),
                            cause_id: Set(None),
                            starts_on: Set(around(starts)),
                            opens_on: Set(around(starts - 3)),
                            closes_on: Set(around(due)),
                            due_on: Set(around(due)),
                            required: Set(1),
                            fulfilled_on: Set(fulfilled.map(|offset| around(due + offset))),
                            fulfilled_recorded_at: Set(fulfilled.map(|offset| town.site.zone.start_of(around(due + offset)))),
                            ended_on: Set(ended.map(around)),
                            ended_as: Set(ended.map(|_| *how)),
                            ended_reason: Set(None),
                            opened_noted: Set(false),
                            overdue_noted: Set(false),
                            step_taken: Set(None),
                            check_after: Set(None),
                            failures: Set(0),
                            created_at: Set(town.site.zone.start_of(day(TODAY))),
                        });
                    }
                }
            }
        }
    }
    town.change(async |tx| {
        window::Entity::delete_many().exec(tx).await?;
        for chunk in rows.chunks(100) {
            window::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
        }
        Ok(())
    })
    .await
    .expect("inserted");
    window::Entity::find().all(town.db.read()).await.expect("windows")
}

async fn ids(town: &Township, which: Condition) -> BTreeSet<Uuid> {
    window::Entity::find().filter(which).all(town.db.read()).await.expect("windows").into_iter().map(|row| row.id).collect()
}

#[tokio::test]
async fn the_filter_by_state_finds_exactly_the_windows_that_the_domain_says_are_in_it() {
    let town = Township::new().await;
    let rows = grid(&town).await;
    assert!(rows.len() > 1000, "{} rows", rows.len());
    for today in [day(TODAY), around(1), around(-40), around(400)] {
        for due_soon_days in [0, 1, 7, 30, u32::MAX] {
            let mut seen = 0;
            for &status in WindowStatus::ALL {
                let expected: BTreeSet<Uuid> =
                    rows.iter().filter(|row| status_of(row, town.site.zone, today, due_soon_days) == status).map(|row| row.id).collect();
                assert_eq!(ids(&town, status_condition(status, today, due_soon_days)).await, expected, "{status} on {today}, soon in {due_soon_days}");
                seen += expected.len();
            }
            assert_eq!(seen, rows.len(), "every window is in one state");
        }
        assert_eq!(ids(&town, overdue_windows(today)).await, ids(&town, status_condition(WindowStatus::Overdue, today, 7)).await);
    }
    for &status in WindowStatus::ALL {
        assert!(!ids(&town, status_condition(status, day(TODAY), 7)).await.is_empty(), "the grid has a window that is {status}");
    }
}

#[tokio::test]
async fn a_hazard_is_overdue_from_the_day_after_what_is_due_next_of_it() {
    let town = Township::new().await;
    let mut rows = Vec::new();
    for &state in HazardState::ALL {
        for rectification in [None, Some(-1), Some(0), Some(1)] {
            for acceptance in [None, Some(-1), Some(0), Some(1)] {
                rows.push(hazard::ActiveModel {
                    id: Set(Uuid::from_u128(rows.len() as u128 + 1)),
                    organization_id: Set(town.plant.id),
                    description: Set("…".to_owned()),
                    state: Set(state),
                    grade: Set(Some(HazardGrade::Major)),
                    found_by: Set(FoundBy::SelfCheck),
                    found_on: Set(around(-30)),
                    reported_at: Set(town.site.zone.start_of(around(-30))),
                    deadline_on: Set(rectification.map(around)),
                    acceptance_due_on: Set(acceptance.map(around)),
                    rejections: Set(0),
                    overdue_noted: Set(false),
                    failures: Set(0),
                    ..Default::default()
                });
            }
        }
    }
    town.change(async |tx| Ok(hazard::Entity::insert_many(rows).exec_without_returning(tx).await?)).await.expect("inserted");
    let all = hazard::Entity::find().all(town.db.read()).await.expect("hazards");
    for today in [around(-1), day(TODAY), around(1), around(2)] {
        let expected: BTreeSet<Uuid> = all.iter().filter(|row| deadline(row).is_some_and(|due_on| due_on < today)).map(|row| row.id).collect();
        let found: BTreeSet<Uuid> =
            hazard::Entity::find().filter(overdue_hazards(today)).all(town.db.read()).await.expect("hazards").into_iter().map(|row| row.id).collect();
        assert_eq!(found, expected, "{today}");
    }
    assert!(hazard::Entity::find().filter(overdue_hazards(around(-1))).one(town.db.read()).await.expect("asked").is_none());

    let counted = async |who: Uuid| {
        let ctx = town.person(who, TODAY).await;
        count(town.db.read(), &ctx, None).await.expect("counts")
    };
    let (plant, trader, office) = (counted(town.plant.staff).await, counted(town.trader.staff).await, counted(town.safety_office.staff).await);
    assert!(plant.hazards > 0 && office.hazards == plant.hazards);
    assert_eq!((trader.hazards, trader.windows, plant.windows), (0, 0, 0), "no enterprise owes anything before the end of June");
    assert!(office.windows > 0, "villages and units do");
}
