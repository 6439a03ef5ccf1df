//! Attachments by HTTP: what is taken, what is refused, and who gets it back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Answer, LARGEST, PASSWORD, Server, Town, type_id};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use redline_domain::ids::Noun;
use redline_entity::{attachment, ledger_event};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

struct Story {
    server: Server,
    town: Town,
}

impl Story {
    async fn begin() -> Self {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        Self { server, town }
    }

    fn enterprise(&self, at: usize) -> String {
        type_id(Noun::Organization, self.town.enterprises[at])
    }

    async fn upload(&self, who: &str, name: &str, bytes: Vec<u8>) -> Answer {
        self.upload_about(who, &self.enterprise(0), name, bytes).await
    }

    async fn upload_about(&self, who: &str, organization: &str, name: &str, bytes: Vec<u8>) -> Answer {
        let token = self.server.login(who).await;
        let request = Request::post(format!("/attachments?organization={organization}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "text/html")
            .header("x-file-name", name);
        self.server.send(request.body(Body::from(bytes)).unwrap()).await
    }

    /// What was taken.
    async fn taken(&self, who: &str, name: &str, bytes: Vec<u8>) -> Value {
        let answer = self.upload(who, name, bytes).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()
    }

    /// Status and code of what was not.
    async fn turned(&self, who: &str, bytes: Vec<u8>) -> (u16, String) {
        code(&self.upload(who, "a", bytes).await)
    }

    async fn fetch(&self, who: &str, path: &str) -> Answer {
        let token = self.server.login(who).await;
        self.server.send(Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::empty()).unwrap()).await
    }

    async fn change(&self, who: &str, name: &str, input: Value, fields: &str) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field }} }} }}");
        self.server.ask(Some(&self.server.login(who).await), &query, json!({ "input": input })).await.data()[name].clone()
    }

    async fn inspection(&self, photos: &[&Value]) -> Value {
        let head = type_id(Noun::Person, self.town.person("head0"));
        let input = json!({ "organizationId": self.enterprise(0), "kind": "HEAD_LED", "leaderId": head, "summary": "检查罐区", "photoIds": photos });
        let fields = "inspection { id attachments { id fileName mediaType bytes sha256 width height purpose url thumbnailUrl uploadedBy { name } } }";
        self.change("head0", "recordInspection", input, fields).await
    }
}

fn code(answer: &Answer) -> (u16, String) {
    let json = answer.json();
    (answer.status.as_u16(), json["errors"][0]["code"].as_str().unwrap_or_else(|| panic!("{json}")).to_owned())
}

/// A picture whose left half is red.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) });
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(image).write_to(&mut std::io::Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A PDF of so many bytes, as far as anybody here reads it.
fn document(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    bytes.resize(length, b' ');
    bytes
}

/// A JPEG whose Exif says that the camera was turned by a quarter.
fn turned_picture(width: u32, height: u32) -> Vec<u8> {
    let plain = picture(width, height, ImageFormat::Jpeg);
    let exif = [b"Exif\0\0MM\0\x2a\0\0\0\x08".as_slice(), b"\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"].concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
}

/// Eight bits of each of three colours.
const COLOURED: [u8; 2] = [8, 2];

/// The beginning of a PNG that promises so many pixels of such a depth.
fn promising(width: u32, height: u32, depth: [u8; 2]) -> Vec<u8> {
    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let crc = [kind.as_slice(), data]
            .concat()
            .iter()
            .fold(!0u32, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }));
        [&u32::try_from(data.len()).unwrap().to_be_bytes(), kind.as_slice(), data, &(!crc).to_be_bytes()].concat()
    }
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &depth, &[0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]), chunk(b"IEND", &[])].concat()
}

