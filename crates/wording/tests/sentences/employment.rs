//! The person, the employer and the post.

use model::dossier::Field;
use model::reason::Reason;
use model::{Appointment, EmployerKind, Series, Status};

use super::read;

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn person() {
    read(&[
        Reason::Status(Some(Status::Rehired)),
        Reason::Status(None),
        Reason::EmployerKind(Some(EmployerKind::SelfEmployed)),
        Reason::EmployerKind(None),
    ]);
}

#[test]
fn employer() {
    let pilot = names(&["某钢铁集团有限公司", "某重型机械集团有限公司"]);
    let named = |name, among| Reason::EmployerNamed { name, among };
    read(&[
        Reason::UpperLevel(Some(true)),
        Reason::UpperLevel(Some(false)),
        Reason::UpperLevel(None),
        named(Some("某机械厂"), &pilot),
        named(None, &pilot),
        named(Some("某机械厂"), &[]),
    ]);
}

#[test]
fn post() {
    read(&[
        Reason::Field(Some(Field::Of(Series::Agriculture)), Series::Engineering),
        Reason::Field(Some(Field::None), Series::Engineering),
        Reason::Field(None, Series::Engineering),
        Reason::Frontline(Some(true)),
        Reason::Frontline(Some(false)),
        Reason::Frontline(None),
        Reason::SkilledPost(Some(true)),
        Reason::Appointed(Some(Appointment::SpecialTechnician), Appointment::SpecialTechnician),
        Reason::Appointed(Some(Appointment::None), Appointment::SpecialTechnician),
        Reason::Appointed(None, Appointment::SpecialTechnician),
    ]);
}

#[test]
fn field() {
    let (own, other) = (Some(Field::Of(Series::Agriculture)), Some(Series::Engineering));
    let six = names(&["冶金", "机电", "交通", "水利", "电力", "矿业"]);
    let seven = names(&["冶金", "机电", "交通", "水利", "电力", "矿业", "轻工"]);
    let among = |specialty, among| Reason::SpecialtyAmong { specialty, among };
    read(&[
        Reason::FieldOfTitle(own, other),
        Reason::FieldOfTitle(Some(Field::None), other),
        Reason::FieldOfTitle(None, other),
        Reason::FieldOfTitle(own, None),
        Reason::FieldOfTitle(Some(Field::None), None),
        Reason::FieldOfTitle(None, None),
        among(Some("机电"), &seven[..1]),
        among(Some("机电"), &six),
        among(Some("机电"), &seven),
        among(None, &seven),
        among(Some("机电"), &[]),
    ]);
}
