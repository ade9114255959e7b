//! The language of a request: `?lang=`, else the cookie, else Accept-Language, else Chinese.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use wording::Lang;

/// The cookie's name.
const COOKIE: &str = "lang";

/// Who reads: the language, and whether links have to carry it.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// The language.
    pub(crate) lang: Lang,
    /// Whether links carry the language, because the browser alone would not lead to it.
    pub(crate) carried: bool,
    /// The path and query asked for, without `lang`.
    pub(crate) here: String,
    /// Who is logged in.
    pub(crate) who: Option<Arc<Who>>,
    /// Whether one can log in here.
    pub(crate) has_logins: bool,
}

/// Who is logged in, as the bar of every page says it.
#[derive(Debug)]
pub(crate) struct Who {
    /// The account.
    pub(crate) id: String,
    /// The id of the text that names the role.
    pub(crate) role: String,
    /// The organisation's name.
    pub(crate) organisation: Option<String>,
    /// What the forms of the session carry.
    pub(crate) form_token: String,
}

/// Finds the language, hands it to the page as an extension, and remembers a choice made in the address.
pub(crate) async fn find(mut request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let chosen = pairs(query).find(|(name, _)| name == "lang").and_then(|(_, value)| Lang::parse(&value));
    let preferred = accepted(request.headers()).unwrap_or_default();
    let lang = chosen.or_else(|| remembered(request.headers())).unwrap_or(preferred);
    let here = without_lang(request.uri().path(), query);
    request.extensions_mut().insert(Reader { lang, carried: lang != preferred, here, who: None, has_logins: false });
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(lang) = chosen {
        let cookie = format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax", lang.key());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    if !headers.contains_key(header::VARY) {
        headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    }
    response
}

fn pairs(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.as_bytes())
}

/// The path and query without `lang`.
fn without_lang(path: &str, query: &str) -> String {
    let mut rest = form_urlencoded::Serializer::new(String::new());
    rest.extend_pairs(pairs(query).filter(|(name, _)| name != "lang"));
    let rest = rest.finish();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{rest}") }
}

/// The language of the cookie.
fn remembered(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).and_then(|(_, value)| Lang::parse(value))
}

/// The best-liked language that there is.
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let text = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Lang)> = None;
    for entry in text.split(',') {
        let (name, weight) = entry.split_once(";q=").unwrap_or((entry, "1"));
        let (Some(lang), Ok(weight)) = (Lang::parse(name), weight.trim().parse::<f32>()) else { continue };
        if weight > best.map_or(0.0, |(most, _)| most) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn the_best_liked_language_is_taken() {
        let of = |value| accepted(&headers(header::ACCEPT_LANGUAGE, value));
        assert_eq!(of("en-GB,en;q=0.9,zh;q=0.8"), Some(Lang::En));
        assert_eq!(of("de, zh-CN;q=0.3, en;q=0.2"), Some(Lang::Zh));
        assert_eq!(of("de, *;q=0.5"), None);
        assert_eq!(of("en;q=0, zh;q=0.1"), Some(Lang::Zh));
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        assert_eq!(remembered(&headers(header::COOKIE, "a=b; lang=en; c=d")), Some(Lang::En));
        assert_eq!(remembered(&headers(header::COOKIE, "slang=en")), None);
        assert_eq!(remembered(&headers(header::COOKIE, "lang=de")), None);
    }
}
