//! Changes a dossier document by dotted paths, as worked examples do: take keys out, put values in.

use serde_json::{Map, Value};

/// Takes the key at a dotted path out; a path that is not there is left alone.
pub fn remove(document: &mut Value, path: &str) {
    let (parents, key) = path.rsplit_once('.').map_or(("", path), |(parents, key)| (parents, key));
    let mut place = document;
    for step in parents.split('.').filter(|step| !step.is_empty()) {
        match place.get_mut(step) {
            Some(inner) => place = inner,
            None => return,
        }
    }
    if let Some(map) = place.as_object_mut() {
        map.remove(key);
    }
}

/// Puts a value at a dotted path; mappings on the way are made where they are missing.
pub fn set(document: &mut Value, path: &str, value: Value) {
    let mut place = document;
    for step in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Some(map) = place.as_object_mut() else { return };
        place = map.entry(step).or_insert(Value::Null);
    }
    *place = value;
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_set_and_removed_by_path() {
        let mut document = json!({"a": {"b": 1, "c": [1]}, "d": 2});
        remove(&mut document, "a.b");
        remove(&mut document, "x.y");
        set(&mut document, "a.c", json!([]));
        set(&mut document, "e.f", json!(true));
        assert_eq!(document, json!({"a": {"c": []}, "d": 2, "e": {"f": true}}));
    }
}
