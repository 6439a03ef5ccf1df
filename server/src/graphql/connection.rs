//! Lists (列表) as Relay connections with keyset cursors: a page costs the same wherever in the list it is.

use std::borrow::Cow;

use async_graphql::{Context, Object, OutputType, SimpleObject, TypeName};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, Iden, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter, QueryOrder, QuerySelect, Select, Value,
    sea_query::{Expr, Func, Order as Direction},
};

use crate::graphql::{
    ask::Ask,
    cursor::{Cursor, Key},
    error::{Answer, Fault},
};

pub use crate::graphql::paging::{Order, Page, cost};

/// Where a page lies in its list (分页信息).
#[derive(Clone, Debug, SimpleObject)]
pub struct PageInfo {
    /// Whether more follows (有下一页).
    pub has_next_page: bool,
    /// Whether something precedes (有上一页).
    pub has_previous_page: bool,
    /// The cursor of the first row (首行游标).
    pub start_cursor: Option<String>,
    /// The cursor of the last row (末行游标).
    pub end_cursor: Option<String>,
}

/// A page of a list (列表的一页).
pub struct Connection<N: OutputType> {
    edges: Vec<Edge<N>>,
    page_info: PageInfo,
    total_count: Option<u64>,
}

/// A row of a list with its cursor (列表的一行).
pub struct Edge<N: OutputType> {
    cursor: String,
    node: N,
}

impl<N: OutputType> TypeName for Connection<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", N::type_name()).into()
    }
}

impl<N: OutputType> TypeName for Edge<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", N::type_name()).into()
    }
}

/// A page of a list (列表的一页).
#[Object(name_type)]
impl<N: OutputType> Connection<N> {
    /// The rows with their cursors (带游标的各行).
    async fn edges(&self) -> &[Edge<N>] {
        &self.edges
    }

    /// The rows (各行).
    async fn nodes(&self) -> Vec<&N> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// Where the page lies in the list (分页信息).
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }

    /// How many rows the whole list has (总数). They are counted only if this is asked for.
    async fn total_count(&self) -> Option<u64> {
        self.total_count
    }
}

/// A row of a list with its cursor (列表的一行).
#[Object(name_type)]
impl<N: OutputType> Edge<N> {
    /// Where the row is, for `after` and `before` (游标).
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The row (该行).
    async fn node(&self) -> &N {
        &self.node
    }
}

impl<N: OutputType> Connection<N> {
    /// The rows of the page.
    pub fn rows(&self) -> impl Iterator<Item = &N> {
        self.edges.iter().map(|edge| &edge.node)
    }
}

/// Whether a field is selected on the rows of the list that is being answered.
pub fn rows_select(ctx: &Context<'_>, field: &str) -> bool {
    ctx.selects(&format!("nodes.{field}")) || ctx.selects(&format!("edges.node.{field}"))
}

