### 登录和账号页面的文字；编号以 account- 开头。

account-title = 我的账号
account-bar = 已登录：
account-login = 登录
account-logout = 退出
account-login-lead = 申报人和经办申报的人员由此登录。自查不需要登录。
account-login-help = 还没有账号，或者忘记密码？请本系统管理员给您发一个链接，用它设置密码。
account-parked = 自查的内容已经暂存一小时，登录后接着建立申报，不需要重新填写。还没有账号的，请先在上一页“保存”内容，再向所在单位或受理申报的部门领取开户链接；目前不开放自行注册。
account-id = 账号
account-password = 密码

account-role-applicant = 申报人
account-role-clerk = 经办人
account-role-supervisor = 负责人
account-role-expert = 评审专家
account-role-chair = 评委会主任
account-role-examiner = 考评员
account-role-inspector = 监督人员
account-role-administrator = 系统管理员

## 第二因素

account-code-title = 输入验证码
account-code-lead = 密码正确。请再输入验证器应用上显示的验证码。
account-code = 验证码
account-code-help = 应用上显示的六位数字；手机不在手边的，可以用一个恢复码代替。
account-code-go = 继续
account-code-again = 从密码重新开始
account-confirm-title = 确认是您本人
account-confirm-lead = 接下来的操作需要再次确认身份，确认后五分钟内有效。
account-confirm-go = 确认
account-factor-title = 第二因素
account-factor-lead = 登录时除密码外，还要输入手机应用上的验证码。
account-factor-first = 您的角色必须使用第二因素。请现在设置，设置完成即登录。
account-factor-app = 手机上需要有一个验证器应用，能够显示按时间变化的验证码（TOTP）。
account-factor-begin = 设置第二因素
account-factor-replace = 重新设置
account-factor-remove = 不再使用第二因素
account-factor-another = 换一个二维码
account-factor-scan = 请用验证器应用扫描这个二维码。
account-factor-picture = 第二因素的二维码
account-factor-typed = 也可以在应用中手工输入这个密钥（按时间，六位数字）：
account-factor-code = 应用上现在显示的验证码
account-factor-take = 启用第二因素
account-factor-on = 已启用。恢复码还剩{ $count }个。
account-factor-off = 未启用。启用后，即使别人知道密码，也不能登录您的账号。
account-recovery-title = 恢复码
account-recovery-lead = 手机遗失等情况下，每个恢复码可以代替验证码使用一次。恢复码只在此时显示。
account-recovery-keep = 请抄下或者打印，与手机分开保管。以前的恢复码已经失效。
account-recovery-done = 已保管好
account-recovery-new = 重新生成恢复码

## 密码

account-password-title = 密码
account-password-present = 现在的密码
account-password-new = 新密码
account-password-help = 12 至 128 个字符，例如几个互不相干的词，也可以用中文。不要求数字或者符号。
account-password-change = 修改密码
account-password-changed = 密码已修改。该账号在其他地方的登录均已退出。
account-password-set = 密码已设置，请用它登录。
account-password-set-go = 设置密码
account-invitation-title = 设置密码
account-invitation-lead = 这个链接用来为账号 { $account } 设置密码，只能使用一次；设置后该账号的所有登录都会退出。

## 登录情况

account-sessions-title = 已登录的设备
account-sessions-help = 30 分钟不用即自动退出，最长 12 小时。
account-sessions-end = 全部退出
account-session-unknown = 未知浏览器
account-session-this = 本次登录
account-session-times = { $began } 登录，最近使用 { $used }
account-session-end = 退出
account-session-ended = 该登录已退出。

## 未能办理

account-said-refused = 账号或者密码不正确。
account-said-code = 验证码不正确，或者已经用过。请等下一个验证码。
account-said-present = 现在的密码不正确。
account-said-wait = 失败次数过多，请在{ $seconds }秒后再试。
account-said-too-short = 密码太短，至少需要{ $shortest }个字符。
account-said-too-long = 密码太长，最多{ $longest }个字符。
account-said-guessable = 这个密码太常见，容易被猜到。请用几个互不相干的词。
account-said-like-account = 密码中不能包含账号。请另换一个。
