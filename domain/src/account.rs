//! Accounts (账号): what a link to one is for.

use crate::words;

words! {
    /// What a link (一次性链接) that was mailed to somebody is for.
    LinkPurpose {
        Invitation = "INVITATION", "开通账号", "Invitation";
        Reset = "RESET", "重设密码", "Password reset";
    }
}
