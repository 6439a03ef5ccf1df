//! A site with files that people uploaded, backed up and restored: a server on the copy serves the same bytes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{fs, path::Path};

use crate::support::{LARGEST, Server, Town, moment, type_id};
use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use redline_domain::ids::Noun;
use redline_ledger::{Db, audit::Trust, backup};
use redline_server::{App, http::router, store::Store};
use redline_test_database::TestDatabase;
use serde_json::{Value, json};
use tower::ServiceExt;

/// A photograph of many colours, so that it is of some size.
fn photograph() -> Vec<u8> {
    let image = image::RgbImage::from_fn(600, 400, |x, y| image::Rgb([(x * y) as u8, (x ^ y) as u8, (x + y) as u8]));
    let mut bytes = Vec::new();
    image::DynamicImage::ImageRgb8(image).write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// A PDF as far as anybody here reads it, with every byte that there is.
fn document() -> Vec<u8> {
    b"%PDF-1.4\n".iter().copied().chain((0..200_000_u32).map(|at| ((at * 31) >> 3) as u8)).collect()
}

async fn upload(server: &Server, organization: &str, name: &str, bytes: &[u8]) -> Value {
    let request = Request::post(format!("/attachments?organization={organization}&name={name}"));
    let request = request.header(header::AUTHORIZATION, format!("Bearer {}", server.login("head0").await));
    let answer = server.send(request.body(Body::from(bytes.to_vec())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    answer.json()
}

async fn change(server: &Server, name: &str, input: Value, fields: &str) -> Value {
    let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
    let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field }} }} }}");
    let told = server.ask(Some(&server.login("head0").await), &query, json!({ "input": input })).await.data()[name].clone();
    assert_eq!(told["userErrors"], json!([]), "{name}");
    told
}

/// What a server answers to whoever fetches a file.
async fn fetch(app: &App, token: &str, path: &str) -> (StatusCode, Vec<u8>) {
    let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::empty()).unwrap();
    let answer = router(app.clone()).oneshot(request).await.unwrap();
    (answer.status(), to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec())
}

/// A server on a restored backup.
async fn restored(server: &Server, backup: &Path, url: &str, files: &Path) -> App {
    let told = backup::restore(backup, url, Some(files), Trust::default()).await.unwrap();
    assert_eq!(told.attachments, Some(2));
    App { db: Db::connect(url).await.unwrap(), store: Store::in_folder(files, LARGEST).unwrap(), ..server.app.clone() }
}

#[tokio::test]
async fn files_that_were_uploaded_are_served_from_a_restored_backup_byte_for_byte() {
    let database = TestDatabase::new().await;
    let folder = database.folder().to_owned();
    let server = Server::on(database).await;
    let town = Town::found(&server).await;
    let enterprise = type_id(Noun::Organization, town.enterprises[0]);
    let (picture, agreement) = (photograph(), document());
    let photo = upload(&server, &enterprise, "tank.png", &picture).await;
    let paper = upload(&server, &enterprise, "agreement.pdf", &agreement).await;
    let head = type_id(Noun::Person, town.person("head0"));
    let inspection = json!({ "organizationId": enterprise, "kind": "HEAD_LED", "leaderId": head, "summary": "检查罐区", "photoIds": [photo["id"]] });
    change(&server, "recordInspection", inspection, "inspection { id }").await;
    let contract = json!({
        "organizationId": enterprise, "kind": "CONTRACTOR", "partyName": "东风安装公司", "work": "更换储罐阀门", "qualification": "GC2",
        "safetyAgreementOn": "2023-06-01", "duties": "承包方负责现场监护", "since": "2023-06-01", "documentIds": [paper["id"]],
    });
    change(&server, "recordContract", contract, "contract { id }").await;
    let token = server.login("head0").await;
    let made =
        backup::make(&server.app.db, &folder.join("kept"), Some(&folder.join("attachments")), Trust::default(), moment("2023-07-05T05:00:00Z")).await.unwrap();
    assert_eq!(made.manifest.attachments.as_ref().map(|told| (told.files, told.missing.len())), Some((2, 0)));
    // What happens afterwards to the site itself does not touch the backup.
    for entry in fs::read_dir(folder.join("attachments")).unwrap() {
        fs::write(entry.unwrap().path(), "burnt").unwrap();
    }

    let target = TestDatabase::empty().await;
    let url = if target.is_postgres() { target.url().to_owned() } else { format!("sqlite://{}", target.folder().join("restored.db").display()) };
    let app = restored(&server, &made.folder, &url, &target.folder().join("files")).await;
    for (told, bytes) in [(&photo, &picture), (&paper, &agreement)] {
        let (status, served) = fetch(&app, &token, told["url"].as_str().unwrap()).await;
        assert!(status == StatusCode::OK && served == *bytes, "{status}, {} bytes of {}", served.len(), bytes.len());
    }
    let (status, small) = fetch(&app, &token, &format!("{}/thumbnail", photo["url"].as_str().unwrap())).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(image::load_from_memory(&small).unwrap().width(), 320);
    let question = "{ contracts(first: 5) { nodes { attachments { fileName sha256 } } } inspections(first: 5) { nodes { attachments { fileName sha256 } } } }";
    let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = router(app.clone()).oneshot(request.body(Body::from(json!({ "query": question }).to_string())).unwrap()).await.unwrap();
    let told: Value = serde_json::from_slice(&to_bytes(answer.into_body(), usize::MAX).await.unwrap()).unwrap();
    let of = |list: &str| told["data"][list]["nodes"][0]["attachments"][0]["sha256"].clone();
    assert_eq!((of("contracts"), of("inspections")), (paper["sha256"].clone(), photo["sha256"].clone()), "{told:#}");
    app.db.close().await.unwrap();

    // A backup in which one of them was damaged puts none of them in place.
    let damaged = made.folder.join("attachments").join(paper["sha256"].as_str().unwrap());
    let mut bytes = fs::read(&damaged).unwrap();
    bytes[100_000] ^= 1;
    fs::write(&damaged, bytes).unwrap();
    let (url, files) = (format!("sqlite://{}", target.folder().join("again.db").display()), target.folder().join("again"));
    let refused = backup::restore(&made.folder, &url, Some(&files), Trust::default()).await.unwrap_err().to_string();
    assert_eq!(refused, format!("{}: it is not as it was when the backup was made (cut short, or changed)", damaged.display()));
    assert!(!files.exists() && !target.folder().join("again.db").exists());
}
