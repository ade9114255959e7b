### 封闭词汇的名称，与契约中的中文名一致。

## 通道

word-track-title = 职称
word-track-skill = 技能

## 技能等级

word-skill-level-junior-worker = 初级工
word-skill-level-intermediate-worker = 中级工
word-skill-level-senior-worker = 高级工
word-skill-level-technician = 技师
word-skill-level-senior-technician = 高级技师
word-skill-level-special-technician = 特级技师
word-skill-level-chief-technician = 首席技师

## 职称级别

word-title-tier-technical-staff = 员级
word-title-tier-assistant = 助理级
word-title-tier-intermediate = 中级
word-title-tier-deputy-senior = 副高级
word-title-tier-senior = 正高级

## 职称级别（与职称名称并列时）

word-plain-tier-technical-staff = 员级
word-plain-tier-assistant = 助理级
word-plain-tier-intermediate = 中级
word-plain-tier-deputy-senior = 副高级
word-plain-tier-senior = 正高级

## 工程系列各级职称

word-engineering-title-technical-staff = 技术员
word-engineering-title-assistant = 助理工程师
word-engineering-title-intermediate = 工程师
word-engineering-title-deputy-senior = 高级工程师
word-engineering-title-senior = 正高级工程师

## 职称系列

word-series-engineering = 工程
word-series-agriculture = 农业
word-series-arts-and-crafts = 工艺美术
word-series-cultural-heritage = 文物博物
word-series-laboratory = 实验技术
word-series-art = 艺术
word-series-sports = 体育
word-series-technical-school-teacher = 技工院校教师

## 年度考核等次

word-grade-excellent = 优秀
word-grade-good = 良好
word-grade-pass = 合格
word-grade-basic = 基本合格
word-grade-fail = 不合格
word-grade-ungraded = 不定等次
word-grade-none = 未考核

## 学历

word-education-high-school = 高中
word-education-secondary-vocational = 中专
word-education-junior-college = 大专
word-education-bachelor = 本科
word-education-master = 硕士
word-education-doctor = 博士

## 技工院校班级

word-school-class-intermediate-class = 中级工班
word-school-class-senior-class = 高级工班
word-school-class-technician-class = 预备技师(技师)班

## 人员状态

word-status-in-service = 在职
word-status-retired = 退休
word-status-rehired = 退休返聘
word-status-not-employed = 未就业

## 用人单位类型

word-employer-kind-enterprise = 企业
word-employer-kind-public-institution = 事业单位
word-employer-kind-social-organisation = 社会组织
word-employer-kind-self-employed = 个体或自由职业
word-employer-kind-civil-service = 机关
word-employer-kind-other = 其他

## 证书种类

word-certificate-kind-qualification = 职业资格
word-certificate-kind-level = 职业技能等级
word-certificate-kind-other = 其他证书

## 特设岗位

word-appointment-special-technician = 特级技师
word-appointment-none = 无

## 岗位类别

word-post-class-worker = 工人岗
word-post-class-cadre = 管理、技术岗
word-retirement-group-men = 男职工
word-retirement-group-women-workers = 工人岗女职工
word-retirement-group-women-cadres = 管理、技术岗女职工

## 性别

word-sex-female = 女
word-sex-male = 男

## 不良记录

word-sanction-kind-fraud = 弄虚作假

## 结论

word-outcome-not-governed = 不适用
word-outcome-held = 已取得
word-outcome-eligible = 可申报
word-outcome-undetermined = 待补充信息
word-outcome-referred = 需人工认定
word-outcome-not-yet = 尚未到期
word-outcome-not-eligible = 不可申报

## 具备条件后可以

word-effect-apply-for-review = 申报评审
word-effect-direct-recognition = 直接认定
word-effect-apply-for-assessment = 申报职业技能评价
word-effect-employer-appointment = 企业聘用

## 阶段

word-stage-filing = 申报条件
word-stage-review = 评审条件

## 方向

word-direction-skill-to-title = 技能到职称
word-direction-title-to-skill = 职称到技能

## 是否符合

word-truth-yes = 符合
word-truth-no = 不符合
word-truth-unknown = 信息不足
word-truth-refer = 需人工认定
