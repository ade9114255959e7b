### 命令行和网页共用的短标签。

label-app = 贯通
label-tagline = 技能人才与专业技术人才职业发展贯通
label-yes = 是
label-no = 否
label-not-stated = 未说明
label-none = 无
label-target = 目标
label-jurisdiction = 地区
label-policy = 政策
label-as-of = 所问日期
label-outcome = 结论
label-effect = 可以办理
label-route = 途径
label-conditions = 条件
label-clause = 条款
label-facts = 依据的信息
label-missing = 待补充信息
label-earliest = 最早日期
label-to-be-judged = 由评审机构评议的条款
label-referred-to = 由谁认定
label-waivers = 可以免除
label-catalogue = 目录
label-warnings = 提示
label-facts-needed = { $count ->
   *[other] 还差{ $count }项信息
}
