### 规则要求什么：指南、政策页面和 `policy show` 共用的说法；编号以 rule- 开头。
### 都是不带句号的片段，句末由 rule-stop 补上。

rule-stop = 。
rule-list-mark = 、
rule-list-or = 、
rule-otherwise-refer = ；不符合的，由{ $body }认定
rule-during = （只在{ $from }至{ $until }期间要求）
rule-for-employers = （只适用于用人单位为{ $kinds }的）
rule-of-pilot = { $from }至{ $until }的试点
rule-names-mark = ；
rule-every-title-route = 申报职称的各条途径
rule-every-skill-route = 申报技能等级的各条途径
rule-shared = 共用条件“{ $name }”

## 人员、用人单位和岗位

rule-status = 人员状态为{ $among }
rule-status-refer = ；为{ $refer }的，由{ $body }认定
rule-employer-among = 用人单位类型为{ $among }
rule-employer-any = 用人单位类型不限
rule-employer-not = ，但{ $kinds }除外
rule-employer-refer = ；为{ $refer }的，由{ $body }认定
rule-employer-absent = ；未说明类型的，视为符合
rule-upper-level = 用人单位是驻当地的中央、省属企业
rule-not-upper-level = 用人单位不是驻当地的中央、省属企业
rule-employer-named = 用人单位为下列之一：{ $names }
rule-specialty-among = 现岗位专业属于下列之一：{ $names }
rule-field-target = 现岗位属于所申报职称系列的领域
rule-field-title = 现岗位属于所持职称系列的领域
rule-field-series = 现岗位属于{ $series }领域
rule-post-frontline = 现岗位是生产一线岗位
rule-post-skilled = 现岗位是技能岗位
rule-appointed = 用人单位已聘用其为{ $post }

## 考核和记录

rule-reviews = 近{ $years }的年度考核均为合格及以上
rule-reviews-unassessed = ；有年度未考核的，由{ $body }认定
rule-excellent = 近{ $years }的年度考核中至少{ $count }次为优秀
rule-hours = 取得证书之后、所问日期之前的每个完整年度，继续教育达到规定学时：{ $until }年及以前取得证书的为{ $early }学时，以后取得的为{ $later }学时；所看年度为{ $spans }
rule-hours-span = 申报{ $title }看{ $years }
rule-bar = { $years }内未被认定弄虚作假；满{ $years }的当日仍在限制期内
rule-fraud-referral = { $since }及以后被认定弄虚作假、未满{ $years }的，由{ $body }认定

## 证书、职称和学历

rule-level-or-higher = { $level }及以上
rule-holds-skill = 持有{ $level }技能证书
rule-skill = 以{ $level }技能证书为依据
rule-in-post = ，须为现岗位职业的证书
rule-title = 以下列职称为依据：{ $title }
rule-title-one = { $title }及以上
rule-title-several = { $tier }及以上，系列为{ $series }
rule-education = 具有{ $level }学历，所学专业与{ $occupation }相关
rule-education-skill = 证书职业或者现岗位职业
rule-education-post = 现岗位职业
rule-classes-count = ；技工院校班级按相应学历对待
rule-classes-do-not-count = ；技工院校班级不计入
rule-honours-one = 获得{ $list }所列荣誉之一（共列{ $total }项）
rule-honours-several = 获得{ $list }所列荣誉{ $count }项（共列{ $total }项）
rule-honours-referred = ；其中{ $referred }项由{ $body }认定

## 年限

rule-years-one = { $count }年
rule-years = { $count }年
rule-years-of-standard = 职业标准对所申报等级规定的年限
rule-years-general = { $years }（职业标准另有规定的，从其规定）
rule-carrier-skill = 证书
rule-carrier-title = 职称
rule-years-after = 取得{ $carrier }已满{ $years }
rule-since = 取得{ $carrier }之后
rule-career = 全部工作经历中
rule-work = { $since }的工作年限满{ $years }，计入{ $matching }
rule-work-related-to-skill = 证书职业及其相关职业的技能工作；须计入其他技能工作的，由{ $body }认定
rule-work-related-to-post = 现岗位职业及其相关职业的技能工作；须计入其他技能工作的，由{ $body }认定
rule-work-skilled = 全部技能工作
rule-work-any = 全部工作
rule-unless-standard = ；职业标准已有规定的，不适用本项

## 目录、职业和专业

rule-occupation-skill = 证书职业
rule-occupation-post = 现岗位职业
rule-catalogue = { $occupation }列入目录
rule-catalogue-unlisted = ；未列入的，由{ $body }认定
rule-catalogue-refused = ；未列入的不可申报
rule-catalogue-unplaced = ；名称无法归类的，由{ $body }认定
rule-related = 证书职业与现岗位职业相同或者相关
rule-specialty = 现岗位专业是目录所列专业的，该专业须列有{ $occupation }
rule-title-specialty-catalogue = 职称专业是目录所列专业的，该专业须列有现岗位职业
rule-title-specialty-post = 职称专业与现岗位专业都注明的，二者须一致
rule-series-left = 所申报系列不是{ $series }（这些系列文件未作规定，由{ $body }认定）
rule-level-left = 证书等级不是{ $levels }（如何贯通文件未作规定，由{ $body }认定）

## 由人评议或者认定

rule-by-finding = 须由{ $body }认定；没有认定结果的视为不符合，也不询问
rule-judged = 由{ $body }在评审时评议
rule-left-to = 一律由{ $body }认定
rule-heading = 对本条的认定结果适用于其下各项
rule-judged-part = 由{ $body }在评审时评议：{ $part }

## 计数的业绩材料

rule-counted = ；业绩材料{ $since }达到下列之一的，即予认定：{ $groups }
rule-counted-since = （首次取得{ $level }证书之日起的）
rule-counted-group = { $of }至少{ $count }项
rule-counted-or = ；
rule-counted-or-of = 或者
rule-counted-mark = 、
rule-counted-filter = { $kinds }（{ $asked }）
rule-counted-honour = 荣誉{ $names }
rule-counted-level = 级别为{ $among }
rule-counted-category = 类别为{ $among }
rule-counted-commended = 由{ $among }表彰
rule-counted-role = 角色为{ $role }及以上
rule-counted-holding = 或者参与时已具备{ $level }
rule-counted-skill-level = 对应{ $level }
rule-counted-prize = { $prize }及以上
rule-counted-rank = 第{ $count }名及以前
rule-counted-characters = { $count }字及以上
rule-counted-own-characters = 本人撰写{ $count }字及以上
rule-counted-authorship = 作者身份为{ $among }
rule-counted-outlet = 发表于{ $among }
rule-counted-accepted = 已验收或者鉴定
rule-counted-issued = 已颁布
rule-counted-benefit-proven = 效益有证明
rule-counted-relation-proven = 师徒关系有证明
rule-counted-national-quality = 达到国家优质标准
rule-counted-problem-solved = 解决了关键技术问题
rule-counted-in-force = 在有效期内
rule-counted-put-to-use = 已投入应用
rule-counted-in-specialty = 属于本专业
