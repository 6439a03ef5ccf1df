//! Who asks, and things by their identifiers.

use async_graphql::{Context, ID, Object};
use futures::future::try_join_all;

use crate::graphql::{
    ask::Ask,
    error::{Answer, Fault},
    node::{self, Node},
    viewer::{self, Viewer},
};

/// How many identifiers `nodes` takes at once.
const MOST_NODES: usize = 100;

/// Questions about who asks, and lookups.
#[derive(Default)]
pub struct ViewerQuery;

#[Object]
impl ViewerQuery {
    /// Who is logged in; none for visitors (当前用户).
    async fn viewer(&self, ctx: &Context<'_>) -> Answer<Option<Viewer>> {
        let asker = ctx.asker();
        match asker.ctx.actor.person {
            Some(id) => viewer::load(&asker.app, asker.ctx.now, id).await,
            None => Ok(None),
        }
    }

    /// Whatever an identifier names, if one may see it (按编号查找).
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Node>> {
        node::find(ctx, &id).await
    }

    /// Whatever the identifiers name, in their order; none for what one may not see (按多个编号查找).
    #[graphql(complexity = "100 * child_complexity + 1")]
    async fn nodes(&self, ctx: &Context<'_>, #[graphql(desc = "The identifiers, 100 at most (编号).")] ids: Vec<ID>) -> Answer<Vec<Option<Node>>> {
        if ids.len() > MOST_NODES {
            return Err(Fault::bad_argument("ids", format!("一次最多查找 {MOST_NODES} 个编号。"), format!("At most {MOST_NODES} identifiers at once.")));
        }
        // Together, so that those of one kind are read in one go.
        try_join_all(ids.iter().map(|id| node::find(ctx, id))).await
    }
}
