### 每项条件为什么成立、不成立、无法判断或须由人认定。
### 凡以 -yes、-no、-unknown、-refer 结尾的，依次是四种结论的整句话；其余是句中成分或只有一种结论的句子。

## 人员和用人单位

status-yes = 人员状态为“{ $status }”，在适用范围内。
status-no = 人员状态为“{ $status }”，不在适用范围内。
status-unknown = 人员状态为“{ $status }”，尚不能判断是否在适用范围内。
status-refer = 人员状态为“{ $status }”，是否在适用范围内须由有关机构认定。
status-absent-yes = 未提供人员状态，但不影响本项条件。
status-absent-no = 未提供人员状态，不能认定在适用范围内。
status-absent-unknown = 未提供人员状态，不能判断是否在适用范围内。
status-absent-refer = 未提供人员状态，是否在适用范围内须由有关机构认定。
employer-yes = 用人单位类型为“{ $kind }”，在适用范围内。
employer-no = 用人单位类型为“{ $kind }”，不在适用范围内。
employer-unknown = 用人单位类型为“{ $kind }”，尚不能判断是否在适用范围内。
employer-refer = 用人单位类型为“{ $kind }”，是否在适用范围内须由有关机构认定。
employer-absent-yes = 未提供用人单位类型，但不影响本项条件。
employer-absent-no = 未提供用人单位类型，不能认定在适用范围内。
employer-absent-unknown = 未提供用人单位类型，不能判断是否在适用范围内。
employer-absent-refer = 未提供用人单位类型，是否在适用范围内须由有关机构认定。

## 岗位

field-yes = 现岗位属于{ $field }领域，与{ $series }系列一致。
field-no = 现岗位属于{ $field }领域，与{ $series }系列不一致。
field-unknown = 现岗位属于{ $field }领域，尚不能判断与{ $series }系列是否一致。
field-refer = 现岗位属于{ $field }领域，与{ $series }系列是否对应须由有关机构认定。
field-none-yes = 现岗位不属于任何职称系列的领域，但不影响本项条件。
field-none-no = 现岗位不属于任何职称系列的领域，与{ $series }系列不一致。
field-none-unknown = 现岗位不属于任何职称系列的领域，尚不能判断能否对应{ $series }系列。
field-none-refer = 现岗位不属于任何职称系列的领域，能否对应{ $series }系列须由有关机构认定。
field-absent-yes = 未提供现岗位所属领域，但不影响本项条件。
field-absent-no = 未提供现岗位所属领域，不能认定与{ $series }系列一致。
field-absent-unknown = 未提供现岗位所属领域，不能判断与{ $series }系列是否一致。
field-absent-refer = 未提供现岗位所属领域，与{ $series }系列是否对应须由有关机构认定。
frontline-post = 生产一线岗位
skilled-post = 技能岗位
post-is-yes = 现岗位是{ $post }，符合要求。
post-is-no = 现岗位是{ $post }，不符合要求。
post-is-unknown = 现岗位是{ $post }，尚不能判断是否符合要求。
post-is-refer = 现岗位是{ $post }，是否符合要求须由有关机构认定。
post-is-not-yes = 现岗位不是{ $post }，但不影响本项条件。
post-is-not-no = 现岗位不是{ $post }，不符合要求。
post-is-not-unknown = 现岗位不是{ $post }，尚不能判断是否符合要求。
post-is-not-refer = 现岗位不是{ $post }，是否符合要求须由有关机构认定。
post-absent-yes = 未说明现岗位是否为{ $post }，但不影响本项条件。
post-absent-no = 未说明现岗位是否为{ $post }，不能认定符合要求。
post-absent-unknown = 未说明现岗位是否为{ $post }。
post-absent-refer = 未说明现岗位是否为{ $post }，须由有关机构认定。
appointed-yes = 用人单位已聘用其为{ $post }。
appointed-no = 用人单位已聘用其为{ $post }，但不符合本项条件的要求。
appointed-unknown = 用人单位已聘用其为{ $post }，尚不能判断是否符合要求。
appointed-refer = 用人单位已聘用其为{ $post }，是否符合要求须由有关机构认定。
not-appointed-yes = 用人单位未聘用其为{ $post }，但不影响本项条件。
not-appointed-no = 用人单位未聘用其为{ $post }。
not-appointed-unknown = 用人单位未聘用其为{ $post }，尚不能判断是否符合要求。
not-appointed-refer = 用人单位未聘用其为{ $post }，是否符合要求须由有关机构认定。
appointed-absent-yes = 未说明用人单位是否已聘用其为{ $post }，但不影响本项条件。
appointed-absent-no = 未说明用人单位是否已聘用其为{ $post }，不能认定符合要求。
appointed-absent-unknown = 未说明用人单位是否已聘用其为{ $post }。
appointed-absent-refer = 未说明用人单位是否已聘用其为{ $post }，须由有关机构认定。

