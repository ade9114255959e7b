//! The words of counted evidence: what was achieved, whose it is, in which role, and how good it was.

use std::fmt;

use super::Word;

words! {
    /// What a record of counted evidence is.
    EvidenceKind, "kind of evidence" {
        Apprentice = "apprentice" "培养徒弟" ["徒弟", "培养技师"],
        Project = "project" "项目" ["工程技术项目"],
        Standard = "standard" "技术规范或规程" ["技术规范", "技术规程", "规程", "标准"],
        Proposal = "proposal" "项目报告或方案" ["项目报告", "项目方案", "工程技术项目报告", "工程技术项目方案"],
        ScienceAward = "science-award" "科学技术奖" ["科技奖"],
        SpecialScienceAward = "special-science-award" "科技专项奖" ["科学技术专项奖"],
        AchievementAward = "achievement-award" "科技成果奖" ["科技成果", "科技成果或相关成果"],
        DesignAward = "design-award" "优秀设计奖",
        QualityProjectAward = "quality-project-award" "优秀工程称号" ["优秀工程奖", "优质工程奖"],
        Merit = "merit" "个人立功" ["立功"],
        AdvancedIndividual = "advanced-individual" "先进个人荣誉称号" ["先进个人"],
        Contest = "contest" "技能大赛" ["技能竞赛", "职业技能竞赛"],
        FiveSmallContest = "five-small-contest" "五小竞赛" ["“五小”竞赛"],
        InventionPatent = "invention-patent" "发明专利" ["国家发明专利"],
        UtilityModelPatent = "utility-model-patent" "实用新型专利",
        Commendation = "commendation" "表彰",
        Report = "report" "专业技术报告" ["技术报告"],
        Textbook = "textbook" "培训教材" ["教材"],
        Paper = "paper" "论文" ["学术论文", "专业论文"],
    }
}

words! {
    /// Whose project, standard, award, honour or contest it is: an authority's, or an enterprise's.
    EvidenceLevel, "level of evidence" {
        National = "national" "国家级",
        Provincial = "provincial" "省部级" ["省(部)级", "省级", "部级"],
        City = "city" "市级" ["地市级", "市(地)级", "设区的市级"],
        County = "county" "县级" ["区县级", "县(区)级"],
        ProvincialEnterprise = "provincial-enterprise" "省属大型骨干企业" ["省属大型骨干企业级"],
        LargeEnterprise = "large-enterprise" "大型企业" ["大型企业级"],
        Plant = "plant" "厂级" ["大型企业中厂级"],
        SmallEnterprise = "small-enterprise" "中小型企业" ["中小企业", "中小型企业级"],
    }
}

words! {
    /// What the person did in it, least first.
    EvidenceRole, "role" {
        Participant = "participant" "参与者" ["参与", "参加", "参与完成"],
        TechnicalBackbone = "technical-backbone" "技术骨干",
        MainTechnicalBackbone = "main-technical-backbone" "主要技术骨干",
        Lead = "lead" "主持人" ["主持", "负责人", "主要技术负责人"],
    }
}

words! {
    /// What sort of project it is.
    ProjectCategory, "project category" {
        KeyProject = "key-project" "重点工程技术项目" ["重点工程项目", "重点工程"],
        SciencePlan = "science-plan" "科技计划项目",
        Equipment = "equipment" "工程成套设备研制" ["成套设备研制"],
        RollOut = "roll-out" "技术推广应用" ["技术推广"],
        TechnicalRenewal = "technical-renewal" "技术改造" ["技改"],
        TechnicalInnovation = "technical-innovation" "技术革新",
        NewProduct = "new-product" "新产品开发" ["产品研制"],
        ProblemSolving = "problem-solving" "技术攻关",
        Design = "design" "工程设计",
        Construction = "construction" "工程施工",
    }
}

words! {
    /// The class of a prize or of a merit, best first.
    PrizeClass, "prize class" {
        Special = "special" "特等" ["特等奖"],
        First = "first" "一等" ["一等奖", "一等功"],
        Second = "second" "二等" ["二等奖", "二等功"],
        Third = "third" "三等" ["三等奖", "三等功"],
        Encouragement = "encouragement" "优秀奖" ["鼓励奖", "嘉奖"],
    }
}

words! {
    /// Where the person stands among the authors of a paper.
    Authorship, "authorship" {
        Sole = "sole" "独立作者" ["独立", "独著"],
        First = "first" "第一作者",
        Other = "other" "其他作者",
    }
}

words! {
    /// Where a paper came out.
    Outlet, "outlet" {
        PublicJournal = "public-journal" "公开发行的专业刊物" ["公开发行的专业期刊", "公开发行刊物", "专业期刊"],
        Proceedings = "proceedings" "会议论文集",
        Internal = "internal" "内部刊物",
        Unpublished = "unpublished" "未发表",
    }
}
