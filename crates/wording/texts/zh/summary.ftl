### 对一个目标的一句话答复。

summary-held-title = 已取得{ $target }或者更高的职称。
summary-held-skill = 已取得{ $target }或者更高的技能等级。
summary-eligible = 可以申报{ $target }{ $since }。
summary-review = 可以申报{ $target }职称评审{ $since }。
summary-recognition = 可以直接认定{ $target }职称{ $since }。
summary-assessment = 可以申报{ $target }职业技能评价{ $since }。
summary-appointment = 可以由企业聘用为{ $target }{ $since }。
summary-since = ，条件自{ $earliest }起具备
summary-undetermined = 信息不足，不能判断能否申报{ $target }。
summary-undetermined-one = 还差{ $count }项信息才能判断能否申报{ $target }。
summary-undetermined-many = 还差{ $count }项信息才能判断能否申报{ $target }。
summary-referred = 能否申报{ $target }，须由有关机构认定。
summary-not-yet = 尚不能申报{ $target }，所需时间未满。
summary-not-yet-until = 尚不能申报{ $target }，最早{ $earliest }具备条件。
summary-not-yet-after-expiry = 尚不能申报{ $target }，最早{ $earliest }具备条件；该日已过本政策有效期，届时以当时的政策为准。
summary-not-yet-after-day = 尚不能申报{ $target }，最早{ $earliest }具备条件；本政策有效期至{ $expires }，届时以当时的政策为准。
summary-not-eligible = 按现有情况，不具备申报{ $target }的条件。
summary-not-governed = 所问日期没有适用于{ $target }的政策规定，或者本人不在适用范围内（所查政策自{ $effective }起施行）。
summary-not-governed-until = 所问日期没有适用于{ $target }的政策规定，或者本人不在适用范围内（所查政策自{ $effective }起施行，有效期至{ $expires }）。

## 目标的名称

target-title-named = { $name }（{ $series }系列）
target-title-unnamed = { $series }系列{ $name }
target-skill = { $level }
target-skill-in = { $level }（{ $occupation }）