## 年度考核

reviews-yes = { $from }至{ $to }年度考核均为合格及以上。
reviews-no = { $from }至{ $to }年度考核未全部达到合格及以上。
reviews-unknown = { $from }至{ $to }年度考核结果不全，不能判断是否均为合格及以上。
reviews-refer = { $from }至{ $to }年度考核是否符合要求须由有关机构认定。
review-only-yes = { $year }年度考核为合格及以上。
review-only-no = { $year }年度考核未达到合格及以上。
review-only-unknown = { $year }年度考核结果不全，不能判断是否为合格及以上。
review-only-refer = { $year }年度考核是否符合要求须由有关机构认定。
review-passed-yes = { $year }年度考核为{ $grade }，属于合格及以上。
review-passed-no = { $year }年度考核为{ $grade }，但不符合本项条件的要求。
review-passed-unknown = { $year }年度考核为{ $grade }，尚不能判断是否符合要求。
review-passed-refer = { $year }年度考核为{ $grade }，是否符合要求须由有关机构认定。
review-failed-yes = { $year }年度考核为{ $grade }，但不影响本项条件。
review-failed-no = { $year }年度考核为{ $grade }，不属于合格及以上；该年度考核自{ $leaves }起不再计入。
review-failed-unknown = { $year }年度考核为{ $grade }；考核结果不全，尚不能得出结论。
review-failed-refer = { $year }年度考核为{ $grade }，不属于合格及以上，能否申报须由有关机构认定。
review-none-yes = { $year }年度未考核，但不影响本项条件。
review-none-no = { $year }年度未考核，不符合要求；该年度考核自{ $leaves }起不再计入。
review-none-unknown = { $year }年度未考核；考核结果不全，尚不能得出结论。
review-none-refer = { $year }年度未考核，能否申报须由有关机构认定。
review-absent-yes = 未提供{ $year }年度考核结果，但不影响本项条件。
review-absent-no = 未提供{ $year }年度考核结果，不能认定符合要求。
review-absent-unknown = 未提供{ $year }年度考核结果。
review-absent-refer = 未提供{ $year }年度考核结果，须由有关机构认定。

## 弄虚作假后的限制

bar-none-yes = 未见{ $years }内弄虚作假的认定记录。
bar-none-no = 有弄虚作假的认定记录，{ $years }内不得申报。
bar-none-unknown = 未说明是否有弄虚作假的认定记录及其日期。
bar-none-refer = 有弄虚作假的认定记录，能否申报须由有关机构认定。
bar-found-yes = { $found }被认定弄虚作假，但不受本项{ $years }限制的影响。
bar-found-no = { $found }被认定弄虚作假，{ $years }内不得申报。
bar-found-unknown = { $found }被认定弄虚作假，尚不能判断{ $years }的限制是否适用。
bar-found-refer = { $found }被认定弄虚作假，{ $years }内能否申报须由有关机构认定。
bar-dated-yes = { $found }被认定弄虚作假，{ $years }的限制期已满，自{ $free }起可以申报。
bar-dated-no = { $found }被认定弄虚作假，{ $years }内不得申报，自{ $free }起方可申报。
bar-dated-unknown = { $found }被认定弄虚作假，尚不能判断{ $free }之前的{ $years }限制是否适用。
bar-dated-refer = { $found }被认定弄虚作假，{ $free }之前能否申报须由有关机构认定。

## 技能证书

certificate = { $occupation }{ $level }证书{ $dated }
certificate-unlevelled = 未注明等级的{ $occupation }证书{ $dated }
certificate-occupation = { $occupation }
certificate-dated = （{ $date }取得）
level-or-higher = { $level }及以上
level-or-higher-in-post = 现岗位职业{ $level }及以上
skill-yes = 持有{ $certificate }，符合{ $wanted }的要求。
skill-no = 持有{ $certificate }，不符合{ $wanted }的要求。
skill-unknown = 持有{ $certificate }，尚不能判断是否符合{ $wanted }的要求。
skill-refer = 持有{ $certificate }，是否符合{ $wanted }的要求须由有关机构认定。
skill-lower = 持有{ $certificate }，低于要求的{ $level }。
skill-other-occupation = 持有{ $certificate }，但不是现岗位职业的证书。
skill-later = { $certificate }的取得日期在{ $as_of }之后，不计入。
skill-none-yes = 没有{ $wanted }的技能证书，但不影响本项条件。
skill-none-no = 没有可以计入的{ $wanted }的技能证书。
skill-none-unknown = 未提供技能证书情况，不能判断是否持有{ $wanted }的证书。
skill-none-refer = 没有{ $wanted }的技能证书，能否申报须由有关机构认定。

