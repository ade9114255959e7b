//! An office with an invented register, a clock that the test sets, and identifiers in a fixed order.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use casework::register::{Organisation, Remit};
use casework::{Actor, Role};
use jiff::Timestamp;
use model::procedure::Body;
use model::words::Word as _;
use model::{Day, Series, SkillLevel, Standards, TitleTier};
use office::{Answered, CaseOrder, Office, OfficeError, OfficePlace, OpenOrder, RegisterOrder};
use serde_json::{Value, json};
use service::Guantong;
use uuid::Uuid;

pub mod walk;

pub use demo::{acting as of, clerk};

/// Standards that ask for one year everywhere, as an operator's file would.
pub static GUANTONG: LazyLock<Arc<Guantong>> =
    LazyLock::new(|| Arc::new(Guantong::embedded(Standards::one_year()).expect("the embedded packs")));

pub struct World {
    pub office: Office,
    second: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

/// A picture of one pixel.
pub const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1,
    0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// The area of the invented employer of a place: a county.
pub fn county(place: &str) -> &'static str {
    match place {
        "shandong" => "370102",
        "shanxi" => "140105",
        "guangdong" => "440106",
        "jieyang" => "445202",
        "jiexi" => "445222",
        "shaoxing" => "330602",
        _ => "500112",
    }
}

/// The invented organisations of a place: one of every kind that its ways name.
pub fn organisations(place: &str) -> Vec<Organisation> {
    let area = county(place);
    let (city, province) = (format!("{}00", &area[..4]), format!("{}0000", &area[..2]));
    let titles = Remit {
        titles: TitleTier::ALL.to_vec(),
        series: Series::ALL.to_vec(),
        specialties: Vec::new(),
        skills: Vec::new(),
        occupations: Vec::new(),
        from: "2019-01-01".parse_day(),
        until: None,
        source: "invented".to_owned(),
    };
    let skills = Remit { titles: Vec::new(), series: Vec::new(), skills: SkillLevel::ALL.to_vec(), ..titles.clone() };
    let organisations = [
        ("department", Body::CompetentDepartment, area, None, Vec::new()),
        ("factory", Body::Employer, area, Some("department"), Vec::new()),
        ("filing-point", Body::FilingPoint, area, None, Vec::new()),
        ("county-bureau", Body::CountyBureau, area, None, Vec::new()),
        ("city-bureau", Body::CityBureau, &city, None, Vec::new()),
        ("provincial-bureau", Body::ProvincialBureau, &province, None, Vec::new()),
        ("committee-office", Body::CommitteeOffice, &province, Some("provincial-bureau"), vec![titles]),
        ("assessor", Body::Assessor, &province, None, vec![skills.clone()]),
        ("testing", Body::TestingInstitution, &province, None, vec![skills.clone()]),
        ("service-point", Body::ServicePoint, &city, None, vec![skills.clone()]),
        ("city-centre", Body::CityCentre, &city, None, Vec::new()),
        ("provincial-centre", Body::ProvincialCentre, &province, None, Vec::new()),
    ];
    let organisation = |(id, kind, area, under, remits): (&str, Body, &str, Option<&str>, Vec<Remit>)| Organisation {
        id: id.to_owned(),
        kind,
        name: format!("{id} (invented)"),
        area: area.to_owned(),
        under: under.map(str::to_owned),
        remits,
    };
    organisations.into_iter().map(organisation).collect()
}

fn noon(day: &str) -> i64 {
    format!("{day}T04:00:00Z").parse::<Timestamp>().expect("a day").as_second()
}

impl World {
    pub async fn new(place: &str, day: &str, database: Option<String>) -> Self {
        Self::with_calendar(place, day, database, None).await
    }

