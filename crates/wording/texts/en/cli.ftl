### Texts of the command line; their ids begin with cli-.

cli-decided-for = { $place }, { $day }
cli-in-force = { $document } (in force from { $effective })
cli-in-force-until = { $document } (in force from { $effective } to { $expires })
cli-more-missing = { $count ->
    [one] { $count } more fact is needed
   *[other] { $count } more facts are needed
}
