//! The invented township: its villages, regulators and enterprises. None of them exists.

use redline_domain::{
    Sector::{
        self, AgriculturalMachinery, Construction, FireSafety, Fireworks, Gas, HazardousChemicals, IndustryAndTrade, NewBusinessForms, NonCoalMining,
        SelfBuiltHousing, Transport,
    },
    Trait::{self, Contractors, Deputies, EnforcementPower, HotWork, MajorInstallation, SpecialPosts},
};

/// The county.
pub const COUNTY: (&str, &str) = ("tala", "塔拉旗");
/// The town.
pub const TOWN: (&str, &str) = ("qinggele", "青格勒镇");

/// The villages and communities: code and name.
pub const VILLAGES: [(&str, &str); 7] = [
    ("bayantala", "巴彦塔拉嘎查"),
    ("chagannur", "查干淖尔嘎查"),
    ("suburga", "苏布尔嘎嘎查"),
    ("tolgoi", "乌兰陶勒盖嘎查"),
    ("hohtohoi", "呼和陶亥嘎查"),
    ("aobaoliang", "敖包梁村"),
    ("xincheng", "新城社区"),
];

/// A regulator (二级单位): code, name, sectors, traits.
pub type Unit = (&'static str, &'static str, &'static [Sector], &'static [Trait]);

/// The regulators; together they cover every sector.
pub const UNITS: [Unit; 9] = [
    ("yingji", "应急管理站", &[HazardousChemicals, Fireworks, IndustryAndTrade], &[EnforcementPower]),
    ("zhifa", "综合行政执法局", &[SelfBuiltHousing, NewBusinessForms], &[EnforcementPower]),
    ("xiaofang", "消防工作站", &[FireSafety], &[EnforcementPower]),
    ("jiaotong", "交通运输管理站", &[Transport], &[EnforcementPower]),
    ("cunjian", "村镇建设办公室", &[Construction, SelfBuiltHousing], &[]),
    ("ziran", "自然资源所", &[NonCoalMining], &[EnforcementPower]),
    ("nongmu", "农牧业综合服务中心", &[AgriculturalMachinery], &[]),
    ("shichang", "市场监督管理所", &[Gas, NewBusinessForms], &[EnforcementPower]),
    ("jingji", "经济发展办公室", &[IndustryAndTrade, NewBusinessForms], &[]),
];