    /// A world whose operator has a calendar of their own.
    pub async fn with_calendar(place: &str, day: &str, database: Option<String>, calendar: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(calendar) = calendar {
            std::fs::write(folder.path().join("calendar.csv"), calendar).expect("a calendar");
        }
        let second = Arc::new(AtomicI64::new(noon(day)));
        let now = {
            let second = Arc::clone(&second);
            Arc::new(move || Timestamp::from_second(second.load(Ordering::Relaxed)).expect("a time"))
        };
        let number = AtomicU64::new(1);
        let chance = Arc::new(move || Uuid::from_u128(u128::from(number.fetch_add(1, Ordering::Relaxed))));
        let at = OfficePlace { folder: folder.path().to_owned(), database };
        let office = Office::open_with(&at, Arc::clone(&GUANTONG), now, chance).await.expect("an office");
        let world = Self { office, second, _folder: folder };
        world.set_up(place).await;
        world
    }

    /// Goes on to noon of a day.
    pub fn on(&self, day: &str) {
        self.second.store(noon(day), Ordering::Relaxed);
    }

    pub fn today(&self) -> Day {
        let at = Timestamp::from_second(self.second.load(Ordering::Relaxed)).expect("a time");
        Day::from_date(at.to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    pub fn tomorrow(&self) {
        self.pass(86_400);
    }

    /// Seconds pass, or are taken back.
    pub fn pass(&self, seconds: i64) {
        self.second.fetch_add(seconds, Ordering::Relaxed);
    }

    pub async fn register(&self, order: RegisterOrder) {
        self.office.order_register(&Office::operator(), &order, None).await.expect("the register takes it");
    }

    async fn set_up(&self, place: &str) {
        for organisation in organisations(place) {
            self.register(RegisterOrder::PutOrganisation { organisation }).await;
        }
    }

    pub async fn try_order(&self, by: &Actor, case: &str, order: Value) -> Result<Answered, OfficeError> {
        let order: CaseOrder = serde_json::from_value(order).expect("an order");
        self.office.order(by, case, &order, None).await
    }

    pub async fn order(&self, by: &Actor, case: &str, order: Value) -> Answered {
        let name = order.to_string();
        match self.try_order(by, case, order).await {
            Ok(answered) => answered,
            Err(error) => panic!("{name} by {by:?}: {error:?}"),
        }
    }

    /// Puts a small picture into the evidence that proves a record.
    pub async fn prove(&self, case: &str, path: &str) {
        let kept = self.office.evidence().put("proof.png", PICTURE.to_vec()).await.expect("a picture");
        let order = json!({ "order": "attach", "file": kept.hash.to_string(), "proves": [path] });
        self.order(&applicant(), case, order).await;
    }

    pub async fn open(&self, place: &str, target: &str, dossier: Value) -> String {
        let order = OpenOrder {
            place: place.to_owned(),
            target: target.to_owned(),
            employer: Some("factory".to_owned()),
            agency: None,
            assessor: None,
            dossier,
        };
        self.office.open_case(&applicant(), &order, None).await.expect("a draft").case
    }
}

pub fn applicant() -> Actor {
    Actor { id: "p-1".to_owned(), organisation: None, role: Role::Applicant }
}

trait ParseDay {
    fn parse_day(&self) -> Day;
}

impl ParseDay for str {
    fn parse_day(&self) -> Day {
        Day::parse(self).expect("a day")
    }
}

/// A technician at the front line of an enterprise, who wants to be an engineer. Invented.
pub fn worker() -> Value {
    person(json!([{ "level": "technician", "occupation": "焊工", "date": "2019-05-20", "kind": "level" }]), json!([]))
}

/// An engineer in a skilled post, who wants to be a technician. Invented.
pub fn engineer() -> Value {
    person(json!([]), json!([{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }]))
}

fn person(skills: Value, titles: Value) -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "appointed_as": "none",
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false, "recorded_assessor": false }
        },
        "education": [{ "level": "bachelor", "date": "2008-07-01", "relevant_to": ["焊工"] }],
        "skills": skills, "titles": titles,
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2021": "pass", "2022": "pass", "2023": "pass", "2024": "pass", "2025": "pass" },
        "continuing_education": { "2021": 96, "2022": 96, "2023": 96, "2024": 96, "2025": 96 },
        "honours": [], "sanctions": []
    })
}

/// The records of these dossiers that a document may have to prove.
pub const PROVED: &[&str] = &["skills[0]", "titles[0]", "education[0]", "reviews", "continuing_education"];
