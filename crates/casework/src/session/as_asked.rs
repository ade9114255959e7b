//! A committee's own scoring sheet beside the one that a policy asks for: what the text fixes nobody changes, what it leaves
//! to the committee (weights above all) the committee fixes.

use model::TitleTier;
use model::sheet::{Area as AskedArea, Item as Asked, Sheet as AskedSheet};

use super::sheet::{AreaKind, Sheet};
use crate::refusal::Refusal;

impl Sheet {
    /// Whether the sheet has everything that a policy's sheet asks for at a title level.
    ///
    /// # Errors
    /// The items that are lacking, one that stands in another area or has another weight, a gate that is none, no weight on skill.
    pub fn check_against(&self, asked: &AskedSheet, tier: TitleTier) -> Result<(), Refusal> {
        let lacking: Vec<&Asked> =
            asked.items_for(tier).filter(|item| !item.optional && self.item(&item.id).is_none()).collect();
        if let Some(first) = lacking.first() {
            let ids: Vec<&str> = lacking.iter().map(|item| item.id.as_str()).collect();
            let refusal = Refusal::new("sheet-lacks-items").citing(Some(&first.clause));
            return Err(refusal.with("sheet", &self.id).with("items", ids.join(" ")));
        }
        for item in asked.items_for(tier) {
            let Some((place, own)) = self.item(&item.id) else { continue };
            let Some(area) = self.areas.get(place) else { continue };
            let refusal = if area.kind != kind(item.area) {
                Refusal::new("sheet-other-area").with("item", &item.id).with("sheet", &self.id)
            } else if item.gate && area.gate.is_none() {
                Refusal::new("sheet-no-gate").with("item", &item.id).with("sheet", &self.id)
            } else if item.weight.is_some_and(|points| u32::from(points) * 100 != own.weight) {
                Refusal::new("sheet-other-weight").with("item", &item.id).with("sheet", &self.id)
            } else {
                continue;
            };
            return Err(refusal.citing(Some(&item.clause)));
        }
        if asked.skill_has_weight.is_some() && self.skill_weight() == 0 {
            let refusal = Refusal::new("sheet-no-skill").citing(asked.skill_has_weight.as_deref());
            return Err(refusal.with("sheet", &self.id));
        }
        Ok(())
    }
}

fn kind(area: AskedArea) -> AreaKind {
    match area {
        AskedArea::Ethics => AreaKind::Ethics,
        AskedArea::Ability => AreaKind::Ability,
        AskedArea::Performance => AreaKind::Performance,
        AskedArea::Academic => AreaKind::Other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::session::{Area, Gate, Scale, SheetItem};
    use serde_json::json;

    fn asked() -> AskedSheet {
        let name = json!({ "zh": "项目", "en": "item" });
        let item =
            |id: &str, area: &str| json!({ "id": id, "clause": "X-1", "area": area, "name": name, "weight": null });
        let mut ethics = item("ethics", "ethics");
        ethics["gate"] = true.into();
        let mut optional = item("patents", "performance");
        optional["optional"] = true.into();
        let mut seniors = item("book", "academic");
        seniors["titles"] = json!(["senior"]);
        let items = [ethics, item("skill", "ability"), optional, seniors];
        let sheet = json!({ "schema": "guantong/sheet/1", "name": name, "clauses": ["X-1"], "skill_has_weight": "X-2", "items": items });
        serde_json::from_value(sheet).unwrap()
    }

    fn own() -> Sheet {
        let item = |id: &str, weight, skill| SheetItem {
            id: id.to_owned(),
            weight,
            scale: Scale::Points { most: 100 },
            skill,
            optional: false,
        };
        let area = |key: &str, kind, gate, items| Area { key: key.to_owned(), kind, gate, items, counted: Vec::new() };
        let gate = Gate { least: 2000, clause: None };
        Sheet {
            id: "own".to_owned(),
            areas: vec![
                area("ethics", AreaKind::Ethics, Some(gate), vec![item("ethics", 3000, false)]),
                area("ability", AreaKind::Ability, None, vec![item("skill", 7000, true)]),
            ],
            gate_rule: crate::session::GateRule::default(),
            skill_clause: None,
            papers_clause: None,
        }
    }

    fn code(sheet: &Sheet, asked: &AskedSheet, tier: TitleTier) -> &'static str {
        sheet.check_against(asked, tier).err().map_or("", |refusal| refusal.code)
    }

    #[test]
    fn what_a_text_asks_for_has_to_be_there() {
        assert_eq!(code(&own(), &asked(), TitleTier::Intermediate), "");
        assert_eq!(code(&own(), &asked(), TitleTier::Senior), "sheet-lacks-items");
        let mut moved = own();
        moved.areas[1].kind = AreaKind::Performance;
        assert_eq!(code(&moved, &asked(), TitleTier::Intermediate), "sheet-other-area");
        let mut open = own();
        open.areas[0].gate = None;
        assert_eq!(code(&open, &asked(), TitleTier::Intermediate), "sheet-no-gate");
        let mut unskilled = own();
        unskilled.areas[1].items[0].skill = false;
        assert_eq!(code(&unskilled, &asked(), TitleTier::Intermediate), "sheet-no-skill");
        let mut fixed = asked();
        fixed.items[1].weight = Some(70);
        assert_eq!(code(&own(), &fixed, TitleTier::Intermediate), "");
        fixed.items[1].weight = Some(60);
        assert_eq!(code(&own(), &fixed, TitleTier::Intermediate), "sheet-other-weight");
    }
}
