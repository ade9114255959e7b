//! How a fact of a dossier is asked for, by its path.

use crate::book::Phrasebook;

impl Phrasebook {
    /// The question that asks for the fact at a dossier path; what the fact is called where there is no question of its own.
    #[must_use]
    pub fn question(&self, path: &str) -> String {
        let id = |slug: &str| format!("question-{}", slug.replace(['.', '_'], "-"));
        let (id, argument) = match path.split_once('[').and_then(|(list, rest)| Some((list, rest.split_once("].")?))) {
            Some((list, (index, key))) => {
                let number = index.parse::<u32>().unwrap_or_default().saturating_add(1);
                (id(&format!("{list}-{key}")), Some(("n", number.to_string())))
            }
            None => {
                match path.split_once('.').filter(|(_, key)| key.bytes().all(|b| b.is_ascii_digit() || b == b'-')) {
                    Some((map, key)) => (id(&format!("{map}-year")), Some(("key", key.to_owned()))),
                    None => (id(path), None),
                }
            }
        };
        let arguments: Vec<(&str, &str)> = argument.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut text = self.format(&id, &arguments);
        if text == id {
            text.clear();
            self.path(&mut text, path);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use model::paths::FactPath;

    #[test]
    fn every_fact_that_is_asked_for_has_a_question() {
        for lang in Lang::ALL {
            let book = Phrasebook::of(*lang);
            for path in FactPath::askable(3, 2025) {
                let (question, path) = (book.question(&path.to_string()), path.to_string());
                let mut label = String::new();
                book.path(&mut label, &path);
                assert!(question != label && question.ends_with(['？', '?']), "{path}: {question}");
                assert!(!question.contains(['{', '}']), "{path}: {question}");
            }
        }
        let zh = Phrasebook::of(Lang::Zh);
        assert_eq!(zh.question("employment.frontline"), "您现在的岗位是生产一线岗位吗？");
        assert_eq!(zh.question("skills[1].date"), "第2项技能证书是哪一天取得的？");
        assert_eq!(zh.question("reviews.2024"), "您在现岗位上2024年的年度考核是什么结果？");
        assert_eq!(zh.question("person.name"), "姓名");
    }
}
