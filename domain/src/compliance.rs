//! Compliance (履职情况): its words.

use crate::words;

words! {
    /// By what compliance is summed up (汇总方式).
    GroupBy {
        Village = "VILLAGE", "嘎查村社区", "Village: the enterprises of each";
        Unit = "UNIT", "行业监管单位", "Regulator: the enterprises of its sectors in its jurisdiction";
        Sector = "SECTOR", "行业领域", "Sector: the enterprises of each; one with several counts in each of them";
        Rule = "RULE", "条款", "Rule: all organizations that owe it";
    }
}
