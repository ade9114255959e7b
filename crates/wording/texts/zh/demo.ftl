### guantong demo 的文字；编号以 demo- 开头。

demo-made = 示例数据已生成在 { $folder }：{ $cases }个案件，{ $accounts }个可以登录的账号，办理经过自 { $from } 至 { $until }。人员、单位、案件均为虚构。
demo-once = 密码和动态码密钥为本次随机生成，只显示这一次。有密钥的账号登录时还要动态码：在验证器应用（TOTP）中输入密钥即可得到。
demo-in-file = 账号、密码和密钥已写入 { $file }，只有文件所有者可以读取。
demo-next = 下一步：guantong serve --data { $folder }，再用浏览器打开 /login 登录。
demo-everywhere = 各地通用
demo-column-account = 账号
demo-column-role = 角色
demo-column-password = 密码
demo-column-secret = 动态码密钥
demo-column-look = 可以看什么
demo-not-empty = { $folder } 不是空文件夹；请用 --data 指定一个新的文件夹。
demo-folder = 不能使用文件夹 { $folder }：{ $problem }；请检查权限，或者另选一个。
demo-no-place = 没有 { $asked } 的示例；可选的地区有：{ $known }。
demo-no-days = 今天之前日历已知的工作日不够；请在政策包的 calendar.csv 中补充年份。
demo-broke-off = 示例数据没有生成完：{ $what }：{ $problem }。请删去该文件夹后重试；使用自己的政策包或设置时，请先去掉这些选项。
demo-file = 不能写入 { $file }：{ $problem }；请指定一个新的文件。

demo-look-ended = 自己的案件已办结：全部经过，每一步由谁办理
demo-look-not-passed = 自己的案件未通过：看理由；评审未通过的可以申请复查
demo-look-objected = 自己的案件正在公示，有人提出异议
demo-look-returned = 自己的案件被退回：看指出的问题，改正后重新提交
demo-look-draft = 自己的草稿：修改、添加材料、申报
demo-look-employer = 本单位人员的申报：核对、退回、推荐，单位内部公示，异议（负责人还可说明退回理由）
demo-look-competent = 等待主管部门核对的案件
demo-look-county-bureau = 等待区县人力社保局核对的案件
demo-look-city-bureau = 等待市人力社保局核对、确认的案件
demo-look-founder = 等待确认结果的案件
demo-look-committee = 等待受理、评审的案件，结果公示；今天有一场已召集的会议
demo-look-assessor = 等待受理、考试、确认的案件（考评员录入成绩）
demo-look-testing = 等待受理、考试、确认的案件（考评员录入成绩）
demo-look-service-point = 等待受理、考试、确认的案件（考评员录入成绩）
demo-look-chair = 今天的会议：主持表决，宣布结果
demo-look-expert = 今天的会议：打分、意见、投票
demo-look-administrator = 登记的单位和账号；不办理案件
demo-look-inspector = 任何案件；录入弄虚作假的处理决定
