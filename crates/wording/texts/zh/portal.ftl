### 网页的文字；编号以 portal- 开头。

portal-title = { $page } · 贯通
portal-language = English
portal-skip = 跳到正文
portal-menu = 主要栏目
portal-menu-check = 自查
portal-menu-policies = 政策
portal-menu-catalogue = 职业查询
portal-menu-api = 接口
portal-crumbs = 当前位置
portal-footer-rules = 结论依据所列文件逐条得出，供本人和用人单位事先自查；是否受理、是否通过，以有关机构的决定为准。
portal-footer-store = 自查填写的内容不保存，只有提出的申报才会留存。
portal-colon = ：
portal-comma = 、

## 自查表

portal-check = 能申报什么
portal-check-lead = 填写职业经历，看看现在能申报哪些职称和技能等级，依据是哪一条，最早什么时候可以申报。
portal-ask = 查看结果
portal-save = 保存档案
portal-save-help = 档案保存为一个文件，由您自己保管；下次可以载入，接着填。
portal-beside = 说明和载入
portal-how = 怎样填写
portal-how-unknown = 记不清的，选“未说明”。只有真正影响结论的，才会再问您。
portal-how-none = “没有”与“未说明”不同：选“没有”，就按没有来判断。
portal-how-store = 填写的内容只用来得出这一次的结果，不在服务器上保存。
portal-example = 填入一份虚构的示例
portal-load-title = 载入保存的档案
portal-load-file = 档案文件
portal-load-help = 以前保存的 JSON 文件，或者同样格式的 YAML 文件，不超过 10 MB。
portal-load = 载入
portal-notice-example = 已填入一份虚构的示例，并非真人真事。可以直接查看结果，也可以修改后再看。
portal-notice-invented = 所填内容来自虚构的示例，并非真人真事。
portal-notice-loaded = 档案已载入。请核对，再查看结果。
portal-notice-not-loaded = 这个文件不能载入
portal-kept = 档案中有些内容表格里不显示，但会原样保留，并参与判断：
portal-faults = 请先改正以下各处
portal-further = 另有{ $count }处，改正以上各处后再列出。
portal-line = （第{ $line }行）
portal-all-places = 全部地区
portal-no-series = 不属于任何系列
portal-tier-with-title = { $tier }（{ $title }等）
portal-relevance-none = 与任何职业都不相关
portal-relevance-some = 与下列职业相关
portal-beyond = 另有{ $count }条记录未在表格里显示，会原样保留并参与判断。
portal-remove = 删去第{ $n }项

portal-section-question = 问什么
portal-section-post = 现在的岗位
portal-section-held = 已有的证书和职称
portal-section-work = 工作经历
portal-section-reviews = 年度考核
portal-section-honours = 荣誉和竞赛
portal-section-education = 学历
portal-section-sanctions = 诚信记录
portal-section-rare = 其他
portal-rare = 个别地区才问到的几项
portal-hours = 继续教育学时
portal-help-hours = 每年完成的学时数；没有参加的填 0。
portal-help-reviews-section = 所问日期之前三年，现岗位的考核结果。

portal-field-person-name = 姓名
portal-field-person-sex = 性别
portal-field-person-birth-date = 出生日期
portal-field-place = 地区
portal-field-as-of = 按哪一天判断
portal-help-place = 不选就看全部地区。
portal-help-as-of = 默认是今天；写成 20261121 也可以。
portal-field-employment-status = 人员状态
portal-field-employment-employer-kind = 用人单位类型
portal-field-employment-field = 岗位所属的系列领域
portal-help-employment-field = 生产、制造、建设、检测等岗位一般属于工程。
portal-field-employment-frontline = 是不是生产一线岗位
portal-field-employment-skilled-post = 是不是技能岗位
portal-field-employment-occupation = 岗位的职业
portal-help-employment-occupation = 写职业名称，例如焊工；也可以写职业分类大典的代码。
portal-field-employment-specialty = 岗位的专业
portal-field-employment-appointed-as = 单位聘任的特设岗位
portal-field-employment-employer-upper-level = 是不是驻当地的中央或省属企业
portal-field-employment-employer-name = 单位全称

portal-field-skills = 技能证书
portal-help-skills = 国家职业资格证书或者职业技能等级证书。
portal-none-skills = 没有
portal-some-skills = 有
portal-add-skills = 再加一项证书
portal-row-skills = 证书 { $n }
portal-field-skills-level = 等级
portal-field-skills-occupation = 证书上的职业
portal-field-skills-date = 发证日期

