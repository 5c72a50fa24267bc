//! The traditional characters that stand for simplified ones in our Chinese texts.

/// Each traditional character, and the simplified one after it. `tests/traditional.rs` holds it against an independent
/// converter, so that no new title is forgotten here.
pub const TO_SIMPLIFIED: &str = "\
    仝同個个傚效傢家傳传優优創创劃划動动務务勣绩匯汇區区厰厂員员問问國国園园報报場场塲场實实寫写專专對对\
    導导層层廠厂廣广彙汇後后復复戶户搆构搶抢擧举攷考數数昇升時时會会朮术條条業业構构標标機机檢检檯台殘残\
    毉医決决淨净減减測测準准滙汇濟济災灾為为營营爭争爲为獲获環环產产産产畝亩痠酸療疗眾众礎础禮礼稅税穩稳\
    穫获競竞箇个紓纾級级組组經经綜综縂总縣县總总績绩織织續续纍累纔才聯联臺台與与舉举華华衆众術术衕同製制\
    複复覈核見见規规計计設设評评試试譜谱負负貲资貿贸資资賦赋車车軍军輸输辦办農农連连週周進进遊游過过達达\
    鄉乡鄕乡醫医鉅巨鎮镇長长門门開开間间閤合陞升險险雲云電电頂顶項项領领頭头題题額额風风颱台養养馳驰騐验\
    驗验體体麗丽點点黨党齣出龍龙\
";
