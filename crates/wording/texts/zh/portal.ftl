### 网页的文字；编号以 portal- 开头。

portal-title = { $page } · 贯通
portal-language = English
portal-check = 能申报什么
portal-check-lead = 填写职业经历，查看可以申报的职称和技能等级，以及理由和时间。
