//! What an inspection cites (引用): the accident alert that it answers, and the contracts that it looked at.

use redline_domain::Refusal;
use redline_entity::inspection_contract;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::NewInspection;
use crate::{Result, alert, checks::Checks, contract};

/// The largest number of contracts that an inspection names.
const MOST: usize = 50;

/// Refuses what is cited and is not there; what is given is put in order.
pub(super) async fn check(db: &impl ConnectionTrait, checks: &mut Checks, new: &mut NewInspection) -> Result<()> {
    new.contracts.sort_unstable();
    new.contracts.dedup();
    if let Some(alert) = new.alert
        && !alert::exists(db, alert).await?
    {
        checks.refuse(Refusal::new("UNKNOWN_ALERT", "没有这条事故警示。", "There is no such accident alert.").field("alertId"));
    }
    if new.contracts.len() > MOST {
        let zh = format!("一次检查最多涉及 {MOST} 份合同。");
        checks.refuse(Refusal::new("TOO_MANY_CONTRACTS", zh, format!("An inspection names at most {MOST} contracts.")).field("contractIds"));
    } else if !contract::exists_of(db, new.organization, &new.contracts).await? {
        let zh = "所列合同中有的不存在，或不是被检查单位的合同。";
        let en = "Some of these contracts do not exist, or are not the inspected organization's.";
        checks.refuse(Refusal::new("UNKNOWN_CONTRACT", zh, en).field("contractIds"));
    }
    Ok(())
}

/// Writes which contracts an inspection looked at, in place of those before.
pub(super) async fn write(db: &impl ConnectionTrait, inspection: Uuid, contracts: &[Uuid]) -> Result<()> {
    inspection_contract::Entity::delete_many().filter(inspection_contract::Column::InspectionId.eq(inspection)).exec(db).await?;
    if contracts.is_empty() {
        return Ok(());
    }
    let rows = contracts.iter().map(|&contract| inspection_contract::ActiveModel { inspection_id: Set(inspection), contract_id: Set(contract) });
    inspection_contract::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// The contracts that an inspection looked at.
pub(super) async fn contracts_of(db: &impl ConnectionTrait, inspection: Uuid) -> Result<Vec<Uuid>> {
    let rows = inspection_contract::Entity::find().filter(inspection_contract::Column::InspectionId.eq(inspection));
    Ok(rows.order_by_asc(inspection_contract::Column::ContractId).all(db).await?.into_iter().map(|row| row.contract_id).collect())
}
