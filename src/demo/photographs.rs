//! Photographs of the invented township (照片): small pictures that the program draws, the same each time. A handful serves all.

use std::io::Cursor;

use anyhow::Result;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use redline_ledger::{
    Context,
    attachment::{self, NewAttachment},
    hazard::Photographs,
};
use sea_orm::DatabaseTransaction;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

const WIDTH: u32 = 96;
const HEIGHT: u32 = 64;
/// How many there are of each, before and after.
const SCENES: usize = 6;

/// A picture with the name of its object in the store.
pub struct Picture {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Its bytes, a PNG.
    pub bytes: Vec<u8>,
    /// A small JPEG of it.
    pub thumbnail: Vec<u8>,
}

/// All the pictures of the demonstration.
pub fn all() -> Result<Vec<Picture>> {
    (0..SCENES).flat_map(|scene| [picture(scene, false), picture(scene, true)]).collect()
}

/// A wall with a fault in it, or without: a red beam before, a green one after.
fn picture(scene: usize, after: bool) -> Result<Picture> {
    let shade = u8::try_from(scene % SCENES * 20).unwrap_or_default();
    let beam = if after { Rgb([40, 140, 70]) } else { Rgb([190, 40, 40]) };
    let drawn = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| match (x / 8 + y / 8) % 2 {
        _ if x.abs_diff(y + 16) < 5 => beam,
        0 => Rgb([120 + shade, 120, 110]),
        _ => Rgb([140 + shade, 140, 130]),
    });
    let drawn = DynamicImage::ImageRgb8(drawn);
    let encoded = |format| -> Result<Vec<u8>> {
        let mut bytes = Cursor::new(Vec::new());
        drawn.write_to(&mut bytes, format)?;
        Ok(bytes.into_inner())
    };
    let bytes = encoded(ImageFormat::Png)?;
    Ok(Picture { sha256: hex::encode(Sha256::digest(&bytes)), bytes, thumbnail: encoded(ImageFormat::Jpeg)? })
}

/// Uploads one of the pictures for who asks.
async fn upload(db: &DatabaseTransaction, ctx: &Context, organization: Uuid, (scene, after): (usize, bool), file_name: &str) -> Result<Uuid> {
    let drawn = picture(scene, after)?;
    let new = NewAttachment {
        organization,
        file_name: file_name.to_owned(),
        media_type: "image/png",
        bytes: i64::try_from(drawn.bytes.len())?,
        sha256: drawn.sha256,
        pixels: Some((i32::try_from(WIDTH)?, i32::try_from(HEIGHT)?)),
    };
    Ok(attachment::upload(db, ctx, new).await?.id)
}

/// What somebody took before and after a fix on the spot.
pub async fn taken(db: &DatabaseTransaction, ctx: &Context, organization: Uuid, scene: usize) -> Result<Photographs> {
    Ok(Photographs {
        before: vec![upload(db, ctx, organization, (scene, false), "整改前.png").await?],
        after: vec![upload(db, ctx, organization, (scene, true), "整改后.png").await?],
    })
}

/// What somebody took of faults that were found, one picture of each; of a dozen faults nobody takes a dozen pictures.
pub async fn of_faults(db: &DatabaseTransaction, ctx: &Context, organization: Uuid, faults: usize) -> Result<Vec<Uuid>> {
    let mut taken = Vec::new();
    for scene in 0..faults.min(2) {
        taken.push(upload(db, ctx, organization, (scene, false), "检查现场.png").await?);
    }
    Ok(taken)
}

/// What somebody took of an event at which many were.
pub async fn of_event(db: &DatabaseTransaction, ctx: &Context, organization: Uuid) -> Result<Vec<Uuid>> {
    Ok(vec![upload(db, ctx, organization, (SCENES - 1, true), "活动现场.png").await?])
}
