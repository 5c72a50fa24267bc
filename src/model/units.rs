//! The common units of Chinese statistics, for the readers of figures that are in no table of ours: claims, drafts, other texts.
//!
//! A prefix belongs to its unit: 35千克 is 35 kilograms. Longer words are taken before shorter ones, so their order does not matter.

use crate::model::figure::Known;
use crate::vocabulary::Dimension;
use crate::vocabulary::Dimension::{
    Area, Concentration, Count, Duration, Energy, Length, Mass, Money, MoneyRate, Power, Rank, Ratio, Volume,
};

const fn of(after: &'static str, dimension: Dimension) -> Known<'static> {
    (("", after), dimension)
}

const fn rate(before: &'static str, after: &'static str) -> Known<'static> {
    ((before, after), MoneyRate)
}

#[rustfmt::skip]
pub static COMMON: &[Known<'static>] = &[
    // Money.
    of("元", Money), of("元人民币", Money), of("元(人民币)", Money), of("人民币", Money), of("元钱", Money), of("美元", Money), of("欧元", Money),
    of("日元", Money), of("港元", Money), of("港币", Money), of("英镑", Money), of("澳元", Money), of("加元", Money), of("卢布", Money),
    of("韩元", Money), of("新台币", Money), of("瑞士法郎", Money),
    rate("人均", "元"), rate("户均", "元"), rate("亩均", "元"), rate("每人每月", "元"), rate("每人每年", "元"), rate("每户每年", "元"),
    rate("每亩", "元"), of("元/吨", MoneyRate), of("元/亩", MoneyRate), of("元/人", MoneyRate), of("元/平方米", MoneyRate),
    of("元/千瓦时", MoneyRate), of("分/千瓦时", MoneyRate),
    // Persons and things, by their measure words.
    of("人", Count), of("人次", Count), of("名", Count), of("位", Count), of("户", Count), of("户次", Count), of("家", Count),
    of("家次", Count), of("个", Count), of("项", Count), of("项次", Count), of("件", Count), of("件次", Count), of("次", Count),
    of("批", Count), of("批次", Count), of("条", Count), of("起", Count), of("例", Count), of("宗", Count), of("笔", Count), of("份", Count),
    of("张", Count), of("本", Count), of("册", Count), of("篇", Count), of("部", Count), of("套", Count), of("台", Count),
    of("台套", Count), of("台(套)", Count), of("台（套）", Count), of("辆", Count), of("列", Count), of("架", Count), of("架次", Count),
    of("艘", Count), of("艘次", Count), of("班", Count), of("班次", Count), of("座", Count), of("栋", Count), of("幢", Count),
    of("间", Count), of("所", Count), of("处", Count), of("口", Count), of("头", Count), of("只", Count), of("羽", Count), of("匹", Count),
    of("尾", Count), of("株", Count), of("棵", Count), of("枚", Count), of("块", Count), of("床", Count),
    of("站", Count), of("支", Count), of("对", Count), of("双", Count), of("场", Count), of("场次", Count),
    of("类", Count), of("种", Count), of("款", Count), of("片", Count), of("颗", Count), of("桩", Count), of("群", Count),
    of("组", Count), of("团", Count), of("队", Count), of("标箱", Count), of("标准箱", Count), of("人天", Count), of("用户", Count),
    of("瓶", Count), of("箱", Count), of("包", Count), of("袋", Count), of("桶", Count), of("盏", Count), of("根", Count),
    // Mass.
    of("吨", Mass), of("公斤", Mass), of("千克", Mass), of("克", Mass), of("毫克", Mass), of("微克", Mass), of("斤", Mass), of("担", Mass),
    of("吨标准煤", Mass), of("吨标煤", Mass), of("吨二氧化碳", Mass),
    // Length.
    of("公里", Length), of("千米", Length), of("米", Length), of("厘米", Length), of("毫米", Length), of("微米", Length), of("纳米", Length),
    of("海里", Length), of("里", Length),
    // Area.
    of("亩", Area), of("亩次", Area), of("公顷", Area), of("平方公里", Area), of("平方千米", Area), of("平方米", Area), of("平米", Area),
    of("平方厘米", Area),
    // Volume.
    of("立方米", Volume), of("立方", Volume), of("升", Volume), of("毫升", Volume), of("重量箱", Count),
    // Energy, power and what flows.
    of("千瓦时", Energy), of("度", Energy), of("兆瓦时", Energy), of("瓦时", Energy), of("焦耳", Energy), of("千瓦", Power), of("瓦", Power),
    of("兆瓦", Power), of("吉瓦", Power), of("千伏安", Power), of("马力", Power),
    of("标准立方米", Volume),
    // Concentrations and yields.
    of("微克/立方米", Concentration), of("毫克/立方米", Concentration), of("毫克/升", Concentration), of("公斤/亩", Concentration),
    of("吨/亩", Concentration), of("千克/亩", Concentration), of("人/平方公里", Concentration),
    of("吨/年", Concentration), of("吨/日", Concentration), of("吨/天", Concentration),
    // Ratios and ranks.
    of("%", Ratio), of("‰", Ratio), of("个百分点", Ratio), of("百分点", Ratio), of("个千分点", Ratio), of("倍", Ratio), of(":1", Ratio),
    of("：1", Ratio), of("∶1", Ratio), of("个点", Ratio), of("分", Ratio), of("位", Rank), of("名", Rank),
    // Time.
    of("年", Duration), of("个月", Duration), of("月", Duration), of("周", Duration), of("天", Duration), of("日", Duration),
    of("小时", Duration), of("个小时", Duration), of("分钟", Duration), of("秒", Duration), of("个季度", Duration), of("季度", Duration),
    of("个工作日", Duration), of("学时", Duration), of("岁", Duration), of("周年", Duration), of("周岁", Duration),
];
