//! `redline user` (用户).

use std::{io::IsTerminal as _, process::ExitCode};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use redline_domain::{
    Language, NoticeKind, Position, Word,
    ids::{self, Noun},
};
use redline_entity::organization;
use redline_ledger::{
    Context, Db, account,
    notice::{self, About, NewNotice, When},
    persist,
    person::{self, NewPerson},
    site,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Common, block_on, tell};

#[derive(Subcommand)]
pub enum Command {
    /// Record a person (人员) in a position (职务) of an organization (单位), open an account (账号), and have a welcome sent
    #[command(after_help = "\
Example:
  redline user add --name 王建国 --login wangjianguo --email wang@example.cn --organization 青格勒镇安委办 --position SAFETY_OFFICER

The password is asked for, or read from the standard input with --password-stdin. It is kept as a hash only.")]
    Add(Box<New>),
    /// Set another password for an account (重设密码); its sessions and keys end
    #[command(after_help = "\
Example:
  redline user password --login wangjianguo")]
    Password(Account),
    /// Take the second factor (二次验证) off an account whose owner has lost the telephone
    #[command(after_help = "\
Example:
  redline user relieve --login wangjianguo")]
    Relieve(Login),
    /// Write a copy of all that is held about a person (个人信息副本) as JSON, for him or her to have
    #[command(after_help = "\
Example:
  redline user export --login wangjianguo > wangjianguo.json")]
    Export(Whom),
    /// Erase a person who has left (删除个人信息): name, telephone, address, account and mails; what was done stays, without a name
    #[command(after_help = "\
Example:
  redline user erase --login wangjianguo --yes

The person must hold no position any more. Records, positions and signatures stay, of somebody without a name, and the ledger is whole \
as before. Texts that people wrote and mails to others are not searched for the name, and backups made before still hold it. It cannot be undone.")]
    Erase(Erase),
}

#[derive(Args)]
pub struct Erase {
    #[command(flatten)]
    of: Whom,
    /// Do it; without, it only says who it would be
    #[arg(long)]
    yes: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Whom {
    /// The name to log in with (登录名)
    #[arg(long)]
    login: Option<String>,
    /// The person's id (人员编号), for who has no account
    #[arg(long)]
    person: Option<String>,
}

#[derive(Args)]
pub struct Account {
    #[command(flatten)]
    of: Login,
    /// Read the password from the standard input instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Args)]
pub struct Login {
    /// The name to log in with (登录名)
    #[arg(long)]
    login: String,
}

#[derive(Args)]
pub struct New {
    /// Full name (姓名)
    #[arg(long)]
    name: String,
    /// The name to log in with (登录名)
    #[arg(long)]
    login: String,
    /// Mail address (邮箱)
    #[arg(long)]
    email: Option<String>,
    /// Telephone (电话)
    #[arg(long)]
    phone: Option<String>,
    /// The organization (单位): its name, its id, or its credit code (统一社会信用代码)
    #[arg(long)]
    organization: String,
    /// HEAD 主要负责人, DEPUTY 分管负责人, SAFETY_OFFICER 安全管理人员, STAFF 工作人员
    #[arg(long, value_parser = |text: &str| text.to_ascii_uppercase().parse::<Position>().map_err(|error| error.to_string()))]
    position: Position,
    /// The title in words (职务名称), e.g. 总经理
    #[arg(long)]
    title: Option<String>,
    /// The language of mails (语言): ZH or EN
    #[arg(long, default_value = "ZH", value_parser = |text: &str| text.to_ascii_uppercase().parse::<Language>().map_err(|error| error.to_string()))]
    language: Language,
    /// Read the password from the standard input instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

/// Does it.
pub fn run(common: &Common, command: Command) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        let site::Opened { db, site, clock } = site::open(&settings).await?;
        let ctx = Context::operator(site, clock.now());
        match command {
            Command::Add(new) => add(&db, &ctx, &new).await,
            Command::Password(of) => set_password(&db, &ctx, &of).await,
            Command::Relieve(of) => relieve(&db, &ctx, &of).await,
            Command::Export(of) => export(&db, &of).await,
            Command::Erase(of) => erase(&db, &ctx, &of).await,
        }?;
        Ok(ExitCode::SUCCESS)
    })
}

async fn add(db: &Db, ctx: &Context, new: &New) -> Result<()> {
    let organization = find(db.read(), &new.organization).await?;
    let password = password(new.password_stdin)?;
    account::password::check_new("password", &password, &[&new.login, &new.name])?;
    let hash = account::hash_password(&password)?;
    let added = persist(|| async {
        let txn = db.begin().await?;
        let (name, phone, email) = (new.name.clone(), new.phone.clone(), new.email.clone());
        let person = person::create(&txn, ctx, NewPerson { name, phone, email, language: new.language, morning_hour: None }).await?;
        person::appoint(&txn, ctx, person.id, organization.id, new.position, new.title.clone(), ctx.today()).await?;
        let account = account::open(&txn, ctx, person.id, &new.login, hash.clone()).await?;
        if person.email.is_some() {
            notice::plan(&txn, ctx, &welcome(account, organization.id, ctx.now), &person).await?;
        }
        txn.commit().await?;
        Ok::<_, redline_ledger::Error>(person)
    });
    let person = added.await?;
    println!("{} ({}) of {} may log in as {}.", person.name, new.position.zh(), organization.name, new.login.trim());
    match &person.email {
        Some(email) => println!("The worker sends a welcome to {email}."),
        None => println!("Without a mail address, {} is told nothing by mail.", person.name),
    }
    Ok(())
}