## 职称

title-unranked = 未注明级别的{ $series }系列
title-of-no-series = 未注明系列的{ $tier }
title-unstated = 未注明级别和系列的
title-held-yes = 持有{ $title }职称，符合{ $wanted }及以上的要求。
title-held-no = 持有{ $title }职称，不符合{ $wanted }及以上的要求。
title-held-unknown = 持有{ $title }职称，尚不能判断是否符合{ $wanted }及以上的要求。
title-held-refer = 持有{ $title }职称，是否符合{ $wanted }及以上的要求须由有关机构认定。
title-lower = 持有{ $title }职称，低于要求的{ $wanted }。
title-other-series = 持有{ $title }职称，不属于{ $series }系列，要求{ $wanted }及以上。
title-none-yes = 没有{ $wanted }及以上的职称，但不影响本项条件。
title-none-no = 没有可以计入的{ $wanted }及以上的职称。
title-none-unknown = 未提供职称情况，不能判断是否持有{ $wanted }及以上的职称。
title-none-refer = 没有{ $wanted }及以上的职称，能否申报须由有关机构认定。

## 取得证书或职称后的年限

clock-yes = { $carrier }取得于{ $from }，须满{ $years }，已于{ $reached }届满。
clock-no = { $carrier }取得于{ $from }，须满{ $years }，至{ $reached }方届满。
clock-unknown = { $carrier }取得于{ $from }，满{ $years }之日为{ $reached }，尚不能判断是否符合要求。
clock-refer = { $carrier }取得于{ $from }，满{ $years }之日为{ $reached }，是否符合要求须由有关机构认定。
clock-past-no = { $carrier }取得于{ $from }，满{ $years }之日为{ $reached }，但不符合本项条件的要求。
clock-open-yes = { $carrier }取得于{ $from }，已满{ $years }。
clock-open-no = { $carrier }取得于{ $from }，尚未满{ $years }。
clock-open-unknown = { $carrier }取得于{ $from }，尚不能判断是否已满{ $years }。
clock-open-refer = { $carrier }取得于{ $from }，是否已满{ $years }须由有关机构认定。
clock-absent-yes = 取得{ $carrier }后的年限（{ $years }）不影响本项条件。
clock-absent-no = 没有取得后已满{ $years }的{ $carrier }。
clock-absent-unknown = 未注明{ $carrier }的取得日期，不能判断是否已满{ $years }。
clock-absent-refer = 有无取得后已满{ $years }的{ $carrier }，须由有关机构认定。
clock-zero = 取得{ $carrier }后不要求年限。

## 工作年限

