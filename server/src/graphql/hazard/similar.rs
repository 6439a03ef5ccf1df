//! Similar hazards (相似隐患) in the API.

use async_graphql::{Context, Object};
use redline_domain::{Language, hazard::similar::Similarity};
use redline_ledger::hazard::similar::Similar;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, hazard::Hazard},
    loaders::kin::SimilarTo,
};

/// A hazard that is similar to another, and why (相似隐患).
pub struct SimilarHazard(pub Similar);

/// A hazard that is similar to another, and why (相似隐患).
#[Object]
impl SimilarHazard {
    /// The hazard (隐患).
    async fn hazard(&self) -> Hazard {
        self.0.hazard.clone().into()
    }

    /// How alike they are, from 0 to 1 (相似度).
    async fn score(&self) -> f64 {
        f64::from(self.0.similarity.score) / 1000.0
    }

    /// Why it counts as similar (相似理由).
    async fn why(&self, ctx: &Context<'_>) -> String {
        why(&self.0.similarity, ctx.language())
    }
}

impl SimilarHazard {
    /// The hazards that are similar to one, as far as one may see them.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn all_of(ctx: &Context<'_>, hazard: Uuid) -> Answer<Vec<Self>> {
        let rows = ctx.loaders().one(SimilarTo(hazard)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Self).collect())
    }
}

fn why(similarity: &Similarity, language: Language) -> String {
    let (zh, percent) = (language == Language::Zh, |score: u32| (score + 5) / 10);
    let mut reasons = vec![if zh {
        format!("内容相似 {}%", percent(similarity.description))
    } else {
        format!("the descriptions are {}% alike", percent(similarity.description))
    }];
    match similarity.location {
        _ if similarity.same_location => reasons.push(if zh { "位置相同".to_owned() } else { "the same place".to_owned() }),
        Some(score) => reasons.push(if zh { format!("位置相似 {}%", percent(score)) } else { format!("the places are {}% alike", percent(score)) }),
        None => {}
    }
    if similarity.same_criterion {
        reasons.push(if zh { "判定标准相同".to_owned() } else { "the same criterion".to_owned() });
    }
    reasons.join(if zh { "，" } else { ", " })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reasons_are_told_in_words() {
        let similarity = Similarity { score: 712, description: 589, location: Some(1000), same_criterion: true, same_location: true };
        assert_eq!(why(&similarity, Language::Zh), "内容相似 59%，位置相同，判定标准相同");
        let apart = Similarity { location: Some(333), same_criterion: false, same_location: false, ..similarity };
        assert_eq!(why(&apart, Language::En), "the descriptions are 59% alike, the places are 33% alike");
    }
}
