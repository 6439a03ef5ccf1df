use super::*;

fn flags(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn setting(name: &str) -> &'static Setting {
    SETTINGS.iter().find(|setting| setting.name == name).expect("a setting")
}

fn scratch(name: &str, toml: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("redline-settings-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("redline.toml");
    std::fs::write(&file, toml).expect("a file");
    file
}

fn mistakes(sources: Sources) -> String {
    load(sources).expect_err("a mistake").to_string()
}

#[test]
fn the_defaults_are_good_and_every_setting_has_a_place_in_them() {
    let settings = Settings::defaults();
    assert_eq!(settings.database.url, "sqlite://var/redline.db");
    assert_eq!((settings.mail.transport, settings.mail.smtp.port, settings.mail.smtp.security), (Transport::Folder, 587, Security::Starttls));
    assert_eq!((settings.worker.interval_seconds, settings.worker.batch, settings.worker.delivery_batch), (30, 2000, 500));
}

#[test]
fn a_flag_wins_over_the_environment_that_over_the_file_and_that_over_the_default() {
    let file = scratch("order", "[worker]\nbatch = 1\ninterval_seconds = 1\ndelivery_batch = 1\n");
    let environment = flags(&[("REDLINE_WORKER__BATCH", "2"), ("REDLINE_WORKER__INTERVAL_SECONDS", "2")]);
    let loaded = load(Sources { file: Some(file), environment, flags: flags(&[("worker.batch", "3")]), ..Sources::default() }).expect("good settings");
    let worker = &loaded.settings.worker;
    assert_eq!((worker.batch, worker.interval_seconds, worker.delivery_batch), (3, 2, 1));
    let origins = ["worker.batch", "worker.interval_seconds", "worker.delivery_batch", "log.level"].map(|name| loaded.origin(setting(name)).to_string());
    assert_eq!(origins, ["flag", "environment", "file redline.toml", "default"]);
}

#[test]
fn a_file_in_the_working_folder_is_read_and_one_that_is_named_must_be_there() {
    let file = scratch("found", "[server]\nlisten = \"0.0.0.0:9000\"\n");
    let folder = file.parent().map(PathBuf::from);
    assert_eq!(load(Sources { folder, ..Sources::default() }).expect("good settings").settings.server.listen, "0.0.0.0:9000");
    let missing = file.with_file_name("none.toml");
    assert!(mistakes(Sources { file: Some(missing), ..Sources::default() }).ends_with("none.toml: there is no such file"));
}

#[test]
fn mail_goes_to_the_server_as_soon_as_one_is_named_unless_told_otherwise() {
    let with = |pairs: &[(&str, &str)]| load(Sources { environment: flags(pairs), ..Sources::default() }).expect("good settings").settings.mail.transport;
    assert_eq!(with(&[]), Transport::Folder);
    assert_eq!(with(&[("REDLINE_MAIL__SMTP__HOST", "mail.example.cn")]), Transport::Smtp);
    assert_eq!(with(&[("REDLINE_MAIL__SMTP__HOST", "mail.example.cn"), ("REDLINE_MAIL__TRANSPORT", "folder")]), Transport::Folder);
}

#[test]
fn a_password_of_digits_is_a_password_and_is_never_shown() {
    let environment = flags(&[
        ("REDLINE_MAIL__SMTP__PASSWORD", "12345678"),
        ("REDLINE_MAIL__SMTP__USERNAME", "7"),
        ("REDLINE_DATABASE__URL", "postgres://redline:topsecret@db/redline"),
        ("REDLINE_WORKER__PING_URL", "https://ping.example.cn/topsecret"),
    ]);
    let loaded = load(Sources { environment, ..Sources::default() }).expect("good settings");
    assert_eq!(loaded.settings.mail.smtp.password.as_ref().map(Secret::expose), Some("12345678"));
    assert_eq!(loaded.shown(setting("mail.smtp.password")).as_deref(), Some("****"));
    assert_eq!(loaded.shown(setting("worker.ping_url")).as_deref(), Some("****"));
    assert!(!format!("{:?}", loaded.settings.worker).contains("topsecret"));
    assert_eq!(loaded.shown(setting("database.url")).as_deref(), Some("postgres://***@db/redline"));
    assert!(!format!("{:?}", loaded.settings.mail).contains("12345678"));
}

#[test]
fn each_mistake_names_the_setting_and_what_would_be_right() {
    for (toml, expected) in [
        ("[worker]\nbatch = \"many\"\n", "worker.batch: invalid type: found string \"many\", expected u64; right would be a whole number such as 2000"),
        ("[worker]\nbatch = 0\n", "worker.batch is 0; right would be 1 to 10000"),
        ("[worker]\nbatch = 10001\n", "worker.batch is 10001; right would be 1 to 10000"),
        ("[tips]\ndifficulty = 29\n", "tips.difficulty is 29; right would be 0 to 28"),
        ("[tips]\nper_hour = 0\n", "tips.per_hour is 0; right would be 1 to 1000000"),
        ("[worker]\nbacth = 5\n", "bacth: there is no such setting; known here: interval_seconds, batch, delivery_batch, ping_url"),
        ("[mail]\ntransport = \"pigeon\"\n", "mail.transport: unknown variant"),
        ("[mail]\ntransport = \"smtp\"\n", "mail.smtp.host is not set; mail.transport = \"smtp\" needs the name of the mail server"),
        ("[mail.smtp]\nusername = \"a\"\n", "mail.smtp.username and mail.smtp.password belong together"),
        ("[mail]\nfrom = \"nobody\"\n", "mail.from is \"nobody\"; right would be a name and an address"),
        ("[server]\nlisten = \"8080\"\n", "server.listen is \"8080\"; right would be an address and port such as 127.0.0.1:8080"),
        ("[server]\nbase_url = \"example.cn\"\n", "server.base_url is \"example.cn\""),
        ("[attachments]\nlargest_bytes = 1023\n", "attachments.largest_bytes is 1023; right would be 1024 to 104857600"),
        ("[attachments]\nstore = \"s3\"\n", "attachments.s3.bucket is not set; attachments.store = \"s3\" needs the name of a bucket"),
        ("[attachments]\nstore = \"s3\"\ns3.key_id = \"a\"\n", "attachments.s3.key_id and attachments.s3.secret are not both set"),
        ("[attachments]\ns3.endpoint = \"minio\"\n", "attachments.s3.endpoint is \"minio\"; right would be an address"),
        ("[site]\ntimezone = \"Beijing\"\n", "site.timezone is \"Beijing\"; right would be a name such as Asia/Shanghai"),
        ("[site]\nrulebook = \"nowhere\"\n", "site.rulebook is \"nowhere\""),
        ("[database]\nurl = \"mysql://x\"\n", "database.url is \"mysql://x\"; right would be sqlite:// and a path"),
        ("[database]\nconnections = 0\n", "database.connections is 0; right would be 1 to 100"),
        ("[database]\nstatement_timeout_seconds = 601\n", "database.statement_timeout_seconds is 601; right would be 1 to 600"),
        ("[database]\nlock_timeout_seconds = 0\n", "database.lock_timeout_seconds is 0; right would be 1 to 60"),
        ("[worker]\nping_url = \"ftp://x\"\n", "worker.ping_url is no address; right would be one such as https://ping.example.cn/7f3c"),
        ("[audit]\nkey_file = \"\"\n", "audit.key_file is empty; right would be a file such as var/audit.key"),
        ("[log]\nlevel = \"loud\"\n", "log.level is \"loud\""),
    ] {
        let told = mistakes(Sources { file: Some(scratch(&format!("bad{}", toml.len()), toml)), ..Sources::default() });
        assert!(told.contains(expected), "{toml}: {told}");
    }
    let environment = flags(&[("REDLINE_WORKER__BATCH", "x"), ("REDLINE_NO__SUCH", "1"), ("REDLINE_HOME", "not ours")]);
    let told = mistakes(Sources { environment, ..Sources::default() });
    assert_eq!(
        told,
        "REDLINE_WORKER__BATCH is \"x\"; right would be a whole number such as 2000\nREDLINE_NO__SUCH: there is no such setting; `redline config show` lists them"
    );
}
