# 职业与专业查询：命令行与网页共用的文字。

catalogue-listed = 已列入
catalogue-unlisted = 未列入
catalogue-unplaced = 归不到类
catalogue-no-catalogue = 没有目录
catalogue-unlisted-refused = 目录未列入的职业不能申报。
catalogue-unlisted-referred = 目录未列入的不等于不能申报，由{ $body }认定。
catalogue-unlisted-not-tested = 目录未列入；这一方向的条件不查职业是否列入。
catalogue-unplaced-referred = 归不到目录中的某一类，由{ $body }认定。
catalogue-no-catalogue-open = 该地文件没有职业目录，不按目录限定职业。
catalogue-committee = 评审机构
catalogue-scope = 范围
catalogue-printed = 目录印作“{ $name }”
catalogue-read-as = 应为“{ $name }”
catalogue-listed-as = 目录列有可能是同一职业的名称（仅供提示）：

catalogue-other-names = 其他名称（仅供提示，不作判断依据）
catalogue-other-former-name-synonym = 旧名或旧写法
catalogue-other-former-name-name = 现名
catalogue-other-later-name-synonym = 后来的名称
catalogue-other-later-name-name = 此前的名称
catalogue-other-regional-synonym = 地方叫法
catalogue-other-regional-name = 通行名称
catalogue-other-trade-synonym = 行业叫法或其下工种
catalogue-other-trade-name = 所属职业或通行名称
catalogue-other-abbreviation-synonym = 简称
catalogue-other-abbreviation-name = 全称
catalogue-other-misprint-synonym = 文件中的另一种印法
catalogue-other-misprint-name = 文件中的另一种印法
catalogue-origin = 来源：{ $origin }

catalogue-how-code = 代码相符
catalogue-how-name = 名称相符
catalogue-how-pinyin = 拼音相符
catalogue-how-initials = 拼音首字母相符
catalogue-how-part-of-code = 同一类职业
catalogue-how-beginning = 名称开头相符
catalogue-how-part = 名称中含有
catalogue-how-beginning-by-pinyin = 拼音开头相符
catalogue-how-part-by-pinyin = 拼音中含有
catalogue-by-other-name = “{ $name }”可能就是它（{ $kind }；{ $origin }）

catalogue-confidence-high = 代码把握大
catalogue-confidence-medium = 代码把握一般，不用于判断
catalogue-confidence-low = 代码把握小，不用于判断
catalogue-confidence-printed = 文件中印有的名称
catalogue-confidence-written = 按所写的代码

catalogue-further-names = 其他相近的职业
catalogue-further-left = 另有 { $count } 个未列出，请把词写得更完整。
catalogue-specialties = 专业
catalogue-specialty-lists = 对应的职业：{ $count } 个
catalogue-nearest = 没有查到“{ $word }”。是不是要查：
catalogue-nothing = 没有查到“{ $word }”。请换一个说法，或者输入职业分类代码，例如 6-18-02-04。
catalogue-sound = 读音相同
catalogue-spelling = 写法相近

catalogue-reviewers = 由谁评审职称
catalogue-evaluators = 由谁评价技能
catalogue-not-said = 文件没有写明。
catalogue-points = 技能鉴定服务点
catalogue-points-none-at = { $levels }：名单没有按这个名称列出服务点，请向当地人力社保部门了解。
catalogue-points-all-none = 名单没有按这个名称列出服务点，请向当地人力社保部门了解。
catalogue-point-here = 可在此申请：{ $levels }
catalogue-point-possible = { $levels }：不在此申请，只可能在此考核
catalogue-point-printed = 名单印作“{ $name }”
catalogue-point-other = 另按“{ $name }”列出，可能是同一职业（{ $origin }）
catalogue-point-numbers = 序号{ $numbers }
