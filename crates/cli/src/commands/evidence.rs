//! `guantong evidence`: files are kept under the hash of their content, and given to who may see a case that holds them.

use serde_json::json;
use store::Hash;

use super::case_order::keep;
use super::opened::{self, Opened};
use crate::args::office::{Evidence, EvidenceCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::output;

/// Keeps or writes files.
pub(crate) fn run(cli: &Cli, evidence: &Evidence) -> Result<(), Failure> {
    opened::run(async {
        let acting = &evidence.acting;
        let opened = Opened::open(cli, &acting.at).await?;
        let by = opened.caller(acting).await?;
        match &evidence.command {
            EvidenceCommand::Put { files } => {
                let mut answers = Vec::new();
                for file in files {
                    let kept = keep(&opened, file).await?;
                    let (hash, bytes) = (kept.hash.to_string(), kept.bytes.to_string());
                    let name = file.display().to_string();
                    let arguments =
                        [("hash", hash.as_str()), ("type", kept.media_type.name()), ("bytes", &bytes), ("name", &name)];
                    if acting.format == Format::Text {
                        output::print(&opened.book().format("evidence-kept", &arguments))?;
                    }
                    answers.push(json!({ "file": hash, "media_type": kept.media_type.name(), "bytes": kept.bytes }));
                }
                if acting.format == Format::Json { output::print_json(&answers) } else { Ok(()) }
            }
            EvidenceCommand::Get { hash, output: file } => {
                let number: Hash =
                    hash.parse().map_err(|error: store::NotAHash| Failure::BadInput(error.to_string()))?;
                let (_, bytes) = opened.told(None, opened.office.file_of(&by, number).await).await?;
                let failed = |error: std::io::Error| Failure::in_file(file, &format!("cannot be written: {error}"));
                std::fs::write(file, bytes).map_err(failed)
            }
        }
    })
}