async fn set_password(db: &Db, ctx: &Context, of: &Account) -> Result<()> {
    let account = account_of(db, &of.of.login).await?;
    let password = password(of.password_stdin)?;
    account::password::check_for(db.read(), &account, "password", &password).await?;
    let hash = account::hash_password(&password)?;
    persist(|| async {
        let txn = db.begin().await?;
        account::password::reset(&txn, ctx, account.clone(), hash.clone()).await?;
        Ok::<_, redline_ledger::Error>(txn.commit().await?)
    })
    .await?;
    println!("{} has a new password; all sessions and keys of the account have ended.", account.login);
    Ok(())
}

async fn relieve(db: &Db, ctx: &Context, of: &Login) -> Result<()> {
    let account = account_of(db, &of.login).await?;
    persist(|| async {
        let txn = db.begin().await?;
        account::second_factor::remove(&txn, ctx, account.clone()).await?;
        Ok::<_, redline_ledger::Error>(txn.commit().await?)
    })
    .await?;
    println!("{} signs in by the password alone.", account.login);
    Ok(())
}

async fn export(db: &Db, of: &Whom) -> Result<()> {
    let whom = whom(db, of).await?;
    let snapshot = db.snapshot().await?;
    let copy = person::copy(&snapshot, whom.id).await?;
    snapshot.rollback().await?;
    tell(&format!("{copy:#}\n"))
}

async fn erase(db: &Db, ctx: &Context, of: &Erase) -> Result<()> {
    let whom = whom(db, &of.of).await?;
    let id = ids::encode(Noun::Person, whom.id);
    if !of.yes {
        println!("{} ({id}) would be erased, which cannot be undone; say so with --yes. A copy first: redline user export --person {id}", whom.name);
        return Ok(());
    }
    persist(|| async {
        let txn = db.begin().await?;
        person::erase(&txn, ctx, whom.id).await?;
        Ok::<_, redline_ledger::Error>(txn.commit().await?)
    })
    .await?;
    println!("{id} is erased; what was done stays, without a name. Backups made before still hold the name.");
    Ok(())
}

async fn whom(db: &Db, of: &Whom) -> Result<redline_entity::person::Model> {
    let id = match (&of.login, &of.person) {
        (Some(login), _) => account_of(db, login).await?.person_id,
        (None, Some(person)) => {
            ids::decode_as(Noun::Person, person.trim()).map_err(|_| anyhow!("--person {person}: right would be an id such as person_01h…"))?
        }
        (None, None) => bail!("name the person by --login or --person"),
    };
    redline_entity::person::Entity::find_by_id(id).one(db.read()).await?.context("there is no such person")
}

async fn account_of(db: &Db, login: &str) -> Result<redline_entity::account::Model> {
    let found = redline_entity::account::Entity::find().filter(redline_entity::account::Column::Login.eq(login.trim())).one(db.read()).await?;
    found.with_context(|| format!("there is no login \"{login}\""))
}

fn welcome(account: Uuid, organization: Uuid, now: DateTime<Utc>) -> NewNotice {
    NewNotice {
        kind: NoticeKind::Welcome,
        about: About::Account(account),
        step: NoticeKind::Welcome.code().to_owned(),
        organization,
        audience: None,
        proposes: None,
        alone: true,
        true_at: now,
        when: When::Now,
        tale: None,
    }
}

async fn find(db: &impl ConnectionTrait, text: &str) -> Result<organization::Model> {
    let text = text.trim();
    if let Ok(id) = ids::decode_as(Noun::Organization, text) {
        return organization::Entity::find_by_id(id).one(db).await?.with_context(|| format!("there is no organization {text}"));
    }
    let all = organization::Entity::find().order_by_asc(organization::Column::Name).order_by_asc(organization::Column::Id);
    let found = all
        .clone()
        .filter(Condition::any().add(organization::Column::Name.eq(text)).add(organization::Column::CreditCode.eq(text.to_ascii_uppercase())))
        .all(db)
        .await?;
    let named = |rows: &[organization::Model]| {
        rows.iter().take(10).map(|row| format!("\n  {}  {}", ids::encode(Noun::Organization, row.id), row.name)).collect::<String>()
    };
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => {
            let near = all.filter(organization::Column::Name.contains(text)).all(db).await?;
            ensure!(!near.is_empty(), "there is no organization \"{text}\"");
            bail!("there is no organization \"{text}\"; those whose names contain it:{}", named(&near))
        }
        several => bail!("several organizations are called \"{text}\"; give the id of one of them:{}", named(several)),
    }
}

fn password(from_stdin: bool) -> Result<String> {
    if from_stdin || !std::io::stdin().is_terminal() {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).context("the password could not be read from the standard input")?;
        Ok(line.trim_end_matches(['\r', '\n']).to_owned())
    } else {
        let terminal = console::Term::stderr();
        let ask = |what: &str| -> Result<String> {
            terminal.write_str(what)?;
            Ok(terminal.read_secure_line()?)
        };
        let password = ask("Password (密码): ")?;
        ensure!(ask("Once more (再输一次): ")? == password, "the two passwords differ");
        Ok(password)
    }
}
