//! Organizations (单位), what they do (行业领域), and who holds which position in them.

use crate::words;

words! {
    /// What an organization (单位) is in the campaign.
    OrganizationKind {
        Enterprise = "ENTERPRISE", "企业", "Enterprise";
        Village = "VILLAGE", "嘎查村社区", "Village or community";
        Unit = "UNIT", "二级单位", "Secondary unit (regulator)";
        SafetyOffice = "SAFETY_OFFICE", "镇安委办", "Safety office";
        DisciplineOffice = "DISCIPLINE_OFFICE", "镇纪委监察办", "Discipline office";
        PartyOffice = "PARTY_OFFICE", "镇基层党建办", "Party-building office";
    }
}

words! {
    /// A sector (行业领域) of the notice, section 一(一).
    Sector {
        NonCoalMining = "NON_COAL_MINING", "非煤矿山", "Non-coal mining";
        HazardousChemicals = "HAZARDOUS_CHEMICALS", "危险化学品", "Hazardous chemicals";
        Fireworks = "FIREWORKS", "烟花爆竹", "Fireworks";
        SelfBuiltHousing = "SELF_BUILT_HOUSING", "自建房", "Self-built housing";
        Transport = "TRANSPORT", "交通运输", "Transport (road and rail)";
        Construction = "CONSTRUCTION", "建筑施工", "Construction";
        FireSafety = "FIRE_SAFETY", "消防", "Fire safety";
        AgriculturalMachinery = "AGRICULTURAL_MACHINERY", "农机", "Agricultural machinery";
        Gas = "GAS", "燃气", "Gas";
        IndustryAndTrade = "INDUSTRY_AND_TRADE", "工贸", "Industry and trade (scrap recycling included)";
        NewBusinessForms = "NEW_BUSINESS_FORMS", "新业态", "New business forms";
    }
}

words! {
    /// A trait (特征) of an organization on which some duties depend.
    Trait {
        HotWork = "HOT_WORK", "有动火作业", "Does hot work";
        SpecialPosts = "SPECIAL_POSTS", "有特种作业或关键岗位", "Has special or key posts";
        Contractors = "CONTRACTORS", "有外包外租", "Has contractors or tenants";
        MajorInstallation = "MAJOR_INSTALLATION", "有重大危险源", "Has a major hazard installation";
        Deputies = "DEPUTIES", "有分管负责人", "Has deputy heads";
        EnforcementPower = "ENFORCEMENT_POWER", "有执法权", "Has enforcement power";
    }
}

words! {
    /// Whether an organization takes part (状态).
    OrganizationState {
        Active = "ACTIVE", "在册", "Active";
        Suspended = "SUSPENDED", "停产停业", "Suspended";
        Closed = "CLOSED", "关闭注销", "Closed";
    }
}

words! {
    /// A position (职务) that a person holds in an organization.
    Position {
        Head = "HEAD", "主要负责人", "Head";
        Deputy = "DEPUTY", "分管负责人", "Deputy head";
        SafetyOfficer = "SAFETY_OFFICER", "安全管理人员", "Safety officer or liaison";
        Staff = "STAFF", "工作人员", "Staff";
    }
}

words! {
    /// A level of the tree of jurisdictions (辖区).
    JurisdictionKind {
        County = "COUNTY", "旗县", "County";
        Town = "TOWN", "镇", "Town";
        Village = "VILLAGE", "嘎查村", "Village";
    }
}
