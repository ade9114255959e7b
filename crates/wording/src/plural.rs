//! Messages with selectors (plurals), formatted by `fluent-bundle`; built when the first of them is asked for.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::lang::Lang;
use crate::texts::files;

/// A language's texts as Fluent keeps them.
pub(crate) struct Plurals(FluentBundle<FluentResource>);

impl Plurals {
    /// Reads the files of a language.
    pub(crate) fn read(lang: Lang) -> Self {
        let locale = lang.html().parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(locale);
        bundle.set_use_isolating(false);
        for (_, source) in files(lang) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// The text of a message; whole numbers among the arguments select plurals.
    pub(crate) fn format(&self, id: &str, arguments: &[(&str, &str)]) -> Option<String> {
        let message = self.0.get_message(id)?;
        let pattern = message.value()?;
        let mut named = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            named.set(*name, value_of(value));
        }
        Some(self.0.format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned())
    }
}

fn value_of(text: &str) -> FluentValue<'_> {
    let number = || text.parse::<FluentNumber>().ok().map(FluentValue::Number);
    let whole = text.len() <= 15 && (text == "0" || !text.starts_with('0')) && text.bytes().all(|b| b.is_ascii_digit());
    whole.then(number).flatten().unwrap_or_else(|| FluentValue::from(text))
}
