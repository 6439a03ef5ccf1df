//! The key that signs the checkpoints (签名密钥): Ed25519, in a file of its own outside the database.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use rand::{TryRng, rngs::SysRng};
use sha2::{Digest, Sha256};

/// Who signs the checkpoints (签名人).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The key in that file, which is made at first need.
    File(PathBuf),
    /// The key of a simulated campaign, the same for the same seed. It proves nothing to anybody.
    Simulated(u64),
}

/// A key that signs. It is never shown.
pub struct Key(SigningKey);

/// Why a key cannot be used, in a sentence for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the audit key {} cannot be used: {reason}", file.display())]
pub struct UnusableKey {
    /// Its file.
    pub file: PathBuf,
    /// What is wrong.
    pub reason: String,
}

impl Signer {
    /// The key. Where there is no file yet, it is made.
    ///
    /// # Errors
    /// If the file can be neither read nor made, or holds no key.
    pub fn key(&self) -> Result<Key, UnusableKey> {
        match self {
            Self::File(file) => match read(file)? {
                Some(key) => Ok(key),
                None => {
                    make(file).map_err(|error| UnusableKey { file: file.clone(), reason: format!("it is not there, and could not be made ({error})") })?;
                    read(file)?.ok_or_else(|| UnusableKey { file: file.clone(), reason: "it went away as soon as it was made".to_owned() })
                }
            },
            Self::Simulated(seed) => Ok(Key(SigningKey::from_bytes(&Sha256::digest(format!("redline simulated {seed}")).into()))),
        }
    }

    /// The public key, if there is a key; none is made.
    ///
    /// # Errors
    /// If the file cannot be read, or holds no key.
    pub fn known_public_key(&self) -> Result<Option<String>, UnusableKey> {
        match self {
            Self::File(file) => Ok(read(file)?.map(|key| key.public_key())),
            Self::Simulated(_) => Ok(Some(self.key()?.public_key())),
        }
    }
}

impl Key {
    /// Its public half, by which everybody can check a signature: 64 hexadecimal digits.
    pub fn public_key(&self) -> String {
        hex::encode(self.0.verifying_key().to_bytes())
    }

    /// The signature of a text: 128 hexadecimal digits.
    pub fn sign(&self, text: &str) -> String {
        hex::encode(self.0.sign(text.as_bytes()).to_bytes())
    }
}

/// Whether a text was signed by the holder of the key with that public half.
pub fn is_signed(text: &str, public_key: &str, signature: &str) -> bool {
    let key = bytes(public_key).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = bytes(signature).map(|bytes| Signature::from_bytes(&bytes));
    key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(text.as_bytes(), &signature).is_ok())
}

/// Whether that is a public key as it is printed.
pub fn is_public_key(text: &str) -> bool {
    bytes(text).is_some_and(|bytes| VerifyingKey::from_bytes(&bytes).is_ok())
}

/// Hexadecimal digits as they are printed: small ones.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    (hex::encode(bytes) == text).then_some(bytes)
}

fn read(file: &Path) -> Result<Option<Key>, UnusableKey> {
    let bad = |reason: String| UnusableKey { file: file.to_owned(), reason };
    match fs::read_to_string(file) {
        Ok(text) => match bytes(text.trim()) {
            Some(seed) => Ok(Some(Key(SigningKey::from_bytes(&seed)))),
            None => Err(bad("it does not hold 64 hexadecimal digits".to_owned())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(bad(error.to_string())),
    }
}

/// Makes a key, for its owner's eyes only. Of two programs that do it at once, one wins, and neither ever sees half a key.
fn make(file: &Path) -> io::Result<()> {
    let mut seed = [0; 32];
    SysRng.try_fill_bytes(&mut seed).map_err(io::Error::other)?;
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut part = file.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(part);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&part).and_then(|mut to| {
        writeln!(to, "{}", hex::encode(seed))?;
        to.sync_all()
    });
    // Unlike a renaming, a link does not take the place of a file that another program made meanwhile.
    let placed = written.and_then(|()| fs::hard_link(&part, file));
    let _ = fs::remove_file(&part);
    match placed {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && file.exists() => Ok(()),
        placed => placed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("redline-key-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_key_is_made_once_for_its_owner_only_and_is_the_same_from_then_on() {
        let file = scratch("made").join("deep").join("audit.key");
        let signer = Signer::File(file.clone());
        assert_eq!(signer.known_public_key(), Ok(None), "asking makes none");
        let key = signer.key().expect("made");
        assert_eq!(signer.key().expect("read").public_key(), key.public_key());
        assert_eq!(signer.known_public_key(), Ok(Some(key.public_key())));
        assert_eq!(fs::read_dir(file.parent().expect("a folder")).expect("listed").count(), 1, "nothing else is left");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).expect("there").permissions()) & 0o777, 0o600);
        let other = Signer::File(scratch("other").join("audit.key")).key().expect("made");
        assert_ne!(other.public_key(), key.public_key());
    }

    #[test]
    fn a_file_that_holds_no_key_is_named_and_left_as_it_is() {
        let file = scratch("bad").with_extension("key");
        fs::write(&file, "secret").expect("written");
        let told = Signer::File(file.clone()).key().err().expect("refused").to_string();
        assert_eq!(told, format!("the audit key {} cannot be used: it does not hold 64 hexadecimal digits", file.display()));
        assert_eq!(fs::read_to_string(&file).expect("there"), "secret");
    }

    #[test]
    fn a_signature_holds_for_its_text_and_key_only() {
        let (key, other) = (Signer::Simulated(1).key().expect("a key"), Signer::Simulated(2).key().expect("a key"));
        let signature = key.sign("text");
        assert!(is_signed("text", &key.public_key(), &signature));
        assert!(!is_signed("texT", &key.public_key(), &signature));
        assert!(!is_signed("text", &other.public_key(), &signature));
        assert!(!is_signed("text", &key.public_key(), &other.sign("text")));
        assert!(!is_signed("text", &key.public_key(), &signature.to_uppercase()));
        assert!(!is_signed("text", "", ""));
    }

    #[test]
    fn the_published_example_of_ed25519_is_signed_so() {
        // RFC 8032, 7.1, test 2.
        let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").expect("32 bytes");
        let key = Key(SigningKey::from_bytes(&seed));
        assert_eq!(key.public_key(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assert_eq!(
            key.sign("r"),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        );
    }
}