portal-field-titles = 职称
portal-none-titles = 没有
portal-some-titles = 有
portal-add-titles = 再加一项职称
portal-row-titles = 职称 { $n }
portal-field-titles-tier = 级别
portal-field-titles-series = 系列
portal-field-titles-specialty = 专业
portal-field-titles-date = 取得日期

portal-field-work = 实际工作的各段时间
portal-help-work = 每段写明从哪天到哪天；日期只记得年月的，写 2006-08 即可，按当月最后一天计。
portal-none-work = 没有
portal-some-work = 有
portal-add-work = 再加一段经历
portal-row-work = 经历 { $n }
portal-field-work-occupation = 职业
portal-field-work-from = 开始日期
portal-field-work-to = 结束日期
portal-field-work-going-on = 至今仍在做
portal-field-work-unskilled = 不是技术技能工作

portal-field-reviews = { $year } 年
portal-field-continuing-education = { $year } 年

portal-field-honours = 荣誉称号、竞赛名次
portal-help-honours = 写政策文件里的名称；竞赛另写名次或者奖项。
portal-none-honours = 没有
portal-some-honours = 有
portal-add-honours = 再加一项荣誉
portal-row-honours = 荣誉 { $n }
portal-field-honours-name = 名称
portal-field-honours-rank = 名次
portal-field-honours-award = 奖项
portal-field-honours-date = 获得日期

portal-field-education = 与职业有关的学历
portal-none-education = 没有
portal-some-education = 有
portal-add-education = 再加一项学历
portal-row-education = 学历 { $n }
portal-field-education-level = 层次
portal-field-education-class = 技工院校班级
portal-field-education-date = 毕业日期
portal-field-education-relevance = 所学专业与职业
portal-field-education-relevant-to = 相关的职业
portal-help-education-relevant-to = 几个职业用顿号隔开。

portal-field-sanctions = 是否被认定过弄虚作假
portal-help-sanctions = 在申报中提供虚假材料、抄袭等，并经有关机构认定的。
portal-none-sanctions = 没有
portal-some-sanctions = 有
portal-add-sanctions = 再加一项
portal-row-sanctions = 认定记录 { $n }
portal-field-sanctions-date = 认定日期

## 填写有误时

portal-fault-date = “{ $value }”不是日期。请写成 2019-05-20，只知道年月的写成 2019-05。
portal-fault-day = “{ $value }”这一天不存在，请核对。
portal-fault-number = “{ $value }”不对，这里填 { $least } 到 { $most } 的整数。
portal-fault-word = “{ $value }”不在可选的范围内。
portal-fault-blank = 这里是空白；不知道的，请去掉这一项。
portal-fault-long = 文字太长，最多 500 字。
portal-fault-mapping = 这里应当是由名称和值组成的一组内容。
portal-fault-list = 这里应当是一个列表；没有的写 []。
portal-fault-text = 这里应当是文字。
portal-fault-yes-no = 这里应当是 true 或者 false。
portal-fault-key = 没有名为“{ $value }”的项目。
portal-fault-near = 是不是“{ $near }”？
portal-fault-year = “{ $value }”不是年份。
portal-fault-records = 记录太多，一人最多 20000 条。
portal-fault-schema = 档案格式不认识，应当是 guantong/dossier/1。
portal-fault-work-ends = 结束日期早于开始日期。
portal-fault-honour-ends = 有效期止于获得日期之前。
portal-fault-finding-kind = 没有写明认定的种类（kind: fraud）。
portal-fault-evidence-kind = 没有写明业绩材料的种类（kind）。
portal-fault-evidence-ends = 有效期止于取得日期之前。
portal-fault-evidence-twice = 同一项业绩材料写了两次；请删去一项，或写明两项的区别。
portal-fault-evidence-key = 这一种类的业绩材料没有“{ $value }”这一项，请删去。
portal-fault-none-chosen = 选了“没有”，下面却填了内容。请改选“有”，或者清空下面各项。
portal-fault-nothing-chosen = 选了“未说明”，下面却填了内容。请改选“有”，或者清空下面各项。
portal-fault-no-row = 选了“有”，下面却没有填写。请至少填写一项，或者改选“没有”“未说明”。
portal-fault-end-and-going-on = 填了结束日期，又选了“至今仍在做”。请留下一个。
portal-fault-relevance-none = 选了“与任何职业都不相关”，却写了职业。请留下一个。
portal-fault-relevance-some = 请写出相关的职业。
portal-fault-place = 没有这个地区的政策，请另选。
portal-fault-unreadable = 文件内容读不出来：

## 结果