count-years-one = { $count }年
count-years = { $count }年
years-of-standard = { $years }（职业标准规定的年限）
years-of-unread-standard = 职业标准规定的年限
since-day = 自{ $carrier }取得之日（{ $from }）起，
since-career = { "" }
carrier-skill = 技能证书
carrier-title = 职称
since-undated = 自取得{ $carrier }之日起，
work-yes = { $since }可计入的工作已于{ $reached }满{ $years }。
work-no = { $since }可计入的工作须满{ $years }，继续从事该工作的，至{ $reached }达到。
work-unknown = { $since }可计入的工作满{ $years }之日为{ $reached }，尚不能判断是否符合要求。
work-refer = { $since }可计入的工作满{ $years }之日为{ $reached }，是否符合要求须由有关机构认定。
work-past-no = { $since }可计入的工作满{ $years }之日为{ $reached }，但不符合本项条件的要求。
work-short-yes = { $since }可计入的工作已满{ $years }。
work-short-no = { $since }可计入的工作须满{ $years }，按所列工作经历不能达到。
work-short-unknown = { $since }可计入的工作是否已满{ $years }，因工作经历不全不能判断。
work-short-refer = { $since }可计入的工作是否已满{ $years }须由有关机构认定。
work-other-yes = { $since }连同其他技能工作，已于{ $other }满{ $years }。
work-other-no = { $since }可计入的工作须满{ $years }，按所列工作经历不能达到；连同其他技能工作，至{ $other }满{ $years }，届时能否计入须由有关机构认定。
work-other-unknown = { $since }可计入的工作是否已满{ $years }，因工作经历不全不能判断；连同其他技能工作，满{ $years }之日为{ $other }。
work-other-refer = { $since }可计入的工作不满{ $years }；连同其他技能工作，满{ $years }之日为{ $other }，其他技能工作能否计入须由有关机构认定。
work-both-yes = { $since }可计入的工作满{ $years }之日为{ $reached }；连同其他技能工作，已于{ $other }达到。
work-both-no = { $since }可计入的工作须满{ $years }，继续从事该工作的，至{ $reached }达到；连同其他技能工作，至{ $other }达到，届时能否计入须由有关机构认定。
work-both-unknown = { $since }可计入的工作满{ $years }之日为{ $reached }，连同其他技能工作为{ $other }，尚不能判断是否符合要求。
work-both-refer = { $since }可计入的工作至{ $reached }满{ $years }；连同其他技能工作，满{ $years }之日为{ $other }，其他技能工作能否计入须由有关机构认定。
work-undated = 未注明{ $carrier }的取得日期，不能判断此后可计入的工作是否已满{ $years }。
work-nothing-counts = 没有可以起算{ $years }工作年限的{ $carrier }。
work-zero = 本项不要求工作年限。
no-standard-yes = 申报{ $level }的工作年限由职业标准规定，该标准尚未录入，但不影响本项条件。
no-standard-no = 申报{ $level }的工作年限由职业标准规定，该标准尚未录入，不能认定符合要求。
no-standard-unknown = 申报{ $level }的工作年限由职业标准规定，该标准尚未录入，不能判断是否符合要求。
no-standard-refer = 申报{ $level }的工作年限由职业标准规定，该标准尚未录入，须由有关机构按职业标准认定。

## 目录、职业和专业

listed-yes = 职业“{ $occupation }”已列入对应目录。
listed-no = 职业“{ $occupation }”已列入对应目录，但不符合本项条件的要求。
listed-unknown = 职业“{ $occupation }”已列入对应目录，尚不能判断是否符合要求。
listed-refer = 职业“{ $occupation }”已列入对应目录，能否申报须由有关机构认定。
unlisted-yes = 职业“{ $occupation }”未列入对应目录，但不影响本项条件。
unlisted-no = 职业“{ $occupation }”未列入对应目录。
unlisted-unknown = 职业“{ $occupation }”未列入对应目录，尚不能判断是否符合要求。
unlisted-refer = 职业“{ $occupation }”未列入对应目录，能否申报须由有关机构认定。
unplaced-yes = 职业“{ $occupation }”未能在职业分类中找到，但不影响本项条件。
unplaced-no = 职业“{ $occupation }”未能在职业分类中找到，不能认定已列入对应目录。
unplaced-unknown = 职业“{ $occupation }”未能在职业分类中找到，不能判断是否列入对应目录。
unplaced-refer = 职业“{ $occupation }”未能在职业分类中找到，是否列入对应目录须由有关机构认定。
occupation-absent-yes = 未提供职业名称，但不影响本项条件。
occupation-absent-no = 未提供职业名称，不能认定已列入对应目录。
occupation-absent-unknown = 未提供职业名称，不能判断是否列入对应目录。
occupation-absent-refer = 未提供职业名称，是否列入对应目录须由有关机构认定。
same-occupation-yes = 证书职业与现岗位职业均为“{ $occupation }”。
same-occupation-no = 证书职业与现岗位职业均为“{ $occupation }”，但不符合本项条件的要求。
same-occupation-unknown = 证书职业与现岗位职业均为“{ $occupation }”，尚不能判断是否符合要求。
same-occupation-refer = 证书职业与现岗位职业均为“{ $occupation }”，是否符合要求须由有关机构认定。
related-yes = 证书职业“{ $certificate }”与现岗位职业“{ $post }”属于相关职业。
related-no = 证书职业“{ $certificate }”与现岗位职业“{ $post }”不属于相关职业。
related-unknown = 证书职业为“{ $certificate }”，现岗位职业为“{ $post }”，尚不能判断是否相关。
related-refer = 证书职业“{ $certificate }”与现岗位职业“{ $post }”未列为相关职业，是否相关须由有关机构认定。
related-to-post-yes = 没有需要与现岗位职业“{ $post }”比对的证书职业。
related-to-post-no = 未注明证书职业，不能认定与现岗位职业“{ $post }”相关。
related-to-post-unknown = 未注明证书职业，不能判断与现岗位职业“{ $post }”是否相关。
related-to-post-refer = 未注明证书职业，与现岗位职业“{ $post }”是否相关须由有关机构认定。
related-to-certificate-yes = 未提供现岗位职业，证书职业为“{ $certificate }”，不影响本项条件。
related-to-certificate-no = 未提供现岗位职业，不能认定与证书职业“{ $certificate }”相关。
related-to-certificate-unknown = 未提供现岗位职业，不能判断与证书职业“{ $certificate }”是否相关。
related-to-certificate-refer = 未提供现岗位职业，与证书职业“{ $certificate }”是否相关须由有关机构认定。
related-absent-yes = 没有需要比对的证书职业和现岗位职业。
related-absent-no = 未提供证书职业和现岗位职业，不能认定相关。
related-absent-unknown = 未提供证书职业和现岗位职业，不能判断是否相关。
related-absent-refer = 未提供证书职业和现岗位职业，是否相关须由有关机构认定。
specialty-yes = 专业“{ $specialty }”与职业“{ $occupation }”相对应。
specialty-no = 专业“{ $specialty }”所列职业中没有“{ $occupation }”。
specialty-unknown = 专业为“{ $specialty }”，职业为“{ $occupation }”，尚不能判断是否对应。
specialty-refer = 专业“{ $specialty }”所列职业中没有“{ $occupation }”，能否申报须由有关机构认定。
specialty-alone-yes = 专业为“{ $specialty }”，符合要求。
specialty-alone-no = 专业为“{ $specialty }”，不符合要求。
specialty-alone-unknown = 专业为“{ $specialty }”，未提供职业名称，不能判断是否对应。
specialty-alone-refer = 专业为“{ $specialty }”，是否符合要求须由有关机构认定。
specialty-absent-yes = 没有需要比对的专业。
specialty-absent-no = 没有可以比对的专业，不能认定符合要求。
specialty-absent-unknown = 未填写专业。
specialty-absent-refer = 没有可以比对的专业，须由有关机构认定。