#[tokio::test]
async fn a_photograph_is_uploaded_attached_and_fetched_with_its_thumbnail() {
    let story = Story::begin().await;
    let bytes = picture(1000, 500, ImageFormat::Png);
    let taken = story.taken("head0", "%E4%B8%9C%E9%97%A8.png", bytes.clone()).await;
    assert_eq!(
        (&taken["fileName"], &taken["mediaType"], &taken["width"], &taken["height"]),
        (&json!("东门.png"), &json!("image/png"), &json!(1000), &json!(500))
    );
    assert_eq!((taken["bytes"].as_u64(), taken["sha256"].as_str().map(str::len)), (Some(bytes.len() as u64), Some(64)));

    let recorded = story.inspection(&[&taken["id"]]).await;
    assert_eq!(recorded["userErrors"], json!([]), "{recorded:#}");
    let seen = &recorded["inspection"]["attachments"][0];
    assert_eq!((&seen["id"], &seen["sha256"], &seen["purpose"]), (&taken["id"], &taken["sha256"], &json!("PHOTO")));
    assert_eq!((&seen["url"], &seen["uploadedBy"]["name"]), (&taken["url"], &json!("head0")));

    let whole = story.fetch("head0", seen["url"].as_str().unwrap()).await;
    assert_eq!((whole.status, whole.body == bytes), (StatusCode::OK, true));
    for (name, expected) in [
        ("content-type", "image/png"),
        ("x-content-type-options", "nosniff"),
        ("content-disposition", "inline; filename=\"__.png\"; filename*=UTF-8''%E4%B8%9C%E9%97%A8.png"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("cache-control", "private"),
    ] {
        assert_eq!(whole.headers[name], expected);
    }
    let small = story.fetch("head0", seen["thumbnailUrl"].as_str().unwrap()).await;
    assert_eq!((small.status, &small.headers["content-type"]), (StatusCode::OK, &"image/jpeg".parse().unwrap()));
    assert_eq!(image::load_from_memory(&small.body).unwrap().dimensions(), (320, 160));

    let token = story.server.login("head0").await;
    let again = Request::get(seen["url"].as_str().unwrap()).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let again = story.server.send(again.header(header::IF_NONE_MATCH, &whole.headers["etag"]).body(Body::empty()).unwrap()).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));

    let event =
        ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("ATTACHMENT_UPLOADED")).one(story.server.app.db.read()).await.unwrap().unwrap();
    assert_eq!((event.subject_kind.as_str(), event.actor_id, &event.data["sha256"]), ("ATTACHMENT", Some(story.town.person("head0")), &taken["sha256"]));
}

#[tokio::test]
async fn a_picture_stands_upright_and_a_small_one_is_not_made_larger() {
    let story = Story::begin().await;
    let turned = story.taken("head0", "a.jpg", turned_picture(640, 320)).await;
    assert_eq!((&turned["width"], &turned["height"]), (&json!(320), &json!(640)), "as it is looked at");
    let small = story.fetch("head0", &format!("{}/thumbnail", turned["url"].as_str().unwrap())).await;
    assert_eq!(image::load_from_memory(&small.body).unwrap().dimensions(), (160, 320));
    let tiny = story.taken("head0", "a.webp", picture(20, 10, ImageFormat::WebP)).await;
    let small = story.fetch("head0", &format!("{}/thumbnail", tiny["url"].as_str().unwrap())).await;
    assert_eq!(image::load_from_memory(&small.body).unwrap().dimensions(), (20, 10));
}

#[tokio::test]
async fn documents_are_kept_and_not_shown_and_have_no_thumbnail() {
    let story = Story::begin().await;
    let taken = story.taken("head0", "plan.PDF", document(100)).await;
    assert_eq!((&taken["mediaType"], &taken["fileName"], &taken["width"]), (&json!("application/pdf"), &json!("plan.pdf"), &Value::Null));
    let path = taken["url"].as_str().unwrap();
    let fetched = story.fetch("head0", path).await;
    assert!(fetched.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"plan.pdf\""));
    assert_eq!(code(&story.fetch("head0", &format!("{path}/thumbnail")).await), (404, "NOT_FOUND".to_owned()));
    let refused = story.inspection(&[&taken["id"]]).await;
    assert_eq!(refused["userErrors"], json!([{ "code": "NOT_A_PICTURE", "field": "photoIds" }]));
}

