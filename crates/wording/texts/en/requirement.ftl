### What a policy asks for beside its conditions, for comparing: groups, honours, who decides; the ids begin with asks-.

asks-any-of = One of these:
asks-all-of = All of these:
asks-people = the competent body
asks-honour = An honour of the lists (highest title they open: { $list })
asks-honours = At least { $count } of the honours of this list
asks-of-clause = { $asked }: { $clause }
