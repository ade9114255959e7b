### 条款由什么落实、为何没有规则：落实情况、指南和政策页面共用。

carried-pilot = { $from }至{ $until }只适用于试点范围内的人员。
carried-in-force-from = 自{ $from }起施行，未规定终止日期。
carried-in-force-until = { $from }起施行，有效期至{ $until }。
carried-related-same = 名称或者编码相同的，才是相关职业。
carried-related-group = 职业分类中同属一个小类的，为相关职业。
carried-related-row = 目录中列在同一行的，为相关职业。
carried-equivalence = 技工院校班级这样对应学历：{ $pairs }。
carried-equivalence-pair = { $class }相当于{ $level }
carried-setting = { $what }，现取：{ $reading }。
carried-no-weakening = 下级政策包降低条件或者放宽范围的，载入时即予拒绝。
carried-honours = 荣誉清单，共{ $total }项，最高可申报{ $tier }职称。
carried-catalogue = 目录，共{ $rows }行、{ $majors }个专业。
carried-major = 目录中的“{ $major }”专业，共{ $rows }行。
carried-service-points = 服务点{ $institutions }个，按职业和等级列{ $rows }行。
carried-procedure = 申报按这条途径办理：{ $way }。
carried-elsewhere = 申报不在此办理（{ $way }）：{ $where }
carried-filing = 申报时要求（{ $way }）。
carried-step = “{ $way }”途径的“{ $step }”步骤。
carried-sheet = 评分表“{ $sheet }”。
carried-items = 评分表“{ $sheet }”：{ $items }。

nothing-principle = 属于原则和目的，不决定任何申报。
nothing-duty = 属于主管部门或者用人单位的职责，不影响个人申报。
nothing-benefit = 属于取得职称或者等级之后的待遇和鼓励，不构成申报途径。
nothing-scope = 指向其他渠道，不在本系统判断的等级之内。
nothing-temporal = 属于备查日期，不据以起算。
nothing-procedure = 属于联系方式或者工作要求，不涉及办理步骤和结论。
nothing-other = 供知悉，不决定任何申报。

by-rule = 规则
by-way = { $by }（{ $of }种情形之{ $number }）
by-pilot = 试点
by-in-force = 施行期间
by-related = 相关职业
by-honour-list = 荣誉清单
by-catalogue = 目录
by-specialty = 专业
by-service-points = 服务点
by-reviewer = 评审机构
by-evaluator = 评价机构
by-exemption = 免试
by-fee = 费用
by-equivalence = 学历对应
by-warning = 提示
by-setting = 设定
by-no-weakening = 不得放宽
by-definition = 定义
by-procedure = 办理程序
by-sheet = 评分表
by-casework = 办理引擎
by-ask = 咨询

clause-standing-carried = 已落实
clause-standing-open = 待后续部分落实
clause-standing-nothing = 不涉及判断
clause-standing-uncovered = 未落实
