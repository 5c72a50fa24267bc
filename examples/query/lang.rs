//! What the tool says, in English and in Chinese.

use lexopt::Error;
use yongkang_metrics::{DATASET, ParseError, Section};

#[derive(Clone, Copy)]
pub enum Lang {
    En,
    Zh,
}

const HELP: &str = "\
usage: query [OPTION VALUE[,VALUE...]]... [--total] [--format FORMAT] [--lang LANG]

A metric is shown if it has one of the values of each option that is given.
Without options: the first figures, what adds up, and what can be asked.

  --category CODE      what it is about: foreign-trade, talent
  --unit CODE          what it counts or measures: yuan, person
  --dimension CODE     what sort of quantity that is: money, count, rank
  --stat-type CODE     what kind of statistic it is: flow, stock, growth-rate
  --precision CODE     how precise it is: exact, rounded, more
  --admin-level CODE   administrative level of an award or ranking: national
  --section NUMBER     where it stands in the report
  --aggregate CODE     what it adds up to with others, or none
  --period-basis CODE  whether the report states its period: stated, assumed
  --period PERIOD      for exactly these days: a year, a month, or DAY/DAY
  --within PERIOD      for days within these
  --search WORDS       with all of these words in its texts

  --total              then what they add up to, and what adds up with nothing
  --format FORMAT      table (as wide as the terminal, or as COLUMNS says),
                       json, csv or md
  --lang LANG          en or zh
  --help               this text

Names work in place of codes, in English or Chinese. An option may come again:
--unit yuan --unit person is --unit yuan,person.

Status: 0 with an answer, 1 if no metric is found, 2 if something is wrong.";

const HELP_ZH: &str = "\
用法：query [选项 取值[,取值...]]... [--total] [--format 格式] [--lang 语言]

列出符合各选项的指标；同一选项有多个取值时，符合其一即可。
不带选项运行：列出首要指标、各项合计和可查询的内容。

  --category 类别      指标的类别，如 foreign-trade、talent
  --unit 单位          计量单位，如 yuan、person
  --dimension 量纲     单位的量纲，如 money、count、rank
  --stat-type 类型     统计类型，如 flow、stock、growth-rate
  --precision 精度      精确程度，如 exact、rounded、more
  --admin-level 级别   所涉奖项、排名等的行政级别，如 national
  --section 章节号     所在章节
  --aggregate 合计指标 与其他指标合计为该指标；none 为不可相加者
  --period-basis 依据  时期是否载明：stated 或 assumed
  --period 时期        正是该时期：年份、月份，或 起始日/截止日
  --within 时期        不超出该时期
  --search 词语        含有全部词语

  --total              另列合计，并列出不可相加的指标
  --format 格式        table（宽度随终端，或由 COLUMNS 指定）、
                       json、csv 或 md
  --lang 语言          en 或 zh
  --help               显示本说明

代码可用中文或英文名称代替。选项可重复：
--unit yuan --unit person 即 --unit yuan,person。

退出码：0 有结果；1 没有符合的指标；2 出错。";

impl Lang {
    pub fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    pub fn help(self) -> String {
        format!("{}\n\n{}\n", self.pick(DATASET.title, DATASET.title_zh), self.pick(HELP, HELP_ZH))
    }

    pub fn error(self, error: &str) -> String {
        format!("{}{error}", self.pick("error: ", "错误："))
    }

    pub fn wrong_option(self, error: &Error) -> String {
        let chinese = match error {
            Error::UnexpectedOption(option) => format!("没有选项 {option}"),
            Error::UnexpectedArgument(argument) => format!("多余的参数 {}", argument.to_string_lossy()),
            Error::UnexpectedValue { option, value } => format!("选项 {option} 不带取值 {}", value.to_string_lossy()),
            Error::MissingValue { option: Some(option) } => format!("选项 {option} 缺少取值"),
            other => format!("选项有误：{other}"),
        };
        let help = self.pick("query --help explains the options", "运行 query --help 查看各选项的说明");
        format!("{}\n{help}", self.pick(error.to_string(), chinese))
    }

    /// What is wrong with a value of an option.
    pub fn wrong_value(self, option: &str, error: &ParseError) -> String {
        let chinese = match error.what {
            "period" => {
                "时期格式有误；应为年、月或日，或先早后晚的两者，如 2021-01-01/2021-12-31、2021-01/2021-11、2021"
                    .to_owned()
            }
            "section of the report" => format!("没有该章节；应为0至{}的整数", Section::ALL.len() - 1),
            "value of this filter" => "取值过多；至多1024个".to_owned(),
            _ => unknown_code(error),
        };
        self.pick(format!("--{option}: {error}"), format!("--{option}：{chinese}"))
    }
}

fn unknown_code(error: &ParseError) -> String {
    let vocabulary = match error.what {
        "category" => "类别",
        "unit" => "单位",
        "dimension" => "量纲",
        "kind of statistic" => "统计类型",
        "precision" => "精度",
        "aggregate" => "合计指标",
        "period basis" => "时期依据",
        _ => "行政级别",
    };
    let maybe = match &error.nearest()[..] {
        [] => String::new(),
        nearest => format!("是否指 {}？", nearest.join("、")),
    };
    format!("没有名为“{}”的{vocabulary}；{maybe}可用代码：{}", error.text, error.valid().join("、"))
}