## 荣誉

honour = 荣誉“{ $name }”{ $rank }{ $term }
honour-rank = 第{ $rank }名
honour-given = （{ $date }获得）
honour-until = （有效期至{ $until }）
honour-term = （{ $date }获得，有效期至{ $until }）
honour-listed-yes = { $honour }属于本项所列荣誉。
honour-listed-no = { $honour }不符合本项所列荣誉的要求。
honour-listed-unknown = { $honour }的信息不全，不能判断是否属于本项所列荣誉。
honour-listed-refer = { $honour }能否适用本项，须由有关机构认定。
honour-worker-yes = { $honour }属于本项所列荣誉，符合获得者为技能人才的要求。
honour-worker-no = { $honour }不符合要求：本项所列荣誉的获得者须为技能人才。
honour-worker-unknown = { $honour }的获得者须为技能人才，信息不全，不能判断是否符合要求。
honour-worker-refer = { $honour }的获得者须为技能人才，是否符合要求须由有关机构认定。
honour-expired = { $honour }已过有效期，不计入。
honour-later = { $honour }的获得日期在{ $as_of }之后，不计入。
honour-absent-yes = 没有本项所列荣誉，但不影响本项条件。
honour-absent-no = 没有本项所列的荣誉、竞赛名次或者称号。
honour-absent-unknown = 未提供荣誉情况，不能判断有无本项所列荣誉。
honour-absent-refer = 有无本项所列荣誉，须由有关机构认定。

## 由人评议或认定

judged-yes = 经评审机构评议，符合要求。
judged-no = 经评审机构评议，不符合要求。
judged-unknown = 本项由评审机构在评审时评议，不影响能否申报。
judged-refer = 本项须由评审机构评议认定。
left-yes = 文件规定本项由有关机构认定，认定结果为符合。
left-no = 文件规定本项由有关机构认定，认定结果为不符合。
left-unknown = 文件规定本项由有关机构认定，尚无认定结果。
left-refer = 文件规定本项由有关机构认定，系统不作结论。
finding-yes = 经认定符合（由有权认定的人员作出）。
finding-no = 经认定不符合（由有权认定的人员作出）。
finding-unknown = 尚无认定结果（须由有权认定的人员作出）。
finding-refer = 须由有权认定的人员作出认定。