/// An enterprise: name without the town, sectors, traits.
pub type Enterprise = (&'static str, &'static [Sector], &'static [Trait]);

/// The chemical plant whose head has a login: it is the first.
pub const CHEMICAL_PLANT: usize = 0;
/// Where a deputy leads an inspection in the head's stead, which does not count.
pub const DEPUTY_LED: usize = 8;
/// Whose head left at the end of May.
pub const HEAD_LEFT: usize = 14;
/// What is classified anew in June.
pub const RECLASSIFIED: usize = 48;
/// What is suspended in June.
pub const SUSPENDED: usize = 21;

/// The foundry that is penalised again and again.
pub const PENALISED: usize = 52;
/// The metal works in which somebody is hurt.
pub const ACCIDENT: usize = 47;
/// The shop that sells fireworks until the end of June.
pub const FIREWORKS_SHOP: usize = 7;
/// The kindergarten, which is empty in holidays.
pub const KINDERGARTEN: usize = 30;
/// The park that has to stop and comes back.
pub const OFF_ROAD_PARK: usize = 59;

/// The enterprises, over all sectors.
pub const ENTERPRISES: [Enterprise; 60] = [
    ("恒源化工有限责任公司", &[HazardousChemicals], &[HotWork, SpecialPosts, Contractors, MajorInstallation, Deputies]),
    ("瑞德精细化工有限公司", &[HazardousChemicals], &[HotWork, SpecialPosts, MajorInstallation, Deputies]),
    ("北原甲醇有限公司", &[HazardousChemicals], &[HotWork, SpecialPosts, Contractors, MajorInstallation, Deputies]),
    ("天驭气体有限公司", &[HazardousChemicals, Gas], &[SpecialPosts, MajorInstallation]),
    ("顺达加油站", &[HazardousChemicals], &[SpecialPosts]),
    ("草原驿加油加气站", &[HazardousChemicals, Gas], &[SpecialPosts]),
    ("喜庆烟花爆竹批发部", &[Fireworks], &[]),
    ("红火烟花爆竹零售店", &[Fireworks], &[]),
    ("通衢物流有限公司", &[Transport], &[HotWork, Deputies]),
    ("安泰危货运输有限公司", &[Transport, HazardousChemicals], &[SpecialPosts, Deputies]),
    ("长青客运有限公司", &[Transport], &[Deputies]),
    ("铁骑铁路专用线服务公司", &[Transport], &[HotWork, SpecialPosts]),
    ("远途汽车运输队", &[Transport], &[]),
    ("牧歌出租汽车有限公司", &[Transport], &[]),
    ("鸿基建筑工程有限公司", &[Construction], &[HotWork, SpecialPosts, Contractors, Deputies]),
    ("塞上市政工程有限公司", &[Construction], &[HotWork, SpecialPosts, Contractors]),
    ("金石路桥工程有限公司", &[Construction], &[HotWork, SpecialPosts, Contractors, Deputies]),
    ("安居房屋建设有限公司", &[Construction], &[SpecialPosts, Contractors]),
    ("众力建筑劳务有限公司", &[Construction], &[SpecialPosts]),
    ("明远装饰装修有限公司", &[Construction], &[HotWork]),
    ("白石砂石料厂", &[NonCoalMining], &[HotWork, SpecialPosts]),
    ("青岭石灰石矿", &[NonCoalMining], &[HotWork, SpecialPosts, Contractors]),
    ("沙丘石英砂矿", &[NonCoalMining], &[SpecialPosts]),
    ("盐湖天然碱矿业有限公司", &[NonCoalMining, IndustryAndTrade], &[HotWork, SpecialPosts, Deputies]),
    ("河湾出租公寓", &[SelfBuiltHousing], &[Contractors]),
    ("东街商住楼", &[SelfBuiltHousing], &[Contractors]),
    ("驼铃民宿", &[SelfBuiltHousing], &[]),
    ("老供销社商铺", &[SelfBuiltHousing], &[Contractors]),
    ("青格勒大酒店", &[FireSafety], &[HotWork, Contractors, Deputies]),
    ("星河购物广场", &[FireSafety], &[HotWork, Contractors, Deputies]),
    ("金色童年幼儿园", &[FireSafety], &[]),
    ("夕阳红养老院", &[FireSafety], &[]),
    ("百灵歌舞餐厅", &[FireSafety], &[HotWork]),
    ("中心卫生院", &[FireSafety], &[Contractors, Deputies]),
    ("牧原宾馆", &[FireSafety], &[]),
    ("丰收农机专业合作社", &[AgriculturalMachinery], &[HotWork]),
    ("兴牧机械服务合作社", &[AgriculturalMachinery], &[]),
    ("绿野农机维修部", &[AgriculturalMachinery], &[HotWork, SpecialPosts]),
    ("联众牧草收割服务队", &[AgriculturalMachinery], &[]),
    ("天边农牧机械有限公司", &[AgriculturalMachinery, IndustryAndTrade], &[HotWork]),
    ("蓝焰燃气有限公司", &[Gas], &[HotWork, SpecialPosts, MajorInstallation, Deputies]),
    ("惠民液化气站", &[Gas], &[SpecialPosts, MajorInstallation]),
    ("暖家燃气具商行", &[Gas], &[]),
    ("西路天然气门站", &[Gas], &[SpecialPosts, MajorInstallation]),
    ("草都乳业有限公司", &[IndustryAndTrade], &[HotWork, SpecialPosts, Contractors, Deputies]),
    ("雪原羊绒制品有限公司", &[IndustryAndTrade], &[HotWork, Contractors]),
    ("金穗面粉厂", &[IndustryAndTrade], &[HotWork, SpecialPosts]),
    ("宏图金属制品有限公司", &[IndustryAndTrade], &[HotWork, SpecialPosts, Deputies]),
    ("晶盛玻璃制品厂", &[IndustryAndTrade], &[HotWork, SpecialPosts]),
    ("再生资源回收站", &[IndustryAndTrade], &[HotWork]),
    ("绿源废旧物资回收公司", &[IndustryAndTrade], &[HotWork]),
    ("牧香肉类食品有限公司", &[IndustryAndTrade], &[SpecialPosts, Contractors, Deputies]),
    ("塔拉铸造厂", &[IndustryAndTrade], &[HotWork, SpecialPosts]),
    ("蒙饰木业加工厂", &[IndustryAndTrade], &[HotWork]),
    ("驰行汽车修理厂", &[IndustryAndTrade], &[HotWork, SpecialPosts]),
    ("青青饲料有限公司", &[IndustryAndTrade], &[SpecialPosts, Contractors]),
    ("乐享密室逃脱馆", &[NewBusinessForms, FireSafety], &[]),
    ("牧云露营地", &[NewBusinessForms], &[]),
    ("飞骏电动车充换电站", &[NewBusinessForms], &[SpecialPosts]),
    ("极限越野乐园", &[NewBusinessForms], &[]),
];

/// The branches of industry and trade (行业) that an enterprise belongs to, by its name, as the standard calls them.
pub fn branches(name: &str) -> &'static [&'static str] {
    const BRANCHES: &[(&str, &[&str])] = &[
        ("乳业", &["通用", "轻工", "有限空间"]),
        ("食品", &["通用", "轻工", "液氨制冷"]),
        ("羊绒", &["通用", "纺织"]),
        ("面粉", &["通用", "粉尘涉爆"]),
        ("饲料", &["通用", "粉尘涉爆"]),
        ("木业", &["通用", "粉尘涉爆"]),
        ("玻璃", &["通用", "建材"]),
        ("铸造", &["通用", "机械"]),
        ("金属", &["通用", "机械"]),
    ];
    BRANCHES.iter().find(|(word, _)| name.contains(word)).map_or(&["通用"], |(_, branches)| branches)
}
