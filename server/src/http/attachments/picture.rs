//! Pictures (照片): read within bounds, turned as they were taken, and made small for lists.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder};
use redline_domain::Refusal;

/// The most pixels that a picture may have: those of a good telephone.
const MOST_PIXELS: u64 = 50_000_000;
/// The longest side of a picture.
const LONGEST_SIDE: u32 = 16_000;
/// The memory that reading a picture may take, in bytes.
const MEMORY: u64 = 256 << 20;
/// The longest side of a thumbnail.
const THUMBNAIL: u32 = 320;
/// How well a thumbnail is kept, of 100.
const QUALITY: u8 = 80;

/// A picture that could be read.
pub struct Picture {
    /// Its width and height as it is looked at, in pixels.
    pub pixels: (i32, i32),
    /// A small JPEG of it.
    pub thumbnail: Vec<u8>,
}

/// Reads a picture. What its first bytes promise is checked before any of it is unpacked.
///
/// # Errors
/// `PICTURE_TOO_LARGE`, `BROKEN_PICTURE`.
pub fn read(bytes: &[u8], format: ImageFormat) -> Result<Picture, Refusal> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| broken())?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large(width, height));
    }
    // Few pixels may be deep ones.
    if decoder.total_bytes() > MEMORY {
        return Err(too_deep());
    }
    let orientation = decoder.orientation().map_err(|_| broken())?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    image.apply_orientation(orientation);
    let pixels = (i32::try_from(image.width()).unwrap_or(i32::MAX), i32::try_from(image.height()).unwrap_or(i32::MAX));
    let small = if image.width().max(image.height()) > THUMBNAIL { image.thumbnail(THUMBNAIL, THUMBNAIL) } else { image };
    let mut thumbnail = Vec::new();
    small.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut thumbnail, QUALITY)).map_err(|_| broken())?;
    Ok(Picture { pixels, thumbnail })
}

fn broken() -> Refusal {
    let en = "The picture cannot be read. Right would be a whole JPEG, PNG or WebP file; take or save it anew.";
    Refusal::new("BROKEN_PICTURE", "照片无法读取，应为完整的 JPEG、PNG 或 WebP 文件，请重新拍摄或保存。", en).field("file")
}

fn too_deep() -> Refusal {
    let most = MEMORY >> 20;
    let zh = format!("照片展开后超过 {most} MB；请降低分辨率或色彩位深后再上传。");
    let en = format!("The picture takes more than {most} MB once it is unpacked; right would be fewer pixels or fewer bits of colour.");
    Refusal::new("PICTURE_TOO_LARGE", zh, en).field("file")
}

fn too_large(width: u32, height: u32) -> Refusal {
    let most = MOST_PIXELS / 1_000_000;
    let zh = format!("照片为 {width}×{height} 像素；应不超过 {most} 百万像素，且每边不超过 {LONGEST_SIDE} 像素。");
    let en = format!("The picture has {width}×{height} pixels; right would be at most {most} million, and {LONGEST_SIDE} on a side.");
    Refusal::new("PICTURE_TOO_LARGE", zh, en).field("file")
}
