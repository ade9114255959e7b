//! What the READMEs show is what the program prints.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::fs;

use support::{guantong, root};

fn shown(page: &str, fence: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(page)).unwrap();
    text.split(&format!("```{fence}\n")).skip(1).map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_answers_are_real() {
    for page in ["README.md", "README.zh-CN.md"] {
        let mut compared = 0;
        for block in shown(page, "console") {
            let Some((command, expected)) = block.split_once('\n') else { continue };
            let Some(arguments) = command.strip_prefix("$ guantong ") else { continue };
            let answered = guantong(&arguments.split(' ').collect::<Vec<_>>(), "");
            let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            assert_eq!(trimmed(&answered.out).trim(), trimmed(expected).trim(), "{page}: {command}");
            compared += 1;
        }
        assert_eq!(compared, 1, "{page} shows one answer");
    }
}

#[test]
fn the_dossier_is_the_example() {
    let example = fs::read_to_string(root().join("docs/examples/technician.yaml")).unwrap();
    for page in ["README.md", "README.zh-CN.md"] {
        assert_eq!(shown(page, "yaml").first().unwrap().trim(), example.trim(), "{page}");
    }
}