#[tokio::test]
async fn the_largest_size_is_taken_and_one_byte_more_is_not() {
    let story = Story::begin().await;
    assert_eq!(story.taken("head0", "a.pdf", document(LARGEST)).await["bytes"], json!(LARGEST));
    assert_eq!(story.turned("head0", document(LARGEST + 1)).await, (413, "FILE_TOO_LARGE".to_owned()));
    assert_eq!(story.turned("head0", Vec::new()).await, (400, "FILE_EMPTY".to_owned()));
    // Sent in pieces, without a length that says so beforehand.
    let token = story.server.login("head0").await;
    let pieces = futures::stream::iter((0..LARGEST / 1024 + 1).map(|_| Ok::<_, std::io::Error>(vec![b' '; 1024])));
    let request = Request::post(format!("/attachments?organization={}", story.enterprise(0))).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = story.server.send(request.body(Body::from_stream(pieces)).unwrap()).await;
    assert_eq!(code(&answer), (413, "FILE_TOO_LARGE".to_owned()));
    assert_eq!(attachment::Entity::find().count(story.server.app.db.read()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_file_that_does_not_arrive_whole_is_not_kept() {
    let story = Story::begin().await;
    let token = story.server.login("head0").await;
    let pieces = [Ok(document(100)), Err(std::io::Error::other("the connection is gone"))];
    let request = Request::post(format!("/attachments?organization={}", story.enterprise(0))).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = story.server.send(request.body(Body::from_stream(futures::stream::iter(pieces))).unwrap()).await;
    assert_eq!(code(&answer), (408, "UPLOAD_CUT".to_owned()));
    assert_eq!(attachment::Entity::find().count(story.server.app.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_no_picture_or_document_is_refused_whatever_it_is_called() {
    let story = Story::begin().await;
    for bytes in [b"<html><script>alert(1)</script>".to_vec(), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), b"GIF89a".to_vec(), vec![0; 50]] {
        assert_eq!(story.turned("head0", bytes).await, (415, "UNSUPPORTED_FILE".to_owned()));
    }
    let mut cut = picture(300, 300, ImageFormat::Png);
    cut.truncate(60);
    assert_eq!(story.turned("head0", cut).await, (415, "BROKEN_PICTURE".to_owned()));
    for (width, height) in [(60_000, 60_000), (16_001, 1), (7_072, 7_072)] {
        assert_eq!(story.turned("head0", promising(width, height, COLOURED)).await, (415, "PICTURE_TOO_LARGE".to_owned()), "{width}×{height}");
    }
    assert_eq!(story.turned("head0", promising(16_000, 1, COLOURED)).await.1, "BROKEN_PICTURE", "not too large, but nothing is in it");
    // Sixteen bits of each of four: 256 MB are 33,554,432 such pixels.
    assert_eq!(story.turned("head0", promising(8_192, 4_097, [16, 6])).await.1, "PICTURE_TOO_LARGE");
    assert_eq!(story.turned("head0", promising(8_192, 4_096, [16, 6])).await.1, "BROKEN_PICTURE");
    assert_eq!(attachment::Entity::find().count(story.server.app.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn names_play_no_tricks() {
    let story = Story::begin().await;
    for (given, expected) in [
        ("..%2F..%2Fetc%2Fpasswd", "passwd.png"),
        ("..%5C..%5Cboot.ini", "boot.ini.png"),
        ("page.html", "page.html.png"),
        ("a%0D%0ASet-Cookie:%20x.png", "aSet-Cookie_ x.png"),
        ("%FF%FE", "\u{fffd}\u{fffd}.png"),
    ] {
        let taken = story.taken("head0", given, picture(4, 4, ImageFormat::Png)).await;
        assert_eq!(taken["fileName"], expected, "{given}");
        assert_eq!(story.fetch("head0", taken["url"].as_str().unwrap()).await.status, StatusCode::OK);
    }
    for path in ["/attachments/..%2Fredline.db", "/attachments/attachment_0", "/attachments/hazard_01h2xcejqtf2nbrexx3vqjhp41"] {
        assert_eq!(story.fetch("head0", path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn others_get_nothing_before_it_is_attached_and_only_who_sees_the_record_afterwards() {
    let story = Story::begin().await;
    let taken = story.taken("head0", "a.png", picture(40, 40, ImageFormat::Png)).await;
    let (path, id) = (taken["url"].as_str().unwrap().to_owned(), taken["id"].clone());
    let node = "query($id: ID!) { node(id: $id) { id ... on Attachment { fileName } } }";
    let doors = async |who: &str| {
        let node = story.server.ask(Some(&story.server.login(who).await), node, json!({ "id": id })).await.data()["node"].clone();
        (story.fetch(who, &path).await.status.as_u16(), story.fetch(who, &format!("{path}/thumbnail")).await.status.as_u16(), !node.is_null())
    };
    for (who, expected) in [("head0", (200, 200, true)), ("staff0", (404, 404, false)), ("office", (404, 404, false)), ("head1", (404, 404, false))] {
        assert_eq!(doors(who).await, expected, "{who}, before");
    }
    assert_eq!(story.inspection(&[&id]).await["userErrors"], json!([]));
    let seen = (200, 200, true);
    let unseen = (404, 404, false);
    for (who, expected) in [("head0", seen), ("staff0", seen), ("village0", seen), ("unit", seen), ("office", seen), ("head1", unseen), ("village1", unseen)] {
        assert_eq!(doors(who).await, expected, "{who}, afterwards");
    }
    let twice = story.inspection(&[&id]).await;
    assert_eq!((&twice["inspection"], &twice["userErrors"]), (&Value::Null, &json!([{ "code": "UNKNOWN_ATTACHMENT", "field": "photoIds" }])));

    let visitor = story.server.send(Request::get(&path).body(Body::empty()).unwrap()).await;
    assert_eq!(code(&visitor), (401, "UNAUTHENTICATED".to_owned()));
    assert_eq!(visitor.headers["www-authenticate"], "Bearer");
}

#[tokio::test]
async fn only_who_sees_the_records_of_an_organization_uploads_about_it() {
    let story = Story::begin().await;
    let picture = || picture(4, 4, ImageFormat::Png);
    for (who, expected) in [("staff0", 201), ("village0", 201), ("unit", 201), ("office", 201), ("head1", 404), ("village1", 404)] {
        assert_eq!(story.upload(who, "a.png", picture()).await.status.as_u16(), expected, "{who}");
    }
    assert_eq!(code(&story.upload_about("head0", "nonsense", "a", picture()).await), (400, "BAD_USER_INPUT".to_owned()));
    let visitor = Request::post(format!("/attachments?organization={}", story.enterprise(0))).body(Body::from(picture())).unwrap();
    assert_eq!(code(&story.server.send(visitor).await), (401, "UNAUTHENTICATED".to_owned()));
}

#[tokio::test]
async fn bytes_changed_in_the_store_are_not_served() {
    let story = Story::begin().await;
    let taken = story.taken("head0", "a.pdf", document(64)).await;
    story.server.app.store.put(taken["sha256"].as_str().unwrap(), document(65), None).await.unwrap();
    assert_eq!(code(&story.fetch("head0", taken["url"].as_str().unwrap()).await), (500, "INTERNAL".to_owned()));
}

#[tokio::test]
async fn a_list_of_inspections_with_photographs_signatures_and_seals_costs_the_same_for_one_and_for_many() {
    let story = Story::begin().await;
    let make = async |count: usize| {
        for at in 0..count {
            let photo = story.taken("head0", "a.png", picture(4, 4 + u32::try_from(at).unwrap(), ImageFormat::Png)).await;
            let id = story.inspection(&[&photo["id"]]).await["inspection"]["id"].clone();
            let signed = story.change("head0", "signInspection", json!({ "inspectionId": id, "password": PASSWORD }), "inspection { sealIntact }").await;
            assert_eq!(signed["inspection"]["sealIntact"], true, "{signed}");
            story.change("head0", "correctInspection", json!({ "inspectionId": id, "reason": "补充" }), "inspection { id }").await;
        }
    };
    let query = "{ inspections(first: 100) { nodes { sealIntact contracts { id } alert { id } attachments { url uploadedBy { name } } signatures { signedAs intact } corrects { id } correctedBy { id } } } }";
    let token = story.server.login("head0").await;
    make(1).await;
    let one = story.server.statements(&token, query, json!({})).await;
    make(4).await;
    assert_eq!(story.server.statements(&token, query, json!({})).await, one);
}
