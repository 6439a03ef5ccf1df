//! The criteria (判定标准) for major hazards in the API.

use std::sync::Arc;

use async_graphql::Object;
use redline_domain::{Sector, criteria};

use crate::graphql::date::Date;

/// One item of a standard by which a hazard is graded major (重大事故隐患判定标准).
#[derive(Clone)]
pub struct Criterion(pub Arc<criteria::Criterion>);

/// One item of a standard by which a hazard is graded major (重大事故隐患判定标准).
#[Object]
impl Criterion {
    /// A name that stays, to be given to `gradeHazard`: standard/article/item (编号), e.g. `GONGMAO-2023/3/1`.
    async fn code(&self) -> String {
        self.0.code()
    }

    /// The code of the standard (标准代码).
    async fn standard(&self) -> &str {
        &self.0.standard
    }

    /// The title of the standard (标准名称).
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The number of the document that issued it (文号).
    async fn document_number(&self) -> &str {
        &self.0.document_number
    }

    /// The day from which it is in force (施行日期).
    async fn effective_from(&self) -> Date {
        self.0.effective_from.into()
    }

    /// The last day on which it is in force; none: until further notice (有效期至).
    async fn effective_to(&self) -> Option<Date> {
        self.0.effective_to.map(Date)
    }

    /// The standard or criterion that takes its place once that is in force (被替代).
    async fn superseded_by(&self) -> Option<&str> {
        self.0.superseded_by.as_deref()
    }

    /// The article, where the standard has articles (条).
    async fn article(&self) -> Option<&str> {
        self.0.article.as_deref()
    }

    /// The item of the article or the standard (项).
    async fn item(&self) -> &str {
        &self.0.item
    }

    /// The branch as the standard names it (行业).
    async fn branch(&self) -> &str {
        &self.0.sector_name
    }

    /// The sector of the campaign that it belongs to (行业领域).
    async fn sector(&self) -> Option<Sector> {
        self.0.sector
    }

    /// Its words (原文).
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// To whom or when it applies, where the head of its article limits it; not the standard's own words (适用说明).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
}
