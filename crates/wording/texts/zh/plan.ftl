### 规划：各等级最早何时可以申报、怎样到达。

plan-held = 已取得{ $target }或者更高等级。
plan-open = 现在就可以申报{ $target }。
plan-later = 最早{ $day }可以申报{ $target }。
plan-if-decided = 经有关机构认定同意的，最早{ $day }可以申报{ $target }。
plan-undetermined = 还差{ $count }项信息，尚不能判断何时可以申报{ $target }。
plan-if-renewed = 本政策已经期满；如果延续，最早{ $day }可以申报{ $target }。
plan-undetermined-one = 还差{ $count }项信息，尚不能判断何时可以申报{ $target }。
plan-included = 先达到的{ $higher }已包含{ $target }，不必另行申报。
plan-closed = 按现有情况，没有通往{ $target }的途径。
plan-closes-expiry = 最迟{ $day }申报：政策有效期至该日（{ $clauses }），尚未公布后续规定。
plan-closes-rules-change = 最迟{ $day }申报：次日起规定变化（{ $clauses }）。
plan-closes-conditions = 最迟{ $day }申报：次日起不再符合{ $clauses }。
plan-warning-expired = 本政策有效期至{ $last }，已经期满；以下日期均以政策延续为前提。
plan-warning-past-expiry = 本政策有效期至{ $last }，尚未公布后续规定；晚于该日的日期均以政策延续为前提。
plan-list-mark = 、

plan-state-held = 已取得
plan-state-open = 现在可报
plan-state-later = 以后可报
plan-state-if-decided = 须经认定
plan-state-if-renewed = 政策已期满
plan-state-undetermined = 信息不足
plan-state-closed = 没有途径

plan-way = 最早途径（{ $day }）
plan-way-if-decided = 经认定同意的途径（{ $day }）
plan-way-both = 与逐级晋升相结合的途径（{ $day }）
plan-way-ordinary = 逐级晋升（{ $day }）
plan-step = { $number }. { $day } 申报{ $target }（{ $route }）
plan-step-awarded = { $number }. { $day } 申报{ $target }（{ $route }），{ $awarded } 取得
plan-slack = （富余{ $days }天）
plan-decided-by = 由{ $body }认定（{ $clause }）
plan-stopped = 不能经“{ $route }”：

## 立交图

map-title = { $place }职业发展立交图
map-subtitle = { $day } · { $document }
map-ladder-skill = 技能等级
map-ladder-title = 职称
map-now = 现在
map-here = 您在这里
map-included = 由高一级包含
map-missing = 还差{ $count }项信息
map-missing-one = 还差{ $count }项信息
map-ordinary = 逐级晋升最早{ $day }
map-steps = 走法
map-closed = 走不通的匝道
map-step = { $day } 起可申报{ $target }：{ $route }
map-step-decided = { $day } 起经认定可申报{ $target }：{ $route }
map-and = { $first }。{ $second }
map-ramp-closed = { $target }，{ $route }：{ $why }（{ $clause }）
map-ramp-closed-silent = { $target }，{ $route }
map-more-closed = 另有{ $count }条

## 规划页面

portal-plan = 何时可报、怎样到达
portal-plan-open = 何时可报、怎样到达
portal-plan-answer = 看现在的结论
portal-plan-lead = 自{ $day }起，假定岗位和职业不变、继续工作、今后年度考核合格、继续教育达标，各等级最早何时可以申报、先取得哪一级再取得哪一级。
portal-plan-lag = 从可以申报到取得，约需
portal-plan-lag-p0d = 不计时间
portal-plan-lag-p6m = 6个月
portal-plan-lag-p1y = 1年
portal-plan-lag-p2y = 2年
portal-plan-again = 重新推算
portal-plan-places = 各地最早何时可报
portal-plan-places-lead = 同一人在各地最早何时可以申报。点地名或结论看途径。
portal-plan-sooner = 补充后可能提前
portal-plan-map-scroll = 左右滑动，可看全图。
portal-plan-place-by-place = 各地的立交图和途径
portal-plan-levels = 各等级的途径
portal-plan-map-file = 保存立交图（SVG）
portal-plan-step = { $day } 申报{ $target }：{ $route }
portal-plan-step-awarded = { $day } 申报{ $target }：{ $route }；{ $awarded } 取得
portal-plan-waits = 须等到：
portal-plan-decided = 须由下列单位认定：
portal-plan-slack = 已提前满足的条件
portal-plan-stops = 为什么没有途径
portal-recognised = 已有的证书、职称、荣誉和学历，各地怎样认
portal-recognised-lead = 按各地现行规定逐项对照；职称跨地区使用，一般还须经当地重新评审或者确认。
portal-recognised-record = 已有的
portal-recognised-yes = 可用
portal-recognised-refer = 须经认定
portal-recognised-no = 不合要求
portal-recognised-unknown = 未用到
plan-retirement = 法定退休月份：{ $month }（{ $group }，{ $years }周岁；本人选择可提前至{ $earliest }，单位同意可延至{ $latest }）。
plan-retirement-months = 法定退休月份：{ $month }（{ $group }，{ $years }周岁{ $months }个月；本人选择可提前至{ $earliest }，单位同意可延至{ $latest }）。
plan-warning-retired = 有的日期晚于法定退休月份{ $month }（{ $group }）；退休后不再申报职称，是否延迟退休以本人和单位的约定为准。
portal-plan-after-retirement = 晚于法定退休月份（{ $group }）
plan-unsure = 所据资料未经核实：{ $clauses }
