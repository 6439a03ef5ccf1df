use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, day).expect("a day of 2023")
}

fn facts(campaign: &Text) -> SupervisionFacts<'_> {
    SupervisionFacts {
        body: "乌审召镇安全生产委员会办公室",
        number: "乌召安办督〔2023〕1号",
        level: SupervisionLevel::Town,
        organization: "红柳化工有限公司",
        hazard: "储罐区可燃气体检测报警装置未投用。",
        location: Some("甲类储罐区"),
        found_on: day(6, 5),
        basis: Some("HAZCHEM-2017/2"),
        campaign,
        requirements: "停用储罐区，更换检测器并联锁",
        deadline: day(7, 10),
        listed_on: day(6, 20),
    }
}

#[test]
fn the_letter_in_chinese_is_the_formal_one() {
    let campaign = Text::new("全镇重大事故隐患专项排查整治2023行动", "Township campaign of 2023 against major accident hazards");
    let expected = "重大事故隐患挂牌督办通知书
乌召安办督〔2023〕1号
红柳化工有限公司：
经查，你单位存在以下重大事故隐患：储罐区可燃气体检测报警装置未投用（位置：甲类储罐区；发现日期：2023年6月5日；判定依据：HAZCHEM-2017/2）。依据《中华人民共和国安全生产法》第四十一条和《全镇重大事故隐患专项排查整治2023行动》关于督查督办的要求，决定对该重大事故隐患实行镇级挂牌督办。现将有关事项通知如下：
一、督办要求：停用储罐区，更换检测器并联锁。
二、督办期限：应于2023年7月10日前（含当日）完成整改并申请验收。
三、整改期间，应落实治理方案确定的责任人、措施、资金、期限和应急预案；无法保证安全的，应停产停业或停止使用相关设施、设备。
四、整改完成后，由行业监管单位或安委办组织验收；验收通过并销号后，解除挂牌督办。逾期未完成整改的，依法依规处理。
乌审召镇安全生产委员会办公室
2023年6月20日";
    assert_eq!(supervision_letter(&facts(&campaign)).text(Language::Zh), expected);
}

#[test]
fn the_letter_in_english_says_the_same() {
    let campaign = Text::new("全镇重大事故隐患专项排查整治2023行动", "Township campaign of 2023 against major accident hazards");
    let expected = "Notice of listed supervision of a major accident hazard
乌召安办督〔2023〕1号
To: 红柳化工有限公司
The following major accident hazard exists at your enterprise: 储罐区可燃气体检测报警装置未投用 (at 甲类储罐区; found on 2023-06-05; graded major by: HAZCHEM-2017/2). Under article 41 of the Work Safety Law and what the \"Township campaign of 2023 against major accident hazards\" asks for supervised rectification, it is listed for supervision at town level. This is asked of you:
1. Requirements: 停用储罐区，更换检测器并联锁.
2. Deadline: complete the rectification and apply for acceptance by 2023-07-10 (that day included).
3. Until then, carry out the plan with its person responsible, measures, funds, deadline and emergency plan; where safety cannot be ensured, suspend production or stop using the facilities concerned.
4. After the rectification, the regulator or the safety office checks it for acceptance; once it is accepted and closed, the supervision ends. What is not rectified in time is dealt with under the law.
乌审召镇安全生产委员会办公室
2023-06-20";
    assert_eq!(supervision_letter(&facts(&campaign)).text(Language::En), expected);
}

#[test]
fn what_is_not_known_is_left_out_and_the_notice_tells_the_whole_letter() {
    let campaign = Text::new("行动", "Campaign");
    let letter = supervision_letter(&SupervisionFacts { location: None, basis: None, requirements: "立即整改。", ..facts(&campaign) });
    let zh = letter.text(Language::Zh);
    assert!(zh.contains("未投用（发现日期：2023年6月5日）。") && zh.contains("督办要求：立即整改。\n"), "{zh}");
    let tale = letter.tale();
    let told: Vec<&str> = std::iter::once(&tale.title).chain(&tale.paragraphs).map(|line| line.in_language(Language::Zh)).collect();
    assert_eq!(told.join("\n"), zh);
}
