### 工作日怎样计算：每一天一句话。

counting-published = { $day }为发布当日，不计入。
counting-workday = { $day }为工作日，计为第{ $number }个工作日。
counting-make-up-workday = { $day }为调休上班日，计为第{ $number }个工作日。
counting-weekend = { $day }为周末，不计入。
counting-holiday = { $day }为节假日放假，不计入。
counting-taken-for-workday = { $day }所在年份的放假安排尚未公布，暂按工作日推算，计为第{ $number }个工作日。
counting-taken-for-weekend = { $day }所在年份的放假安排尚未公布，暂按周末推算，不计入。
counting-follow-up = 最早可于{ $day }办理后续事项。
counting-year-unknown = { $year }年的放假安排尚未公布，以上日期仅为推算，公示不会据此结束。
counting-next-year-may-rule = { $year }年的放假安排可能调整12月底的日期，以上日期仅为推算。
