//! The closed vocabularies of the contract: English keys with their Chinese names and aliases.

use std::fmt;

/// A closed vocabulary whose members have an English key, a Chinese name and further accepted spellings.
pub trait Word: Copy + Eq + 'static {
    /// What a member is called in messages, in English.
    const WHAT: &'static str;
    /// All members, in the order of the contract.
    const ALL: &'static [Self];
    /// The English key, as written in output.
    fn key(self) -> &'static str;
    /// The Chinese name that stands beside the key.
    fn zh(self) -> &'static str;
    /// Further spellings that are understood on input.
    fn aliases(self) -> &'static [&'static str];

    /// The member that `text` names by key, Chinese name or alias; blanks are dropped and brackets unified first.
    fn parse(text: &str) -> Option<Self> {
        let plain = plain(text);
        Self::ALL.iter().copied().find(|word| {
            word.key().eq_ignore_ascii_case(&plain)
                || word.zh() == plain
                || word.aliases().iter().any(|alias| *alias == plain)
        })
    }

    /// The accepted keys with their Chinese names, for messages.
    fn choices() -> String {
        let list: Vec<String> = Self::ALL.iter().map(|word| format!("{} {}", word.key(), word.zh())).collect();
        list.join(" | ")
    }
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            other => other,
        })
        .collect()
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $key:literal $zh:literal $([$($alias:literal),*])?,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $key, "` ", $zh)] $variant,)+ }

        impl Word for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn key(self) -> &'static str { match self { $(Self::$variant => $key,)+ } }
            fn zh(self) -> &'static str { match self { $(Self::$variant => $zh,)+ } }
            fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($alias),*)?],)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.key()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(
                    format!("{text:?} is no {}; expected {}", Self::WHAT, Self::choices())))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut names: Vec<&str> = Vec::new();
                for word in Self::ALL {
                    names.push(word.key());
                    names.push(word.zh());
                    names.extend(word.aliases());
                }
                schemars::json_schema!({ "type": "string", "enum": names, "description": concat!("one ", $what, ", by key or Chinese name") })
            }
        }
    };
}

pub mod evidence;

words! {
    /// The two careers that the documents bridge.
    Track, "track" {
        Title = "title" "职称",
        Skill = "skill" "技能" ["技能等级", "职业技能等级"],
    }
}

words! {
    /// Levels of the skill ladder, lowest first. Compared by rank, never by the printed number.
    SkillLevel, "skill level" {
        JuniorWorker = "junior-worker" "初级工" ["初级工(五级)", "五级/初级工", "五级", "初级工五级"],
        IntermediateWorker = "intermediate-worker" "中级工" ["中级工(四级)", "四级/中级工", "四级", "中级工四级"],
        SeniorWorker = "senior-worker" "高级工" ["高级工(三级)", "三级/高级工", "三级", "高级工三级"],
        Technician = "technician" "技师" ["技师(二级)", "二级/技师", "二级", "技师二级"],
        SeniorTechnician = "senior-technician" "高级技师" ["高级技师(一级)", "一级/高级技师", "一级", "高级技师一级"],
        SpecialTechnician = "special-technician" "特级技师",
        ChiefTechnician = "chief-technician" "首席技师",
    }
}

words! {
    /// Tiers of the title ladder, lowest first.
    TitleTier, "title tier" {
        TechnicalStaff = "technical-staff" "员级",
        Assistant = "assistant" "助理级" ["初级"],
        Intermediate = "intermediate" "中级",
        DeputySenior = "deputy-senior" "副高级" ["副高"],
        Senior = "senior" "正高级" ["正高"],
    }
}

words! {
    /// The series in which titles are given.
    Series, "title series" {
        Engineering = "engineering" "工程" ["工程系列", "工程技术"],
        Agriculture = "agriculture" "农业" ["农业系列"],
        ArtsAndCrafts = "arts-and-crafts" "工艺美术" ["工艺美术系列"],
        CulturalHeritage = "cultural-heritage" "文物博物" ["文博", "文物博物系列"],
        Laboratory = "laboratory" "实验技术" ["实验", "实验技术系列"],
        Art = "art" "艺术" ["艺术系列"],
        Sports = "sports" "体育" ["体育系列"],
        TechnicalSchoolTeacher = "technical-school-teacher" "技工院校教师" ["技工院校", "技工院校教师系列"],
    }
}

words! {
    /// Results of an annual review (年度考核).
    Grade, "review grade" {
        Excellent = "excellent" "优秀",
        Good = "good" "良好",
        Pass = "pass" "合格" ["称职", "合格(称职)"],
        Basic = "basic" "基本合格" ["基本称职"],
        Fail = "fail" "不合格" ["不称职"],
        Ungraded = "ungraded" "不定等次",
        None = "none" "未考核",
    }
}

impl Grade {
    /// Whether the review counts as 合格 or better; `none` is neither passed nor failed and answers `false`.
    #[must_use]
    pub fn passes(self) -> bool {
        matches!(self, Self::Excellent | Self::Good | Self::Pass)
    }
}

