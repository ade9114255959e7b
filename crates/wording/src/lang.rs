//! The languages that there are.

/// A language of the sentences.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All languages, the default first.
    pub const ALL: &'static [Self] = &[Self::Zh, Self::En];

    /// Reads `zh`, `zh-CN`, `cn`, `en`, `en-US` and the like, in any case of letters; also `zh_CN.UTF-8`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let first = text.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|name| first.eq_ignore_ascii_case(name));
        if is(&["zh", "cn", "chinese", "中文"]) {
            Some(Self::Zh)
        } else if is(&["en", "english", "英文"]) {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The key: `zh` or `en`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The value of the HTML attribute `lang`: `zh-CN` or `en`.
    #[must_use]
    pub fn html(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn languages_are_read_in_their_usual_spellings() {
        for text in ["zh", "zh-CN", "ZH_cn", "cn", "zh-Hans-CN", "zh_CN.UTF-8", " 中文 "] {
            assert_eq!(Lang::parse(text), Some(Lang::Zh), "{text}");
        }
        for text in ["en", "en-US", "EN", "en_GB.UTF-8", "English"] {
            assert_eq!(Lang::parse(text), Some(Lang::En), "{text}");
        }
        for text in ["", "-", "C", "de", "zhx", "eno"] {
            assert_eq!(Lang::parse(text), None, "{text}");
        }
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.key()), Some(*lang));
            assert_eq!(Lang::parse(lang.html()), Some(*lang));
        }
    }
}
