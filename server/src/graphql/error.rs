//! The errors of the API (错误): each with a stable code in `extensions.code`, and nothing internal in its words.

use async_graphql::{Error, ErrorExtensionValues};
use redline_domain::Refusal;
use redline_ledger::{self as ledger, Passing};
use sea_orm::DbErr;

/// The code of what could not be done since others stood in its way: a change that the database took back, or a lock or an answer that
/// was too long in coming.
pub const BUSY: &str = "BUSY";

/// The code of what could not be done since the database is away.
pub const UNAVAILABLE: &str = "UNAVAILABLE";

/// The code of what one asker may not have for now, since he asks for too much.
pub const TOO_MANY_REQUESTS: &str = "TOO_MANY_REQUESTS";

/// How many seconds a client is asked to wait before it tries again, for those codes for which that helps.
pub fn retry_after(code: &str) -> Option<u32> {
    match code {
        BUSY => Some(1),
        UNAVAILABLE => Some(5),
        TOO_MANY_REQUESTS => Some(2),
        _ => None,
    }
}

/// Why a field has no answer.
///
/// What people asked for and cannot have is no fault: mutations answer it in `userErrors`.
#[derive(Clone, Debug)]
pub struct Fault {
    code: &'static str,
    refusal: Refusal,
}

/// An answer, or why there is none.
pub type Answer<T> = Result<T, Fault>;

impl Fault {
    /// Nobody is logged in, and this is not for visitors.
    pub fn unauthenticated() -> Self {
        Self { code: "UNAUTHENTICATED", refusal: Refusal::new("UNAUTHENTICATED", "请先登录。", "Log in first.") }
    }

    /// What only a person may do, and no program with a key.
    pub fn session_needed() -> Self {
        let en = "This cannot be done with a key; log in with your password.";
        Self { code: "FORBIDDEN", refusal: Refusal::new("SESSION_NEEDED", "此操作不能使用接口密钥，请用密码登录后办理。", en) }
    }

    /// An argument that cannot be used.
    pub fn bad_input(refusal: Refusal) -> Self {
        Self { code: "BAD_USER_INPUT", refusal }
    }

    /// An argument that cannot be used, by its name.
    pub fn bad_argument(field: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::bad_input(Refusal::new("BAD_USER_INPUT", zh, en).field(field))
    }

    /// There is no such thing, or the person may not know of it.
    pub fn not_found() -> Self {
        Self { code: "NOT_FOUND", refusal: not_found() }
    }

    /// Something went wrong that is none of the person's business. It is logged here, once.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self {
            code: "INTERNAL", refusal: Refusal::new("INTERNAL", "服务器内部错误，请稍后再试。", "Something went wrong inside the server; try again later.")
        }
    }

    /// Two changes stood in each other's way, and the database took this one back; [`crate::http`] tries it again.
    pub fn busy(cause: &dyn std::fmt::Display) -> Self {
        tracing::warn!(%cause, "a change was taken back by the database");
        let en = "Somebody was changing the same records at that moment; nothing was changed. Send it again.";
        Self { code: BUSY, refusal: Refusal::new(BUSY, "同一记录正在被他人修改，本次未作任何更改，请重试。", en) }
    }

    /// The database took too long, or a lock was not to be had.
    pub fn slow(cause: &dyn std::fmt::Display) -> Self {
        tracing::warn!(%cause, "the database broke a statement off");
        let en = "The server has too much to do just now; nothing was changed. Try again in a moment.";
        Self { code: BUSY, refusal: Refusal::new(BUSY, "系统繁忙，本次未作任何更改，请稍后重试。", en) }
    }

    /// The database is away. A change may have been made all the same, if it went away while it was answering.
    pub fn unavailable(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "the database is away");
        let en = "The service is interrupted for a moment; try again soon.";
        Self { code: UNAVAILABLE, refusal: Refusal::new(UNAVAILABLE, "服务暂时中断，请稍后重试。", en) }
    }

    /// Its stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The sentences.
    pub fn refusal(&self) -> &Refusal {
        &self.refusal
    }
}

/// What is said of things that are not there.
pub fn not_found() -> Refusal {
    Refusal::new("NOT_FOUND", "未找到该对象。", "There is no such thing.")
}

impl From<DbErr> for Fault {
    fn from(cause: DbErr) -> Self {
        match Passing::of(&cause) {
            Some(Passing::Conflict) => Self::busy(&cause),
            Some(Passing::Slow) => Self::slow(&cause),
            Some(Passing::Away) => Self::unavailable(&cause),
            None if ledger::is_race(&cause) => Self::busy(&cause),
            None => Self::internal(&cause),
        }
    }
}

impl From<ledger::Error> for Fault {
    fn from(error: ledger::Error) -> Self {
        match error {
            ledger::Error::NotFound => Self::not_found(),
            ledger::Error::Refused(refusals) => match refusals.into_iter().next() {
                Some(refusal) if refusal.code == "FORBIDDEN" => Self { code: "FORBIDDEN", refusal },
                Some(refusal) => Self::bad_input(refusal),
                None => Self::internal(&"a refusal without a reason"),
            },
            ledger::Error::Database(cause) => cause.into(),
            cause @ ledger::Error::Inconsistent(_) => Self::internal(&cause),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", fault.code);
        if let Some(field) = &fault.refusal.field {
            extensions.set("field", field.as_str());
        }
        if fault.refusal.code != fault.code {
            extensions.set("reason", fault.refusal.code);
        }
        // The refusal goes along, so that it is told in the language of the answer.
        let mut error = Self::new_with_source(fault.refusal);
        error.extensions = Some(extensions);
        error
    }
}
