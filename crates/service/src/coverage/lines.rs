//! Checks a pack's `coverage.csv`: which lines of the document's plain text each clause stands in. The text itself is not
//! part of the project; what can be checked without it is checked.

use std::collections::BTreeSet;

use policy::format::Road;
use policy::{Files, PackFault, Policy};
use schemars::JsonSchema;
use serde::Serialize;

/// More lines in a row than this without a range are a gap: they need a clause or a note. Up to it they are blank lines.
const MOST_BLANK: u32 = 3;

/// The ranges of lines of a document's plain text.
#[derive(Clone, PartialEq, Debug, Default, Serialize, JsonSchema)]
pub struct Lines {
    /// How many ranges there are.
    pub ranges: usize,
    /// How many of them are headings and the like, told by their note.
    pub notes: usize,
    /// The first line.
    pub first: u32,
    /// The last line.
    pub last: u32,
    /// Lines between the first and the last in no range: blank, as far as the ranges can tell.
    pub between: u32,
    /// What is wrong.
    #[serde(skip)]
    pub faults: Vec<PackFault>,
}

/// One range as written.
struct Range<'t> {
    line: u32,
    from: u32,
    to: u32,
    clauses: Vec<&'t str>,
    note: &'t str,
}

/// Reads and checks the ranges of a policy's own document.
#[must_use]
pub fn lines(files: &Files, policy: &Policy) -> Lines {
    let file = format!("{}/coverage.csv", policy.folder);
    let mut lines = Lines::default();
    // Ordinary promotion is gathered from many sources: there is no one text whose lines could be covered.
    if policy.road == Road::Ordinary {
        return lines;
    }
    let Some(text) = files.get(&file) else {
        lines.faults.push(fault(&file, None, "", "the ranges of lines are missing", "add coverage.csv"));
        return lines;
    };
    let ranges = read(&file, text, &mut lines.faults);
    check(&file, &ranges, policy, &mut lines);
    lines.ranges = ranges.len();
    lines.notes = ranges.iter().filter(|range| range.clauses.is_empty()).count();
    lines
}

fn fault(file: &str, line: Option<u32>, path: &str, problem: impl Into<String>, remedy: &str) -> PackFault {
    PackFault { file: file.to_owned(), line, path: path.to_owned(), problem: problem.into(), remedy: remedy.to_owned() }
}

fn read<'t>(file: &str, text: &'t str, faults: &mut Vec<PackFault>) -> Vec<Range<'t>> {
    let mut ranges = Vec::new();
    let mut rows = text.lines().zip(1..);
    if rows.next().map(|(head, _)| head) != Some("line_from,line_to,clause,note") {
        let remedy = "begin with line_from,line_to,clause,note";
        faults.push(fault(file, Some(1), "", "the columns are not known", remedy));
        return ranges;
    }
    for (row, line) in rows {
        let fields: Vec<&str> = row.splitn(4, ',').collect();
        let numbers = (fields.first().map(|from| from.parse()), fields.get(1).map(|to| to.parse()));
        let ((Some(Ok(from)), Some(Ok(to))), [_, _, clauses, note]) = (numbers, fields.as_slice()) else {
            faults.push(fault(file, Some(line), "", "the row is no range of lines", "write from,to,clauses,note"));
            continue;
        };
        ranges.push(Range {
            line,
            from,
            to,
            clauses: clauses.split_whitespace().collect(),
            note: note.trim_matches('"'),
        });
    }
    ranges
}

fn check(file: &str, ranges: &[Range<'_>], policy: &Policy, lines: &mut Lines) {
    let own = policy.clauses.get(..policy.own_clauses).unwrap_or_default();
    let faults = &mut lines.faults;
    for range in ranges {
        let at = Some(range.line);
        if range.to < range.from || range.from == 0 {
            faults.push(fault(file, at, "line_to", "the range ends before it begins", "correct the lines"));
        }
        if range.clauses.is_empty() && range.note.is_empty() {
            let problem = format!("the lines {}–{} have neither clause nor note", range.from, range.to);
            faults.push(fault(file, at, "clause", problem, "name the clause, or say in the note what stands there"));
        }
        for clause in range.clauses.iter().filter(|id| !own.iter().any(|clause| clause.id == **id)) {
            let problem = format!("the ledger has no clause {clause}");
            faults.push(fault(file, at, "clause", problem, "name a clause of the pack's own ledger"));
        }
    }
    let mut end = 0;
    let mut before: Option<&Range<'_>> = None;
    for range in ranges {
        if let Some(before) = before {
            if range.from < before.from {
                let problem = format!("the range begins on line {}, before the one above it", range.from);
                faults.push(fault(file, Some(range.line), "line_from", problem, "sort the ranges by their lines"));
            } else if range.from <= end && !may_overlap(before, range, end) {
                let problem = format!("the lines {}–{} overlap the range before", range.from, range.to);
                let remedy = "only clauses of one item share lines, and neighbours the line on which one ends";
                faults.push(fault(file, Some(range.line), "line_from", problem, remedy));
            } else if range.from > end + 1 {
                let gap = range.from - end - 1;
                lines.between += gap;
                if gap > MOST_BLANK {
                    let problem = format!("the {gap} lines before line {} are in no range", range.from);
                    let remedy = "name their clause, or say in a note what stands there";
                    faults.push(fault(file, Some(range.line), "line_from", problem, remedy));
                }
            }
        } else {
            lines.first = range.from;
        }
        end = end.max(range.to);
        before = Some(range);
    }
    lines.last = end;
    let ranged: BTreeSet<&str> = ranges.iter().flat_map(|range| range.clauses.iter().copied()).collect();
    let noted = |id: &str| ranges.iter().any(|range| range.note.split_whitespace().any(|word| word == id));
    for clause in own.iter().filter(|clause| !ranged.contains(clause.id.as_str()) && !noted(&clause.id)) {
        let problem = format!("the clause {} has no lines", clause.id);
        faults.push(fault(file, None, &clause.id, problem, "add its range, or name it in a note"));
    }
}

/// Whether two ranges may share lines: one line where a sentence ends and the next begins, more within one item only.
fn may_overlap(before: &Range<'_>, range: &Range<'_>, end: u32) -> bool {
    if before.clauses.is_empty() || range.clauses.is_empty() {
        return false;
    }
    let item = |id: &&str| id.rsplit_once('.').map_or_else(|| (*id).to_owned(), |(item, _)| item.to_owned());
    let one_item = || before.clauses.iter().any(|one| range.clauses.iter().any(|other| item(one) == item(other)));
    range.from == end || one_item()
}
