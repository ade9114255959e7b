### 决定书中各处的文字。

warning-expired = 文件有效期至{ $last }，请核实是否已有新文件。
warning-superseded = 本政策包已由{ $pack }取代。
warning-long-unchecked = 规则最近一次与文件核对是在{ $checked }，距所问日期较久，请核实文件是否仍然有效。
warning-unknown-finding = 认定意见所指的条款“{ $clause }”不在已载入的政策中，未予采用。
contradiction-fact = { $fact }（{ $day }）
contradiction-higher-certificate-first = 同一职业的高等级证书早于低等级证书：{ $fact }，{ $against }。请核对两个日期。
contradiction-higher-title-first = 同一系列的高级别职称早于低级别职称：{ $fact }，{ $against }。请核对两个日期。
contradiction-work-before-sixteen = 开始工作时未满十六周岁：{ $fact }，{ $against }。请核对两个日期。
contradiction-certificate-before-sixteen = 取得证书时未满十六周岁：{ $fact }，{ $against }。请核对两个日期。
contradiction-before-birth = 早于出生日期：{ $fact }，{ $against }。请核对两个日期。
contradiction-diploma-before-ten = 毕业时未满十周岁：{ $fact }，{ $against }。请核对两个日期。
contradiction-alike = 两项内容完全相同：{ $fact }，{ $against }。请核对是否重复填写。
contradiction-after-day-asked = 晚于查询日期 { $against }，不计入：{ $fact }。请核对日期。
route-pilot = 试点范围
route-not-governed = 不适用
route-not-in-ladder = 本文件没有规定{ $target }。
route-in-force-from = 本文件自{ $from }起施行，所问日期尚未施行。
route-in-force-until = 本文件自{ $from }起施行，有效期至{ $until }，所问日期不在有效期内。
note-equivalence = 技工院校{ $class }毕业，申报职称时按相当于{ $level }学历对待。
condition-judged-by = 由{ $body }评定，不影响能否申报：{ $clause }
condition-and-more = { $first }{ $second }
condition-counted = 计入的有：{ $items }。
condition-counted-more = 计入的有：{ $items }等。
condition-counted-mark = 、
