//! An office with an invented register behind the router, a clock that the test sets, and browsers that keep their cookies.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use jiff::Timestamp;
use model::Standards;
use office::{Office, OfficePlace, RegisterOrder};
use portal::Outside;
use serde_json::{Value, json};
use service::Guantong;
use testserver::Server;

use crate::site::{Answer, fields_of_form, send_to};

static GUANTONG: LazyLock<Arc<Guantong>> =
    LazyLock::new(|| Arc::new(Guantong::embedded(Standards::one_year()).expect("the embedded packs")));

pub const PASSWORD: &str = "quiet copper lantern river";
pub const MINUTE: i64 = 60;

pub struct Entrance {
    pub office: Office,
    pub router: Router,
    seconds: Arc<AtomicI64>,
    folder: tempfile::TempDir,
    _server: Option<Server>,
}

impl Entrance {
    pub async fn sqlite() -> Self {
        Self::on(None, None).await
    }

    pub async fn postgres() -> Self {
        let server = Server::shared().expect("a server");
        let database = server.database().expect("a database");
        Self::on(Some(database), Some(server)).await
    }

    async fn on(database: Option<String>, server: Option<Server>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let seconds = Arc::new(AtomicI64::new(1_772_424_000));
        let clock = Arc::clone(&seconds);
        let now = Arc::new(move || Timestamp::from_second(clock.load(Ordering::Relaxed)).expect("a time"));
        let at = OfficePlace { folder: folder.path().to_owned(), database };
        let office = Office::open(&at, Arc::clone(&GUANTONG), now).await.expect("an office");
        let router = portal::router(Arc::clone(&GUANTONG), Some(office.clone()));
        let entrance = Self { office, router, seconds, folder, _server: server };
        let factory = json!({ "id": "factory", "kind": "employer", "name": "某机械厂", "area": "370102" });
        entrance.order(json!({ "order": "put-organisation", "organisation": factory })).await;
        for (account, role, organisation) in [
            ("worker-1", "applicant", None),
            ("worker-2", "applicant", None),
            ("clerk-1", "clerk", Some("factory")),
            ("admin", "administrator", None),
        ] {
            entrance.add(account, role, organisation, "first").await;
        }
        entrance
    }

    pub async fn order(&self, order: Value) {
        let order: RegisterOrder = serde_json::from_value(order).expect("an order");
        self.office.order_register(&Office::operator(), &order, None).await.expect("the register takes it");
    }

    pub async fn add(&self, account: &str, role: &str, organisation: Option<&str>, which: &str) {
        let token = token(account, which);
        self.order(json!({ "order": "add-account", "account": account, "role": role, "organisation": organisation, "token": token })).await;
    }

    /// The same office behind a proxy.
    pub fn behind_tls(&self) -> Router {
        portal::router_behind(Arc::clone(&GUANTONG), Some(self.office.clone()), Outside { behind_tls: true })
    }

    pub fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub async fn invite(&self, account: &str, forgets_factor: bool) -> String {
        let token = self.office.invite(&Office::operator(), account, forgets_factor).await.expect("an invitation");
        format!("/invitation/{}", token.text())
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser {
            entrance: self,
            router: self.router.clone(),
            cookies: RefCell::default(),
            address: "192.0.2.1".parse().expect("an address"),
        }
    }

    /// Sets the account's password by an invitation.
    pub async fn set_password(&self, account: &str) {
        let path = self.invite(account, false).await;
        let browser = self.browser();
        browser.get(&path).await;
        let answer = browser.send_form(&path, "invitation", &[("new", PASSWORD)]).await;
        assert_eq!(answer.header("location"), "/login?set=1", "{}", answer.text);
    }

    /// A browser in which somebody of the staff is in, with the secret of the second factor and the recovery codes.
    pub async fn staff(&self, account: &str) -> (Browser<'_>, String, Vec<String>) {
        self.set_password(account).await;
        let browser = self.browser();
        assert_eq!(browser.log_in(account, PASSWORD).await.header("location"), "/account/factor");
        let (secret, codes) = browser.set_up_factor(self).await;
        (browser, secret, codes)
    }

