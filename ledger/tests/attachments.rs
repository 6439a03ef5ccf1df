//! Uploads that belong to no record yet are bounded.

use crate::common::{Township, refused};
use redline_ledger::attachment::{MOST_LOOSE, NewAttachment, upload};

#[tokio::test]
async fn two_hundred_loose_uploads_a_day_are_enough() {
    let town = Township::new().await;
    let new = || NewAttachment {
        organization: town.plant.id,
        file_name: "现场.jpg".to_owned(),
        media_type: "image/jpeg",
        bytes: 3,
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
        pixels: Some((1, 1)),
    };
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    town.change(async |tx| {
        for _ in 0..MOST_LOOSE {
            upload(tx, &ctx, new()).await?;
        }
        Ok(())
    })
    .await
    .expect("the two hundredth too");
    assert_eq!(refused(town.change(async |tx| upload(tx, &ctx, new()).await).await), ["TOO_MANY_UPLOADS"]);
    let other = town.person(town.plant.head, "2023-06-01").await;
    town.change(async |tx| upload(tx, &other, new()).await).await.expect("somebody else's");
    let tomorrow = town.person(town.plant.officer, "2023-06-02").await;
    town.change(async |tx| upload(tx, &tomorrow, new()).await).await.expect("a day later");
}
