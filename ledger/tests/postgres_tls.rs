//! What goes to PostgreSQL is protected as its address says.

use std::{fs, path::Path};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use redline_ledger::Db;
use redline_test_database::OwnPostgres;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// A certificate authority of the test.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("good names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).expect("signed").pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// Puts a certificate for `localhost`, and for no other name, into the folder of a server's data.
    fn certify(&self, data: &Path) {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("good names");
        fs::write(data.join("server.crt"), params.signed_by(&key, &self.issuer).expect("signed").pem()).expect("written");
        let file = data.join("server.key");
        fs::write(&file, key.serialize_pem()).expect("written");
        #[cfg(unix)]
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("its owner's alone");
        fs::write(data.join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n").expect("written");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn with_verify_full_only_a_server_that_the_right_authority_vouches_for_is_talked_to() {
    let (right, wrong) = (Authority::new(), Authority::new());
    let postgres = OwnPostgres::start_with("-c ssl=on", |data| right.certify(data));
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, pem: &str| {
        let file = folder.path().join(name);
        fs::write(&file, pem).expect("written");
        file.display().to_string()
    };
    let (right, wrong) = (file("right.pem", &right.pem), file("wrong.pem", &wrong.pem));
    let address = |host: &str, rest: &str| format!("postgres://redline@{host}:{}/postgres?{rest}", postgres.port());

    let db = Db::connect(&address("localhost", &format!("sslmode=verify-full&sslrootcert={right}"))).await.expect("the right one");
    let question = Statement::from_string(DbBackend::Postgres, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    let row = db.read().query_one_raw(question).await.expect("asked").expect("a row");
    assert!(row.try_get::<bool>("", "ssl").expect("a switch"));
    for (host, rest) in [
        ("localhost", format!("sslmode=verify-full&sslrootcert={wrong}")),
        ("localhost", "sslmode=verify-full".to_owned()),
        // The certificate is for another name.
        ("127.0.0.1", format!("sslmode=verify-full&sslrootcert={right}")),
        ("localhost", "sslmode=disable".to_owned()),
    ] {
        assert!(Db::connect(&address(host, &rest)).await.is_err(), "{host} {rest}");
    }
}