words! {
    /// Levels of education, lowest first.
    EducationLevel, "education level" {
        HighSchool = "high-school" "高中" ["普通高中"],
        SecondaryVocational = "secondary-vocational" "中专" ["中等专业学校", "中职"],
        JuniorCollege = "junior-college" "大专" ["专科", "大学专科", "高职"],
        Bachelor = "bachelor" "本科" ["大学本科", "学士"],
        Master = "master" "硕士" ["硕士研究生"],
        Doctor = "doctor" "博士" ["博士研究生"],
    }
}

words! {
    /// Classes of technical schools (技工院校).
    SchoolClass, "technical-school class" {
        Intermediate = "intermediate-class" "中级工班" ["技工院校中级工班"],
        Senior = "senior-class" "高级工班" ["技工院校高级工班"],
        Technician = "technician-class" "预备技师(技师)班" ["预备技师班", "技师班", "预备技师", "技工院校预备技师(技师)班"],
    }
}

words! {
    /// How the person stands to the employer today.
    Status, "employment status" {
        InService = "in-service" "在职" ["在职在岗", "在岗"],
        Retired = "retired" "退休" ["离退休", "已退休"],
        Rehired = "rehired" "退休返聘" ["返聘"],
        NotEmployed = "not-employed" "未就业" ["无工作", "待业"],
    }
}

words! {
    /// Kinds of employers.
    EmployerKind, "employer kind" {
        Enterprise = "enterprise" "企业",
        PublicInstitution = "public-institution" "事业单位",
        SocialOrganisation = "social-organisation" "社会组织" ["社会团体"],
        SelfEmployed = "self-employed" "个体或自由职业" ["自由职业", "个体工商户"],
        CivilService = "civil-service" "机关" ["公务员", "参公单位", "国家机关"],
        Other = "other" "其他",
    }
}

words! {
    /// Kinds of skill certificates.
    CertificateKind, "certificate kind" {
        Qualification = "qualification" "职业资格" ["职业资格证书"],
        Level = "level" "职业技能等级" ["职业技能等级证书"],
        Other = "other" "其他证书" ["其他"],
    }
}

words! {
    /// A special post to which the employer has appointed the person.
    Appointment, "appointment" {
        SpecialTechnician = "special-technician" "特级技师",
        None = "none" "无",
    }
}

words! {
    /// The class of the present post, for retirement ages.
    PostClass, "post class" {
        Worker = "worker" "工人岗" ["工人"],
        Cadre = "cadre" "管理、技术岗" ["管理岗", "技术岗", "干部"],
    }
}

words! {
    /// Sex as in the identity papers, for retirement ages.
    Sex, "sex" {
        Female = "female" "女",
        Male = "male" "男",
    }
}

words! {
    /// Whose retirement age it is.
    RetirementGroup, "retirement group" {
        Men = "men" "男职工",
        WomenWorkers = "women-workers" "工人岗女职工",
        WomenCadres = "women-cadres" "管理、技术岗女职工",
    }
}

words! {
    /// Kinds of findings against a person.
    SanctionKind, "sanction kind" {
        Fraud = "fraud" "弄虚作假" ["造假", "学术造假"],
    }
}

words! {
    /// How two facts of a history contradict each other.
    ContradictionKind, "kind of contradiction" {
        /// A higher certificate is dated before a lower one of the same occupation.
        HigherCertificateFirst = "higher-certificate-first" "高等级证书在前",
        /// A higher title is dated before a lower one of the same series.
        HigherTitleFirst = "higher-title-first" "高级别职称在前",
        /// Work begins before the age of 16.
        WorkBeforeSixteen = "work-before-sixteen" "未满十六周岁工作",
        /// A certificate or title is dated before the age of 16.
        CertificateBeforeSixteen = "certificate-before-sixteen" "未满十六周岁取得证书",
        /// A fact is dated before the birth.
        BeforeBirth = "before-birth" "早于出生日期",
        /// A diploma is dated before the age of 10.
        DiplomaBeforeTen = "diploma-before-ten" "未满十周岁毕业",
        /// Two records say the same in everything.
        Alike = "alike" "两项相同",
        /// A fact is dated after the day asked about, and does not count on it.
        AfterDayAsked = "after-day-asked" "晚于查询日期",
    }
}

words! {
    /// The answer for one target; the order is the order of precedence.
    Outcome, "outcome" {
        NotGoverned = "not-governed" "不适用",
        Held = "held" "已取得",
        Eligible = "eligible" "可申报",
        Undetermined = "undetermined" "待补充信息",
        Referred = "referred" "需人工认定",
        NotYet = "not-yet" "尚未到期",
        NotEligible = "not-eligible" "不可申报",
    }
}

words! {
    /// What eligibility opens.
    Effect, "effect" {
        ApplyForReview = "apply-for-review" "申报评审",
        DirectRecognition = "direct-recognition" "直接认定",
        ApplyForAssessment = "apply-for-assessment" "申报职业技能评价",
        EmployerAppointment = "employer-appointment" "企业聘用",
    }
}

words! {
    /// Whether a condition is decided from the dossier or judged by people.
    Stage, "stage" {
        Filing = "filing" "申报条件",
        Review = "review" "评审条件",
    }
}

words! {
    /// The direction in which a bridge is crossed.
    Direction, "direction" {
        SkillToTitle = "skill-to-title" "技能到职称",
        TitleToSkill = "title-to-skill" "职称到技能",
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
