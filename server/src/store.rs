//! Where the bytes of attachments are (附件存储): a folder, or a bucket that speaks S3. Objects are named by the SHA-256 of their bytes,
//! so that the same bytes are kept once and never change.

use std::{io, path::Path, sync::Arc};

use object_store::{ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, local::LocalFileSystem, path::Path as Key};
use redline_ledger::settings::{Attachments, StoreKind};

/// Why a store cannot be opened, or an object not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder cannot be made.
    #[error("the folder of the attachments, {folder}, cannot be made; set attachments.folder to one that can: {cause}")]
    Folder {
        /// Which.
        folder: String,
        /// Why.
        cause: io::Error,
    },
    /// The store failed.
    #[error("the store of the attachments: {0}")]
    Store(#[from] object_store::Error),
}

/// Where the bytes of attachments are.
#[derive(Clone, Debug)]
pub struct Store {
    objects: Arc<dyn ObjectStore>,
    largest: usize,
}

impl Store {
    /// The store that the settings name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(settings: &Attachments) -> Result<Self, StoreError> {
        let largest = usize::try_from(settings.largest_bytes).unwrap_or(usize::MAX);
        match settings.store {
            StoreKind::Folder => Self::in_folder(&settings.folder, largest),
            StoreKind::S3 => {
                // The client takes the process's TLS library; one that is there already stays.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let s3 = &settings.s3;
                let mut bucket = AmazonS3Builder::new()
                    .with_bucket_name(s3.bucket.as_deref().unwrap_or_default())
                    .with_region(&s3.region)
                    .with_access_key_id(s3.key_id.as_deref().unwrap_or_default())
                    .with_secret_access_key(s3.secret.as_ref().map_or("", |secret| secret.expose()));
                if let Some(endpoint) = &s3.endpoint {
                    bucket = bucket.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
                }
                Ok(Self { objects: Arc::new(bucket.build()?), largest })
            }
        }
    }

    /// A store in a folder, which is made if it is not there; `largest` is the largest size of an attachment in bytes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn in_folder(folder: &Path, largest: usize) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(|cause| StoreError::Folder { folder: folder.display().to_string(), cause })?;
        Ok(Self { objects: Arc::new(LocalFileSystem::new_with_prefix(folder)?), largest })
    }

    /// The largest size of an attachment, in bytes.
    pub fn largest(&self) -> usize {
        self.largest
    }

    /// Keeps the bytes of an attachment, and the thumbnail of a picture beside it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn put(&self, sha256: &str, bytes: Vec<u8>, thumbnail: Option<Vec<u8>>) -> Result<(), StoreError> {
        if let Some(thumbnail) = thumbnail {
            self.objects.put(&beside(sha256), thumbnail.into()).await?;
        }
        self.objects.put(&Key::from(sha256), bytes.into()).await?;
        Ok(())
    }

    /// The bytes of an attachment.
    ///
    /// # Errors
    /// When the store fails, or does not have them.
    pub async fn get(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        Ok(self.objects.get(&Key::from(sha256)).await?.bytes().await?.to_vec())
    }

    /// The thumbnail of a picture, a JPEG.
    ///
    /// # Errors
    /// When the store fails, or does not have it.
    pub async fn thumbnail(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        Ok(self.objects.get(&beside(sha256)).await?.bytes().await?.to_vec())
    }
}

fn beside(sha256: &str) -> Key {
    Key::from(format!("{sha256}.thumbnail.jpg"))
}

#[cfg(test)]
mod tests {
    use redline_ledger::settings::{Sources, load};

    use super::*;

    #[test]
    fn a_bucket_is_opened_from_the_settings() {
        let flags = [
            ("attachments.store", "s3"),
            ("attachments.s3.bucket", "redline"),
            ("attachments.s3.endpoint", "http://127.0.0.1:9000"),
            ("attachments.s3.key_id", "key"),
            ("attachments.s3.secret", "secret"),
        ];
        let flags = flags.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        let settings = load(Sources { flags, ..Sources::default() }).expect("good settings").settings;
        let store = Store::open(&settings.attachments).expect("a store");
        assert_eq!(store.largest(), 10 * 1024 * 1024);
        assert!(format!("{:?}", store.objects).contains("redline"));
        assert!(!format!("{:?}", settings.attachments).contains("secret\""), "the key is not shown");
    }
}
