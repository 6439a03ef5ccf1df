//! Telephones and mail addresses are seen in full by who has to reach somebody, and by nobody else.

use crate::support::{Server, Town, type_id};
use redline_domain::ids::Noun;
use redline_entity::person;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

#[tokio::test]
async fn who_need_not_reach_a_person_sees_that_there_is_a_telephone_and_not_which() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let db = server.app.db.begin().await.unwrap();
    let mut row = person::Entity::find_by_id(town.person("head0")).one(&db).await.unwrap().unwrap().into_active_model();
    row.phone = Set(Some("13812345678".to_owned()));
    row.update(&db).await.unwrap();
    db.commit().await.unwrap();
    let query = "query($id: ID!) { node(id: $id) { ... on Person { phone email } } }";
    let id = json!({ "id": type_id(Noun::Person, town.person("head0")) });
    let full = json!({ "phone": "13812345678", "email": "head0@example.com" });
    let masked = json!({ "phone": "138****78", "email": "h***@example.com" });
    for (login, expected) in [("head0", &full), ("staff0", &masked), ("village0", &full), ("unit", &full), ("office", &full), ("head1", &json!(null))] {
        let token = server.login(login).await;
        assert_eq!(&server.ask(Some(&token), query, id.clone()).await.data()["node"], expected, "{login}");
    }
    // One's own, whatever one is.
    let token = server.login("staff0").await;
    let own = json!({ "id": type_id(Noun::Person, town.person("staff0")) });
    assert_eq!(server.ask(Some(&token), query, own).await.data()["node"]["email"], "staff0@example.com");
}
