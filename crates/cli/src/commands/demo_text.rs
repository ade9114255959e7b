//! A demo in words: what was made, who can log in, and what to look at.

use std::path::Path;

use comfy_table::ContentArrangement;
use demo::{Made, MadeAccount};
use policy::Policy;
use serde_json::Value;
use service::Guantong;
use wording::{Lang, Phrasebook};

use crate::output;

/// What was made, how one gets in, and the next command.
pub(crate) fn summary(folder: &Path, made: &Made, access: &str, book: &Phrasebook) -> String {
    let folder = folder.display().to_string();
    let [cases, accounts] = [made.cases.len(), made.accounts.len()].map(|count| count.to_string());
    let (from, until) = (made.from.to_string(), made.until.to_string());
    let arguments =
        [("folder", folder.as_str()), ("cases", &cases), ("accounts", &accounts), ("from", &from), ("until", &until)];
    let said = book.format("demo-made", &arguments);
    let next = book.format("demo-next", &[("folder", &folder)]);
    format!("{said}\n\n{access}\n\n{next}")
}

/// Where the accounts stand.
pub(crate) fn in_file(file: &Path, book: &Phrasebook) -> String {
    book.format("demo-in-file", &[("file", &file.display().to_string())])
}

/// The accounts with their passwords, place by place.
pub(crate) fn accounts(made: &Made, guantong: &Guantong, book: &Phrasebook) -> String {
    let mut text = book.text("demo-once").to_owned();
    for some in made.accounts.chunk_by(|one, other| one.place == other.place) {
        let place = some.first().and_then(|one| guantong.packs().named(one.place.as_deref()?));
        let place = place.map_or_else(|| book.text("demo-everywhere"), |policy| name(policy, book));
        text.push_str(&format!("\n\n{place}\n{}", table(some, book)));
    }
    text
}

fn name<'p>(policy: &'p Policy, book: &Phrasebook) -> &'p str {
    match book.lang() {
        Lang::Zh => &policy.jurisdiction.zh,
        Lang::En => &policy.jurisdiction.en,
    }
}

fn table(accounts: &[MadeAccount], book: &Phrasebook) -> comfy_table::Table {
    let header = ["account", "role", "password", "secret", "look"].map(|name| format!("demo-column-{name}"));
    let mut table = output::table(&header.each_ref().map(|id| book.text(id)));
    // What is to be copied stays on one line.
    table.set_content_arrangement(ContentArrangement::Disabled);
    for one in accounts {
        let role = match serde_json::to_value(one.role) {
            Ok(Value::String(role)) => role,
            _ => String::new(),
        };
        let secret = one.second_factor.as_ref().map(|factor| factor.secret.replace(' ', ""));
        table.add_row([
            one.account.clone(),
            book.text(&format!("account-role-{role}")).to_owned(),
            one.password.clone(),
            secret.unwrap_or_default(),
            book.text(&format!("demo-look-{}", one.look)).to_owned(),
        ]);
    }
    table
}
