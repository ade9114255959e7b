//! Requests that are cut off, tell a wrong length, or bring files that blow up: each is answered, and none leaves anything behind.

use std::io::Write as _;
use std::net::Shutdown;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::http::{Answer, Request, answer, connect, exchange};
use crate::node::{Node, Site};
use crate::town::PNG;

/// A draft in a fresh town, and the request that files it.
fn filing() -> (Site, Node, String, Request) {
    let site = Site::sqlite();
    site.found();
    let node = site.start(&[]);
    let case = node.draft("p-0");
    let order = json!({ "order": "file", "promise": true });
    let request = Request::post(&format!("/api/v1/cases/{case}/orders"), "p-0", &order).key("file-it-only-once");
    (site, node, case, request)
}

#[test]
fn requests_that_are_cut_off_or_of_a_wrong_length_change_nothing() {
    let (_site, node, case, request) = filing();
    let whole = request.bytes(None);
    for cut in (1..whole.len()).step_by(7) {
        let mut stream = connect(node.address).unwrap();
        stream.write_all(&whole[..cut]).unwrap();
        // Some leave without a word, others wait for the answer that there may be.
        if cut % 2 == 0 {
            drop(stream);
        } else {
            stream.shutdown(Shutdown::Write).unwrap();
            let answered: Option<Answer> = answer(&mut stream).ok();
            assert!(answered.is_none_or(|answer| answer.status == 400), "{cut}");
        }
    }
    assert_eq!(node.kinds("p-0", &case), ["opened"]);

    let short = exchange(node.address, &request.bytes(Some(request.body.len() - 1))).unwrap();
    short.problem(400, "");
    let start = Instant::now();
    let long = exchange(node.address, &request.bytes(Some(request.body.len() + 1))).unwrap();
    long.problem(400, "");
    assert!(start.elapsed() < Duration::from_secs(30), "who sends nothing more is not waited for");
    for head in
        ["content-length: 7\r\ncontent-length: 8", "content-length: -1", "content-length: 1e3", "transfer-encoding: x"]
    {
        let bytes = [request.head.as_bytes(), head.as_bytes(), b"\r\n\r\n", &request.body].concat();
        assert_eq!(exchange(node.address, &bytes).unwrap().status, 400, "{head}");
    }
    let chunked = |chunks: &str| {
        let head = format!("{}transfer-encoding: chunked\r\n\r\n{chunks}", request.head);
        exchange(node.address, head.as_bytes())
    };
    assert_eq!(chunked("zz\r\n{}\r\n0\r\n\r\n").unwrap().status, 400);
    for bytes in [b"\x16\x03\x01\x02\0\x01\0".as_slice(), b"\0\0\0\0\r\n\r\n", b"GET\r\n\r\n", &[b'x'; 1 << 20]] {
        assert!(exchange(node.address, bytes).map_or(true, |answer| matches!(answer.status, 400 | 414 | 431)));
    }
    assert_eq!(node.kinds("p-0", &case), ["opened"]);
    let filed = request.send(node.address).unwrap().ok();
    assert_eq!(filed, request.send(node.address).unwrap().ok());
    assert_eq!(node.kinds("p-0", &case), ["opened", "filed"]);
}

#[test]
fn files_that_lie_or_blow_up_are_refused_and_nothing_is_unpacked() {
    let (site, node, case, request) = filing();
    let before = memory(&node);
    let bomb = site.folder.path().join("bomb");
    // 64 MiB of nothing, in some kilobytes.
    let mut packed = std::process::Command::new("gzip");
    packed.arg("-9c").stdin(std::process::Stdio::piped()).stdout(std::fs::File::create(&bomb).unwrap());
    let mut child = packed.spawn().unwrap();
    child.stdin.take().unwrap().write_all(&vec![b' '; 64 << 20]).unwrap();
    assert!(child.wait().unwrap().success());
    let bomb = std::fs::read(&bomb).unwrap();
    assert!(bomb.len() < 200_000);

    let mut wide = PNG.to_vec();
    wide[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let end_of_zip = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    let zip = [b"PK\x03\x04".as_slice(), &bomb, &end_of_zip].concat();
    for (name, bytes, code) in [
        ("证书.gz", &bomb, "file-container"),
        ("证书.pdf", &bomb, "file-container"),
        ("证书.pdf", &zip, "file-container"),
        ("证书.png", &[PNG, &zip].concat(), "file-container"),
        ("证书.png", &wide, "file-pixels"),
        ("证书.pdf", &PNG.to_vec(), "file-misnamed"),
        ("证书.png.exe", &PNG.to_vec(), "file-misnamed"),
        ("证书.pdf", &b"MZ\x90\0 this program %PDF-1.4 %%EOF".to_vec(), "file-type"),
        ("证书.pdf", &b"%PDF-1.4\n1 0 obj".to_vec(), "file-damaged"),
    ] {
        let problem = Request::file("p-0", name, bytes).send(node.address).unwrap().problem(422, code);
        assert!(!problem["remedy"].as_str().unwrap().is_empty(), "{problem}");
    }
    // A document may hold packed streams, for nothing here unpacks them: it is kept as it came.
    let holds = [b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n".as_slice(), &bomb, b"endstream\n%%EOF\n"].concat();
    let kept = Request::file("p-0", "证书.pdf", &holds).send(node.address).unwrap().ok();
    assert_eq!(kept["bytes"], holds.len());
    // A body that says it is packed is read as it is: no JSON.
    let mut packed = request.clone().with("content-encoding", "gzip");
    packed.body = bomb;
    let refused = packed.send(node.address).unwrap();
    assert!(matches!(refused.status, 400 | 415), "{} {}", refused.status, refused.text);
    assert_eq!(node.kinds("p-0", &case), ["opened"]);
    let grown = memory(&node) - before;
    assert!(grown < 64 << 10, "{grown} KiB more");
}

/// The most memory that the server ever had, in KiB.
fn memory(node: &Node) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", node.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