/// Answers the part of a list that was asked for. The filters, and the scope of who asks, are in `select` already.
///
/// # Errors
/// `BAD_USER_INPUT` for a cursor that is not of this list.
pub async fn page<E, N>(ctx: &Context<'_>, select: Select<E>, order: &Order<E::Column>, page: &Page) -> Answer<Connection<N>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
    N: OutputType + From<E::Model>,
{
    let id = id_column::<E>()?;
    let _reading = ctx.loaders().reading();
    let total_count = match ctx.selects("totalCount") {
        true => {
            let counted: Option<i64> = select.clone().select_only().column_as(id.count(), "n").into_tuple().one(ctx.db()).await?;
            counted.map(i64::cast_unsigned)
        }
        false => None,
    };
    let wanted = ["edges", "nodes", "pageInfo"].iter().any(|field| ctx.selects(field));
    let (edges, page_info) = if wanted {
        slice(ctx, select, order, page, id).await?
    } else {
        (Vec::new(), PageInfo { has_next_page: false, has_previous_page: false, start_cursor: None, end_cursor: None })
    };
    let edges = edges.into_iter().map(|(cursor, row)| Edge { cursor, node: N::from(row) }).collect();
    Ok(Connection { edges, page_info, total_count })
}

type Rows<E> = Vec<(String, <E as EntityTrait>::Model)>;

async fn slice<E>(ctx: &Context<'_>, mut select: Select<E>, order: &Order<E::Column>, page: &Page, id: E::Column) -> Answer<(Rows<E>, PageInfo)>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let name = format!("{}{}", Iden::unquoted(&order.column), if order.descending { "-" } else { "" });
    let key = || match &order.empty {
        Some(empty) => Expr::from(Func::coalesce([column::<E>(order.column), Expr::value(Value::from(empty.clone()))])),
        None => column::<E>(order.column),
    };
    for (field, text, onward) in [("after", &page.after, true), ("before", &page.before, false)] {
        let Some(text) = text else { continue };
        let cursor = Cursor::read(&name, text).ok_or_else(|| not_of_this_list(field))?;
        select = select.filter(beyond(key(), column::<E>(id), cursor, onward != order.descending));
    }
    let backward = page.backward();
    let direction = if order.descending != backward { Direction::Desc } else { Direction::Asc };
    let size = page.size();
    let mut rows = select.order_by(key(), direction.clone()).order_by(id, direction).limit(size as u64 + 1).all(ctx.db()).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    if backward {
        rows.reverse();
    }
    let rows: Rows<E> = rows
        .into_iter()
        .map(|row| {
            let key = Key::of(row.get(order.column)).or_else(|| order.empty.clone()).ok_or_else(|| Fault::internal(&format!("{name} cannot be sorted by")))?;
            let Some(Key::Id(id)) = Key::of(row.get(id)) else { return Err(Fault::internal(&"a row without an identifier")) };
            Ok((Cursor { key, id }.write(&name), row))
        })
        .collect::<Answer<_>>()?;
    let info = PageInfo {
        has_next_page: if backward { page.before.is_some() } else { more },
        has_previous_page: if backward { more } else { page.after.is_some() },
        start_cursor: rows.first().map(|row| row.0.clone()),
        end_cursor: rows.last().map(|row| row.0.clone()),
    };
    Ok((rows, info))
}

/// The part that was asked for of a list that is at hand. Each row has a name that stays, in whatever list it is.
///
/// # Errors
/// `BAD_USER_INPUT` for a cursor that is not of this list.
pub fn within<N: OutputType>(rows: Vec<N>, name: impl Fn(&N) -> String, page: &Page) -> Answer<Connection<N>> {
    let total_count = Some(rows.len() as u64);
    let mut edges: Vec<Edge<N>> = rows.into_iter().map(|node| Edge { cursor: URL_SAFE_NO_PAD.encode(name(&node)), node }).collect();
    let (mut before_it, mut after_it) = (false, false);
    for (field, text) in [("after", &page.after), ("before", &page.before)] {
        let Some(text) = text else { continue };
        let at = edges.iter().position(|edge| edge.cursor == *text).ok_or_else(|| not_of_this_list(field))?;
        if field == "after" {
            edges.drain(..=at);
            before_it = true;
        } else {
            edges.truncate(at);
            after_it = true;
        }
    }
    let size = page.size();
    if edges.len() > size {
        if page.backward() {
            edges.drain(..edges.len() - size);
            before_it = true;
        } else {
            edges.truncate(size);
            after_it = true;
        }
    }
    let cursor = |edge: Option<&Edge<N>>| edge.map(|edge| edge.cursor.clone());
    let page_info = PageInfo { has_next_page: after_it, has_previous_page: before_it, start_cursor: cursor(edges.first()), end_cursor: cursor(edges.last()) };
    Ok(Connection { edges, page_info, total_count })
}

fn not_of_this_list(field: &str) -> Fault {
    Fault::bad_argument(field, format!("{field} 不是此列表此排序的游标。"), format!("`{field}` is not a cursor of this list in this order."))
}

/// What comes after a cursor, in the order of the keys and then of the identifiers.
fn beyond(key: Expr, id: Expr, cursor: Cursor, greater: bool) -> Condition {
    let (at, row) = (Value::from(cursor.key), Value::from(cursor.id));
    let (further, same) = if greater { (key.clone().gt(at.clone()), id.gt(row)) } else { (key.clone().lt(at.clone()), id.lt(row)) };
    Condition::any().add(further).add(Condition::all().add(key.eq(at)).add(same))
}

fn column<E: EntityTrait>(column: E::Column) -> Expr {
    Expr::col((E::default(), column))
}

fn id_column<E: EntityTrait>() -> Answer<E::Column> {
    E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column).ok_or_else(|| Fault::internal(&"a table without a key"))
}
