### 持有的证书、职称、学历和荣誉及其年限：每项条件为什么成立、不成立、无法判断或须由人认定。
### 凡以 -yes、-no、-unknown、-refer 结尾的，依次是四种结论的整句话；其余是句中成分或只有一种结论的句子。

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

## 学历

diploma = { $level }学历{ $class }
diploma-class = （按技工院校班级折算）
diploma-unlevelled = 未注明层次的学历
education-relevant-yes = 具有{ $diploma }，所学专业与本职业相关，符合{ $wanted }学历的要求。
education-relevant-no = 具有{ $diploma }，所学专业与本职业相关，但不符合{ $wanted }学历的要求。
education-relevant-unknown = 具有{ $diploma }，所学专业与本职业相关，尚不能判断是否符合{ $wanted }学历的要求。
education-relevant-refer = 具有{ $diploma }，所学专业与本职业相关，是否符合{ $wanted }学历的要求须由有关机构认定。
education-other-yes = 具有{ $diploma }，所学专业只注明与其他职业相关，但不影响本项条件。
education-other-no = 具有{ $diploma }，所学专业只注明与其他职业相关，不符合相关专业{ $wanted }学历的要求。
education-other-unknown = 具有{ $diploma }，所学专业只注明与其他职业相关，尚不能判断是否符合相关专业{ $wanted }学历的要求。
education-other-refer = 具有{ $diploma }，所学专业只注明与其他职业相关，是否属于相近专业须由有关机构认定。
education-irrelevant-yes = 具有{ $diploma }，所学专业与任何职业均不相关，但不影响本项条件。
education-irrelevant-no = 具有{ $diploma }，所学专业与任何职业均不相关，不符合相关专业{ $wanted }学历的要求。
education-irrelevant-unknown = 具有{ $diploma }，所学专业与任何职业均不相关，尚不能判断是否符合相关专业{ $wanted }学历的要求。
education-irrelevant-refer = 具有{ $diploma }，所学专业与任何职业均不相关，是否符合相关专业{ $wanted }学历的要求须由有关机构认定。
education-unstated-yes = 具有{ $diploma }，未注明所学专业与哪些职业相关，但不影响本项条件。
education-unstated-no = 具有{ $diploma }，未注明所学专业与哪些职业相关，不能认定符合相关专业{ $wanted }学历的要求。
education-unstated-unknown = 具有{ $diploma }，未注明所学专业与哪些职业相关，不能判断是否符合相关专业{ $wanted }学历的要求。
education-unstated-refer = 具有{ $diploma }，未注明所学专业与哪些职业相关，是否符合相关专业{ $wanted }学历的要求须由有关机构认定。
education-lower = 具有{ $diploma }，低于要求的{ $level }学历。
education-none-yes = 没有{ $wanted }学历，但不影响本项条件。
education-none-no = 没有可以计入的{ $wanted }学历。
education-none-unknown = 未提供学历情况，不能判断是否具有{ $wanted }学历。
education-none-refer = 没有{ $wanted }学历，能否申报须由有关机构认定。

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
standard-instead-yes = 职业标准规定申报{ $level }须满{ $years }工作年限，但不影响本项条件。
standard-instead-no = 职业标准规定申报{ $level }须满{ $years }工作年限，以职业标准为准，不适用一般年限。
standard-instead-unknown = 职业标准规定申报{ $level }须满{ $years }工作年限，尚不能判断能否适用较短年限。
standard-instead-refer = 职业标准规定申报{ $level }须满{ $years }工作年限，能否适用较短年限须由有关机构认定。

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
honours-yes = 可以计入的本项所列荣誉为{ $found }项，达到{ $wanted }项的要求。
honours-no = 可以计入的本项所列荣誉为{ $found }项，未达到{ $wanted }项的要求。
honours-unknown = 可以计入的本项所列荣誉为{ $found }项，尚不能判断是否达到{ $wanted }项的要求。
honours-refer = 可以计入的本项所列荣誉为{ $found }项，是否达到{ $wanted }项的要求须由有关机构认定。
