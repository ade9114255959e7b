//! Reads a CSV table with named columns into typed rows, every fault with its line.

use serde::de::DeserializeOwned;

use crate::fault::Gather;

/// Reads all rows that fit; each other row is a fault.
pub(crate) fn rows<T: DeserializeOwned>(gather: &mut Gather<'_>, text: &str) -> Vec<(u32, T)> {
    let mut rows = Vec::new();
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            gather.add(Some(1), "", error.to_string(), "write a header line");
            return rows;
        }
    };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().and_then(|p| u32::try_from(p.line()).ok());
                match record.deserialize::<T>(Some(&headers)) {
                    Ok(row) => rows.push((line.unwrap_or(0), row)),
                    Err(error) => gather.add(line, "", error.to_string(), "correct the row"),
                }
            }
            Err(error) => {
                let line = error.position().and_then(|p| u32::try_from(p.line()).ok());
                gather.add(line, "", error.to_string(), "give every row as many fields as the header");
            }
        }
    }
    rows
}
