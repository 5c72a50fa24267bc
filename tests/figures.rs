//! The figures of whole texts: what is found, where, and why the rest is none.

use std::time::{Duration, Instant};

use yongkang_metrics::{FoundFigure, figures};

/// The figures that were read, as they stand in the text.
fn read(text: &str) -> Vec<&str> {
    figures(text).filter(|found| found.figure.is_ok()).map(|found| found.text).collect()
}

fn refused(text: &str) -> Vec<&str> {
    figures(text).filter(|found| found.figure.is_err()).map(|found| found.text).collect()
}

#[test]
fn a_figure_is_as_long_as_the_grammar_reads() {
    for (text, expected) in [
        ("外贸进出口总值突破380亿元大关，同比增长33%。", &["突破380亿元", "同比增长33%"][..]),
        ("港口吞吐量达到2.5万余吨", &["2.5万余吨"]),
        ("低保标准提高到每人每月850元", &["每人每月850元"]),
        ("每人每月增加30元左右", &["每人每月增加30元左右"]),
        ("新增21家，附近3家，净增5户，减负18.9亿元", &["21家", "3家", "净增5户", "18.9亿元"]),
        ("气温为负3个百分点", &["负3个百分点"]),
        ("气温为-3个百分点", &["-3个百分点"]),
        ("型号A-3个百分点，三-5家", &["3个百分点", "5家"]),
        ("占比由20%提高到25.5%", &["20%", "提高到25.5%"]),
        ("增长了 5.5％，下降 3.2 ％", &["增长了 5.5％", "下降 3.2 ％"]),
        ("連續3年居全省第三，排名第11位", &["連續3年", "第三", "第11位"]),
        ("首位；连续六个季度；百余篇；翻一番", &["首位", "连续六个季度", "百余篇", "翻一番"]),
        ("投资1,234.5万元,新建1,234家", &["1,234.5万元", "1,234家"]),
        ("3至5万元，380亿元至390亿元", &["3至5万元", "380亿元至390亿元"]),
        ("共有三家；二十项行动；近三家企业；两个月", &["三家", "二十项", "近三家", "两个月"]),
        ("首次低于30微克/立方米", &["低于30微克/立方米"]),
        ("控制在5%以内，保持在650家以上，平均3个", &["5%以内", "650家以上", "平均3个"]),
        ("肩负3个，背负3亿元", &["3个", "3亿元"]),
        ("看到3家，想到5家", &["3家", "5家"]),
        ("18项制度，734个制造业项目，5个代表团", &["18项", "734个", "5个"]),
        ("在1家500强企业", &["1家"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_figure_says_why() {
    for (text, numeral, why) in [
        ("2031年", "2031", "a year of the calendar"),
        ("9月召开", "9", "may be a date"),
        ("第三届", "三", "behind a place in an order"),
        ("第三批", "三", "behind a place in an order"),
        ("5A级", "5", "no word of this grammar"),
        ("10万吨级码头", "10万", "a grade"),
        ("90年代", "90", "a grade, a part"),
        ("五分之一", "五", "a part"),
        ("3吨/户", "3", "a rate"),
        ("打造一批企业", "一", "there are some"),
        ("突破一批技术", "一", "there are some"),
        ("中央八项规定", "八", "as in a name"),
        ("“二十条”", "二十", "in a quotation"),
        ("《八项规定》", "八", "in a quotation"),
        ("长三角", "三", "no word of this grammar"),
        ("同比3家", "3", "no rise or fall"),
        ("控制在5%", "5", "that or at most that"),
        ("分别提升0.7个", "0.7", "a fraction of what is counted"),
        ("1.2.3家", "1.2.3", "not a decimal number"),
    ] {
        let found: Vec<FoundFigure<'_>> = figures(text).collect();
        let first = found.iter().find(|found| found.text == numeral).unwrap_or_else(|| panic!("{text}: {found:?}"));
        let error = first.figure.as_ref().expect_err(text).to_string();
        assert!(error.contains(why), "{text}: {error}");
    }
}

/// Words that end like a word before the number, and are none.
#[test]
fn a_word_of_its_own_is_left_out() {
    let words = "附近 最近 邻近 就近 公升 晋升 节约 履约 违约 月均 日均 季均 减负 担负 肩负 背负 自负";
    for word in words.split(' ') {
        assert_eq!(read(&format!("{word}3家")), ["3家"], "{word}");
    }
}

#[test]
fn speech_is_no_name() {
    assert_eq!(read("市长说：“今年新增21家，明年还要新增30家。”"), ["21家", "30家"]);
    assert_eq!(refused("出台“20条新政”"), ["20"]);
    let names: Vec<_> = figures("“1+8”和《第“十五”五》计划3家").map(|found| found.name).collect();
    assert_eq!(names, [Some("“1+8”"), Some("“1+8”"), Some("《第“十五”五》"), Some("《第“十五”五》"), None]);
}

#[test]
fn the_members_of_a_list_have_its_direction() {
    let values = |text| -> Vec<String> {
        let read = figures(text).filter_map(|found| found.figure.ok());
        read.map(|figure| figure.value.expect("no range").to_string()).collect()
    };
    assert_eq!(values("出口、进口分别下降4.3%、5.5%和6%"), ["-4.3", "-5.5", "-6"]);
    // The second is of another unit, has a word of its own, or stands elsewhere.
    assert_eq!(values("分别下降4.3%、5家"), ["-4.3", "5"]);
    assert_eq!(values("下降4.3%、增长5.5%"), ["-4.3", "5.5"]);
    assert_eq!(values("下降4.3%，占5.5%"), ["-4.3", "5.5"]);
    let text = "分别下降4.3%、5.5%";
    assert_eq!(read(text), ["下降4.3%", "5.5%"]);
}

#[test]
fn every_numeral_is_in_one_item_and_places_are_true() {
    let mut random = fastrand::Rng::with_seed(7);
    let parts = [
        "一",
        "三",
        "百",
        "万",
        "亿",
        "半",
        "首",
        "位",
        "第",
        "1",
        "23",
        ".",
        ",",
        "，",
        "、",
        "元",
        "家",
        "%",
        "％",
        "增长",
        "下降",
        "到",
        "了",
        "“",
        "”",
        "《",
        " ",
        "\n",
        "年",
        "月",
        "近",
        "余",
        "至",
        "-",
        "負",
        "翻",
        "番",
        "每人每月",
        "達到",
        "首次",
        "共",
        "低于",
        "整",
        "大关",
        "和",
        "😀",
        "３",
    ];
    for _ in 0..3_000 {
        let text: String = (0..random.usize(..30)).map(|_| parts[random.usize(..parts.len())]).collect();
        let chars: Vec<char> = text.chars().collect();
        let mut rest: Vec<char> = chars.clone();
        let mut end = 0;
        for FoundFigure { text: found, bytes, characters, name, .. } in figures(&text) {
            assert_eq!(&text[bytes], found);
            assert!(name.is_none_or(|name| name.contains(found)), "{text}");
            assert_eq!(chars[characters.clone()].iter().collect::<String>(), found);
            assert!(end <= characters.start && characters.start < characters.end, "{text}");
            end = characters.end;
            rest[characters].fill(' ');
        }
        let numerals = "〇零一二两三四五六七八九十百千万亿半首0123456789";
        assert!(!rest.iter().any(|c| numerals.contains(*c)), "{text}: {rest:?}");
    }
}

#[test]
fn hostile_texts_take_no_longer() {
    for part in ["1,", "一", "至", "“", "不超过", "达到", "1.", " "] {
        let start = Instant::now();
        assert!(figures(&part.repeat(300_000 / part.len())).count() <= 1, "{part}");
        // A square of the length would take hours.
        assert!(start.elapsed() < Duration::from_secs(20), "{part}: {:?}", start.elapsed());
    }
}
