### 命令行的文字；编号以 cli- 开头。

cli-decided-for = { $place }，{ $day }
cli-in-force = { $document }（自{ $effective }起施行）
cli-in-force-until = { $document }（自{ $effective }起施行，有效期至{ $expires }）
cli-more-missing = { $count ->
   *[other] 还有{ $count }项待补充信息
}
