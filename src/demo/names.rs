//! Names of people who do not exist: common family and given names, put together by chance.

use std::collections::BTreeSet;

use rand::{RngExt as _, rngs::StdRng, seq::IndexedRandom as _};

const FAMILY: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐",
    "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎",
];
const FIRST: &[&str] = &["建", "志", "永", "文", "海", "玉", "春", "秀", "国", "明", "晓", "立", "桂", "庆", "宏", "兴", "凤", "淑", "俊", "瑞"];
const SECOND: &[&str] = &["平", "军", "芳", "兰", "峰", "梅", "强", "霞", "林", "云", "刚", "英", "生", "娟", "成", "丽", "涛", "燕", "山", "琴"];
const MONGOLIAN: &[&str] = &[
    "巴特尔",
    "苏和",
    "那顺",
    "宝音",
    "哈斯",
    "朝鲁",
    "布和",
    "牧仁",
    "乌云",
    "萨仁",
    "图雅",
    "娜仁",
    "斯琴",
    "其其格",
    "托娅",
    "格日勒",
    "额尔敦",
    "满都拉",
    "阿木尔",
    "呼和",
    "孟克",
    "达来",
    "吉雅",
    "塔娜",
    "乌兰",
    "高娃",
    "敖登",
    "通拉嘎",
    "萨如拉",
    "娜布其",
];
const ENDINGS: &[&str] = &["", "巴雅尔", "其其格", "高娃", "图雅", "格日乐", "毕力格", "朝克图", "达来", "苏和"];

/// Gives names, each once.
pub struct Names {
    given: BTreeSet<String>,
}

impl Names {
    /// No name was given yet.
    pub fn new() -> Self {
        Self { given: BTreeSet::new() }
    }

    /// A name that nobody has yet. One in three is Mongolian.
    pub fn person(&mut self, rng: &mut StdRng) -> String {
        let pick = |rng: &mut StdRng, list: &[&'static str]| list.choose(rng).copied().unwrap_or_default();
        loop {
            let name = if rng.random_range(0..3) == 0 {
                let (first, ending) = (pick(rng, MONGOLIAN), pick(rng, ENDINGS));
                if first == ending { first.to_owned() } else { format!("{first}{ending}") }
            } else {
                format!("{}{}{}", pick(rng, FAMILY), pick(rng, FIRST), pick(rng, SECOND))
            };
            if self.given.insert(name.clone()) {
                return name;
            }
        }
    }
}
