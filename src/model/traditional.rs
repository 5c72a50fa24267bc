//! The traditional characters that stand for simplified ones in our Chinese texts.

/// The simplified character that a traditional one stands for.
#[inline]
pub fn simplified(c: char) -> Option<char> {
    // Every character here has three bytes, and the second of each pair is never the first of another.
    let at = TO_SIMPLIFIED.find(c)?;
    if at % 6 == 0 { TO_SIMPLIFIED[at + 3..].chars().next() } else { None }
}

/// Each traditional character, and the simplified one after it. `tests/traditional.rs` holds it against an independent
/// converter, so that no new text is forgotten here.
const TO_SIMPLIFIED: &str = "\
    並并仝同佈布併并係系個个傚效傢家傳传僅仅億亿優优兌兑內内兩两冊册別别則则創创劃划動动務务勣绩匯汇區区\
    厰厂參参員员問问單单嚮向嚴严囘回囬回國国圍围園园團团報报場场塲场學学實实審审寫写將将專专對对導导層层\
    屬属崗岗幣币廠厂廣广廻回彙汇後后從从復复應应戰战戶户揚扬搆构搶抢擔担據据擧举攷考數数斷断於于昇升時时\
    會会朮术條条業业榮荣構构標标機机檢检檯台檻槛歸归殘残毉医決决淨净減减測测準准滙汇濟济災灾為为營营爭争\
    爲为獲获現现環环產产産产畝亩痠酸療疗發发眎视眡视眾众確确礎础禮礼稅税稱称穩稳穫获竝并競竞箇个節节範范\
    糢模糰团糾纠紓纾級级紛纷組组結结統统經经綜综緊紧縂总縣县總总績绩織织繫系續续纍累纔才聞闻聯联職职臺台\
    與与舉举舘馆莊庄華华萬万號号衆众術术衕同製制複复覈核見见規规視视計计記记設设註注評评試试該该認认誠诚\
    說说説说調调請请諾诺譜谱護护譽誉讚赞負负貲资貿贸資资賦赋贊赞車车軍军輕轻輸输轉转辦办農农迴回連连週周\
    進进遊游過过達达遞递適适遷迁選选還还鄉乡鄕乡鄰邻醫医鉅巨錶表鎮镇長长門门開开間间関关閤合閾阈關关陞升\
    際际隣邻險险難难雲云電电韆千頂顶項项領领頭头題题額额類类顧顾風风颱台颺扬養养餘余館馆馳驰騐验驗验體体\
    髮发麗丽麪面麫面麵面點点黨党齣出龍龙\
";
