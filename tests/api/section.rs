use yongkang_metrics::Section;

#[test]
fn there_are_those_from_0_to_9() {
    assert_eq!(Section::ALL.len(), 10);
    for number in 0..=u8::MAX {
        let section = Section::new(number);
        assert_eq!(section, Section::ALL.get(usize::from(number)).copied());
        assert!(section.is_none_or(|section| section.number() == number));
    }
    assert!(Section::ALL.is_sorted());
}

#[test]
fn display_reads_back() {
    for (number, section) in Section::ALL.iter().enumerate() {
        assert_eq!(section.to_string(), number.to_string());
        assert_eq!(number.to_string().parse(), Ok(*section));
    }
}

#[test]
fn other_texts_are_refused() {
    // `u8` reads the last four.
    let texts = "|10|-1|-0|256|1000|3.0| 3|3 |3\n|0x3|three|三|\u{FF13}|Section(3)|👩‍🌾|\0|+3|03|0000000000003|+0003";
    for text in texts.split('|').chain([&*"9".repeat(1 << 20)]) {
        assert!(text.parse::<Section>().is_err(), "{text:?}");
    }
}