portal-result = 自查结果
portal-result-lead = 按 { $day } 当天有效的政策和所填情况判断。
portal-contradictions = 所填情况中有前后不一的地方，请核对
portal-contradictions-lead = 以下只是提醒，不影响判断结果。
portal-change = 修改所填内容
portal-overview = 一览
portal-in-force-from = 自 { $from } 起施行
portal-in-force-until = 自 { $from } 起施行，有效期至 { $until }
portal-after-expiry = 已过政策有效期
portal-missing = 还需要知道
portal-judged = 评审时由有关机构评议的 { $count } 项
portal-routes = 各条途径
portal-stage-review = 评审时评议
portal-open = 待评议
portal-catalogue-yes = “{ $occupation }”在职业目录之内
portal-catalogue-no = “{ $occupation }”不在职业目录之内
portal-catalogue-unknown = “{ $occupation }”是否在职业目录之内，还不能判断
portal-catalogue-refer = “{ $occupation }”是否在职业目录之内，须由有关机构认定
portal-catalogue-no-match = 目录中没有对应的行。
portal-errata = 原文有异：
portal-indicative = 参考：国家职业标准模板上的年限（不是规定）
portal-indicative-lead = 本地政策把年限留给了该职业的国家标准。下面只是编制标准的通用模板，仅供参考；以该职业现行的标准和当地通知为准。

## 政策和条款

portal-policies = 政策文件
portal-policies-lead = 判断所依据的文件。每一条都可以查到原文位置、大意和所取的理解。
portal-number = 文号
portal-issuer = 发文机关
portal-from = 施行日期
portal-until = 有效期至
portal-no-end = 未规定
portal-standing = 今天
portal-is-in-force = 有效
portal-not-in-force = 不在有效期内
portal-clauses = 条款
portal-digest = 规则摘要
portal-coverage = 条款落实
portal-national = 国家层面的有关规定
portal-national-lead = 各地文件所依据的国家规定和通用事实。多数未见官方原文，各条写明来源和可信程度。
portal-parts = 按用途
portal-part-decision = 判断
portal-part-decision-help = 直接决定能否申报的条款。
portal-part-procedure = 程序
portal-part-procedure-help = 由谁办、按什么顺序、在什么期限内。
portal-part-certificate = 证书
portal-part-certificate-help = 证书的颁发、效力和撤销。
portal-part-register = 目录
portal-part-register-help = 名册、目录和查询。
portal-part-information = 知悉
portal-part-information-help = 原则、职责和待遇，不影响判断。
portal-examples-count = 示例 { $count } 个
portal-examples = 示例：
portal-asked-of = 适用于：{ $of }。
portal-by-name = { $standing }的条款
portal-checked = 核对
portal-checked-by = { $day }，{ $who }
portal-routes-count = { $count } 条途径有此条件
portal-side-short = 材料不足
portal-named-in = 理由中引用本条的示例：
portal-has-reading = 有所取的理解
portal-clause = 条款 { $id }
portal-says = 大意
portal-paraphrase = 这是转述，不是原文；两种文字意思相同。
portal-reading = 文字未尽之处和所取的理解
portal-in-english = 这一段只有英文记录。
portal-parameters = 条款中的名称、数字和日期
portal-used = 怎样使用
portal-part = 用途
portal-cited = 引用本条的途径：
portal-not-cited = 没有途径直接引用本条。
portal-software = 系统的处理（英文记录）
portal-provenance = 来源（英文记录）
portal-confidence = 可信程度
portal-confidence-high = 高
portal-confidence-medium = 中
portal-confidence-low = 低
portal-neighbours = 前后条款

## 职业查询

portal-catalogue = 职业查询
portal-catalogue-lead = 输入职业或者专业，看看各地目录是否列入、对应什么专业、由谁评审评价、到哪里考核。名称、名称的一部分、旧名俗名、拼音、首字母、代码都可以。
portal-word = 职业、专业名称或者代码
portal-word-help = 例如：焊工、月嫂、dhg、6-18-02
portal-direction = 方向
portal-direction-both = 两个方向
portal-search = 查询
portal-hits = 与“{ $word }”有关的职业：{ $count } 个

## 接口

