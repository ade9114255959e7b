### 对照时条件之外的说法：条件组、荣誉、由谁认定；编号以 asks- 开头。

asks-any-of = 下列之一：
asks-all-of = 同时具备：
asks-people = 有关机构
asks-honour = 有名单所列荣誉（名单最高可报：{ $list }）
asks-honours = 有此项名单所列荣誉{ $count }项以上
asks-of-clause = { $asked }：{ $clause }