    /// A browser in which an applicant without a second factor is in.
    pub async fn applicant(&self, account: &str) -> Browser<'_> {
        self.set_password(account).await;
        let browser = self.browser();
        assert_eq!(browser.log_in(account, PASSWORD).await.header("location"), "/desk");
        browser
    }

    /// The code of a secret, so many seconds from now.
    pub fn code(&self, secret: &str, later: i64) -> String {
        let secret = totp_rs::Secret::try_from_base32(secret.replace(' ', "")).expect("a secret");
        let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a factor");
        let second = u64::try_from(self.seconds.load(Ordering::Relaxed) + later).expect("a time");
        totp.generate(second).to_string()
    }
}

pub fn token(account: &str, which: &str) -> String {
    format!("{which}-token-of-{account}-0123456789")
}

pub struct Browser<'a> {
    pub entrance: &'a Entrance,
    pub router: Router,
    pub cookies: RefCell<BTreeMap<String, String>>,
    pub address: IpAddr,
}

impl Browser<'_> {
    pub async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) };
        let request = request.extension(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let answer = send_to(self.router.clone(), request.body(body).expect("a request")).await;
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a line");
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if line.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, fields, "sec-fetch-site", "same-origin").await
    }

    pub async fn post_with(&self, path: &str, fields: &[(&str, &str)], name: &str, value: &str) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request =
            Request::post(path).header("content-type", "application/x-www-form-urlencoded").header(name, value);
        self.send(request, Body::from(body)).await
    }

    /// Fills in the form of a page and sends it where the page says.
    pub async fn send_form(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, 200, "{page}: {}", shown.text);
        let mut all = fields_of_form(&shown.text, form);
        all.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let pairs: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let action = shown.text.split_once(&format!("<form id=\"{form}\"")).expect("the form").1;
        let tag = action.split_once('>').expect("its tag").0;
        let action = tag.split_once("action=\"").and_then(|(_, rest)| rest.split_once('"')).map_or(page, |(to, _)| to);
        self.post(action, &pairs).await
    }

    pub async fn log_in(&self, account: &str, password: &str) -> Answer {
        self.send_form("/login", "login", &[("account", account), ("password", password)]).await
    }

    /// Enters the password and the code.
    pub async fn log_in_with(&self, account: &str, code: &str) -> Answer {
        assert_eq!(self.log_in(account, PASSWORD).await.header("location"), "/login/code");
        self.send_form("/login/code", "code-form", &[("code", code)]).await
    }

    /// Sets a second factor up: its secret and the recovery codes.
    pub async fn set_up_factor(&self, entrance: &Entrance) -> (String, Vec<String>) {
        let offered = self.send_form("/account/factor", "offer", &[]).await;
        assert_eq!(offered.header("location"), "/account/factor", "{}", offered.text);
        let page = self.get("/account/factor").await.text;
        assert!(page.contains("<svg xmlns=") && page.contains("role=\"img\""), "{page}");
        let secret = codes(&page).remove(0);
        let taken = self.send_form("/account/factor", "take", &[("code", &entrance.code(&secret, 0))]).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
        assert_eq!(taken.header("cache-control"), "no-store");
        (secret, codes(&taken.text))
    }

    /// The value of the session's cookie.
    pub fn session(&self) -> String {
        self.cookies.borrow().get("session").cloned().unwrap_or_default()
    }

    /// Whether the browser is in.
    pub async fn is_in(&self) -> bool {
        let answer = self.get("/account").await;
        assert!(answer.status == 200 || answer.header("location").starts_with("/login"), "{}", answer.status);
        answer.status == 200
    }

    /// A browser elsewhere with the same cookies: whoever has stolen them.
    pub fn stolen(&self) -> Self {
        let address = "198.51.100.9".parse().expect("an address");
        Self { entrance: self.entrance, router: self.router.clone(), cookies: self.cookies.clone(), address }
    }
}

/// What stands in `<code>` on a page.
pub fn codes(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).filter_map(|rest| Some(rest.split_once("</code>")?.0.to_owned())).collect()
}
