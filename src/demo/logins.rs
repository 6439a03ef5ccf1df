//! The logins of the demonstration: one for each role.

use redline_domain::Position;

use super::{
    places::CHEMICAL_PLANT,
    township::{DISCIPLINE_OFFICE, ENTERPRISES, PARTY_OFFICE, SAFETY_OFFICE, UNITS, VILLAGES},
};

/// The password of all of them.
pub const PASSWORD: &str = "redline-demo";

/// A login.
pub struct Login {
    /// The name to log in with.
    pub login: &'static str,
    /// Whose: the organization's place in the township.
    pub body: usize,
    /// Whose: the first who holds this position there.
    pub position: Position,
    /// The role, in both languages.
    pub role: &'static str,
}

const fn login(login: &'static str, body: usize, position: Position, role: &'static str) -> Login {
    Login { login, body, position, role }
}

/// All of them.
pub const LOGINS: [Login; 8] = [
    login("office", SAFETY_OFFICE, Position::SafetyOfficer, "safety office 镇安委办"),
    login("discipline", DISCIPLINE_OFFICE, Position::Head, "discipline office 纪委监察办"),
    login("party", PARTY_OFFICE, Position::Head, "party-building office 基层党建办"),
    login("village", VILLAGES, Position::SafetyOfficer, "village 嘎查村社区"),
    login("unit", UNITS, Position::SafetyOfficer, "regulator 二级单位"),
    login("head", ENTERPRISES + CHEMICAL_PLANT, Position::Head, "head of a chemical plant 企业主要负责人"),
    login("officer", ENTERPRISES + CHEMICAL_PLANT, Position::SafetyOfficer, "its safety officer 安全管理人员"),
    login("employee", ENTERPRISES + CHEMICAL_PLANT, Position::Staff, "an employee of it 员工"),
];