portal-api = 程序接口
portal-api-lead = 同样的判断，供程序调用；这些请求的内容不保存。案卷的办理另凭口令，逐步记入只增不改的日志。
portal-api-cases = 案卷的办理
portal-api-cases-lead = 以 Authorization: Bearer 带上账号的口令。同一个 Idempotency-Key 重复提交，只办理一次，答复逐字节相同。不能办理的，code 是不随语言变化的种类，clause 是依据的条款，detail 说明原因，remedy 说明怎样才能办理。
portal-api-casework = 案卷不能办理：401 口令不对，403 不由这个账号办理，404 没有或者无权查看，409 程序不允许，410 已删除，413 文件过大，422 内容有误，503 存储暂时不能使用（已确认的都已保存）
portal-api-no-office = 这里只提供自查，不办理案卷
portal-api-description = 接口说明（OpenAPI 3.1）
portal-api-request = 请求示例
portal-api-ask = 送去一份档案，得到各地区、各目标的结论。示例中的情况是虚构的：
portal-api-absent = 没有写的键表示不知道；空列表、false 和 none 表示确知没有。
portal-api-parts = 还可以写明 jurisdiction（地区）、as_of（日期）、targets（目标）、standards（职业标准的年限）和 lang（zh 或 en）。
portal-api-catalogue = 查询职业和专业：各地是否列入、对应什么专业、由谁评审评价、服务点在哪里。q 可以是名称、拼音、首字母或者代码；jurisdiction（地区）和 direction（方向）可以不写。
portal-api-errors = 出错时
portal-api-errors-lead = 出错时返回 application/problem+json；内容有误的，faults 中逐处列出 path、problem 和 remedy。
portal-api-status = 状态
portal-api-kind = 种类
portal-api-means = 含义
portal-api-malformed = 内容不是可以读出的 JSON
portal-api-not-found = 没有这个地址
portal-api-wrong-method = 这个地址不接受这种方法
portal-api-too-large = 内容超过 10 MiB
portal-api-wrong-type = 内容类型不是 application/json
portal-api-faults = 内容有误，逐处列出
portal-api-broken = 服务器内部出错
portal-api-busy = 正在处理的请求太多，请稍后再试

## 其他页面

portal-to-start = 回到自查
portal-not-found = 没有这个页面
portal-not-found-lead = 地址可能写错了，或者所指的条款不在已载入的政策中。
portal-wrong-method = 这个地址不能这样打开
portal-wrong-method-lead = 请回到自查，从那里进入。
portal-too-large = 内容太大
portal-too-large-lead = 一次最多接收 10 MB。请分成较小的部分再试；已填写的内容没有保存。
portal-wrong-type = 内容的类型不对
portal-wrong-type-lead = 请用本站的表格提交。
portal-bad-request = 没有收到需要的内容
portal-bad-request-lead = 请回到自查，选择文件或者填写表格后再试。
portal-busy = 现在比较忙
portal-busy-lead = 同时查询的人较多，请过一会儿再试。
portal-broken = 出了差错
portal-broken-lead = 差错在服务器这一边，与所填内容无关；填写的内容没有保存。

## 对照

portal-place-within = { $place }（{ $above }）
portal-places = 已收录的地区
portal-everywhere = 各地相同
portal-ask-all = 看全部地区
portal-compare = 两地政策对照
portal-compare-with = 与其他地区对照
portal-compare-lead = 选两个地区，逐项看各自怎样规定、依据哪一条、哪里不同。
portal-compare-a = 地区一
portal-compare-b = 地区二
portal-compare-show = 对照
portal-compare-choose = 请选两个不同的地区。
portal-compare-same-rows = 相同的 { $count } 项
portal-compare-topics = 按事项
portal-matrix-lead = 每格是该地对这一目标的结论、日期和起决定作用的条款；点结论可看该地的逐条理由。
portal-matrix-why = 为什么不同
portal-matrix-same = 各地对每个目标的结论都相同。
portal-matrix-lacks = 当地不设这一级
portal-matrix-details = 各地的逐条理由

## 一问一答

portal-talk-begin = 一问一答
portal-talk-begin-help = 每次只问一项：先问最能定下结论的，再问的就少；其余不影响结论的不问。
portal-talk-start = 开始
portal-talk-whole = 一次填完整张表
portal-talk-next = 下一题
portal-talk-unknown = 不知道
portal-talk-back = 上一题
portal-talk-why = 为什么问这一项
portal-talk-answered = 已经回答的
portal-talk-none = 还没有。每答一题，这里记下一条，随时可以修改。
portal-talk-edit = 修改
portal-talk-edit-of = 修改：{ $label }
portal-talk-result = 现在就看结果
portal-talk-rest = 其余的一问一答
portal-talk-on = 一问一答
portal-fault-nothing-answered = 还没有回答。请填写，或者选“不知道”。
portal-talk-where = 地区和日期

## 登录

portal-stale-form = 这个表单已经失效
portal-stale-form-lead = 表单不属于本次登录，或者不是从本站提交的，所以没有办理。请重新打开页面后提交。
portal-not-parked = 暂时不能开始申报
portal-not-parked-lead = 同时开始申报的人太多，自查的内容没有保留。请返回上一页保存内容，稍后再试。
portal-over-link = 这个链接已经失效
portal-over-link-lead = 链接已经用过，或者已被新的链接代替，或者超过了 24 小时。请系统管理员再发一个。
