//! The API in front of an office with an invented register, whose clock stands still.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use jiff::Timestamp;
use model::Standards;
use office::{Office, OfficePlace, RegisterOrder};
use serde_json::{Value, json};
use service::Guantong;
use testserver::Server;

use crate::site::{Answer, send_to};

static GUANTONG: LazyLock<Arc<Guantong>> =
    LazyLock::new(|| Arc::new(Guantong::embedded(Standards::one_year()).expect("the embedded packs")));

/// The smallest PNG that is whole.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xfc\xcf\xf0\xbf\x1e\0\x06\x83\x02\x7f\x94\xad\xd0\xeb\0\0\0\0IEND\xaeB`\x82";

/// Makes two tests of each function: one on SQLite, one on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() { super::$name(crate::desk::Desk::sqlite().await).await })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() { super::$name(crate::desk::Desk::postgres().await).await })+
        }
    };
}

#[allow(unused_imports, reason = "each test file uses a part")]
pub(crate) use on_both;

pub struct Desk {
    pub office: Office,
    pub router: Router,
    _folder: tempfile::TempDir,
    _server: Option<Server>,
}

/// The token of an account.
pub fn token(account: &str) -> String {
    format!("token-of-{account}-0123456789")
}

impl Desk {
    pub async fn sqlite() -> Self {
        Self::at(None).await
    }

    /// On a database of its own.
    pub async fn postgres() -> Self {
        Self::at(Some(Server::shared().expect("a PostgreSQL that the tests start"))).await
    }

    async fn at(server: Option<Server>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = server.as_ref().map(|server| server.database().expect("a database"));
        let now = Arc::new(|| "2026-03-02T04:00:00Z".parse::<Timestamp>().expect("a time"));
        let at = OfficePlace { folder: folder.path().to_owned(), database };
        let office = Office::open(&at, Arc::clone(&GUANTONG), now).await.expect("an office");
        let remit = json!({ "skills": ["senior-worker", "technician"], "from": "2019-01-01", "source": "invented" });
        for organisation in [
            json!({ "id": "factory", "kind": "employer", "name": "factory (invented)", "area": "370102" }),
            json!({ "id": "assessor", "kind": "assessor", "name": "assessor (invented)", "area": "370000", "remits": [remit] }),
        ] {
            order(&office, json!({ "order": "put-organisation", "organisation": organisation })).await;
        }
        for (account, role, organisation) in [
            ("p-1", "applicant", None),
            ("p-2", "applicant", None),
            ("clerk", "clerk", Some("assessor")),
            ("stranger", "clerk", Some("factory")),
            ("examiner", "examiner", Some("assessor")),
            ("admin", "administrator", None),
        ] {
            let added = json!({ "order": "add-account", "account": account, "role": role, "organisation": organisation, "token": token(account) });
            order(&office, added).await;
        }
        let router = portal::router(Arc::clone(&GUANTONG), Some(office.clone()));
        Self { office, router, _folder: folder, _server: server }
    }

    pub async fn get(&self, account: &str, path: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {}", token(account)));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, account: &str, path: &str, body: Value, key: Option<&str>) -> Answer {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {}", token(account)))
            .header("content-type", "application/json");
        let request = match key {
            Some(key) => request.header("idempotency-key", key),
            None => request,
        };
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    pub async fn put(&self, account: &str, name: &str, bytes: &[u8]) -> Answer {
        let head = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--cut--\r\n"].concat();
        let request = Request::post("/api/v1/evidence")
            .header("authorization", format!("Bearer {}", token(account)))
            .header("content-type", "multipart/form-data; boundary=cut");
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        send_to(self.router.clone(), request).await
    }

    pub async fn open(&self, key: Option<&str>) -> Answer {
        let body =
            json!({ "place": "shandong", "target": "skill:technician", "employer": "factory", "dossier": engineer() });
        self.post("p-1", "/api/v1/cases", body, key).await
    }

    pub async fn draft(&self) -> String {
        self.open(None).await.json()["case"].as_str().expect("an id").to_owned()
    }
}

async fn order(office: &Office, order: Value) {
    let order: RegisterOrder = serde_json::from_value(order).expect("an order");
    office.order_register(&Office::operator(), &order, None).await.expect("the register takes it");
}

/// An engineer whose name has characters beyond the basic plane.
pub fn engineer() -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male", "name": "𠮷野🛠" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false }
        },
        "education": [{ "level": "bachelor", "date": "2008-07-01", "relevant_to": ["焊工"] }],
        "skills": [],
        "titles": [{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }],
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" },
        "honours": [], "sanctions": []
    })
}
